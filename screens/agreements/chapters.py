"""What was agreed, as chapters for the page; and how a typed line is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from data.i18n import _, day, told
from data.model import Action, Refused, Rule, RuleKind, Session, State
from data.names import short_names
from data.verbs.agreements import parse_agreement, rules, to_do
from data.verbs.check_in import begun
from data.verbs.meeting import read_meeting
from data.verbs.network import called, people, profile, session_after
from data.words import RULES
from widgets.ledger import Chapter, Entry

GOAL, NEXT = "goal", "next"
"""The entries that are not records of their own."""


def chapters(state: State, session: Session) -> list[Chapter]:
    """The goal, the rules, the way of working, the agreements, what is still to do, and the next session."""
    shared = goal(state)
    today = state.where(Action, lambda action: action.session == session.id)
    earlier = {one.id for one in begun(state, session.id)}
    before = [action for action in to_do(state) if action.session in earlier]
    later = session_after(state, session.id)
    meets = (Entry(NEXT, when(later), aside=about(later)),) if when(later) else ()
    found = [
        Chapter(
            _("Our goal"),
            (Entry(GOAL, shared),) if shared else (),
            empty=_("What do we want to achieve together?"),
            leads=True,
        ),
        Chapter(
            told(RULES[RuleKind.GROUND_RULE]),
            _rules(state, RuleKind.GROUND_RULE),
            empty=_("None yet: F5 proposes two."),
        ),
        Chapter(
            told(RULES[RuleKind.WAY_OF_WORKING]),
            _rules(state, RuleKind.WAY_OF_WORKING),
            empty=_("Which activities do we want, who hosts, how do we share?"),
        ),
        Chapter(_("Agreements"), _actions(state, today), empty=_("None today."), beside=True),
        Chapter(_("Still to do from earlier sessions"), _actions(state, before), beside=True),
        Chapter(_("Next session"), meets, empty=_("No date yet."), beside=True),
    ]
    return [chapter for chapter in found if chapter.entries or chapter.empty]


def _rules(state: State, kind: RuleKind) -> tuple[Entry, ...]:
    return tuple(_rule(rule) for rule in rules(state, kind))


def _rule(rule: Rule) -> Entry:
    """A rule that holds has no mark: a tick would say that it was done."""
    if rule.agreed:
        return Entry(rule.id, rule.text)
    return Entry(rule.id, rule.text, "", "○", "$muted", _("proposed"))


def _actions(state: State, actions: Sequence[Action]) -> tuple[Entry, ...]:
    shorts = short_names(people(state))
    return tuple(_action(action, shorts) for action in actions)


def _action(action: Action, shorts: dict[str, str]) -> Entry:
    names = [*(shorts.get(id_, "?") for id_ in action.who), *([action.named] if action.named else [])]
    aside = " · ".join(filter(None, (", ".join(names), action.due, _("done") if action.done else "")))
    mark, style = ("✓", "$success") if action.done else ("○", "$muted")
    return Entry(action.id, action.text, "", mark, style, aside, action.done)


def goal(state: State) -> str:
    """What the network wants to reach together."""
    return profile(state).shared_goal


def coming(state: State, session: str) -> str:
    """The session after this one, with all that is known of it."""
    later = session_after(state, session)
    return " · ".join(filter(None, (when(later), about(later))))


def when(session: Session | None, *, place: bool = True) -> str:
    """Day, hours and ``place`` of a planned session; nothing while none of them is known."""
    if session is None:
        return ""
    hours = "-".join(filter(None, (session.starts, session.ends)))
    on = day(session.date, year=True) if session.date else ""
    return " · ".join(filter(None, (on, hours, session.place if place else "")))


def about(session: Session | None) -> str:
    """The themes of a planned session, and who comes to tell something."""
    return " · ".join((*session.themes, *session.speakers)) if session else ""


def reading(state: State, typed: str) -> Content:
    """How an agreement is read: what, who, when; whoever is no participant is pointed out."""
    read = parse_agreement(typed, people(state))
    names = called(state)
    who = [names[id_] for id_ in read.who]
    parts = [(_("what") + " ", "$muted"), (read.text or "…", "$foreground"), ("   " + _("who") + " ", "$muted")]
    parts.append((", ".join(who) or ("" if read.named else "…"), "bold $foreground"))
    asked = [f"{name}: " + " / ".join(names[each.id] for each in found) for name, found in read.several.items()]
    others = [name for name in read.named.split(", ") if name and name not in read.several]
    named = [*([_("{name} (no participant)").format(name=", ".join(others))] if others else []), *asked]
    if named:
        parts.append((f"{', ' if who else ''}{', '.join(named)}", "$attention"))
    parts += [("   " + _("when") + " ", "$muted"), (read.due or "…", "$foreground")]
    return Content.assemble(*parts)


def meeting(typed: str, today: date) -> Content:
    """How a next session is read, or why it cannot be."""
    try:
        read = read_meeting(typed, today)
    except Refused as refused:
        return Content.styled(told(refused.said), "$attention")
    hours = "-".join(filter(None, (read.starts, read.ends)))
    said = (", ".join(read.themes), ", ".join(read.speakers))
    facts = (day(read.date, year=True) if read.date else "", hours, read.place, *said)
    return Content.styled(" · ".join(filter(None, facts)), "$foreground")
