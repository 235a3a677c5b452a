"""What goes wrong around a run: it costs no more than it must, and one line names the file and what to do."""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import one_run
from commands import SCRIPT, environment, monitor, query, source_table, write_lines
from homes import SIGNED, assert_sound, feed, load, signing, words
from monitor.settings import Home
from webserver import Reply, Web

SETTINGS = "[sources]\npackage_sources = false\n[fetch]\nallow_loopback = true\ntimeout_seconds = {seconds}\n"
RUBBISH = bytes(range(256)) * 40
CAP_DAC_OVERRIDE = 1
PR_CAPBSET_DROP = 24


def news(cn: str, pk: str) -> Reply:
    """A page that tells of a signing."""
    title = f"{pk}, {cn} become sister cities"
    text = f"The mayors of {pk} and {cn} signed a sister city agreement in {pk} on {words(SIGNED)}. It was a fine day."
    page = f'<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article>'
    return Reply(f"{page}</body></html>".encode())


def rss(*paths: str) -> Reply:
    links = "".join(f"<item><link>{path}</link></item>" for path in paths)
    return Reply(f'<rss version="2.0"><channel>{links}</channel></rss>'.encode(), "application/xml")


def configure(home: Path, webs: dict[str, Web], seconds: float = 20.0) -> None:
    home.mkdir(exist_ok=True)
    (home / "monitor.toml").write_text(SETTINGS.format(seconds=seconds))
    (home / "sources.toml").write_text(
        "\n".join(source_table(name, f"{web.address}/feed") for name, web in webs.items())
    )


def titles(home: Path) -> set[str]:
    return {title.split(" become")[0] for title in feed(home).values()}


def test_a_source_in_trouble_costs_its_own_pages_only_and_the_next_run_tries_again(tmp_path: Path) -> None:
    never = threading.Event()
    with Web() as good, Web() as down, Web() as slow, Web() as rubbish:
        webs = {"good": good, "down": down, "slow": slow, "rubbish": rubbish}
        for web in webs.values():
            web.put("/feed", rss("/1"))
        good.put("/feed", rss("/1", "/2"))
        good.put("/1", news("Lanzhou", "Multan"))
        good.put("/2", Reply(RUBBISH))
        down.put("/feed", *[Reply(status=0)] * 3, rss("/1"))
        down.put("/1", news("Shenyang", "Karachi"))
        slow.put("/1", Reply(held=never), news("Chengdu", "Lahore"))
        rubbish.put("/feed", Reply(RUBBISH, "application/xml"), rss("/1"))
        rubbish.put("/1", news("Xi'an", "Peshawar"))
        configure(tmp_path, webs, seconds=1.0)
        done = monitor("run", "--home", tmp_path)
        never.set()
        assert (done.returncode, done.stderr) == (0, "")
        failed = {line.split()[1]: line for line in done.stdout.splitlines() if line.startswith("failed")}
        assert set(failed) == {"down:", "rubbish:"}
        assert "connection" in failed["down:"]
        assert "bad_content" in failed["rubbish:"]
        assert query(tmp_path, "SELECT reason FROM rejections WHERE step = 'collect' ORDER BY reason") == [
            ("bad_content",),
            ("connection",),
            ("timeout",),
        ]
        assert titles(tmp_path) == {"Signed: Lanzhou and Multan"}
        one_run.main(Home(tmp_path))
    assert len(titles(tmp_path)) == 4
    assert query(tmp_path, "SELECT DISTINCT health FROM sources") == [("ok",)]
    assert query(tmp_path, "SELECT status FROM runs") == [("done",), ("done",)]


@contextmanager
def running(home: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A run and its Prefect server, as soon as that is there; without its tries to reach a server that is gone."""
    run = subprocess.Popen(
        [str(SCRIPT), "run", "--home", str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment() | {"PREFECT_CLIENT_MAX_RETRIES": "0"},
        start_new_session=True,  # as one that has a terminal of its own, whose Ctrl-C goes to all that it started
    )
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    try:
        while not (
            servers := [int(pid) for pid in children.read_text().split() if b"prefect.server" in command_line(pid)]
        ):
            assert run.poll() is None, run.communicate()
            time.sleep(0.05)
        yield run, servers[0]
    finally:
        run.kill()
        run.wait()  # not for its output: a server that it left behind holds that open
        for pipe in (run.stdout, run.stderr):
            assert pipe
            pipe.close()


def command_line(pid: int | str) -> bytes:
    """The command line of a process, empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_two_runs_at_once_one_that_is_killed_and_one_that_is_ended(tmp_path: Path) -> None:
    configure(tmp_path, {})
    with running(tmp_path) as (_, left_behind):
        second = monitor("run", "--home", tmp_path)
        assert (second.returncode, second.stdout) == (1, "")
        assert second.stderr == (
            f"monitor: {tmp_path}/warehouse/run.lock: another run is writing; wait until it has ended\n"
        )
    assert command_line(left_behind), "a killed run cannot end its server"
    with running(tmp_path) as (run, server):
        assert not command_line(left_behind), "the next run does"
        run.send_signal(signal.SIGTERM)
        said, errors = run.communicate(timeout=60)
        assert (run.returncode, said) == (128 + signal.SIGTERM, "")
        assert errors == "monitor: interrupted; what is stored is whole, and the next run goes on from there\n"
        assert not command_line(server)


def workers(run: subprocess.Popen[str]) -> list[int]:
    """The processes in which this run reads pages, whether it is still there or not."""
    found = [int(path.name) for path in Path("/proc").glob("[0-9]*") if b"monitor.workers" in command_line(path.name)]
    return [pid for pid in found if session(pid) == run.pid]


def session(pid: int) -> int | None:
    """The session of a process; None where it has ended."""
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


def answers_ctrl_c(worker: int) -> bool:
    """Whether it is far enough for Python to end it with a traceback."""
    try:
        status = Path(f"/proc/{worker}/status").read_text()
    except OSError:
        return False
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (signal.SIGINT - 1) & 1)


def reads(worker: int) -> bool:
    """Whether it was given a page: only then does it load a parser."""
    try:
        return "/lxml/" in Path(f"/proc/{worker}/maps").read_text()
    except OSError:
        return False


@pytest.mark.parametrize("moment", [answers_ctrl_c, reads])
def test_ctrl_c_while_workers_start_or_read_leaves_one_line(tmp_path: Path, moment: Callable[[int], bool]) -> None:
    more_than_a_pipe_holds = news("Lanzhou", "Multan").body + b"<!-- -->" * 20_000
    paths = [f"/{page}" for page in range(8)]
    with Web() as web:
        web.put("/feed", rss(*paths))
        for path in paths:
            web.put(path, Reply(more_than_a_pipe_holds))
        configure(tmp_path, {"good": web})
        with running(tmp_path) as (run, _):
            while not any(map(moment, workers(run))):
                assert run.poll() is None, run.communicate()
                time.sleep(0.01)
            os.killpg(run.pid, signal.SIGINT)
            said, errors = run.communicate(timeout=60)  # the last worker is the last to close them
            left = workers(run)
    assert (run.returncode, said) == (128 + signal.SIGINT, "")
    assert errors == "monitor: interrupted; what is stored is whole, and the next run goes on from there\n"
    assert not left


def test_the_server_of_prefect_goes_in_the_middle(tmp_path: Path) -> None:
    article, held = news("Lanzhou", "Multan"), threading.Event()
    with Web() as web:
        web.put("/feed", rss("/1"))
        web.put("/1", Reply(article.body, held=held), article)
        configure(tmp_path, {"slow": web}, seconds=300)
        with running(tmp_path) as (run, server):
            while not web.asked("/1"):
                assert run.poll() is None, run.communicate()
                time.sleep(0.05)
            os.kill(server, signal.SIGKILL)
            held.set()
            said, errors = run.communicate(timeout=120)
        assert (run.returncode, said) == (1, "")
        line = errors.splitlines()[-1]
        assert line.startswith("monitor: Prefect's server failed (")
        assert line.endswith("what is stored is whole: run again")
        assert_sound(tmp_path)
        one_run.main(Home(tmp_path))
    assert titles(tmp_path) == {"Signed: Lanzhou and Multan"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, that can be filled up."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run([mount, "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)], check=False)
    if not done or done.returncode:
        pytest.skip("no file system can be mounted here: that takes root's rights")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path, leave: int) -> None:
    """Fill the disk but for so many bytes."""
    (folder / "filler").write_bytes(bytes(max(0, shutil.disk_usage(folder).free - leave)))


def long_articles() -> list[dict[str, Any]]:
    """Articles that cannot be packed: 4 MB of them."""
    return [signing(n, text=f"{signing()['text']} {os.urandom(100_000).hex()}") for n in range(2, 22)]


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    load(small_disk, signing())
    more = write_lines(tmp_path / "more.jsonl", *long_articles(), signing(22, cn="Shenyang", pk="Karachi"))
    failed = []
    for leave in range(0, 40_000_000, 4_000_000):
        fill(small_disk, leave)
        done = monitor("import", more, "--home", small_disk)
        (small_disk / "filler").unlink()
        if done.returncode == 0:
            break
        (line,) = done.stderr.splitlines()
        failed.append(line.split(": ")[1])
        assert line.endswith("No space left on device; make room there, then run again: what is stored is whole")
        assert not list(small_disk.rglob("*.tmp*"))
        assert_sound(small_disk)
        assert feed(small_disk)
    warehouse = small_disk / "warehouse"
    assert {str(warehouse / "writer.duckdb"), str(warehouse / "monitor.duckdb")} <= set(failed)
    assert (done.returncode, done.stderr) == (0, "")
    assert query(small_disk, "SELECT count(*) FROM articles") == [(22,)]
    fill(small_disk, 1_000_000)
    done = monitor("run", "--home", small_disk)
    assert done.returncode == 1
    assert done.stderr.startswith(f"monitor: {small_disk}: cannot be written: No space left on device; make room")


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """Where no disk can be filled, this still is a write that fails in the middle."""
    load(tmp_path, signing())
    more = write_lines(tmp_path / "more.jsonl", *long_articles())
    size = (tmp_path / "warehouse" / "writer.duckdb").stat().st_size
    done = subprocess.run(
        [str(SCRIPT), "import", str(more), "--home", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size)),
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"monitor: {tmp_path}/warehouse/writer.duckdb: ")
    assert f"{os.strerror(errno.EFBIG)}; raise the limit" in line
    assert_sound(tmp_path)
    assert query(tmp_path, "SELECT count(*) FROM articles") == [(1,)]


def without_root_rights() -> None:
    """Have even root heed the modes of files."""
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0):
        os._exit(77)


@pytest.mark.parametrize("command", ["run", "publish", "backup"])
def test_a_home_that_may_only_be_read(tmp_path: Path, command: str) -> None:
    home = tmp_path / "home"
    load(home, signing())
    folders = [home, *(path for path in home.rglob("*") if path.is_dir())]
    (home / "public" / "feed.xml").unlink()
    for folder in folders:
        folder.chmod(0o555)
    done = subprocess.run(
        [str(SCRIPT), command, "--home", str(home)],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
        preexec_fn=without_root_rights,
    )
    for folder in folders:
        folder.chmod(0o755)
    if done.returncode == 77:
        pytest.skip("root cannot give up its rights here")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"monitor: {home}")
    assert line.endswith("Permission denied; give this user the right to it, then run again")


DAMAGED = b"\x00\xffnot a database" * 500


@pytest.mark.parametrize(
    ("file", "command", "what_to_do"),
    [
        ("warehouse/writer.duckdb", "run", "restore a backup, or move it away and `monitor import` the files in"),
        ("warehouse/writer.duckdb", "publish", "restore a backup"),
        ("warehouse/monitor.duckdb", "sources", "`monitor publish` writes it anew"),
        (".prefect/prefect.db", "run", "move that folder away (it holds no news), then run again"),
    ],
)
def test_a_damaged_database(tmp_path: Path, file: str, command: str, what_to_do: str) -> None:
    load(tmp_path, signing())
    configure(tmp_path, {})
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_bytes(DAMAGED)
    env = environment() | {"PREFECT_HOME": str(tmp_path / ".prefect")}
    done = subprocess.run(
        [str(SCRIPT), command, "--home", str(tmp_path)], check=False, capture_output=True, text=True, env=env
    )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    named = tmp_path / file if file.endswith(".duckdb") else tmp_path / ".prefect"
    assert line.startswith(f"monitor: {named}: ")
    assert what_to_do in line
    assert (tmp_path / file).read_bytes() == DAMAGED, "the evidence stays where it is"


def test_a_damaged_copy_of_the_database_is_written_anew(tmp_path: Path) -> None:
    load(tmp_path, signing())
    (tmp_path / "warehouse" / "monitor.duckdb").write_bytes(DAMAGED)
    assert monitor("publish", "--home", tmp_path).returncode == 0
    assert query(tmp_path, "SELECT count(*) FROM events") == [(1,)]
