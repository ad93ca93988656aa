"""A network that is shared over a real server, by a laptop that is not made to wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.network import Network
from data.together import gate, start_sharing
from data.together.sharing import Sharing
from tests.data.together.laptops import records


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Network, Sharing]]:
    patience, gate.LONGEST = gate.LONGEST, 0.0
    network = Network.create(tmp_path_factory.mktemp("host") / "a.kring.json", records(), watch=True)
    sharing = start_sharing(network.path, listen=[("127.0.0.1", 0)], name="Laptop A", network=network)
    yield network, sharing
    sharing.close()
    network.close()
    gate.LONGEST = patience
