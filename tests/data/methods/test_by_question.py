"""An answer to a form, taken apart by the numbers of its questions."""

import pytest

from data.methods.answers import by_question


@pytest.mark.parametrize(
    ("text", "count", "given", "rest"),
    [
        ("1. ja 2. nee", 2, ("ja", "nee"), ""),
        ("1) ja; vaak 3: soms", 3, ("ja; vaak", "", "soms"), ""),
        ("Dag An, 1. ja 2. nee", 2, ("ja", "nee"), "Dag An,"),
        ("Vraag 1: ja Vraag 2: in 2 - of 3 - dagen", 2, ("ja", "in 2 - of 3 - dagen"), ""),
        ("alles goed", 2, ("", ""), "alles goed"),
        ("1. in 2019 2. nee", 1, ("1. in 2019 2. nee",), ""),
        ("2. nee 1. ja", 2, ("", "nee 1. ja"), ""),
        ("1. ja 1. nog eens 2. nee", 2, ("ja 1. nog eens", "nee"), ""),
        ("", 3, ("", "", ""), ""),
        ("1. a 2. b 9. c", 2, ("a", "b 9. c"), ""),
    ],
)
def test_an_answer_is_taken_apart(text: str, count: int, given: tuple[str, ...], rest: str) -> None:
    assert by_question(text, count) == (given, rest)
