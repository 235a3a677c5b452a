"""Late and changed news: corrected, retracted and further articles of an event that readers know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from commands import query
from homes import SIGNED, assert_sound, entries, event_ids, feed, load, signing
from monitor.loading import store
from monitor.pipeline import open_run
from monitor.records import Article, Collected, Rejection, Understood
from monitor.settings import Home
from monitor.understand.retraction import retraction_notice


@pytest.mark.parametrize(
    ("title", "text", "retracted"),
    [
        ("Retraction: Multan and Lanzhou", "", True),
        ("[Retracted] Multan and Lanzhou become sisters", "", True),
        ("Story withdrawn", "", True),
        ("A note", "This story has been retracted. We regret the error.", True),
        ("撤稿声明:木尔坦与兰州结好", "", True),
        ("启事", "本报道现已撤回,特此说明。", True),
        ("وضاحت", "یہ خبر واپس لے لی گئی ہے۔", True),
        ("Multan withdrawn from list of sister cities", "", False),
        ("Withdrawn delegation returns to Lanzhou", "", False),
        ("A fair", "The mayor said a story of the Daily had been retracted.", False),
        ("A fair", f"{'All is well. ' * 30} This story has been retracted.", False),
    ],
)
def test_notices(title: str, text: str, retracted: bool) -> None:
    assert bool(retraction_notice(Article("a", "https://a.example/", "a", "en", title, text))) is retracted


def test_a_corrected_article_is_a_new_revision_and_no_new_item(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (guid,) = feed(tmp_path)
    load(tmp_path, signing(cn="Wuhan", title="Multan, Wuhan become sister cities"))
    ((again, title),) = feed(tmp_path).items()
    assert (again, title.split(" become")[0]) == (guid, "Corrected: Signed: Wuhan and Multan")
    assert query(tmp_path, "SELECT count(*), max(revision) FROM articles") == [(1, 2)]
    assert_sound(tmp_path)


def test_further_sources_update_the_item_in_place(tmp_path: Path) -> None:
    undated = signing(text="The mayors of Multan and Lanzhou signed a sister city agreement in Multan.")
    load(tmp_path, undated)
    (first,) = entries(tmp_path)
    assert load(tmp_path, signing(2), signing(3)).announced == 0
    (item,) = entries(tmp_path)
    assert (item.id, item.published) == (first.id, first.published)
    assert item.title == f"Signed: Lanzhou and Multan become sister cities, {SIGNED.day} {SIGNED:%b %Y}"
    assert item.description.count("<li>") == 3


NOTICE: dict[str, Any] = {"title": "Retraction", "text": "This story has been retracted. We regret the error."}


def test_an_event_of_which_one_report_is_taken_back_is_marked(tmp_path: Path) -> None:
    load(tmp_path, signing(1), signing(2))
    before = feed(tmp_path)
    load(tmp_path, signing(1, **NOTICE))
    assert feed(tmp_path) == before
    (item,) = entries(tmp_path)
    assert item.description.count("<strong>taken back</strong>") == 1
    assert query(tmp_path, "SELECT contested, in_feed, article_count FROM events") == [(True, True, 2)]
    assert query(tmp_path, "SELECT source_id, title, revision FROM articles WHERE retracted_at IS NOT NULL") == [
        ("outlet1", "Multan, Lanzhou become sister cities", 1)
    ]
    assert query(tmp_path, "SELECT step, reason FROM rejections") == [("understand", "retracted")]
    assert_sound(tmp_path)


def test_an_event_of_which_all_reports_are_taken_back_is_withdrawn_until_one_stands_again(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    ((guid, title),) = feed(tmp_path).items()
    load(tmp_path, signing(1, **NOTICE))
    assert feed(tmp_path) == {guid: f"Withdrawn: {title}"}
    load(tmp_path, signing(2))
    assert feed(tmp_path) == {guid: title}
    load(tmp_path, signing(1))
    assert query(tmp_path, "SELECT contested, article_count FROM events") == [(False, 2)]
    assert query(tmp_path, "SELECT count(retracted_at) FROM articles") == [(0,)]
    assert_sound(tmp_path)


@pytest.mark.parametrize(("reason", "retracted"), [("http_410", 1), ("http_404", 0), ("timeout", 0)])
def test_a_page_taken_away_on_purpose_is_retracted(tmp_path: Path, reason: str, retracted: int) -> None:
    load(tmp_path, signing(1))
    url = query(tmp_path, "SELECT url FROM articles")[0][0]
    answer: Any = Collected("outlet1", (), (), (Rejection(url, "collect", reason),), 1, not_modified=False)
    with open_run("news", Home(tmp_path)) as run:
        store(run.warehouse, run.settings, Understood((), (), ()), [answer], {}, now=run.started_at, bulk=False)
        run.publish()
    assert query(tmp_path, "SELECT count(retracted_at) FROM articles") == [(retracted,)]
    assert [title.startswith("Withdrawn: ") for title in feed(tmp_path).values()] == [bool(retracted)]
    assert len(event_ids(tmp_path)) == 1
