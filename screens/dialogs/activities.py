"""The activities as the palette finds them: those of the programme, and the kinds that can be put in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.i18n import N_, told
from data.model import ACTIVITIES, Activity, ActivityKind, SessionStatus
from data.model.languages import LANGUAGES
from data.text import fold
from data.verbs.programme import add_activity
from screens.shell.house import House
from screens.shell.standing import title
from widgets.command import Bound, Command


@dataclass(frozen=True, slots=True)
class Found:
    """An activity to go to, or to add: what is done, and under which names it is found."""

    bound: Bound
    names: tuple[str, ...]

    def hit(self, letters: str) -> bool:
        """Whether a word of one of its names begins with these letters."""
        typed = fold(letters)
        names = map(fold, self.names)
        return bool(typed) and any(name.startswith(typed) or f" {typed}" in name for name in names)


def activities(house: House) -> Sequence[Found]:
    """Every activity of the programme that is looked at, then every kind that is not in it."""
    items = house.programme
    there = {item.kind for item in items}
    closed = house.session.status is SessionStatus.CLOSED
    others = [] if closed else [kind for kind in ActivityKind if kind not in there]
    return [*(_there(house, item) for item in items), *(_to_add(house, kind) for kind in others)]


def _names(kind: ActivityKind) -> tuple[str, ...]:
    return tuple(told(ACTIVITIES[kind].title, language) for language in LANGUAGES)


def _there(house: House, item: Activity) -> Found:
    help_ = N_("Go to this activity in the programme")
    command: Command[House] = Command(lambda app: app.go(item.id), title(item), help_, ())
    return Found(Bound(command, house), (title(item), *_names(item.kind)))


def _to_add(house: House, kind: ActivityKind) -> Found:
    help_ = N_("Add it to the programme, after the current activity, and go there")
    command: Command[House] = Command(lambda app: _add(app, kind), told(ACTIVITIES[kind].title), help_, ())
    return Found(Bound(command, house), _names(kind))


def _add(house: House, kind: ActivityKind) -> None:
    session = house.session
    if done := house.do(add_activity, session=session.id, kind=kind, after=session.now):
        house.go(done.change.puts[0].id)
