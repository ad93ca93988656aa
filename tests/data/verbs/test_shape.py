"""What holds for every verb: its shape, and that it changes nothing itself."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

import pytest

import data.verbs
from data.demo import demo_records
from data.model import Change, DateSettings, Refused, Stamp, State
from data.verbs import check_in, network, round_table
from data.verbs.brainstorm import noting


def verbs() -> Iterator[Callable[..., Change]]:
    """Every public function of the verbs that gives a change."""
    for module in pkgutil.walk_packages(data.verbs.__path__, "data.verbs."):
        for name, made in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if (
                made.__module__ == module.name
                and not name.startswith("_")
                and made.__annotations__["return"] == "Change"
            ):
                yield made


VERBS = list(verbs())
ABOUT = {
    *("session", "activity", "participant", "note", "cluster", "question", "rule", "action", "parked", "form"),
    *("item", "promise"),
}
"""The names by which a verb is given the id of what it is about."""


def name_of(verb: Callable[..., Change]) -> str:
    return f"{verb.__module__.removeprefix('data.verbs.')}.{verb.__name__}"


def test_there_are_verbs_in_every_module_that_is_an_activity() -> None:
    assert len(VERBS) > 60


@pytest.mark.parametrize("verb", VERBS, ids=name_of)
def test_a_verb_takes_the_state_and_the_stamp_and_the_rest_by_name(verb: Callable[..., Change]) -> None:
    first, second, *rest = inspect.signature(verb).parameters.values()
    assert (first.name, second.name) == ("state", "at")
    assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in rest)


def needs(verb: Callable[..., Change]) -> dict[str, str]:
    """What must be given to a verb: name -> annotation."""
    given = list(inspect.signature(verb).parameters.values())[2:]
    return {each.name: str(each.annotation) for each in given if each.default is inspect.Parameter.empty}


@pytest.mark.parametrize("verb", [verb for verb in VERBS if ABOUT & set(needs(verb))], ids=name_of)
def test_a_verb_about_what_is_gone_refuses(verb: Callable[..., Change]) -> None:
    """Another window may have taken away what a verb is about: it says so, and nothing else happens."""
    state = State.holding(demo_records("nl", date(2027, 3, 18)))
    given = {name: _some(annotation) for name, annotation in needs(verb).items()}
    with pytest.raises(Refused):
        verb(state, Stamp("2027-03-18T14:00:00+01:00", "12345678123456781234567812345678"), **given)


def _some(annotation: str) -> object:
    """A value of a parameter that names nothing that is there."""
    kinds: dict[str, object] = {
        "str": "weg",
        "int": 1,
        "float": 1.0,
        "bool": True,
        "str | None": "weg",
        "DateSettings": DateSettings(),
        "Sequence[tuple[str, Sequence[str]]]": [("weg", ["weg"])],
    }
    return kinds.get(annotation, ["weg"])


def test_the_same_stamp_gives_the_same_change_and_the_state_stays_as_it_was() -> None:
    state = State.holding(demo_records("nl", date(2027, 3, 18)))
    before = {table: dict(rows) for table, rows in state.tables.items()}
    at = Stamp("2027-03-18T14:00:00+01:00", "12345678123456781234567812345678")
    third = network.sessions(state)[2].id
    storm = noting.brainstorm_of(state, third)
    assert storm is not None
    asked: list[tuple[Callable[..., Change], dict[str, object]]] = [
        (noting.capture_many, {"activity": storm.id, "texts": ["a", "b"], "cluster": "Nieuw"}),
        (check_in.add_and_arrive, {"session": third, "name": "Wout Daems"}),
        (round_table.say_question, {"session": third, "text": "Hoe?"}),
        (network.plan_session, {"template": "closing", "date": "1/4"}),
    ]
    for verb, given in asked:
        assert verb(state, at, **given) == verb(state, at, **given)
        assert len({record.id for record in verb(state, at, **given).puts}) == len(verb(state, at, **given).puts)
    assert {table: dict(rows) for table, rows in state.tables.items()} == before
