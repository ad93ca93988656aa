"""What the room sees of a recap: each point with what is said of it, or the agenda of the next session."""

from __future__ import annotations

from data.i18n import _, told
from data.model import ACTIVITIES, Verdict
from data.verbs.contribution import of_whom
from data.words import VERDICTS
from screens.recap.view import MARKS, Recap, about, progress, question, when
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.projected import BULLET, Item, Projected


def projected(moment: Moment) -> Projected:
    """The question, and under it the points by what is said of them, or the agenda."""
    recap = Recap(moment.state, moment.activity)
    return Projected(
        status=" · ".join((title(moment.activity), *(when(recap.coming, []) if recap.on_agenda else progress(recap)))),
        giant=question(recap),
        items=tuple(_agenda(recap) if recap.on_agenda else _points(recap)),
        shorter=tuple(_agenda(recap, minutes=False)) if recap.on_agenda else (),
        legible=recap.on_agenda,
        level=not recap.on_agenda,
    )


def _points(recap: Recap) -> list[Item]:
    items: list[Item] = []
    for verdict in (None, *Verdict):
        each = [point for point in recap.points if point.verdict is verdict]
        mark, style = MARKS[verdict]
        if verdict and each:
            items.append(Item(told(VERDICTS[verdict]).capitalize(), heading=True, style=style))
        items += [Item(point.text, label=BULLET if verdict is None else mark) for point in each]
    return items


def _agenda(recap: Recap, *, minutes: bool = True) -> list[Item]:
    items = []
    for item in recap.items:
        name = item.title or told(ACTIVITIES[item.kind].title)
        text = about(recap.state, item)
        items.append(Item(text or name, label=f"{item.minutes}'" if minutes else "", short=name if text else ""))
    if recap.asked:
        items.append(Item(_("Asked to bring"), heading=True))
        items += [Item(each.text, aside=of_whom(recap.state, each)) for each in recap.asked]
    return items
