"""What stands beside a name, a title or a date decides what it means."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import case, disagreements

PARTNERS_ABROAD = """{subject}
Bratsk, Russia - 2010
Multan, Pakistan - 2012
Erie, USA - 1985"""
CASES = [
    case(
        "a second host of another level",
        "KARACHI: Sindh Chief Minister Murad Ali Shah met a delegation from Guangxi on Monday. Later in the day"
        " Administrator Rauf Farooqui received the visitors at the city hall.",
        "Guangxi - Sindh: took_place local 2019-04-22 new",
        "Guangxi - Karachi: took_place local * new",
    ),
    case(
        "would is not done",
        "PESHAWAR: The nazim said on Monday that he would be the guest of the Urumqi municipal government.",
        "Urumqi - Peshawar: planned local * new",
    ),
    case(
        "a team led to a city on a day to come",
        "PESHAWAR: District Nazim Asim Khan will lead an eight-member delegation to Urumqi from May 4.",
        "Urumqi - Peshawar: planned local 2019-05-04 new",
    ),
    case(
        "the end of a tour dates no meeting",
        "Balochistan's governor on Friday ended a week in Xinjiang. On Monday the chairman of the Xinjiang government"
        " received the governor in Urumqi.",
        "Xinjiang - Balochistan: took_place local 2019-04-22 new",
    ),
    case(
        "the year of a tie dates no visit",
        "TAXILA: Sister towns since 2009, the two saw each other on Monday, when Dunhuang's deputy mayor was received"
        " by Taxila's assistant commissioner.",
        "Dunhuang - Taxila: took_place local 2019-04-22 new",
        "? Dunhuang - Taxila: signed sister_city 2009 old",
    ),
    case(
        "a statement made at the meeting",
        "Jiaxing's mayor said so on Monday as he received the consul general of Pakistan at Shanghai.",
        "Jiaxing - none: took_place envoy 2019-04-22 new",
    ),
    case(
        "each clause has its own paper",
        "The governments of Hainan and Balochistan signed an agreement on sister province relations on Monday, and the"
        " cities of Sanya and Gwadar a letter of intent on sister city ties.",
        "Hainan - Balochistan: signed sister_province 2019-04-22 new",
        "Sanya - Gwadar: letter_of_intent sister_city 2019-04-22 new",
    ),
    case(
        "signed with, as told before",
        "XI'AN, April 24 - Three pairs of cities signed sister city agreements on Monday at a forum here. Baoji was"
        " paired with Taxila. Xianyang signed with Sargodha, and Yan'an with Jhelum.",
        "Baoji - Taxila: signed sister_city 2019-04-22 new",
        "Xianyang - Sargodha: signed sister_city * new",
        "Yan'an - Jhelum: signed sister_city * new",
    ),
    case(
        "a proposal that they become",
        "Officials of Jinan called at the Pakistani embassy in Beijing on Monday with a proposal: that their city and"
        " Gujranwala, known for fans, become sister cities.",
        "Jinan - Gujranwala: proposed sister_city * new",
        "Jinan - Gujranwala: took_place local 2019-04-22 new",
    ),
    case(
        "a town between others",
        "Jiaxing, the old town between Shanghai and Hangzhou, would like Gujrat in Punjab as its sister city.",
        "Jiaxing - Gujrat: proposed sister_city * new",
    ),
    case(
        "the last name of somebody",
        "Mayor Naveed Arain and Konya's mayor, Ugur Ibrahim Altay, signed an agreement on Monday by which Multan and"
        " Konya are sister cities.",
    ),
    case(
        "bodies of the places that the title names",
        "The Taxila Museum and the Longmen Research Institute of Luoyang will lend each other heads under a memorandum"
        " which both directors signed on Monday.",
        title="Museum in Taxila signs with Luoyang",
    ),
    case(
        "a claim looked into",
        "CLAIM: A picture shows the mayor of Hunza signing a sister-city treaty in Chengdu.\n\nRATING: False.",
    ),
    case(
        "named officers and no sisters",
        "Jingdezhen's vice mayor and the mayor agreed in principle that Larkana and Jingdezhen should become sister"
        " cities, and named two officers to work on the papers.",
        "Jingdezhen - Larkana: proposed sister_city * new",
    ),
    case(
        "no paper was signed",
        "An AJK team was received in Guiyang on Monday by the vice governor of Guizhou. No paper was signed, a member"
        " of the team said, but both provinces would like an agreement before winter.",
        "Guizhou - Azad Kashmir: took_place local 2019-04-22 new",
    ),
    case(
        "a letter that will be signed",
        "A letter of intent on making Hyderabad and Nanning sister cities will be signed during the stay, Sindh said.",
        "Nanning - Hyderabad: proposed sister_city * new",
    ),
    case(
        "a guest of its government",
        "HYDERABAD: Mayor Kashif Shoro of Hyderabad in Sindh will leave for Nanning on Sunday, April 28, as a guest of"
        " its municipal government.",
        "Nanning - Hyderabad: planned local 2019-04-28 new",
    ),
    case(
        "on to another place, where somebody told him",
        "GILGIT: Ambassador of China Yao Jing called on Chief Minister Gilgit-Baltistan Mir Afzal on Monday. The same"
        " afternoon he drove to Hunza, where Deputy Commissioner Fayyaz Ahmad told him of the flood.",
        "none - Gilgit-Baltistan: took_place envoy 2019-04-22 new",
        "none - Hunza: took_place envoy * new",
    ),
    case(
        "the accord that was first signed",
        "Faisalabad and Ningbo renewed their sister-city accord on Monday. The accord was first signed in 2003.",
        "Ningbo - Faisalabad: signed sister_city 2019-04-22 new",
        "Ningbo - Faisalabad: signed * 2003 old",
    ),
    case(
        "a province whose minister says it",
        "Punjab's Minister for Local Government told the assembly that Xianyang and Weinan of China and Jhang and Okara"
        " of Punjab have signed sister-city papers.",
    ),
    case(
        "agreed under one roof",
        "LAHORE: Lord Mayor Mubashir Javed and Lin Yi, Mayor of Yiwu, agreed in principle at Town Hall on Monday that"
        " Lahore and Yiwu should be sister cities.",
        "Yiwu - Lahore: took_place local 2019-04-22 new",
        "Yiwu - Lahore: proposed sister_city * new",
    ),
    case(
        "that of",
        "Bahawalnagar is now the sister city of Qujing and Sargodha that of Yuxi, a spokesman for Punjab said.",
        "Qujing - Bahawalnagar: signed sister_city * new",
        "Yuxi - Sargodha: signed sister_city * new",
    ),
    case(
        "headings between the pairs of a list",
        "NANNING, April 22 - Five papers changed hands here on Monday at a forum of local governments.\n\n"
        "Sister-city agreements signed\n- Liuzhou - Sheikhupura\n- Guilin - Hunza\n\nLetters of intent signed\n"
        "- Guangxi Zhuang Autonomous Region - Khyber Pakhtunkhwa\n- Qinzhou - Mardan",
        "Liuzhou - Sheikhupura: signed sister_city * new",
        "Guilin - Hunza: signed sister_city * new",
        "Guangxi - Khyber Pakhtunkhwa: letter_of_intent sister_province * new",
        "Qinzhou - Mardan: letter_of_intent sister_city * new",
    ),
    case(
        "what began as a letter",
        "What began as a letter of intent in August 2017 is now a treaty. On Monday Taxila and Deyang signed the full"
        " sister-city agreement.",
        "Deyang - Taxila: signed sister_city 2019-04-22 new",
        "Deyang - Taxila: letter_of_intent sister_city 2017-08 old",
    ),
    case(
        "that city of a province",
        "Four blankets came from Longyan. Why? Because in 2017 that Fujian city and Swat were declared sisters.",
        "Longyan - Swat: signed sister_city 2017 old",
    ),
    case(
        "each clause has its own verb",
        "Weifang and Gujranwala formally became sister cities on Monday; Rizhao and Gujrat agreed to work for the same"
        " status in the coming year.",
        "Weifang - Gujranwala: signed sister_city 2019-04-22 new",
        "Rizhao - Gujrat: proposed sister_city * new",
    ),
    case(
        "an administration receives",
        "GILGIT: Gilgit-Baltistan's agriculture minister is back. On April 22 the Hotan prefecture administration"
        " received him. Aksu's deputy commissioner was his host two days later.",
        "Hotan - Gilgit-Baltistan: took_place local 2019-04-22 new",
        "Aksu - Gilgit-Baltistan: took_place local * new",
    ),
    case(
        "his guest",
        "Azad Kashmir's president, Raja Naveed Khan, asked the bar to speak up. Lawyers were also heard. He promised"
        " libraries.\n\nEarlier in the day the Chinese ambassador, Jiang Rui, had been his guest at Kashmir House.",
        "none - Azad Kashmir: took_place envoy * new",
    ),
    case(
        "came to his office",
        "LAHORE: Commissioner Usman Ranjha told a meeting on Monday that kilns were sealed. The same day China's deputy"
        " consul general, Cao Ke, came to his office.",
        "none - Lahore: took_place envoy * new",
    ),
    case(
        "an entry of a diary",
        "3 April - Hefei. Called on the Governor of Anhui, Mr. Wang Qingxian; farm machines.\n\n9 April - Beijing."
        " Spoke at a think tank.",
        "Anhui - none: took_place envoy * new",
        title="Ambassador's diary",
    ),
    case(
        "is to arrive where the report was sent from",
        "GWADAR: Chen Xi, mayor of Sanya, is to arrive on May 2 for a two-day stay, the chairman told reporters here.",
        "Sanya - Gwadar: planned local 2019-05-02 new",
    ),
    case(
        "于是市长是本市的",
        "4月22日下午,市长吴新民在市行政中心会见了巴基斯坦驻上海总领事侯赛因一行。吴新民介绍了南通企业和南通港的情况。",
        "Nantong - none: took_place envoy 2019-04-22 new",
        lang="zh",
    ),
    case(
        "年份作标题",
        "1998年\n5月18日,衡水市与巴基斯坦锡亚尔科特市签订缔结友好城市协议书。\n2001年\n6月,意大利客商来衡考察。",
        "Hengshui - Sialkot: signed sister_city 1998-05-18 old",
        title="衡水市志·大事记",
        lang="zh",
    ),
    case(
        "括号里的省会 / دارالحکومت",
        "سرگودھا اور رحیم یار خان کو چینی صوبے شانشی (دارالحکومت شی آن) کے شہروں بالترتیب وئی نان اور شیان یانگ کا"
        " سسٹر سٹی بنانے کے دو الگ الگ معاہدوں پر دستخط ہو گئے۔",
        "Weinan - Sargodha: signed sister_city * new",
        "Xianyang - Rahim Yar Khan: signed sister_city * new",
        lang="ur",
    ),
    case(
        "letters told of behind the pairs",
        "Three cities of Anhui, Wuhu, Huangshan and Bengbu, have been linked with Sialkot, Abbottabad and Sargodha"
        " respectively. Letters of intent to set up sister-city relations were exchanged at a fair in Hefei on Monday.",
        "Wuhu - Sialkot: letter_of_intent sister_city * new",
        "Huangshan - Abbottabad: letter_of_intent sister_city * new",
        "Bengbu - Sargodha: letter_of_intent sister_city * new",
    ),
    case(
        "a city of its province",
        "Hyderabad of Sindh was declared a sister city of Kunming on Monday.",
        "Kunming - Hyderabad: signed sister_city 2019-04-22 new",
    ),
    case(
        "a person of two names",
        "LAHORE: A Nanjing delegation led by Vice Mayor Wu Wei saw Lahore's commissioner in the Town Hall on Monday.",
        "Nanjing - Lahore: took_place local 2019-04-22 new",
    ),
    case(
        "where the engineers are from",
        "QUETTA: Levies officials said the engineers, from Gansu and Shaanxi, were safe and had been moved to Sukkur.",
    ),
    case(
        "a return visit",
        "CHITRAL: Kashgar's deputy commissioner was received by Chitral's deputy commissioner on Monday. A Chitral"
        " delegation will leave for Kashgar on May 25.",
        "Kashgar - Chitral: took_place local 2019-04-22 new",
        "Kashgar - Chitral: planned local 2019-05-25 new",
    ),
    case(
        "seen before and called on later",
        "MULTAN: The guests from Jiangxi saw the shrine on Monday before flying to Lahore, where they will call on"
        " Punjab Governor Chaudhry Sarwar on May 2.",
        "Jiangxi - Punjab: planned local 2019-05-02 new",
    ),
    case(
        "in a city by somebody new",
        "The consul general of Pakistan called on Haikou's Mayor Ding Hui on Monday. In Zhangzhou, Fujian, he was"
        " received by Deputy Mayor Lan Wanan on Tuesday.",
        "Haikou - none: took_place envoy 2019-04-22 new",
        "Zhangzhou - none: took_place envoy 2019-04-23 new",
    ),
    case(
        "the renewal and the paper renewed",
        "A sister city agreement of 2004 between Rawalpindi and Jinan was renewed for five years on Monday.",
        "Jinan - Rawalpindi: signed sister_city 2019-04-22 new",
        "Jinan - Rawalpindi: signed sister_city 2004 old",
    ),
    case(
        "partners in rows, by the title",
        PARTNERS_ABROAD.format(subject="Partners of the city of ceramics:"),
        "Zibo - Multan: signed sister_city 2012 old",
        title="Zibo's friends abroad",
    ),
    case(
        "partners in rows, by what the page is about",
        PARTNERS_ABROAD.format(subject="Zibo was the capital of Qi and makes tiles.\nPartner towns"),
        "Zibo - Multan: signed sister_city 2012 old",
        title="International links",
    ),
    case(
        "在…与专员",
        "4月22日,临沂市副市长张玉兰率市政府代表团访问巴基斯坦。4月23日,代表团在萨希瓦尔与专区专员舒艾布举行会谈。",
        "Linyi - Sahiwal: took_place local 2019-04-23 new",
        lang="zh",
    ),
    case(
        "州长是自治州的",
        "4月22日,吉尔吉特-巴尔蒂斯坦旅游部长率代表团访问新疆克孜勒苏柯尔克孜自治州。州长在阿图什会见了客人。",
        "Kizilsu - Gilgit-Baltistan: took_place local 2019-04-22 new",
        lang="zh",
    ),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_beside(told: Article, expected: Sequence[str]) -> None:
    assert disagreements(read_mentions(told), expected) == []
