"""The one spelling of an address: pages are remembered and articles told apart by it."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

DEFAULT_PORTS = {"http": 80, "https": 443}

_TRACKING_NAMES = """
    _ga _gl _hsenc _hsmi _openstat at_campaign at_medium cmpid dclid fbclid ftag gbraid gclid gclsrc guccounter igsh
    igshid isappinstalled li_fat_id mc_cid mc_eid mkt_tok msclkid ncid nsukey pk_campaign pk_kwd pk_source ref ref_src
    s_cid spm srsltid ttclid twclid wbraid wt_mc yclid zanpid jsessionid phpsessid
"""
_TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_PREFIXES = ("utm_", "hsa_", "matomo_", "mtm_", "piwik_", "vero_")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_LOOSE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gok", "gop", "gos", "gov", "gkp", "mil", "net", "org"})
_SESSION = re.compile(r";jsessionid=[^/;?]*", re.IGNORECASE)


def canonical_url(url: str, base: str | None = None) -> str:
    """Return `url` made absolute against `base`, in the one spelling that addresses are compared and fetched in.

    Scheme and host are lower-case; default port, user name, fragment, session ids and tracking parameters are gone;
    the rest of the query keeps its order; percent-encoding is normalised. `www.` and `m.` stay: they may be different
    servers. Raises ValueError for what is no http or https address.
    """
    text = url.strip()
    parts = urlsplit(urljoin(base, text) if base else text)
    scheme = parts.scheme.lower()
    host = _host(parts.hostname)
    if scheme not in DEFAULT_PORTS or not host:
        raise ValueError(f"not an http or https address: {url!r}")
    port = parts.port
    netloc = host if port in (None, DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    path = _without_dots(_SESSION.sub("", _escaped(parts.path, safe="/:@!$&'()*+,;=")))
    return urlunsplit((scheme, netloc, path or "/", _query(parts.query), ""))


def registrable_host(url: str) -> str:
    """Return the part of the host that one owner registers: `news.gov.cn` of `www.news.gov.cn`; "" where none.

    A rule of thumb (a country's com, gov, edu… counts as a suffix) in place of the public-suffix list: it is used only
    to see that a page points to its own site.
    """
    host = (urlsplit(url).hostname or "").rstrip(".")
    labels = host.split(".")
    if labels[-1].isdigit() or ":" in host or len(labels) <= 2:
        return host
    kept = 3 if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-kept:])


def _host(host: str | None) -> str:
    name = (host or "").rstrip(".")
    if ":" in name:
        return f"[{name}]"
    return name if name.isascii() else name.encode("idna").decode("ascii")


def _without_dots(path: str) -> str:
    """Resolve `.` and `..`, which urljoin does only where there is a base."""
    if "/." not in path:
        return path
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept = kept[:-1] if len(kept) > 1 else kept
        elif segment != ".":
            kept.append(segment)
    if path.endswith(("/.", "/..")):
        kept.append("")
    return "/".join(kept)


def _query(query: str) -> str:
    kept = [part for part in query.split("&") if part and not _is_tracking(part.split("=", 1)[0])]
    return _escaped("&".join(kept), safe="/:@!$&'()*+,;=?[]")


def _is_tracking(name: str) -> bool:
    lowered = name.lower()
    return lowered in _TRACKING or lowered.startswith(_TRACKING_PREFIXES)


def _escaped(text: str, safe: str) -> str:
    """Escape what needs it, as UTF-8; escapes already there keep their bytes (pages in GBK write their own)."""
    whole = _LOOSE_PERCENT.sub("%25", text)
    return _ESCAPE.sub(_normal_escape, quote(whole, safe=safe + "%~"))


def _normal_escape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()
