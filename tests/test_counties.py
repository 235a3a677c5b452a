"""Counties that nobody reviewed: known where they are called counties, and nothing else that sounds like one."""

from __future__ import annotations

import pytest

from monitor.records import Lang
from monitor.understand import read_article, read_mentions
from monitor.understand.gazetteer import load_gazetteer
from scoring import article

TIES: list[tuple[Lang, str, str, str]] = [
    ("en", "Zigui County has become a friendly exchange county of Nowshera District in Pakistan.", "Zigui", "Nowshera"),
    (
        "en",
        "Tonglu County in Zhejiang and Chiniot signed. Tonglu and Chiniot are sister cities now.",
        "Tonglu",
        "Chiniot",
    ),
    ("zh", "9月10日,恭城瑶族自治县与巴基斯坦斯卡都县签订友好交流县备忘录。", "Gongcheng", "Skardu"),
    ("zh", "秭归县与巴基斯坦瑙谢拉县结为友好县。", "Zigui", "Nowshera"),
    ("ur", "نوشہرہ اور چین کی زیگوئی کاؤنٹی نے سسٹر سٹی معاہدے پر دستخط کیے۔", "Zigui", "Nowshera"),
]
NO_COUNTY: list[tuple[Lang, str]] = [
    ("en", "Zhang Wei and Yang Yundong came to Lahore with Mr Donghai."),
    ("en", "Donghai Power of Shanghai will build a plant in Lahore."),
    ("zh", "赵县长会见了拉合尔市长。"),
]


@pytest.mark.parametrize(("lang", "text", "cn", "pk"), TIES)
def test_a_county_is_a_party(lang: Lang, text: str, cn: str, pk: str) -> None:
    told = {(m.cn, m.pk) for m in read_mentions(article(text, "", "2024-09-12", lang)) if m.type == "agreement"}
    assert told == {(cn, pk)}


@pytest.mark.parametrize(("lang", "text"), NO_COUNTY)
def test_people_and_firms_are_no_county(lang: Lang, text: str) -> None:
    spots = read_article(article(text, "", "2024-09-12", lang)).spots
    assert [s.place.name_en for s in spots if s.place.level == "county"] == []


def test_all_counties_outside_the_west_are_there() -> None:
    names = [p.name_zh for p in load_gazetteer().places.values() if p.country_code == "CN" and p.level == "county"]
    assert sum(name.endswith("县") for name in names) > 1250
