"""An I/O error at one call after another: what was typed is saved all the same, once, and the error is told."""

from __future__ import annotations

from pathlib import Path

from data.model import Note
from data.network import Event, Network, Noticed, TroubleEvent
from data.store import image as images
from tests.data.store.disks import FailingDisk
from tests.data.store.samples import add, edit, heavier, make


def calls(folder: Path) -> int:
    """How many calls that change the disk the run below makes when none fails."""
    disk = FailingDisk()
    _run(Network.open(make(folder / "count.kring.json", 2), disk=disk))
    return disk.calls


def fault(folder: Path, at: int) -> str:
    """What is wrong after an error at this call; nothing when all is well."""
    path, disk = make(folder / f"{at}.kring.json", 2), FailingDisk(at)
    network = Network.open(path, disk=disk)
    heard = _run(network)
    if not disk.failed:
        return ""  # the threads met in another order, and made one call less
    if not (network.notices or any(_tells(event) for event in heard)):
        return f"{disk.failed} was not told"
    if not network.saved:
        return f"not saved after {disk.failed}"
    image = images.load(path.read_bytes())
    found = {each.id: each for each in image.state.all(Note)}
    if sorted(each.text for each in found.values()) != ["changed", "idea 0", "one"]:
        return f"a line is lost after {disk.failed}"
    if found["n0"].weight != 1:
        return f"a change was made twice, or not, after {disk.failed}"
    return "" if image.sound else f"not sound after {disk.failed}"


def _tells(event: Event) -> bool:
    return isinstance(event, Noticed) or (isinstance(event, TroubleEvent) and event.said is not None)


def _run(network: Network) -> list[Event]:
    heard: list[Event] = []
    network.subscribe(heard.append)
    network.apply(add, "one")
    network.apply(heavier, "n0")
    network.drafts.set("line", "half a sen")
    network.apply(heavier, "n0")
    network.undo()
    network.apply(edit, "n1", "changed").wait(20)
    network.close(20)
    return heard
