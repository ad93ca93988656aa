"""The addresses at which this machine can be reached by others, by name, the likely one first."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable

import msgspec

from data.model import Said, say

KINDS = (
    (r"docker|veth|br-|virbr|vmnet|vbox|vmware|hyper-v|podman|cni|lxc", say("inside this computer"), 3),
    (r"tun|tap|wg|tailscale|zt|vpn|ppp|ipsec", say("VPN"), 2),
    (r"^wl|wi-?fi|wireless|airport|draadloos", say("Wi-Fi"), 0),
    (r"^en|^eth|ethernet|^usb|^em\d|^p\d+p", say("wired"), 1),
)
"""What the name of an interface says of it: how it is called, and how likely others come in by it (0 the most)."""

OTHER = 2
"""How likely one is of which the name says nothing."""

LOOPBACK = "127.0.0.1"


class Address(msgspec.Struct, frozen=True):
    """An address of this machine: what others type, the interface it belongs to, and what kind that is, if known."""

    host: str
    interface: str
    kind: Said | None = None


def own_addresses() -> list[Address]:
    """Every address that others can reach this machine at, the likely one first; none when it is on no network."""
    return ordered(_found(), way_out())


def ordered(found: Iterable[tuple[str, str]], likely: str | None) -> list[Address]:
    """The addresses (an interface and a host each) by how likely others come in by them; ``likely`` is before all."""
    ranked = []
    for interface, host in found:
        at = ipaddress.ip_address(host)
        if at.is_loopback or at.is_link_local or at.is_unspecified:
            continue
        kind, rank = next(
            ((kind, rank) for name, kind, rank in KINDS if re.search(name, interface, re.IGNORECASE)), (None, OTHER)
        )
        ranked.append(((host != likely, at.version == 6, rank, interface, host), Address(host, interface, kind)))
    return [address for _rank, address in sorted(ranked, key=lambda each: each[0])]


def way_out(family: int = socket.AF_INET) -> str | None:
    """The address by which this machine reaches others; None when it is on no network. Nothing is sent."""
    anywhere = "192.0.2.1" if family == socket.AF_INET else "2001:db8::1"
    with socket.socket(family, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((anywhere, 9))
        except OSError:
            return None
        host: str = asked.getsockname()[0]
        return host


def _found() -> list[tuple[str, str]]:
    """The interfaces and their addresses; without the library that knows them, the one that leads to others."""
    try:
        import ifaddr
    except ModuleNotFoundError:
        host = way_out()
        return [("", host)] if host else []
    adapters = ifaddr.get_adapters()
    return [(each.nice_name, ip.ip if isinstance(ip.ip, str) else ip.ip[0]) for each in adapters for ip in each.ips]
