"""Quitting while something is not saved, and saving a copy elsewhere."""

from __future__ import annotations

import asyncio
from pathlib import Path

from data.disk import unwritten
from data.i18n import _, plural, told
from data.network import Unopened
from screens.dialogs.ask import AskLine, Choose
from screens.shell.house import House

WAIT, COPY, QUIT = "wait", "copy", "quit"
_MOMENT = 1.0
"""Seconds that a save which is only slow is waited for before anything is asked."""


async def leave(app: House) -> None:
    """Quit; while something is not saved, ask what to do with it first."""
    if isinstance(app.screen, Leaving):
        return
    waited = _MOMENT if app.open_network is None or app.open_network.trouble is None else 0.0
    while not await _saved(app, waited):
        choice = await app.push_screen_wait(Leaving(_heading(app), _choices(app)))
        if choice == WAIT:
            app.network.retry()
            waited = 2 * _MOMENT
        elif choice != QUIT and not (choice == COPY and await save_copy(app)):
            return
        else:
            break
    await app.action_quit()


class Leaving(Choose):
    """The question that stands between what is not saved and the end."""


async def save_copy(app: House) -> bool:
    """Ask where, and write everything there, also what could not be saved; say whether it is there."""
    start = str(Path.home() / f"copy-{app.network.path.name}")
    ask = AskLine(_("Where should the copy go?"), start)
    typed = await app.push_screen_wait(ask)
    if not typed:
        return False
    path = Path(typed).expanduser()
    try:
        app.network.save_copy(path)
    except Unopened as unopened:
        app.warn(unopened.said)
    except OSError as error:
        app.warn(unwritten(error))
    else:
        app.tell(_("Everything is in {path} too.").format(path=path))
        return True
    ask.offer_again(typed)
    return False


async def _saved(app: House, seconds: float) -> bool:
    """Whether all is saved, or is so within this time."""
    end = asyncio.get_running_loop().time() + seconds
    while app.open_network is not None and not app.open_network.saved:
        if asyncio.get_running_loop().time() >= end:
            return False
        await asyncio.sleep(0.02)
    return True


def _heading(app: House) -> str:
    count = plural("{n} change is not saved.", "{n} changes are not saved.", len(app.network.unsaved))
    return f"{count} {told(app.network.trouble)}" if app.network.trouble else count


def _choices(app: House) -> list[tuple[str, str, str]]:
    lost = app.network.unkept
    kept = _("it is kept on this computer and comes back at the next start")
    secret = plural("{n} secret change would be lost", "{n} secret changes would be lost", lost)
    return [
        (WAIT, _("Wait, and try again"), ""),
        (COPY, _("Save a copy elsewhere and quit"), ""),
        (QUIT, _("Quit anyway"), secret if lost else kept),
    ]
