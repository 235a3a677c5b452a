"""The feeds of types and places, their list, and what becomes of a place's feed without items."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from items import SETTINGS, make_event, make_item, soup_of
from monitor.publish import publish
from monitor.publish.channels import MAIN, channels_with_items
from monitor.records import Place
from monitor.settings import Settings


def place(place_id: str, name: str, parent_id: str | None = None) -> Place:
    country = "CN" if place_id.startswith("cn") else "PK"
    level = "prefecture" if parent_id else "first_level"
    return Place(place_id, name, "", "", level, parent_id, country, 0.0, 0.0)  # type: ignore[arg-type]


PLACES = {
    one.place_id: one
    for one in (
        place("cn-liaoning", "Liaoning"),
        place("cn-liaoning-shenyang", "Shenyang", "cn-liaoning"),
        place("cn-henan", "Henan"),
        place("pk-sindh", "Sindh"),
        place("pk-sindh-karachi", "Karachi", "pk-sindh"),
    )
}
SIGNED = make_item(1, cn_id="cn-liaoning-shenyang", pk_id="pk-sindh-karachi")
VISIT = make_item(
    2, type="visit", stage="took_place", relation=None, actor="local", cn_id="cn-liaoning", pk=None, pk_id=None
)


def names(public: Path) -> set[str]:
    return {path.name for path in (public / "places").iterdir()}


def guids(file: Path) -> list[str]:
    return [entry.id for entry in feedparser.parse(file.read_bytes()).entries]


def test_types_and_places_have_their_items(tmp_path: Path) -> None:
    publish([SIGNED, VISIT], SETTINGS, tmp_path, PLACES)
    assert guids(tmp_path / "feed.xml") == ["e2:signed", "e1:signed"]
    assert guids(tmp_path / "agreements.xml") == ["e1:signed"]
    assert guids(tmp_path / "visits.xml") == ["e2:signed"]
    assert guids(tmp_path / "places" / "cn-liaoning-shenyang.xml") == ["e1:signed"]
    assert guids(tmp_path / "places" / "cn-liaoning.xml") == ["e2:signed", "e1:signed"], "and what lies in it"
    assert guids(tmp_path / "places" / "pk-sindh.xml") == ["e1:signed"]
    assert names(tmp_path) == {
        f"{name}.{suffix}"
        for name in ("cn-liaoning", "cn-liaoning-shenyang", "pk-sindh", "pk-sindh-karachi")
        for suffix in ("xml", "atom", "json")
    }


def test_who_read_of_a_wrong_place_is_told_that_it_was(tmp_path: Path) -> None:
    told = make_event(cn="Henan", cn_id="cn-henan", pk_id="pk-sindh-karachi")
    publish([replace(SIGNED, told=told)], SETTINGS, tmp_path, PLACES)
    for name in ("cn-henan", "cn-liaoning-shenyang", "pk-sindh"):
        (entry,) = feedparser.parse((tmp_path / "places" / f"{name}.xml").read_bytes()).entries
        assert entry.title == "Corrected: Signed: Shenyang and Karachi become sister cities, 9 Dec 2021"


def test_a_feed_of_a_type_is_capped_by_its_own_items() -> None:
    older = [make_item(number) for number in range(10, 13)]
    found = channels_with_items([VISIT, *older], {})
    assert [len(items) for items in found.values()] == [4, 3, 1]


def test_every_feed_says_who_it_is(tmp_path: Path) -> None:
    publish([SIGNED, VISIT], SETTINGS, tmp_path, PLACES)
    feeds = [*tmp_path.glob("*.xml"), *tmp_path.glob("places/*.xml"), *tmp_path.glob("**/*.atom")]
    assert len(feeds) == 4 + 1 + 4 + 2 + 4
    for file in feeds:
        parsed = feedparser.parse(file.read_bytes())
        own = [link.href for link in parsed.feed.links if link.rel == "self"]
        assert own == [f"https://ties.example/news/{file.relative_to(tmp_path)}"]
    karachi = feedparser.parse((tmp_path / "places" / "pk-sindh-karachi.atom").read_bytes())
    assert karachi.feed.title == "Karachi, Sindh: sister ties and visits"


def test_opml_lists_every_feed_but_that_of_operators(tmp_path: Path) -> None:
    publish([SIGNED], SETTINGS, tmp_path, PLACES)
    body = ElementTree.parse(tmp_path / "feeds.opml").getroot().find("body")
    assert body is not None
    top = [outline.get("xmlUrl") for outline in body.findall("outline")]
    below = [outline.get("xmlUrl") for outline in body.findall("outline/outline")]
    base = "https://ties.example/news"
    assert top == [f"{base}/feed.xml", f"{base}/agreements.xml", f"{base}/visits.xml", None]
    assert below == [
        f"{base}/places/{name}.xml" for name in ("pk-sindh-karachi", "cn-liaoning", "cn-liaoning-shenyang", "pk-sindh")
    ], "in the order of their names"
    listed = {str(address).removeprefix(base + "/") for address in [*top[:3], *below]}
    assert listed == {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.xml")} - {"atom.xml", "health.xml"}


def test_the_page_leads_to_every_file_of_readers(tmp_path: Path) -> None:
    publish([SIGNED], SETTINGS, tmp_path, PLACES)
    links = {str(anchor["href"]) for anchor in soup_of((tmp_path / "index.html").read_bytes()).select("nav a")}
    files = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")}
    exports = {"events.csv", "events.parquet", "register.duckdb"}
    assert links == files - {"index.html", "health.xml"} | exports


def test_feed_of_a_place_without_items_goes_and_nothing_else(tmp_path: Path) -> None:
    publish([SIGNED, VISIT], SETTINGS, tmp_path, PLACES)
    places = tmp_path / "places"
    (places / "readme.txt").write_text("the operator's own")
    (places / "notes.xml").write_text("the operator's own")
    (tmp_path / "elsewhere.xml").write_text("outside")
    (places / "cn-linked.xml").symlink_to(tmp_path / "elsewhere.xml")
    (places / "pk-folder.xml").mkdir()
    changed = publish([VISIT], SETTINGS, tmp_path, PLACES)
    kept = {f"cn-liaoning.{suffix}" for suffix in ("xml", "atom", "json")}
    assert names(tmp_path) == kept | {"readme.txt", "notes.xml", "cn-linked.xml", "pk-folder.xml"}
    assert places / "pk-sindh.xml" in changed
    assert (tmp_path / "elsewhere.xml").read_text() == "outside"
    assert not (tmp_path / "feeds.opml").read_text("utf-8").count("pk-sindh")


@pytest.mark.parametrize("odd", ["../escape", "pk-../../escape", "pk-A", "", "cn-a/b"])
def test_no_place_can_write_outside_its_folder(tmp_path: Path, odd: str) -> None:
    publish([make_item(1, cn_id=odd)], Settings(), tmp_path / "public", {odd: place(odd, "Odd")})
    assert not (tmp_path / "public" / "places").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_main_channel_keeps_the_promised_names() -> None:
    assert [MAIN.file("rss"), MAIN.file("atom"), MAIN.file("json")] == ["feed.xml", "atom.xml", "feed.json"]
