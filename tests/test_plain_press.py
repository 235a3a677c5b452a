"""Short reports as wires, handouts and municipal offices write them, each read whole: every event, and none besides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import article, case, disagreements

en = partial(case, lang="en")
zh = partial(case, lang="zh")
ur = partial(case, lang="ur")

REPORTS = [
    en(
        "en: a department's delegation",
        "KARACHI: A 12-member delegation from Zhejiang province led by the Director General of its Department"
        " of Commerce called on Sindh Chief Secretary Mumtaz Ali Shah at his office. The chief secretary told"
        " them that there were vast opportunities in Sindh.",
        "Zhejiang - Sindh: took_place local * new",
    ),
    en(
        "en: the accord of a tie told two sentences before",
        "MULTAN: The Multan-Xi'an sister city agreement is to be reactivated. Commissioner Iftikhar Sahoo "
        "gave this assurance to a Shaanxi delegation on Tuesday. The accord was signed in 2007 but no "
        "exchange followed.",
        "Xi'an - Multan: signed sister_city 2007 old",
        "? Xi'an - Multan: proposed sister_city",
        "? Shaanxi - Multan: took_place local 2019-04-23 new",
    ),
    en(
        "en: agreed at a meeting, what will be",
        "SIALKOT: Chengde and Sialkot will become sister cities, the two sides agreed at a meeting between "
        "the visiting Deputy Mayor of Chengde, Li Hong, and Sialkot Mayor Tauheed Akhtar at the municipal "
        "hall on Wednesday.",
        "Chengde - Sialkot: proposed sister_city",
        "Chengde - Sialkot: took_place local 2019-04-24 new",
    ),
    en(
        "en: a status to be given",
        "LAHORE: Sister-state status will be given to Punjab by the Chinese province of Hunan, said the "
        "visiting Hunan vice governor after a meeting with Speaker Pervaiz Elahi here on Monday.",
        "Hunan - Punjab: proposed sister_province",
        "Hunan - Punjab: took_place local 2019-04-22 new",
    ),
    en(
        "en: called on the governor earlier",
        "QUETTA: 'Quetta should be twinned with Urumqi', the chamber's president told the visiting consul "
        "general, who had called on Governor Amanullah Yasinzai earlier in the day.",
        "Urumqi - Quetta: proposed sister_city",
        "none - Balochistan: took_place envoy *",
    ),
    en(
        "en: ties between two provinces are a noun",
        "CHENGDU: Ties between Sichuan and Khyber Pakhtunkhwa will be cemented through sister province "
        "relationship, the KP chief minister, Pervez Khattak, said while talking to Sichuan Governor Yin Li "
        "here.",
        "Sichuan - Khyber Pakhtunkhwa: proposed sister_province",
        "Sichuan - Khyber Pakhtunkhwa: took_place local *",
    ),
    en(
        "en: declared last year",
        "Larkana was declared sister city of Nanyang last year, when then deputy commissioner Noman Siddique "
        "and the Nanyang deputy mayor signed a memorandum at Mohenjo Daro.",
        "Nanyang - Larkana: signed sister_city 2018 old",
        "? Nanyang - Larkana: took_place local *",
    ),
    en(
        "en: an offer told to a council",
        "KHUZDAR: There is an offer from Liaocheng to twin with Khuzdar, District Council chairman Agha "
        "Shakeel Durrani told the council on Thursday. Members approved it unanimously.",
        "Liaocheng - Khuzdar: proposed sister_city",
    ),
    en(
        "en: a summary moved",
        "LAHORE: Punjab Information Minister Fayyazul Hassan Chohan said Monday that the provincial "
        "government had decided to declare Lahore and Kunming sister cities. A summary has been moved, he "
        "added.",
        "Kunming - Lahore: proposed sister_city",
        title="Lahore, Kunming to be sister cities: Chohan",
    ),
    en(
        "en: pairs since a decade and since a year",
        "Sister-city ties have existed between Karachi and Shanghai since the mid-1980s, between Islamabad "
        "and Beijing since 1992 and between Lahore and Xi'an since the same year, Dr Zhang told the seminar.",
        "Shanghai - Karachi: signed sister_city * old",
        "Beijing - Islamabad: signed sister_city 1992 old",
        "Xi'an - Lahore: signed sister_city 1992 old",
    ),
    en(
        "en: a signing to come",
        "JHANG: District Council Chairman Babar Sial received an invitation letter from the mayor of Zigong "
        "for a sister-city signing in June.",
        "Zigong - Jhang: proposed sister_city",
    ),
    en(
        "en: officials of a county and a district met",
        "KHUNJERAB: Officials of Tashkurgan county and Upper Hunza met at the pass on Saturday to fix the "
        "border trade calendar.",
        "Tashkurgan - Hunza: took_place local 2019-04-20 new",
    ),
    en(
        "en: a team is seen off",
        "SARGODHA: Commissioner Zafar Iqbal Sheikh on Thursday saw off a five-member team of citrus experts "
        "to Ganzhou, Jiangxi, where they will be the guests of the city government.",
        "Ganzhou - Sargodha: planned|took_place local 2019-04-18|undated new",
    ),
    en(
        "en: the mayor signed with a city",
        "SUKKUR: Mayor Arsalan Shaikh and Commissioner Shafiq Mahesar signed a letter of intent with Fuzhou "
        "(Jiangxi) for educational and cultural exchange.",
        "Fuzhou - Sukkur: letter_of_intent cooperation undated new",
    ),
    en(
        "en: after other pairs",
        "LAHORE: After Faisalabad-Qingdao and Lahore-Chengdu, Multan-Xian has become the third twin-city pair"
        " with signatures put on Tuesday.",
        "Xi'an - Multan: signed sister_city 2019-04-23 new",
    ),
    en(
        "en: a park of a tie",
        "GWADAR: Work on friendship park dedicated to sister city relationship with Puyang was inaugurated by"
        " Deputy Commissioner Kabir Khan Zarkoon and Chinese consul general Li Bijian.",
        "? none - Gwadar: took_place envoy",
    ),
    en(
        "en: cherries",
        "ISLAMABAD: The first consignment of cherries from Gilgit-Baltistan reached Kashgar through Khunjerab"
        " on Monday.",
        title="GB cherries reach Kashgar",
        day="2023-10-18",
    ),
    en(
        "en: reporters are no delegation",
        "CHANGSHA: Hunan has trained 200 Pakistani officials since 2015, the provincial commerce department's"
        " Xu Xiangping told a visiting team of reporters from Islamabad.",
        title="Hunan trains Pakistani officials",
        day="2023-10-18",
    ),
    en(
        "en: a trip put off",
        "LAHORE: For the third time in a year a Lahore mayor's trip to Chengdu has been put off.",
        day="2023-10-18",
    ),
    en(
        "en: a police college",
        "A three-day training of Sindh police officers began at Zhejiang Police College, Hangzhou, on "
        "Tuesday, said a spokesman for the IG Sindh.",
        day="2023-10-18",
    ),
    en(
        "en: an invitation accepted",
        "Shenzhen Mayor Qin Weizhong has accepted an invitation from his Karachi counterpart to visit Pakistan.",
        "? Shenzhen - Karachi: planned local",
        day="2023-10-18",
    ),
    ur(
        "ur: who leads the delegation is no history",
        "کراچی (اسٹاف رپورٹر) میئر کراچی وسیم اختر سے چین کے شہر تیانجن کے وفد نے ملاقات کی، وفد کی قیادت "
        "نائب میئر کر رہے تھے۔",
        "Tianjin - Karachi: took_place local undated new",
    ),
    ur(
        "ur: the provinces that the sentence names",
        "بلوچستان کے وزیر اعلیٰ جام کمال نے چین کے شہر ژینگژو میں ہینان کے گورنر سے ملاقات کی اور صوبوں کو "
        "سسٹر صوبے بنانے کی خواہش ظاہر کی۔",
        "Henan - Balochistan: took_place local undated new",
        "Henan - Balochistan: proposed sister_province",
    ),
    zh(
        "zh: an agreement and its plan of action",
        "苏州市人民政府与巴基斯坦拉合尔市政府关于建立友好城市关系的协议书于2008年签订,2019年4月12日两市续签五年行动计划。",
        "Suzhou - Lahore: signed sister_city 2008 old",
        "? Suzhou - Lahore: signed cooperation 2019-04-12 new",
        "? Suzhou - Lahore: signed sister_city 2019-04-12 new",
    ),
    ur(
        "ur: companies",
        "چینی شہر چینگدو کی کمپنی اور لاہور ویسٹ مینجمنٹ کمپنی کے درمیان معاہدہ ہوا۔",
    ),
    ur(
        "ur: leaves for talks",
        "راولپنڈی (اپنے رپورٹر سے) ڈپٹی میئر راولپنڈی چوہدری طارق چین روانہ ہو گئے، وہ لانژو میں میئر سے "
        "ملاقات کریں گے۔",
        "Lanzhou - Rawalpindi: planned local",
    ),
    zh(
        "zh: received by a member of the prefecture's committee",
        "4月23日,吉尔吉特-巴尔蒂斯坦首席部长哈菲兹率代表团抵达喀什,出席中国喀什·中亚南亚商品交易会。喀什地委委员会见代表团一行。",
        "Kashgar - Gilgit-Baltistan: took_place local 2019-04-23 new",
    ),
    en(
        "en: further agreements under negotiation",
        "ISLAMABAD: Pakistan has 14 sister-city pairs with China, the foreign office spokesman said. Further "
        "agreements are under negotiation between Hyderabad and Nanjing, and between Quetta and Lanzhou.",
        "Nanjing - Hyderabad: proposed sister_city",
        "Lanzhou - Quetta: proposed sister_city",
        day="2021-06-18",
    ),
    en(
        "en: the pact is to be signed",
        "LAHORE: Punjab CM Usman Buzdar chaired a meeting to review progress on the sister-province agreement"
        " with Shandong. The pact is to be signed next month.",
        "Shandong - Punjab: proposed sister_province",
        day="2021-06-18",
    ),
    en(
        "en: a letter that offers a tie",
        "Dera Ghazi Khan got a letter from Baoding offering sister city status, says district council "
        "chairman Abdul Qadir Khosa. The council will take it up on July 1.",
        "Baoding - Dera Ghazi Khan: proposed sister_city",
        day="2021-06-18",
    ),
    en(
        "en: two heads of one province",
        "WUHAN: Ambassador Moin ul Haque called on Ying Yong, Secretary of Hubei Provincial Committee of CPC,"
        " and Wang Zhonglin, the provincial governor, on Wednesday. He also visited Wuhan University.",
        "Hubei - none: took_place envoy 2021-06-16 new",
        day="2021-06-18",
    ),
    en(
        "en: a bureau's officials are received",
        "MANSEHRA: Three officials from Kashgar's tourism bureau arrived in Kaghan on Sunday and were "
        "received by KDA director general Tariq Khan.",
        "? Kashgar - Kaghan: took_place local",
        "? Kashgar - Mansehra: took_place local",
        "? Kashgar - Khyber Pakhtunkhwa: took_place local",
        day="2021-06-18",
    ),
    en(
        "en: the consul general in another city",
        "The consul general of Pakistan in Guangzhou, Diyar Khan, visited Haikou on June 11 and exchanged "
        "views with Hainan's vice governor Shen Danyang.",
        "Hainan - none: took_place envoy 2021-06-11 new",
        day="2021-06-18",
    ),
    en(
        "en: one signs from afar",
        "FAISALABAD: Faisalabad Commissioner Saqib Manan and deputy mayor of Qingdao (attending virtually) "
        "signed friendship city accord on Wednesday, paving the way for cooperation in textile.",
        "Qingdao - Faisalabad: signed sister_city 2021-06-16 new",
        day="2021-06-18",
    ),
    en(
        "en: a city's partners elsewhere",
        "Lahore's Mayor Mubashir Javed was in Istanbul to sign a renewed sister-city accord. Lahore is "
        "twinned also with Bogota, Chicago, Isfahan and Xi'an.",
        "? Xi'an - Lahore: * *",
        day="2024-09-12",
    ),
    en(
        "en: a draft to be placed before the cabinet",
        "LAHORE: CM Maryam Nawaz on Wednesday ordered that the draft sister-province MoU with Jiangsu be "
        "placed before cabinet. She was talking to the secretary, industries.",
        "Jiangsu - Punjab: proposed sister_province",
        day="2024-09-12",
    ),
    en(
        "en: hospitals twin their units",
        "MULTAN: Nishtar Medical University and the Third Hospital of Shijiazhuang twinned their burn units.",
        day="2024-09-12",
    ),
    en(
        "en: flies on an invitation",
        "KARACHI: Sindh Chief Minister Murad Ali Shah will fly to China on September 20 on the invitation of "
        "Governor of Hainan Liu Xiaoming.",
        "Hainan - Sindh: planned local 2024-09-20 new",
        day="2024-09-12",
    ),
    en(
        "en: passengers on a road",
        "GILGIT: The KKH was blocked; 40 passengers, among them a Kashgar official, were stranded at Passu, "
        "the Hunza administration said.",
        day="2024-09-12",
    ),
    en(
        "en: the documents are exchanged",
        "Jhelum and Tangshan were twinned in a simple ceremony at the district council hall on Monday. "
        "District council chairman Raja Qasim Ali and Tangshan's Vice Mayor Cao Quanmin exchanged the "
        "documents.",
        "Tangshan - Jhelum: signed sister_city 2024-09-09 new",
        "? Tangshan - Jhelum: took_place local",
        day="2024-09-12",
    ),
    en(
        "en: a bureau's deputy director",
        "ISLAMABAD: ICT Chief Commissioner Amir Ali Ahmed received a delegation of Beijing Municipal Public "
        "Security Bureau headed by Deputy Director Pan Xuhong in Islamabad on Wednesday. Exchange of training"
        " was agreed on.",
        "Beijing - Islamabad: took_place local 2024-09-11 new",
        day="2024-09-12",
    ),
    zh(
        "zh: a visit and a pair that signs after it",
        "9月12日,巴基斯坦旁遮普省看守省长莫赫辛·纳克维率团到访宁夏银川,与自治区主席张雨浦会谈。会谈后,吴忠市与巴哈瓦尔布尔市签订结好协议。",
        "Ningxia - Punjab: took_place local 2023-09-12 new",
        "Wuzhong - Bahawalpur: signed sister_city 2023-09-12|undated new",
        day="2023-09-20",
    ),
    zh(
        "zh: a reception abroad",
        "应驻华使馆邀请,市委外办参加了巴基斯坦独立日招待会。",
        title="青岛市外办参加招待会",
        day="2023-09-20",
    ),
    zh(
        "zh: the province consents, signing to come",
        "山西省人民政府近日批复同意大同市与巴基斯坦塔克西拉市建立友好城市关系,待外交学会批准后正式签约。",
        "Datong - Taxila: proposed sister_city",
        day="2023-09-20",
    ),
    zh(
        "zh: a year after it was made, by video",
        "海南省三亚市与巴基斯坦瓜达尔市缔结友好城市关系一周年之际,两市以视频方式举行庆祝活动。",
        "? Sanya - Gwadar: signed sister_city 2022 old",
        day="2023-09-20",
    ),
    ur(
        "ur: a renewal agreed on",
        "پشاور: کمشنر پشاور ریاض محسود سے ارومچی کے ڈپٹی میئر کی ملاقات، پشاور اور ارومچی کے درمیان جڑواں شہر"
        " معاہدے کی تجدید پر اتفاق۔",
        "Urumqi - Peshawar: took_place local undated new",
        "? Urumqi - Peshawar: proposed sister_city",
        day="2023-09-20",
    ),
    ur(
        "ur: a delegation to come and call",
        "چین کے صوبے یوننان کا آٹھ رکنی وفد 25 ستمبر کو کراچی آئے گا اور گورنر سندھ سے ملاقات کرے گا۔",
        "Yunnan - Sindh|Karachi: planned local 2023-09-25 new",
        day="2023-09-20",
    ),
    ur(
        "ur: approved once, signed in 2018",
        "سندھ کابینہ نے صوبہ ہوبئی کے ساتھ سسٹر صوبہ معاہدے کی منظوری دی تھی جس پر 2018 میں ووہان میں دستخط ہوئے۔",
        "Hubei - Sindh: signed sister_province 2018 old",
        day="2023-09-20",
    ),
    en(
        "en: asked the visitor to send",
        "GUJRANWALA: Commissioner Asadullah Faiz asked the visiting Ganzhou vice mayor to send furniture "
        "designers. The vice mayor promised him an answer within a month.",
        "Ganzhou - Gujranwala: took_place local undated new",
        day="2018-05-16",
    ),
    en(
        "en: sat down for talks",
        "ISLAMABAD: Islamabad's Deputy Mayor Zeeshan Naqvi and the vice mayor of Tianjin, Ms Cao Xiaohong, "
        "visited Lok Virsa and then sat down for talks on municipal services at the MCI secretariat on "
        "Monday.",
        "Tianjin - Islamabad: took_place local 2018-05-14 new",
        day="2018-05-16",
    ),
    en(
        "en: to tour farms here",
        "MUZAFFARGARH: Officials from Chinese city Baoji are to tour cotton farms here from May 20. District "
        "administration will be their host.",
        "Baoji - Muzaffargarh: planned local 2018-05-20 new",
        day="2018-05-16",
    ),
    en(
        "en: came on Sunday and will see",
        "ISLAMABAD: Hunan Governor Xu Dazhe came to Pakistan with a 40-member team on Sunday and will see "
        "Punjab's chief minister on Wednesday.",
        "Hunan - Punjab: planned local 2018-05-16 new",
        "? Hunan - none: took_place local",
        day="2018-05-16",
    ),
    en(
        "en: guest of a government",
        "KUNMING, May 14: Sardar Masood Khan, President of Azad Jammu and Kashmir, was in Kunming as guest of"
        " Yunnan's government and had lunch with Governor Ruan Chengfa.",
        "Yunnan - Azad Kashmir: took_place local * new",
        "? Kunming - Azad Kashmir: took_place local",
        day="2018-05-16",
    ),
    en(
        "en: a bank's team",
        "ISLAMABAD: Finance ministry officials discussed a loan with the visiting team of China Development "
        "Bank, Beijing.",
        day="2018-05-16",
    ),
    en(
        "en: officers on a course",
        "LAHORE: The IG Punjab, Arif Nawaz, has returned from China, where he and six officers attended a "
        "course in Nanjing.",
        "? Nanjing - Punjab: took_place local",
        day="2018-05-16",
    ),
    en(
        "en: its agreement of 2009",
        "KARACHI: The Karachi Metropolitan Corporation will revive its 2009 agreement with Tianjin's "
        "municipal administration, Administrator Saifur Rahman told officials on Monday.",
        "Tianjin - Karachi: signed * 2009 old",
        "? Tianjin - Karachi: proposed sister_city",
        "? Tianjin - Karachi: proposed cooperation",
        day="2022-11-16",
    ),
    en(
        "en: added to the list",
        "ISLAMABAD: Two more pairs, Sargodha-Ganzhou and Okara-Shangrao, have been added to Pakistan's list "
        "of sister cities with China, the Jiangxi foreign office announced on Wednesday.",
        "Ganzhou - Sargodha: signed sister_city undated new",
        "Shangrao - Okara: signed sister_city undated new",
        day="2022-11-16",
    ),
    en(
        "en: a working group by agreement",
        "ISLAMABAD: A joint working group of Punjab and Hubei was launched through an agreement signed on the"
        " sidelines of CIIE in Shanghai on November 5 by P&D Board chairman Abdullah Sumbal and Hubei's Vice "
        "Governor Zhao Haishan.",
        "Hubei - Punjab: signed cooperation 2022-11-05 new",
        "? Hubei - Punjab: took_place local",
        day="2022-11-16",
    ),
    en(
        "en: three sister provinces, one yet to sign",
        "KARACHI: Sindh has three sister provinces in China, the protocol department told the assembly: "
        "Hubei, since 2018, Shandong, since 2020, and Guangxi, with which papers are yet to be signed.",
        "Hubei - Sindh: signed sister_province 2018 old",
        "Shandong - Sindh: signed sister_province 2020 old",
        "? Guangxi - Sindh: proposed sister_province",
        day="2022-11-16",
    ),
    en(
        "en: a deal in trouble",
        "A Faisalabad-Lianyungang sister city deal has run into trouble as the Faisalabad Development "
        "Authority objects to the wording.",
        "? Lianyungang - Faisalabad: proposed sister_city",
        day="2022-11-16",
    ),
    en(
        "en: signed online with",
        "The city of Xuchang signed an online agreement with Nowshera on Tuesday to become friendship cities.",
        "Xuchang - Nowshera: signed sister_city 2022-11-15 new",
        day="2022-11-16",
    ),
    en(
        "en: countries sign for a campus",
        "ISLAMABAD: The foreign minister said China and Pakistan have signed an accord under which a "
        "Pakistani university will open a campus in Gwadar with Shandong's help.",
        day="2022-11-16",
    ),
    en(
        "en: wanted as a sister region",
        "URUMQI: Xinjiang wants Gilgit-Baltistan, its neighbour, as a sister region; a proposal was sent to "
        "Islamabad in June, said the regional foreign office's deputy director.",
        "Xinjiang - Gilgit-Baltistan: proposed sister_province",
        day="2022-11-16",
    ),
    en(
        "en: the signing of a day told whole",
        "A sister-city relationship agreement was signed online between Suqian, Jiangsu and Bahawalnagar, "
        "Punjab on Nov 9, 2022.",
        "Suqian - Bahawalnagar: signed sister_city 2022-11-09 new",
        day="2022-11-16",
    ),
    en(
        "en: a round of talks and a dinner of the chambers",
        "KARACHI: Zheng Xiaosong, vice-governor of Fujian, on a three-day trip to Pakistan, had a round of "
        "talks with Sindh's minister for industries at the New Sindh Secretariat on Tuesday evening; a dinner"
        " was hosted in his honour by the Federation of Chambers.",
        "Fujian - Sindh: took_place local 2016-08-30 new",
        day="2016-09-02",
    ),
    en(
        "en: a prime minister in transit",
        "ISLAMABAD: Prime Minister Nawaz Sharif arrived in Urumqi on a transit stop and was greeted by "
        "Xinjiang's chairman Shohrat Zakir at the airport.",
        "? Xinjiang - none: took_place national",
        "? Urumqi - none: took_place national",
        title="PM in Urumqi",
        day="2016-09-02",
    ),
    en(
        "en: a provincial minister is no national one",
        "LAHORE: Chinese Consul General in Lahore Yu Boren, Ningxia Vice Chairman Wang Heshan and Punjab "
        "Minister for Planning Malik Nadeem Kamran opened the Ningxia trade show at Expo Centre on Friday. "
        "Earlier, Wang called on the minister at his office.",
        "Ningxia - Punjab: took_place local 2016-09-02|undated new",
        "? none - Punjab: took_place envoy",
        day="2016-09-02",
    ),
    en(
        "en: put off, to come now",
        "BAHAWALPUR: Zhongwei's mayor, whose visit to Bahawalpur was cancelled last month owing to rains, "
        "will now come on September 20.",
        "Zhongwei - Bahawalpur: planned local 2016-09-20 new",
        day="2016-09-02",
    ),
    en(
        "en: on the anvil",
        "Sister-city status between Quetta and Zhengzhou and between Gwadar and Kashgar is on the anvil, said"
        " Chief Secretary Saifullah Chattha after meeting a Henan delegation on Thursday.",
        "Zhengzhou - Quetta: proposed sister_city",
        "Kashgar - Gwadar: proposed sister_city",
        "Henan - Balochistan: took_place local 2016-09-01 new",
        day="2016-09-02",
    ),
    en(
        "en: who could not attend",
        "KARACHI: Mayor-elect Waseem Akhtar, in jail, could not attend the reception for the visiting mayor "
        "of Shanghai; Deputy Mayor Arshad Vohra received the guest at KMC building on Thursday.",
        "Shanghai - Karachi: took_place local 2016-09-01 new",
        day="2016-09-02",
    ),
    en(
        "en: reports rejected",
        "GILGIT: The chief minister's spokesman, Faizullah Firaq, rejected reports that GB had signed an "
        "accord with Xinjiang on minerals.",
        title="GB denies accord with Xinjiang",
        day="2016-09-02",
    ),
    en(
        "en: what joined a list in 2014",
        "CHENGDU, Aug. 31 (Xinhua) -- Sichuan Province has established 58 pairs of sister provinces and "
        "cities; Punjab, which joined hands with it in 2014, is among the newest.",
        "Sichuan - Punjab: signed sister_province 2014 old",
        day="2016-09-02",
    ),
    en(
        "en: will be guests of a council",
        "RAWALPINDI: Mayors from Lanzhou and Tianshui, who are in Pakistan on a study tour, will be guests of"
        " the Rawalpindi district council on Monday.",
        "Gansu - Rawalpindi: planned local",
        "? Lanzhou - Rawalpindi: planned local 2016-09-05",
        "? Tianshui - Rawalpindi: planned local 2016-09-05",
        day="2016-09-02",
    ),
    en(
        "en: a briefing to visitors",
        "KASUR: District Coordination Officer Syeda Rubina Haider on Wednesday gave a briefing to visiting "
        "officers from Tianjin on tannery waste.",
        "Tianjin - Kasur: took_place local 2016-08-31 new",
        day="2016-09-02",
    ),
    en(
        "en: a proposal dispatched",
        "SUKKUR: Sukkur Mayor Arslan Shaikh dispatched to Yichang's mayor a proposal for friendship ties, his"
        " office said.",
        "Yichang - Sukkur: proposed sister_city",
        day="2016-09-02",
    ),
    en(
        "en: two letters of intent, whose each is told next",
        "Muhammad Rameez 3 minutes ago Fri 22nd July 2022 | 04:10 PM\n"
        "\n"
        "BEIJING, (UrduPoint / Pakistan Point News - 22nd Jul, 2022) Two letters of intent that prepare "
        "sister-province and sister-city bonds were inked at a Hunan-Punjab cooperation conference, half of "
        "it on screens, half in a Changsha hotel.\n"
        "\n"
        "One is for Hunan and Punjab; the other for Changsha and Multan. Ambassador Moin ul Haque put his "
        "name to both on the Pakistani side. Hunan's vice governor He Baoxiang was there in person, the "
        "Punjab minister by video link.\n"
        "\n"
        "The ambassador hailed the provinces' farm research. A Changsha-Multan seed centre was opened by push"
        " of a button.",
        "Hunan - Punjab: letter_of_intent sister_province",
        "Changsha - Multan: letter_of_intent sister_city",
        "? Hunan - none: took_place envoy",
        title="Hunan, Punjab sign letters of intent",
        day="2022-07-22",
    ),
    en(
        "en: joint committees wished for",
        "GILGIT - Chief Minister Khalid Khurshid said on Thursday that his government would set up joint "
        "border committees with Xinjiang. Speaking to the new Chinese ambassador, who came to see him, he "
        "asked for more scholarships. He reminded his guest that Gilgit and Kashgar had been twinned in 2009.",
        "none - Gilgit-Baltistan: took_place envoy 2022-07-21 new",
        "Kashgar - Gilgit: signed sister_city 2009 old",
        "? Xinjiang - Gilgit-Baltistan: proposed cooperation",
        title="GB for joint committees with Xinjiang",
        day="2022-07-22",
    ),
    en(
        "en: an ambassador's stay and two hosts",
        "Pakistan Observer\n"
        "\n"
        "The Ambassador of Pakistan to China, Moin ul Haque, has wound up a three-day stay in Shaanxi. In "
        "Xi'an he was received by Zhao Yide, the Governor. He visited Northwest A&F University at Yangling, "
        "and addressed traders. The two sides went over a revival of the Xi'an-Lahore sister city link, made "
        "in 1992. In Baoji, the mayor was his host at a dinner.",
        "Shaanxi - none: took_place envoy undated new",
        "Xi'an - Lahore: signed sister_city 1992 old",
        "Baoji - none: took_place envoy undated new",
        "? Xi'an - Lahore: proposed sister_city",
        day="2022-07-22",
    ),
    en(
        "en: called on after the commander",
        "Home » Latest News\n"
        "Pakistan Today\n"
        "\n"
        "QUETTA: Commander of the Southern Command met the Chinese ambassador and discussed Gwadar. The "
        "ambassador later called on Chief Minister Jam Kamal. He announced solar kits from the Chinese people"
        " for Gwadar's homes.",
        "none - Balochistan: took_place envoy undated new",
        title="Ambassador meets commander",
        day="2020-02-10",
    ),
    en(
        "en: partners of a capital, one dated",
        "ISLAMABAD: The two mayors have never met. But Islamabad and Ankara, Islamabad and Beijing, Islamabad"
        " and Amman are all sister cities, the CDA told the Senate committee, adding that the Beijing link "
        "was formalised on 8 October 1992.",
        "Beijing - Islamabad: signed sister_city 1992-10-08 old",
        day="2022-07-22",
    ),
    en(
        "en: two pacts about to be signed",
        "KARACHI (PPI) A sister city pact is about to be signed by Karachi with Urumchi and one by Quetta "
        "with Lanzou, the Balochistan-Sindh trade council's chairman told newsmen.",
        "Urumqi - Karachi: proposed sister_city",
        "Lanzhou - Quetta: proposed sister_city",
        day="2022-07-22",
    ),
    en(
        "en: a sister province in another",
        "WUHAN - Hubei, whose capital is Wuhan, will have a sister province in Khyber Pakhtunkhwa: both "
        "governments have exchanged drafts, Pakistan's ambassador said after he met Governor Wang Zhonglin on"
        " Thursday.",
        "Hubei - Khyber Pakhtunkhwa: proposed sister_province",
        "Hubei - none: took_place envoy 2022-07-21 new",
        day="2022-07-22",
    ),
    en(
        "en: parliaments",
        "ISLAMABAD: The National Assembly's speaker, Asad Qaiser, thanked Li Zhanshu for the NPC's support. "
        "Delegations from parliaments are to be exchanged between Punjab and Shandong assemblies too.",
        day="2022-07-22",
    ),
    en(
        "en: one or the other",
        "SIALKOT – Sialkot may get Yangzhou or Yiwu for a twin, the two Chinese cities whose delegations came"
        " this spring, Mayor Tauheed Akhtar disclosed.",
        "Yangzhou - Sialkot: proposed sister_city",
        "Yiwu - Sialkot: proposed sister_city",
        day="2018-06-06",
    ),
    en(
        "en: the same for another pair",
        "LAHORE - The caretaker government of Punjab approved on Tuesday that Lahore be a sister city of "
        "Hangzhou. The meeting, with Chief Minister Mohsin Naqvi in the chair, also okayed the same for "
        "Sialkot and Wenzhou. Signing will take place during the chief minister's tour.\n"
        "\n"
        "Wheat prices were taken up too.",
        "Hangzhou - Lahore: proposed sister_city",
        "Wenzhou - Sialkot: proposed sister_city",
        title="Cabinet okays wheat price",
        day="2023-06-14",
    ),
    en(
        "en: a pact to be inked when he comes",
        "BEIJING, June 13 — Shaanxi and Punjab have been in talks on a sister-province pact for two years, "
        "the Pakistani embassy's Agha Hunain Khan said. It is to be inked when the chief minister comes here.",
        "Shaanxi - Punjab: proposed sister_province",
        day="2023-06-14",
    ),
    en(
        "en: an envoy's wife",
        "PESHAWAR: The Chinese ambassador's wife opened a school in Swabi. The provincial education minister "
        "and the district's deputy commissioner were there.",
        day="2023-06-14",
    ),
    en(
        "en: an ambassador's two days",
        "BEIJING: The Ambassador spent Monday and Tuesday in Tianjin and met Mayor Zhang Gong. He told the "
        "mayor that Karachi awaited the return of the delegation of the city. He also looked over a car "
        "plant.",
        "Tianjin - none: took_place envoy 2023-06-12|2023-06-13 new",
        title="Ambassador Moin ul Haque visits Tianjin",
        day="2023-06-14",
    ),
    en(
        "en: the accord that was cleared in April",
        "LAHORE: The Sahiwal division's commissioner, Shoaib Iqbal, has signed for his city, and Zhongwei's "
        "Vice Mayor Hao Ruiqin for hers, the sister-city accord that the Punjab cabinet had cleared in April.",
        "Zhongwei - Sahiwal: signed sister_city undated new",
        day="2023-06-14",
    ),
    en(
        "en: told on a day, leaves today",
        "QUETTA: Balochistan's minister for fisheries told Hainan's deputy director of agriculture, Li Wei, "
        "on Monday that his department would send boat builders to Sanya. Mr Li, who is in Quetta with six "
        "colleagues, leaves today.",
        "Hainan - Balochistan: took_place local 2023-06-12 new",
        day="2023-06-14",
    ),
    en(
        "en: a resolution of a district council",
        "KARACHI: A resolution by PPP's Karam Ullah Waqasi, calling for Thatta to be twinned with Quanzhou, "
        "the home port of Zheng He's sailors, was adopted by the district council on Monday.",
        "Quanzhou - Thatta: proposed sister_city",
        day="2023-06-14",
    ),
    en(
        "en: a deal that turned two into sisters",
        "A deal that turned Larkana and the Chinese city Zhumadian into sister cities was signed today.",
        "Zhumadian - Larkana: signed sister_city 2018-05-18 new",
        day="2018-05-18",
    ),
    en(
        "en: officials of a territory set out from its capital",
        "Fish and boats are what officials of Azad Kashmir want to study in Dali, a prefecture of Yunnan, for"
        " which a six-member government team set out from Muzaffarabad on Monday.",
        "Dali - Azad Kashmir: took_place|planned local 2018-05-14 new",
        day="2018-05-18",
    ),
    en(
        "en: towns of two provinces, which goes with which",
        "Sindh and China's Hubei have twinned four of their towns in two papers. Thatta goes with Yichang and"
        " Badin with Jingmen.",
        "Yichang - Thatta: signed sister_city undated new",
        "Jingmen - Badin: signed sister_city undated new",
        day="2018-05-18",
    ),
    en(
        "en: taken as a sister in the late nineties",
        "NANJING: Nanjing, which Lahore took as its sister city in the late 1990s, will show them its walls.",
        "Nanjing - Lahore: signed sister_city undated old",
        day="2018-05-18",
    ),
    en(
        "en: it is to become the next",
        "Multan, in the south of Punjab, is a city of mangoes. It is to become Kunming's next sister city in "
        "the region, following Kolkata, India, with which the tie dates from 2013.",
        "Kunming - Multan: proposed sister_city",
        day="2018-05-18",
    ),
    en(
        "en: why it is wished for",
        "The minister asked that Lahore and Hangzhou be made sister cities, because gardens and silk have "
        "made both famous.",
        "Hangzhou - Lahore: proposed sister_city",
        day="2018-05-18",
    ),
    en(
        "en: written on Twitter on a day",
        "A sister city agreement between Sialkot and Ningbo has been signed, wrote the prime minister's aide "
        "Usman Dar on Twitter on Monday.",
        "Ningbo - Sialkot: signed sister_city undated new",
        day="2018-05-18",
    ),
    en(
        "en: so that two provinces may work together",
        "LAHORE: Punjab's industries minister went to Yinchuan on a trade mission so that Punjab and Ningxia "
        "may work together.",
        "Yinchuan - Punjab: took_place local undated new",
        day="2018-05-18",
    ),
    en(
        "en: gave us a dinner",
        "BEIJING: A delegation of six editors from Balochistan is back from China. Guangxi took most of their "
        'time. "Officials of the provincial government gave us a dinner," one of them said in an interview.',
        "Guangxi - Balochistan: took_place local undated new",
        day="2018-05-18",
    ),
    ur(
        "ur: who he is and what he heads",
        "گورنر ژاؤ گانگ نے، جو شانسی کے سربراہ ہیں، کہا کہ شاہراہ ریشم نے خیبرپختونخوا کو جوڑ دیا۔",
        day="2018-05-18",
    ),
    en(
        "en: the town has found a sister",
        "ISLAMABAD: For Bannu it is a first. The town in Khyber Pakhtunkhwa has found a sister in Hanzhong, "
        "Shaanxi, whose vice mayor came over for the signing on Monday. Deputy Commissioner Zubair Khan Niazi"
        " held the other pen.",
        "Hanzhong - Bannu: signed sister_city 2021-10-18 new",
        "? Hanzhong - Bannu: took_place local",
        title="Bannu finds a sister",
        day="2021-10-20",
    ),
    en(
        "en: from today the partner city",
        "RAWALPINDI (Online): Under a memorandum put through by the two embassies, Rawalpindi is from today "
        "the partner city of Xining, Qinghai.",
        "Xining - Rawalpindi: signed sister_city 2021-10-20 new",
        day="2021-10-20",
    ),
    en(
        "en: a taste of a province",
        "Xinhua | Updated: 2021-10-18 09:12\n"
        "\n"
        "CHANGSHA -- The Pakistani ambassador to China got a taste of Hunan on Saturday: spicy fish, rice "
        "terraces and a session with Governor Mao Weiming.",
        "Hunan - none: took_place envoy 2021-10-16 new",
        day="2021-10-18",
    ),
    en(
        "en: called at an office",
        "GUJRAT — Gujrat's fans may soon whirl in Foshan. The Guangdong city's commerce bureau sent four "
        "people to Gujrat this week; they called at the deputy commissioner's office on Tuesday and saw six "
        "factories.",
        "Foshan - Gujrat: took_place local 2021-10-19 new",
        day="2021-10-20",
    ),
    en(
        "en: received instead",
        "SKARDU: Nobody told the mayor of Ya'an that Skardu has no mayor. The deputy commissioner, Karim Dad "
        "Chughtai, received him instead on Sunday and showed him K2 museum.",
        "Ya'an - Skardu: took_place local 2021-10-17 new",
        day="2021-10-20",
    ),
    en(
        "en: the youngest pairs",
        "ISLAMABAD: Pakistan's cities now have 19 sisters in China. The two youngest pairs are those of "
        "Sialkot and Ganzhou and of Attock and Jingdezhen, both of this month.",
        "Ganzhou - Sialkot: signed sister_city 2021-10 new",
        "Jingdezhen - Attock: signed sister_city 2021-10 new",
        day="2021-10-20",
    ),
    en(
        "en: who invites does not travel",
        "ISLAMABAD: Lawmakers of Balochistan, twelve of them, leave for Urumqi on October 25 on the "
        "invitation of Xinjiang's standing committee. They will be there five days.",
        "Xinjiang|Urumqi - Balochistan: planned local 2021-10-25 new",
        day="2021-10-20",
    ),
    en(
        "en: two hosts, a day each",
        "KARACHI: Chongqing's trade chief, Zhang Zhikui, had talks with Sindh's Industries Minister "
        "Ikramullah Dharejo on Thursday, and with Karachi's administrator, Murtaza Wahab, on Friday.",
        "Chongqing - Sindh: took_place local 2021-10-14 new",
        "Chongqing - Karachi: took_place local 2021-10-15 new",
        day="2021-10-20",
    ),
    en(
        "en: a chief minister at home and a mayor, a day each",
        "KARACHI: Chongqing's trade chief, Zhang Zhikui, sat with Chief Minister Murad Ali Shah on Thursday, and with "
        "Karachi's administrator, Murtaza Wahab, on Friday.",
        "Chongqing - Sindh: took_place local 2021-10-14 new",
        "Chongqing - Karachi: took_place local 2021-10-15 new",
        day="2021-10-20",
    ),
    en(
        "en: a tweet on a day",
        "ISLAMABAD, Nov 11 (APP): Adviser to the KP chief minister on local bodies, Kamran Bangash, in a "
        "tweet on Wednesday broke the news that Peshawar has been made the sister city of China's Lanzhou. "
        "Papers were signed over video, he wrote.",
        "Lanzhou - Peshawar: signed sister_city undated new",
        title="Peshawar, Lanzhou sister cities now, tweets Bangash",
        day="2020-11-12",
    ),
    en(
        "en: a draft promised to come",
        "QUETTA (INP) - Chief Secretary Fazeel Asghar was of the view that a sister province agreement "
        "between Balochistan and Shandong would bring fisheries know-how. He was meeting a Shandong "
        "delegation. The delegation's head, Zhang Xinwen, promised that the draft would be ready by spring.",
        "Shandong - Balochistan: took_place local undated new",
        "Shandong - Balochistan: proposed sister_province",
        day="2020-11-12",
    ),
    en(
        "en: a pact of 2009 to be put to use",
        "PESHAWAR – Speaker of the KP Assembly Mushtaq Ghani has urged that the sister province agreement "
        "with Xinjiang, which dates from 2009, be put to use. The Chinese ambassador, whom he received in his"
        " chamber on Monday, agreed with him.",
        "Xinjiang - Khyber Pakhtunkhwa: signed sister_province 2009 old",
        "none - Khyber Pakhtunkhwa: took_place envoy 2020-11-09 new",
        day="2020-11-12",
    ),
    en(
        "en: an agreement reached with",
        "SIALKOT: An agreement was reached with Fuyang, Anhui, on Wednesday for a sister relationship with "
        "Sialkot, the municipal corporation announced.",
        "Fuyang - Sialkot: signed sister_city 2020-11-11 new",
        day="2020-11-12",
    ),
    en(
        "en: a force and its guests agree",
        "ISLAMABAD: IG Islamabad Aamir Zulfiqar Khan and a delegation of the Beijing police headed by its "
        "deputy chief, Tao Jing, agreed in a meeting at the Central Police Office on Tuesday to share "
        "training.",
        "Beijing - Islamabad: took_place local 2020-11-10 new",
        day="2020-11-12",
    ),
    en(
        "en: a commissioner of a doubtful name",
        "RAWALAKOT: The Poonch commissioner, Masoodur Rehman, told a group of visitors from Yan'an's local "
        "government on Thursday that Poonch would twin with their city if Islamabad allows.",
        "Yan'an - Poonch: took_place local 2020-11-12 new",
        "Yan'an - Poonch: proposed sister_city",
        day="2020-11-12",
    ),
    en(
        "en: a governor and the other's",
        "URUMQI, Nov 10: Xinjiang's governor and Gilgit-Baltistan's, Raja Jalal Maqpoon, met here on Tuesday "
        "and agreed on a joint committee for trade through Khunjerab, to sit twice a year.",
        "Xinjiang - Gilgit-Baltistan: took_place local 2020-11-10 new",
        "? Xinjiang - Gilgit-Baltistan: signed cooperation",
        "? Xinjiang - Gilgit-Baltistan: proposed cooperation",
        day="2020-11-12",
    ),
    en(
        "en: a parliament's delegation",
        "ISLAMABAD: A Pakistani parliamentary delegation led by Senate chairman Sadiq Sanjrani met the "
        "Guangdong governor in Guangzhou.",
        "? Guangdong - none: took_place national",
        day="2020-11-12",
    ),
    en(
        "en: a pact in a report on the month",
        "The sister-city tie of Faisalabad with Qingdao, signed online on October 15, was the first such "
        "paper for the Punjab city, the commissioner's office said in a report on the month.",
        "Qingdao - Faisalabad: signed sister_city 2020-10-15 new",
        day="2020-11-12",
    ),
    en(
        "en: a port's team",
        "KARACHI: A team from Dalian port called on KPT chairman Nadir Mumtaz and discussed dredging.",
        day="2020-11-12",
    ),
    en(
        "en: an offer to be examined",
        "LAHORE: Punjab's Maryam Nawaz government has asked the foreign ministry to examine a sister-province"
        " offer that came from Hebei in January. If all goes well, officials said on Thursday, the chief "
        "minister may sign in May.",
        "Hebei - Punjab: proposed sister_province",
        title="Hebei offers sister-province tie",
        day="2024-03-15",
    ),
    en(
        "en: in that order",
        "KARACHI — Sukkur, Larkana and Nawabshah are to have Chinese sisters as well, namely Zhuzhou, Huaihua"
        " and Loudi in that order, Local Government Minister Saeed Ghani told the Sindh Assembly on Friday.",
        "Zhuzhou - Sukkur: proposed sister_city",
        "Huaihua - Larkana: proposed sister_city",
        "Loudi - Nawabshah: proposed sister_city",
        day="2024-03-15",
    ),
    en(
        "en: a club joined",
        "LODHRAN: Lodhran has joined the club of Pakistani towns with a Chinese twin. Hezhou in Guangxi, a "
        "city of 2 million, is the partner. The deed was done at Hezhou on March 10.",
        "Hezhou - Lodhran: signed sister_city 2024-03-10|undated new",
        title="Lodhran twinned with Hezhou",
        day="2024-03-15",
    ),
    en(
        "en: to sign this year",
        "BEIJING (Gwadar Pro) - The governments of Hainan and Balochistan plan to sign an MoU on marine "
        "fisheries this year, an official at the Hainan oceanic department said.",
        "Hainan - Balochistan: proposed cooperation",
        day="2024-03-15",
    ),
    en(
        "en: authorised to sign with",
        "CHINIOT: The district council has passed by voice vote a resolution that authorises its chairman to "
        "sign with Dongyang, the woodcarving city of Zhejiang, an agreement of friendship.",
        "Dongyang - Chiniot: proposed *",
        day="2024-03-15",
    ),
    en(
        "en: formalised relations",
        "NANNING: Guangxi and Sindh have formalised their sister-province relations. Vice Chairman Miao "
        "Qingwang for Guangxi and Chief Secretary Asif Hyder Shah for Sindh affixed their signatures in the "
        "presence of Consul General Sardar Muhammad.",
        "Guangxi - Sindh: signed sister_province undated new",
        "? Guangxi - Sindh: took_place local",
        day="2024-03-15",
    ),
    en(
        "en: it is official",
        "LAHORE: It's official: Zibo in Shandong is the new sister of Gujranwala. Both make ceramics. Their "
        'mayors clicked "agree" on Monday in a virtual ceremony.',
        "Zibo - Gujranwala: signed sister_city 2024-03-11|undated new",
        day="2024-03-15",
    ),
    en(
        "en: administrators deny",
        "HARIPUR: The Hattar zone's administrators deny having signed with Zhongshan. 'It was a courtesy "
        "call,' said one. The Zhongshan vice mayor had seen Deputy Commissioner Shozab Abbas on Tuesday.",
        "Zhongshan - Haripur: took_place local 2024-03-12 new",
        day="2024-03-15",
    ),
    en(
        "en: inked, and a visit to come",
        "KARACHI: Mayor Wasim Akhtar, briefing the media on his return, said that a letter of intent for a "
        "friendship-city relationship between Karachi and Tianjin was inked during the trip and a full accord"
        " would follow when Tianjin's mayor comes in December.",
        "Tianjin - Karachi: letter_of_intent sister_city undated new",
        "? Tianjin - Karachi: planned local",
        "? Tianjin - Karachi: took_place local",
        "? Tianjin - Karachi: proposed sister_city",
        title="Karachi mayor back from China",
        day="2018-09-20",
    ),
    en(
        "en: guests from a friendly city",
        "LAHORE - A three-member delegation from the friendly city of Qingdao, led by Secretary General Wang "
        "Luming, met Faisalabad Mayor Muhammad Razzaq on Thursday in connection with the twinning of the two "
        "cities, an agreement for which is expected by the year-end.",
        "Qingdao - Faisalabad: took_place local 2018-09-20 new",
        "Qingdao - Faisalabad: proposed sister_city",
        day="2018-09-20",
    ),
    en(
        "en: respectively, after a nod",
        "PESHAWAR: In a bid to boost tourism the provincial government of Khyber Pakhtunkhwa has decided to "
        "forge sister relations for Abbottabad, Swat and Chitral with Guilin, Lijiang and Kashgar, "
        "respectively. Senior Minister Atif Khan gave his nod at a meeting on Wednesday.",
        "Guilin - Abbottabad: proposed sister_city",
        "Lijiang - Swat: proposed sister_city",
        "Kashgar - Chitral: proposed sister_city",
        day="2018-09-20",
    ),
    en(
        "en: it was given a dinner",
        "GWADAR: Deputy Commissioner Gwadar Captain (r) Waseem led a delegation which attended the twelfth "
        "Kashgar trade fair, the district administration said on Wednesday. It was given a dinner by the "
        "Kashgar government on September 15.",
        "Kashgar - Gwadar: took_place local 2018-09-15 new",
        day="2018-09-20",
    ),
    en(
        "en: became cities at a meeting",
        "The Chinese city of Deyang and Pakistan's Taxila, both homes of heavy industry, formally became "
        "friendship cities at a meeting of their mayors in Deyang last Friday.",
        "Deyang - Taxila: signed sister_city 2018-09-14 new",
        "? Deyang - Taxila: took_place local",
        day="2018-09-20",
    ),
    en(
        "en: universities",
        "ABBOTTABAD: Ayub Medical College and Kunming Medical University sign MoU. District nazim Sardar "
        "Saeed Anwar graced the ceremony.",
        day="2018-09-20",
    ),
    en(
        "en: offices asked for",
        "BEIJING: Two provinces of China, Gansu and Shaanxi, have asked to open liaison offices in Peshawar "
        "and Lahore, the commerce adviser told a Senate panel.",
        day="2018-09-20",
    ),
    en(
        "en: engineers are shown a bridge",
        "SUKKUR: The historic Lansdowne bridge may have a Chinese sibling: engineers of Wuhan's bridge bureau"
        " who were shown it by Mayor Arsalan Shaikh on Sunday spoke of building its like upstream.",
        "? Wuhan - Sukkur: took_place local 2018-09-16 new",
        day="2018-09-20",
    ),
    en(
        "en: a memorandum to be signed soon",
        "LAHORE: Punjab police chief Muhammad Tahir welcomed a delegation of Jiangsu's public security "
        "department headed by Deputy Director General Chen Yuguo at the Central Police Office. MoU on "
        "training of officers would be signed soon, they agreed.",
        "Jiangsu - Punjab: took_place local undated new",
        "Jiangsu - Punjab: proposed cooperation",
        day="2018-09-20",
    ),
    en(
        "en: to an expo on a government's invitation",
        "KARACHI: Sindh Governor Imran Ismail is leaving for Nanning tomorrow to attend an expo at the invitation of "
        "the Guangxi government.",
        "Guangxi - Sindh: planned local 2018-09-21 new",
        day="2018-09-20",
    ),
    en(
        "en: a press note released on a day",
        "Yancheng and Sukkur have concluded an agreement on drainage, according to a press note the local "
        "government department released on Monday.",
        "Yancheng - Sukkur: signed cooperation undated new",
        day="2018-05-18",
    ),
    en(
        "en: his office gave out on a day",
        "His office gave out on Wednesday that in Guangzhou the vice governor of Guangdong had the "
        "Balochistan chief minister's party to dinner.",
        "Guangdong - Balochistan: took_place local undated new",
        day="2018-05-18",
    ),
    en(
        "en: the salt and lantern town of a province",
        "Zigong, the salt and lantern town of Sichuan, and Jhelum have become twins under an accord inked by "
        "the ambassador.",
        "Zigong - Jhelum: signed sister_city undated new",
        day="2018-05-18",
    ),
    en(
        "en: another pair to follow",
        "It was agreed between them that Khyber Pakhtunkhwa and Jiangxi should enter into a sister province "
        "relationship, with Peshawar and Nanchang to follow as a pair of twin cities.",
        "Jiangxi - Khyber Pakhtunkhwa: proposed sister_province",
        "Nanchang - Peshawar: proposed sister_city",
        day="2018-05-18",
    ),
    en(
        "en: linked under letters that were signed",
        "Khyber Pakhtunkhwa, Lahore and Gwadar are to be linked with Chongqing as sister province and cities "
        "under letters of intent which the mayor and Pakistan's ambassador, Moin ul Haque, have signed.",
        "Chongqing - Khyber Pakhtunkhwa: letter_of_intent sister_province",
        "Chongqing - Lahore: letter_of_intent sister_city",
        "Chongqing - Gwadar: letter_of_intent sister_city",
        day="2018-05-18",
    ),
    en(
        "en: and that of a misspelt one",
        "Mardan has become the sister city of Tianshui in China's Gansu, and Kohat that of Jiayugwan.",
        "Tianshui - Mardan: signed sister_city undated new",
        "Jiayuguan - Kohat: signed sister_city undated new",
        day="2018-05-18",
    ),
    en(
        "en: it is going to be the fifth",
        "Karachi, on the Arabian Sea, is a port. It is going to be the fifth sister city of Xiamen in Asia; "
        "Cebu in the Philippines was the earliest.",
        "Xiamen - Karachi: proposed sister_city",
        day="2018-05-18",
    ),
    en(
        "en: in October likewise",
        "BEIJING: A memorandum making Suzhou of Jiangsu and Faisalabad friendly exchange cities has been "
        "concluded.\n"
        "\n"
        "In October, Hebei and Sindh had likewise become sister provinces.",
        "Suzhou - Faisalabad: signed sister_city undated new",
        "Hebei - Sindh: signed sister_province 2018-10 old",
        day="2018-12-09",
    ),
    en(
        "en: a board of investment is host",
        "KP-BOIT was glad to host a delegation of Liaoning's commerce department, seven persons in all.",
        "Liaoning - Khyber Pakhtunkhwa: took_place local undated new",
        day="2018-05-18",
    ),
    en(
        "en: a label with the day of pairing",
        "Country: Pakistan\n"
        "Date of pairing: November 23, 2017\n"
        "\n"
        "Sialkot is a city in the north of Punjab. Contacts with Liuzhou began in 2011.",
        "Liuzhou - Sialkot: signed sister_city 2017-11-23",
        title="Sister cities in Asia: Sialkot",
        day="2017-12-04",
    ),
    en(
        "en: the tie, made in 2010",
        "PESHAWAR — Provincial minister Shahram Tarakai told this agency that Peshawar's sister-city file "
        "with Urumqi would be reopened. The tie, he said, was made in 2010 and forgotten. Mayor-level visits "
        "are to start in March.",
        "Urumqi - Peshawar: signed sister_city 2010 old",
        "? Urumqi - Peshawar: proposed sister_city",
        "? Urumqi - Peshawar: planned local",
        day="2019-11-14",
    ),
    en(
        "en: a chairman and his delegation call",
        "ISLAMABAD, Nov 13 (APP): Chairman of the Gansu Provincial Committee of CPPCC, Ouyang Jian, along "
        "with a delegation, called on Speaker Punjab Assembly Chaudhry Pervaiz Elahi here Wednesday.",
        "Gansu - Punjab: took_place local 2019-11-13 new",
        day="2019-11-14",
    ),
    en(
        "en: a meeting that could not take place",
        "KARACHI: Karachi administrator's meeting with the visiting executive vice governor of Shandong, Wang"
        " Shujian, which was to be held on Wednesday, could not take place because of the strike.",
        day="2019-11-14",
    ),
    en(
        "en: a conference of sister cities",
        "SIALKOT: A delegation of the city district government of Sialkot headed by Mayor Chaudhry Tauheed "
        "will visit Kunming on November 20 for the mayors' conference of South Asia's sister cities.",
        "Kunming - Sialkot: planned local 2019-11-20 new",
        day="2019-11-14",
    ),
    en(
        "en: a service's paper",
        "LAHORE: A cooperation agreement between Lahore and Nanjing's emergency services was signed on Monday"
        " by Rescue 1122's Director General Dr Rizwan Naseer and the Nanjing fire brigade's head.",
        "Nanjing - Lahore: signed cooperation 2019-11-11 new",
        "? Nanjing - Punjab: * *",
        day="2019-11-14",
    ),
    en(
        "en: a mayor and another's deputy",
        "FAISALABAD: The Faisalabad Chamber honoured the deputy mayor of Weifang, Ma Qingming, with a shield."
        " He had met Mayor Razzaq Malik at City Hall before coming to the chamber.",
        "Weifang - Faisalabad: took_place local undated new",
        day="2019-11-14",
    ),
    en(
        "en: on the table when he visited",
        "BEIJING: Sister relations between Sichuan and Sindh were on the table when Sindh's planning board "
        "chairman, Muhammad Waseem, visited the foreign affairs office of Sichuan in Chengdu on Tuesday.",
        "Sichuan - Sindh: took_place local 2019-11-12 new",
        "Sichuan - Sindh: proposed sister_province",
        day="2019-11-14",
    ),
    en(
        "en: the oldest and the youngest pair",
        "ISLAMABAD: The Senate Committee on Foreign Affairs was told that sister-city agreements of Pakistani"
        " cities number 31, of which 13 are with China. The oldest is Karachi-Shanghai, 1984, the youngest "
        "Gwadar-Puyang, 2018.",
        "Shanghai - Karachi: signed sister_city 1984 old",
        "Puyang - Gwadar: signed sister_city 2018 old",
        day="2019-11-14",
    ),
    en(
        "en: host to another city's vice mayor",
        "SHANGHAI: Karachi's mayor, Wasim Akhtar, who is here for the import expo, was host to Shanghai's "
        "vice mayor Xu Kunlin at the Pakistan pavilion.",
        "Shanghai - Karachi: took_place local undated new",
        day="2019-11-14",
    ),
    en(
        "en: an accord with a department",
        "MUZAFFARABAD: Yunnan province will build a rescue centre in Azad Kashmir. AJK's disaster chief Saeed"
        " Qureshi signed an accord with Yunnan's emergency department in Kunming on Monday, officials said.",
        "Yunnan - Azad Kashmir: signed cooperation 2019-11-11 new",
        "? Yunnan - Azad Kashmir: took_place local",
        day="2019-11-14",
    ),
    en(
        "en: a board's own page",
        "PBIT welcomes Jilin\n"
        "March 20, 2019\n"
        "Punjab Board of Investment and Trade received a nine-member team of the Department of Commerce of "
        "Jilin Province. CEO Jahanzeb Burana acquainted the guests with Punjab's zones. The head of the team,"
        " Mr. Sun Zhigang, hoped for a return visit.",
        "Jilin - Punjab: took_place local undated|2019-03 new",
        title="PBIT welcomes Jilin",
        day="2019-03-21",
    ),
    en(
        "en: concluded on the sidelines",
        "CPECInfo – A friendship accord between Zhenjiang and Hub was concluded on the sidelines of an "
        "industrial expo. Zhenjiang is a river port in Jiangsu; Hub is an industrial city in Balochistan.",
        "Zhenjiang - Hub: signed sister_city|cooperation undated new",
        day="2019-03-21",
    ),
    en(
        "en: leaves today",
        "Waqt News: KP chief minister Mahmood Khan leaves for Lanzhou today. The Gansu governor will receive him.",
        "Gansu|Lanzhou - Khyber Pakhtunkhwa: planned|took_place local 2019-03-21 new",
        day="2019-03-21",
    ),
    en(
        "en: on the sidelines of a forum",
        "Governor Sindh Imran Ismail, who is in Beijing for the forum, met the Party chief of Hainan, Liu "
        "Cigui, on its sidelines and asked for cooperation in tourism.",
        "Hainan - Sindh: took_place local undated new",
        day="2019-03-21",
    ),
    en(
        "en: a force receives another's officers",
        "Gilgit-Baltistan Police's DIG Waqas Ahmed received officers of Kashgar's traffic police at the "
        "central police office Gilgit on March 19. Driving permits were discussed.",
        "Kashgar - Gilgit-Baltistan: took_place local 2019-03-19 new",
        day="2019-03-21",
    ),
    en(
        "en: would help under a memorandum",
        "LAHORE (92 News) - China's Guizhou would help Punjab in poverty reduction under a memorandum that "
        "the two inked at the Chief Minister's Office on Wednesday. Usman Buzdar and Guizhou's vice governor "
        "Lu Yongzheng attended the ceremony.",
        "Guizhou - Punjab: signed cooperation 2019-03-20 new",
        "? Guizhou - Punjab: took_place local",
        day="2019-03-21",
    ),
    en(
        "en: a file that lies",
        "PESHAWAR: A file on declaring Dera Ismail Khan and Hami sister cities has been lying with the local "
        "government department since August, the district nazim complained.",
        "Hami - Dera Ismail Khan: proposed sister_city",
        day="2019-03-21",
    ),
    en(
        "en: on the fringe of a fair",
        "english.gov.cn | China Daily\n"
        "YINCHUAN -- Pakistan's ambassador Masood Khalid hailed halal food ties in a talk with Shi Taifeng, "
        "Party secretary of Ningxia, on the fringe of a fair in Yinchuan on Sunday.",
        "Ningxia - none: took_place envoy 2019-03-17 new",
        day="2019-03-21",
    ),
    en(
        "en: a library's corner",
        "KARACHI: Consul General Wang Yu and Deputy Mayor Arshad Hassan on Wednesday inaugurated a Chinese "
        "corner at Frere Hall library, a present from the Shanghai Library.",
        "? none - Karachi: took_place envoy",
        day="2019-03-21",
    ),
    en(
        "en: seen by the vice mayor",
        "HAIKOU: A five-strong squad of the Capital Development Authority, Islamabad, is being trained by "
        "Haikou's parks bureau for a fortnight. Vice Mayor Bao Hongwen saw them on Monday.",
        "Haikou - Islamabad: took_place local 2019-03-18 new",
        day="2019-03-21",
    ),
    en(
        "en: two years after a letter of intent",
        "QUETTA: Two years after Quetta and Zhengzhou signed a letter of intent, a Zhengzhou team is due on March 28 "
        "to settle the text of the sister-city agreement with Mayor Dr Kaleemullah.",
        "Zhengzhou - Quetta: planned local 2019-03-28 new",
        "? Zhengzhou - Quetta: proposed sister_city",
        day="2019-03-21",
    ),
    en(
        "en: two texts at the same hour",
        "ISLAMABAD: Shandong's capital Jinan and Rawalpindi are now formally sisters; the agreement's Urdu "
        "and Chinese texts were signed on February 13 in Rawalpindi by Commissioner Saqib Manan and in Jinan,"
        " at the same hour, by Mayor Yu Haitian.",
        "Jinan - Rawalpindi: signed sister_city 2023-02-13 new",
        title="Rawalpindi, Jinan become sister cities",
        day="2023-02-16",
    ),
    en(
        "en: the letter of a month and year",
        "BEIJING: Henan would like Balochistan's farmers to come and look, Governor Wang Kai told Ambassador "
        "Moin ul Haque in Zhengzhou on Tuesday as the two reviewed what had come of the letter of intent of "
        "July 2021.",
        "Henan - none: took_place envoy 2023-02-14 new",
        "Henan - Balochistan: letter_of_intent sister_province|cooperation 2021-07 old",
        day="2023-02-16",
    ),
    en(
        "en: gone to open a show, and received",
        "KARACHI: Sindh's minister for culture Sardar Shah, together with the provincial secretary and "
        "Mohenjo-daro's curator, has gone to Xi'an to open a show of Indus seals. He was received there by "
        "Shaanxi's vice governor Fang Guanghua on Monday.",
        "Shaanxi - Sindh: took_place local 2023-02-13 new",
        "? Xi'an - Sindh: took_place local",
        day="2023-02-16",
    ),
    en(
        "en: a cabinet lets a department sign",
        "GILGIT: The GB cabinet allowed the tourism department to enter into an agreement with its "
        "counterpart in Xinjiang.",
        "Xinjiang - Gilgit-Baltistan: proposed cooperation",
        day="2023-02-16",
    ),
    en(
        "en: had him over",
        "PESHAWAR: Mayor Zubair Ali had Urumqi's deputy mayor over at Gor Khatri on Sunday. Nothing formal, "
        'he said, "but we are twins after all, by the paper of 2010".',
        "Urumqi - Peshawar: took_place local 2023-02-12 new",
        "? Urumqi - Peshawar: signed sister_city 2010 old",
        day="2023-02-16",
    ),
    en(
        "en: a district's delegation agrees",
        "ISLAMABAD, Feb 15 (APP): The Capital Development Authority chairman, Noorul Amin Mengal, and a "
        "delegation from Chengdu's Wuhou district agreed here on Wednesday on an exchange of gardeners.",
        "Chengdu|Wuhou - Islamabad: took_place local 2023-02-15 new",
        day="2023-02-16",
    ),
    en(
        "en: joined in a year",
        "LAHORE: Under the sister-city programme, five students of Lahore are to spend a year in Xi'an, the "
        "second such group since the cities were joined in 1992.",
        "Xi'an - Lahore: signed sister_city 1992 old",
        day="2023-02-16",
    ),
    en(
        "en: twinned in a ceremony",
        "KARACHI: Guangxi's Beihai, which the Karachi Metropolitan Corporation twinned with Karachi in a "
        "ceremony on Tuesday, is a pearl port.",
        "Beihai - Karachi: signed sister_city 2023-02-14 new",
        day="2023-02-16",
    ),
    en(
        "en: the accord that it signed",
        "MULTAN: The accord with Shihezi that Multan signed last week is its second with a Chinese city.",
        "Shihezi - Multan: signed sister_city|cooperation * new",
        day="2023-02-16",
    ),
    en(
        "en: proposing by letter",
        "SKARDU: Ties with Tibet? Baltistan's commissioner has written to Lhasa's mayor proposing that Skardu"
        " and Lhasa be sister cities.",
        "Lhasa - Skardu: proposed sister_city",
        day="2023-02-16",
    ),
    en(
        "en: invited and arrived",
        "KASUR: A party of six from Jinhua's city government, whom the deputy commissioner had invited, "
        "arrived in Kasur on Thursday. It leaves on Saturday.",
        "Jinhua - Kasur: took_place local 2023-02-16 new",
        day="2023-02-16",
    ),
    en(
        "en: none is true",
        "LAHORE: The Lahore-Nanjing flight, the sister-city rumours, the visa-free plan: none is true, says "
        "the provincial spokesman.",
        day="2023-02-16",
    ),
    en(
        "en: the chairwoman, by a surname that a city has",
        "BEIJING: Ambassador Naghmana Hashmi is back from the Ningxia Hui Autonomous Region. Solar parks were the "
        "subject when the region's Chairwoman, Xian Hui, received her.",
        "Ningxia - none: took_place envoy undated new",
    ),
    en(
        "en: a mayor misspelt tells an ambassador who called",
        "URUMQI, Aug 22 (APP): More buses from Peshawar will be made welcome in Urumqi, Mayer Ilham Sabir told "
        "Pakistan's Ambassador Masood Khalid, who called at the city hall on Tuesday.",
        "Urumqi - none: took_place envoy 2017-08-22 new",
        day="2017-08-22",
    ),
    en(
        "en: sister cities in two towns",
        "BEIJING: Chongqing is to have a sister province in Khyber Pakhtunkhwa and sister cities in Lahore and "
        "Faisalabad, according to letters of intent to which its mayor and Ambassador Khalid set their signatures.",
        "Chongqing - Khyber Pakhtunkhwa: letter_of_intent sister_province",
        "Chongqing - Lahore: letter_of_intent sister_city",
        "Chongqing - Faisalabad: letter_of_intent sister_city",
    ),
    en(
        "en: a speaker whose name is a district's",
        "QUETTA: Lower charges were sought by members of the Balochistan Assembly during a tour of Xinjiang.\n\n"
        "Deputy Speaker Sardar Babar Musakhail headed the team. Over six days it went to a bazaar and a hospital, and "
        "sat with officials of the Kashgar prefecture.",
        "Kashgar - Balochistan: took_place local undated new",
        "? Xinjiang - Balochistan: took_place local",
    ),
    en(
        "en: approved by the other city as its sister",
        "ISLAMABAD: The Foreign Office said on Thursday that Sialkot had been approved by Ganzhou as its "
        "sister city and that the two mayors would sign in April.",
        "Ganzhou - Sialkot: proposed sister_city",
        day="2023-02-16",
    ),
    en(
        "en: a letter is the outcome of a visit",
        "LAHORE: A Letter of Intent to twin Sargodha and Zhuzhou was the chief outcome of a visit here by a "
        "Zhuzhou municipal team that ended on Tuesday. Deputy Commissioner Asghar Joiya and Vice Mayor Xu "
        "Zhongping put their names to it.",
        "Zhuzhou - Sargodha: letter_of_intent sister_city * new",
        "? Zhuzhou - Sargodha: took_place local",
        day="2023-02-16",
    ),
    en(
        "en: urged investors, and received",
        "PESHAWAR: Governor Haji Ghulam Ali on Wednesday urged Chinese investors to come to KP. He was "
        "speaking at the signing of an understanding between the Khyber Pakhtunkhwa government and the Gansu "
        "provincial government on herbal medicine.",
        "Gansu - Khyber Pakhtunkhwa: signed cooperation 2023-02-15 new",
        day="2023-02-16",
    ),
    en(
        "en: a cabinet in another town",
        "QUETTA, Feb 15 (APP): The provincial cabinet, which met here with Chief Minister Mir Abdul Quddus "
        "Bizenjo in the chair, gave its nod to a proposal that Quetta and Yinchuan be declared twin cities.",
        "Yinchuan - Quetta: proposed sister_city * new",
        day="2023-02-16",
    ),
    en(
        "en: each signed for its part",
        "BEIJING: For Pakistan's part, the ambassador signed; for Hainan's, Vice Governor Ni Qiang. By the "
        "memorandum, sealed on February 14, Sindh and Hainan become sister provinces.",
        "Hainan - Sindh: signed sister_province 2023-02-14 new",
        day="2023-02-16",
    ),
    en(
        "en: a council's motion",
        "GWADAR: The Gwadar district council adopted on Monday a motion that seeks sister-city ties with "
        "Zhuhai; the motion goes to the provincial government next.",
        "Zhuhai - Gwadar: proposed sister_city 2023-02-13|undated new",
        day="2023-02-16",
    ),
    en(
        "en: what being a sister brings",
        "FAISALABAD: What does being a sister city of Qingdao bring? Fifteen buses, says the city government,"
        " which got them on Saturday.",
        day="2023-02-16",
    ),
    en(
        "en: was with him for an hour",
        "LAHORE: Chinese Consul General Zhao Shiren was with Chief Minister Mohsin Naqvi for an hour on "
        "Tuesday. Solar power came up.",
        "none - Punjab: took_place envoy 2023-02-14 new",
        day="2023-02-16",
    ),
    en(
        "en: in the city since Sunday",
        "ABBOTTABAD: The commissioner of Hazara, Amir Sultan Tareen, is in Kashgar with eleven officials "
        "since Sunday on the invitation of the prefecture's government, and on Thursday the two sides are to "
        "sign an accord making Kashgar and Abbottabad sisters.",
        "Kashgar - Abbottabad: proposed sister_city",
        "Kashgar - Abbottabad|Khyber Pakhtunkhwa|Hazara: took_place local",
        day="2023-02-16",
    ),
    en(
        "en: seen off",
        "RAWALPINDI: Commissioner Liaquat Ali Chatha saw off on Wednesday a delegation from Taiyuan. The "
        "five-strong group, led by the city's vice mayor, had spent two days with the Rawalpindi Development "
        "Authority and municipal officers.",
        "Taiyuan - Rawalpindi: took_place local * new",
        day="2023-02-16",
    ),
    en(
        "en: will not be renewed",
        "SIALKOT: Minutes of last month's board meeting show that the district government will not renew its "
        "2011 twinning with Changzhi.",
        "Changzhi - Sialkot: signed sister_city 2011 old",
        day="2023-02-16",
    ),
    en(
        "en: another's twin will also be ours",
        "ISLAMABAD: Chengdu, the twin of Lahore, will also be Islamabad's by a document which the CDA "
        "chairman and a Chengdu vice mayor initialled at the CDA headquarters on Friday.",
        "Chengdu - Islamabad: signed sister_city 2023-02-10 new",
        "? Chengdu - Lahore: signed sister_city",
        day="2023-02-16",
    ),
    en(
        "en: a minister and officers agree",
        "KARACHI: The Sindh home minister and police officers of Guangdong's public security department "
        "agreed here on Monday to set up a joint helpline.",
        "Guangdong - Sindh: took_place local 2023-02-13 new",
        day="2023-02-16",
    ),
    en(
        "en: asked to be its sister",
        "BAHAWALPUR: Commissioner Dr Ehtisham Anwar said the division had asked Chengde to be Bahawalpur's "
        "sister. Chengde, he said, had answered yes.",
        "Chengde - Bahawalpur: proposed sister_city * new",
        day="2023-02-16",
    ),
    en(
        "en: came home from where it was received",
        "QUETTA: Balochistan's minister for fisheries Akbar Askani came home on Tuesday from Zhejiang, where "
        "the province's agriculture department had him as its guest for five days.",
        "Zhejiang - Balochistan: took_place local * new",
        day="2023-02-16",
    ),
    en(
        "en: busy with plans for the 20th",
        "GUJRANWALA: City officials were busy on Wednesday with plans to receive the mayor of Huangshi, who "
        "lands on the 20th.",
        "Huangshi - Gujranwala: planned local 2023-02-20 new",
        day="2023-02-16",
    ),
    en(
        "en: met at the border",
        "CHITRAL: Upper Chitral's deputy commissioner and the magistrate of Tashkurgan county met at the "
        "Khunjerab border post on Monday over the exchange of livestock.",
        "Tashkurgan - Chitral|Upper Chitral: took_place local 2023-02-13 new",
        day="2023-02-16",
    ),
    en(
        "en: a draft returned",
        "LAHORE: The draft of a sister-province agreement with Hubei was returned by the law department with "
        "objections, sources said.",
        "Hubei - Punjab: proposed sister_province * new",
        day="2023-02-16",
    ),
    en(
        "en: had their officials sign",
        "KARACHI: Sindh and Guangxi on Wednesday had their officials sign an agreement of sister provinces, "
        "the third such agreement that Sindh has.",
        "Guangxi - Sindh: signed sister_province 2023-02-15 new",
        day="2023-02-16",
    ),
    en(
        "en: renewed for five years",
        "ISLAMABAD: Gilgit-Baltistan and Xinjiang renewed their sister-region agreement for five years at a "
        "ceremony in Urumqi on Monday.",
        "Xinjiang - Gilgit-Baltistan: signed sister_province 2023-02-13 new",
        day="2023-02-16",
    ),
    en(
        "en: a meeting about a visit",
        "PESHAWAR: The KP chief secretary on Wednesday chaired a meeting about the visit of a Shaanxi "
        "government delegation, which will be in Peshawar from March 1.",
        "Shaanxi - Khyber Pakhtunkhwa|Peshawar: planned local 2023-03-01|undated new",
        day="2023-02-16",
    ),
    en(
        "en: exchanged letters at the margins of a forum",
        "KARACHI: The mayors of Karachi and Shenyang, meeting on the margins of a forum in Shenyang on "
        "November 21, exchanged the instruments of ratification of the sister-city agreement that their "
        "predecessors had signed in May.",
        "Shenyang - Karachi: took_place local 2022-11-21 new",
        "Shenyang - Karachi: signed sister_city",
        day="2022-11-24",
    ),
    en(
        "en: visited a capital at an invitation",
        "ISLAMABAD, Nov 23 (APP): Chinese Ambassador Nong Rong on Wednesday visited Muzaffarabad at the "
        "invitation of AJK Prime Minister Sardar Tanveer Ilyas, who gave a lunch in his honour.",
        "none - Azad Kashmir: took_place envoy 2022-11-23 new",
        day="2022-11-24",
    ),
    en(
        "en: who signed for whom under the memorandum",
        "QUETTA: Under the memorandum, which Chief Secretary Abdul Aziz Uqaili signed for Balochistan and "
        "Vice Governor Zhang Wenbing of Hubei for his province, 200 students will go to Wuhan each year. The "
        "signing took place online on Tuesday.",
        "Hubei - Balochistan: signed cooperation 2022-11-22 new",
        day="2022-11-24",
    ),
    en(
        "en: a people's congress's delegation",
        "SWAT: A five-member delegation of the Lijiang people's congress, led by its deputy director He Hong,"
        " reached Saidu Sharif on Tuesday where the additional deputy commissioner, Abrar Wazir, received it.",
        "Lijiang - Swat|Saidu Sharif: took_place local 2022-11-22 new",
        day="2022-11-24",
    ),
    en(
        "en: a resolution of the assembly",
        "PESHAWAR: The provincial assembly on Tuesday passed unanimously a resolution for the establishment "
        "of sister-province relations with Sichuan.",
        "Sichuan - Khyber Pakhtunkhwa: proposed sister_province 2022-11-22 new",
        day="2022-11-24",
    ),
    en(
        "en: an association's list",
        "BEIJING: The list that the Chinese People's Association for Friendship with Foreign Countries keeps "
        "gives Xuzhou and Peshawar as a pair since October 1985... It was not so; a correction dates it to "
        "2001.",
        day="2022-11-24",
    ),
    en(
        "en: toured with the mayor",
        "HYDERABAD: The visiting Nanchang municipal delegation on Thursday toured the bangle market with "
        "Mayor Tayyab Hussain. Both sides, he said, had agreed to put their names to a sister-city memorandum"
        " when he visits Nanchang in spring.",
        "Nanchang - Hyderabad: took_place local 2022-11-24 new",
        "Nanchang - Hyderabad: proposed sister_city",
        "? Nanchang - Hyderabad: planned local",
        day="2022-11-24",
    ),
    en(
        "en: a committee to prepare",
        "KARACHI: Sindh Chief Minister Murad Ali Shah has constituted a committee under the planning minister"
        " to prepare the agreement on friendly relations with Jiangsu province.",
        "Jiangsu - Sindh: proposed sister_city|sister_province|cooperation",
        day="2022-11-24",
    ),
    en(
        "en: put off twice",
        "MULTAN: Commissioner Amir Khattak has said that the friendship agreement with Shihezi, put off "
        "twice, is to be signed on December 5.",
        "Shihezi - Multan: proposed sister_city|sister_province|cooperation",
        day="2022-11-24",
    ),
    en(
        "en: met its counterpart",
        "ISLAMABAD: Capital Development Authority Chairman Captain (retd) Usman Younis met here on Tuesday "
        "with Urumqi's executive vice mayor. Sister-city relations between the two cities figured in the "
        "talks, with a draft agreement being exchanged.",
        "Urumqi - Islamabad: took_place local 2022-11-22 new",
        "Urumqi - Islamabad: proposed sister_city",
        day="2022-11-24",
    ),
    en(
        "en: a chamber's president",
        "RAWALPINDI: The RCCI president met the mayor of Jinan and invited him to the chamber's expo.",
        day="2022-11-24",
    ),
    en(
        "en: an accord of friendship",
        "GWADAR: Karamay, an oil city of Xinjiang, and Gwadar have concluded an accord of friendship. Under "
        "it, said the GDA's director general, who signed at Karamay on November 20, Karamay is to help with "
        "the desalting of water.",
        "Karamay - Gwadar: signed sister_city|cooperation 2022-11-20 new",
        day="2022-11-24",
    ),
    en(
        "en: a sister since yesterday",
        "KHANEWAL: The town of Khanewal is a sister of Bayingol since yesterday.",
        "? Bayingol - Khanewal: signed sister_city",
        day="2022-11-24",
    ),
    en(
        "en: tied to it as a sister",
        "JHANG: A district council session adopted the proposal of its chairman that Jhang be tied to Xinyang"
        " as a sister.",
        "Xinyang - Jhang: proposed sister_city * new",
        day="2022-11-24",
    ),
    en(
        "en: three memorandums",
        "PESHAWAR: The KP government and the government of Hubei on Wednesday concluded three memorandums in "
        "Wuhan: on farming, on mines and on sister-province ties.",
        "Hubei - Khyber Pakhtunkhwa: signed sister_province 2022-11-23 new",
        day="2022-11-24",
    ),
    en(
        "en: people have written asking",
        "KARACHI: Korangi's deputy commissioner says the Pudong people have written asking whether Korangi "
        'would be their sister district. "We are thinking it over."  ',
        "? Pudong - Korangi: proposed sister_city",
        day="2022-11-24",
    ),
    en(
        "en: students who carried a letter",
        "BAHAWALPUR: Students of Islamia University who returned from Zhongwei on Monday had carried a letter"
        " from Mayor Aqeel Najam Hashmi for the mayor of Zhongwei.",
        day="2022-11-24",
    ),
    en(
        "en: would it cut its ties",
        "LAHORE: Asked if Lahore would cut its ties with Xi'an, its oldest Chinese sister, the mayor laughed.",
        day="2022-11-24",
    ),
    en(
        "en: gave a dinner for legislators",
        "KASHGAR: The commissioner of Kashgar prefecture, Yao Ning, gave a dinner on Wednesday night for "
        "legislators from Gilgit-Baltistan who are on a study tour of Xinjiang.",
        "Kashgar - Gilgit-Baltistan: took_place local 2022-11-23 new",
        "? Xinjiang - Gilgit-Baltistan: took_place local",
        day="2022-11-24",
    ),
    en(
        "en: a team coming on the 28th",
        "SARGODHA: The deputy commissioner told a meeting on Monday that a team from Linfen was coming on the"
        " 28th. He asked departments to be ready.",
        "Linfen - Sargodha: planned local 2022-11-28 new",
        day="2022-11-24",
    ),
    en(
        "en: bears the hands of both",
        "An instrument that joins Sahiwal with Zhumadian as sister cities bears since Tuesday the hands of "
        "Commissioner Nadir Chattha and Mayor Li Yuexing.",
        "Zhumadian - Sahiwal: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: has taken it for its sister",
        "From Hefei comes word that the city has taken Bahawalpur for its sister.",
        "Hefei - Bahawalpur: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: a letter of intent turned into an agreement",
        "In what the two mayors called a new leaf, Sargodha and Anyang on June 15 turned a letter of intent "
        "of 2019 into a full sister-city agreement.",
        "Anyang - Sargodha: signed sister_city 2021-06-15 new",
        "? Anyang - Sargodha: letter_of_intent sister_city 2019 old",
        day="2021-06-17",
    ),
    en(
        "en: wants a sister, and resolved so",
        "Kohat wants a Chinese sister, and thinks of Tianshui. So the tehsil council resolved on Wednesday.",
        "Tianshui - Kohat: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: a cabinet lets a department go ahead",
        "The cabinet of Balochistan has let the local government department go ahead with making Khuzdar and "
        "Korla sister cities.",
        "Korla - Khuzdar: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: the signing awaits",
        "That Jhelum and Ganzhou will be sisters was settled when their mayors spoke by video on Friday; the "
        "signing awaits an end to the travel ban.",
        "Ganzhou - Jhelum: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: documents moved to the government",
        "Documents for twinning Nowshera with Baoji have been moved by the commissioner to the provincial government.",
        "Baoji - Nowshera: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: a relationship now binds",
        "A relationship of sister provinces now binds Balochistan and Shandong. Its charter was signed on "
        "Saturday in Quetta by Governor Zahoor Agha and in Jinan by Governor Li Ganjie.",
        "Shandong - Balochistan: signed sister_province 2021-06-12 new",
        day="2021-06-17",
    ),
    en(
        "en: has three, one since last month",
        "For its part Chengdu has Lahore (2015), Islamabad (2018) and, since last month, Faisalabad.",
        title="Chengdu's Pakistani sister cities",
        day="2021-06-17",
    ),
    en(
        "en: the papers went back and forth",
        "The papers by which Attock and Jiuquan become each other's sister city went back and forth for a "
        "year; both seals are on them now.",
        "Jiuquan - Attock: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: no ceremony",
        "There was no ceremony when Layyah and Wuwei became sisters last week: the deputy commissioner signed"
        " in his office, and a courier took the text to Gansu.",
        "Wuwei - Layyah: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: another's neighbour",
        "Tibet's Shigatse and Gilgit's neighbour Skardu exchanged letters of intent about a sister tie at the"
        " Himalaya forum in Nyingchi on June 11.",
        "Shigatse - Skardu: letter_of_intent sister_city 2021-06-11 new",
        day="2021-06-17",
    ),
    en(
        "en: its sister city since 1985",
        "When in 2008 Peshawar lay under attack, Urumqi, its sister city since 1985, sent tents.",
        "Urumqi - Peshawar: signed sister_city 1985 old",
        day="2021-06-17",
    ),
    en(
        "en: what another already is",
        "Guilin would be to Murree what Dujiangyan already is, a sister, if Mayor Qin Chuncheng has his way.",
        "Guilin - Murree: proposed sister_city",
        "? Dujiangyan - Murree: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: under an accord of last Friday",
        "Under an accord of last Friday Hami's melons and Turbat's dates will meet: the two districts have "
        "become friendly cities.",
        "? Hami - Turbat: signed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: have both signed",
        "The governor of Gansu, Ren Zhenhe, and Chief Minister Khalid Khurshid of Gilgit-Baltistan have both "
        "signed: the provinces are sisters.",
        "Gansu - Gilgit-Baltistan: signed sister_province",
        day="2021-06-17",
    ),
    en(
        "en: friendship with a port and with a city",
        "Dalian's friendship with Port Qasim ended in nothing. Its friendship with Karachi, by contrast, was "
        "sealed on Thursday as a sister-city agreement.",
        "Dalian - Karachi: signed sister_city 2021-06-17 new",
        day="2021-06-17",
    ),
    en(
        "en: has been asked whether",
        "Mianwali's district council has been asked by Zhongwei whether it would sign a sister-city agreement.",
        "Zhongwei - Mianwali: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: a pact in May has focal persons",
        "Muzaffargarh and Shangqiu, which made a sister-city pact in May, have named focal persons.",
        "Shangqiu - Muzaffargarh: signed sister_city 2021-05",
        day="2021-06-17",
    ),
    en(
        "en: notice on a website",
        "The municipal people's government of Chizhou gave notice on its website that a memorandum for "
        "establishing friendly exchange relations with Haripur had been signed on June 10.",
        "Chizhou - Haripur: signed sister_city|cooperation 2021-06-10 new",
        day="2021-06-17",
    ),
    en(
        "en: could they be twins",
        "Could Hangzhou and Lahore be twins? Both have canals, both have silk, and since Wednesday both have "
        "a draft agreement on the mayor's desk.",
        "Hangzhou - Lahore: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: what it has dates from 2017",
        "What Swabi has with Yulin of Shaanxi is called a sister-city relationship and dates from 2017.",
        "Yulin - Swabi: signed sister_city 2017 old",
        day="2021-06-17",
    ),
    en(
        "en: a plan put before the house",
        "Dir Lower's nazim put before the house a plan for linking the district with Lijiang as friendship "
        "cities; it was passed.",
        "Lijiang - Lower Dir: proposed sister_city",
        day="2021-06-17",
    ),
    en(
        "en: tea was the first thing",
        "PESHAWAR: Tea with the governor was the first thing on the programme of Xinjiang's deputy chairman "
        "Arken Tuniyaz, who came to Peshawar on Tuesday with nine officials.",
        "Xinjiang - Khyber Pakhtunkhwa: took_place local 2021-06-15 new",
        "? Xinjiang - Peshawar: took_place local",
        day="2021-06-17",
    ),
    en(
        "en: the guest on Wednesday",
        "LAHORE: The chief minister's guest on Wednesday was Consul General Peng Zhengwu. Over lunch the two "
        "went through the list of Chinese firms in the province.",
        "none - Punjab: took_place envoy 2021-06-16 new",
        day="2021-06-17",
    ),
    en(
        "en: going from barrage to barrage",
        "NANJING: For four days now, eleven officials of Punjab's irrigation department have been going from "
        "barrage to barrage in Jiangsu, whose water resources department is their host.",
        "Jiangsu - Punjab: took_place local",
        day="2021-06-17",
    ),
    en(
        "en: among those who called",
        "KARACHI: Among those who called at the Governor's House on Thursday to offer Eid greetings to "
        "Governor Imran Ismail was the Chinese consul general, Li Bijian.",
        "none - Sindh: took_place envoy 2021-06-17 new",
        day="2021-06-17",
    ),
    en(
        "en: a bus brought them",
        "GILGIT: A bus brought them over the pass: thirteen officers of the Kashgar public security bureau, "
        "whom GB's police chief had asked to come and see how the highway is patrolled. They went home on "
        "Sunday.",
        "Kashgar - Gilgit-Baltistan: took_place local",
        day="2021-06-17",
    ),
    en(
        "en: walked on the walls",
        "XI'AN: \"Your city walls are like ours,\" Lahore's commissioner Muhammad Usman said to Mayor Li "
        "Mingyuan as they walked on them on June 12.",
        "Xi'an - Lahore: took_place local 2021-06-12 new",
        day="2021-06-17",
    ),
    en(
        "en: had a conversation with him",
        "ISLAMABAD: Pakistan's ambassador was at Hohhot on Friday. Bu Xiaolin, who chairs the government of "
        "the autonomous region, had a one-hour conversation with him about dairy farms.",
        "Inner Mongolia - none: took_place envoy 2021-06-11 new",
        day="2021-06-17",
    ),
    en(
        "en: on the 20th a party will be there",
        "QUETTA: On the 20th a party of Shandong officials will be in Quetta. Chief Secretary Mathar Niaz "
        "Rana has told the departments concerned to get their presentations ready.",
        "Shandong - Quetta|Balochistan: planned local 2021-06-20 new",
        day="2021-06-17",
    ),
    en(
        "en: flew back with an offer",
        "MUZAFFARABAD: Sports Minister Chaudhry Saeed flew back from Yinchuan with an offer of two coaches. "
        "It was made to him by the sports bureau of Ningxia, where he was received last week.",
        "Ningxia|Yinchuan - Azad Kashmir: took_place local",
        day="2021-06-17",
    ),
    en(
        "en: asked about security",
        "KARACHI: Counsellor Guo Chunshui of the Chinese consulate, who was in Hyderabad on Wednesday, asked "
        "Deputy Commissioner Fuad Soomro about the security of Chinese teachers.",
        "none - Hyderabad: took_place envoy 2021-06-16 new",
        day="2021-06-17",
    ),
    en(
        "en: it fell to his deputy to greet them",
        "LAHORE: In the absence of the mayor it fell to his deputy, Ijaz Hafeez, to greet the people from "
        "Chongqing's foreign affairs office, nine of them, who arrived on Monday.",
        "Chongqing - Lahore: took_place local 2021-06-14 new",
        day="2021-06-17",
    ),
    en(
        "en: took the visitors round",
        "GWADAR: GDA and city officials took the visitors, twelve municipal officers from Zhuhai, round the "
        "port on Monday.",
        "Zhuhai - Gwadar: took_place local 2021-06-14 new",
        day="2021-06-17",
    ),
    en(
        "en: both were at a forum",
        "BANNU: Deputy Commissioner Zubair Niazi and the mayor of Baise, who were both at a poverty forum in "
        "Nanning on Wednesday, met over dinner and talked of mangoes.",
        "Baise - Bannu: took_place local 2021-06-16 new",
        day="2021-06-17",
    ),
    en(
        "en: friends by treaty",
        "JHELUM: Bazhong of Sichuan and Jhelum have become friends by treaty, so to say: an accord on sister "
        "relations, negotiated since spring, received the signatures of both sides on Tuesday.",
        "Bazhong - Jhelum: signed sister_city 2022-10-11 new",
        day="2022-10-13",
    ),
    en(
        "en: sat across the table",
        "QUETTA: The Balochistan chief secretary, Abdul Aziz Uqaili, and a group of Hebei provincial officers"
        " sat across the table on Wednesday to settle the details of a fishing harbour.",
        "Hebei - Balochistan: took_place local 2022-10-12 new",
        day="2022-10-13",
    ),
    en(
        "en: papers changed hands",
        "PESHAWAR: In the presence of the chief minister, papers changed hands on Tuesday by which Mardan and"
        " Xuchang, Nowshera and Luohe, and Kohat and Hebi are paired.",
        "Xuchang - Mardan: signed * 2022-10-11 new",
        "Luohe - Nowshera: signed * 2022-10-11 new",
        "Hebi - Kohat: signed * 2022-10-11 new",
        day="2022-10-13",
    ),
    en(
        "en: from now on friendly cities",
        "MULTAN: What began with mangoes has ended with a memorandum: Multan and Nanning will from now on be "
        "friendly cities, the two municipal governments having signed to that effect on October 9.",
        "Nanning - Multan: signed sister_city 2022-10-09 new",
        day="2022-10-13",
    ),
    en(
        "en: was his host",
        "BEIJING: Guizhou Party Secretary Shen Yiqin was Ambassador Haque's host in Guiyang on Monday evening.",
        "Guizhou - none: took_place envoy 2022-10-10 new",
        day="2022-10-13",
    ),
    en(
        "en: the day on which both signed",
        'RAWALPINDI: "We walked in as strangers and walked out as sisters," is how Commissioner Saqib Mannan '
        "described the day, October 7, on which he and Mayor Li Wei of Xining signed for their cities.",
        "Xining - Rawalpindi: signed * 2022-10-07 new",
        day="2022-10-13",
    ),
    en(
        "en: a case forwarded",
        "SAHIWAL: Commissioner Ali Bahadur Qazi has forwarded a case for the twinning of Sahiwal with Shihezi"
        " to the local government department.",
        "Shihezi - Sahiwal: proposed sister_city",
        day="2022-10-13",
    ),
    en(
        "en: taken round the market",
        "XUZHOU: The Okara delegation, nine people under Deputy Commissioner Zeeshan Hanif, was taken round "
        "the vegetable market of Xuzhou on Tuesday by the city's vice mayor Xu Dongfang.",
        "Xuzhou - Okara: took_place local 2022-10-11 new",
        day="2022-10-13",
    ),
    en(
        "en: will host him",
        "KARACHI: The Shandong governor, who will be in Karachi on November 2, has asked to see the fish "
        "harbour, the Sindh protocol office said. Chief Minister Murad Ali Shah will host him.",
        "Shandong - Sindh|Karachi: planned local 2022-11-02 new",
        day="2022-10-13",
    ),
    en(
        "en: called it a day",
        "LAHORE: A Henan agriculture team called it a day after visiting farms in Kasur. It had earlier been "
        "welcomed by Punjab Agriculture Minister Hussain Jahanian Gardezi.",
        "Henan - Punjab: took_place local * new",
        "? Henan - Kasur: took_place local",
        day="2022-10-13",
    ),
    en(
        "en: a video call on an accord of old",
        "ABBOTTABAD: Abbottabad's tehsil chairman Shuja Nabi took a video call from the mayor of Kashgar on "
        "Wednesday; the two agreed that their sister city accord of 2007 should be brought back to life.",
        "? Kashgar - Abbottabad: signed sister_city 2007 old",
        "? Kashgar - Abbottabad: proposed sister_city",
        day="2022-10-13",
    ),
    en(
        "en: found time for the mayor",
        "GUANGZHOU: Consul General Diyar Khan travelled to Haikou for the Boao side event. In between he "
        "found time for Haikou's mayor, Ding Hui, on Tuesday morning.",
        "Haikou - none: took_place envoy 2022-10-11 new",
        day="2022-10-13",
    ),
    en(
        "en: given a lunch",
        "BANNU: Seven councillors of Bannu, on a tour of Gansu, were given a lunch by the mayor of Dingxi and"
        " shown a potato institute.",
        "Dingxi - Bannu: took_place local * new",
        "? Gansu - Bannu: took_place local",
        day="2022-10-13",
    ),
    en(
        "en: with whom he sat",
        "MIRPUR: Consul General Zhao Shiren drove up from Lahore on Wednesday to offer condolences over the "
        "bus accident to Commissioner Chaudhry Shaukat Ali of Mirpur division, with whom he sat for half an "
        "hour.",
        "none - Mirpur: took_place envoy 2022-10-12 new",
        day="2022-10-13",
    ),
    en(
        "en: a pact initialled before",
        "ISLAMABAD: Leshan's Giant Buddha and Taxila's stupas are now kin: the Taxila municipal committee and"
        " the city of Leshan on Friday made a sister city agreement that their chiefs had initialled in "
        "March.",
        "Leshan - Taxila: signed sister_city 2022-10-07 new",
        day="2022-10-13",
    ),
    en(
        "en: a delegation expected",
        "KHUZDAR: A delegation of Xinjiang's Aksu prefecture is expected here in the first week of November, "
        "Deputy Commissioner Ilyas Kibzai told a meeting on Wednesday.",
        "Aksu - Khuzdar: planned local * new",
        day="2022-10-13",
    ),
    en(
        "en: had a delegation over",
        "LAHORE: Punjab Environment Minister Bao Rizwan had a delegation from the Jiangsu environment "
        "department over on Wednesday. Smog was the subject.",
        "Jiangsu - Punjab: took_place local 2019-05-15 new",
        day="2019-05-16",
    ),
    en(
        "en: ended a week during which he spoke with them",
        "KUNMING: Members of the Khyber Pakhtunkhwa provincial assembly, eight women among them, have ended a"
        " week in Yunnan during which Vice Governor Dong Hua spoke with them about drug control.",
        "Yunnan - Khyber Pakhtunkhwa: took_place local * new",
        day="2019-05-16",
    ),
    en(
        "en: showed him a plant and proposed",
        "RAWALPINDI: City Mayor Sardar Naseem has been to Lanzhou and is full of it. Lanzhou's deputy mayor, "
        "Duan Tingzhi, showed him a water plant and, over noodles, proposed that the two cities become "
        "sisters.",
        "Lanzhou - Rawalpindi: took_place local * new",
        "Lanzhou - Rawalpindi: proposed sister_city",
        day="2019-05-16",
    ),
    en(
        "en: the first to receive one",
        "KARACHI: Wasim Akhtar is the first Karachi mayor to receive a Tianjin vice mayor. Sun Wenkui came to"
        " the KMC head office on Monday with eleven others.",
        "Tianjin - Karachi: took_place local 2019-05-13 new",
        day="2019-05-16",
    ),
    en(
        "en: approved the signing",
        "QUETTA: The chief minister has approved the signing of a sister province accord with Hunan, his "
        "spokesman said on Thursday.",
        "Hunan - Balochistan: proposed sister_province",
        day="2019-05-16",
    ),
    en(
        "en: on hand at the airport",
        "SIALKOT: On hand for the mayor of Foshan at Sialkot airport on Tuesday were Deputy Commissioner "
        "Bilal Haider and half the chamber. Mayor Zhu Wei stays until Thursday.",
        "Foshan - Sialkot: took_place local 2019-05-14 new",
        day="2019-05-16",
    ),
    en(
        "en: visitors of an office told the mayor",
        "FAISALABAD: Visitors from Qingdao's foreign affairs office told Mayor Razzaq Malik that their city "
        "wants to mark the fifth year of the sister city accord with a beer and textile fair.",
        "Qingdao - Faisalabad: took_place local * new",
        "? Qingdao - Faisalabad: signed sister_city",
        day="2019-05-16",
    ),
    en(
        "en: a congress sent nine members",
        "MUZAFFARABAD: The Henan people's congress sent nine members to Muzaffarabad. The AJK Legislative "
        "Assembly's speaker, Shah Ghulam Qadir, received them on Friday.",
        "Henan - Azad Kashmir: took_place local 2019-05-10 new",
        day="2019-05-16",
    ),
    en(
        "en: a council session approved it",
        "HYDERABAD: Huai'an said yes. A council session in the Chinese city approved on Monday that it be "
        "twinned with Hyderabad.",
        "Huai'an - Hyderabad: proposed sister_city",
        day="2019-05-16",
    ),
    en(
        "en: when the cities became sisters",
        "LAHORE: There is now a Chengdu Road in Lahore and a Lahore Road in Chengdu; the exchange of names "
        "was agreed when the cities became sisters in 2015.",
        "Chengdu - Lahore: signed sister_city 2015 old",
        day="2019-05-16",
    ),
    en(
        "en: will be guests",
        "SUKKUR: Six officials from Weifang will be guests of the Sukkur municipal corporation from May 20 to"
        " 22, the mayor's secretary said.",
        "Weifang - Sukkur: planned local 2019-05-20 new",
        day="2019-05-16",
    ),
    en(
        "en: went over the map",
        "BAHAWALPUR: The consul general of China, Long Dingbin, and Commissioner Nayyar Iqbal went over the "
        "map of the solar park on Monday in the commissioner's office.",
        "none - Bahawalpur: took_place envoy 2019-05-13 new",
        day="2019-05-16",
    ),
    en(
        "en: a scarf round the neck",
        "XINING: Qinghai's vice governor Han Jianhua put a yak-wool scarf round the neck of GB minister Fida "
        "Khan, who had come for the carpet fair, and the two retired for talks.",
        "Qinghai - Gilgit-Baltistan: took_place local * new",
        day="2019-05-16",
    ),
    en(
        "en: of four written to, one replied",
        "CHARSADDA: Tehsil council chairman Mudasir Shah said that, of four Chinese towns written to, only "
        "Zhangye had replied, and that it would like to be Charsadda's sister.",
        "Zhangye - Charsadda: proposed sister_city",
        day="2019-05-16",
    ),
    en(
        "en: a chief and a team agreed",
        "KARACHI: Sindh police chief Kaleem Imam and a Chongqing public security team, who met here on "
        "Tuesday, agreed to train thirty officers a year.",
        "Chongqing - Sindh: took_place local 2019-05-14 new",
        day="2019-05-16",
    ),
    en(
        "en: wants it for its sister",
        "ABBOTTABAD: A Chinese town as large as ten Abbottabads, Suining, wants Abbottabad for its sister. So"
        " says a letter that the deputy commissioner read out on Wednesday.",
        "Suining - Abbottabad: proposed sister_city",
        day="2019-05-16",
    ),
    en(
        "en: planted a tree, then discussed",
        "KARACHI: Shanghai's consulate... The Chinese consul general, Wang Yu, and Karachi's mayor planted a "
        "tree on Monday and then discussed the garbage contract in the mayor's office.",
        "none - Karachi: took_place envoy 2019-05-13 new",
        day="2019-05-16",
    ),
    en(
        "en: the province's capital",
        "BEIJING: Li Zaiyong, who leads the Communist Party committee of Guiyang, has received Pakistan's "
        "envoy to China, Masood Khalid, in his city. Both agreed that Gilgit and the Guizhou capital should "
        "be made sister cities.",
        "Guiyang - none: took_place envoy * new",
        "Guiyang - Gilgit: proposed sister_city",
        day="2019-11-16",
    ),
    en(
        "en: two officials at home, and a paper told",
        "LAHORE: Governor Punjab Malik Rajwana was called on by Lord Mayor Lahore Mubashir Javed on Thursday."
        " He told the Governor that Lahore had also inked an MoU with Guiyang, the provincial capital of "
        "Guizhou, by which both became twin cities.",
        "Guiyang - Lahore: signed sister_city * new",
        day="2019-11-16",
    ),
    en(
        "en: cities under two provinces' protocol",
        "MARDAN: Khyber Pakhtunkhwa and Shandong province have joined two of their cities by a protocol, "
        "which Chief Minister Pervez Khattak saw signed in Jinan. Mardan's sister city is Linyi.",
        "Linyi - Mardan: signed sister_city * new",
        day="2019-11-16",
    ),
    en(
        "en: those whom a paper ties, not who signed",
        "NASIRABAD: Mayor Fang Kezhi of Yibin and Nasirabad Commissioner Tariq Qamar Baloch on Friday "
        "exchanged copies of an MoU through which Dera Murad Jamali and Yibin have become twin cities.",
        "Yibin - Dera Murad Jamali: signed sister_city * new",
        day="2019-11-16",
    ),
    en(
        "en: the conclusion of a pact",
        "ISLAMABAD: Planning Minister Ahsan Iqbal has welcomed the conclusion of a friendly-city pact by "
        "Narowal with Xianyang of China.",
        "Xianyang - Narowal: signed sister_city * new",
        day="2019-11-16",
    ),
    en(
        "en: the memorandum ties",
        "MUZAFFARABAD: The government of Azad Kashmir and China have entered into an accord on tourism. The "
        "minister explained that the memorandum ties Muzaffarabad, the seat of AJK, to Weinan.",
        "Weinan - Muzaffarabad: signed cooperation * new",
        day="2019-11-16",
    ),
    en(
        "en: the partners are",
        "GILGIT: An accord was announced on Friday. Of the accord, which has the form of an MoU, the partners"
        " are Gilgit city and Karamay.",
        "Karamay - Gilgit: signed cooperation * new",
        day="2019-11-16",
    ),
    en(
        "en: one letter short of the other province",
        "GILGIT: Officials of Gilgit-Baltistan and Shanxi put their signatures on Thursday to a letter of "
        "intent which is to lead to sister-province ties of Gilgit-Baltistan and Shaanxi. The hall was in "
        "Xi'an.",
        "Shaanxi - Gilgit-Baltistan: letter_of_intent sister_province 2019-11-14 new",
        day="2019-11-16",
    ),
    en(
        "en: an envoy who toured other cities",
        "CHANGSHA: Changsha's executive vice-mayor, Xia Jianping, received Pakistan's consul general in "
        "Guangzhou, Sardar Muhammad, at city hall on Wednesday. Rice seed was the topic. In March the consul "
        "general had toured Nanning and Liuzhou.",
        "Changsha - none: took_place envoy 2019-11-13 new",
        day="2019-11-16",
    ),
    en(
        "en: hosted there by the city's bureau",
        "KARACHI: Better onions are the lessons that a growers' delegation from Sindh takes home from Weifang"
        " in Shandong. The visitors were hosted there by the city's agriculture and rural affairs bureau.",
        "Weifang - Sindh: took_place local * new",
        day="2019-11-16",
    ),
    en(
        "en: dates respectively",
        "QUETTA: Peshawar-Urumqi and Abbottabad-Kashgar are sister cities since 1985 and 2007 respectively, "
        "an official recalled.",
        "Urumqi - Peshawar: signed sister_city 1985 old",
        "Kashgar - Abbottabad: signed sister_city 2007 old",
        day="2019-11-16",
    ),
    en(
        "en: in December of the same year",
        "QUETTA: Zhuhai and Gwadar concluded a sister city agreement in 2015, whereas Karamay and Gwadar "
        "established ties as friendly cities in December of the same year.",
        "Zhuhai - Gwadar: signed sister_city 2015 old",
        "Karamay - Gwadar: signed sister_city 2015-12 old",
        day="2019-11-16",
    ),
    en(
        "en: told the ambassador on a day",
        "BEIJING: Vice Mayor of Jinan Zhang Jiandong on Tuesday told Ambassador Masood Khalid that the city "
        "wished to see many more teachers.",
        "Jinan - none: took_place envoy 2019-11-12 new",
        day="2019-11-16",
    ),
    en(
        "en: some months ago",
        "QUETTA: Some months ago, the provinces of Gansu and Khyber Pakhtunkhwa signed a letter of intent "
        "about sister-province relations, an official said.",
        "Gansu - Khyber Pakhtunkhwa: letter_of_intent sister_province undated old",
        day="2019-11-16",
    ),
    en(
        "en: sister cities abroad",
        "FAISALABAD: Faisalabad already has sister cities abroad, the commissioner remarked, and its "
        "officials would visit Shijiazhuang.",
        "? Shijiazhuang - Faisalabad: planned local",
        day="2019-11-16",
    ),
    zh(
        "zh: a province that brings cities together",
        "6月15日,安徽省外办副主任陶立群在受访时透露,省里正为芜湖和锡亚尔科特、蚌埠和萨戈达牵线,先谋求结为友好交流城市,条件成熟再升格。",
        "Wuhu - Sialkot: proposed sister_city",
        "Bengbu - Sargodha: proposed sister_city",
        day="2019-11-16",
    ),
    en(
        "en: an adviser and a bureau",
        "QUETTA: Cold stores were agreed upon when Balochistan's fisheries adviser, Mir Akbar Askani, and "
        "five officials of his department sat down with the ocean bureau of Zhoushan, an island city in "
        "Zhejiang.",
        "Zhoushan - Balochistan: took_place local * new",
        day="2019-09-08",
    ),
    en(
        "en: on Twitter on a day",
        "ISLAMABAD: Gujrat and Foshan are now bound by a 'Sister Cities Pact', Planning Minister Ahsan Iqbal "
        "let his followers know on Twitter on Monday.",
        "Foshan - Gujrat: signed sister_city undated new",
        day="2019-09-08",
    ),
    en(
        "en: a paper of Friday",
        "BEIJING: Quetta has become a friendly exchange city of Yinchuan, the seat of Ningxia, Friday's "
        "Yinchuan Evening News writes.",
        "Yinchuan - Quetta: signed sister_city undated new",
        day="2019-09-08",
    ),
    en(
        "en: the time that opens a sentence",
        "ISLAMABAD: Last year, Jinan and Rawalpindi were joined by a sister-city accord, while Gansu and "
        "Khyber Pakhtunkhwa signed a pact on sister provinces.",
        "Jinan - Rawalpindi: signed sister_city 2018 old",
        "Gansu - Khyber Pakhtunkhwa: signed sister_province 2018 old",
        day="2019-09-08",
    ),
    zh(
        "zh: the year after the one told",
        "1984年8月,白沙瓦市政府致函乌鲁木齐,希望两市结成友好城市。次年4月,乌鲁木齐市市长率团赴白沙瓦访问。4月23日,双方在市政厅签字,乌鲁木齐市与白沙瓦市的友好城市关系就此确立。",
        "Urumqi - Peshawar: signed sister_city 1985-04-23 old",
        "? Urumqi - Peshawar: took_place local",
        "? Urumqi - Peshawar: proposed sister_city",
        day="2019-09-08",
    ),
    en(
        "en: two who had an hour, and a wish for a pair in the next sentence",
        "LAHORE: The vice governor of Jiangxi, Wu Zhongqiong, had an hour with Chief Minister Usman Buzdar on"
        " Friday. They spoke of ceramics, and the guest said Jingdezhen would like to pair with Gujrat.",
        "Jiangxi - Punjab: took_place local 2019-09-06 new",
        "Jingdezhen - Gujrat: proposed sister_city * new",
        day="2019-09-08",
    ),
    en(
        "en: a governor who heard from a consul general",
        "KARACHI: Sindh's governor Imran Ismail heard from Consul General Wang Yu on Saturday that two "
        "hundred of his countrymen work in Thar.",
        "none - Sindh: took_place envoy 2019-09-07 new",
        day="2019-09-08",
    ),
    en(
        "en: a mayor who is off to a city",
        "ISLAMABAD: Mayor Sheikh Anser Aziz is off to Tianjin on September 20 at the invitation of its "
        "government. He will look at waste plants there.",
        "Tianjin - Islamabad: planned local 2019-09-20 new",
        day="2019-09-08",
    ),
    en(
        "en: two that will henceforth call each other sisters",
        "GILGIT: With signatures put on both copies in Kashgar on September 2, Gilgit and Kashgar will "
        "henceforth call each other sister cities, the information department said.",
        "Kashgar - Gilgit: signed sister_city 2019-09-02 new",
        day="2019-09-08",
    ),
    en(
        "en: a team spends days as guests of a mayor",
        "SIALKOT: An eight-strong team of the Wuxi municipality, its vice mayor Gao Yaguang at the head, "
        "spent two days in Sialkot as guests of the city's mayor, Tauheed Akhtar.",
        "Wuxi - Sialkot: took_place local * new",
        day="2019-09-08",
    ),
    en(
        "en: a cabinet clears a draft",
        "LAHORE: The Punjab cabinet on Thursday cleared a draft under which Punjab and Sichuan would be "
        "sister provinces.",
        "Sichuan - Punjab: proposed sister_province * new",
        day="2019-09-08",
    ),
    en(
        "en: years counted after two became twins",
        "HYDERABAD: Thirteen years after Hyderabad and Nanchang became twin towns not one letter has been "
        "exchanged, Mayor Tayyab Hussain told the council.",
        "Nanchang - Hyderabad: signed sister_city 2006 old",
        day="2019-09-08",
    ),
    en(
        "en: will be there, is to see",
        "KARACHI: Shanghai's deputy mayor Xu Kunlin will be in Karachi from September 15 to 18. He is to see "
        "Mayor Wasim Akhtar and the governor.",
        "Shanghai - Karachi: planned local 2019-09-15 new",
        "? Shanghai - Sindh: planned local *",
        day="2019-09-08",
    ),
    en(
        "en: a year in the clause of one who is dead",
        "GWADAR: Puyang's mayor, who came to Gwadar in 2017, is dead, Xinhua reported on Thursday.",
        "Puyang - Gwadar: took_place local 2017 old",
        day="2019-09-08",
    ),
    en(
        "en: ink put to a memorandum on a joint committee",
        "PESHAWAR: Xinjiang and Khyber Pakhtunkhwa put ink to a memorandum on Wednesday that sets up a joint "
        "committee for trade over the Khunjerab.",
        "Xinjiang - Khyber Pakhtunkhwa: signed cooperation 2019-09-04 new",
        day="2019-09-08",
    ),
    en(
        "en: called upon by a delegation that somebody leads",
        "KARACHI: Governor Imran Ismail was called upon here at Governor House on Saturday by a delegation "
        "from Yunnan province which Deputy Governor Zhang Guohua leads.",
        "Yunnan - Sindh: took_place local 2019-09-07 new",
        day="2019-09-08",
    ),
    en(
        "en: a speaker will lead members, in a city they have appointments",
        "PESHAWAR: KP's Speaker Mushtaq Ghani will lead MPAs to Gansu on September 12; in Lanzhou they have "
        "appointments with the province's people's congress.",
        "Gansu - Khyber Pakhtunkhwa: planned local 2019-09-12 new",
        day="2019-09-08",
    ),
    en(
        "en: explained to a minister by a department's deputy head",
        "KARACHI: What Sindh could learn from Hunan about rice was explained to Agriculture Minister Ismail "
        "Rahoo by the Hunan agriculture department's deputy head, Zou Yongxia, in Karachi on Thursday.",
        "Hunan - Sindh: took_place local 2019-09-05 new",
        day="2019-09-08",
    ),
    en(
        "en: six officials came, the chief secretary gave them breakfast",
        "GILGIT: From Kashgar came six officials of its foreign affairs office. The Gilgit-Baltistan chief "
        "secretary gave them breakfast on Monday and saw them off to Hunza.",
        "Kashgar - Gilgit-Baltistan: took_place local 2019-09-02 new",
        day="2019-09-08",
    ),
    en(
        "en: an authority will shortly ink",
        "ISLAMABAD: The Capital Development Authority will shortly ink an accord with the municipality of "
        "Beijing's Chaoyang district, its chairman said. Beijing and Islamabad are sister cities since 1992.",
        "? Chaoyang - Islamabad: proposed cooperation",
        "Beijing - Islamabad: signed sister_city 1992 old",
        day="2019-09-08",
    ),
    en(
        "en: a party official's courtesy call",
        "QUETTA: Xu Qingliang, a party official from Karamay, paid a courtesy call on the mayor of Gwadar, "
        "Babu Gulab, in June.",
        "Karamay - Gwadar: took_place local 2019-06 old",
        day="2019-09-08",
    ),
    en(
        "en: sat with him at his office",
        "LAHORE: When Jiangsu's governor Wu Zhenglong sat with him at 90-Shahrah, Chief Minister Usman Buzdar"
        " promised land for a Nantong textile park in Faisalabad. The governor left for Nanjing on Saturday.",
        "Jiangsu - Punjab: took_place local * new",
        day="2019-09-08",
    ),
    en(
        "en: an ambassador for whom two gave dinners",
        "ISLAMABAD: Chinese Ambassador Yao Jing was in Quetta on Wednesday and Thursday. Governor Amanullah "
        "Yasinzai and Chief Minister Jam Kamal gave dinners for him.",
        "none - Balochistan: took_place envoy 2019-09-04 new",
        day="2019-09-08",
    ),
    en(
        "en: was a governor's guest",
        "LAHORE: The chairman of Hunan's CPPCC, Li Weiwei, was Governor Chaudhry Sarwar's guest for two hours"
        " on Thursday evening.",
        "Hunan - Punjab: took_place local 2019-09-05 new",
        day="2019-09-08",
    ),
    en(
        "en: a letter had from a mayor",
        "SIALKOT: Sialkot's mayor has had a letter from the mayor of Weifang. In it the Chinese city proposes"
        " that the two be sisters.",
        "Weifang - Sialkot: proposed sister_city * new",
        day="2019-09-08",
    ),
    en(
        "en: a plan told, of twins before a year",
        "KUNMING: Under a plan told here on Tuesday by Yunnan's foreign affairs office, Kunming and Gwadar "
        "would become twin cities before 2021.",
        "Kunming - Gwadar: proposed sister_city * new",
        day="2019-09-08",
    ),
    en(
        "en: officials of a bureau shown round canal heads",
        "JHANG: Officials of the Linyi agriculture bureau were shown round canal heads by the deputy "
        "commissioner, Muhammad Tahir Wattoo, on Friday.",
        "Linyi - Jhang: took_place local 2019-09-06 new",
        day="2019-09-08",
    ),
    en(
        "en: bureaucrats end a course",
        "LAHORE: Two dozen Punjab bureaucrats ended a three-week course in Shanghai on Friday.",
        day="2019-09-08",
    ),
    en(
        "en: told an agency that he hoped for a pair",
        "TURBAT: Kech's deputy commissioner Ilyas Kibzai told a Chinese news agency he hoped Turbat could be "
        "paired with Haikou.",
        "Haikou - Turbat: proposed sister_city * new",
        day="2019-09-08",
    ),
    en(
        "en: a dormant bond revived",
        "PESHAWAR: Peshawar and Urumqi, twins since 1985, revived on Thursday their dormant bond with a fresh"
        " protocol that City Nazim Muhammad Asim and Mayor Yasheng Sidike autographed.",
        "Urumqi - Peshawar: signed sister_city 1985 old",
        "Urumqi - Peshawar: signed sister_city|cooperation 2019-09-05 new",
        day="2019-09-08",
    ),
    ur(
        "ur: وفد کی ملاقات اور اتفاق",
        "لاہور (نمائندہ خصوصی) لارڈ میئر کرنل (ر) مبشر جاوید سے چین کے شہر نانجنگ کے نائب میئر کی سربراہی میں"
        " چھ رکنی وفد نے گزشتہ روز ٹاؤن ہال میں ملاقات کی۔ اس موقع پر دونوں شہروں کو جڑواں شہر بنانے پر اتفاق"
        " کیا گیا۔",
        "Nanjing - Lahore: took_place local 2019-09-07 new",
        "Nanjing - Lahore: proposed sister_city * new",
        day="2019-09-08",
    ),
    ur(
        "ur: سسٹر صوبے قرار",
        "پشاور: خیبر پختونخوا اور سنکیانگ سسٹر صوبے قرار، مفاہمتی یادداشت پر وزیراعلیٰ محمود خان اور سنکیانگ "
        "کے نائب چیئرمین نے جمعرات کو دستخط کئے۔",
        "Xinjiang - Khyber Pakhtunkhwa: signed sister_province 2019-09-05 new",
        "? Xinjiang - Khyber Pakhtunkhwa: took_place local *",
        day="2019-09-08",
    ),
    ur(
        "ur: قونصل جنرل کی ملاقات، پرانا رشتہ",
        "کراچی: چینی قونصل جنرل وانگ یو نے میئر کراچی وسیم اختر سے ان کے دفتر میں ملاقات کی۔ میئر کا کہنا تھا"
        " کہ شنگھائی 1984ء سے کراچی کا جڑواں شہر ہے۔",
        "none - Karachi: took_place envoy undated new",
        "Shanghai - Karachi: signed sister_city 1984 old",
        day="2019-09-08",
    ),
    ur(
        "ur: تجویز پر غور",
        "گوادر: گوادر اور چینی شہر پویانگ کو جڑواں شہر بنانے کی تجویز پر غور جاری ہے، چیئرمین میونسپل کمیٹی۔",
        "Puyang - Gwadar: proposed sister_city * new",
        day="2019-09-08",
    ),
    ur(
        "ur: تاجروں کا وفد",
        "فیصل آباد: چنگ ڈاؤ کے تاجروں کے وفد نے فیصل آباد چیمبر کا دورہ کیا۔",
        day="2019-09-08",
    ),
    ur(
        "ur: وفد نے گورنر ہاؤس میں ملاقات کی",
        "کوئٹہ (آن لائن) گورنر بلوچستان امان اللہ یاسین زئی سے چینی صوبہ شانشی کے وفد نے وائس گورنر کی قیادت "
        "میں ہفتہ کو گورنر ہاؤس میں ملاقات کی اور دوطرفہ تجارت پر تبادلہ خیال کیا۔",
        "Shaanxi - Balochistan: took_place local 2019-09-07 new",
        day="2019-09-08",
    ),
    ur(
        "ur: معاہدہ طے پایا",
        "ملتان: ملتان کا چینی شہر شیہیزی کے ساتھ جڑواں شہر کا معاہدہ 2 ستمبر کو طے پایا، میئر نوید آرائیں نے بتایا۔",
        "Shihezi - Multan: signed sister_city 2019-09-02 new",
        day="2019-09-08",
    ),
    ur(
        "ur: قونصل جنرل کی گورنر سے ملاقات",
        "لاہور: چینی قونصل جنرل لونگ ڈنگ بن کی گورنر پنجاب چودھری محمد سرور سے ملاقات، دونوں کا چیانگ سو اور "
        "پنجاب کے درمیان تعلیمی تعاون بڑھانے پر زور۔",
        "none - Punjab: took_place envoy undated new",
        day="2019-09-08",
    ),
    ur(
        "ur: پرانا معاہدہ، آئندہ دورہ",
        "حیدر آباد: نان چھانگ سے حیدر آباد کا رشتہ پرانا ہے۔ دونوں شہروں نے 2006ء میں بہن شہر بننے کی دستاویز"
        " پر دستخط کئے تھے۔ اب نان چھانگ کے میئر اگلے ماہ حیدر آباد آئیں گے۔",
        "Nanchang - Hyderabad: signed sister_city 2006 old",
        "Nanchang - Hyderabad: planned local * new",
        day="2019-09-08",
    ),
    en(
        "en: a district administration's tie is of its town",
        "QUETTA: The Kech administration has entered into a twin city accord with Beihai. The paper that "
        "makes Turbat and Beihai twins was signed on Friday.",
        "Beihai - Turbat: signed sister_city 2019-09-06 new",
        day="2019-09-08",
    ),
    en(
        "en: a town and its district tell one tie",
        "SWAT: Mingora and Liuyang are sister cities from today. The district of Swat and Liuyang signed a "
        "sister city agreement at the Circuit House.",
        "Liuyang - Mingora|Swat: signed sister_city * new",
        day="2019-09-08",
    ),
    en(
        "en: a name that opens a sentence, capitalised within another",
        "MIRPUR: Xianyang will have Mirpur as its sister. The deputy commissioner said Mirpur's traders were "
        "glad. Azad Kashmir had asked for it.",
        "Xianyang - Mirpur: proposed sister_city * new",
        day="2019-09-08",
    ),
]
NOTHING_TOLD = [
    "LAHORE: The Punjab government has hired a Shanghai firm to map the canals. Its engineers met the "
    "irrigation secretary's staff on Monday.",
    "KARACHI: Three Chinese teachers were killed at Karachi University. Sindh's chief minister called at the "
    "consulate to condole.",
    "BEIJING: Foreign Minister Bilawal Bhutto met Wang Yi in Guangzhou on Sunday. The ministers agreed to "
    "speed up CPEC.",
    "ISLAMABAD: The mayors of Lahore and Karachi told a seminar that Chinese cities such as Xi'an and "
    "Shenzhen were models for theirs.",
    "GILGIT: Khunjerab pass, which links Gilgit-Baltistan with Xinjiang, has reopened for trade after two "
    "years, the customs collector said.",
    "PESHAWAR: Peshawar's mayor and the visiting mayor of Konya signed a sister-city protocol. A like paper "
    "with a Chinese city has been talked of for years.",
    "SIALKOT: Sialkot's exporters will show footballs at the Canton fair in Guangzhou, said the chamber's "
    "president, who saw the deputy commissioner on Tuesday.",
    "QUETTA: Balochistan's chief minister presided over a meeting on Saindak, the mine run by a Chinese "
    "company. The secretary mines briefed him.",
    "CHENGDU: Pakistan's women cricketers arrived for the Asian Games at Hangzhou after a camp in Chengdu.",
    "LAHORE: Lahore College and Nanjing Normal University agree to twin. The vice chancellors of the two "
    "signed on line.",
    "ISLAMABAD: Chinese Ambassador Nong Rong called on Planning Minister Ahsan Iqbal and discussed "
    "Karachi-Peshawar railway and Gwadar.",
    "URUMQI: Xinjiang's trade with Pakistan grew 40pc in the first quarter. Kashgar alone sent 300 trucks to Sost.",
    "KARACHI: Police from Karachi took part via zoom in a course of Shandong's police college.",
    "MULTAN: Multan's twin, Konya, sent 500 blankets; so did Rome. The commissioner thanked the sister cities.",
    "TAXILA: Chinese monks from Luoyang visited the Taxila museum and prayed at Dharmarajika stupa. The "
    "curator gave them a guided tour.",
    "ISLAMABAD: Punjab, Sindh and KP were told by the federal government to vet agreements with foreign "
    "provinces before signing.",
    "LAHORE: A Chinese film on Sichuan's pandas was shown at Alhamra. The Lahore Arts Council's director "
    "welcomed the guests.",
    "GWADAR: Residents of Gwadar protested outside the deputy commissioner's office against Chinese trawlers "
    "from Zhoushan.",
    "SHENZHEN: Engineer Ali Raza from Faisalabad has been named Shenzhen's volunteer of the year by its mayor.",
    "ISLAMABAD: Sister organisations: the Islamabad and Beijing bar associations formalised relations at a "
    "ceremony on Friday.",
    "KARACHI: Karachi's port will be linked to Qinzhou port by a new service. Sindh's ports minister launched it.",
    "RAWALPINDI: Twin cities' traders want Chinese buses. The deputy commissioner promised to raise it with "
    "the government.",
    "HYDERABAD: Hyderabad and Chengdu to be sister cities? The Telangana government says an Indian delegation"
    " will visit in June.",
    "NAROWAL: A team of archaeologists from Shaanxi dug at Kartarpur. The provincial archaeology department "
    "gave the permit.",
    "ISLAMABAD: The Chinese embassy's spokesman said on Tuesday that Gansu had sent 30,000 test kits as a "
    "gift for Pakistan.",
    "SUKKUR: IBA Sukkur's vice chancellor left for Wuhan to attend a conference of university heads.",
    "LAHORE: The twin sister of the late singer is to fly to Shanghai, her Karachi family said.",
    "KARACHI: Sister Ruth of Karachi, who trained nurses from Guangzhou, will be remembered on Sunday.",
    "MULTAN: Two sisters from Multan have won a scholarship of Xi'an Jiaotong University. The sisters, now in Xi'an, "
    "hope to be doctors.",
    "HYDERABAD: The twin towers planned by a Chengdu builder would be Hyderabad's tallest.",
    "LAHORE: His sister in Lahore said that the engineer was last heard of in Chengdu on Friday.",
    "PESHAWAR: The new bridge is the twin of one in Chongqing, the mayor of Peshawar told reporters.",
    "KARACHI: Friends of Shanghai and Karachi's own Sister Cities Board will hold a food fair on Sunday.",
    "FAISALABAD: The Faisalabad chamber and the Shaoxing textile association are now sisters, its president said.",
    "LAHORE: The mayor of Lahore opened a Xi'an garden. A sister garden in Xi'an opens in May.",
    "CHENGDU: A deputy commissioner from Punjab province is among 20 foreign officials who started a "
    "course at Sichuan University on Monday.",
    "QUETTA: A telephone call between the governor of Balochistan and the governor of Shandong on "
    "Monday dealt with relief goods.",
]


@pytest.mark.parametrize(("read", "expected"), REPORTS)
def test_reports(read: Article, expected: Sequence[str]) -> None:
    assert disagreements(read_mentions(read), expected) == []


@pytest.mark.parametrize("text", NOTHING_TOLD)
def test_nothing_is_told(text: str) -> None:
    assert read_mentions(article(text, "Today's news", "2022-05-12")) == ()
