"""What the messages of one network are called on a server, that may serve several."""

from __future__ import annotations

import hashlib


def key_of(network: str) -> str:
    """What a network is called on a server that serves several: an id of any form is told by its hash."""
    return hashlib.sha256(network.encode()).hexdigest()[:24]


class Subjects:
    """The streams and subjects of a network, under a key of letters and digits."""

    def __init__(self, key: str) -> None:
        self.key = key
        root = f"kring.{key}"
        self.calls = f"{root}.calls"
        self.kept = f"{root}.kept"
        self.who = f"{root}.who"
        self.room = f"{root}.room"
        self.log = f"kring-{self.key}-calls"
        self.snapshots = f"kring-{self.key}-kept"
        self.inbox = "_INBOX.>"

    def part(self, sequence: int, number: int) -> str:
        """The subject of a part of a snapshot."""
        return f"{self.kept}.{sequence}.{number}"

    @property
    def head(self) -> str:
        """The subject of what tells which snapshot there is."""
        return f"{self.kept}.head"

    def allowed_to_write(self) -> list[str]:
        """What a co-facilitator sends: calls, who is there, and what it takes to follow the log."""
        return [
            self.calls,
            self.who,
            "$JS.API.INFO",
            *(
                f"$JS.API.STREAM.{what}.{stream}"
                for what in ("INFO", "MSG.GET")
                for stream in (self.log, self.snapshots)
            ),
            f"$JS.API.CONSUMER.CREATE.{self.log}.>",
            f"$JS.API.CONSUMER.CREATE.{self.log}",
            f"$JS.API.CONSUMER.DELETE.{self.log}.*",
            f"$JS.API.CONSUMER.INFO.{self.log}.*",
            f"$JS.FC.{self.log}.>",
        ]
