"""Looking up what a summary calls things: people by id, sessions by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.model import Participant, Session, State
from data.names import by_name, full_names
from data.report.wanted import Naming


@dataclass(frozen=True, slots=True)
class Names:
    """The names of people, in their order, and the numbers of sessions, by id; what was erased has none.

    Where people are not to be named, each has an empty name.
    """

    people: dict[str, str]
    sessions: dict[str, int]

    @classmethod
    def of(cls, state: State, naming: Naming = Naming.FULL) -> Names:
        """Those of a network, as people are to be named."""
        people = by_name(state.all(Participant))
        full = full_names(people)
        shown: Iterable[str] = {
            Naming.FULL: full.values(),
            Naming.INITIALS: initials(who.name for who in people),
            Naming.NONE: ("" for _who in people),
        }[naming]
        return cls(dict(zip(full, shown, strict=True)), {session.id: session.number for session in state.all(Session)})

    def who(self, id_: str | None) -> str:
        """The name of somebody, empty when there is none."""
        return self.people.get(id_ or "", "")

    def all(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The names of several people."""
        return tuple(name for id_ in ids if (name := self.who(id_)))

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """These ids in the order of the names; those without one last."""
        wanted = dict.fromkeys(ids)
        known = [id_ for id_ in self.people if id_ in wanted]
        return known + sorted(id_ for id_ in wanted if id_ not in self.people)

    def session(self, id_: str | None) -> int | None:
        """The number of a session, None when there is none."""
        return self.sessions.get(id_ or "")

    def number(self, id_: str) -> int:
        """The number of a session, 0 for one that is no longer there."""
        return self.sessions.get(id_, 0)


def initials(names: Iterable[str]) -> tuple[str, ...]:
    """The initials of each name; where two have the same, the last word is spelled further."""
    every = [name.split() or [" "] for name in names]
    found: list[str] = []
    for words in every:
        rest = words[-1] if len(words) > 1 else ""
        shared = [other for other in every if other[0][0] == words[0][0] and other != words and len(other) > 1]
        length = 1
        while length < len(rest) and any(other[-1][:length] == rest[:length] for other in shared):
            length += 1
        found.append(words[0][0] + rest[:length])
    return tuple(found)
