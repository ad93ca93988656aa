"""One version of a file in memory: what is read of its documents, what does not fit, what the next one takes over."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from data.i18n import set_language
from data.model import Activity, Note, Profile, State, say
from data.store import codec, migrations
from data.store import image as images
from data.store.codec import Damaged
from data.store.image import About, Doc, Image, fitting, line_of, load, read_document, rebuilt


def row(id_: str, text: str = "x", **more: Any) -> dict[str, Any]:
    return {"id": id_, "session": "s", "activity": "a", "text": text, **more}


def read(tables: dict[str, Any], about: dict[str, Any] | None = None, *, known: Image | None = None) -> Image:
    """The image of a file that another program wrote."""
    return load(json.dumps({"kring": {"1": about or {}}, **tables}, ensure_ascii=False).encode(), known)


def notes(image: Image) -> dict[int, Note]:
    found = image.tables["notes"]
    return {number: doc.record for number, doc in found.items() if isinstance(doc.record, Note)}


# What is read.


def test_documents_are_read_by_number_and_found_by_id() -> None:
    image = read({"notes": {"2": row("b"), "1": row("a")}, "dreams": {"4": {"id": "d"}}})
    assert list(image.tables["notes"]) == [1, 2] and image.ids["notes"] == {"a": 1, "b": 2}
    assert image.tables["notes"][2] == Doc(
        b'"2":{"id":"b","session":"s","activity":"a","text":"x"}', Note(id="b", session="s", activity="a", text="x")
    )
    assert list(image.state.tables) == ["notes"] and list(image.state.tables["notes"]) == ["a", "b"]
    assert image.tables["dreams"] == {4: Doc(b'"4":{"id":"d"}', None)} and image.ids["dreams"] == {}
    assert not image.sound and image.misfits == () and image.remarks == () and not image.migrated


def test_a_version_that_was_written_is_read_as_it_was() -> None:
    image = read({"notes": {"1": row("a")}, "rules": {}}).next("token")
    again = load(b"".join(image.encoded()))
    assert (again.about, again.tables, again.ids, again.state) == (image.about, image.tables, image.ids, image.state)
    assert again.sound and again.blocks == image.blocks


def test_of_a_version_that_is_known_what_did_not_change_is_the_same_object() -> None:
    tables = {"notes": {"1": row("a"), "2": row("b")}, "rules": {"1": {"id": "r", "session": "s", "text": "x"}}}
    known = read(tables)
    tables["notes"]["2"] = row("b", "changed")
    image = read(tables, known=known)
    assert image.tables["rules"] is known.tables["rules"] and image.ids["rules"] is known.ids["rules"]
    assert image.blocks["rules"] is known.blocks["rules"]
    assert image.state.tables["rules"] is known.state.tables["rules"]
    assert image.tables["notes"][1] is known.tables["notes"][1] and image.tables["notes"][2].line.endswith(
        b'"changed"}'
    )
    assert image.state.get(Note, "b").text == "changed" and image.ids["notes"] == {"a": 1, "b": 2}
    assert read({"dreams": {"1": {"a": 1}}}, known=read({"dreams": {"1": {"a": 1}}})).state == State({})


def test_a_document_that_fits_no_record_stays_and_is_told_with_its_field() -> None:
    set_language("en")
    image = read({"notes": {"1": row("a"), "3": {**row("b"), "text": 7}, "4": {"id": "c"}, "5": row("d", weight=-1)}})
    assert list(notes(image)) == [1] and list(image.tables["notes"]) == [1, 3, 4, 5]
    assert list(image.unfit) == [("notes", 3), ("notes", 4), ("notes", 5)]
    assert image.misfits == (
        say("{table} number {id}: {why}", table="notes", id=3, why="text: Expected `str`, got `int`"),
        say("{table} number {id}: {why}", table="notes", id=4, why="Object missing required field `session`"),
        say("{table} number {id}: {why}", table="notes", id=5, why="weight holds what cannot be"),
    )
    assert image.ids["notes"] == {"a": 1}


def test_what_is_wrong_with_a_document_is_told_in_short() -> None:
    (said,) = read({"sessions": {"1": {"id": "s", "number": 1, "status": "x" * 500}}}).misfits
    assert str(said.fills["why"]).startswith("status: Invalid enum value 'xxx") and len(str(said.fills["why"])) == 120


def test_an_activity_without_its_session_fits_no_record() -> None:
    activity = {"id": "a", "session": "s", "kind": "break", "position": 1}
    tables = {"sessions": {"1": {"id": "s", "number": 1}}, "activities": {"1": activity, "2": {**activity, "id": "b"}}}
    assert read(tables).misfits == ()
    tables["activities"]["1"]["session"] = "elsewhere"
    tables["activities"]["3"] = {"id": "c"}
    image = read(tables)
    assert [each.fills for each in image.misfits] == [
        {"table": "activities", "id": 3, "why": "Object missing required field `session`"},
        {"table": "activities", "id": 1, "why": "session"},
    ]
    assert [each.id for each in image.state.all(Activity)] == ["b"] and image.ids["activities"] == {"b": 2}
    assert image.tables["activities"][1].line.startswith(b'"1":{"id":"a"') and len(image.tables["activities"]) == 3
    assert len(read({"activities": {"1": activity}}).misfits) == 1, "without a session there is none"


def test_a_copied_document_gets_an_id_of_its_own_that_is_the_same_in_every_window() -> None:
    tables = {"notes": {"1": row("a"), "2": {"id": "a", "text": 7}, "3": row("a", "copy", colour="red"), "4": row("b")}}
    image, again = read(tables), read(tables)
    found = notes(image)
    assert found[1].id == "a" and found[4].id == "b" and found[3].id not in {"a", "b"} and found[3].text == "copy"
    assert found[3] == notes(again)[3] and image.ids["notes"] == {"a": 1, found[3].id: 3, "b": 4}
    document = json.loads(image.tables["notes"][3].line.partition(b":")[2])
    assert document == {**row(found[3].id, "copy"), "colour": "red"}
    assert image.tables["notes"][3].line.startswith(b'"3":{')
    assert image.remarks == (
        say("number {id} of {table} was a copy; it has an id of its own now", id=3, table="notes"),
    )
    three = notes(read({"notes": {str(number): row("a") for number in (1, 2, 3)}}))
    assert len({each.id for each in three.values()}) == 3


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\u202eb", "ab"),
        ("a\x7fb", "ab"),
        ("a\u0085b", "a b"),
        (" x", "x"),
        ("x ", "x"),
        ("a\\u001bb", "ab"),
        ("a\\tb", "a b"),
        ("a\\\\b", "a\\b"),
        ('a\\"b', 'a"b'),
        ("e\u0301", "\xe9"),
        ("\u0627\u0653", "\u0622"),
        ("\ufeffx", "x"),
        ("a\u00adb", "ab"),
        ("x\u00a0", "x"),
        ("\u061cx", "x"),
        ("\ud7ff\u180ex", "\ud7ffx"),
        ("gewoon, \xe9\xe8n 'regel'", "gewoon, \xe9\xe8n 'regel'"),
    ],
)
def test_texts_are_cleaned_on_the_way_in_and_the_file_stays_as_it_is(raw: str, shown: str) -> None:
    data = f'{{"notes": {{"1": {{"id":"a","session":"s","activity":"a","text":"{raw}"}}}}}}'.encode()
    sealed = load(b"".join(load(data).next("t").encoded()))
    assert sealed.state.get(Note, "a").text == shown == load(data).state.get(Note, "a").text


def test_what_is_in_lists_and_names_of_fields_is_cleaned_too() -> None:
    profile = {"id": "p", "name": "x", "prompts": ["a\u202eb", " c"]}
    assert read({"network": {"1": profile}}).state.get(Profile, "p").prompts == ("ab", "c")
    counts = {"o\u202e": {"yes\u202e": 1}}
    vote = {"id": "v", "decision": "d", "session": "s", "way": "dots", "entry": "hands", "options": [], "base": [],
            "roster": 1, "counts": counts}  # fmt: skip
    (found,) = read({"ballots": {"1": vote}}).state.tables["ballots"].values()
    assert msgspec.to_builtins(found)["counts"] == {"o": {"yes": 1}}


def test_what_fits_no_record_is_told_of_every_version_and_fits_once_its_session_is_there() -> None:
    activity = {"id": "a", "session": "s", "kind": "break", "position": 1}
    tables = {"notes": {"1": {"id": 7}}, "activities": {"1": activity}, "dreams": {"1": {"id": 7}}}
    first = read(tables)
    again = read(tables, known=first)
    assert len(first.misfits) == 2 and again.misfits == first.misfits
    assert again.tables["dreams"] is first.tables["dreams"]
    come = read({**tables, "sessions": {"1": {"id": "s", "number": 1}}}, known=first)
    assert list(come.unfit) == [("notes", 1)] and [each.id for each in come.state.all(Activity)] == ["a"]
    assert list(rebuilt(first, {"notes": {1: {"id": 7}}}, "u").unfit) == [("notes", 1)]


# What is no network file.


def test_whatever_is_wrong_with_a_file_is_said_in_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(error: Exception) -> Any:
        def parse(_data: bytes) -> None:
            raise error

        return parse

    for error, message, fills in (
        (RecursionError(), "it is nested too deep", {}),
        (ValueError(), "it holds what no Kring writes ({why})", {"why": "ValueError"}),
        (TypeError(), "it holds what no Kring writes ({why})", {"why": "TypeError"}),
        (OverflowError(), "it holds what no Kring writes ({why})", {"why": "OverflowError"}),
        (KeyError(), "it holds what no Kring writes ({why})", {"why": "KeyError"}),
        (Damaged(say("as it is")), "as it is", {}),
    ):
        monkeypatch.setattr(codec, "parse", raising(error))
        with pytest.raises(Damaged) as caught:
            load(b"")
        assert (caught.value.said.message, dict(caught.value.said.fills)) == (message, fills)


# The document about the file.


def test_what_a_file_says_of_itself_is_read_and_what_does_not_fit_counts_for_nothing() -> None:
    about = {"revision": 7, "erased": 2, "writes": ["t"], "ancestors": ["u"], "last": {"notes": 9, "dreams": 3}}
    image = read({"notes": {"4": row("a")}}, about)
    assert image.about == About(revision=7, erased=2, writes=("t",), ancestors=("u",), last={"notes": 9, "dreams": 3})
    sealed = b"".join(codec.seal(b'{"revision":"x"}', image.blocks))
    assert load(sealed).about == About(last={"notes": 4}) and not load(sealed).sound


def test_the_last_number_of_a_table_is_at_least_that_of_its_last_document() -> None:
    image = read({"notes": {"4": row("a"), "12": row("b")}, "dreams": {"3": {}}, "rules": {}}, {"last": {"notes": 5}})
    assert image.about.last == {"notes": 12, "dreams": 3, "rules": 0}
    form = {"id": "e", "session": "s", "activity": "a"}
    assert read({"evaluations": {"77": form}}, {"last": {"evaluations": 2}}).about.last == {"evaluations": 2}


def test_a_number_that_is_too_large_to_count_on_from_is_passed_over() -> None:
    large = 2**53
    assert read({"notes": {"4": row("a"), str(large): row("b")}}).about.last == {"notes": 4}
    assert read({"notes": {"4": row("a"), str(large - 1): row("b")}}).about.last == {"notes": large - 1}
    assert read({"notes": {str(large): row("b")}}).about.last == {"notes": 0}
    assert read({"notes": {"-3": row("a")}}).about.last == {"notes": 0}
    assert read({"notes": {"-3": row("a"), "0": row("c"), str(large): row("b")}}).about.last == {"notes": 0}
    assert read({"notes": {"1": row("a"), str(large): row("b")}}).about.last == {"notes": 1}


def test_an_older_form_is_brought_to_the_present_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def step(tables: migrations.Tables) -> migrations.Tables:
        return {"notes": {number + 1: {**each, "text": "moved"} for number, each in tables["ideas"].items()}}

    monkeypatch.setattr(migrations, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "STEPS", {1: step})
    image = read({"ideas": {"1": row("a")}}, {"schema": 1, "revision": 5})
    assert image.migrated and image.about.schema == 2 and image.about.revision == 5
    assert notes(image) == {2: Note(id="a", session="s", activity="a", text="moved")}
    assert not read({"notes": {"1": row("a")}}, {"schema": 2}).migrated
    assert not read({"notes": {"1": row("a")}}, {"schema": 3}).migrated, "a newer one is left as it is"
    assert image.next("t").migrated is False
    with pytest.raises(Damaged) as caught:
        read({}, {"schema": -1})
    assert caught.value.said.fills == {"schema": -1}


def test_the_steps_from_an_old_form_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA", 4)
    steps = {number: lambda tables, number=number: {**tables, f"{number}": {}} for number in (1, 2, 3)}
    monkeypatch.setattr(migrations, "STEPS", steps)
    assert list(migrations.migrate({}, 2)) == ["2", "3"] and list(migrations.migrate({}, 1)) == ["1", "2", "3"]
    assert migrations.migrate({"x": {}}, 4) == {"x": {}}


# The next version.


def test_the_next_version_has_the_same_documents_and_one_more_write() -> None:
    image = read({"notes": {"1": row("a")}}, {"revision": 3, "writes": ["t"]})
    after = image.next("u")
    assert (after.about.revision, after.about.writes, after.about.ancestors) == (4, ("t", "u"), ("t",))
    assert after.tables is image.tables and after.sound and after.about.last == {"notes": 1}
    told = load(b'{"notes": {"1": {"a": 1, "a": 2}}}')
    assert told.remarks and told.next("t").remarks == ()
    assert images.blank().next("t").about == About(revision=1, writes=("t",))


def test_in_the_place_of_another_version_no_number_is_given_again() -> None:
    ours = About(revision=3, last={"notes": 5, "rules": 2}, erased=1, writes=("t",))
    theirs = About(revision=9, last={"notes": 4, "dreams": 7}, erased=2)
    image = msgspec.structs.replace(images.blank(), about=ours)
    after = image.next("u", theirs).about
    assert after == About(
        revision=10, last={"dreams": 7, "notes": 5, "rules": 2}, erased=2, writes=("t", "u"), ancestors=("t",)
    )
    earlier = image.next("u", About(revision=2, last={"notes": 6})).about
    assert (earlier.revision, earlier.last, earlier.erased) == (4, {"notes": 6, "rules": 2}, 1)
    assert image.next("u", About(revision=3)).about.revision == 4


def test_tables_in_the_place_of_its_own_keep_what_is_the_same() -> None:
    image = read(
        {"notes": {"1": row("a"), "2": row("b")}, "rules": {"1": {"id": "r", "session": "s", "text": "x"}}},
        {"revision": 3, "last": {"notes": 8, "dreams": 2}, "writes": ["t"]},
    )
    after = rebuilt(image, {"notes": {9: row("c"), 1: row("a"), 4: {"id": 7}}, "rules": {}}, "u")
    assert list(after.tables["notes"]) == [1, 4, 9] and after.tables["notes"][1] is image.tables["notes"][1]
    assert after.about == About(revision=4, last={"notes": 9, "rules": 1, "dreams": 2}, writes=("t", "u"), ancestors=())
    assert list(after.unfit) == [("notes", 4)] and after.sound
    same = rebuilt(image, {"rules": {1: {"id": "r", "session": "s", "text": "x"}}}, "u")
    assert same.tables["rules"] is image.tables["rules"] and list(same.tables) == ["rules"]
    with pytest.raises(ValueError):
        rebuilt(image, {"notes": {1: {"n": float("nan")}}}, "u")


def test_what_fits_is_left_without_the_documents_that_fit_no_record() -> None:
    image = read({"notes": {"1": row("a"), "2": {"id": 7}}, "dreams": {"1": {"id": 7}}}, {"revision": 3})
    after = fitting(image)
    assert list(after.tables["notes"]) == [1] and list(after.tables["dreams"]) == [1]
    assert (
        after.about == image.about and after.misfits == () and after.blocks["notes"] == (image.tables["notes"][1].line,)
    )


# Documents.


def test_a_version_is_given_as_tinydb_reads_it_and_shared_with_nobody() -> None:
    image = read({"notes": {"1": row("a")}, "dreams": {}}, {"revision": 3})
    found = image.documents()
    assert found["notes"] == {"1": row("a")} and found["dreams"] == {} and list(found) == ["kring", "notes", "dreams"]
    assert found["kring"] == {"1": {"checksum": "", **msgspec.to_builtins(image.about)}}
    assert next(iter(found["kring"]["1"])) == "checksum"
    found["notes"]["1"]["text"] = "other"
    assert image.documents()["notes"]["1"]["text"] == "x"


def test_documents_are_counted_by_table_those_of_every_kind_of_record_first() -> None:
    counts = read({"dreams": {"1": {}, "2": {}}, "notes": {"1": row("a")}}).counts()
    assert list(counts) == [*images.KINDS, "dreams"]
    assert counts["notes"] == 1 and counts["dreams"] == 2 and sum(counts.values()) == 3


def test_a_document_that_is_put_into_a_table_gets_an_id_of_its_own_when_another_has_it() -> None:
    line = line_of(3, codec.encode(row("a")))
    assert line == b'"3":{"id":"a","session":"s","activity":"a","text":"x"}'
    doc, misfit = read_document("notes", 3, line, {"a": 3})
    assert doc == Doc(line, Note(id="a", session="s", activity="a", text="x")) and misfit is None
    assert read_document("notes", 3, line, {})[0] == doc
    copy, misfit = read_document("notes", 3, line, {"a": 2})
    assert copy.record is not None and copy.record.id != "a" and misfit is None
    assert copy == read({"notes": {"1": row("a"), "3": row("a")}}).tables["notes"][3]
    assert images.document(3, copy)["id"] == copy.record.id
    nothing, misfit = read_document("notes", 3, b'"3":{"id":7}', {})
    assert nothing.record is None and misfit is not None and misfit.fills["id"] == 3
    assert read_document("dreams", 3, b'"3":{"id":7}', {}) == (Doc(b'"3":{"id":7}', None), None)
