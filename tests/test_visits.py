"""Visits told in English: who came to whose government, and what only looks like a visit (codebook, Visits)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import case, disagreements

ENVOYS = [
    case(
        "ambassador on a chief minister",
        "Chinese Ambassador Nong Rong called on Punjab Chief Minister Sardar Usman Buzdar in Lahore on Tuesday.",
        "none - Punjab: took_place envoy 2019-04-23 new",
    ),
    case(
        "consul general on a governor",
        "Chinese Consul General in Karachi Li Bijian called on Sindh Governor Imran Ismail at the Governor House.",
        "none - Sindh: took_place envoy",
    ),
    case(
        "governor receives the ambassador",
        "Balochistan Governor Amanullah Yasinzai received Chinese Ambassador Yao Jing on Tuesday.",
        "none - Balochistan: took_place envoy 2019-04-23 new",
    ),
    case(
        "Pakistan's ambassador in a province",
        "Pakistan's Ambassador to China Naghmana Hashmi met the governor of Gansu in Lanzhou on Tuesday.",
        "Gansu - none: took_place envoy 2019-04-23 new",
    ),
    case(
        "Pakistan's consul general and a mayor",
        "Pakistan's Consul General in Shanghai Hussain Haider called on the mayor of Ningbo on Monday.",
        "Ningbo - none: took_place envoy 2019-04-22 new",
    ),
    case(
        "a party secretary receives him",
        "Xinjiang Party Secretary Ma Xingrui met Pakistani Ambassador Moin ul Haque in Urumqi on Tuesday.",
        "Xinjiang - none: took_place envoy 2019-04-23 new",
    ),
    case(
        "business with a named partner place",
        "Pakistani Ambassador Masood Khalid met the mayor of Taiyuan on Monday to discuss sister ties with Multan.",
        "Taiyuan - none|Multan: took_place envoy 2019-04-22 new",
    ),
    case(
        "headline alone",
        "Matters of mutual interest came under discussion.",
        "none - Sindh: took_place envoy undated|2019-04 new",
        title="Chinese envoy calls on Sindh governor",
    ),
    case(
        "a host told by a pronoun",
        "Sindh Chief Minister Murad Ali Shah said the port road was nearly done. He received Chinese Consul General "
        "Li Bijian at his office on Tuesday.",
        "none - Sindh: took_place envoy 2019-04-23 new",
    ),
    case(
        "two hosts",
        "The Chinese ambassador called on the governor of Balochistan and the mayor of Quetta separately on Monday.",
        "none - Balochistan: took_place envoy 2019-04-22 new",
        "none - Quetta: took_place envoy 2019-04-22 new",
    ),
    case(
        "planned with a day",
        "The Chinese consul general will call on the mayor of Hyderabad in Pakistan's Sindh province on Thursday.",
        "none - Hyderabad: planned envoy 2019-04-25 new",
    ),
    case(
        "officials of a province in its capital",
        "The Chinese ambassador met the Punjab chief secretary and the police chief of Punjab in Lahore on Monday.",
        "none - Punjab: took_place envoy 2019-04-22 new",
    ),
    case("on the prime minister", "Chinese Ambassador Yao Jing called on Prime Minister Imran Khan in Islamabad."),
    case("on a federal minister", "The Chinese ambassador met Planning Minister Asad Umar in Islamabad on Monday."),
    case("at a chamber", "The Chinese consul general visited the Lahore Chamber of Commerce and met its president."),
    case("at a university", "Chinese Consul General Li Bijian visited Karachi University and met its vice chancellor."),
    case("own ambassador at home", "Pakistan's ambassador to China called on Punjab Chief Minister Usman Buzdar."),
    case("an envoy of a third country", "The Iranian ambassador called on Karachi Mayor Wasim Akhtar on Monday."),
]

LOCAL = [
    case(
        "delegation received by a chief minister",
        "A delegation of Xinjiang led by its vice governor called on Chief Minister of Gilgit-Baltistan Hafiz Hafeez "
        "on Monday.",
        "Xinjiang - Gilgit-Baltistan: took_place local 2019-04-22 new",
    ),
    case(
        "mayor received by a mayor",
        "Shanghai Mayor Ying Yong received Karachi Mayor Wasim Akhtar in Shanghai on Tuesday.",
        "Shanghai - Karachi: took_place local 2019-04-23 new",
    ),
    case(
        "chief minister met a governor",
        "Punjab Chief Minister Shehbaz Sharif met Shandong Governor Guo Shuqing in Jinan on Monday.",
        "Shandong - Punjab: took_place local 2019-04-22 new",
    ),
    case(
        "passive",
        "The mayor of Peshawar was received by the vice mayor of Urumqi on Monday.",
        "Urumqi - Peshawar: took_place local 2019-04-22 new",
    ),
    case(
        "host told by a pronoun",
        "Zhuhai Mayor Yao Yisheng arrived in Gwadar on Monday. He was received by the deputy commissioner of the "
        "district.",
        "Zhuhai - Gwadar: took_place local 2019-04-22 new",
    ),
    case(
        "several hosts",
        "A Hubei delegation led by Vice Governor Tong Daochi met Sindh Chief Minister Murad Ali Shah on Monday and "
        "Karachi Mayor Wasim Akhtar on Tuesday.",
        "Hubei - Sindh: took_place local 2019-04-22 new",
        "Hubei - Karachi: took_place local 2019-04-23 new",
        fails="the second host of one verb is lost",
    ),
    case(
        "several cities of one province",
        "The mayors of Weifang, Zibo and Jinan called on Punjab Governor Chaudhry Sarwar on Monday.",
        "Shandong - Punjab: took_place local 2019-04-22 new",
    ),
    case(
        "a place's business delegation",
        "A business delegation of Zhejiang province called on Punjab Governor Chaudhry Sarwar on Monday.",
        "Zhejiang - Punjab: took_place local 2019-04-22 new",
    ),
    case(
        "a place's media delegation",
        "A media delegation of Xinjiang called on the chief minister of Gilgit-Baltistan on Monday.",
        "Xinjiang - Gilgit-Baltistan: took_place local 2019-04-22 new",
    ),
    case(
        "the first of several days",
        "From April 20 to 23, a delegation of Puyang led by its mayor visited Gwadar and met the deputy commissioner "
        "of Gwadar.",
        "Puyang - Gwadar: took_place local 2019-04-20|2019-04-21|2019-04-22|2019-04-23 new",
    ),
    case(
        "planned",
        "A delegation of Henan province led by its governor will visit Balochistan on April 29.",
        "Henan - Balochistan: planned local 2019-04-29 new",
    ),
    case(
        "departure",
        "The mayor of Peshawar left for Urumqi on Tuesday at the invitation of the mayor of Urumqi.",
        "Urumqi - Peshawar: planned|took_place local 2019-04-23 new",
    ),
    case(
        "history with a month",
        "In December 2018 a delegation of Puyang visited Gwadar and was received by its deputy commissioner.",
        "Puyang - Gwadar: took_place local 2018-12 old",
    ),
    case(
        "history beside news",
        "The Chinese ambassador called on Gwadar's deputy commissioner on Monday. In December 2018 a delegation of "
        "Puyang visited Gwadar and was received by the deputy commissioner.",
        "none - Gwadar: took_place envoy 2019-04-22 new",
        "Puyang - Gwadar: took_place local 2018-12 old",
    ),
    case(
        "at the mission about a named partner",
        "The mayor of Multan called on the Chinese ambassador in Islamabad on Monday to discuss ties with Xi'an.",
        "Xi'an - Multan: took_place local|envoy 2019-04-22 new",
        fails="a mayor calling on the envoy is read as the envoy's visit",
    ),
    case(
        "undated past visit is optional",
        "He recalled that a delegation of Lahore had visited Chengdu.",
        "? Chengdu - Lahore: took_place local * old",
    ),
    case(
        "accepted invitation is optional",
        "The governor of Henan accepted the invitation of the Balochistan government to visit Quetta.",
        "? Henan - Balochistan|Quetta: planned local undated",
    ),
    case(
        "a prime minister is national",
        "Prime Minister Imran Khan arrived in Chengdu on Monday and met the governor of Sichuan.",
        "? Chengdu|Sichuan - none: took_place national",
    ),
    case(
        "a vice president is national",
        "Chinese Vice President Wang Qishan visited Lahore and met Punjab Governor Chaudhry Sarwar on Monday.",
        "? none - Lahore|Punjab: took_place national",
    ),
    case(
        "a party delegation is national",
        "A delegation of the Communist Party of China led by Song Tao met the chief minister of Balochistan.",
        "? none - Balochistan: took_place national",
    ),
    case("video conference", "The governor of Henan and the chief minister of Balochistan held talks by video link."),
    case("virtual meeting", "Karachi Mayor Wasim Akhtar held a virtual meeting with the mayor of Urumqi on Monday."),
    case("invitation only", "The chief minister of Sindh invited the governor of Hubei to visit Karachi."),
    case(
        "a letter",
        "The mayor of Urumqi sent a letter of thanks to the mayor of Peshawar on Monday.",
    ),
    case("own mission", "A delegation of the Punjab government called on Pakistan's ambassador in Beijing on Monday."),
    case("a company", "A delegation of a Beijing engineering company called on Sindh Chief Minister Murad Ali Shah."),
    case("a group of a place", "A delegation of Shandong Ruyi Group met Punjab Chief Minister Usman Buzdar on Monday."),
    case("students", "A group of students from Xinjiang visited the museum in Lahore on Monday."),
    case("talks merely held in a city", "Officials of Pakistan and China held talks on the corridor in Kashgar."),
    case(
        "put off",
        "The visit of the mayor of Urumqi to Peshawar, planned for Monday, has been cancelled.",
    ),
    case(
        "stayed at home",
        "Quetta Mayor Kaleemullah was to have visited Urumqi on Monday but stayed at home.",
    ),
    case(
        "a railway bureau",
        "A delegation of the China Railway bureau of Beijing met the mayor of Lahore on Monday.",
        fails="a delegation of a firm or bureau is given to the place that ends its name",
    ),
    case(
        "wrote",
        "The Chinese consul general in Karachi wrote to the chief minister of Sindh on Monday.",
    ),
    case(
        "may visit",
        "A delegation of Shenzhen may visit Lahore.",
        "? Shenzhen - Lahore: planned local undated",
    ),
    case("a third country's host", "The mayor of Tehran received Karachi Mayor Wasim Akhtar; Chinese tea was served."),
]


@pytest.mark.parametrize(("read", "expected"), [*ENVOYS, *LOCAL])
def test_visits(read: Article, expected: Sequence[str]) -> None:
    visits = [mention for mention in read_mentions(read) if mention.type == "visit"]
    assert disagreements(visits, expected) == []
