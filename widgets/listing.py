"""A list that ends where it ends: the arrows do not wrap."""

from __future__ import annotations

from textual.strip import Strip
from textual.widgets import OptionList


class Listing(OptionList):
    """An option list on which the cursor stays at the first and the last, and on what it chose when the list is new.

    Of one that is ``broad`` the air around what is chosen has its ground too.
    """

    broad = False

    @property
    def chosen(self) -> str | None:
        """The id of what the cursor stands on."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def choose(self, id_: str | None) -> None:
        """Put the cursor on what has this id, if it is there."""
        for place, option in enumerate(self.options):
            if option.id == id_:
                self.highlighted = place

    def render_line(self, y: int) -> Strip:
        """A row of the list: the ground of what is chosen lies on its text, not on the air below it."""
        strip = super().render_line(y)
        if self.broad or strip.text.strip():
            return strip
        return Strip.blank(strip.cell_length, self.get_visual_style("option-list--option").rich_style)

    def action_cursor_up(self) -> None:
        """The one above; at the first there is none."""
        if self.highlighted != 0:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """The one below; at the last there is none."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()
