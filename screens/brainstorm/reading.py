"""What the capture line means: a cluster, a person, a small group; and what an open mark may still become."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from data.i18n import _
from data.methods.capture_syntax import TWICE, Captured, Mark, Sign, candidates, is_title, read
from data.model import Participant
from data.names import matching
from data.verbs.network import called
from screens.brainstorm import unread
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.line import Span
from screens.brainstorm.naming import Naming
from widgets.board_paint import COLOURS

MOST_SUBGROUPS = 12
"""As long as no small groups are made, so many may be named."""


class Reading:
    """A line, as the board, the people and the small groups of now make it read."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.naming = Naming(canvas)
        self._spans: tuple[str, Sequence[Span]] = ("", ())

    def read(self, typed: str) -> Captured[Participant]:
        """What a line means now."""
        return read(
            typed,
            titles=self._canvas.titles,
            who=partial(self.naming.one, typed),
            groups=self._groups(),
            attributed=self.naming.attributed,
        )

    def unread(self, text: str) -> str:
        """Why what looks like a mark in a post-it that was kept is text; empty where nothing does."""
        who = partial(self.naming.one, text)
        return unread.told(text, titles=self._canvas.titles, who=who, attributed=self.naming.attributed)

    def _groups(self) -> list[str]:
        """What the small groups are called; as long as there are none, as many as may be named."""
        most = len(self._canvas.storm.subgroups) or MOST_SUBGROUPS
        return [group_name(number) for number in range(1, most + 1)]

    def names(self, mark: Mark) -> list[str]:
        """What an open mark may become."""
        if mark.sign is Sign.WHO and not self.naming.may(self._canvas.line.value):
            return []
        if mark.sign is Sign.CLUSTER:
            typed = mark.fragment.lstrip("#=").strip()
            return candidates(typed, self._canvas.titles) or ([f"{TWICE}{typed}"] if is_title(typed) else [])
        if mark.sign is Sign.SUBGROUP:
            return candidates(mark.fragment, self._groups()) if mark.fragment else []
        found = matching(self._canvas.people(), mark.fragment) if mark.fragment.strip() else self._canvas.people()
        names = called(self._canvas.house.state)
        return [names[who.id] for who in found]

    def spans(self, typed: str) -> Sequence[Span]:
        """The marks of the line in the colour of what they mean."""
        if self._spans[0] != typed or not typed:
            found = self.read(typed)
            self._spans = typed, [(mark.start, mark.end, self._colour(mark, found)) for mark in found.marks]
        return self._spans[1]

    def _colour(self, mark: Mark, found: Captured[Participant]) -> str:
        colours = self._canvas.house.theme_variables
        if mark.sign is Sign.CLUSTER and not found.new:
            return f"bold {colours[f'cluster-{self._canvas.titles.index(found.cluster) % COLOURS + 1}']}"
        return f"bold {colours['accent']}"


def group_name(group: int) -> str:
    """What a small group is called; 0 is none."""
    return _("group {n}").format(n=group) if group else _("no group")
