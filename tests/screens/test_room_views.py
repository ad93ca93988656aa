"""What the room sees of the first half of a session, the programme and Home: all of it, large, nothing private."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from data.methods.agenda import TEMPLATES
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Countdown,
    DateSettings,
    Exchange,
    ExchangeStep,
    Participant,
    Presence,
    Profile,
    Question,
    Record,
    Round,
    Session,
    SessionStatus,
    State,
)
from data.network.glance import Glance
from data.verbs.speed_dates import CHANGE, TALK
from screens.network.room import home, programme
from screens.shell.room import Moment, projected
from widgets.large_entries import column_of
from widgets.letters import NARROW, SMALL, STANDING_ALONE, STOUT, TALL, Size
from widgets.projected import Item, Projected
from widgets.projection import laid_out

ROOMS = ((80, 24), (120, 36), (200, 50))
NOW = datetime.fromisoformat("2027-03-16T14:31:00+01:00")
FIRST = (
    *("An", "Bilal", "Chris", "Dorien", "Els", "Femke", "Gert", "Hanne", "Ilse", "Jonas"),
    *("Karel", "Lien", "Marie", "Noor", "Omar", "Pieter", "Qadir", "Rosa", "Stef", "Tine"),
)
LAST = (
    *("Peeters", "Aktas", "De Smet", "Maes", "Vandamme", "Jacobs", "Willems"),
    *("Claes", "Goossens", "Mertens", "Wouters", "Hermans", "Yilmaz"),
)
PROMPT = "Waar ben je in je werk het meest trots op, en wie weet dat?"
THEME = "Talent zien en laten groeien"


def people(count: int) -> list[Participant]:
    """So many people, no two of the same name."""
    return [
        Participant(id=f"p{n}", name=f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}", organisation=f"Stad {n}")
        for n in range(count)
    ]


FULL = sorted({item.kind for template in TEMPLATES[:3] for item in template.items}, key=list(ActivityKind).index)
"""A full session: every kind of a kick-off, a working and a closing session, one after the other."""


def moment(kind: ActivityKind, count: int, *records: Record, here: int | None = None, **of_activity: object) -> Moment:
    """A session with so many people, of whom so many are here, in one activity of this kind after two others."""
    everybody = people(count)
    going = Activity(
        id="a",
        session="s",
        kind=kind,
        position=2,
        minutes=30,
        started=NOW.isoformat(),
        **of_activity,  # type: ignore[arg-type]
    )
    others = [
        Activity(
            id=f"o{n}",
            session="s",
            kind=other,
            position=n if n < 2 else n + 2,
            minutes=20,
            started=in_seconds(n * 600 - 3600) if n < 2 else "",
            ended=in_seconds(n * 600 - 3000) if n < 2 else "",
        )
        for n, other in enumerate(one for one in FULL if one is not kind)
    ]
    session = Session(
        id="s",
        number=2,
        date="2027-03-16",
        starts="13:30",
        place="Gent",
        status=SessionStatus.OPEN,
        now="a",
        themes=(THEME,),
    )
    there = [
        Attendance(id=f"h{n}", session="s", participant=f"p{n}", presence=Presence.PRESENT)
        for n in range(count if here is None else here)
    ]
    away = [
        Attendance(
            id=f"x{n}",
            session="s",
            participant=f"p{n}",
            presence=Presence.EXCUSED if n % 2 else Presence.NOT_EXCUSED,
            reason=f"geheime reden {n}",
        )
        for n in range(count if here is None else here, count - 2 if here else 0)
    ]
    kept = {each.id: each for each in (Profile(id="n", name="Klankbordgroep"), *everybody, session, *others, going)}
    kept |= {each.id: each for each in (*there, *away, *records)}
    state = State.holding(kept.values())
    return Moment(state, state.get(Activity, "a"), NOW)


def in_seconds(seconds: int) -> str:
    return (NOW + timedelta(seconds=seconds)).isoformat()


def rounds(count: int, prompt: str = PROMPT, *, talking: bool) -> list[Round]:
    """Three rounds in pairs (and a trio for an odd number): the first was held, the second is talked in or comes."""
    made = []
    for number in range(3):
        turned = [f"p{n}" for n in range(count)]
        half = count // 2
        across = turned[half + number :] + turned[half : half + number]
        tables = [tuple(pair) for pair in zip(turned[:half], across, strict=False)]
        if count % 2:
            tables[-1] = (*tables[-1], across[-1])
        made.append(
            Round(
                id=f"r{number}",
                session="s",
                activity="a",
                number=number + 1,
                tables=tuple(tables),
                prompt=prompt,
                held=number == 0,
                started=NOW.isoformat() if number == 0 or (number == 1 and talking) else "",
            )
        )
    return made


def dates(count: int, left: int | None, *, talking: bool) -> Moment:
    """Speed dates in a talk of four minutes, or in the change after it, with so many seconds left."""
    total, what = (240, TALK) if talking else (45, CHANGE)
    clock = None if left is None else Countdown(ends=in_seconds(left), total=total, what=what)
    return moment(
        ActivityKind.SPEED_DATES, count, *rounds(count, talking=talking), dates=DateSettings(), countdown=clock
    )


def table(count: int, said: int, speaking: str | None = "p3") -> Moment:
    """A round table in which the fourth has the floor and said so much."""
    asked = ("Hoe spoor je talent op?", "Cases uit kleine bedrijven", "Hoe begin je een talentgesprek?")
    lines = [
        Question(id=f"q{n}", session="s", participant="p3", activity="a", text=text)
        for n, text in enumerate(asked[:said])
    ]
    return moment(ActivityKind.ROUND_TABLE, count, *lines, speakers=("p1", "p2", "p3"), speaking=speaking)


def pause(left: int) -> Moment:
    return moment(ActivityKind.BREAK, 15, countdown=Countdown(ends=in_seconds(left), total=900, what="break"))


def the_programme(count: int) -> Projected:
    going = moment(ActivityKind.BRAINSTORM, count)
    return programme(going.state, going.session, NOW)


def at_home() -> Projected:
    coming = Session(id="s", number=2, date="2027-03-16", starts="13:30", place="Gent", themes=(THEME,))
    return home(Glance("Klankbordgroep talent", coming, 3, 1), NOW)


VIEWS: Mapping[str, Callable[[int], Projected]] = {
    "check-in, expected": lambda count: projected(moment(ActivityKind.CHECK_IN, count, here=0)),
    "check-in, here": lambda count: projected(moment(ActivityKind.CHECK_IN, count)),
    "round table, begin": lambda count: projected(table(count, 0, None)),
    "round table, speaker": lambda count: projected(table(count, 3)),
    "speed dates, talk": lambda count: projected(dates(count, 167, talking=True)),
    "speed dates, soon": lambda count: projected(dates(count, 20, talking=True)),
    "speed dates, change": lambda count: projected(dates(count, 30, talking=False)),
    "speed dates, seats": lambda count: projected(dates(count, None, talking=False)),
    "break": lambda count: projected(pause(700)),
    "programme": the_programme,
    "home": lambda count: at_home(),
}

FLOORS: Mapping[str, Mapping[int, str]] = {
    "check-in, expected": {15: "narrow/narrow slim/narrow giant/tall", 30: "tall/plain tall/narrow slim/tall"},
    "check-in, here": {15: "narrow/narrow slim/narrow giant/tall", 30: "tall/plain tall/narrow slim/tall"},
    "round table, begin": {15: "tall/small slim/narrow giant/tall", 30: "tall/small slim/narrow giant/tall"},
    "round table, speaker": {15: "slim/plain large/narrow giant/tall", 30: "slim/plain large/narrow giant/tall"},
    "speed dates, talk": {15: "tall/plain giant/narrow huge/tall", 30: "tall/plain slim/small huge/narrow"},
    "speed dates, soon": {15: "tall/plain slim/narrow giant/tall", 30: "tall/plain giant/plain giant/narrow"},
    "speed dates, change": {15: "tall/small giant/narrow giant/tall", 30: "slim/plain narrow/small huge/narrow"},
    "speed dates, seats": {15: "tall/narrow tall/tall large/tall", 30: "slim/plain slim/small giant/narrow"},
    "break": {15: "large/narrow huge/tall enormous/large", 30: "large/narrow huge/tall enormous/large"},
    "programme": {15: "narrow/small narrow/narrow large/tall", 30: "narrow/small narrow/narrow large/tall"},
    "home": {15: "tall/narrow slim/narrow large/tall", 30: "tall/narrow slim/narrow large/tall"},
}
"""For each view, with 15 and with 30 people: the smallest giant text and list at each of the three sizes of screen."""

CAP = (3, 3, 7)
"""Rows that a capital of the giant text takes at the least, whatever the view: the back row reads it."""

PROMPTS = (NARROW, NARROW, TALL)
"""What goes with the giant text, such as the prompt of a talk, is no smaller than this."""


@pytest.mark.parametrize("place", range(3), ids=[f"{width}x{height}" for width, height in ROOMS])
@pytest.mark.parametrize("count", [15, 30])
@pytest.mark.parametrize("name", VIEWS)
def test_a_room_view_shows_all_of_it_and_large(name: str, count: int, place: int) -> None:
    view, room = VIEWS[name](count), ROOMS[place]
    drawn = laid_out(view, *room)
    assert not drawn.left_out
    assert len(drawn.lines) <= room[1]
    assert all(line.cell_length <= room[0] for line in drawn.lines)
    giant, listed = FLOORS[name][count].split()[place].split("/")
    assert STANDING_ALONE.index(drawn.sizes.giant) <= STANDING_ALONE.index(named(giant)), drawn.sizes
    assert STANDING_ALONE.index(drawn.sizes.listed) <= STANDING_ALONE.index(named(listed)), drawn.sizes
    assert drawn.sizes.giant.cap >= CAP[place]
    if view.lead:
        assert STANDING_ALONE.index(drawn.sizes.lead) <= STANDING_ALONE.index(PROMPTS[place]), drawn.sizes


def test_every_view_has_its_floors() -> None:
    assert FLOORS.keys() == VIEWS.keys()


def named(size: str) -> Size:
    return next(one for one in STANDING_ALONE if one.name == size)


def said(view: Projected) -> str:
    """All that stands in a view."""
    items = [part for item in view.items for part in (item.label, item.text, item.short, item.aside, item.below)]
    return "\n".join((view.status, view.giant, view.lead, view.asked, view.network, view.clock, *items))


# -- what it shows


@pytest.mark.parametrize("count", [15, 30])
def test_the_check_in_welcomes_and_names_who_is_here(count: int) -> None:
    view = projected(moment(ActivityKind.CHECK_IN, count, here=count - 5))
    assert view.giant == THEME
    assert view.status == f"Welkom · {count - 5} van {count} aanwezig"
    assert {item.text for item in view.items} == {who.name for who in people(count)[: count - 5]}
    asked = replace(moment(ActivityKind.CHECK_IN, count, question="Wat bracht je vandaag mee?"))
    assert projected(asked).giant == "Wat bracht je vandaag mee?"
    nobody = projected(moment(ActivityKind.CHECK_IN, count, here=0))
    assert {item.text for item in nobody.items} == {who.name for who in people(count)}


def test_the_round_table_shows_who_speaks_what_was_said_and_who_comes_next() -> None:
    view = projected(table(15, 2))
    assert view.giant == "Dorien\u00a0Maes"
    assert view.lead == view.question == "Wat wil je precies leren?"
    assert [item.text for item in view.items] == [
        "Hoe spoor je talent op?",
        "Cases uit kleine bedrijven",
        "hierna An · Els",
    ]
    assert view.status == "Tafelronde · 2 gehoord"


@pytest.mark.parametrize("count", [15, 30])
def test_the_seats_stand_beside_the_clock_and_the_next_ones_towards_the_end(count: int) -> None:
    talk = projected(dates(count, 167, talking=True))
    assert (talk.giant, talk.lead, talk.question) == ("02:47", PROMPT, PROMPT)
    assert talk.left == pytest.approx(167 / 240)
    assert all(who.name in said(talk) for who in people(count))
    assert talk.beside
    soon = projected(dates(count, 20, talking=True))
    assert soon.items[0].heading
    assert soon.items[1:] != talk.items
    assert all(who.name in said(soon) for who in people(count))
    change = projected(dates(count, 30, talking=False))
    assert change.question == PROMPT
    assert change.status == "Zoek je plaats · Ronde 2 van 3 · ● blijft zitten"
    assert change.items[0].text.startswith("● An Peeters · ")


def test_a_break_shows_the_hour_then_that_we_go_on() -> None:
    view = projected(pause(700))
    assert (view.giant, view.lead) == ("14:42", "Dan gaan we verder")
    assert [item.text for item in view.items] == ["11:40 te gaan"]
    assert view.question == "Iedereen terug om 14:42"
    assert projected(pause(-5)).giant == "We gaan verder"
    before = projected(moment(ActivityKind.BREAK, 15))
    assert (before.giant, before.lead) == ("Pauze", "30 minuten")
    held = projected(moment(ActivityKind.BREAK, 15, ended=in_seconds(420)))
    assert (held.giant, held.lead) == ("Pauze", "tot 14:38")


def test_what_an_exchange_leaves_open_stands_below_its_question_under_its_name() -> None:
    left = Question(id="q", session="s", participant="p3", activity="a", text="Wie begint?")
    step = Exchange(step=ExchangeStep.OPEN)
    view = projected(moment(ActivityKind.EXCHANGE, 15, left, question="Wat hielp?", exchange=step))
    assert [(item.text, item.heading) for item in view.items] == [("Nog open", True), ("Wie begint?", False)]
    nothing = projected(moment(ActivityKind.EXCHANGE, 15, question="Wat hielp?", exchange=step))
    assert nothing.giant == "Wat hielp?" and not nothing.items


def test_the_programme_shows_the_theme_and_what_is_now() -> None:
    view = the_programme(15)
    assert view.giant == view.question == THEME
    assert [item.text for item in view.items][:3] == ["Check-in ✓", "Tafelronde ✓", "Brainstorm ◂"], (
        "names begin under each other"
    )
    assert [item.now for item in view.items].count(True) == 1
    assert all(item.label[:1].isdigit() for item in view.items)


def test_two_themes_of_a_session_stand_on_lines_of_their_own_over_the_programme() -> None:
    """The second began at the end of a line of the first, for air in the list."""
    going = moment(ActivityKind.BRAINSTORM, 15)
    session = replace(going.session, themes=("Leren inplannen in een gewone werkweek", "Hoe gaan we verder?"))
    drawn = laid_out(programme(going.state, session, NOW), 80, 24)
    giant = [row for row in drawn.lines[:17] if "$accent" in str(row.spans)]
    assert drawn.giant is STOUT
    assert len(giant) > 3 * drawn.giant.cap, "three lines: two of the first theme, one of the second"


def test_where_the_hours_leave_the_programme_in_ordinary_text_its_names_alone_are_drawn() -> None:
    going = moment(ActivityKind.BRAINSTORM, 15)
    session = replace(going.session, themes=("Leren inplannen in een gewone werkweek", "Hoe gaan we verder?"))
    view = programme(going.state, session, NOW)
    assert [item.text for item in view.shorter] == [item.text for item in view.items]
    assert not any(item.label for item in view.shorter)
    names = ("Check-in", "Kennismaking", "Tafelronde", "Brainstorm", "Pauze", "Besluit", "Samenvatting", "Evaluatie")
    few = replace(view, items=tuple(Item(name, "14:04") for name in names), shorter=tuple(Item(name) for name in names))
    assert laid_out(few, 80, 23).listed is SMALL


def test_home_shows_the_network_and_when_it_goes_on() -> None:
    view = at_home()
    assert (view.giant, view.lead) == ("Klankbordgroep talent", "sessie\u00a02 · di\u00a016\u00a0maart · 13:30")
    assert [item.text for item in view.items] == ["Gent"], "what is open is not for the room"


def test_home_has_a_line_of_status_that_names_the_program_once() -> None:
    """Home and a new network began higher on the wall than all else that the room sees."""
    assert (at_home().network, at_home().clock) == ("● kring", "14:31")
    nothing = home(None, NOW)
    assert (nothing.giant, nothing.network, nothing.clock) == ("● kring", "", "14:31")


# -- what is not for the room


@pytest.mark.parametrize("name", VIEWS)
def test_no_reason_no_organisation_and_no_advice_is_shown(name: str) -> None:
    text = said(VIEWS[name](15))
    for private in ("geheime reden", "Stad ", "loopt", "achter", "voor op schema", "F5", "Spatie", "klaar om"):
        assert private not in text


def test_of_who_is_not_here_nothing_is_said_but_how_many() -> None:
    view = projected(moment(ActivityKind.CHECK_IN, 15, here=9))
    assert not any(who.name in said(view) for who in people(15)[9:])
    for word in ("afwezig", "verwittigd", "nog niet"):
        assert word not in said(view)


def test_before_anybody_came_who_is_known_to_be_away_is_not_expected() -> None:
    away = Attendance(id="w", session="s", participant="p4", presence=Presence.NOT_EXCUSED, reason="geheime reden")
    view = projected(moment(ActivityKind.CHECK_IN, 15, away, here=0))
    assert "Els Vandamme" not in said(view)
    assert len(view.items) == 14


def test_who_was_not_heard_yet_is_not_shown_but_for_who_comes_next() -> None:
    text = said(projected(table(15, 2)))
    assert not any(who.name.split()[0] in text for who in people(15)[5:])


def test_others_do_not_read_what_somebody_else_said() -> None:
    secret = Question(id="z", session="s", participant="p7", activity="a", text="vraag van een ander")
    now = table(15, 1)
    kept = [record for rows in now.state.tables.values() for record in rows.values()]
    state = State.holding([*kept, secret])
    assert "vraag van een ander" not in said(projected(Moment(state, now.activity, NOW)))


def test_the_seats_of_the_next_round_are_not_shown_while_the_end_is_far() -> None:
    talk = said(projected(dates(15, 167, talking=True)))
    assert "hierna" not in talk


@pytest.mark.parametrize("room", ROOMS)
def test_a_second_later_nothing_of_a_list_is_broken_into_lines_anew(room: tuple[int, int]) -> None:
    laid_out(projected(dates(30, 167, talking=True)), *room)
    broken = column_of.cache_info().misses
    laid_out(projected(dates(30, 166, talking=True)), *room)
    assert column_of.cache_info().misses == broken


def test_what_is_different_a_second_later_takes_as_much_room() -> None:
    """All sizes were tried again at every second of a clock."""
    now, later = (projected(dates(15, left, talking=True)) for left in (167, 166))
    assert now != later and now.still == later.still
    assert projected(dates(14, 166, talking=True)).still != later.still
