"""Known ties from public lists (`import --ties FILE.csv`): history to tell news from, each row kept as its own proof.

A row becomes an article of the source `known-ties`, whose text is the row, and a mention of it that is not new. So it
joins events as any history does: an article that tells the tie again joins the event of the row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

from monitor.errors import ImportFileError
from monitor.records import KNOWN_TIE_RULE, Article, Mention, Place, Understood, sister_relation
from monitor.sources import KNOWN_TIES
from monitor.understand.gazetteer import Gazetteer
from monitor.understand.place_names import place_named
from monitor.urls import canonical_url

COLUMNS: Mapping[str, str] = {
    "cn": "the Chinese place: English, Chinese or Urdu name, or id",
    "pk": "the Pakistani place, likewise",
    "source": "name of the list",
    "url": "its http or https address",
    "date": "when it was signed: 1984, 1984-11 or 1984-11-15; may be empty",
    "relation": "sister_city, sister_province or cooperation; empty for the sister tie of these places",
    "stage": "signed, letter_of_intent or proposed; empty for signed",
    "note": "anything more",
}
"""The columns of the file, in any order; the first four are required."""
REQUIRED = ("cn", "pk", "source", "url")
_STAGES = ("signed", "letter_of_intent", "proposed")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_ties(path: Path, gazetteer: Gazetteer) -> Understood:
    """Return the rows of a CSV file as articles, each with its mention.

    Raises ImportFileError, naming file and line, for the first row that cannot be used.
    """
    articles: dict[str, Article] = {}
    mentions: list[Mention] = []
    lines: dict[str, str] = {}
    for where, row in _rows(path):
        article, mention = _tie(where, row, gazetteer)
        if article.article_id in articles:
            raise ImportFileError(f"{where}: the same tie of the same list stands in {lines[article.article_id]}")
        lines[article.article_id] = where
        articles[article.article_id] = article
        mentions.append(mention)
    if not articles:
        raise ImportFileError(f"{path}: holds no tie; its columns are {', '.join(COLUMNS)}")
    return Understood(tuple(articles.values()), tuple(mentions), ())


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, strict=True)
            _require_columns(path, rows.fieldnames or ())
            for row in rows:
                where = f"{path}:{rows.line_num}"
                if None in row or None in row.values():
                    raise ImportFileError(f"{where}: has not as many columns as the first line")
                yield where, {key: value.strip() for key, value in row.items()}
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ImportFileError(f"{path}: not CSV in UTF-8: {error}") from error


def _require_columns(path: Path, names: Any) -> None:
    known = ", ".join(COLUMNS)
    for name in names:
        if name not in COLUMNS:
            raise ImportFileError(f"{path}:1: unknown column `{name}`; known are {known}")
    for name in REQUIRED:
        if name not in names:
            raise ImportFileError(f"{path}:1: column `{name}` is missing; known are {known}")


def _tie(where: str, row: Mapping[str, str], gazetteer: Gazetteer) -> tuple[Article, Mention]:
    cn, pk = _place(where, row, "cn", gazetteer), _place(where, row, "pk", gazetteer)
    url, told_on = _address(where, row), _date(where, row)
    relation, stage = _relation(where, row, cn, pk), row.get("stage") or "signed"
    if stage not in _STAGES:
        _fail(where, "stage", f"must be one of {', '.join(_STAGES)}, not {stage!r}")
    if not row["source"]:
        _fail(where, "source", "must name the list")
    text = "; ".join(f"{key}: {row[key]}" for key in COLUMNS if row.get(key))
    key = "|".join((url, row["source"], cn.place_id, pk.place_id, relation, stage))
    article = Article(
        article_id="t" + sha256(key.encode()).hexdigest()[:16],
        url=url,
        source_id=KNOWN_TIES,
        lang="en",
        title=f"{cn.name_en} and {pk.name_en} in {row['source']}",
        text=text,
    )
    return article, _mention(article, cn, pk, relation=relation, stage=stage, date=told_on)


def _mention(article: Article, cn: Place, pk: Place, **told: Any) -> Mention:
    return Mention(
        article_id=article.article_id,
        type="agreement",
        actor=None,
        cn=cn.name_en,
        pk=pk.name_en,
        cn_id=cn.place_id,
        pk_id=pk.place_id,
        is_new=False,
        evidence=article.text,
        evidence_start=0,
        evidence_end=len(article.text),
        rule=KNOWN_TIE_RULE,
        confidence=1.0,
        **told,
    )


def _place(where: str, row: Mapping[str, str], side: Any, gazetteer: Gazetteer) -> Place:
    if not row[side]:
        _fail(where, side, "is empty; a tie has two places")
    try:
        return place_named(gazetteer, row[side], "CN" if side == "cn" else "PK")
    except ValueError as error:
        _fail(where, side, str(error))


def _relation(where: str, row: Mapping[str, str], cn: Place, pk: Place) -> str:
    sister = sister_relation(cn, pk)
    given = row.get("relation") or sister
    if given not in (sister, "cooperation"):
        _fail(where, "relation", f"a tie of {cn.name_en} and {pk.name_en} is a {sister} or cooperation, not {given!r}")
    return given


def _date(where: str, row: Mapping[str, str]) -> str | None:
    text = row.get("date") or None
    if text is None:
        return None
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        _fail(where, "date", f"must be like 1984, 1984-11 or 1984-11-15, not {text!r}")
    return text


def _address(where: str, row: Mapping[str, str]) -> str:
    try:
        return canonical_url(row["url"])
    except ValueError:
        _fail(where, "url", f"must be an http or https address, not {row['url']!r}")


def _fail(where: str, column: str, problem: str) -> NoReturn:
    raise ImportFileError(f"{where}: column `{column}`: {problem}")
