"""Agreements: ground rules, the way of working, the shared goal, and what is agreed in one line."""
# ruff: noqa: ARG001 - every verb is given the clock and the ids, also one that needs none

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from data.model import Action, Change, Participant, Refused, Rule, RuleKind, Session, Stamp, State, say
from data.names import Meant, meant, name_of, short_names
from data.text import fold, line
from data.verbs.given import kept_lines, moment, needed
from data.verbs.network import called, next_session, people, plan_session, profile

DEFAULT_RULES = (
    say("Whoever is speaking has everybody’s attention."),
    say("We let people finish; questions and opinions come afterwards."),
)
"""The two ground rules to start from, kept untranslated: ``propose_rules`` takes them in the network's language."""

_ASKED = {
    RuleKind.GROUND_RULE: say("Type the ground rule."),
    RuleKind.WAY_OF_WORKING: say("Type how the group wants to work."),
}


def rules(state: State, kind: RuleKind | None = None) -> list[Rule]:
    """The rules of the network, proposed and agreed, all or of one kind."""
    return state.where(Rule, lambda rule: kind in {None, rule.kind})


def propose_rule(
    state: State, at: Stamp, *, session: str, text: str, kind: RuleKind = RuleKind.GROUND_RULE, agreed: bool = False
) -> Change:
    """Propose a ground rule or a way of working; what is there already is not proposed twice."""
    kept = needed(text, _ASKED[RuleKind(kind)])
    return propose_rules(state, at, session=session, texts=[kept], kind=kind, agreed=agreed)


def propose_rules(
    state: State,
    at: Stamp,
    *,
    session: str,
    texts: Iterable[str],
    kind: RuleKind = RuleKind.GROUND_RULE,
    agreed: bool = False,
) -> Change:
    """Propose several rules at once, such as the defaults; those that are there already stay as they are."""
    meeting = state.get(Session, session)
    known = {fold(rule.text) for rule in rules(state, kind)}
    new = {fold(text): text for text in kept_lines(texts) if fold(text) not in known}
    puts = tuple(
        Rule(id=at.new(place), session=meeting.id, text=text, kind=RuleKind(kind), agreed=agreed)
        for place, text in enumerate(new.values())
    )
    label = say("Ground rule added") if kind is RuleKind.GROUND_RULE else say("Way of working added")
    return Change(label, puts=puts)


def agree_rule(state: State, at: Stamp, *, rule: str, agreed: bool = True) -> Change:
    """Note that the group agrees with a rule (or no longer)."""
    label = say("Rule agreed") if agreed else say("Rule only proposed")
    return Change(label, puts=(replace(state.get(Rule, rule), agreed=agreed),))


def agree_rules(state: State, at: Stamp, *, kind: RuleKind | None = None) -> Change:
    """Note that the group agrees with everything that is proposed, all or of one kind."""
    proposed = [rule for rule in rules(state, kind) if not rule.agreed]
    return Change(say("Rules agreed"), puts=tuple(replace(rule, agreed=True) for rule in proposed))


def edit_rule(state: State, at: Stamp, *, rule: str, text: str) -> Change:
    """Word a rule anew; whether it was agreed stays as it is."""
    old = state.get(Rule, rule)
    return Change(say("Rule changed"), puts=(replace(old, text=needed(text, _ASKED[old.kind])),))


def remove_rule(state: State, at: Stamp, *, rule: str) -> Change:
    """Take a rule away."""
    return Change(say("Rule removed"), drops=(state.get(Rule, rule),))


def set_shared_goal(state: State, at: Stamp, *, text: str) -> Change:
    """Keep what the network wants to reach together; an empty line takes it away."""
    return Change(say("Shared goal set"), puts=(replace(profile(state), shared_goal=line(text)),))


def set_next_session(
    state: State,
    at: Stamp,
    *,
    session: str,
    date: str | None = None,
    starts: str | None = None,
    ends: str | None = None,
    place: str | None = None,
    themes: Iterable[str] | None = None,
    speakers: Iterable[str] | None = None,
) -> Change:
    """Agree on the session after this one: the planned one is changed, or a working session is planned.

    Raises:
        Refused: it would be before this one.
    """
    coming = next_session(state, session)
    change = plan_session(
        state,
        at,
        session=coming.id if coming else None,
        date=date,
        starts=starts,
        ends=ends,
        place=place,
        themes=themes,
        speakers=speakers,
        template="working",
    )
    first = state.get(Session, session).date or moment(at).date().isoformat()
    planned = next((kept.date for kept in change.puts if isinstance(kept, Session) and date), "")
    if planned and planned < first:
        year, month, day = map(int, planned.split("-"))
        raise Refused(say("{day} is before this session: type a later day.", day=f"{day}/{month}/{year}"))
    return change


class Agreed(msgspec.Struct, frozen=True):
    """An agreement read from one line: what, who (participant ids), who else was named, and when as it was said.

    ``several`` has the names among ``named`` that more than one participant bears: of them it has to be asked.
    """

    text: str
    who: tuple[str, ...] = ()
    named: str = ""
    due: str = ""
    several: Mapping[str, tuple[Participant, ...]] = msgspec.field(default_factory=dict)


_AT = r"(?:^|(?<=\s))@(\S+)"
_AND = r"(?i)\s*[,&+/]\s*|\s+(?:en|and)\s+"


def parse_agreement(text: str, known: Sequence[Participant]) -> Agreed:
    """Read ``what; who; when``; ``@name`` anywhere names somebody as well.

    A name is a whole name, a first name, or initials, when it can mean one person only; others are kept as named.
    """
    what, who, due, *more = [part.strip() for part in [*line(text).split(";"), "", ""]]
    left = " ".join(part for part in (due, *more) if part)
    names = [name.strip(" ,.@") for name in re.split(_AND, who)]
    marked = {found: meant(known, found.rstrip(",.:")) for part in (what, left) for found in re.findall(_AT, part)}
    names += [found.rstrip(",.:") for found, who_ in marked.items() if who_.people]
    found, named, several = _people([name for name in names if name], known)
    # In running text only the sign goes: the name belongs to the sentence, written out where it was only begun.
    written = _unmarked(what, {typed: _written(typed, who_) for typed, who_ in marked.items()})
    said = line(_unmarked(left, {typed: "" if who_.people else None for typed, who_ in marked.items()}))
    return Agreed(written, found, ", ".join(named), said, several)


def _unmarked(text: str, instead: Mapping[str, str | None]) -> str:
    """The text with this in place of the marks that stand for somebody; one that stands for nobody is text."""
    return re.sub(_AT, lambda found: found[0] if (told := instead[found[1]]) is None else told, text)


def _written(typed: str, whom: Meant[Participant]) -> str | None:
    """How whoever a mark stands for is called in a sentence: as it was typed, unless that was only a begin."""
    if whom.one is None:
        return typed if whom.people else None
    name = typed.rstrip(",.:")
    whole = meant([whom.one], name, begun=False).people
    return typed if whole else f"{name_of(whom.one.name).called}{typed[len(name) :]}"


def _people(
    names: Iterable[str], known: Sequence[Participant]
) -> tuple[tuple[str, ...], list[str], dict[str, tuple[Participant, ...]]]:
    found: dict[str, None] = {}
    named: dict[str, None] = {}
    several: dict[str, tuple[Participant, ...]] = {}
    for name in names:
        who = meant(known, name)
        if who.one:
            found[who.one.id] = None
        else:
            named[name] = None
            several |= {name: who.people} if who.several else {}
    return tuple(found), list(named), several


def read_agreement(state: State, at: Stamp, text: str) -> Agreed:
    """A line read with the people of the network, once it is clear who is meant.

    Raises:
        Refused: somebody is named whom two participants can be, or what is written as a day is none.
    """
    from data.verbs.when import refuse_no_day  # its patterns are made by the first line that needs them

    read = parse_agreement(text, people(state))
    refuse_no_day(read.due, moment(at).date())
    for name, who in read.several.items():
        names = called(state)
        both = ", ".join(names[each.id] for each in who)
        raise Refused(say("{name} could be {names}: type more of the name.", name=name, names=both))
    return read


def agree(
    state: State,
    at: Stamp,
    *,
    session: str,
    text: str,
    activity: str | None = None,
    decision: str | None = None,
) -> Change:
    """Keep an agreement or action point typed in one line: ``what; who; when``.

    Raises:
        Refused: nothing was agreed, somebody is named whom two participants can be, or its day is none.
    """
    meeting = state.get(Session, session)
    read = read_agreement(state, at, text)
    action = Action(
        id=at.new(),
        session=meeting.id,
        text=needed(read.text, say("Type what was agreed: what; who; when.")),
        who=read.who,
        named=read.named,
        due=read.due,
        decision=decision,
        activity=activity,
    )
    return Change(say("Agreement added"), puts=(action,))


def who_and_when(state: State, action: Action) -> str:
    """Who does it, by the short names of participants, and by when; as far as that was said."""
    return " · ".join(filter(None, (who(state, action), action.due)))


def who(state: State, action: Action) -> str:
    """Who does it, by the short names of participants."""
    return _who(action, short_names(people(state)))


def _who(action: Action, names: Mapping[str, str]) -> str:
    return ", ".join([*(names[id_] for id_ in action.who if id_ in names), *([action.named] if action.named else [])])


def as_line(state: State, action: Action) -> str:
    """An agreement as the line that would give it, to be typed over."""
    parts = [action.text, _who(action, called(state)), action.due]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def edit_action(state: State, at: Stamp, *, action: str, text: str) -> Change:
    """Type an agreement over, in the same one line; refused as ``agree`` is."""
    old = state.get(Action, action)
    read = read_agreement(state, at, text)
    what = needed(read.text, say("Type what was agreed: what; who; when."))
    return Change(
        say("Agreement changed"), puts=(replace(old, text=what, who=read.who, named=read.named, due=read.due),)
    )


def remove_action(state: State, at: Stamp, *, action: str) -> Change:
    """Take an agreement away."""
    return Change(say("Agreement removed"), drops=(state.get(Action, action),))


def to_do(state: State) -> list[Action]:
    """The agreements of every session that wait to be done."""
    return state.where(Action, lambda action: action.waits)
