"""When is read as people write it, and what is not understood is left as it stood."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.i18n import day, set_language
from data.model import Refused
from data.verbs.when import When, read_day, read_when, speaks_of_time

TODAY = date(2026, 11, 26)
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("14/1", "2027-01-14"),
        ("14-1-27", "2027-01-14"),
        ("14.1.2027", "2027-01-14"),
        ("2027-01-14", "2027-01-14"),
        ("do 14 jan", "2027-01-14"),
        ("donderdag 14 januari 2027", "2027-01-14"),
        ("op 14e januari", "2027-01-14"),
        ("Thursday the 14th of January", "2027-01-14"),
        ("January 14th, 2027", "2027-01-14"),
        ("Thu, Jan 14", "2027-01-14"),
        ("do 14", "2027-01-14"),
        ("on friday 4", "2026-12-04"),
        ("gisteren", "2026-11-25"),
        ("vandaag", "2026-11-26"),
        ("morgen", "2026-11-27"),
        ("overmorgen", "2026-11-28"),
        ("the day after tomorrow", "2026-11-28"),
        ("donderdag", "2026-12-03"),
        ("next thursday", "2026-12-03"),
        ("komende maandag", "2026-11-30"),
        ("volgende week", "2026-12-03"),
        ("volgende week dinsdag", "2026-12-01"),
        ("tuesday next week", "2026-12-01"),
        ("next week on Tuesday", "2026-12-01"),
        ("over 3 weken", "2026-12-17"),
        ("over drie weken", "2026-12-17"),
        ("in three weeks", "2026-12-17"),
        ("dinsdag over 3 weken", "2026-12-15"),
        ("over 3 weken op dinsdag", "2026-12-15"),
        ("over een week", "2026-12-03"),
        ("in a month", "2026-12-26"),
        ("binnen 14 dagen", "2026-12-10"),
        ("29 feb", "2028-02-29"),
    ],
)
def test_a_day(text: str, iso: str) -> None:
    for typed in (text, text.upper(), f"  {text}  "):
        assert read_when(typed, TODAY) == When(iso)


def test_a_month_from_the_last_of_a_long_one_is_the_last_of_the_short_one() -> None:
    assert read_when("over een maand", date(2027, 1, 31)).date == "2027-02-28"
    assert read_when("in twee maanden", date(2026, 12, 31)).date == "2027-02-28"


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("13u30", "13:30", ""),
        ("om 13u30", "13:30", ""),
        ("13:30-16:30", "13:30", "16:30"),
        ("13u30 tot 16u", "13:30", "16:00"),
        ("van 9u tot 12u30", "09:00", "12:30"),
        ("13.30 – 16.30", "13:30", "16:30"),
        ("9 uur", "09:00", ""),
        ("14h", "14:00", ""),
        ("13-16u", "13:00", "16:00"),
        ("13:30-16", "13:30", "16:00"),
        ("1:30 pm", "13:30", ""),
        ("from 9 am to 12 am", "09:00", "00:00"),
        ("1-4pm", "13:00", "16:00"),
        ("12 p.m.", "12:00", ""),
    ],
)
def test_hours(text: str, starts: str, ends: str) -> None:
    assert read_when(text, TODAY) == When("", starts, ends)
    for day_typed in ("do 14 jan", "14/1", "over 7 weken"):
        assert read_when(f"{day_typed} {text}", TODAY) == When("2027-01-14", starts, ends)
    assert read_when(f"{text}, 14/1", TODAY) == When("2027-01-14", starts, ends)


@pytest.mark.parametrize("text", ["31/2", "do 32", "30 februari", "14/1 25:10", "14:75", "13 pm", "2027-13-01"])
def test_no_such_day_or_hour(text: str) -> None:
    with pytest.raises(Refused):
        read_when(text, TODAY)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("14/1 Gent", "Gent"),
        ("do 14 jan 13u30 Gent, zaal 2", "Gent, zaal 2"),
        ("14 foo", "14 foo"),
        ("Kerkstraat 12", "Kerkstraat 12"),
        ("14/1 of 15/1", "of 15/1"),
        ("", ""),
    ],
)
def test_what_is_not_understood_is_left(text: str, left: str) -> None:
    assert read_when(text, TODAY).left == left


@pytest.mark.parametrize("text", ["of 15/1", "ergens in maart", "volgende keer", "donderdag of vrijdag", "2027"])
def test_something_was_meant_as_a_time(text: str) -> None:
    assert speaks_of_time(text)
    assert not speaks_of_time("Domein de Marre 12, lokaal 3")


DAYS = st.dates(date(2026, 11, 26), date(2031, 12, 31))
HOURS = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda at: f"{at[0]:02}:{at[1]:02}")


@given(DAYS, HOURS, HOURS, st.sampled_from(["nl", "en"]), st.booleans())
def test_what_is_written_is_read_back(that: date, starts: str, ends: str, language: str, weekday: bool) -> None:
    set_language(language)
    try:
        shown = day(that, weekday=weekday, year=True)
    finally:
        set_language("nl")
    assert read_when(f"{shown} {starts}-{ends}", TODAY) == When(that.isoformat(), starts, ends)
    assert read_when(f"{starts}-{ends}, {that.isoformat()}", TODAY) == When(that.isoformat(), starts, ends)


@given(st.dates(TODAY, TODAY + timedelta(days=364)), st.sampled_from(["{d}/{m}", "{d}-{m}", "{d} {name}"]))
def test_a_day_without_its_year_is_the_next_one(that: date, form: str) -> None:
    names = ["jan", "feb", "mrt", "april", "mei", "june", "juli", "aug", "sept.", "okt", "nov", "december"]
    typed = form.format(d=that.day, m=that.month, name=names[that.month - 1])
    assert read_when(typed, TODAY).date == that.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_when(text, TODAY)
    except Refused:
        return
    assert not found.date or date.fromisoformat(found.date)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("", ""),
        ("14 1", "2027-01-14"),
        ("tegen 8/12", "2026-12-08"),
        ("vóór vrijdag", "2026-11-27"),
        ("by next friday", "2026-11-27"),
        ("vandaag", "2026-11-26"),
        ("uiterlijk do 14 jan", "2027-01-14"),
    ],
)
def test_a_day_alone(text: str, iso: str) -> None:
    assert read_day(text, TODAY) == iso


@pytest.mark.parametrize("text", ["vrijdag of maandag", "tegen", "14/3 om 14u", "ooit", "31/2"])
def test_what_is_no_day_alone_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_day(text, TODAY)
