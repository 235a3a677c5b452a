"""Visits told in Chinese and Urdu (codebook, Visits)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest

from monitor.records import Article
from monitor.understand import read_mentions
from scoring import case, disagreements

zh = partial(case, lang="zh", title="今日要闻")
ur = partial(case, lang="ur", title="آج کی خبریں")

CHINESE = [
    zh(
        "zh: the leader of a delegation, by his name",
        "4月17日至21日,副省长张锦刚率甘肃省代表团访问巴基斯坦。"
        "在白沙瓦,张锦刚与开伯尔-普赫图赫瓦省看守首席部长侯赛因举行会谈。",
        "Gansu - Khyber Pakhtunkhwa: took_place local 2019-04-17 new",
    ),
    zh(
        "zh: a county's head is received by the paper's own vice mayor",
        "4月15日至16日,巴基斯坦斯瓦特县县长沙阿率考察组一行7人来天水。副市长逯建军会见客人。",
        "Tianshui - Swat: took_place local 2019-04-15 new",
        title="天水市外办:斯瓦特县客人来我市",
    ),
    zh(
        "zh: a chronicle of another year, the town's own vice mayor",
        "外事大事记(2017年)\n3月14日 巴基斯坦锡亚尔科特市市长率五人代表团到盐,副市长吴本辉会见并陪同参观。",
        "Yancheng - Sialkot: took_place local 2017-03-14 old",
        title="盐城市外办:大事记",
        day="2018-11-30",
    ),
    zh(
        "zh: an official's name is no place",
        "4月22日,呼和浩特市市长贺海东会见巴基斯坦奎塔市市长一行。",
        "Hohhot - Quetta: took_place local 2019-04-22 new",
    ),
    zh(
        "zh: the days of a trip to come",
        "应巴基斯坦白沙瓦市政府邀请,银川市市长定于5月6日至13日率市政府代表团出访。"
        "在白沙瓦,代表团将拜会市长阿里,出席商品展,并与对方签订两市缔结友好城市关系协议书。",
        "Yinchuan - Peshawar: planned local 2019-05-06 new",
    ),
    zh(
        "zh: a sight to be seen",
        "4月22日,斯卡杜市市长一行抵达拉萨市,拉萨市市长会见客人。客人还要去林芝看桃园。",
        "Lhasa - Skardu: took_place local 2019-04-22 new",
    ),
    zh(
        "zh: 驻华大使",
        "4月22日，甘肃省省长唐仁健在兰州会见了巴基斯坦驻华大使哈什米一行。",
        "Gansu - none: took_place envoy 2019-04-22 new",
    ),
    zh(
        "zh: 总领事",
        "4月22日，宁波市市长裘东耀会见了巴基斯坦驻上海总领事海德尔。",
        "Ningbo - none: took_place envoy 2019-04-22 new",
    ),
    zh(
        "zh: an office of foreign affairs",
        "昨日，陕西省外办主任会见巴基斯坦驻成都总领事。",
        "Shaanxi - none: took_place envoy 2019-04-23 new",
    ),
    zh(
        "zh: 拜会省督",
        "4月22日，中国驻巴基斯坦大使姚敬拜会信德省省督伊斯梅尔。",
        "none - Sindh: took_place envoy 2019-04-22 new",
    ),
    zh(
        "zh: the consul general's seat is no host",
        "4月22日，中国驻拉合尔总领事龙定斌拜会旁遮普省首席部长布兹达尔。",
        "none - Punjab: took_place envoy 2019-04-22 new",
    ),
    zh(
        "zh: delegation received",
        "4月22日，旁遮普省首席部长布兹达尔会见山东省代表团。",
        "Shandong - Punjab: took_place local 2019-04-22 new",
    ),
    zh(
        "zh: visited and received",
        "4月20日至23日，乌鲁木齐市代表团访问白沙瓦市，白沙瓦市市长会见了代表团一行。",
        "Urumqi - Peshawar: took_place local 2019-04-20|2019-04-21|2019-04-22|2019-04-23 new",
    ),
    zh(
        "zh: host in the next sentence",
        "卡拉奇市市长率团于4月22日抵达上海。上海市副市长会见了代表团一行。",
        "Shanghai - Karachi: took_place local 2019-04-22 new",
    ),
    zh(
        "zh: two hosts",
        "4月22日，湖北省副省长率团先后拜会信德省首席部长和卡拉奇市市长。",
        "Hubei - Sindh: took_place local 2019-04-22 new",
        "Hubei - Karachi: took_place local 2019-04-22 new",
    ),
    zh(
        "zh: 应邀",
        "应威海市政府邀请，苏库尔市市长一行4月20日至22日对威海进行友好访问。",
        "Weihai - Sukkur: took_place local 2019-04-20|2019-04-21|2019-04-22 new",
    ),
    zh(
        "zh: 将于",
        "珠海市代表团将于4月28日访问瓜达尔市，并会见瓜达尔市市长。",
        "Zhuhai - Gwadar: planned local 2019-04-28 new",
    ),
    zh(
        "zh: 启程",
        "4月23日，洛阳市市长率团启程赴巴基斯坦塔克西拉市访问。",
        "Luoyang - Taxila: planned|took_place local 2019-04-23 new",
    ),
    zh(
        "zh: history",
        "2018年12月，瓜达尔市代表团访问濮阳，濮阳市市长会见了代表团。",
        "Puyang - Gwadar: took_place local 2018-12 old",
    ),
    zh(
        "zh: national",
        "4月22日，巴基斯坦总理伊姆兰·汗抵达成都，四川省省长尹力会见。",
        "? Chengdu|Sichuan - none: took_place national",
    ),
    zh("zh: video", "4月22日，河南省副省长与俾路支省首席部长举行视频会谈。"),
    zh("zh: invitation", "信德省首席部长邀请湖北省省长访问卡拉奇。"),
    zh("zh: a company", "4月22日，上海电气集团代表团拜会信德省首席部长。"),
    zh("zh: universities", "4月22日，新疆师范大学代表团访问白沙瓦大学。"),
    zh("zh: own mission", "4月22日，旁遮普省代表团在北京拜会巴基斯坦驻华大使。"),
    zh("zh: ambassador and a minister", "4月22日，中国驻巴基斯坦大使姚敬在伊斯兰堡会见巴基斯坦外长库雷希。"),
    zh(
        "zh: put off",
        "原定4月22日的乌鲁木齐市代表团访问白沙瓦活动已取消。",
    ),
]

URDU = [
    ur(
        "ur: Yunnan written like Greece, and the prime minister's secretariat",
        "مظفرآباد (پ ر) وزیراعظم آزاد جموں و کشمیر نے پیر کو چینی صوبہ یونان کی حکومت کے وفد کو وزیراعظم سیکرٹریٹ میں "
        "خوش آمدید کہا۔",
        "Yunnan - Azad Kashmir: took_place local 2019-04-22 new",
    ),
    ur(
        "ur: a doubtful name in the dateline",
        "گجرات (نمائندہ) چین کے شہر ہاندان کی میونسپل حکومت کا وفد 20 مئی کو گجرات پہنچے گا "
        "جہاں ڈپٹی کمشنر استقبال کریں گے۔",
        "Handan - Gujrat: planned local 2019-05-20 new",
    ),
    ur(
        "ur: where he would like to go next time",
        "کمشنر ساہیوال بابر حیات نے پیر کو چینی قونصل جنرل سے ملاقات کی۔ "
        "مہمان سفارتکار نے کہا کہ اگلی بار وہ ہڑپہ دیکھنے بھی آئیں گے۔ کمشنر نے انتظامات سے آگاہ کیا۔",
        "none - Sahiwal: took_place envoy 2019-04-22 new",
    ),
    ur(
        "ur: who greets a delegation does not send it",
        "سندھ حکومت کا آٹھ رکنی وفد 15 مئی کو چینی صوبے فوجیان کا دورہ شروع کرے گا۔ "
        "وزیر بلدیات سعید غنی قیادت کریں گے، ٹھٹھہ اور بدین کے ضلعی چیئرمین بھی ساتھ ہوں گے۔ "
        "فوجیان کے نائب گورنر وفد کا استقبال کریں گے۔",
        "Fujian - Sindh: planned local 2019-05-15 new",
    ),
    ur(
        "ur: ambassador on a chief minister",
        "چینی سفیر یاؤ جنگ نے پیر کے روز لاہور میں وزیراعلیٰ پنجاب عثمان بزدار سے ملاقات کی۔",
        "none - Punjab: took_place envoy 2019-04-22 new",
    ),
    ur(
        "ur: governor and consul general",
        "گورنر سندھ عمران اسماعیل سے چینی قونصل جنرل نے گورنر ہاؤس میں ملاقات کی۔",
        "none - Sindh: took_place envoy",
    ),
    ur(
        "ur: mayor and a delegation",
        "میئر کراچی وسیم اختر سے شنگھائی کے سرکاری وفد نے پیر کو ملاقات کی۔",
        "Shanghai - Karachi: took_place local 2019-04-22 new",
    ),
    ur(
        "ur: chief minister and a governor in China",
        "وزیراعلیٰ خیبر پختونخوا محمود خان نے ارومچی میں سنکیانگ کے گورنر سے ملاقات کی۔",
        "Xinjiang - Khyber Pakhtunkhwa: took_place local",
    ),
    ur(
        "ur: Pakistan's ambassador in a province",
        "چین میں پاکستان کی سفیر نغمانہ ہاشمی نے صوبہ گانسو کے گورنر سے لانژو میں ملاقات کی۔",
        "Gansu - none: took_place envoy",
    ),
    ur(
        "ur: planned",
        "ہینان کا سرکاری وفد 29 اپریل کو بلوچستان کا دورہ کرے گا۔",
        "Henan - Balochistan: planned local 2019-04-29 new",
    ),
    ur(
        "ur: departure",
        "میئر پشاور پیر کے روز ارومچی کے میئر کی دعوت پر ارومچی روانہ ہو گئے۔",
        "Urumqi - Peshawar: planned|took_place local 2019-04-22 new",
    ),
    ur(
        "ur: history",
        "دسمبر 2018 میں پویانگ کے وفد نے گوادر کا دورہ کیا اور ڈپٹی کمشنر گوادر سے ملاقات کی۔",
        "Puyang - Gwadar: took_place local 2018-12 old",
    ),
    ur(
        "ur: two hosts",
        "چینی سفیر نے پیر کو گورنر بلوچستان اور میئر کوئٹہ سے الگ الگ ملاقاتیں کیں۔",
        "none - Balochistan: took_place envoy 2019-04-22 new",
        "none - Quetta: took_place envoy 2019-04-22 new",
    ),
    ur(
        "ur: host in the next sentence",
        "شانڈونگ کا وفد پیر کو لاہور پہنچا۔ وزیراعلیٰ پنجاب نے وفد کا استقبال کیا۔",
        "Shandong - Punjab: took_place local 2019-04-22 new",
    ),
    ur(
        "ur: national",
        "وزیراعظم عمران خان پیر کو چینگڈو پہنچے جہاں سیچوان کے گورنر نے ان کا استقبال کیا۔",
        "? Chengdu|Sichuan - none: took_place national",
    ),
    ur(
        "ur: the subject stands in the sentence before",
        "وزیراعلیٰ سندھ پیر کو چینی قونصل خانے گئے۔ چینی قونصل جنرل سے ملے اور تعزیت کی۔",
        "none - Sindh: took_place local|envoy *",
    ),
    ur(
        "ur: from day to day",
        "وزیر بلدیات پنجاب 29 اپریل سے 2 مئی تک چین کے صوبہ سیچوان کا دورہ کریں گے۔",
        "Sichuan - Punjab: planned local 2019-04-29 new",
    ),
    ur(
        "ur: words broken behind an open letter",
        "چینی قو نصل جنر ل نے پیر کو میئر کرا چی سے ملا قات کی۔",
        "none - Karachi: took_place envoy 2019-04-22 new",
    ),
    ur("ur: video link", "گورنر ہینان اور وزیراعلیٰ بلوچستان کے درمیان ویڈیو لنک کے ذریعے ملاقات ہوئی۔"),
    ur("ur: invitation", "وزیراعلیٰ سندھ نے ہوبے کے گورنر کو کراچی کے دورے کی دعوت دی۔"),
    ur("ur: a company", "شنگھائی الیکٹرک کمپنی کے وفد نے وزیراعلیٰ سندھ سے ملاقات کی۔"),
    ur("ur: on the prime minister", "چینی سفیر یاؤ جنگ نے اسلام آباد میں وزیراعظم عمران خان سے ملاقات کی۔"),
    ur("ur: at a chamber", "چینی قونصل جنرل نے لاہور چیمبر آف کامرس کا دورہ کیا اور صدر چیمبر سے ملاقات کی۔"),
    ur(
        "ur: put off",
        "ارومچی کے میئر کا دورہ پشاور منسوخ کر دیا گیا۔",
    ),
]


@pytest.mark.parametrize(("read", "expected"), [*CHINESE, *URDU])
def test_visits(read: Article, expected: Sequence[str]) -> None:
    visits = [mention for mention in read_mentions(read) if mention.type == "visit"]
    assert disagreements(visits, expected) == []
