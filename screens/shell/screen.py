"""What the screens of activities have in common: the bars, the work, the room view, the keys and the drafts."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import Activity
from screens.shell.house import House
from screens.shell.standing import standing
from widgets.capture_line import CaptureLine
from widgets.command import MOST_IN_FOOTER, Command
from widgets.key_bar import KeyBar
from widgets.session_bar import SessionBar


class KringScreen(Screen[None]):
    """A screen that shows the open network, or Home.

    A screen gives its content in ``compose_work``, its room view in ``compose_room``, draws both in ``show_data``,
    which is called whenever the network changed, and says in ``refusal`` why a command cannot run now.
    """

    KEYS: ClassVar[tuple[Command, ...]] = ()
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
                bar.show(standing(self.house))
        for keys in self.query(KeyBar):
            keys.show([(command, self.refusal(command.action) is None) for command in self.footer()])

    # -- commands

    def commands(self) -> list[Command]:
        """Every command that works here: of the focused widget, its ancestors, this screen and the application."""
        found: list[Command] = []
        node: DOMNode | None = self.focused or self
        while node is not None:
            for command in getattr(node, "KEYS", ()):
                if all(command.action != other.action for other in found):
                    found.append(command)
            node = node.parent
        return [command for command in found if not (command.backstage and self.house.looking_along)]

    def footer(self) -> list[Command]:
        """The commands for the footer: Help first, then by rank."""
        ranked = sorted((command for command in self.commands() if command.rank), key=lambda command: command.rank)
        return ranked[:MOST_IN_FOOTER]

    def refusal(self, action: str) -> str | None:
        """Why this command cannot run now, in the person's language; None when it can."""
        del action
        return None

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        await self.house.run_action(event.command.action, self.focused or self)

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

    @on(CaptureLine.Cut)
    def _tell_cut(self, event: CaptureLine.Cut) -> None:
        self.house.tell(_("That line was cut at {n} characters.").format(n=event.limit))


class OutsideScreen(KringScreen):
    """A screen that needs no open network, such as Home."""

    def commands(self) -> list[Command]:
        """While no network is open, only what makes sense without one."""
        every = super().commands()
        if self.house.open_network is not None:
            return every
        return [command for command in every if command.outside or command in self.KEYS]

    def refusal(self, action: str) -> str | None:
        """What belongs to a network waits until one is open."""
        if action.startswith("app.") and all(command.action != action for command in self.commands()):
            return _("Open a network first.")
        return None


class ActivityScreen(KringScreen):
    """The screen of one activity of a programme."""

    KIND_TITLE: ClassVar[str] = N_("Activity")

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
        else:
            super().show_all()

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


def focus_first(screen: Screen[None], kind: type[Widget]) -> None:
    """Put the focus on the first widget of a kind."""
    for widget in screen.query(kind):
        widget.focus()
        return
