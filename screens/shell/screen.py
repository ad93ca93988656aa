"""What the screens of activities have in common: the bars, the work, the room view, the keys and the drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from data.i18n import _
from data.model import Activity, Refused
from screens.shell.house import House
from screens.shell.standing import standing
from widgets.capture_line import CaptureLine
from widgets.command import MOST_IN_FOOTER, Bound, Command, Commanding
from widgets.key_bar import KeyBar
from widgets.session_bar import SessionBar


class KringScreen(Commanding, Screen[None]):
    """A screen that shows the open network, or Home.

    A screen gives its content in ``compose_work``, its room view in ``compose_room`` and draws both in ``show_data``,
    which is called whenever the network changed. Its commands are ``KEYS``, with those that count only while a line
    is typed in ``LINE_KEYS`` and those that count only outside it, such as letters, in ``PAGE_KEYS``.
    """

    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    ABOUT: ClassVar[str] = ""
    """A message id: what this screen is for, shown on top of its help."""

    TABLES: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes this screen shows; empty for all of them."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self._stale = False
        self._ready = False

    @property
    def house(self) -> House:
        """The application."""
        return cast("House", self.app)

    # -- what it is made of

    def compose(self) -> ComposeResult:
        """The two bars, the work or the room view, and the keys."""
        yield SessionBar()
        with Container(id="work"):
            yield from self.compose_work()
        with Container(id="room"):
            yield from self.compose_room()
        yield KeyBar()

    def compose_work(self) -> ComposeResult:
        """The widgets a facilitator works with."""
        yield from ()

    def compose_room(self) -> ComposeResult:
        """The widgets the room looks at: by default the one question, large."""
        yield Static(id="room-question", markup=False)

    def room_question(self) -> str:
        """What the room is working on, in one line."""
        return ""

    def show_data(self) -> None:
        """Draw what the network holds now."""

    def take_back(self, text: str) -> None:
        """Put what could not be kept after all back in the line, unless something new is typed there; then tell it."""
        lines = list(self.query(CaptureLine))
        line = next((each for each in lines if each.has_focus), next(iter(lines), None))
        if line is None or line.value:
            self.house.tell(f"“{text}”")
        else:
            line.restore(text)

    def tick(self) -> None:
        """Called every second while this screen is shown."""

    # -- when it draws

    def on_mount(self) -> None:
        """Listen to the network, bring back the drafts and draw.

        Textual calls this for every class of a screen; one that needs it done first calls it itself.
        """
        if self._ready:
            return
        self._ready = True
        self.house.changed.subscribe(self, self._changed)
        self.set_interval(1, self._tick)
        for line in self.query(CaptureLine):
            line.restore(self._draft_of(line))
        self.show_all()

    def on_resize(self) -> None:
        """Draw for the new size."""
        if self._ready:
            self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """Draw again what changed while another screen was shown."""
        if self._stale:
            self.show_all()
        self.show_bars()

    def _changed(self, tables: frozenset[str]) -> None:
        if not self.is_current:
            self._stale = True
            return
        if tables and (not self.TABLES or self.TABLES & tables):
            self.show_all()
        else:
            self.show_bars()

    def _tick(self) -> None:
        if self.is_current:
            self.tick()
            self.show_bars()

    def show_all(self) -> None:
        """Draw the data, the room view and the bars."""
        self._stale = False
        self.show_data()
        for question in self.query("#room-question").results(Static):
            question.update(Content(self.room_question()))
        self.show_bars()

    def show_bars(self) -> None:
        """Draw the two bars on top and the keys below."""
        for bar in self.query(SessionBar):
            bar.display = self.house.open_network is not None
            if bar.display:
                bar.show(standing(self.house, self.place))
        for keys in self.query(KeyBar):
            keys.show([(bound, self.refusal(bound) is None) for bound in self.footer()])

    @on(SessionBar.Chosen)
    def _to_stop(self, event: SessionBar.Chosen) -> None:
        self.house.go(event.id)

    # -- commands

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Those of the line, of the page and of both."""
        return (*cls.LINE_KEYS, *cls.PAGE_KEYS, *cls.KEYS)

    @property
    def typing(self) -> bool:
        """Whether a line has the focus."""
        return isinstance(self.focused, Input)

    def own_commands(self) -> list[Bound]:
        """The commands of this screen that count now, the first one for a key before others."""
        here = self.LINE_KEYS if self.typing else self.PAGE_KEYS
        return [Bound(command, self) for command in (*here, *self.KEYS)]

    def command_for(self, key: str) -> Bound | None:
        """What a key means on this screen now."""
        return next((bound for bound in self.own_commands() if key in bound.command.keys), None)

    async def action_command(self, key: str) -> None:
        """Do what a key means now, or say why not."""
        if bound := self.command_for(key):
            await self.house.perform(bound)

    def commands(self) -> list[Bound]:
        """Every command that works here: of the focused widget, its ancestors, this screen and the application.

        A key belongs to the first command that has it.
        """
        found: list[Bound] = []
        taken: set[str] = set()
        node: DOMNode | None = self.focused or self
        while node is not None:
            for bound in _commands_of(node):
                free = tuple(key for key in bound.command.keys if key not in taken)
                if free or not bound.command.keys:
                    found.append(Bound(replace(bound.command, keys=free), bound.owner))
                    taken.update(free)
            node = node.parent
        return found

    def footer(self) -> list[Bound]:
        """The commands for the footer: Help first, then by rank."""
        return self.ranked()[:MOST_IN_FOOTER]

    def ranked(self) -> list[Bound]:
        """The commands that may stand in a footer, the likeliest first."""
        return sorted((bound for bound in self.commands() if bound.command.rank), key=lambda bound: bound.command.rank)

    def refusal(self, bound: Bound) -> str | None:
        """Why this command cannot run now, in the person's language; None when it can."""
        return bound.reason

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        await self.house.perform(event.bound)

    # -- the room view

    @property
    def in_room(self) -> bool:
        """Whether the room view is shown."""
        return self.has_class("-room")

    def toggle_room(self) -> None:
        """Show the room view in place of the work, or the other way round."""
        self.toggle_class("-room")
        self.show_all()

    # -- what is being typed

    def _draft_key(self, line: CaptureLine) -> str:
        return f"{self.place}:{line.draft}"

    def _draft_of(self, line: CaptureLine) -> str:
        return self.house.network.drafts.get(self._draft_key(line)) if self.house.open_network else ""

    @on(Input.Changed)
    def _keep_draft(self, event: Input.Changed) -> None:
        if isinstance(event.input, CaptureLine) and self.house.open_network:
            self.house.network.drafts.set(self._draft_key(event.input), event.value)


class OutsideScreen(KringScreen):
    """A screen that needs no open network, such as Home."""

    def commands(self) -> list[Bound]:
        """While no network is open, only what makes sense without one."""
        return [bound for bound in super().commands() if not self._waits(bound)]

    def refusal(self, bound: Bound) -> str | None:
        """What belongs to a network waits until one is open."""
        return _("Open a network first.") if self._waits(bound) else super().refusal(bound)

    def _waits(self, bound: Bound) -> bool:
        return self.house.open_network is None and bound.owner is self.app and not bound.command.outside


class ActivityScreen(KringScreen):
    """The screen of one activity of a programme."""

    @property
    def activity(self) -> Activity:
        """The activity that is shown.

        Raises:
            Refused: it was taken away in another window.
        """
        return self.house.state.get(Activity, self.place)

    @property
    def _gone(self) -> bool:
        """Whether the activity was taken away, in another window or by undo."""
        return self.house.open_network is None or self.house.state.find(Activity, self.place) is None

    def show_all(self) -> None:
        """Draw the activity; once it is gone there is the programme."""
        if self._gone:
            self.call_later(self.house.go, "programme")
            return
        try:
            super().show_all()
        except Refused as refused:  # what it stands on is not in the file
            self.house.warn(refused.said)
            self.call_later(self.house.go, "programme")

    def show_bars(self) -> None:
        """Draw the bars of an activity that is there."""
        if not self._gone:
            super().show_bars()

    def _tick(self) -> None:
        if not self._gone:
            super()._tick()

    def room_question(self) -> str:
        """The question of the activity, or its title."""
        return self.activity.question or self.activity.title


def _commands_of(node: DOMNode) -> list[Bound]:
    if isinstance(node, KringScreen):
        return node.own_commands()
    return [Bound(command, node) for command in node.KEYS] if isinstance(node, Commanding) else []


def focus_first(screen: Screen[None], kind: type[Widget]) -> None:
    """Put the focus on the first widget of a kind."""
    for widget in screen.query(kind):
        widget.focus()
        return
