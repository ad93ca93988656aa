"""Between the line, where everything is text, and the board, where letters are commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from data.i18n import N_
from screens.brainstorm.canvas import Canvas, Keys
from widgets.command import Command


class Going:
    """Esc goes there and back. ``let_go`` gives up what is held on the board, and says whether there was something."""

    def __init__(self, canvas: Canvas, let_go: Callable[[], bool]) -> None:
        self._canvas = canvas
        self._let_go = let_go

    def to_board(self) -> None:
        """From the line to the board."""
        self._canvas.board.focus()

    def to_line(self) -> None:
        """Back to the line; first what is held on the board goes."""
        if not self._let_go():
            self._canvas.line.focus()

    # -- its keys

    KEYS: ClassVar[Keys[Going]] = Keys(
        line=(
            Command(
                to_board,
                N_("Board"),
                N_("To the board, where letters are commands; the line stays"),
                ("escape",),
                10,
            ),
        ),
        board=(Command(to_line, N_("Line"), N_("Back to the line; filter and marks go first"), ("escape",), 10),),
    )
