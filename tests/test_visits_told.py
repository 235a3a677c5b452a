"""One meeting and one journey in the many ways that reporters tell them: always the same visit."""

from __future__ import annotations

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

ENVOYS = [
    "Chinese Consul General in Lahore Zhao Shiren",
    "Zhao Shiren, the Chinese consul general in Lahore,",
    "the Chinese ambassador, Jiang Zaidong,",
    "acting Chinese consul general Cao Ke",
]
HOSTS = [
    ("Punjab Chief Minister Maryam Nawaz", "Punjab"),
    ("the chief minister of Punjab, Maryam Nawaz,", "Punjab"),
    ("Governor Punjab Sardar Saleem", "Punjab"),
    ("Mayor of Lahore Mubashir Javed", "Lahore"),
    ("Deputy Commissioner Lahore Musa Raza", "Lahore"),
    ("Punjab's Home Secretary Noor Ameen", "Punjab"),
    ("Sindh Local Government Minister Saeed Ghani", "Sindh"),
]
GUESTS = [
    ("a delegation from Chengdu led by Vice Mayor Wang Jun", "Chengdu"),
    ("a five-member delegation of the Chengdu municipal government", "Chengdu"),
    ("Wang Jun, vice mayor of Chengdu,", "Chengdu"),
    ("Sichuan's party secretary Wang Xiaohui", "Sichuan"),
    ("a team of officials from the Chengdu foreign affairs office", "Chengdu"),
]
MEETINGS = [
    "{guest} called on {host} on Monday.",
    "{guest} met {host} on Monday.",
    "{host} met {guest} on Monday.",
    "{host} received {guest} in the city on Monday.",
    "{host} held a meeting with {guest} on Monday.",
    "{guest} held talks with {host} on Monday.",
    "{guest} paid a courtesy call on {host} on Monday.",
    "{guest} was received by {host} on Monday.",
    "{host} hosted {guest} for lunch on Monday.",
    "{host} welcomed {guest} to the office on Monday.",
    "{guest} and {host} discussed farming at a meeting on Monday.",
    "A meeting between {guest} and {host} was held on Monday.",
    "{guest} had a meeting with {host} on Monday.",
    "In a meeting with {guest} on Monday, {host} spoke of farming.",
    "{host} and {guest} exchanged views on farming on Monday.",
    "{guest} sat down with {host} on Monday.",
    "{host} and {guest} got together on Monday to talk about farming.",
    "On Monday {guest} came to see {host}.",
    "{host} briefed {guest} on Monday on farm machines.",
    "Farm machines were on the table when {guest} met {host} on Monday.",
    "Security was discussed as {host} received {guest} on Monday.",
]
OF_ENVOYS = [
    "{guest} took tea with {host} on Monday.",
    "{guest} spent an hour with {host} on Monday.",
    "On Monday, {host} had {guest} as a guest.",
    "{host} on Monday conferred with {guest}.",
    "{guest} drove to the office of {host} on Monday for talks.",
    "{host} sought the help of {guest} for farms during a meeting on Monday.",
]
JOURNEYS = [
    "{guest} arrived in Lahore on Monday.",
    "{guest} visited Lahore on Monday.",
    "{guest} reached Lahore on Monday on a three-day visit.",
    "{guest} toured Lahore on Monday.",
    "{guest} began a visit to Lahore on Monday.",
    "{guest} was in Lahore on Monday to look at schools.",
    "{guest} travelled to Lahore on Monday.",
    "{guest} flew to Lahore on Monday.",
]

IN_CHINESE = [
    "5月13日,{host}会见{guest}一行。",
    "5月13日,{host}会见了{guest}。",
    "5月13日,{guest}拜会{host}。",
    "5月13日下午,{host}在当地会见来访的{guest}一行,双方就农业合作交换意见。",
    "13日,{host}与{guest}举行会谈。",
    "5月13日,{guest}到访,{host}会见。",
    "5月13日,{guest}应邀来访,{host}与其座谈。",
    "昨日,{host}会见{guest}。",
    "{guest}13日拜访{host}。",
    "5月13日,{host}接待{guest}一行。",
    "5月13日,{host}与{guest}会面。",
    "13日上午,{host}同{guest}进行会谈。",
    "5月13日,{host}同{guest}工作会谈,共商合作。",
    "5月13日,{guest}同{host}举行工作会晤。",
    "5月13日,{host}宴请{guest}一行。",
]
IN_URDU = [
    "پیر کو {host} سے {guest} نے ملاقات کی۔",
    "{guest} نے پیر کو {host} سے ملاقات کی۔",
    "پیر کے روز {host} سے {guest} کی ملاقات ہوئی۔",
    "{host} نے پیر کو {guest} کا استقبال کیا۔",
    "پیر کو {host} اور {guest} کے درمیان ملاقات ہوئی۔",
    "پیر کو {host} نے {guest} سے ملاقات میں زراعت پر بات کی۔",
    "{guest} پیر کو {host} سے ملے۔",
    "پیر کو {host} سے {guest} نے الوداعی ملاقات کی۔",
    "پیر کو {host} نے {guest} کو ظہرانہ دیا۔",
    "{guest} نے پیر کو {host} سے ملاقات کر کے تعاون پر گفتگو کی۔",
    "پیر کو {host} نے {guest} سے گفتگو کرتے ہوئے کہا کہ تعاون بڑھے گا۔",
]
PEOPLE_IN_CHINESE = [
    ("巴基斯坦驻华大使哈什米", "四川省省长施小琳", "Sichuan", None),
    ("巴基斯坦驻广州总领事萨达尔", "佛山市副市长刘杰", "Foshan", None),
    ("巴基斯坦驻成都总领事阿里", "贵阳市市长", "Guiyang", None),
    ("巴基斯坦大使莫因·哈克", "湖南省委副书记李殿勋", "Hunan", None),
    ("中国驻拉合尔总领事赵世人", "旁遮普省首席部长玛丽亚姆", None, "Punjab"),
    ("驻卡拉奇总领事杨云东", "信德省省督泰索里", None, "Sindh"),
    ("中国驻巴基斯坦大使姜再冬", "俾路支省首席部长布格蒂", None, "Balochistan"),
    ("巴基斯坦拉合尔市长率领的代表团", "成都市市长王凤朝", "Chengdu", "Lahore"),
    ("巴基斯坦旁遮普省政府代表团", "江苏省副省长方伟", "Jiangsu", "Punjab"),
    ("巴基斯坦白沙瓦市代表团一行", "乌鲁木齐市副市长", "Urumqi", "Peshawar"),
]
PEOPLE_IN_URDU = [
    ("چینی قونصل جنرل ژاؤ شیرین", "وزیراعلیٰ پنجاب مریم نواز", None, "Punjab"),
    ("چینی سفیر جیانگ زیڈونگ", "گورنر سندھ کامران ٹیسوری", None, "Sindh"),
    ("چین کے قونصل جنرل یانگ یونڈونگ", "میئر کراچی مرتضیٰ وہاب", None, "Karachi"),
    ("قائم مقام چینی قونصل جنرل", "کمشنر لاہور زید بن مقصود", None, "Lahore"),
    ("چینگڈو کے سرکاری وفد", "میئر لاہور مبشر جاوید", "Chengdu", "Lahore"),
    ("سیچوان کے وفد", "وزیراعلیٰ پنجاب مریم نواز", "Sichuan", "Punjab"),
    ("چینی صوبہ شانڈونگ کے وفد", "گورنر پنجاب سلیم حیدر", "Shandong", "Punjab"),
]

Visit = tuple[str | None, str | None, str, str | None]


def _read(text: str, title: str, lang: Lang) -> list[Visit]:
    read = read_mentions(article(text, title, "2024-05-14", lang))
    return [(m.cn, m.pk, m.stage, m.date) for m in read if m.type == "visit"]


def _visits(sentence: str, dateline: str = "") -> list[Visit]:
    opening = sentence[0].upper() + sentence[1:].replace(",.", ".").replace(",,", ",")
    return _read(f"{dateline}{opening} Trade was discussed.", "Talk of trade", "en")


@pytest.mark.parametrize("told", [*MEETINGS, *OF_ENVOYS])
def test_an_envoy_meets_an_official(told: str) -> None:
    for envoy in ENVOYS:
        for host, place in HOSTS:
            visits = _visits(told.format(guest=envoy, host=host), "LAHORE: ")
            assert visits == [(None, place, "took_place", "2024-05-13")], (envoy, host)


@pytest.mark.parametrize("told", MEETINGS)
def test_a_delegation_meets_an_official(told: str) -> None:
    for guest, home in GUESTS:
        for host, place in HOSTS:
            visits = _visits(told.format(guest=guest, host=host), "LAHORE: ")
            assert visits == [(home, place, "took_place", "2024-05-13")], (guest, host)


@pytest.mark.parametrize("told", JOURNEYS)
def test_a_delegation_travels(told: str) -> None:
    for guest, home in GUESTS:
        assert _visits(told.format(guest=guest)) == [(home, "Lahore", "took_place", "2024-05-13")], guest


@pytest.mark.parametrize("told", IN_CHINESE)
def test_a_meeting_told_in_chinese(told: str) -> None:
    for guest, host, cn, pk in PEOPLE_IN_CHINESE:
        visits = _read(told.format(guest=guest, host=host), "外事简讯", "zh")
        assert visits == [(cn, pk, "took_place", "2024-05-13")], (guest, host)


@pytest.mark.parametrize("told", IN_URDU)
def test_a_meeting_told_in_urdu(told: str) -> None:
    for guest, host, cn, pk in PEOPLE_IN_URDU:
        visits = _read(told.format(guest=guest, host=host), "آج کی خبر", "ur")
        assert visits == [(cn, pk, "took_place", "2024-05-13")], (guest, host)
