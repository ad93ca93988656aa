"""Bytes as text: what lists of people come in, from every kind of laptop."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from data.model import Refused, say

CODE_PAGES = ("cp1252", "cp850", "mac_roman", "cp1250")
"""What Western European programs write besides UTF-8: Windows, its console, an old Mac, and Central Europe."""

_BOMS = {
    BOM_UTF32_LE: "utf-32",
    BOM_UTF32_BE: "utf-32",
    BOM_UTF8: "utf-8-sig",
    BOM_UTF16_LE: "utf-16",
    BOM_UTF16_BE: "utf-16",
}
"""Longest first: the mark of UTF-16 begins that of UTF-32."""

_TYPED = frozenset("’‘“”«»„–—…€•·°§ªº½¼¾×\u00a0")
"""Signs outside ASCII that people type; any other comes of reading in a wrong code page."""

_BETWEEN = frozenset("’–—")
"""Those that may stand between two letters."""


def decoded(data: bytes, name: str = "") -> tuple[str, str]:
    """The text of some bytes, and the encoding they were read in.

    UTF-8 and what begins with a byte order mark is certain. Of anything else charset-normalizer weighs which of the
    usual code pages it is in; one that would put signs between letters is passed over.

    Raises:
        Refused: it is no text in any of them; ``name`` says in the sentence what cannot be read.
    """
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    if b"\0" not in data:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            return in_code_page(data, name)
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) * 4 < len(data):
        raise unreadable(name)
    return _strictly(data, "utf-16-be" if even > odd else "utf-16-le", name)


def _strictly(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        raise unreadable(name) from None


def typed(argument: str) -> str:
    """A word of the command line that is a text, also where the terminal is not in UTF-8.

    Raises:
        Refused: it is no text in any of the usual code pages.
    """
    try:
        argument.encode()
    except UnicodeEncodeError:
        return in_code_page(argument.encode(errors="surrogateescape"), argument.encode("ascii", "replace").decode())[0]
    return argument


def in_code_page(data: bytes, name: str) -> tuple[str, str]:
    """The text of bytes that are not Unicode, and the code page that charset-normalizer finds likeliest.

    Raises:
        Refused: it is no text in any of them.
    """
    if b"\0" in data:
        raise unreadable(name)
    from charset_normalizer import from_bytes

    weighed = [match.encoding for match in from_bytes(data, cp_isolation=list(CODE_PAGES))]
    for encoding in dict.fromkeys((CODE_PAGES[0], *weighed, *CODE_PAGES)):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not odd(text):
            return text, encoding
    raise unreadable(name)


def odd(text: str) -> bool:
    """Whether a text looks read in a wrong code page: a sign, or a capital, where a letter was meant (Zo‰, CrŠche)."""
    return any(
        not letter.isascii() and _is_odd(before, letter, after)
        for before, letter, after in zip(" " + text, text, text[1:] + " ", strict=False)
    )


def _is_odd(before: str, letter: str, after: str) -> bool:
    if letter.isalpha():
        return letter.isupper() and (before.islower() or (before.isalpha() and after.islower()))
    if letter not in _TYPED:
        return True
    within = before.isalpha() and after.isalpha() and letter not in _BETWEEN
    return within or (letter in "‘“„«" and before.isalpha())


def unreadable(name: str) -> Refused:
    """That something is no text that can be read, and what to do."""
    return Refused(say("{name} is not in an encoding that Kring reads: save it as CSV UTF-8.", name=name))
