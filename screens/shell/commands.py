"""Which commands count now: of the focused widget, of what it stands in, and of the application."""

from __future__ import annotations

from msgspec.structs import replace
from textual.dom import DOMNode
from textual.screen import Screen

from screens.shell.house import House, house_of
from screens.shell.places import NEW, OUTSIDE
from screens.shell.standing import When, when
from widgets.command import MOST_IN_FOOTER, Bound, Commanding

WAY_BACK = 2
"""The rank of what leads back to the network from outside it."""


def commands(screen: Screen[None]) -> list[Bound]:
    """Every command that works here: of the focused widget, its ancestors, this screen and the application.

    A key belongs to the first command that has it. While no network is open, only what makes sense without one is left.
    """
    found: list[Bound] = []
    taken: set[str] = set()
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        for bound in node.own_commands() if isinstance(node, Commanding) else ():
            free = tuple(key for key in bound.command.keys if key not in taken)
            if free or not bound.command.keys:
                found.append(Bound(replace(bound.command, keys=free), bound.owner))
                taken.update(free)
        node = node.parent
    house = house_of(screen)
    return [bound for bound in found if not house.waits(bound)]


def ranked(screen: Screen[None]) -> list[Bound]:
    """The commands that may stand in a footer, the likeliest first."""
    return sorted((bound for bound in commands(screen) if bound.command.rank), key=lambda bound: bound.command.rank)


def footer(screen: Screen[None], *, able: bool = False) -> list[tuple[Bound, bool]]:
    """The commands for the footer, Help first, each with whether it can run now; with ``able`` only those that can.

    Outside a network there is nothing of one but the way back to it, and the room view; where a new one begins only
    that view. In an activity of a closed session there is only what can still be done in it.
    """
    house = house_of(screen)
    said = [(bound, house.refusal(bound) is None) for bound in ranked(screen) if not _elsewhere(house, bound)]
    shown = [(bound, can) for bound, can in said if can or not (able or when(house) is When.OVER)]
    kept = [each for each in shown if each[0].command.kept]
    return [*[each for each in shown if each not in kept][: MOST_IN_FOOTER - len(kept)], *kept]


def _elsewhere(house: House, bound: Bound) -> bool:
    """Whether this is for what goes on in a network, and what is shown is outside it or over."""
    command = bound.command
    of_the_network = bound.owner is house and not command.outside
    if house.place == NEW:
        return of_the_network and not command.kept
    leads_back = command.rank <= WAY_BACK or command.kept
    return (house.place in OUTSIDE or when(house) is When.OVER) and of_the_network and not leads_back
