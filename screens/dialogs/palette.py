"""All commands that work here, found by a part of their name: of the place, of everywhere, and the activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar, cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import _, told
from data.model import Said
from data.model.languages import LANGUAGES
from data.text import fold
from screens.dialogs.activities import Found
from screens.shell.house import House
from widgets.capture_line import CaptureLine
from widgets.command import Bound

WIDEST, FRAME = 90, 8
"""Columns of the sheet, and those that its edge, its air and a scroll bar take of them."""

SAID = 1
"""How well letters fit that stand in what a command does, and not in its name."""

WHOLE = 5
"""How well the whole name of a command fits it (see `hit`)."""

RECENT = 3
"""So many commands that were chosen last stand on top."""


class PaletteScreen(ModalScreen[None]):
    """A line to type a part of a name in, and the commands below it; Enter does the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "dismiss", show=False),
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "walk(-8)", show=False),
        Binding("pagedown", "walk(8)", show=False),
    ]

    def __init__(self, found: Sequence[Bound], activities: Sequence[Found] = ()) -> None:
        """``activities`` are found by their names alone, once some of one is typed."""
        super().__init__()
        self._found = found
        self._activities = activities
        self._listed: list[Bound | None] = []

    def compose(self) -> ComposeResult:
        """The line, the list, and how to leave."""
        with Vertical(classes="sheet"):
            with Horizontal(classes="sheet-line"):
                yield Static("› ", classes="prompt", markup=False)
                yield CaptureLine("palette", placeholder=_("Type part of a command"))
            listing = OptionList(markup=False)
            listing.can_focus = False
            yield listing
        yield Static(_("Enter runs it · ↑↓ chooses · Esc goes back"), classes="sheet-foot", markup=False)

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    @property
    def _listing(self) -> OptionList:
        return self.query_one(OptionList)

    def on_mount(self) -> None:
        """All of them, before anything is typed."""
        self._show("")

    def on_resize(self) -> None:
        """Keys stand at the right at every width."""
        self._show(self.query_one(CaptureLine).value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, typed: str) -> None:
        room = min(WIDEST, self.app.size.width * 9 // 10) - FRAME
        self._listed, options = [], []
        for heading, group in self._groups(typed):
            if self._listed:
                self._listed.append(None)
                options.append(Option(Content(), disabled=True))
            self._listed.append(None)
            options.append(Option(Content.styled(heading, "bold $muted"), disabled=True))
            for bound in group:
                self._listed.append(bound)
                options.append(Option(row(bound, self._house.refusal(bound), room)))
        if not options:
            options.append(Option(Content.styled(_("No command matches."), "$muted"), disabled=True))
        self._listing.clear_options()
        self._listing.add_options(options)
        self._listing.action_first()
        # What was typed by its whole name is meant, wherever it stands.
        for place, each in enumerate(self._listed):
            if each is not None and hit(each, typed) == WHOLE:
                self._listing.highlighted = place
                break

    def _groups(self, typed: str) -> Iterator[tuple[str, list[Bound]]]:
        """What was chosen last, what is of this place, activities, and what is of everywhere, with these letters."""
        house = self._house
        matching = sorted(
            (each for each in self._found if hit(each, typed)), key=partial(hit, typed=typed), reverse=True
        )
        last = [each for label in house.chosen_last for each in matching if each.command.label == label][:RECENT]
        rest = [each for each in matching if each not in last]
        found = (_("Activities"), [each.bound for each in self._activities if each.hit(typed)])
        # Only what a command does has these letters: then the name of an activity is what was meant.
        meant = not any(hit(each, typed) > SAID for each in matching)
        groups = (
            *([found] if meant else []),
            (_("Last used"), last),
            (_("Here"), [each for each in rest if each.owner is not house]),
            *([] if meant else [found]),
            (_("Everywhere"), [each for each in rest if each.owner is house]),
        )
        yield from ((heading, group) for heading, group in groups if group)

    def action_walk(self, by: int) -> None:
        """Choose another, without leaving the line; headings are stepped over."""
        step = self._listing.action_cursor_down if by > 0 else self._listing.action_cursor_up
        for _time in range(abs(by)):
            step()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self._do(self._listing.highlighted)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._do(event.option_index)

    def _do(self, place: int | None) -> None:
        bound = self._listed[place] if place is not None and place < len(self._listed) else None
        if bound is not None:
            house, label = self._house, bound.command.label
            house.chosen_last = [label, *(other for other in house.chosen_last if other != label)]
            self.dismiss(None)
            house.call_later(house.perform, bound)


def hit(bound: Bound, typed: str) -> int:
    """How well the letters fit a command: 0 not at all, most as its whole name, least in what it does.

    Its name in another language counts as well, for who learned it there.
    """
    letters, label, said = fold(typed), fold(_(bound.command.label)), fold(_(bound.command.help))
    if label.startswith(letters):
        return WHOLE if label == letters else 4
    if any(word.startswith(letters) for word in label.split()):
        return 3
    if letters in label:
        return 2
    elsewhere = (fold(told(Said(bound.command.label), language)) for language in LANGUAGES)
    return SAID * (letters in said or any(letters in name for name in elsewhere))


def row(bound: Bound, refusal: str | None, width: int) -> Content:
    """Its name, what it does or why it cannot run now, and its keys at the right."""
    name, keys = _(bound.command.label), bound.command.twins
    name += " " * max(2, 24 - cell_len(name))
    room = max(0, width - cell_len(name) - cell_len(keys) - 2)
    said = Content(refusal or _(bound.command.help)).truncate(room, ellipsis=True)
    gap = " " * max(2, width - cell_len(name) - said.cell_length - cell_len(keys))
    if refusal:
        return Content.assemble((name, "$muted"), said.stylize("$muted italic"), gap, (keys, "$muted"))
    return Content.assemble((name, "bold"), said.stylize("$muted"), gap, (keys, "bold $key"))
