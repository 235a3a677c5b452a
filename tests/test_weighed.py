"""What no rule reads, by the weight of its words: told only where a sentence leaves little doubt, and marked so."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.errors import DataError
from monitor.records import Lang
from monitor.understand import read_mentions
from monitor.understand.cast import Cast
from monitor.understand.reading import look_at
from monitor.understand.weighed_ties import two_places
from monitor.understand.weighed_visits import weighed_call
from monitor.understand.word_weights import FOLDER, HOW, features_of, load_weights
from scoring import article

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        (
            "en",
            "SAHIWAL: A sister city accord now stands between Sahiwal and the Chinese city of Wuzhong.",
            ("agreement", "signed", "Wuzhong", "Sahiwal"),
        ),
        ("zh", "6月20日,义乌与锡亚尔科特的友好城市协议落了墨。", ("agreement", "signed", "Yiwu", "Sialkot")),
        (
            "ur",
            "ٹھٹھہ اور ژوہائی کے درمیان سسٹر سٹی کا معاہدہ عمل میں آیا۔",
            ("agreement", "signed", "Zhuhai", "Thatta"),
        ),
    ],
)
def test_an_act_in_words_that_no_rule_knows(lang: Lang, text: str, told: tuple[str, ...]) -> None:
    (mention,) = read_mentions(article(text, "", "2022-06-26", lang))
    assert (mention.type, mention.stage, mention.cn, mention.pk) == told
    assert HOW in mention.rule
    assert mention.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "SAHIWAL: No sister city accord now stands between Sahiwal and the Chinese city of Wuzhong.",
        "SAHIWAL: A sister port accord now stands between firms of Sahiwal and the Chinese city of Wuzhong.",
        "ISLAMABAD: A sister city accord now stands between Islamabad and Beijing.",
        "SAHIWAL: A bus now stands between Sahiwal and the Chinese city of Wuzhong.",
    ],
    ids=["denied", "of others", "capitals", "no word of a tie"],
)
def test_what_is_not_weighed(text: str) -> None:
    assert [m for m in read_mentions(article(text, "", "2022-06-26")) if m.is_new and HOW in m.rule] == []


@pytest.mark.parametrize(
    ("lang", "text", "host"),
    [
        ("en", "KARACHI: Chinese Consul General Yang Yundong was received by Sindh's governor on Monday.", "Sindh"),
        ("zh", "6月20日,巴基斯坦驻华大使哈克到访西安,市委书记方红卫与他座谈。", "Xi'an"),
        ("en", "KARACHI: Chinese Consul General Yang Yundong sent Sindh's fishermen 200 lamps on Monday.", None),
        ("en", "KARACHI: Chinese Consul General Yang Yundong and bankers of Sindh spoke about loans.", None),
    ],
    ids=["received", "came to a city", "sent something", "others' guest"],
)
def test_the_visit_of_an_envoy_is_weighed(lang: Lang, text: str, host: str | None) -> None:
    scene = look_at(article(text, "", "2022-06-26", lang))
    call = weighed_call(scene, Cast(scene), ())
    assert (call and [spot.place.name_en for spot in (call.cn, call.pk) if spot]) == ([host] if host else None)


def test_which_places_a_sentence_names_is_all_the_same() -> None:
    texts = ("Sahiwal and Wuzhong, 2 towns, are sisters.", "Mardan and Tianshui, 31 towns, are sisters.")
    found = []
    for text in texts:
        scene = look_at(article(text))
        (where,) = scene.body()
        cn, pk = two_places(scene, where) or pytest.fail(f"no two places: {text}")
        found.append(features_of(scene, where, cn.place, pk.place))
    assert found[0] == found[1]
    assert {"PK1 and", "=and", ">towns", "# towns"} <= found[0]


def test_a_row_that_is_no_weight_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "visit.csv").write_text("feature,told,planned\nmet,1.5,0\nsaw,much,0\n", "utf-8")
    monkeypatch.setattr("monitor.understand.word_weights.FOLDER", tmp_path)
    load_weights.cache_clear()
    try:
        with pytest.raises(DataError, match=r"visit\.csv, line 3: .*much.*make weights"):
            load_weights("visit")
        with pytest.raises(DataError, match=r"agreement\.csv"):
            load_weights("agreement")
    finally:
        load_weights.cache_clear()


@pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None,
    reason="needs the packages of weights/requirements.lock (make weights)",
)
def test_the_shipped_weights_are_those_that_are_learnt() -> None:
    command = [sys.executable, str(ROOT / "weights" / "learn.py"), "--check"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT / "tests")}
    )
    assert done.returncode == 0, done.stderr


def test_each_kind_of_event_has_weights() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {"agreement", "visit", "call"}
