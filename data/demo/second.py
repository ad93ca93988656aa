"""The second session of the demo: open today, its check-in going on, a decision half way."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from data.demo.story import Proposed, Story
from data.demo.telling import Telling
from data.model import (
    Activity,
    ActivityKind,
    Decision,
    Phase,
    Presence,
    Proposal,
    Record,
    SwotKind,
    SwotPoint,
    Version,
)
from data.verbs import agreements, carried, check_in, parked, round_table
from data.verbs.brainstorm.noting import clusters
from data.verbs.programme import set_question

HERE = (1, 2, 4, 5, 7, 9, 10, 12)
"""Of the people by name: who has come in so far."""

ANSWERED, TREATED = (2, 7), (0,)
"""Questions of the round table that the kick-off answered, and one it treated without an answer."""


def tell_second(demo: Telling, story: Story, now: datetime) -> None:
    """Open the session: what is left of the first one is carried on, and people come in."""
    first, session = demo.session(1), demo.session(2)
    questions = round_table.said_in(demo.state, first)
    texts = {question.text: question.id for question in questions}
    for place in ANSWERED:
        demo.do(carried.close, item=texts[story.questions[place].text], session=first)
    for place in TREATED:
        demo.do(carried.treat, item=texts[story.questions[place].text], session=first)
    _decide(demo, story)
    demo.now = now - timedelta(minutes=4)
    demo.begin(2, ActivityKind.CHECK_IN)
    done = next(action for action in agreements.to_do(demo.state) if action.text in story.agreements[2])
    demo.do(carried.close, item=done.id, session=session)
    for place in HERE:
        demo.do(check_in.arrive, session=session, participant=demo.who(place))
    _excuse(demo, story, session)
    _prepare(demo, story)
    demo.do(parked.park, session=session, text=story.parked[1])


def _excuse(demo: Telling, story: Story, session: str) -> None:
    demo.do(
        check_in.set_presence,
        session=session,
        participant=demo.who(14),
        presence=Presence.EXCUSED,
        reason=story.excuses[1],
    )


def _prepare(demo: Telling, story: Story) -> None:
    storm = demo.activity(2, ActivityKind.BRAINSTORM)
    demo.do(set_question, activity=storm.id, question=story.brainstorm[1])
    table = demo.activity(2, ActivityKind.ROUND_TABLE)
    demo.put(replace(table, question=story.round_table[1]))


def _decide(demo: Telling, story: Story) -> None:
    """The decision as it stands: explored and proposed in the first session, under examination in the second."""
    first, second = demo.session(1), demo.session(2)
    question, origin, importance = story.decision
    planned = {Phase.EXPLORE: first, Phase.PROPOSE: first, Phase.EXAMINE: second, Phase.DECIDE: second}
    decision = Decision(
        id=demo.id(),
        session=first,
        question=question,
        origin=origin,
        importance=importance,
        phase=Phase.EXAMINE,
        planned=planned,
    )
    item: Activity = demo.activity(2, ActivityKind.DECISION)
    demo.put(decision, replace(item, decision=decision.id))
    for place, told in enumerate(story.proposals, start=1):
        demo.put(*_proposal(demo, decision, told, place))


def _proposal(demo: Telling, decision: Decision, told: Proposed, place: int) -> list[Record]:
    first, second = demo.session(1), demo.session(2)
    board = clusters(demo.state, demo.activity(1, ActivityKind.BRAINSTORM).id)
    wordings = zip((first, second), told.wordings, strict=False)
    proposal = Proposal(
        id=demo.id(),
        decision=decision.id,
        versions=tuple(Version(text=text, session=session) for session, text in wordings),
        position=float(place),
        cluster=None if told.cluster is None else board[told.cluster].id,
    )
    points = [
        SwotPoint(id=demo.id(), proposal=proposal.id, kind=kind, text=text, session=second)
        for kind, texts in zip(SwotKind, told.swot, strict=True)
        for text in texts
    ]
    return [proposal, *points]
