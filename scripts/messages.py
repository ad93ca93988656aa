"""Gather every sentence of the program and bring the catalogues up to date: ``python -m scripts.messages``.

Every language but that of the program itself has a catalogue; one that is not there yet is made, empty. With
``--check`` nothing is written: what is missing, no longer used or not tidy is printed, and then the exit code is 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from data.model.languages import LANGUAGES, SOURCE_LANGUAGE

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "data" / "locale"
PACKAGES = ("tui", "screens", "widgets", "data")
IN_CONTEXT = ((1, "c"), 2)
KEYWORDS = {
    "_": None,
    "N_": None,
    "say": None,
    "plural": (1, 2),
    "pgettext": IN_CONTEXT,
    "NP_": IN_CONTEXT,
    "say_in": IN_CONTEXT,
}

HEADER = """# The sentences of Kring in {name}.
msgid ""
msgstr ""
"Project-Id-Version: kring\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


class Sentence(NamedTuple):
    """What a catalogue knows a sentence by: the words for one (or for any number), and its context if any."""

    text: str
    context: str = ""


class Found(NamedTuple):
    """Where a sentence stands, and the words for many when there are such."""

    files: tuple[str, ...]
    many: str = ""


def sentences() -> dict[Sentence, Found]:
    """Every sentence of the program -> where it stands, the first one first."""
    found: dict[Sentence, Found] = {}
    for package in PACKAGES:
        for name, _line, message, _comments, context in extract_from_dir(
            str(ROOT / package), method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            if not message:
                continue
            one, many = (message[0], message[1]) if isinstance(message, (list, tuple)) else (message, "")
            sentence = Sentence(one, context or "")
            before = found.get(sentence, Found(()))
            file = f"{package}/{Path(name).as_posix()}"
            found[sentence] = Found(
                before.files if file in before.files else (*before.files, file), before.many or many
            )
    return found


def translated() -> list[str]:
    """The languages that have, or should have, a catalogue."""
    return [language for language in LANGUAGES if language != SOURCE_LANGUAGE]


def path_of(language: str) -> Path:
    """Where the catalogue of a language is kept."""
    return LOCALE / language / "LC_MESSAGES" / "kring.po"


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it stands, empty when there is none."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def entries(known: Catalog) -> list[Entry]:
    """The entries of a catalogue without its header."""
    return [entry for entry in known if entry.id]


def missing(known: Catalog, found: Mapping[Sentence, Found]) -> list[Sentence]:
    """The sentences without a whole and certain translation: one text, or one for each plural form."""
    return [sentence for sentence, place in found.items() if not _whole(known, sentence, place)]


def _whole(known: Catalog, sentence: Sentence, place: Found) -> bool:
    entry = known.get(sentence.text, sentence.context or None)
    if entry is None or entry.fuzzy or bool(place.many) != entry.pluralizable:
        return False
    texts = entry.string if isinstance(entry.string, (list, tuple)) else (entry.string,)
    return len(texts) == (known.num_plurals if place.many else 1) and all(texts)


def unused(known: Catalog, found: Mapping[Sentence, Found]) -> list[Sentence]:
    """The translations that no sentence asks for any more."""
    return [sentence for sentence in map(_sentence, entries(known)) if sentence not in found]


def _sentence(entry: Entry) -> Sentence:
    return Sentence(entry.id if isinstance(entry.id, str) else entry.id[0], entry.context or "")


def tidy(language: str, known: Catalog, found: Mapping[Sentence, Found]) -> bytes:
    """The file of a catalogue: every sentence once, in the order of the files, counted ones first; nothing unused."""
    fresh = Catalog(locale=language, fuzzy=False)
    for sentence, place in sorted(found.items(), key=lambda item: (item[1].files[0], not item[1].many, item[0])):
        entry = known.get(sentence.text, sentence.context or None)
        added = fresh.add(
            (sentence.text, place.many) if place.many else sentence.text,
            entry.string if entry and entry.pluralizable == bool(place.many) else None,
            locations=[(file, 0) for file in sorted(place.files)],
            context=sentence.context or None,
        )
        added.flags |= entry.flags & {"fuzzy"} if entry else set()
    file = BytesIO()
    write_po(file, fresh, width=0, omit_header=True, include_lineno=False)
    header = HEADER.format(name=LANGUAGES[language].own_name, language=language, plurals=fresh.plural_forms)
    return header.encode() + file.getvalue()


def problems(language: str, found: Mapping[Sentence, Found]) -> Iterable[str]:
    """What is wrong with the catalogue of a language, a line each."""
    known, path = catalogue(language), path_of(language)
    for sentence in missing(known, found):
        yield f"{language}: not translated: {_shown(sentence)} ({', '.join(found[sentence].files)})"
    for sentence in unused(known, found):
        yield f"{language}: not used: {_shown(sentence)}"
    if not path.exists() or path.read_bytes() != tidy(language, known, found):
        yield f"{language}: not tidy: run `make locale`"


def _shown(sentence: Sentence) -> str:
    return repr(sentence.text) + (f" as {sentence.context!r}" if sentence.context else "")


def main() -> int:
    """Check, or bring up to date; gives the exit code."""
    found = sentences()
    check = "--check" in sys.argv
    if not check:
        for language in translated():
            path_of(language).parent.mkdir(parents=True, exist_ok=True)
            path_of(language).write_bytes(tidy(language, catalogue(language), found))
        print(f"{len(found)} sentences")
    wrong = [problem for language in translated() for problem in problems(language, found)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if check and wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
