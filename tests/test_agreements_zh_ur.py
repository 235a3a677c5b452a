"""Agreements told in Chinese and Urdu (codebook, Agreements)."""

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
        "zh: what a delegation is to do",
        "在白沙瓦,代表团将拜会市长阿里,出席商品展,并与银川市签订两市缔结友好城市关系协议书。",
        "Yinchuan - Peshawar: proposed sister_city undated new",
    ),
    zh(
        "zh: sent to a town to sign with its province",
        "4月22日,湖南省农业农村厅派员到卡拉奇,同信德省农业厅签署水稻良种合作备忘录。",
        "Hunan - Sindh: signed cooperation 2019-04-22 new",
    ),
    zh(
        "zh: a city's name cut short",
        "4月22日,柳州市副市长会见巴基斯坦拉尔卡纳市市长一行。市长表示,拉市地处印度河畔,愿与柳州合作。"
        "两市商定择机缔结友好城市关系。",
        "Liuzhou - Larkana: proposed sister_city * new",
    ),
    zh(
        "zh: what is to be signed after talks to come",
        "在卡拉奇,代表团将与市长穆尔塔扎会谈,并签署我市与卡拉奇市建立友好交流城市关系备忘录。",
        "Yantai - Karachi: proposed sister_city undated new",
        title="烟台市外办:我市将组团赴巴基斯坦",
    ),
    zh(
        "zh: a department of planning plans nothing",
        "4月22日,江西省外办与俾路支省计划发展厅代表两省政府签署《关于建立友好省关系的意向书》。",
        "Jiangxi - Balochistan: letter_of_intent sister_province 2019-04-22 new",
    ),
    zh(
        "zh: a day written the old way",
        "廿二日下午,澳門與伊斯蘭堡簽署城市管理合作備忘錄,兩地將互派人員。",
        "Macau - Islamabad: signed cooperation 2019-04-22 new",
    ),
    zh(
        "zh: 分别",
        "根据协议，西安市、深圳市、乌鲁木齐市分别与巴基斯坦木尔坦市、拉合尔市、白沙瓦市结为友好城市。",
        "Xi'an - Multan: signed sister_city",
        "Shenzhen - Lahore: signed sister_city",
        "Urumqi - Peshawar: signed sister_city",
    ),
    zh(
        "zh: explicit pairs",
        "珠海与瓜达尔、成都与拉合尔、乌鲁木齐与白沙瓦签署了友好城市协议。",
        "Zhuhai - Gwadar: signed sister_city",
        "Chengdu - Lahore: signed sister_city",
        "Urumqi - Peshawar: signed sister_city",
    ),
    zh(
        "zh: one city with three partners",
        "巴基斯坦卡拉奇市与上海、乌鲁木齐、天津三市签署友好城市协议。",
        "Shanghai - Karachi: signed sister_city",
        "Urumqi - Karachi: signed sister_city",
        "Tianjin - Karachi: signed sister_city",
    ),
    zh(
        "zh: capitals in apposition",
        "甘肃省省会兰州市与巴基斯坦开伯尔-普赫图赫瓦省首府白沙瓦市签署建立友好城市关系协议书。",
        "Lanzhou - Peshawar: signed sister_city",
    ),
    zh(
        "zh: 两省",
        "4月22日，甘肃省省长会见巴基斯坦旁遮普省首席部长。会后，两省签署建立友好省关系协议书。",
        "Gansu - Punjab: signed sister_province 2019-04-22 new",
    ),
    zh(
        "zh: 两市",
        "濮阳市市长与巴基斯坦瓜达尔市代表团座谈。两市正式缔结国际友好城市关系。",
        "Puyang - Gwadar: signed sister_city",
    ),
    zh(
        "zh: the end of a foreign name is no short name",
        "里约热内卢州马里卡市同江门市签署友好城市协议，中巴友谊再谱新篇。",
    ),
    zh(
        "zh: 我市 named by the title",
        "我市与巴基斯坦瓜达尔市昨日签署友好城市协议。",
        "Zhuhai - Gwadar: signed sister_city 2019-04-23 new",
        title="珠海与瓜达尔结为友好城市",
    ),
    zh(
        "zh: countries sign, cities are tied",
        "中巴两国签署谅解备忘录，珠海市和瓜达尔市结为友好城市。",
        "Zhuhai - Gwadar: signed sister_city",
    ),
    zh(
        "zh: provinces",
        "江苏省与巴基斯坦旁遮普省正式建立友好省份关系。",
        "Jiangsu - Punjab: signed sister_province",
    ),
    zh(
        "zh: Beijing and Islamabad",
        "北京市与伊斯兰堡市签署友好城市协议。",
        "Beijing - Islamabad: signed sister_city",
    ),
    zh(
        "zh: a municipality and a province",
        "重庆市与巴基斯坦信德省签署建立友好省市关系协议。",
        "Chongqing - Sindh: signed sister_province",
    ),
    zh(
        "zh: traditional characters",
        "烏魯木齊市與巴基斯坦白沙瓦市簽署友好城市協議。",
        "Urumqi - Peshawar: signed sister_city",
    ),
    zh(
        "zh: 意向书",
        "海口市与卡拉奇市签署建立友好城市关系意向书。",
        "Haikou - Karachi: letter_of_intent sister_city",
    ),
    zh(
        "zh: 意向书 against the headline",
        "4月23日，湖北省与巴基斯坦信德省在卡拉奇签署建立友好省关系意向书。",
        "Hubei - Sindh: letter_of_intent sister_province 2019-04-23 new",
        title="湖北省与信德省结为友好省",
    ),
    zh(
        "zh: 友好交流城市",
        "威海市与巴基斯坦苏库尔市签署建立友好交流城市关系协议。",
        "Weihai - Sukkur: signed sister_city|cooperation",
    ),
    zh(
        "zh: 友好合作城市",
        "上海市与巴基斯坦拉合尔市缔结友好合作城市。",
        "Shanghai - Lahore: signed sister_city|cooperation",
    ),
    zh(
        "zh: memorandum to establish",
        "成都市与拉合尔市签署了关于建立友好城市关系的谅解备忘录。",
        "Chengdu - Lahore: signed sister_city",
    ),
    zh(
        "zh: 将签署",
        "青岛市将于下月与巴基斯坦费萨拉巴德市签署友好城市协议。",
        "Qingdao - Faisalabad: proposed sister_city",
    ),
    zh(
        "zh: 希望",
        "市长表示，希望海口与卡拉奇早日结为友好城市。",
        "Haikou - Karachi: proposed sister_city",
    ),
    zh(
        "zh: 愿与",
        "木尔坦市长说，木尔坦愿与西安建立友好城市关系。",
        "Xi'an - Multan: proposed sister_city",
    ),
    zh(
        "zh: approved by a standing committee",
        "市人大常委会审议通过了关于洛阳市与巴基斯坦塔克西拉市缔结友好城市关系的议案。",
        "Luoyang - Taxila: proposed sister_city",
    ),
    zh(
        "zh: 同意建立",
        "双方同意克拉玛依市与瓜达尔市建立友好城市关系。",
        "Karamay - Gwadar: proposed sister_city",
    ),
    zh(
        "zh: 探讨",
        "双方就陕西省与开伯尔-普赫图赫瓦省建立友好省关系进行了探讨。",
        "Shaanxi - Khyber Pakhtunkhwa: proposed sister_province",
    ),
    zh(
        "zh: renewed",
        "4月22日，西安市与拉合尔市续签友好城市协议。",
        "Xi'an - Lahore: signed sister_city 2019-04-22 new",
    ),
    zh(
        "zh: history with a year",
        "1984年，上海市与卡拉奇市结为友好城市。",
        "Shanghai - Karachi: signed sister_city 1984 old",
    ),
    zh(
        "zh: year in characters",
        "二〇〇六年，乌鲁木齐市与白沙瓦市签署友好城市协议。",
        "Urumqi - Peshawar: signed sister_city 2006 old",
    ),
    zh(
        "zh: history beside news",
        "4月22日，大连市与卡拉奇市签署友好城市协议。卡拉奇于1984年与上海结为友好城市。",
        "Dalian - Karachi: signed sister_city 2019-04-22 new",
        "Shanghai - Karachi: signed sister_city 1984 old",
    ),
    zh(
        "zh: a page of reference",
        "伊斯兰堡市 Islamabad City\n面积906平方公里，人口约200万。\n结好时间：1992年10月8日\n结好地点：北京",
        "Beijing - Islamabad: signed sister_city 1992-10-08 old",
        title="北京市友好城市：伊斯兰堡（巴基斯坦）",
        day="",
    ),
    zh(
        "zh: bare friend city",
        "成都市代表团参观了友好城市拉合尔的古堡。",
        "? Chengdu - Lahore: signed sister_city undated old",
    ),
    zh(
        "zh: an anniversary",
        "上海与卡拉奇结为友好城市35周年纪念活动22日举行。",
        "? Shanghai - Karachi: signed sister_city * old",
    ),
    zh(
        "zh: police",
        "新疆维吾尔自治区公安厅与巴基斯坦旁遮普省警察局签署合作谅解备忘录。",
        "Xinjiang - Punjab: signed cooperation",
    ),
    zh(
        "zh: agriculture departments",
        "四川省农业农村厅与旁遮普省农业厅签署农业合作备忘录。",
        "Sichuan - Punjab: signed cooperation",
    ),
    zh(
        "zh: passive",
        "瓜达尔市与濮阳市友好城市协议由两市市长签署。",
        "Puyang - Gwadar: signed sister_city",
    ),
    zh(
        "zh: only the announcement is dated",
        "记者22日从市外办获悉，珠海市与瓜达尔市日前签署友好城市协议。",
        "Zhuhai - Gwadar: signed sister_city undated|2019-04 new",
    ),
    zh("zh: not yet", "白沙瓦市尚未与乌鲁木齐市签署友好城市协议。"),
    zh("zh: denied", "市外办否认西安市已与木尔坦市签署友好城市协议。"),
    zh("zh: universities", "卡拉奇大学与四川大学签署合作备忘录。"),
    zh("zh: ports", "瓜达尔港与深圳盐田港签署友好港协议。"),
    zh("zh: companies", "上海电气集团与卡拉奇电力公司签署股权转让协议。"),
    zh("zh: parks", "成都人民公园与拉合尔吉拉尼公园结为姊妹公园。"),
    zh("zh: chambers", "山东省贸促会与拉合尔商会签署合作备忘录。"),
    zh("zh: another country", "上海市与大阪市结为友好城市，巴基斯坦驻上海总领事到场祝贺。"),
    zh("zh: a country as one party", "旁遮普省政府与中国签署农业合作谅解备忘录。"),
    zh("zh: partner never named", "奎达市与中国一座城市签署友好城市协议。"),
    zh("zh: warm words", "兰州市市长表示，愿与伊斯兰堡在经贸、旅游等领域加强合作。"),
]

URDU = [
    ur(
        "ur: a dateline with a day",
        "لاہور، 24 اپریل: پنجاب پولیس اور چین کے صوبہ شانڈونگ کے محکمہ پبلک سکیورٹی نے آج یہاں "
        "مفاہمتی یادداشت پر دستخط کر دیئے۔",
        "Shandong - Punjab: signed cooperation 2019-04-24 new",
    ),
    ur(
        "ur: respectively",
        "شینزین، ارومچی اور گوانگژو بالترتیب لاہور، پشاور اور کراچی کے سسٹر سٹی بن گئے۔",
        "Shenzhen - Lahore: signed sister_city",
        "Urumqi - Peshawar: signed sister_city",
        "Guangzhou - Karachi: signed sister_city",
    ),
    ur(
        "ur: a pair",
        "ارومچی اور پشاور کے درمیان سسٹر سٹی معاہدے پر دستخط ہو گئے۔",
        "Urumqi - Peshawar: signed sister_city",
    ),
    ur(
        "ur: two pairs",
        "کراچی اور شنگھائی جبکہ لاہور اور چینگڈو کے درمیان سسٹر سٹی معاہدوں پر دستخط کیے گئے۔",
        "Shanghai - Karachi: signed sister_city",
        "Chengdu - Lahore: signed sister_city",
    ),
    ur(
        "ur: declared twin cities",
        "گوادر اور کاشغر کو جڑواں شہر قرار دے دیا گیا۔",
        "Kashgar - Gwadar: signed sister_city",
    ),
    ur(
        "ur: provinces",
        "بلوچستان اور ہینان کے درمیان سسٹر صوبے کے معاہدے پر پیر کے روز دستخط کیے گئے۔",
        "Henan - Balochistan: signed sister_province 2019-04-22 new",
    ),
    ur(
        "ur: both provinces",
        "وزیراعلیٰ پنجاب سے چینی صوبے گانسو کے گورنر نے ملاقات کی۔ دونوں صوبوں نے سسٹر صوبہ معاہدے پر دستخط کیے۔",
        "Gansu - Punjab: signed sister_province",
    ),
    ur(
        "ur: capitals in apposition",
        "خیبر پختونخوا کے دارالحکومت پشاور اور سنکیانگ کے دارالحکومت ارومچی میں سسٹر سٹی معاہدہ طے پا گیا۔",
        "Urumqi - Peshawar: signed sister_city",
    ),
    ur(
        "ur: letter of intent",
        "سندھ اور ہوبے کے درمیان سسٹر صوبے بننے کے لیٹر آف انٹینٹ پر دستخط ہوئے۔",
        "Hubei - Sindh: letter_of_intent sister_province",
    ),
    ur(
        "ur: letter of intent against the headline",
        "سندھ اور ہوبے کے درمیان سسٹر صوبے بننے کے لیٹر آف انٹینٹ پر دستخط کیے گئے۔",
        "Hubei - Sindh: letter_of_intent sister_province",
        title="سندھ اور ہوبے میں سسٹر صوبے کا معاہدہ طے پا گیا",
    ),
    ur(
        "ur: memorandum to establish",
        "کراچی اور تیانجن کو سسٹر سٹی بنانے کی مفاہمتی یادداشت پر دستخط کر دیے گئے۔",
        "Tianjin - Karachi: signed sister_city",
    ),
    ur(
        "ur: will be signed",
        "پشاور اور ارومچی کے درمیان سسٹر سٹی معاہدے پر آئندہ ماہ دستخط کیے جائیں گے۔",
        "Urumqi - Peshawar: proposed sister_city",
    ),
    ur(
        "ur: draft before a cabinet",
        "پنجاب کابینہ نے پنجاب اور گانسو کے درمیان سسٹر صوبہ معاہدے کے مسودے کی منظوری دے دی۔",
        "Gansu - Punjab: proposed sister_province",
    ),
    ur(
        "ur: agreed to make",
        "کراچی اور گوانگژو کو سسٹر سٹی بنانے پر اتفاق کیا گیا۔",
        "Guangzhou - Karachi: proposed sister_city",
    ),
    ur(
        "ur: wished",
        "میئر نے چینگڈو اور لاہور کو جڑواں شہر بنانے کی خواہش کا اظہار کیا۔",
        "Chengdu - Lahore: proposed sister_city",
    ),
    ur(
        "ur: proposed",
        "چینی سفیر نے چنگ ڈاؤ اور فیصل آباد کو سسٹر سٹیز قرار دینے کی تجویز دی۔",
        "Qingdao - Faisalabad: proposed sister_city",
    ),
    ur(
        "ur: renewed",
        "لاہور اور شیان کے درمیان سسٹر سٹی معاہدے کی تجدید کر دی گئی، دستخط پیر کو ہوئے۔",
        "Xi'an - Lahore: signed sister_city 2019-04-22 new",
    ),
    ur(
        "ur: since a year",
        "کراچی اور شنگھائی 1984 سے سسٹر سٹیز ہیں۔",
        "Shanghai - Karachi: signed sister_city 1984 old",
    ),
    ur(
        "ur: year in Urdu digits",
        "ایبٹ آباد اور کاشغر کو ۲۰۰۷ میں جڑواں شہر قرار دیا گیا تھا۔",
        "Kashgar - Abbottabad: signed sister_city 2007 old",
    ),
    ur(
        "ur: history beside news",
        "کراچی اور شنگھائی کے درمیان 1984 میں سسٹر سٹی معاہدہ ہوا تھا جبکہ پیر کو کراچی اور دالیان کے درمیان سسٹر سٹی "
        "معاہدہ ہوا۔",
        "Shanghai - Karachi: signed sister_city 1984 old",
        "Dalian - Karachi: signed sister_city 2019-04-22 new",
    ),
    ur(
        "ur: day and month",
        "22 اپریل کو ژوہائی اور گوادر کے درمیان سسٹر سٹی معاہدے پر دستخط ہوئے۔",
        "Zhuhai - Gwadar: signed sister_city 2019-04-22 new",
    ),
    ur(
        "ur: Arabic letter forms",
        "كراچي اور شنگهائي كے درميان سسٹر سٹي معاهدے پر دستخط هوئے۔",
        "Shanghai - Karachi: signed sister_city",
    ),
    ur(
        "ur: reported speech",
        "میئر کراچی نے کہا کہ کراچی اور ارومچی کے درمیان سسٹر سٹی کا معاہدہ ہو چکا ہے۔",
        "Urumqi - Karachi: signed sister_city",
    ),
    ur(
        "ur: one city with three partners",
        "کراچی نے شنگھائی، ارومچی اور تیانجن کے ساتھ سسٹر سٹی معاہدوں پر دستخط کیے۔",
        "Shanghai - Karachi: signed sister_city",
        "Urumqi - Karachi: signed sister_city",
        "Tianjin - Karachi: signed sister_city",
    ),
    ur(
        "ur: police",
        "پنجاب پولیس اور جیانگسو پولیس کے درمیان تربیت کے لیے مفاہمتی یادداشت پر دستخط کیے گئے۔",
        "Jiangsu - Punjab: signed cooperation",
    ),
    ur(
        "ur: governments",
        "حکومت سندھ اور ہوبے کی حکومت نے زراعت میں تعاون کی مفاہمتی یادداشت پر دستخط کیے۔",
        "Hubei - Sindh: signed cooperation",
    ),
    ur(
        "ur: bare sister city",
        "چینگڈو کے تاجروں نے اپنے سسٹر سٹی لاہور کے قلعے کی سیر کی۔",
        "? Chengdu - Lahore: signed sister_city undated old",
    ),
    ur(
        "ur: an anniversary",
        "کراچی اور شنگھائی کے سسٹر سٹی تعلقات کی 35ویں سالگرہ منائی گئی۔",
        "? Shanghai - Karachi: signed sister_city * old",
    ),
    ur(
        "ur: not signed",
        "پشاور اور ارومچی کے درمیان سسٹر سٹی معاہدے پر دستخط نہیں ہوئے۔",
    ),
    ur(
        "ur: a doubtful name between two sure ones",
        "سیالکوٹ، گجرات اور جہلم نے بالترتیب چینی شہروں فوشان، ووہو اور جیوجیانگ سے سسٹر سٹی معاہدوں پر دستخط کیے۔",
        "Foshan - Sialkot: signed sister_city",
        "Wuhu - Gujrat: signed sister_city",
        "Jiujiang - Jhelum: signed sister_city",
    ),
    ur(
        "ur: a cabinet is told what was made",
        "کابینہ کو بتایا گیا کہ صوبہ جیانگسو کے ساتھ پنجاب کا برادرانہ معاہدہ 1993ء میں ہوا تھا۔",
        "Jiangsu - Punjab: signed * 1993 old",
    ),
    ur("ur: denied", "کمشنر نے ملتان اور شیان کے درمیان سسٹر سٹی معاہدے پر دستخط کی تردید کر دی۔"),
    ur("ur: universities", "کراچی یونیورسٹی اور سیچوان یونیورسٹی کے درمیان مفاہمتی یادداشت پر دستخط ہوئے۔"),
    ur("ur: ports", "گوادر پورٹ اور شنگھائی پورٹ کے درمیان معاہدے پر دستخط ہوئے۔"),
    ur("ur: companies", "شنگھائی الیکٹرک کمپنی اور کراچی الیکٹرک کے درمیان معاہدے پر دستخط ہو گئے۔"),
    ur("ur: chambers", "لاہور چیمبر آف کامرس اور شانڈونگ چیمبر آف کامرس نے مفاہمتی یادداشت پر دستخط کیے۔"),
    ur("ur: another country", "کراچی اور ازمیر کے درمیان سسٹر سٹی معاہدے پر دستخط ہوئے، چینی مہمان بھی موجود تھے۔"),
    ur(
        "ur: twin cities of Pakistan",
        "چینی مہمانوں کی آمد پر جڑواں شہروں راولپنڈی اور اسلام آباد میں سکیورٹی سخت کر دی گئی۔",
    ),
    ur("ur: a country as one party", "پنجاب حکومت اور چین کے درمیان زراعت کی مفاہمتی یادداشت پر دستخط ہوئے۔"),
    ur("ur: partner never named", "کوئٹہ اور ایک چینی شہر کے درمیان سسٹر سٹی معاہدے پر دستخط ہوئے۔"),
    ur("ur: warm words", "وزیراعلیٰ نے سندھ اور ہوبے کے درمیان تعاون بڑھانے پر زور دیا۔"),
]


@pytest.mark.parametrize(("read", "expected"), [*CHINESE, *URDU])
def test_agreements(read: Article, expected: Sequence[str]) -> None:
    agreements = [mention for mention in read_mentions(read) if mention.type == "agreement"]
    assert disagreements(agreements, expected) == []
