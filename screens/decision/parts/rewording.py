"""Wording a proposal anew, and from whom it comes: at more than one stage."""

from __future__ import annotations

from data.i18n import _
from data.model import Proposal
from data.verbs.decision.phases import reword, set_source, touched
from screens.decision.parts.anywhere import ask_whose
from screens.decision.parts.part import Owner


def ask_wording(at: Owner, proposal: Proposal) -> None:
    """Type a proposal over."""
    at.ask(_("Reword the proposal"), proposal.text, lambda text: _ask_why(at, proposal.id, text))


def _ask_why(at: Owner, id_: str, text: str) -> None:
    """A new version asks its reason; a slip of the pen needs none."""
    proposal = at.subject.state.get(Proposal, id_)
    if text.strip() == proposal.text:
        return
    must = touched(at.subject.state, proposal)
    heading = _("Why is it changing? It becomes a new version.") if must else _("Why? Leave empty for a mere typo.")
    at.ask(heading, "", lambda why: _reword(at, id_, text, why))


def _reword(at: Owner, id_: str, text: str, why: str) -> None:
    if not at.house.do(reword, proposal=id_, session=at.subject.session.id, text=text, why=why):
        _ask_why(at, id_, text)


def ask_source(at: Owner, proposal: Proposal) -> None:
    """From whom a proposal comes."""
    heading = _("Whose proposal is it? “{text}”").format(text=proposal.text)
    ask_whose(at, heading, lambda who: at.house.do(set_source, proposal=proposal.id, participant=who))
