"""Following a file: what others write is seen, and nothing at all is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from data.model import say
from data.network import Following, Unopened
from data.network.following import PATIENCE
from tests.data.network.parts import texts, version
from tests.data.store.samples import PROFILE, SESSION, note


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A file in a folder in which nothing may be written."""
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "n.kring.json"
    version(path, PROFILE, SESSION, note(0))
    yield path


def everything(path: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}


def test_what_another_process_writes_is_seen_and_nothing_is_written(path: Path) -> None:
    following = Following(path)
    assert texts(following.state) == ["idea 0"]
    assert not following.look()
    version(path, note(1))
    before = everything(path)
    assert following.look()
    assert texts(following.state) == ["idea 0", "idea 1"]
    assert not following.look()
    assert everything(path) == before


def test_nothing_has_to_be_writable(path: Path) -> None:
    alone = path.parent.parent / "alone"
    alone.mkdir()
    copy = alone / path.name
    copy.write_bytes(path.read_bytes())
    copy.chmod(0o400)
    alone.chmod(0o500)
    try:
        following = Following(copy)
        following.look()
        assert texts(following.state) == ["idea 0"]
        assert list(alone.iterdir()) == [copy]
    finally:
        alone.chmod(0o700)


def test_while_the_file_is_gone_or_is_another_the_last_that_was_seen_stays(path: Path) -> None:
    following, good = Following(path), path.read_bytes()
    other = path.with_name("other.kring.json")
    version(other, replace(PROFILE, id="another"), SESSION, note(5))
    for bad in (None, b"", good[:-9], good.replace(b"idea 0", b"by hand"), other.read_bytes()):
        path.unlink() if bad is None else path.write_bytes(bad)
        for _look in range(PATIENCE - 1):
            assert not following.look()
        assert following.trouble is None, "others may write it in two steps"
        following.look()
        assert following.trouble == say("{file} cannot be read: this is what it held last.", file=path.name)
        assert texts(following.state) == ["idea 0"]
        path.write_bytes(good)
        following.look()
        assert following.trouble is None


def test_who_is_erased_is_told_by_a_number(path: Path) -> None:
    following = Following(path)
    assert following.erased == 0
    version(path, erases=True)
    assert following.look()
    assert following.erased == 1


@pytest.mark.parametrize("content", [None, b"", b"null", b"Naam;Organisatie\nAn Claes;Stad A\n", b'{"kring":{}}'])
def test_what_is_no_network_is_not_followed(path: Path, content: bytes | None) -> None:
    bad = path.with_name("bad.csv")
    if content is not None:
        bad.write_bytes(content)
    before = everything(path)
    with pytest.raises(Unopened) as unopened:
        Following(bad)
    assert unopened.value.said.message
    assert everything(path) == before
    with pytest.raises(Unopened):
        Following(path.parent)
