"""The search takes far fewer steps in tests: the laws hold whatever it finds."""

from collections.abc import Iterator

import pytest

from data.methods.rounds import search


@pytest.fixture(autouse=True, scope="module")
def short_search() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "WORK", 150_000)
        yield
