"""The ways of deciding: each is the module of its name, and says there all that the rest of the program asks."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from data.methods.votes.way import WaySpec
from data.model import Vote, Way


def _spec(way: Way) -> WaySpec[Any]:
    spec = import_module(f"data.methods.votes.{way.value}").WAY
    assert isinstance(spec, WaySpec), f"{way.value}.py has no WAY"
    return spec


WAYS: Mapping[Way, WaySpec[Any]] = {way: _spec(way) for way in Way}
"""Every way with its spec, in the order in which they are offered."""


def spec_of(vote: Vote) -> WaySpec[Any]:
    """The spec of a vote's way."""
    return WAYS[vote.way]
