"""Which programme to start a session from: a template of the house, one that was kept, or a copy of a session."""

from __future__ import annotations

from collections.abc import Callable

from data.i18n import _, told
from data.methods.agenda import TEMPLATES
from data.model import State
from data.verbs.kept_programmes import copyable, kept_programmes
from screens.dialogs.ask import Choose
from screens.shell.house import House


def choose_programme(house: House, heading: str, then: Callable[[str], None]) -> None:
    """Ask which; ``then`` gets its key, empty for none. When it is left nothing is done."""

    def chosen(key: str | None) -> None:
        if key is not None:
            then(key)

    house.push_screen(Choose(heading, _programmes(house.state)), chosen)


def _programmes(state: State) -> list[tuple[str, str, str]]:
    house = [(each.key, told(each.name), f"{each.minutes}'") for each in TEMPLATES]
    kept = [
        (each.id, each.name, f"{sum(item.minutes for item in each.items)}' · " + _("kept"))
        for each in kept_programmes(state)
    ]
    copies = [(each.id, _("Copy of session {n}").format(n=each.number), each.title) for each in copyable(state)]
    return [*house, *kept, *copies, ("", _("Empty"), _("to fill in yourself"))]
