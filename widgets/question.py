"""The question of now at the head of a page: on a screen as high as a wall in drawn letters, for it may be mirrored."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size as Extent
from textual.widgets import Static

from widgets.headline import HIGH, drawings


class Question(Static):
    """A question in one style; what is said in its place, in quieter words, is never drawn."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes="question", markup=False)

    def get_content_height(self, container: Extent, viewport: Extent, width: int) -> int:
        """The rows that it takes in so many columns."""
        return len(self._letters(width)) or super().get_content_height(container, viewport, width)

    def render(self) -> RenderResult:
        """The question, in the letters that fit."""
        letters = self._letters(self.content_size.width)
        return Content("\n").join(letters) if letters else super().render()

    def _letters(self, width: int) -> Sequence[Content]:
        """Its rows in drawn letters; none where it is ordinary text."""
        asked = self.visual
        if self.app.size.height < HIGH or not isinstance(asked, Content) or asked.spans:
            return ()
        return next(drawings(asked.plain, width), ())
