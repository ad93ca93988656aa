"""Deciding together: one decision in four phases, over as many sessions as it takes."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import DecisionStatus, Phase
from data.verbs.check_in import voters
from screens.decision import lines, room
from screens.decision.holding import Holding
from screens.decision.line import DecisionLine, DecisionPage, PhaseDigit
from screens.decision.parts.choosing import Choosing
from screens.decision.parts.deciding import Deciding
from screens.decision.parts.ending import Ending
from screens.decision.parts.examining import Examining
from screens.decision.parts.exploring import Exploring
from screens.decision.parts.hands import Hands
from screens.decision.parts.objections import Objections
from screens.decision.parts.opening import Opening
from screens.decision.parts.over import Over
from screens.decision.parts.part import Owner, Part
from screens.decision.parts.person import Person
from screens.decision.parts.proposing import Proposing
from screens.decision.parts.secret import Secret
from screens.decision.parts.stepping import Stepping
from screens.decision.stages import Stage
from screens.decision.subject import Subject
from screens.dialogs.paste import offer_each
from screens.shell.air import give_air
from screens.shell.line_and_page import TO_LINE, TO_PAGE, LineAndPage, capture_row
from screens.shell.room import named_after, under_status
from screens.shell.screen import KringScreen
from screens.shell.standing import When, when
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.page import Page
from widgets.phases import Phases
from widgets.projected import Projected
from widgets.question import Question

OWNERS: tuple[type[Owner], ...] = (
    Choosing,
    Exploring,
    Proposing,
    Examining,
    Deciding,
    Opening,
    Objections,
    Stepping,
    Ending,
    Hands,
    Person,
    Secret,
    Over,
)
"""All that commands of a decision may belong to."""


class DecisionScreen(KringScreen):
    """A decision by one line and one page: every stage is a part of its own, the screen shows the one of now."""

    CSS_PATH = "decision.tcss"
    AUTO_FOCUS = "#line"
    ABOUT = N_(
        "A decision in four phases, perhaps over several sessions: explore, propose, examine, decide. F6 goes to the "
        "next phase, Shift+F6 back; the line records what is said, F5 offers what helps most. Esc goes to the page, "
        "where letters are commands and 1 to 4 go to a phase."
    )
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = (TO_PAGE,)
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (TO_LINE,)
    TABLES = frozenset(
        {
            "decisions",
            "proposals",
            "swot",
            "ballots",
            "objections",
            "actions",
            "activities",
            "attendance",
            "participants",
            "clusters",
        }
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.lined = LineAndPage(self)
        self.subject = Subject(place, lambda: self.house.state, lambda: self.lined.page.chosen)
        self._parts = _parts(self, self.subject)
        self._stage: Stage | None = None
        self._led_by_digit: float | None = None
        self._holding = Holding(self, self.subject)
        self.able_only = True

    @property
    def part(self) -> Part:
        """The part of the stage of now."""
        return self.part_of(self.subject.stage)

    def part_of(self, stage: Stage) -> Part:
        """The part of a stage."""
        return self._parts[stage]

    # -- what it is made of

    def compose_work(self) -> ComposeResult:
        """The question, the phases, the page, what the result means, and the line."""
        yield Question(id="asked")
        yield Phases(id="phases")
        yield DecisionPage(id="matter")
        yield Static(id="verdict", markup=False)
        yield Static(id="hint", classes="advice", markup=False)
        yield from capture_row(DecisionLine("line", id="line"))

    # -- drawing

    def show_data(self) -> None:
        """Draw the decision as it stands, and let the line hold what is asked here."""
        stage, part = self.subject.stage, self.part
        entered = stage is not self._stage
        if entered:
            self._enter(stage, part)
        self.put("asked", self.subject.question or _("What shall we decide?"))
        _show_phases(self.query_one(Phases), self.subject, still=when(self.house) is not When.NOW)
        page = self.query_one(DecisionPage)
        page.show(part.layout())
        give_air(self, page)
        if wanted := part.to_choose(entered=entered):
            self.lined.page.choose(wanted)
        self._holding.hold(part)
        self.put("hint", part.hint())
        _show_verdict(self)

    @on(DescendantFocus)
    def _keys_changed(self) -> None:
        """Letters are steps on the page, and text in the line."""
        if self._stage is not None and not self.is_gone:
            _show_verdict(self)

    def projected(self) -> Projected:
        """What the room sees, of the proposal that is examined in this window."""
        return under_status(named_after(self.activity, room.view(self.subject)), self.house.state, self.house.now())

    def _enter(self, stage: Stage, part: Part) -> None:
        """Another stage: the focus goes where the work is."""
        before, self._stage = self._stage, stage
        self.subject.picked = ""
        for name in Stage:
            self.set_class(name is stage, f"-{name.value}")
        part.enter(before)
        types = part.TYPES and when(self.house) is not When.OVER
        self.query_one(DecisionLine).led_here = self._led_by_digit if types else None
        self._led_by_digit = None
        self.halves.work_at(self.lined.line if types else self.lined.page)

    # -- what is typed and chosen

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        del event
        self.put("hint", self.part.hint())

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        offer_each(event, "", self.part.keep)

    @on(Input.Submitted, "#line")
    async def _entered(self) -> None:
        await self.part.keep()

    @on(Page.Moved)
    def _moved(self, event: Page.Moved) -> None:
        self.subject.picked = event.id
        self.show_data()
        self.show_bars()

    @on(PhaseDigit)
    def _phase_by_digit(self, event: PhaseDigit) -> None:
        if (decision := self.subject.decision) is None:
            return
        phase = list(Phase)[event.number - 1]
        leads = decision.status is DecisionStatus.OPEN and decision.phase is not phase
        self._led_by_digit = event.pressed if leads else None
        self.part.to_phase(phase)

    # -- which commands there are

    @classmethod
    def every_command(cls) -> tuple[Command[Any], ...]:
        """Those of every part."""
        return (*super().every_command(), *(command for owner in OWNERS for command in owner.every_command()))

    def own_commands(self) -> list[Bound]:
        """Those of the part of now."""
        return [*self.part.commands(typing=self.typing), *super().own_commands()]


def _show_verdict(screen: DecisionScreen) -> None:
    verdict = screen.part.verdict()
    screen.query_one("#verdict").display = verdict is not None
    screen.put("verdict", verdict or "")


def _show_phases(phases: Phases, subject: Subject, *, still: bool) -> None:
    phases.display = subject.decision is not None
    if subject.decision:
        here = len(voters(subject.state, subject.session.id))
        # Above a result it stands already, unless somebody came or left since.
        told_below = subject.shown is not None and len(subject.shown.vote.base) == here and not subject.consent
        tail = _("{n} may vote").format(n=here) if subject.stage is Stage.DECIDE and not told_below else ""
        phases.show(lines.stages(subject.state, subject.decision, subject.session.id), tail, still=still)


def _parts(screen: KringScreen, subject: Subject) -> dict[Stage, Part]:
    secret = Secret(screen, subject)
    return {
        Stage.CHOOSE: Choosing(screen, subject),
        Stage.EXPLORE: Exploring(screen, subject),
        Stage.PROPOSE: Proposing(screen, subject),
        Stage.EXAMINE: Examining(screen, subject),
        Stage.DECIDE: Deciding(screen, subject, secret.begin),
        Stage.HANDS: Hands(screen, subject),
        Stage.PERSON: Person(screen, subject),
        Stage.SECRET: secret,
        Stage.OVER: Over(screen, subject),
    }
