"""How a recap is drawn: the points of today with what the group says of each, and the agenda of the next session."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.content import Content

from data.i18n import _, day, plural, told
from data.methods.recap import Claim, Topic
from data.model import ACTIVITIES, Activity, Decision, Engagement, Session, SessionStatus, State, Verdict
from data.verbs.agenda import coming_session
from data.verbs.contribution import contributions, of_whom
from data.verbs.network import session_after
from data.verbs.programme import programme
from data.verbs.recap import AGENDA, TalkingPoint, spoken_through, topics
from data.words import PHASES, VERDICTS
from widgets.ledger import Chapter, Entry

MARKS = {
    Verdict.ROUND: ("✓", "$success"),
    Verdict.LET_GO: ("×", "$muted"),
    Verdict.CONTINUE: ("▸", "bold"),
    None: ("○", "$muted"),
}
ASKED = "asked:"
"""Before the id of a contribution that is asked for that session."""

TOPIC = "topic:"
"""Before the id of a topic that could still come on the agenda."""


@dataclass(frozen=True, slots=True)
class Recap:
    """A recap as it stands."""

    state: State
    activity: Activity

    @property
    def on_agenda(self) -> bool:
        """Whether the agenda is spoken through, rather than the points."""
        return self.activity.phase == AGENDA

    @property
    def points(self) -> list[TalkingPoint]:
        """The points, spoken of or proposed."""
        return spoken_through(self.state, self.activity.id)

    @property
    def coming(self) -> Session | None:
        """The session that follows: the one to come, or, once this one is over, the one that came after it."""
        here = self.state.get(Session, self.activity.session)
        return session_after(self.state, here.id) or coming_session(self.state, here.id)

    @property
    def begun(self) -> bool:
        """Whether that session was begun: what it treats is no longer spoken through here."""
        return self.coming is not None and self.coming.status is not SessionStatus.PLANNED

    @property
    def items(self) -> list[Activity]:
        """The agenda of the session to come."""
        return programme(self.state, self.coming.id) if self.coming else []

    @property
    def asked(self) -> list[Engagement]:
        """What people are asked to bring to that session."""
        return contributions(self.state, self.coming.id) if self.coming else []

    @property
    def left(self) -> list[Topic]:
        """What could come on it besides: what the group asks for, before what is merely open."""
        if self.begun:
            return []
        about = {id_ for item in self.items for id_ in (*item.about, item.decision)}
        texts = {item.question for item in self.items}
        every = topics(self.state, self.activity.session)
        return [topic for topic in every if topic.about not in about and topic.text not in texts]


def question(recap: Recap) -> str:
    """What the group is asked now."""
    if recap.on_agenda:
        return _("What shall we do in session {n}?").format(n=_number(recap))
    return recap.activity.question or _("What is done, what continues?")


def _number(recap: Recap) -> int:
    here = recap.state.get(Session, recap.activity.session)
    return recap.coming.number if recap.coming else here.number + 1


def progress(recap: Recap) -> list[str]:
    """How far it is; on the agenda the facts of the session that it is for."""
    if recap.on_agenda:
        return when(recap.coming, recap.items)
    said = [point for point in recap.points if point.verdict]
    return [_("{n} of {all} discussed").format(n=len(said), all=len(recap.points))] if recap.points else []


def when(coming: Session | None, items: list[Activity]) -> list[str]:
    """Day and hour of the session to come, how long its agenda takes, and where it is."""
    if coming is None:
        return []
    length = sum(item.minutes for item in items)
    date = day(coming.date) if coming.date else _("no date yet")
    return [fact for fact in (date, coming.starts, _long(length), coming.place) if fact]


def _long(minutes: int) -> str:
    """So many minutes in words."""
    hours, rest = divmod(minutes, 60)
    parts = (
        plural("{n} hour", "{n} hours", hours) if hours else "",
        plural("{n} minute", "{n} minutes", rest) if rest else "",
    )
    return " ".join(filter(None, parts))


def chapters(recap: Recap, keys: str = "") -> list[Chapter]:
    """The points, or the agenda with what could come on it besides; ``keys`` say something of the chosen point."""
    if not recap.on_agenda:
        entries = tuple(_point(point) for point in recap.points)
        empty = _("Nothing has been worked on yet: type a point from today.")
        return [Chapter(_("Points"), entries, keys if entries else "", empty), *_around(recap)]
    said = tuple(replace(_point(point), id="") for point in recap.points if point.verdict)
    items = tuple(_item(recap, item) for item in recap.items)
    left = tuple(_left(topic) for topic in recap.left)
    title = _("Agenda of session {n}").format(n=_number(recap))
    empty = _("Nothing yet: F6 proposes an agenda.")
    found = [Chapter(title, items, empty=empty, told=True)]  # by the question above
    asked = tuple(_asked(recap.state, each) for each in recap.asked)
    found += [Chapter(_("Asked to bring"), asked, str(len(asked)), beside=True)] if asked else []
    found += [Chapter(_("Could also come"), left, str(len(left)), beside=True)] if left else []
    return [*found, Chapter(_("Points"), said, beside=True, spare=True)] if said else found


def _around(recap: Recap) -> list[Chapter]:
    """What today's session did, and the agenda of the next one so far: to look back on, not to choose from.

    In a wide page only the agenda stands beside the points, so that both columns are about as high and have air.
    """
    today = programme(recap.state, recap.activity.session)
    done = tuple(_done(recap, item) for item in today if item.id != recap.activity.id)
    agenda = tuple(replace(_item(recap, item), id="", aside="") for item in recap.items)
    found = (
        Chapter(_("Today"), done, spare=True),
        Chapter(_("Agenda of session {n}").format(n=_number(recap)), agenda, beside=True, spare=True),
    )
    return [chapter for chapter in found if chapter.entries]


def _done(recap: Recap, item: Activity) -> Entry:
    """An item of today, with whether it is behind us."""
    session = recap.state.get(Session, item.session)
    mark, style = ("▸", "$accent") if session.now == item.id else ("✓", "$success") if item.ended else ("·", "$muted")
    return replace(_item(recap, item), id="", lead="", mark=mark, style=style, aside="")


def _asked(state: State, each: Engagement) -> Entry:
    aside = " · ".join(filter(None, (of_whom(state, each), each.due)))
    return Entry(ASKED + each.id, each.text, "", "▸", "", aside)


def _point(point: TalkingPoint) -> Entry:
    mark, style = MARKS[point.verdict]
    aside = told(VERDICTS[point.verdict]) if point.verdict else ""
    return Entry(point.key, point.text, "", mark, style, aside, point.verdict is Verdict.LET_GO)


def _item(recap: Recap, item: Activity) -> Entry:
    name = item.title or told(ACTIVITIES[item.kind].title)
    text = about(recap.state, item)
    minutes, style = f"{item.minutes:>3}'", "" if text else "$muted"
    return Entry(item.id, text or name, minutes, "▸" if text else "·", style, name if text else "")


def about(state: State, item: Activity) -> str:
    """What an item of the agenda treats: its question, or its decision with the phase."""
    decision = state.find(Decision, item.decision)
    if decision is None:
        return item.question
    phase = next((phase for phase, session in decision.planned.items() if session == item.session), decision.phase)
    return f"{decision.question} ({told(PHASES[phase]).lower()})"


def _left(topic: Topic) -> Entry:
    return Entry(TOPIC + topic.about, topic.text, "", "+", "$muted", _why(topic))


def _why(topic: Topic) -> str:
    weight = round(topic.weight)
    words = {
        Claim.CONTINUED: _("we continue with it"),
        Claim.PLANNED: _("planned"),
        Claim.ANNOUNCED: _("decision under way"),
        Claim.POLLED: _("poll: {n}%").format(n=round(100 * topic.weight)),
        Claim.ASKED_FOR: _("asked for by {n}").format(n=weight) if weight else _("theme"),
        Claim.OPEN: _("still open"),
    }
    return words[topic.claim]


def hint(recap: Recap) -> Content:
    """Which key helps now."""
    if not recap.on_agenda:
        if any(point.verdict is None for point in recap.points) or not recap.points:
            return Content("")
        return Content.assemble(("F5", "bold $key"), " " + _("on to the agenda of the next session"))
    if not recap.items or not any(item.about or item.decision for item in recap.items):
        proposes = _("proposes an agenda from the points, the poll and the evaluation")
        return Content.assemble(("F6", "bold $key"), " " + proposes)
    return Content("")
