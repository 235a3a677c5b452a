"""Places in a text: homonyms, names that are also words or parts of other names, and what a name is used for."""

from __future__ import annotations

import pytest
from _pytest.mark.structures import ParameterSet

from monitor.records import Lang
from monitor.understand import read_article
from monitor.understand.gazetteer import load_gazetteer
from monitor.understand.places import Spot
from scoring import article


def spots_of(text: str, lang: Lang = "en", title: str = "") -> tuple[Spot, ...]:
    return read_article(article(text, title, "2019-04-24", lang)).spots


def names_of(text: str, lang: Lang = "en") -> list[str]:
    return [spot.place.name_en for spot in spots_of(text, lang)]


def _homonym(name: str, text: str, place: str, province: str, lang: Lang = "en") -> ParameterSet:
    return pytest.param(text, place, province, lang, id=name)


@pytest.mark.parametrize(
    ("text", "place", "province", "lang"),
    [
        _homonym("Suzhou of Jiangsu", "The mayor of Suzhou in Jiangsu province came.", "Suzhou", "Jiangsu"),
        _homonym("Suzhou of Anhui", "The mayor of Suzhou in Anhui province came.", "Suzhou", "Anhui"),
        _homonym("Fuzhou of Fujian", "Fuzhou, the capital of Fujian, signed.", "Fuzhou", "Fujian"),
        _homonym("Fuzhou of Jiangxi", "Fuzhou city of Jiangxi province signed.", "Fuzhou", "Jiangxi"),
        _homonym("Taizhou of Zhejiang", "Taizhou, Zhejiang, signed.", "Taizhou", "Zhejiang"),
        _homonym("Taizhou of Jiangsu", "Taizhou, Jiangsu, signed.", "Taizhou", "Jiangsu"),
        _homonym("Yichun of Jiangxi", "Yichun in east China's Jiangxi signed.", "Yichun", "Jiangxi"),
        _homonym("Yichun of Heilongjiang", "Yichun in Heilongjiang signed.", "Yichun", "Heilongjiang"),
        _homonym("Yulin of Shaanxi", "Yulin in Shaanxi province signed.", "Yulin", "Shaanxi"),
        _homonym("Yulin of Guangxi", "Yulin in Guangxi signed.", "Yulin", "Guangxi"),
        _homonym("宿州", "宿州市与木尔坦市签约。", "Suzhou", "Anhui", "zh"),
        _homonym("苏州", "苏州市与木尔坦市签约。", "Suzhou", "Jiangsu", "zh"),
        _homonym("抚州", "抚州市与木尔坦市签约。", "Fuzhou", "Jiangxi", "zh"),
        _homonym("榆林", "榆林市与木尔坦市签约。", "Yulin", "Shaanxi", "zh"),
        _homonym("台州", "台州市与木尔坦市签约。", "Taizhou", "Zhejiang", "zh"),
        _homonym("福州", "福州市与木尔坦市签约。", "Fuzhou", "Fujian", "zh"),
        _homonym("泰州", "泰州市与木尔坦市签约。", "Taizhou", "Jiangsu", "zh"),
        _homonym("伊春", "伊春市与木尔坦市签约。", "Yichun", "Heilongjiang", "zh"),
        _homonym("宜春", "宜春市与木尔坦市签约。", "Yichun", "Jiangxi", "zh"),
        _homonym("玉林", "玉林市与木尔坦市签约。", "Yulin", "Guangxi", "zh"),
        _homonym("蘇州", "蘇州市與木爾坦市簽約。", "Suzhou", "Jiangsu", "zh"),
        _homonym("Chaoyang of Beijing", "Chaoyang in Beijing signed.", "Chaoyang", "Beijing"),
        _homonym("Chaoyang District", "Guests from Chaoyang District signed.", "Chaoyang", "Beijing"),
        _homonym("Chaoyang of Liaoning", "Chaoyang in Liaoning signed.", "Chaoyang", "Liaoning"),
        _homonym("朝阳区", "北京市朝阳区与拉合尔市签约。", "Chaoyang", "Beijing", "zh"),
        _homonym("Jinzhou, the greater", "Guests came to Jinzhou from Pakistan.", "Jinzhou", "Liaoning"),
        _homonym("Jinzhou, the smaller", "Guests came to Jinzhou in Hebei.", "Jinzhou", "Hebei"),
        _homonym("Jinjiang is no district", "Guests came to Jinjiang, China.", "Jinjiang", "Fujian"),
        _homonym("سوژو in Anhui", "چین کے صوبے آنہوئی کے شہر سوژو کا وفد آیا۔", "Suzhou", "Anhui", "ur"),
        _homonym("سوژو in Jiangsu", "چین کے صوبے جیانگسو کے شہر سوژو کا وفد آیا۔", "Suzhou", "Jiangsu", "ur"),
    ],
)
def test_homonyms_are_settled_by_the_province_near(text: str, place: str, province: str, lang: Lang) -> None:
    gazetteer = load_gazetteer()
    found = [spot.place for spot in spots_of(text, lang) if spot.place.name_en == place]
    assert [gazetteer.places[gazetteer.province(one.place_id)].name_en for one in found] == [province]


def test_a_small_namesake_far_away_makes_no_city_doubtful() -> None:
    far = "Hebei sent guests. " + "They spoke of steel, of wheat and of the long road home. " * 3
    found = [spot for spot in spots_of(f"{far}Jinzhou and Multan signed.") if spot.place.name_en == "Jinzhou"]
    assert [(spot.place.place_id, spot.how) for spot in found] == [("cn-liaoning-jinzhou", "exact")]


def test_a_doubtful_spelling_in_two_words_leaves_the_name_in_one_word_sure() -> None:
    assert names_of("لاہور میں ہائیکو کا وفد آیا۔", "ur") == ["Lahore", "Haikou"]
    assert names_of("لاہور کے مہمان نے ہائی کو دیکھا۔", "ur") == ["Lahore"]


@pytest.mark.parametrize("name", ["Suzhou", "Fuzhou", "Taizhou", "Yichun", "Yulin"])
def test_homonyms_without_context_stay_open(name: str) -> None:
    assert names_of(f"{name} and Multan signed a sister-city agreement in China.") == ["Multan"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("浙江江山与巴基斯坦客人签约。", ["Zhejiang", "Jiangshan"]),
        ("浙江省江山市与木尔坦市签约。", ["Zhejiang", "Jiangshan", "Multan"]),
        ("他说江山如画,巴基斯坦和中国友谊长存。", []),
        ("长春市朝阳区与巴基斯坦客人交流。", ["Changchun"]),
        ("新疆喀什地区疏附县与巴基斯坦客人交流。", ["Xinjiang", "Kashgar", "Shufu"]),
        ("中国与巴基斯坦的东方市场前景广阔。", []),
        ("维护和平区域稳定,中国与巴基斯坦合作。", []),
        ("重庆市梁平区与巴基斯坦客人签约。", ["Chongqing", "Liangping"]),
        ("中国和平湖州代表团访问巴基斯坦。", ["Huzhou"]),
        ("中国客人与阿赫塔尔市长在巴基斯坦卡拉奇会谈。", ["Karachi"]),
    ],
)
def test_a_county_stands_by_its_full_name_or_behind_its_province(text: str, places: list[str]) -> None:
    assert names_of(text, "zh") == places


@pytest.mark.parametrize(
    "text",
    [
        "The chief minister of the Indian state of Punjab met farmers in Chandigarh.",
        "Hyderabad in India's Telangana state hosted a Chinese trade team.",
        pytest.param("Hyderabad, India, will host guests from Karachi's twin town."),
        pytest.param("India's Punjab and Haryana asked for water; Lahore was not named."),
        "Qingdao and Hyderabad, the capital of Telangana in India, became sister cities.",
        pytest.param("Floods hit Punjab in northern India and the Pakistani city of Lahore."),
        "The Gujarat government in Ahmedabad met a team from Guangdong.",
        "Hyderabad in Telangana and Qingdao, China, became sister cities.",
        "Chandigarh: Punjab hosted Chinese guests.",
        "印度海得拉巴与青岛市签署友好城市协议。",
        "印度旁遮普邦迎来中国客人。",
        "بھارت کے شہر حیدرآباد اور چنگ ڈاؤ میں معاہدہ ہوا۔",
        "بھارتی پنجاب میں چینی مہمان آئے۔",
    ],
)
def test_places_of_india_are_not_pakistans(text: str) -> None:
    lang: Lang = "zh" if "印" in text else "en" if text.isascii() else "ur"
    assert {"Punjab", "Hyderabad", "Gujrat"} & set(names_of(text, lang)) == set()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The twin cities of Rawalpindi and Islamabad were hit by rain as a team from Xi'an arrived.", "en"),
        ("Residents of the twin cities, Rawalpindi and Islamabad, welcomed the delegation of Sichuan.", "en"),
        ("The Rawalpindi-Islamabad twin cities are tied by a bus that a Chinese firm built.", "en"),
        ("伊斯兰堡与拉瓦尔品第是双子城,中国客人来访。", "zh"),
        ("جڑواں شہروں راولپنڈی اور اسلام آباد میں بارش ہوئی، چینی مہمان خوش ہوئے۔", "ur"),
    ],
)
def test_the_twin_cities_of_pakistan_are_no_tie(text: str, lang: Lang) -> None:
    found = read_article(article(text, "", "2019-04-24", lang))
    assert {"Rawalpindi", "Islamabad"} <= {spot.place.name_en for spot in found.spots}
    assert [mention for mention in found.mentions if mention.type == "agreement"] == []


@pytest.mark.parametrize(
    ("text", "place", "lang"),
    [
        ("Pakistan's Karachi University signed a paper.", "Karachi", "en"),
        ("The University of Karachi in Pakistan signed a paper.", "Karachi", "en"),
        ("Pakistan bought turbines of Shanghai Electric.", "Shanghai", "en"),
        ("Gwadar Port in Pakistan was opened to ships.", "Gwadar", "en"),
        ("They met at the Islamabad Serena Hotel in Pakistan.", "Islamabad", "en"),
        ("The Lahore Chamber of Commerce and Industry hosted Chinese guests.", "Lahore", "en"),
        ("Peshawar Zalmi beat a team of Chinese guests.", "Peshawar", "en"),
        pytest.param("He told the Beijing Review that Pakistan is safe.", "Beijing", "en"),
        ("He told Shenzhen Daily that Pakistan is safe.", "Shenzhen", "en"),
        ("He flew from Islamabad International Airport to China.", "Islamabad", "en"),
        ("The Quetta Gladiators play in China.", "Quetta", "en"),
        ("Bank of Punjab opened an office in China.", "Punjab", "en"),
        ("The Wuhan Institute of Virology sent masks to Pakistan.", "Wuhan", "en"),
        ("They dined at the Pearl Continental Hotel Lahore in Pakistan.", "Lahore", "en"),
        ("They met at Serena Hotel, Faisalabad, in Pakistan.", "Faisalabad", "en"),
        ("The Lahore High Court of Pakistan heard a Chinese firm.", "Lahore", "en"),
        ("The Shanghai Cooperation Organisation met in Pakistan.", "Shanghai", "en"),
        ("The Ministry of Punjab Affairs of Pakistan hosted Chinese guests.", "Punjab", "en"),
        ("Hunan Sunwalk Group met a minister of Pakistan.", "Hunan", "en"),
        ("上海合作组织成员国与巴基斯坦会谈。", "Shanghai", "zh"),
        ("巴基斯坦拉合尔希尔顿酒店举行晚宴。", "Lahore", "zh"),
        ("西安交通大学与巴基斯坦学者交流。", "Xi'an", "zh"),
        ("شنگھائی تعاون تنظیم کا اجلاس پاکستان میں ہوا۔", "Shanghai", "ur"),
        ("سرینا ہوٹل اسلام آباد میں چینی مہمان آئے۔", "Islamabad", "ur"),
        ("اسلام آباد ہائی کورٹ میں چینی کمپنی کا مقدمہ چلا۔", "Islamabad", "ur"),
        ("据广州日报报道，巴基斯坦客人来访。", "Guangzhou", "zh"),
        ("四川大学与巴基斯坦学者交流。", "Sichuan", "zh"),
        ("上海电气集团在巴基斯坦投资。", "Shanghai", "zh"),
        ("卡拉奇大学的中国学者回国。", "Karachi", "zh"),
        ("瓜达尔港迎来中国货轮。", "Gwadar", "zh"),
        ("白沙瓦机场恢复飞往中国的航班。", "Peshawar", "zh"),
        ("巴基斯坦客人入住北京饭店。", "Beijing", "zh"),
        ("کراچی یونیورسٹی میں چینی زبان کا شعبہ قائم ہوا۔", "Karachi", "ur"),
        ("جامعہ کراچی میں چینی زبان کا شعبہ قائم ہوا۔", "Karachi", "ur"),
        ("گوادر بندرگاہ پر چینی جہاز پہنچا۔", "Gwadar", "ur"),
        ("لاہور چیمبر آف کامرس میں چینی مہمان آئے۔", "Lahore", "ur"),
        ("شنگھائی الیکٹرک کمپنی پاکستان میں کام کرے گی۔", "Shanghai", "ur"),
        ("پنجاب یونیورسٹی میں چینی وفد آیا۔", "Punjab", "ur"),
        ("اسلام آباد ایئرپورٹ پر چینی مہمان اترے۔", "Islamabad", "ur"),
    ],
)
def test_names_within_other_names_are_no_party(text: str, place: str, lang: Lang) -> None:
    assert [spot.use for spot in spots_of(text, lang) if spot.place.name_en == place and spot.use == "party"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A Pakistani tank battalion drove past.",
        "Tank crews of Pakistan trained with Chinese guests.",
        "The port is a hub of trade between Pakistan and China.",
        "Hub of trade: Pakistan and China open a road.",
        "The chamber of commerce of Pakistan met.",
        "Chamber members from Pakistan and China met.",
        "Pakistan's dire straits worry China.",
        "A mile from the border, Pakistan and China built a road.",
        "It was the fate of Pakistan and China to be neighbours.",
        "Pakistan and China bake bread.",
        "The bagh was full of guests from Pakistan and China.",
        "Chinese guests enjoyed topi hats in Pakistan.",
        "The Tank Regiment of Pakistan trained in China.",
        "A Hub for trade between Pakistan and China opened.",
        "Wah! Pakistan and China agreed.",
        "Mile by mile, Pakistan and China built the road.",
        "Dir was the word, in Pakistan and in China.",
    ],
)
def test_common_words_are_no_places(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("A sister-city accord of Multan and Xain, China, was signed.", "Xi'an", id="Xain"),
        pytest.param("Gujrawala and Zibo signed.", "Gujranwala", id="Gujrawala"),
        pytest.param("Peshawar and Urmachi signed.", "Urumqi", id="Urmachi"),
        pytest.param("Kashgar and Shezai of China met Lahore's mayor.", "Shihezi", id="Shezai"),
        pytest.param("Faisalabad and Qingado signed.", "Qingdao", id="Qingado"),
        pytest.param("Pupong and Lahore signed.", "Puyang", id="Pupong"),
        pytest.param("Xianjiang and Gilgit-Baltistan signed.", "Xinjiang", id="Xianjiang"),
        pytest.param("Gawadar and Zhuhai signed.", "Gwadar", id="Gawadar"),
    ],
)
def test_misspellings_of_the_press(text: str, name: str) -> None:
    assert name in names_of(text)


def test_a_common_word_behind_a_place_is_none() -> None:
    assert names_of("The Guangdong Chamber met Pakistan's envoy.") == ["Guangdong"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guests from Tank district in Pakistan met Chinese engineers.", "Tank"),
        ("The city of Hub in Pakistan met Chinese engineers.", "Hub"),
        ("Guests from Mile city in China came to Pakistan.", "Mile"),
    ],
)
def test_a_common_word_with_its_kind_is_a_place(text: str, name: str) -> None:
    assert names_of(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Zhang Wei met Chinese guests in Pakistan.",
        "Pakistani singer Gul Panra sang.",
        "Chen Jining met guests from Pakistan in China.",
        "Wang Anshun spoke to the ambassador of Pakistan.",
        "Zhong Nanshan advised doctors in China and Pakistan.",
        "Imran Lahori sang for guests from China and Pakistan.",
    ],
)
def test_people_are_no_places(text: str) -> None:
    assert names_of(text) == []


def test_a_surname_hides_no_city_that_is_called_one() -> None:
    assert names_of("The mayor met Ms Li. Guests of Yang Yichang city came to Pakistan.") == ["Yichang"]
