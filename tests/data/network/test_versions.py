"""What is made of two versions, record by record, as it was chosen; and what is said of another version."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.i18n import set_language, told
from data.model import Decision, DecisionStatus, Fate, Note, Profile, Question, QuestionKind, Session, Stamp, State, say
from data.network import Network
from data.network.foreign import Choice, Foreign, settle
from data.network.glance import LARGEST, glance
from data.network.words import broken, busy, trouble, unreadable
from data.store.lineage import Relation
from tests.data.store.samples import PROFILE, SESSION, make, note

AT = Stamp("2027-03-14T12:00:00+01:00", "12345678123456781234567812345678")
OLD, OURS, THEIRS = note(1, "old"), note(1, "ours"), note(1, "theirs")


@pytest.fixture(autouse=True)
def in_english() -> None:
    set_language("en")


def joined(ours: Note | None, theirs: Note | None, base: State | None, choice: Choice) -> Note | None:
    state = State.holding([ours] if ours else [])
    change = settle(state, AT, theirs=State.holding([theirs] if theirs else []), base=base, choice=choice)
    return state.after(change).find(Note, "n1")


def made_from(record: Note | None) -> State:
    return State.holding([record] if record else [])


CASES = [
    # ours, theirs, what both were made from; and what becomes of it when ours holds, and when theirs does
    (OURS, THEIRS, OLD, OURS, THEIRS),
    (OURS, OLD, OLD, OURS, OURS),
    (OLD, THEIRS, OLD, THEIRS, THEIRS),
    (OURS, None, None, OURS, OURS),
    (None, THEIRS, None, THEIRS, THEIRS),
    (OLD, None, OLD, None, None),
    (None, OLD, OLD, None, None),
    (OURS, None, OLD, OURS, OURS),
    (None, THEIRS, OLD, THEIRS, THEIRS),
    (OURS, THEIRS, None, OURS, THEIRS),
]


@pytest.mark.parametrize(("ours", "theirs", "base", "by_ours", "by_theirs"), CASES)
def test_of_two_versions_that_are_joined_each_change_holds_and_one_side_where_both_made_one(
    ours: Note | None, theirs: Note | None, base: Note | None, by_ours: Note | None, by_theirs: Note | None
) -> None:
    assert joined(ours, theirs, made_from(base), Choice.MERGE) == by_ours
    assert joined(ours, theirs, made_from(base), Choice.MERGE_THEIRS) == by_theirs


@pytest.mark.parametrize(("ours", "theirs"), [(OURS, THEIRS), (OURS, None), (None, THEIRS)])
def test_one_version_that_is_chosen_whole_is_as_it_is(ours: Note | None, theirs: Note | None) -> None:
    for base in (None, made_from(OLD)):
        assert joined(ours, theirs, base, Choice.OURS) == ours
        assert joined(ours, theirs, base, Choice.THEIRS) == theirs


@pytest.mark.parametrize("choice", [Choice.MERGE, Choice.MERGE_THEIRS])
def test_without_what_both_were_made_from_nothing_is_taken_away(choice: Choice) -> None:
    assert joined(OURS, None, None, choice) == OURS
    assert joined(None, THEIRS, None, choice) == THEIRS
    assert joined(OURS, THEIRS, None, choice) == (OURS if choice is Choice.MERGE else THEIRS)


def test_only_what_differs_is_written() -> None:
    state = State.holding([PROFILE, note(2), OURS])
    theirs = State.holding([PROFILE, note(2), THEIRS, note(3)])
    change = settle(state, AT, theirs=theirs, base=None, choice=Choice.THEIRS)
    assert change.puts == (THEIRS, note(3)) and change.drops == ()
    change = settle(state, AT, theirs=State.holding([PROFILE]), base=None, choice=Choice.THEIRS)
    assert change.puts == () and set(change.drops) == {note(2), OURS}
    assert settle(state, AT, theirs=theirs, base=None, choice=Choice.OURS).puts == ()


# What is said of another version.


def other(
    relation: Relation = Relation.APART, *, sound: bool = True, same: bool = True, differs: bool = True
) -> Foreign:
    counts = (say("notes: {n} new", n=2), say("rules: {n} gone", n=1)) if differs else ()
    return Foreign(Path("/far/away.json"), "digest", relation, sound, same, 0, counts)


@pytest.mark.parametrize(
    ("relation", "sound", "same", "asks"),
    [
        (Relation.OLDER, True, True, False),
        (Relation.OLDER, False, True, True),
        (Relation.OLDER, True, False, True),
        (Relation.APART, True, True, True),
        (Relation.LATER, True, True, True),
    ],
)
def test_only_of_a_sound_older_copy_of_the_same_network_nothing_needs_to_be_asked(
    relation: Relation, sound: bool, same: bool, asks: bool
) -> None:
    assert other(relation, sound=sound, same=same).asks is asks


def test_each_kind_of_other_version_has_a_sentence_of_its_own() -> None:
    sentences = [
        told(other(same=False, sound=False, relation=Relation.OLDER).said("n.json")),
        told(other(sound=False, relation=Relation.OLDER).said("n.json")),
        told(other(relation=Relation.OLDER).said("n.json")),
        told(other(relation=Relation.APART).said("n.json")),
        told(other(same=False).said("n.json", beside=True)),
    ]
    for sentence, word in zip(
        sentences, ("Another network", "another program", "older", "made elsewhere", "Next to it"), strict=True
    ):
        assert word in sentence
        assert [word in each for each in sentences].count(True) in {1, 2}
    assert all("n.json" in each for each in sentences[:4]) and "away.json" in sentences[4]
    assert all("notes: 2 new; rules: 1 gone" in each for each in sentences[1:])
    assert "(=)" in told(other(differs=False).said("n.json"))


# What Home says of a file that is not open.


def filled(tmp_path: Path) -> Path:
    path = tmp_path / "n.kring.json"
    Network.create(
        path,
        [
            PROFILE,
            SESSION,
            Question(id="q1", session="s", text="open"),
            Question(id="q2", session="s", text="answered", fate=Fate.CLOSED, closed="s"),
            Question(id="q3", session="s", text="expected", kind=QuestionKind.EXPECTATION),
            Decision(id="d1", session="s", question="open"),
            Decision(id="d2", session="s", question="done", status=DecisionStatus.DECIDED),
            Decision(id="d3", session="s", question="later", status=DecisionStatus.PARKED),
            Decision(id="d4", session="s", question="open too"),
        ],
    ).close()
    return path


def test_a_glance_tells_the_name_the_session_and_what_is_open(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    found = glance(path)
    assert found is not None
    assert (found.name, found.session, found.questions, found.decisions) == ("Klankbord", SESSION, 1, 2)
    assert path.read_bytes() == before


def test_there_is_no_glance_at_what_is_no_network(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json")
    assert glance(tmp_path / "none.json") is None
    (tmp_path / "damaged.json").write_bytes(path.read_bytes()[:-20])
    assert glance(tmp_path / "damaged.json") is None
    (tmp_path / "empty.json").write_text("{}")
    assert glance(tmp_path / "empty.json") is None


def test_there_is_a_glance_at_a_file_up_to_eight_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST == 8 * 1024 * 1024
    path = make(tmp_path / "n.kring.json")
    monkeypatch.setattr("data.network.glance.LARGEST", path.stat().st_size)
    assert glance(path) is not None
    monkeypatch.setattr("data.network.glance.LARGEST", path.stat().st_size - 1)
    assert glance(path) is None


def test_a_network_without_a_session_has_a_glance_too(tmp_path: Path) -> None:
    path = tmp_path / "n.kring.json"
    Network.create(path, [PROFILE]).close()
    found = glance(path)
    assert found is not None and found.session is None and (found.questions, found.decisions) == (0, 0)


# What the disk's errors mean.

FILE = Path("/folder/n.kring.json")


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        ((errno.ENOSPC, errno.EDQUOT), "full"),
        ((errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE), "/folder is gone"),
        ((errno.EACCES, errno.EPERM, errno.EROFS), "n.kring.json may no longer be changed"),
        ((errno.EIO, None), "gives an error"),
    ],
)
def test_an_error_while_saving_says_what_to_do_about_it(numbers: tuple[int | None, ...], word: str) -> None:
    for number in numbers:
        said = told(trouble(OSError(number, "Strange"), FILE))
        assert word in said and "Leave this window open" in said


def test_an_error_that_is_not_known_is_named() -> None:
    assert "Strange" in told(trouble(OSError(errno.EIO, "Strange"), FILE))
    assert "OSError" in told(trouble(OSError("no number"), FILE))
    assert "KeyError" in told(broken(KeyError("x")))
    assert "is using n.kring.json" in told(busy(FILE))


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (errno.ELOOP, "leads to itself"),
        (errno.EACCES, "not allowed to read"),
        (errno.EPERM, "not allowed to read"),
        (errno.EIO, "cannot be read: Strange"),
    ],
)
def test_an_error_while_opening_says_why(number: int, word: str) -> None:
    said = told(unreadable(OSError(number, "Strange"), FILE))
    assert word in said and "n.kring.json" in said


def test_an_error_while_opening_without_words_has_its_name() -> None:
    assert "OSError" in told(unreadable(OSError("no number"), FILE))


def test_a_replaced_profile_is_still_the_same_network() -> None:
    state = State.holding([PROFILE, Session(id="s", number=1)])
    change = settle(
        state, AT, theirs=State.holding([replace(PROFILE, name="New"), SESSION]), base=None, choice=Choice.THEIRS
    )
    assert state.after(change).get(Profile, "p").name == "New"
