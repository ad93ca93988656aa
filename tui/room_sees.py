"""What the room's own window shows is decided here: follow, freeze, blank, or one place."""

from __future__ import annotations

from functools import partial

from data.i18n import N_, _
from data.model import Activity, Sees
from data.verbs.showing import PROGRAMME, show_room, shown
from screens.dialogs.ask import Choose
from screens.shell.house import House
from screens.shell.standing import title

SEES: dict[Sees, tuple[str, str, str]] = {
    Sees.FOLLOW: (N_("Follow"), N_("what is going on"), N_("The room follows what is going on.")),
    Sees.FREEZE: (N_("Freeze"), N_("what it sees stays, whatever you do"), N_("The room keeps what it sees.")),
    Sees.BLANK: (N_("Blank"), N_("only the name of the network"), N_("The room sees only the name of the network.")),
    Sees.THIS: (N_("This"), N_("{place}, wherever you go"), N_("The room sees {place}.")),
}
"""What each is called, what it is for, and what is said once it is so."""


class RoomSees(Choose):
    """The question what the room sees."""


def room_sees(app: House) -> None:
    """Ask what the room sees; the key that opened the question takes it away again."""
    if isinstance(app.screen, RoomSees):
        app.screen.dismiss(None)
        return
    now, place = shown(app.state).sees, _title(app)
    mark = {True: "● ", False: "  "}
    choices = [
        (sees.value, mark[sees is now] + _(name), _(use).format(place=place)) for sees, (name, use, _so) in SEES.items()
    ]
    app.push_screen(RoomSees(_("What does the room see in its own window?"), choices), partial(_choose, app))


def _title(app: House) -> str:
    activity = app.state.find(Activity, app.place)
    return f"“{title(activity)}”" if activity else _("the programme")


def _choose(app: House, choice: str | None) -> None:
    if choice is None:
        return
    sees = Sees(choice)
    place = app.place if app.state.find(Activity, app.place) else PROGRAMME
    if app.do(show_room, sees=sees, place=place):
        app.tell(_(SEES[sees][2]).format(place=_title(app)))
