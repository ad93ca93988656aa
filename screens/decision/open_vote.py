"""A vote that is open, as lines: the counts of hands one by one, or who answered."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _
from data.methods.votes.way import ABSTAIN, Ballot
from data.methods.votes.way import Cell as Count
from data.methods.votes.ways import spec_of
from data.model import Entry, Presence, Proposal, State, Vote
from data.verbs.check_in import attendance, voters
from data.verbs.decision.phases import letters, proposals
from data.verbs.decision.vote import missing
from data.verbs.network import called
from screens.decision.words import answer_word, way_line
from widgets.laid_out import BLANK, text
from widgets.page import Cell, Line
from widgets.wrapping import hanging


def cell_id(vote: Vote, cell: Count) -> str:
    """The id of a cell on the page."""
    return f"{vote.id}:{cell[0] or ''}:{cell[1]}"


def count_of(vote: Vote, cell: Count) -> int | None:
    """What was counted for a cell, None while nothing was."""
    proposal, answer = cell
    if proposal is None:
        return vote.answered if answer == "answered" else vote.abstained
    return vote.counts.get(proposal, {}).get(answer)


def counting(state: State, vote: Vote, width: int) -> list[Line]:
    """A vote by hands that is open: a cell for every count; several answers about each proposal stand in a row."""
    spec, shown = spec_of(vote), named(state, vote)
    lines = [*text(Content.styled(way_line(vote), "$muted"), width, indent=1), BLANK]
    every = spec.cells(vote)
    if not spec.one_proposal and len({answer for id_, answer in every if id_}) > 1:
        return lines + _rows_of_cells(vote, shown, width)
    if spec.one_proposal:
        letter, wording = shown[vote.options[0].proposal]
        about = Content.assemble((f"{letter}  ", "bold"), wording)
        lines += [*text(about, width, indent=1), BLANK]
    for cell in every:
        proposal, answer = cell
        number = count_of(vote, cell)
        mark = ("    · ", "$muted") if number is None else (f"{number:>5} ", "bold $success")
        if proposal and not spec.one_proposal:
            letter, wording = shown[proposal]
            words = Content.assemble((f"{letter}  ", "bold"), wording)
        else:
            words = Content(answer_word(vote, answer))
        lead = Content.assemble(" ", mark, "  ")
        lines += [[Cell(row, width, cell_id(vote, cell))] for row in hanging(lead, words, width - 1)]
    return lines


def _rows_of_cells(vote: Vote, shown: dict[str, tuple[str, str]], width: int) -> list[Line]:
    each = 6
    every = spec_of(vote).cells(vote)
    head = "".join(
        f"{answer_word(vote, answer):>{each - 1}} " for answer in dict.fromkeys(answer for _id, answer in every)
    )
    lines: list[Line] = [[Cell(Content.styled("    " + head, "$muted"), width)]]
    for id_, (letter, wording) in shown.items():
        lines += text(Content.assemble((f"{letter}  ", "bold"), wording), width, indent=1)
        row: list[Cell] = [Cell(Content("    "), 4)]
        for cell in every:
            if cell[0] == id_:
                number = count_of(vote, cell)
                words = ("·", "$muted") if number is None else (str(number), "bold $success")
                drawn = Content.assemble((words[0].rjust(each - 1) + " ", words[1]))
                row.append(Cell(drawn, each, cell_id(vote, cell)))
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
    for told, ids in _not_yet(state, vote):
        if there := ", ".join(names[id_] for id_ in ids if id_ in names):
            lines += text(Content.styled(told.format(names=there), "$muted"), width, indent=1)
    lines.append(BLANK)
    for voter, ballot in zip(vote.voters, vote.ballots, strict=False):
        given = _given(vote, ballot, named(state, vote))
        row = Content.assemble(names.get(voter, "?").ljust(22), "  ", (given, "bold"))
        lines += text(row, width, voter, indent=1)
    return lines


def _not_yet(state: State, vote: Vote) -> list[tuple[str, list[str]]]:
    """Of whom there is no answer, told apart: who can give one, who left, and who came once the vote was open."""
    silent, left = missing(vote), still_to_answer(state, vote)
    return [
        (_("still to answer: {names}"), left),
        (_("no answer from: {names}"), [id_ for id_ in silent if id_ not in left]),
        (_("joins the next vote: {names}"), [who.id for who in voters(state, vote.session) if who.id not in vote.base]),
    ]


def still_to_answer(state: State, vote: Vote) -> list[str]:
    """Who is still to answer, per person, and did not leave meanwhile."""
    known = attendance(state, vote.session)
    gone = {id_ for id_ in vote.base if id_ in known and known[id_].presence is not Presence.PRESENT}
    return [id_ for id_ in missing(vote) if id_ not in gone]


def _given(vote: Vote, ballot: Ballot, shown: dict[str, tuple[str, str]]) -> str:
    """One person's answer in words."""
    spec = spec_of(vote)
    if not ballot:
        return _("none of these")
    if ABSTAIN in ballot:
        return answer_word(vote, ABSTAIN)
    if spec.choices:
        return answer_word(vote, spec.code(ballot[vote.options[0].proposal]))
    return spec.given(ballot, lambda id_: shown[id_][0])
