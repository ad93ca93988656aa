"""A line that begins as one that was said is offered in full."""

import pytest

from data.methods.said_before import said_before

SAID = ("Hoe spoor je talent op?", "Wat is talent?", "Hoe houd ik mensen hier?", "Één goede vraag")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("hoe", "Hoe houd ik mensen hier?"),
        ("Hoe s", "Hoe spoor je talent op?"),
        ("een go", "Één goede vraag"),
        ("Hoe ", "Hoe houd ik mensen hier?"),
        ("Wat is talent?", ""),
        ("Wat is talent? Echt", ""),
        ("Ho", ""),
        ("", ""),
        ("   ", ""),
        (" Hoe", ""),
        ("talent", ""),
    ],
)
def test_the_latest_that_begins_so_is_offered_as_it_was_said(typed: str, offered: str) -> None:
    assert said_before(typed, SAID) == offered


def test_nothing_is_offered_before_anything_was_said() -> None:
    assert said_before("Hoe", ()) == ""
