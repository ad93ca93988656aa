"""Several laptops on one network: the calls are the log (docs/together.md).

``start_sharing`` shares a file from this computer, ``join`` joins with a code (``for_viewer`` tells of which kind it
is); both give a ``Sharing``:

- ``code``, ``room_code``: what lets in a co-facilitator, and a viewer; ``address``, ``role``, ``file``
- ``others``, ``alone_since``, ``to_send``: who else is in, since when the line is gone, how many calls wait
- ``subscribe(listener)``: the events of ``data.together.events``, called in the thread of the sharing
- ``at(place)``: at which activity this laptop is; ``show_room(picture)``: what the room sees, filtered, for the viewers
- ``use(network)``: the open network of this process: what it writes is sent at once, and it sees at once what came
- ``nudge()``: another process just wrote the file; without it that is seen within 0.05 s
- ``close()``: leaves; what was done is in the file

``data.together.nearby`` finds the sharings on the same subnet; their codes still have to be typed.

The application and every other process go on with the file as with any; nothing of it is to be told here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.network import Network
    from data.together.sharing import Sharing

__all__ = ["for_viewer", "join", "start_sharing"]

HERE = (("127.0.0.1", 4222),)
"""Where is listened when nothing else is said: this computer alone."""


def start_sharing(
    path: Path,
    *,
    listen: Sequence[tuple[str, int]] = HERE,
    shown: str = "",
    at: str = "",
    name: str = "",
    network: Network | None = None,
) -> Sharing:
    """Share a network file from this computer, until the answer is closed.

    Args:
        path: the file; it may be open in this and in other processes.
        listen: the addresses of this computer to listen on, each with a port (0 for any that is free).
        shown: the address that the code names, where it is not the first to listen on.
        at: the server of an organisation (``nats://…`` or ``tls://…``) to use in the place of starting one.
        name: what this laptop is called for the others.
        network: the open network of this process on the same file, if any: it then sees and tells without waiting.

    Raises:
        Refused: it cannot be shared, and why.
    """
    from data.together.roles import AtServer, Hosting, read_server
    from data.together.server import HOST
    from data.together.sharing import Sharing

    found = Sharing(role=HOST, file=path, name=name)
    make = AtServer(read_server(at)[0], path).make if at else Hosting(path, listen, shown).make
    found.begin(make)
    if network is not None:
        found.use(network)
    return found


def join(code: str, path: Path | None, *, name: str = "", network: Network | None = None) -> Sharing:
    """Join a network that another laptop shares, until the answer is closed.

    Args:
        code: as it was shown there.
        path: the file of this computer for the copy; it is made when it is not there. None with a code for a viewer.
        name: what this laptop is called for the others.
        network: the open network of this process on the same file, if any.

    Raises:
        Refused: it cannot be joined, and why.
    """
    from data.together import code as codes
    from data.together.roles import AtServer, Joining, read_server
    from data.together.server import CO, ROOM
    from data.together.sharing import Sharing

    if _of_server(code):
        server, key, room = read_server(code)
        kept = _kept(path, room=room)
        make = AtServer(server, kept, key).make
    else:
        read = codes.read(code)
        room, kept = read.for_viewer, _kept(path, room=read.for_viewer)
        make = Joining(read, kept).make
    found = Sharing(role=ROOM if room else CO, file=kept, name=name)
    found.begin(make)
    if network is not None:
        found.use(network)
    return found


def for_viewer(code: str) -> bool:
    """Whether somebody with this code sees what the room sees, and nothing else.

    Raises:
        Refused: it is no code.
    """
    from data.together import code as codes
    from data.together.roles import read_server

    return read_server(code)[2] if _of_server(code) else codes.read(code).for_viewer


def _of_server(code: str) -> bool:
    """Whether it leads to a server of an organisation, and not to a laptop."""
    from data.together.roles import SCHEMES

    return code.strip().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def _kept(path: Path | None, *, room: bool) -> Path | None:
    """Where the copy is kept; a viewer keeps none."""
    if path is None and not room:
        from data.model import Refused, say

        raise Refused(say("Say which file to keep the copy in."))
    return None if room else path
