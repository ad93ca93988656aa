"""How somebody is in this session: what the room reads, and what it does not while it looks along."""

from __future__ import annotations

import pytest

from data.i18n import set_language, told
from data.model import Attendance, Participant, Presence, Role
from data.words import ROLES
from screens.shell.presence import MARKS, UNKNOWN, about, brief, counts, mark, state, with_hour


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


def being(presence: Presence, *, since: str = "", until: str = "", reason: str = "") -> Attendance:
    return Attendance(id="a", session="s", participant="p", presence=presence, since=since, until=until, reason=reason)


# While the room is watching, nobody sees who stayed away without a word.


def test_who_is_absent_without_a_word_looks_as_who_is_excused_while_the_room_looks_along() -> None:
    excused, not_excused = being(Presence.EXCUSED), being(Presence.NOT_EXCUSED)
    assert mark(not_excused, hidden=True) == mark(excused, hidden=True) == MARKS[Presence.EXCUSED]
    assert mark(not_excused, hidden=False) != mark(excused, hidden=False)
    assert mark(not_excused, hidden=False) == MARKS[Presence.NOT_EXCUSED]


def test_absent_without_a_word_is_only_absent_while_the_room_looks_along() -> None:
    assert state(being(Presence.NOT_EXCUSED), hidden=True) == "absent"
    assert state(being(Presence.NOT_EXCUSED), hidden=False) == "not excused"


def test_the_room_is_told_how_many_are_absent_and_never_how() -> None:
    there = [being(Presence.EXCUSED), being(Presence.NOT_EXCUSED), being(Presence.NOT_EXCUSED)]
    assert counts(3, there)[1] == "3 absent"


@pytest.mark.parametrize("presence", list(Presence))
@pytest.mark.parametrize("hidden", [True, False])
def test_the_reason_of_an_absence_stands_in_no_words(presence: Presence, hidden: bool) -> None:
    here = being(presence, reason="in hospital")
    assert "hospital" not in " ".join((*mark(here, hidden=hidden), state(here, hidden=hidden), brief(here)))


@pytest.mark.parametrize("presence", [Presence.PRESENT, Presence.LEFT, Presence.EXCUSED])
def test_all_other_marks_are_the_same_for_the_room(presence: Presence) -> None:
    here = being(presence, since="2027-03-14T09:05:00", until="2027-03-14T11:40:00")
    assert mark(here, hidden=True) == mark(here, hidden=False) == MARKS[presence]
    assert state(here, hidden=True) == state(here, hidden=False)


# What the words are.


def test_four_ways_of_being_have_four_marks_and_who_was_not_seen_yet_a_fifth() -> None:
    marks = [mark(None, hidden=True), *(mark(being(presence), hidden=False) for presence in Presence)]
    assert len({sign for sign, _style in marks}) == len(Presence) + 1
    assert marks[0] == UNKNOWN
    assert all(len(sign) == 1 and style.startswith("$") for sign, style in marks)


def test_who_was_not_seen_yet_has_no_words_and_no_hour() -> None:
    assert state(None, hidden=True) == "" and state(None, hidden=False) == "" and brief(None) == ""


def test_who_came_has_the_hour_and_who_left_too() -> None:
    came = being(Presence.PRESENT, since="2027-03-14T09:05:00")
    left = being(Presence.LEFT, since="2027-03-14T09:05:00", until="2027-03-14T11:40:00")
    assert "9:05" in state(came, hidden=False) and "9:05" in brief(came)
    assert "11:40" in state(left, hidden=False) and "left" in state(left, hidden=False)
    assert "11:40" in brief(left) and "9:05" not in brief(left)


def test_without_an_hour_who_is_here_needs_no_words_and_who_left_just_left() -> None:
    assert state(being(Presence.PRESENT), hidden=False) == ""
    assert state(being(Presence.LEFT), hidden=False) == "left"
    assert state(being(Presence.EXCUSED), hidden=False) == "excused"


def test_about_somebody_stand_organisation_function_and_a_role_that_is_not_ordinary() -> None:
    full = Participant(id="p", name="An", organisation="Huis", function="arts", role=Role.GUEST)
    assert about(full) == f"Huis · arts · {told(ROLES[Role.GUEST])}"
    assert about(Participant(id="p", name="An", function="arts")) == "arts"
    assert about(Participant(id="p", name="An")) == ""


# How many.


def test_how_many_are_here_of_all_and_what_became_of_the_others() -> None:
    there = [
        *[being(Presence.PRESENT)] * 5,
        *[being(Presence.LEFT)] * 2,
        being(Presence.EXCUSED),
        being(Presence.NOT_EXCUSED),
    ]
    assert counts(12, iter(there)) == ("5 of 12 here", "2 left · 2 absent · 3 to come")


@pytest.mark.parametrize(
    ("presence", "others"),
    [
        (Presence.PRESENT, ""),
        (Presence.LEFT, "1 left"),
        (Presence.EXCUSED, "1 absent"),
        (Presence.NOT_EXCUSED, "1 absent"),
    ],
)
def test_what_nobody_is_is_not_counted_out(presence: Presence, others: str) -> None:
    assert counts(1, [being(presence)])[1] == others


def test_before_the_session_all_are_still_to_come() -> None:
    assert counts(4, []) == ("0 of 4 here", "4 to come")


# The hour behind letters.


@pytest.mark.parametrize(
    ("typed", "letters", "hour"),
    [
        ("ka 14:40", "ka", "14:40"),
        ("ka 9.05", "ka", "9.05"),
        ("ka 14u", "ka", "14u"),
        ("ka 9u30", "ka", "9u30"),
        ("ka 9H30 ", "ka", "9H30"),
        ("ka 9U", "ka", "9U"),
        ("jan haven  14h", "jan haven", "14h"),
        ("ka", "ka", None),
        ("ka14:40", "ka14:40", None),
        ("ka 14:4", "ka 14:4", None),
        ("ka 144:40", "ka 144:40", None),
        ("14:40 ka", "14:40 ka", None),
        ("", "", None),
    ],
)
def test_an_hour_may_stand_behind_the_letters_of_a_name(typed: str, letters: str, hour: str | None) -> None:
    assert with_hour(typed) == (letters, hour)
