"""What addresses tell by their shape. The shapes are those of the package's sources, and of others like them."""

from __future__ import annotations

import pytest

from monitor.collect.doubles import is_variant, page_key, spellings
from monitor.collect.shapes import looks_like_article, same_site
from monitor.urls import canonical_url

ARTICLES = """
https://www.dawn.com/news/1831234/karachi-lahore
https://www.dawn.com/news/1831234
https://tribune.com.pk/story/2112517/chinese-team
https://www.thenews.com.pk/print/1115116-naqvi-visits-chinese-consulate-on-national-day
https://www.thenews.com.pk/latest/1184911-moon
https://www.nation.com.pk/24-Apr-2025/china-and-pakistan
https://nation.com.pk/2022/05/20/new-chinese-consul-general-lahore-assumes-charge/
https://www.app.com.pk/national/henan-delegation-visits-lahore/
https://www.radio.gov.pk/24-04-2025/pakistan-rejects-indian-announcement
https://www.brecorder.com/news/40301234/china-visit
https://www.urdupoint.com/en/world/ambassador-hashmi-chairs-consuls-general-conf-1785811.html
https://www.urdupoint.com/daily/livenews/2024-05-06/news-3942847.html
https://jang.com.pk/news/1027809
https://www.nawaiwaqt.com.pk/24-Jun-2022/1570808
https://dunya.com.pk/index.php/pakistan/2026-01-19/2619065
https://www.express.pk/story/2660434/1/
https://urdu.app.com.pk/urdu/?p=112761
https://peoplemagazine.com.pk/?p=21365
https://dostiradio.com/archives/95547
https://cpecinfo.com/%D9%BE%D8%A7%DA%A9-%DA%86%DB%8C%D9%86-%D8%AF%D9%88%D8%B3%D8%AA%DB%8C-%D8%BA%DB%8C%D8%B1
https://cpecinfo.com/gwadar-and-pupong-municipality-sign-mou/
https://www.gwadarpro.pk/1799362635063197697/secp-calls-for-crop-insurance
https://www.gwadarpro.pk/1799362635063197697
http://www.pakbj.org/index.php?m=content&c=index&a=show&catid=29&id=6
https://english.news.cn/asiapacific/20260604/1cc53d3afcfa44879185883c4c0ace4a/c.html
http://en.people.cn/n3/2024/0506/c90000-20165432.html
https://www.chinadaily.com.cn/a/202405/06/WS66383d8ba31082fc043c5d2e.html
https://news.cgtn.com/news/2024-05-06/China-Pakistan-ties-1tnXyz/p.html
https://www.globaltimes.cn/page/202405/1311655.shtml
http://www.ecns.cn/news/2024-05-06/detail-ihehuyhy1234567.shtml
http://www.china.org.cn/world/2024-05/06/content_117170000.shtml
http://en.ce.cn/main/latest/202609/t20260902_3188198.shtml
https://www.chinanews.com.cn/gj/2024/05-06/10211234.shtml
http://world.people.com.cn/n1/2024/0506/c1002-40230000.html
https://www.mfa.gov.cn/gjhdq_676201/gj_676203/yz_676205/1206_676308/1206x2_676328/202504/t20250419_11598440.shtml
http://lahore.china-consulate.gov.cn/eng/zlgdt/202405/t20240506_11.htm
http://fao.hangzhou.gov.cn/art/2023/5/25/art_1693390_58838652.html
http://wqb.hunan.gov.cn/wqb/xxgk/lbxx/201906/t20190628_5368461.html
http://www.gzfao.gov.cn/ztlm/dbhz/content/post_136686.html
https://www.gdfao.gov.cn/zwgk/zdly/fss/content/post_1333504.html
https://fao.sz.gov.cn/xxgk/tzgg/content/post_1635173.html
https://wsb.sh.gov.cn/ywdt/wshd/20260707/04498533adf845bdb38d0746e6e8ee0f.html
https://wsb.gxzf.gov.cn/xwyw_48149/dfws_48154/t8584005.shtml
https://gansu.gansudaily.com.cn/system/2024/06/19/031018769.shtml
https://www.ts.cn/xwzx/shxw/202409/t20240923_23975204.shtml
http://epaper.gansudaily.com.cn/gsrb/html/2016-03/13/content_308067.htm
https://a.cn/view.php?id=123456
https://islamabadpost.com.pk/pcfa-punjab-celebrates-74th-national-day-of-china-in-lahore
https://arynews.tv/en/chinese-towns-sister-cities-karachi-gwadar-multan/
https://www.xinhuanet.com/english/2021-12/09/c_1310361111.htm
https://www.dailytimes.com.pk/1234567/henan-team/
https://dailytimes.com.pk/henan-team-visits-lahore/
https://pakobserver.net/chinese-governor-visits-punjab/
https://wsb.gansu.gov.cn/wsb/c108836/202510/174224859.shtml
https://www.xhby.net/content/s6a59f61be4b03d9ce7970a2e.htm
https://hn.rednet.cn/content/2022/10/12/11928392.html
http://news.cnwest.com/szyw/a/2025/02/28/23012564.html
http://cdfao.chengdu.gov.cn/cdwqb/c107685/2019-06/26/content_41f0218975e74bb6876478d067781521.shtml
https://wb.beijing.gov.cn/home/index/wsjx/202401/t20240115_3535596.html
https://mofa.gov.pk/pakistan-registers-strong-protest
https://mofa.gov.pk/press-releases/pakistan-and-china-hold-consultations
http://karachi.china-consulate.gov.cn/zlgdt/202409/t20240925_11496255.htm
https://zfwb.cq.gov.cn/zwxx_162/bmdt/202201/t20220119_10318650.html
https://pamirtimes.net/2025/10/06/82394/
https://pamirtimes.net/2019/06/18/administrative-reforms/
https://www.cpaffc.org.cn/index/news/detail/id/7123/lang/1.html
https://tech.ifeng.com/c/7ppOPfA4tYd
https://example.pk/a/9f0c1cc53d3afcfa44879185883c4c0ace4a
"""
LISTS = """
https://www.dawn.com/pakistan
https://www.dawn.com/
https://www.dawn.com/trends/china
https://www.dawn.com/authors/2677/the-newspapers-staff-reporter
https://tribune.com.pk/pakistan/punjab
https://www.thenews.com.pk/latest-stories
https://www.thenews.com.pk/latest/category/national
https://www.app.com.pk/category/national/
https://www.app.com.pk/category/national/page/2/
https://www.app.com.pk/tag/china-pakistan-economic-corridor/
https://dailytimes.com.pk/2024/05/06/
https://dailytimes.com.pk/2024/05/
https://www.nation.com.pk/epaper/lahore/2024-05-06/page-1
https://www.urdupoint.com/daily/
https://www.mfa.gov.cn/gjhdq_676201/
https://www.mfa.gov.cn/gjhdq_676201/gj_676203/yz_676205/
https://www.mfa.gov.cn/gjhdq_676201/gj_676203/yz_676205/1206_676308/1206x2_676328/
https://www.mfa.gov.cn/gjhdq_676201/gj_676203/yz_676205/1206_676308/1206x2_676328/index_1.shtml
https://wsb.gxzf.gov.cn/xwyw_48149/dfws_48154/
http://fao.hangzhou.gov.cn/col/col1693390/index.html
http://fao.hangzhou.gov.cn/col/col1693390/
http://www.gzfao.gov.cn/ztlm/dbhz/
http://wqb.hunan.gov.cn/wqb/xxgk/lbxx/index_2.html
http://www.pakbj.org/index.php?m=content&c=index&a=lists&catid=12&page=2
http://www.pakbj.org/index.php?m=content&c=index&a=lists&catid=12
https://english.news.cn/asiapacific/index.htm
http://en.people.cn/90883/index.html
https://www.chinadaily.com.cn/world/asia_pacific
http://www.china.org.cn/world/node_7187000.htm
http://lahore.china-consulate.gov.cn/eng/zlgdt/
http://lahore.china-consulate.gov.cn/eng/zlgdt/index_3.htm
https://wsb.sh.gov.cn/ywdt/wshd/
https://zfwb.cq.gov.cn/zwgk_162/fdzdgknr/zcwj2/xzxgfwj/
https://example.cn/list-12-3.html
https://example.cn/list_12_3.html
https://example.pk/?s=china&paged=2
https://example.pk/search?q=china
https://cpecinfo.com/daily-news/
https://www.gwadarpro.pk/
https://a.cn/news/photo-12345.jpg
https://news.cri.cn/node_12345.htm
https://example.cn/channel/100021/
https://www.brecorder.com/trends/china
https://www.radio.gov.pk/category/national
http://example.gov.cn/c100021/list.shtml
http://example.gov.cn/c100021/
https://www.cpaffc.org.cn/index/news/news_list/id/7/lang/1.html
https://www.cpaffc.org.cn/index/news/news_list/id/7/lang/1.html?page=2
https://wsb.gansu.gov.cn/wsb/c108836/list.shtml
https://hn.rednet.cn/channel/7399.html
http://news.cnwest.com/szyw/index.html
http://news.cnwest.com/node_4139.htm
https://wb.beijing.gov.cn/home/index/wsjx/
https://mofa.gov.pk/press-releases
https://news.example.cn/comment/12345678.html
https://www.example.cn/ActivityTopic/DecennialActivity/
https://sports.example.cn/2019worldcup/
https://mofa.gov.pk/shanghai-china
http://karachi.china-consulate.gov.cn/zlgdt/
https://zfwb.cq.gov.cn/zwxx_162/bmdt/
https://www.pakbj.org/cn/sbgx/index.htm
https://azaadchinese.pk/category/%E4%B8%AD%E5%B7%B4%E5%85%B3%E7%B3%BB/page/5
https://www.gazette.pk/videos/1234567
https://www.gazette.pk/news/minutes-12345.pdf
https://www.gazette.pk/author/staff-reporter/
"""


@pytest.mark.parametrize("url", ARTICLES.split())
def test_articles(url: str) -> None:
    assert looks_like_article(canonical_url(url))


@pytest.mark.parametrize("url", LISTS.split())
def test_a_list_is_no_article(url: str) -> None:
    assert not looks_like_article(canonical_url(url))


def test_same_site() -> None:
    assert same_site("https://m.dawn.com/a", "https://www.dawn.com/")
    assert same_site("https://english.news.cn/a", "https://news.cn/")
    assert not same_site("https://notdawn.com/a", "https://dawn.com/")
    assert not same_site("mailto:x", "mailto:y")


FULL = "https://www.gazette.pk/news/1234567/two-cities"


@pytest.mark.parametrize(
    ("double", "variant"),
    [
        ("http://www.gazette.pk/news/1234567/two-cities", False),
        ("https://gazette.pk/news/1234567/two-cities", False),
        ("https://m.gazette.pk/news/1234567/two-cities", True),
        ("https://wap.gazette.pk/news/1234567/two-cities/", True),
        ("https://www.gazette.pk/news/1234567/two-cities/amp", True),
        ("https://www.gazette.pk/news/1234567/two-cities/amp/", True),
        ("https://www.gazette.pk/amp/news/1234567/two-cities", True),
        ("https://www.gazette.pk/news/1234567/two-cities?amp", True),
        ("https://www.gazette.pk/news/1234567/two-cities?amp=1", True),
        ("https://www.gazette.pk/news/1234567/two-cities?outputType=amp", True),
        ("https://www.gazette.pk/news/1234567/two-cities/index.html", False),
    ],
)
def test_doubles_of_one_page(double: str, *, variant: bool) -> None:
    assert page_key(canonical_url(double)) == page_key(FULL)
    assert is_variant(canonical_url(double)) is variant


@pytest.mark.parametrize(
    "url",
    [FULL, FULL + "/", "http://gazette.pk/news/1", "https://m.gazette.pk/?p=1", "https://gazette.pk/view.php?id=7&x=y"],
)
def test_spellings_are_addresses_of_the_same_page(url: str) -> None:
    found = list(spellings(canonical_url(url)))
    assert canonical_url(url) in found
    assert {page_key(each) for each in found} == {page_key(canonical_url(url))}
    assert [canonical_url(each) for each in found] == found


def test_the_mobile_copy_that_a_chinese_system_writes_beside_a_page() -> None:
    page, copy = (f"https://zfwb.cq.gov.cn/zwxx_162/bmdt/202201/t20220119_10318650{end}.html" for end in ("", "_wap"))
    assert page_key(copy) == page_key(page)
    assert is_variant(copy)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.gazette.pk/news/1234568/two-cities",
        "https://www.gazette.pk/news/1234567/two-cities?page=2",
        "https://urdu.gazette.pk/news/1234567/two-cities",
        "https://www.gazette.pk:8443/news/1234567/two-cities",
        "https://www.gazette.pk/news/1234567/two-cities-amplified",
    ],
)
def test_pages_that_are_not_one(other: str) -> None:
    assert page_key(canonical_url(other)) != page_key(FULL)
