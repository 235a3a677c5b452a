"""Agreements told in English: which pairs, how far they got, and what only looks like one (codebook, Agreements)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import case, disagreements

PAIRS = [
    case(
        "a list with respectively",
        "Under agreements signed on Monday, Xi'an, Shenzhen and Urumqi became sister cities of Multan, Lahore and "
        "Peshawar respectively.",
        "Xi'an - Multan: signed sister_city",
        "Shenzhen - Lahore: signed sister_city",
        "Urumqi - Peshawar: signed sister_city",
    ),
    case(
        "a list without respectively is a guess",
        "Xi'an, Shenzhen and Urumqi signed sister city agreements with Multan, Lahore and Peshawar.",
        "? Xi'an|Shenzhen|Urumqi - Multan|Lahore|Peshawar: * *",
    ),
    case(
        "explicit pairs in a list",
        "Sister-city accords were signed between Jinan and Faisalabad, Weifang and Sialkot, and Zibo and Gujranwala.",
        "Jinan - Faisalabad: signed sister_city",
        "Weifang - Sialkot: signed sister_city",
        "Zibo - Gujranwala: signed sister_city",
    ),
    case(
        "hyphenated pairs",
        "Three pairs, Jinan-Faisalabad, Weifang-Sialkot and Zibo-Gujranwala, signed sister city agreements.",
        "Jinan - Faisalabad: signed sister_city",
        "Weifang - Sialkot: signed sister_city",
        "Zibo - Gujranwala: signed sister_city",
    ),
    case(
        "pairs joined by and alone",
        "Sister-city MoUs were signed for Chengdu and Lahore and Urumqi and Peshawar and Zhuhai and Gwadar.",
        "Chengdu - Lahore: signed sister_city",
        "Urumqi - Peshawar: signed sister_city",
        "Zhuhai - Gwadar: signed sister_city",
    ),
    case(
        "one city with three partners",
        "Karachi signed sister city agreements with Shanghai, Urumqi and Tianjin.",
        "Shanghai - Karachi: signed sister_city",
        "Urumqi - Karachi: signed sister_city",
        "Tianjin - Karachi: signed sister_city",
    ),
    case(
        "one province with partners of two kinds",
        "Punjab signed agreements to establish sister ties with the provinces of Jiangsu and Shandong and with the "
        "city of Ningbo.",
        "Jiangsu - Punjab: signed sister_province",
        "Shandong - Punjab: signed sister_province",
        "Ningbo - Punjab: signed sister_city",
    ),
    case(
        "capitals in apposition are tied, not their provinces",
        "Xuzhou, a city of Jiangsu province, and Peshawar, the capital of Khyber Pakhtunkhwa, signed a sister-city "
        "agreement.",
        "Xuzhou - Peshawar: signed sister_city",
    ),
    case(
        "capital of a province before the verb",
        "Lanzhou, capital of northwest China's Gansu Province, and Peshawar became sister cities on Tuesday.",
        "Lanzhou - Peshawar: signed sister_city 2019-04-23 new",
    ),
    case(
        "countries sign, cities are tied",
        "China and Pakistan signed a memorandum of understanding to make Zhuhai and Gwadar sister cities.",
        "Zhuhai - Gwadar: signed sister_city",
    ),
    case(
        "provinces sign, cities are tied",
        "The governments of Shandong and Punjab signed an agreement making Qingdao and Faisalabad sister cities.",
        "Qingdao - Faisalabad: signed sister_city",
    ),
    case(
        "the two cities",
        "Taiyuan Mayor Geng Yanbo arrived in Multan on Tuesday. The two cities signed a sister-city agreement.",
        "Taiyuan - Multan: signed sister_city",
    ),
    case(
        "the two provinces",
        "The governor of Gansu called on the chief minister of Punjab. The two provinces signed a sister-province "
        "agreement on Monday.",
        "Gansu - Punjab: signed sister_province 2019-04-22 new",
    ),
    case(
        "headline alone tells it",
        "The ceremony was attended by the two mayors and many guests.",
        "Chengdu - Lahore: signed sister_city undated|2019-04 new",
        title="Chengdu, Lahore become sister cities",
    ),
    case(
        "headline and text make one",
        "An agreement to make Chengdu a sister city of Lahore was signed on Tuesday.",
        "Chengdu - Lahore: signed sister_city 2019-04-23 new",
        title="Lahore, Chengdu sign sister city agreement",
    ),
]

RELATIONS = [
    case(
        "Islamabad counts as a city",
        "Beijing and Islamabad signed a sister city agreement on Monday.",
        "Beijing - Islamabad: signed sister_city 2019-04-22 new",
    ),
    case(
        "municipality and province are both first-level",
        "Chongqing and Khyber Pakhtunkhwa signed a sister-city agreement.",
        "Chongqing - Khyber Pakhtunkhwa: signed sister_province",
    ),
    case(
        "loosely called provinces",
        "Tianjin and Karachi signed an agreement to become sister provinces.",
        "Tianjin - Karachi: signed sister_city",
    ),
    case(
        "lower tier",
        "Weihai and Sukkur signed an agreement on establishing friendly exchange city relations.",
        "Weihai - Sukkur: signed sister_city|cooperation",
    ),
    case(
        "lower tier of provinces",
        "Hunan and Punjab signed a friendly cooperative province agreement.",
        "Hunan - Punjab: signed sister_province|cooperation",
    ),
    case(
        "memorandum between governments",
        "The governments of Xinjiang and Gilgit-Baltistan signed a memorandum of understanding on border trade.",
        "Xinjiang - Gilgit-Baltistan: signed cooperation",
    ),
    case(
        "police of two provinces",
        "The Punjab police and the public security department of Jiangsu signed an MoU on training.",
        "Jiangsu - Punjab: signed cooperation",
    ),
    case(
        "standing joint body",
        "The governments of Sichuan and Punjab signed an agreement to set up a joint working group on agriculture.",
        "Sichuan - Punjab: signed cooperation",
    ),
    case(
        "another paper of sister provinces",
        "Jiangsu and Punjab, sister provinces, signed an MoU on agriculture on Monday.",
        "Jiangsu - Punjab: signed cooperation 2019-04-22 new",
        "? Jiangsu - Punjab: signed sister_province * old",
    ),
    case(
        "letter of intent on cooperation",
        "Gansu and Khyber Pakhtunkhwa signed a letter of intent on cooperation in agriculture and livestock.",
        "Gansu - Khyber Pakhtunkhwa: letter_of_intent cooperation",
    ),
    case(
        "warm words are no instrument",
        "The mayor called for closer cooperation between Lanzhou and Islamabad in trade and tourism.",
    ),
    case("agreed to cooperate", "Sindh and Hubei agreed to cooperate in agriculture, health and education."),
]

STAGES = [
    case(
        "memorandum to establish is signed",
        "Peshawar and Urumqi signed a memorandum of understanding to establish sister city relations.",
        "Urumqi - Peshawar: signed sister_city",
    ),
    case(
        "inked",
        "Multan and Xi'an inked a sister city accord here on Monday.",
        "Xi'an - Multan: signed sister_city 2019-04-22 new",
    ),
    case("declared", "Gwadar and Puyang were declared sister cities.", "Puyang - Gwadar: signed sister_city"),
    case(
        "passive voice",
        "A sister-province agreement between Balochistan and Henan was signed by the two governors.",
        "Henan - Balochistan: signed sister_province",
    ),
    case(
        "reported speech",
        'Mayor Wasim Akhtar said: "We have signed a sister-city agreement between Karachi and Urumqi."',
        "Urumqi - Karachi: signed sister_city",
    ),
    case(
        "letter of intent against the headline",
        "A letter of intent on establishing sister-province relations between Sindh and Hubei was signed on Tuesday.",
        "Hubei - Sindh: letter_of_intent sister_province 2019-04-23 new",
        title="Sindh, Hubei sign sister province agreement",
    ),
    case(
        "letter of intent against a loose declared",
        "Balochistan and Henan were declared sister provinces on Tuesday. Governor Agha and Vice Governor Huo signed "
        "the letter of intent on sister-province ties between Balochistan and Henan.",
        "Henan - Balochistan: letter_of_intent sister_province 2019-04-23 new",
    ),
    case(
        "draft before a cabinet",
        "The Punjab cabinet approved the draft of a sister-province agreement between Punjab and Gansu.",
        "Gansu - Punjab: proposed sister_province",
    ),
    case(
        "resolution of an assembly",
        "The Balochistan Assembly adopted a resolution asking that Gwadar and Kashgar be declared sister cities.",
        "Kashgar - Gwadar: proposed sister_city",
    ),
    case(
        "agreed to establish",
        "Karachi and Guangzhou have agreed to establish sister-city relations.",
        "Guangzhou - Karachi: proposed sister_city",
    ),
    case(
        "will sign",
        "Peshawar and Urumqi will sign a sister city agreement next month.",
        "Urumqi - Peshawar: proposed sister_city",
    ),
    case(
        "in principle",
        "The two sides agreed in principle to declare Karamay and Gwadar sister cities.",
        "Karamay - Gwadar: proposed sister_city",
    ),
    case(
        "proposed his city",
        "The mayor of Qingdao proposed that his city and Karachi become sister cities.",
        "Qingdao - Karachi: proposed sister_city",
    ),
    case(
        "discussed",
        "They discussed a proposal to establish sister-province ties between Shaanxi and Khyber Pakhtunkhwa.",
        "Shaanxi - Khyber Pakhtunkhwa: proposed sister_province",
    ),
    case(
        "renewal is new",
        "Lahore and Xi'an renewed their sister-city agreement, first signed in 1992, at a ceremony on Monday.",
        "Xi'an - Lahore: signed sister_city 2019-04-22 new",
        "? Xi'an - Lahore: signed sister_city 1992 old",
    ),
    case(
        "the letter of intent came before",
        "Xi'an and Multan, which signed a letter of intent in 2017, formally became sister cities on Monday.",
        "Xi'an - Multan: signed sister_city 2019-04-22 new",
        "? Xi'an - Multan: letter_of_intent sister_city 2017 old",
        fails="the year of a subordinate clause outweighs the act of the main clause",
    ),
    case(
        "a ceremony for the signing",
        "A ceremony for the signing of the sister-city agreement between Weihai and Sukkur was held on Monday.",
        "Weihai - Sukkur: signed sister_city 2019-04-22 new",
    ),
    case(
        "a wish beside a standing tie",
        "Lahore wants to become a sister city of Chengdu, as Karachi is of Shanghai.",
        "Chengdu - Lahore: proposed sister_city",
        "? Shanghai - Karachi: signed sister_city * old",
        fails="'become a sister city of B' takes its subject from the clause behind",
    ),
    case(
        "revival is optional",
        "The old sister-city agreement between Lahore and Xi'an is to be revived, the mayor said.",
        "? Xi'an - Lahore: * sister_city",
    ),
]

HISTORY = [
    case(
        "sister cities since",
        "Karachi and Shanghai have been sister cities since 1984.",
        "Shanghai - Karachi: signed sister_city 1984 old",
    ),
    case(
        "made sister cities in",
        "Kashgar and Abbottabad were named sister cities in 2007, the deputy commissioner recalled.",
        "Kashgar - Abbottabad: signed sister_city 2007 old",
    ),
    case(
        "agreed in a year long past",
        "In 2006 Urumqi and Peshawar agreed to become sister cities.",
        "Urumqi - Peshawar: signed sister_city 2006 old",
    ),
    case(
        "full date long past",
        "Beijing and Islamabad became sister cities on October 8, 1992.",
        "Beijing - Islamabad: signed sister_city 1992-10-08 old",
    ),
    case(
        "history beside news",
        "Dalian and Karachi signed a sister-city agreement on Monday. Karachi has been a sister city of Shanghai "
        "since 1984.",
        "Dalian - Karachi: signed sister_city 2019-04-22 new",
        "Shanghai - Karachi: signed sister_city 1984 old",
    ),
    case(
        "a page of reference",
        "Karachi is twinned with:\nShanghai, China (1984)\nIzmir, Turkey (1985)\nUrumqi, China (2007)",
        "Shanghai - Karachi: signed sister_city 1984 old",
        "Urumqi - Karachi: signed sister_city 2007 old",
        title="Sister cities of Karachi",
        day="",
    ),
    case(
        "its sister city without an act",
        "A trade team from Chengdu toured the old fort of its sister city Lahore.",
        "? Chengdu - Lahore: signed sister_city undated old",
    ),
    case(
        "since a decade is no date",
        "Urumqi and Peshawar have been sister cities for a decade, the mayor said.",
        "? Urumqi - Peshawar: signed sister_city undated old",
    ),
    case(
        "an anniversary is not a signing",
        "Shanghai and Karachi marked the 35th anniversary of their sister-city relationship on Monday.",
        "? Shanghai - Karachi: signed sister_city * old",
    ),
    case(
        "a list of bare partners",
        "Karachi, whose sister cities include Houston, Izmir and Shanghai, will host the games.",
        "? Shanghai - Karachi: signed sister_city undated old",
    ),
]

DATES = [
    case(
        "only the announcement is dated",
        "A memorandum for sister-city ties between Xuzhou and Peshawar was signed in Islamabad, an official handout "
        "issued here on Monday said.",
        "Xuzhou - Peshawar: signed sister_city undated|2019-04 new",
    ),
    case(
        "recently gives no day",
        "Haikou and Karachi recently signed a sister city agreement.",
        "Haikou - Karachi: signed sister_city undated|2019-04 new",
    ),
    case(
        "the dateline's day counts with here",
        "PESHAWAR, April 23 (APP): Peshawar and Urumqi signed a sister city agreement here today.",
        "Urumqi - Peshawar: signed sister_city 2019-04-23|2019-04-24 new",
    ),
]

NOTHING = [
    case("museums", "The Taxila Museum and the Xi'an Museum signed a sister museum agreement on Monday."),
    case("parks", "Jilani Park of Lahore and the People's Park of Chengdu were declared sister parks."),
    case("ports", "Gwadar Port and Yantian Port of Shenzhen signed a sister-port agreement."),
    case("universities", "Karachi University and Sichuan University signed an MoU on student exchange."),
    case("a university of a city", "The University of Peshawar signed an agreement with Xinjiang Normal University."),
    case("companies", "Shanghai Electric signed an agreement with K-Electric of Karachi on Tuesday."),
    case("chambers", "The Lahore Chamber of Commerce and the Shandong trade council signed an MoU."),
    case("lakes", "Lake Saiful Muluk in Khyber Pakhtunkhwa and Kanas Lake in Xinjiang were declared sister lakes."),
    case("a firm by its seat", "Shenzhen-based Huawei signed an MoU with the Punjab government."),
    case("a firm abroad", "China Road Corporation signed an MoU with the Sindh government in Beijing."),
    case(
        "capitals for countries",
        "Islamabad and Beijing signed an agreement on visas for diplomats.",
    ),
    case(
        "never came about",
        "Had Lahore signed the sister city agreement with Xi'an, buses would have come.",
        fails="an inverted conditional is read as done",
    ),
    case("hospitals", "Mayo Hospital Lahore and Huashan Hospital Shanghai signed an MoU."),
    case("zones", "The Gwadar Free Zone and the Khorgos Free Trade Zone signed a cooperation agreement."),
    case("another country's city", "Karachi and Izmir signed a sister city agreement while Chinese guests looked on."),
    case("two other places", "Shanghai signed a sister city agreement with Osaka. Karachi hosted a cricket match."),
    case(
        "twin cities of long ago", 'Talk of "twin cities" here has always meant Islamabad. Guests from Wuhan came too.'
    ),
    case("twin cities of Pakistan", "Police in the twin cities of Rawalpindi and Islamabad guarded guests from Wuhan."),
    case("India's Hyderabad", "Hyderabad in India and Qingdao signed a sister city agreement, the Indian envoy said."),
    case("a country as one party", "The Punjab government signed an MoU with China on agriculture on Monday."),
    case("the other country", "Pakistan and Shandong signed a memorandum of understanding on trade."),
    case("partner never named", "Quetta signed a sister-city agreement with a Chinese city on Monday."),
    case("denied", "The commissioner denied that Multan had signed a sister-city agreement with Xi'an."),
    case("not signed", "Peshawar has not signed any sister city agreement with Urumqi."),
    case("no agreement", "No sister city agreement exists between Quetta and Urumqi, the minister told the assembly."),
]


@pytest.mark.parametrize(("read", "expected"), [*PAIRS, *RELATIONS, *STAGES, *HISTORY, *DATES, *NOTHING])
def test_agreements(read: Article, expected: Sequence[str]) -> None:
    agreements = [mention for mention in read_mentions(read) if mention.type == "agreement"]
    assert disagreements(agreements, expected) == []
