"""The next session, agreed on: in one line, or on a sheet with a line each for when, where, themes and speakers."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from data.i18n import N_, _, day, told
from data.model import Refused, Session
from data.network import Applied
from data.verbs.agreements import set_next_session
from data.verbs.contribution import ask_contribution, contributions, of_whom
from data.verbs.meeting import Meeting, read_meeting, read_moment
from data.verbs.network import next_session
from screens.shell.half_typed import HalfTyped
from screens.shell.house import House
from widgets.capture_line import CaptureLine

LINES = {
    "when": (N_("when"), N_("Thu 14 March 13:30-16:30, or in 3 weeks")),
    "place": (N_("place"), N_("where we meet")),
    "themes": (N_("themes"), N_("what it is about, separated by commas")),
    "speakers": (N_("speakers"), N_("guest speakers, separated by commas")),
    "asked": (N_("contribution"), N_("what; who from; when · Enter adds it, then the next")),
}


SHOWN = 4
"""So many contributions that are asked already are shown."""


def agree_on_next(house: House, session: str, typed: str) -> Applied | None:
    """Plan the session after this one from ``14/3 13:30-16:30 Ghent``; None when it was refused, and why was told."""
    try:
        meeting = read_meeting(typed, house.now().date())
    except Refused as refused:
        house.warn(refused.said)
        return None
    return house.do(
        set_next_session,
        session=session,
        date=meeting.date or None,
        starts=meeting.starts or None,
        ends=meeting.ends or None,
        place=meeting.place or None,
        themes=meeting.themes or None,
        speakers=meeting.speakers or None,
    )


def when_of(session: Session | None) -> str:
    """When a session is, as somebody would type it."""
    if session is None:
        return ""
    hours = "-".join(filter(None, (session.starts, session.ends)))
    return " ".join(filter(None, (day(session.date, year=True) if session.date else "", hours)))


SEVERAL = frozenset({"themes", "speakers"})
"""The lines that hold several things, with commas between."""


class NextSession(ModalScreen[None]):
    """A line each; Enter keeps them all, and what is not understood stays typed with the reason under it.

    What is typed when it is left is offered the next time. In the last line it asks a contribution, and the next one
    can be typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    CSS = """
    NextSession .label { width: 12; color: $muted; }
    NextSession #asked { height: auto; max-height: 4; padding: 0 0 0 14; }
    NextSession #reading { height: auto; margin: 1 0 0 0; color: $muted; }
    """

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._half = HalfTyped(self, f"next:{session}")

    @property
    def _house(self) -> House:
        return cast("House", self.app)

    @property
    def _coming(self) -> Session | None:
        return next_session(self._house.state, self._session)

    def compose(self) -> ComposeResult:
        """A line each, and how the first one is read."""
        with Vertical(classes="sheet"):
            yield Static(_("When is the next session, and what is it about?"), classes="heading", markup=False)
            for key, (label, example) in LINES.items():
                with Horizontal(classes="sheet-line"):
                    yield Static(_(label), classes="label", markup=False)
                    between = ", " if key in SEVERAL else " "
                    yield CaptureLine(key, placeholder=_(example), between=between, id=f"next-{key}")
            yield Static(id="asked", markup=False)
            yield Static(id="reading", markup=False)
        yield Static(_("Tab next line · Enter saves all · Esc goes back"), classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """Begin with what is agreed already, and with what was typed before and not kept."""
        coming = self._coming
        agreed = {"when": when_of(coming)}
        if coming:
            themes, speakers = ", ".join(coming.themes), ", ".join(coming.speakers)
            agreed |= {"place": coming.place, "themes": themes, "speakers": speakers}
        self._half.begin(agreed)
        self._show_asked()
        self._line("when").focus()

    def _show_asked(self) -> None:
        """What is asked for that session already."""
        coming, state = self._coming, self._house.state
        asked = contributions(state, coming.id) if coming else []
        rows = [
            Content.assemble(("▸ ", "$muted"), each.text, (f"  {of_whom(state, each)}", "$muted")) for each in asked
        ]
        self.query_one("#asked", Static).update(Content("\n").join(rows[-SHOWN:]))

    def _ask(self) -> bool:
        """Ask the contribution that is typed; says whether that could be done, also when there is none."""
        line = self._line("asked")
        if not line.value.strip():
            return True
        if not self._house.do(ask_contribution, session=self._session, text=line.value):
            return False
        line.take()
        self._show_asked()
        return True

    def _line(self, key: str) -> CaptureLine:
        return self.query_one(f"#next-{key}", CaptureLine)

    def _read(self) -> Meeting | None:
        """When it is, or None with the reason under the lines."""
        try:
            read = read_moment(self._line("when").value, self._house.now().date())
        except Refused as refused:
            self.query_one("#reading", Static).update(Content.styled(told(refused.said), "$attention"))
            return None
        hours = "–".join(filter(None, (read.starts, read.ends)))
        facts = " · ".join(filter(None, (day(read.date, year=True) if read.date else "", hours)))
        self.query_one("#reading", Static).update(Content.styled(facts, "$foreground"))
        return read

    @on(Input.Changed)
    def _typed(self) -> None:
        self._read()

    @on(Input.Submitted)
    def _agreed(self, event: Input.Submitted) -> None:
        event.stop()
        asks = event.input is self._line("asked") and event.value.strip()
        if not self._ask() or asks:
            self._line("asked").focus()
            return
        read = self._read()
        if read is None:
            self._line("when").focus()
            return
        done = self._house.do(
            set_next_session,
            session=self._session,
            date=read.date,
            starts=read.starts,
            ends=read.ends,
            place=self._line("place").value,
            themes=self._line("themes").value.split(","),
            speakers=self._line("speakers").value.split(","),
        )
        if done:
            self._half.kept()
            self._house.tell(told(done.change.label))
            self.dismiss()
