"""The parse step: one HTML page in, one article out."""

from monitor.parse.article import parse_page

__all__ = ["parse_page"]
