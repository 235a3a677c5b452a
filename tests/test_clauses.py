"""What another clause, a year, a stranger or "here" does to the tie or visit that a sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import case, disagreements

CASES = [
    case(
        "while begins a paper of its own",
        "Wuhan was paired with Multan under a sister-city agreement, while Zibo and Sahiwal signed a letter of intent.",
        "Wuhan - Multan: signed sister_city",
        "Zibo - Sahiwal: letter_of_intent *",
    ),
    case("the years of a tie are marked", "Jiangsu and Punjab marked seven years of sister-province friendship."),
    case(
        "diplomatic years marked by a new tie",
        "To mark 60 years of diplomatic relations, Jiangsu and Punjab signed a sister-province agreement.",
        "Jiangsu - Punjab: signed sister_province",
    ),
    case(
        "a tie that has lasted",
        "Jiangsu and Punjab have been sister provinces for seven years.",
        "Jiangsu - Punjab: signed sister_province old",
    ),
    case(
        "a renewal, and the first signing",
        "Tianjin and Karachi renewed on Monday the sister-city agreement that they first concluded in 2004.",
        "Tianjin - Karachi: signed sister_city 2019-04-22 new",
        "Tianjin - Karachi: signed sister_city 2004 old",
    ),
    case(
        "such relations",
        "Xi'an and Lahore signed a sister-city pact on Monday. Lahore already has such relations with Chengdu, formed "
        "in 2012.",
        "Xi'an - Lahore: signed sister_city 2019-04-22 new",
        "Chengdu - Lahore: signed sister_city 2012 old",
    ),
    case(
        "sister port cities are cities",
        "Qingdao and Gwadar have become sister port cities under an accord signed on Monday.",
        "Qingdao - Gwadar: signed sister_city 2019-04-22 new",
    ),
    case(
        "a paper that makes no tie",
        "The office said that the paper does not make Yantai and Gwadar sister cities, though that may come later.",
    ),
    case("twinned with a stranger", "Multan is twinned with Rome, a farmer said, but its drones come from Mianyang."),
    case(
        "twin-cities with a hyphen", "Rawalpindi hopes for its twin-cities ring road. A builder of Nanning was there."
    ),
    case(
        "will visit, and meet",
        "A delegation of the Yunnan government will visit Muzaffarabad next week to see schools and meet the prime "
        "minister of Azad Kashmir.",
        "Yunnan - Azad Kashmir: planned local",
    ),
    case(
        "days of what is told",
        "A team of the Xiamen city government met the administrator of Karachi on Monday. The administrator told them "
        "that the city had bought six boats in 2012.",
        "Xiamen - Karachi: took_place local 2019-04-22 new",
    ),
    case(
        "received here",
        "BANNU, Apr 23 (APP): Eight officials of Zibo, Shandong province, came by way of Islamabad. They were received "
        "here on Tuesday by the district nazim.",
        "Zibo - Bannu: took_place local 2019-04-23 new",
    ),
    case(
        "a city after its province",
        "4月23日,湖南省长沙市市长会见巴基斯坦驻华大使一行。",
        "Changsha - none: took_place envoy 2019-04-23 new",
        lang="zh",
    ),
    case(
        "what is talked about is proposed",
        "双方就江苏省与旁遮普省结好交换了意见。",
        "Jiangsu - Punjab: proposed sister_province",
        lang="zh",
    ),
    case(
        "the province of a misspelt city",
        "سیالکوٹ اور چینی صوبہ ژجیانگ کے شہر جن ہوا میں جڑواں شہر کے معاہدے پر دستخط ہو گئے۔",
        "Jinhua - Sialkot: signed sister_city",
        lang="ur",
    ),
]


@pytest.mark.parametrize(("read", "expected"), CASES)
def test_clauses(read: Article, expected: Sequence[str]) -> None:
    assert disagreements(list(read_mentions(read)), expected) == []
