"""What is shown of an export: its choices as rows, what is said of the chosen one, and the files that it became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from data.i18n import N_, _, day, pgettext, plural, told
from data.model import Naming, Said, Session, State, say
from data.model.languages import LANGUAGES
from data.report.export import lacking
from data.report.extras import installed
from data.report.formats import FORMATS, formats_for
from data.report.report import SUBJECTS, keys_of
from data.report.wanted import About, Version, language_of
from data.report.writing import Piece, Progress, Writing
from screens.export.wish import Wish, sessions_for
from widgets.choices import Choice
from widgets.ledger import Chapter, Entry

OF_PEOPLE = frozenset({About.SESSION, About.SERIES, About.REMINDER})
"""What says other things to others, and names people as it is asked; cards and paper are of everybody in full."""

VERSIONS: Mapping[Version, str] = {
    Version.PARTICIPANTS: N_("participants"),
    Version.FACILITATOR: N_("facilitator"),
    Version.COMMISSIONER: N_("commissioner"),
}
NAMINGS: Mapping[Naming, str] = {
    Naming.FULL: N_("in full"),
    Naming.INITIALS: N_("initials"),
    Naming.NONE: N_("no names"),
}
HOLDS: Mapping[Version, Said] = {
    Version.PARTICIPANTS: say("For everybody, absentees too: no reasons of absence, e-mail addresses or turns."),
    Version.FACILITATOR: say("For yourself: with reasons of absence, e-mail addresses, parked points and turns."),
    Version.COMMISSIONER: say("Numbers and decisions: nothing anybody said."),
}
MAIL = ".eml"
"""How the name of a mail that is ready to send ends."""

PROGRESS: Mapping[Progress, tuple[str, str, Said]] = {
    Progress.WAITING: ("·", "$muted", say("waiting")),
    Progress.BUSY: ("▸", "$accent", say("busy …")),
    Progress.DONE: ("✓", "$success", say("done")),
    Progress.FAILED: ("✗", "$attention", say("failed")),
    Progress.STOPPED: ("–", "$muted", say("stopped: not written")),
}
"""The mark of each, its style, and what it is called."""


def rows(wish: Wish, state: State) -> list[Choice]:
    """A row a choice, then, below a blank line, a row a format."""
    session, wanted = state.get(Session, wish.session), wish.wanted
    called = told(Said(SUBJECTS[wish.about].called, {"n": session.number}))
    found = [Choice("about", _("what"), called)]
    if "{n}" in SUBJECTS[wish.about].called and len(sessions_for(wish.about, state)) > 1:
        found.append(Choice("session", _("session"), " · ".join(filter(None, (str(session.number), _day(session))))))
    if wish.about in OF_PEOPLE:
        found += [
            Choice("version", pgettext("for whom a report is", "for"), _(VERSIONS[wanted.version])),
            Choice("names", _("names"), _(NAMINGS[wanted.naming])),
        ]
    if keys := keys_of(wish.about):
        many = len(wanted.without.intersection(keys))
        without = plural("{n} section", "{n} sections", many) if many else _("nothing")
        found.append(Choice("without", _("leave out"), without, steps=False))
    if wish.about is About.SESSION:
        own = _("own words") if session.lead else _("as generated")
        found.append(Choice("lead", _("in brief"), own, steps=False))
    found.append(Choice("language", _("language"), LANGUAGES[language_of(state, wanted)].own_name))
    return [*found, *_formats(wish)]


def _day(session: Session) -> str:
    return day(session.date) if session.date else ""


def _formats(wish: Wish) -> Iterator[Choice]:
    for place, ending in enumerate(formats_for(wish.about)):
        yield Choice(
            ending,
            "",
            told(FORMATS[ending].name),
            steps=False,
            ticked=ending in wish.formats,
            faded=not there(ending),
            apart=place == 0,
        )


def there(ending: str) -> bool:
    """Whether a format can be made with what is installed."""
    return not FORMATS[ending].extra or installed(FORMATS[ending].extra)


def said_of(wish: Wish, row: str, *, briefly: bool = False) -> str:
    """What is to be said of the row with the cursor; ``briefly`` nothing of the keys that do the same on every row."""
    if row in FORMATS:
        if not there(row):
            return told(lacking(row))
        note = FORMATS[row].note
        return told(note) if note else "" if briefly else _("Space ticks or unticks it.")
    if row == "version":
        return told(HOLDS[wish.wanted.version])
    if row == "names" and wish.wanted.naming is not Naming.FULL:
        return _("Saved for this network. A name inside typed text stays there.")
    if row in KEYS_OF:
        return _(KEYS_OF[row])
    return "" if briefly else _("← and → choose · Esc goes back")


TICK_FIRST = say("Tick a format first: Space does it.")
KEYS_OF = {
    "names": N_("← and → choose; saved for this network."),
    "without": N_("Enter chooses which sections to leave out; saved for this network."),
    "lead": N_("Enter writes it in your own words; Delete restores what is generated."),
}


def does(wish: Wish) -> str:
    """What Enter does: it writes so many formats, or asks for one first."""
    if not wish.fitting:
        return told(TICK_FIRST)
    return _("Enter writes {formats}").format(formats=plural("{n} format", "{n} formats", len(wish.fitting)))


# -- the files


def chapters(writing: Writing) -> list[Chapter]:
    """A line a file, or a format that has none yet; the folder stands above them."""
    if writing.over and not writing.files:
        title = _("No file was written")
    elif writing.over:
        title = plural("{n} file is written", "{n} files are written", len(writing.files))
    else:
        title = _("Writing …")
    return [Chapter(title, tuple(entry for piece in _told_once(writing.pieces) for entry in _entries(piece)))]


def then(writing: Writing) -> str:
    """What can be done now."""
    if not writing.over:
        return _("Esc stops it. You can go on working meanwhile: F2.")
    can = [_("Enter opens a file · m the folder")] if writing.files else []
    can += [_("e the mail")] if any(path.suffix == MAIL for path in writing.files) else []
    return " · ".join([*can, _("F5 something else · Esc back")])


def _told_once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, each without what was said of one above it already."""
    above: list[Said] = []
    for piece in pieces:
        yield replace(piece, said=tuple(said for said in piece.said if said not in above)) if piece.files else piece
        above += piece.said


def _entries(piece: Piece) -> Iterator[Entry]:
    mark, style, called = PROGRESS[piece.progress]
    name = piece.ending
    if not piece.files:
        said = piece.said[0] if piece.progress is Progress.FAILED else called
        if piece.progress is Progress.DONE:
            said = say("nothing of this to write yet")
        yield Entry(piece.ending, told(said), name, mark, style, faded=piece.progress is not Progress.FAILED)
    for place, made in enumerate(piece.files):
        aside = [_("next to the earlier one, which stays")] if made.again else []
        aside += [] if place else [told(said) for said in piece.said]
        yield Entry(str(made.path), made.path.name, "" if place else name, mark, style, " · ".join(aside))
