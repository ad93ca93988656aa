"""The demo network: a sounding board on talent, two sessions held, the third going on and the fourth to come.

The cases are those that the handbook tells; people and organisations are made up. It is told by the verbs
themselves, so that it holds nothing that was not done as a facilitator does it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from data.model import RECORDS, ActivityKind, Record
from data.model.languages import LANGUAGES, SOURCE_LANGUAGE

START = time(13, 30)
WEEKS_BETWEEN = 4


def demo_records(language: str, today: date, now: time = START) -> list[Record]:
    """Every record of the demo network, in Dutch or else in English: the same for the same day and hour.

    Its third session is today, and its check-in began a few minutes before ``now``.
    """
    from data.demo import dutch, english
    from data.demo.kick_off import tell_kick_off
    from data.demo.prepared import ask_beforehand, invite
    from data.demo.second import plan_second, tell_second
    from data.demo.telling import Telling
    from data.demo.third import tell_third
    from data.verbs import network, profile
    from data.verbs.programme import set_question

    story = dutch.STORY if language == "nl" else english.STORY
    first, second, fourth = (datetime.combine(today + timedelta(weeks=n * WEEKS_BETWEEN), START) for n in (-2, -1, 1))
    moment = datetime.combine(today, now.replace(second=0, microsecond=0, tzinfo=None)).astimezone()
    demo = Telling(first.astimezone())
    demo.do(
        network.start_network,
        name=story.name,
        theme=story.theme,
        purpose=story.purpose,
        language=language if language in LANGUAGES else SOURCE_LANGUAGE,
        participants=story.people,
        date=first.date().isoformat(),
        starts="13:30",
        place=story.places[0],
    )
    demo.do(
        profile.set_profile,
        reviving_questions=story.reviving_questions,
        prompts=story.prompts,
    )
    invite(demo, story)
    demo.do(network.plan_session, session=demo.session(1), ends="16:30", themes=story.themes[0])
    demo.do(set_question, activity=demo.activity(1, ActivityKind.ROUND_TABLE).id, question=story.round_table[0])
    day = {"date": second.date().isoformat(), "starts": "13:30", "ends": "16:40"}
    demo.do(network.plan_session, **day, place=story.places[1], themes=story.themes[1], template="working")
    tell_kick_off(demo, story)
    demo.now = second.astimezone()
    plan_second(demo)
    tell_second(demo, story, moment, fourth.date())
    ask_beforehand(demo, story)
    tell_third(demo, story, moment)
    return [record for kind in RECORDS for record in demo.state.all(kind)]
