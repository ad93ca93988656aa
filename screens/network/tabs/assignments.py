"""What is asked before a session: of whom, by when, who delivered, and the answers."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, _, day, plural
from data.model import Engagement, Session, SessionStatus, say
from data.verbs.network import called, sessions
from data.verbs.prepared import (
    as_typed,
    ask_beforehand,
    asked_of,
    assignments,
    deliveries,
    edit_assignment,
    set_delivered,
    withdraw,
    write_answers,
)
from screens.dialogs.answers import ask_answer, ask_answers, ask_questions, take_answers
from screens.dialogs.ask import AskLine
from screens.network.tabs.tab import Tab
from screens.shell.private import not_for_the_room
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.ledger import Chapter, Entry


class AssignmentsTab(Tab):
    """A chapter for each assignment, with everybody it is asked of; the line asks something before the session."""

    TITLE = N_("Assignments")
    PLACEHOLDER = N_("what you ask; who from (empty: everybody); by when")

    @property
    def session(self) -> Session | None:
        """The session that is prepared: the first that is not closed, else the last."""
        every = sessions(self.state)
        waiting = [session for session in every if session.status is not SessionStatus.CLOSED]
        return next(iter(waiting or every[-1:]), None)

    # -- what is shown

    def chapters(self) -> list[Chapter]:
        """What is asked for each session, the one that is prepared first."""
        here = self.session
        others = [session for session in reversed(sessions(self.state)) if here and session.id != here.id]
        found = [
            self._asked(asked, session) for session in filter(None, [here, *others]) for asked in self._of(session)
        ]
        if here and not self._of(here):
            title = _("Before session {n}").format(n=here.number)
            found.insert(0, Chapter(title, empty=_("Nothing asked yet: a practical question, a self-scan, a case?")))
        return found

    def _of(self, session: Session) -> list[Engagement]:
        return assignments(self.state, session.id)

    def _asked(self, asked: Engagement, session: Session) -> Chapter:
        people, given, names = asked_of(self.state, asked), deliveries(self.state, asked.id), called(self.state)
        count = _("{n} of {all} handed in").format(n=sum(who.id in given for who in people), all=len(people))
        until = _("by {day}").format(day=day(asked.due)) if asked.due else ""
        form = plural("{n} question", "{n} questions", len(asked.questions)) if asked.questions else ""
        facts = " · ".join(filter(None, (form, until)))
        entries = [Entry(asked.id, asked.text, "", "?", "bold", facts)]
        for who in people:
            delivery = given.get(who.id)
            mark, style = ("✓", "$success") if delivery else ("○", "$muted")
            answer = delivery.text if delivery and not self.hidden else ""
            said = f"{names[who.id]}: {answer}" if answer else names[who.id]
            entries.append(Entry(f"{asked.id}:{who.id}", said, "", mark, style, faded=not delivery))
        return Chapter(_("Before session {n}").format(n=session.number), tuple(entries), count)

    def hint(self) -> Content | str:
        """What can be done with the chosen line."""
        if self._person:
            return _("Space: delivered or not · Enter writes the answer · i pastes answers")
        return _("Enter edits it · v its questions · i pastes answers that came by mail")

    # -- what is chosen

    @property
    def _assignment(self) -> Engagement | None:
        return self.state.find(Engagement, self.chosen.partition(":")[0])

    @property
    def _person(self) -> str:
        return self.chosen.partition(":")[2]

    def none(self) -> str | None:
        """Why there is nothing to do something with."""
        return None if self._assignment else _("Nothing asked yet: type it on the line.")

    def nobody(self) -> str | None:
        """Why there is nobody who delivered or not."""
        return None if self._person else _("Choose somebody below it.")

    # -- what is done

    def keep(self) -> None:
        """Ask what the line says."""
        if (session := self.session) and self.house.do(ask_beforehand, session=session.id, text=self.lined.line.value):
            self.lined.line.take()

    def pasted(self, event: CaptureLine.Pasted) -> None:
        """Pasted lines are answers to the chosen assignment."""
        if asked := self._assignment:
            take_answers(self.house, asked.id, event.text)
        else:
            self.house.warn(say("Nothing asked yet: type it on the line."))

    def enter(self) -> None:
        """Change the assignment, or write what somebody answered."""
        asked = self._assignment
        if asked and self._person:
            delivery = deliveries(self.state, asked.id).get(self._person)
            if delivery and delivery.text and self.hidden:
                self.house.warn(say("What somebody answered is not for the room: F8 shows it."))
                return
            who, given = self._person, delivery.text if delivery else ""
            if len(asked.questions) > 1:
                ask_answer(self.house, asked, who, given)
                return
            ask = AskLine(_("What did {name} answer?").format(name=called(self.state)[who]), given)
            self.house.push_screen(not_for_the_room(ask), lambda text: self._answered(asked.id, who, text))
        elif asked:
            ask = AskLine(_("what; who from; by when"), as_typed(self.state, asked))
            self.house.push_screen(ask, lambda text: self._edited(asked.id, text))

    def _answered(self, asked: str, who: str, text: str | None) -> None:
        if text is not None:
            self.house.do(write_answers, assignment=asked, answers={who: text})

    def _edited(self, asked: str, text: str | None) -> None:
        if text is not None:
            self.house.do(edit_assignment, assignment=asked, text=text)

    def tick(self) -> None:
        """Somebody delivered, or did not after all."""
        if asked := self._assignment:
            there = self._person in deliveries(self.state, asked.id)
            self.house.do(set_delivered, assignment=asked.id, participant=self._person, delivered=not there)

    def bring(self) -> None:
        """Paste the answers, with a name before each."""
        if asked := self._assignment:
            ask_answers(self.house, asked)

    def questions(self) -> None:
        """Write the questions of a form or scan."""
        if asked := self._assignment:
            ask_questions(self.house, asked)

    def remove(self) -> None:
        """Take the assignment away, with what was delivered."""
        if (asked := self._assignment) and self.house.do(withdraw, assignment=asked.id):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(enter, N_("Change"), N_("Change what is asked, or write an answer"), ("enter", "e"), 10, cannot=none),
        Command(tick, N_("Delivered"), N_("Delivered, or not"), ("space",), 11, cannot=nobody),
        Command(questions, N_("Questions"), N_("Type or paste the questions of a form"), ("v",), 13, cannot=none),
        Command(bring, N_("Answers"), N_("Paste the answers that came by mail"), ("i",), 12, cannot=none),
        Command(remove, N_("Remove"), N_("Remove it; Ctrl+Z brings it back"), ("delete", "backspace"), cannot=none),
    )
