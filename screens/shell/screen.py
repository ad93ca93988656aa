"""What all places have in common: the bars, the work, the room view, and when they are drawn."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus, Key
from textual.geometry import Spacing
from textual.screen import Screen
from textual.widgets import Input, Static

from data.i18n import N_
from data.model import Activity, Refused
from screens.shell.commands import footer
from screens.shell.halves import Halves
from screens.shell.house import House, house_of
from screens.shell.part import Part
from screens.shell.places import PLACES
from screens.shell.room import Moment, projected
from screens.shell.standing import When, standing, when
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command, Commanding
from widgets.key_bar import KeyBar
from widgets.keys import place
from widgets.projected import Projected
from widgets.session_bar import SessionBar

LEAVE_ROOM: Command[Any] = Command(
    lambda screen: screen.toggle_room(),
    N_("Leave the room view"),
    N_("Back to the work; F9 does it too"),
    ("escape",),
)


class KringScreen(Commanding, Screen[None]):
    """A place: Home, the programme, or one activity of it.

    A screen gives its content in ``compose_work`` and draws it in ``show_data``, which is called whenever the network
    changed. What the room sees is the room view of its kind of activity (``screens.shell.room``), or what it says in
    ``projected``. Its commands are ``KEYS``, with those that count only while a line
    is typed in ``LINE_KEYS`` and those that count only outside it, such as letters, in ``PAGE_KEYS``; and those of
    its parts. What it does, it does in its parts: it is no base for other screens.
    """

    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    PARTS: ClassVar[tuple[type[Part], ...]] = ()
    """The kinds of parts it has, whose keys it binds."""

    ABOUT: ClassVar[str] = ""
    """A message id: what this screen is for, shown on top of its help."""

    TABLES: ClassVar[frozenset[str]] = frozenset()
    """The tables whose changes this screen shows; empty for all of them."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place
        self.own_parts: tuple[Part, ...] = ()
        self.halves = Halves(self)
        # Where there are too many commands to show, the footer leaves out what cannot run now.
        self.able_only = False
        self.drawing = Drawing(self)
        self._session_bar, self._key_bar = SessionBar(), KeyBar()

    @property
    def house(self) -> House:
        """The application."""
        return house_of(self)

    @property
    def activity(self) -> Activity:
        """The activity that is shown.

        Raises:
            Refused: it was taken away in another window.
        """
        return self.house.state.get(Activity, self.place)

    @property
    def is_gone(self) -> bool:
        """Whether the activity that is shown was taken away, in another window or by undo."""
        if self.place in PLACES:
            return False
        return self.house.open_network is None or self.house.state.find(Activity, self.place) is None

    # -- what it is made of

    def compose(self) -> ComposeResult:
        """The two bars, the work or the room view, and the keys."""
        yield self._session_bar
        with Pane(id="work"):
            yield from self.compose_work()
        yield RoomPane(id="room")
        yield self._key_bar

    def compose_work(self) -> ComposeResult:
        """The widgets a facilitator works with."""
        yield from ()

    def projected(self) -> Projected:
        """What the room sees now."""
        return projected(Moment(self.house.state, self.activity, self.house.now()))

    def show_data(self) -> None:
        """Draw what the network holds now."""

    def tick(self) -> None:
        """Called every second while this screen is shown."""

    # -- when it draws

    def on_mount(self) -> None:
        """Listen to the network and draw; Textual calls this for every class of a screen."""
        self.drawing.begin()

    def on_resize(self) -> None:
        """Draw for the new size."""
        if self.drawing.begun and self.drawing.is_for_another_size:
            self.call_after_refresh(self.show_all)

    def on_screen_resume(self) -> None:
        """Draw again what changed while another screen was shown."""
        if self.drawing.stale:
            self.show_all()
        else:
            self.show_bars()
        self.halves.forget()
        self.halves.settle()

    def on_key(self, event: Key) -> None:
        """Words typed outside the line go to the line; Textual calls this for every class of a screen."""
        if self.halves.types(event):
            event.stop()
            event.prevent_default()

    def show_all(self) -> None:
        """Draw the data, the room view and the bars; once the activity is gone there is the programme."""
        if self.is_gone:
            self.call_later(self.house.go, "programme")
            return
        self.drawing.drawn()
        self.set_class(when(self.house) is not When.NOW, "-still")
        try:
            self.show_data()
            draw_room(self)
            self.halves.rest(over=when(self.house) is When.OVER)
        except Refused as refused:  # what it stands on is not in the file
            if self.place in PLACES:
                raise
            self.house.warn(refused.said)
            self.call_later(self.house.go, "programme")
            return
        self.show_bars()

    def show_bars(self) -> None:
        """Draw the two bars on top and the keys below."""
        if self.is_gone:
            return
        bars = standing(self.house, self.place) if self.house.open_network is not None else None
        # The room has a line of its own; only trouble is told above it.
        self._session_bar.display = bars is not None and (not self.in_room or bool(bars.trouble))
        if bars is not None:
            self._session_bar.show(bars)
        _show_keys(self)

    def put(self, id_: str, content: Content | str) -> None:
        """Show this in one of the screen's own places."""
        place, shown = self.query_one(f"#{id_}", Static), content if isinstance(content, Content) else Content(content)
        place.set_class(not shown, "-empty")
        place.update(shown)

    # -- commands

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Those of the line, of the page and of both, and of every part."""
        of_parts = (command for part in cls.PARTS for command in part.every_command())
        return (*cls.LINE_KEYS, *cls.PAGE_KEYS, *cls.KEYS, *of_parts, LEAVE_ROOM)

    @property
    def typing(self) -> bool:
        """Whether a line has the focus."""
        return isinstance(self.focused, Input)

    def own_commands(self) -> list[Bound]:
        """The commands of this screen and its parts that count now, the first one for a key before others."""
        here = self.LINE_KEYS if self.typing else self.PAGE_KEYS
        own = [Bound(command, self) for command in (*here, *self.KEYS)]
        return own + [bound for part in self.own_parts for bound in part.commands(typing=self.typing)]

    def command_for(self, key: str) -> Bound | None:
        """What a key means now: in the room view Esc leaves that, whatever it does behind it."""
        if self.in_room and key in LEAVE_ROOM.keys:
            return Bound(LEAVE_ROOM, self)
        return super().command_for(key)

    async def action_command(self, key: str) -> None:
        """Do what a key means now, or say why not."""
        if bound := self.command_for(key):
            await self.house.perform(bound)

    # -- the room view

    @property
    def in_room(self) -> bool:
        """Whether the room view is shown."""
        return self.has_class("-room")

    def toggle_room(self) -> None:
        """Show the room view in place of the work, or the other way round."""
        project(self)
        self.toggle_class("-room")
        self.halves.room()
        self.show_all()


def project(screen: KringScreen) -> None:
    """Give the room view what draws it, once: no start waits for letters that nobody asked to see yet."""
    from widgets.projection import Projection

    room = screen.query_one("#room", Pane)
    if not room.query(Projection):
        room.mount(Projection(id="projection"))


def draw_room(screen: KringScreen) -> None:
    """Draw what the room sees, while it does."""
    if screen.in_room:
        from widgets.projection import Projection

        for projection in screen.query(Projection):
            projection.show(screen.projected())


class Drawing:
    """When a screen is drawn: at the start, when its tables changed, and every second while it is in front."""

    def __init__(self, screen: KringScreen) -> None:
        self._screen = screen
        self.begun = False
        self.stale = False
        # What follows from how large its widgets came out is drawn again once they are laid out.
        self.measures = True
        self._size: tuple[object, ...] = ()

    def begin(self) -> None:
        """Listen, and draw as soon as it is shown; again it does nothing."""
        if not self.begun:
            self.begun = True
            self._screen.house.changed.subscribe(self._screen, self._changed)
            self._screen.set_interval(1, self._tick)
            self.stale = True

    def drawn(self) -> None:
        """It is drawn now, for the size it has."""
        self.stale, self._size = False, self._now()

    @property
    def is_for_another_size(self) -> bool:
        """Whether it was drawn for another size than the screen has now that it is laid out."""
        return self.measures or self._size != self._now()

    def _now(self) -> tuple[object, ...]:
        screen = self._screen
        widths = screen.app.HORIZONTAL_BREAKPOINTS or ()
        return screen.size, *(name for _least, name in widths if screen.has_class(name))

    def _changed(self, tables: frozenset[str]) -> None:
        screen = self._screen
        if not screen.is_current:
            self.stale = True
        elif tables and (not screen.TABLES or screen.TABLES & tables):
            screen.show_all()
        else:
            screen.show_bars()

    def _tick(self) -> None:
        if self._screen.is_current and not self._screen.is_gone:
            self._screen.tick()
            draw_room(self._screen)
            self._screen.house.news.show()
            self._screen.show_bars()


class Pane(Container):
    """The work or the room view of a screen: it keeps what is typed in its lines, as drafts of that place.

    While no network is open they last as long as the window.
    """

    @property
    def _place(self) -> str:
        assert isinstance(self.screen, KringScreen)
        return self.screen.place

    def on_resize(self) -> None:
        """Stand in the middle of a terminal that is wider than the work may be."""
        most = self.styles.max_width
        wide = int(most.value) if most is not None else self.screen.size.width
        margin = Spacing.unpack((0, max(0, (self.screen.size.width - wide) // 2)))
        if margin != self.styles.margin:  # set anew, it has everything laid out once more
            self.styles.margin = margin

    def on_mount(self) -> None:
        """Bring back the drafts."""
        house = house_of(self)
        for line in self.query(CaptureLine):
            outside = house.half.get(self._place, line.draft, "")
            line.restore(house.network.drafts.get(self._key(line)) if house.open_network else outside)

    def _key(self, line: CaptureLine) -> str:
        return f"{self._place}:{line.draft}"

    @on(Input.Changed)
    def _keep_draft(self, event: Input.Changed) -> None:
        house, line = house_of(self), event.input
        if isinstance(line, CaptureLine) and house.open_network:
            house.network.drafts.set(self._key(line), event.value)
        elif isinstance(line, CaptureLine):
            house.half.set(event.value, self._place, line.draft, "")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Other keys count now."""
        del event
        if isinstance(self.screen, KringScreen) and not self.screen.is_gone:
            _show_keys(self.screen)


class RoomPane(Pane, can_focus=True):
    """The room view: a digit or a capital, which would choose something that nobody sees, does nothing."""

    def allow_focus(self) -> bool:
        """Only where it is shown: a screen of which nothing has the focus would give it this."""
        return self.screen.has_class("-room")

    def on_key(self, event: Key) -> None:
        """Keep it from what stands behind."""
        if place(event):
            event.stop()


def _show_keys(screen: KringScreen) -> None:
    screen.query_one(KeyBar).show(footer(screen, able=screen.able_only))
