"""What the line of the agreements holds, and how it is kept."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import ClassVar, assert_never

from textual.content import Content

from data.i18n import N_, _
from data.model import Action, Activity, Rule, RuleKind, State
from data.network import Applied
from data.verbs.agreements import agree, parse_agreement, propose_rule, rules, set_shared_goal
from data.verbs.network import called, people
from screens.agreements import chapters as words
from screens.agreements.chapters import GOAL, NEXT
from screens.dialogs.ask import Choose
from screens.dialogs.next_session import agree_on_next
from screens.shell.activity_part import ActivityPart
from screens.shell.line_and_page import TO_PAGE, WALK
from screens.shell.screen import KringScreen
from widgets.command import Command


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
    Kind.GOAL: (N_("shared goal"), N_("What do we want to achieve together?")),
    Kind.AGREEMENT: (N_("agreement"), N_("what; who; when")),
    Kind.NEXT: (N_("next session"), N_("when; place; themes; speakers: Thu 14/3 13:30-16:30; Ghent")),
}


class Saying(ActivityPart):
    """Keeps what the line says as what it is."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.kind = Kind.RULE

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.lined.line.value

    def hint(self) -> Content:
        """How the line is read, or which key helps now."""
        state = self.house.state
        if self.typed.strip() and self.kind is Kind.AGREEMENT:
            return words.reading(state, self.typed)
        if self.typed.strip() and self.kind is Kind.NEXT:
            return words.meeting(self.typed, self.house.now().date())
        if any(not rule.agreed for rule in rules(state)):
            return Content.assemble(("F6", "bold $key"), " " + _("when everybody agrees to what is proposed"))
        if self.kind is Kind.RULE and not rules(state, RuleKind.GROUND_RULE):
            return Content.assemble(("F5", "bold $key"), " " + _("proposes the two usual ground rules"))
        return Content("")

    def keep(self) -> None:
        """Keep the line."""
        if not self.typed.strip() or self._asks(self.typed):
            return
        if done := self._kept(self.typed):
            self.lined.line.take()
            self._show()
            added = [record.id for record in done.change.puts if isinstance(record, Rule | Action)]
            self.lined.page.choose(added[0] if added else self.kind.value)

    def _asks(self, typed: str) -> bool:
        """Whether it has to be asked first who is meant; the answer is written in the line, and that is kept."""
        everybody = people(self.house.state)
        read = parse_agreement(typed, everybody) if self.kind is Kind.AGREEMENT else None
        name, who = next(iter(read.several.items()), ("", ())) if read else ("", ())
        if not name:
            return False
        names, line = called(self.house.state), self.lined.line

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                what, sign, rest = typed.partition(";")
                at = rest if name in rest else what
                told = at.replace(name, names[id_], 1)
                behind = line.value.removeprefix(typed)
                line.restore(f"{what}{sign}{told}" if at is rest else f"{told}{sign}{rest}")
                self.keep()
                line.restore(f"{line.value} {behind}")

        choices = [(each.id, each.name, each.organisation) for each in who]
        self.house.push_screen(Choose(_("Which {name} is it?").format(name=name), choices, entered=line), chosen)
        return True

    def _kept(self, typed: str) -> Applied | None:
        house = self.house
        here = house.state.get(Activity, self._place).session
        match self.kind:
            case Kind.AGREEMENT:
                return house.do(agree, session=here, text=typed, activity=self._place)
            case Kind.GOAL:
                return self._instead(words.goal, lambda: house.do(set_shared_goal, text=typed))
            case Kind.NEXT:
                return self._instead(partial(words.coming, session=here), lambda: agree_on_next(house, here, typed))
            case Kind.RULE:
                return house.do(propose_rule, session=here, text=typed, kind=RuleKind.GROUND_RULE)
            case Kind.WAY:
                return house.do(propose_rule, session=here, text=typed, kind=RuleKind.WAY_OF_WORKING)
            case _:
                assert_never(self.kind)

    def _instead(self, standing: Callable[[State], str], do: Callable[[], Applied | None]) -> Applied | None:
        """Keep what there is one of, and say what stood there before."""
        before = standing(self.house.state)
        done = do()
        if done and before and standing(self.house.state) != before:
            self.house.tell(_("It was: {text} · Ctrl+Z brings that back").format(text=before))
        return done

    def turn_kind(self, by: int) -> None:
        """The next kind of line; what was typed stays."""
        kinds = list(Kind)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]
        self._show()

    # -- its keys

    LINE_KEYS: ClassVar[tuple[Command[Saying], ...]] = (
        Command(keep, N_("Save"), N_("Save the line"), ("enter",), 10),
        Command(
            lambda part: part.turn_kind(1),
            N_("Kind"),
            N_("Rule, way of working, goal, agreement, next session"),
            ("tab",),
            12,
        ),
        Command(lambda part: part.turn_kind(-1), N_("Previous kind"), N_("The other way round"), ("shift+tab",)),
        *WALK,
        TO_PAGE,
    )
