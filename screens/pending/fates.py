"""What becomes of what is open: on the next agenda, dealt with, parked, closed with a word, let go, opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from data.i18n import N_, _, told
from data.model import (
    Activity,
    ActivityKind,
    Change,
    Decision,
    DecisionStatus,
    Engagement,
    EngagementKind,
    Strand,
    say,
)
from data.verbs import carried
from data.verbs.agenda import add_theme, put_on_agenda, take_off_agenda
from data.verbs.decision.closing import park_decision, resume
from data.verbs.decision.closing import reopen as reopen_decision
from data.verbs.pending import Pending, carried_over
from screens.dialogs.ask import AskLine
from screens.dialogs.contribution import ask_for_next
from screens.shell.part import Part
from widgets.command import Command
from widgets.page import Page

ASKED = {
    Strand.QUESTIONS: N_("What was the answer, in a few words?"),
    Strand.EXPECTATIONS: N_("How was it met, in a few words?"),
    Strand.PARKED: N_("What came of it, in a few words?"),
    Strand.ACTIONS: N_("What was done, in a few words?"),
    Strand.PROMISES: N_("How was it kept, in a few words?"),
    Strand.ENGAGEMENTS: N_("How was it kept, in a few words?"),
    Strand.THEMES: N_("What came of it, in a few words?"),
    Strand.DECISIONS: N_("What was decided, in a few words?"),
}
"""What is asked when one is closed; the line may stay empty."""


def _where(kind: EngagementKind) -> ActivityKind | None:
    """In which activity something that is asked of people is dealt with."""
    found = {
        EngagementKind.CONTRIBUTION: ActivityKind.CONTRIBUTION,
        EngagementKind.ASSIGNMENT: ActivityKind.PREPARATION,
    }
    return found.get(kind)


class Fates(Part):
    """Does something to the chosen one."""

    @property
    def chosen(self) -> Pending | None:
        """What is chosen."""
        id_ = self.screen.query_one(Page).chosen
        return next((each for each in carried_over(self.house.state) if each.id == id_), None)

    # -- why not

    def none_chosen(self) -> str | None:
        """Why there is nothing to do it to."""
        return None if self.chosen else _("There is nothing here.")

    def not_open(self) -> str | None:
        """Why there is nothing to close or plan."""
        chosen = self.chosen
        return self.none_chosen() or (None if chosen and chosen.waits else _("This is closed: o reopens it."))

    def not_to_close(self) -> str | None:
        """Why it cannot be closed here."""
        if self.chosen and self.chosen.strand is Strand.DECISIONS and self.chosen.waits:
            return _("A decision is taken in its own activity: Enter goes there.")
        return self.not_open()

    def not_closed(self) -> str | None:
        """Why it cannot be opened again."""
        chosen = self.chosen
        if chosen and isinstance(chosen.record, Decision) and chosen.record.status is DecisionStatus.PARKED:
            return None
        return self.none_chosen() or (_("This is still open.") if chosen and chosen.waits else None)

    def not_there(self) -> str | None:
        """Why there is no place of its own to go to."""
        return self.none_chosen() or (None if self._place else _("This has no activity of its own in the programme."))

    @property
    def _place(self) -> str | None:
        """Where the chosen one is worked on, the latest first."""
        chosen = self.chosen
        items = list(reversed(self.house.programme)) if chosen else []
        every = [*items, *reversed(self.house.state.all(Activity))] if chosen else []
        if chosen and chosen.strand is Strand.DECISIONS:
            return next((item.id for item in every if item.decision == chosen.id), None)
        where = getattr(chosen.record, "activity", None) if chosen else None
        kinds = {Strand.QUESTIONS: ActivityKind.ROUND_TABLE, Strand.EXPECTATIONS: ActivityKind.ROUND_TABLE}
        kind = kinds.get(chosen.strand) if chosen else None
        if chosen and isinstance(chosen.record, Engagement):
            kind = _where(chosen.record.kind)
        here = next((item.id for item in items if kind and item.kind is kind), None)
        return here or (where if self.house.state.find(Activity, where) else None)

    # -- what is done

    def _do(self, verb: Callable[..., Change], **asked: Any) -> None:
        if done := self.house.do(verb, **asked):
            self.house.tell(told(done.change.label))

    def agenda(self) -> None:
        """Put it on the agenda of the session to come, or take it off."""
        chosen = self.chosen
        if chosen and chosen.planned:
            self._do(take_off_agenda, item=chosen.id)
        elif chosen:
            self._do(put_on_agenda, item=chosen.id, session=self.house.session.id)

    def close(self) -> None:
        """Ask for a word, and close it."""
        if chosen := self.chosen:
            record = chosen.record
            words = "" if isinstance(record, Decision) else record.words
            heading = f"{_(ASKED[chosen.strand])} “{chosen.text}”"
            self.house.push_screen(AskLine(heading, words), lambda typed: self._closed(chosen.id, typed))

    def _closed(self, item: str, typed: str | None) -> None:
        if typed is not None:
            self._do(carried.close, item=item, session=self.house.session.id, words=typed)

    def drop(self) -> None:
        """Ask why, and let it go."""
        if chosen := self.chosen:
            heading = _("Why do we drop this? “{text}”").format(text=chosen.text)
            self.house.push_screen(AskLine(heading), lambda typed: self._dropped(chosen.id, typed))

    def _dropped(self, item: str, typed: str | None) -> None:
        if typed is None:
            return
        if typed.strip():
            self._do(carried.drop, item=item, session=self.house.session.id, words=typed)
        else:
            self.house.warn(say("Type why in a few words, so that everybody can read it."))

    def treated(self) -> None:
        """It was dealt with in this session, or not after all."""
        chosen = self.chosen
        if chosen and not isinstance(chosen.record, Decision):
            here = self.house.session.id
            self._do(carried.treat, item=chosen.id, session=None if chosen.record.treated == here else here)

    def park(self) -> None:
        """Put it aside until somebody takes it up."""
        chosen, here = self.chosen, self.house.session.id
        if chosen and chosen.strand is Strand.DECISIONS:
            self._do(park_decision, decision=chosen.id, session=here)
        elif chosen:
            self._do(carried.put_aside, item=chosen.id, session=here)

    def reopen(self) -> None:
        """Open it again."""
        chosen, here = self.chosen, self.house.session.id
        if chosen and isinstance(chosen.record, Decision):
            if chosen.record.status is DecisionStatus.PARKED:
                self._do(resume, decision=chosen.id)
            else:
                self._do(reopen_decision, decision=chosen.id, session=here)
        elif chosen:
            self._do(carried.reopen, item=chosen.id, session=here)

    def ask(self) -> None:
        """Ask somebody, or an organisation, to bring something to the session to come."""
        ask_for_next(self.house, self.house.session.id)

    def theme(self) -> None:
        """Type a theme."""
        self.house.push_screen(AskLine(_("Which theme?")), self._theme)

    def _theme(self, typed: str | None) -> None:
        if typed:
            self._do(add_theme, session=self.house.session.id, text=typed)

    def go(self) -> None:
        """Go where it is worked on."""
        if place := self._place:
            self.house.go(place)

    # -- its keys

    PAGE_KEYS: ClassVar[tuple[Command[Fates], ...]] = (
        Command(
            agenda,
            N_("On next agenda"),
            N_("Put it on the agenda of the next session, or take it off"),
            ("n",),
            10,
            cannot=not_open,
        ),
        Command(
            close, N_("Settle"), N_("Answered, done or kept: settle it with a note"), ("a",), 11, cannot=not_to_close
        ),
        Command(drop, N_("Drop"), N_("Drop it, with the reason"), ("l", "delete"), 12, cannot=not_to_close),
        Command(reopen, N_("Reopen"), N_("Reopen what is closed or parked"), ("o",), 13, cannot=not_closed),
        Command(
            treated,
            N_("Discussed"),
            N_("It was discussed in this session, or not"),
            ("b",),
            14,
            cannot=not_to_close,
        ),
        Command(park, N_("Park"), N_("Put it aside until somebody brings it up again"), ("p",), 15, cannot=not_open),
        Command(ask, N_("Ask somebody to bring it"), N_("Ask somebody to bring something to the next session"), ("i",)),
        Command(theme, N_("New theme"), N_("Type what a session could be about"), ("t",), 16),
        Command(go, N_("Go there"), N_("Go to the activity where it is worked on"), ("enter",), 17, cannot=not_there),
    )
