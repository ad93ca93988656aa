"""A session in which everything that people can type is hostile, for the tests of every format."""

from __future__ import annotations

import json
from functools import cache

from data.model import ActivityKind, Note, QuestionKind, RuleKind, State
from data.text import fold, line
from data.verbs import agreements, check_in, evaluation, network, parked, round_table
from data.verbs.brainstorm import board, noting
from tests.cases import cases
from tests.data.verbs.room import room

TYPED = (
    "[x] klaar",
    "<script>alert(1)</script>",
    "# geen titel #",
    "a | b | c",
    "`code` en ``meer``",
    "=1+1",
    "+32 470 00 00 00",
    "@SUM(A1)",
    "-2+3",
    "{{ 7 * 7 }} {% if x %}",
    '#let x = 3; #image("a") $x^2$',
    "![x](http://voorbeeld.be/p.png)",
    "&lt; &amp; &#35;",
    "\\ \\[ einde \\",
    "日本語 🙂 שלום",
)


def shared() -> list[str]:
    """The texts of the shared cases, as they are kept once typed; the test skips when they are absent."""
    every = json.loads(cases("hostile", "hostile.json").read_bytes())
    typed = (kept for case in every if isinstance(text := case.get("text"), str) and (kept := line(text)))
    return list({fold(text): text for text in typed}.values())


@cache
def session(texts: tuple[str, ...] = TYPED) -> tuple[State, str]:
    """A network and its session, in which every text stands in everything that people can type."""
    here = room()
    karel, session = here.who("Karel"), here.session
    here.do(check_in.arrive, session=session, participant=karel)
    storm, sitting = here.activity(ActivityKind.BRAINSTORM), here.activity(ActivityKind.EVALUATION)
    for typed in texts:
        here.do(network.add_participant, name=typed, organisation=typed)
        here.do(round_table.say_question, session=session, text=typed, participant=karel, kind=QuestionKind.EXPECTATION)
        here.do(agreements.propose_rule, session=session, text=typed, kind=RuleKind.GROUND_RULE)
        here.do(agreements.agree, session=session, text=typed)
        here.do(noting.capture, activity=storm, text=typed)
        here.do(board.new_cluster, activity=storm, title=typed, notes=[here.last(Note).id])
        here.do(parked.park, session=session, text=typed)
        here.do(evaluation.fill_form, activity=sitting, content=7, content_comment=typed, learning=[typed])
    return here.state, session
