"""The invitation as it stands: what it lacks, with one key to mend it, and every element with what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.content import Content
from textual.screen import Screen

from data.i18n import N_, _, plural, told
from data.methods.engagements import PROPOSED
from data.model import Element, say
from data.report.invitation import TITLES, InvitationView, element_text, invitation, lacking
from data.report.invitation_text import as_text, edited
from data.report.tongue import Tongue
from data.text import slug
from data.verbs.invitation import expected, rewrite
from screens.dialogs.ask_text import AskText
from screens.dialogs.editor import in_editor
from screens.network.tabs.tab import Tab
from widgets.command import Command
from widgets.ledger import Chapter, Entry

LACK = "lack:"
"""What the id of something that lacks begins with; its element stands behind it."""

FIELDS = {
    Element.NETWORK: "",
    Element.PURPOSE: "purpose",
    Element.GAINS: "gains",
    Element.GAINS_ORGANISATION: "gains_organisation",
    Element.AUDIENCE: "reach",
    Element.TIME: "meetings",
    Element.WORKING: "",
    Element.GUIDANCE: "guidance",
    Element.TAKE_HOME: "take_home",
    Element.ENGAGEMENT: "engagement",
    Element.PRACTICAL: "",
}
"""The field of the profile in which what lacks is filled in, if it is one."""


class InvitationTab(Tab):
    """What lacks on top; ``field`` opens a field of the profile, ``session`` the first session."""

    TITLE = N_("Invitation")

    def __init__(self, screen: Screen[None], field: Callable[[str], None], session: Callable[[], None]) -> None:
        super().__init__(screen)
        self._field = field
        self._session = session

    @property
    def view(self) -> InvitationView:
        """What there is to invite people with."""
        return invitation(self.state)

    @property
    def tongue(self) -> Tongue:
        """The language that it is written in."""
        return Tongue(self.profile.language)

    # -- what is shown

    def chapters(self) -> list[Chapter]:
        """What lacks, and the elements."""
        view = self.view
        lacks = [
            Entry(f"{LACK}{lack.element}:{place}", told(lack.said), "", "○", "$attention")
            for place, lack in enumerate(lacking(view))
        ]
        said = (
            plural("{n} thing is missing", "{n} things are missing", len(lacks))
            if lacks
            else _("complete: nothing is missing")
        )
        return [Chapter(_("Invitation"), tuple(lacks), said), *(self._element(view, element) for element in Element)]

    def _element(self, view: InvitationView, element: Element) -> Chapter:
        lines = element_text(view, element, self.tongue).split("\n")
        entries = tuple(
            Entry(f"{element}:{place}", each.removeprefix("- "), "", "·" if each.startswith("- ") else " ")
            for place, each in enumerate(lines)
            if each
        )
        own = _("in your own words") if element in view.written else ""
        empty = Entry(f"{element}:", _("Nothing yet."), faded=True)
        return Chapter(self.tongue(TITLES[element]), entries or (empty,), own)

    def hint(self) -> Content | str:
        """What Enter does."""
        if self.chosen.startswith(LACK):
            return _("Enter fills this in.")
        return _("Enter puts this in your own words; F5 opens it all in your editor.")

    # -- what is done

    def enter(self) -> None:
        """Fill in what lacks, or write the chosen element."""
        if not self.chosen:
            return
        parts = self.chosen.split(":")
        element = Element(parts[1] if self.chosen.startswith(LACK) else parts[0])
        if not self.chosen.startswith(LACK):
            self._write(element)
        elif field := FIELDS[element]:
            self._field(field)
        elif element is Element.PRACTICAL:
            self._session()
        else:
            self.house.go("programme")

    def _write(self, element: Element) -> None:
        text = element_text(self.view, element, self.tongue)
        about = _("One paragraph per line; - before a point. Leave empty to restore what follows from the profile.")
        ask = AskText(self.tongue(TITLES[element]), text, about=about)
        self.house.push_screen(ask, lambda typed: self._written(element, text, typed))

    def _written(self, element: Element, before: str, typed: str | None) -> None:
        if typed is not None and typed.strip() != before:
            self.house.do(rewrite, written={element: typed})

    def whole(self) -> None:
        """All of it in the editor; what changed is kept where it belongs."""
        view = self.view
        name = slug(self.tongue(say("Invitation: {network}", network=view.profile.name)), limit=60) + ".md"
        found = edited(view, in_editor(self.house, as_text(view), name))
        if found.written:
            self.house.do(rewrite, written=found.written)
        if found.gone:
            titles = ", ".join(self.tongue(TITLES[element]) for element in found.gone)
            self.house.warn(say("Not found, so left as it was: {titles}", titles=titles))

    def proposed(self) -> list[str]:
        """What can be expected and is not asked yet, in the language of the network."""
        asked = {each.kind for each in expected(self.state)}
        return [self.tongue(said) for kind, said in PROPOSED if kind not in asked]

    def all_asked(self) -> str | None:
        """Why there is nothing to propose."""
        return None if self.proposed() else _("Everything usual is already asked.")

    def propose(self) -> None:
        """Expect what is usual and not asked yet."""
        texts = [f"- {text}" for text in [*(each.text for each in expected(self.state)), *self.proposed()]]
        if self.house.do(rewrite, written={Element.ENGAGEMENT: "\n".join(texts)}):
            self.house.tell(_("Proposed: change it with Enter."))

    KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(whole, N_("In your editor"), N_("Edit it all as text in $EDITOR"), ("f5",), 11),
        Command(
            propose,
            N_("Propose"),
            N_("Ask the usual: attendance, cases, agenda, passing on"),
            ("f6",),
            12,
            cannot=all_asked,
        ),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(enter, N_("Write"), N_("Fill in what is missing, or write this part"), ("enter", "e"), 10),
    )
