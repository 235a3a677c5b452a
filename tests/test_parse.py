"""Parsing: the hard cases of each choice, and bytes that are no page at all."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from monitor.errors import ExtractError
from monitor.parse import parse_page
from monitor.parse.dates import find_dates, read_date
from monitor.parse.decode import decode_page
from monitor.parse.language import detect_language
from monitor.parse.lines import fold
from monitor.parse.published import day_in_url
from monitor.parse.sitename import strip_site_name
from monitor.parse.tail import without_other_stories
from monitor.records import Article, Source
from monitor.urls import canonical_url, registrable_host
from parsing import FETCHED, page_of, source_of

SHANGHAI, KARACHI = ZoneInfo("Asia/Shanghai"), ZoneInfo("Asia/Karachi")

# Decoding

CHINESE = "中国和巴基斯坦的城市在友好关系上有了新的进展\uff0c代表团将于明年访问这个国家的东部省份。"
TRADITIONAL = "中國和巴基斯坦的城市在友好關係上有了新的進展\uff0c代表團將於明年訪問這個國家的東部省份。"
URDU = "لاہور میں ایک وفد نے شہر کے میئر سے ملاقات کی اور تعاون پر بات چیت کی"


@pytest.mark.parametrize(
    ("text", "written", "meta", "http"),
    [
        (CHINESE, "gb18030", "gb2312", ""),
        (CHINESE, "gb18030", "utf-8", ""),
        (CHINESE, "gb18030", "big5", ""),
        (CHINESE, "gb18030", "", "iso-8859-1"),
        (CHINESE, "utf-8", "gb2312", "gbk"),
        (CHINESE, "utf-8-sig", "gb2312", ""),
        (CHINESE, "utf-16", "utf-8", ""),
        (CHINESE, "utf-16-le", "utf-8", ""),
        (CHINESE, "gb18030", "", ""),
        (TRADITIONAL, "big5", "big5", ""),
        (TRADITIONAL, "big5", "gb2312", "utf-8"),
        (TRADITIONAL, "big5", "", ""),
        ("مرحبا بكم في مدينة كراتشي", "cp1256", "windows-1256", ""),
        ("Café à Lahore – “déjà vu”", "cp1252", "iso-8859-1", ""),
        ("Café à Lahore – “déjà vu”", "cp1252", "utf-8", ""),
        (URDU, "utf-8", "windows-1256", ""),
    ],
)
def test_decoding(text: str, written: str, meta: str, http: str) -> None:
    html = f"<html><head><meta charset='{meta}'></head><body><p>{text}</p></body></html>"
    headers = {"Content-Type": f"text/html; charset={http}" if http else "text/html"}
    assert text in decode_page(html.encode(written), headers)


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    for encoding in ("utf-8", "gb18030"):
        body = f"<html><body><p>{CHINESE * 20}</p></body></html>".encode(encoding)
        broken = body.replace("巴".encode(encoding), "巴".encode(encoding)[:-1] + b"<", 1)
        assert decode_page(broken, {"content-type": f"text/html; charset={encoding}"}).count("代表团") == 20


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"%PDF-1.7 <html>",
        b'{"a": 1}',
        b"\x89PNG\r\n",
        b"plain words",
        b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>',
    ],
)
def test_what_is_no_page(body: bytes) -> None:
    with pytest.raises(ExtractError, match="not_html"):
        parse_page(page_of(body), None)


# Dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: May 19, 2021 08:07 PM", "2021-05-19T20:07:00+08:00"),
        ("2026-11-03 09:12 来源\uff1a江临日报", "2026-11-03T09:12:00+08:00"),
        ("发布时间\uff1a2025-03-28 22:26", "2025-03-28T22:26:00+08:00"),
        ("2005年09月20日09:59", "2005-09-20T09:59:00+08:00"),
        ("2005年9月20日", "2005-09-20"),
        ("二〇二一年十二月九日", "2021-12-09"),
        ("二〇二一年十月二十一日", "2021-10-21"),
        ("بدھ 22 مارچ 2017 13:05", "2017-03-22T13:05:00+08:00"),
        ("۲۲ مارچ ۲۰۱۷", "2017-03-22"),
        ("Published in Dawn, April 20th, 2015", "2015-04-20"),
        ("September 20th", "2019-09-20"),
        ("Fri 30th August 2019", "2019-08-30"),
        ("Beijing, 28 November, 2021 (TDI)", "2021-11-28"),
        ("24-Oct-2018", "2018-10-24"),
        ("11:20 am, 3 June 2020", "2020-06-03T11:20:00+08:00"),
        ("3 June 2020 12:05 AM PKT", "2020-06-03T00:05:00+05:00"),
        ("2021-05-19T20:07:00.123+0500", "2021-05-19T20:07:00+05:00"),
        ("2021-05-19T20:07:00Z", "2021-05-20T04:07:00+08:00"),
        ("2021-12-09T00:00:00+08:00", "2021-12-09"),
        ("19/05/2021", "2021-05-19"),
        ("\uff12\uff10\uff12\uff11-05-19", "2021-05-19"),
        ("2021-02-30", None),
        ("call 2021-555-1234", None),
        ("in May 2021", None),
    ],
)
def test_date_shapes(text: str, expected: str | None) -> None:
    found = next(find_dates(text, year=2019), None)
    assert (found.iso(SHANGHAI) if found else None) == expected


def test_a_local_time_without_a_zone_is_a_day() -> None:
    found = read_date("2021-05-19 20:07")
    assert found is not None
    assert found.iso(None) == "2021-05-19"
    assert found.iso(KARACHI) == "2021-05-19T20:07:00+05:00"


@pytest.mark.parametrize(("value", "day"), [("20210519", "2021-05-19"), ("1621425600", "2021-05-19T20:00:00+08:00")])
def test_dates_as_programs_write_them(value: str, day: str) -> None:
    found = read_date(value)
    assert found is not None
    assert found.iso(SHANGHAI) == day


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021/11/03/title", date(2021, 11, 3)),
        ("n1/2021/1103/c123-99.html", date(2021, 11, 3)),
        ("news/20211103/c8.html", date(2021, 11, 3)),
        ("t20211103_5512.html", date(2021, 11, 3)),
        ("2021-11/03/c_1.htm", date(2021, 11, 3)),
        ("24-Oct-2018/deputy-mayor", date(2018, 10, 24)),
        ("21-10-2021/sister-city", date(2021, 10, 21)),
        ("story/202111031", None),
        ("news/1831918.html", None),
        ("2021/13/45/x", None),
    ],
)
def test_day_in_url(path: str, day: date | None) -> None:
    assert day_in_url(f"https://outlet.example/{path}") == day


PROSE = "<p>" + "The two mayors met on a bridge and spoke of water, trams and schools for an hour. " * 4 + "</p>"


def with_head(head: str, body: str = "") -> str:
    title = "Two mayors on a bridge"
    opening = f"<html lang='en'><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
    return f"{opening}{body}{PROSE}</body></html>"


def parsed(html: str, url: str = "https://outlet.example/news/1", source: Source | None = None) -> Article:
    return parse_page(page_of(html, url), source)


def test_a_date_from_the_future_is_refused() -> None:
    future = (FETCHED + timedelta(days=3)).isoformat()
    head = f"<meta property='article:published_time' content='{future}'><meta name='pubdate' content='2026-11-18'>"
    assert parsed(with_head(head)).published == "2026-11-18"


def test_the_address_dates_an_article_that_shows_none() -> None:
    assert parsed(with_head(""), "https://outlet.example/2021/11/03/bridge").published == "2021-11-03"


def test_many_comments_before_the_page() -> None:
    """With each comment more, trying every way to part them would take twice as long: it would never end."""
    html = "<!-- part -->\n" * 60 + f"<html><title>Harbour opens</title>{PROSE}</html>"
    assert parse_page(page_of(html), None).title == "Harbour opens"


def test_nothing_tells_the_date() -> None:
    assert parsed(with_head("")).published is None


def test_a_clock_in_the_header_is_no_date() -> None:
    clock = "<header><div>20 November 2026</div></header><div>Friday, November 20, 2026</div>"
    html = with_head("", "<p>3 June 2020</p>").replace("<body>", f"<body>{clock}")
    assert parsed(html).published == "2020-06-03"


def test_a_change_before_publication_is_none() -> None:
    head = "<meta name='pubdate' content='2021-05-19'><meta property='article:modified_time' content='2020-01-01'>"
    assert parsed(with_head(head)).modified is None


def test_the_line_under_a_linked_heading_gives_date_and_author() -> None:
    heading = "<h2><a href='/news/1'>Two mayors on a bridge</a></h2>"
    spans = "<span>By <a>Amir Wasim</a></span><span>Published April 20, 2015 06:12am</span>"
    html = with_head("", spans).replace("<h1>Two mayors on a bridge</h1>", heading)
    article = parsed(html, source=source_of("PK"))
    assert (article.published, article.byline) == ("2015-04-20T06:12:00+05:00", "Amir Wasim")


def test_lists_and_tables_of_an_article_are_text() -> None:
    listed = "<ul><li>Hengzhou – Lahore (2015)</li><li>Danzhou – Quetta (2018)</li></ul>"
    table = "<table><tr><td>Haiwan</td><td>Gwadar</td></tr><tr><td>Yuanxi</td><td>Faisalabad</td></tr></table>"
    html = with_head("", f"<article>{PROSE}{listed}{table}").replace(
        "</body>", "<p>That is all, he said.</p></article></body>"
    )
    lines = parsed(html).text.split("\n")
    assert {"Hengzhou – Lahore (2015)", "Danzhou – Quetta (2018)", "Haiwan Gwadar", "Yuanxi Faisalabad"} <= set(lines)


# Titles


@pytest.mark.parametrize(
    ("title", "names", "expected"),
    [
        ("Two mayors meet - The Ravi Courier", ["The Ravi Courier"], "Two mayors meet"),
        ("Two mayors meet | World | Ravi", ["Ravi"], "Two mayors meet"),
        ("市长会见代表团_江临新闻网", [], "市长会见代表团"),
        ("市长会见代表团--时政--人民网", ["人民网"], "市长会见代表团"),
        ("市长会见巴基斯坦代表团-江临网", [], "市长会见巴基斯坦代表团"),
        ("Karachi - Urumqi flights to resume", [], "Karachi - Urumqi flights to resume"),
        ("China-Pakistan ties", ["Pakistan Page"], "China-Pakistan ties"),
        ("Ravi | Two mayors meet", ["Ravi"], "Two mayors meet"),
        ("Ravi", ["Ravi"], "Ravi"),
    ],
)
def test_site_names_are_taken_off(title: str, names: list[str], expected: str) -> None:
    assert strip_site_name(title, names) == expected


def test_a_heading_that_agrees_wins_and_a_logo_does_not() -> None:
    html = with_head("<meta property='og:title' content='Two mayors on a bridge: what they said | Ravi'>")
    logo = html.replace(
        "<h1>Two mayors on a bridge</h1>", "<h1>Ravi</h1><h2>Two mayors on a bridge: what they said</h2>"
    )
    assert parsed(logo).title == "Two mayors on a bridge: what they said"


def test_no_title() -> None:
    with pytest.raises(ExtractError, match="no_title"):
        parsed(f"<html><body>{PROSE}</body></html>")


# Other stories

BODY = ["The mayors met on Monday.", "They will meet again in spring."]


@pytest.mark.parametrize(
    "tail",
    [
        ["Related news", "Flour mills call off strike", "Rain expected"],
        ["相关新闻\uff1a", "市长会见客人", "春季交易会开幕"],
        ["یہ بھی پڑھیں", "کرکٹ ٹیم کا اعلان کل ہو گا"],
        ["Flour mills call off strike", "- 6 hours ago", "Is it enough?", "- 1 day ago"],
        ["市长会见客人", "3小时前", "春季交易会开幕", "1天前"],
        ["Also read: Flour mills call off strike"],
        ["Read more"],
    ],
)
def test_tails_are_cut(tail: list[str]) -> None:
    assert without_other_stories([*BODY, *tail], ()) == BODY


def test_lines_that_are_links_are_cut_at_the_end_only() -> None:
    links = {fold("Flour mills call off strike"), fold("Rain expected in the hills")}
    listed = ["Flour mills call off strike", "Rain expected in the hills"]
    assert without_other_stories([*BODY, *listed], links) == BODY
    assert without_other_stories([listed[0], *BODY], links) == [listed[0], *BODY]


def test_what_only_looks_like_a_tail_stays() -> None:
    pairs = ["Sister cities of the province:", "Hengzhou and Lahore", "Danzhou and Quetta", "Haiwan and Gwadar"]
    assert without_other_stories([*BODY, *pairs], ()) == [*BODY, *pairs]
    assert without_other_stories([*BODY, "Reporter Han Bing"], ()) == [*BODY, "Reporter Han Bing"]
    middle = [BODY[0], "Related", *BODY[1:], "He spoke for an hour.", "It rained."]
    assert without_other_stories(middle, ()) == [BODY[0], *BODY[1:], "He spoke for an hour.", "It rained."]


# Language


@pytest.mark.parametrize(
    ("text", "declared", "lang"),
    [
        ("The mayor of Lahore", None, "en"),
        ("The mayor of Lahore (拉合尔)", "zh-CN", "en"),
        ("Le maire de Lahore", "fr-FR", "fr"),
        (CHINESE, "en", "zh"),
        (TRADITIONAL + " Memorandum of Understanding", None, "zh"),
        (URDU, "en", "ur"),
        ("مرحبا بكم في مدينة كراتشي وشكرا جزيلا على الزيارة", None, "ar"),
        ("شهردار تهران گفت که همکاری با پکن ادامه پیدا می‌کند", None, "fa"),
        ("سنڌ جي شهر ۾ چين جو وفد پهتو ۽ ميئر سان ملاقات ڪئي", None, "sd"),
        ("東京の市長はラホールを訪問しました", None, "ja"),
        ("Мэр города", None, "ru"),
        ("1234 — 56", "en", "und"),
    ],
)
def test_language(text: str, declared: str | None, lang: str) -> None:
    assert detect_language(text, declared) == lang


# Addresses


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://News.Example.COM:80/a?b=1&utm_source=x&a=2#top", "http://news.example.com/a?b=1&a=2"),
        ("https://news.example.com", "https://news.example.com/"),
        ("/path?fbclid=1", "https://base.example/path"),
        ("//other.example:8080/x y", "https://other.example:8080/x%20y"),
        ("https://x.example/%E4%B8%AD?q=%D6%D0", "https://x.example/%E4%B8%AD?q=%D6%D0"),
        ("https://x.example/中", "https://x.example/%E4%B8%AD"),
    ],
)
def test_canonical_url(url: str, expected: str) -> None:
    assert canonical_url(url, "https://base.example/dir/") == expected
    assert canonical_url(expected) == expected


@pytest.mark.parametrize(
    "url", ["mailto:a@b.example", "javascript:void(0)", "", "http://", "http://[::1", "http://a:99999/"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        canonical_url(url)


def test_registrable_host() -> None:
    assert registrable_host("https://www.wsb.sh.gov.cn/x") == "sh.gov.cn"
    assert registrable_host("https://m.news.example.com/") == "example.com"
    assert registrable_host("http://127.0.0.1:8000/") == "127.0.0.1"


def test_a_canonical_link_to_another_site_or_the_front_page_is_not_believed() -> None:
    for link in ("https://thief.example/news/1", "https://outlet.example/", "javascript:void(0)", "http://[bad"):
        assert parsed(with_head(f"<link rel='canonical' href='{link}'>")).url == "https://outlet.example/news/1"


# Bytes that are no page


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=st.binary(max_size=400), charset=st.sampled_from(["", "utf-8", "gbk", "utf-16", "nonsense", "idna", "hex"]))
@example(body=b"<html><body><p>" + bytes(range(256)), charset="")
@example(body=b"<html lang='\xff'><meta charset='rot13'><title>\x00</title><p>x", charset="undefined")
def test_any_bytes(body: bytes, charset: str) -> None:
    for content in (
        body,
        b"<html><head><title>a" + body + b"</title></head><body><p>" + body * 5 + b"</p></body></html>",
    ):
        try:
            article = parse_page(page_of(content, **{"Content-Type": f"text/html; charset={charset}"}), None)
        except ExtractError:
            continue
        assert article.title
        assert article.text


def outcome(html: str) -> str:
    """The title of the article in `html`, or the reason why there is none."""
    try:
        return parse_page(page_of(html), source_of("PK")).title
    except ExtractError as error:
        return error.reason


FRAGMENTS = st.sampled_from(
    [
        *["<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "</table>", "<h1>", "</h1>", "<a href='x'>", "</a>"],
        *[
            "<script type='application/ld+json'>",
            '{"@type":"NewsArticle","author":[[[]]],"headline":[{}]}',
            "</script>",
        ],
        *["<meta property='og:title'>", "<link rel=canonical href='http://['>", "<time datetime='2021-13-99'>"],
        *["Published: May 19, 2021 25:61 PM", "来源\uff1a", "相关新闻", "- 6 hours ago", "<!--", "-->", "&#0;", "\x00"],
        *[CHINESE, URDU, "The mayors met at the river and signed nothing at all, an official said on Monday. " * 3],
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(FRAGMENTS, max_size=40))
def test_any_markup(parts: list[str]) -> None:
    assert outcome("<html><body>" + "".join(parts)) != "unparsable"


@pytest.mark.parametrize("opening", ["<div>", "<a>", "<table><tr><td>", "<ul><li>", "<b><i>"])
def test_deep_nesting(opening: str) -> None:
    assert outcome("<html><body>" + opening * 20_000 + PROSE)
