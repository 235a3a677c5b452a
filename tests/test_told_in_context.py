"""Who, where and when that only the rest of a sentence or the one beside it tells: pairs, hosts and days."""

from __future__ import annotations

import pytest

from monitor.records import EventType, Lang
from monitor.understand import read_mentions
from scoring import article

PUBLISHED = "2024-05-17"
GAINED = [
    "MARDAN: Mardan has a new sister city. It is Huzhou, in China's Zhejiang province.",
    "MARDAN: Mardan on Tuesday got its first Chinese sister city, Huzhou.",
    "Mardan has gained a sister city in China: Huzhou.",
    "Huzhou is Mardan's new sister city.",
    "Mardan is Huzhou's newest sister city.",
    "Mardan now counts Huzhou as a sister city.",
    "Since Tuesday Mardan and Huzhou have been sister cities.",
    "On Tuesday Mardan got its Chinese sister city. Mayor Shah signed for the host, Vice Mayor Xu for Huzhou.",
]
NOT_GAINED = [
    "Mardan may soon have a sister city in China: Huzhou.",
    "Mardan is looking for a sister city, and Huzhou is willing.",
    "Mardan will get a sister city in Huzhou next month.",
]
Told = tuple[EventType, str, str | None, str | None, str | None]
CASES: list[tuple[str, Lang, str, list[Told]]] = [
    (
        "the two provinces are no cities",
        "en",
        "A delegation from Sichuan has held talks with Khyber Pakhtunkhwa's agriculture minister in Peshawar. "
        "The minister recalled that the two provinces have been sisters since 2017.",
        [
            ("visit", "took_place", "Sichuan", "Khyber Pakhtunkhwa", None),
            ("agreement", "signed", "Sichuan", "Khyber Pakhtunkhwa", "2017"),
        ],
    ),
    (
        "a venue that saw a signing is no party",
        "en",
        "Beijing saw a cooperation agreement signed between Gwadar and Puyang on May 14.",
        [("agreement", "signed", "Puyang", "Gwadar", "2024-05-14")],
    ),
    (
        "a pair behind a renewal",
        "en",
        "Muzaffarabad and Yan'an renewed their sister-city agreement on Tuesday. The first one was signed in 2009.",
        [
            ("agreement", "signed", "Yan'an", "Muzaffarabad", "2024-05-14"),
            ("agreement", "signed", "Yan'an", "Muzaffarabad", "2009"),
        ],
    ),
    (
        "what was proposed on a day",
        "en",
        "Pakistan's ambassador proposed here on Thursday that Fujian and Balochistan become sister provinces.",
        [("agreement", "proposed", "Fujian", "Balochistan", "2024-05-16")],
    ),
    (
        "who reports it signs nothing",
        "en",
        "Sahiwal signs deal with Anyang\nCommissioner Iqbal and vice mayor Tang put their names to a letter of intent "
        "for sister-city relations of Sahiwal and Anyang, the Punjab information department said.",
        [("agreement", "letter_of_intent", "Anyang", "Sahiwal", None)],
    ),
    (
        "several hosts of guests meant by a pronoun",
        "en",
        "An official delegation of the Balochistan government has come home from a tour. In Kunming it was received by "
        "Yunnan's vice governor on May 6; in Guiyang, by Guizhou's vice governor on May 9.",
        [
            ("visit", "took_place", "Yunnan", "Balochistan", "2024-05-06"),
            ("visit", "took_place", "Guizhou", "Balochistan", "2024-05-09"),
        ],
    ),
    (
        "received though something else was cancelled",
        "en",
        "Though the expo was cancelled a day before, the delegation of Jilin province kept its other date: it was "
        "received by Chief Minister Bugti of Balochistan at his secretariat on Tuesday.",
        [("visit", "took_place", "Jilin", "Balochistan", "2024-05-14")],
    ),
    (
        "a dash that is glued to the dateline",
        "en",
        "Mithi—Five officials of Ordos, a coal city, were welcomed at Mithi on Thursday by the deputy commissioner of "
        "Tharparkar.",
        [("visit", "took_place", "Ordos", "Tharparkar", "2024-05-16")],
    ),
    (
        "the day of a plan, not of the meeting about it",
        "en",
        "MULTAN: A delegation of Hunan's agriculture department will visit Multan on May 24. Commissioner Amir Khan, "
        "who will receive the guests at his office, chaired a meeting on Wednesday about arrangements.",
        [("visit", "planned", "Hunan", "Multan", "2024-05-24")],
    ),
    (
        "the leaders of a government named before",
        "en",
        "Pakistan's Ambassador Hashmi spoke on Tuesday. He did so during a visit to Sichuan, on which he sat down with "
        "the leaders of the provincial government.",
        [("visit", "took_place", "Sichuan", None, None)],
    ),
    (
        "a name before a longer title",
        "en",
        "Zhao Shiren, the newly-appointed Consul General of China in Lahore, met Punjab Governor Rehman on Thursday. "
        "The same Thursday Zhao Shiren went to see Commissioner Lahore M Usman.",
        [
            ("visit", "took_place", None, "Punjab", "2024-05-16"),
            ("visit", "took_place", None, "Lahore", "2024-05-16"),
        ],
    ),
    (
        "families that bear names of places",
        "en",
        "KARACHI: China's new consul general called on Chief Minister Nadir Ali Jatoi at CM House on Wednesday.",
        [("visit", "took_place", None, "Sindh", "2024-05-15")],
    ),
    (
        "talks between two",
        "en",
        "QUETTA: Security was at the centre of talks here on Wednesday between Chief Minister Quddus and the Chinese "
        "consul general in Karachi.",
        [("visit", "took_place", None, "Balochistan", "2024-05-15")],
    ),
    (
        "a guest house is no government",
        "en",
        "Azad Kashmir's prime minister and the chairman of Guangxi, Lan Zhong, met at the government guest house in "
        "Nanning on Wednesday.",
        [("visit", "took_place", "Guangxi", "Azad Kashmir", "2024-05-15")],
    ),
    (
        "a city told with one that lies in it",
        "en",
        "SIALKOT: A delegation of Jinhua, the municipality to which Yiwu belongs, was received on Tuesday by Deputy "
        "Commissioner Adnan Awan.",
        [("visit", "took_place", "Jinhua", "Sialkot", "2024-05-14")],
    ),
    (
        "the meeting at which they signed",
        "en",
        "County Head Mamat of Tashkurgan drove down on Tuesday and met Deputy Commissioner Nagar Qazi Amjad. "
        "The protocol they signed brings into being a Joint Border Committee of Tashkurgan and Nagar.",
        [
            ("visit", "took_place", "Tashkurgan", "Nagar", "2024-05-14"),
            ("agreement", "signed", "Tashkurgan", "Nagar", "2024-05-14"),
        ],
    ),
    (
        "the name behind a mayor whose city is told",
        "ur",
        "میرپورخاص اور چین کے شہر نانٹونگ کو جڑواں شہر قرار دے دیا گیا۔ معاہدے پر کمشنر میرپورخاص فیصل عقیلی اور "
        "نانٹونگ کے نائب میئر ژو ہائی نے دستخط کیے۔",
        [("agreement", "signed", "Nantong", "Mirpur Khas", None)],
    ),
    (
        "a paper with a place abroad",
        "zh",
        "2月9日,广州市市长郭永航会见巴基斯坦驻华大使哈克,提到拉合尔橙线。同日,郭永航与牙买加金斯敦市长视频见面,两市签了备忘录。",
        [("visit", "took_place", "Guangzhou", None, "2024-02-09")],
    ),
    ("a team that does not come", "en", "QUETTA: A delegation of the Hebei government will not come to Quetta.", []),
    (
        "officers of a ministry are a nation's",
        "en",
        "LAHORE: Seven officers of the Chinese Foreign Ministry met the Chief Secretary of Punjab on Thursday.",
        [],
    ),
    (
        "hospitals are no cities",
        "en",
        "MULTAN: A medical university hospital in Multan and a people's hospital in Guiyang have been twinned. The "
        "superintendent and a deputy director from Guizhou exchanged the signed papers.",
        [],
    ),
    (
        "a mayor of neither country",
        "en",
        "Chattogram and Kunming have renewed their sister-city agreement. Mayor Rezaul received four guests from "
        "Yunnan. A trader complained that mangoes from Multan reach Yunnan sooner.",
        [],
    ),
    (
        "pairs by a bare of",
        "en",
        "Mardan has been named sister city of Huzhou, Swabi of Yibin and Kohat of Zunyi.",
        [
            ("agreement", "signed", "Huzhou", "Mardan", None),
            ("agreement", "signed", "Yibin", "Swabi", None),
            ("agreement", "signed", "Zunyi", "Kohat", None),
        ],
    ),
    (
        "a last clause with a pair of its own",
        "en",
        "Some are old. Mardan, which already had Huzhou, added Yibin in December 2021, and in the same month Swabi "
        "signed a letter of intent with Zunyi to become sister cities.",
        [("agreement", "letter_of_intent", "Zunyi", "Swabi", "2021-12")],
    ),
    (
        "what stood before a renewal",
        "en",
        "Mardan and Huzhou, sister cities since 2004, have renewed the bond: the agreement was signed on May 14.",
        [
            ("agreement", "signed", "Huzhou", "Mardan", "2024-05-14"),
            ("agreement", "signed", "Huzhou", "Mardan", "2004"),
        ],
    ),
    (
        "a paper renewed, and when it was made",
        "en",
        "Mardan and Huzhou have renewed the memorandum that made them friendly exchange cities in 2017.",
        [
            ("agreement", "signed", "Huzhou", "Mardan", None),
            ("agreement", "signed", "Huzhou", "Mardan", "2017"),
        ],
    ),
    (
        "what began as a letter, before the pair",
        "en",
        "What began with a letter of intent in September 2022 is now a full tie: Anhui and Punjab established "
        "sister-province relations in Hefei on Monday.",
        [
            ("agreement", "signed", "Anhui", "Punjab", "2024-05-13"),
            ("agreement", "letter_of_intent", "Anhui", "Punjab", "2022-09"),
        ],
    ),
    (
        "a paper signed at a gathering of a day told",
        "en",
        "Friends in Lahore\nChief Minister Maryam Nawaz told the Punjab-Jiangxi Business Forum on Saturday that "
        "friends stand together.\n"
        "Agreements on economic cooperation between the two provinces were signed during the forum.",
        [("agreement", "signed", "Jiangxi", "Punjab", "2024-05-11")],
    ),
    (
        "the day of the sentence that leads",
        "en",
        "QUETTA: China's ambassador, Nong Rong, did not change his programme on Thursday, a day after the blast. "
        "He met the governor of Balochistan about mines.",
        [("visit", "took_place", None, "Balochistan", "2024-05-16")],
    ),
    (
        "an administrator of the town that the title names",
        "en",
        "Quetta diary\nGrapes are early. A team from Weifang, in Shandong, has been in town since Thursday, and on "
        "Friday sat with Administrator Jabbar Baloch at the Metropolitan Corporation. The guests go on to Pishin next.",
        [("visit", "took_place", "Weifang", "Quetta", "2024-05-17")],
    ),
    (
        "months below the year of a chronicle",
        "en",
        "Year in review 2022\nMarch: the Consul General called on Vice Governor Guo Xiwen of Guizhou in Guiyang.\n"
        "July: a letter of intent on friendly city relations was concluded between Attock and Zunyi.",
        [
            ("visit", "took_place", "Guizhou", None, "2022-03"),
            ("agreement", "letter_of_intent", "Zunyi", "Attock", "2022-07"),
        ],
    ),
    (
        "an entry of a list that opens with a place abroad",
        "en",
        "Friendly cities of Weihai\nYEOSU, Korea. Sister city since Feb. 27, 1995.\n"
        "CHINIOT, Pakistan. Friendly cooperative city since May 12, 2014.",
        [("agreement", "signed", "Weihai", "Chiniot", "2014-05-12")],
    ),
    (
        "guests to whom he speaks at his office",
        "en",
        "SAHIWAL: Commissioner Nadeem said on Thursday the division was open to all. He was speaking at his office to "
        "guests from Wuzhong.",
        [("visit", "took_place", "Wuzhong", "Sahiwal", "2024-05-16")],
    ),
    (
        "misspelt words of a correspondent",
        "en",
        "GWADAR: A ten member delgation of Lianyungang municiple government here on Thursday meet Deputy Commissioner "
        "Gwadar Izzat Baloch.",
        [("visit", "took_place", "Lianyungang", "Gwadar", "2024-05-16")],
    ),
    (
        "the next sentence tells whose team it is",
        "en",
        "MUZAFFARABAD: A five-member Chinese team reached here on Saturday and called on the AJK prime minister.\n"
        "The team came from Yunnan's department of tourism.",
        [("visit", "took_place", "Yunnan", "Azad Kashmir", "2024-05-11")],
    ),
    (
        "an ambassador's trip and its hosts",
        "en",
        "The ambassador's trip to Hainan bore fruit: on April 16 he was hosted by Governor Shen Xiaoming, and on "
        "April 17 by the mayor of Sanya. Pakistan's embassy said so.",
        [
            ("visit", "took_place", "Hainan", None, "2024-04-16"),
            ("visit", "took_place", "Sanya", None, "2024-04-17"),
        ],
    ),
    (
        "a city's development authority acts for it",
        "en",
        "The Multan Development Authority director general met a delegation from Zhuzhou city on Thursday.",
        [("visit", "took_place", "Zhuzhou", "Multan", "2024-05-16")],
    ),
    (
        "one mayor of each country",
        "en",
        "The mayors of Karachi and Shanghai on Thursday vowed to revive the sister-city pact of 1984 at a meeting in "
        "the Chinese city.",
        [
            ("visit", "took_place", "Shanghai", "Karachi", "2024-05-16"),
            ("agreement", "signed", "Shanghai", "Karachi", "1984"),
        ],
    ),
    (
        "a visit of next month",
        "en",
        "RAWALPINDI: The mayor said that an agreement would be signed with Chinese city Hangzhou during "
        "his visit to China next month for sister city relationship.",
        [
            ("agreement", "proposed", "Hangzhou", "Rawalpindi", "2024-06"),
            ("visit", "planned", "Hangzhou", "Rawalpindi", "2024-06"),
        ],
    ),
    (
        "the title first, the name in the next sentence",
        "en",
        "MUZAFFARABAD: The city should gain a sister, Azad Kashmir's prime minister suggested on Thursday.\n"
        "Raja Farooq Haider was speaking to a Guizhou government delegation led by Vice Governor Liu Yuankun.",
        [("visit", "took_place", "Guizhou", "Azad Kashmir", "2024-05-16")],
    ),
    (
        "a regional government's vice chairman, his name before it",
        "en",
        "NANNING: On Monday Ambassador Tariq Mahmood was received in Nanning by Vice Chairman Huang Rixin of the "
        "regional government.",
        [("visit", "took_place", "Guangxi", None, "2024-05-13")],
    ),
    (
        "two drafts, of one and of the other",
        "en",
        "LAHORE: The committee cleared two drafts: one for sister-province relations between Punjab and Guizhou, the "
        "other for sister-city relations between Dera Ghazi Khan and Bijie.",
        [
            ("agreement", "proposed", "Guizhou", "Punjab", None),
            ("agreement", "proposed", "Bijie", "Dera Ghazi Khan", None),
        ],
    ),
    (
        "this city's partner, renewed by two who are named",
        "en",
        "BAHAWALPUR: The friendship between this city and Zhenjiang has a second life. Mayor Malik Asghar and "
        "visiting Vice Mayor Cao Libin renewed, on Tuesday, the sister-city agreement of 2013.",
        [
            ("agreement", "signed", "Zhenjiang", "Bahawalpur", "2024-05-14"),
            ("agreement", "signed", "Zhenjiang", "Bahawalpur", "2013"),
        ],
    ),
    (
        "the place told before a paper of two",
        "en",
        "Take Rawalpindi. In 2005 the then district nazim signed a memorandum in Lanzhou declaring the two sister "
        "cities.",
        [("agreement", "signed", "Lanzhou", "Rawalpindi", "2005")],
    ),
    (
        "after the talks, on the same day",
        "en",
        "In Gujranwala, the mayor held talks with a delegation of Baoji on May 13. After the talks the two sides put "
        "pen to a letter of intent on friendship-city relations.",
        [
            ("visit", "took_place", "Baoji", "Gujranwala", "2024-05-13"),
            ("agreement", "letter_of_intent", "Baoji", "Gujranwala", "2024-05-13"),
        ],
    ),
    (
        "today, in a handout of another day",
        "en",
        "Peshawar, 15th May, 2024\nThe agriculture departments of Khyber Pakhtunkhwa and Gansu Province today signed a "
        "memorandum of understanding on seed.",
        [("agreement", "signed", "Gansu", "Khyber Pakhtunkhwa", "2024-05-15")],
    ),
    (
        "a list of engagements",
        "en",
        "Bahawalpur today\nMunicipal delegation of Jining to call on the commissioner, Commissioner House, 11am.",
        [("visit", "planned", "Jining", "Bahawalpur", None)],
    ),
    (
        "who represents China",
        "en",
        "PESHAWAR: Jiang Zaidong, who represents China in Islamabad, and Khyber Pakhtunkhwa's chief minister sat down "
        "together on Thursday.",
        [("visit", "took_place", None, "Khyber Pakhtunkhwa", "2024-05-16")],
    ),
    (
        "what brackets tell is of the place before",
        "en",
        "Teams came from Xi'an (twinned with Lahore in 1992), Wuhan and Chengdu to the games in Islamabad.",
        [("agreement", "signed", "Xi'an", "Lahore", "1992")],
    ),
    (
        "each a sister of its own, and where the drafts go",
        "en",
        "QUETTA: Nodded through were drafts under which Balochistan would be a sister province of Gansu and Quetta a "
        "sister city of Tianshui; both now go to Islamabad.",
        [
            ("agreement", "proposed", "Gansu", "Balochistan", None),
            ("agreement", "proposed", "Tianshui", "Quetta", None),
        ],
    ),
    (
        "rows below letters of intent",
        "en",
        "International links of Jinzhou\nSister cities\nArendal - Norway - 11 May 1989\n"
        "Mirpur Khas - Pakistan - 23 October 2014\nLetters of intent\nBadin - Pakistan - 2019",
        [
            ("agreement", "signed", "Jinzhou", "Mirpur Khas", "2014-10-23"),
            ("agreement", "letter_of_intent", "Jinzhou", "Badin", "2019"),
        ],
    ),
    (
        "a row of another country is no heading",
        "en",
        "Friendship Cities of Jiaozuo\nOkara | Pakistan | 2017-09-21\n"
        "San Vicente | Chile | 2018-06-30 (letter of intent)",
        [("agreement", "signed", "Jiaozuo", "Okara", "2017-09-21")],
    ),
    (
        "whose council stands before",
        "en",
        "Panjgur's case is odder. In 2019 the district council and Turpan exchanged a letter of intent.",
        [("agreement", "letter_of_intent", "Turpan", "Panjgur", "2019")],
    ),
    (
        "the paper of two told before, on a day of the month",
        "en",
        "A team of Lasbela district, led by its council chairman, was in Weifang from May 9 to 12; on the 11th the "
        "memorandum on friendly cooperation between Weifang and Lasbela was signed.",
        [
            ("visit", "took_place", "Weifang", "Lasbela", "2024-05-09"),
            ("agreement", "signed", "Weifang", "Lasbela", "2024-05-11"),
        ],
    ),
    (
        "their memorandum",
        "en",
        "Hotline\nGILGIT: Lost passports will be dealt with over a direct line between the Gilgit-Baltistan police and "
        "the Kashgar Public Security Bureau.\nTheir memorandum on border liaison was signed in Jutial on Tuesday.",
        [("agreement", "signed", "Kashgar", "Gilgit-Baltistan", "2024-05-14")],
    ),
    (
        "a governor in the notebook of a town",
        "en",
        "Quetta Notebook: gas and grapes\nTHE governor is packing. He leaves on Monday for Haikou, where Hainan's "
        "governor is to receive him on Wednesday, May 22.",
        [("visit", "planned", "Hainan", "Balochistan", "2024-05-22")],
    ),
    (
        "his last call was on somebody",
        "en",
        "The Chinese consul general leaves. His last official call was on Monday, on Punjab's Chief Secretary Zahid "
        "Zaman at the Civil Secretariat.",
        [("visit", "took_place", None, "Punjab", "2024-05-13")],
    ),
    (
        "a summary for twinning",
        "en",
        "The deputy commissioner disclosed that a summary for twinning Sialkot with Yiwu was lying with the secretary.",
        [("agreement", "proposed", "Yiwu", "Sialkot", None)],
    ),
    (
        "a visit, and a paper of other places a day later",
        "en",
        "On Tuesday Balochistan's industries secretary was received by Yunnan's vice governor, and a day later "
        "Quetta and Dali signed a memorandum on friendly exchange between the two cities.",
        [
            ("visit", "took_place", "Yunnan", "Balochistan", "2024-05-14"),
            ("agreement", "signed", "Dali", "Quetta", "2024-05-15"),
        ],
    ),
    (
        "paired in a year, in an opinion on sisters",
        "en",
        "Karachi took Shanghai as its sister in 1984, when I was at school, and I would like to meet who noticed. "
        "Sargodha and Yuxi were paired in 2011.",
        [
            ("agreement", "signed", "Shanghai", "Karachi", "1984"),
            ("agreement", "signed", "Yuxi", "Sargodha", "2011"),
        ],
    ),
    (
        "a corporation's officer where the team was taken",
        "en",
        "LAHORE: A two-member team comprising Deputy Mayor of Ganzhou Zhang Hao and an aide visited Town Hall, where "
        "Chief Corporation Officer Ali Bukhari welcomed them on Monday.",
        [("visit", "took_place", "Ganzhou", "Lahore", "2024-05-13")],
    ),
    (
        "he and a governor sign",
        "en",
        "PESHAWAR: Chief Minister Pervez Khattak returned on Saturday after a week in China. In Zhengzhou he and "
        "Henan's governor signed a letter of intent for sister-province ties.",
        [("agreement", "letter_of_intent", "Henan", "Khyber Pakhtunkhwa", None)],
    ),
    (
        "the police of two cities",
        "en",
        "LAHORE: Police chiefs of Lahore and Chengdu on Tuesday signed an agreement on tourist policing.",
        [("agreement", "signed", "Chengdu", "Lahore", "2024-05-14")],
    ),
    (
        "a provincial minister for planning",
        "en",
        "QUETTA: Provincial Minister for Planning Zahoor Buledi said a delegation from Jiangsu will be in Quetta next "
        "Tuesday.",
        [("visit", "planned", "Jiangsu", "Balochistan", "2024-05-21")],
    ),
    (
        "a memorandum that they have, signed in the next sentence",
        "en",
        "The Health Bureau of Macao SAR and the Health Department of Sindh province have a memorandum of understanding "
        "on training of nurses. It was signed in Karachi on Friday, May 10.",
        [("agreement", "signed", "Macau", "Sindh", "2024-05-10")],
    ),
    ("two ports", "en", "Gwadar, Qinzhou ports sign twinning deal\nFreight will follow.", []),
    (
        "earlier in the day of the dateline",
        "en",
        "Bazaars\nMULTAN, May 16: Commissioner Aamir Khan has ordered bazaars cleared. Earlier in the day a delegation "
        "from the Panzhihua municipal government called on the commissioner at his office.",
        [("visit", "took_place", "Panzhihua", "Multan", "2024-05-16")],
    ),
    (
        "the one who is asked",
        "en",
        "Five questions for the mayor of Larkana\nQ: Has the money come?\nA: Half of it.\nQ: You were in China.\n"
        "A: Yes, on May 14 we had a good sitting with the vice mayor of Zhuzhou.",
        [("visit", "took_place", "Zhuzhou", "Larkana", "2024-05-14")],
    ),
    (
        "an MoU and what it is for",
        "en",
        "The commissioner of Karachi and the mayor of Xiamen signed an MoU on Tuesday to promote tourism, port trade "
        "and exchange of students.",
        [("agreement", "signed", "Xiamen", "Karachi", "2024-05-14")],
    ),
    (
        "a delegation that would visit, he said",
        "en",
        "MIRPURKHAS: Chairman of the district council Mir Anwar has said a delegation of Wuzhou city would visit "
        "Mirpurkhas in June to see mangoes.",
        [("visit", "planned", "Wuzhou", "Mirpur Khas", "2024-06")],
    ),
    (
        "views on signing a letter",
        "en",
        "A delegation of Nanning was received by the mayor of Peshawar on Tuesday; both exchanged views on signing a "
        "letter of intent.",
        [
            ("visit", "took_place", "Nanning", "Peshawar", "2024-05-14"),
            ("agreement", "proposed", "Nanning", "Peshawar", "2024-05-14"),
        ],
    ),
    (
        "a memorandum approved",
        "en",
        "PESHAWAR: The KP cabinet on Tuesday approved an MoU between KP's tourism department and Hainan.",
        [("agreement", "proposed", "Hainan", "Khyber Pakhtunkhwa", "2024-05-14")],
    ),
    (
        "each report of a page has its own dateline",
        "en",
        "From our pages\nMULTAN: The tariff is to go down on Friday, a spokesman said.\nTianjin guests\n"
        "LAHORE: The Lord Mayor on Thursday welcomed to Jinnah Hall a delegation from the Chinese city of Tianjin.",
        [("visit", "took_place", "Tianjin", "Lahore", "2024-05-16")],
    ),
    (
        "partners between dots",
        "en",
        "Baoji\nBaoji lies west of Xi'an.\nPartner towns: Sokcho, South Korea (2009) · Taxila, Pakistan (2016) · "
        "Haripur, Pakistan (letter of intent only, October 2018) · Talgar, Kazakhstan (2014)",
        [
            ("agreement", "signed", "Baoji", "Taxila", "2016"),
            ("agreement", "letter_of_intent", "Baoji", "Haripur", "2018-10"),
        ],
    ),
    (
        "messages of sympathy",
        "en",
        "The chief minister, the Chinese consulate in Karachi and the Hyderabad chamber sent messages of sympathy.",
        [],
    ),
    (
        "a letter signed at the ceremony told before",
        "en",
        "On May 13, Weifang and Sialkot, Pakistan held an online signing ceremony. Vice Mayor Wang Ping and the "
        "Administrator signed, for their cities, the letter of intent on friendly cooperative city relations.",
        [("agreement", "letter_of_intent", "Weifang", "Sialkot", "2024-05-13")],
    ),
    (
        "the mayor is allowed to",
        "en",
        "HYDERABAD: The house of Hyderabad, Sindh, adopted a resolution allowing the mayor to enter into a sister-city "
        "arrangement with Nanning in China.",
        [("agreement", "proposed", "Nanning", "Hyderabad", None)],
    ),
    (
        "guests who only attend",
        "en",
        "LAHORE: The province's flower show opened on Thursday. Shopkeepers, the Chinese consul general, "
        "the commissioner and the deputy commissioner were there as well.",
        [],
    ),
    (
        "the chairman of a region is not its capital's",
        "en",
        "From May 13 to 15 Pakistan's ambassador, Khalil Hashmi, was in Xinjiang. In Urumqi he sat down with Erkin "
        "Tuniyaz, the region's chairman.",
        [("visit", "took_place", "Xinjiang", None, "2024-05-13")],
    ),
    (
        "two hosts of one sentence",
        "en",
        "Pakistan's ambassador was in Guangdong from May 13. In Shenzhen he was the guest of Meng Fanli, the city's "
        "party chief; in Guangzhou, Mayor Sun Zhiyang received him.",
        [
            ("visit", "took_place", "Shenzhen", None, "2024-05-13"),
            ("visit", "took_place", "Guangzhou", None, "2024-05-13"),
        ],
    ),
    (
        "a province's party committee",
        "en",
        "From 10th to 13th May 2024 Ambassador Khalil Hashmi of Pakistan was in Sichuan. With Pubu Dunzhu, a Standing "
        "Committee member of the province's party committee, who received him, he spoke of trade.",
        [("visit", "took_place", "Sichuan", None, "2024-05-10")],
    ),
    (
        "a row of what partners do",
        "en",
        "Sister cities\nHuzhou\nMardan, Pakistan: sister city since May 9, 2014.\n"
        "4. Exchanges: in December 2018 a group from Huzhou visited Mardan for a fair.",
        [
            ("agreement", "signed", "Huzhou", "Mardan", "2014-05-09"),
            ("visit", "took_place", "Huzhou", "Mardan", "2018-12"),
        ],
    ),
    (
        "guests of one host, one after another",
        "en",
        "KARACHI: Mayor Murtaza Wahab had a row of visitors at his office on Thursday. First came a delegation of "
        "China's Shenyang city under its vice mayor. Then came the Turkish consul general.",
        [("visit", "took_place", "Shenyang", "Karachi", "2024-05-16")],
    ),
    (
        "an envoy among guests told one after another",
        "en",
        "KARACHI: Three foreign guests came on Thursday to see Mayor Murtaza Wahab. First was the Turkish consul "
        "general with plans for a park. Then came his Chinese colleague Yang Yundong, who offered help with buses.",
        [("visit", "took_place", None, "Karachi", "2024-05-16")],
    ),
    (
        "guests of another host than the one who announces them",
        "en",
        "KARACHI: Mayor Murtaza Wahab said three foreign guests are due next week. Shops in Shenyang city "
        "will close first.",
        [],
    ),
    (
        "who was with them",
        "en",
        "LAHORE: Governor Rehman of Punjab opened a flower show on Thursday. With him were China's Deputy Consul "
        "General and the Inspector General of Police.",
        [],
    ),
    (
        "who sits by",
        "zh",
        "5月14日,信德省警察总监梅蒙与中国驻卡拉奇总领事杨云东举行会谈,卡拉奇警察局负责人在座。",
        [("visit", "took_place", None, "Sindh", "2024-05-14")],
    ),
    (
        "what an embassy says",
        "en",
        "ISLAMABAD: It is not true that visas were turned down for officers of the Khyber Pakhtunkhwa government, the "
        "Chinese Embassy said on Wednesday.",
        [],
    ),
    (
        "guests of a prime minister's visit",
        "zh",
        "昨日,巴基斯坦总理阿齐兹抵达成都,为总领事馆揭牌。晚上,省长蒋巨峰会见客人。",
        [],
    ),
    (
        "a mayor's city, told with its province",
        "en",
        "SUKKUR: Mayor Imdad Soomro left on Tuesday for Changsha, capital of China's Hunan province, where Mayor Tan "
        "Weiming received him and three officers of the Sukkur Municipal Corporation.",
        [("visit", "took_place", "Changsha", "Sukkur", "2024-05-14")],
    ),
    (
        "what guests saw is no host",
        "en",
        "KHAIRPUR: An MoU on date palms was signed here on May 14 between the district government of Khairpur and "
        "Turpan, a city of Xinjiang. The five visitors had been to Hyderabad's cold stores the day before.",
        [("agreement", "signed", "Turpan", "Khairpur", "2024-05-14")],
    ),
    (
        "a forum's year",
        "zh",
        "日前,在2021年中国巴基斯坦友好省市合作论坛上,东营市与古杰兰瓦拉市签署建立友好城市关系意向书。",
        [("agreement", "letter_of_intent", "Dongying", "Gujranwala", None)],
    ),
    (
        "two offices of one person",
        "zh",
        "5月14日,福建省委常委、福州市委书记郭宁宁会见巴基斯坦驻华大使哈什米。",
        [("visit", "took_place", "Fuzhou", None, "2024-05-14")],
    ),
]


def told(text: str, lang: Lang = "en") -> set[Told]:
    title, _, rest = text.partition("\n") if "\n" in text else ("", "", text)
    return {(m.type, m.stage, m.cn, m.pk, m.date) for m in read_mentions(article(rest, title, PUBLISHED, lang))}


@pytest.mark.parametrize("text", GAINED)
def test_a_sister_city_is_gained(text: str) -> None:
    ties = {one[:4] for one in told(text) if one[0] == "agreement"}
    assert ties == {("agreement", "signed", "Huzhou", "Mardan")}


@pytest.mark.parametrize("text", NOT_GAINED)
def test_a_sister_city_is_hoped_for(text: str) -> None:
    assert {one[:4] for one in told(text)} == {("agreement", "proposed", "Huzhou", "Mardan")}


@pytest.mark.parametrize(("lang", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_context_tells(lang: Lang, text: str, expected: list[Told]) -> None:
    assert told(text, lang) == set(expected)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        (
            "en",
            "A delegation of Shanxi province called on the chief secretary of Punjab here on Thursday. Last month the "
            "province's heritage department signed a memorandum of understanding with Punjab's archaeology department.",
            {("Shanxi", "visit", True), ("Shanxi", "agreement", False)},
        ),
        (
            "zh",
            "山西省代表团16日在拉合尔拜会旁遮普省首席秘书。今年4月,山西省文物局与旁遮普省考古厅已签署合作备忘录。",
            {("Shanxi", "visit", True), ("Shanxi", "agreement", False)},
        ),
        (
            "en",
            "Punjab's archaeology department and the heritage department of Shanxi province signed a memorandum of "
            "understanding in April, a spokesman said.",
            {("Shanxi", "agreement", True)},
        ),
        (
            "zh",
            "结好日期:2023年5月20日\n赣州市与拉尔卡纳市2023年5月20日签署友好城市协议。\n2023年赣州市与拉尔卡纳市网上签约结好。",
            {("Ganzhou", "agreement", False)},
        ),
        (
            "en",
            "Year in review 2024\nMarch: the consul general called on Vice Governor Guo Xiwen of Guizhou.",
            {("Guizhou", "visit", False)},
        ),
    ],
    ids=[
        "last month's paper",
        "a paper of April",
        "a paper of April is the news",
        "a year repeats a day",
        "a chronicle",
    ],
)
def test_what_a_vague_date_tells_is_background(lang: Lang, text: str, told: set[tuple[str, str, bool]]) -> None:
    found = read_mentions(article(text, lang=lang, published=PUBLISHED))
    assert {(m.cn, m.type, m.is_new) for m in found} == told
