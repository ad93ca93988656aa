"""Power cuts enumerated from recorded writes, an error at every call, and damaged files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from data.network import writer
from tests.data.store import crashes, damage, faults


def power(folder: Path) -> int:
    states, wrong = crashes.survey(folder)
    print(f"{states:5} states after a power cut: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


def errors(folder: Path) -> int:
    writer.AGAIN = 0.02
    calls = faults.calls(folder)
    wrong = [fault for at in range(1, calls + 1) if (fault := faults.fault(folder, at))]
    print(f"{calls:5} calls, an error at each in turn: {len(wrong)} violations {wrong[:3] or ''}", flush=True)
    return len(wrong)


def damaged(folder: Path, flips: int) -> int:
    path = damage.kept_network(folder)
    data, wrong = path.read_bytes(), 0
    kinds: dict[str, Iterator[bytes]] = {"cuts": damage.cuts(data), "bit flips": damage.flips(data, flips)}
    for name, versions in kinds.items():
        found = Counter(_verdict(path, version) for version in versions)
        bad = {verdict: number for verdict, number in found.items() if verdict not in ("refused", "told")}
        print(f"{found.total():5} {name}: {dict(found)}", flush=True)
        wrong += sum(bad.values())
    return wrong


def _verdict(path: Path, data: bytes) -> str:
    try:
        return damage.verdict(path, data)
    except Exception as error:  # a crash is what is looked for
        return f"{type(error).__name__}: {error}"
