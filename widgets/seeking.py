"""A list of what one chooses from, in which letters lead to what begins with them, or become a text of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.i18n import _
from data.text import fold
from widgets.keys import digit, place


class Entry(Option):
    """An entry, with the words by which letters find it."""

    def __init__(self, title: str, shown: VisualType, id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown, id=id)
        self.title = fold(title)


class Seeking(OptionList):
    """An option list of entries in which letters look for one.

    A letter leads to the next entry that begins with it, letters in a row to one that begins with all of them; any
    other key begins anew. Capitals and digits are places, and what is a command of the sheet stays one.

    With ``own`` a text of one's own may be typed in place of choosing. What is typed is one text then, in which
    everything is text once it has begun: it is told as `Sought`, and as `Typed` once no entry begins with it.
    """

    @dataclass
    class Sought(Message):
        """The text so far, with which an entry begins; empty when another key was pressed."""

        text: str

    @dataclass
    class Typed(Message):
        """A text with which no entry begins: it is one's own."""

        text: str

    _letters = ""

    def __init__(
        self, *content: Entry, markup: bool = True, seeks: bool = True, own: bool = False, places: int = 0
    ) -> None:
        """Without ``seeks`` letters are for whoever shows it; so many ``places`` are chosen by digits and capitals."""
        super().__init__(*content, markup=markup)
        self._seeks = seeks
        self._own = own
        self._places = places

    def on_key(self, event: Key) -> None:
        """Look for what begins with the letters so far."""
        if not self._seeks:
            return
        if self._own:
            self._go_on(event)
            return
        before, self._letters = self._letters, ""
        letter = event.character or ""
        if not (letter.isalpha() and letter.islower()) or digit(event) or self._is_command(event):
            return
        event.stop()
        letter, at = fold(letter), self.highlighted or 0
        found = self._from(at, before + letter) if before else None
        if found is None:
            before, found = "", self._from(at + 1, letter)
        if found is not None:
            self._letters, self.highlighted = before + letter, found

    def _is_command(self, event: Key) -> bool:
        return event.key in self.screen._bindings.key_to_bindings

    def _go_on(self, event: Key) -> None:
        """One more character of a text of one's own, or of that with which an entry begins."""
        before, self._letters = self._letters, ""
        typed = before[:-1] if event.key == "backspace" else ""
        if event.is_printable and event.character and (before or self._begins_text(event)):
            typed = before + event.character
        if not typed and not before:
            return
        if typed or event.key == "backspace":
            event.stop()
            event.prevent_default()
        found = self._from(self.highlighted or 0, fold(typed)) if typed else None
        if typed and found is None:
            self.post_message(self.Typed(typed))
            typed = ""
        elif found is not None:
            self._letters, self.highlighted = typed, found
        self.post_message(self.Sought(typed))

    def _begins_text(self, event: Key) -> bool:
        """Whether this key is neither a place, nor a blank, nor a command."""
        free = not 0 < place(event) <= self._places and not self._is_command(event)
        return free and not (event.character or " ").isspace()

    def _from(self, first: int, letters: str) -> int | None:
        """The place of the first entry that begins with these letters, from this place on and round the end."""
        count = self.option_count
        places = ((first + by) % count for by in range(count))
        return next((place for place in places if self._begins(place, letters)), None)

    def _begins(self, place: int, letters: str) -> bool:
        option = self.get_option_at_index(place)
        return isinstance(option, Entry) and option.title.startswith(letters)


def sought(text: str) -> Content:
    """What stands below such a list: the text so far, and that one of its own may become of it."""
    more = _("type on for a text of your own")
    return Content.assemble("\n› ", text, ("   " + more, "$muted")) if text else Content()
