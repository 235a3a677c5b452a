"""The loopback hosts of the benchmark: pages of 25 KB in words drawn by chance, each answer 50 ms late."""

from __future__ import annotations

import asyncio
import json
from random import Random

HOSTS = 20
LATENCY_SECONDS = 0.05
KINDS_OF_PAGES = 50
WORDS = """
    council bridge water road market school farmer season budget minister report plan river train station harvest price
    export company worker student teacher doctor clinic energy solar wheat cotton cricket match team player district
    village project office meeting official public service tax police court law weather rain heat winter summer festival
    music film book library museum park garden bus traffic airport port ship trade growth bank loan rate inflation
""".split()  # noqa: SIM905
ENDING = b"\r\n\r\n"


def host(number: int) -> str:
    """Return the address of one of the hosts."""
    return f"127.0.2.{number % HOSTS + 1}"


def urls(port: str, pages: int) -> list[str]:
    """Return the addresses of the pages, spread over the hosts."""
    return [f"http://{host(n)}:{port}/2026/11/20/{n}.html" for n in range(pages)]


def page(number: int) -> bytes:
    """Return one page as papers make them: menus, a story of 14 paragraphs, cards of 40 other stories."""
    random = Random(number)  # noqa: S311

    def words(least: int, most: int) -> str:
        return " ".join(random.choices(WORDS, k=random.randint(least, most))).capitalize()

    title = words(7, 11)
    story = "\n".join(f"<p>{'. '.join(words(9, 20) for _ in range(random.randint(2, 5)))}.</p>" for _ in range(14))
    menu = "\n".join(
        f'<li class="menu-item menu-item-{n}"><a href="/section/{n}/" title="{words(1, 1)}">{words(2, 2)}</a></li>'
        for n in range(60)
    )
    cards = "\n".join(
        f'<div class="card card--small"><a href="/2026/{n}/{words(3, 3).replace(" ", "-")}-{n}.html">'
        f'<img src="/{n}.jpg" alt="{words(1, 1)}" loading="lazy" width="300"><h3>{words(8, 14)}</h3></a></div>'
        for n in range(40)
    )
    declared = {"@type": "NewsArticle", "headline": title, "datePublished": "2026-11-20T09:30:00+05:00"}
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - Loopback Gazette</title>
<meta property="og:title" content="{title}"><meta property="article:published_time" content="2026-11-20T09:30:00+05:00">
<script type="application/ld+json">{json.dumps(declared)}</script><style>{".a{color:red}" * 50}</style>
<script>{"var x=1;" * 200}</script></head><body><header><ul>{menu}</ul></header><main><article><h1>{title}</h1>
<div class="byline">By A Reporter</div><time datetime="2026-11-20T09:30:00+05:00">20 November 2026</time>{story}
</article>
<aside>{cards}</aside></main><footer><p>Loopback Gazette</p></footer></body></html>""".encode()


class _Site(asyncio.Protocol):
    """One connection, kept open; answers come in the order of the requests."""

    answers: tuple[bytes, ...]
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._head = b""

    def data_received(self, data: bytes) -> None:
        self._head += data
        while ENDING in self._head:
            head, _, self._head = self._head.partition(ENDING)
            path = head.split(b" ", 2)[1]
            name = path.rpartition(b"/")[2].partition(b".")[0]
            answer = self.answers[int(name) % KINDS_OF_PAGES] if name.isdigit() else self.missing
            asyncio.get_running_loop().call_later(LATENCY_SECONDS, self._transport.write, answer)


async def serve() -> None:
    """Serve until ended; the port is printed."""
    bodies = [page(number) for number in range(KINDS_OF_PAGES)]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
    _Site.answers = tuple(head % len(body) + body for body in bodies)
    loop, port = asyncio.get_running_loop(), 0
    for number in range(HOSTS):
        server = await loop.create_server(_Site, host(number), port)
        port = server.sockets[0].getsockname()[1]
    print(port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve())
