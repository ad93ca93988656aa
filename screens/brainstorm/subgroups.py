"""Small groups: who is together, how long they have, and whether post-its say whose they are."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from data.i18n import N_, _
from data.methods.subgroups import split
from data.model import Activity, Participant
from data.verbs import clock
from data.verbs.brainstorm.noting import ATTRIBUTIONS, set_attribution
from data.verbs.network import called
from screens.brainstorm.canvas import Canvas, Keys
from screens.dialogs.group_names import ask_joins, astray, named_groups
from widgets.command import Command
from widgets.countdown import Countdown, Time

ATTRIBUTION_NAMES = {
    "off": N_("Post-its carry no names."),
    "optional": N_("Post-its can carry a name: type @ or : and the name."),
    "subgroup": N_("Post-its show which small group they come from."),
}


def _dealt(people: list[Participant], number: int, seed: int) -> tuple[tuple[str, ...], ...]:
    """Small groups of one size, colleagues spread."""
    return split([one.id for one in people], number, seed, {one.id: one.organisation for one in people})


class Subgroups:
    """As long as there is no post-it, the small groups and their time stand where the board will be."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def split(self) -> None:
        """Split the group."""
        from screens.dialogs.groups_sheet import GroupsSheet

        house = self._canvas.house
        house.push_screen(GroupsSheet(self._canvas.storm, house.now().minute, _dealt))

    def join(self) -> None:
        """Somebody goes to a group."""
        ask_joins(self._canvas.house, self._canvas.storm)

    def no_groups(self) -> str | None:
        """Why there is no group to go to."""
        return None if self._canvas.storm.subgroups else _("There are no small groups yet: Ctrl+S makes them.")

    def back(self) -> None:
        """The small groups are back: their time is over."""
        self._canvas.house.do(clock.stop, activity=self._canvas.place)

    def attribute(self) -> None:
        """Off, names, small groups, and round again."""
        kept = ATTRIBUTIONS[(ATTRIBUTIONS.index(self._canvas.storm.attribution) + 1) % len(ATTRIBUTIONS)]
        if self._canvas.house.do(set_attribution, activity=self._canvas.place, attribution=kept):
            self._canvas.house.tell(_(ATTRIBUTION_NAMES[kept]))

    # -- what is shown

    def show(self) -> None:
        """Draw the groups, and their time."""
        storm, screen = self._canvas.storm, self._canvas.screen
        starting = not self._canvas.found.notes
        screen.set_class(starting, "-starting")
        names = called(self._canvas.house.state) if starting else {}
        groups = named_groups(storm.subgroups, names, max(30, screen.size.width - 4)) if starting else Content()
        told = [groups, *self._astray(storm)] if groups else [self._how_to_start()]
        screen.set_class(starting and not groups and storm.countdown is None, "-blank")
        self._canvas.put("start-text", Content("\n\n").join(told))
        self.show_clock()

    def _astray(self, storm: Activity) -> list[Content]:
        """Who sits in a group and is not here, or is here and sits in none, and what mends it."""
        facts = astray(self._canvas.house.state, storm)
        if not facts:
            return []
        anew = self._canvas.keys(("^S", _("splits the group again")))
        return [Content("  ").join([Content.styled(facts, "$attention"), anew])]

    def _how_to_start(self) -> Content:
        split = self._canvas.keys(("^S", _("splits the group into small groups, with a countdown")))
        return Content("\n").join([split, Content.styled(_("Then type what people read out, below."), "$muted")])

    def tick(self) -> None:
        """Their time goes on."""
        if self._canvas.storm.countdown:
            self.show_clock()

    def show_clock(self) -> None:
        """Draw the time of the small groups, where they stand and beside the question."""
        time = self._time(self._canvas.storm)
        self._canvas.screen.set_class(time is not None, "-timed")
        self._canvas.screen.query_one("#start-clock", Countdown).show(time or Time())
        told = Content.assemble((_("groups") + " ", "$muted"), (str(time), f"bold {time.style}")) if time else Content()
        self._canvas.put("clock", told)

    def _time(self, storm: Activity) -> Time | None:
        if storm.countdown is None:
            return None
        left = round(clock.left(storm.countdown, self._canvas.house.now()))
        return Time(left, storm.countdown.total, clock.paused(storm.countdown))

    # -- its keys

    KEYS: ClassVar[Keys[Subgroups]] = Keys(
        everywhere=(
            Command(split, N_("Small groups"), N_("Split the group evenly, with a countdown"), ("ctrl+s",)),
            Command(join, N_("To a group"), N_("Move somebody to a small group"), (), cannot=no_groups),
            Command(attribute, N_("Attribution"), N_("Whether post-its carry a name"), ()),
            Command(back, N_("Stop the countdown"), N_("The small groups are back"), ()),
        )
    )
