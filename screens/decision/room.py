"""What the room sees of a decision: the question large, and the matter or the result in few words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from data.i18n import _
from data.model import Way
from data.verbs.decision.phases import letters, proposals, standing
from screens.decision import lines
from screens.decision.keys import Stage
from screens.decision.open_vote import named
from screens.decision.result import picture, sentence
from screens.decision.words import WAYS, how_to_answer, way_line
from widgets.laid_out import BLANK, text
from widgets.letters import largest
from widgets.page import Line

if TYPE_CHECKING:
    from screens.decision.base import DecisionBase


def view(screen: DecisionBase, width: int, height: int) -> tuple[Content, Content]:
    """The question and the matter, for so many cells."""
    question = screen.room_question()
    asked = [Content.styled(row, "bold $accent") for row in largest(question, width, _share(screen, height))]
    return Content("\n").join(asked), _joined(_matter(screen, width, height - len(asked) - 2))


def _share(screen: DecisionBase, height: int) -> int:
    """The rows that the question may take: many while it is explored, few beside a result."""
    return height - 8 if screen.stage in {Stage.EXPLORE, Stage.CHOOSE} else max(3, height // 4)


def _joined(matter: list[Line]) -> Content:
    return Content("\n").join(Content("").join([cell.content for cell in line]) for line in matter)


def _matter(screen: DecisionBase, width: int, height: int) -> list[Line]:
    if screen.decision is None:
        return []
    drawn = _DRAWN.get(screen.stage, _proposals)
    return drawn(screen, width, height)


def _explored(screen: DecisionBase, width: int, _height: int) -> list[Line]:
    told = [part for part in (screen.going.origin, screen.going.importance) if part]
    return [line for part in told for line in [*text(part, width), BLANK]]


def _examined(screen: DecisionBase, width: int, height: int) -> list[Line]:
    return lines.examine(screen.house.state, screen.proposal, None, width, height)


def _taken(screen: DecisionBase, width: int, height: int) -> list[Line]:
    going = screen.going
    said = largest(going.outcome, width, max(4, height - 6)) if going.outcome else [_("Parked")]
    head = [text(Content.styled(row, "bold $success"), width)[0] for row in said]
    return [*head, BLANK, *text(Content.styled(going.decided_by, "$muted"), width)]


def _result(screen: DecisionBase, width: int, height: int) -> list[Line]:
    shown = screen.shown
    if shown is None:
        return _proposals(screen, width, height)
    meaning = text(Content.styled(sentence(shown), "bold $accent"), width)
    about = text(Content.styled(way_line(shown.vote), "$muted"), width)
    large = picture(shown, width, tall=True)
    fits = len(about) + len(large) + len(meaning) + 1 <= height
    return [*about, BLANK, *(large if fits else picture(shown, width)), BLANK, *meaning]


def _proposals(screen: DecisionBase, width: int, height: int) -> list[Line]:
    state, going = screen.house.state, screen.going
    by_letter = letters(proposals(state, going.id))
    return _list([(by_letter[one.id], one.text) for one in standing(state, going.id)], width, height)


def _asking(screen: DecisionBase, width: int, height: int) -> list[Line]:
    """A vote that is open: what is asked and how to answer; no count before the close."""
    vote = screen.vote
    if vote is None:
        return []
    asked = largest(_(WAYS[vote.way].asks), width, 6)
    head = [text(Content.styled(row, "bold"), width)[0] for row in asked]
    answers = how_to_answer(vote) if vote.way in {Way.CONSENT, Way.FOR_AGAINST} else ""
    tail = [BLANK, *text(Content.styled(answers, "$muted"), width)] if answers else []
    every = list(named(screen.house.state, vote).values())
    return [*head, BLANK, *_list(every, width, height - len(head) - len(tail) - 1), *tail]


def _list(every: list[tuple[str, str]], width: int, height: int) -> list[Line]:
    """Proposals by letter, as large as they all fit."""
    if not every:
        return []
    each = max(1, height // len(every))
    found: list[Line] = []
    for letter, wording in every:
        rows = largest(f"{letter}  {wording}", width, each - 1) if each >= 5 else [f"{letter}  {wording}"]
        for row in rows:
            found += text(Content.styled(row, "bold"), width, hang=3 if len(rows) == 1 else 0)
        if each >= 2:
            found.append(BLANK)
    return found


_DRAWN: dict[Stage, Callable[[DecisionBase, int, int], list[Line]]] = {
    Stage.EXPLORE: _explored,
    Stage.EXAMINE: _examined,
    Stage.OVER: _taken,
    Stage.DECIDE: _result,
    Stage.HANDS: _asking,
    Stage.PERSON: _asking,
    Stage.SECRET: _asking,
}
