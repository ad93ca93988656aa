"""What the room sees of a decision: the question large, and the matter or the result in few words."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from data.i18n import _, told
from data.methods.votes.ways import spec_of
from data.model import Decision
from data.verbs.decision.phases import letters, proposals, standing
from screens.decision import lines
from screens.decision.open_vote import named
from screens.decision.result import picture, sentence
from screens.decision.stages import Stage
from screens.decision.subject import Subject
from screens.decision.words import how_to_answer, way_line
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.laid_out import BLANK, text
from widgets.letters import largest
from widgets.page import Line
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """The question to decide about; before there is a decision what the item says."""
    decision = moment.state.find(Decision, moment.activity.decision)
    return Projected(giant=decision.question if decision else moment.activity.question or title(moment.activity))


def view(subject: Subject, width: int, height: int) -> tuple[Content, Content]:
    """The question and the matter, for so many cells."""
    question = subject.question
    asked = [Content.styled(row, "bold $accent") for row in largest(question, width, _share(subject, height))]
    return Content("\n").join(asked), _joined(_matter(subject, width, height - len(asked) - 2))


def _share(subject: Subject, height: int) -> int:
    """The rows that the question may take: many while it is explored, few beside a result."""
    return height - 8 if subject.stage in {Stage.EXPLORE, Stage.CHOOSE} else max(3, height // 4)


def _joined(matter: list[Line]) -> Content:
    return Content("\n").join(Content("").join([cell.content for cell in line]) for line in matter)


def _matter(subject: Subject, width: int, height: int) -> list[Line]:
    if subject.decision is None:
        return []
    drawn = _DRAWN.get(subject.stage, _proposals)
    return drawn(subject, width, height)


def _explored(subject: Subject, width: int, _height: int) -> list[Line]:
    told = [part for part in (subject.going.origin, subject.going.importance) if part]
    return [line for part in told for line in [*text(part, width), BLANK]]


def _examined(subject: Subject, width: int, height: int) -> list[Line]:
    return lines.examine(subject.state, subject.proposal, None, width, height)


def _taken(subject: Subject, width: int, height: int) -> list[Line]:
    going = subject.going
    said = largest(going.outcome, width, max(4, height - 6)) if going.outcome else [_("Parked")]
    head = [text(Content.styled(row, "bold $success"), width)[0] for row in said]
    return [*head, BLANK, *text(Content.styled(going.decided_by, "$muted"), width)]


def _result(subject: Subject, width: int, height: int) -> list[Line]:
    shown = subject.shown
    if shown is None:
        return _proposals(subject, width, height)
    meaning = text(Content.styled(sentence(shown), "bold $accent"), width)
    about = text(Content.styled(way_line(shown.vote), "$muted"), width)
    large = picture(shown, width, tall=True)
    fits = len(about) + len(large) + len(meaning) + 1 <= height
    return [*about, BLANK, *(large if fits else picture(shown, width)), BLANK, *meaning]


def _proposals(subject: Subject, width: int, height: int) -> list[Line]:
    state, going = subject.state, subject.going
    by_letter = letters(proposals(state, going.id))
    return _list([(by_letter[one.id], one.text) for one in standing(state, going.id)], width, height)


def _asking(subject: Subject, width: int, height: int) -> list[Line]:
    """A vote that is open: what is asked and how to answer; no count before the close."""
    vote = subject.vote
    if vote is None:
        return []
    asked = largest(told(spec_of(vote).words.asks), width, 6)
    head = [text(Content.styled(row, "bold"), width)[0] for row in asked]
    answers = how_to_answer(vote) if spec_of(vote).choices else ""
    tail = [BLANK, *text(Content.styled(answers, "$muted"), width)] if answers else []
    every = list(named(subject.state, vote).values())
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


_DRAWN: dict[Stage, Callable[[Subject, int, int], list[Line]]] = {
    Stage.EXPLORE: _explored,
    Stage.EXAMINE: _examined,
    Stage.OVER: _taken,
    Stage.DECIDE: _result,
    Stage.HANDS: _asking,
    Stage.PERSON: _asking,
    Stage.SECRET: _asking,
}
