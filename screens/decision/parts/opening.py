"""Opening a vote: the way of deciding, how answers are entered, and the rules that the way asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from msgspec.structs import replace

from data.i18n import N_, _, told
from data.methods.votes.way import Asked
from data.methods.votes.ways import WAYS
from data.model import Entry, Way
from data.verbs.check_in import voters
from data.verbs.decision.vote import consent_rounds, open_vote
from data.words import ENTRIES
from screens.decision.dialogs import Ways
from screens.decision.parts.part import Owner
from screens.decision.result import among
from screens.decision.subject import Subject
from screens.decision.words import HOW
from screens.dialogs.ask import Choose
from screens.shell.screen import KringScreen
from widgets.command import Command


class Opening(Owner):
    """A vote is opened; ``in_secret`` is called for one that is secret."""

    def __init__(self, screen: KringScreen, subject: Subject, in_secret: Callable[[], None]) -> None:
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
        about = _("consent and for/against concern {letter} · a digit or Enter chooses").format(letter=letter)
        subject, rounds = self.subject, 0
        if proposal := subject.proposal:
            rounds = consent_rounds(subject.state, proposal.id)
        asked = Asked(len(subject.standing), len(voters(subject.state, subject.session.id)), rounds)
        reasons = {way: told(why) for way, spec in WAYS.items() if (why := spec.unlikely(asked))}
        self.house.push_screen(Ways(about, reasons), lambda way: self._entry(Way(way)) if way else None)

    def _entry(self, way: Way, ids: tuple[str, ...] = ()) -> None:
        """Choose how answers are entered, once the way is known."""
        spec = WAYS[way]
        entries = [entry for entry in Entry if spec.by_hands or entry is not Entry.HANDS]
        choices = [(entry.value, told(ENTRIES[entry]), _(HOW[entry])) for entry in entries]
        self.house.push_screen(
            Choose(told(spec.asks(self._among(ids))), choices),
            lambda entry: self._rules(way, ids, Entry(entry)) if entry else None,
        )

    def _rules(self, way: Way, ids: tuple[str, ...], entry: Entry) -> None:
        """Choose by which rule the vote is held, when the way has several."""
        opening, rules = partial(self._open, way, ids, entry), WAYS[way].rules_for(self._among(ids))
        if rules is None:
            opening("")
        else:
            choices = [(rule.key, told(rule.title), told(rule.use)) for rule in rules.choices]
            self.house.push_screen(Choose(told(rules.asks), choices), opening)

    def _among(self, ids: tuple[str, ...]) -> int:
        """About how many proposals the vote is: these, or all that stand."""
        return len(ids or self.subject.standing)

    def _open(self, way: Way, ids: tuple[str, ...], entry: Entry, rule: str | None) -> None:
        if rule is None:
            return
        subject, proposal = self.subject, self.subject.proposal
        if not ids and WAYS[way].one_proposal and proposal:
            ids = (proposal.id,)
        done = self.house.do(
            open_vote,
            decision=subject.going.id,
            session=subject.session.id,
            way=way,
            entry=entry,
            proposals=ids,
            rule=rule,
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

    CHOOSING: ClassVar[Command[Opening]] = Command(
        choose_way,
        N_("Way of deciding"),
        N_("Choose how to decide, and open a vote"),
        ("f5",),
        14,
        numbered=True,
        cannot=no_proposal,
    )
    KEYS: ClassVar[tuple[Command[Opening], ...]] = (CHOOSING,)
    PAGE_KEYS: ClassVar[tuple[Command[Opening], ...]] = (
        replace(CHOOSING, keys=("v",), rank=0),
        Command(
            consent,
            N_("Consent"),
            N_("Ask for consent to the chosen proposal"),
            ("c",),
            21,
            numbered=True,
            cannot=no_proposal,
        ),
        Command(
            again,
            N_("Vote again"),
            N_("The same way, between the tied proposals if there are any"),
            ("r",),
            23,
            numbered=True,
            cannot=no_vote,
        ),
    )
