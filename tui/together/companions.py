"""Sharing the open network with other laptops, for this window; what it is made of is imported when it begins."""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Callable
from contextvars import Context, copy_context
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from data.i18n import _, told
from data.model import Refused, Said, say
from data.network import Network, Noticed, RefusedLater
from screens.shell.house import House
from screens.shell.together import Neighbour, Other, Side, Standing
from tui.together.needed import must_have_it, openable

if TYPE_CHECKING:
    from data.together.events import Event as Told
    from data.together.sharing import Sharing
    from tui.together.pictures import Shown

PORT = 4222
"""Where others come in, where that is free."""

LOOK = 0.05
"""Seconds between two looks at what the room sees."""


class Companions:
    """The other laptops, as this window knows them."""

    def __init__(self, app: House) -> None:
        self._app = app
        self._sharing: Sharing | None = None
        self._shows: Event | None = None
        self._place = ""
        self._trouble: Said | None = None
        self._looks = False
        self._near: list[Neighbour] = []

    @property
    def name(self) -> str:
        """What this laptop is called: as was chosen, or by its own name on the network."""
        return self._app.settings.laptop or platform.node().partition(".")[0] or "kring"

    @property
    def standing(self) -> Standing | None:
        """How it stands; None while nothing is shared."""
        sharing = self._sharing
        if sharing is None:
            return None
        return Standing(
            side=Side.HOST if sharing.code else Side.GUEST,
            address=sharing.address,
            code=sharing.code,
            room_code=sharing.room_code,
            others=tuple(Other(each.name, each.place, looks=each.role == "room") for each in sharing.others),
            alone_since=sharing.alone_since.isoformat() if sharing.alone_since else "",
            to_send=sharing.to_send,
            trouble=self._trouble,
        )

    # -- who is near

    @property
    def neighbours(self) -> list[Neighbour]:
        """Who on this subnet lets others in, as was heard when it was last looked for; not this laptop itself."""
        own = self._sharing.address if self._sharing is not None else ""
        return [each for each in self._near if each.address != own]

    def look(self) -> None:
        """Look for them once more, beside the window: they are asked, and get a moment to answer."""
        if not self._looks and os.environ.get("KRING_NEARBY") != "off" and find_spec("zeroconf") is not None:
            self._looks = True
            Thread(target=self._look, daemon=True).start()

    async def looked(self) -> None:
        """Look for them, and wait until they had the time to answer."""
        self.look()
        while self._looks:
            await asyncio.sleep(0.05)

    def _look(self) -> None:
        from data.together.nearby import nearby

        self._near = [Neighbour(each.name, f"{each.host}:{each.port}") for each in nearby()]
        self._looks = False

    # -- beginning and ending

    async def share(self, host: str, port: int = 0) -> None:
        """Let others in at this address of this machine; also where another laptop did so until now.

        Without a port it is the usual one, or where that is taken any that is free.

        Raises:
            Refused: it cannot be, and what to do.
        """
        network = self._app.network
        await self.leave()
        sharing = await asyncio.to_thread(_shared, network, (host, port), self.name)
        self._goes_on(sharing, network)
        from tui.together.pictures import Shown

        self._shows = Event()
        Thread(target=_show, args=(Shown(network.path, sharing), self._shows), daemon=True).start()

    async def join(self, code: str, path: Path) -> None:
        """Go on with another laptop's network, in a copy at this path, and open that.

        Raises:
            Refused: it cannot be, and what to do.
        """
        await self.leave()
        joined = await asyncio.to_thread(_joined, code, path, self.name)
        if not self._app.open_file(str(path)):
            await asyncio.to_thread(joined.close)
            return
        self._goes_on(joined, self._app.network)
        self._trouble = joined.read_only
        if joined.read_only is not None:
            self._app.warn(joined.read_only)
        else:
            self._app.tell(_("You have joined; everything is also in {path}.").format(path=path))

    async def leave(self) -> None:
        """Go on alone."""
        if (ended := self.end()) is not None:
            await asyncio.to_thread(ended)

    def end(self) -> Callable[[], None] | None:
        """Nobody is in from here on; the answer ends what goes on beside this window, which may take a moment."""
        sharing, self._sharing, self._trouble = self._sharing, None, None
        if self._shows is not None:
            self._shows.set()
        return sharing.close if sharing is not None else None

    def _goes_on(self, sharing: Sharing, network: Network) -> None:
        """What this window writes is sent at once, and it looks at once at what came."""
        self._sharing = sharing
        sharing.use(network)
        sharing.subscribe(partial(self._hear, asyncio.get_running_loop(), copy_context()))
        sharing.at(self._place)

    def at(self, place: str) -> None:
        """Tell the others where this laptop is."""
        self._place = place
        if self._sharing is not None:
            self._sharing.at(place)

    # -- what is heard

    def _hear(self, loop: asyncio.AbstractEventLoop, context: Context, event: Told) -> None:
        """Take over an event in the application's thread, and in its context (as `Files` does)."""
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._heard, event, context=context)

    def _heard(self, event: Told) -> None:
        from data.together.events import Ended, Troubled, WithOthers

        app, sharing = self._app, self._sharing
        if isinstance(event, Troubled) or (isinstance(event, Noticed) and sharing and sharing.alone_since):
            self._trouble = event.said  # while the line is down, why it does not come back stays in sight
        if isinstance(event, WithOthers) and sharing:
            self._trouble = sharing.read_only
        if isinstance(event, RefusedLater | Noticed):
            from tui.hearing import hear_of  # seldom

            hear_of(app, event)
        if isinstance(event, Ended):
            app.news.tell(told(event.said))
            self.end()
        if app.is_running:
            app.changed.publish(frozenset())


def _shared(network: Network, listen: tuple[str, int], name: str) -> Sharing:
    """Let others in at this address, or on this server of an organisation."""
    must_have_it()
    from data.together import start_sharing
    from tui.serving.listening import found_at

    host, port = listen
    if "://" in host:
        return start_sharing(network.path, at=host, name=name)
    shown = found_at(host).strip("[]")
    if port:
        return start_sharing(network.path, listen=[listen], shown=shown, name=name)
    try:
        return start_sharing(network.path, listen=[(host, PORT)], shown=shown, name=name)
    except Refused:
        return start_sharing(network.path, listen=[(host, 0)], shown=shown, name=name)


def _joined(code: str, path: Path, name: str) -> Sharing:
    must_have_it()
    from data.together import for_viewer, join

    openable(path)
    if for_viewer(code):
        raise Refused(say("That code only shows what the room sees: type kring join with it in a terminal."))
    return join(code, path, name=name)


def _show(shown: Shown, ends: Event) -> None:
    """Send the laptops at a projector what the room sees, beside the window."""
    while not ends.wait(LOOK):
        shown.look()
