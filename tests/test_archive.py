"""The archive: written by us, read back by us and by warcio; foreign and damaged files."""

from __future__ import annotations

import gzip
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from monitor.collect import archive
from monitor.collect.archive import Archive, read_pages
from monitor.errors import ArchiveError
from monitor.records import Page

STARTED = datetime(2024, 5, 6, 15, 30, 0, tzinfo=timezone(timedelta(hours=5)))
SENT = {"host": "gazette.pk", "user-agent": "monitor"}


def page(number: int = 1, **changes: Any) -> Page:
    made = Page(
        url=f"https://gazette.pk/{number}",
        final_url=f"https://gazette.pk/{number}",
        status=200,
        headers={"content-type": "text/html; charset=utf-8", "etag": '"a"'},
        body=f"<p>第{number}篇 اردو</p>".encode() * 50,
        fetched_at=datetime(2024, 5, 6, 10, 30, number, 123456, tzinfo=UTC),
        source_id="gazette",
    )
    return replace(made, **changes)


def archived(folder: Path, *pages: Page) -> Path:
    with Archive(folder, "run1", STARTED) as archive:
        for each in pages:
            archive.write_page(each, SENT)
    return archive.path


def records(path: Path) -> list[Any]:
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.body = record.content_stream().read()
            found.append(record)
    return found


def test_nothing_is_made_without_records(tmp_path: Path) -> None:
    archived(tmp_path / "archive")
    assert list(tmp_path.iterdir()) == []


def test_name_and_open_suffix(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive", "run/1", STARTED)
    archive.write_page(page(), SENT)
    assert [file.name for file in archive.path.parent.iterdir()] == ["20240506T103000-run_1.warc.gz.open"]
    archive.close()
    archive.close()
    assert [file.name for file in archive.path.parent.iterdir()] == ["20240506T103000-run_1.warc.gz"]
    with pytest.raises(ArchiveError, match="closed already"):
        archive.write_page(page(), SENT)


def test_pages_come_back_as_they_were(tmp_path: Path) -> None:
    written = [page(1), page(2, final_url="https://gazette.pk/moved?x=1"), page(3, body=b"")]
    assert list(read_pages(archived(tmp_path, *written))) == written


def test_warcio_reads_it(tmp_path: Path) -> None:
    info, answer, request = records(archived(tmp_path, page(final_url="https://gazette.pk/moved?x=1")))
    assert [record.rec_type for record in (info, answer, request)] == ["warcinfo", "response", "request"]
    assert answer.rec_headers.protocol == "WARC/1.1"
    assert answer.rec_headers.get_header("WARC-Target-URI") == "https://gazette.pk/moved?x=1"
    assert answer.rec_headers.get_header("X-Asked-Url") == "https://gazette.pk/1"
    assert answer.rec_headers.get_header("X-Source-Id") == "gazette"
    assert answer.rec_headers.get_header("WARC-Date") == "2024-05-06T10:30:01.123456Z"
    assert answer.http_headers.get_header("content-length") == str(len(page().body))
    assert answer.body == page().body
    assert request.rec_headers.get_header("WARC-Concurrent-To") == answer.rec_headers.get_header("WARC-Record-ID")
    assert request.http_headers.statusline == "/moved?x=1 HTTP/1.1"
    assert request.http_headers.get_header("user-agent") == "monitor"


def test_not_modified_is_a_revisit(tmp_path: Path) -> None:
    path = archived(tmp_path, page(1), page(2, status=304, body=b""))
    revisit = records(path)[3]
    assert revisit.rec_type == "revisit"
    assert revisit.rec_headers.get_header("WARC-Profile").endswith("/revisit/server-not-modified")
    assert revisit.http_headers.get_statuscode() == "304"
    assert [found.url for found in read_pages(path)] == ["https://gazette.pk/1"]


def test_only_html_is_read_and_no_page_above_the_limit(tmp_path: Path) -> None:
    path = archived(
        tmp_path,
        page(1, headers={"content-type": "application/pdf"}),
        page(2, status=404),
        page(3, headers={}),
        page(4, headers={"content-type": "application/xhtml+xml"}),
        page(5, body=b"x" * 5000),
    )
    assert [found.url[-1] for found in read_pages(path, max_page_bytes=4999)] == ["3", "4"]


def foreign(headers: list[tuple[str, str]], body: bytes, date: str = "2021-12-09T01:02:03Z", **record: str) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.0")
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    named = {"WARC-Date": date, **{name.replace("_", "-"): value for name, value in record.items()}}
    address = "http://news.example/a"
    writer.write_record(
        writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=named
        )
    )
    return out.getvalue()


HTML = ("Content-Type", "text/html")
FOREIGN = [
    ([HTML], b"<p>plain</p>"),
    ([HTML, ("Content-Encoding", "gzip")], gzip.compress(b"<p>plain</p>")),
    ([HTML, ("Transfer-Encoding", "chunked")], b"c\r\n<p>plain</p>\r\n0\r\n\r\n"),
]


@pytest.mark.parametrize(("headers", "body"), FOREIGN)
@pytest.mark.parametrize("wrap", [bytes, gzip.compress])
def test_foreign_archives(tmp_path: Path, headers: list[tuple[str, str]], body: bytes, wrap: Any) -> None:
    path = tmp_path / "CC-NEWS.warc.gz"
    path.write_bytes(wrap(foreign(headers, body)))
    (found,) = read_pages(path)
    assert found.body == b"<p>plain</p>"
    assert found.source_id == "import"
    assert found.headers == {"content-type": "text/html"}
    assert found.fetched_at == datetime(2021, 12, 9, 1, 2, 3, tzinfo=UTC)


def test_foreign_archive_in_one_gzip_member(tmp_path: Path) -> None:
    path = tmp_path / "wget.warc.gz"
    path.write_bytes(gzip.compress(foreign([HTML], b"<p>1</p>") + foreign([HTML], b"<p>2</p>")))
    assert [found.body for found in read_pages(path)] == [b"<p>1</p>", b"<p>2</p>"]


def test_foreign_records_that_do_not_concern_us(tmp_path: Path) -> None:
    path = tmp_path / "x.warc"
    path.write_bytes(
        foreign([HTML, ("Content-Encoding", "br")], b"?")
        + foreign([HTML], b"no date", date="yesterday")
        + foreign([HTML], b"<p>good</p>")
    )
    assert [found.body for found in read_pages(path)] == [b"<p>good</p>"]


def test_empty_file_has_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "empty.warc.gz"
    path.write_bytes(b"")
    assert list(read_pages(path)) == []


def read_until_damage(path: Path) -> tuple[list[str], str]:
    found: list[str] = []
    with pytest.raises(ArchiveError) as caught:
        found.extend(each.url[-1] for each in read_pages(path))
    return found, str(caught.value)


def third_page_begins(path: Path) -> int:
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        offsets = [records.get_record_offset() for record in records if record.rec_type == "response"]
    return int(offsets[2])


@pytest.mark.parametrize("where", [5, 40, 200])
def test_cut_file_gives_the_pages_before(tmp_path: Path, where: int) -> None:
    path = archived(tmp_path, page(1), page(2), page(3), page(4))
    path.write_bytes(path.read_bytes()[: third_page_begins(path) + where])
    found, message = read_until_damage(path)
    assert found == ["1", "2"]
    assert str(path) in message
    assert "record 6" in message


@pytest.mark.parametrize("where", [0, 3, 30, 150])
def test_flipped_byte_gives_the_pages_before(tmp_path: Path, where: int) -> None:
    path = archived(tmp_path, page(1), page(2), page(3), page(4))
    content = bytearray(path.read_bytes())
    content[third_page_begins(path) + where] ^= 0xFF
    path.write_bytes(bytes(content))
    found, message = read_until_damage(path)
    assert found == ["1", "2"]
    assert "record 6" in message


@pytest.mark.parametrize("cut", [20, 300])
def test_cut_uncompressed_file(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "x.warc"
    path.write_bytes(foreign([HTML], b"<p>1</p>") + foreign([HTML], b"<p>2</p>" * 100)[:-cut])
    found, message = read_until_damage(path)
    assert found == ["a"]
    assert "record 2" in message


def test_what_is_no_archive(tmp_path: Path) -> None:
    for name, content in {"a": b"<html></html>", "b": gzip.compress(b"hello\n"), "c": b"\x1f\x8b"}.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert read_until_damage(path)[0] == []
    with pytest.raises(ArchiveError, match="missing"):
        list(read_pages(tmp_path / "missing"))


def test_an_archive_is_never_written_over(tmp_path: Path) -> None:
    path = archived(tmp_path, page(1))
    with pytest.raises(ArchiveError, match="exists already"):
        archived(tmp_path, page(2))
    assert [found.url[-1] for found in read_pages(path)] == ["1"]


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file stands in the way")
    with pytest.raises(ArchiveError, match="archive"):
        archived(tmp_path / "archive", page())


def test_headers_beyond_ascii_are_kept_readable(tmp_path: Path) -> None:
    headers = {"content-type": "text/html", "x-title": "中国"}
    (found,) = read_pages(archived(tmp_path, page(headers=headers)))
    assert found.headers["x-title"] == "%E4%B8%AD%E5%9B%BD"


def test_a_large_archive_goes_on_in_further_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_FILE", 1_500)
    last = archived(tmp_path, page(1), page(2), page(3))
    names = [f"20240506T103000-run1{number}.warc.gz" for number in ("", "-2", "-3")]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert last.name == names[-1]
    for number, name in enumerate(names, 1):
        assert [found.url[-1] for found in read_pages(tmp_path / name)] == [str(number)]
        assert records(tmp_path / name)[0].rec_type == "warcinfo"
