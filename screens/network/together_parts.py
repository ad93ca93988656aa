"""What is done at the place of working together: others are let in or joined, and the codes are shown."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, ClassVar

from textual.screen import Screen

from data.i18n import N_, _
from data.model import Refused
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.show_code import ShowCode
from screens.network.together_view import join_line
from screens.shell.house import House
from screens.shell.part import Part
from screens.shell.together import Side, Standing
from widgets.command import Command
from widgets.listing import Listing


def standing_of(house: House) -> Standing | None:
    """How this laptop stands to others; None while nothing is shared."""
    return house.together.standing if house.open_network else None


class Sharing(Part):
    """Letting others in at the address that is chosen in the list, joining, and leaving; ``draw`` draws it again.

    What was typed as a code stays until somebody came in with it: one wrong letter of 36 is mended, not typed anew.
    """

    def __init__(self, screen: Screen[None], draw: Callable[[], None]) -> None:
        super().__init__(screen)
        self._draw = draw
        self._typed = ""

    @property
    def can_begin(self) -> bool:
        """Whether others can be let in here: nothing is shared, or the laptop that shared it is not reached."""
        standing = standing_of(self.house)
        return self.house.open_network is not None and (standing is None or bool(standing.alone_since))

    def no_begin(self) -> str | None:
        """Why others cannot be let in now."""
        if self.house.open_network is None:
            return _("Open a network first.")
        return None if self.can_begin else _("It is already shared.")

    def no_join(self) -> str | None:
        """Why another laptop cannot be joined now: who is in here would be sent away by it."""
        standing = standing_of(self.house)
        hosts = standing is not None and standing.side is Side.HOST
        return _("Others can join here: x ends that first.") if hosts else None

    def nothing_shared(self) -> str | None:
        """Why there is nothing to leave."""
        return None if standing_of(self.house) else _("Nothing is shared.")

    def begin(self) -> None:
        """Let others in at the chosen address."""
        if host := self.screen.query_one(Listing).chosen:
            self.begin_at(host)

    def begin_at(self, host: str, port: int = 0) -> None:
        """Let others in at this address; at the usual port where none is said."""
        self._beside(self._tried(self.house.together.share(host, port)))

    def join(self) -> None:
        """Ask for the code and for where the copy is kept, and work along."""
        self.join_with("", None)

    def join_with(self, code: str, path: Path | None) -> None:
        """Work along by this code in a copy at this path; what is not given is asked."""
        self._typed = code or self._typed
        self._beside(self._join(code, path))

    def join_near(self, path: Path | None) -> None:
        """Work along with who lets others in on this subnet, or by a code, once they had the time to answer."""
        self._beside(self._join_near(path))

    async def _join_near(self, path: Path | None) -> None:
        self.house.feedback.remarked(_("Looking for laptops to join on this network …"))
        await self.house.together.looked()
        await self._join("", path)

    async def _join(self, code: str, path: Path | None) -> None:
        code = code or await self._code()
        network = self.house.open_network
        usual = network.path if network else Path.home() / _("together.kring.json")
        ask, typed = AskLine(_("Where should your copy be saved?"), str(usual)), ""
        if code and path is None:
            typed = await self._asked(ask)
            path = Path(typed).expanduser() if typed else None
        if code and path is not None:
            self.house.feedback.remarked(_("Asking the other laptop; this may take a moment …"))
            if await self._tried(self.house.together.join(code, path)):
                self._typed = ""
            elif typed:
                ask.offer_again(typed)

    async def _code(self) -> str:
        """The code of the other laptop: all of it, or of one that was heard of what stands behind its address."""
        near = self.house.together.neighbours
        choices = [(each.address, each.name, each.address) for each in near]
        where: str | None = ""
        if choices:
            choices.append(("", _("Another laptop"), _("by its full code")))
            where = await self.house.push_screen_wait(Choose(_("Which laptop?"), choices))
        if where is None:
            return ""
        if not where:
            self._typed = await self._asked(AskLine(_("What code does the other laptop show?"), self._typed))
            return self._typed
        question = _("What does it show after {address}/ ?").format(address=where)
        self._typed = rest = await self._asked(AskLine(question, self._typed))
        return rest if "://" in rest or not rest else f"kring://{where}/{rest.strip('/')}"

    async def _asked(self, question: AskLine) -> str:
        """What is answered; empty when the question is left."""
        return await self.house.push_screen_wait(question) or ""

    def leave(self) -> None:
        """Go on alone."""
        self._beside(self._tried(self.house.together.leave()))

    def _beside(self, doing: Coroutine[Any, Any, object]) -> None:
        """Do what may take a moment, beside the keys."""
        self.screen.run_worker(doing, exclusive=True, group="together")

    async def _tried(self, doing: Coroutine[Any, Any, None]) -> bool:
        """Whether it was done; why not is told."""
        done = True
        try:
            await doing
        except Refused as refused:
            done = False
            self.house.warn(refused.said)
        if self.screen.is_attached:
            self._draw()
        return done

    def home(self) -> None:
        """Go back to where this was opened, while there is no network with a programme."""
        self.house.go("home")

    def no_home(self) -> str | None:
        """Why Esc does not go Home."""
        return _("F2 goes to the programme.") if self.house.open_network is not None else None

    def rename(self) -> None:
        """Ask what this laptop is called."""
        asked = AskLine(_("What is this laptop called? The others will see it."), self.house.together.name)
        self.house.push_screen(asked, self._renamed)

    def _renamed(self, name: str | None) -> None:
        if name:
            self.house.keep_settings(laptop=name)
            self._draw()

    KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(
            begin, N_("Let others in"), N_("At the chosen address of this laptop"), ("enter",), 10,
            outside=True, cannot=no_begin,
        ),
        Command(
            join, N_("Join another"), N_("With another laptop, by the code it shows"), ("j",), 11,
            outside=True, cannot=no_join,
        ),
        Command(home, N_("Back"), N_("Go Home"), ("escape",), 12, outside=True, cannot=no_home),
        Command(rename, N_("Name of this laptop"), N_("As the others see it"), ("n",), 16),
        Command(
            leave, N_("Go it alone"), N_("End sharing; everybody keeps a complete file"), ("x",), 13,
            cannot=nothing_shared,
        ),
    )  # fmt: skip


class Codes(Part):
    """The codes that let others in, on the laptop that does; the room does not read them."""

    def no_code(self) -> str | None:
        """Why there is no code to show."""
        standing = standing_of(self.house)
        if standing is None or standing.side is not Side.HOST:
            return _("There is no code here: Enter lets others in first.")
        return _("The room is watching: F8 first.") if self.house.looking_along else None

    def copy(self) -> None:
        """Copy what is typed on the laptop of who works along."""
        if standing := standing_of(self.house):
            self.house.copy_to_clipboard(join_line(standing.code))

    def show(self) -> None:
        """Show the code to be scanned."""
        if standing := standing_of(self.house):
            self.house.push_screen(ShowCode(_("For those joining"), join_line(standing.code)))

    def show_room(self) -> None:
        """Show the code of the projector's laptop."""
        if standing := standing_of(self.house):
            self.house.push_screen(ShowCode(_("For the laptop at the projector"), join_line(standing.room_code)))

    KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(show, N_("Code"), N_("To be scanned by those joining"), ("q",), 12, cannot=no_code),
        Command(show_room, N_("Room code"), N_("To be scanned by the projector's laptop"), ("r",), 14, cannot=no_code),
        Command(copy, N_("Copy the line"), N_("What is typed on the other laptop"), ("c",), 15, cannot=no_code),
    )
