"""Arrays in one file in the safetensors format, mapped into memory: only what is looked at is read from disk.

The format: the length of the header in eight bytes, the header in JSON (for each array its kind, its shape and where
it begins and ends, in bytes after the header), then the arrays.
"""

from collections.abc import Mapping
from json import dumps, loads
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_KINDS: dict[str, "np.dtype[Any]"] = {
    "U8": np.dtype("u1"),
    "I8": np.dtype("i1"),
    "F16": np.dtype("<f2"),
    "F32": np.dtype("<f4"),
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_LENGTH = 8
_ALIGNED = 64


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of the file by name, read-only.

    Raises:
        OSError: where the file cannot be read.
        ValueError: where it is no file of this format.
    """
    stored = np.memmap(path, np.uint8, "r")
    begin = _LENGTH + int.from_bytes(stored[:_LENGTH].tobytes(), "little")
    header = loads(stored[_LENGTH:begin].tobytes())
    arrays: dict[str, NDArray[Any]] = {}
    for name, told in header.items():
        if name != "__metadata__":
            first, last = told["data_offsets"]
            flat = stored[begin + first : begin + last].view(np.ndarray)
            arrays[name] = flat.view(_KINDS[told["dtype"]]).reshape(told["shape"])
    return arrays


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]], told: Mapping[str, str]) -> None:
    """Write the arrays in this order, with what is `told` about them; the same arrays give the same file."""
    header: dict[str, object] = {"__metadata__": dict(told)}
    end = 0
    for name, array in arrays.items():
        header[name] = {"dtype": _NAMES[array.dtype], "shape": array.shape, "data_offsets": (end, end + array.nbytes)}
        end += array.nbytes
    head = dumps(header).encode()
    head += b" " * (-(_LENGTH + len(head)) % _ALIGNED)
    with path.open("wb") as file:
        file.write(len(head).to_bytes(_LENGTH, "little") + head)
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).tobytes())
