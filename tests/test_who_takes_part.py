"""Who takes part in what a sentence tells: neither buildings nor bystanders, nor who is on a screen or elsewhere."""

from __future__ import annotations

import pytest

from monitor.records import Lang
from monitor.understand import read_mentions
from scoring import article

Told = set[tuple[str, str, str | None, str | None]]


def told(text: str, lang: Lang = "en", published: str = "2023-06-15") -> Told:
    return {(m.type, m.stage, m.cn, m.pk) for m in read_mentions(article(text, published=published, lang=lang))}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "MUZAFFARABAD: Chinese Ambassador Jiang Zaidong met Prime Minister Anwarul Haq of Azad Kashmir at Prime "
            "Minister House here on Thursday.",
            {("visit", "took_place", None, "Azad Kashmir")},
        ),
        (
            "QUETTA: A delegation of the Puyang municipal government of Henan province met Deputy Commissioner Gwadar "
            "Muhammad Wasim on Wednesday.",
            {("visit", "took_place", "Puyang", "Gwadar")},
        ),
        (
            "QUETTA: Zhengzhou's water bureau chief, Ma Jun, sat with the administrator of Quetta on Tuesday.",
            {("visit", "took_place", "Zhengzhou", "Quetta")},
        ),
        (
            "A delegation from Hebei Province visited the Sindh Board of Investment in Karachi on Monday.",
            {("visit", "took_place", "Hebei", "Sindh")},
        ),
        (
            "HARBIN: Pakistan's ambassador was in Heilongjiang this week. On Thursday he met Governor Sun Dezhi. "
            "The same afternoon Mayor of Harbin Wang Heping received him.",
            {("visit", "took_place", "Heilongjiang", None), ("visit", "took_place", "Harbin", None)},
        ),
        (
            "RAWALPINDI: The commissioner briefed a delegation from Weifang on Thursday about Rawalpindi's ring road. "
            "He proposed that the two become sister cities; papers would be sent to the department in Lahore.",
            {("visit", "took_place", "Weifang", "Rawalpindi"), ("agreement", "proposed", "Weifang", "Rawalpindi")},
        ),
        (
            "QUETTA: The mayor of Faisalabad talked with the Chinese consul general about schools on Tuesday.",
            {("visit", "took_place", None, "Faisalabad")},
        ),
    ],
)
def test_who_met_whom(text: str, events: Told) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    [
        "KARACHI: Hafiz Naeem, who leads a party in Karachi, met the Chinese consul general and spoke with him.",
        "GILGIT: Officials of Gilgit-Baltistan and Xinjiang on Tuesday held a video meeting on the border. Home "
        "Secretary Iqbal Hussain spoke from Gilgit, while the Chinese side was led by an official of the Kashgar "
        "foreign affairs office.",
        "Balochistan's planning department wants a berth, and Guangxi's transport department has a seat on the board.",
        "Mayor Nasir Uddin of Chattogram said that a team from the Yunnan capital had called on him at Nagar Bhaban.",
        "Two pairs of parks were twinned: Zhengzhou's botanical garden with Ayub National Park in Rawalpindi.",
        "HYDERABAD: Staff of the Hyderabad municipal corporation spent two hours on a video link with engineers of "
        "Zhengzhou. Sindh's local government department arranged it through the Chinese consulate in Karachi.",
        "The executive vice governor of Xinjiang, Zhang Chunlin, and Pakistan's ambassador were among the speakers.",
        "HYDERABAD: Telangana's capital and Qingdao are sister cities now. Analysts in Karachi watched the tour.",
        "PESHAWAR: The cabinet cleared ties with Gansu. Briefing the media, the chief minister's aide praised it.",
        "LAHORE: Equipment comes under memorandums signed between the Punjab government and Chinese police.",
        "The Punjab education foundation and a Chengdu publishing house signed a memorandum on Monday.",
        "He went to Weifang, where an academy and Punjab's research board signed a memorandum on seed.",
        "A Karachi motor group has signed a memorandum of understanding with a carmaker of Hefei.",
        "Henan Prosper Skins and Karachi-based Kings Leather signed a letter of intent at a hotel on Thursday.",
    ],
)
def test_nobody_of_a_government_took_part(text: str) -> None:
    assert told(text) == set()


def test_a_minister_is_no_host_of_his_own_envoy() -> None:
    text = (
        "LAHORE: Chief Minister Punjab Bilal Cheema met the Governor of Guangdong in Guangzhou today. Pakistan's "
        "Consul General in Guangzhou was also present. The Chief Minister later saw a battery plant."
    )
    assert told(text) == {("visit", "took_place", "Guangdong", "Punjab")}


def test_what_is_to_be_done_is_planned() -> None:
    text = (
        "Sindh Governor Kamran Tessori will leave for Changsha next month. He told reporters at the Governor House in "
        "Karachi that the Hunan provincial government would receive the group."
    )
    assert {stage for _, stage, _, _ in told(text)} == {"planned"}
    body = (
        "GILGIT: Officials from Gilgit-Baltistan and from the Kashgar prefecture of Xinjiang decided on Monday that a "
    )
    assert told(f"{body}bilateral working group would be formed.") == {
        ("agreement", "proposed", "Kashgar", "Gilgit-Baltistan")
    }


def test_guests_who_go_on_are_no_second_visit() -> None:
    text = (
        "KHAIRPUR: Khairpur and Turpan signed a memorandum of understanding on dates on Thursday. Turpan's deputy "
        "mayor signed. The deputy mayor's party of five leaves for Karachi today."
    )
    assert told(text) == {("agreement", "signed", "Turpan", "Khairpur")}


def test_what_is_useful_does_not_come() -> None:
    text = "ضلع سوات اور چین کے شہر لی جیانگ نے سسٹر سٹی معاہدے پر دستخط کر دیے۔ "
    text += "ڈپٹی کمشنر نے کہا کہ لی جیانگ کا تجربہ کام آئے گا۔"
    assert told(text, "ur") == {("agreement", "signed", "Lijiang", "Swat")}


def test_a_paper_tells_of_its_own_province_without_naming_it() -> None:
    text = (
        "5月27日,巴基斯坦旁遮普省农业厅长马利克率代表团访问我省。副省长张曙光27日在合肥会见了代表团一行。"
        "张曙光表示,安徽愿同旁遮普省合作。代表团还走访了合肥两家种业企业。"
    )
    assert told(text, "zh", "2019-05-29") == {("visit", "took_place", "Anhui", "Punjab")}
