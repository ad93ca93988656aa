"""Opening a vote: the way of deciding, how answers are entered, and the rules that the way asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from data.i18n import N_, _
from data.methods.votes.codes import Threshold
from data.model import Entry, Way
from data.verbs.decision.vote import ONE_PROPOSAL, consent_rounds, open_vote
from screens.decision.dialogs import Ways
from screens.decision.parts.part import Owner
from screens.decision.result import among
from screens.decision.subject import Subject
from screens.decision.words import ENTRIES, THRESHOLDS, WAYS
from screens.dialogs.ask import Choose
from screens.shell.line_and_page import LinedScreen
from widgets.command import Command

ROUNDS = 3
LEAST, MOST = 5, 8
"""The people and the proposals of a ranking."""


class Opening(Owner):
    """A vote is opened; ``in_secret`` is called for one that is secret."""

    def __init__(self, screen: LinedScreen, subject: Subject, in_secret: Callable[[], None]) -> None:
        super().__init__(screen, subject)
        self._in_secret = in_secret

    def no_proposal(self) -> str | None:
        """Why there is nothing to vote on."""
        return None if self.subject.standing else _("There is no proposal to vote on yet.")

    def no_vote(self) -> str | None:
        """Why there is nothing to vote on again."""
        return None if self.subject.shown else _("There was no vote yet.")

    def choose_way(self) -> None:
        """Choose the way of deciding."""
        letter = self.subject.letter(self.subject.proposal)
        about = _("consent and for or against are about {letter} · a digit or Enter chooses").format(letter=letter)
        self.house.push_screen(Ways(about, self._unfit()), lambda way: self._entry(Way(way)) if way else None)

    def _unfit(self) -> dict[Way, str]:
        """Why a way does not fit now."""
        proposal = self.subject.proposal
        found = {}
        if proposal and consent_rounds(self.subject.state, proposal.id) >= ROUNDS:
            found[Way.CONSENT] = _("Three rounds were held: park it, give it to a small group, or vote.")
        if not LEAST - 2 <= len(self.subject.standing) <= MOST:
            found[Way.RANKING] = _("It takes three to eight proposals.")
        return found

    def _entry(self, way: Way, ids: tuple[str, ...] = ()) -> None:
        """Choose how answers are entered, once the way is known."""
        entries = [entry for entry in Entry if not (way is Way.RANKING and entry is Entry.HANDS)]
        choices = [(entry.value, _(ENTRIES[entry][0]), _(ENTRIES[entry][1])) for entry in entries]
        heading = _(WAYS[way].asks)
        self.house.push_screen(Choose(heading, choices), lambda entry: self._rules(way, ids, entry))

    def _rules(self, way: Way, ids: tuple[str, ...], entry: str | None) -> None:
        """For or against asks how much is enough; dots whether they may be stacked."""
        if entry is None:
            return
        opening = partial(self._open, way, ids, Entry(entry))
        if way is Way.FOR_AGAINST:
            choices = [(key.value, _(title), _(use)) for key, (title, use) in THRESHOLDS.items()]
            self.house.push_screen(Choose(_("How much is enough?"), choices), opening)
        elif way is Way.DOTS:
            choices = [
                ("spread", _("one on a proposal"), _("the usual rule")),
                ("stack", _("stacking allowed"), _("people may put all their dots on one")),
            ]
            self.house.push_screen(Choose(_("How are the dots put?"), choices), opening)
        else:
            opening("")

    def _open(self, way: Way, ids: tuple[str, ...], entry: Entry, rule: str | None) -> None:
        if rule is None:
            return
        subject, proposal = self.subject, self.subject.proposal
        if not ids and way in ONE_PROPOSAL and proposal:
            ids = (proposal.id,)
        after = way is Way.FOR_AGAINST and bool(proposal) and consent_rounds(subject.state, ids[0]) >= ROUNDS
        done = self.house.do(
            open_vote,
            decision=subject.going.id,
            session=subject.session.id,
            way=way,
            entry=entry,
            proposals=ids,
            threshold=Threshold(rule) if way is Way.FOR_AGAINST else Threshold.SIMPLE,
            stacking=rule == "stack",
            agreed_to=after,
        )
        if done and entry is Entry.SECRET:
            self._in_secret()
        elif done:
            self.screen.show_data()

    def consent(self) -> None:
        """Ask consent about the proposal."""
        if proposal := self.subject.proposal:
            self._entry(Way.CONSENT, (proposal.id,))

    def again(self) -> None:
        """The same way once more: among the tied or the short list, when there is one."""
        if shown := self.subject.shown:
            self._entry(shown.vote.way, tuple(among(shown)))

    # -- its keys

    KEYS: ClassVar[tuple[Command[Opening], ...]] = (
        Command(
            choose_way,
            N_("Way of deciding"),
            N_("Choose how to decide, and open a vote"),
            ("f5",),
            14,
            cannot=no_proposal,
        ),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Opening], ...]] = (
        Command(
            choose_way, N_("Way of deciding"), N_("Choose how to decide, and open a vote"), ("v",), cannot=no_proposal
        ),
        Command(consent, N_("Consent"), N_("Ask consent about the chosen proposal"), ("c",), 21, cannot=no_proposal),
        Command(again, N_("Vote again"), N_("The same way, among the tied when there are"), ("r",), 23, cannot=no_vote),
    )
