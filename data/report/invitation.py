"""The invitation to a network: each element that it is to have, what there is to say of it, and what lacks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.model import (
    ACTIVITIES,
    ActivityKind,
    Call,
    Element,
    EngagementKind,
    Mix,
    Profile,
    Reach,
    RuleKind,
    Said,
    State,
    say,
)
from data.model.kinds import Section
from data.report.blocks import Block, Document, Heading, Paragraph, Point, Points
from data.report.tongue import Tongue
from data.report.wanted import Wanted, language_of
from data.verbs.agreements import rules
from data.verbs.invitation import expected, offered
from data.verbs.network import profile, sessions
from data.verbs.programme import programme

TITLES: Mapping[Element, Said] = {
    Element.NETWORK: say("What a learning network is"),
    Element.PURPOSE: say("What it is about"),
    Element.GAINS: say("What you get out of it"),
    Element.GAINS_ORGANISATION: say("What your organisation gets out of it"),
    Element.AUDIENCE: say("Who it is for"),
    Element.TIME: say("How much time it takes"),
    Element.WORKING: say("How we work"),
    Element.GUIDANCE: say("What we offer"),
    Element.TAKE_HOME: say("What you take home"),
    Element.ENGAGEMENT: say("What we expect of you"),
    Element.PRACTICAL: say("Practical"),
}
"""What each element is called, as a heading."""

_NETWORK = say(
    "In a learning network, people who face the same questions in their work meet a number of times to learn from one "
    "another: from each other’s practice, from what works and what does not. Nobody lectures. The group decides what "
    "the sessions are about, and a facilitator makes sure that everybody is heard."
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A session that is known already."""

    number: int
    date: str
    starts: str
    ends: str
    place: str


@dataclass(frozen=True, slots=True)
class InvitationView:
    """All that an invitation is written from, in no language.

    ``written`` has what somebody wrote of an element, which stands in the place of what follows from the rest.
    ``asked`` are what is expected, each with its kind; ``lasts`` is how many minutes the first session takes.
    """

    profile: Profile
    sessions: tuple[Planned, ...] = ()
    lasts: int = 0
    forms: tuple[ActivityKind, ...] = ()
    ways: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    take_home: tuple[str, ...] = ()
    asked: tuple[tuple[EngagementKind, str], ...] = ()
    written: Mapping[Element, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language that it is written in."""
        return self.profile.language

    @property
    def first(self) -> Planned | None:
        """The session that one is invited to."""
        return self.sessions[0] if self.sessions else None


def invitation(state: State) -> InvitationView:
    """What there is to invite people with.

    Raises:
        Refused: there is no network.
    """
    every = sessions(state)
    items = programme(state, every[0].id) if every else []
    return InvitationView(
        profile=profile(state),
        sessions=tuple(Planned(s.number, s.date, s.starts, s.ends, s.place) for s in every),
        lasts=sum(item.minutes for item in items),
        forms=tuple(dict.fromkeys(item.kind for item in items)),
        ways=tuple(rule.text for rule in rules(state, RuleKind.WAY_OF_WORKING) if rule.agreed),
        guidance=tuple(promise.text for promise in offered(state, Element.GUIDANCE)),
        take_home=tuple(promise.text for promise in offered(state, Element.TAKE_HOME)),
        asked=tuple((engagement.kind, engagement.text) for engagement in expected(state)),
        written={passage.element: passage.text for passage in profile(state).invitation},
    )


# -- what lacks


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that an invitation is to tell and does not: the element, and what of it."""

    element: Element
    said: Said


def lacking(view: InvitationView) -> list[Lack]:
    """What lacks, in the order of the elements."""
    return [
        Lack(element, said)
        for element in Element
        if element not in view.written
        for said in _LACKS.get(element, _nothing)(view)
    ]


def _nothing(view: InvitationView) -> Iterator[Said]:
    del view
    yield from ()


def _when(there: Callable[[InvitationView], object], said: Said) -> Callable[[InvitationView], Iterator[Said]]:
    """Says so while it is not there."""

    def lacks(view: InvitationView) -> Iterator[Said]:
        if not there(view):
            yield said

    return lacks


_UNASKED = (
    (EngagementKind.SESSIONS, say("what is expected: at which sessions to be")),
    (EngagementKind.CASES, say("what is expected: cases to bring")),
    (EngagementKind.AGENDA, say("what is expected: proposals for the agenda")),
    (EngagementKind.PASSING_ON, say("what is expected: passing on what was learned")),
)


def _unasked(view: InvitationView) -> Iterator[Said]:
    asked = {kind for kind, _text in view.asked}
    yield from (said for kind, said in _UNASKED if kind not in asked)


def _impractical(view: InvitationView) -> Iterator[Said]:
    first = view.first
    if not (first and first.date):
        yield say("practical: the day of the first session")
    if not (first and first.starts):
        yield say("practical: the time it starts")
    if not (first and first.place):
        yield say("practical: where it is")


_LACKS: Mapping[Element, Callable[[InvitationView], Iterator[Said]]] = {
    Element.NETWORK: _nothing,
    Element.PURPOSE: _when(lambda view: view.profile.purpose, say("what it is for: the purpose")),
    Element.GAINS: _when(lambda view: view.profile.gains, say("what a participant gets out of it")),
    Element.GAINS_ORGANISATION: _when(
        lambda view: view.profile.gains_organisation, say("what the organisation gets out of it")
    ),
    Element.AUDIENCE: _when(
        lambda view: view.profile.reach or view.profile.mix,
        say("for whom: of one organisation or several, with the same function or not"),
    ),
    Element.TIME: _when(lambda view: view.profile.meetings, say("how much time: the number of sessions")),
    Element.WORKING: _when(lambda view: view.forms or view.ways, say("how we work: a programme or a way of working")),
    Element.GUIDANCE: _when(lambda view: view.guidance, say("what is offered: guidance")),
    Element.TAKE_HOME: _when(lambda view: view.take_home, say("what people take home")),
    Element.ENGAGEMENT: _unasked,
    Element.PRACTICAL: _impractical,
}


# -- in a language


def sections() -> tuple[Section, ...]:
    """The elements, which can be left out."""
    return tuple(
        Section(element.value, rank, "data.report.invitation:element_text") for rank, element in enumerate(Element)
    )


def documents(state: State, session: str, wanted: Wanted) -> Iterator[tuple[str, Document]]:
    """The invitation to the network, whatever the session, as it is wanted.

    Raises:
        Refused: there is no network.
    """
    del session
    yield "", document(invitation(state), language_of(state, wanted), wanted.without)


def document(view: InvitationView, language: str | None = None, without: Collection[str] = ()) -> Document:
    """The invitation, in its own language unless another is asked; an element without words is left out."""
    t = Tongue(language or view.language)
    blocks: list[Block] = [Heading(1, t(say("Invitation: {network}", network=view.profile.name)))]
    for element in Element:
        body = element not in without and blocks_of(element_text(view, element, t))
        blocks += [Heading(2, t(TITLES[element])), *body] if body else []
    return Document(t.language, tuple(blocks))


def blocks_of(text: str) -> list[Block]:
    """A text of an element as blocks: each line a paragraph, lines with ``- `` a list."""
    blocks: list[Block] = []
    points: list[Point] = []
    for each in [*filter(None, text.split("\n")), ""]:
        if each.startswith("- "):
            points.append(Point(each.removeprefix("- ")))
            continue
        if points:
            blocks.append(Points(tuple(points)))
            points = []
        if each:
            blocks.append(Paragraph(each))
    return blocks


def element_text(view: InvitationView, element: Element, t: Tongue) -> str:
    """What an element says: what somebody wrote, else what follows from the network; a paragraph or point a line."""
    return view.written.get(element) or "\n".join(filter(None, _TELLS[element](view, t)))


def _points(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {text}" for text in texts)


def _purpose(view: InvitationView, t: Tongue) -> Iterator[str]:
    if view.profile.theme:
        yield t(say("The theme: {theme}", theme=view.profile.theme))
    yield view.profile.purpose


_REACH = {
    Reach.INTERNAL: say("People from one organisation."),
    Reach.EXTERNAL: say("People from different organisations."),
}
_MIX = {
    Mix.SAME: say("They do the same kind of work."),
    Mix.MIXED: say("They do different kinds of work."),
}


def _audience(view: InvitationView, t: Tongue) -> Iterator[str]:
    about = view.profile
    said = [_REACH[about.reach]] if about.reach else []
    said += [_MIX[about.mix]] if about.mix else []
    if about.call is Call.CAPPED and about.places:
        said.append(say("There is room for {n} people.", n=about.places))
    elif about.call is Call.OPEN and about.places:
        said.append(say("Anyone interested is welcome; we expect about {n} people.", n=about.places))
    elif about.call is Call.OPEN:
        said.append(say("Anyone interested is welcome."))
    yield " ".join(t(each) for each in said)


def _time(view: InvitationView, t: Tongue) -> Iterator[str]:
    if view.profile.meetings:
        many = say("{n} sessions.", n=view.profile.meetings)
        yield t.count(say("One session."), many, view.profile.meetings)
    if view.lasts:
        yield t(say("A session takes about {hours} hours.", hours=t.number(round(view.lasts / 30) / 2)))


def _working(view: InvitationView, t: Tongue) -> Iterator[str]:
    if view.forms:
        names = t.all(t(ACTIVITIES[kind].title).lower() for kind in view.forms if kind is not ActivityKind.BREAK)
        yield t(say("In the first session: {forms}.", forms=names))
    yield from _points(view.ways)
    if view.profile.hosts_in_turn:
        yield t(say("The organisations that take part host the sessions in turn."))


def _practical(view: InvitationView, t: Tongue) -> Iterator[str]:
    for session in view.sessions:
        hours = "–".join(hour for hour in (session.starts, session.ends) if hour)
        facts = t.joined([t.day(session.date) if session.date else "", hours, session.place])
        if facts:
            yield "- " + t(say("Session {n}: {facts}", n=session.number, facts=facts))


def _network(view: InvitationView, t: Tongue) -> Iterator[str]:
    del view
    yield t(_NETWORK)


def _each(texts: Callable[[InvitationView], Iterable[str]]) -> Callable[[InvitationView, Tongue], Iterator[str]]:
    """Tells these, each as a point."""

    def tells(view: InvitationView, t: Tongue) -> Iterator[str]:
        del t
        yield from _points(texts(view))

    return tells


_TELLS: Mapping[Element, Callable[[InvitationView, Tongue], Iterator[str]]] = {
    Element.NETWORK: _network,
    Element.PURPOSE: _purpose,
    Element.GAINS: _each(lambda view: view.profile.gains),
    Element.GAINS_ORGANISATION: _each(lambda view: view.profile.gains_organisation),
    Element.AUDIENCE: _audience,
    Element.TIME: _time,
    Element.WORKING: _working,
    Element.GUIDANCE: _each(lambda view: view.guidance),
    Element.TAKE_HOME: _each(lambda view: view.take_home),
    Element.ENGAGEMENT: _each(lambda view: (text for _kind, text in view.asked)),
    Element.PRACTICAL: _practical,
}
