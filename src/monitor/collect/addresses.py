"""Which network addresses may be connected to: the public ones, and loopback where the operator permits it."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

from monitor.errors import FetchError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_IPV6_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_TEREDO = ipaddress.IPv6Network("2001::/32")
_REFUSED_IPV4 = (
    ipaddress.IPv4Network("100.64.0.0/10"),  # carriers' NAT; 100.100.100.200 is Alibaba's metadata service
    ipaddress.IPv4Network("168.63.129.16/32"),  # Azure's metadata service, on a public address
    ipaddress.IPv4Network("192.0.0.0/24"),  # 192.0.0.192 is Oracle's metadata service
    ipaddress.IPv4Network("192.88.99.0/24"),
)


def is_allowed(address: str, allow_loopback: bool) -> bool:
    """Whether the IP `address` may be connected to: no private, loopback, link-local, multicast or reserved one."""
    try:
        found = _embedded(ipaddress.ip_address(address))
    except ValueError:
        return False
    if found.is_loopback:
        return allow_loopback
    if not found.is_global or found.is_multicast or found.is_reserved:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return not any(found in network for network in _REFUSED_IPV4)
    return found in _IPV6_UNICAST and found not in _TEREDO


def _embedded(address: IPAddress) -> IPAddress:
    """Return the IPv4 address that an IPv6 address merely wraps (mapped, 6to4, NAT64), else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


async def resolve_allowed(host: str, port: int, allow_loopback: bool, timeout_seconds: float) -> list[str]:
    """Return the IP addresses of `host` that may be connected to, best first.

    The caller must connect to one of these, never to the name: a second resolution could answer otherwise. Raises
    FetchError `forbidden_address`, or `connection` where the name is not resolved.
    """
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout_seconds):
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("connection", f"cannot resolve {host}: {error or 'timed out'}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    allowed = [address for address in addresses if is_allowed(address, allow_loopback)]
    if not allowed:
        raise FetchError("forbidden_address", f"{host} is {', '.join(addresses)}")
    return allowed
