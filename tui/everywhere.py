"""The commands that work everywhere, and what they put in front of the present screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import ModalScreen

from data.i18n import N_, _, told
from data.model import Said, Session, say
from data.model.languages import LANGUAGE_NAMES
from screens.shell.box import in_memory
from screens.shell.commands import commands
from screens.shell.elsewhere import changed_in
from screens.shell.house import House, next_language, next_theme
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.copied import Copied


def in_front(app: House, screen: ModalScreen[Any]) -> None:
    """Put a sheet in front of the present screen; the key that opened it takes it away again.

    While it is asked what becomes of a paste in a line of such a sheet, no other one that asks the same is opened: what
    is typed goes on in the line behind that question.
    """
    from screens.dialogs.paste import PasteSheet

    if type(app.screen) is type(screen):
        app.screen.dismiss(None)
    elif any(type(each) is type(screen) for each in app.screen_stack) and any(
        isinstance(each, PasteSheet) for each in app.screen_stack
    ):
        app.warn(say("Answer this first, or leave it with Esc."))
    else:
        app.push_screen(screen)


def copy(app: House) -> None:
    """Copy what is chosen; where nothing is, say what quits: elsewhere Ctrl+C does."""
    places = (app.focused, *app.screen.query("*"), app.screen)
    texts = (place.to_copy() for place in places if isinstance(place, Copied))
    if text := next(filter(None, texts), ""):
        app.copy_to_clipboard(text)
        return
    saved = app.open_network is None or app.open_network.saved
    app.warn(say("Ctrl+Q quits. Everything is saved already.") if saved else say("Ctrl+Q quits. Saving goes on."))


def paste(app: House) -> None:
    """Nothing was copied here: what was copied elsewhere, only the terminal can paste."""
    app.warn(say("Paste with the terminal’s own key: Ctrl+Shift+V or Shift+Insert, on a Mac Cmd+V."))


def palette(app: House) -> None:
    """Find a command by a part of its name."""
    from screens.dialogs.activities import activities
    from screens.dialogs.palette import PaletteScreen

    screen = app.screen
    own = [Bound(command, app) for command in app.KEYS]
    found = activities(app) if app.open_network is not None and app.state.all(Session) else ()
    in_front(app, PaletteScreen(commands(screen) if isinstance(screen, KringScreen) else own, found))


def show_help(app: House) -> None:
    """Show the keys of this place."""
    from screens.dialogs.help import HelpScreen

    screen = app.screen
    if isinstance(screen, HelpScreen):
        screen.dismiss()
    elif isinstance(screen, KringScreen):
        here = [bound.command for bound in commands(screen) if bound.owner is not app]
        in_front(app, HelpScreen(screen.ABOUT, here, list(app.KEYS)))
    else:
        app.warn(say("Its keys are shown below it; F1 helps again once it is closed."))


def undo(app: House) -> None:
    """Take back the last change of this window; what was taken back before in a line comes again behind it."""
    network, before = app.network, app.network.taken_back
    _back(app, network.undo, _("Undone: {what}"))
    for line in app.screen.query(CaptureLine):
        line.stand_behind(lambda: network.taken_back > before)


def redo(app: House) -> None:
    """Make the change again that was taken back."""
    _back(app, app.network.redo, _("Redone: {what}"))


def _back(app: House, go: Callable[[], Said], said: str) -> None:
    """Undo or redo, and tell what that was, and where when that is not what is looked at."""
    before, there = app.state, app.place
    what = told(go())
    where = changed_in(app, before, app.state) if app.place == there else ""
    app.tell(said.format(what=f"{what} · {where}" if where else what))


def look_along(app: House) -> None:
    """Hide or show what is not for the room; it is hidden again at the next start."""
    app.looking_along = not app.looking_along
    app.tell(
        _("Room watching: on. Only what it may see is shown.")
        if app.looking_along
        else _("Room watching: off. Advice and reasons are shown.")
    )
    if app.looking_along:
        from screens.shell.private import put_away

        put_away(app)
    # Also what lies under a sheet: it is seen beside it.
    for screen in app.screen_stack:
        if isinstance(screen, KringScreen):
            screen.show_all()


def room(app: House) -> None:
    """Show the room view in place, or the work again."""
    if isinstance(app.screen, KringScreen):
        app.screen.toggle_room()
    else:
        app.warn(say("Answer this first, or leave it with Esc: then the room view opens."))


def room_sees(app: House) -> None:
    """Decide what the room's own window shows."""
    from tui.room_sees import room_sees

    room_sees(app)


def core_question(app: House) -> None:
    """The question of now, large."""
    from screens.dialogs.core_question import CoreQuestion

    screen = app.screen
    if isinstance(screen, KringScreen | CoreQuestion):
        in_front(app, CoreQuestion(screen.projected().question if isinstance(screen, KringScreen) else ""))
    else:
        app.warn(say("Answer this first, or leave it with Esc: then the core question opens."))


def park(app: House) -> None:
    """Keep an off-topic point for later."""
    from screens.dialogs.park import ParkScreen

    in_front(app, ParkScreen())


def guard(app: House) -> None:
    """Guard the process, over whatever is going on; the same key closes what it opened."""
    from screens.guarding.drawer import Guarding

    screen = app.screen
    if isinstance(screen, KringScreen) and app.session:
        app.push_screen(Guarding(screen))
    elif any(isinstance(each, Guarding) for each in app.screen_stack):
        screen.dismiss(None)
    else:
        app.warn(say("Answer this first, or leave it with Esc: then guarding the process opens."))


def arrival(app: House) -> None:
    """Somebody comes in, leaves or is back."""
    from screens.dialogs.arrival import ArrivalScreen

    in_front(app, ArrivalScreen())


def forget(app: House) -> None:
    """Erase somebody, asked step by step."""
    from tui.forget import forget

    app.run_worker(forget(app), exclusive=True, group="forget")


def other_versions(app: House) -> None:
    """Say what to do with other versions of this file."""
    from tui.versions import settle_versions

    app.run_worker(settle_versions(app), exclusive=True, group="versions")


def save_copy(app: House) -> None:
    """Ask where, and write everything there, also what could not be saved."""
    from tui.leaving import save_copy

    app.run_worker(save_copy(app), exclusive=True, group="leave")


def voting(app: House) -> str | None:
    """Why nobody quits from the booth, nor while there are ballots: these are in the memory of this window."""
    if getattr(app.screen, "BALLOTS", False):
        return _("A secret vote is going on: only the facilitator can quit.")
    if app.open_network is not None and in_memory(app.box, app.state):
        return _("Ballots are in memory alone: close the vote first, or call it off.")
    return None


def quit_app(app: House) -> None:
    """Quit; ask first while something is not saved."""
    from tui.leaving import leave

    app.run_worker(leave(app), exclusive=True, group="leave")


EVERYWHERE: tuple[Command[House], ...] = (
    Command(
        show_help,
        N_("Help"),
        N_("What this screen is for, and its keys"),
        ("f1", "ctrl+g", "question_mark"),
        1,
        outside=True,
        first=True,
    ),
    Command(
        lambda app: app.go("programme"),
        N_("Programme"),
        N_("Go anywhere in this session"),
        ("f2", "ctrl+o"),
        2,
        first=True,
    ),
    Command(core_question, N_("Core question"), N_("The core question, large"), ("f3", "ctrl+t"), first=True),
    Command(park, N_("Park a point"), N_("Keep an off-topic point for later"), ("f4", "ctrl+b"), first=True),
    Command(arrival, N_("Arrival"), N_("Somebody arrives, leaves or comes back"), ("f7", "ctrl+n"), 60, first=True),
    Command(
        guard,
        N_("Guard the process"),
        N_("Who was heard, off-topic points, parked points, and what to say"),
        ("f12", "ctrl+end"),
        first=True,
    ),
    Command(
        look_along,
        N_("Room watching"),
        N_("Hide or show what is not for the room"),
        ("f8", "ctrl+l"),
        90,
        outside=True,
        first=True,
    ),
    Command(room, N_("Room view"), N_("Show this to the room, large"), ("f9", "ctrl+r"), 80, first=True, kept=True),
    Command(
        room_sees,
        N_("What the room sees"),
        N_("In its own window (kring room): follow, freeze, blank, or this screen"),
        ("shift+f9",),
        first=True,
    ),
    Command(undo, N_("Undo"), N_("Take back the last change"), ("ctrl+z",), 95),
    Command(redo, N_("Redo"), N_("Redo the change"), ("ctrl+y",)),
    Command(copy, N_("Copy"), N_("Copy what is chosen to the clipboard"), ("ctrl+c",), outside=True),
    Command(
        paste,
        N_("Paste"),
        N_("Paste what was copied here; to paste from elsewhere, use the terminal’s own key"),
        ("ctrl+v",),
        outside=True,
    ),
    Command(palette, N_("All commands"), N_("Find a command by its name"), ("ctrl+p",), outside=True, first=True),
    Command(
        lambda app: app.go("pending"),
        N_("Still open"),
        N_("Everything that was asked, agreed or promised and is still open"),
        ("shift+f2",),
    ),
    Command(
        lambda app: app.go("network"),
        N_("Network"),
        N_("Profile, people, sessions, invitation and what is prepared"),
        ("shift+f4",),
    ),
    Command(
        lambda app: app.go("together"),
        N_("Together"),
        N_("Let other laptops in, or join one"),
        (),
        outside=True,
    ),
    Command(
        lambda app: app.go("export"),
        N_("Export"),
        N_("Read, choose and write what leaves the laptop: summary, cards, mail, a copy"),
        (),
    ),
    Command(forget, N_("Forget a person"), N_("Erase somebody from the file, its history and backups"), ()),
    Command(save_copy, N_("Save a copy"), N_("Save everything to another file, for example on another disk"), ()),
    Command(
        other_versions,
        N_("Other versions"),
        N_("Merge, or take, what another program put in its place"),
        (),
    ),
    Command(
        lambda app: app.go("home"),
        N_("Home"),
        N_("Other network files and the settings"),
        ("ctrl+home",),
        outside=True,
    ),
    Command(next_language, LANGUAGE_NAMES, N_("Show the screens in the next language"), (), outside=True),
    Command(next_theme, N_("Theme"), N_("Dark, light or projector"), (), outside=True),
    Command(
        quit_app,
        N_("Quit"),
        N_("It asks first when something is not saved yet"),
        ("ctrl+q",),
        outside=True,
        first=True,
        cannot=voting,
    ),
)
