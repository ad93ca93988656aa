"""What becomes of an agreed line: it is changed, agreed, done or taken away; and all agree with what is proposed."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import Action, Activity, Rule
from data.verbs.agreements import (
    DEFAULT_RULES,
    agree_rule,
    agree_rules,
    as_line,
    edit_action,
    edit_rule,
    propose_rules,
    remove_action,
    remove_rule,
    rules,
    set_shared_goal,
)
from data.verbs.carried import close, reopen
from data.verbs.network import profile
from screens.agreements.chapters import GOAL, NEXT
from screens.dialogs.ask import AskLine
from screens.dialogs.next_session import NextSession
from screens.shell.activity_part import ActivityPart
from screens.shell.line_and_page import TO_LINE
from widgets.command import Command


class Agreeing(ActivityPart):
    """The rules as a whole: two are proposed, all are agreed to."""

    def nothing_proposed(self) -> str | None:
        """Why nothing can be agreed to."""
        if all(rule.agreed for rule in rules(self.house.state)):
            return _("Everything proposed is already agreed.")
        return None

    def defaults(self) -> None:
        """Propose the two usual ground rules, in the language of the network."""
        state = self.house.state
        texts = [told(rule, profile(state).language) for rule in DEFAULT_RULES]
        self.house.do(propose_rules, session=state.get(Activity, self._place).session, texts=texts)

    def all_agree(self) -> None:
        """Everybody agrees with all that is proposed."""
        if done := self.house.do(agree_rules):
            self.house.tell(told(done.change.label))

    KEYS: ClassVar[tuple[Command[Agreeing], ...]] = (
        Command(defaults, N_("Two ground rules"), N_("Propose the two rules of the handbook"), ("f5",)),
        Command(
            all_agree,
            N_("All agree"),
            N_("Everybody agrees to what is proposed"),
            ("f6",),
            15,
            cannot=nothing_proposed,
        ),
    )


class Entries(ActivityPart):
    """Does something to the chosen line."""

    @property
    def _session(self) -> str:
        return self._activity.session

    def nothing_agreed(self) -> str | None:
        """Why there is nothing to change."""
        return None if self.lined.page.chosen else _("Nothing has been agreed yet: type the first line.")

    def no_tick(self) -> str | None:
        """Why the chosen line is not agreed or done."""
        if self.lined.page.chosen in {GOAL, NEXT}:
            return _("Only rules can be agreed, and agreements done.")
        return self.nothing_agreed()

    def no_removal(self) -> str | None:
        """Why the chosen line cannot be taken away."""
        return _("Change the next session with e.") if self.lined.page.chosen == NEXT else self.nothing_agreed()

    def edit(self) -> None:
        """Type the chosen entry over."""
        chosen = self.lined.page.chosen
        if chosen == NEXT:
            self.house.push_screen(NextSession(self._session))
            return
        heading, value = self._as_typed(chosen)
        self.house.push_screen(AskLine(heading, value), lambda text: self._edited(chosen, text))

    def _as_typed(self, chosen: str) -> tuple[str, str]:
        if chosen == GOAL:
            return _("What do we want to achieve together?"), profile(self.house.state).shared_goal
        if rule := self.house.state.find(Rule, chosen):
            return _("Change this rule"), rule.text
        return _("what; who; when"), as_line(self.house.state, self.house.state.get(Action, chosen))

    def _edited(self, chosen: str, text: str | None) -> None:
        if text is None:
            return
        if chosen == GOAL:
            self.house.do(set_shared_goal, text=text)
        elif self.house.state.find(Rule, chosen):
            self.house.do(edit_rule, rule=chosen, text=text)
        else:
            self.house.do(edit_action, action=chosen, text=text)

    def tick(self) -> None:
        """A rule is agreed or only proposed; an agreement is done or to do."""
        chosen = self.lined.page.chosen
        if rule := self.house.state.find(Rule, chosen):
            self.house.do(agree_rule, rule=chosen, agreed=not rule.agreed)
        elif action := self.house.state.find(Action, chosen):
            self.house.do(close if action.waits else reopen, item=chosen, session=self._session)

    def remove(self) -> None:
        """Take the chosen entry away."""
        chosen = self.lined.page.chosen
        if chosen == GOAL:
            done = self.house.do(set_shared_goal, text="")
        elif self.house.state.find(Rule, chosen):
            done = self.house.do(remove_rule, rule=chosen)
        else:
            done = self.house.do(remove_action, action=chosen)
        if done:
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Entries], ...]] = (
        Command(edit, N_("Change"), N_("Edit it"), ("e", "enter"), 10, cannot=nothing_agreed),
        Command(
            tick,
            N_("Agreed or done"),
            N_("Mark a rule as agreed or an agreement as done, or undo that"),
            ("space",),
            12,
            cannot=no_tick,
        ),
        Command(
            remove,
            N_("Remove"),
            N_("Remove it; Ctrl+Z brings it back"),
            ("delete", "backspace"),
            14,
            cannot=no_removal,
        ),
        TO_LINE,
    )
