"""The path of the programme: what is now and what is looked at are always there, whatever the width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from widgets.session_bar import Bars, Stop, path, where

NAMES = ("Check-in", "Kennismaking", "Tafelronde", "Brainstorm", "Pauze", "Besluit", "Evaluatie", "Afronding")


def stops(now: int, count: int = 8) -> tuple[Stop, ...]:
    return tuple(
        Stop(str(place), NAMES[place % 8], "done" if place < now else "now" if place == now else "later", 20, 600, 0.5)
        for place in range(count)
    )


def drawn(standing: Bars, width: int) -> str:
    return "".join(text for piece in path(standing, width) for text, _style in piece.parts)


@given(st.integers(0, 11), st.integers(0, 11), st.integers(40, 220))
def test_now_and_here_are_on_the_path_and_nothing_sticks_out(now: int, here: int, width: int) -> None:
    standing = Bars(stops=stops(now, 12), here=str(here), until="17:10")
    pieces = path(standing, width)
    assert {str(now), str(here)} <= {piece.id for piece in pieces}
    if width >= 80:
        assert sum(piece.width for piece in pieces) <= width


@given(
    st.sampled_from(["", "gedeeld", "laptop van Els · Brainstorm +1", "alleen sinds 14:02, 12 te sturen"]),
    st.sampled_from(["", "zaal staat stil", "zaal: Ervaringsuitwisseling"]),
    st.integers(80, 200),
)
def test_the_session_the_hour_and_who_is_in_are_on_the_bar_whatever_else_gives_way(
    together: str, room: str, width: int
) -> None:
    alone = together.startswith("alleen")
    who = ("Klankbordgroep talent", "sessie 3", "do 26 november", "Gent")
    line = where(Bars(*who, present=14, clock="14:08", together=together, room=room, alone=alone), width)
    assert line.cell_length == width
    assert "sessie 3 " in line.plain
    assert line.plain.endswith(" 14:08 ")
    assert ("⇄" in line.plain, "▣" in line.plain) == (bool(together), bool(room))
    assert not alone or together in line.plain
    if width >= 120:
        assert room in line.plain


def test_shared_and_frozen_at_80_columns_the_words_are_whole() -> None:
    told = Bars(
        "Klankbordgroep talent", "sessie 3", present=8, clock="14:08", together="gedeeld", room="zaal staat stil"
    )
    assert " · sessie 3" in where(told, 80).plain
    assert "⇄ gedeeld  ▣ zaal staat stil  ✓ bewaard" in where(told, 80).plain


def test_with_room_every_item_stands_there_with_its_minutes_and_the_line_of_time() -> None:
    text = drawn(Bars(stops=stops(1), here="1", until="17:10"), 200)
    assert all(name in text for name in NAMES)
    assert "Kennismaking 10:00" in text
    assert "━━━━━━━━━━━━────────────" in text
    assert text.count("20'") == 6


def test_with_less_room_done_items_are_counted_and_names_get_shorter_before_any_goes() -> None:
    text = drawn(Bars(stops=stops(3), here="3", until="17:10"), 80)
    assert "✓ 3 gedaan " in text
    assert "Brainstorm 10:00" in text
    assert "Besluit" in text
    assert "…" not in text
    narrow = drawn(Bars(stops=stops(0), here="0", until="17:10"), 80)
    assert "nog 5, tot 17:10" in narrow


@given(st.integers(0, 11), st.integers(40, 220))
def test_of_what_is_over_there_is_what_is_looked_at_with_its_neighbours_and_the_rest_is_counted(
    here: int, width: int
) -> None:
    pieces = path(Bars(stops=stops(12, 12), here=str(here)), width)
    text = "".join(part for piece in pieces for part, _style in piece.parts)
    named = [int(piece.id) for piece in pieces if piece.id]
    assert here in named
    assert named == list(range(named[0], named[-1] + 1))
    assert len(named) > 1 or width < 60
    assert sum(piece.width for piece in pieces) <= width
    in_words = width >= 60 or "erv" in text or "erna" in text
    before, after = (" ervoor", " erna") if in_words else ("", "")
    assert (f"✓ {named[0]}{before} " in text) == bool(named[0])
    assert text.rstrip().endswith(NAMES[named[-1] % 8] if named[-1] == 11 else f"✓ {11 - named[-1]}{after}")


def test_the_programme_of_a_closed_session_says_what_it_was(width: int = 79) -> None:
    text = drawn(Bars(stops=stops(8)), width)
    assert text.startswith(" ✓ Check-in   ✓ Kennismaking   ✓ Tafelronde")
    assert text.endswith(" erna ")


def test_the_rest_is_counted_with_the_end() -> None:
    text = drawn(Bars(stops=stops(0, 12), here="0", until="17:10"), 60)
    assert "17:10" in text
    shown = sum(bool(piece.id) for piece in path(Bars(stops=stops(0, 12), here="0", until="17:10"), 60))
    assert f"nog {12 - shown}, tot 17:10" in text


def test_of_a_session_to_come_the_names_are_whole_and_the_rest_is_counted_in_words() -> None:
    to_come = tuple(Stop(str(n), f"Voorbereiding besproken {n}", "later", 20) for n in range(8))
    text = drawn(Bars(stops=to_come, here="2", until="16:30"), 79)
    assert "Voorbereiding besproken 2" in text
    assert "besproken…" not in text
    assert text.rstrip().endswith(", tot 16:30")


def test_what_is_looked_at_is_told_from_what_is_now_without_colour() -> None:
    pieces = path(Bars(stops=stops(1), here="4"), 200)
    styles = {piece.id: " ".join(style for _text, style in piece.parts) for piece in pieces}
    assert "underline" in styles["4"]
    assert "underline" not in styles["1"]
    assert "on $accent" in styles["1"]


def test_at_120_columns_no_two_of_eight_names_run_together_and_the_line_of_time_stays() -> None:
    for now in range(8):
        text = drawn(Bars(stops=stops(now), here=str(now), until="17:10"), 119)
        assert "━━" in text
        names = [name for name in NAMES if name in text]
        assert len(names) >= 8 - now
        for one, other in pairwise(names):
            assert f"{one}  {other}" not in text


def test_on_a_narrow_screen_the_line_of_time_stays_too_and_the_rest_is_counted() -> None:
    text = drawn(Bars(stops=stops(0), here="0", until="17:10"), 79)
    assert "━━━" in text
    assert "Tafelronde" in text
    assert "17:10" in text


def test_what_is_looked_at_does_not_seem_to_come_next_where_others_come_before_it() -> None:
    """At 80 columns the break stood behind the introductions, with two items between that were only counted."""
    told = drawn(Bars(stops=stops(0, 9), here="4", until="17:04"), 79)
    assert "…  Pauze" in told
    assert "…" not in drawn(Bars(stops=stops(0, 9), here="1", until="17:04"), 79)


def test_where_the_rest_is_counted_minutes_come_before_a_longer_line_of_time() -> None:
    standing = Bars(stops=stops(0, 12), here="0", until="17:10")
    for width in range(90, 130):
        told = drawn(standing, width)
        line = sum(told.count(cell) for cell in "━─")
        names = sum(name in told for name in NAMES[1:])
        assert "20'" in told or line < 4 * names + 7, width
    assert "Kennismaking 20'" in drawn(standing, 110)


def test_what_was_not_held_has_no_check_and_is_not_to_come() -> None:
    states = ["done"] * 3 + ["skipped"] * 5
    over = tuple(Stop(str(place), NAMES[place], state, 20) for place, state in enumerate(states))
    told = drawn(Bars(stops=over, here="7", until="17:10"), 40)
    assert "✓ Afronding" not in told and "Afronding" in told
    assert " 6 ervoor" in told and "✓ 6 ervoor" not in told and "17:10" not in told
    assert "✓ Check-in" in drawn(Bars(stops=over, here="7", until="17:10"), 200)
