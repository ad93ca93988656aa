"""Values that fit the form and not the world: refused when a file is read, with the field named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec.structs import replace

from data.demo import demo_records
from data.model import (
    RECORDS,
    Activity,
    ActivityKind,
    Attendance,
    Cluster,
    Countdown,
    DateSettings,
    Decision,
    Entry,
    Evaluation,
    Note,
    Objection,
    Option,
    Participant,
    Presence,
    Profile,
    Proposal,
    Question,
    Record,
    Round,
    Session,
    Version,
    Vote,
    Way,
)
from data.network import Network, Unopened
from data.store import image as images
from data.store.world import LONGEST, MOST, _looks, wrong
from tests.data.store.samples import PROFILE, make


def test_all_that_kring_writes_fits_the_world() -> None:
    for language in ("nl", "en"):
        assert [each for each in demo_records(language, date(2027, 3, 16)) if wrong(each)] == []


SESSION = Session(id="s", number=1)
NOTE = Note(id="n", session="s", activity="a", text="x")
ACTIVITY = Activity(id="a", session="s", kind=ActivityKind.BREAK, position=1)
VOTE = Vote(
    id="v", decision="d", session="s", way=Way.DOTS, entry=Entry.HANDS, options=(Option(proposal="p", version=0),),
    base=("x", "y"), roster=3,
)  # fmt: skip
CLUSTER = Cluster(id="c", session="s", activity="a", title="x")
FORM = Evaluation(id="e", session="s", activity="a")
VERSION = Version(text="x", session="s")
PROPOSAL = Proposal(id="p", decision="d", versions=(VERSION,))

COUNTS = ((0, 1, MOST), (-1, MOST + 1))
PLACES = ((-MOST, 0.5, MOST), (-MOST - 1, MOST + 1, float("inf"), float("nan")))
SCORES = ((0, 7.5, 10), (-0.5, 10.5))
WEIGHED = ((0, 5), (-1, 6))
HOURS = (("00:00", "09:59", "19:30", "23:59", "14:30:59"), ("24:00", "9:00", "14:60", "14:30:60", "x14:30", "14:30x"))
DAYS = (("1900-01-01", "2199-12-31", "2028-02-29"), ("1899-12-31", "2200-01-01", "2027-02-29", "20270314", "2027-03-1"))
MOMENTS = (
    ("1900-01-01T00:00:00+00:00", "2199-12-31T12:00:00+01:00", "2027-03-14T12:00:00+01:00"),
    ("1899-12-31T12:00:00+00:00", "2200-01-01T12:00:00+00:00", "2027-03-14T12:00:00", "straks"),
)
BOUNDS: list[tuple[Record, str, tuple[tuple[Any, ...], tuple[Any, ...]]]] = [
    (SESSION, "id", (("x",), ("",))),
    (SESSION, "number", COUNTS),
    (SESSION, "date", DAYS),
    (SESSION, "starts", HOURS),
    (SESSION, "ends", HOURS),
    (SESSION, "closed_at", MOMENTS),
    (PROFILE, "language", (("nl", "en"), ("tlh", "NL"))),
    (Attendance(id="w", session="s", participant="p", presence=Presence.PRESENT), "since", MOMENTS),
    (Attendance(id="w", session="s", participant="p", presence=Presence.PRESENT), "until", MOMENTS),
    (ACTIVITY, "position", PLACES),
    (ACTIVITY, "minutes", COUNTS),
    (ACTIVITY, "started", MOMENTS),
    (ACTIVITY, "ended", MOMENTS),
    (Round(id="r", session="s", activity="a", number=1, tables=()), "number", COUNTS),
    (Question(id="q", session="s", text="x"), "closed", (("s", None), ())),
    (Participant(id="x", name="An"), "left", DAYS),
    (NOTE, "at", MOMENTS),
    (NOTE, "subgroup", COUNTS),
    (NOTE, "weight", COUNTS),
    (NOTE, "feasibility", WEIGHED),
    (NOTE, "value", WEIGHED),
    (NOTE, "position", PLACES),
    (CLUSTER, "position", PLACES),
    (CLUSTER, "hands", COUNTS),
    (CLUSTER, "base", COUNTS),
    (Decision(id="d", session="s", question="x"), "decided_at", MOMENTS),
    (PROPOSAL, "position", PLACES),
    (VOTE, "base", (((), ("x",)), ())),
    (VOTE, "roster", COUNTS),
    (VOTE, "abstained", COUNTS),
    (VOTE, "answered", COUNTS),
    (VOTE, "counts", (({"p": {"yes": 0, "no": MOST}},), ({"p": {"yes": 1, "no": -1}}, {"p": {"yes": MOST + 1}}))),
    (VOTE, "ballots", ((({"p": -MOST, "q": MOST},),), (({"p": 1}, {"p": MOST + 1}), ({"p": 1, "q": -MOST - 1},)))),
    (VOTE, "opened", MOMENTS),
    (VOTE, "closed", MOMENTS),
    (VOTE, "seed", ((0, 2**63 - 1, 1 - 2**63), (2**63, -(2**63)))),
    (Objection(id="o", decision="d", proposal="p", text="x", session="s"), "version", COUNTS),
    (Objection(id="o", decision="d", proposal="p", text="x", session="s"), "integrated", COUNTS),
    (FORM, "content", SCORES),
    (FORM, "discussion", SCORES),
    (FORM, "facilitation", SCORES),
]


@pytest.mark.parametrize(
    ("record", "field", "values"), BOUNDS, ids=[f"{record.table}.{field}" for record, field, _ in BOUNDS]
)
def test_a_value_is_right_up_to_its_bounds_and_no_further(record: Record, field: str, values: Any) -> None:
    fit, unfit = values
    for value in fit:
        assert wrong(replace(record, **{field: value})) is None, value
    for value in unfit:
        said = wrong(replace(record, **{field: value}))
        assert said is not None and said.fills == {"field": field}, value


SAMPLES: dict[Any, Any] = {str: "2027-03-14", int: 1, float: 0.5, bool: True}


@pytest.mark.parametrize("kind", [*RECORDS, Countdown, DateSettings, Option], ids=lambda kind: kind.__name__)
def test_what_a_field_must_be_suits_what_it_holds(kind: type[msgspec.Struct]) -> None:
    """A check by the name of a field, that another record uses for something else, would make files unreadable."""
    types = get_type_hints(kind)
    looks = _looks(kind, getattr(kind, "table", kind.__name__))
    for name, check in zip(looks.names, looks.checks, strict=True):
        plain = [each for each in (types[name], *get_args(types[name])) if each in SAMPLES]
        for each in plain if get_origin(types[name]) not in (tuple, dict) else ():
            assert check(SAMPLES[each]) in (True, False), name


INSIDE: list[tuple[Any, str, tuple[tuple[Any, ...], tuple[Any, ...]]]] = [
    (Countdown(), "ends", MOMENTS),
    (Countdown(), "left", COUNTS),
    (Countdown(), "total", COUNTS),
    (DateSettings(), "size", ((2, 100), (1, 101))),
    (DateSettings(), "minutes", ((0.5, MOST), (0, MOST + 1))),
    (DateSettings(), "change", COUNTS),
    (DateSettings(), "rounds", COUNTS),
    (DateSettings(), "met_before", COUNTS),
    (DateSettings(), "apart", COUNTS),
    (DateSettings(), "seed", ((2**63 - 1,), (2**63,))),
    (Option(proposal="p", version=0), "version", COUNTS),
]


def holding(part: Any) -> Record:
    if isinstance(part, Option):
        return replace(VOTE, options=(Option(proposal="q", version=1), part))
    return replace(ACTIVITY, **{"countdown" if isinstance(part, Countdown) else "dates": part})


@pytest.mark.parametrize(("part", "field", "values"), INSIDE)
def test_a_value_in_a_part_of_a_record_is_right_up_to_its_bounds(part: Any, field: str, values: Any) -> None:
    fit, unfit = values
    for value in fit:
        assert wrong(holding(replace(part, **{field: value}))) is None, value
    for value in unfit:
        said = wrong(holding(replace(part, **{field: value})))
        assert said is not None and said.fills["field"] in {"options", "countdown", "dates"}, value


def test_a_proposal_has_words() -> None:
    assert wrong(PROPOSAL) is None
    said = wrong(replace(PROPOSAL, versions=()))
    assert said is not None and said.fills == {"field": "versions"}


def test_the_first_of_two_that_do_not_fit_is_named() -> None:
    said = wrong(replace(NOTE, weight=-1, value=9))
    assert said is not None and said.fills == {"field": "weight"}


def test_only_a_text_that_is_longer_than_any_is_too_long() -> None:
    long = replace(NOTE, text="x" * LONGEST)
    assert wrong(long, LONGEST + 100) is None
    longer = replace(NOTE, text="x" * (LONGEST + 1))
    said = wrong(longer, LONGEST + 1)
    assert said is not None and said.fills == {"field": "text"}
    assert wrong(longer) is None, "no document of that many bytes can hold one"
    many = Profile(id="p", name="x", prompts=("y" * LONGEST, "z" * LONGEST))
    assert wrong(many, 3 * LONGEST) is None
    assert wrong(NOTE, LONGEST + 1) is None


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("sessions", "date", "2027-02-30"),
        ("sessions", "date", "gisteren"),
        ("sessions", "starts", "25:00"),
        ("sessions", "closed_at", "9999-12-31T23:59:59+00:00"),
        ("sessions", "number", -1),
        ("notes", "at", "2027-03-16T14:31:00"),
        ("notes", "position", 1e308),
        ("notes", "weight", 10**30),
        ("notes", "feasibility", 11),
        ("notes", "text", "x" * (LONGEST + 1)),
        ("notes", "id", ""),
        ("network", "language", "tlh"),
        ("notes", "text", 7),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_it_is_refused_with_its_field_named(tmp_path: Path, table: str, field: str, value: Any, sealed: bool) -> None:
    path = make(tmp_path / "n.kring.json", 1)
    tree = json.loads(path.read_bytes())
    tree[table]["1"][field] = value
    data = json.dumps(tree).encode()
    path.write_bytes(b"".join(images.load(data).next("t").encoded()) if sealed else data)
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert any(field in str(said.fills) for said in caught.value.details)
    assert caught.value.rescue == (table != "network")


@pytest.mark.parametrize(
    ("table", "document"),
    [
        ("proposals", {"id": "v", "decision": "d", "versions": []}),
        ("proposals", {"id": "v", "decision": "d", "versions": [{"text": 1, "session": "s"}]}),
        ("activities", {"id": "a", "session": "s", "kind": "break", "position": 1, "countdown": {"ends": "straks"}}),
        ("activities", {"id": "a", "session": "nergens", "kind": "break", "position": 1}),
        ("activities", {"id": "a", "session": "s", "kind": "break", "position": 1, "dates": {"size": 0}}),
        ("evaluations", {"id": "e", "session": "s", "activity": "a", "content": 10.5}),
    ],
)
def test_what_is_in_a_part_of_a_record_is_looked_at_too(tmp_path: Path, table: str, document: dict[str, Any]) -> None:
    path = make(tmp_path / "n.kring.json")
    tree = json.loads(path.read_bytes())
    tree[table] = {"1": document}
    assert len(images.load(json.dumps(tree).encode()).misfits) == 1


def test_odd_values_in_every_field_crash_nothing(tmp_path: Path) -> None:
    """A short part of ``make torture``."""
    from benchmarks.torture.fields import mutated

    assert mutated(tmp_path, 150, shown=2) == 0
