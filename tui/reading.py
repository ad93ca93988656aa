"""What a file holds, for commands that only read it."""

from __future__ import annotations

from pathlib import Path

from data.model import Refused, State


def state_of(path: Path) -> State:
    """What the file holds; it is let go of at once.

    Raises:
        Refused: it cannot be opened.
    """
    from data.network import Network, Unopened

    try:
        network = Network.open(path)
    except Unopened as unopened:
        raise Refused(unopened.said) from unopened
    network.close()
    return network.state
