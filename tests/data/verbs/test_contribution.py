"""Contributions: asked for a session to come, announced, brought, and followed up when they were not."""

from msgspec.structs import replace

from data.model import (
    ActivityKind,
    Change,
    ContributionStep,
    Engagement,
    EngagementKind,
    Fate,
    Heard,
    Session,
    Status,
    Strand,
    say,
)
from data.report.heard import contributed
from data.report.recap import next_time
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Version
from data.verbs import contribution as verbs
from data.verbs import programme
from data.verbs.agenda import put_on_agenda
from data.verbs.heard import hear, remove_heard
from data.verbs.invitation import expected
from data.verbs.network import plan_session
from data.verbs.pending import pending
from data.verbs.programme import set_question
from data.verbs.steps import go_to
from tests.data.verbs.room import Room, room

ASKED = "Hoe jullie het papierwerk klein houden; Ziekenhuis B; vóór de pauze"


def bringing() -> tuple[Room, str]:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.CONTRIBUTION)
    return here, here.begin(ActivityKind.CONTRIBUTION)


def test_it_is_asked_of_a_participant_or_an_organisation_for_the_session_to_come() -> None:
    here, item = bringing()
    here.do(verbs.ask_contribution, session=here.session, text=ASKED)
    coming = here.last(Session)
    assert coming.number == 2, "without a session to come one is planned"
    asked = here.only(Engagement)
    assert (asked.kind, asked.named, asked.due) == (EngagementKind.CONTRIBUTION, "Ziekenhuis B", "vóór de pauze")
    here.do(verbs.ask_contribution, session=here.session, text="Een functiekaart; Karel, Els")
    assert here.last(Engagement).who == (here.who("Karel"), here.who("Els"))
    assert not asked.who, "an organisation is not the one person of it"
    assert verbs.contributions(here.state, coming.id) == verbs.asked_next(here.state, here.session)
    waiting = [each for each in pending(here.state) if each.strand is Strand.ENGAGEMENTS]
    assert [(each.text, each.status) for each in waiting] == [
        ("Hoe jullie het papierwerk klein houden", Status.PLANNED),
        ("Een functiekaart", Status.PLANNED),
    ]
    assert not verbs.brought_in(here.state, here.fresh(item)), "not today"
    here.do(verbs.ask_now, activity=item, text="Een planning; ziekenhuis b, Karel")
    today = here.last(Engagement)
    assert (today.named, today.who) == ("Ziekenhuis B", (here.who("Karel"),))
    assert today not in verbs.asked_next(here.state, here.session)
    assert not expected(here.state), "the invitation asks nobody by name"


def test_what_is_asked_while_a_session_is_held_is_for_the_one_after_it_also_when_nobody_said_that_it_began() -> None:
    here = room()
    here.do(plan_session, template="working")
    planned = here.last(Session).id
    here.do(verbs.ask_contribution, session=planned, text="Een kaart; Karel")
    assert here.last(Engagement).planned == planned, "while it is prepared"
    here.do(verbs.ask_contribution, session=planned, text="Een planning; Karel", beyond=True)
    assert here.last(Session).number == 3
    assert here.last(Engagement).planned == here.last(Session).id
    assert [each.text for each in verbs.asked_next(here.state, planned)] == ["Een planning"]


def test_an_organisation_is_meant_by_the_begin_of_its_words_where_that_is_nobody_s_name() -> None:
    here, item = bringing()
    here.do(verbs.ask_now, activity=item, text="Een planning; zieken b")
    assert (here.last(Engagement).named, here.last(Engagement).who) == ("Ziekenhuis B", ())
    here.do(verbs.ask_now, activity=item, text="Een kaart; Karel")
    assert (here.last(Engagement).named, here.last(Engagement).who) == ("", (here.who("Karel"),))


def test_what_is_not_clear_is_refused_with_what_to_type() -> None:
    here, item = bringing()
    assert "after a semicolon" in here.refused(verbs.ask_contribution, session=here.session, text="Een kaart")
    assert "what you ask" in here.refused(verbs.ask_contribution, session=here.session, text="; Karel")
    assert "could be" in here.refused(verbs.ask_now, activity=item, text="Een kaart; An")


def test_what_is_told_closes_it_and_taking_that_away_opens_it_again() -> None:
    here, item = bringing()
    here.do(verbs.ask_now, activity=item, text="Een functiekaart; Karel")
    asked = here.only(Engagement)
    here.do(hear, activity=item, text="Eén blad per functie", part=asked.id, participant=asked.who[0])
    closed = here.only(Engagement)
    assert (closed.fate, closed.closed, closed.words) == (Fate.CLOSED, here.session, "Eén blad per functie")
    assert "remove those lines" in here.refused(verbs.take_back, contribution=asked.id)
    here.do(remove_heard, said=here.only(Heard).id)
    assert here.only(Engagement).waits
    here.do(verbs.edit_contribution, contribution=asked.id, text="Twee kaarten; Lien; mei")
    assert verbs.as_typed(here.state, here.only(Engagement)) == "Twee kaarten; Lien Vermeulen; mei"
    here.do(verbs.take_back, contribution=asked.id)
    assert not here.state.all(Engagement)


def test_one_goes_from_each_contribution_to_what_is_taken_and_what_is_asked() -> None:
    here, item = bringing()
    assert verbs.stops(here.state, here.fresh(item)) == [(step, "") for step in ContributionStep]
    for who in ("Karel", "Els"):
        here.do(verbs.ask_now, activity=item, text=f"Een kaart van {who}; {who}")
    seen = [verbs.stop(here.state, here.fresh(item))]
    while there := verbs.stop_beside(here.state, here.fresh(item), 1):
        here.do(go_to, activity=item, step=there[0].value, treats=there[1])
        seen.append(verbs.stop(here.state, here.fresh(item)))
    assert seen == verbs.stops(here.state, here.fresh(item))
    second = here.last(Engagement).id
    here.do(go_to, activity=item, step="brought", treats=second)
    here.do(plan_session, date="2027-05-04")
    here.do(put_on_agenda, item=second, session=here.session)
    assert [each.text for each in verbs.brought_in(here.state, here.fresh(item))] == ["Een kaart van Karel"]
    assert verbs.stop(here.state, here.fresh(item)) == (ContributionStep.BROUGHT, here.state.all(Engagement)[0].id)


def test_two_activities_share_what_is_asked_by_what_each_is_about() -> None:
    here, first = bringing()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.CONTRIBUTION)
    here.do(verbs.ask_now, activity=first, text="Een kaart; Karel")
    (second,) = [i for i in programme.of_kind(here.state, here.session, ActivityKind.CONTRIBUTION) if i.id != first]
    assert len(verbs.brought_in(here.state, second)) == 1
    about = replace(here.fresh(first), about=(here.only(Engagement).id,))
    here.state = here.state.after(Change(say("Start"), puts=(about,)))
    assert not verbs.brought_in(here.state, second)


def test_it_is_announced_and_what_came_of_it_told_in_the_summary_and_not_to_a_commissioner() -> None:
    here, item = bringing()
    here.do(verbs.ask_contribution, session=here.session, text=ASKED)
    here.do(verbs.ask_now, activity=item, text="Een functiekaart; Karel")
    here.do(set_question, activity=item, question="Wat kan bij ons?")
    here.do(hear, activity=item, text="Eén blad per functie", part=here.last(Engagement).id)
    here.do(hear, activity=item, text="Klein beginnen", part="taken")
    view = summary(here.state, here.session)
    (told,) = view.contributions
    assert [(one.text, one.who, one.said) for one in told.brought] == [
        ("Een functiekaart", ("Karel Wouters",), ("Eén blad per functie",))
    ]
    assert told.taken == ("Klein beginnen",)
    written = str([*contributed(view, Tongue("nl")), *next_time(view, Tongue("nl"))])
    for text in ("Karel Wouters", "Klein beginnen", "papierwerk", "Ziekenhuis B", "vóór de pauze"):
        assert text in written
    assert summary(here.state, here.session, Naming.NONE).contributions[0].brought[0].who == ()
    assert not summary(here.state, here.session, Naming.FULL, Version.COMMISSIONER).contributions
