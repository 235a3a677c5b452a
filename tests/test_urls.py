"""The canonical spelling of addresses."""

from __future__ import annotations

import pytest

from monitor.urls import canonical_url

SPELLINGS = [
    ("HTTP://WWW.Dawn.COM:80/News/1?b=2&a=1#top", "http://www.dawn.com/News/1?b=2&a=1"),
    ("https://dawn.com:443", "https://dawn.com/"),
    ("https://dawn.com:8443/a", "https://dawn.com:8443/a"),
    ("https://m.dawn.com/a", "https://m.dawn.com/a"),
    ("https://user:secret@dawn.com/a", "https://dawn.com/a"),
    ("https://dawn.com./a", "https://dawn.com/a"),
    ("https://dawn.com/a?utm_source=x&id=7&fbclid=y&UTM_Medium=z&ref=rss", "https://dawn.com/a?id=7"),
    ("https://dawn.com/a?utm_source=x", "https://dawn.com/a"),
    ("https://dawn.com/a?", "https://dawn.com/a"),
    ("https://dawn.com/a?reference=1&x", "https://dawn.com/a?reference=1&x"),
    ("https://dawn.com/%7euser/%e4%b8%ad", "https://dawn.com/~user/%E4%B8%AD"),
    ("https://dawn.com/中 国", "https://dawn.com/%E4%B8%AD%20%E5%9B%BD"),
    ("https://dawn.com/%2Fa%20b", "https://dawn.com/%2Fa%20b"),
    ("https://dawn.com/100%", "https://dawn.com/100%25"),
    ("https://gov.cn/a?city=%b3%c7&x=a+b", "https://gov.cn/a?city=%B3%C7&x=a+b"),
    ("https://gov.cn/a/../b/./c", "https://gov.cn/b/c"),
    ("https://gov.cn/../../b/..", "https://gov.cn/"),
    ("https://gov.cn/a/%2E%2e/b", "https://gov.cn/b"),
    ("https://gov.cn/a.jsp;jsessionid=12AB?id=3", "https://gov.cn/a.jsp?id=3"),
    ("http://中国.cn/", "http://xn--fiqs8s.cn/"),
    ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
    ("  https://dawn.com/a\n", "https://dawn.com/a"),
]


@pytest.mark.parametrize(("written", "canonical"), SPELLINGS)
def test_one_spelling(written: str, canonical: str) -> None:
    assert canonical_url(written) == canonical
    assert canonical_url(canonical) == canonical, "canonical addresses stay as they are"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("t20240506_1.html", "https://gov.cn/news/t20240506_1.html"),
        ("../art/1.html", "https://gov.cn/art/1.html"),
        ("//other.cn/x", "https://other.cn/x"),
        ("?page=2", "https://gov.cn/news/?page=2"),
        ("http://dawn.com/", "http://dawn.com/"),
    ],
)
def test_relative_to_base(written: str, canonical: str) -> None:
    assert canonical_url(written, "https://gov.cn/news/") == canonical


@pytest.mark.parametrize(
    "written",
    [
        "",
        "/relative",
        "mailto:a@b.cn",
        "javascript:void(0)",
        "file:///etc/passwd",
        "ftp://dawn.com/a",
        "http://",
        "http://[bad/",
        "http://dawn.com:port/",
        "http://" + "ü" * 80 + ".cn/",
    ],
)
def test_what_is_no_web_address(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical_url(written)
