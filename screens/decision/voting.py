"""Voting: choosing the way, counting hands, answers per person, the secret ballot, and closing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.content import Content

from data.i18n import _, told
from data.methods.votes.codes import Threshold
from data.model import Entry, Participant, Phase, Refused, Vote, Way, say
from data.verbs.check_in import matching
from data.verbs.decision.ballot import read_ballot
from data.verbs.decision.phases import standing
from data.verbs.decision.vote import (
    ONE_PROPOSAL,
    answer,
    cancel_vote,
    close_secret,
    close_vote,
    consent_rounds,
    count_hands,
    missing,
    open_vote,
    rest,
)
from screens.decision.booth import Booth, Box
from screens.decision.dialogs import Ways
from screens.decision.keys import Stage
from screens.decision.open_vote import cell_id, cells, count_of, named
from screens.decision.result import among
from screens.decision.talking import Talking
from screens.decision.words import ANSWERS, ENTRIES, THRESHOLDS, WAYS, Kind, how_to_answer
from screens.dialogs.ask import Choose

ROUNDS = 3
LEAST, MOST = 5, 8
"""The people and the proposals of a ranking."""


class Voting(Talking):
    """A vote from its opening to its close."""

    def needs(self) -> dict[str, Callable[[], str | None]]:
        """There must be something to vote on, and somebody to ask."""
        return super().needs() | {
            "screen.vote": self._no_proposal,
            "screen.consent": self._no_proposal,
            "screen.again": lambda: None if self.shown else _("There was no vote yet."),
        }

    def _no_proposal(self) -> str | None:
        return None if standing(self.house.state, self.going.id) else _("There is no proposal to vote on yet.")

    # -- opening

    def action_vote(self) -> None:
        """Choose the way of deciding."""
        letter = self.letter(self.proposal)
        about = _("consent and for or against are about {letter} · a digit or Enter chooses").format(letter=letter)
        self.app.push_screen(Ways(about, self._unfit()), self._way)

    def _unfit(self) -> dict[Way, str]:
        """Why a way does not fit now."""
        proposal = self.proposal
        every = standing(self.house.state, self.going.id)
        found = {}
        if proposal and consent_rounds(self.house.state, proposal.id) >= ROUNDS:
            found[Way.CONSENT] = _("Three rounds were held: park it, give it to a small group, or vote.")
        if not LEAST - 2 <= len(every) <= MOST:
            found[Way.RANKING] = _("It takes three to eight proposals.")
        return found

    def _way(self, chosen: str | None) -> None:
        if chosen:
            self._entry(Way(chosen))

    def _entry(self, way: Way, ids: tuple[str, ...] = ()) -> None:
        """Choose how answers are entered, once the way is known."""
        entries = [entry for entry in Entry if not (way is Way.RANKING and entry is Entry.HANDS)]
        choices = [(entry.value, _(ENTRIES[entry][0]), _(ENTRIES[entry][1])) for entry in entries]
        heading = _(WAYS[way].asks)
        self.app.push_screen(Choose(heading, choices), lambda entry: self._rules(way, ids, entry))

    def _rules(self, way: Way, ids: tuple[str, ...], entry: str | None) -> None:
        """For or against asks how much is enough; dots whether they may be stacked."""
        if entry is None:
            return
        opening = partial(self._open, way, ids, Entry(entry))
        if way is Way.FOR_AGAINST:
            choices = [(key.value, _(title), _(use)) for key, (title, use) in THRESHOLDS.items()]
            self.app.push_screen(Choose(_("How much is enough?"), choices), opening)
        elif way is Way.DOTS:
            choices = [
                ("spread", _("one on a proposal"), _("the usual rule")),
                ("stack", _("stacking allowed"), _("people may put all their dots on one")),
            ]
            self.app.push_screen(Choose(_("How are the dots put?"), choices), opening)
        else:
            opening("")

    def _open(self, way: Way, ids: tuple[str, ...], entry: Entry, rule: str | None) -> None:
        if rule is None:
            return
        proposal = self.proposal
        if not ids and way in ONE_PROPOSAL and proposal:
            ids = (proposal.id,)
        after = way is Way.FOR_AGAINST and bool(proposal) and consent_rounds(self.house.state, ids[0]) >= ROUNDS
        done = self.house.do(
            open_vote,
            decision=self.going.id,
            session=self.session.id,
            way=way,
            entry=entry,
            proposals=ids,
            threshold=Threshold(rule) if way is Way.FOR_AGAINST else Threshold.SIMPLE,
            stacking=rule == "stack",
            agreed_to=after,
        )
        if done and (vote := self.vote):
            self._cell = 0
            self._box = Box.of(vote) if entry is Entry.SECRET else None
            self.show_data()
            if entry is Entry.SECRET:
                self._booth()

    def action_consent(self) -> None:
        """Ask consent about the chosen proposal."""
        if proposal := self.proposal:
            self._entry(Way.CONSENT, (proposal.id,))

    def action_again(self) -> None:
        """The same way once more: among the tied or the short list, when there is one."""
        if shown := self.shown:
            self._entry(shown.vote.way, tuple(among(shown)))

    def action_call_off(self) -> None:
        """Call the open vote off."""
        if (vote := self.vote) and self.house.do(cancel_vote, vote=vote.id):
            self._box = None
            self.house.tell(_("Called off · Ctrl+Z brings it back"))

    # -- hands

    @property
    def _cells(self) -> list[tuple[str | None, str]]:
        return cells(vote) if (vote := self.vote) else []

    def holds(self) -> str:
        """Each count and each vote has a draft of its own."""
        vote = self.vote if self._stage in {Stage.HANDS, Stage.PERSON} else None
        if vote is None:
            return super().holds()
        if self._stage is Stage.PERSON:
            return f"person:{vote.id}"
        self._cell = max(0, min(len(self._cells) - 1, self._cell))
        return f"hands:{cell_id(vote, self._cells[self._cell])}"

    def placeholder(self) -> str:
        """Which count is asked."""
        vote = self.vote
        if vote and self.stage is Stage.HANDS:
            return self._asks(*self._cells[self._cell])
        return super().placeholder()

    def _asks(self, proposal: str | None, what: str) -> str:
        vote = self.vote
        letter = named(self.house.state, vote)[proposal][0] if vote and proposal else ""
        if what.isdigit():
            return _("{letter}: how many show {n} fingers?").format(letter=letter, n=what)
        return f"{letter}: {_(ANSWERS[what])}?" if letter else f"{_(ANSWERS[what])}?"

    def show_data(self) -> None:
        """The cell that is asked is the one chosen on the page."""
        super().show_data()
        if self._stage is Stage.HANDS and (vote := self.vote):
            self.page.choose(cell_id(vote, self._cells[self._cell]))

    def action_walk(self, by: int) -> None:
        """Another count."""
        if self.stage is Stage.HANDS:
            self._cell = (self._cell + by) % len(self._cells)
            self.show_data()
        else:
            super().action_walk(by)

    def keep_count(self, typed: str) -> None:
        """Keep a count and go to the next; Enter on an empty line goes on without."""
        vote = self.vote
        if vote is None:
            return
        proposal, what = self._cells[self._cell]
        if typed.strip():
            hands = int(typed) if typed.strip().isdecimal() and len(typed) < 5 else 9999
            if not self.house.do(count_hands, vote=vote.id, proposal=proposal, answer=what, hands=hands):
                return
            self.line.take()
        self._rest = ""
        if self._cell < len(self._cells) - 1:
            self._cell += 1
        self.show_data()

    def action_rest(self) -> None:
        """Propose all who are left as the count: it is said aloud, and Enter keeps it."""
        vote = self.vote
        if vote is None or self.stage is not Stage.HANDS:
            return
        if vote.way in ONE_PROPOSAL:  # the majority's answer is the last one: only that is what is left
            self._cell = len(self._cells) - 1
            self.show_data()
        proposal, what = self._cells[self._cell]
        if proposal is None:
            left = len(vote.base) if what == "answered" else 0
        elif vote.way is Way.ALL_OF_US:
            typed = int(self.line.value) if self.line.value.isdecimal() else 0
            answered = len(vote.base) if vote.answered is None else vote.answered
            left = max(0, answered - vote.abstained - typed)
        else:
            left = rest(vote, vote.counts.get(proposal, {}), what)
        self._rest = str(left)
        self.line.restore(self._rest)
        self.put("hint", self.hint())

    # -- per person

    def keep_answer(self, typed: str) -> None:
        """Two letters and the answer."""
        vote = self.vote
        try:
            who, given = self._answer(typed)
        except Refused as refused:
            self.house.warn(refused.said)
            return
        if vote and self.house.do(answer, vote=vote.id, participant=who.id, ballot=given):
            self.line.take()
            self.show_data()

    def _answer(self, typed: str) -> tuple[Participant, dict[str, int]]:
        """Who is meant, and the ballot.

        Raises:
            Refused: nobody or several people are meant, or it is no ballot.
        """
        vote = self.vote
        assert vote is not None
        letters, _space, given = typed.strip().partition(" ")
        state = self.house.state
        found = self._meant(vote, letters) or matching(state.all(Participant), letters)
        if not found or not letters:
            raise Refused(NOBODY)
        signs = [letter for letter, _wording in named(state, vote).values()]
        return found[0], read_ballot(vote, signs, given)

    def _meant(self, vote: Vote, letters: str) -> list[Participant]:
        """Whom the letters may mean, of those who vote; who has not answered yet comes first."""
        order = [*missing(vote), *vote.voters]
        return matching([who for id_ in order if (who := self.house.state.find(Participant, id_))], letters)

    def hint(self) -> Content:
        """What the line says so far."""
        vote = self.vote if self._stage in {Stage.HANDS, Stage.PERSON} else None
        if vote is None:
            return super().hint()
        if self._stage is Stage.HANDS:
            return self._count_hint()
        letters = self.line.value.strip().partition(" ")[0]
        if not letters:
            return Content.styled(how_to_answer(vote), "$muted")
        found = [who.name for who in self._meant(vote, letters)]
        if not found:
            return Content.styled(_("Nobody by that name."), "$muted")
        others = f" · {found[1]}" if found[1:] else ""
        return Content.assemble((found[0], "bold"), (f"{others}   {how_to_answer(vote)}", "$muted"))

    def _count_hint(self) -> Content:
        vote = self.vote
        assert vote is not None
        if self._rest and self.line.value == self._rest:
            said = _("The rest, {n}: say it aloud. If nobody speaks against it, Enter keeps it.").format(n=self._rest)
            return Content.styled(said, "bold $accent")
        self._rest = ""
        proposal, what = self._cells[self._cell]
        said = _("r: the rest") if proposal or what == "answered" else _("Enter: nobody")
        if vote.way is Way.ALL_OF_US and proposal:
            said = _("Few against? Type how many do not agree, then r: the rest agrees")
        done = sum(count_of(vote, cell) is not None for cell in self._cells)
        tail = _("F6 closes the vote")
        return Content.assemble(
            (self._asks(proposal, what), "bold"),
            (f"   {said}   ", "$muted"),
            (tail, "$muted" if done < len(self._cells) else "bold $accent"),
        )

    # -- secret, and closing

    def action_offer(self) -> None:
        """The way of deciding, the rest, or the booth."""
        offers = {Stage.DECIDE: self.action_vote, Stage.HANDS: self.action_rest, Stage.SECRET: self._booth}
        offer = offers.get(self.stage)
        if offer:
            if reason := self.why_not("screen.vote") if self.stage is Stage.DECIDE else None:
                self.house.tell(reason)
                return
            offer()
        else:
            super().action_offer()

    def _booth(self) -> None:
        """To the booth; ballots of a window that was closed are gone, and everybody votes again."""
        vote = self.vote
        if vote is None:
            return
        if self._box is None or self._box.vote != vote.id:
            self._box = Box.of(vote)
            self.show_data()
        names = {id_: who.name for id_ in vote.base if (who := self.house.state.find(Participant, id_))}
        booth = Booth(vote, self._box, names, named(self.house.state, vote))
        self.app.push_screen(booth, lambda _done: self.show_all())

    def lost_box(self) -> bool:
        """Whether a secret vote is open of which this window has no ballots."""
        vote = self.vote
        return bool(vote and vote.entry is Entry.SECRET and (self._box is None or self._box.vote != vote.id))

    def action_onward(self) -> None:
        """The next phase, or close the vote."""
        if self.stage in {Stage.HANDS, Stage.PERSON, Stage.SECRET}:
            self._close()
        else:
            self.action_phase(1)

    def _close(self) -> None:
        vote = self.vote
        if vote is None:
            return
        if vote.entry is not Entry.SECRET:
            done = self.house.do(close_vote, vote=vote.id)
        elif self._box is None or self._box.vote != vote.id or not self._box.ballots:
            self.house.tell(_("Nobody has voted yet: F5 goes to the booth."))
            return
        else:
            done = self.house.do(close_secret, vote=vote.id, ballots=tuple(self._box.ballots))
        if done:
            self._box = None
            self._picked = ""
            self._kinds[Phase.DECIDE] = Kind.OUTCOME
            self.house.tell(told(done.change.label))
            self.show_data()


NOBODY = say("Type two letters of a name, then the answer.")
