"""A report as it is asked for: of what, and how; every format is rendered from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data.i18n import N_
from data.model import Refused, Said, Session, State, say
from data.model.kinds import named
from data.report.blocks import Document
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import USUALLY, About, Wanted, language_of, listed
from data.text import slug
from data.verbs.network import profile


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report about something is called in the name of its file, and ``module:function`` of its documents.

    The function takes the network, the session (by id) and what is wanted, and gives what stands behind the name of
    each file, with its document. ``sections`` gives those that can be left out, or ``sheets`` the keys of whole sheets;
    ``lacking`` (of the network and the session) what is to be said of what there is not.
    """

    called: str
    documents: str
    sections: str = ""
    sheets: str = ""
    lacking: str = ""


SUBJECTS: Mapping[About, Subject] = {
    About.SESSION: Subject(
        N_("summary session {n}"), "data.report.document:documents", "data.report.document:sections"
    ),
    About.SERIES: Subject(N_("whole series"), "data.report.series:documents", "data.report.series:sections"),
    About.REMINDER: Subject(N_("reminder session {n}"), "data.report.reminder:documents"),
    About.CARDS: Subject(
        N_("speed date cards session {n}"),
        "data.report.cards:documents",
        sheets="data.report.cards:sheets",
        lacking="data.report.cards:lacking",
    ),
    About.PAPER: Subject(N_("paper session {n}"), "data.report.paper:documents", sheets="data.report.paper:sheets"),
    About.INVITATION: Subject(N_("invitation"), "data.report.invitation:documents", "data.report.invitation:sections"),
}


def keys_of(about: About) -> list[str]:
    """The keys of what can be left out of a report about this: sections, or whole sheets."""
    subject = SUBJECTS[about]
    sections = [section.key for section in named(subject.sections)() if section.key] if subject.sections else []
    return [*sections, *(named(subject.sheets)() if subject.sheets else ())]


def without_of(text: str, about: About = About.SESSION) -> frozenset[str]:
    """The sections in ``met,attendance``, to be left out of a report about this.

    Raises:
        Refused: it has no such section.
    """
    known = keys_of(about)
    asked = listed(text)
    unknown = ", ".join(key for key in asked if key not in known)
    if unknown and not known:
        raise Refused(say("There is no section “{name}”: this has none that can be left out.", name=unknown))
    if unknown:
        choice = ", ".join(known)
        raise Refused(say("There is no section “{name}”: choose from {known}.", name=unknown, known=choice))
    return frozenset(asked)


@dataclass(frozen=True)
class Report:
    """A report of a session (by id), before it has a format."""

    state: State
    session: str
    about: About = About.SESSION
    wanted: Wanted = USUALLY

    @property
    def language(self) -> str:
        """The language it is written in: that of the network unless another is wanted."""
        return language_of(self.state, self.wanted)

    @cached_property
    def view(self) -> SummaryView:
        """What there is to say, for whom it is."""
        return summary(self.state, self.session, self.wanted.naming, self.wanted.version)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by what stands behind the name of the file of each."""
        return dict(named(SUBJECTS[self.about].documents)(self.state, self.session, self.wanted))

    @property
    def title(self) -> str:
        """What it is called: the title of its first document."""
        return next(iter(self.documents.values())).title if self.documents else self.name

    @property
    def name(self) -> str:
        """The name of its file, without an ending: the day, the network and what it is, as every system accepts it."""
        session = self.state.find(Session, self.session)
        number, date = (session.number, session.date) if session else (0, "")
        called = Tongue(self.language)(Said(SUBJECTS[self.about].called, {"n": number}))
        return slug(f"{date} {profile(self.state).name[:60]} {called}", limit=100)
