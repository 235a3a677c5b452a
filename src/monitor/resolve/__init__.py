"""Resolves mentions into events and articles into groups of copies. Pure: no clock, no input or output."""

from monitor.resolve.announce import announcements
from monitor.resolve.background import known_pairs
from monitor.resolve.decide import resolve
from monitor.resolve.duplicates import group_articles
from monitor.resolve.signatures import sign
from monitor.resolve.succession import succeed
from monitor.resolve.touched import touched, unsettled
from monitor.resolve.verdicts import judged

__all__ = [
    "announcements",
    "group_articles",
    "judged",
    "known_pairs",
    "resolve",
    "sign",
    "succeed",
    "touched",
    "unsettled",
]
