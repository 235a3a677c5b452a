"""Dates as the understand step marks them: how precise, leaning on which day, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from monitor.records import Article, Lang
from monitor.understand import read_article
from scoring import article

NOT_YET = "this way of writing a date is not read yet"


def row(
    name: str, text: str, *expected: tuple[str, str], day: str | None = "2019-04-24", lang: Lang = "en", fails: str = ""
) -> object:
    """`expected` is for each date the words that tell it and its ISO form; 2019-04-24 was a Wednesday."""
    marks = [pytest.mark.xfail(reason=fails, strict=True)] if fails else []
    return pytest.param(article(text, "Karachi", day, lang), expected, id=f"{lang}: {name}", marks=marks)


def en(name: str, text: str, *expected: tuple[str, str], day: str | None = "2019-04-24", fails: str = "") -> object:
    return row(name, text, *expected, day=day, fails=fails)


def zh(name: str, text: str, *expected: tuple[str, str], day: str | None = "2019-04-24", fails: str = "") -> object:
    return row(name, text, *expected, day=day, lang="zh", fails=fails)


def ur(name: str, text: str, *expected: tuple[str, str], day: str | None = "2019-04-24", fails: str = "") -> object:
    return row(name, text, *expected, day=day, lang="ur", fails=fails)


ENGLISH = [
    en("numbers, day first", "They signed on 22-04-2019 in Lahore.", ("22-04-2019", "2019-04-22")),
    en("numbers, month first where it must be", "They signed on 04/22/2019.", ("04/22/2019", "2019-04-22")),
    en("so many years ago", "They became sister cities 17 years ago.", ("17 years ago", "2002")),
    en("years ago in a word", "Six years ago the two signed.", ("Six years ago", "2013")),
    en("months ago, over the turn of a year", "They signed five months ago.", ("five months ago", "2018-11")),
    en("days ago", "They met two days ago.", ("two days ago", "2019-04-22")),
    en(
        "ages ago",
        "It was built 2,500 years ago.",
    ),
    en("day before yesterday", "They met the day before yesterday.", ("the day before yesterday", "2019-04-22")),
    en("next Monday", "They will meet next Monday.", ("next Monday", "2019-04-29")),
    en("next of the same weekday", "They will meet next Wednesday.", ("next Wednesday", "2019-05-01")),
    en(
        "a day earlier",
        "They met on April 22; a day earlier they ate.",
        ("April 22", "2019-04-22"),
        ("a day earlier", "2019-04-21"),
    ),
    en("next year", "They will sign next year.", ("next year", "2020")),
    en("month first", "It was signed on April 22, 2019 in Karachi.", ("April 22, 2019", "2019-04-22")),
    en("day first", "It was signed on 22nd April 2019 in Karachi.", ("22nd April 2019", "2019-04-22")),
    en("day of month", "It was signed on the 22nd of April, 2019.", ("22nd of April, 2019", "2019-04-22")),
    en("short month", "It was signed on Oct. 8, 1992.", ("Oct. 8, 1992", "1992-10-08")),
    en("ISO", "Signed 2019-04-22 in Karachi.", ("2019-04-22", "2019-04-22")),
    en("month and year", "They met in December 2018.", ("December 2018", "2018-12")),
    en("year", "They have been sister cities since 1984.", ("1984", "1984")),
    en("two dates", "Made in May 2006, renewed in 2015.", ("May 2006", "2006-05"), ("2015", "2015")),
    en("weekday before", "They met on Monday.", ("Monday", "2019-04-22")),
    en("weekday of publication", "They met on Wednesday.", ("Wednesday", "2019-04-24")),
    en("weekday of last week", "They met on Friday.", ("Friday", "2019-04-19")),
    en("weekday over new year", "They met on Monday.", ("Monday", "2018-12-31"), day="2019-01-02"),
    en("weekday over a leap day", "They met on Saturday.", ("Saturday", "2020-02-29"), day="2020-03-02"),
    en("today", "They met today.", ("today", "2019-04-24")),
    en("yesterday", "They met yesterday.", ("yesterday", "2019-04-23")),
    en("yesterday on the first", "They met yesterday.", ("yesterday", "2019-04-30"), day="2019-05-01"),
    en("tomorrow", "They will meet tomorrow.", ("tomorrow", "2019-04-25")),
    en("day without year", "They met on April 22.", ("April 22", "2019-04-22")),
    en("day first without year", "They met on 22 April in Karachi.", ("22 April", "2019-04-22")),
    en("after new year", "They met on December 30.", ("December 30", "2019-12-30"), day="2020-01-02"),
    en("before new year", "They will meet on January 3.", ("January 3", "2020-01-03"), day="2019-12-30"),
    en("month without year", "It was signed in December in Karachi.", ("in December", "2018-12")),
    en("last month", "They met last month.", ("last month", "2019-03")),
    en("last month in January", "They met last month.", ("last month", "2018-12"), day="2019-01-10"),
    en("last year", "They met last year.", ("last year", "2018")),
    en("next month", "They will meet next month.", ("next month", "2019-05")),
    en("range with a dash", "The tour of April 20-23, 2019 ended.", ("April 20-23, 2019", "2019-04-20")),
    en("range with to", "The tour of 20 to 23 April 2019 ended.", ("20 to 23 April 2019", "2019-04-20")),
    en("weekday without publication", "They met on Monday in Karachi.", day=None),
    en("may is a verb", "Karachi may host the delegation of 12."),
    en("an amount", "The city paid Rs 2019 million and 1,984 rupees."),
    en("no such day", "Signed on 31 February 2019 by clerks of Karachi.", ("February 2019", "2019-02")),
]

CHINESE = [
    zh("years ago", "两市六年前缔结友好关系。", ("六年前", "2013")),
    zh("months ago", "双方三个月前签约。", ("三个月前", "2019-01")),
    zh("号", "4月22号签约。", ("4月22号", "2019-04-22")),
    zh("号 alone", "双方22号签约。", ("22号", "2019-04-22")),
    zh("号 of a house", "会议在人民路22号召开。"),
    zh("元月", "元月8日签约。", ("元月8日", "2019-01-08")),
    zh("days of a range", "4月10至12日访问。", ("4月10至12日", "2019-04-10")),
    zh("Friday of the week before", "上周五签约。", ("上周五", "2019-04-19")),
    zh("Monday of the next week", "下周一签约。", ("下周一", "2019-04-29")),
    zh("day in words", "双方二十二日签约。", ("二十二日", "2019-04-22")),
    zh("full", "双方于2019年4月22日签署协议。", ("2019年4月22日", "2019-04-22")),
    zh("month and day", "双方于4月22日签署协议。", ("4月22日", "2019-04-22")),
    zh("day alone", "双方22日签署协议。", ("22日", "2019-04-22")),
    zh("day of the month before", "双方28日签署协议。", ("28日", "2019-04-28"), day="2019-05-02"),
    zh("昨日", "双方昨日签署协议。", ("昨日", "2019-04-23")),
    zh("今天", "双方今天签署协议。", ("今天", "2019-04-24")),
    zh("前天", "双方前天签署协议。", ("前天", "2019-04-22")),
    zh("同年", "2006年签署协议，同年5月互访。", ("2006年", "2006"), ("同年5月", "2006-05")),
    zh("year in characters", "二〇〇六年签署协议。", ("二〇〇六年", "2006")),
    zh("other zero", "一九九二年结好，二○一五年续签。", ("一九九二年", "1992"), ("二○一五年", "2015")),
    zh("day in characters", "二〇一九年四月二十二日签署协议。", ("二〇一九年四月二十二日", "2019-04-22")),
    zh("year and month", "2018年12月访问卡拉奇。", ("2018年12月", "2018-12")),
    zh("去年12月", "去年12月访问卡拉奇。", ("去年12月", "2018-12")),
    zh("上月", "上月访问卡拉奇。", ("上月", "2019-03")),
    zh("去年", "去年访问卡拉奇。", ("去年", "2018")),
    zh("after new year", "双方12月30日签署协议。", ("12月30日", "2019-12-30"), day="2020-01-02"),
    zh("dots", "卡拉奇 2019.04.22", ("2019.04.22", "2019-04-22")),
    zh("weekday", "双方周一签署协议。", ("周一", "2019-04-22")),
    zh("a number of days", "代表团在卡拉奇停留3日前后。"),
]

URDU = [
    ur("years ago", "دونوں شہر پانچ سال قبل جڑواں بنے۔", ("پانچ سال قبل", "2014")),
    ur("first of the month", "یکم اپریل کو دستخط ہوئے۔", ("یکم اپریل", "2019-04-01")),
    ur("month first", "اپریل 22، 2019 کو دستخط ہوئے۔", ("اپریل 22، 2019", "2019-04-22")),
    ur("بروز", "بروز پیر ملاقات ہوئی۔", ("پیر", "2019-04-22")),
    ur("numbers", "22/04/2019 کو دستخط ہوئے۔", ("22/04/2019", "2019-04-22")),
    ur("full", "معاہدے پر 22 اپریل 2019 کو دستخط ہوئے۔", ("22 اپریل 2019", "2019-04-22")),
    ur("Urdu digits", "معاہدے پر ۲۲ اپریل ۲۰۱۹ کو دستخط ہوئے۔", ("۲۲ اپریل ۲۰۱۹", "2019-04-22")),
    ur("Arabic digits and letters", "معاہدے پر ٢٢ اپريل ٢٠١٩ کو دستخط ہوئے۔", ("٢٢ اپريل ٢٠١٩", "2019-04-22")),
    ur("without year", "22 اپریل کو دستخط ہوئے۔", ("22 اپریل", "2019-04-22")),
    ur("month and year", "دسمبر 2018 میں دورہ ہوا۔", ("دسمبر 2018", "2018-12")),
    ur("after new year", "30 دسمبر کو دستخط ہوئے۔", ("30 دسمبر", "2019-12-30"), day="2020-01-02"),
    ur("year", "1984 میں معاہدہ ہوا۔", ("1984", "1984")),
    ur("weekday", "ملاقات پیر کے روز ہوئی۔", ("پیر", "2019-04-22")),
    ur("weekday of publication", "ملاقات بدھ کو ہوئی۔", ("بدھ", "2019-04-24")),
    ur("Friday", "ملاقات جمعہ کے روز ہوئی۔", ("جمعہ", "2019-04-19")),
    ur("Thursday", "ملاقات جمعرات کو ہوئی۔", ("جمعرات", "2019-04-18")),
    ur("yesterday", "گزشتہ روز ملاقات ہوئی۔", ("گزشتہ روز", "2019-04-23")),
    ur("today", "آج ملاقات ہوئی۔", ("آج", "2019-04-24")),
    ur("last month", "گزشتہ ماہ ملاقات ہوئی۔", ("گزشتہ ماہ", "2019-03")),
    ur("last year", "گزشتہ سال ملاقات ہوئی۔", ("گزشتہ سال", "2018")),
    ur("July", "8 جولائی 2018 کو دستخط ہوئے۔", ("8 جولائی 2018", "2018-07-08")),
    ur("May", "3 مئی 2018 کو دستخط ہوئے۔", ("3 مئی 2018", "2018-05-03")),
    ur("range", "دورہ 20 سے 23 اپریل تک رہا۔", ("20 سے 23 اپریل", "2019-04-20")),
    ur("a week is no Saturday", "وفد ایک ہفتے تک کراچی میں رہا۔"),
]


@pytest.mark.parametrize(("read", "expected"), [*ENGLISH, *CHINESE, *URDU])
def test_dates_and_where_they_stand(read: Article, expected: Sequence[tuple[str, str]]) -> None:
    """The words of each mark are exactly those that tell the date."""
    reading = read_article(read)
    folded, original = reading.document.folded, reading.document.original
    found = []
    for mark in reading.marks:
        start, end = folded.original(mark.start, mark.end)
        found.append((original[start:end], mark.date))
    assert found == list(expected)


@pytest.mark.parametrize(
    ("text", "first", "lang"),
    [
        pytest.param("The tour lasted from April 20 to April 23.", "2019-04-20", "en", id="en"),
        pytest.param("The tour lasted from April 20 to 23.", "2019-04-20", "en", id="en without the second month"),
        pytest.param("4月20日至23日，代表团访问卡拉奇。", "2019-04-20", "zh", id="zh"),
        pytest.param("4月30日-5月2日，代表团访问卡拉奇。", "2019-04-30", "zh", id="zh over two months"),
        pytest.param("دورہ 20 اپریل سے 23 اپریل تک رہا۔", "2019-04-20", "ur", id="ur"),
    ],
)
def test_a_range_begins_with_its_first_day(text: str, first: str, lang: Lang) -> None:
    assert read_article(article(text, "Karachi", "2019-04-24", lang)).marks[0].date == first


@pytest.mark.parametrize(
    "text",
    ["They met at the 2018 Forum in Karachi.", "They met at Expo 2018 in Karachi.", "2018年友城论坛在卡拉奇举行。"],
)
def test_a_forums_year_gives_no_day(text: str) -> None:
    lang: Lang = "en" if text.isascii() else "zh"
    assert {mark.date for mark in read_article(article(text, "Karachi", "2019-04-24", lang)).marks} <= {"2018"}


@pytest.mark.parametrize(
    ("text", "leans", "has_year"),
    [
        pytest.param("They met on April 22, 2019.", False, True, id="whole"),
        pytest.param("They met on April 22.", True, False, id="without year"),
        pytest.param("They met on Monday.", True, False, id="weekday"),
    ],
)
def test_what_was_completed_from_publication(text: str, leans: bool, has_year: bool) -> None:
    (mark,) = read_article(article(text, "Karachi", "2019-04-24")).marks
    assert (mark.leans, mark.has_year) == (leans, has_year)


FROM_MONDAY: dict[Lang, tuple[str, dict[str, int]]] = {
    "en": (
        "The mayor of Kaifeng met Multan's commissioner on Monday. {} he met the mayor of Lahore.",
        {
            "The next morning": 1,
            "The following afternoon": 1,
            "The day after,": 1,
            "On the previous day": -1,
            "The evening before,": -1,
            "That evening": 0,
            "The same evening": 0,
            "One day later": 1,
            "Two days on,": 2,
            "Three days before,": -3,
            "A week earlier": -7,
        },
    ),
    "zh": (
        "5月13日,开封市长会见木尔坦市专员。{},他会见了拉合尔市长。",
        {"次日": 1, "隔日": 1, "当晚": 0, "前一天": -1, "两天后": 2, "两天前": -2, "一周后": 7},
    ),
    "ur": (
        "13 مئی کو کائیفنگ کے میئر نے ملتان کے کمشنر سے ملاقات کی۔ {} وہ لاہور کے میئر سے ملے۔",
        {"اگلے روز": 1, "اگلی صبح": 1, "اسی شام": 0, "دو روز بعد": 2, "ایک روز قبل": -1, "تین دن بعد": 3},
    ),
}


@pytest.mark.parametrize(
    ("lang", "words", "days"),
    [(lang, words, days) for lang, (_, told) in FROM_MONDAY.items() for words, days in told.items()],
)
def test_days_are_counted_from_the_day_told_before(lang: Lang, words: str, days: int) -> None:
    text = FROM_MONDAY[lang][0].format(words)
    marks = read_article(article(text, "", "2024-05-17", lang)).marks

    assert [m.date for m in marks] == ["2024-05-13", (date(2024, 5, 13) + timedelta(days=days)).isoformat()]
