"""Answers that came by mail are given to who wrote them, or to nobody."""

import pytest

from data.methods.answers import Answers, by_question, numbered, read_answers
from data.model import Participant

PEOPLE = [
    Participant(id="k", name="Karel Wouters", email="karel@haven.example"),
    Participant(id="c", name="An Claes"),
    Participant(id="p", name="An Peeters"),
    Participant(id="l", name="Lien Vermeulen"),
]


def test_a_name_begins_an_answer_and_the_lines_below_go_on_with_it() -> None:
    text = "Karel Wouters: Ik scoor vier.\nDat valt tegen.\n\nLien\tZes\n\nAn Claes\n- Drie\n"
    assert read_answers(text, PEOPLE) == Answers({"k": "Ik scoor vier. Dat valt tegen.", "l": "Zes", "c": "- Drie"})


def test_a_mail_says_who_wrote_it() -> None:
    text = "Van: K. W. <karel@haven.example>\nAan: mij\nOnderwerp: scan\nVerzonden: gisteren\n\nHier is ze.\n"
    assert read_answers(text, PEOPLE) == Answers({"k": "Hier is ze."})


def test_what_belongs_to_nobody_is_told_by_its_row() -> None:
    text = "Dag,\n\nAn: Drie\nen nog iets\nKarel: Vier\nLet op: dit hoort erbij\n"
    read = read_answers(text, PEOPLE)
    assert read.of == {"k": "Vier Let op: dit hoort erbij"}
    assert read.lost == ((1, "Dag,"), (3, "An: Drie"), (4, "en nog iets"))


def test_a_first_name_alone_on_a_line_is_text() -> None:
    assert read_answers("Karel Wouters:\nbedankt\nLien\n", PEOPLE).of == {"k": "bedankt Lien"}


@pytest.mark.parametrize(
    ("answers", "rest"),
    [(("ja", "nee"), ""), (("", "nee", ""), "los"), (("", ""), ""), (("elke week", "2 mensen"), "")],
)
def test_answers_are_made_one_text_and_taken_apart_again(answers: tuple[str, ...], rest: str) -> None:
    assert by_question(numbered(answers, rest), len(answers)) == (answers, rest)


def test_the_answer_to_one_question_has_no_number() -> None:
    assert numbered(["elke week"]) == "elke week" and numbered([]) == ""
