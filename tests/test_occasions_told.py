"""Occasions as outlets tell them, in three languages: from articles through a real home to events and items.

What happened is invented. Each article stands for a report of an outlet of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from commands import query
from monitor.pipeline import open_run
from monitor.records import Article, Lang
from monitor.settings import Home
from monitor.understanding import understand_articles

EVENTS = """
SELECT type, stage, cn, pk, date, is_new, in_feed, article_count, announced_at IS NOT NULL FROM events
ORDER BY date_from NULLS LAST, type, cn, pk
"""


def told(number: int, published: str | None, text: str, title: str = "Today's news", lang: Lang = "en") -> Article:
    url = f"https://outlet{number}.example/{number}"
    return Article(f"a{number}", url, f"outlet{number}", lang, title, text, published)


def load(home: Path, *batches: Iterable[Article], bulk: bool = False) -> list[tuple[object, ...]]:
    """Load each batch in a run of its own, and return the events."""
    for batch in batches:
        with open_run("news", Home(home)) as run:
            run.load([understand_articles(batch)], bulk=bulk)
            assert run.warehouse.check() == []
            run.publish()
    return query(home, EVENTS)


def guids(home: Path) -> list[str]:
    with open_run("news", Home(home)) as run:
        return [item.guid for item in run.warehouse.items(100)]


TWO_LEVELS = (
    (
        told(1, "2023-12-12", "A delegation of Henan province was received by the Governor of Balochistan in Quetta on "
             "December 11."),
        told(2, "2023-12-12", "A delegation from Luoyang met the Governor of Balochistan in Quetta on December 11."),
    ),
    (
        told(1, "2025-04-25", "A delegation led by the mayor of Shanghai met the Mayor of Karachi in Karachi on April "
             "24."),
        told(2, "2025-04-25", "4月24日，上海市代表团在卡拉奇会见卡拉奇市市长。", "上海代表团访问卡拉奇", "zh"),
    ),
    (
        told(1, "2023-05-12", "12日，塔什库尔干县代表团访问吉尔吉特-巴尔蒂斯坦，会见首席部长。", "代表团访问", "zh"),
        told(2, "2023-05-13", "A delegation of Xinjiang met the Chief Minister of Gilgit-Baltistan in Gilgit on May "
             "12."),
    ),
)  # fmt: skip


@pytest.mark.parametrize("articles", TWO_LEVELS, ids=["Luoyang and Henan", "mayor and city", "Tashkurgan and Xinjiang"])
def test_a_place_and_the_place_it_lies_in_are_one_visit(tmp_path: Path, articles: Sequence[Article]) -> None:
    (event,) = load(tmp_path, articles)
    assert (event[0], event[1], event[7]) == ("visit", "took_place", 2)


SIGNED = (
    told(1, "2021-11-03", "Hubei and Sindh became sister provinces under an agreement signed on November 2, 2021."),
    told(2, "2021-11-04", "湖北省与巴基斯坦信德省11月2日签署建立友好省关系协议。", "湖北与信德结好", "zh"),
    told(3, "2021-11-05", "چین کے صوبے ہوبے اور سندھ نے سسٹر پروونس معاہدے پر دستخط کر دیے۔", "معاہدہ", "ur"),
    told(4, None, "Sindh and Hubei signed an agreement to become sister provinces in November 2021."),
    told(5, "2022-03-01", "The Sindh cabinet met on Tuesday. Sindh and Hubei have been sister provinces since "
         "2021, when they signed an agreement.", "Cabinet meets"),
)  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 4, 0, 2, 1)])
@pytest.mark.parametrize("one_by_one", [False, True])
def test_one_signing_in_three_languages_is_one_item_however_precisely_dated(
    tmp_path: Path, order: Sequence[int], one_by_one: bool
) -> None:
    articles = [SIGNED[index] for index in order]
    ((kind, stage, cn, pk, day, _, in_feed, count, _),) = load(
        tmp_path, *([article] for article in articles) if one_by_one else [articles]
    )
    assert (kind, stage, cn, pk, day, in_feed, count) == (
        "agreement",
        "signed",
        "Hubei",
        "Sindh",
        "2021-11-02",
        True,
        5,
    )
    assert len(guids(tmp_path)) == 1


def test_a_date_that_only_one_outlet_gives_dates_the_event(tmp_path: Path) -> None:
    without = [
        told(n, "2019-08-20", "Xuzhou and Peshawar have signed an agreement to become sister cities.")
        for n in (1, 2, 3)
    ]
    dated = told(4, "2019-08-21", "Peshawar and Xuzhou signed a sister city agreement on August 19, 2019.")
    ((_, stage, _, _, day, *_),) = load(tmp_path, [*without, dated])
    assert (stage, day) == ("signed", "2019-08-19")


def test_two_visits_of_one_pair_in_a_month_stay_two(tmp_path: Path) -> None:
    days = ("3", "24")
    articles = [
        told(10 * n + k, f"2025-04-{int(day) + 1:02}", text.format(day=day), lang="zh" if k else "en")
        for n, day in enumerate(days)
        for k, text in enumerate([
            "A delegation of Shanghai met the Mayor of Karachi in Karachi on April {day}.",
            "4月{day}日，上海市代表团在卡拉奇会见卡拉奇市市长。",
        ])
    ]  # fmt: skip
    events = load(tmp_path, *([article] for article in articles))
    assert [(event[4], event[7]) for event in events] == [("2025-04-03", 2), ("2025-04-24", 2)]
    assert len(guids(tmp_path)) == 2


PLANNED = (
    told(1, "2025-04-20", "A delegation of Shanghai will visit Karachi on April 24 and meet the Mayor of Karachi."),
    told(2, "2025-04-25", "A delegation of Shanghai met the Mayor of Karachi in Karachi on April 24."),
    told(3, "2025-04-26", "4月24日，上海市代表团在卡拉奇会见卡拉奇市市长。", "访问", "zh"),
)


def test_a_planned_visit_moves_on_and_is_announced_a_second_time_and_no_third(tmp_path: Path) -> None:
    ((_, stage, *_),) = load(tmp_path, PLANNED[:1])
    assert stage == "planned"
    ((event_id,),) = query(tmp_path, "SELECT event_id FROM events")
    assert guids(tmp_path) == [f"{event_id}:planned"]
    ((_, stage, *_),) = load(tmp_path, PLANNED[1:2], PLANNED[2:], PLANNED[:1], PLANNED)
    assert stage == "took_place"
    assert query(tmp_path, "SELECT event_id FROM events") == [(event_id,)]
    assert guids(tmp_path) == [f"{event_id}:took_place", f"{event_id}:planned"]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_plan_that_comes_late_is_no_item_of_its_own(tmp_path: Path, order: Sequence[int]) -> None:
    ((_, stage, _, _, day, _, _, count, _),) = load(tmp_path, *([PLANNED[index]] for index in order))
    assert (stage, day, count) == ("took_place", "2025-04-24", 3)
    assert len(guids(tmp_path)) == (2 if order[0] == 0 else 1)


LADDER = (
    told(
        1, "2021-05-11", "Henan and Balochistan signed a letter of intent on May 10, 2021 to become sister provinces."
    ),
    told(2, "2021-05-12", "5月10日，河南省与俾路支省签署建立友好省关系意向书。", "意向书", "zh"),
    told(3, "2021-11-04", "Henan and Balochistan signed a sister province agreement on November 3, 2021."),
    told(4, "2021-11-05", "河南省与俾路支省11月3日签署建立友好省关系协议。", "结好", "zh"),
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_a_letter_of_intent_and_the_signing_months_later_are_two_items_of_one_tie(
    tmp_path: Path, order: Sequence[int]
) -> None:
    events = load(tmp_path, *([LADDER[index]] for index in order))
    assert [(event[1], event[4], event[7]) for event in events] == [
        ("letter_of_intent", "2021-05-10", 2),
        ("signed", "2021-11-03", 2),
    ]
    assert len(guids(tmp_path)) == 2
    assert query(tmp_path, "SELECT cn, pk, stage, letter_of_intent, signed FROM ties") == [
        ("Henan", "Balochistan", "signed", "2021-05-10", "2021-11-03")
    ]


HISTORY = (
    told(1, "2022-12-20", "Karachi's mayor met traders on Monday. Karachi and Shanghai signed a sister city "
         "agreement in 1984.", "Mayor meets traders"),
    told(2, "2023-04-24", "The two cities, Shanghai and Karachi, have been sister cities since 1984.", "Port talk"),
    told(3, "2024-01-05", "上海市与卡拉奇市于1984年2月15日结为友好城市。", "友城", "zh"),
    told(4, "2024-06-01", "کراچی اور شنگھائی 1984 میں سسٹر سٹی بنے تھے۔", "سسٹر سٹی", "ur"),
    told(5, None, "Shanghai became the sister city of Karachi in February 1984.", "Friends of Shanghai"),
)  # fmt: skip


@pytest.mark.parametrize("one_by_one", [False, True])
def test_history_told_by_five_papers_is_one_background_event_and_no_item(tmp_path: Path, one_by_one: bool) -> None:
    ((_, stage, cn, pk, day, is_new, in_feed, count, announced),) = load(
        tmp_path, *([article] for article in HISTORY) if one_by_one else [HISTORY]
    )
    assert (stage, cn, pk, day) == ("signed", "Shanghai", "Karachi", "1984-02-15")
    assert (is_new, in_feed, count, announced) == (False, False, 5, False)
    assert guids(tmp_path) == []


def test_history_told_again_never_makes_an_item(tmp_path: Path) -> None:
    signed = told(1, "2021-11-03", "Hubei and Sindh became sister provinces under an agreement signed on November 2, "
                  "2021.")  # fmt: skip
    again = [
        told(n, f"202{n}-06-01", "The governor opened a school. In November 2021 Hubei and Sindh signed an "
             "agreement to become sister provinces.", "School opened")
        for n in (2, 3, 4)
    ]  # fmt: skip
    ((*_, count, _),) = load(tmp_path, [signed], *([article] for article in again))
    assert count == 4
    assert len(guids(tmp_path)) == 1


def test_a_bulk_import_of_ten_years_announces_only_the_last_thirty_days_and_nothing_twice(tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    pairs = [(cn, pk) for cn in ("Hubei", "Henan", "Gansu", "Hunan", "Shandong") for pk in ("Sindh", "Balochistan")]
    days = [today - timedelta(days=366 * years + 100) for years in range(10)] + [
        today - timedelta(days=days) for days in (3, 20, 29)
    ]
    articles = [
        told(n, str(day + timedelta(days=1)), f"{cn} and {pk} signed a sister province agreement on "
             f"{day:%B} {day.day}, {day.year}.")
        for n, (day, (cn, pk)) in enumerate(zip(days, [*pairs, *pairs[:3]], strict=True))
    ]  # fmt: skip
    events = load(tmp_path, articles, bulk=True)
    assert [event[6] for event in events] == [True] * 13, "all are eligible"
    assert [event[4] for event in events if event[8]] == sorted(str(day) for day in days[10:])
    first = guids(tmp_path)
    assert len(first) == len(set(first)) == 3
    load(tmp_path, articles, articles[::-1], *([article] for article in articles[-4:]), bulk=True)
    assert guids(tmp_path) == first
