"""Names that no gazetteer knows: read only beside a tie with a known partner, never where two are as near."""

from __future__ import annotations

import pytest

from monitor.understand import read_article, read_mentions
from monitor.understand.by_ear import sound_of
from monitor.understand.misspellings import edit_distance
from scoring import article


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Larkana has inked a sister-city pact with Weinen city of China.", ("Weinan", "Larkana")),
        ("Multan and Shehzi city of Xinjiang, China, inked a sister-city MoU.", ("Shihezi", "Multan")),
        ("Lahore signed a sister-city agreement with Guangzhuo of China on Monday.", ("Guangzhou", "Lahore")),
        ("Lahore signed a sister-city agreement with Kunshen city of China on Monday.", ("Kunshan", "Lahore")),
        ("Lahore signed a sister-city agreement with Zhenjang in Jiangsu on Monday.", ("Zhenjiang", "Lahore")),
        ("Lahore and Hanan province of China signed a sister-province agreement on Monday.", None),
        ("Lahore signed a sister-city agreement with Hanan of China on Monday.", None),
        ("Lahore and Zhang Weiwei of China signed a sister-city agreement on Monday.", None),
        ("Lahore and Chen Liangpin of China signed a sister-city agreement on Monday.", None),
        ("Kunming of China signed a sister-city agreement with Khanpor of Pakistan on Monday.", None),
        ("Weinen city of China signed a sister-city agreement on Monday.", None),
    ],
)
def test_a_misspelt_partner_of_a_tie(text: str, pair: tuple[str, str] | None) -> None:
    found = [(mention.cn, mention.pk) for mention in read_mentions(article(text, "Today's news", "2019-04-24"))]
    assert found == ([pair] if pair else [])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The district has entered into a twin city accord with Beehai, a seaside town of China. "
            "The MoU that makes Turbat and Beehai twins was signed here on Monday.",
            {("Beihai", "Turbat")},
        ),
        (
            "MoUs were signed on Monday for Larkana and Sukkur, which take Gulin and Luizhou of Guangxi respectively "
            "as sister cities.",
            {("Guilin", "Larkana"), ("Liuzhou", "Sukkur")},
        ),
        ("Turbat and Yolin became sister cities on Monday.", set()),
        ("Sister cities are close to the heart of Lahore's mayor, said Chen Beehai, a guest from China.", set()),
    ],
    ids=["called a town", "one after the other", "two places sound alike", "a person"],
)
def test_names_written_by_ear(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(m.cn, m.pk) for m in read_mentions(article(text, "Today's news", "2019-04-24"))} == pairs


@pytest.mark.parametrize(
    ("written", "meant"), [("yeebin", "yibin"), ("zibbo", "zibo"), ("guwangsi", "guangxi"), ("shangdong", "shandong")]
)
def test_spellings_that_sound_alike(written: str, meant: str) -> None:
    assert sound_of(written) == sound_of(meant)


def test_a_misspelt_partner_is_unconfirmed() -> None:
    text = "Larkana has inked a sister-city pact with Weinen city of China."
    reading = read_article(article(text, "Today's news", "2019-04-24"))
    assert [finding.cn.how for finding in reading.findings if finding.cn] == ["fuzzy"]
    assert all(mention.confidence < 0.6 for mention in reading.mentions)


def test_without_a_tie_nothing_is_guessed() -> None:
    text = "Guests from Weinen city of China came to the mayor of Larkana and spoke of melons."
    assert not [s for s in read_article(article(text, "Today's news", "2019-04-24")).spots if s.country == "CN"]


def test_the_rule_says_that_a_town_beside_its_province_is_misspelt() -> None:
    text = "Zhenjang in Jiangsu and Multan in Punjab signed a sister-city agreement on Wednesday."
    (mention,) = read_article(article(text, "Today's news", "2019-04-24")).mentions
    assert (mention.cn, mention.rule.split(", ")[-1]) == ("Zhenjiang", "misspelt")


@pytest.mark.parametrize(
    "text",
    [
        "A delegation of Zhenjang in Jiangsu met the mayor of Lahore here on Wednesday.",
        "Zhenjang in Jiangsu and Chakwall in Punjab signed a sister-city agreement on Wednesday.",
    ],
    ids=["a visit", "neither partner is known"],
)
def test_a_misspelt_town_beside_its_province_needs_an_agreement_with_a_known_partner(text: str) -> None:
    reading = read_article(article(text, "Today's news", "2019-04-24"))
    assert "fuzzy" in {spot.how for spot in reading.spots}
    assert not reading.mentions
    assert any("misspelt" in miss.reason for miss in reading.misses)


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("weinan", "weinan", 0),
        ("weinen", "weinan", 1),
        ("shehzi", "shihezi", 2),
        ("xain", "xian", None),
        ("jinan", "jnian", 1),
        ("hefei", "wefei", None),
        ("lahore", "lahoreabad", None),
    ],
)
def test_distance_of_letters(a: str, b: str, distance: int | None) -> None:
    assert edit_distance(a, b, 2) == distance
