"""A report as it is asked for: of what, and how; every format is rendered from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data.i18n import N_
from data.model import Said, Session, State
from data.model.kinds import named
from data.report.blocks import Document
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import USUALLY, About, Wanted, language_of
from data.text import slug
from data.verbs.network import profile


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report about something is called in the name of its file, and ``module:function`` of its documents.

    The function takes the network, the session (by id) and what is wanted, and gives what stands behind the name of
    each file, with its document.
    """

    called: str
    documents: str


SUBJECTS: Mapping[About, Subject] = {
    About.SESSION: Subject(N_("summary session {n}"), "data.report.document:documents"),
    About.REMINDER: Subject(N_("reminder session {n}"), "data.report.reminder:documents"),
    About.CARDS: Subject(N_("speed date cards session {n}"), "data.report.cards:documents"),
}


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
        session = self.state.get(Session, self.session)
        called = Tongue(self.language)(Said(SUBJECTS[self.about].called, {"n": session.number}))
        return slug(f"{session.date} {profile(self.state).name[:60]} {called}", limit=100)
