"""Sharings on the same subnet: told there while they last, and found, without anybody typing an address.

Only the name of the laptop and where it listens are told; without the code nobody comes in.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import uuid
from ipaddress import ip_address

import msgspec

from data.text import NAME_LIMIT, line

_log = logging.getLogger(__name__)

SORT = "_kring._tcp.local."


class Nearby(msgspec.Struct, frozen=True, order=True):
    """A laptop on the same subnet that shares a network: its name, and where."""

    name: str
    host: str
    port: int


class Announced(threading.Thread):
    """Tells of a sharing on the subnet of an address, until ``end``; where that cannot be, it is only not told."""

    def __init__(self, name: str, host: str, port: int) -> None:
        super().__init__(name="kring-nearby", daemon=True)
        self._found = Nearby(name, host, port)
        self._ends = threading.Event()
        self.told = threading.Event()

    def run(self) -> None:
        """Tell of it."""
        from zeroconf import ServiceInfo, Zeroconf

        host = ip_address(self._found.host)
        service = ServiceInfo(
            SORT,
            f"{uuid.uuid4().hex[:12]}.{SORT}",
            addresses=[host.packed],
            port=self._found.port,
            properties={"name": self._found.name.encode()[:200]},
        )
        try:
            with contextlib.closing(Zeroconf(interfaces=[str(host)])) as told:
                told.register_service(service)
                self.told.set()
                self._ends.wait()
                told.unregister_service(service)
        except Exception as error:  # a network that allows none of it
            _log.info("Not told on the subnet: %s", type(error).__name__)

    def end(self) -> None:
        """Tell of it no longer."""
        self._ends.set()
        if self.is_alive():
            self.join(3)


def nearby(seconds: float = 1.5, interface: str = "") -> list[Nearby]:
    """The sharings that are told on the subnets of this computer, by name; waits so long for them.

    ``interface`` is the address of this computer to look from; all of them when left out.
    """
    from zeroconf import InterfaceChoice, ServiceBrowser, ServiceStateChange, Zeroconf

    names: set[str] = set()

    def heard(name: str, state_change: ServiceStateChange, **_more: object) -> None:
        (names.discard if state_change is ServiceStateChange.Removed else names.add)(name)

    interfaces = [interface] if interface else InterfaceChoice.All
    try:
        with contextlib.closing(Zeroconf(interfaces=interfaces)) as asked:
            ServiceBrowser(asked, SORT, handlers=[heard])
            threading.Event().wait(seconds)
            infos = [asked.get_service_info(SORT, name, timeout=500) for name in sorted(names)]
    except OSError as error:
        _log.info("Nobody can be found on the subnet: %s", type(error).__name__)
        return []
    found = []
    for info in infos:
        if info is not None and info.port and (hosts := info.parsed_addresses()):
            name = (info.properties.get(b"name") or b"").decode(errors="replace")
            found.append(Nearby(line(name, NAME_LIMIT) or hosts[0], hosts[0], info.port))
    return sorted(found)
