"""Copies of an article are found by their signatures and grouped under the longest."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import permutations

import pytest

from monitor.records import Article, Signature
from monitor.resolve import group_articles, sign

STORY = (
    "A letter of intent to become sister provinces was signed in Quetta on Saturday. The governor of Henan led the "
    "delegation, which the chief minister of Balochistan received at his secretariat together with four members of "
    "the cabinet. Both sides named agriculture, mining and vocational training as fields of work. The chief minister "
    "recalled the road that ties the two countries and invited investors to the port of Gwadar, while the governor "
    "offered a hundred scholarships a year to students of the province and a training centre for its farmers."
)
OTHER = (
    "The mayor of Karachi returned on Sunday from three days in Shanghai, where he was shown the water works and the "
    "metro. He told reporters at the airport that the sister city had agreed to send engineers, that a contract for "
    "buses is near, and that the municipal council will be asked to approve a plan for the lake before the summer. "
    "The opposition in the council said the trip had cost more than the street lights it was meant to bring home."
)
CHINESE = (
    "3月30日上午,濮阳市长在迎宾馆会见巴基斯坦俾路支省瓜达尔市发展部部长一行。市长说,两市已正式缔结国际友好城市,"
    "希望在港口、农业、教育和旅游方面加强往来。部长感谢濮阳的款待,介绍了瓜达尔港的建设进展,并邀请濮阳的企业前去考察。"
    "副市长、市外事办主任和有关部门的负责人参加了会见。会见之后,客人参观了城市规划展览馆和一所职业学校。"
)


def signed(article_id: str, text: str, title: str = "") -> Signature:
    return sign(Article(article_id, f"https://example.org/{article_id}", "s", "en", title, text))


def edited(text: str) -> str:
    return text.replace("on Saturday", "on July 17").replace("a hundred", "100").replace("invited", "called")


@pytest.mark.parametrize("copy", [STORY.upper(), STORY.replace(" ", "\n "), STORY.replace(",", "")])
def test_case_spaces_and_punctuation_make_no_other_text(copy: str) -> None:
    assert signed("a", STORY).text_hash == signed("b", copy).text_hash


@pytest.mark.parametrize(
    "copy",
    [edited(STORY), STORY + " The writer is our correspondent in Quetta.", STORY[: len(STORY) * 3 // 4]],
    ids=["edited", "longer by a line", "cut at the end"],
)
def test_edited_copies_are_grouped(copy: str) -> None:
    assert len(group_articles([signed("a", STORY), signed("b", copy)])) == 1


def test_chinese_copies_are_grouped_by_characters() -> None:
    copy = CHINESE.replace("上午", "").replace("款待", "热情接待").replace("一所职业学校", "职业学校")
    assert group_articles([signed("a", CHINESE), signed("b", copy)]) == {"b": "a"}


def test_other_stories_are_not_copies() -> None:
    assert group_articles([signed("a", STORY), signed("b", OTHER), signed("c", CHINESE)]) == {}


def test_bands_shared_by_chance_make_no_copy() -> None:
    story, other = signed("a", STORY), signed("b", OTHER)
    chance = replace(other, bands=(*story.bands[:2], *other.bands[2:]))
    assert group_articles([story, chance]) == {}
    assert len(group_articles([replace(story, minima=b""), chance])) == 1, "of old, bands were all there was"


def test_a_quotation_is_not_a_copy() -> None:
    assert group_articles([signed("a", STORY), signed("b", STORY[: len(STORY) // 3])]) == {}


def test_the_leader_is_the_longest_then_the_weightiest_then_the_smallest_id() -> None:
    longest = signed("z", STORY + " The writer is our correspondent in Quetta.")
    same = [signed("c", STORY), signed("b", STORY), signed("a", STORY)]
    assert set(group_articles([*same, longest]).values()) == {"z"}
    assert group_articles(same) == {"b": "a", "c": "a"}
    assert group_articles(same, {"a": "press", "b": "wire"}) == {"a": "b", "c": "b"}


def test_groups_do_not_depend_on_order_and_a_leader_copies_nothing() -> None:
    signatures = [signed("a", STORY), signed("b", edited(STORY)), signed("c", STORY[:-60]), signed("d", OTHER)]
    found = {tuple(group_articles(order).items()) for order in permutations(signatures)}
    assert len(found) == 1
    copies = dict(found.pop())
    assert set(copies.values()).isdisjoint(copies)
    assert "d" not in copies


def test_notices_under_different_titles_are_not_copies() -> None:
    notice = "Subscribe to read this article."
    assert group_articles([signed("a", notice, "Twins"), signed("b", notice, "A visit")]) == {}
    assert group_articles([signed("a", notice, "Twins"), signed("b", notice, "Twins")]) == {"b": "a"}


@pytest.mark.parametrize("text", ["", " ,.", "x"])
def test_next_to_nothing_can_be_signed_and_nothing_is_copied(text: str) -> None:
    signatures = [signed("a", text), signed("b", text)]
    assert signatures[0].bands == signatures[1].bands
    assert group_articles(signatures) == ({"b": "a"} if text == "x" else {})


def test_bands_fit_an_unsigned_32_bit_column() -> None:
    bands = signed("a", STORY).bands
    assert len(bands) == 20
    assert all(0 <= band < 2**32 for band in bands)


def test_a_signature_is_the_same_in_every_process() -> None:
    code = (
        "import sys; from monitor.records import Article; from monitor.resolve import sign;"
        "print(sign(Article('a', 'u', 's', 'en', '', sys.argv[1])).bands)"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code, STORY],
            capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout.strip()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert told == [str(signed("a", STORY).bands)] * 2
