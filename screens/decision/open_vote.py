"""A vote that is open, as lines: the counts of hands one by one, or who answered."""

from __future__ import annotations

from msgspec.structs import replace
from textual.content import Content

from data.i18n import _
from data.model import Entry, Proposal, State, Vote, Way
from data.verbs.decision.phases import letters, proposals
from data.verbs.decision.tally import counted
from data.verbs.network import called
from screens.decision.words import ANSWERS, way_line
from widgets.laid_out import BLANK, text
from widgets.page import Cell, Line


def cells(vote: Vote) -> list[tuple[str | None, str]]:
    """What is counted by hands, in order: a proposal and an answer, or no proposal and who answered or abstained."""
    ids = [option.proposal for option in vote.options]
    if vote.way is Way.ALL_OF_US:
        return [(None, "abstained"), (None, "answered"), *((id_, "agree") for id_ in ids)]
    if vote.way is Way.DOTS:
        return [*((id_, "dots") for id_ in ids), (None, "abstained")]
    if vote.way is Way.FOR_AGAINST:
        return [(ids[0], answer) for answer in ("against", "abstain", "for")]
    if vote.way is Way.CONSENT:
        return [(ids[0], answer) for answer in ("objection", "concern", "stand_aside", "agree")]
    return [(id_, answer) for id_ in ids for answer in (*map(str, range(6)), "abstain")]


def cell_id(vote: Vote, cell: tuple[str | None, str]) -> str:
    """The id of a cell on the page."""
    return f"{vote.id}:{cell[0] or ''}:{cell[1]}"


def count_of(vote: Vote, cell: tuple[str | None, str]) -> int | None:
    """What was counted for a cell, None while nothing was."""
    proposal, answer = cell
    if proposal is None:
        return vote.answered if answer == "answered" else vote.abstained
    return vote.counts.get(proposal, {}).get(answer)


def counting(state: State, vote: Vote, width: int) -> list[Line]:
    """A vote by hands that is open: a cell for every count."""
    shown = named(state, vote)
    lines = [*text(Content.styled(way_line(vote), "$muted"), width, indent=1), BLANK]
    if vote.way is Way.FINGERS:
        return lines + _finger_cells(vote, shown, width)
    for cell in cells(vote):
        proposal, answer = cell
        number = count_of(vote, cell)
        mark = ("    · ", "$muted") if number is None else (f"{number:>5} ", "bold $success")
        if vote.way in {Way.ALL_OF_US, Way.DOTS} and proposal:
            letter, wording = shown[proposal]
            words = Content.assemble((f"{letter}  ", "bold"), wording)
        else:
            words = Content(_(ANSWERS[answer]))
        rows = words.wrap(max(8, width - 10))
        for place, row in enumerate(rows):
            lines.append(
                [Cell(Content.assemble(" ", mark if not place else " " * 6, "  ", row), width, cell_id(vote, cell))]
            )
    if vote.way in {Way.CONSENT, Way.FOR_AGAINST}:
        letter, wording = shown[vote.options[0].proposal]
        about = Content.assemble((f"{letter}  ", "bold"), wording)
        lines[2:2] = [*text(about, width, indent=1), BLANK]
    return lines


def _finger_cells(vote: Vote, shown: dict[str, tuple[str, str]], width: int) -> list[Line]:
    each = 6
    head = "".join(f"{grade:>{each - 1}} " for grade in range(6)) + _("abstain")
    lines: list[Line] = [[Cell(Content.styled("    " + head, "$muted"), width)]]
    for option in vote.options:
        letter, wording = shown[option.proposal]
        lines += text(Content.assemble((f"{letter}  ", "bold"), wording), width, indent=1)
        row: list[Cell] = [Cell(Content("    "), 4)]
        for answer in (*map(str, range(6)), "abstain"):
            number = vote.counts.get(option.proposal, {}).get(answer)
            words = ("·", "$muted") if number is None else (str(number), "bold $success")
            row.append(
                Cell(
                    Content.assemble((words[0].rjust(each - 1) + " ", words[1])),
                    each,
                    cell_id(vote, (option.proposal, answer)),
                )
            )
        lines.append(row)
    return lines


def named(state: State, vote: Vote) -> dict[str, tuple[str, str]]:
    """The letter and the wording of each proposal that is voted on."""
    by_letter = letters(proposals(state, vote.decision))
    found = {}
    for option in vote.options:
        proposal = state.find(Proposal, option.proposal)
        found[option.proposal] = (
            by_letter.get(option.proposal, "?"),
            proposal.versions[option.version].text if proposal else "",
        )
    return found


def answering(state: State, vote: Vote, width: int, *, hidden: bool) -> list[Line]:
    """A vote per person, or a secret one: what is voted on, and how many answered; never for the room who did not."""
    lines = [*text(Content.styled(way_line(vote), "$muted"), width, indent=1), BLANK]
    for letter, wording in named(state, vote).values():
        lines += text(Content.assemble((f"{letter}  ", "bold"), wording), width, indent=1, hang=3)
    if vote.entry is Entry.SECRET:
        return lines
    done = _("{n} of {base} answered").format(n=len(vote.voters), base=len(vote.base))
    lines += [BLANK, *text(Content.styled(done, "bold"), width, indent=1)]
    if hidden:
        return lines
    names = called(state)
    waiting = [names[id_] for id_ in vote.base if id_ not in vote.voters and id_ in names]
    if waiting:
        lines += text(
            Content.styled(_("still to answer: {names}").format(names=", ".join(waiting)), "$muted"), width, indent=1
        )
    lines.append(BLANK)
    for voter, ballot in zip(vote.voters, vote.ballots, strict=False):
        given = _given(vote, ballot, named(state, vote))
        row = Content.assemble(names.get(voter, "?").ljust(22), "  ", (given, "bold"))
        lines += text(row, width, voter, indent=1)
    return lines


def _given(vote: Vote, ballot: dict[str, int], shown: dict[str, tuple[str, str]]) -> str:
    """One person's answer in words."""
    if not ballot:
        return _("none of these")
    if "abstain" in ballot:
        return _(ANSWERS["abstain"])
    only = counted(replace(vote, ballots=(ballot,), voters=vote.voters[:1]))
    if vote.way in {Way.CONSENT, Way.FOR_AGAINST}:
        (code,) = only[vote.options[0].proposal]
        return _(ANSWERS[code])
    if vote.way is Way.ALL_OF_US:
        return " ".join(shown[id_][0] for id_ in ballot)
    if vote.way is Way.RANKING:
        return " ".join(shown[id_][0] for id_ in sorted(ballot, key=lambda one: ballot[one]))
    return "  ".join(f"{shown[id_][0]} {'–' if mark < 0 else mark}" for id_, mark in ballot.items())
