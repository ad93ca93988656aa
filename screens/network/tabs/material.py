"""What stays of each session: slides, models and links, which go into its summary; and the glossary."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, _, told
from data.model import Resource, Term
from data.verbs.network import sessions
from data.verbs.prepared import drop_resource, edit_resource, keep_resource, resources
from data.verbs.terms import as_typed, edit_term, glossary, remove_term
from data.words import RESOURCES
from screens.dialogs.ask import AskLine
from screens.dialogs.paste import offer_each
from screens.network.tabs.tab import Tab
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.ledger import Chapter, Entry


class MaterialTab(Tab):
    """A chapter for each session; the line keeps something with the session of now."""

    TITLE = N_("Material")
    PLACEHOLDER = N_("slides, a model or a link: what it is, and where")

    def chapters(self) -> list[Chapter]:
        """What is kept of each session, the latest first."""
        here = self.house.session
        found = []
        for session in reversed(sessions(self.state)):
            entries = tuple(self._entry(resource) for resource in resources(self.state, session.id))
            title = _("Session {n}").format(n=session.number)
            if entries or session.id == here.id:
                found.append(Chapter(title, entries, session.title, _("Nothing saved with this session yet.")))
        terms = tuple(
            Entry(term.id, as_typed(self.state, term), "", "≡" if term.meaning else "?")
            for term in glossary(self.state)
        )
        return [*found, Chapter(_("Glossary"), terms, str(len(terms)), beside=True)] if terms else found

    def _entry(self, resource: Resource) -> Entry:
        kind = told(RESOURCES[resource.kind])
        where = "" if resource.where == resource.text else resource.where
        return Entry(resource.id, resource.text, kind, "·", "$muted", where)

    def hint(self) -> Content | str:
        """With which session the line keeps it."""
        return _("The line saves it with session {n}.").format(n=self.house.session.number)

    def none(self) -> str | None:
        """Why there is nothing to change."""
        kept = self.state.find(Resource, self.chosen) or self._term
        return None if kept else _("Nothing saved yet: type it on the line.")

    @property
    def _term(self) -> Term | None:
        """The chosen line, when it is of the glossary."""
        return self.state.find(Term, self.chosen)

    def keep(self) -> None:
        """Keep what the line says."""
        if self.house.do(keep_resource, session=self.house.session.id, text=self.lined.line.value):
            self.lined.line.take()

    def pasted(self, event: CaptureLine.Pasted) -> None:
        """Pasted lines are kept one by one."""
        offer_each(event, _("material"), self.keep)

    def edit(self) -> None:
        """Type it over."""
        if resource := self.state.find(Resource, self.chosen):
            typed = " ".join(dict.fromkeys((resource.text, resource.where))).strip()
            ask = AskLine(_("What is it, and where?"), typed)
            self.house.push_screen(ask, lambda text: self._edited(resource.id, text))

        elif term := self._term:
            ask = AskLine(_("Which term, and what does it mean?"), as_typed(self.state, term))
            self.house.push_screen(ask, lambda text: self._defined(term.id, text))

    def _defined(self, term: str, text: str | None) -> None:
        if text is not None:
            self.house.do(edit_term, term=term, text=text)

    def _edited(self, resource: str, text: str | None) -> None:
        if text is not None:
            self.house.do(edit_resource, resource=resource, text=text)

    def remove(self) -> None:
        """Keep it no longer."""
        resource, term = self.state.find(Resource, self.chosen), self._term
        done = resource and self.house.do(drop_resource, resource=resource.id)
        if done or (term and self.house.do(remove_term, term=term.id)):
            self.house.tell(_("Removed · Ctrl+Z brings it back"))

    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(edit, N_("Change"), N_("Edit it"), ("enter", "e"), 10, cannot=none),
        Command(remove, N_("Remove"), N_("Remove it; Ctrl+Z brings it back"), ("delete", "backspace"), 11, cannot=none),
    )
