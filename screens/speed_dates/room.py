"""What the room sees of the speed dates: the time, what to talk about, and beside them who sits where."""

from __future__ import annotations

from collections.abc import Sequence

from data.i18n import _
from data.model import Round, State
from data.names import short_names
from data.verbs.network import called, people
from screens.shell.room import Moment
from screens.shell.standing import title
from screens.speed_dates.round import seated
from screens.speed_dates.stage import Phase, Stage, stage
from screens.speed_dates.words import shape
from widgets.projected import Item, Projected
from widgets.seating import STAYS, Seat


def projected(moment: Moment) -> Projected:
    """The talk or the change of places; before the first round the question, and that the last one was the last."""
    at = stage(moment.state, moment.activity.id, moment.now)
    if at.phase is Phase.SET_UP:
        return Projected(giant=moment.activity.question or title(moment.activity), lead=shape(at.dates))
    if at.phase is Phase.OVER:
        return Projected(status=title(moment.activity), giant=_("That was the last round"))
    return _talking(moment.state, at) if at.phase is Phase.TALK else _changing(moment.state, at)


def _talking(state: State, at: Stage) -> Projected:
    """The clock over the prompt, beside the seats of now; towards the end beside those of the next round."""
    prompt = at.turn.prompt if at.turn else ""
    head = (Item(_("next"), heading=True),) if at.ahead else ()
    return Projected(
        status=_status(at, _("paused") if at.time and at.time.paused else ""),
        giant=str(at.time) if at.time else prompt,
        style=at.time.style if at.time else "$accent",
        lead=prompt if at.time else "",
        left=at.time.share if at.time else None,
        items=(*head, *_seats(state, at.ahead, at.turn)) if at.ahead else _seats(state, at.turn, None),
        beside=True,
        asked=prompt,
    )


def _changing(state: State, at: Stage) -> Projected:
    """The time to change places, beside the seats: these are what everybody looks for now."""
    seats = _seats(state, at.turn, at.before)
    stays = STAYS + " " + _("stays seated") if any(STAYS in item.text for item in seats) else ""
    place = _("Find your place")
    return Projected(
        status=" · ".join(filter(None, (place if at.time else "", _status(at, stays)))),
        giant=str(at.time) if at.time else place,
        style=at.time.style if at.time else "$accent",
        left=at.time.share if at.time else None,
        items=seats,
        beside=True,
        asked=at.turn.prompt if at.turn else "",
    )


def _status(at: Stage, more: str) -> str:
    return " · ".join(filter(None, (_("Round {n} of {all}").format(n=at.number, all=at.of), more)))


def _seats(state: State, turn: Round | None, before: Round | None) -> tuple[Item, ...]:
    """A line for each table, whoever keeps the seat of the round before marked and first."""
    if turn is None:
        return ()
    at_tables = {who for table in (*turn.tables, turn.sits_out) for who in table}
    shorts = short_names(who for who in people(state) if who.id in at_tables)
    return tuple(
        Item(
            _together(table.seats, [seat.name for seat in table.seats]),
            table.label,
            style="$muted" if table.out else "",
            short=_together(table.seats, [seat.short for seat in table.seats]),
        )
        for table in seated(turn, before, called(state), shorts)
    )


def _together(seats: Sequence[Seat], names: Sequence[str]) -> str:
    marked = [f"{STAYS} {name}" if seat.stays else name for seat, name in zip(seats, names, strict=True)]
    return " · ".join(marked)
