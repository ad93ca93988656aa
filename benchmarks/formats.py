"""How long each format of a summary takes, beside what its library takes for nothing: ``python -m benchmarks.formats``.

First is in a fresh process, so with all that is imported for it; again is the median of the times after that. The
baselines are an empty page set by typst, and an empty document filled by docxtpl. All together is the command.
"""

from __future__ import annotations

import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

from data.demo import demo_records
from data.model import Refused, Session, State
from data.report.export import rendered
from data.report.formats import formats_for
from data.report.report import Report
from data.report.wanted import About

REPEATS = 5
QUICK_MS = {"md": 100.0, "html": 100.0}
TOGETHER_S = 3.0


def bare_typst() -> None:
    """An empty page."""
    import typst

    typst.compile(b"", format="pdf")


def bare_docxtpl() -> None:
    """An empty document."""
    from docx import Document
    from docxtpl import DocxTemplate

    empty, made = BytesIO(), BytesIO()
    Document().save(empty)
    template = DocxTemplate(empty)
    template.render({})
    template.save(made)


BARE: dict[str, Callable[[], None]] = {"bare typst": bare_typst, "bare docxtpl": bare_docxtpl}


def write_one(ending: str) -> None:
    """A summary of the demo in one format, its documents anew: of the first session that this format has."""
    for session in DEMO.all(Session):
        with suppress(Refused):  # there is no next date for a calendar, or no board to draw
            rendered(Report(DEMO, session.id), ending)
            return
    raise LookupError(f"no session of the demo has {ending} now")


def times(what: str) -> list[float]:
    """Milliseconds of the first time and of those after it; to be called in a process of its own.

    Raises:
        LookupError: the demo has nothing for this format.
    """
    took = []
    for _ in range(1 + REPEATS):
        start = time.perf_counter()
        BARE[what]() if what in BARE else write_one(what)
        took.append(1000 * (time.perf_counter() - start))
    return took


DEMO = State.holding(demo_records("nl", date(2027, 3, 18)))


def together(formats: tuple[str, ...]) -> float:
    """Seconds that the command takes for all of them."""
    kring = str(Path(sys.executable).parent / "kring")
    with tempfile.TemporaryDirectory() as folder:
        demo = f"{folder}/demo.kring.json"
        subprocess.run([kring, "demo", "--write", demo], check=True, stdout=subprocess.DEVNULL)
        start = time.perf_counter()
        subprocess.run(
            [kring, "export", demo, "--session", "1", "--format", ",".join(formats)],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return time.perf_counter() - start


def main() -> None:
    """Print the figures."""
    formats = formats_for(About.SESSION)
    print(f"{'milliseconds':16}{'first':>9}{'again':>9}{'limit':>9}")
    for what in (*formats, *BARE):
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
            try:
                first, *after = fresh.submit(times, what).result()
            except LookupError as none:
                print(f"{what:16}{none}")
                continue
        limit = QUICK_MS.get(what)
        print(f"{what:16}{first:9.1f}{statistics.median(after):9.1f}{limit or '':>9}{_verdict(first, limit)}")
    whole = together(formats)
    print(
        f"all {len(formats)} together, as a command: {whole:.2f} s (limit {TOGETHER_S:g}){_verdict(whole, TOGETHER_S)}"
    )


def _verdict(took: float, limit: float | None) -> str:
    return "  OVER" if limit and took > limit else ""


if __name__ == "__main__":
    main()
