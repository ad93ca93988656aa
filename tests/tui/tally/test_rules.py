"""The examples of the rules of the room, in their own words and in Kring's requests and codes."""

import json
from typing import Any

import pytest

from data.methods.votes.room import VoteError
from tests.cases import cases
from tui.commands.tally import requests, rulebook
from tui.commands.tally.fields import Fault, Fields, RequestError

# What the examples call a way, and its fields; their words for an outcome; what Kring calls them.
WAYS = {
    "voor_tegen": ("for_against", {"voor": "in_favour", "tegen": "against", "onth": "abstain", "rule": "threshold"}),
    "consent": ("consent", {"consent": "agree", "zorg": "concern", "bezwaar": "objection", "opzij": "stand_aside"}),
    "draagvlak": ("fingers", {"levels": "hands"}),
    "instemming": ("all_of_us", {"counts": "agree"}),
    "stippen": ("dots", {"totals": "dots", "k": "places", "n_options": "n_options"}),
}
OUTCOMES = {
    "aangenomen": ("adopted", ("record",)),
    "verworpen": ("rejected", ("record",)),
    "niet aangenomen": ("not_adopted", ("discuss",)),
    "staken van stemmen": ("tie", ("discuss", "vote_again", "draw")),
    "te weinig antwoorden": ("too_few_answers", ("ask_again",)),
    "besloten": ("decided", ("record",)),
    "besloten met genoteerde zorgen": ("decided_with_concerns", ("record",)),
    "bezwaar: integreren en opnieuw": ("objection", ("integrate",)),
    "bezwaar": ("objection", ("hear_objections",)),
    "bespreken": ("talk_first", ("hear_low_fingers",)),
    "gedragen": ("supported", ("record",)),
}
NEXT = {
    "consentronde over A": ("unanimous", ["consent_round"]),
    "kies binnen de unanieme voorstellen": ("unanimous", ["choose_among"]),
    "geen unaniem voorstel: bezwaren ophalen bij de hoogste": ("not_unanimous", ["hear_objections"]),
}
PROBLEMS = {
    "meer antwoorden dan stemgerechtigde aanwezigen": "more_answers_than_people",
    "meer instemming dan uitgebrachte antwoorden": "more_agreement_than_answers",
    "ongeldige stippen": "invalid_dots",
    "meer stippen dan mogelijk": "more_dots_than_possible",
}


def examples() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(cases("votes", "rules.json").read_text(encoding="utf-8"))["cases"]
    assert len(loaded) == 36
    return loaded


def translated(example: dict[str, Any]) -> dict[str, Any]:
    """The example as a request of Kring's own."""
    way, words = WAYS[example["rule"]]
    renamed = {words.get(key, key): value for key, value in example["input"].items()}
    renamed["network"] = renamed.pop("roster", None)
    if way == "for_against":
        renamed["threshold"] = {"2/3": "two_thirds"}.get(renamed.get("threshold", "simple"), renamed.get("threshold"))
    if way == "fingers":
        renamed["hands"] = {"A": renamed["hands"]}
    if way == "dots":
        options = [chr(ord("A") + i) for i in range(renamed.pop("n_options"))]
        if "ballots" in renamed:
            renamed["proposals"] = options
        else:
            renamed["dots"] = {name: renamed["dots"].get(name, 0) for name in options}
    return {"way": way, **renamed}


def expected(example: dict[str, Any]) -> dict[str, Any]:
    """What the example expects, in Kring's codes."""
    words = dict(example["expected"])
    if "error" in words:
        words["error"] = PROBLEMS[words["error"]]
        words.pop("budget", None)
    if "outcome" in words:
        outcome, steps = OUTCOMES[words["outcome"]]
        extra = ["confirm_next_time"] if words["provisional"] and steps == ("record",) else []
        words |= {"outcome": outcome, "next": [*steps, *extra]}
    if "responded" in words:
        words["answered"] = words.pop("responded")
    if "unanimous" in words:
        words["outcome"], words["next"] = NEXT[words["next"]]
    if "shortlist" in words:
        unchosen = [chr(ord("A") + i) for i in range(example["input"]["n_options"])]
        named = {name for tier in words["ranking"] for name in tier}
        without = [name for name in unchosen if name not in named]
        words["ranking"] = words["ranking"] + ([without] if without else [])
    return words


def tally(request: dict[str, Any]) -> dict[str, Any]:
    try:
        answer = requests.answer(Fields(request))
    except VoteError as error:
        return {"error": error.code.value} | ({"ballots": list(error.ballots)} if error.ballots else {})
    return {**answer, **answer["proposals"]["A"]} if request["way"] == "fingers" else answer


def test_every_example_holds_in_the_codes_of_kring() -> None:
    for example in examples():
        answer, wanted = tally(translated(example)), expected(example)
        assert {key: answer.get(key) for key in wanted} == wanted, example["case"]


def test_every_example_holds_in_its_own_words() -> None:
    for example in examples():
        request = {key: value for key, value in example.items() if key != "expected"}
        assert rulebook.answer(Fields(request)) == example["expected"], example["case"]


def test_too_few_answers_make_nothing_unanimous_to_go_on_with() -> None:
    given = {"present": 12, "counts": {"A": 5}, "cast": 5, "abstain": 0}
    assert rulebook.answer(Fields({"rule": "instemming", "input": given}))["next"] == "te weinig antwoorden"


@pytest.mark.parametrize(
    "example",
    [
        {"rule": "loting", "input": {}},
        {"rule": "consent"},
        {"rule": "consent", "input": []},
        {"rule": "voor_tegen", "input": {"present": 3, "voor": 2, "tegen": 1, "rule": "3/4"}},
        {"rule": "stippen", "input": {"present": 3, "n_options": 2, "k": 1, "ballots": [["A"]]}},
    ],
)
def test_an_example_that_makes_no_sense_is_refused(example: dict[str, Any]) -> None:
    with pytest.raises(RequestError) as caught:
        rulebook.answer(Fields(example))
    assert caught.value.code in {Fault.INVALID_FIELD, Fault.MISSING_FIELD}
