"""What the letters of a list need between them: in half rows, as small a step as is drawn."""

from __future__ import annotations

import msgspec


class Spacing(msgspec.Struct, frozen=True):
    """What the letters of a list need between them, whatever air there is.

    There are ``leading`` rows between two lines of an entry, and between two entries ``least`` half rows or so many
    ``more`` than there is air. In a ``close`` list there are so many half rows (``loose``) between the lines of any
    entry and ``under`` each heading as some of them need. Entries are ``stepped`` where they may begin with half a row
    as well. Of a list that is ``tailed``, a tail hangs from some heading. Where lines have air between them, entries
    have so many half rows more to be ``told`` apart.
    """

    leading: int = 0
    least: int = 0
    more: int = 0
    close: bool = False
    stepped: bool = False
    under: int = 0
    loose: int = 0
    tailed: bool = False
    told: int = 0


def in_rows(halves: int) -> int:
    """So many half rows in whole ones."""
    return -(-halves // 2)
