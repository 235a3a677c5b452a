"""Build the gazetteer's shipped tables from the reviewed tables beside this script and from packages.

What people decided stands in `reviewed/`; what a package knows (units and their codes, GeoNames' coordinates, Chinese
pinyin) is looked up, so that nobody copies it by hand. `src/monitor/data/gazetteer/SOURCES.md` says what comes whence.

Run: python gazetteer/build.py          writes the shipped tables
     python gazetteer/build.py --check  says what differs between them and what would be written, and fails if so
"""

from __future__ import annotations

import argparse
import csv
import difflib
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import derive
from derive import Alias, Table

REVIEWED = Path(__file__).parent / "reviewed"
SHIPPED = Path(__file__).parents[1] / "src" / "monitor" / "data" / "gazetteer"
PLACE_COLUMNS = (
    *("place_id", "name_en", "name_zh", "name_ur", "level", "parent_id", "country_code"),
    *("latitude", "longitude", "iso_3166_2", "geonames_id"),
)
ALIAS_COLUMNS = ("place_id", "alias", "lang", "kind")
LANGS = ("en", "zh", "ur")
KINDS = (
    "official",
    "former",
    "abbreviation",
    "transliteration",
    "misspelling",
    "garbled",
    "needs_context",
    "called_county",
)


@dataclass(frozen=True)
class Reviewed:
    """The rows of one country as people left them."""

    country: str
    places: Table
    aliases: tuple[Alias, ...]


def read_table(name: str) -> Table:
    """Read a reviewed table; a row gets its file and line under the key `where`.

    Raises ReviewError for a row that has more or fewer cells than the head.
    """
    path = REVIEWED / name
    rows = []
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            if None in row or None in row.values():
                raise derive.ReviewError(f"{path}:{number}: not as many cells as the head of the table has")
            rows.append({**row, "where": f"{path}:{number}"})
    return rows


def read_reviewed(country: str) -> Reviewed:
    """Read and check the reviewed places and aliases of a country.

    Raises ReviewError for an unknown place, language or kind, and for a row given twice.
    """
    places = read_table(f"places_{country}.csv")
    known: set[str] = set()
    for row in places:
        if row["place_id"] in known:
            raise derive.ReviewError(f"{row['where']}: place {row['place_id']!r} is given twice")
        known.add(row["place_id"])
    seen: set[Alias] = set()
    for row in read_table(f"aliases_{country}.csv"):
        alias = Alias(row["place_id"], row["alias"], row["lang"], row["kind"])
        if alias.place_id not in known:
            raise derive.ReviewError(f"{row['where']}: no place {alias.place_id!r} in places_{country}.csv")
        if alias.lang not in LANGS or alias.kind not in KINDS or not alias.alias.strip():
            raise derive.ReviewError(f"{row['where']}: lang is one of {LANGS}, kind one of {KINDS}, alias some name")
        if alias in seen:
            raise derive.ReviewError(f"{row['where']}: this row is given twice")
        seen.add(alias)
    return Reviewed(country.upper(), places, tuple(sorted(seen, key=_alias_order)))


def _alias_order(alias: Alias) -> tuple[str, int, str, str]:
    return alias.place_id, LANGS.index(alias.lang), alias.alias, alias.kind


def build() -> dict[str, str]:
    """Return the shipped tables: file name and content.

    Raises ReviewError naming file and line where the reviewed tables and the packages contradict each other.
    """
    divisions = derive.read_divisions()
    china, pakistan = read_reviewed("cn"), read_reviewed("pk")
    derive.check_units(china.places, divisions)
    derive.check_pakistani_names(pakistan.places, pakistan.aliases, read_table("left_out_pk.csv"))
    doubtful = {row["spelling"] for row in read_table("doubtful_spellings_ur.csv")}
    geonames = derive.read_geonames()
    files: dict[str, str] = {}
    ours: set[str] = set()
    for part in (china, pakistan):
        places = [derive.complete(row, part.country, china.places, divisions) for row in part.places]
        derive.check_parents(places)
        made = (
            derive.chinese_aliases(places, part.aliases, divisions, doubtful)
            if part is china
            else derive.pakistani_aliases(places, part.aliases)
        )
        aliases = derive.with_doubts(places, _without_repeats(part.aliases, made))
        derive.locate(places, aliases, geonames)
        if part is china:
            counties, names = derive.further_counties(places, aliases, divisions, geonames)
            places, aliases = [*places, *counties], [*aliases, *names]
        ours |= {row["name_en"].casefold() for row in places} | {alias.alias.casefold() for alias in aliases}
        code = part.country.lower()
        files[f"places_{code}.csv"] = _to_csv(PLACE_COLUMNS, sorted(places, key=lambda row: row["place_id"]))
        files[f"aliases_{code}.csv"] = _to_csv(
            ALIAS_COLUMNS, [alias.as_row() for alias in sorted(aliases, key=_alias_order)]
        )
    left_out = {row["name"] for row in read_table("left_out_abroad.csv")}
    abroad = derive.read_cities_abroad(ours, left_out)
    files["cities_abroad.csv"] = _to_csv(("name", "country_code"), abroad)
    return files


def _without_repeats(reviewed: Sequence[Alias], made: Iterable[Alias]) -> list[Alias]:
    """Join reviewed and derived aliases; where both give a name of a place, the reviewed one stands."""
    given = {(alias.place_id, alias.alias) for alias in reviewed}
    extra = {(alias.place_id, alias.alias): alias for alias in made if (alias.place_id, alias.alias) not in given}
    return [*reviewed, *extra.values()]


def _to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def differences(files: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines in which the shipped tables (-) differ from those given (+)."""
    for name, content in files.items():
        path = SHIPPED / name
        shipped = path.read_text(encoding="utf-8") if path.exists() else ""
        yield from difflib.unified_diff(
            shipped.splitlines(), content.splitlines(), f"shipped {name}", f"built {name}", n=0, lineterm=""
        )


def main() -> int:
    """Build and write, or check; return the exit code."""
    parser = argparse.ArgumentParser(description="Build the gazetteer's shipped tables.")
    parser.add_argument("--check", action="store_true", help="write nothing; list what differs and exit 1 if anything")
    check = parser.parse_args().check
    try:
        files = build()
    except derive.ReviewError as problem:
        print(problem, file=sys.stderr)
        return 1
    if check:
        found = list(differences(files))
        print("\n".join(found) if found else "The shipped tables are what is built.")
        return int(bool(found))
    for name, content in files.items():
        (SHIPPED / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
