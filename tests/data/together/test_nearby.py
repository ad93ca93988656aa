"""A sharing is found on the subnet without an address, and is gone when it ends."""

from __future__ import annotations

import pytest

from data.together.nearby import Announced, Nearby, nearby


def test_a_sharing_is_found_by_the_name_of_its_laptop() -> None:
    told = Announced("Laptop A\x1b[2J", "127.0.0.1", 4222)
    told.start()
    try:
        told.told.wait(5)
        found = nearby(0.5, "127.0.0.1")
    finally:
        told.end()
    if not found:
        pytest.skip("this network allows no multicast")
    assert Nearby("Laptop A[2J", "127.0.0.1", 4222) in found
