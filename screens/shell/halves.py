"""The two halves of a screen, its line and what stands above: which has the focus, and what is typed in the other."""

from __future__ import annotations

from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from data.i18n import _, told
from data.model import Said
from screens.shell.commands import commands
from screens.shell.house import House, house_of
from widgets.capture_line import CaptureLine

AT_ONCE = 0.4
"""Within so many seconds a key belongs to the one before, as in a word; going on to something else takes longer."""


def at_once(before: float, now: float) -> bool:
    """Whether a key typed at this moment belongs to one that was typed at that moment before."""
    return now - before <= AT_ONCE


class Ran:
    """The letters right before this one that were commands, and what undo would have taken back before the first."""

    def __init__(self) -> None:
        self.letters = ""
        self.keys = ""
        """Those of the letters that ran."""
        self.refused = False
        """Whether the last of them could not run, and so did nothing."""
        self._at = 0.0
        self._last: tuple[str, Said] | None = None

    def goes_on(self, key: Key) -> bool:
        """Whether this key came at once behind the last of them."""
        return at_once(self._at, key.time)

    def begins(self, letter: str) -> bool:
        """Whether the last of them did nothing, and is one of a word with this letter behind it.

        The same again is a key that is held or pressed twice, and says once more why not.
        """
        return self.refused and not self.letters.endswith(letter)

    def go_on(self, key: Key) -> None:
        """Another letter: what ran before it was no part of a word when it took long."""
        if not self.goes_on(key):
            self.letters, self.keys, self.refused = "", "", False
        self._at = key.time

    def add(self, letter: str, house: House, *, refused: bool = False) -> None:
        """This letter is about to run a command, or to be refused."""
        self.refused = refused
        self.letters += letter
        if not refused:
            if not self.keys:
                self._last = _last(house)
            self.keys += letter

    def done(self, house: House) -> Said | None:
        """What these letters changed, where undo takes it back now; None when they changed nothing."""
        last = _last(house)
        return last[1] if self.keys and last is not None and last != self._last else None


def _last(house: House) -> tuple[str, Said] | None:
    """What undo takes back next."""
    return house.open_network.last if house.open_network is not None else None


class Halves:
    """Keeps the focus where the work is.

    A dialog and the room view give it back to what had it; another phase gives it to where the work begins, also when
    that phase began behind a dialog or the room view. Two letters in a row outside the line are meant for the line,
    unless the first of them is a command there. Where it was one and two more follow at once, it was the beginning of
    a word: the line gets all of it, and what the command did is told. A command that cannot run does nothing: its
    letter is that of a word when another letter that does nothing either, or a space, follows at once; the same letter
    is refused again. Enter at once behind letters of which the last waits only puts them in the line.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._before: Widget | None = None
        self._work: Widget | None = None
        self._letter = ""
        self._ran = Ran()
        self._over = False

    # -- the focus

    def work_at(self, widget: Widget) -> None:
        """The work is here from now on: the focus goes there as soon as this screen and its work are seen."""
        self._work = widget
        if self._screen.is_current and not self._screen.has_class("-room"):
            self.settle()

    def settle(self) -> None:
        """This screen is in front again: the focus goes where the work began meanwhile."""
        if self._work is not None and not self._screen.has_class("-room"):
            work, self._work = self._work, None
            work.focus()

    def rest(self, *, over: bool) -> None:
        """Once the session is over the line sleeps and says so: what was is read, and written to only on purpose."""
        if not (over or self._over):
            return
        way = _("Session closed · Esc to type anyway") if over else _("Esc to type")
        for line in (line for line in self._screen.query(CaptureLine) if line.asleep):
            line.asleep = way
        page = next((widget for widget in self._screen.focus_chain if not isinstance(widget, Input)), None)
        if over and not self._over and page is not None:
            self.work_at(page)
        self._over = over

    def room(self) -> None:
        """The room view was opened: the arrows scroll what does not fit in it; or closed: what had the focus has it."""
        if self._screen.has_class("-room"):
            self._before = self._screen.focused
            (self._screen.query("#room VerticalScroll") or self._screen.query("#room")).first().focus()
            return
        before, self._before = self._before, None
        if self._work is not None:
            self.settle()
        elif before is not None and before.is_attached:
            before.focus()

    # -- letters outside the line

    @property
    def _line(self) -> CaptureLine | None:
        """The line that waits to be gone to; None while it has the focus, or is not shown."""
        if self._screen.has_class("-room") or isinstance(self._screen.focused, Input):
            return None
        return next((line for line in self._screen.query(CaptureLine) if line.asleep and _is_shown(line)), None)

    def types(self, key: Key) -> bool:
        """Whether a key outside the line is the beginning of words for the line, and so is no command."""
        line, letter = self._line, key.character or ""
        if line is not None and self._ends(key):
            self.put(line, " " if key.key == "space" else "")
            return True
        if line is None or not letter.isalpha() or not line.check_consume_key(key.key, letter):
            self.forget()
            return False
        self._ran.go_on(key)
        house = house_of(self._screen)
        bound = next((bound for bound in commands(self._screen) if key.key in bound.command.keys), None)
        runs = bound is not None and not house.refusal(bound)
        if self._letter or (not runs and self._ran.begins(letter)):
            self.put(line, letter)
            return True
        if bound is not None:
            self._ran.add(letter, house, refused=not runs)
            return False
        self._letter = line.ahead = letter
        return True

    def _ends(self, key: Key) -> bool:
        """Whether a letter waits, and this key is a space at once behind it, or Enter behind it and others."""
        if not (self._letter or self._ran.refused) or not self._ran.goes_on(key):
            return False
        return key.key == "space" or (key.key == "enter" and len({*self._ran.letters, *self._letter}) > 1)

    def goes_on(self, key: Key) -> bool:
        """Whether this key came at once behind a letter that ran a command, as the next one of a word does."""
        return bool(self._ran.keys) and self._ran.goes_on(key)

    def put(self, line: CaptureLine, letter: str) -> None:
        """Put the word that was begun outside the line in it, up to this letter; what its letters did is told."""
        house, ran = house_of(self._screen), self._ran
        typed = ran.letters + self._letter + letter
        if label := ran.done(house):
            way = _("“{letters}” was a key: {change} · Esc, Ctrl+Z takes it back")
            house.feedback.warned(way.format(letters=ran.keys, change=told(label)))
        self.forget()
        self._screen.set_focus(line)
        line.cursor_position = len(line.value)
        line.insert_text_at_cursor(typed)

    def forget(self) -> None:
        """The letter that was typed outside the line stood alone."""
        self._ran = Ran()
        if self._letter:
            self._letter = ""
            for line in self._screen.query(CaptureLine):
                line.ahead = ""


def _is_shown(line: CaptureLine) -> bool:
    """Whether it has a place on the screen, also while that is being laid out."""
    return all(node.display for node in line.ancestors_with_self if isinstance(node, Widget))
