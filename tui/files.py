"""Opening network files: what is told when one cannot be opened, and what is heard of the one that is open."""

from __future__ import annotations

from asyncio import AbstractEventLoop, get_running_loop
from contextvars import Context, copy_context
from functools import partial
from pathlib import Path
from threading import get_ident

from data.i18n import _, told
from data.list_files import named_a_list, no_network
from data.model import Session, say
from data.network import Changed, Diverged, Event, Network, Noticed, RefusedLater, Unopened
from screens.shell.house import House
from tui.everywhere import other_versions


class Files:
    """The network file of the application."""

    def __init__(self, app: House) -> None:
        self._app = app

    def open(self, path: Path) -> bool:
        """Open a network file at the place where this window was last; False when it could not, and why was told."""
        try:
            opened = Network.open(path, watch=True)
        except Unopened as unopened:
            self._tell_unopened(path, unopened)
            return False
        return self._enter(opened)

    def close(self) -> None:
        """Close the file; what was typed is on disk then."""
        if self._app.open_network is not None:
            self._app.open_network.close()
            self._app.open_network = None

    def _tell_unopened(self, path: Path, unopened: Unopened) -> None:
        """Say what is wrong, and offer the good copies where there are any; with a list a network can be begun."""
        app = self._app
        if no_network(path):
            app.opened_list = path.absolute()
            app.go("new")
            app.feedback.remarked(_("{file} is a list: a new network starts with these people.").format(file=path.name))
            return
        if not (unopened.backups or unopened.rescue):
            if unopened.missing and not named_a_list(path):
                app.missing = path.absolute()
                app.warn(say("There is no file {file}: n on Home starts a new network there.", file=str(path)))
            else:
                app.warn(unopened.said)
            return
        from tui.mend import offer

        app.go(app.place)
        app.push_screen(offer(unopened), partial(self._mend, path, unopened))

    def _mend(self, path: Path, unopened: Unopened, choice: str | None) -> None:
        """Open the file after what was chosen; None leaves it as it is."""
        from tui.mend import mended

        if choice is None:
            return
        try:
            self._enter(mended(path, unopened, choice))
        except Unopened as again:
            self._tell_unopened(path, again)
        except OSError as error:
            self._app.feedback.refused(error.strerror or str(error))

    def _enter(self, opened: Network) -> bool:
        app = self._app
        if not opened.state.all(Session):  # no verb makes such a file, and every screen is of a session
            opened.close()
            app.warn(say("{file} holds no session: start a new network, or use a good copy.", file=opened.path.name))
            return False
        app.leave_network()
        app.missing = None
        app.open_network = opened
        app.chosen_session = None
        opened.subscribe(partial(self._hear, get_ident(), get_running_loop(), copy_context()))
        app.keep_settings(recent=app.settings.opened(opened.path).recent)
        for said in opened.notices:
            app.news.tell(told(said))
        app.go(opened.drafts.place or "programme")
        if any(other.asks for other in opened.diverged):
            other_versions(app)
        return True

    def _hear(self, thread: int, loop: AbstractEventLoop, context: Context, event: Event) -> None:
        """Take over an event of the network in the application's thread, whichever thread it came from.

        In the application's context too: Textual finds the application there, and a timer that was set in that of
        another thread ends with a LookupError.
        """
        if thread == get_ident():
            self._heard(event)
        elif not loop.is_closed():
            loop.call_soon_threadsafe(self._heard, event, context=context)

    def _heard(self, event: Event) -> None:
        app = self._app
        if isinstance(event, RefusedLater | Noticed | Diverged):
            from tui.hearing import hear_of  # seldom

            hear_of(app, event)
        if isinstance(event, Diverged):
            app.news.tell(_("Ctrl+P, Other versions: merge them, or take one."))
        if app.is_running:
            app.changed.publish(event.tables if isinstance(event, Changed) else frozenset())
