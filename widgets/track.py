"""A share as a line: thick as far as it goes, thin for the rest."""

from __future__ import annotations


def track(share: float, length: int) -> tuple[str, str]:
    """What is thick of so many cells, to half a cell, and the rest; the half leaves no hole between the two."""
    whole, half = divmod(round(share * length * 2), 2)
    return "━" * whole + "╾" * half, "─" * (length - whole - half)
