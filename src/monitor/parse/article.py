"""One page in, one article out. Nothing is fetched, and no page brings it down."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura.utils import load_html

from monitor.errors import ExtractError
from monitor.parse.address import article_id, canonical_link
from monitor.parse.byline import find_byline
from monitor.parse.credit import find_credit
from monitor.parse.declared import Declared, read_declared
from monitor.parse.decode import decode_page
from monitor.parse.language import detect_language
from monitor.parse.layout import Block, read_blocks
from monitor.parse.lines import width
from monitor.parse.listing import is_listing
from monitor.parse.published import Sight, outlet_zone, published_and_modified
from monitor.parse.quiet import quiet_libraries
from monitor.parse.sitename import names_of_host
from monitor.parse.tables import main_cell, make_plain, split_breaks
from monitor.parse.text import clean_text, extract_text
from monitor.parse.title import choose_title
from monitor.records import Article, Page, Source

_THINNEST = 80


def parse_page(page: Page, source: Source | None) -> Article:
    """Return the article that `page` holds; `source` tells the outlet's country, and so its clock.

    Raises ExtractError, and nothing else, for a page that holds none: `not_html`, `no_title`, `no_text` (fewer than 80
    characters, a Han character counting two), `listing_page`, `bad_url`, or `unparsable` where a parser gave up.
    """
    article, flaw = read_page(page, source)
    if flaw is not None:
        raise flaw
    return article


def read_page(page: Page, source: Source | None) -> tuple[Article, ExtractError | None]:
    """Return what `page` tells, read as an article, and why it is none; None where it is one.

    Only where a flaw is told may title and text be empty.
    Raises ExtractError for what cannot be read at all: `not_html`, `bad_url`, `unparsable`.
    """
    try:
        with quiet_libraries():
            return _read(page, source)
    except ExtractError:
        raise
    except (Exception, RecursionError) as error:
        raise ExtractError("unparsable", f"{type(error).__name__}: {error}"[:300]) from error


def _read(page: Page, source: Source | None) -> tuple[Article, ExtractError | None]:
    html = decode_page(page.body, page.headers)
    tree = _tree(html)
    declared = read_declared(tree)
    url = canonical_link(declared, page.final_url)
    blocks = read_blocks(tree)
    cell = main_cell(blocks)
    if cell is not None:
        split_breaks(cell)
        blocks = read_blocks(tree)
    title = choose_title(declared, blocks, url, source.name if source else None)
    if cell is not None:
        make_plain(cell, blocks, title)
    raw = extract_text(tree, blocks, declared, url)
    names = [*declared.site_names, *names_of_host(url, [declared.title]), *([source.name] if source else [])]
    text = clean_text(raw, title or "", blocks, names)
    lang = detect_language(f"{title}\n{text}", declared.lang)
    sight = Sight(declared, blocks, title or "", text, page.final_url, outlet_zone(source, lang), page.fetched_at)
    published, modified = published_and_modified(sight, tree)
    article = Article(
        article_id=article_id(url),
        url=url,
        source_id=page.source_id,
        lang=lang,
        title=title or "",
        text=text,
        published=published,
        modified=modified,
        byline=find_byline(declared, blocks, raw),
        credit=find_credit(blocks, title or "", raw),
        fetched_at=page.fetched_at,
    )
    return article, _flaw(article, declared, blocks)


def _flaw(article: Article, declared: Declared, blocks: Sequence[Block]) -> ExtractError | None:
    if is_listing(article.url, declared, blocks, article.text):
        return ExtractError("listing_page", "links with little prose between them")
    if width(article.text) < _THINNEST:
        return ExtractError("no_text", f"{len(article.text)} characters")
    if not article.title:
        return ExtractError("no_title", "neither heading nor declared title")
    return None


def _tree(html: str) -> HtmlElement:
    tree = load_html(html)
    if tree is None:
        raise ExtractError("not_html", "no element tree")
    return tree
