"""One origin (scheme, host, port): its connections, and one exchange of request and answer with it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from monitor.collect.addresses import resolve_allowed
from monitor.collect.inflate import Inflater
from monitor.errors import FetchError
from monitor.settings import Settings
from monitor.urls import DEFAULT_PORTS

_HTML_TYPES = ("text/html", "application/xhtml+xml")
# The time-out is for each read; this bounds the whole answer of a server that trickles bytes.
_WHOLE_ANSWER_FACTOR = 3
# These describe how the body travelled, not what it is once decoded; and cookies are never kept.
TRANSPORT_HEADERS = frozenset(
    ("connection", "content-encoding", "content-length", "keep-alive", "set-cookie", "trailer", "transfer-encoding")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: `headers` by lower-case name, `body` decompressed, `sent` the headers of the request.

    `moved_to` is where the address asked has moved for good, as far as permanent redirects lead.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    final_url: str
    sent: Mapping[str, str]
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of an answer to read: `limit` in bytes, after decompression."""

    limit: int
    cut_at_limit: bool = False
    html_only: bool = False


class UnreachedError(FetchError):
    """The server could not be reached or hung up: worth another try."""


class Origin:
    """The connections to one origin. Only addresses that were checked are connected to."""

    def __init__(self, url: httpx.URL, settings: Settings, context: ssl.SSLContext) -> None:
        self.url = httpx.URL(scheme=url.scheme, host=url.host, port=url.port, path="/")
        self._host = url.raw_host.decode("ascii")
        self._port = url.port or DEFAULT_PORTS[url.scheme]
        self._settings = settings
        self._addresses: list[str] = []
        self._resolving = asyncio.Lock()
        # A transport, not a client: it knows no cookies, credentials or redirects that could slip past the checks.
        self._transport = httpx.AsyncHTTPTransport(
            verify=context,
            http2=True,
            limits=httpx.Limits(max_connections=max(1, settings.connections_per_host)),
            trust_env=False,
        )

    async def close(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def check_address(self) -> None:
        """Raise FetchError `forbidden_address` or `connection` if there is no address that may be connected to."""
        async with self._resolving:
            if not self._addresses:
                self._addresses = await resolve_allowed(
                    self._host, self._port, self._settings.allow_loopback, self._settings.timeout_seconds
                )

    async def exchange(self, url: httpx.URL, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        """Ask once; the body is read only of answers 200 and 203.

        Raises UnreachedError, and FetchError `timeout`, `connection`, `too_large`, `not_html` or `bad_content`.
        """
        await self.check_address()
        address = self._addresses[0]
        request = self._request(url, address, headers)
        try:
            async with asyncio.timeout(self._settings.timeout_seconds * _WHOLE_ANSWER_FACTOR):
                response = await self._transport.handle_async_request(request)
                response.request = request
                try:
                    body = await _body(response, wanted)
                finally:
                    await response.aclose()
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            self._addresses.append(self._addresses.pop(0))
            raise UnreachedError("connection", f"{url.host} ({address}): {_words(error)}") from error
        except (TimeoutError, httpx.TimeoutException) as error:
            raise FetchError("timeout", f"{url} ({self._settings.timeout_seconds:g} s)") from error
        except httpx.HTTPError as error:
            raise UnreachedError("connection", f"{url.host}: {_words(error)}") from error
        return Answer(response.status_code, _kept_headers(response.headers), body, str(url), _sent(request))

    def _request(self, url: httpx.URL, address: str, headers: Mapping[str, str]) -> httpx.Request:
        """Ask the checked address itself, by number; the name goes into Host and into the TLS handshake."""
        names = {"Host": url.netloc.decode("ascii"), **headers}
        timeout = httpx.Timeout(self._settings.timeout_seconds, pool=None).as_dict()
        extensions = {"timeout": timeout, "sni_hostname": self._host}
        return httpx.Request("GET", url.copy_with(host=address), headers=names, extensions=extensions)


def is_html(headers: Mapping[str, str]) -> bool:
    """Whether the answer says that it is HTML, or does not say what it is."""
    declared = headers.get("content-type", "").split(";")[0].strip().lower()
    return declared in _HTML_TYPES or not declared


async def _body(response: httpx.Response, wanted: Wanted) -> bytes:
    if response.status_code not in (200, 203):
        if response.status_code == 304:
            await response.aread()  # read to its end, or the connection could not be used again
        return b""
    if wanted.html_only and not is_html(response.headers):
        raise FetchError("not_html", response.headers["content-type"])
    declared = response.headers.get("content-length", "")
    if not wanted.cut_at_limit and declared.isdecimal() and int(declared) > wanted.limit:
        raise FetchError("too_large", f"{declared} bytes, the limit is {wanted.limit}")
    return await _read(response, wanted)


async def _read(response: httpx.Response, wanted: Wanted) -> bytes:
    inflater = Inflater(response.headers.get("content-encoding", ""))
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += inflater.feed(chunk, wanted.limit + 1 - len(body))
        if len(body) > wanted.limit:
            if wanted.cut_at_limit:
                return bytes(body[: wanted.limit])
            raise FetchError("too_large", f"more than {wanted.limit} bytes")
    inflater.finish()
    return bytes(body)


def _kept_headers(headers: httpx.Headers) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in TRANSPORT_HEADERS}


def _sent(request: httpx.Request) -> dict[str, str]:
    return dict(request.headers.items())


def _words(error: Exception) -> str:
    return str(error) or type(error).__name__
