"""Folding and sentence cutting: whatever is found can be led back to the very characters of the article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.records import Lang
from monitor.understand import read_mentions
from monitor.understand.text import fold, split_sentences
from scoring import article, load

SETS = ("articles.jsonl", "own_en.jsonl", "own_zh_ur.jsonl")
ODD = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "aZ09 .,。،۔“”’-—\u200b\u200c\u200d\u200e\ufeff\u00ad\u00a0\u3000éüßŁİﬁ½²烏魯木齊發乾后里يىكةھۂأًٌَُِّْ۰۹٣年月日\n"
        ),
    ),
    max_size=60,
)


@given(ODD)
def test_any_span_of_the_folded_text_is_a_span_of_the_original(text: str) -> None:
    folded = fold(text)
    size = len(folded.text)
    for start in range(size):
        for end in (start + 1, (start + 1 + size) // 2, size):
            if start < end:
                first, last = folded.original(start, end)
                assert 0 <= first < last <= len(text)


@given(ODD)
def test_folding_keeps_the_order_of_characters(text: str) -> None:
    folded = fold(text)
    starts = [folded.original(i, i + 1)[0] for i in range(len(folded.text))]
    assert starts == sorted(starts)


@given(ODD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """What was folded once is matched as it stands."""
    once = fold("".join(char for char in text if char.isascii() or "\u0600" <= char <= "\u06ff")).text
    assert fold(once).text == once


@given(ODD)
def test_no_sentence_reaches_into_another(text: str) -> None:
    folded = fold(text).text
    for lang in ("en", "zh", "ur"):
        sentences = split_sentences(folded, lang)
        assert all(s.start < s.end <= len(folded) and "\n" not in folded[s.start : s.end] for s in sentences)
        assert all(a.end <= b.start for a, b in pairwise(sentences))
        kept = "".join(folded[s.start : s.end] for s in sentences)
        assert "".join(kept.split()) == "".join(folded.split())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("URUMQI", "urumqi", id="case"),
        pytest.param("Ürümqi", "urumqi", id="marks on letters"),
        pytest.param("Xi’an", "xi'an", id="curly apostrophe"),
        pytest.param("Khyber–Pakhtunkhwa", "khyber-pakhtunkhwa", id="dash"),
        pytest.param("Kara\u00adchi\u200b", "karachi", id="invisible characters"),
        pytest.param("烏魯木齊與廣東", "乌鲁木齐与广东", id="traditional characters"),
        pytest.param("كراچي", "کراچی", id="Arabic letters"),
        pytest.param("لاہُور", "لاہور", id="vowel signs"),
        pytest.param("۲۲ ٢٢", "22 22", id="digits"),
        pytest.param("２０１９年", "2019年", id="wide digits"),
        pytest.param("二〇〇六年", "2006年", id="years in characters"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        pytest.param("en", ["Mr. Khan met Dr. Li of St. John.", "They signed."], id="en: titles"),
        pytest.param(
            "en",
            ["They met at the governor's.", "They signed."],
            id="en: ends with 's",
        ),
        pytest.param("en", ["It cost Rs. 3.5 million.", "All paid!", "Did they?", "Yes."], id="en: numbers"),
        pytest.param("en", ["Guests from the U.S. and China came.", "They left."], id="en: initials"),
        pytest.param("en", ['"We signed."', "He left."], id="en: quotes"),
        pytest.param("en", ["Shah (who came at 5 p.m. sharp. Late.) spoke.", "He left."], id="en: brackets"),
        pytest.param("en", ["They met on Oct. 8 and on Jan. 3.", "They left."], id="en: months"),
        pytest.param("zh", ["双方签署协议。", "会见后参观。"], id="zh: full stop"),
        pytest.param("zh", ["太好了！", "来吗？", "来；", "走。"], id="zh: other marks"),
        pytest.param("zh", ["他说：“欢迎。”", "随后离开。"], id="zh: curly quotes"),
        pytest.param("zh", ["他说：「歡迎。」", "隨後離開。"], id="zh: corner brackets"),
        pytest.param("zh", ["增长3.5%，达2.1亿元。"], id="zh: points in numbers"),
        pytest.param("ur", ["معاہدہ ہو گیا۔", "وفد چلا گیا۔"], id="ur: full stop"),
        pytest.param("ur", ["کیا معاہدہ ہوا؟", "جی ہاں!", "ہو گیا۔"], id="ur: other marks"),
        pytest.param("ur", ["رقم 3.5 ارب ڈالر ہے۔", "وفد آیا۔"], id="ur: points in numbers"),
    ],
)
def test_sentences(lang: str, sentences: Sequence[str]) -> None:
    text = (" " if lang != "zh" else "").join(sentences)
    folded = fold(text)
    spans = [folded.original(s.start, s.end) for s in split_sentences(folded.text, lang)]
    assert [text[start:end] for start, end in spans] == list(sentences)


@pytest.mark.parametrize("lang", ["en", "zh", "ur"])
def test_a_line_break_ends_a_sentence(lang: str) -> None:
    assert len(split_sentences("one\ntwo\n\nthree", lang)) == 3


@pytest.mark.parametrize("name", SETS)
def test_evidence_is_exact_in_every_labelled_article(name: str) -> None:
    count = 0
    for read, _ in load(name):
        for mention in read_mentions(read):
            count += 1
            if mention.evidence_start is None or mention.evidence_end is None:
                assert mention.evidence_start is mention.evidence_end
                assert mention.evidence in read.title
            else:
                assert read.text[mention.evidence_start : mention.evidence_end] == mention.evidence
            assert mention.evidence.strip() == mention.evidence != ""
    assert count > 50


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        pytest.param("en", "Urumqi and Peshawar signed a sister-city agreement on Monday.", id="en"),
        pytest.param("zh", "烏魯木齊市與巴基斯坦白沙瓦市簽署友好城市協議。", id="zh"),
        pytest.param("ur", "ارومچی اور پشاور کے درمیان سسٹر سٹی معاہدے پر دستخط ہو گئے۔", id="ur"),
    ],
)
@settings(max_examples=40, deadline=None)
@given(before=ODD, after=ODD)
def test_evidence_is_exact_among_odd_characters(lang: Lang, sentence: str, before: str, after: str) -> None:
    read = article(f"{before}\n{sentence}\n{after}", "Zeitung", "2019-04-24", lang)
    for mention in read_mentions(read):
        if mention.evidence_start is not None:
            assert read.text[mention.evidence_start : mention.evidence_end] == mention.evidence


def test_a_text_without_end_is_read_to_a_point() -> None:
    tie = "Lahore and Jinan signed a sister-city agreement on Monday. "
    filler = "The weather in the two cities was fine on that day. "
    assert read_mentions(article(tie + filler * 1000, "News", "2019-04-24"))
    assert read_mentions(article(filler * 1000 + tie, "News", "2019-04-24")) == ()


def test_an_impossible_day_of_publishing_is_ignored() -> None:
    read = article("Lahore and Jinan signed a sister-city agreement on Monday.", "News", "0001-01-01")
    assert [(mention.cn, mention.date) for mention in read_mentions(read)] == [("Jinan", None)]


def test_a_sentence_without_end_is_cut_and_nothing_of_it_is_lost() -> None:
    text = "karachi and urumqi " * 400
    sentences = split_sentences(text, "en")
    assert len(sentences) > 1
    assert max(s.end - s.start for s in sentences) <= 1200
    assert "".join(text[s.start : s.end] for s in sentences).replace(" ", "") == text.replace(" ", "")
