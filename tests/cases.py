"""Where the shared cases are: data that nobody here wrote, beside the checkout and never inside it."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "cases"


def cases(*parts: str) -> Path:
    """The path of a file of the shared cases; the test that asks for it skips when it is absent."""
    path = FOLDER.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"shared cases are absent: {'/'.join(parts)}")
    return path
