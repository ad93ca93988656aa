"""What is carried over has one life, whatever it is: the same verbs, and one answer to how it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from data.model import (
    CARRIED,
    Action,
    ActivityKind,
    Carried,
    Change,
    Engagement,
    Evaluation,
    Kept,
    Parked,
    Promise,
    Question,
    Record,
    Session,
    SessionStatus,
    Status,
    Theme,
    ThemeSource,
    say,
)
from data.verbs import carried, network, promises
from data.verbs.themes import all_themes
from tests.data.verbs.room import Room, room

EACH: dict[type[Carried], Callable[[str], Carried]] = {
    Question: lambda session: Question(id="x", session=session, text="Hoe?"),
    Parked: lambda session: Parked(id="x", session=session, text="Loon"),
    Action: lambda session: Action(id="x", session=session, text="Zaal"),
    Promise: lambda session: Promise(id="x", session=session, text="Cases"),
    Engagement: lambda session: Engagement(id="x", session=session, text="Brengt een case"),
    Theme: lambda session: Theme(id="x", session=session, text="Feedback"),
}


def three_sessions() -> Room:
    """The first of three sessions is going on."""
    here = room()
    here.do(network.open_session, session=here.session)
    for _ in range(2):
        here.do(network.plan_session)
    return here


def ids(here: Room) -> list[str]:
    return [session.id for session in network.sessions(here.state)]


@pytest.mark.parametrize("kind", CARRIED)
def test_everything_that_is_carried_lives_the_same_life(kind: type[Carried]) -> None:
    here = three_sessions()
    one, two, three = ids(here)
    here.state = here.state.after(holding(EACH[kind](one)))
    stands = [now(here)]

    def then(verb: Callable[..., object], **asked: object) -> None:
        here.do(verb, item="x", **asked)  # type: ignore[arg-type]
        stands.append(now(here))

    then(carried.plan, session=two)
    here.do(network.close_session, session=one)
    here.do(network.open_session, session=two)
    stands.append(now(here))
    then(carried.treat, session=two)
    then(carried.put_aside, session=two)
    then(carried.plan, session=three)
    then(carried.drop, session=two, words="te groot")
    then(carried.reopen, session=three)
    then(carried.close, session=three, words=" zo dus ")
    first = Status.PARKED if kind is Parked else Status.OPEN
    assert stands == [
        first,
        Status.PLANNED,
        Status.PLANNED,
        Status.TREATED,
        Status.PARKED,
        Status.PLANNED,
        Status.DROPPED,
        Status.REOPENED,
        Status.CLOSED,
    ]
    found = here.state.get(kind, "x")
    assert (found.session, found.treated, found.closed, found.words) == (one, two, three, "zo dus")
    assert "reopen it" in here.refused(carried.plan, item="x", session=three)


def holding(*records: Record) -> Change:
    """A change that puts these records in place."""
    return Change(say("Start"), puts=records)


def now(here: Room) -> Status:
    return carried.status(here.state, carried.carried(here.state, "x"))


def test_what_a_session_did_not_come_to_waits_as_it_did_before() -> None:
    here = three_sessions()
    one, two, _three = ids(here)
    here.state = here.state.after(holding(Question(id="x", session=one, text="Hoe?", treated=one)))
    here.do(carried.plan, item="x", session=two)
    here.do(network.close_session, session=two)
    assert now(here) is Status.TREATED
    here.do(carried.plan, item="x", session=None)
    assert here.only(Question).planned is None


def test_a_promise_that_was_kept_is_closed_until_a_later_session_says_otherwise() -> None:
    here = three_sessions()
    one, two, three = ids(here)
    here.do(promises.add_promises, texts=["Cases", " ", "cases", "Tips"], source="offers")
    cases, tips = here.state.all(Promise)
    assert (cases.text, cases.source, cases.session, tips.text) == ("Cases", "offers", one, "Tips")
    said = []
    for session, kept in ((two, Kept.PARTLY), (three, Kept.KEPT), (two, Kept.NOT_YET), (three, None)):
        here.do(promises.check_promise, promise=cases.id, session=session, kept=kept)
        said.append(carried.status(here.state, here.state.get(Promise, cases.id)))
    assert said == [Status.TREATED, Status.CLOSED, Status.CLOSED, Status.TREATED]
    assert here.state.get(Promise, cases.id).checks == {two: Kept.NOT_YET}


def asking(here: Room, number: int) -> None:
    """So many forms ask for a theme; the last one asks to deepen another."""
    activity = here.activity(ActivityKind.EVALUATION)
    forms = [Evaluation(id=f"f{n}", session=here.session, activity=activity, treat=("Loon",)) for n in range(number)]
    forms[-1] = replace(forms[-1], treat=("loon", "Feedback"))
    here.state = here.state.after(holding(*forms))


def test_what_forms_ask_for_and_a_session_announces_are_themes_before_they_are_records() -> None:
    here = three_sessions()
    one, two, _three = ids(here)
    asking(here, 4)
    assert all_themes(here.state) == [], "four forms tell nothing"
    asking(here, 5)
    here.do(network.plan_session, session=two, themes=["Feedback", "Talent"])
    found = {theme.text: theme for theme in all_themes(here.state)}
    assert [(t.text, t.source, t.weight, t.session, t.planned) for t in found.values()] == [
        ("Feedback", ThemeSource.FACILITATOR, 0, one, two),
        ("Talent", ThemeSource.FACILITATOR, 0, one, two),
        ("Loon", ThemeSource.EVALUATION, 5, one, None),
    ]
    here.do(carried.drop, item=found["Loon"].id, session=one)
    assert here.only(Theme).source is ThemeSource.EVALUATION
    assert carried.status(here.state, here.only(Theme)) is Status.DROPPED
    assert len(all_themes(here.state)) == 3, "it is the same theme"
    here.do(network.close_session, session=two)
    assert [theme.text for theme in all_themes(here.state)] == ["Loon", "Feedback"], "what is over was announced"


def test_a_session_that_is_over_is_no_agenda() -> None:
    here = three_sessions()
    assert here.state.get(Session, here.session).status is SessionStatus.OPEN
    assert here.refused(carried.treat, item="weg", session=here.session)
