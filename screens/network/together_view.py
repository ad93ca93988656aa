"""What stands on the place of working together: how to begin, the code, and who is in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from data.addresses import LOOPBACK, Address
from data.i18n import _, told
from data.model import State
from screens.shell.standing import alone, where
from screens.shell.together import Neighbour, Side, Standing
from widgets.command import keyed
from widgets.headline import drawings
from widgets.keys import place_key
from widgets.letters import TALL
from widgets.wrapping import MIDDLE, led

SAID = "not bold $muted"
"""What is said of an address, also of the one that is chosen."""

ADDRESS = ((TALL, 1),)
"""How an address is drawn: dots of which each is as wide as high keep its digits and points apart."""

BEHIND = 6
"""Cells of the numbers before drawn addresses, and between these and what is said of each."""


def join_line(code: str) -> str:
    """What is typed on the other laptop."""
    return f"kring join {code}"


def heading(standing: Standing | None, network: str, large: int = 0) -> Content:
    """How it stands; before anything is shared, what this is for.

    The address that others are told is drawn in letters where there are so many cells for a ``large`` one.
    """
    if standing is None:
        said = _("Share {network} with other laptops").format(network=network)
        said = said if network else _("Work along with another laptop")
    elif standing.side is Side.HOST:
        told_at, letters = _("Others join at {address}"), next(drawings(standing.address, large, ADDRESS), ())
        if letters:
            before, after = (part.strip() for part in told_at.split("{address}"))
            return Content("\n").join([Content.styled(f"{before} {after}".strip(), "bold"), Content(), *letters])
        said = told_at.format(address=standing.address)
    else:
        said = _("Together with {address}").format(address=standing.address)
    return Content.styled(said, "bold")


def called(laptop: str) -> Content:
    """What this laptop is called, and how it gets another name."""
    before, after = _("This laptop is called {name}").split("{name}")
    name = (laptop, "bold $foreground")  # a laptop may be called what the sentence says anyway
    return Content.assemble((before, "$muted"), name, (f"{after}   ", "$muted"), keyed(_("n change the name"), "n"))


def addresses(found: Sequence[Address], *, airy: bool = False) -> list[tuple[str, Content]]:
    """The addresses of this machine to choose from, with what each is; the last is itself alone.

    Where it is ``airy`` each has a blank line below it.
    """
    every = _told(found)
    wide = max(len(host) for host, _said in every) + 2
    below = "\n" if airy else ""
    return [(host, _row(number, host.ljust(wide), said) + below) for number, (host, said) in enumerate(every, start=1)]


def drawn_addresses(found: Sequence[Address], width: int) -> list[tuple[str, Content]]:
    """The same in letters, for others must read them, with air around each; none where one does not fit that width."""
    every = _told(found)
    letters = [next(drawings(host, width, ADDRESS), []) for host, _said in every]
    wide = max(row.cell_length for rows in letters for row in rows or [Content(" " * width)]) + BEHIND
    if wide + max(cell_len(said) for _host, said in every) > width:
        return []
    drawn = []
    for number, (rows, (host, said)) in enumerate(zip(letters, every, strict=True), start=1):
        lines = led(Content.styled(f"{place_key(number)}  ", "$key"), rows)
        lines[MIDDLE] = lines[MIDDLE].pad_right(wide - lines[MIDDLE].cell_length) + Content.styled(said, SAID)
        drawn.append((host, Content("\n").join([Content(), *lines, Content()])))
    return drawn


def _told(found: Sequence[Address]) -> list[tuple[str, str]]:
    return [*((each.host, _kind(each)) for each in found), (LOOPBACK, _("this computer only, to try it out"))]


def _kind(address: Address) -> str:
    return " · ".join(filter(None, (told(address.kind) if address.kind else "", address.interface)))


def _row(number: int, host: str, said: str) -> Content:
    return Content.assemble((f"{place_key(number)} ", "$key"), host, (said, SAID))


def codes(standing: Standing, *, hidden: bool) -> Content:
    """What to type on the other laptops; not while the room may read it."""
    if standing.side is not Side.HOST:
        return Content()
    if hidden:
        return Content.styled(_("The codes are hidden while the room is watching: F8 shows them."), "$muted")
    return Content("\n").join(
        [
            Content.styled(_("For those joining, on another laptop:"), "$muted"),
            Content.styled(f"  {join_line(standing.code)}", "bold"),
            Content(),
            Content.styled(_("For the laptop at the projector, which only shows what the room sees:"), "$muted"),
            Content.styled(f"  {join_line(standing.room_code)}", "bold"),
        ]
    )


def who(standing: Standing, state: State) -> Content:
    """Who is in and where, how long the line is down, and what a person should know."""
    rows = [Content.styled(_("Who has joined"), "bold")]
    others = () if standing.alone_since else standing.others
    rows += [Content.assemble(f"  {each.name}", (f"   {where(each, state)}", "$muted")) for each in others]
    if not others:
        rows.append(Content.styled("  " + _("nobody yet"), "$muted"))
    if standing.alone_since:
        rows += [Content(), Content.styled(alone(standing), "bold $attention")]
        rows.append(Content.styled(_("You can carry on; it is sent when the connection is back."), "$muted"))
    if standing.trouble is not None:
        rows += [Content(), Content.styled(told(standing.trouble), "bold $attention")]
    return Content("\n").join(rows)


def near(neighbours: Sequence[Neighbour]) -> Content:
    """Who on this subnet lets others in."""
    if not neighbours:
        return Content()
    rows = [Content.assemble((_("Others that can be joined"), "bold"), ("   j", "bold $key"))]
    rows += [Content.assemble(f"  {each.name}", (f"   {each.address}", "$muted")) for each in neighbours]
    return Content("\n").join(rows)
