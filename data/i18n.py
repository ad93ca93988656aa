"""Every language from one catalogue each: the message ids are English, the others are translated.

The language is set once and may change while the program runs; sentences are looked up when they are shown.
A word that English uses for two things gets a context (``pgettext``, ``NP_``, ``say_in``), and so a translation for
each.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path

import msgspec

from data.model import Said
from data.model.base import CONTEXT_END, in_context
from data.model.languages import DEFAULT_LANGUAGE, LANGUAGES, decimal

LOCALE = Path(__file__).parent / "locale"

_current = DEFAULT_LANGUAGE


class _Catalogue(msgspec.Struct, frozen=True):
    """A catalogue as ``hatch_build.py`` compiles it; that of the source language is empty."""

    plural: str = "n != 1"
    """Which form a count takes, as an expression that gettext reads."""

    texts: dict[str, str | tuple[str, ...]] = {}
    """The text for each key, or one for each form of a count."""

    def text(self, key: str) -> str:
        """The text for a key, or else the key."""
        found = self.texts.get(key, key)
        return found if isinstance(found, str) else found[_rule(self.plural)(1)]

    def counted(self, one: str, many: str, count: int) -> str:
        """The text for this count, in the words of the program where there is none."""
        found = self.texts.get(one, (one, many))
        return found if isinstance(found, str) else found[_rule(self.plural)(count)]


@cache
def _rule(plural: str) -> Callable[[int], int]:
    if plural.strip("()") == "n != 1":
        return lambda count: int(count != 1)  # the usual one, without what gettext needs to read any
    from gettext import c2py

    rule: Callable[[int], int] = c2py(plural)
    return rule


@cache
def _catalogue(language: str) -> _Catalogue:
    try:
        compiled = (LOCALE / language / "LC_MESSAGES" / "kring.json").read_bytes()
    except FileNotFoundError:
        # The source language has none. Of another one it was not compiled: whatever fails then is told in English.
        return _Catalogue()
    return msgspec.json.decode(compiled, type=_Catalogue)


def set_language(language: str) -> None:
    """Show sentences in this language from now on; an unknown one counts as the default."""
    global _current  # noqa: PLW0603 - the language is one for the whole program, as gettext itself has it
    _current = language if language in LANGUAGES else DEFAULT_LANGUAGE


def language() -> str:
    """The language that sentences are shown in."""
    return _current


def _looked_up(message: str, language: str) -> str:
    """The sentence in a language; the catalogue keys a message in a context as ``NP_`` gives it."""
    if not message:
        return ""
    text = _catalogue(language).text(message)
    return text.rpartition(CONTEXT_END)[2] if text == message else text


def _(message: str) -> str:
    """The sentence in the current language; what ``NP_`` marked is looked up in its context."""
    return _looked_up(message, _current)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a sentence for the catalogue where it cannot be looked up yet."""
    return message


def pgettext(context: str, message: str) -> str:
    """The sentence in the current language, where the same English serves something else too.

    ``context`` says in a word or two, in English, what the sentence is for; translators see it.
    """
    return _(in_context(context, message))


def NP_(context: str, message: str) -> str:  # noqa: N802 - as N_
    """Mark a sentence in a context for the catalogue where it cannot be looked up yet; ``_`` takes what it gives."""
    return in_context(context, message)


def plural(one: str, many: str, count: int) -> str:
    """The sentence for this count, with ``{n}`` filled in."""
    return _catalogue(_current).counted(one, many, count).format(n=count)


def told(said: Said, in_language: str | None = None) -> str:
    """A kept sentence, in the current language or the one asked for, with its names filled in."""
    text = _looked_up(said.message, in_language or _current)
    return text.format_map(_Fills(said.fills)) if said.fills else text


class _Fills(dict[str, str | int]):
    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


WEEKDAYS_IN_FULL = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def day(iso: str | date, *, weekday: bool = True, year: bool = False) -> str:
    """A date as people say it, such as ``Thu 19 November``; what is no ISO date is given back as it is."""
    try:
        that = datetime.fromisoformat(iso).date() if isinstance(iso, str) else iso
    except ValueError:
        return str(iso)
    parts = [_(WEEKDAYS[that.weekday()])] if weekday else []
    parts += [str(that.day), _(MONTHS[that.month - 1])]
    return " ".join([*parts, str(that.year)] if year else parts)


def clock(iso: str | datetime) -> str:
    """The hour of an ISO time as HH:MM; what is no time is given back as it is."""
    try:
        return f"{datetime.fromisoformat(iso) if isinstance(iso, str) else iso:%H:%M}"
    except ValueError:
        return str(iso)


def stopwatch(seconds: float) -> str:
    """Seconds of a clock as MM:SS, with a plus before time that ran over; long after it, the hours or the days."""
    whole = abs(round(seconds))
    hours = whole // 3600
    if seconds >= 0 or whole < LONG_OVER:
        return f"{'+' if seconds < 0 else ''}{whole // 60:02d}:{whole % 60:02d}"
    return _("+{n} h").format(n=hours) if hours < 48 else _("+{n} d").format(n=hours // 24)


LONG_OVER = 100 * 60
"""From so many seconds over time on, nobody counts them any more."""


def number(value: float, digits: int = 1) -> str:
    """A number with at most ``digits`` decimals, with the decimal sign of the current language."""
    return decimal(value, _current, digits)
