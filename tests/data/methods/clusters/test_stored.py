"""The file that the encoder's arrays are in."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from data.methods.clusters._stored import read_arrays, write_arrays

ARRAYS: dict[str, NDArray[Any]] = {
    "codes": np.arange(7, dtype=np.uint8),
    "ë weights": np.linspace(-1, 1, 12, dtype=np.float32).reshape(3, 4),
    "small": np.array([[-3], [127]], np.int8),
    "half": np.array([0.5, -2], np.float16),
    "empty": np.zeros((0, 4), np.uint8),
}


def test_arrays_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_arrays(tmp_path / "file", ARRAYS, {"from": "a test"})
    found = read_arrays(tmp_path / "file")
    assert list(found) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)


def test_the_same_arrays_give_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_arrays(tmp_path / name, ARRAYS, {"from": "a test"})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_what_is_read_is_mapped_and_cannot_be_written(tmp_path: Path) -> None:
    write_arrays(tmp_path / "file", ARRAYS, {})
    with pytest.raises(ValueError, match="read-only"):
        read_arrays(tmp_path / "file")["codes"][0] = 9


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\x04\0\0\0\0\0\0\0no!!")
    with pytest.raises(ValueError, match="line 1"):
        read_arrays(tmp_path / "file")
