"""Cleaning of what people type, paste or bring along in a file.

Everything a person writes passes here once on the way in, and everything in a file once more on load, so that
no control character reaches a terminal and no line grows without limit.
"""

from __future__ import annotations

import re
import unicodedata

NAME_LIMIT = 120
"""The longest name, organisation, function or address that is kept, in characters."""

TEXT_LIMIT = 500
"""The longest interest, learning goal or work context that is kept, in characters."""

LINE_LIMIT = 2_000
"""The longest line that is kept, in characters; more is cut and the person is told."""

PASTE_LINES = 500
"""The most lines that one paste may offer as notes."""

_LONE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\ufff9-\ufffb"  # interlinear annotation
    "\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff]"  # what no one types and no one sees: soft hyphens, zero widths
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\n \u00a0]+")

JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xE0020, 0xE0080)))
"""Unseen characters that belong to what stands around them: in Persian, in emoji of several, in flags of regions."""

_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_HOLLOW = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})

APOSTROPHES = "'\u2019\u2018\u201b\u02bc\u02bb\u02b9\u02be\u02bf\u2032\u00b4\u0060\uff07\ua78c\u05f3"
"""Everything that keyboards, phones and spreadsheets put where an apostrophe is meant; the straight one first."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_ALIKE = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(_DASHES, "-")
    | {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)
"""Signs that people do not tell apart, and letters that Unicode does not take apart: what they are typed as."""


def clean(text: str) -> str:
    """Text of any number of lines, without what a terminal would obey; lone surrogates become U+FFFD."""
    text = _BREAKS.sub("\n", _LONE.sub("\ufffd", text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def unbroken(text: str) -> str:
    """The same text, to be kept on one line wherever it is folded."""
    return text.replace(" ", "\u00a0")


def line(text: str, limit: int = LINE_LIMIT) -> str:
    """One clean line, blanks folded, at most ``limit`` characters; empty when nothing in it can be seen."""
    kept = whole(text[: limit * 4])[:limit].rstrip()
    return kept if seen(kept) else ""


def whole(text: str) -> str:
    """One clean line of any length, blanks folded."""
    return _BLANKS.sub(" ", clean(text)).strip()


def seen(text: str) -> bool:
    """Whether there is anything in it that a person sees."""
    return any(letter not in _FILLERS and unicodedata.category(letter) not in _HOLLOW for letter in text)


def pieces(text: str) -> list[str]:
    """The text in what a person takes for one character: a letter with its marks, an emoji of several, a flag.

    After the extended grapheme clusters of Unicode (UAX 29), without the rules for Hangul and Indic conjuncts.
    """
    found: list[str] = []
    for letter in text:
        if found and _belongs(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(before: str, letter: str) -> bool:
    if (
        letter in JOINERS
        or unicodedata.category(letter) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
    ):
        return True
    if before[-1] == "\u200d" and unicodedata.category(letter) == "So":
        return True
    return _regional(letter) and all(map(_regional, before)) and len(before) == 1


def _regional(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def lines(text: str, most: int = PASTE_LINES, limit: int = LINE_LIMIT) -> list[str]:
    """The non-empty clean lines of a paste, at most ``most`` of them."""
    kept: list[str] = []
    for raw in clean(text).split("\n"):
        if kept_line := line(raw, limit):
            kept.append(kept_line)
        if len(kept) == most:
            break
    return kept


def cut(text: str, limit: int = LINE_LIMIT) -> bool:
    """Whether ``line`` would cut this text."""
    return len(whole(text)) > limit


def times(count: int) -> str:
    """How often the same was said, as it stands behind a text everywhere; nothing for once."""
    return f"{count}×" if count > 1 else ""


def fold(text: str) -> str:
    """Text for comparing: no case, no accents, no zero-width characters, one kind of apostrophe, single blanks.

    Letters that only look like one with an accent (ø ł đ ı æ ß) are what they are typed as without it.
    """
    if text.isascii():
        return _BLANKS.sub(" ", text.casefold().replace("`", "'")).strip()
    # Before they are taken apart: a spacing accent would become a blank. After: capitals of other alphabets fold late.
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE)).casefold().translate(_ALIKE)
    return _BLANKS.sub(" ", "".join(c for c in bare if unicodedata.category(c) not in {"Mn", "Cf"})).strip()


def plain(letter: str) -> str:
    """A letter as it is typed on a keyboard without it, in its own case (Ł is L); what has no such letter stays."""
    bare = unicodedata.normalize("NFKD", letter.lower().translate(_ALIKE))
    bare = "".join(c for c in bare if unicodedata.category(c) != "Mn")
    return (bare.capitalize() if letter.isupper() else bare) or letter


def slug(text: str, fallback: str = "kring", limit: int = 60) -> str:
    """A file name that every system accepts: lower case ASCII letters, digits and hyphens."""
    bare = re.sub("[^a-z0-9]+", "-", fold(text[:500])).strip("-")[:limit].strip("-")
    reserved = re.fullmatch("(con|prn|aux|nul|com[0-9]|lpt[0-9])(-.*)?", bare)
    return fallback if not bare else f"{fallback}-{bare}" if reserved else bare
