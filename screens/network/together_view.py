"""What stands on the place of working together: how to begin, the code, and who is in."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.addresses import LOOPBACK, Address
from data.i18n import _, told
from data.model import State
from screens.shell.standing import alone, where
from screens.shell.together import Neighbour, Side, Standing
from widgets.command import keyed
from widgets.keys import place_key


def join_line(code: str) -> str:
    """What is typed on the other laptop."""
    return f"kring join {code}"


def heading(standing: Standing | None, network: str) -> Content:
    """How it stands; before anything is shared, what this is for."""
    if standing is None:
        said = _("Share {network} with other laptops").format(network=network)
        said = said if network else _("Work along with another laptop")
    elif standing.side is Side.HOST:
        said = _("Others join at {address}").format(address=standing.address)
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
    wide = max([len(LOOPBACK), *(len(each.host) for each in found)]) + 2
    rows = [(each.host, _row(number, each.host.ljust(wide), _kind(each))) for number, each in enumerate(found, start=1)]
    alone = _row(len(found) + 1, LOOPBACK.ljust(wide), _("this computer only, to try it out"))
    below = "\n" if airy else ""
    return [(host, row + below) for host, row in [*rows, (LOOPBACK, alone)]]


def _kind(address: Address) -> str:
    return " · ".join(filter(None, (told(address.kind) if address.kind else "", address.interface)))


def _row(number: int, host: str, said: str) -> Content:
    return Content.assemble((f"{place_key(number)} ", "$key"), host, (said, "not bold $muted"))


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
