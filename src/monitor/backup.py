"""Backup and restore: what cannot be fetched again (database, archive, the operator's files) in one tar file.

The last member names the SHA-256 sum of each of the others, so that a damaged or cut-off backup is found out before
anything of it is put in place.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO

from monitor.errors import BackupError, said_by_system
from monitor.replacing import replace_whole
from monitor.settings import Home
from monitor.warehouse import locked, open_warehouse, require_usable

DATABASE = "warehouse/writer.duckdb"
MANIFEST = "sha256.json"
OPERATORS_FILES = ("monitor.toml", "sources.toml", "verdicts.toml")
_MEMBER = re.compile(rf"{DATABASE}|archive/[^/.][^/]*\.warc\.gz(?:\.open)?|{'|'.join(OPERATORS_FILES)}")
_STAGING = ".restore-"


class _Summing(io.RawIOBase):
    """Reads a file and sums up what was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes."""
        content = self._file.read(size)
        self.sum.update(content)
        return content


def backup(home: Home, target: Path | None = None) -> Path:
    """Write a backup of the home, by default into its folder `backups`, and return its path.

    It is there whole or not at all. Raises BackupError for a target that exists or cannot be written, WarehouseError
    where nothing is stored yet, WarehouseBusyError while a run writes.
    """
    path = target or home.root / "backups" / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar"
    if path.exists():
        raise BackupError(f"{path}: exists already; name another file")
    if not home.writer_file.exists():
        raise BackupError(f"{home.writer_file}: nothing is stored yet, so there is nothing to back up")
    with open_warehouse(home) as warehouse, _translated(path):
        replace_whole(path, lambda temporary: _write(temporary, home, warehouse.whole_file()))
    return path


def restore(home: Home, source: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Put the content of a backup into the home and return the files written; `public/` is not among them.

    A file that differs from the backup's is not written over: with `replace` it is moved into a new folder
    `replaced-TIME` of the home, else nothing is restored. Raises BackupError where the backup is damaged or a file
    stands in the way, WarehouseError for a database that this program cannot use, WarehouseBusyError while a run
    writes.
    """
    with _translated(source):
        sums = _verified(source)
    with locked(home), _translated(home.root):
        _remove_staging(home)
        in_the_way = _different(home, sums)
        if in_the_way and not replace:
            raise BackupError(
                f"{in_the_way[0]}: is there and differs from the backup; restore into an empty home, or with "
                "--replace, which sets aside what is there"
            )
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=home.root))
        try:
            _extract(source, staging, sums)
            require_usable(staging / DATABASE)
            _set_aside(home, in_the_way)
            return _put_in_place(home, staging, sums)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _write(path: Path, home: Home, database: BinaryIO) -> None:
    sums: dict[str, str] = {}
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        sums[DATABASE] = _add(tar, DATABASE, database)
        archives = sorted(home.archive.glob("*.warc.gz*")) if home.archive.is_dir() else []
        for file in (*(home.root / name for name in OPERATORS_FILES), *archives):
            name = str(file.relative_to(home.root))
            if file.is_file() and _MEMBER.fullmatch(name):
                with file.open("rb") as content:
                    sums[name] = _add(tar, name, content)
        manifest = json.dumps(sums, indent=1).encode()
        _add(tar, MANIFEST, io.BytesIO(manifest), len(manifest))


def _add(tar: tarfile.TarFile, name: str, content: BinaryIO, size: int | None = None) -> str:
    member = tarfile.TarInfo(name)
    member.size = os.fstat(content.fileno()).st_size if size is None else size
    member.mtime = int(datetime.now(UTC).timestamp())
    summing = _Summing(content)
    tar.addfile(member, summing)
    return summing.sum.hexdigest()


def _verified(source: Path) -> Mapping[str, str]:
    """Read the whole backup and return its members' sums; BackupError where it is not what was written."""
    found: dict[str, str] = {}
    with tarfile.open(source, "r:") as tar:
        for name, content in _members(tar):
            if name == MANIFEST:
                wanted = json.load(content)
                if wanted != found or DATABASE not in found:
                    raise BackupError(f"{source}: damaged: its files are not those that were backed up")
                return found
            if not _MEMBER.fullmatch(name) or name in found:
                raise BackupError(f"{source}: no backup of this program: it holds {name!r}")
            found[name] = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
    raise BackupError(f"{source}: cut off, or no backup of this program: it ends without {MANIFEST}")


def _members(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None:
            raise tarfile.TarError(f"{member.name!r} is no file")
        yield member.name, content


def _different(home: Home, sums: Mapping[str, str]) -> list[Path]:
    """Return the files of the home that the backup would write over; a log beside another database is one of them."""
    differing = []
    for name, wanted in sums.items():
        path = home.root / name
        if path.exists() and not (path.is_file() and _sum(path) == wanted):
            differing.append(path)
    log = home.writer_file.with_name(home.writer_file.name + ".wal")
    return [*differing, log] if log.exists() else differing


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _extract(source: Path, staging: Path, sums: Mapping[str, str]) -> None:
    with tarfile.open(source, "r:") as tar:
        for name, content in _members(tar):
            if name == MANIFEST:
                return
            path = staging / name
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as out:
                shutil.copyfileobj(content, out, 1 << 20)
                out.flush()
                os.fsync(out.fileno())
            if _sum(path) != sums[name]:
                raise BackupError(f"{source}: {name} changed while it was restored; nothing was put in place")


def _set_aside(home: Home, paths: list[Path]) -> None:
    aside = home.root / f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z"
    for path in paths:
        target = aside / path.relative_to(home.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)


def _put_in_place(home: Home, staging: Path, sums: Mapping[str, str]) -> tuple[Path, ...]:
    # The database comes last: a home in which it is there has the rest.
    names = sorted(sums, key=lambda name: name == DATABASE)
    for name in names:
        (home.root / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / name).replace(home.root / name)
    return tuple(home.root / name for name in names)


def _remove_staging(home: Home) -> None:
    for left in home.root.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BackupError(f"{error.filename or path}: {said_by_system(error)}") from error
    except (tarfile.TarError, json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BackupError(f"{path}: damaged, or no backup of this program: {error}") from error
