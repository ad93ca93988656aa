"""What was typed to a question and not kept: offered when the same is asked again, also after a kill."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from data.i18n import _
from data.network import Network


class Half:
    """The texts that were typed over something and not kept; they count while that still stands there.

    They are drafts of the network; while none is open they last as long as this window. What was asked is told by a
    few strings, of which the last one is what stands there.
    """

    def __init__(self, network: Callable[[], Network | None], tell: Callable[[str], None]) -> None:
        """``network`` gives the one that is open, ``tell`` says a sentence to the person."""
        self._network = network
        self._tell = tell
        self._outside: dict[str, str] = {}

    def get(self, *asked: str) -> str:
        """What was typed to this question, or nothing."""
        network = self._network()
        return network.drafts.get(_key(asked)) if network else self._outside.get(_key(asked), "")

    def set(self, text: str, *asked: str) -> None:
        """Keep what is typed to this question; an empty text is forgotten, and so is what stands there anyway."""
        text = "" if text == asked[-1] else text
        if network := self._network():
            network.drafts.set(_key(asked), text)
        else:
            self._outside[_key(asked)] = text

    def tell(self) -> None:
        """Say that what stands here is not what is kept."""
        self._tell(_("Typed earlier and not saved · Ctrl+Z removes it"))


def _key(asked: tuple[str, ...]) -> str:
    # A name may stand in a question. Who is forgotten is taken out of the texts of drafts, not out of their names.
    return "half:" + hashlib.sha256("\0".join(asked).encode(errors="replace")).hexdigest()[:24]
