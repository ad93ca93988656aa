"""What the room sees of the agreements: how we work together, and who does what by when."""

from __future__ import annotations

from data.i18n import _, told
from data.model import Action, Rule, RuleKind
from data.verbs.agreements import rules, who_and_when
from data.verbs.network import profile, session_after
from data.words import RULES
from screens.agreements.chapters import when
from screens.shell.room import Moment, headed
from widgets.projected import Item, Projected


def projected(moment: Moment) -> Projected:
    """The question of this item, else the goal we share, and all that was agreed under it."""
    state, goal = moment.state, profile(moment.state).shared_goal
    asked = moment.activity.question
    shared = headed(_("Our goal"), [Item(goal)] if goal and asked else [])
    frame = [
        item for kind in RuleKind for item in headed(told(RULES[kind]), [_rule(rule) for rule in rules(state, kind)])
    ]
    today = state.where(Action, lambda action: action.session == moment.session.id)
    agreed = headed(_("Agreements"), [_action(moment, action) for action in today])
    still = [_action(moment, action) for action in today if not action.done]
    later = session_after(state, moment.session.id)
    on, place = (when(later, place=False), later.place) if later else ("", "")
    meeting = headed(_("Next session"), [Item(on or place, below=place if on else "")] if on or place else [])
    return Projected(
        giant=asked or goal or _("How do we want to work together?"),
        items=(*shared, *frame, *agreed, *meeting),
        shorter=(*headed(_("Agreements"), still), *meeting) if today else tuple(frame),
        legible=True,
    )


def _rule(rule: Rule) -> Item:
    return Item(rule.text, aside="" if rule.agreed else _("proposed"))


def _action(moment: Moment, action: Action) -> Item:
    facts = (who_and_when(moment.state, action), _("done") if action.done else "")
    return Item(action.text, aside=" · ".join(filter(None, facts)))
