"""Which address a page is known by."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import urlsplit

from monitor.errors import ExtractError
from monitor.parse.declared import Declared
from monitor.urls import canonical_url, registrable_host


def canonical_link(declared: Declared, final_url: str) -> str:
    """Return the canonical address of a page: what it declares if that is on its own site, else where it was found.

    A page that declares its site's front page, as careless templates do, is not believed. Raises ExtractError
    (`bad_url`) where `final_url` itself is no http or https address.
    """
    try:
        found = canonical_url(final_url)
    except ValueError as error:
        raise ExtractError("bad_url", str(error)) from error
    for link in (declared.canonical, declared.meta("og:url")):
        try:
            named = canonical_url(link, found) if link else None
        except ValueError:
            continue
        if named and registrable_host(named) == registrable_host(found) and (_leads_on(named) or not _leads_on(found)):
            return named
    return found


def article_id(url: str) -> str:
    """Return the id of the article at a canonical address: "a" and 16 hex digits."""
    return "a" + sha256(url.encode()).hexdigest()[:16]


def is_front_page(url: str) -> bool:
    """Tell whether `url` is a site's front page."""
    parts = urlsplit(url)
    return not parts.query and parts.path.strip("/").lower() in ("", "index.html", "index.htm", "index.php", "home")


def _leads_on(url: str) -> bool:
    return not is_front_page(url)
