"""What hostile sites answer, and how each must end: a table, one host for each row."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from hostile_web import Speak, Talk, answer, answers, breaks_off, feed, moved, says, says_for_ever
from monitor.records import SourceKind
from monitor.settings import Settings

LIMITS = Settings(
    allow_loopback=True,
    timeout_seconds=1.5,
    max_page_bytes=3_000_000,
    page_seconds=2.5,
    page_memory_bytes=1_000_000_000,
)
KEPT = "kept"
"""How a case ends that leaves a good article: what is hostile in it is of no effect."""
NOTHING_FOUND = "nothing found"
"""How a source ends that can be read and lists nothing."""


@dataclass(frozen=True)
class Case:
    """What a host answers by path, and the reason for which the address `at` goes no further."""

    name: str
    reason: str
    at: str
    paths: Mapping[str, Speak]
    kind: SourceKind = "feed"


def page(name: str, reason: str, speak: Speak, **others: Speak) -> Case:
    """A case about one article of a good feed."""
    more = {f"/{path.replace('_', '.')}": say for path, say in others.items()}
    return Case(name, reason, "/page", {"/start": feed("/page"), "/page": speak, **more})


def source(name: str, reason: str, speak: Speak, kind: SourceKind = "feed") -> Case:
    """A case about the source's own address."""
    return Case(name, reason, "/start", {"/start": speak}, kind)


def list_of(name: str, speak: Speak, kind: SourceKind = "feed", at: str = "/page") -> Case:
    """A case about a source that is to be read, down to the good article at `at`."""
    return Case(name, KEPT, at, {"/start": speak, at: GOOD}, kind)


def robots(name: str, speak: Speak) -> Case:
    """A case about a robots.txt that cannot be learnt, so that the source is left alone."""
    return Case(f"robots.txt {name}", "robots_unreachable", "/start", {"/start": feed("/page"), "/robots.txt": speak})


def html(body: bytes, head: bytes = b"") -> Speak:
    """A page that has a story beside `body`."""
    return answers(b"<html><head>" + head + b"</head><body>" + body + STORY + b"</body></html>")


def xml(body: bytes) -> Speak:
    return answers(body, b"application/xml")


def coded(encoding: bytes, body: bytes) -> Speak:
    return says(answer(body, headers=b"Content-Encoding: " + encoding + b"\r\n"))


def to(location: str) -> Speak:
    return moved(location)


def silent(talk: Talk) -> None:
    talk.keep_silent()


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
STORY = (
    b"<h1>Multan and Lanzhou become sister cities</h1><p>The mayors of Multan and Lanzhou signed a sister city"
    b" agreement in Multan on 9 December 2021, officials of both cities said after the ceremony.</p>"
)
WHOLE = b"<html><body>" + STORY + b"</body></html>"
GOOD = says(answer(WHOLE))
RSS = b"<rss version='2.0'><channel><title>x</title>"
ITEM = b"<item><title>&a;</title><link>{base}/page</link></item></channel></rss>"
LAUGHS = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
BOMB = b'<!DOCTYPE rss [<!ENTITY a0 "ha">' + LAUGHS + b'<!ENTITY a "&a9;">]>'
SECRET = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "%s">]>'
PARAMETER = b'<!DOCTYPE rss [<!ENTITY % a SYSTEM "{base}/stolen"> %a;]>'
URLS = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
ONE_URL = b"<url><loc>{base}/page</loc></url></urlset>"
ATTRIBUTES = b"".join(b'a%d="x" ' % number for number in range(150_000))
"""libxml2 compares every attribute with all before it, for minutes."""

ANSWERS = (
    page("nothing is ever said", "timeout", silent),
    page("the connection ends without a word", "connection", says(b"")),
    page("the connection is reset", "connection", breaks_off(b"")),
    page("the connection is reset within the body", "connection", breaks_off(OK + b"Content-Length: 99\r\n\r\n<p>")),
    page("the headers trickle for ever", "timeout", says_for_ever(OK, b"X", 0.2)),
    page("the headers never end", "connection", says_for_ever(OK, b"X-More: " + b"x" * 9000 + b"\r\n")),
    page("one header of 5 MB", "connection", says(OK + b"X-More: " + b"x" * 5_000_000 + b"\r\n\r\n")),
    page("100,000 headers", "connection", says(OK + b"X-A: b\r\n" * 100_000 + b"\r\n" + STORY)),
    page("no HTTP", "connection", says(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")),
    page("an answer of HTTP/0.9", "connection", says(b"<html>" + STORY)),
    page("random bytes", "connection", says(bytes(range(256)) * 400)),
    page("a status that is no number", "connection", says(b"HTTP/1.1 OK OK\r\n\r\n" + STORY)),
    page("status 999", "http_999", says(answer(STORY, "999 Denied"))),
    page("status 204", "http_204", says(b"HTTP/1.1 204 No Content\r\n\r\n")),
    page("status 206, unasked", "http_206", says(answer(STORY, "206 Partial Content"))),
    page("status 304, unasked", "http_304", says(b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")),
    page("status 407", "http_407", says(answer(b"", "407 Proxy Authentication Required"))),
    page("status 100 for ever", "timeout", says_for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.001)),
    page(
        "101 to another protocol", "connection", says(b"HTTP/1.1 101 Go\r\nUpgrade: h3\r\nConnection: Upgrade\r\n\r\n")
    ),
    page("Retry-After of a year", "http_503", says(answer(b"", "503 Busy", b"Retry-After: 31536000\r\n"))),
    page(
        "Retry-After beyond all numbers",
        "http_429",
        says(answer(b"", "429 No", b"Retry-After: " + b"9" * 400 + b"\r\n")),
    ),
    page("header names with spaces", "connection", says(OK + b"Bad Name: x\r\n\r\n" + STORY)),
    page("a header with a NUL", "connection", says(OK + b"X-A: a\0b\r\n\r\n" + STORY)),
    page("a cookie of 60 KB", KEPT, says(answer(WHOLE, headers=b"Set-Cookie: a=" + b"x" * 60_000 + b"\r\n"))),
)

BODIES = (
    page("a body without end", "too_large", says_for_ever(OK + b"\r\n", b"x" * 65536)),
    page("a body that trickles for ever", "timeout", says_for_ever(OK + b"\r\n", b"x", 0.1)),
    page("a body announced as 1 TB", "too_large", says(OK + b"Content-Length: 1099511627776\r\n\r\n" + STORY)),
    page(
        "a body longer than announced",
        KEPT,
        says(OK + b"Content-Length: %d\r\n\r\n" % len(WHOLE) + WHOLE + b"x" * 50_000),
    ),
    page("a body shorter than announced", "connection", says(OK + b"Content-Length: 9999\r\n\r\n" + STORY)),
    page("a negative length", "connection", says(OK + b"Content-Length: -1\r\n\r\n" + STORY)),
    page("two lengths", "connection", says(OK + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\n" + STORY)),
    page("a length that is no number", "connection", says(OK + b"Content-Length: 0x40\r\n\r\n" + STORY)),
    page("a chunk of 16 exabytes", "connection", says(CHUNKED + b"f" * 30 + b"\r\nx")),
    page("chunks that are none", "connection", says(CHUNKED + STORY)),
    page("chunks of one byte for ever", "timeout", says_for_ever(CHUNKED, b"1\r\nx\r\n", 0.01)),
    page("a gzip bomb", "too_large", coded(b"gzip", gzip.compress(bytes(50_000_000)))),
    page("a deflate bomb", "too_large", coded(b"deflate", zlib.compress(bytes(50_000_000)))),
    page("a gzip bomb of many members", "too_large", coded(b"gzip", gzip.compress(bytes(900_000)) * 2_000)),
    page("a bomb within gzip", "bad_content", coded(b"gzip, gzip", gzip.compress(gzip.compress(bytes(50_000_000))))),
    page("brotli, unasked", "bad_content", coded(b"br", b"\x1b" * 99)),
    page("gzip that is none", "bad_content", coded(b"gzip", STORY)),
    page("gzip that ends early", "bad_content", coded(b"gzip", gzip.compress(STORY * 99)[:-20])),
    page("a film", "not_html", says_for_ever(OK.replace(b"text/html", b"video/mp4") + b"\r\n", b"x" * 65536)),
    page("a program that calls itself a page", "not_html", says(answer(b"MZ\x90\0" + bytes(5000)))),
    page("a body of NUL bytes", "not_html", says(answer(bytes(1_000_000)))),
    page("an empty body", "not_html", says(answer(b""))),
    page("a page that asks whether one is human", "no_text", says(answer(b"<html><body><p>Checking your browser"))),
)

REDIRECTS = (
    page("a redirect to itself", "bad_redirect", to("/page")),
    page("redirects in a circle", "bad_redirect", to("/b"), b=to("/page")),
    page("a redirect to a file", "bad_scheme", to("file:///etc/passwd")),
    page("a redirect to ftp", "bad_scheme", to("ftp://example.org/")),
    page("a redirect to a script", "bad_scheme", to("javascript:alert(1)")),
    page("a redirect to data", "bad_scheme", to("data:text/html,<p>x")),
    page("a redirect to gopher", "bad_scheme", to("gopher://127.0.0.1:6379/_FLUSHALL")),
    page("a redirect to the metadata service", "forbidden_address", to("http://169.254.169.254/latest/meta-data/")),
    page("the metadata service as a number", "forbidden_address", to("http://2852039166/")),
    page("the metadata service in hexadecimal", "forbidden_address", to("http://0xA9FEA9FE/")),
    page("the metadata service within IPv6", "forbidden_address", to("http://[::ffff:169.254.169.254]/")),
    page("a redirect to the unspecified address", "forbidden_address", to("http://0.0.0.0/")),
    page("a redirect to a private network", "forbidden_address", to("http://10.0.0.1/")),
    page("a redirect without a scheme to one", "forbidden_address", to("//192.168.0.1/")),
    page("a redirect to a private IPv6 address", "forbidden_address", to("http://[fd00::1]/")),
    page("a name and password for one", "forbidden_address", to("http://example.org@172.16.0.1/")),
    page("a second redirect to a private network", "forbidden_address", to("/b"), b=to("http://10.0.0.1/")),
    page("a redirect to no port", "bad_url", to("http://example.org:0/")),
    page("a redirect to port 99999", "bad_url", to("http://example.org:99999/")),
    page("a redirect to nowhere", "bad_redirect", to("http://")),
    page("a redirect of 60 KB", "http_404", to("/" + "a" * 60_000)),
    page("a redirect that adds a header", "http_404", to("/x%0d%0aX-Injected: 1")),
)

ROBOTS = (
    robots("that never answers", silent),
    robots("in a circle", to("/robots.txt")),
    robots("on a private network", to("http://10.0.0.1/robots.txt")),
    page("robots.txt without end", KEPT, GOOD, robots_txt=says_for_ever(OK + b"\r\n", b"Disallow: /x\n" * 5000)),
    page("robots.txt as a bomb", KEPT, GOOD, robots_txt=coded(b"gzip", gzip.compress(bytes(50_000_000)))),
    page(
        "robots.txt of stars",
        KEPT,
        GOOD,
        robots_txt=says(answer(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"$\n")),
    ),
    page("robots.txt that forbids", "robots", GOOD, robots_txt=says(answer(b"User-agent: *\nDisallow: /page"))),
)

SOURCES = (
    source("a feed without end", "too_large", says_for_ever(OK + b"\r\n", RSS + b"<item/>" * 9000)),
    source("a feed that is a page", "bad_content", GOOD),
    source("a feed that is empty", "bad_content", xml(b"")),
    source("a feed of random bytes", "bad_content", xml(bytes(range(256)) * 400)),
    source("a feed of many attributes", "too_slow", xml(b"<rss version='2.0' " + ATTRIBUTES + b"><channel>" + ITEM)),
    source("a feed of 900,000 levels", "too_slow", xml(RSS + b"<item><title>" + b"<b>" * 900_000)),
    source("a sitemap of laughs", "bad_content", xml(BOMB + URLS + ONE_URL), "sitemap"),
    source(
        "a sitemap of laughs in UTF-16",
        "bad_content",
        xml((b'<?xml version="1.0" encoding="UTF-16"?>' + BOMB + URLS + ONE_URL).decode().encode("utf-16")),
        "sitemap",
    ),
    source(
        "a sitemap that reads a file", "bad_content", xml(SECRET % b"file:///etc/passwd" + URLS + ONE_URL), "sitemap"
    ),
    source("a sitemap that asks the host", "bad_content", xml(PARAMETER + URLS + ONE_URL), "sitemap"),
    source("a sitemap as a gzip file of NULs", "too_large", xml(gzip.compress(bytes(60_000_000))), "sitemap"),
    source("a sitemap of 900,000 levels", NOTHING_FOUND, xml(b"<urlset>" + b"<a>" * 900_000), "sitemap"),
    source("a sitemap on a private network", "forbidden_address", to("http://10.0.0.1/"), "sitemap"),
    source(
        "a list without articles", "no_links", html(b"<a href='javascript:alert(1)'>Multan and Lanzhou</a>"), "listing"
    ),
    source("a list that asks whether one is human", "captcha", says(answer(b"<p>Are you a robot?")), "listing"),
)

LINKS = (
    list_of("a feed of laughs", xml(BOMB + RSS + ITEM)),
    list_of("a feed that reads a file", xml(SECRET % b"file:///etc/passwd" + RSS + ITEM)),
    list_of("a feed that asks the host", xml(PARAMETER + RSS + ITEM)),
    list_of("a feed that links to files and scripts", feed("file:///etc/passwd", "javascript://x", "/page")),
    list_of(
        "a sitemap of many attributes",
        xml(b"<urlset " + b" ".join(ATTRIBUTES.split()[:15_000]) + b">" + ONE_URL),
        "sitemap",
    ),
    list_of(
        "a list whose base is a script",
        html(b"<base href='javascript:x'><a href='{base}/2021/12/09/page'>Multan and Lanzhou sign</a>"),
        "listing",
        "/2021/12/09/page",
    ),
    Case(
        "a feed that links to a private network", "forbidden_address", "10.0.0.1", {"/start": feed("http://10.0.0.1/")}
    ),
)

MARKUP = b"Multan and Lanzhou '); DROP TABLE store.articles; -- ../../x &lt;script&gt;alert(1)&lt;/script&gt; {{7*7}}"
LD = b"<script type='application/ld+json'>"
PAGES = (
    page("a page of many attributes", "too_slow", html(b"<p " + ATTRIBUTES + b">")),
    page("a page of 50,000 levels", "no_text", html(b"<div>" * 50_000)),
    page("a page that breaks its line 500,000 times", "too_slow", html(b"<br>" * 500_000)),
    page("a page of 370,000 links", "too_slow", html(b"<a>x</a>" * 370_000)),
    page("a page that is a comment", "not_html", says(answer(b"<title>x</title><!--" + b"-" * 200_000))),
    page("a page of angle brackets", "no_text", says(answer(b"<html><title>x</title><body>" + b"<" * 200_000))),
    page("a title of 200 KB", "no_text", says(answer(b"<title>" + b"Multan " * 30_000 + b"</title><p>x"))),
    page("JSON-LD of 100,000 levels", KEPT, html(b"", LD + b"[" * 100_000 + b"</script>")),
    page("a page of laughs", "not_html", says(answer(BOMB + b"<html>" + STORY + b"&a9;"))),
    page("a page that names another encoding", KEPT, html(b"", b"<meta charset=utf-7>")),
    page(
        "a page that moves its reader", KEPT, html(b"", b"<meta http-equiv=refresh content='0;url=http://10.0.0.1/'>")
    ),
    page("a page that says it is elsewhere", KEPT, html(b"", b"<link rel=canonical href='file:///etc/passwd'>")),
    page(
        "a page from the year 9999", KEPT, html(b"", b"<meta property='article:published_time' content='9999-12-31'>")
    ),
    page("a page of SQL, markup and paths", KEPT, says(answer(WHOLE.replace(b"Multan and Lanzhou b", MARKUP + b" b")))),
)

ALL = (*ANSWERS, *BODIES, *REDIRECTS, *ROBOTS, *SOURCES, *LINKS, *PAGES)
