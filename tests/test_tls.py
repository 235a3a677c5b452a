"""HTTP/2 and certificates, against a TLS server on loopback with a certificate made for the test."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from fetching import LOOPBACK
from monitor.collect.hosts import Hosts
from monitor.errors import FetchError
from monitor.records import Source

BODY = b"<p>over one connection</p>"


@dataclass(frozen=True)
class Certificate:
    """Files of a certificate for these names, and of its key."""

    certificate: Path
    key: Path


@dataclass
class Seen:
    """What the server saw."""

    connections: int = 0
    most_at_once: int = 0
    paths: list[str] = field(default_factory=list)


def certificate(folder: Path, name: str, days: int = 1) -> Certificate:
    """Make a certificate signed by itself, for a name or an address; with `days` below 0 it has expired."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    alternative = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    until = datetime.now(UTC) + timedelta(days=days)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - timedelta(days=5))
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = Certificate(folder / "certificate.pem", folder / "key.pem")
    paths.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths.key.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


async def serve_http2(seen: Seen, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer each request of a connection after a moment, so that several can be on their way."""
    connection = H2Connection(H2Configuration(client_side=False))
    connection.initiate_connection()
    seen.connections += 1
    waiting: set[asyncio.Task[None]] = set()

    async def answer(stream: int, path: str) -> None:
        await asyncio.sleep(0.05)
        status = "404" if path == "/robots.txt" else "200"
        connection.send_headers(stream, [(":status", status), ("content-type", "text/html")])
        connection.send_data(stream, BODY, end_stream=True)
        writer.write(connection.data_to_send())

    writer.write(connection.data_to_send())
    while data := await reader.read(65536):
        for event in connection.receive_data(data):
            if isinstance(event, RequestReceived) and event.stream_id is not None:
                path = dict(event.headers or ())[b":path"].decode()
                seen.paths.append(path)
                waiting.add(asyncio.create_task(answer(event.stream_id, path)))
                seen.most_at_once = max(seen.most_at_once, sum(not task.done() for task in waiting))
        writer.write(connection.data_to_send())
    writer.close()


async def ask(certified: Certificate, host: str, paths: list[str], seen: Seen) -> list[str]:
    """Serve, ask for the paths at once, and return for each its body or the reason for which it was refused."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certified.certificate, certified.key)
    context.set_alpn_protocols(["h2"])
    server = await asyncio.start_server(lambda r, w: serve_http2(seen, r, w), "127.0.0.1", 0, ssl=context)
    base = f"https://{host}:{server.sockets[0].getsockname()[1]}"
    source = Source("gazette", "Gazette", base + "/", "PK", "en", "feed", base + "/feed", delay_seconds=0.0)

    async def one(path: str) -> str:
        try:
            return (await hosts.get(base + path, source)).body.decode()
        except FetchError as error:
            return error.reason

    async with server, Hosts(LOOPBACK, backoff_seconds=0.001) as hosts:
        return await asyncio.gather(*(one(path) for path in paths))


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have what the test certifies trusted beside the usual authorities."""
    real = httpx.create_ssl_context

    def create(*, trust_env: bool) -> ssl.SSLContext:
        context = real(trust_env=trust_env)
        context.load_verify_locations(tmp_path / "certificate.pem")
        return context

    monkeypatch.setattr(httpx, "create_ssl_context", create)


@pytest.mark.usefixtures("trusting")
def test_http2_is_spoken_and_keeps_to_as_many_requests_at_once_as_connections(tmp_path: Path) -> None:
    seen = Seen()
    paths = [f"/{number}" for number in range(6)]
    assert asyncio.run(ask(certificate(tmp_path, "localhost"), "localhost", paths, seen)) == [BODY.decode()] * 6
    assert sorted(seen.paths) == sorted([*paths, "/robots.txt"])
    assert seen.connections == 1
    assert seen.most_at_once == LOOPBACK.connections_per_host


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(("name", "host"), [("other.test", "localhost"), ("localhost", "127.0.0.1")])
def test_a_certificate_of_another_name_is_refused(tmp_path: Path, name: str, host: str) -> None:
    seen = Seen()
    assert asyncio.run(ask(certificate(tmp_path, name), host, ["/1"], seen)) == ["robots_unreachable"]
    assert not seen.paths


@pytest.mark.usefixtures("trusting")
def test_an_expired_certificate_is_refused(tmp_path: Path) -> None:
    assert asyncio.run(ask(certificate(tmp_path, "localhost", -1), "localhost", ["/1"], Seen())) == [
        "robots_unreachable"
    ]


def test_a_certificate_that_nobody_signed_is_refused(tmp_path: Path) -> None:
    assert asyncio.run(ask(certificate(tmp_path, "localhost"), "localhost", ["/1"], Seen())) == ["robots_unreachable"]
