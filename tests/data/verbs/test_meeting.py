"""A next session read from one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Refused
from data.verbs.given import read_date
from data.verbs.meeting import Meeting, read_meeting, read_moment

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("14/3; 13:30; Gent", Meeting("2027-03-14", "13:30", "", "Gent")),
        ("do 14 maart 13u30-16u Gent, zaal De Linde", Meeting("2027-03-14", "13:30", "16:00", "Gent, zaal De Linde")),
        ("Gent; 14/3/2027; 9u tot 12u30", Meeting("2027-03-14", "09:00", "12:30", "Gent")),
        ("Thu 14 March 9:00 to 12:00, Ghent", Meeting("2027-03-14", "09:00", "12:00", "Ghent")),
        ("2027-03-14", Meeting("2027-03-14")),
        ("13u30", Meeting(starts="13:30")),
        ("Kerkstraat 12, lokaal 3", Meeting(place="Kerkstraat 12, lokaal 3")),
        ("14/3 Domein de Marre", Meeting("2027-03-14", place="Domein de Marre")),
        ("zaal Zondag; 14 mrt.; 14.30", Meeting("2027-03-14", "14:30", "", "zaal Zondag")),
        ("14/3;13u30;Gent", Meeting("2027-03-14", "13:30", "", "Gent")),
        ("Gent,zaal 2;14/3", Meeting("2027-03-14", place="Gent, zaal 2")),
        ("", Meeting()),
        (
            "do 14/3 bij Stad A; thema's: feedback, loon",
            Meeting("2027-03-14", "", "", "bij Stad A", ("feedback", "loon")),
        ),
        ("thema’s: feedback; wanneer: 14/3; Gent", Meeting("2027-03-14", "", "", "Gent", ("feedback",))),
        ("14/3; sprekers: An, Jo; plaats: Gent; loon", Meeting("2027-03-14", "", "", "Gent", ("loon",), ("An", "Jo"))),
        ("14/3; theme: pay; Ghent", Meeting("2027-03-14", "", "", "Ghent", ("pay",))),
        ("14/3; Gent; loon; An; Jo", Meeting("2027-03-14", "", "", "Gent", ("loon",), ("An", "Jo"))),
    ],
)
def test_read(text: str, meeting: Meeting) -> None:
    assert read_meeting(text, TODAY) == meeting


@pytest.mark.parametrize("text", ["31/2; Gent", "14/3; 25:10"])
def test_no_such_day_or_hour(text: str) -> None:
    with pytest.raises(Refused):
        read_meeting(text, TODAY)


@given(st.text(max_size=60))
def test_any_line_is_read_or_refused(text: str) -> None:
    try:
        found = read_meeting(text, TODAY)
    except Refused:
        return
    assert not found.date or date.fromisoformat(found.date)


@pytest.mark.parametrize("text", ["14 maart", "14 mrt", "14 March 2027", "14 MAART 2027", "14 mar."])
def test_months_by_name(text: str) -> None:
    assert read_date(text, TODAY) == "2027-03-14"


@pytest.mark.parametrize("text", ["14 marmot x", "maart", "14 foo"])
def test_no_month(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("over 3 weken 13u30; Gent", Meeting("2026-12-15", "13:30", "", "Gent")),
        ("next thursday 1-4pm; Ghent; feedback, talent; An, Els", Meeting(
            "2026-11-26", "13:00", "16:00", "Ghent", ("feedback", "talent"), ("An", "Els"))),
        ("14/3; ; feedback", Meeting("2027-03-14", themes=("feedback",))),
        ("14/3; Domein Mei", Meeting("2027-03-14", place="Domein Mei")),
    ],
)  # fmt: skip
def test_as_people_say_it(text: str, meeting: Meeting) -> None:
    assert read_meeting(text, TODAY) == meeting


@pytest.mark.parametrize("text", ["14/3 of 15/3", "ergens in maart", "volgende keer Gent", "14/3; 15/3", "13u; 14u"])
def test_what_was_meant_as_a_time_is_no_place(text: str) -> None:
    with pytest.raises(Refused):
        read_meeting(text, TODAY)


def test_a_line_that_holds_when_alone_refuses_all_else() -> None:
    assert read_moment("do 14 jan 13u30-16u", TODAY) == Meeting("2027-01-14", "13:30", "16:00")
    for text in ("14 foo", "14/1 Gent", "14/1 of 15/1"):
        with pytest.raises(Refused) as refusal:
            read_moment(text, TODAY)
        assert str(refusal.value.said.fills["text"]) in text


def test_a_day_in_words_is_no_part_of_the_place() -> None:
    assert read_meeting("volgende donderdag Gent; feedback", TODAY) == Meeting(
        "2026-11-26", place="Gent", themes=("feedback",)
    )
