"""`verdicts.toml`: what may stand in it, what is wrong and where, and that it is only ever appended to."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import VerdictsError
from monitor.records import Verdict
from monitor.settings import Home
from monitor.understand.gazetteer import load_gazetteer
from monitor.understand.place_names import place_named
from monitor.verdicts import draft_verdict, load_verdicts

WHO = 'by = "A. Khan"\ndate = 2026-11-22\nreason = "The paper says so"\n'
GAZETTEER = load_gazetteer()


def table(action: str, event: str = 'event = "e1"') -> str:
    return f"[[verdict]]\n{event}\n{action}\n{WHO}"


def read(home: Home, text: str) -> tuple[Verdict, ...]:
    home.verdicts_file.write_text(text, "utf-8")
    return load_verdicts(home, GAZETTEER)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("accept = true", {"kind": "accepted"}),
        ("reject = true", {"kind": "rejected"}),
        ('merge = "e2"', {"kind": "merged", "other_id": "e2"}),
        ('split = ["a1", "a2"]', {"kind": "split", "articles": ("a1", "a2")}),
        (
            'set = { stage = "signed", date = "2021-12", is_new = false }',
            {"kind": "corrected", "fields": (("stage", "signed"), ("date", "2021-12"), ("is_new", False))},
        ),
        ("set = { date = 2021-12-09 }", {"kind": "corrected", "fields": (("date", "2021-12-09"),)}),
        ('set = { date = "" }', {"kind": "corrected", "fields": (("date", None),)}),
        (
            'set = { cn = "洛阳", pk = "" }',
            {
                "kind": "corrected",
                "fields": (("cn", "Luoyang"), ("cn_id", "cn-henan-luoyang"), ("pk", None), ("pk_id", None)),
            },
        ),
    ],
)
def test_each_kind_of_verdict(home: Home, action: str, expected: dict[str, Any]) -> None:
    whole = Verdict("e1", by="A. Khan", date="2026-11-22", reason="The paper says so", **expected)
    assert read(home, "# by hand\n\n" + table(action)) == (whole,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[verdict]\n", "at line 1"),
        ("[[verdicts]]\n", "unknown key `verdicts`; verdicts are written under [[verdict]]"),
        ("verdict = 1\n", "must be written as [[verdict]]"),
        (table("accept = true", "# nothing"), ":1: `event`: is missing"),
        (table("accept = true", 'event = "the first"'), ":2: `event`: must be the id of an event"),
        (table("accept = false"), ":3: `accept`: can only be `accept = true`"),
        (table("accept = true\nreject = true"), ":4: `reject`: needs exactly one of accept, reject, set, merge, split"),
        (table("# undecided"), ":2: `event`: needs exactly one of"),
        (table("accept = true\nverdict = 1"), ":4: `verdict`: unknown key; known are event, by"),
        (table("accept = true") + table('set = { stages = "signed" }'), ":9: `set`: unknown field `stages`"),
        (table('set = { stage = "sealed" }'), ":3: `set`: `stage` must be one of proposed, letter_of_intent, signed"),
        (table('set = { cn = "Suzhu" }'), ":3: `set`: `cn`: 'Suzhu' is no place of CN"),
        (table('set = { date = "12/2021" }'), ":3: `set`: `date` must be like 2021-12-09"),
        (table('set = { date = "2021-02-30" }'), ":3: `set`: `date` must be like 2021-12-09"),
        (table('set = { is_new = "no" }'), ":3: `set`: `is_new` must be true or false"),
        (table("set = {}"), ":3: `set`: must be like"),
        (table('merge = "e1"'), ":3: `merge`: an event cannot be merged with itself"),
        (table('split = "a1"'), ":3: `split`: must be a list of article ids"),
        (table("accept = true").replace("2026-11-22", '"soon"'), ":5: `date`: must be the day of the verdict"),
        (table("accept = true").replace('"A. Khan"', '" "'), ":4: `by`: must be text"),
    ],
)
def test_a_mistake_names_file_line_and_key(home: Home, text: str, said: str) -> None:
    with pytest.raises(VerdictsError) as raised:
        read(home, text)
    assert str(raised.value).startswith(str(home.verdicts_file))
    assert said in str(raised.value)


def test_a_verdict_is_appended_to_what_people_wrote(home: Home) -> None:
    before = "\ufeff# ours, in git\r\n" + table("accept = true").rstrip()
    home.verdicts_file.write_bytes(before.encode())
    home.verdicts_file.chmod(0o640)
    told = "Signed: A and B\nbecome \x7f sisters"
    draft = draft_verdict(
        home,
        GAZETTEER,
        {"event": "e2", "set": {"cn": "Xi'an"}, "by": 'Å "B" \\ \x7f', "date": date(2026, 11, 23), "reason": "一\n二"},
        told,
    )
    assert home.verdicts_file.read_bytes() == before.encode(), "a draft is not written"
    draft.write()
    after = home.verdicts_file.read_bytes().decode()
    assert after.startswith(before + "\n\n[[verdict]]\n# Signed: A and B become  sisters\n")
    assert load_verdicts(home, GAZETTEER) == draft.verdicts
    assert (draft.verdicts[-1].by, draft.verdicts[-1].reason) == ('Å "B" \\ \x7f', "一 二")
    assert home.verdicts_file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in home.root.iterdir()] == ["verdicts.toml"]


def test_a_link_into_a_repository_stays_one(home: Home, tmp_path: Path) -> None:
    kept = tmp_path / "repository.toml"
    kept.write_text(table("accept = true"))
    home.verdicts_file.symlink_to(kept)
    table_of = {"event": "e2", "reject": True, "by": "B", "date": date(2026, 11, 23), "reason": "R"}
    draft_verdict(home, GAZETTEER, table_of, "told").write()
    assert home.verdicts_file.is_symlink()
    assert kept.read_text().count("[[verdict]]") == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written(home: Home) -> None:
    home.root.chmod(0o500)
    table_of = {"event": "e2", "reject": True, "by": "B", "date": date(2026, 11, 23), "reason": "R"}
    with pytest.raises(VerdictsError, match=r"verdicts\.toml: cannot be written"):
        draft_verdict(home, GAZETTEER, table_of, "told").write()


def test_an_array_cannot_be_added_to_and_stays_as_it_is(home: Home) -> None:
    text = 'verdict = [{ event = "e1", accept = true, by = "A", date = 2026-11-22, reason = "R" }]\n'
    assert len(read(home, text)) == 1
    table_of = {"event": "e2", "reject": True, "by": "B", "date": date(2026, 11, 23), "reason": "R"}
    with pytest.raises(VerdictsError, match=r"every verdict is a table of its own, under \[\[verdict\]\]"):
        draft_verdict(home, GAZETTEER, table_of, "told")
    assert home.verdicts_file.read_text() == text


@pytest.mark.parametrize(
    ("name", "place_id"),
    [("Xi'an", "cn-shaanxi-xian"), ("西安", "cn-shaanxi-xian"), ("xi’an", "cn-shaanxi-xian"), ("cn-henan", "cn-henan")],
)
def test_a_place_by_any_of_its_names(name: str, place_id: str) -> None:
    assert place_named(GAZETTEER, name, "CN").place_id == place_id


def test_a_name_that_several_places_bear_is_refused() -> None:
    with pytest.raises(ValueError, match=r"'Suzhou' may be cn-.* \(Suzhou\).*: write the id"):
        place_named(GAZETTEER, "Suzhou", "CN")
    with pytest.raises(ValueError, match="no place of PK"):
        place_named(GAZETTEER, "cn-henan", "PK")
