"""Articles as JSON lines: what `import` and `extract` read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from monitor.errors import ImportFileError
from monitor.parse.address import article_id
from monitor.parse.language import detect_language
from monitor.records import Article
from monitor.urls import canonical_url

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_TEXT_FIELDS = (
    "id",
    "url",
    "source_id",
    "source",
    "lang",
    "title",
    "published",
    "text",
    "byline",
    "credit",
    "modified",
)


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a JSON lines file.

    Raises ImportFileError naming file and line for a line that is no article: no JSON object, no `text`, no http
    or https address as `url`, a field of the wrong type, a `published` that is no ISO 8601 day or instant.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read_line(f"{path}:{number}", line)
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ImportFileError(f"{path}: not UTF-8: {error}") from error


def _read_line(where: str, line: str) -> Article:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ImportFileError(f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ImportFileError(f"{where}: a JSON object was expected, one article a line")
    for field in _TEXT_FIELDS:
        if not isinstance(row.get(field), str | None):
            raise ImportFileError(f"{where}: `{field}` must be text or null, not {row[field]!r}")
        if row.get(field):
            # Half of a surrogate pair, as a cut in the middle of one leaves it, cannot be stored; offsets stay.
            row[field] = _LONE_SURROGATE.sub("\ufffd", row[field])
    if not row.get("url") or row.get("text") is None:
        raise ImportFileError(f"{where}: an article needs `url` and `text`")
    url, text = _address(where, row["url"]), row["text"]
    return Article(
        article_id=row.get("id") or article_id(url),
        url=url,
        source_id=row.get("source_id") or row.get("source") or "import",
        lang=row.get("lang") or detect_language(f"{row.get('title') or ''}\n{text}", None),
        title=" ".join((row.get("title") or "").split()),
        text=text,
        published=_moment(where, row.get("published")),
        modified=row.get("modified"),
        byline=row.get("byline"),
        credit=row.get("credit"),
    )


def _address(where: str, url: str) -> str:
    try:
        return canonical_url(url)
    except ValueError as error:
        raise ImportFileError(f"{where}: `url` must be an http or https address, not {url!r}") from error


def _moment(where: str, published: str | None) -> str | None:
    """Return a day or instant in the one spelling that others compare: ISO 8601 has more of them."""
    if not published:
        return None
    try:
        if "T" in published or ":" in published:
            return datetime.fromisoformat(published).isoformat()
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise ImportFileError(f"{where}: `published` must be like 2021-12-09 or 2021-12-09T20:07:00+08:00") from error
