"""Setting up speed dates in one glance: what is proposed, how they are held, how good that is, and who takes part."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.i18n import _, plural
from data.methods.rounds import Plan, Proposal, advised_size, minutes_taken
from data.model import DateSettings
from data.verbs.speed_dates import MOST_CHANGE, MOST_MINUTES, MOST_ROUNDS
from screens.shell.standing import title
from screens.speed_dates.stage import Stage
from screens.speed_dates.words import briefly, size_word, spent, talk
from widgets.choices import Choice, Choices
from widgets.name_grid import Named, NameGrid

MOST_SIZE = 6
WEIGHTS = (0, 1, 3)
"""What a meeting of people who know each other may weigh against a meeting again: nothing, as much, more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the choices are made on: ``people`` take part, ``fit`` rounds have room, ``to_plan`` will be planned.

    ``airy`` is that there is height for air between all groups of choices, and not below the proposals alone; ``tall``
    that there is for air between all choices.
    """

    stage: Stage
    people: int
    fit: int
    to_plan: int
    known: int
    colleagues: int
    prompt: str
    hidden: bool
    airy: bool
    tall: bool = False


class SetUp(VerticalScroll, can_focus=False):
    """The set-up; the screen fills it and hears what is changed."""

    def compose(self) -> ComposeResult:
        """A heading, the choices, and the people."""
        yield Static(id="setup-heading", markup=False)
        yield Choices(id="choices")
        yield Static(id="setup-who", markup=False)
        yield NameGrid(id="daters")

    def show(self, facts: Facts, rows: Sequence[Choice], names: Sequence[Named]) -> None:
        """Show all of it."""
        self.query_one("#setup-heading", Static).update(_heading(facts))
        self.query_one(Choices).show(rows)
        self.query_one("#setup-who", Static).update(_who(facts, names))
        self.query_one(NameGrid).show(names)


def _heading(facts: Facts) -> Content:
    """What is set up; what holds and what Enter does is told by the rows."""
    stage = facts.stage
    held = len(stage.started)
    if held:
        first = _("The coming rounds")
        rest = plural("{n} round held stays as it was", "{n} rounds held stay as they were", held)
    else:
        first = title(stage.activity)
        rest = plural("{n} minute", "{n} minutes", round(stage.timebox))
    return Content.assemble((first, "bold"), (f"  {rest}", "$muted"))


def _who(facts: Facts, names: Sequence[Named]) -> Content:
    return Content.assemble(
        (_("Who takes part"), "bold"),
        (
            "  " + _("{dating} of {present} present").format(dating=facts.people, present=len(names)),
            "$muted",
        ),
    )


def choices(
    dates: DateSettings, facts: Facts, ways: Sequence[tuple[Proposal, DateSettings, Plan | None]], worth: str
) -> list[Choice]:
    """The rows: proposals first, then what can be changed; what makes no difference here is left out.

    One of the first has the mark of what holds, and says so: a proposal that was taken, or else what is set, with what
    it is worth.
    """
    labels = [_("Proposal {letter}").format(letter=letter) for letter in "AB"] if len(ways) > 1 else [_("Proposal")]
    lasts = minutes_taken(facts.to_plan, dates.minutes, dates.change)
    is_set = Proposal(
        dates.size, "trio" if dates.odd == "trio" else "sit", facts.to_plan, dates.minutes, dates.change, lasts
    )
    taken = [asked == replace(dates, rounds=None) and way.rounds == facts.to_plan for way, asked, _made in ways]
    rows = [
        _way(f"way{place}", label, way, facts, briefly(made) if made else "…", chosen=chosen)
        for place, (label, (way, _asked, made), chosen) in enumerate(zip(labels, ways, taken, strict=False))
    ]
    if facts.people > 1 and not any(taken):
        now = _way("", _("As set now"), is_set, facts, worth, chosen=True)
        rows.append(dataclasses.replace(now, apart=facts.airy))
    total = len(facts.stage.started) + facts.to_plan
    rows += [
        Choice("size", _("Per table"), str(dates.size), _size_aside(dates, facts), most=MOST_SIZE, apart=bool(rows)),
        Choice("minutes", _("Talk"), talk(dates.minutes), "", most=MOST_MINUTES),
        Choice("change", _("Changeover"), f"{dates.change} s", "", most=MOST_CHANGE),
        Choice("rounds", _("Rounds"), str(total), _rounds_aside(dates, facts), most=MOST_ROUNDS),
    ]
    if dates.size == 2 and facts.people % 2:
        odd = _("a trio") if dates.odd == "trio" else _("one sits out in turn")
        rows.append(Choice("odd", _("If the number is odd"), odd))
    if facts.known:
        aside = plural("{n} pair has met before", "{n} pairs have met before", facts.known)
        weight = _weight(dates.met_before)
        rows.append(Choice("met_before", _("Met in earlier sessions"), weight, aside, apart=facts.airy))
    if facts.colleagues:
        aside = plural(
            "{n} organisation with several people", "{n} organisations with several people", facts.colleagues
        )
        first = facts.airy and not facts.known
        rows.append(Choice("apart", _("Colleagues together"), _weight(dates.apart), aside, apart=first))
    if not facts.stage.started:
        own = _("Enter: your own") if facts.airy else ""  # its line is the one below the proposals
        rows.append(Choice("prompt", _("First prompt"), facts.prompt, own, steps=False, apart=facts.airy))
    return [rows[0], *(dataclasses.replace(row, apart=row.apart + facts.tall) for row in rows[1:])]


def _way(key: str, label: str, way: Proposal, facts: Facts, worth: str, *, chosen: bool) -> Choice:
    """A way to hold them, which Enter takes; without a key it is how they are set now, which is read only."""
    shape = size_word(way.size)
    if way.size == 2 and facts.people % 2:
        shape = _("pairs and a trio") if way.odd == "trio" else _("one sits out")
    rounds = plural("{n} round", "{n} rounds", way.rounds)
    told = _("{shape}, {rounds} of {talk}").format(shape=shape, rounds=rounds, talk=talk(way.talk_minutes))
    held, takes = _("set now") if key and chosen else "", "" if chosen else _("Enter takes it")
    return Choice(
        key,
        label,
        told,
        spent(way.minutes),
        steps=False,
        chosen=chosen,
        below=worth,
        still=not key,
        under=held,
        enter=takes,
    )


def _size_aside(dates: DateSettings, facts: Facts) -> str:
    advised = advised_size(facts.people, facts.stage.timebox, dates.change) if facts.people > 1 else dates.size
    word = size_word(dates.size)
    if facts.hidden or advised == dates.size:
        return word
    return f"{word} · " + _("for {n} people: {advice}").format(n=facts.people, advice=size_word(advised))


def _rounds_aside(dates: DateSettings, facts: Facts) -> str:
    fit = plural("{n} fits in the time", "{n} fit in the time", facts.fit)
    return _("as many as fit") if dates.rounds is None else fit


def _weight(weight: int) -> str:
    names = (_("allow"), _("avoid"), _("avoid firmly"))
    return names[min(range(3), key=lambda place: abs(WEIGHTS[place] - weight))]


def stepped(dates: DateSettings, key: str, by: int, rounds: int) -> DateSettings:
    """The settings with one of them a step up or down; ``rounds`` is how many there are now in all."""
    steps: dict[str, dict[str, object]] = {
        "size": {"size": int(_within(dates.size + by, 2, MOST_SIZE)), "rounds": None},
        "minutes": {"minutes": _within(dates.minutes + by / 2, 0.5, MOST_MINUTES)},
        "change": {"change": int(_within(dates.change + 15 * by, 0, MOST_CHANGE))},
        "rounds": {"rounds": int(_within(rounds + by, 1, MOST_ROUNDS))},
        "odd": {"odd": "sit" if dates.odd == "trio" else "trio"},
        "met_before": {"met_before": _turned(dates.met_before, by)},
        "apart": {"apart": _turned(dates.apart, by)},
    }
    return replace(dates, **steps[key])


def filled(dates: DateSettings, key: str, number: int) -> DateSettings:
    """The settings with a number typed in."""
    if key == "size":
        return replace(dates, size=number, rounds=None) if number >= 2 else dates
    return replace(dates, **{key: number})


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))


def _turned(weight: int, by: int) -> int:
    place = WEIGHTS.index(weight) if weight in WEIGHTS else 1
    return WEIGHTS[(place + by) % len(WEIGHTS)]
