"""A transaction: what was done to tables becomes the next version, and only what was touched is made anew."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from data.model import Evaluation, Note
from data.store import blocks
from data.store.blocks import SIZE
from data.store.image import About, Image, load
from data.store.transaction import Rows, Texts, Transaction


def row(id_: str, text: str = "x", **more: Any) -> dict[str, Any]:
    return {"id": id_, "session": "s", "activity": "a", "text": text, **more}


@pytest.fixture
def image() -> Image:
    """Three notes, two rules, and a table of a newer Kring; written by another computer."""
    tables = {
        "kring": {"1": {"revision": 3, "writes": ["t1", "t2"], "last": {"notes": 6}}},
        "notes": {"1": row("a"), "2": row("b"), "5": row("c")},
        "rules": {"1": {"id": "r", "session": "s", "text": "x"}, "2": {"id": 7}},
        "dreams": {"4": {"d": 1}},
    }
    return load(json.dumps(tables).encode())


@pytest.fixture
def open_(image: Image) -> Transaction:
    return Transaction(image, "t3")


def rows(open_: Transaction, name: str) -> Rows:
    return Rows(open_.docs(name))


def put(open_: Transaction, name: str, number: int, document: dict[str, Any]) -> None:
    changed = rows(open_, name)
    changed[number] = document
    open_.take(name, changed)


def take_away(open_: Transaction, name: str, *numbers: int) -> None:
    changed = rows(open_, name)
    for number in numbers:
        del changed[number]
    open_.take(name, changed)


def held(image: Image, name: str) -> dict[str, Any]:
    """The table as the whole file has it, which must be what its parts say."""
    again = load(b"".join(image.encoded()))
    assert again.sound and again.tables == image.tables and again.blocks.keys() == image.blocks.keys()
    assert again.state == image.state and again.ids == image.ids and {*again.unfit} == {*image.unfit}
    assert list(image.state.tables.get(name, ())) == list(again.state.tables.get(name, ()))
    return dict(image.documents().get(name, {}))


# The rows of a table while they are changed.


def test_rows_are_what_is_there_with_what_was_done_to_them(open_: Transaction) -> None:
    changed = rows(open_, "notes")
    assert changed[1] == row("a") and changed[1] is changed[1]
    changed[9] = row("new")
    del changed[2]
    assert list(changed) == [1, 5, 9] and len(changed) == 3
    assert [number in changed for number in (1, 2, 5, 9, 3)] == [True, False, True, True, False]
    assert changed.gone() == {2} and set(changed.seen) == {1, 9}
    for missing in (2, 3):
        with pytest.raises(KeyError):
            changed[missing]
        with pytest.raises(KeyError) as caught:
            del changed[missing]
        assert caught.value.args == (missing,)
    changed[2] = row("back")
    assert list(changed) == [1, 2, 5, 9] and changed[2] == row("back") and changed.gone() == set()
    del changed[9]
    assert 9 not in changed and changed.gone() == set(), "it was never in the file"


def test_rows_that_are_cleared_are_all_gone_and_none_was_read(open_: Transaction) -> None:
    changed = rows(open_, "notes")
    changed[9] = row("new")
    changed.clear()
    assert list(changed) == [] and changed.gone() == {1, 2, 5} and changed.seen == {}
    changed[1] = row("again")
    assert changed.gone() == {2, 5}


def test_texts_are_documents_by_the_number_as_text(open_: Transaction) -> None:
    texts = Texts(open_.docs("notes"))
    assert list(texts) == ["1", "2", "5"] and len(texts) == 3 and texts["5"] == row("c")
    for key in ("3", "x", ""):
        with pytest.raises(KeyError):
            texts[key]
    with pytest.raises(KeyError) as caught:
        texts["x"]
    assert caught.value.args == ("x",)


# What is asked of it meanwhile.


def test_nothing_was_asked_of_it_yet(open_: Transaction, image: Image) -> None:
    assert not open_.changed and not open_.done
    assert open_.names() == ["notes", "rules", "dreams"]
    assert open_.docs("notes") is image.tables["notes"] and open_.docs("other") == {}
    assert open_.number_of("notes", "c") == 5 and open_.number_of("notes", "z") is None
    assert open_.number_of("other", "c") is None


def test_it_sees_what_was_done_in_it(open_: Transaction) -> None:
    put(open_, "notes", 7, row("d"))
    take_away(open_, "notes", 1)
    put(open_, "swot", 1, {"id": "z"})
    assert open_.changed and open_.names() == ["notes", "rules", "dreams", "swot"]
    assert open_.number_of("notes", "d") == 7 and open_.number_of("notes", "a") is None
    assert list(open_.docs("notes")) == [2, 5, 7]
    open_.drop("rules")
    assert open_.names() == ["notes", "dreams", "swot"] and open_.docs("rules") == {}
    assert open_.number_of("rules", "r") is None
    put(open_, "rules", 3, {"id": "r", "session": "s", "text": "y"})
    assert open_.names() == ["notes", "dreams", "swot", "rules"] and open_.number_of("rules", "r") == 3


@pytest.mark.parametrize(
    "act",
    [
        lambda open_: put(open_, "notes", 7, row("d")),
        lambda open_: open_.drop("notes"),
        lambda open_: open_.join(("z",)),
    ],
)
def test_whatever_is_asked_of_it_it_changed(open_: Transaction, act: Any) -> None:
    act(open_)
    assert open_.changed


def test_what_is_as_it_was_is_no_change_but_an_empty_table_is(open_: Transaction) -> None:
    put(open_, "notes", 2, row("b"))
    open_.take("notes", rows(open_, "notes"))
    assert not open_.changed
    open_.take("empty", rows(open_, "empty"))
    assert open_.changed and open_.names()[-1] == "empty"
    assert open_.image().documents()["empty"] == {}


def test_a_write_that_the_file_has_already_is_done(image: Image) -> None:
    assert Transaction(image, "t1").done and Transaction(image, "t2").done and not Transaction(image, "t").done


def test_numbers_go_on_from_the_last_that_was_given_and_are_free(open_: Transaction) -> None:
    assert [open_.next_number("notes"), open_.next_number("notes"), open_.next_number("new")] == [7, 8, 1]
    put(open_, "notes", 9, row("d"))
    put(open_, "notes", 2**53 + 1, row("e"))
    assert open_.next_number("notes") == 10
    assert open_.image().about.last == {"notes": 10, "rules": 2, "dreams": 4, "new": 1}


def test_a_number_that_an_older_file_has_beyond_its_last_is_not_given_again(image: Image) -> None:
    odd = msgspec.structs.replace(image, about=msgspec.structs.replace(image.about, last={"notes": 1}))
    open_ = Transaction(odd, "t3")
    assert [open_.next_number("notes"), open_.next_number("notes"), open_.next_number("notes")] == [3, 4, 6]


@pytest.mark.parametrize(("number", "last"), [(2**53 - 1, 2**53 - 1), (2**53, 6), (3, 6)])
def test_a_number_that_was_brought_along_counts_on_unless_it_is_too_large(
    open_: Transaction, number: int, last: int
) -> None:
    put(open_, "notes", number, row("d"))
    assert open_.image().about.last["notes"] == last


def test_the_number_of_a_form_tells_nothing(open_: Transaction) -> None:
    put(open_, "evaluations", 77, {"id": "e", "session": "s", "activity": "a"})
    assert "evaluations" not in open_.image().about.last


# The version after it.


def test_what_was_not_touched_is_the_same_object_in_the_next_version(open_: Transaction, image: Image) -> None:
    put(open_, "notes", 2, row("b", "changed"))
    after = open_.image()
    for part in ("tables", "ids", "blocks"):
        assert getattr(after, part)["rules"] is getattr(image, part)["rules"]
        assert getattr(after, part)["dreams"] is getattr(image, part)["dreams"]
    assert after.state.tables["rules"] is image.state.tables["rules"] and "dreams" not in after.state.tables
    assert after.tables["notes"][1] is image.tables["notes"][1]
    assert image.state.get(Note, "b").text == "x" and after.state.get(Note, "b").text == "changed"
    assert held(after, "notes") == {"1": row("a"), "2": row("b", "changed"), "5": row("c")}


def test_documents_that_are_put_in_and_taken_away_stand_in_the_order_of_their_numbers(open_: Transaction) -> None:
    put(open_, "notes", 9, row("e"))
    put(open_, "notes", 3, row("d"))
    take_away(open_, "notes", 1, 9)
    after = open_.image()
    assert held(after, "notes") == {"2": row("b"), "3": row("d"), "5": row("c")}
    assert after.ids["notes"] == {"b": 2, "c": 5, "d": 3}
    assert list(after.state.tables["notes"]) == ["b", "d", "c"]


def test_what_was_taken_away_is_no_record_any_more(open_: Transaction) -> None:
    take_away(open_, "notes", 1)
    after = open_.image()
    assert list(after.state.tables["notes"]) == ["b", "c"] and after.ids["notes"] == {"b": 2, "c": 5}
    assert held(after, "notes") == {"2": row("b"), "5": row("c")}


def test_a_document_with_another_id_is_no_longer_found_by_its_old_one(open_: Transaction) -> None:
    put(open_, "notes", 2, row("z"))
    after = open_.image()
    assert after.ids["notes"] == {"a": 1, "z": 2, "c": 5} and {*after.state.tables["notes"]} == {"a", "z", "c"}
    put(open_, "notes", 5, {"id": 7})
    after = open_.image()
    assert after.ids["notes"] == {"a": 1, "z": 2} and {*after.state.tables["notes"]} == {"a", "z"}
    assert ("notes", 5) in after.unfit and len(after.misfits) == 2
    put(open_, "notes", 5, row("c"))
    assert ("notes", 5) not in open_.image().unfit
    held(open_.image(), "notes")


def test_a_document_with_the_id_of_another_gets_its_own(open_: Transaction) -> None:
    put(open_, "notes", 8, row("a", "copy"))
    after = open_.image()
    assert after.ids["notes"]["a"] == 1 and len(after.ids["notes"]) == 4 == len(after.state.tables["notes"])
    assert held(after, "notes")["8"]["id"] != "a" and after.state.get(Note, "a").text == "x"


def test_what_fits_no_record_is_told_as_long_as_it_is_there(open_: Transaction) -> None:
    assert list(open_.image().unfit) == [("rules", 2)]
    put(open_, "notes", 1, {"id": 7})
    assert list(open_.image().unfit) == [("rules", 2), ("notes", 1)]
    take_away(open_, "rules", 2)
    assert list(open_.image().unfit) == [("notes", 1)]
    put(open_, "rules", 3, {"id": 7})
    open_.drop("rules")
    assert list(open_.image().unfit) == [("notes", 1)]


def test_a_table_that_was_dropped_and_made_again_begins_anew(open_: Transaction) -> None:
    put(open_, "notes", 7, row("d"))
    open_.drop("notes")
    after = open_.image()
    assert all("notes" not in each for each in (after.tables, after.ids, after.blocks, after.state.tables))
    put(open_, "notes", 1, row("new"))
    after = open_.image()
    assert held(after, "notes") == {"1": row("new")} and after.ids["notes"] == {"new": 1}
    assert after.about.last["notes"] == 7


def test_a_version_goes_on_from_that_of_another_and_from_what_was_joined(image: Image) -> None:
    assert Transaction(image, "t3").image().about.ancestors == ("t2",)
    assert Transaction(image, "t3", "t1").image().about.ancestors == ("t2",)
    own = Transaction(image, "t3", "t2")
    assert own.image().about.ancestors == ()
    own.join(("x",))
    own.join(("y",))
    about = own.image().about
    assert about == About(
        revision=4, writes=("t1", "t2", "t3"), ancestors=("x", "y"), last={"notes": 6, "rules": 2, "dreams": 4}
    )
    assert own.image(erases=True).about.erased == 1


# The lines of a table, joined.


def test_lines_are_joined_in_blocks_of_a_bounded_number() -> None:
    lines = [b"%d" % number for number in range(257)]
    made = blocks.joined(lines)
    assert len(made) == 2 and made[0] == b",\n".join(lines[:256]) and made[1] == b"256"
    assert blocks.joined([]) == ()


def test_a_line_is_added_to_the_last_block_until_that_is_full() -> None:
    assert blocks.added((), b"a") == (b"a",)
    assert blocks.added((b"a", b"b"), b"c") == (b"a", b"b,\nc")
    full = b"x" * SIZE
    assert blocks.added((b"a", full), b"c") == (b"a", full, b"c")
    assert blocks.added((full[1:],), b"c") == (full[1:] + b",\nc",)


def test_a_line_is_put_in_the_place_of_another_wherever_it_stands() -> None:
    made = (b"1:a,\n2:b", b"3:c,\n4:d,\n5:e")
    assert blocks.swapped(made, b"1:a", b"1:xx") == (b"1:xx,\n2:b", made[1])
    assert blocks.swapped(made, b"2:b", b"2:") == (b"1:a,\n2:", made[1])
    assert blocks.swapped(made, b"3:c", b"3:yy") == (made[0], b"3:yy,\n4:d,\n5:e")
    assert blocks.swapped(made, b"4:d", b"4:yy") == (made[0], b"3:c,\n4:yy,\n5:e")
    three = (*made, b"6:f")
    assert blocks.swapped(three, b"4:d", b"4:z")[2:] == (b"6:f",) == blocks.swapped(three, b"3:c", b"z")[2:]
    with pytest.raises(KeyError) as caught:
        blocks.swapped(made, b"a", b"b")
    assert caught.value.args == (b"a",), "a part of a line is no line"


def test_lines_that_are_added_and_changed_stand_in_the_blocks(open_: Transaction, image: Image) -> None:
    put(open_, "notes", 6, row("d"))
    put(open_, "notes", 1, row("a", "changed"))
    assert open_.image().blocks["notes"] == blocks.joined(doc.line for doc in open_.docs("notes").values())
    put(open_, "new", 1, {"a": 1})
    put(open_, "new", 2, {"a": 2})
    assert open_.image().blocks["new"] == (b'"1":{"a":1},\n"2":{"a":2}',)
    assert image.blocks["notes"] == blocks.joined(doc.line for doc in image.tables["notes"].values())
    put(open_, "evaluations", 9, {"id": "e", "session": "s", "activity": "a"})
    put(open_, "evaluations", 3, {"id": "f", "session": "s", "activity": "a"})
    assert list(open_.image().state.tables[Evaluation.table]) == ["f", "e"]
    assert [*held(open_.image(), "evaluations")] == ["3", "9"]
