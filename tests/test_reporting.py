"""What a run tells people in Prefect: a summary as Markdown and a table of the sources."""

from __future__ import annotations

from monitor.pipeline import RunSummary
from monitor.reporting import source_rows, summary_markdown

SUMMARY = RunSummary(
    run_id="abc",
    flow="news",
    status="done",
    fetched=7,
    articles=6,
    kept=2,
    dropped={"off_topic": 4},
    events_new=1,
    events_changed=0,
    announced=1,
    sources={"a": 7, "b": 0, "c": 0},
    failed={"c": "timeout: <b>*no* `answer`</b>\n# in time"},
    feed="",
    page="",
    database="",
)


def test_summary_tells_counts_and_troubles() -> None:
    told = summary_markdown(SUMMARY)
    assert told.startswith("## News run abc\n")
    assert "| Items announced | 1 |" in told
    assert "- **off\\_topic**: 4 pages or articles" in told


def test_text_of_strangers_is_no_markup_in_it() -> None:
    told = summary_markdown(SUMMARY)
    assert r"- **c**: timeout: \<b\>\*no\* \`answer\`\</b\> \# in time" in told


def test_sources_with_trouble_come_first() -> None:
    assert source_rows(SUMMARY) == [
        {"source": "c", "pages": 0, "error": SUMMARY.failed["c"]},
        {"source": "a", "pages": 7, "error": ""},
        {"source": "b", "pages": 0, "error": ""},
    ]
