"""Reading everything anew: the same rules change nothing, changed rules only what they change."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import environment, monitor_json, query
from conftest import DemoRuns
from homes import SIGNED, assert_sound, entries, event_ids, feed, feed_bytes, load, signing
from monitor import understanding
from monitor.collect.archive import Archive
from monitor.errors import ArchiveError
from monitor.pipeline import RunSummary, open_run
from monitor.records import Article, Page
from monitor.reprocess import reprocess
from monitor.settings import Home
from monitor.understand import Reading, read_article
from warehouse_rows import ROOT

Rule = Callable[[Article], Reading]
CONTENT = (
    "SELECT * REPLACE (announced_at::VARCHAR AS announced_at, updated_at::VARCHAR AS updated_at) FROM events "
    "ORDER BY event_id",
    "SELECT * FROM mentions ORDER BY mention_id",
    "SELECT * REPLACE (fetched_at::VARCHAR AS fetched_at) FROM articles ORDER BY article_id",
    "SELECT url, step, reason, detail, last_seen_at::VARCHAR FROM rejections ORDER BY ALL",
)


def replay(home: Path) -> RunSummary:
    """What the command `reprocess` does."""
    with open_run("reprocess", Home(home)) as run:
        reprocess(run)
        run.publish()
        return run.summary({})


def content(home: Path) -> list[Any]:
    return [feed_bytes(home), *(query(home, sql) for sql in CONTENT)]


def copy_of(demo: DemoRuns, home: Path) -> Path:
    return shutil.copytree(demo.home, home, ignore=shutil.ignore_patterns(".prefect"))


def test_the_same_rules_change_nothing_in_the_demo(tmp_path: Path, demo: DemoRuns) -> None:
    home = copy_of(demo, tmp_path / "home")
    before = content(home)
    summary = monitor_json("reprocess", "--home", home)
    assert (summary["flow"], summary["articles"], summary["kept"]) == ("reprocess", 55, 35)
    assert (summary["events_new"], summary["events_changed"], summary["announced"]) == (0, 0, 0)
    assert content(home) == before
    assert_sound(home)


def test_the_archive_alone_gives_the_same_events(tmp_path: Path, demo: DemoRuns) -> None:
    home = copy_of(demo, tmp_path / "home")
    shutil.rmtree(home / "warehouse")
    replay(home)
    sql = (
        "SELECT event_id, stage, cn, pk, date, is_new, in_feed, contested, article_count FROM events ORDER BY event_id"
    )
    assert query(home, sql) == query(demo.home, sql)


DAYS = st.sampled_from([SIGNED - timedelta(days=days) for days in (0, 1, 40, 800)])
ARTICLES = st.builds(
    lambda number, day, cn, intent, dated: signing(
        number,
        day,
        cn,
        text=f"The mayors of Multan and {cn} signed {'a letter of intent on' if intent else 'a'} sister city "
        f"{'ties' if intent else 'agreement'} in Multan{f' on {day:%B} {day.day}, {day.year}' if dated else ''}.",
    ),
    st.integers(1, 9),
    DAYS,
    st.sampled_from(["Lanzhou", "Wuhan"]),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(st.lists(ARTICLES, min_size=1, max_size=4), min_size=1, max_size=3))
def test_the_same_rules_change_nothing_whatever_was_loaded_in_whatever_order(batches: list[list[Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for batch in batches:
            load(home, *batch)
        before = content(home)
        replay(home)
        assert content(home) == before
        assert_sound(home)


def read_otherwise(monkeypatch: pytest.MonkeyPatch, words: str, change: Callable[[Reading], Reading]) -> None:
    """Let today's rules read articles that hold `words` otherwise than those of before."""
    rule: Rule = lambda article: change(read_article(article)) if words in article.text else read_article(article)  # noqa: E731
    monkeypatch.setattr(understanding, "read_article", rule)


def with_mentions(**changes: Any) -> Callable[[Reading], Reading]:
    return lambda reading: replace(reading, mentions=tuple(replace(m, **changes) for m in reading.mentions))


def test_changed_rules_correct_what_they_change_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, signing(1), signing(2, cn="Wuhan"))
    before = {entry.id: (entry.title, entry.description) for entry in entries(tmp_path)}
    ids = event_ids(tmp_path)
    read_otherwise(monkeypatch, "Lanzhou", with_mentions(stage="letter_of_intent"))
    summary = replay(tmp_path)
    assert (summary.events_new, summary.events_changed, summary.announced) == (0, 1, 0)
    after = {entry.id: (entry.title, entry.description) for entry in entries(tmp_path)}
    assert set(after) == set(before)
    assert event_ids(tmp_path) == ids
    changed = [guid for guid in after if after[guid] != before[guid]]
    assert [after[guid][0].split(",")[0] for guid in changed] == ["Corrected: Letter of intent: Lanzhou and Multan"]


def test_an_event_read_at_another_place_keeps_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, signing(1), signing(2))
    ((guid, _),) = feed(tmp_path).items()
    read_otherwise(monkeypatch, "Lanzhou", with_mentions(cn="Wuhan", cn_id="cn-hubei-wuhan"))
    replay(tmp_path)
    ((again, title),) = feed(tmp_path).items()
    assert (again, title.split(" become")[0]) == (guid, "Corrected: Signed: Wuhan and Multan")
    assert_sound(tmp_path)


def test_what_the_rules_find_no_more_is_withdrawn_and_what_they_find_anew_is_announced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as blind:
        read_otherwise(blind, "Wuhan", lambda reading: replace(reading, mentions=()))
        load(tmp_path, signing(1), signing(2, cn="Wuhan"))
    ((guid, title),) = feed(tmp_path).items()
    read_otherwise(monkeypatch, "Lanzhou", lambda reading: replace(reading, mentions=()))
    replay(tmp_path)
    titles = feed(tmp_path)
    assert titles.pop(guid) == f"Withdrawn: {title}"
    assert [title.split(" become")[0] for title in titles.values()] == ["Signed: Wuhan and Multan"]
    assert_sound(tmp_path)
    monkeypatch.undo()
    replay(tmp_path)
    assert feed(tmp_path)[guid] == title, "with the rules of before it stands as it stood"


def test_a_verdict_outranks_changed_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(tmp_path, signing(1))
    (event_id,) = event_ids(tmp_path)
    (tmp_path / "verdicts.toml").write_text(
        f'[[verdict]]\nevent = "{event_id}"\nset = {{ stage = "proposed" }}\n'
        'by = "A"\ndate = 2026-11-22\nreason = "R"\n'
    )
    for change in (with_mentions(stage="letter_of_intent"), with_mentions(cn="Wuhan", cn_id="cn-hubei-wuhan")):
        read_otherwise(monkeypatch, "Lanzhou", change)
        replay(tmp_path)
        assert query(tmp_path, "SELECT event_id, stage, verdict FROM events") == [(event_id, "proposed", "corrected")]
    monkeypatch.setattr(understanding, "read_article", lambda article: replace(read_article(article), mentions=()))
    replay(tmp_path)
    assert query(tmp_path, "SELECT event_id, stage, in_feed FROM events") == [(event_id, "proposed", True)]


def page(minute: int, text: str) -> Page:
    body = f"<html><title>Multan, Lanzhou sign</title><article><p>{text} {'All is well. ' * 30}</p></article></html>"
    at = datetime.now(UTC) - timedelta(days=5) + timedelta(minutes=minute)
    url = "https://dawn.example/news"
    return Page(url, url, 200, {"content-type": "text/html"}, body.encode(), at, "dawn")


def archive(home: Path, run: str, *pages: Page) -> None:
    with Archive(home / "archive", run, pages[0].fetched_at) as file:
        for one in pages:
            file.write_page(one, {})


SIGNED_TEXT = (
    f"The mayors of Multan and Lanzhou signed a sister city agreement on {SIGNED:%B} {SIGNED.day}, {SIGNED.year}."
)


def test_the_latest_revision_counts_and_an_import_after_it(tmp_path: Path) -> None:
    archive(tmp_path, "a", page(0, SIGNED_TEXT))
    archive(tmp_path, "b", page(60, SIGNED_TEXT.replace("Lanzhou", "Wuhan")))
    replay(tmp_path)
    assert query(tmp_path, "SELECT cn FROM events") == [("Wuhan",)]
    load(tmp_path, signing(url="https://dawn.example/news", source="dawn", cn="Jinan"))
    replay(tmp_path)
    assert query(tmp_path, "SELECT cn FROM events") == [("Jinan",)], "the import is later than the archive"


def test_a_damaged_archive_changes_nothing_and_is_named(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    before = content(tmp_path)
    archive(tmp_path, "a", page(0, SIGNED_TEXT))
    (file,) = (tmp_path / "archive").iterdir()
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(ArchiveError, match=rf"{file.name}: record \d, from byte \d+ on: .* move it out of"):
        replay(tmp_path)
    assert content(tmp_path) == before


KILLED = """
import sys
from pathlib import Path
from dataclasses import replace
from monitor import understanding
from monitor.pipeline import open_run
from monitor.reprocess import reprocess
from monitor.settings import Home
from monitor.understand import read_article
from monitor.warehouse import apply

def stall(*_: object) -> int:
    print("stalled", flush=True)
    sys.stdin.read()
    return 0

understanding.read_article = lambda article: replace(read_article(article), mentions=())
apply._rejections = stall
with open_run("reprocess", Home(Path(sys.argv[1]))) as run:
    reprocess(run)
"""


def test_a_crash_in_the_middle_leaves_what_was(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    before = content(tmp_path)
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**environment(), "PYTHONPATH": paths},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stalled\n"
        process.send_signal(signal.SIGKILL)
    assert content(tmp_path) == before
    assert replay(tmp_path).events_changed == 0
    assert content(tmp_path) == before
    assert_sound(tmp_path)


FLOW = """
import asyncio, sys
from flows.reprocess import reprocess
print(asyncio.run(reprocess(home=sys.argv[1])).events_changed)
"""


def test_the_flow_does_the_same_and_is_deployed(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    before = content(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", FLOW, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["0"], done.stderr
    assert content(tmp_path) == before
    assert query(tmp_path, "SELECT status FROM runs WHERE flow = 'reprocess'") == [("done",)]
    assert "entrypoint: flows/reprocess.py:reprocess" in (ROOT / "prefect.yaml").read_text("utf-8")
