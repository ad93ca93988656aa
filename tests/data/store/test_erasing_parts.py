"""Erasing a person, in parts: which texts name them, what becomes nobody's, what goes of what is kept beside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from data.model import Attendance, Evaluation, Note, Participant, Presence, Record, Turn, Vote
from data.store import forgetting
from data.store import image as images
from data.store.codec import Damaged
from data.store.disk import Disk
from data.store.forgetting import Kind, Outcome, _apart, _longer, _named, forget, mentions, people
from data.store.free_text import free
from data.store.image import About, Image, load
from data.store.records import write
from data.store.sidecar import Sidecar
from data.store.storage import KringStorage
from data.store.tiny import KringDB
from data.store.window import elsewhere
from tests.data.store.samples import PROFILE

ZOE = Participant(id="0b5f2f6e", name="Zoë Quux", organisation="Huis")
AN = Participant(id="an", name="An")


def note(id_: str, text: str, participant: str | None = None) -> Note:
    return Note(id=id_, session="s", activity="a", text=text, participant=participant)


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def made(path: Path, *records: Record) -> KringStorage:
    with KringDB(path) as db:
        write(db, [PROFILE, *records])
    return KringStorage(path)


def holding(tables: dict[str, Any]) -> Image:
    return load(json.dumps(tables).encode())


# Which texts name somebody.


@pytest.mark.parametrize(
    ("text", "name", "others", "found"),
    [
        ("An", "An", [], {Kind.WHOLE: ((0, 2),)}),
        ("An en An Peeters", "An", ["An Peeters"], {Kind.WHOLE: ((0, 2),), Kind.PART: ((6, 8),)}),
        ("zij, An Peeters", "An Peeters", ["An"], {Kind.WHOLE: ((5, 15),)}),
        ("An Peeters", "An Peeters", ["An Peeters"], {Kind.WHOLE: ((0, 10),)}),
        ("niemand", "An", [], {}),
        ("Ans idee", "An", [], {Kind.HINT: ((0, 3),)}),
    ],
)
def test_a_text_names_somebody_wholly_in_part_or_seemingly(
    text: str, name: str, others: list[str], found: dict[Kind, Any]
) -> None:
    assert dict(_named(text, name, others)) == found


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("An", False),
        ("zei An", False),
        ("An zei", False),
        ("An Zei", True),
        ("An van Dam", True),
        ("An VAN Dam", True),
        ("An vanzelf", False),
        ("An-Sofie", True),
        ("Sofie-An", True),
        ("An, Els", False),
        ("An ", False),
        ("An  ", False),
        ("An.Els", False),
    ],
)
def test_a_single_name_that_goes_on_is_somebody_else(text: str, longer: bool) -> None:
    at = text.index("An")
    assert _longer(text, (at, at + 2), "An", []) is longer


def test_a_name_of_two_words_does_not_go_on() -> None:
    assert not _longer("An Peeters Van Dam", (0, 10), "An Peeters", [])
    assert _longer("An Peeters Maes", (0, 10), "An Peeters", ["An Peeters Maes"])
    assert _longer("zij, Els An", (9, 11), "An", ["Els An"])
    assert not _longer("An en Els An", (0, 2), "An", ["Els An"])


def test_spans_within_another_are_left_out() -> None:
    assert sorted(_apart([(0, 10), (0, 3), (4, 10), (0, 10), (12, 14)])) == [(0, 10), (12, 14)]
    assert sorted(_apart([(0, 5), (3, 8)])) == [(0, 5), (3, 8)]


def test_every_free_text_is_looked_at_but_for_their_own_document_and_the_fields_lead_to_it() -> None:
    image = holding(
        {
            "participants": {
                "1": {"id": "an", "name": "An", "interest": "An zelf"},
                "2": {"id": "b", "name": "An Bos", "goal": "met An"},
                "3": {"id": "c"},
            },
            "evaluations": {"4": {"id": "e", "session": "s", "activity": "a", "learning": ["iets", "van An"]}},
        }
    )
    found = mentions(image, AN)
    assert [(each.table, each.number, each.way, each.text, each.kind, each.spans) for each in found] == [
        ("participants", 2, ("goal",), "met An", Kind.WHOLE, ((4, 6),)),
        ("evaluations", 4, ("learning", 1), "van An", Kind.WHOLE, ((4, 6),)),
    ]
    assert [each.id for each in people(image, "AN")] == ["an"] and people(image, "Bos") == []


def test_free_is_what_people_write_and_of_what_is_not_known_what_has_several_words() -> None:
    assert list(free("notes", {"id": "the id", "text": "one", "colour": "deep red", "mood": "good"})) == [
        (("text",), "one"),
        (("colour",), "deep red"),
    ]
    assert list(free("dreams", {"d": ["a", "b c", {"e": "f g"}], "n": 7})) == [
        (("d", 1), "b c"),
        (("d", 2, "e"), "f g"),
    ]
    version = {"text": "one", "session": "the session", "why": "so"}
    assert list(free("proposals", {"versions": [version]})) == [
        (("versions", 0, "text"), "one"),
        (("versions", 0, "why"), "so"),
    ]


# What becomes of the file.


def erased(tmp_path: Path, *records: Record, person: Participant = ZOE) -> tuple[Image, Outcome]:
    storage = made(tmp_path / "n.kring.json", person, *records)
    outcome = forget(storage, person, "Somebody")
    return KringStorage(storage.path).fresh(), outcome


def test_their_contributions_are_nobodys_and_they_keep_what_is_counted(tmp_path: Path) -> None:
    vote = {
        "id": "v", "decision": "d", "session": "s", "way": "dots", "entry": "person", "options": [], "roster": 2,
        "base": [ZOE.id, "an"], "voters": [ZOE.id], "ballots": [{"p": 1}],
    }  # fmt: skip
    person = msgspec.structs.replace(ZOE, votes=True, dates=False, function="zorg", email="z@x.example")
    image, _ = erased(
        tmp_path,
        AN,
        note("1", "mine", ZOE.id),
        note("2", "of another", "an"),
        Turn(id="t", session="s", activity="a", participant=ZOE.id),
        Turn(id="u", session="s", activity="a", participant="an"),
        Attendance(id="w", session="s", participant=ZOE.id, presence=Presence.EXCUSED, reason="ziek"),
        Attendance(id="x", session="s", participant="an", presence=Presence.EXCUSED, reason="weg"),
        msgspec.convert(vote, Vote),
        person=person,
    )
    state = image.state
    assert state.get(Participant, ZOE.id) == Participant(id=ZOE.id, name="Somebody", votes=True, dates=False)
    assert [each.participant for each in state.all(Note)] == [None, "an"]
    assert [each.participant for each in state.all(Turn)] == [None, "an"]
    assert [(each.participant, each.presence, each.reason) for each in state.all(Attendance)] == [
        (ZOE.id, Presence.EXCUSED, ""),
        ("an", Presence.EXCUSED, "weg"),
    ]
    assert state.all(Vote) == [msgspec.convert(vote, Vote)] and state.get(Participant, "an") == AN
    assert image.about.erased == 1 and image.sound and not image.misfits


def test_the_place_of_a_form_tells_no_longer_whose_it_was(tmp_path: Path) -> None:
    forms = [Evaluation(id=f"e{n}", session="s", activity="a", participant=p, content=n) for n, p in
             enumerate((ZOE.id, "an", ZOE.id))]  # fmt: skip
    storage = made(tmp_path / "n.kring.json", ZOE, *forms)
    last = storage.fresh().about.last
    forget(storage, ZOE, "Somebody")
    image = KringStorage(storage.path).fresh()
    assert {each.id: (each.participant, each.content) for each in image.state.all(Evaluation)} == {
        "e0": (None, 0), "e1": ("an", 1), "e2": (None, 2)
    }  # fmt: skip
    numbers = {doc.record.id: number for number, doc in image.tables["evaluations"].items() if doc.record}
    assert numbers["e1"] == 2 and numbers["e0"] > 3 and numbers["e2"] > 3 and len(numbers) == 3
    assert image.about.last == last and list(image.tables["evaluations"]) == sorted(image.tables["evaluations"])


def test_a_file_without_forms_has_no_number_for_them(tmp_path: Path) -> None:
    image, _ = erased(tmp_path, note("1", "x"))
    assert image.about.last == {"network": 1, "participants": 1, "notes": 1}


def test_each_text_is_replaced_where_it_was_chosen_and_told(tmp_path: Path) -> None:
    storage = made(tmp_path / "n.kring.json", AN, note("1", "An en An"), note("2", "An Bos"), note("3", "An zegt An!"))
    outcome = forget(storage, AN, "Somebody", lambda mention: mention.number != 1)
    assert [each.text for each in KringStorage(storage.path).fresh().state.all(Note)] == [
        "An en An",
        "… Bos",
        "… zegt …!",
    ]
    assert [(each.number, each.kind) for each in outcome.replaced] == [(2, Kind.PART), (3, Kind.WHOLE)]
    assert [each.number for each in outcome.left] == [1]


def test_a_file_that_did_not_wholly_fit_before_may_be_as_it_was_and_no_worse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = made(tmp_path / "n.kring.json", ZOE, note("1", "Zoë Quux"))
    with KringDB(storage.path) as db:
        db.table("rules").insert({"id": 7})
    forget(storage, ZOE, "Somebody")
    assert "…" in storage.path.read_text()
    real = forgetting._anonymous

    def losing(tables: Any, *words: Any) -> Any:
        real(tables, *words)["notes"].clear()
        return tables

    monkeypatch.setattr(forgetting, "_anonymous", losing)
    with pytest.raises(Damaged) as caught:
        forget(storage, ZOE, "Somebody")
    assert "Nothing was erased" in caught.value.said.message


# What is kept beside it.


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_what_is_kept_beside_the_file_is_rewritten_or_taken_away_where_they_stand_in_it(tmp_path: Path) -> None:
    storage = made(tmp_path / "n.kring.json", ZOE, note("1", "Zoë Quux zei"), note("2", "Zoë"))
    sidecar, named, other = storage.sidecar, '{"t": "vraag ZOE QUUX"}', '{"t": "niemand"}'
    good = sidecar.backups / "20270314T120000-r1.json"
    good.write_bytes(storage.path.read_bytes())
    clean = put(sidecar.backups / "20270314T110000-r1.json", '{"notes": {"1": {"id": "n"}}}')
    before = clean.stat().st_ino
    sidecar.latest.write_bytes(storage.path.read_bytes())
    half = put(sidecar.folder / "latest.json.1.tmp", "half")
    torn = put(sidecar.backups / "20270314T100000-r1.json", "torn")
    gone = [
        put(sidecar.windows / "w.drafts", named),
        put(sidecar.windows / "w.tmp", "torn"),
        put(sidecar.aside / "a.json", '{"t": "\\u005ao\\u00eb Quux"}'),
        put(sidecar.aside / "b.json", json.dumps({"id": ZOE.id})),
        put(sidecar.aside / "c.json", "torn"),
        put(sidecar.windows / "d.json", "[" * 100_000),
        put(elsewhere(sidecar) / "w.unsaved", named),
        put(elsewhere(sidecar) / "torn", "torn"),
    ]
    kept = [
        put(sidecar.windows / "v.drafts", "\ufeff" + other),
        put(sidecar.windows / "v.lock", named),
        put(sidecar.aside / "d.json", other),
        put(elsewhere(sidecar) / "v.unsaved", other),
    ]
    history = put(sidecar.windows / "v.history", other)
    cut_off = put(tmp_path / ".n.kring.json.1.tmp", other)
    of_another = put(tmp_path / ".m.kring.json.1.tmp", other)
    outcome = forget(storage, ZOE, "Somebody")
    assert not any(each.exists() for each in (*gone, half, torn, history, cut_off))
    assert all(each.exists() for each in (*kept, of_another)) and clean.stat().st_ino == before
    assert {*outcome.removed} == {*gone, half, torn} and outcome.backups == 2
    for copy in (good, sidecar.latest):
        image = images.load(copy.read_bytes())
        assert [each.text for each in image.state.all(Note)] == ["… zei", "Zoë"], "a hint is left"
        assert image.state.get(Participant, ZOE.id).name == "Somebody"
        assert image.sound and image.about.erased == 1


def test_only_folders_of_files_that_are_gone_in_which_they_stand_are_searched(tmp_path: Path) -> None:
    storage = made(tmp_path / "n.kring.json", ZOE)
    named = json.dumps({"id": ZOE.id})
    texts = {
        "gone": named, "strangers": '{"t": "Zoë Quux"}', "there": named,
    }  # fmt: skip
    files = {}
    for name, text in texts.items():
        sidecar = Sidecar(tmp_path / f"{name}.json", Disk())
        sidecar.make()
        files[name] = put(sidecar.aside / "a.json", text)
        put(sidecar.windows / "w.lock", "")
    (tmp_path / "there.json").write_text("{}")
    forget(storage, ZOE, "Somebody")
    assert {name: path.exists() for name, path in files.items()} == {"gone": False, "strangers": True, "there": True}


def test_the_file_is_replaced_last(tmp_path: Path) -> None:
    class Broken(Disk):
        def remove(self, path: Path) -> None:
            raise OSError("stick pulled out")

    path = made(tmp_path / "n.kring.json", ZOE, note("1", "Zoë Quux")).path
    before = path.read_bytes()
    put(Sidecar(path, Disk()).windows / "w.drafts", '"Zoë Quux"')
    with pytest.raises(OSError):
        forget(KringStorage(path, Broken()), ZOE, "Somebody")
    assert path.read_bytes() == before
    forget(KringStorage(path), ZOE, "Somebody")
    assert "Quux" not in path.read_text() and About() != KringStorage(path).fresh().about
