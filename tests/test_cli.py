"""The command line, through the console script: exit codes, what is printed, what is imported."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from commands import SCRIPT, environment, monitor, monitor_json, query, source_table, write_lines
from conftest import DemoRuns
from monitor import __version__
from monitor.articles import read_articles
from monitor.errors import ImportFileError
from monitor.settings import Home
from monitor.warehouse import open_warehouse
from webserver import Web

COMMANDS = (
    *("run", "demo", "import", "extract", "parse", "explain", "reprocess", "review", "publish", "sources", "serve"),
    *("backup", "restore", "prune"),
)
SIGNING = {
    "id": "s1",
    "url": "https://dawn.example/news/1",
    "source": "Dawn",
    "lang": "en",
    "title": "Karachi, Shenyang become sister cities",
    "published": "2021-12-10",
    "text": "Karachi and Shenyang signed a sister city agreement on December 9, 2021.",
}
PAGE = """<!doctype html><html lang="en"><head><title>Two cities</title>
<meta property="article:published_time" content="2021-12-10T08:00:00+05:00"></head><body><article><h1>Two cities</h1>
<p>Karachi and Shenyang signed a sister city agreement on Thursday, officials of the two cities said after it.</p>
</article></body></html>"""
NO_SOURCES = "[sources]\npackage_sources = false\n[fetch]\nallow_loopback = true\n"
WITHOUT_PREFECT = """
import sys
from monitor.cli import main
code = main(sys.argv[1:])
sys.exit(code or any(name.partition(".")[0] == "prefect" for name in sys.modules))
"""


@pytest.fixture
def signing(tmp_path: Path) -> Path:
    """A file of one article that tells one event."""
    return write_lines(tmp_path / "signing.jsonl", SIGNING)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_help_and_version() -> None:
    shown = monitor("--help")
    assert shown.returncode == 0
    assert all(re.search(rf"\n    {command}\s", shown.stdout) for command in COMMANDS)
    assert monitor("--version").stdout.strip() == __version__


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    shown = monitor(command, "--help")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith(f"usage: monitor {command}")


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("import",), ("parse", "x.html"), ("run", "--nonsense")])
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    done = monitor(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: monitor" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "missing.jsonl"),
        ("import", "missing.jsonl"),
        ("import", "missing.warc.gz"),
        ("import", "notes.txt"),
        ("parse", "missing.html", "--url", "https://dawn.example/1"),
        ("publish",),
        ("explain", "e0"),
        ("explain", "https://dawn.example/1"),
        ("serve", "--port", "99999"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = monitor(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("monitor: ")
    if "." in arguments[1:2]:
        assert arguments[1] in line


@pytest.mark.parametrize("command", ["run", "import", "publish", "sources", "explain"])
def test_unknown_settings_key(tmp_path: Path, signing: Path, command: str) -> None:
    (tmp_path / "monitor.toml").write_text("[feed]\nbase_ulr = 'x'\n")
    given: dict[str, list[object]] = {"import": [signing], "explain": ["e0"]}
    done = monitor(command, *given.get(command, []), "--home", tmp_path)
    assert done.returncode == 1
    assert f"{tmp_path}/monitor.toml: unknown key `base_ulr` in [feed]" in done.stderr


def test_damaged_sources_file(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('[[source]]\nsource_id = "x"\nkind = "fax"\n')
    for command in ("run", "sources"):
        done = monitor(command, "--home", tmp_path)
        assert done.returncode == 1
        assert f"{tmp_path}/sources.toml:3: source `x`" in done.stderr


def test_a_run_that_reaches_no_source_fails_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "monitor.toml").write_text(NO_SOURCES)
    (tmp_path / "sources.toml").write_text(source_table("gone", "http://127.0.0.1:9/feed"))
    done = monitor("run", "--home", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("monitor: none of the 1 sources could be read: gone: ")
    assert query(tmp_path, "SELECT status FROM runs") == [("failed",)]
    assert query(tmp_path, "SELECT health FROM sources WHERE source_id = 'gone'") == [("failing",)]


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = monitor("run", "--home", tmp_path / "file")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"monitor: {tmp_path}/file: is no folder")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "a JSON object was expected"),
        ('{"url": "https://a.example/1"}', "an article needs `url` and `text`"),
        ('{"url": 3, "text": "x"}', "`url` must be text or null, not 3"),
        ('{"url": "a.example/1", "text": "x"}', "`url` must be an http or https address"),
        ('{"url": "https://a.example/1", "text": "x", "published": "last week"}', "`published` must be like"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    bad = write_lines(tmp_path / "bad.jsonl", SIGNING)
    bad.write_text(f"{bad.read_text('utf-8')}\n{line}\n", "utf-8")
    with pytest.raises(ImportFileError) as raised:
        list(read_articles(bad))
    assert str(raised.value).startswith(f"{bad}:3: {said}")


@pytest.mark.parametrize(
    ("published", "read"),
    [
        (None, None),
        ("2021-12-09", "2021-12-09"),
        ("2021-12-09T20:07:00+08:00", "2021-12-09T20:07:00+08:00"),
        ("2021-12-09T20:07:00Z", "2021-12-09T20:07:00+00:00"),
        ("2021-12-09 20:07", "2021-12-09T20:07:00"),
        ("20211209", "2021-12-09"),
        ("20211209T200700Z", "2021-12-09T20:07:00+00:00"),
    ],
)
def test_published_has_one_spelling(tmp_path: Path, published: str | None, read: str | None) -> None:
    (article,) = read_articles(write_lines(tmp_path / "a.jsonl", SIGNING | {"published": published}))
    assert article.published == read


def test_a_file_as_other_programs_write_it(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    row = json.dumps(SIGNING | {"title": "\ud83d cut", "text": "Half a pair \ud800, and\u2028more"})
    file.write_bytes(b"\xef\xbb\xbf" + f"{row}\r\n\r\n{row}".encode())
    first, second = read_articles(file)
    assert first == second
    assert (first.title, first.text) == ("\ufffd cut", "Half a pair \ufffd, and\u2028more")


def test_nothing_is_stored_of_any_file_where_one_has_a_bad_line(tmp_path: Path, signing: Path) -> None:
    bad, home = tmp_path / "bad.jsonl", tmp_path / "home"
    bad.write_text("{", "utf-8")
    done = monitor("import", signing, bad, "--home", home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"monitor: {bad}:1: not JSON")
    monitor("publish", "--home", home)
    assert query(home, "SELECT count(*) FROM articles") == [(0,)]
    assert query(home, "SELECT status FROM runs") == [("failed",)]


def test_extract(signing: Path) -> None:
    done = monitor("extract", signing)
    assert done.returncode == 0
    (line,) = [json.loads(line) for line in done.stdout.splitlines()]
    (event,) = line["events"]
    assert line["id"] == "s1"
    expected = {"type": "agreement", "stage": "signed", "relation": "sister_city", "actor": None, "is_new": True}
    assert expected.items() <= event.items()
    assert (event["cn"], event["pk"], event["date"]) == ("Shenyang", "Karachi", "2021-12-09")
    assert event["evidence"] == SIGNING["text"][event["evidence_start"] : event["evidence_end"]]
    assert monitor("extract", "-", stdin=signing.read_text("utf-8")).stdout == done.stdout


def test_parse(page: Path) -> None:
    done = monitor("parse", page, "--url", "https://Dawn.example/news/2?utm_source=x")
    assert done.returncode == 0
    article = json.loads(done.stdout)
    assert article["url"] == "https://dawn.example/news/2"
    assert (article["title"], article["published"], article["lang"]) == (
        "Two cities",
        "2021-12-10T08:00:00+05:00",
        "en",
    )
    assert "fetched_at" not in article


def test_an_imported_article_and_a_parsed_page_of_one_address_have_one_id(tmp_path: Path, page: Path) -> None:
    parsed = json.loads(monitor("parse", page, "--url", "https://dawn.example/news/2?fbclid=1").stdout)
    row = {"url": "HTTPS://dawn.example:443/news/2#top", "text": "x"}
    extracted = json.loads(monitor("extract", write_lines(tmp_path / "a.jsonl", row)).stdout)
    assert extracted["id"] == parsed["article_id"]


@pytest.mark.parametrize("command", ["extract", "parse", "explain", "import", "publish", "sources"])
def test_prefect_is_not_imported_where_no_flow_runs(tmp_path: Path, signing: Path, page: Path, command: str) -> None:
    monitor("import", signing, "--home", tmp_path / "home")
    home = ["--home", tmp_path / "home"]
    arguments: dict[str, list[object]] = {
        "extract": [signing],
        "parse": [page, "--url", "https://dawn.example/2"],
        "explain": ["https://dawn.example/news/1", *home],
        "import": [signing, *home],
    }
    given = map(str, [command, *arguments.get(command, home)])
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PREFECT, *given], check=False, capture_output=True, env=environment()
    )
    assert done.returncode == 0, done.stderr


def test_explain_an_event(demo: DemoRuns) -> None:
    ((event_id,),) = query(demo.home, "SELECT event_id FROM agreements WHERE cn = 'Lanzhou' AND pk = 'Multan'")
    story = monitor_json("explain", event_id, "--home", demo.home)
    ((articles,),) = query(demo.home, f"SELECT article_count FROM events WHERE event_id = '{event_id}'")
    assert story["event"]["stage"] == "signed"
    assert story["event"]["article_count"] == articles
    assert len({told["article_id"] for told in story["mentions"]}) == articles
    assert set(story["why"]) >= {"stage", "date", "pair", "in_feed", "contested"}
    assert [item["guid"] for item in story["items"]] == [f"{event_id}:signed"]
    text = monitor("explain", event_id, "--home", demo.home).stdout
    assert text.startswith("Signed: Lanzhou and Multan become sister cities, 3 Nov 2026\n")
    assert all(told["url"] in text and told["rule"] in text for told in story["mentions"])


def test_explain_a_page_that_is_an_article(demo: DemoRuns) -> None:
    ((url, article_id),) = query(
        demo.home,
        "SELECT url, article_id FROM event_articles WHERE source_id = 'courier' AND url LIKE '%multan%' LIMIT 1",
    )
    story = monitor_json("explain", f"{url}?utm_source=x#top", "--home", demo.home)
    assert (story["url"], story["article"]["article_id"]) == (url, article_id)
    assert [fetched["status"] for fetched in story["fetched"]] == [200]
    assert {place["place"] for place in story["places"]} >= {"Lanzhou", "Multan"}
    assert all(place["surface"] and place["how"] and place["use"] for place in story["places"])
    assert all(found["sentence"] and found["rule"] and found["why"] for found in story["findings"])
    assert all(missed["sentence"] and missed["reason"] for missed in story["near_misses"])
    assert {event["event_id"] for event in story["events"]} == {told["event_id"] for told in story["mentions"]}
    assert story["read_differently_today"] is None
    assert monitor_json("explain", article_id, "--home", demo.home) == story


@pytest.mark.parametrize("reason", ["http_404", "robots", "not_html", "same_article", "no_text", "off_topic"])
def test_explain_a_page_that_went_no_further(demo: DemoRuns, reason: str) -> None:
    step, url = query(demo.home, f"SELECT step, url FROM rejections WHERE reason = '{reason}' ORDER BY url")[0]
    story = monitor_json("explain", url, "--home", demo.home)
    assert (step, reason) in {(said["step"], said["reason"]) for said in story["rejections"]}
    assert f"step {step}, {reason}" in monitor("explain", url, "--home", demo.home).stdout


@pytest.mark.parametrize("subject", ["e0123456789abcdef", "https://nowhere.example/1", "http://[bad/", "dawn.com/1"])
def test_explain_what_is_not_known(demo: DemoRuns, subject: str) -> None:
    done = monitor("explain", subject, "--home", demo.home)
    assert (done.returncode, done.stdout) == (1, "")
    assert subject in done.stderr


def test_sources_are_listed_and_checked(tmp_path: Path) -> None:
    assert len(monitor_json("sources", "--home", tmp_path)) > 20
    (tmp_path / "monitor.toml").write_text(NO_SOURCES)
    with Web() as web:
        web.xml("/feed", '<rss version="2.0"><channel><item><link>/a</link></item></channel></rss>')
        tables = [source_table(name, f"{web.address}/{name}") for name in ("feed", "gone")]
        (tmp_path / "sources.toml").write_text("\n".join(tables))
        rows: list[dict[str, Any]] = monitor_json("sources", "--check", "--home", tmp_path)
        lines = monitor("sources", "--check", "--home", tmp_path).stdout.splitlines()
    assert lines[-1] == "1 of 2 sources answer with links to articles"
    assert [row["source_id"] for row in rows] == ["feed", "gone"]
    assert rows[0]["answer"] == "200, 1 links"
    assert rows[1]["answer"].startswith("error: http_404")


def test_publish_writes_again_what_is_missing(tmp_path: Path, signing: Path) -> None:
    monitor_json("import", signing, "--home", tmp_path)
    assert monitor_json("publish", "--home", tmp_path) == []
    (tmp_path / "public" / "feed.xml").unlink()
    assert monitor_json("publish", "--home", tmp_path) == [str(tmp_path / "public" / "feed.xml")]
    assert monitor("publish", "--home", tmp_path).stdout == "nothing changed\n"


def test_a_second_writer_is_told_to_wait(tmp_path: Path, signing: Path) -> None:
    with open_warehouse(Home(tmp_path)):
        done = monitor("import", signing, "--home", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"monitor: {tmp_path}/warehouse/writer.lock: another run is writing; wait until it has ended\n"
    )


def test_serve(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "feed.xml").write_text("<rss/>")
    command = [str(SCRIPT), "serve", "--home", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment(), encoding="utf-8") as server:
        try:
            assert server.stdout
            address = server.stdout.readline().split(" on ")[1].split()[0]
            with urllib.request.urlopen(f"{address}feed.xml", timeout=10) as answer:
                assert answer.read() == b"<rss/>"
            server.send_signal(signal.SIGINT)
            assert server.wait(10) == 0
        finally:
            server.kill()


def test_a_reader_that_hangs_up_is_no_error(tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "many.jsonl", *(SIGNING | {"id": f"s{number}"} for number in range(2000)))
    with subprocess.Popen(
        [str(SCRIPT), "extract", str(rows)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0
