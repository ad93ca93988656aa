"""Agreements: the shared goal, ground rules, the way of working, what is agreed in one line, and the next session."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _, told
from data.model import Action, Profile, Rule, RuleKind, Session
from data.network import Applied
from data.verbs.agreements import (
    DEFAULT_RULES,
    agree,
    agree_rule,
    agree_rules,
    as_line,
    edit_action,
    edit_rule,
    parse_agreement,
    propose_rule,
    propose_rules,
    remove_action,
    remove_rule,
    rules,
    set_done,
    set_shared_goal,
)
from data.verbs.network import called, next_session, people, profile
from screens.agreements import chapters as words
from screens.agreements.chapters import GOAL, NEXT
from screens.dialogs.ask import AskLine, Choose
from screens.dialogs.next_session import agree_on_next
from screens.shell.line_and_page import TO_LINE, TO_PAGE, LinedScreen
from widgets.command import Command
from widgets.ledger import Ledger

ROOMY = 34
"""From this height on the room view has air between the lines."""


class Kind(StrEnum):
    """What the line holds."""

    RULE = "rule"
    WAY = "way"
    GOAL = GOAL
    AGREEMENT = "agreement"
    NEXT = NEXT


KINDS = {
    Kind.RULE: (N_("ground rule"), N_("A ground rule for how we treat each other")),
    Kind.WAY: (N_("way of working"), N_("How do we want to work together?")),
    Kind.GOAL: (N_("shared goal"), N_("What do we want to reach together?")),
    Kind.AGREEMENT: (N_("agreement"), N_("what; who; when")),
    Kind.NEXT: (N_("next session"), N_("date, hours, place: 14/3 13:30-16:30 Ghent")),
}


class AgreementsScreen(LinedScreen):
    """One line for everything the group agrees, and all of it above the line."""

    CSS_PATH = "agreements.tcss"
    ABOUT = N_(
        "What the group agrees. Type it on the line; Tab says what it is. An agreement is what; who; when, a name by"
        " two letters. F5 proposes the two usual ground rules, F6 notes that everybody agrees."
    )
    TABLES = frozenset({"rules", "actions", "network", "sessions", "participants", "activities"})

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._kind = Kind.RULE

    def compose_work(self) -> ComposeResult:
        """What was agreed, what the line says, and the line."""
        yield Ledger(id="agreed")
        yield Static(id="hint", classes="advice", markup=False)
        yield from self.compose_line("")

    def compose_room(self) -> ComposeResult:
        """How we work together, and what we agreed."""
        with VerticalScroll(id="room-agreed"), Horizontal(id="room-both"):
            yield Static(id="room-rules", markup=False)
            yield Static(id="room-actions", markup=False)

    def on_mount(self) -> None:
        """Begin with the rules, unless the group has them already."""
        if any(rule.agreed for rule in rules(self.house.state)):
            self._kind = Kind.AGREEMENT

    # -- what is shown

    @property
    def _session(self) -> Session:
        return self.house.state.get(Session, self.activity.session)

    def room_question(self) -> str:
        """The question of this item, else the goal we share."""
        return self.activity.question or self._profile.shared_goal or _("How do we want to work together?")

    @property
    def _profile(self) -> Profile:
        return profile(self.house.state)

    def show_data(self) -> None:
        """Draw what was agreed and what the line says."""
        self.query_one(Ledger).show(words.chapters(self.house.state, self._session))
        kind, placeholder = KINDS[self._kind]
        self.line.many = self._kind not in {Kind.GOAL, Kind.NEXT}
        self.line.placeholder = _(placeholder)
        self.put("aside", Content.assemble((_(kind), "bold $accent"), (_(" · Tab kind"), "$muted")))
        self.put("hint", self._hint())
        if self.in_room:
            self._show_room()

    def _hint(self) -> Content:
        typed = self.line.value
        if typed.strip() and self._kind is Kind.AGREEMENT:
            return words.reading(self.house.state, typed)
        if typed.strip() and self._kind is Kind.NEXT:
            return words.meeting(typed, self.house.now().date())
        proposed = [rule for rule in rules(self.house.state) if not rule.agreed]
        if proposed:
            return Content.assemble(("F6", "bold $accent"), " " + _("when everybody agrees with what is proposed"))
        if self._kind is Kind.RULE and not rules(self.house.state, RuleKind.GROUND_RULE):
            return Content.assemble(("F5", "bold $accent"), " " + _("proposes the two usual ground rules"))
        return Content("")

    def _show_room(self) -> None:
        frame, agreed = words.for_the_room(self.house.state, self._session)
        large = words.in_letters((*frame, *agreed), self.size.width - 8, self.size.height - 5)
        self.set_class(large is not None, "-large")
        air = self.size.height >= ROOMY
        self.put("room-rules", large or words.in_lines(frame, air=air))
        self.put("room-actions", words.in_lines(agreed, air=air))

    # -- the line

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        del event
        self.put("hint", self._hint())

    async def enter_line(self) -> None:
        """Keep the line."""
        self.action_keep()

    def line_kind(self) -> str:
        """A rule, a way of working, or an agreement."""
        return _(KINDS[self._kind][0])

    @on(Input.Submitted, "#line")
    def action_keep(self) -> None:
        """Keep what the line says as what it is."""
        typed = self.line.value
        if not typed.strip() or self._asks(typed):
            return
        done = self._kept(typed)
        if done:
            self.line.take()
            self.show_data()
            added = [record.id for record in done.change.puts if isinstance(record, Rule | Action)]
            self.page.choose(added[0] if added else self._kind.value)

    def _asks(self, typed: str) -> bool:
        """Whether it has to be asked first who is meant; the answer is written in the line, and that is kept."""
        everybody = people(self.house.state)
        read = parse_agreement(typed, everybody) if self._kind is Kind.AGREEMENT else None
        name, who = next(iter(read.several.items()), ("", ())) if read else ("", ())
        if not name:
            return False
        names = called(self.house.state)

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                what, sign, rest = typed.partition(";")
                at = rest if name in rest else what
                told = at.replace(name, names[id_], 1)
                behind = self.line.value.removeprefix(typed)
                self.line.restore(f"{what}{sign}{told}" if at is rest else f"{told}{sign}{rest}")
                self.action_keep()
                self.line.restore(f"{self.line.value} {behind}")

        choices = [(each.id, each.name, each.organisation) for each in who]
        self.app.push_screen(Choose(_("Which {name} is it?").format(name=name), choices), chosen)
        return True

    def _kept(self, typed: str) -> Applied | None:
        house, here = self.house, self._session.id
        if self._kind is Kind.AGREEMENT:
            return house.do(agree, session=here, text=typed, activity=self.place)
        if self._kind is Kind.GOAL:
            return house.do(set_shared_goal, text=typed)
        if self._kind is Kind.NEXT:
            return agree_on_next(house, here, typed)
        kind = RuleKind.GROUND_RULE if self._kind is Kind.RULE else RuleKind.WAY_OF_WORKING
        return house.do(propose_rule, session=here, text=typed, kind=kind)

    def action_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        kinds = list(Kind)
        self._kind = kinds[(kinds.index(self._kind) + by) % len(kinds)]
        self.show_data()

    # -- the rules

    def action_defaults(self) -> None:
        """Propose the two usual ground rules, in the language of the network."""
        texts = [told(rule, self._profile.language) for rule in DEFAULT_RULES]
        self.house.do(propose_rules, session=self._session.id, texts=texts)

    def action_all_agree(self) -> None:
        """Everybody agrees with all that is proposed."""
        if done := self.house.do(agree_rules):
            self.house.tell(told(done.change.label))

    # -- one entry

    def nothing_proposed(self) -> str | None:
        """Why nothing can be agreed to."""
        if all(rule.agreed for rule in rules(self.house.state)):
            return _("Nothing is proposed that is not agreed yet.")
        return None

    def nothing_agreed(self) -> str | None:
        """Why there is nothing to change."""
        return None if self.page.chosen else _("Nothing was agreed yet: type the first line.")

    def no_tick(self) -> str | None:
        """Why the chosen line is not agreed or done."""
        if self.page.chosen in {GOAL, NEXT}:
            return _("Only rules and agreements are agreed or done.")
        return self.nothing_agreed()

    def no_removal(self) -> str | None:
        """Why the chosen line cannot be taken away."""
        return _("Change the next session with e.") if self.page.chosen == NEXT else self.nothing_agreed()

    def action_edit(self) -> None:
        """Type the chosen entry over."""
        chosen = self.page.chosen
        heading, value = self._as_typed(chosen)
        self.app.push_screen(AskLine(heading, value), lambda text: self._edited(chosen, text))

    def _as_typed(self, chosen: str) -> tuple[str, str]:
        if chosen == GOAL:
            return _("What do we want to reach together?"), self._profile.shared_goal
        if chosen == NEXT:
            return _("date, hours, place: 14/3 13:30-16:30 Ghent"), words.typed_again(
                next_session(self.house.state, self._session.id)
            )
        if rule := self.house.state.find(Rule, chosen):
            return _("Change this rule"), rule.text
        return _("what; who; when"), as_line(self.house.state, self.house.state.get(Action, chosen))

    def _edited(self, chosen: str, text: str | None) -> None:
        if text is None:
            return
        if chosen == GOAL:
            self.house.do(set_shared_goal, text=text)
        elif chosen == NEXT:
            agree_on_next(self.house, self._session.id, text)
        elif self.house.state.find(Rule, chosen):
            self.house.do(edit_rule, rule=chosen, text=text)
        else:
            self.house.do(edit_action, action=chosen, text=text)

    def action_tick(self) -> None:
        """A rule is agreed or only proposed; an agreement is done or to do."""
        chosen = self.page.chosen
        if rule := self.house.state.find(Rule, chosen):
            self.house.do(agree_rule, rule=chosen, agreed=not rule.agreed)
        elif action := self.house.state.find(Action, chosen):
            self.house.do(set_done, action=chosen, done=not action.done)

    def action_remove(self) -> None:
        """Take the chosen entry away."""
        chosen = self.page.chosen
        if chosen == GOAL:
            done = self.house.do(set_shared_goal, text="")
        elif self.house.state.find(Rule, chosen):
            done = self.house.do(remove_rule, rule=chosen)
        else:
            done = self.house.do(remove_action, action=chosen)
        if done:
            self.house.tell(_("Taken away · Ctrl+Z brings it back"))

    # -- its keys

    KEYS: ClassVar[tuple[Command[AgreementsScreen], ...]] = (
        Command(action_defaults, N_("Two ground rules"), N_("Propose the two rules of the handbook"), ("f5",)),
        Command(
            action_all_agree,
            N_("All agree"),
            N_("Everybody agrees with what is proposed"),
            ("f6",),
            15,
            cannot=nothing_proposed,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[AgreementsScreen], ...]] = (
        Command(action_keep, N_("Keep"), N_("Keep the line"), ("enter",), 10),
        Command(
            lambda screen: screen.action_kind(1),
            N_("Kind"),
            N_("Rule, way of working, goal, agreement, next session"),
            ("tab",),
            12,
        ),
        Command(lambda screen: screen.action_kind(-1), N_("Previous kind"), N_("The other way round"), ("shift+tab",)),
        Command(
            lambda screen: screen.page.action_walk(-1), N_("Previous line"), N_("Choose the line before it"), ("up",)
        ),
        Command(lambda screen: screen.page.action_walk(1), N_("Next line"), N_("Choose the line after it"), ("down",)),
        TO_PAGE,
    )
    PAGE_KEYS: ClassVar[tuple[Command[AgreementsScreen], ...]] = (
        Command(action_edit, N_("Change"), N_("Type it over"), ("e", "enter"), 10, cannot=nothing_agreed),
        Command(
            action_tick,
            N_("Agreed or done"),
            N_("A rule is agreed, an agreement is done; or not yet"),
            ("space",),
            12,
            cannot=no_tick,
        ),
        Command(
            action_remove,
            N_("Take away"),
            N_("Take it away; Ctrl+Z brings it back"),
            ("delete", "backspace"),
            14,
            cannot=no_removal,
        ),
        TO_LINE,
    )
