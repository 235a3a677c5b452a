"""Known ties from public lists: background with its source, so that new means new."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import monitor, monitor_json, query
from homes import SIGNED, assert_sound, feed, feed_bytes, load, signing
from monitor.pipeline import open_run
from monitor.reprocess import reprocess
from monitor.settings import Home

HEADER = "cn,pk,date,source,url,note\n"
ROW = "兰州,Multan,2011-05,List of sister cities,https://list.example/pk,signed in Multan\n"


def import_ties(home: Path, *rows: str, header: str = HEADER) -> None:
    home.mkdir(exist_ok=True)
    file = home / "ties.csv"
    file.write_text(header + "".join(rows), "utf-8")
    summary = monitor_json("import", "--ties", file, "--home", home)
    assert (summary["articles"], summary["announced"]) == (len(rows), 0)


def test_a_tie_is_background_with_its_row_as_proof(tmp_path: Path) -> None:
    import_ties(tmp_path, ROW, "Henan,Sindh,,The same list,https://list.example/pk,\n")
    assert query(tmp_path, "SELECT cn, pk, relation, stage, date, is_new, in_feed FROM events ORDER BY cn") == [
        ("Henan", "Sindh", "sister_province", "signed", None, False, False),
        ("Lanzhou", "Multan", "sister_city", "signed", "2011-05", False, False),
    ]
    assert query(tmp_path, "SELECT cn, signed FROM ties ORDER BY cn") == [("Henan", None), ("Lanzhou", "2011-05")]
    assert query(tmp_path, "SELECT url, evidence FROM event_articles WHERE evidence LIKE '%Multan%'") == [
        (
            "https://list.example/pk",
            "cn: 兰州; pk: Multan; source: List of sister cities; url: https://list.example/pk; date: 2011-05; "
            "note: signed in Multan",
        )
    ]
    assert_sound(tmp_path)
    before = query(tmp_path, "SELECT * FROM mentions ORDER BY mention_id")
    import_ties(tmp_path, ROW)
    with open_run("reprocess", Home(tmp_path)) as run:
        reprocess(run)
        run.publish()
    assert query(tmp_path, "SELECT * FROM mentions ORDER BY mention_id") == before


def test_the_same_history_told_by_articles_joins_it(tmp_path: Path) -> None:
    import_ties(tmp_path, ROW)
    told = "Lanzhou and Multan signed a sister city agreement in May 2011."
    load(tmp_path, signing(1, title="A look back", text=told), signing(2, title="Ties", text=told))
    assert query(tmp_path, "SELECT date, is_new, article_count FROM events") == [("2011-05", False, 3)]
    assert feed(tmp_path) == {}


@pytest.mark.parametrize("ties_first", [True, False])
def test_a_known_tie_that_no_article_dates_is_no_news_and_a_dated_one_is(tmp_path: Path, ties_first: bool) -> None:
    undated = signing(1, text="The mayors of Multan and Lanzhou signed a sister city agreement in Multan.")
    if ties_first:
        import_ties(tmp_path, ROW)
    load(tmp_path, undated)
    assert len(feed(tmp_path)) == (not ties_first), "without the list it is news"
    if not ties_first:
        import_ties(tmp_path, ROW)
        assert [title.split(":")[0] for title in feed(tmp_path).values()] == ["Withdrawn"]
    assert query(tmp_path, "SELECT DISTINCT is_new, in_feed FROM events") == [(False, False)]
    load(tmp_path, signing(2, title="A renewal"))
    assert [title.partition(", ")[2] for title in feed(tmp_path).values()] == [f"{SIGNED.day} {SIGNED:%b %Y}"]
    assert_sound(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", ":1: column `cn` is missing"),
        ("cn,pk,source\n", ":1: column `url` is missing; known are cn, pk, source, url, date"),
        (HEADER.replace("note", "notes"), ":1: unknown column `notes`"),
        (HEADER, "holds no tie"),
        (HEADER + ROW + "Suzhu,Multan,,L,https://list.example,\n", ":3: column `cn`: 'Suzhu' is no place of CN"),
        (HEADER + ",Multan,,L,https://list.example,\n", ":2: column `cn`: is empty"),
        (HEADER + "Henan,Sindh,May,L,https://list.example,\n", ":2: column `date`: must be like 1984"),
        (HEADER + "Henan,Sindh,2021-13,L,https://list.example,\n", ":2: column `date`: must be like 1984"),
        (HEADER + "Henan,Sindh,,L,list.example,\n", ":2: column `url`: must be an http or https address"),
        (HEADER + "Henan,Sindh,,,https://list.example,\n", ":2: column `source`: must name the list"),
        (HEADER + "Henan,Sindh,,L,https://list.example\n", ":2: has not as many columns as the first line"),
        (HEADER + "Henan,Sindh,,L,https://list.example,,\n", ":2: has not as many columns as the first line"),
        (HEADER + ROW + ROW, "ties.csv:3: the same tie of the same list stands in"),
        (
            "cn,pk,source,url,relation\nHenan,Lahore,L,https://list.example,sister_province\n",
            ":2: column `relation`: a tie of Henan and Lahore is a sister_city or cooperation",
        ),
        ("cn,pk,source,url,stage\nHenan,Lahore,L,https://list.example,done\n", ":2: column `stage`: must be one of"),
        (HEADER.encode() + b"\xff,Multan,,L,https://list.example,\n", "not CSV in UTF-8"),
        (HEADER + '"Henan,Sindh\n', "not CSV in UTF-8"),
    ],
)
def test_nothing_is_stored_of_a_file_with_a_mistake(tmp_path: Path, content: str | bytes, said: str) -> None:
    load(tmp_path, signing())
    before = feed_bytes(tmp_path), query(tmp_path, "SELECT count(*) FROM articles")
    file = tmp_path / "ties.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = monitor("import", "--ties", file, "--home", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{file}" in done.stderr
    assert said in done.stderr
    assert (feed_bytes(tmp_path), query(tmp_path, "SELECT count(*) FROM articles")) == before


def test_import_needs_something_to_import(tmp_path: Path) -> None:
    done = monitor("import", "--home", tmp_path)
    assert done.returncode == 2
    assert "--ties FILE.csv" in done.stderr
    assert "cn, pk, source (name of the list), url" in " ".join(monitor("import", "--help").stdout.split())
