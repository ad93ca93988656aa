"""What contributions show: who brings what, what came of each, what the group takes from it, what is asked next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from textual.content import Content

from data.i18n import _, clock, day, plural, told
from data.model import Activity, ContributionStep, Engagement, Fate, Heard, Participant, Session, State
from data.verbs.contribution import asked_next, brought_in, came_of, of_whom, stop
from data.verbs.heard import heard
from data.verbs.network import called
from data.verbs.pending import Pending, pending, stands
from data.words import STRAND
from screens.contribution.words import line_of, now_brought, step_asks, step_name
from screens.shell import presence
from screens.shell.standing import timetable_of
from screens.shell.stepped import Work
from widgets.ledger import Chapter, Entry
from widgets.phases import PhaseMark


def work(state: State, item: Activity, now: datetime, *, hidden: bool) -> Work:
    """All of it, as it stands; ``hidden`` while the room is watching: then nothing that somebody has open still."""
    return Work(
        _whose(state, item),
        _marks(state, item),
        step_asks(state, item),
        [*_chapters(state, item), *_of_whoever_brings(state, item, now, hidden=hidden)],
        line_of(state, item),
    )


def _whose(state: State, item: Activity) -> Content:
    """Who brings what is brought now."""
    brought = now_brought(state, item)
    if brought is None:
        return Content("")
    facts = f"   {brought.due}" if brought.due else ""
    return Content.assemble((f"▸ {of_whom(state, brought, full=True).upper()}", "bold"), (facts, "$muted"))


def _marks(state: State, item: Activity) -> list[PhaseMark]:
    """The steps in one line; which contribution of several it is behind the first."""
    now, about = stop(state, item)
    listed = [asked.id for asked in brought_in(state, item)]
    several = about in listed and len(listed) > 1
    of = _("{n} of {all}").format(n=listed.index(about) + 1, all=len(listed)) if several else ""
    came = {
        ContributionStep.BROUGHT: any(came_of(state, item, asked) for asked in brought_in(state, item)),
        ContributionStep.TAKEN: bool(heard(state, item.id, ContributionStep.TAKEN.value)),
        ContributionStep.ASKED: bool(asked_next(state, item.session)),
    }
    return [PhaseMark(step_name(step), of if step is now else "", came[step], step is now) for step in ContributionStep]


def _chapters(state: State, item: Activity) -> list[Chapter]:
    """What the step of now holds, then all that came of the others."""
    step = stop(state, item)[0]
    brought = now_brought(state, item)
    listed = _listed(state, item, brought)
    taken = Chapter(step_name(ContributionStep.TAKEN), _lines(heard(state, item.id, ContributionStep.TAKEN.value)))
    coming = Chapter(
        step_name(ContributionStep.ASKED), tuple(_asked(state, each) for each in asked_next(state, item.session))
    )
    told = Chapter(_("Outcomes"), _lines(came_of(state, item, brought)) if brought else ())
    first, others = {
        ContributionStep.BROUGHT: ([_or_nothing(told)] if brought else [listed], [listed] if brought else []),
        ContributionStep.TAKEN: ([_or_nothing(taken)], [listed]),
        ContributionStep.ASKED: ([_or_nothing(coming)], [listed]),
    }[step]
    # The one that is brought now stands on top already.
    alone = len(listed.entries) == 1 and step is ContributionStep.BROUGHT
    rest = [chapter for chapter in (taken, coming, *others) if chapter.entries and not (alone and chapter is listed)]
    shown = {chapter.title for chapter in first}
    return [*first, *(chapter for chapter in rest if chapter.title not in shown)]


def _of_whoever_brings(state: State, item: Activity, now: datetime, *, hidden: bool) -> list[Chapter]:
    """Who brings what is brought now, since when it is asked, at what hour, and what else of theirs is still open."""
    brought = now_brought(state, item)
    if brought is None:
        return []
    names = called(state)
    people = [_facts(names[id_], *presence.background(state.get(Participant, id_))) for id_ in brought.who]
    when = state.get(Session, brought.session)
    since = _("Asked today") if when.id == item.session else _("Asked in session {n}").format(n=when.number)
    asked = _facts(since, day(when.date) if when.date else "")
    facts = [fact for fact in (*people, brought.named, asked, _hour(state, item, now)) if fact]
    entries = tuple(Entry("", fact) for fact in facts)
    found = [Chapter(_("Presented by"), entries, beside=True, spare=True)]
    waiting = [each for each in pending(state) if each.id != brought.id and {*each.who} & {*brought.who}]
    if waiting and not hidden:
        entries = tuple(_waiting(state, each) for each in waiting)
        title = _("Still open from {names}").format(names=of_whom(state, brought))
        found.append(Chapter(title, entries, str(len(entries)), beside=True, spare=True))
    return found


def _hour(state: State, item: Activity, now: datetime) -> str:
    """When the activity begins, as the programme goes, and how long it may take."""
    slots = timetable_of(state, state.get(Session, item.session), now).slots
    begins = next(slot.expected for slot in slots if slot.activity.id == item.id)
    minutes = plural("{n} minute", "{n} minutes", item.minutes) if item.minutes else ""
    return _facts(_("At {time}").format(time=clock(begins)), minutes)


def _facts(*facts: str) -> str:
    return " · ".join(filter(None, facts))


def _waiting(state: State, each: Pending) -> Entry:
    facts = _facts(told(STRAND[each.strand]), told(stands(state, each, among_open=True)))
    return Entry("", each.text, mark="○", aside=facts)


def _or_nothing(chapter: Chapter) -> Chapter:
    return Chapter(chapter.title, chapter.entries, chapter.note, _("Nothing yet: type the first line, then Enter."))


def _listed(state: State, item: Activity, now: Engagement | None) -> Chapter:
    entries = tuple(_brought(state, item, asked, now) for asked in brought_in(state, item))
    empty = _("Nothing was asked for today: type what somebody brings, a semicolon, and who.")
    return Chapter(_("Pick for today"), entries, str(len(entries) or ""), empty)


def _brought(state: State, item: Activity, asked: Engagement, now: Engagement | None) -> Entry:
    mark, style = {Fate.OPEN: ("○", "$muted"), Fate.CLOSED: ("✓", "$success"), Fate.DROPPED: ("×", "$muted")}[
        asked.fate
    ]
    if now and asked.id == now.id:
        mark, style = "▸", "bold $accent"
    later = _("next time") if asked.waits and asked.planned != item.session else ""
    aside = _facts(of_whom(state, asked), asked.due, later)
    return Entry(asked.id, asked.text, "", mark, style, aside, asked.fate is Fate.DROPPED)


def _asked(state: State, asked: Engagement) -> Entry:
    return Entry(asked.id, asked.text, "", "▸", "", _facts(of_whom(state, asked), asked.due))


def _lines(said: Iterable[Heard]) -> tuple[Entry, ...]:
    return tuple(Entry(one.id, one.text) for one in said)
