"""What the parts of a decision's screen have in common: their commands, what they show, and what the line holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_
from data.model import DecisionStatus, Phase
from data.verbs.decision.phases import go_to_phase
from screens.decision.stages import Stage
from screens.decision.subject import Subject
from screens.decision.words import Kind
from screens.dialogs.ask import AskLine
from screens.shell.house import House
from screens.shell.line_and_page import LineAndPage
from screens.shell.screen import KringScreen
from widgets.command import Bound, Command
from widgets.laid_out import Layout


class Owner:
    """Something on the screen of a decision that commands belong to.

    They are told apart as those of a screen: ``KEYS``, ``LINE_KEYS`` while a line is typed, ``PAGE_KEYS`` outside it.
    """

    KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = ()

    def __init__(self, screen: KringScreen, subject: Subject) -> None:
        self.screen = screen
        self.lined = LineAndPage(screen)
        self.subject = subject

    @property
    def house(self) -> House:
        """The application."""
        return self.screen.house

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """The commands that may ever count here."""
        return (*cls.LINE_KEYS, *cls.PAGE_KEYS, *cls.KEYS)

    def commands(self, *, typing: bool) -> list[Bound]:
        """The commands that count now."""
        here = self.LINE_KEYS if typing else self.PAGE_KEYS
        return [Bound(command, self) for command in (*here, *self.KEYS)]

    def ask(self, heading: str, value: str, then: Callable[[str], None], *, placeholder: str = "") -> None:
        """Ask for a line; when it is left without an answer nothing is done."""
        self.house.push_screen(
            AskLine(heading, value, placeholder=placeholder), lambda text: None if text is None else then(text)
        )


class Part(Owner):
    """One stage of a decision on its screen: what can be done there, what is drawn, and what is typed."""

    KINDS: ClassVar[tuple[Kind, ...]] = ()
    """What the line may hold here, at least one; Tab goes round."""

    TYPES: ClassVar[bool] = True
    """Whether the line has the focus to begin with."""

    COUNTS: ClassVar[bool] = False
    """Whether the line takes digits only."""

    def __init__(self, screen: KringScreen, subject: Subject) -> None:
        super().__init__(screen, subject)
        self.kind = self.KINDS[0]

    # -- what is shown

    def enter(self, before: Stage | None) -> None:
        """This stage begins on the screen, after another one or at first."""

    def layout(self) -> Layout:
        """What the page shows now."""
        raise NotImplementedError

    def to_choose(self, *, entered: bool) -> str:
        """The id to choose on the page, when the stage was just entered or not; empty leaves it as it is."""
        del entered
        return ""

    def hint(self) -> Content:
        """What stands above the line."""
        return Content("")

    def verdict(self) -> Content | None:
        """What it means and what may follow; None when there is nothing to say."""
        return None

    # -- the line

    @property
    def masked(self) -> bool:
        """Whether what is typed is not for the room to see."""
        return False

    def told(self, typed: str) -> int:
        """How many characters at the begin of a masked line may be seen all the same."""
        del typed
        return 0

    def holds(self) -> str:
        """What the draft of the line is called."""
        return self.subject.stage.value

    def placeholder(self) -> str:
        """What the line asks, when that is not simply what its kind asks."""
        return ""

    LISTS: ClassVar[bool] = False
    """Whether lines that are pasted together can be kept one by one."""

    async def keep(self) -> None:
        """Keep what was typed."""

    def taken(self) -> None:
        """What was typed is kept: the line is empty again."""
        self.lined.line.take()
        self.screen.show_data()

    def turn_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        self.kind = self.KINDS[(self.KINDS.index(self.kind) + by) % len(self.KINDS)]
        self.screen.show_data()
        self.lined.line.focus()

    # -- from one place to another

    def walk(self, by: int) -> None:
        """Choose another line of the page, without leaving the one being typed."""
        self.lined.page.action_walk(by)

    def to_phase(self, phase: Phase) -> None:
        """Go to a phase; what is half typed waits where it was."""
        if self.subject.going.status is DecisionStatus.OPEN:
            self.house.do(go_to_phase, decision=self.subject.going.id, phase=phase)

    def further(self, by: int) -> None:
        """A phase further, or back."""
        every = list(Phase)
        place = every.index(self.subject.going.phase) + by
        self.to_phase(every[max(0, min(len(every) - 1, place))])


KEEP: Command[Part] = Command(lambda part: part.keep(), N_("Save"), N_("Save the line"), ("enter",), 10)

WALK: tuple[Command[Part], ...] = (
    Command(lambda part: part.walk(-1), N_("Previous line"), N_("Choose what comes before it"), ("up",)),
    Command(lambda part: part.walk(1), N_("Next line"), N_("Choose what comes after it"), ("down",)),
)

BACK: Command[Part] = Command(
    lambda part: part.further(-1), N_("Previous phase"), N_("Back to the previous phase"), ("shift+f6",)
)
ONWARD: Command[Part] = Command(lambda part: part.further(1), N_("Next phase"), N_("To the next phase"), ("f6",), 20)

TURN_KIND: tuple[Command[Part], ...] = (
    Command(lambda part: part.turn_kind(1), N_("Kind"), N_("What you type"), ("tab",), 12),
    Command(lambda part: part.turn_kind(-1), N_("Previous kind"), N_("The other way round"), ("shift+tab",)),
)
