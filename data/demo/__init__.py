"""The demo network: a sounding board on talent, its kick-off held and its second session going on.

The case is the one the handbook tells; people and organisations are made up. It is told by the verbs
themselves, so that it holds (but for a decision half way) nothing that was not done as a facilitator does it.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from data.model import RECORDS, ActivityKind, Record
from data.model.languages import LANGUAGES, SOURCE_LANGUAGE

START = time(13, 30)
WEEKS_BETWEEN = 4


def demo_records(language: str, today: date, now: time = START) -> list[Record]:
    """Every record of the demo network, in Dutch or else in English: the same for the same day and hour.

    Its second session is today, and its check-in began a few minutes before ``now``.
    """
    from msgspec.structs import replace

    from data.demo import dutch, english
    from data.demo.kick_off import tell_kick_off
    from data.demo.prepared import tell_prepared
    from data.demo.second import tell_second
    from data.demo.telling import Telling
    from data.verbs import network, profile, promises

    story = dutch.STORY if language == "nl" else english.STORY
    kick_off = datetime.combine(today - timedelta(weeks=WEEKS_BETWEEN), START)
    moment = datetime.combine(today, now.replace(second=0, microsecond=0, tzinfo=None)).astimezone()
    demo = Telling(kick_off.astimezone())
    demo.do(
        network.start_network,
        name=story.name,
        theme=story.theme,
        purpose=story.purpose,
        language=language if language in LANGUAGES else SOURCE_LANGUAGE,
        participants=story.people,
        date=kick_off.date().isoformat(),
        starts="13:30",
        place=story.places[0],
    )
    demo.do(
        profile.set_profile,
        reviving_questions=story.reviving_questions,
        prompts=story.prompts,
    )
    demo.do(promises.add_promises, texts=story.promises)
    first = demo.session(1)
    demo.do(network.plan_session, session=first, ends="16:30", themes=story.themes[0])
    table = demo.activity(1, ActivityKind.ROUND_TABLE)
    demo.put(replace(table, question=story.round_table[0]))
    starts = moment - timedelta(minutes=moment.minute % 5)
    demo.do(
        network.plan_session,
        date=today.isoformat(),
        starts=f"{starts:%H:%M}",
        ends=f"{starts + timedelta(hours=3):%H:%M}",
        place=story.places[1],
        themes=story.themes[1],
        template="working",
    )
    tell_kick_off(demo, story)
    tell_second(demo, story, moment)
    tell_prepared(demo, story)
    return [record for kind in RECORDS for record in demo.state.all(kind)]
