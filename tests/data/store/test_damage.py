"""Damaged files and files from elsewhere."""

from __future__ import annotations

import base64
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data import text
from data.model import Note
from data.network import Network, Unopened
from data.store import image as images
from data.store.backups import listed
from data.store.checking import check
from data.store.codec import Damaged, holds
from data.store.restoring import restore
from data.store.storage import KringStorage
from tests.cases import FOLDER, cases
from tests.data.store import damage
from tests.data.store.samples import make, note, records, texts

CASES: list[dict[str, Any]] = []
if (FOLDER / "hostile" / "hostile.json").exists():
    CASES = json.loads((FOLDER / "hostile" / "hostile.json").read_bytes())


def test_a_file_cut_at_any_byte_is_refused_and_the_good_copy_offered(tmp_path: Path) -> None:
    path = damage.kept_network(tmp_path)
    found = Counter(damage.verdict(path, data) for data in damage.cuts(path.read_bytes(), zeros=8))
    assert found["refused"] > 500 and not found["told"]


def test_a_bit_that_turned_over_is_never_silent(tmp_path: Path) -> None:
    path = damage.kept_network(tmp_path)
    found = Counter(damage.verdict(path, data) for data in damage.flips(path.read_bytes(), 300))
    assert found["refused"] and found["told"]


def test_a_damaged_file_is_replaced_by_its_good_copy_and_kept(tmp_path: Path) -> None:
    path = damage.kept_network(tmp_path)
    path.write_bytes(b"ruined")
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    kept = restore(KringStorage(path), caught.value.backups[0].path)
    assert kept is not None and kept.read_bytes() == b"ruined"
    network = Network.open(path)
    assert len(texts(network)) == 3 and not network.notices
    network.close()


def test_what_is_readable_of_a_file_can_be_opened(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 3)
    data = path.read_bytes().replace(b'"text":"idea 1"', b'"tekst":"idea 1"')
    path.write_bytes(data)
    with pytest.raises(Unopened) as caught:
        Network.open(path)
    assert caught.value.rescue and len(caught.value.details) == 1
    network = Network.open(path, rescue=True)
    assert texts(network) == ["idea 0", "idea 2"] and network.notices
    network.close()
    assert [each.read_bytes() for each in (tmp_path / ".n.kring.json.kring/aside").iterdir()] == [data]
    Network.open(path).close()


def test_a_large_file_opens_or_says_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "n.kring.json"
    rows = {str(number): {"id": f"n{number}", "session": "s", "activity": "a", "text": "x" * 50_000}
            for number in range(1_010)}  # fmt: skip
    tables = {"network": {"1": {"id": "p", "name": "large"}}, "notes": rows}
    path.write_text(json.dumps(tables))
    assert path.stat().st_size > 50_000_000
    network = Network.open(path)
    assert len(texts(network)) == 1_010
    network.close()
    monkeypatch.setattr("data.store.codec.LARGEST", 10_000_000)
    with pytest.raises(Unopened):
        Network.open(path)


def test_a_number_that_is_there_twice_keeps_both_texts(tmp_path: Path) -> None:
    path = tmp_path / "n.kring.json"
    path.write_text(
        '{"network": {"1": {"id": "p", "name": "x"}}, "notes": {'
        '"1": {"id": "a", "session": "s", "activity": "a", "text": "first", "text": "again"},'
        '"1": {"id": "b", "session": "s", "activity": "a", "text": "second"}},'
        '"notes": {"2": {"id": "b", "session": "s", "activity": "a", "text": "third"}}}'
    )
    network = Network.open(path)
    assert sorted(texts(network)) == ["again", "second", "third"]
    assert len({each.id for each in network.state.all(Note)}) == 3
    network.close()
    assert b'"text~1":"first"' in path.read_bytes()
    assert sum("twice" in said.message for said in network.notices) >= 2


def test_texts_of_a_file_are_cleaned_on_the_way_in(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 1)
    for raw in ("\\u001b]0;x\\u0007", "a\x7fb", "a\u202eb", "a\x9bb"):
        data = json.dumps(json.loads(path.read_bytes()), ensure_ascii=False).replace("idea 0", raw)
        image = images.load(data.encode())
        shown = image.state.all(Note)[0].text
        assert shown == text.whole(json.loads(f'"{raw}"'))
        assert "\x1b" not in shown and "\u202e" not in shown


def test_a_sound_file_reads_the_same_by_both_ways(tmp_path: Path) -> None:
    path = make(tmp_path / "n.kring.json", 5)
    sealed = images.load(path.read_bytes())
    by_hand = images.load(json.dumps(json.loads(path.read_bytes())).encode())
    assert sealed.sound and not by_hand.sound
    assert sealed.state == by_hand.state and sealed.tables == by_hand.tables


# The shared cases.


def _file_cases() -> list[dict[str, Any]]:
    return [case for case in CASES if case["kind"] == "file"]


def _ours(raw: bytes) -> bytes:
    """The case with our tables in the place of its own, where it can be read at all."""
    try:
        tree = raw.decode()
    except UnicodeDecodeError:
        return raw
    if "postits" not in tree and "evaluations" not in tree:
        return raw
    whole = '"id": "%d", "session": "s", "activity": "a", '
    for number in range(4):
        tree = tree.replace('{"text"', "{" + whole % number + '"text" ', 1)
    tree = tree.replace('{"score"', "{" + whole % 9 + '"of_a_newer_kring"')
    return tree.replace('{"', '{"network": {"1": {"id": "p", "name": "x"}}, "', 1).replace("postits", "notes").encode()


@pytest.mark.parametrize("case", _file_cases(), ids=lambda case: case["id"])
def test_files_of_the_shared_cases(tmp_path: Path, case: dict[str, Any]) -> None:
    cases("hostile", "hostile.json")
    path = damage.kept_network(tmp_path)
    data = _ours(base64.b64decode(case["bytes_b64"]))
    if "set aside" in case["expect"]:
        path.write_bytes(data)
        assert damage.verdict(path, data) == "refused"
        aside = list((tmp_path / ".n.kring.json.kring/aside").iterdir())
        assert [each.read_bytes() for each in aside] == [data]
        assert not check(path).ok
        return
    path = tmp_path / "fresh.kring.json"  # nothing of it was here before
    path.write_bytes(data)
    network = Network.open(path)
    assert network.notices
    network.close()
    shown = "".join(texts(network))
    assert "\x1b" not in shown and not any("\ud800" <= letter <= "\udfff" for letter in shown)
    if "duplicate" in case["expect"]:
        assert sorted(texts(network)) == ["first", "second"]
    if "U+FFFD" in case["expect"]:
        assert "\ufffd" in shown
    if "next id" in case["expect"]:
        again = Network.open(path)
        from tests.data.store.samples import add

        again.apply(add, "next").wait(10)
        again.close()
        numbers = [int(number) for number, each in json.loads(path.read_bytes())["notes"].items()]
        assert all(-1 <= number < 100 or number > 2**53 for number in numbers)
    assert holds(path.read_bytes()) and check(path).ok


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["kind"] in ("text", "name")], ids=lambda case: case["id"]
)
def test_texts_and_names_of_the_shared_cases_are_kept_clean(tmp_path: Path, case: dict[str, Any]) -> None:
    raw = case.get("text")
    if raw is None:
        raw = "x" * 1_000_000 if case["generate"].startswith("x*") else "x\n" * 500_000
    kept = text.line(raw)
    assert len(text.lines(raw)) <= text.PASTE_LINES
    assert len(kept) <= text.LINE_LIMIT
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 or 0xD800 <= ord(letter) < 0xE000 for letter in kept)
    if len(raw) > text.LINE_LIMIT:
        assert text.cut(raw)
    path = tmp_path / f"{text.slug(raw)}.kring.json"
    assert path.parent == tmp_path and path.name.isascii() and not path.name.startswith(".")
    Network.create(path, [*records(), note(1, kept)]).close()
    assert images.load(path.read_bytes()).state.all(Note)[0].text == kept


def test_a_version_that_never_was_is_damage(tmp_path: Path) -> None:
    path = damage.kept_network(tmp_path)
    for version in (b"0", b"-7"):
        assert damage.verdict(path, path.read_bytes().replace(b'"schema":2', b'"schema":' + version)) == "refused"
        assert restore(KringStorage(path), next(iter(listed(KringStorage(path)))).path)


def test_damaged_says_why_in_words() -> None:
    with pytest.raises(Damaged) as caught:
        images.load(b'{"notes": [}')
    assert "line 1" in str(caught.value)
