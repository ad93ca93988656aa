"""A call in the form in which it goes from laptop to laptop: the name of a verb, its stamp and what was asked.

A verb is a pure function of (state, stamp, arguments): whoever makes the same calls in the same order holds the same
network. What comes in may be anything: ``read`` gives a call that fits, with its texts cleaned, or refuses.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from functools import cache
from typing import Any

import msgspec

from data import text, verbs
from data.model import Activity, Change, Refused, Session, Stamp, State, say
from data.network.recall import recall
from data.network.undo import reverse
from data.people import Person
from data.store.history import Step
from data.store.image import KINDS
from data.store.records import Trace
from data.together import persons
from data.together.fitting import fit

FORM = 1
"""The form of a message; another one is of another Kring."""

LARGEST = 2 * 1024 * 1024
"""No message has more bytes."""

Run = Callable[..., Change]


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked, when, and the seed of its ids: together they tell what it does on any state."""

    verb: str
    now: str
    seed: str
    args: dict[str, Any] = {}

    @property
    def stamp(self) -> Stamp:
        """The clock and the ids that the verb is given."""
        return Stamp(self.now, self.seed)


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """A call on its way: of which network, from which copy of it, and that copy's how manieth it is (from 1)."""

    form: int = FORM
    network: str
    origin: str
    number: int
    call: Call


class _Verb(typing.NamedTuple):
    run: Run
    takes: Mapping[str, Any]
    needs: frozenset[str]


def _documents(state: State, at: Stamp, *, traces: tuple[Trace, ...]) -> Change:
    """Records as they became, on what is true now: only the fields that were changed, and never twice."""
    return recall(state, at, step=_step(traces))


def _back(state: State, at: Stamp, *, traces: tuple[Trace, ...]) -> Change:
    """Take a change back, unless something it touched was changed since."""
    return reverse(state, at, step=_step(traces), loose=True)


def _step(traces: tuple[Trace, ...]) -> Step:
    if any(trace.table not in KINDS for trace in traces):
        raise Refused(NO_CALL)
    return Step(label=say("Changed on another laptop"), traces=traces)


DOCUMENTS, BACK, FORGET = "documents", "back", "forget"
"""What is no verb of a module: records as they became, a change taken back, and somebody forgotten."""

NO_CALL = say("This message is not from Kring.")


@cache
def table() -> Mapping[str, _Verb]:
    """Every verb by the name that it has in a message: its module and its own name."""
    found = {
        DOCUMENTS: _known(_documents),
        BACK: _known(_back),
        FORGET: _known(persons.forgotten),
    }
    for module in pkgutil.walk_packages(verbs.__path__, f"{verbs.__name__}."):
        for name, each in vars(importlib.import_module(module.name)).items():
            if inspect.isfunction(each) and each.__module__ == module.name and not name.startswith("_"):
                known = _known(each)
                if known is not None:
                    found[f"{module.name.removeprefix(f'{verbs.__name__}.')}.{name}"] = known
    return {name: each for name, each in found.items() if each is not None}


def _known(function: Run) -> _Verb | None:
    """A verb, or None when the function is none."""
    parameters = list(inspect.signature(function).parameters.values())
    hints = typing.get_type_hints(function, localns={"Person": Person})
    if hints.get("return") is not Change or [each.name for each in parameters[:2]] not in _BEGIN:
        return None
    takes = {each.name: _plain(hints[each.name]) for each in parameters[2:]}
    needs = frozenset(each.name for each in parameters[2:] if each.default is inspect.Parameter.empty)
    return _Verb(function, takes, needs)


_BEGIN = (["state", "at"], ["state", "_at"])


def _plain(hint: Any) -> Any:
    """The type in which an argument comes out of a message: what may be any row of things is a tuple there."""
    kind, inner = typing.get_origin(hint), tuple(_plain(each) for each in typing.get_args(hint))
    if kind in (Iterable, Sequence, AbstractSet, typing.Iterable):
        return tuple[inner[0], ...]  # type: ignore[valid-type]
    if kind is Mapping:
        return dict[inner[0], inner[1]]  # type: ignore[valid-type]
    if kind is tuple:
        return tuple[inner]  # type: ignore[valid-type]
    if inner and kind not in (dict, list):
        return typing.Union[tuple(each for each in inner if each is not msgspec.UnsetType)]  # noqa: UP007 - of a tuple
    return hint


def name_of(verb: Run) -> str | None:
    """The name of a verb in a message, or None when it is none that goes from laptop to laptop."""
    name = f"{verb.__module__.removeprefix(f'{verbs.__name__}.')}.{verb.__name__}"
    known = table().get(name)
    return name if known is not None and known.run is verb else None


def call_of(verb: Run, stamp: Stamp, asked: Mapping[str, Any]) -> Call | None:
    """The call for a verb and what was asked of it; None when it has no such form."""
    name = name_of(verb)
    if name is None:
        return None
    kept = {key: each for key, each in asked.items() if each is not msgspec.UNSET}
    try:
        args = msgspec.json.decode(msgspec.json.encode(kept))
        call = Call(verb=name, now=stamp.now, seed=stamp.seed, args=args)
        _asked(call)
    except (TypeError, ValueError, Refused):
        return None
    return call


def of_traces(verb: str, stamp: Stamp, traces: Iterable[Trace]) -> Call:
    """The call for records as they became, or for a change that is taken back."""
    return Call(verb=verb, now=stamp.now, seed=stamp.seed, args={"traces": msgspec.to_builtins(tuple(traces))})


def run(state: State, call: Call) -> Change:
    """What a call does on a state: always the same, on every laptop.

    Raises:
        Refused: the verb says no, or it would leave what no network can hold.
    """
    try:
        change = table()[call.verb].run(state, call.stamp, **_asked(call))
        change = msgspec.structs.replace(change, puts=tuple(map(fit, change.puts)))
        _housed(state, change)
    except Refused:
        raise
    except Exception as error:  # of a call that was made up; it must end no thread, and does the same everywhere
        raise Refused(NO_CALL) from error
    return change


def _housed(state: State, change: Change) -> None:
    """Activities stand in a session: a file in which one does not would not open."""
    put = {each.id for each in change.puts if isinstance(each, Session)}
    gone = {each.id for each in change.drops if isinstance(each, Session)}
    sessions = (state.tables.get(Session.table, {}).keys() | put) - gone
    after = [each for each in change.puts if isinstance(each, Activity)]
    if gone:
        there = {each.id for each in (*change.drops, *after)}
        after += [each for each in state.all(Activity) if each.id not in there]
    if any(each.session not in sessions for each in after):
        raise Refused(NO_CALL)


def _asked(call: Call) -> dict[str, Any]:
    """What is asked of the verb, in its own types.

    Raises:
        Refused: there is no such verb, or it takes something else.
    """
    verb = table().get(call.verb)
    if verb is None:
        raise Refused(say("This call ({verb}) is from another version of Kring.", verb=text.line(call.verb, 60)))
    if not verb.needs <= call.args.keys() <= verb.takes.keys():
        raise Refused(NO_CALL)
    try:
        return {name: msgspec.convert(each, verb.takes[name]) for name, each in call.args.items()}
    except (msgspec.ValidationError, TypeError, ValueError) as error:
        raise Refused(NO_CALL) from error


def written(message: Message) -> bytes:
    """A message as bytes."""
    return msgspec.json.encode(message)


def read(data: bytes, network: str) -> Message:
    """The message in these bytes, whoever made them; its texts are cleaned.

    Raises:
        Refused: it is none, or of another network, and why.
    """
    if len(data) > LARGEST:
        raise Refused(say("This message is too large ({size} MB).", size=max(1, len(data) >> 20)))
    try:
        plain = msgspec.json.decode(data)
        message = msgspec.convert(cleaned(plain), Message)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeError, RecursionError) as error:
        raise Refused(NO_CALL) from error
    if message.form != FORM:
        raise Refused(say("This message is from another version of Kring."))
    if message.network != network:
        raise Refused(say("This message is from another network."))
    if not (message.number > 0 and _stamped(message.call)):
        raise Refused(NO_CALL)
    _asked(message.call)
    return message


def _stamped(call: Call) -> bool:
    try:
        return str(uuid.UUID(call.seed)) == call.seed and datetime.fromisoformat(call.now).tzinfo is not None
    except ValueError:
        return False


def cleaned(value: Any) -> Any:
    """What was decoded, with every text of it cleaned."""
    if isinstance(value, str):
        return text.clean(value)
    if isinstance(value, dict):
        return {text.clean(key): cleaned(each) for key, each in value.items()}
    return [cleaned(each) for each in value] if isinstance(value, list) else value
