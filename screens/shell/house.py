"""What every screen may ask of the application that it lives in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, cast

from textual import on
from textual.app import App
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.signal import Signal

from data.i18n import _, plural, told
from data.model import Activity, Change, P, Refused, Said, Session, Stamp, State, say
from data.model.languages import LANGUAGES
from data.network import Applied, Network
from data.settings import THEMES, Settings
from data.verbs.network import current_session
from data.verbs.programme import programme
from screens.shell.box import Box
from screens.shell.feedback import Feedback, News
from screens.shell.half import Half
from screens.shell.together import Together
from screens.shell.unanswered import Unanswered
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Commanding
from widgets.key_bar import KeyBar
from widgets.session_bar import SessionBar

if TYPE_CHECKING:
    from data.report.writing import Writing


class House(Commanding, App[None]):
    """The application as screens know it: an open network, the settings, and ways to go somewhere."""

    looking_along: reactive[bool] = reactive(True)
    """While true, nothing is shown that is not for the room."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.open_network: Network | None = None
        self.place = "home"
        """Where this window is: what `go` showed last."""
        self.came_from = "programme"
        """Where this window was before: there, what is only passed through leads back."""
        self.read_in: str | None = None
        """In which language the summary was read that is about to be exported, when that was chosen."""
        self.exporting: Writing | None = None
        """The export that is being written, or whose files are looked at: it outlives the screen."""
        self.chosen_session: str | None = None
        self.chosen_last: list[str] = []
        """The labels of the commands that were chosen in the palette, the last one first."""
        self.feedback = Feedback(self)
        self.half = Half(lambda: self.open_network, self.feedback.remarked)
        """What was typed to questions and not kept: offered again."""
        self.refused: Said | None = None
        """Why something was not done, the last time."""
        self.opened_list: Path | None = None
        """A list of people that was opened in place of a network: one can be begun with it."""
        self.missing: Path | None = None
        """A network file that was asked for and is not there: one can be begun there."""
        self.box: Box | None = None
        """The ballots of the secret vote that was opened last in this window."""
        self.together: Together
        """Other laptops that hold the same network."""
        self.unanswered = Unanswered(self.feedback)
        self.news = News(self)
        self.changed: Signal[frozenset[str]] = Signal(self, "changed")

    @property
    def network(self) -> Network:
        """The open network."""
        assert self.open_network is not None, "no network is open"
        return self.open_network

    @property
    def state(self) -> State:
        """What the open network holds now."""
        return self.network.state

    @property
    def session(self) -> Session:
        """The session of the activity that is shown, else the one that was chosen, else the one to work in.

        Raises:
            Refused: the file holds no session at all.
        """
        shown = self.state.find(Activity, self.place)
        of_shown = self.state.find(Session, shown.session) if shown else None
        chosen = of_shown or self.state.find(Session, self.chosen_session) or current_session(self.state)
        if chosen is None:
            raise Refused(say("There is no session in this file yet: plan one."))
        return chosen

    @property
    def programme(self) -> list[Activity]:
        """The activities of the session, in order."""
        return programme(self.state, self.session.id)

    def do(
        self, verb: Callable[Concatenate[State, Stamp, P], Change], *args: P.args, **kwargs: P.kwargs
    ) -> Applied | None:
        """Apply a verb; when it is refused, say why and give None. Nothing typed is lost by a refusal."""
        try:
            applied = self.network.apply(verb, *args, **kwargs)
        except Refused as refused:
            self.warn(refused.said)
            return None
        return applied

    def waits(self, bound: Bound) -> bool:
        """Whether this command of the application waits until a network is open."""
        return self.open_network is None and bound.owner is self and not bound.command.outside

    def refusal(self, bound: Bound) -> str | None:
        """Why a command cannot run now, in the person's language; None when it can.

        While a voter has the laptop none of the application can: each leads to what is the facilitator's.
        """
        if self.waits(bound):
            return _("Open a network first.")
        if bound.reason is None and bound.owner is self and getattr(self.screen, "BALLOTS", False):
            return _("Answer this first, or leave it with Esc.")
        return bound.reason

    async def perform(self, bound: Bound) -> None:
        """Run a command; when it cannot run now, or is refused, say why."""
        if reason := self.refusal(bound):
            self.feedback.refused(reason)
            self.unanswered.refused(bound, reason)
            return
        try:
            await bound.run()
        except Refused as refused:
            self.warn(refused.said)

    @on(KeyBar.Pressed)
    async def _pressed(self, event: KeyBar.Pressed) -> None:
        """Somebody clicked on a key in the footer."""
        await self.perform(event.bound)

    @on(SessionBar.Chosen)
    def _to_stop(self, event: SessionBar.Chosen) -> None:
        """Somebody clicked on a stop of the path."""
        self.go(event.id)

    async def action_command(self, key: str) -> None:
        """Do what a key means everywhere, or say why not."""
        if bound := self.command_for(key):
            await self.perform(bound)

    def warn(self, said: Said) -> None:
        """Tell a person why something was not done and what to do; what was entered stays, selected."""
        self.refused = said
        if isinstance(self.focused, CaptureLine) and self.focused.entered:
            self.focused.select_all()
        self.feedback.refused(told(said))

    def tell(self, text: str) -> None:
        """Tell a person what was done; ``text`` is translated already."""
        self.feedback.done(text)

    @on(CaptureLine.Cut)
    @on(CaptureLine.Joined)
    @on(CaptureLine.NoNumber)
    def _tell_of_line(self, event: CaptureLine.Cut | CaptureLine.Joined | CaptureLine.NoNumber) -> None:
        """What was typed or pasted did not go into the line as it was."""
        if isinstance(event, CaptureLine.Cut):
            lost = plural("{n} character did not fit", "{n} characters did not fit", event.lost)
            self.feedback.refused(_("{lost}: a line holds {most}.").format(lost=lost, most=event.limit))
        elif isinstance(event, CaptureLine.Joined):
            self.tell(_("{n} lines became one.").format(n=event.count))
        else:
            self.warn(say("Only a number goes here."))

    def now(self) -> datetime:
        """The time on the clock, with its offset."""
        return datetime.now().astimezone()

    @abstractmethod
    def go(self, place: str) -> None:
        """Show a place: an activity's id, or ``home``, ``programme`` and the like."""

    @abstractmethod
    def leave_network(self) -> None:
        """Close the file and everything that shows it."""

    @abstractmethod
    def keep_settings(self, **changes: object) -> None:
        """Change some settings, show them and write them down."""

    @abstractmethod
    def open_file(self, path: str) -> bool:
        """Open a network file and go to its session; says whether it could (otherwise the person was told)."""


def house_of(node: DOMNode) -> House:
    """The application that a screen or a widget lives in."""
    return cast("House", node.app)


def next_language(house: House) -> None:
    """Show the screens in the next language."""
    house.keep_settings(language=_after(tuple(LANGUAGES), house.settings.language))


def next_theme(house: House) -> None:
    """Dark, light, projector, and round again."""
    house.keep_settings(theme=_after(THEMES, house.settings.theme))


def _after(values: tuple[str, ...], value: str) -> str:
    return values[(values.index(value) + 1) % len(values)]
