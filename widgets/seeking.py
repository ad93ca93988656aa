"""A list of what one chooses from, in which letters lead to what begins with them."""

from __future__ import annotations

from textual.events import Key
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data.text import fold
from widgets.keys import digit


class Entry(Option):
    """An entry, with the words by which letters find it."""

    def __init__(self, title: str, shown: VisualType, id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown, id=id)
        self.title = fold(title)


class Seeking(OptionList):
    """An option list of entries in which letters look for one.

    A letter leads to the next entry that begins with it, letters in a row to one that begins with all of them; any
    other key begins anew. Capitals and digits are places, and what is a command of the sheet stays one.
    """

    _letters = ""

    def __init__(self, *content: Entry, markup: bool = True, seeks: bool = True) -> None:
        """Without ``seeks`` letters are for whoever shows it."""
        super().__init__(*content, markup=markup)
        self._seeks = seeks

    def on_key(self, event: Key) -> None:
        """Look for what begins with the letters so far."""
        if not self._seeks:
            return
        before, self._letters = self._letters, ""
        letter = event.character or ""
        is_command = event.key in self.screen._bindings.key_to_bindings
        if not (letter.isalpha() and letter.islower()) or digit(event) or is_command:
            return
        event.stop()
        letter, at = fold(letter), self.highlighted or 0
        found = self._from(at, before + letter) if before else None
        if found is None:
            before, found = "", self._from(at + 1, letter)
        if found is not None:
            self._letters, self.highlighted = before + letter, found

    def _from(self, first: int, letters: str) -> int | None:
        """The place of the first entry that begins with these letters, from this place on and round the end."""
        count = self.option_count
        places = ((first + by) % count for by in range(count))
        return next((place for place in places if self._begins(place, letters)), None)

    def _begins(self, place: int, letters: str) -> bool:
        option = self.get_option_at_index(place)
        return isinstance(option, Entry) and option.title.startswith(letters)
