"""Backup and restore: the same home comes back, or nothing changes and the reason is told."""

from __future__ import annotations

import io
import shutil
import tarfile
from pathlib import Path

import pytest

from commands import monitor, monitor_json, query
from conftest import DemoRuns
from homes import event_ids, feed, load, signing
from monitor import backup as module
from monitor.backup import backup, restore
from monitor.errors import BackupError, WarehouseBusyError, WarehouseError
from monitor.pipeline import republish
from monitor.review import take_verdict
from monitor.settings import Home
from monitor.warehouse import open_warehouse

EVENTS = "SELECT * REPLACE (epoch_us(announced_at) AS announced_at, epoch_us(updated_at) AS updated_at) FROM events"


@pytest.fixture
def saved(tmp_path: Path, demo: DemoRuns) -> Path:
    """A backup of the demo's home."""
    return backup(Home(demo.home), tmp_path / "saved.tar")


def files(home: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in home.rglob("*")
        if path.is_file() and path.name != "writer.lock"
    }


def repacked(saved: Path, change: dict[str, bytes | None]) -> Path:
    """A tar like `saved` with some members' content exchanged, left out (None) or added."""
    target = saved.with_name("repacked.tar")
    with tarfile.open(saved) as old, tarfile.open(target, "w") as new:
        contents = {member.name: old.extractfile(member).read() for member in old}  # type: ignore[union-attr]
        for name, content in (contents | change).items():
            if content is not None:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
    return target


def test_a_home_comes_back_from_its_backup(tmp_path: Path, demo: DemoRuns) -> None:
    told = monitor_json("backup", "--home", demo.home, tmp_path / "b.tar")
    assert told == {"file": str(tmp_path / "b.tar"), "bytes": (tmp_path / "b.tar").stat().st_size}
    home = tmp_path / "home"
    done = monitor("restore", tmp_path / "b.tar", "--home", home)
    assert done.returncode == 0, done.stderr
    assert query(home, f"{EVENTS} ORDER BY event_id") == query(demo.home, f"{EVENTS} ORDER BY event_id")
    for name in ("monitor.toml", "sources.toml", *(f"archive/{path.name}" for path in demo.home.glob("archive/*"))):
        assert (home / name).read_bytes() == (demo.home / name).read_bytes()
    assert (home / "public" / "feed.xml").read_bytes() == (demo.home / "public" / "feed.xml").read_bytes(), (
        "for readers nothing happened"
    )
    with open_warehouse(Home(home)) as warehouse:
        assert warehouse.check() == []


def test_verdicts_come_back_in_file_feed_and_database(tmp_path: Path) -> None:
    home, restored = tmp_path / "home", tmp_path / "restored"
    load(home, signing())
    (event_id,) = event_ids(home)
    take_verdict(Home(home), event_id, {"reject": True}, "A. Reviewer", "The city says so")
    restore(Home(restored), backup(Home(home)))
    republish(Home(restored))
    assert (restored / "verdicts.toml").read_bytes() == (home / "verdicts.toml").read_bytes()
    assert query(restored, "SELECT event_id, verdict FROM events") == [(event_id, "rejected")]
    assert feed(restored) == feed(home)
    assert feed(restored)[f"{event_id}:signed"].startswith("Withdrawn: ")


def test_default_name_and_no_second_file_of_a_name(tmp_path: Path, demo: DemoRuns) -> None:
    shutil.copytree(demo.home / "warehouse", tmp_path / "warehouse")
    path = backup(Home(tmp_path))
    assert path.parent == tmp_path / "backups"
    assert path.suffix == ".tar"
    before = path.read_bytes()
    with pytest.raises(BackupError, match=f"{path.name}: exists already"):
        backup(Home(tmp_path), path)
    assert path.read_bytes() == before


def test_nothing_to_back_up(tmp_path: Path) -> None:
    done = monitor("backup", "--home", tmp_path)
    assert done.returncode == 1
    assert "writer.duckdb: nothing is stored yet" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_while_a_run_writes_neither_begins(home: Home, saved: Path) -> None:
    with open_warehouse(home):
        with pytest.raises(WarehouseBusyError, match=r"writer\.lock"):
            backup(home)
        with pytest.raises(WarehouseBusyError, match=r"writer\.lock"):
            restore(home, saved)
    assert not (home.root / "backups").exists() or list((home.root / "backups").iterdir()) == []


def test_what_is_there_is_not_written_over(tmp_path: Path, saved: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "monitor.toml").write_text("# mine")
    with pytest.raises(BackupError, match=r"home/monitor\.toml: is there and differs .*--replace"):
        restore(Home(home), saved)
    assert files(home) == {"monitor.toml": b"# mine"}
    restore(Home(home), saved, replace=True)
    (aside,) = home.glob("replaced-*")
    assert files(aside) == {"monitor.toml": b"# mine"}, "set aside, not lost"
    assert (home / "monitor.toml").read_bytes() != b"# mine"


def test_a_log_of_another_database_is_set_aside(tmp_path: Path, saved: Path) -> None:
    log = tmp_path / "home" / "warehouse" / "writer.duckdb.wal"
    log.parent.mkdir(parents=True)
    log.write_bytes(b"the log of another database")
    with pytest.raises(BackupError, match=r"writer\.duckdb\.wal: is there"):
        restore(Home(tmp_path / "home"), saved)
    restore(Home(tmp_path / "home"), saved, replace=True)
    assert not log.exists()
    with open_warehouse(Home(tmp_path / "home")) as warehouse:
        assert warehouse.check() == []


def test_restoring_twice_is_restoring_once(tmp_path: Path, saved: Path) -> None:
    home = Home(tmp_path / "home")
    restore(home, saved)
    before = files(home.root)
    restore(home, saved)
    assert files(home.root) == before


def test_damaged_backup_changes_nothing(tmp_path: Path, saved: Path) -> None:
    whole = saved.read_bytes()
    home = tmp_path / "home"
    damaged = tmp_path / "damaged.tar"
    place = whole.index(b"archive/") + 2000
    for content in (
        whole[: len(whole) // 2],
        whole[:-11_000],
        b"",
        b"no tar" * 1000,
        whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
    ):
        damaged.write_bytes(content)
        with pytest.raises(BackupError, match=r"damaged\.tar: (damaged|cut off)"):
            restore(Home(home), damaged)
        assert not home.exists(), "not even begun"


@pytest.mark.parametrize("name", ["../escape", "/tmp/escape", "warehouse/other", "archive/.hidden.warc.gz", "public/x"])
def test_what_no_backup_holds_is_refused(tmp_path: Path, saved: Path, name: str) -> None:
    foreign = repacked(saved, {module.MANIFEST: None, name: b"x"})
    with pytest.raises(BackupError, match="no backup of this program: it holds"):
        restore(Home(tmp_path / "home"), foreign)
    assert not (tmp_path / "home").exists()


def test_links_are_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "link.tar", "w") as tar:
        link = tarfile.TarInfo("monitor.toml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(BackupError, match=r"'monitor\.toml' is no file"):
        restore(Home(tmp_path / "home"), tmp_path / "link.tar")
    assert not (tmp_path / "home").exists()


def test_database_of_a_newer_program_is_refused_before_anything_is_put_in_place(tmp_path: Path) -> None:
    newer, home = Home(tmp_path / "newer"), Home(tmp_path / "home")
    with open_warehouse(newer) as warehouse:
        warehouse._database.run("INSERT INTO store.migrations VALUES (999, 'future', '', now())")
    saved = tmp_path / "newer.tar"
    with pytest.raises(WarehouseError, match="newer version"):
        backup(newer, saved)
    with newer.writer_file.open("rb") as content:
        module._write(saved, newer, content)
    with pytest.raises(WarehouseError, match="newer version"):
        restore(home, saved)
    assert files(home.root) == {}


def test_a_disk_that_fills_leaves_nothing_behind(tmp_path: Path, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full_disk)
    home = Home(tmp_path / "home")
    with pytest.raises(BackupError, match="No space left on device"):
        restore(home, saved)
    assert files(home.root) == {}
    assert [path.name for path in home.root.iterdir()] == ["warehouse"]


def test_what_a_killed_restore_left_is_cleared_away(tmp_path: Path, saved: Path) -> None:
    left = tmp_path / "home" / ".restore-abc" / "warehouse"
    left.mkdir(parents=True)
    (left / "writer.duckdb").write_text("half")
    restore(Home(tmp_path / "home"), saved)
    assert not list((tmp_path / "home").glob(".restore-*"))
