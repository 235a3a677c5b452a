"""Telling a page that asks whether we are human, which is a refusal, from one that merely changed."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

_MARKS = re.compile(
    rb"captcha|cf-chl|cf_chl|challenge-platform|challenges\.cloudflare\.com|_Incapsula_Resource|geetest|datadome"
    rb"|perimeterx|checking your browser|verify you are (?:a )?human|are you a robot",
    re.IGNORECASE,
)
_WORDS = re.compile(r"验证码|安全验证|人机验证|滑动验证|访问验证|请完成验证")
_LONGEST = 2_000
"""Characters of visible text: a challenge is short, while long pages may well have a captcha in their contact form."""


def is_challenge(body: bytes) -> bool:
    """Whether the body of an answer is a captcha or a browser check in place of what was asked for."""
    text = BeautifulSoup(body[:200_000], "lxml").get_text(" ", strip=True)
    return len(text) <= _LONGEST and bool(_MARKS.search(body) or _WORDS.search(text))
