"""The marked cards of a board, in the order in which they were marked."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence


class Marks:
    """Ids of cards, each once."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    def __contains__(self, card: str) -> bool:
        return card in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def clear(self) -> None:
        """Mark nothing."""
        self._ids.clear()

    def keep(self, there: Container[str]) -> None:
        """Forget the cards that are gone."""
        self._ids = {card: None for card in self._ids if card in there}

    def toggle(self, cards: Sequence[str]) -> None:
        """Mark these cards, or unmark them when all of them are marked."""
        if all(card in self._ids for card in cards):
            for card in cards:
                del self._ids[card]
        else:
            self._ids |= dict.fromkeys(cards)

    def extend(self, here: str, to: str, cards: Container[str]) -> None:
        """Mark what is passed from one place to the next, as far as these are cards; going back unmarks."""
        if to in self._ids:
            self._ids.pop(here, None)
        else:
            self._ids |= dict.fromkeys(key for key in (here, to) if key in cards)
