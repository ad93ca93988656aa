"""What a round table shows: who speaks, what was said, and the order so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from textual.content import Content

from data.i18n import N_, _, clock, plural, told
from data.methods.speaking import contributions, spoken_as_by
from data.model import Activity, Participant, Question, QuestionKind, Session, SessionStatus, State
from data.names import short_names
from data.verbs.check_in import begun, headcount
from data.verbs.network import called, people
from data.verbs.prepared import brought
from data.verbs.round_table import foreseen_end, said_in, turns
from data.words import QUESTION_KINDS
from screens.shell import presence
from screens.shell.turns import in_turn
from widgets.command import keyed
from widgets.ledger import Chapter, Entry
from widgets.wrapping import whole

PROMPTS = {
    QuestionKind.QUESTION: N_("What exactly do you want to learn?"),
    QuestionKind.EXPECTATION: N_("What should our sessions be about?"),
    QuestionKind.EXPERIENCE: N_("What experience do you want to share?"),
}

NEXT = 2
"""So many of those to come are named: all that the room may read of who was not heard yet."""

ENOUGH = 5
"""So many lines say something of how evenly people speak."""


@dataclass(frozen=True, slots=True)
class Table:
    """A round table as it stands: ``kind`` is what is asked for now; ``hidden`` tells that the room is watching."""

    state: State
    activity: Activity
    kind: QuestionKind
    hidden: bool
    now: datetime
    answered: bool = False
    """Whether those that were answered before are shown too."""

    @property
    def session(self) -> Session:
        """The session it is part of."""
        return self.state.get(Session, self.activity.session)

    @property
    def over(self) -> bool:
        """Whether its session is closed: then nobody speaks now or is asked to."""
        return self.session.status is SessionStatus.CLOSED

    @property
    def speaking(self) -> Participant | None:
        """Who has the floor, or had it last."""
        return self.state.find(Participant, self.activity.speaking)

    @property
    def said(self) -> Sequence[Question]:
        """What was said in this session."""
        return said_in(self.state, self.session.id)

    @property
    def silent(self) -> bool:
        """Whether it is over and whoever had the floor last said nothing that was noted."""
        who = self.speaking
        return who is not None and self.over and who.id not in {one.participant for one in self.said}

    @property
    def heard(self) -> Sequence[str]:
        """The ids of those who spoke, in that order."""
        return turns(self.state, self.activity.id).heard

    @property
    def begun(self) -> bool:
        """Whether somebody has the floor, or had it."""
        return bool(self.speaking or self.heard)

    @property
    def to_come(self) -> Sequence[str]:
        """The ids of those who did not, whoever comes next first."""
        return turns(self.state, self.activity.id).to_come

    @property
    def question(self) -> str:
        """The question of this round table, else the prompt of now."""
        return self.activity.question or _(PROMPTS[self.kind])

    @property
    def asks(self) -> str:
        """What the line asks: the question of the round, or the prompt of another kind; of one that is over nothing."""
        if self.over or self.activity.ended:
            return _("Type to add something anyway")
        return self.question if self.kind is asked_kind(self.activity) else _(PROMPTS[self.kind])

    def called(self, id_: str | None) -> str:
        """The name of somebody."""
        return called(self.state).get(id_ or "", "?")


def asked_kind(activity: Activity) -> QuestionKind:
    """What a round asks for: with a question of its own what people tell, else first what they want to learn."""
    return QuestionKind.EXPERIENCE if activity.question else QuestionKind.QUESTION


def progress(table: Table) -> str:
    """Which of the prompts it is, how many were heard, and when it is foreseen to be over."""
    number, heard = list(PROMPTS).index(table.kind) + 1, len(table.heard)
    several = not (table.activity.question or table.over)
    place = _("{n} of {all}").format(n=number, all=len(PROMPTS)) if several else ""
    far = plural("{n} heard", "{n} heard", heard) if heard else ""
    return " · ".join(filter(None, (place, far, _done_at(table))))


def _done_at(table: Table) -> str:
    """When it is foreseen to be over: advice, so not while the room is watching."""
    ends = None if table.hidden else foreseen_end(table.state, table.activity.id, table.now)
    return _("done at {time}").format(time=clock(ends)) if ends else ""


def _as_by(table: Table) -> str:
    """By how many it was as if they spoke, of those who are here: for the facilitator alone."""
    counts = contributions(said.participant for said in said_in(table.state, table.session.id))
    here = headcount(table.state, table.session.id)
    if table.hidden or sum(counts.values()) < ENOUGH:
        return ""
    return _("as if {n} of {all} spoke").format(n=round(spoken_as_by(counts)), all=max(here, len(counts)))


def floor(table: Table, width: int) -> Content:
    """Who has the floor, with as many facts of them as so many cells hold."""
    who = table.speaking
    if who:
        name = Content.styled(("" if table.over else "▸ ") + table.called(who.id).upper(), "bold")
        return name + Content.styled("   " + whole(presence.background(who), width - name.cell_length - 3), "$muted")
    return keyed(_("F5 chooses who speaks first"), "F5") if table.to_come and not table.over else Content("")


def beside(table: Table, *, order: bool) -> str:
    """Behind who has the floor: who comes after, where the ``order`` does not tell that, or that nothing was noted."""
    if table.silent:
        return _("nothing noted")
    return coming(people(table.state), [] if order or table.over else table.to_come, begun=table.begun)


def coming(everybody: Iterable[Participant], to_come: Sequence[str], *, begun: bool) -> str:
    """Who comes after, in short names; or who begins, as long as nobody had the floor."""
    shorts = short_names(everybody)
    names = [shorts.get(id_, "?") for id_ in to_come[:NEXT]]
    return in_turn(names, begun=begun)


def order(table: Table) -> Content:
    """The order so far; who was not heard yet is not for the room, but for how many they are."""
    rows = [Content.styled(_("Order"), "bold"), Content("")]
    rows += [Content.assemble(("✓ ", "$success"), table.called(id_)) for id_ in table.heard]
    if table.speaking:
        rows.append(_having_the_floor(table, table.speaking))
    to_come = table.to_come[:NEXT] if table.hidden else table.to_come
    rows += [Content.styled(f"  {table.called(id_)}", "$muted") for id_ in to_come]
    if more := len(table.to_come) - len(to_come):
        rows.append(Content.styled("  " + _("… and {n} more").format(n=more), "$muted"))
        # Without a reason it would look like a fault.
        rows += [Content(""), keyed(_("F8 shows who: the room is watching"), "F8")]
    return Content("\n").join(rows)


def _having_the_floor(table: Table, who: Participant) -> Content:
    """Whoever speaks; once it is over, with the mark of those who were heard if they said anything."""
    name = table.called(who.id)
    if not table.over:
        return Content.styled(f"▸ {name}", "bold $accent")
    if any(said.participant == who.id for said in said_in(table.state, table.session.id)):
        return Content.assemble(("✓ ", "$success"), name)
    return Content.styled(f"  {name}", "$muted")


def chapters(table: Table) -> list[Chapter]:
    """What the speaker said, what the others said today, and what earlier sessions left open."""
    said = table.said
    speaker = table.activity.speaking
    own = [question for question in said if speaker and question.participant == speaker]
    others = [question for question in said if question not in own]
    earlier = _earlier(table)
    # What was answered just now stays, so that it can be opened again.
    waiting = [question for question in earlier if question.waits or question.closed == table.session.id]
    over = [question for question in earlier if question not in waiting]
    found = []
    if speaker:
        mine = _chapter(table, "", own, "", own=True)
        nothing = _("Nothing yet: type the first line, then Enter.")
        found += [] if table.silent else [replace(mine, empty=nothing)]  # that is told beside the name
        asked = [question for question in waiting if speaker in {question.participant, *question.also}]
        waiting = [question for question in waiting if question not in asked]
        if asked:
            found.append(_chapter(table, _("Asked before"), asked, str(len(asked)), since=True))
        found += [*_brought(table, speaker), *_goal(table)]
    if others:
        found.append(_chapter(table, _("Said today"), others[::-1], _facts(str(len(others)), _as_by(table))))
    if waiting:
        left = sum(question.waits for question in waiting)
        still = plural("{n} open", "{n} open", left) if left else ""
        found.append(replace(_chapter(table, _("From earlier sessions"), waiting, still), beside=True))
    if table.answered:
        before = _chapter(table, _("Answered before"), over, str(len(over)))
        found.append(replace(before, empty=_("Nothing has been answered yet."), beside=True))
    return found


def _chapter(
    table: Table, title: str, questions: Sequence[Question], note: str, *, own: bool = False, since: bool = False
) -> Chapter:
    """Lines under a heading; their kind is told where it is not the same of all, and then of the other kinds only.

    Of the ``own`` lines of somebody it is not told who said them; ``since`` tells in which session it was.
    """
    kinds, shorts = {question.kind for question in questions}, short_names(people(table.state))
    plain = kinds if len(kinds) == 1 else {QuestionKind.QUESTION}
    entries = tuple(
        _entry(
            question,
            "" if question.kind in plain else told(QUESTION_KINDS[question.kind]),
            "" if own else _who(table, question, shorts, since=since),
            _("with {names}").format(names=", ".join(shorts.get(id_, "?") for id_ in question.also))
            if question.also
            else "",
        )
        for question in questions
    )
    of = kinds - {QuestionKind.QUESTION} if len(kinds) == 1 else set()
    return Chapter(title, entries, _facts(note, *(told(QUESTION_KINDS[kind]) for kind in of)))


def _facts(*facts: str) -> str:
    return " · ".join(filter(None, facts))


def _who(table: Table, question: Question, shorts: Mapping[str, str], *, since: bool) -> str:
    """Who said it; with ``since`` in which session, and who where that is somebody else than whoever speaks."""
    if not since:
        return table.called(question.participant) if question.participant else ""
    session = table.state.find(Session, question.session)
    when = _("session {n}").format(n=session.number) if session else ""
    other = question.participant if question.participant != table.activity.speaking else ""
    return _facts(when, _("from {name}").format(name=shorts.get(other, "?")) if other else "")


def _goal(table: Table) -> list[Chapter]:
    """What the speaker wants to learn: their own, and not for the room."""
    who = table.speaking
    if table.hidden or who is None or not who.goal:
        return []
    return [Chapter(_("Own learning goal"), (Entry("", who.goal),))]


def _brought(table: Table, speaker: str) -> list[Chapter]:
    """What the speaker delivered of what was asked beforehand; what was written is not for the room."""
    entries = tuple(
        Entry("", f"{asked.text}: {given.text}" if given.text and not table.hidden else asked.text, "", "✓", "$success")
        for asked, given in brought(table.state, table.session.id, speaker)
    )
    return [Chapter(_("Prepared"), entries)] if entries else []


def _earlier(table: Table) -> list[Question]:
    """What was asked or expected in earlier sessions, answered or not."""
    before = {one.id for one in begun(table.state, table.session.id)}
    return table.state.where(
        Question,
        lambda said: said.session in before and said.kind is not QuestionKind.EXPERIENCE,
    )


def _entry(question: Question, *facts: str) -> Entry:
    """A line, with how it stands before it and behind it."""
    mark, style = ("✓", "$success") if question.answered else ("◐", "$muted") if question.treated else (" ", "")
    state = _("answered") if question.answered else _("discussed, still open") if question.treated else ""
    return Entry(question.id, question.text, "", mark, style, _facts(*facts, state), bool(question.answered))
