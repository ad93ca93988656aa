"""The points of today: what the group says of each, and points that are typed."""

from __future__ import annotations

from typing import ClassVar

from data.i18n import N_, _, told
from data.model import RecapPoint, Verdict
from data.verbs.recap import TalkingPoint, conclude, speak_of, take_back
from data.words import VERDICTS
from screens.recap.view import Recap
from screens.shell.activity_part import ActivityPart
from screens.shell.screen import KringScreen
from widgets.command import Bound, Command


class Points(ActivityPart):
    """Keeps what the group says of each point."""

    def __init__(self, screen: KringScreen) -> None:
        super().__init__(screen)
        self.verdict = Verdict.CONTINUE

    @property
    def recap(self) -> Recap:
        """The recap as it stands."""
        return Recap(self.house.state, self._activity)

    @property
    def keys(self) -> str:
        """What may be said of a point, each with its key; only where a page has room for it."""
        if self.screen.has_class("-narrow"):
            return ""
        return " · ".join(f"{command.keys[0]} {_(command.label).lower()}" for command in self.PAGE_KEYS[: len(Verdict)])

    @property
    def _chosen(self) -> TalkingPoint | None:
        return next((point for point in self.recap.points if point.key == self.lined.page.chosen), None)

    def commands(self, *, typing: bool) -> list[Bound]:
        """None of them while the agenda is spoken through, but the way there and back."""
        every = super().commands(typing=typing)
        return [bound for bound in every if bound.command in self.KEYS] if self.recap.on_agenda else every

    def no_point(self) -> str | None:
        """Why there is nothing to say something of."""
        return None if self._chosen else _("Type a point from today first.")

    def not_said(self) -> str | None:
        """Why there is nothing to take back."""
        chosen = self._chosen
        return None if chosen and chosen.point else _("Nothing has been said about this point yet.")

    def keep(self) -> None:
        """Keep the typed point with what the line says of it."""
        typed = self.lined.line.value
        if not typed.strip():
            return
        if done := self.house.do(conclude, activity=self._place, text=typed, verdict=self.verdict):
            self.lined.line.take()
            self._show()
            added = next((each for each in done.change.puts if isinstance(each, RecapPoint)), None)
            self.lined.page.choose(added.about or added.id if added else "")

    def say(self, verdict: Verdict) -> None:
        """Note what the group says of the chosen point, and go to the next one that waits."""
        chosen = self._chosen
        if chosen and self.house.do(conclude, activity=self._place, about=chosen.key, verdict=verdict):
            self._show()
            waiting = next((point for point in self.recap.points if point.verdict is None), None)
            self.lined.page.choose(waiting.key if waiting else chosen.key)

    def take_back(self) -> None:
        """Nothing was said of the chosen point after all."""
        if (chosen := self._chosen) and self.house.do(take_back, point=chosen.point):
            self.house.tell(_("Cleared · Ctrl+Z brings it back"))

    def turn(self, by: int) -> None:
        """The line says something else of a point; what was typed stays."""
        every = list(Verdict)
        self.verdict = every[(every.index(self.verdict) + by) % len(every)]
        self._show()

    @property
    def aside(self) -> str:
        """What the line says of a point."""
        return told(VERDICTS[self.verdict])

    def other(self) -> None:
        """From the points to the agenda, or back."""
        self.house.do(speak_of, activity=self._place, agenda=not self.recap.on_agenda)

    KEYS: ClassVar[tuple[Command[Points], ...]] = (
        Command(
            other,
            N_("Points or agenda"),
            N_("From today’s points to the agenda of the next session, or back"),
            ("f5",),
            12,
        ),
    )
    LINE_KEYS: ClassVar[tuple[Command[Points], ...]] = (
        Command(keep, N_("Save"), N_("Save the line"), ("enter",), 10),
        Command(
            lambda part: part.turn(1),
            N_("Verdict"),
            N_("Settled, dropped, or on to the next session"),
            ("tab",),
            11,
        ),
        Command(lambda part: part.turn(-1), N_("Previous verdict"), N_("The other way round"), ("shift+tab",)),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Points], ...]] = (
        Command(
            lambda part: part.say(Verdict.ROUND),
            N_("Settled"),
            N_("The group says that this point is settled"),
            ("r",),
            7,
            cannot=no_point,
        ),
        Command(
            lambda part: part.say(Verdict.LET_GO),
            N_("Drop"),
            N_("The group drops this point"),
            ("l",),
            8,
            cannot=no_point,
        ),
        Command(
            lambda part: part.say(Verdict.CONTINUE),
            N_("Next time"),
            N_("The group continues with this point next session"),
            ("v",),
            9,
            cannot=no_point,
        ),
        Command(
            take_back,
            N_("Clear"),
            N_("Nothing was said about it"),
            ("delete", "backspace"),
            cannot=not_said,
        ),
    )
