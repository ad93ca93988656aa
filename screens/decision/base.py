"""A decision on the screen: which one, where it stands, what the line holds, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _
from data.model import Decision, DecisionStatus, Entry, Phase, Proposal, Session, Vote
from data.verbs.check_in import voters
from data.verbs.decision.phases import go_to_phase, letters, proposals, standing, under_way
from data.verbs.decision.vote import last_vote, open_vote_of
from screens.decision import lines, room
from screens.decision import open_vote as counting
from screens.decision.booth import Box
from screens.decision.keys import (
    BOTH,
    HERE,
    LINE,
    PAGE,
    PHASES,
    TYPING,
    VOTING,
    DecisionLine,
    DecisionPage,
    Stage,
    action_of,
    by_stage,
)
from screens.decision.result import Shown, favourite
from screens.decision.words import ASKED, KINDS, Kind
from screens.shell.line_and_page import LinedScreen
from widgets.command import MOST_IN_FOOTER, Bound, Command
from widgets.laid_out import Layout
from widgets.page import Page
from widgets.phases import Phases


class DecisionBase(LinedScreen):
    """What the phases of a decision have in common."""

    CSS_PATH = "decision.tcss"
    ABOUT = N_(
        "A decision in four phases, perhaps over several sessions: explore, propose, examine, decide. F6 goes on,"
        " Shift+F6 back; the line keeps what is said, F5 offers what helps most. Esc goes to the page, where letters"
        " are commands and 1 to 4 go to a phase."
    )
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
    KEYS: ClassVar[tuple[Command[Any], ...]] = BOTH
    LINE_KEYS: ClassVar[tuple[Command[Any], ...]] = LINE
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = PAGE

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._stage: Stage | None = None
        self._held = ""
        self._kinds: dict[Phase, Kind] = {phase: kinds[0] for phase, kinds in KINDS.items()}
        self._examined = ""
        self._picked = ""
        self._cell = 0
        self._rest = ""
        self._box: Box | None = None

    # -- what it is about

    @property
    def session(self) -> Session:
        """The session in which this item stands."""
        return self.house.state.get(Session, self.activity.session)

    @property
    def decision(self) -> Decision | None:
        """The decision of this item, if one was chosen."""
        return self.house.state.find(Decision, self.activity.decision)

    @property
    def going(self) -> Decision:
        """The decision of this item.

        Raises:
            Refused: none was chosen.
        """
        return self.house.state.get(Decision, self.activity.decision)

    @property
    def vote(self) -> Vote | None:
        """The vote that is open."""
        return open_vote_of(self.house.state, self.going.id) if self.decision else None

    @property
    def shown(self) -> Shown | None:
        """The vote that was closed last, to be drawn."""
        last = last_vote(self.house.state, self.going.id) if self.decision else None
        return Shown.of(self.house.state, last) if last else None

    @property
    def stage(self) -> Stage:
        """Where we are."""
        decision = self.decision
        if decision is None:
            return Stage.CHOOSE
        if decision.status is not DecisionStatus.OPEN:
            return Stage.OVER
        vote = self.vote
        if decision.phase is Phase.DECIDE and vote:
            return {Entry.HANDS: Stage.HANDS, Entry.PERSON: Stage.PERSON, Entry.SECRET: Stage.SECRET}[vote.entry]
        return Stage(decision.phase.value)

    @property
    def kind(self) -> Kind:
        """What the line holds."""
        stage = self.stage
        if stage in {Stage.HANDS, Stage.PERSON}:
            return Kind(stage.value)
        if stage is Stage.CHOOSE:
            return Kind.QUESTION
        return Kind.AGREEMENT if stage is Stage.OVER else self._kinds[self.going.phase]

    @property
    def proposal(self) -> Proposal | None:
        """The proposal that a command is about: the chosen one, else what the last vote puts first."""
        state = self.house.state
        if self.stage is Stage.EXAMINE:
            every = standing(state, self.going.id)
            return next((one for one in every if one.id == self._examined), every[0] if every else None)
        if self.stage is Stage.DECIDE and (shown := self.shown):
            return state.find(Proposal, self._picked) or state.find(Proposal, favourite(shown))
        if chosen := state.find(Proposal, self.page.chosen):
            return chosen
        every = proposals(state, self.going.id) if self.decision else []
        return every[0] if every else None

    def letter(self, proposal: Proposal | None) -> str:
        """The letter of a proposal."""
        by_letter = letters(proposals(self.house.state, proposal.decision)) if proposal else {}
        return by_letter.get(proposal.id, "?") if proposal else "?"

    # -- what it is made of

    def compose_work(self) -> ComposeResult:
        """The question, the phases, the page, what the result means, and the line."""
        yield Static(id="asked", classes="question", markup=False)
        yield Phases(id="phases")
        yield DecisionPage(id="matter")
        yield Static(id="verdict", markup=False)
        yield Static(id="hint", classes="advice", markup=False)
        yield from self.compose_line("")

    def compose_room(self) -> ComposeResult:
        """The question large, and the matter or the result."""
        with VerticalScroll(id="room-deciding"):
            yield Static(id="room-asked", markup=False)
            yield Static(id="room-matter", markup=False)

    def compose_line(self, placeholder: str) -> ComposeResult:
        """The line: digits only while hands are counted."""
        with Horizontal(classes="capture"):
            yield Static("› ", classes="prompt", markup=False)
            yield DecisionLine("line", placeholder=placeholder, id="line")
            yield Static(id="aside", classes="aside", markup=False)

    @property
    def line(self) -> DecisionLine:
        """The line that is typed in."""
        return self.query_one("#line", DecisionLine)

    def room_question(self) -> str:
        """The question to decide about."""
        return self.decision.question if self.decision else self.activity.question or self.activity.title

    # -- drawing

    def show_data(self) -> None:
        """Draw the decision as it stands, and let the line hold what is asked here."""
        stage = self.stage
        entered = stage is not self._stage
        if entered:
            self._enter(stage)
        self.put("asked", self.room_question() or _("What shall we decide about?"))
        self._show_phases()
        self.query_one(DecisionPage).show(self._layout())
        if entered and stage is Stage.DECIDE:
            self.page.choose(self._first())
        self.hold()
        self.put("hint", self.hint())
        self._show_verdict()
        if self.in_room:
            self.show_room()

    def _first(self) -> str:
        """The proposal to begin with at deciding."""
        every = standing(self.house.state, self.going.id)
        shown = self.shown
        return favourite(shown) if shown else every[0].id if every else ""

    def _enter(self, stage: Stage) -> None:
        """Another stage: the focus goes where the work is."""
        self._stage = stage
        self._picked = ""
        for name in Stage:
            self.set_class(name is stage, f"-{name.value}")
        if self.is_current and not self.in_room:
            (self.line if stage in TYPING else self.page).focus()

    def _show_phases(self) -> None:
        decision = self.decision
        self.query_one(Phases).display = decision is not None
        if decision is None:
            return
        stages = lines.stages(self.house.state, decision, self.session.id)
        here = len(voters(self.house.state, self.session.id))
        self.query_one(Phases).show(stages, _("{n} may vote").format(n=here) if self.stage is Stage.DECIDE else "")

    def _layout(self) -> Layout:
        """What the page shows now."""
        state, stage, decision = self.house.state, self.stage, self.decision
        if decision is None:
            return lambda width, _height: lines.choosing(self.choices(), width)
        vote = self.vote
        if vote and stage is Stage.HANDS:
            return lambda width, _height: counting.counting(state, vote, width)
        if vote and stage in VOTING:
            hidden = self.house.looking_along
            return lambda width, _height: counting.answering(state, vote, width, hidden=hidden)
        shown, kind, proposal, chosen = self.shown, self.kind, self.proposal, self.page.chosen
        layouts: dict[Stage, Layout] = {
            Stage.EXPLORE: lambda width, _height: lines.explore(state, decision, kind, width),
            Stage.PROPOSE: lambda width, _height: lines.propose(state, decision, chosen, width),
            Stage.EXAMINE: lambda width, height: lines.examine(state, proposal, kind, width, height),
            Stage.DECIDE: lambda width, _height: lines.decide(state, decision, shown, width),
            Stage.OVER: lambda width, _height: lines.taken(state, decision, shown, width),
        }
        return layouts[stage]

    def choices(self) -> list[Decision]:
        """The decisions that this item may treat: under way, or to be confirmed."""
        state = self.house.state
        waiting = state.where(
            Decision,
            lambda one: (
                one.status is DecisionStatus.DECIDED
                and one.provisional
                and not one.confirmed
                and one.decided_in != self.session.id
            ),
        )
        return [*under_way(state), *waiting]

    def hint(self) -> Content:
        """What stands above the line: each stage has its own."""
        return Content("")

    def verdict(self) -> Content | None:
        """What a result means and what may follow; None when there is nothing to say."""
        return None

    def _show_verdict(self) -> None:
        said = self.verdict()
        self.query_one("#verdict").display = said is not None
        self.put("verdict", said or "")

    def toggle_room(self) -> None:
        """After the room view the focus is where the work is."""
        super().toggle_room()
        if not self.in_room and self.stage not in TYPING:
            self.page.focus()

    def show_room(self) -> None:
        """The matter, large."""
        width, height = self.size.width - 10, self.size.height - 6
        question, matter = room.view(self, width, height)
        self.put("room-asked", question)
        self.put("room-matter", matter)

    # -- the line

    def hold(self) -> None:
        """Let the line hold what is asked here, with its own draft; what was typed elsewhere waits there."""
        line, kind, stage = self.line, self.kind, self.stage
        word, placeholder = ASKED[kind]
        held = f"line:{self.holds()}"
        if held != self._held:
            if self._held:
                self.house.network.drafts.set(f"{self.place}:{line.draft}", line.value)
            self._held = line.draft = held
            line.counting = line.numbers = stage is Stage.HANDS
            line.restore(self.house.network.drafts.get(f"{self.place}:{held}"))
        line.password = stage is Stage.PERSON and self.house.looking_along
        line.placeholder = self.placeholder() or _(placeholder).replace("{letter}", self.letter(self.proposal))
        several = stage in PHASES and len(KINDS[self.going.phase]) > 1
        self.put("aside", Content.assemble((_(word), "bold $accent"), (_(" · Tab kind") if several else "", "$muted")))

    def holds(self) -> str:
        """What the draft of the line is called: one for each stage."""
        return self.stage.value

    def placeholder(self) -> str:
        """What the line asks, when that is not simply what its kind asks."""
        return ""

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        del event
        self.put("hint", self.hint())

    @on(Input.Submitted, "#line")
    async def _entered(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the line."""

    @on(Page.Moved)
    def _moved(self, event: Page.Moved) -> None:
        self._picked = event.id
        self.show_data()
        self.show_bars()

    def action_walk(self, by: int) -> None:
        """Choose another line, without leaving the one being typed; in the examination another proposal."""
        self.page.action_walk(by)

    def action_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        phase = self.going.phase
        kinds = KINDS[phase]
        self._kinds[phase] = kinds[(kinds.index(self._kinds[phase]) + by) % len(kinds)]
        self.show_data()
        self.line.focus()

    def action_line(self, kind: str) -> None:
        """Let the line hold this kind, and go to it."""
        if self.stage is Stage.DECIDE:
            self._kinds[Phase.DECIDE] = Kind(kind)
        self.show_data()
        self.line.focus()

    # -- phases

    @on(DecisionPage.Digit)
    def _phase_by_digit(self, event: DecisionPage.Digit) -> None:
        every = list(Phase)
        if self.decision and event.number <= len(every):
            self.to_phase(every[event.number - 1])

    def to_phase(self, phase: Phase) -> None:
        """Go to a phase; what is half typed waits where it was."""
        if self.going.status is DecisionStatus.OPEN:
            self.house.do(go_to_phase, decision=self.going.id, phase=phase)

    def action_phase(self, by: int) -> None:
        """A phase further, or back."""
        every = list(Phase)
        place = every.index(self.going.phase) + by
        self.to_phase(every[max(0, min(len(every) - 1, place))])

    # -- which commands there are

    def own_commands(self) -> list[Bound]:
        """Those that count here, F5 and F6 by what they do here."""
        stage = self.stage
        return [
            by_stage(bound, stage)
            for bound in super().own_commands()
            if stage in HERE[action_of(bound.command)] and (self.typing or action_of(bound.command) != "screen.keep")
        ]

    def footer(self) -> list[Bound]:
        """The commands that can run now: a decision has too many to show those that cannot."""
        return [bound for bound in self.ranked() if self.refusal(bound) is None][:MOST_IN_FOOTER]

    def why_not(self, action: str) -> str | None:
        """A command of another phase, or one that lacks something."""
        if action in HERE and self.stage not in HERE[action]:
            return _("That belongs to another phase.")
        needs = self.needs().get(action)
        return needs() if needs else None

    def needs(self) -> dict[str, Callable[[], str | None]]:
        """Why an action cannot run now, by action."""
        return {}
