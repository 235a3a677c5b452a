"""Each hostile case of the table ends in a rejection row with its reason, and costs no more than the limits."""

from __future__ import annotations

import asyncio
import resource
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from commands import query
from fetching import get, refused, with_hosts
from fetching import source as a_source
from hostile_cases import ALL, KEPT, LIMITS, NOTHING_FOUND, Case
from hostile_web import HostileWeb
from monitor.collect.hosts import Hosts
from monitor.pipeline import open_run
from monitor.settings import Home, Settings
from monitor.warehouse import open_warehouse
from webserver import Reply, Web


@dataclass(frozen=True)
class Ended:
    """How the run over all cases ended: `hosts` by case, `rejections` with their reason by address."""

    home: Home
    hosts: dict[str, str]
    rejections: dict[str, str]
    articles: set[str]
    web: HostileWeb
    memory_bytes: int


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    """One run over all cases at once, each a source of its own."""
    home = Home(tmp_path_factory.mktemp("hostile"))
    with HostileWeb() as web:
        hosts = {case.name: web.host(case.paths) for case in ALL}
        _write(home, hosts)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        asyncio.run(_run(home))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rejections = dict(query(home.root, "SELECT url, reason FROM rejections"))
    articles = {url for (url,) in query(home.root, "SELECT url FROM articles")}
    return Ended(home, hosts, rejections, articles, web, (after - before) * 1024)


async def _run(home: Home) -> None:
    with open_run("news", home) as run:
        async with Hosts(run.settings, backoff_seconds=0.001) as hosts:
            await asyncio.gather(*(run.collect(source_id, hosts) for source_id in run.sources))
        pages = [page for collected in run.collected for page in collected.pages]
        run.load([run.understand(pages)])
        run.publish()


def _write(home: Home, hosts: dict[str, str]) -> None:
    names = ("timeout_seconds", "max_page_bytes", "page_seconds", "page_memory_bytes")
    limits = "\n".join(f"{name} = {getattr(LIMITS, name)}" for name in names)
    home.settings_file.write_text(f"[fetch]\npackage_sources = false\nallow_loopback = true\n{limits}\n")
    tables = (
        f'[[source]]\nsource_id = "s{number}"\nname = "{case.name}"\nkind = "{case.kind}"\ncountry = "PK"\n'
        f'lang = "en"\nhome = "{hosts[case.name]}/"\naddress = "{hosts[case.name]}/start"\ndelay_seconds = 0.0\n'
        for number, case in enumerate(ALL)
    )
    home.sources_file.write_text("\n".join(tables))


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_each_case_ends_as_the_table_says(ended: Ended, case: Case) -> None:
    base = ended.hosts[case.name]
    found = {url: reason for url, reason in ended.rejections.items() if url.startswith((base + "/", "http://10."))}
    if case.reason in (KEPT, NOTHING_FOUND):
        assert not [url for url in found if url.startswith(base)]
        assert (base + case.at in ended.articles) == (case.reason == KEPT)
    elif case.at.startswith("/"):
        assert found.pop(base + case.at) == case.reason
        assert not [url for url in found if url.startswith(base)], "one fault, one row"
    else:
        assert found[f"http://{case.at}/"] == case.reason


def test_no_entity_or_redirect_made_us_ask_for_more(ended: Ended) -> None:
    assert "/stolen" not in {path for _, path in ended.web.asked}
    stored = query(ended.home.root, "SELECT title, text FROM articles")
    assert not [row for row in stored if "root:" in str(row)]


def test_no_host_gets_rid_of_much_more_than_the_limit(ended: Ended) -> None:
    on_the_way = 12_000_000  # what the system holds of a connection that nobody reads from
    assert max(ended.web.said.values()) < LIMITS.max_page_bytes + on_the_way


def test_all_cases_together_take_little_memory(ended: Ended) -> None:
    assert ended.memory_bytes < 400_000_000


def test_hostile_words_stay_words(ended: Ended) -> None:
    with open_warehouse(ended.home) as warehouse:
        assert warehouse.check() == []
    assert query(ended.home.root, "SELECT count(*) FROM articles WHERE title LIKE '%DROP TABLE%<script>%'") == [(1,)]
    published = [path for path in ended.home.public.rglob("*.*") if path.suffix in (".html", ".xml", ".json")]
    assert len(published) > 3
    for path in published:
        assert b"<script>alert" not in path.read_bytes(), path


def test_a_name_that_is_another_address_when_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: only what was checked is connected to."""
    answers = ["127.0.0.1", "10.0.0.1"]
    asked = _resolver(monkeypatch, lambda: [answers.pop(0)])
    with Web() as web:
        web.html("/a")
        name = f"http://rebinding.test:{web.port}/a"
        assert with_hosts(lambda hosts: hosts.get(name, a_source(web))).status == 200
        assert web.asked("/a")[0].headers["host"] == f"rebinding.test:{web.port}"
    assert asked == ["rebinding.test"]


def test_a_name_with_private_addresses_among_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolver(monkeypatch, lambda: ["169.254.169.254", "127.0.0.1"])
    with Web() as web:
        web.html("/a")
        assert get(web, f"http://mixed.test:{web.port}/a").status == 200
        assert refused(web, f"http://mixed.test:{web.port}/a", Settings()) == "forbidden_address"


def test_a_redirect_to_a_name_of_a_private_address(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolver(monkeypatch, lambda: ["10.0.0.1"])
    with Web() as web:
        web.put("/a", Reply(status=302, headers={"Location": "https://intranet.test/"}))
        assert refused(web, "/a") == "forbidden_address"


def _resolver(monkeypatch: pytest.MonkeyPatch, addresses: Callable[[], list[str]]) -> list[str]:
    """Have names under `.test` resolved to these; return the list of the names asked for, as it grows."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *options: Any, **named: Any) -> list[Any]:
        if not str(host).endswith(".test"):
            return real(host, port, *options, **named)
        asked.append(str(host))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses()]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked
