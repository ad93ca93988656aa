"""Small groups as they are shown, who is in none of them, and somebody who goes to one."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _, told
from data.methods.subgroups import strays
from data.model import Activity, Role, State
from data.names import matching
from data.verbs.brainstorm.noting import join_subgroup
from data.verbs.check_in import present
from data.verbs.network import called
from screens.dialogs.ask import Choose
from screens.dialogs.who import Who
from screens.shell.house import House
from widgets.board_paint import shortened
from widgets.matches import Match


def named_groups(groups: tuple[tuple[str, ...], ...], names: dict[str, str], width: int) -> Content:
    """The groups side by side under their numbers, as many as there is room for."""
    rows = [[names.get(who, "…") for who in group] for group in groups]
    wide = min(30, max([12, *(len(name) + 3 for row in rows for name in row)]))
    beside = max(1, width // wide)
    lines: list[Content] = []
    for first in range(0, len(rows), beside):
        band = rows[first : first + beside]
        heads = [(_("group {n}").format(n=first + place)).ljust(wide) for place in range(1, len(band) + 1)]
        lines.append(Content.styled("".join(heads), "bold"))
        for place in range(max(map(len, band))):
            cells = [Content(shortened(row[place], wide - 2) if place < len(row) else "") for row in band]
            lines.append(Content("").join(cell.pad_right(max(0, wide - cell.cell_length)) for cell in cells))
        lines.append(Content())
    return Content("\n").join(lines[:-1])


def _astray(state: State, item: Activity) -> tuple[list[str], list[str]]:
    here = present(state, item.session)
    return strays(item.subgroups, [who.id for who in here], [who.id for who in here if who.role is Role.FACILITATOR])


def astray(state: State, item: Activity) -> str:
    """Who sits in a group and is not here, or is here and sits in none; groups may be older than the check-in."""
    names = called(state)
    gone, new = (", ".join(names[id_] for id_ in ids if id_ in names) for ids in _astray(state, item))
    facts = (
        _("Not here: {names}.").format(names=gone) if gone else "",
        _("In no group: {names}.").format(names=new) if new else "",
    )
    return " ".join(filter(None, facts))


def ask_joins(house: House, item: Activity) -> None:
    """Ask who goes to a group, those in none first, and to which."""
    state, new = house.state, _astray(house.state, item)[1]
    names = called(state)
    place = {who: number for number, members in enumerate(item.subgroups, start=1) for who in members}
    people = sorted(present(state, item.session), key=lambda who: who.id not in new)

    def find(letters: str) -> list[Match]:
        found = matching(people, letters) if letters.strip() else people
        return [Match(who.id, names[who.id], _group(place.get(who.id))) for who in found]

    def chosen(who: str | None) -> None:
        if who is not None:
            rows = [
                (str(number), _group(number + 1), ", ".join(names[each] for each in members if each in names))
                for number, members in enumerate(item.subgroups)
            ]
            heading = _("Which group does {name} move to?").format(name=names[who])
            house.push_screen(Choose(heading, rows), lambda group: joined(who, group))

    def joined(who: str, group: str | None) -> None:
        if group is not None and (done := house.do(join_subgroup, activity=item.id, participant=who, group=int(group))):
            house.tell(told(done.change.label))

    house.push_screen(Who(_("Who moves to a group?"), find), chosen)


def _group(number: int | None) -> str:
    return _("group {n}").format(n=number) if number else ""
