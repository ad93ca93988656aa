"""Whom an @ in the capture line means, and of whom it has to be asked: what the hint tells and what Enter does."""

from __future__ import annotations

from data.methods.capture_syntax import PREFIXES, Captured, LineKind, Sign, open_mark
from data.model import Participant, Said, say
from data.names import Meant, meant
from data.text import fold
from data.verbs.agreements import Agreed, parse_agreement
from data.verbs.network import called, people
from screens.brainstorm.canvas import Canvas


class Naming:
    """Behind an idea a name is written out; in a question or an agreement letters that one person has are enough."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    @property
    def attributed(self) -> bool:
        """Whether a post-it can carry a name."""
        return self._canvas.storm.attribution == "optional"

    def may(self, typed: str) -> bool:
        """Whether an @ in this line means somebody."""
        return self.attributed or _begun(typed)

    def one(self, typed: str, fragment: str) -> Participant | None:
        """The one person whom a name in this line means."""
        names = called(self._canvas.house.state)
        told = next((who for who in self._canvas.people() if fold(names[who.id]) == fold(fragment)), None)
        return told or self._whom(typed, fragment).one

    def _whom(self, typed: str, fragment: str) -> Meant[Participant]:
        """Those in the room first; somebody who is not there may get something to do as well."""
        begun = _begun(typed)
        here = meant(self._canvas.people(), fragment, begun=begun)
        return here if here.people or not begun else meant(people(self._canvas.house.state), fragment)

    def unclear(self, typed: str, found: Captured[Participant]) -> Said | None:
        """Why a line cannot be kept yet: it names somebody whom several people can be."""
        mark = open_mark(typed)
        several: dict[str, tuple[Participant, ...]] = {}
        if found.kind is LineKind.AGREEMENT:
            several |= self._agreed(found).several
        if not found.who and mark and mark.sign is Sign.WHO and _begun(typed) and ";" not in mark.fragment:
            fragment = mark.fragment.strip()
            whom = self._whom(typed, fragment)
            several = {fragment: whom.people} if whom.several else several
        names = called(self._canvas.house.state)
        for name, who in several.items():
            both = ", ".join(names[each.id] for each in who)
            return say("{name} could be {names}: type more of the name.", name=name, names=both)
        return None

    def named(self, found: Captured[Participant]) -> list[str]:
        """What those are called whom a line names."""
        if found.kind is not LineKind.AGREEMENT:
            return [found.who.name] if found.who else []
        names = called(self._canvas.house.state)
        return [names[id_] for id_ in self._agreed(found).who]

    def _agreed(self, found: Captured[Participant]) -> Agreed:
        return parse_agreement(agreement(found), people(self._canvas.house.state))


def _begun(typed: str) -> bool:
    """Whether letters of a name are enough in this line."""
    return typed.lstrip()[:1] in PREFIXES


def agreement(found: Captured[Participant]) -> str:
    """An agreement as the one line in which it is kept."""
    return f"{found.text}; {found.who.name}" if found.who else found.text
