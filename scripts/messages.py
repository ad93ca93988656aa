"""Gather every sentence of the program and bring the Dutch catalogue up to date: ``python -m scripts.messages``.

With ``--check`` nothing is written; what is missing or no longer used is printed and the exit code is 1.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "data" / "locale" / "nl" / "LC_MESSAGES" / "kring.po"
PACKAGES = ("tui", "screens", "widgets", "data")
KEYWORDS = {"_": None, "N_": None, "say": None, "plural": (1, 2)}

HEADER = """# The Dutch sentences of Kring.
msgid ""
msgstr ""
"Project-Id-Version: kring\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Message = str | tuple[str, ...]


def sentences() -> dict[Message, list[str]]:
    """Every sentence (or a pair of one and many) -> the files in which it stands."""
    found: dict[Message, list[str]] = {}
    for package in PACKAGES:
        for name, _line, message, _comments, _context in extract_from_dir(
            str(ROOT / package), method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            if message:
                key = tuple(message) if isinstance(message, (list, tuple)) else message
                found.setdefault(key, []).append(f"{package}/{Path(name).as_posix()}")
    return found


def catalogue() -> Catalog:
    """The Dutch catalogue as it stands."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nl")


def missing(known: Catalog, found: dict[Message, list[str]]) -> list[Message]:
    """The sentences without a (whole) translation."""
    gaps = []
    for message in found:
        entry = known.get(message[0] if isinstance(message, tuple) else message)
        strings = entry.string if entry and isinstance(entry.string, tuple) else (entry.string if entry else "",)
        if not all(strings) or isinstance(message, tuple) != bool(entry and entry.pluralizable):
            gaps.append(message)
    return gaps


def unused(known: Catalog, found: dict[Message, list[str]]) -> list[str]:
    """The translations that no sentence asks for any more."""
    asked = {message[0] if isinstance(message, tuple) else message for message in found}
    return [str(entry.id) for entry in known if entry.id and _first(entry.id) not in asked]


def _first(id_: str | list[str] | tuple[str, ...]) -> str:
    return id_ if isinstance(id_, str) else id_[0]


def tidy(known: Catalog, found: dict[Message, list[str]]) -> Catalog:
    """The catalogue with every sentence once, in the order of the files, and nothing unused."""
    fresh = Catalog(locale="nl", project="kring", fuzzy=False)
    for message, files in sorted(found.items(), key=lambda item: (item[1][0], str(item[0]))):
        entry = known.get(_first(message))
        fresh.add(message, entry.string if entry else None, locations=[(name, 0) for name in sorted(set(files))])
    return fresh


def main() -> int:
    """Check or bring up to date; gives the exit code."""
    known, found = catalogue(), sentences()
    for message in missing(known, found):
        print(f"not translated: {message!r} ({', '.join(sorted(set(found[message])))})")
    if "--check" in sys.argv:
        for id_ in unused(known, found):
            print(f"not used: {id_!r}")
        return 1 if missing(known, found) or unused(known, found) else 0
    with CATALOGUE.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, tidy(known, found), width=0, omit_header=True, include_lineno=False)
    print(f"{len(found)} sentences")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
