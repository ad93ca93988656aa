"""The third session of the demo: open today, its check-in going on, a decision half way."""

from __future__ import annotations

from datetime import datetime, timedelta

from data.demo.story import Story
from data.demo.telling import Telling
from data.model import ActivityKind, Presence
from data.verbs import agreements, carried, check_in, parked
from data.verbs.contribution import ask_contribution
from data.verbs.programme import set_question

HERE = (1, 2, 4, 5, 7, 9, 10, 12)
"""Of the people by name: who has come in so far."""

ON_CALL = 14
"""Of the people by name: who is excused."""


def tell_third(demo: Telling, story: Story, now: datetime) -> None:
    """Open the session: what is left of the ones before is carried on, and people come in."""
    session = demo.session(3)
    storm, table = (demo.activity(3, kind).id for kind in (ActivityKind.BRAINSTORM, ActivityKind.ROUND_TABLE))
    demo.do(set_question, activity=storm, question=story.brainstorm[1])
    demo.do(set_question, activity=table, question=story.round_table[1])
    demo.now = now - timedelta(minutes=4)
    demo.begin(3, ActivityKind.CHECK_IN)
    done = next(action for action in agreements.to_do(demo.state) if action.decision)
    demo.do(carried.close, item=done.id, session=session)
    for place in HERE:
        demo.do(check_in.arrive, session=session, participant=demo.who(place))
    away, reason = demo.who(ON_CALL), story.excuses[1]
    demo.do(check_in.set_presence, session=session, participant=away, presence=Presence.EXCUSED, reason=reason)
    demo.do(parked.park, session=session, text=story.parked[1])
    demo.do(ask_contribution, session=session, text=story.contribution)
