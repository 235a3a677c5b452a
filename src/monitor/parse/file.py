"""One HTML file from disk, read as if it had been fetched just now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from monitor.errors import ImportFileError
from monitor.parse.article import parse_page
from monitor.records import Article, Page

FILE_SOURCE_ID = "file"


def parse_file(path: Path, url: str) -> Article:
    """Return the article in the HTML file at `path`, which was fetched from `url`.

    Raises ImportFileError where the file cannot be read, ExtractError where it holds no article.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}") from error
    return parse_page(Page(url, url, 200, {}, body, datetime.now(UTC), FILE_SOURCE_ID), None)
