"""Files that are lists of people by their name; a module of its own, since every opening of a network asks it."""

from __future__ import annotations

from pathlib import Path

from data.model import Said, say

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
LISTS = (*WORKBOOKS, ".csv", ".tsv", ".txt", ".tab")


def named_a_list(path: Path) -> bool:
    """Whether a file is a list by its name."""
    return path.suffix.lower() in LISTS


def no_network(path: Path) -> Said | None:
    """That a file is a list by its name, and no network that was called so; and what to do with it."""
    if not named_a_list(path):
        return None
    try:
        with path.open("rb") as file:
            is_network = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    except OSError:
        return None
    if is_network:
        return None
    return say("{file} is a list, not a network: kring new FILE --people {file} starts one.", file=path.name)
