"""Who is in the room, the programme and its clock are kept field by field, and the rest stays as it was."""

from msgspec.structs import replace

from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Participant,
    Presence,
    Role,
    Session,
)
from data.verbs import check_in, clock, network, programme
from tests.data.verbs.room import Room, room


def of(here: Room, who: str) -> Attendance:
    return check_in.attendance(here.state, here.session)[here.who(who)]


def test_each_way_of_being_there_keeps_only_what_belongs_to_it() -> None:
    here = room()
    karel, session = here.who("Karel"), here.session
    there = {"session": session, "participant": karel}
    change = here.do(check_in.arrive, **there)
    here_first = Attendance(id=of(here, "Karel").id, session=session, participant=karel, presence=Presence.PRESENT)
    assert of(here, "Karel") == here_first
    assert change.label.fills == {"name": "Karel Wouters"}
    here.do(check_in.arrive, **there, since="13:45")
    assert of(here, "Karel") == replace(here_first, since="2027-03-16T13:45:00+01:00")
    here.later(60)
    here.do(check_in.leave, **there)
    left = replace(of(here, "Karel"), presence=Presence.LEFT, until=here.now.isoformat())
    assert of(here, "Karel") == left == replace(left, since="2027-03-16T13:45:00+01:00")
    here.later(5)
    assert here.do(check_in.leave, **there).puts == ()
    here.do(check_in.leave, **there, until="14u10")
    assert of(here, "Karel").until == "2027-03-16T14:10:00+01:00"
    here.do(check_in.arrive, **there)
    assert of(here, "Karel") == replace(left, presence=Presence.PRESENT, until=""), "back, and there since the start"
    here.do(check_in.set_presence, **there, presence=Presence.EXCUSED, reason=" ziek ")
    assert of(here, "Karel") == replace(here_first, presence=Presence.EXCUSED, reason="ziek")
    here.do(check_in.set_presence, **there, presence=Presence.NOT_EXCUSED)
    assert of(here, "Karel") == replace(here_first, presence=Presence.NOT_EXCUSED)
    assert here.do(check_in.set_presence, **there, presence=Presence.NOT_EXCUSED).puts == ()
    here.do(check_in.set_presence, **there, presence=Presence.LEFT)
    assert of(here, "Karel").presence is Presence.LEFT
    here.do(check_in.set_presence, **there, presence=Presence.PRESENT)
    assert of(here, "Karel").presence is Presence.PRESENT
    here.do(check_in.forget_presence, **there)
    assert karel not in check_in.attendance(here.state, session)
    assert here.ask(check_in.forget_presence, **there).drops == ()


def test_who_leaves_before_anything_was_known_has_left() -> None:
    here = room()
    here.do(check_in.leave, session=here.session, participant=here.who("Els"))
    assert (of(here, "Els").presence, of(here, "Els").since) == (Presence.LEFT, "")


def test_an_activity_in_which_nothing_was_said_can_be_taken_out() -> None:
    here = room()
    for kind in (ActivityKind.BRAINSTORM, ActivityKind.SPEED_DATES):
        here.do(programme.remove_activity, activity=here.activity(kind))
    assert not here.state.where(Activity, lambda item: item.kind is ActivityKind.BRAINSTORM)


def test_presence_is_that_of_one_session() -> None:
    here = room()
    here.do(network.plan_session)
    second = here.last(Session).id
    here.do(check_in.arrive, session=second, participant=here.who("Karel"))
    assert check_in.attendance(here.state, here.session) == {}
    here.do(check_in.rest_absent, session=here.session)
    assert {kept.presence for kept in check_in.attendance(here.state, here.session).values()} == {Presence.NOT_EXCUSED}
    assert [who.name for who in check_in.present(here.state, second)] == ["Karel Wouters"]
    assert len(check_in.unknown(here.state, second)) == 5


def test_the_hour_is_noted_ten_minutes_after_the_start_or_once_the_check_in_is_over() -> None:
    here = room()
    karel, lien, an, els = (here.who(name) for name in ("Karel", "Lien", "An P", "Els"))
    for minutes, who, noted in ((10, karel, False), (1, lien, True)):
        here.later(minutes)
        here.do(check_in.arrive, session=here.session, participant=who)
        assert bool(check_in.attendance(here.state, here.session)[who].since) is noted
    here.begin(ActivityKind.CHECK_IN)
    here.do(check_in.arrive, session=here.session, participant=an)
    assert of(here, "An P").since == ""
    here.begin(ActivityKind.ROUND_TABLE)
    here.do(check_in.arrive, session=here.session, participant=els)
    assert of(here, "Els").since == here.now.isoformat()
    here.do(check_in.add_and_arrive, session=here.session, name="Wout Daems", organisation="Water C", function="m")
    wout = here.last(Participant)
    assert wout == Participant(id=wout.id, name="Wout Daems", organisation="Water C", function="m")
    assert of(here, "Wout").since == here.now.isoformat()
    here.do(network.plan_session)
    assert not check_in.is_late(here.state, here.last(Session).id, here.now), "a session without an hour has no late"


def test_somebody_unexpected_comes_as_what_they_are() -> None:
    here = room()
    here.do(check_in.add_and_arrive, session=here.session, name="Wout Daems", role=Role.OBSERVER)
    wout = here.last(Participant)
    assert wout == Participant(id=wout.id, name="Wout Daems", role=Role.OBSERVER)
    assert of(here, "Wout") == Attendance(
        id=of(here, "Wout").id, session=here.session, participant=wout.id, presence=Presence.PRESENT
    )
    assert "name" in here.refused(check_in.add_and_arrive, session=here.session, name=" ")


def test_who_was_at_three_of_four_sessions_is_the_steady_core() -> None:
    here = room()
    karel, lien = here.who("Karel"), here.who("Lien")
    assert check_in.steady_core(here.state) == [], "no session began"
    for number in range(5):
        if number:
            here.do(network.plan_session)
        session = network.sessions(here.state)[number].id
        if number < 4:
            here.do(network.open_session, session=session)
        for who in (karel, lien):
            if number < (3 if who == karel else 2) or number == 4:
                here.do(check_in.arrive, session=session, participant=who)
    here.do(check_in.leave, session=here.session, participant=karel)
    assert check_in.times_attended(here.state)[karel] == 3, "who left was there, and what is to come does not count"
    assert check_in.times_attended(here.state)[lien] == 2
    assert [who.id for who in check_in.steady_core(here.state)] == [karel]


# -- the programme and its clock


def test_an_activity_is_added_with_all_that_was_typed() -> None:
    here = room()
    here.do(
        programme.add_activity,
        session=here.session,
        kind=ActivityKind.BRAINSTORM,
        title=" Ideeën ",
        minutes=0,
        question=" Hoe? ",
    )
    added = here.last(Activity)
    before = programme.programme(here.state, here.session)
    place = before.index(added)
    assert before[place - 1].position < added.position < before[place + 1].position
    assert added == Activity(
        id=added.id,
        session=here.session,
        kind=ActivityKind.BRAINSTORM,
        position=added.position,
        title="Ideeën",
        minutes=0,
        question="Hoe?",
    )
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BREAK)
    usual = here.last(Activity)
    assert usual == Activity(
        id=usual.id, session=here.session, kind=ActivityKind.BREAK, position=usual.position, minutes=15
    )


def test_what_is_added_comes_before_an_ending_that_did_not_begin() -> None:
    here = room()
    here.begin(ActivityKind.EVALUATION)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BREAK)
    order = [item.kind for item in programme.programme(here.state, here.session)]
    assert order[-3:] == [ActivityKind.EVALUATION, ActivityKind.BREAK, ActivityKind.CLOSE]
    here.begin(ActivityKind.CLOSE)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION)
    assert programme.programme(here.state, here.session)[-1].kind is ActivityKind.DECISION
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.CLOSE)
    assert programme.programme(here.state, here.session)[-1].kind is ActivityKind.CLOSE


def test_what_is_added_to_an_empty_programme_or_behind_something_stands_there() -> None:
    here = room()
    here.do(network.plan_session)
    second = here.last(Session).id
    for kind in (ActivityKind.CLOSE, ActivityKind.BREAK, ActivityKind.CHECK_IN):
        here.do(programme.add_activity, session=second, kind=kind)
    items = programme.programme(here.state, second)
    assert [item.kind for item in items] == [ActivityKind.BREAK, ActivityKind.CHECK_IN, ActivityKind.CLOSE]
    assert items[2].position == 1, "the first that was put there"
    here.do(programme.add_activity, session=second, kind=ActivityKind.DECISION, after=items[1].id)
    assert programme.programme(here.state, second)[2].kind is ActivityKind.DECISION
    here.do(programme.add_activity, session=second, kind=ActivityKind.EVALUATION, after=items[2].id)
    assert programme.programme(here.state, second)[-1].kind is ActivityKind.EVALUATION


def test_a_clock_is_given_and_loses_time() -> None:
    here = room()
    item = here.begin(ActivityKind.BREAK)
    here.do(clock.start, activity=item, seconds=90.5, what="break")
    timer = here.fresh(item).countdown
    assert timer is not None and (timer.total, timer.what, timer.left) == (91, "break", None)
    here.later(1)
    here.do(clock.pause, activity=item)
    paused = here.fresh(item).countdown
    assert paused == replace(timer, ends="", left=31)
    here.do(clock.add, activity=item, seconds=30)
    assert here.fresh(item).countdown == replace(timer, ends="", left=61, total=121)
    here.do(clock.add, activity=item, seconds=-500)
    assert here.fresh(item).countdown == replace(timer, ends="", left=0, total=1)
    here.do(clock.resume, activity=item)
    over = here.fresh(item).countdown
    assert over is not None and clock.left(over, here.now) == 0
    assert here.do(clock.resume, activity=item).puts == ()
    here.do(clock.add, activity=item, seconds=2 * clock.LONGEST)
    longest = here.fresh(item).countdown
    assert longest is not None and clock.left(longest, here.now) == clock.LONGEST
    here.later(24 * 60 + 1)
    here.do(clock.pause, activity=item)
    past = here.fresh(item).countdown
    assert past is not None and past.what == "break"
    here.do(clock.start, activity=item, seconds=60)
    again = here.fresh(item).countdown
    assert again is not None and again.what == ""
    assert past is not None and (past.left, clock.left(past, here.now)) == (0, 0.0)
