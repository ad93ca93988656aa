"""Where a gate listens, and the address under which it is found."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import NamedTuple

from data.addresses import LOOPBACK, way_out
from data.model import Refused, say

NAMES = {"": LOOPBACK, "localhost": LOOPBACK, "*": "0.0.0.0"}

_TYPED = re.compile(r"(?:\[(?P<six>[^]]*)\]|(?P<four>[^:]*))(?::(?P<port>\d{1,5}))?|(?P<bare>.*)")


class Place(NamedTuple):
    """An address of this machine and a port; port 0 is any that is free."""

    host: str = LOOPBACK
    port: int = 0

    @property
    def alone(self) -> bool:
        """Whether only this machine itself can reach it."""
        return ipaddress.ip_address(self.host).is_loopback


def place_of(text: str) -> Place:
    """A place as it is typed: ``192.168.1.20:8000``, ``192.168.1.20``, ``:8000`` or ``[::1]:8000``.

    Raises:
        Refused: it is none.
    """
    typed = _TYPED.fullmatch(text.strip())
    host = (typed["six"] or typed["four"] or typed["bare"] or "") if typed else ""
    host, port = NAMES.get(host, host), typed["port"] if typed else ""
    try:
        number = int(port or 0)
        ipaddress.ip_address(host)
    except ValueError:
        number = -1
    if not 0 <= number < 65536:
        raise Refused(say("{text} is not an address and port, such as 192.168.1.20:8000.", text=text))
    return Place(host, number)


def found_at(host: str) -> str:
    """The address to type for a gate that listens here: for all addresses, the one that leads to the network."""
    if ipaddress.ip_address(host).is_unspecified:
        six = ":" in host
        host = way_out(socket.AF_INET6 if six else socket.AF_INET) or ("::1" if six else LOOPBACK)
    return f"[{host}]" if ":" in host else host
