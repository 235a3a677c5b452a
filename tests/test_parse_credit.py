"""The source of an article: named under a label, or in the places where Chinese portals leave the label out."""

from __future__ import annotations

import pytest

from monitor.parse import parse_page
from parsing import page_of

TITLE = "海湾市与丹州市签署园艺合作备忘录"
PROSE = "".join(
    f"<p>两市代表在第{number}会议室就港口绿化和学生通信交换了意见，双方商定明年夏天以前互派园艺师，并共同编写一本图册。</p>"
    for number in "一二三四"
)


def credit(under: str, behind: str = "", title: str = TITLE, prose: str = PROSE) -> str | None:
    body = f"<h1>{title}</h1>{under}<div>{prose}</div>{behind}"
    html = f"<html lang='zh'><head><title>{title}</title></head><body>{body}</body></html>"
    return parse_page(page_of(html), None).credit


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("<p>2019-09-05 11:10 来源：江临日报 编辑：何晓岚</p>", "江临日报"),
        ("<p>来源于：江临东区办事处</p>", "江临东区办事处"),
        ("<p>发表于2019-09-05 21:30| 1164次阅读| 来源江临园艺| 0 条评论</p>", "江临园艺"),
        ("<p>2019-09-05 11:10:56 江临时报网</p>", "江临时报网"),
        ("<p>2019-09-05 11:10 江临时报网[整理] 1</p>", "江临时报网"),
        ("<p>2019年09月05日01:53 江临科技 我有话说( 1307 人参与) 收藏本文</p>", "江临科技"),
        ("<p>原创 GardenForce 2019-09-05 22:18:34</p>", "GardenForce"),
        ("<p>园艺市场 江临绿讯 2019-09-05 07:48</p>", "江临绿讯"),
        ("<div id=top_bar><div class=top-bar>2019年09月05日 18:57 江临时报</div></div>", "江临时报"),
        ("<p>江临时报</p><p>2019-09-05 18:13</p>", "江临时报"),
        ("<p>石佳/江临青年报</p><p>2019-09-05 18:13</p>", "江临青年报"),
        ("<p>江临之家</p><p>发布时间：09-30 22:46</p>", "江临之家"),
        ("<div>原创 linlin <a id=js_name>江临园艺</a></div>", "江临园艺"),
        ("<p>2019-09-05 11:10 何晓岚</p>", None),
        ("<p>2019-09-05 20:35 叨叨小姐 胡一刀 园丁阿明</p>", None),
        ("<p>来源：网络 2019-09-05</p>", None),
        ("<p>图片来源：江临图库</p>", None),
        ("<p>2019-09-05 11:10 阅读1644 字号</p>", None),
        ("<p>——两市代表座谈会侧记</p><p>参加者四十人。</p>", None),
    ],
)
def test_source_under_the_title(under: str, expected: str | None) -> None:
    assert credit(under) == expected


def test_source_behind_the_text() -> None:
    behind = "<p>版权声明 来源：江临商报 时间：2019-09-23 14:34:05</p>"
    assert credit("", behind) == "江临商报"
    assert credit("", f"<footer>{behind}</footer>") is None


def test_no_word_beside_the_date_is_a_source_on_an_english_page() -> None:
    prose = "<p>The mayors spoke of the harbour for an hour and promised to send gardeners before summer.</p>"
    title = "Haiwan opens its harbour to gardeners"
    assert credit("<p>2019-09-05 11:10 Towns</p>", title=title, prose=prose) is None
