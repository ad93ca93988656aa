"""What the drawer does: the question read out, a digression brought back, a point parked, and what can be said."""

from __future__ import annotations

from collections.abc import Callable

from data.i18n import _, told
from data.methods.guarding import INTERVENTIONS, QUIET_ROUND, REFOCUSING, Occasion
from data.model import Refused, Rule, say
from data.verbs.guarding import digress, guarded_rules, refocus
from screens.dialogs.ask import Choose
from screens.dialogs.core_question import CoreQuestion
from screens.guarding.parked_points import ParkedPoints, ask_point
from screens.guarding.rule import GroundRule
from screens.guarding.saying import Saying
from screens.guarding.view import Guarded, Step
from screens.shell.house import House
from screens.shell.private import not_for_the_room


class Doing:
    """Does one thing that the drawer offers; ``show`` draws the drawer again."""

    def __init__(self, house: House, guarded: Guarded, show: Callable[[], None]) -> None:
        self._house = house
        self._guarded = guarded
        self._show = show

    def do(self, step: Step) -> None:
        """Do it, or say why not."""
        steps: dict[Step, Callable[[], object]] = {
            Step.QUESTION: lambda: self._house.push_screen(CoreQuestion(self._guarded.question)),
            Step.DIGRESSION: self._digression,
            Step.PARK: lambda: ask_point(self._house, self._show),
            Step.PARKED: lambda: self._house.push_screen(self._parked_points()),
            Step.QUIET_ROUND: self._quiet_round,
            Step.SAYING: self._saying,
            Step.RULES: lambda: self._house.push_screen(GroundRule(self._rules(needed=True))),
        }
        try:
            steps[step]()
        except Refused as refused:
            self._house.warn(refused.said)

    def _parked_points(self) -> ParkedPoints:
        """The list; with who parked a point and why it is not for the room."""
        hidden = self._guarded.hidden
        return not_for_the_room(ParkedPoints(hidden=hidden), private=not hidden)

    # -- a digression

    def _digression(self) -> None:
        """Note it at first; then ask what becomes of it."""
        activity = self._guarded.activity
        if activity is None:
            raise Refused(say("Nothing is going on: start an activity first."))
        if not activity.digressing:
            if done := self._house.do(digress, activity=activity.id):
                self._house.tell(told(done.change.label) + " · " + _("2 again leads back to the question"))
                self._show()
            return
        choices = (
            ("park", _("Park it"), _("who and why; then back")),
            ("back", _("Back to the question"), _("a question to read out")),
            ("none", _("It belongs here"), _("it was on topic")),
        )
        self._house.push_screen(Choose(_("Off the question: what do we do with it?"), choices), self._chosen)

    def _chosen(self, key: str | None) -> None:
        if key == "park":
            ask_point(self._house, self._back)
        elif key == "back":
            self._back()
        elif key == "none":
            self._refocused(said=True)

    def _back(self) -> None:
        """A question to read out, and the talk is back where it was."""
        foot = _("↑↓ another · Enter: we are back · Esc not yet")
        saying = Saying(_("Back to the question"), self._guarded.question, REFOCUSING, foot=foot)
        self._house.push_screen(saying, lambda said: self._refocused(said=bool(said)))

    def _refocused(self, *, said: bool) -> None:
        activity = self._guarded.activity
        if said and activity and (done := self._house.do(refocus, activity=activity.id)):
            self._house.tell(told(done.change.label))
        self._show()

    # -- what can be said

    def _quiet_round(self) -> None:
        about = _("Everybody is heard, and nobody is singled out.")
        self._house.push_screen(Saying(_("A quiet round"), about, QUIET_ROUND))

    def _saying(self) -> None:
        """Ask what happens; never while the room is watching."""
        if self._guarded.hidden:
            raise Refused(say("This is not for the room: press F8 first."))
        choices = [(occasion.value, told(each.title), told(each.noticed)) for occasion, each in INTERVENTIONS.items()]
        self._house.push_screen(not_for_the_room(Choose(_("What is happening?"), choices)), self._say)

    def _say(self, occasion: str | None) -> None:
        if occasion is None:
            return
        each = INTERVENTIONS[Occasion(occasion)]
        try:
            rules = self._rules(needed=each.about_rule)
        except Refused as refused:
            self._house.warn(refused.said)
        else:
            about = told(each.noticed)
            saying = Saying(told(each.title), about, each.sentences, rules, quoting=each.about_rule)
            self._house.push_screen(not_for_the_room(saying))

    def _rules(self, *, needed: bool) -> list[Rule]:
        rules = guarded_rules(self._guarded.state)
        if needed and not rules:
            raise Refused(say("There are no ground rules yet: propose some under Agreements."))
        return rules
