"""From bytes to documents and back: what Kring writes exactly, and what it makes of what others write."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
import pytest

from data.model import say
from data.store import codec
from data.store.codec import Damaged, encode, holds, parse, seal

ABOUT = b'{"schema":1}'
ROW = b'"1":{"id":"a"}'


def sealed(rest: bytes) -> bytes:
    """Bytes with a checksum that fits, whatever they are."""
    opening = b'{"kring":{"1":{"checksum":"'
    digest = hashlib.sha256(opening + b"0" * 64 + rest).hexdigest().encode()
    return opening + digest + rest


def fault(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Damaged) as caught:
        parse(data)
    assert str(caught.value) == caught.value.said.message.format_map(dict(caught.value.said.fills))
    return caught.value.said.message, dict(caught.value.said.fills)


# What is written.


def test_a_file_has_a_document_a_line_behind_a_checksum_over_all_of_it() -> None:
    data = b"".join(seal(ABOUT, {"notes": (ROW + b',\n"2":{}', b'"3":{}'), "rules": ()}))
    assert data == sealed(b'","schema":1}},\n"notes":{\n"1":{"id":"a"},\n"2":{},\n"3":{}\n},\n"rules":{\n}}\n')
    assert holds(data)
    assert b"".join(seal(ABOUT, {})) == sealed(b'","schema":1}}}\n')


def test_a_checksum_holds_for_these_bytes_alone() -> None:
    data = b"".join(seal(ABOUT, {"notes": (ROW,)}))
    assert not holds(data + b" ") and not holds(data.replace(b'"a"', b'"b"')) and not holds(data[1:])
    assert not holds(b'{"notes":{}}') and not holds(b"")


def test_what_is_written_is_read_with_its_numbers_and_is_sound() -> None:
    found = parse(b"".join(seal(ABOUT, {"notes": (ROW,), "rules": ()})))
    assert found.sound and found.remarks == []
    assert found.tables == {"notes": {1: b'{"id":"a"}'}, "rules": {}}
    assert {type(raw) for raw in found.tables["notes"].values()} == {bytes}
    assert found.about["schema"] == 1


def test_a_document_is_encoded_without_blanks_and_half_characters_are_replaced() -> None:
    assert encode({"a": [1, (2, "é\ud800")], "b\udfff": {"c": None}}) == (
        '{"a":[1,[2,"é\ufffd"]],"b\ufffd":{"c":null}}'.encode()
    )


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("wrap", [lambda n: n, lambda n: [1.5, n], lambda n: (n,), lambda n: {"b": {"c": n}}])
def test_a_number_that_is_none_is_not_encoded(number: float, wrap: Any) -> None:
    with pytest.raises(ValueError, match=f"^{number} is no number$"):
        encode({"first": 0.5, "a": wrap(number)})


def test_what_json_has_no_form_for_is_named() -> None:
    with pytest.raises(ValueError, match="object"):
        encode({"a": object()})


# What is read.


def test_a_file_is_read_up_to_its_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(seal(ABOUT, {}))
    monkeypatch.setattr(codec, "LARGEST", len(data))
    assert parse(data).sound
    monkeypatch.setattr(codec, "LARGEST", len(data) - 1)
    assert fault(data) == ("the file is larger than {size} MB", {"size": 0})
    monkeypatch.setattr(codec, "LARGEST", 3 * 2**20)
    assert fault(b" " * (3 * 2**20 + 1))[1] == {"size": 3}


@pytest.mark.parametrize(
    ("data", "message", "fills"),
    [
        (b"", "the file is empty", {}),
        (b"\0\0 \t\r\n", "the file is empty", {}),
        (b'{"notes":\xff', "byte {place} is no UTF-8 text", {"place": 9}),
        (b'{"notes":\n{,', "line {line}, column {column} is not JSON", {"line": 2, "column": 2}),
        (b'{"notes":{"1":{"a":' + b"[" * 100_000, "it is nested too deep", {}),
        (b'{"notes":{"1":{"n":' + b"7" * 5000 + b"}}}", "it holds a number that is too long", {}),
        (b'{"notes":{"1":{"n":NaN}}}', "{word} is not a number", {"word": "NaN"}),
        (b'{"notes":{"1":{"n":-Infinity}}}', "{word} is not a number", {"word": "-Infinity"}),
        (b'{"notes":{"1":{"n":1e999}}}', "{word} is not a number", {"word": "1e999"}),
        (
            b'{"notes":{"1":{"n":1.2345678901234567890123e999}}}',
            "{word} is not a number",
            {"word": "1.234567890123456789"},
        ),
        (b"null", "it does not hold tables", {}),
        (b'[{"a":1}]', "it does not hold tables", {}),
        (b'{"notes":[]}', "table {table} does not hold documents", {"table": "notes"}),
        (b'{"notes":{"x1":{}}}', "{key} is no document number (table {table})", {"key": "x1", "table": "notes"}),
        (b'{"notes":{"01":{}}}', "{key} is no document number (table {table})", {"key": "01", "table": "notes"}),
        (
            b'{"notes":{"' + b"k" * 41 + b'":{}}}',
            "{key} is no document number (table {table})",
            {"key": "k" * 40, "table": "notes"},
        ),
        (b'{"notes":{"7":[]}}', "number {id} of table {table} is no document", {"id": 7, "table": "notes"}),
    ],
)
def test_what_is_no_network_file_is_said_with_the_place(data: bytes, message: str, fills: dict[str, Any]) -> None:
    assert fault(data) == (message, fills)


def test_what_is_sealed_and_does_not_hold_tables_is_damage_too() -> None:
    assert fault(sealed(b'","a":1}},"notes":7}'))[1] == {"table": "notes"}
    assert parse(sealed(b'","a":1}},"notes":{"1":{"a":1}}}')).sound
    assert not parse(b'{"kring":{"2":{}},"notes":{}}').sound


def test_a_file_of_another_program_is_read_and_is_not_sound() -> None:
    found = parse(b'\xef\xbb\xbf{ "kring": {"1": {"schema": 3}}, "notes": {"0": {"n": 1.5}, "-1": {"t": "\xc3\xa9"}} }')
    assert not found.sound and found.about == {"schema": 3} and found.remarks == []
    assert found.tables == {"notes": {0: b'{"n":1.5}', -1: b'{"t":"\xc3\xa9"}'}}
    assert parse(b'{"notes": {}}').about == {} and parse(b'{"notes": {}}').tables == {"notes": {}}
    assert parse(b'{"kring": {"2": {"schema": 3}}}').about == {}


def test_a_key_that_is_there_twice_is_kept_under_a_name_of_its_own() -> None:
    found = parse(b'{"notes": {"1": {"t": "first", "u": [{"v": 1, "v": 2}], "t": "second", "t": "third"}}}')
    assert msgspec.json.decode(found.tables["notes"][1]) == {
        "t": "third", "t~1": "first", "t~2": "second", "u": [{"v": 2, "v~1": 1}]
    }  # fmt: skip
    twice = "{key} was there twice; the first is kept as {other}"
    assert found.remarks == [
        say(twice, key="v", other="v~1"),
        say(twice, key="t", other="t~1"),
        say(twice, key="t", other="t~2"),
    ]


def test_a_number_and_a_table_that_are_there_twice_are_both_kept() -> None:
    found = parse(
        b'{"notes": {"1": {"t": "b"}, "5": {"t": "c"}, "1": {"t": "a"}}, "rules": {}, "notes": {"1": {"t": "d"}}}'
    )
    # The later table counts as the one that stands, as JSON has it; what came earlier is put beside it.
    assert {number: msgspec.json.decode(raw)["t"] for number, raw in found.tables["notes"].items()} == {
        1: "d", 6: "a", 5: "c", 7: "b"
    }  # fmt: skip
    twice = "number {id} was there twice in {table}; both are kept"
    assert found.remarks == [say(twice, id=1, table="notes"), say(twice, id=1, table="notes")]
    assert list(found.tables) == ["notes", "rules"]


def test_half_a_character_is_replaced_wherever_it_stands_and_told_each_time() -> None:
    found = parse(b'{"no\\ud800tes": {"1": {"k\\ud800": ["v\\udfff"]}}}')
    assert found.tables == {"no\ufffdtes": {1: '{"k\ufffd":["v\ufffd"]}'.encode()}}
    assert found.remarks == [say("half a character was replaced by \ufffd")] * 3
