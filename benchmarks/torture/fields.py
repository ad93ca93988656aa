"""One field of a file changed to another value: it is refused with the field named, or opened, and never a crash.

What is opened is also read for Home, summed up session by session, and now and then shown in the app itself.
"""

from __future__ import annotations

import asyncio
import json
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.demo import demo_records
from data.model import Activity, Session
from data.network import Network, Unopened
from data.network.glance import glance
from data.report.document import document as laid_out
from data.report.markdown import render
from data.report.view import summary
from data.settings import Settings
from tests.data.store.disks import QuickDisk

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 7, 11, 10**9, 10**30, -(10**30), 0.5, 1e308, -1e308, "", " ", "x", "2027-02-30", "25:61",
    "0000-00-00", "2027-03-16T14:31:00", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "\u0000", "\u202e",
    "x" * 200_000, "[/]", "{n}", "{}", "%s", [], [""], ["x"], [None], [[]], [["x", "x"]], {}, {"x": 1},
    {"x": {"x": -1}}, [{}], [{"x": 10**30}],
)  # fmt: skip

_Way = tuple[Any, ...]


def mutated(folder: Path, count: int, shown: int = 60) -> int:
    """So many changed fields, spread over all there are; ``shown`` of those that open are shown in the app."""
    tree = _tree(folder)
    ways = [(way, odd) for way in _ways(tree) for odd in range(len(ODD))]
    chosen = random.Random(1).sample(ways, min(count, len(ways)))
    found: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    opened: list[bytes] = []
    for way, odd in chosen:
        data = json.dumps(_having(tree, way, ODD[odd])).encode()
        verdict = _verdict(folder / "m.kring.json", data, way)
        found[verdict.split(":")[0]] += 1
        if verdict == "opened":
            opened.append(data)
        elif verdict != "refused":
            faults[f"{verdict} ({'.'.join(map(str, way[0::2]))} = {str(ODD[odd])[:30]})"] += 1
    for data in random.Random(2).sample(opened, min(shown, len(opened))):
        if fault := asyncio.run(_in_app(folder / "a.kring.json", data)):
            faults[fault] += 1
    print(f"{len(chosen):5} fields changed: {dict(found)}, {shown} shown: {faults.total()} violations", flush=True)
    for fault, number in faults.most_common(8):
        print(f"      {number} x {fault}")
    return faults.total()


def _tree(folder: Path) -> dict[str, Any]:
    path = folder / "demo.kring.json"
    Network.create(path, demo_records("nl", date(2027, 3, 16)), disk=QuickDisk()).close()
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def _ways(tree: dict[str, Any]) -> Iterator[_Way]:
    """Every field of one document of each table and kind; those of the parts of a document too."""
    seen: set[tuple[Any, ...]] = set()
    for table, rows in tree.items():
        for number, document in rows.items():
            for way in _inside(document):
                shape = (table, *(step for step in way if not isinstance(step, int)), document.get("kind"))
                if shape not in seen:
                    seen.add(shape)
                    yield (table, number, *way)


def _inside(value: Any, way: _Way = ()) -> Iterator[_Way]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield (*way, key)
            yield from _inside(each, (*way, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _inside(each, (*way, place))


def _having(tree: dict[str, Any], way: _Way, value: Any) -> dict[str, Any]:
    fresh: dict[str, Any] = json.loads(json.dumps(tree))
    holder: Any = fresh
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = value
    return fresh


def _verdict(path: Path, data: bytes, way: _Way) -> str:
    shutil.rmtree(path.with_name(f".{path.name}.kring"), ignore_errors=True)
    path.write_bytes(data)
    try:
        network = Network.open(path, disk=QuickDisk())
    except Unopened as unopened:
        told = " ".join(str(dict(said.fills)) for said in (unopened.said, *unopened.details))
        return "refused" if way[0] == "kring" or str(way[2]) in told else f"refused without the field: {told[:80]}"
    except Exception as error:  # a crash is what is looked for
        return f"crash at opening: {type(error).__name__} {str(error)[:60]}"
    try:
        glance(path)
        for session in network.state.all(Session):
            render(laid_out(summary(network.state, session.id)))
    except Exception as error:
        return f"crash at reading: {type(error).__name__} {str(error)[:60]} {_where(error)}"
    finally:
        network.close()
    return "opened"


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""


async def _in_app(path: Path, data: bytes) -> str:
    """Start the app on a file, and go to every place of it."""
    from tui.app import Kring

    shutil.rmtree(path.with_name(f".{path.name}.kring"), ignore_errors=True)
    path.write_bytes(data)
    app = Kring(Settings(), path)
    try:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            if app.open_network is None:
                return "the app did not open it"
            for place in ("home", "programme", *(each.id for each in app.state.all(Activity))):
                app.go(place)
                await pilot.pause()
    except Exception as error:
        return f"crash in the app: {type(error).__name__} {str(error)[:60]} {_where(error)}"
    return ""
