"""Verdicts: given on the command line or in the file, above the rules, in feed, page and SQL."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from commands import monitor, monitor_json, query
from homes import SIGNED, assert_sound, entries, event_ids, feed, feed_bytes, load, signing
from monitor.errors import MonitorError
from monitor.explain import explain
from monitor.pipeline import open_run, republish
from monitor.reprocess import reprocess
from monitor.review import Decision, list_doubts, take_verdict
from monitor.settings import Home

INTENT = signing(
    2,
    title="A letter of intent",
    text=f"The mayors of Multan and Lanzhou signed a letter of intent on sister city ties on {SIGNED:%B} {SIGNED.day}.",
)


def decide(home: Path, event_id: str, **action: Any) -> Decision:
    return take_verdict(Home(home), event_id, action, "A. Reviewer", "The city says so")


def replay(home: Path) -> None:
    with open_run("reprocess", Home(home)) as run:
        reprocess(run)
        run.publish()


def first_title(home: Path) -> str:
    return next(iter(feed(home).values()))


def events(home: Path) -> list[tuple[Any, ...]]:
    return query(home, "SELECT event_id, stage, cn, pk, date, in_feed, verdict FROM events ORDER BY date, event_id")


def test_the_command_line_lists_doubts_and_takes_a_verdict(tmp_path: Path) -> None:
    load(tmp_path, signing(), INTENT)
    (event_id,) = event_ids(tmp_path)
    (doubt,) = monitor_json("review", "--home", tmp_path)["doubtful"]
    assert (doubt["event_id"], [reason.split(":")[0] for reason in doubt["reasons"]]) == (event_id, ["contested"])
    assert {mention["stage"] for mention in doubt["mentions"]} == {"signed", "letter_of_intent"}
    assert "signed a letter of intent" in monitor("review", "--home", tmp_path).stdout
    done = monitor(
        "review",
        event_id,
        "--set",
        "stage=signed",
        "--by",
        'Åsa "A" Khan',
        "--reason",
        "Seen\nthe paper",
        "--home",
        tmp_path,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "verdicts.toml" in done.stdout
    assert events(tmp_path) == [(event_id, "signed", "Lanzhou", "Multan", str(SIGNED), True, "corrected")]
    assert query(tmp_path, "SELECT verdict_no, event_id, verdict, detail, given_by, date, reason FROM verdicts") == [
        (
            1,
            event_id,
            "corrected",
            '{"set": {"stage": "signed"}}',
            'Åsa "A" Khan',
            str(datetime.now(UTC).date()),
            "Seen the paper",
        )
    ]
    assert monitor_json("review", "--home", tmp_path) == {"doubtful": [], "waiting": []}
    assert_sound(tmp_path)


def test_every_feed_that_told_it_says_that_it_is_withdrawn(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    (place_id,) = query(tmp_path, "SELECT pk_id FROM events")[0]
    decide(tmp_path, event_id, reject=True)
    public = tmp_path / "public"
    for name in ("feed.xml", "atom.xml", "agreements.xml", f"places/{place_id}.atom"):
        (entry,) = feedparser.parse((public / name).read_bytes()).entries
        assert entry.title.startswith("Withdrawn: Signed: Lanzhou and Multan"), name
    (item,) = json.loads((public / "feed.json").read_bytes())["items"]
    assert item["title"] == entry.title
    assert "The city says so" in item["content_html"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["EVENT", "--accept"], 2, "--by"),
        (["--accept", "--by", "A", "--reason", "R"], 2, "EVENT_ID"),
        (["EVENT", "--by", "A", "--reason", "R"], 2, "--accept"),
        (["EVENT", "--set", "stage", "--by", "A", "--reason", "R"], 2, "FIELD=VALUE"),
        (["e0", "--accept", "--by", "A", "--reason", "R"], 1, "no event has the id 'e0'"),
        (
            ["EVENT", "--set", "stage=took_place", "--by", "A", "--reason", "R"],
            1,
            "`stage` of type agreement is",
        ),
        (["EVENT", "--set", "cn=Karachi", "--by", "A", "--reason", "R"], 1, "'Karachi' is no place of CN"),
        (["EVENT", "--set", "cn=", "--by", "A", "--reason", "R"], 1, "an agreement needs `cn` and `pk`"),
        (["EVENT", "--set", "actor=envoy", "--by", "A", "--reason", "R"], 1, "of type agreement, which has none"),
        (["EVENT", "--set", "relation=sister_province", "--by", "A", "--reason", "R"], 1, "is a sister_city"),
        (["EVENT", "--set", "date=May", "--by", "A", "--reason", "R"], 1, "`date` must be like"),
        (["EVENT", "--merge", "EVENT", "--by", "A", "--reason", "R"], 1, "already"),
        (["EVENT", "--split", "none", "--by", "A", "--reason", "R"], 1, "article none does not report"),
    ],
)
def test_a_verdict_that_cannot_be_is_neither_stored_nor_written(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    before = events(tmp_path)
    done = monitor("review", *(event_id if a == "EVENT" else a for a in arguments), "--home", tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert not (tmp_path / "verdicts.toml").exists()
    republish(Home(tmp_path))
    assert events(tmp_path) == before


def test_rejecting_withdraws_the_item_under_its_guid_for_thirty_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, signing())
    ((guid, title),) = feed(tmp_path).items()
    (event_id,) = event_ids(tmp_path)
    decision = decide(tmp_path, event_id, reject=True)
    assert (decision.verdict, decision.in_feed) == ("rejected", False)
    assert feed(tmp_path) == {guid: f"Withdrawn: {title}"}
    assert "The city says so" in entries(tmp_path)[0].description
    assert "Reviewer" not in feed_bytes(tmp_path).decode(), "readers are told why, not who"
    assert f"<h2>Withdrawn: {title}</h2>" in (tmp_path / "public" / "index.html").read_text("utf-8")
    assert query(tmp_path, "SELECT count(*) FROM ties") == [(0,)]
    assert_sound(tmp_path)

    later = datetime.now(UTC) + timedelta(days=31)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return later.astimezone(tz)

    monkeypatch.setattr("monitor.pipeline.datetime", Clock)
    republish(Home(tmp_path))
    assert feed(tmp_path) == {}


def test_more_reports_do_not_bring_a_rejected_event_back(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, reject=True)
    assert load(tmp_path, signing(2), signing(3)).announced == 0
    assert [row[0] for row in events(tmp_path)] == [event_id]
    assert events(tmp_path)[0][5:] == (False, "rejected")
    decide(tmp_path, event_id, accept=True)
    assert events(tmp_path)[0][5:] == (True, "accepted"), "the later verdict counts"
    assert first_title(tmp_path).startswith("Signed: ")


def test_correcting_keeps_the_guid_and_says_so(tmp_path: Path) -> None:
    load(tmp_path, signing())
    ((guid, title),) = feed(tmp_path).items()
    (published,) = (entry.published for entry in entries(tmp_path))
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, set={"cn": "Xi'an", "date": str(SIGNED - timedelta(days=1))})
    (entry,) = entries(tmp_path)
    assert (entry.id, entry.published) == (guid, published)
    assert re.match(r"Corrected: Signed: Xi'an and Multan become sister cities, \d+ \w+ \d+$", entry.title)
    assert f"It was told as: {title}" in entry.description
    assert query(tmp_path, "SELECT cn, cn_id = (SELECT place_id FROM places WHERE name_en = 'Xi''an') FROM events") == [
        ("Xi'an", True)
    ]
    load(tmp_path, signing(2))
    assert events(tmp_path)[0][2] == "Xi'an", "further reports do not outvote a person"
    assert_sound(tmp_path)


def test_a_correction_that_only_adds_what_was_open_says_so_too(tmp_path: Path) -> None:
    text = "The mayors of Multan and Lanzhou signed a sister city agreement in Multan."
    load(tmp_path, signing(text=text))
    assert list(feed(tmp_path).values()) == ["Signed: Lanzhou and Multan become sister cities, date not given"]
    decide(tmp_path, event_ids(tmp_path)[0], set={"date": str(SIGNED)})
    assert first_title(tmp_path).startswith("Corrected: Signed: Lanzhou and Multan")


def test_a_new_level_of_place_renames_the_tie(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, set={"cn": "Gansu", "pk": "Punjab"})
    assert query(tmp_path, "SELECT relation FROM events") == [("sister_province",)]
    assert_sound(tmp_path)


def test_merging_redirects_the_younger_id(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    (older,) = event_ids(tmp_path)
    load(tmp_path, signing(2, cn="Wuhan"))
    (younger,) = set(event_ids(tmp_path)) - {older}
    assert set(feed(tmp_path)) == {f"{older}:signed", f"{younger}:signed"}
    assert decide(tmp_path, younger, merge=older).event_id == older
    assert [row[0] for row in events(tmp_path)] == [older]
    assert list(feed(tmp_path)) == [f"{older}:signed"]
    assert query(tmp_path, "SELECT article_count, verdict FROM events") == [(2, "merged")]
    assert explain(Home(tmp_path), younger).facts["event"]["event_id"] == older
    for further in (signing(3, cn="Wuhan"), signing(4)):
        load(tmp_path, further)
        assert [row[0] for row in events(tmp_path)] == [older], "the rules do not part them again"
    replay(tmp_path)
    assert [row[0] for row in events(tmp_path)] == [older]
    assert_sound(tmp_path)


def test_taking_a_merger_back_gives_both_their_items_back(tmp_path: Path) -> None:
    load(tmp_path, signing(1))
    load(tmp_path, signing(2, cn="Wuhan"))
    before = feed(tmp_path), events(tmp_path)
    older, younger = event_ids(tmp_path)
    decide(tmp_path, older, merge=younger)
    (tmp_path / "verdicts.toml").unlink()
    republish(Home(tmp_path))
    assert (feed(tmp_path), events(tmp_path)) == before
    assert_sound(tmp_path)


def test_splitting_gives_two_events_of_which_one_keeps_the_id(tmp_path: Path) -> None:
    load(tmp_path, signing(1), signing(2), signing(3))
    (event_id,) = event_ids(tmp_path)
    articles = [one for (one,) in query(tmp_path, "SELECT article_id FROM articles ORDER BY url")]
    for founder_too in articles[:2]:
        assert query(tmp_path, f"SELECT event_id FROM event_articles WHERE article_id = '{founder_too}'") == [
            (event_id,)
        ]
    decide(tmp_path, event_id, split=articles[:2])
    kept = query(tmp_path, f"SELECT article_id FROM event_articles WHERE event_id = '{event_id}'")
    assert kept == [(articles[2],)], "the articles named leave, whichever founded the event"
    (other,) = set(event_ids(tmp_path)) - {event_id}
    assert set(feed(tmp_path)) == {f"{event_id}:signed", f"{other}:signed"}
    after = events(tmp_path)
    load(tmp_path, signing(4))
    replay(tmp_path)
    assert events(tmp_path) == after
    assert_sound(tmp_path)


def test_a_file_from_elsewhere_decides_a_warehouse_built_anew(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    articles = (
        signing(1),
        signing(2),
        signing(3),
        signing(4, cn="Wuhan", pk="Gwadar"),
        signing(5, cn="Jinan", pk="Lahore"),
    )
    load(first, *articles)
    split_from, rejected = (
        query(first, f"SELECT event_id FROM events WHERE cn = '{cn}'")[0][0] for cn in ("Lanzhou", "Jinan")
    )
    merged = query(first, "SELECT event_id FROM events WHERE cn = 'Wuhan'")[0][0]
    one = query(first, "SELECT article_id FROM articles WHERE url LIKE '%outlet1.%'")[0][0]
    decide(first, split_from, split=[one])
    decide(first, split_from, merge=merged)
    decide(first, rejected, reject=True)
    second.mkdir()
    (second / "verdicts.toml").write_bytes((first / "verdicts.toml").read_bytes())
    for article in reversed(articles):
        load(second, article)
    wanted = "SELECT cn, article_count, in_feed, verdict FROM events ORDER BY ALL"
    assert query(second, wanted) == query(first, wanted)
    assert_sound(second)


def test_an_accepted_event_outlives_its_reading(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, accept=True)
    before = feed(tmp_path)
    load(tmp_path, signing(title="A fair", text="Multan and Lanzhou hold a fair."))
    assert feed(tmp_path) == before
    assert query(tmp_path, "SELECT article_count, in_feed, verdict FROM events") == [(0, True, "accepted")]
    load(tmp_path, signing())
    assert event_ids(tmp_path) == [event_id]
    assert_sound(tmp_path)


def test_verdicts_on_an_event_that_no_article_tells_any_more(tmp_path: Path) -> None:
    load(tmp_path, signing())
    ((guid, title),) = feed(tmp_path).items()
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, accept=True)
    load(tmp_path, signing(title="A fair", text="Multan and Lanzhou hold a fair."))
    decide(tmp_path, event_id, reject=True)
    assert feed(tmp_path) == {guid: f"Withdrawn: {title}"}
    decide(tmp_path, event_id, accept=True)
    assert feed(tmp_path) == {guid: title}
    (tmp_path / "verdicts.toml").unlink()
    republish(Home(tmp_path))
    assert feed(tmp_path) == {guid: f"Withdrawn: {title}"}
    assert query(tmp_path, "SELECT in_feed, verdict FROM events") == [(False, None)]
    assert_sound(tmp_path)


def test_a_verdict_waits_for_its_event(tmp_path: Path) -> None:
    other = tmp_path / "other"
    load(other, signing())
    (event_id,) = event_ids(other)
    load(tmp_path, signing(2, cn="Wuhan"))
    (tmp_path / "verdicts.toml").write_text(
        f'[[verdict]]\nevent = "{event_id}"\nreject = true\nby = "A"\ndate = 2026-11-22\nreason = "R"\n'
    )
    republish(Home(tmp_path))
    (waiting,) = list_doubts(Home(tmp_path)).facts["waiting"]
    assert (waiting["event_id"], waiting["where"]) == (event_id, f"{tmp_path / 'verdicts.toml'}:3")
    load(tmp_path, signing())
    assert (event_id, False, "rejected") in [(row[0], *row[5:]) for row in events(tmp_path)]
    assert list_doubts(Home(tmp_path)).facts["waiting"] == []


def test_a_mistake_in_the_file_stops_every_command_that_would_heed_it(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (tmp_path / "verdicts.toml").write_text('[[verdict]]\nevent = "e1"\n')
    for command in (["run"], ["publish"], ["reprocess"], ["review"], ["import", tmp_path / "articles.jsonl"]):
        done = monitor(*command, "--home", tmp_path)
        assert (done.returncode, done.stdout) == (1, "")
        assert "verdicts.toml:1: `by`: is missing" in done.stderr


def test_a_verdict_in_a_home_without_news(tmp_path: Path) -> None:
    with pytest.raises(MonitorError, match="nothing is stored yet"):
        decide(tmp_path, "e1", accept=True)


def test_doubtful_events_and_why(tmp_path: Path) -> None:
    misspelt = signing(1, title="News of today", text="Larkana has inked a sister-city pact with Weinen city of China.")
    load(tmp_path, misspelt, signing(2, cn="Wuhan"))
    (doubt,) = list_doubts(Home(tmp_path)).facts["doubtful"]
    assert (doubt["cn"], [reason.split(":")[0] for reason in doubt["reasons"]]) == (
        "Weinan",
        ["low confidence", "fuzzy place"],
    )
    assert "Unconfirmed" in feed_bytes(tmp_path).decode()
    (tmp_path / "monitor.toml").write_text("[review]\nreview_confidence = 0.99\n")
    assert len(list_doubts(Home(tmp_path)).facts["doubtful"]) == 2


def test_explain_tells_who_decided(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, set={"stage": "proposed"})
    text = explain(Home(tmp_path), event_id).as_text()
    assert f"corrected (stage=proposed) by A. Reviewer, {datetime.now(UTC).date()}: The city says so" in text


def test_the_order_of_verdicts_counts(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (event_id,) = event_ids(tmp_path)
    decide(tmp_path, event_id, accept=True)
    decide(tmp_path, event_id, reject=True)
    assert events(tmp_path)[0][5:] == (False, "rejected")
    heading, accept, reject = (tmp_path / "verdicts.toml").read_text("utf-8").split("[[verdict]]")
    (tmp_path / "verdicts.toml").write_text("[[verdict]]".join([heading, reject, accept]), "utf-8")
    republish(Home(tmp_path))
    assert events(tmp_path)[0][5:] == (True, "accepted")


@pytest.mark.parametrize(("action", "kept_apart"), [("reject", True), ("accept", False)])
def test_the_rules_merge_no_rejected_event_into_another(tmp_path: Path, action: str, kept_apart: bool) -> None:
    long_ago = SIGNED - timedelta(days=60)
    load(tmp_path, signing(1), signing(2, day=long_ago, published=str(SIGNED)))
    other, event_id = (row[0] for row in sorted(events(tmp_path), key=lambda row: row[4], reverse=True))
    decide(tmp_path, event_id, **{action: True})
    load(tmp_path, signing(2))
    if kept_apart:
        assert {row[0]: row[5:] for row in events(tmp_path)} == {
            event_id: (False, "rejected"),
            other: (True, None),
        }
    else:
        ((live, *_, in_feed, verdict),) = events(tmp_path)
        assert ({live} < {event_id, other}, in_feed, verdict) == (True, True, "accepted")
    assert_sound(tmp_path)
