"""The sections of a report that say something and can be left out, in the words of their headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from data.model import say
from data.report.blocks import Block, Heading
from data.report.report import Report, keys_of
from data.report.tongue import Tongue


def parts(report: Report) -> list[tuple[str, str]]:
    """The key of each section, also of those that are left out now, with what it is called where it stands."""
    keys = keys_of(report.about)
    bare = _blocks(report, keys)
    own = {key: [block for block in _blocks(report, set(keys) - {key}) if block not in bare] for key in keys}
    return [(key, _called(blocks, Tongue(report.language))) for key, blocks in own.items() if blocks]


def _called(blocks: Iterable[Block], t: Tongue) -> str:
    """The title of a document of its own, else the headings of a section, else what stands without one."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    highest = min((block.level for block in headings), default=0)
    return " · ".join(block.text for block in headings if block.level == highest) or t(say("The first sentences"))


def _blocks(report: Report, without: Iterable[str]) -> list[Block]:
    made = replace(report, wanted=replace(report.wanted, without=frozenset(without)))
    return [block for document in made.documents.values() for block in document.blocks]
