"""What a run of the tests does once, or not at all, without seeing less: most of its time went there."""

from __future__ import annotations

import gc
from typing import Any

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.geometry import Region
from textual.screen import Screen

READ_EACH_TIME = Stylesheet._parse_rules
"""As it is done outside the tests: every application reads for itself."""
_read: dict[object, list[RuleSet]] = {}


def read_once(
    sheet: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """The rules of a style sheet, read by the first application that has it in these colours."""
    key = (css, read_from, is_default_rules, tie_breaker, scope, tuple(sheet._variables.items()))
    if key not in _read:
        _read[key] = READ_EACH_TIME(sheet, css, read_from, is_default_rules, tie_breaker, scope)
    return _read[key]


def drawn_for_nobody(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
) -> None:
    """Every widget draws what changed in it; it is not put together for a terminal that is not there.

    What a test reads (``shown``, a picture) is put together when it reads it.
    """
    visible_screen_stack.set(screen_stack or [])
    everything, changed = compositor.size.region, compositor._dirty_regions
    crop = everything if full else Region.from_union(changed).intersection(everything) if changed else Region()
    changed.clear()
    if crop:
        for _region, _clip, _lines in compositor._get_renders(crop):
            pass


def keep_what_was_imported() -> None:
    """Look for rubbish seldom, and not in what every test has: a small application is soon gone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
