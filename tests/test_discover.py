"""From feeds, sitemaps and listing pages to links."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from typing import Any

import pytest

from monitor.collect.discover import discover, feed_links, listing_links, sitemap_links
from monitor.collect.links import canonical_links, moment_of
from monitor.collect.sitemap import newest_children, recent_links
from monitor.errors import FetchError
from monitor.records import Link, Source, SourceKind

HOME = "https://www.gazette.pk/"


def source(kind: SourceKind = "feed", **changes: Any) -> Source:
    values = {"name": "Gazette", "home": HOME, "country": "PK", "lang": "en", "address": HOME + "news/"}
    return Source(source_id="gazette", kind=kind, **(values | changes))


def urls(links: tuple[Link, ...]) -> list[str]:
    return [link.url for link in links]


RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Gazette</title><link>https://www.gazette.pk/</link>
<item><title>Karachi &amp; Shanghai sign</title><link>/news/1?utm_source=rss</link>
  <pubDate>Mon, 06 May 2024 10:00:00 +0500</pubDate></item>
<item><title>Again</title><link>https://WWW.gazette.pk/news/1#comments</link></item>
<item><guid isPermaLink="true">https://www.gazette.pk/news/2</guid>
  <pubDate>Mon, 06 May 2024 11:00:00 +0500</pubDate></item>
<item><title>No web page</title><link>mailto:desk@gazette.pk</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><id>urn:x</id><updated>2024-05-06T00:00:00Z</updated>
<entry><id>urn:1</id><title>武汉与卡拉奇</title><link href="1.html"/><published>2024-05-01T00:00:00Z</published>
  <updated>2024-05-06T10:00:00Z</updated></entry>
<entry><id>urn:2</id><title>Two</title><link rel="alternate" href="2.html"/>
  <updated>2024-05-07T00:00:00Z</updated></entry>
</feed>"""


def test_rss() -> None:
    links = feed_links(RSS.encode(), {"content-type": "application/rss+xml"}, source())
    assert urls(links) == [HOME + "news/1", HOME + "news/2"]
    assert links[0].title == "Karachi & Shanghai sign"
    assert links[0].updated == "Mon, 06 May 2024 10:00:00 +0500"
    assert links[0].source_id == "gazette"


def test_atom_resolves_against_the_address_and_prefers_updated() -> None:
    links = feed_links(ATOM.encode(), {}, source())
    assert [(link.url, link.title, link.updated) for link in links] == [
        (HOME + "news/1.html", "武汉与卡拉奇", "2024-05-06T10:00:00Z"),
        (HOME + "news/2.html", "Two", "2024-05-07T00:00:00Z"),
    ]
    assert urls(feed_links(ATOM.encode(), {}, source(), "https://feeds.gazette.pk/all"))[0].startswith("https://feeds.")


def test_an_entry_with_several_pages_is_read_in_the_language_of_the_source() -> None:
    links = "".join(
        f'<link rel="{rel}" hreflang="{lang}" href="{href}"/>'
        for rel, lang, href in (
            ("edit", "en", "edit/1"),
            ("alternate", "fr", "fr/1"),
            ("alternate", "en-GB", "en/1"),
            ("alternate", "ur", "ur/1"),
        )
    )
    body = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>urn:1</id>{links}</entry></feed>'
    assert urls(feed_links(body.encode(), {}, source())) == [HOME + "news/en/1"]
    assert urls(feed_links(body.encode(), {}, source(lang="ur"))) == [HOME + "news/ur/1"]
    assert urls(feed_links(body.encode(), {}, source(lang="zh"))) == [HOME + "news/fr/1"], "the first it names"


def test_publication_dates_that_are_the_moment_of_asking_are_no_mark() -> None:
    same = (
        RSS.replace("11:00:00", "10:00:00")
        .replace("<title>Again</title>", "<title>Again</title><pubDate>Mon, 06 May 2024 10:00:00 +0500</pubDate>")
        .replace("<title>No web page</title>", "<pubDate>Mon, 06 May 2024 10:00:00 +0500</pubDate>")
    )
    assert {link.updated for link in feed_links(same.encode(), {}, source())} == {None}


def test_a_feed_without_entries_is_a_feed_and_a_page_is_none() -> None:
    empty = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    assert feed_links(empty, {}, source()) == ()
    for body in (b"<html><body><p>Checking your browser</p></body></html>", b"", b"/etc/passwd", b"\x00\xff" * 50):
        with pytest.raises(FetchError, match="bad_content"):
            feed_links(body, {}, source())


@pytest.mark.parametrize("prologue", [b"", b'<?xml version="1.0"?>\n'])
def test_a_page_in_the_place_of_a_feed_is_asked_which_feed_it_has(prologue: bytes) -> None:
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed/"></head><p>News</p></html>'
    with pytest.raises(FetchError, match=r"it names the feed https://www\.gazette\.pk/feed/"):
        feed_links(prologue + page, {}, source())


def test_feed_in_a_chinese_encoding() -> None:
    body = ATOM.replace("utf-8", "gb2312").encode("gb2312")
    assert feed_links(body, {"content-type": "application/xml"}, source())[0].title == "武汉与卡拉奇"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_bombs_are_refused(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}]><urlset><url><loc>&j;</loc></url></urlset>'
    with pytest.raises(FetchError, match="bad_content"):
        sitemap_links(body.encode(encoding), source("sitemap"))


def test_entity_bomb_in_a_feed_does_not_explode() -> None:
    body = f'<?xml version="1.0"?>{BOMB}]><rss version="2.0"><channel><item><link>/1</link><title>&j;</title></item>'
    links = feed_links((body + "</channel></rss>").encode(), {}, source())
    assert all(len(link.title or "") < 1000 for link in links)


def test_external_entity_is_not_read() -> None:
    body = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>'
    with pytest.raises(FetchError, match="bad_content"):
        sitemap_links(body, source("sitemap"))


URLSET = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://www.gazette.pk/news/2 </loc><lastmod>2024-05-06</lastmod>
  <image:image><image:loc>https://www.gazette.pk/a.jpg</image:loc></image:image>
  <news:news><news:title>A delegation
     arrives</news:title></news:news></url>
<url><loc>/news/1</loc></url><url><loc>https://www.gazette.pk/news/2</loc></url><url></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://www.gazette.pk/s1.xml.gz</loc><lastmod>2024-05-01</lastmod></sitemap>
<sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("body", [URLSET.encode(), gzip.compress(URLSET.encode()), b"\n " + URLSET.encode()])
def test_sitemap(body: bytes) -> None:
    found = sitemap_links(body, source("sitemap"))
    assert found.links == (
        Link(HOME + "news/2", "gazette", "A delegation arrives", "2024-05-06"),
        Link(HOME + "news/1", "gazette"),
    )
    assert found.more == ()


def test_sitemap_index() -> None:
    found = sitemap_links(INDEX.encode(), source("sitemap"))
    assert found.links == ()
    assert [(link.url, link.updated) for link in found.more] == [
        (HOME + "s1.xml.gz", "2024-05-01"),
        (HOME + "s2.xml", None),
    ]


def test_sitemap_with_bare_ampersand_is_read() -> None:
    found = sitemap_links(b"<urlset><url><loc>https://a.pk/x?a=1&b=2</loc></url></urlset>", source("sitemap"))
    assert len(found.links) == 1


@pytest.mark.parametrize(
    "body",
    [
        RSS.encode(),
        gzip.compress(RSS.encode()),
        b"\xef\xbb\xbf" + f"{HOME}news/1\r\n\n{HOME}news/2\nnot an address".encode(),
    ],
)
def test_feeds_and_texts_are_sitemaps_too(body: bytes) -> None:
    assert urls(sitemap_links(body, source("sitemap")).links) == [HOME + "news/1", HOME + "news/2"]


def test_sitemap_with_languages_gives_each_article_once_in_that_of_the_source() -> None:
    pair = "".join(
        f'<x:link rel="alternate" hreflang="{lang}" href="/{lang}/1"/>' for lang in ("en-US", "ur", "x-default")
    )
    entries = f"<url><loc>/en-US/1</loc>{pair}</url><url><loc>/ur/1</loc>{pair}</url><url><loc>/fr/2</loc></url>"
    body = f'<urlset xmlns:x="http://www.w3.org/1999/xhtml">{entries}</urlset>'.encode()
    assert urls(sitemap_links(body, source("sitemap")).links) == [HOME + "en-US/1", HOME + "fr/2"]
    assert urls(sitemap_links(body, source("sitemap", lang="ur")).links) == [HOME + "ur/1", HOME + "fr/2"]


def test_what_marks_a_version_in_a_sitemap() -> None:
    news = "<url><loc>/{0}</loc><n:news xmlns:n='n'><n:publication_date>{1}</n:publication_date></n:news></url>"
    dated = "<urlset>" + news.format(1, "2024-05-06") + news.format(2, "2024-05-07") + "</urlset>"
    assert [link.updated for link in sitemap_links(dated.encode(), source("sitemap")).links] == [
        "2024-05-06",
        "2024-05-07",
    ]
    asked = "<urlset>" + "".join(f"<url><loc>/{n}</loc><lastmod>2024-05-06T07:08:09Z</lastmod></url>" for n in (1, 2))
    assert {link.updated for link in sitemap_links((asked + "</urlset>").encode(), source("sitemap")).links} == {None}


def children(*rows: tuple[str, str | None]) -> list[Link]:
    return [Link(HOME + name, "gazette", None, updated) for name, updated in rows]


def test_newest_children() -> None:
    dated = children(("a.xml", "2024-05-01"), ("b.xml", "2024-05-03"), ("c.xml", None), ("d.xml", "2024-05-02"))
    assert [link.url[-5:] for link in newest_children(dated, 3)] == ["b.xml", "d.xml", "a.xml"]
    numbered = children(*((f"posts-{number}.xml", None) for number in (1, 9, 10, 118)), ("2026-11.xml", None))
    assert [link.url.rpartition("/")[2] for link in newest_children(numbered, 3)] == [
        "2026-11.xml",
        "posts-118.xml",
        "posts-10.xml",
    ]
    kinds = (
        "category-sitemap.xml",
        "post_tag-sitemap2.xml",
        "author-sitemap.xml",
        "video_sitemap.xml",
        "post-sitemap3.xml",
    )
    assert urls(tuple(newest_children(children(*((kind, None) for kind in kinds)), 9))) == [HOME + "post-sitemap3.xml"]
    assert len(newest_children(children(("sitemap-pages.xml", None), ("sitemap-images.xml", None)), 9)) == 2


def test_recent_links() -> None:
    now = datetime(2024, 5, 20, tzinfo=UTC)
    rows = children(
        ("new", "2024-05-06T10:00:00+05:00"),
        ("month", "2024-01"),
        ("old", "2024-02-01"),
        ("recent", "2024-03"),
        ("undated", None),
        ("2019/07/08/long-ago", None),
        ("future", "2099-01-01"),
        ("year", "2023"),
        ("odd", "yesterday"),
    )
    kept, old = recent_links(rows, now)
    assert [link.url.removeprefix(HOME) for link in kept] == ["new", "recent", "undated", "future", "odd"]
    assert old == 4
    assert recent_links([], now) == ([], 0)


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        ("2024-05-06", "2024-05-06"),
        ("2024-05", "2024-05-01"),
        ("2024-05-06T23:30:00-05:00", "2024-05-07"),
        ("Mon, 06 May 2024 10:00:00 +0500", "2024-05-06"),
        ("06 May 2024 10:00", "2024-05-06"),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("2024-13-45", None),
    ],
)
def test_moment_of_a_mark(mark: str | None, day: str | None) -> None:
    moment = moment_of(mark)
    assert (f"{moment.astimezone(UTC):%Y-%m-%d}" if moment else None) == day


def test_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.collect.sitemap.SITEMAP_LIMIT", 100_000)
    with pytest.raises(FetchError, match="too_large"):
        sitemap_links(gzip.compress(b"<urlset>" + b" " * 10_000_000), source("sitemap"))


@pytest.mark.parametrize("body", [b"", b"{}", b"<html><body>Not here</body></html>", gzip.compress(b"x" * 9999)[:30]])
def test_what_is_no_sitemap(body: bytes) -> None:
    with pytest.raises(FetchError, match="bad_content"):
        sitemap_links(body, source("sitemap"))


LISTING = """<html><head><base href="https://www.gazette.pk/city/"><link rel="next" href="?page=2"></head><body>
<a href="/">Home of the gazette</a> <a href="/category/business/2024">Business and the economy</a>
<a href="/login?next=20240506">Login to your account</a> <a href="/tag/china-pakistan-city-ties">China and Pakistan</a>
<a href="karachi-and-shanghai-sign-accord">Karachi and Shanghai <b>sign accord</b></a>
<a href="/news/1234567"><img src="x.jpg"></a>
<a href="/news/1234567">Henan delegation visits Lahore</a>
<a href="/news/1234567#comments">17 comments on this article</a>
<a href="https://other.example/news/7654321">Elsewhere on the web today</a>
<a href="./202405/t20240506_88.html">河南省代表团访问拉合尔</a>
<a href="/epaper/20240506">Read the paper of today</a> <a href="/docs/20240506-report.pdf">The report of the year</a>
<a href="javascript:void(0)">Open the menu please</a> <a href="mailto:a@b.pk">Write to the editors</a>
<a href="/page/20240506">An older page of news</a> <a href="/news/1234568">More</a><a>Nowhere to go at all</a>
</body></html>"""


def test_listing() -> None:
    found = listing_links(LISTING.encode(), HOME + "news/", source("listing"))
    assert [(link.url, link.title) for link in found.links] == [
        (HOME + "city/karachi-and-shanghai-sign-accord", "Karachi and Shanghai sign accord"),
        (HOME + "news/1234567", "Henan delegation visits Lahore"),
        (HOME + "city/202405/t20240506_88.html", "河南省代表团访问拉合尔"),
    ]
    assert urls(found.more) == [HOME + "city/?page=2"]


def test_listing_with_a_selector_takes_what_it_names() -> None:
    page = '<div class="a"><a href="/about-x">x</a></div><ul class="n"><li><a href="y">Y</a></li><li>z</li></ul>'
    assert urls(listing_links(page.encode(), HOME, source("listing", selectors={"link": ".n li"})).links) == [
        HOME + "y"
    ]
    assert urls(listing_links(page.encode(), HOME, source("listing", selectors={"link": ".a a"})).links) == [
        HOME + "about-x"
    ]
    with pytest.raises(FetchError, match="bad_selector"):
        listing_links(page.encode(), HOME, source("listing", selectors={"link": "a[["}))


@pytest.mark.parametrize(
    ("words", "is_next"),
    [
        ("下一页", True),
        ("下页>", True),
        ("Next »", True),
        ("<b>Older posts</b>", True),
        ("اگلا صفحہ", True),
        ("上一页", False),
        ("Next of kin", False),
        ("2", False),
        ("", False),
    ],
)
def test_next_page_by_its_words(words: str, is_next: bool) -> None:
    page = f'<a href="/news/12345">Karachi and Shanghai</a><a href="index_1.html">{words}</a>'
    found = listing_links(page.encode(), HOME + "news/", source("listing"))
    assert urls(found.more) == ([HOME + "news/index_1.html"] if is_next else [])


def test_listing_shows_a_page_once_though_linked_at_several_addresses() -> None:
    hrefs = (
        "https://m.gazette.pk/news/1234567",
        "/news/1234567?amp=1",
        "/news/1234567",
        "http://gazette.pk/news/1234567/",
    )
    page = "".join(f'<a href="{href}">Karachi and Shanghai sign</a>' for href in hrefs)
    page += '<a hreflang="fr" href="/fr/news/1234567">Karachi et Shanghai signent</a>'
    found = listing_links(page.encode(), HOME + "news/", source("listing"))
    assert urls(found.links) == [HOME + "news/1234567"]
    only_mobile = canonical_links([Link("https://m.gazette.pk/news/7", "gazette")], HOME)
    assert urls(only_mobile) == ["https://m.gazette.pk/news/7"], "an address is never made up"


@pytest.mark.parametrize(
    ("call", "following"),
    [
        ('createPageHTML(50, 0, "index", "html");', "index_1.html"),
        ("createPageHTML('page_div',12, 3,'index','shtml',233);", "index_4.shtml"),
        ('createPageHTML(4, 3, "index", "html");', None),
        ('createPageHTML(1, 0, "index", "html");', None),
    ],
)
def test_next_page_that_a_script_writes(call: str, following: str | None) -> None:
    page = f'<a href="t20240506_1.html">武汉市与卡拉奇市签约</a><script>{call}</script>'
    found = listing_links(page.encode(), HOME + "news/", source("listing"))
    assert urls(found.more) == ([HOME + "news/" + following] if following else [])


@pytest.mark.parametrize("words", ["查看详情", "Read more…", "[详细]", "مزید پڑھیں", "View Details >>"])
def test_a_link_that_says_only_where_the_whole_is(words: str) -> None:
    page = f"""<h4>武汉市与卡拉奇市签约</h4><a href="/index/news/detail/id/7123/lang/1.html">{words}</a>
    <a href="/index/news/news_list/id/7/lang/1.html">{words}</a><a href="/news/1234567">更多</a>"""
    (link,) = listing_links(page.encode(), HOME, source("listing")).links
    assert (link.url, link.title) == (HOME + "index/news/detail/id/7123/lang/1.html", None)


HANWEB = """
<datastore><nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&amp;columnid=9"></a>]]>
</nextgroup><recordset><record><![CDATA[<li><a href='/art/2024/5/6/art_9_6.html'>武汉市与卡拉奇市签约</a></li>]]>
</record><record><![CDATA[<li><a href='/art/2024/5/6/art_9_7.html'>我市代表团访问巴基斯坦</a></li>]]></record>
</recordset></datastore>
"""


@pytest.mark.parametrize("wrapping", ['<div id="9"><script type="text/xml">{}</script></div><p>end', "{}"])
def test_list_that_is_handed_to_a_script_as_xml(wrapping: str) -> None:
    page = wrapping.format(HANWEB.strip())
    found = listing_links(page.encode(), HOME + "col/col9/index.html", source("listing"))
    assert urls(found.links) == [HOME + "art/2024/5/6/art_9_6.html", HOME + "art/2024/5/6/art_9_7.html"]
    assert [link.title for link in found.links] == ["武汉市与卡拉奇市签约", "我市代表团访问巴基斯坦"]
    assert urls(found.more) == [HOME + "module/web/jpage/dataproxy.jsp?page=1&columnid=9"]


@pytest.mark.parametrize(
    "body",
    [
        RSS.encode(),
        b'\xef\xbb\xbf<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><!-- by us -->\n'
        + RSS.encode().split(b"?>", 1)[1],
        b'<a href="/news/1">Karachi and Shanghai sign</a><a href="/news/12345">Henan delegation in Lahore</a>',
    ],
)
def test_a_search_answers_with_a_feed_or_a_page(body: bytes) -> None:
    found = discover(body, {}, HOME, source("search", address=HOME + "?s={query}", queries=("x",)))
    assert found.links
    assert {link.url for link in found.links} <= {HOME + "news/1", HOME + "news/2", HOME + "news/12345"}


def test_a_search_may_find_nothing() -> None:
    asked = source("search", address=HOME + "?s={query}", queries=("x",))
    assert discover(b"<p>Nothing was found.</p>", {}, HOME, asked).links == ()


def test_listing_in_gbk_and_as_xhtml() -> None:
    page = '<html><head><meta charset="gb2312"></head><a href="/art/2024/5/6/art_1.html">武汉市与卡拉奇市</a></html>'
    (link,) = listing_links(page.encode("gb2312"), HOME, source("listing")).links
    assert link.title == "武汉市与卡拉奇市"
    xhtml = '<?xml version="1.0"?><div><a href="/news/12345">Karachi and Shanghai</a></div>'
    assert len(listing_links(xhtml.encode(), HOME, source("listing")).links) == 1


def test_discover_by_kind() -> None:
    assert len(discover(RSS.encode(), {}, HOME, source("feed")).links) == 2
    assert len(discover(URLSET.encode(), {}, HOME, source("sitemap")).links) == 2
    assert len(discover(LISTING.encode(), {}, HOME, source("listing")).links) == 3
    with pytest.raises(FetchError, match="no_links"):
        discover(b"<html><p>Moved</p></html>", {}, HOME, source("listing"))
