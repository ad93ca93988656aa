"""The first session of the demo: held, evaluated and closed."""

from __future__ import annotations

from data.demo.story import Story
from data.demo.telling import Telling, ask, fill_forms
from data.methods.rounds.pairs import circle
from data.methods.subgroups import split
from data.model import ActivityKind, DateSettings, Presence, QuestionKind, RuleKind, Verdict
from data.verbs import agreements, carried, check_in, evaluation, network, parked, round_table, speed_dates
from data.verbs.brainstorm import board, noting
from data.verbs.programme import set_question
from data.verbs.recap import conclude, spoken_through

ROUNDS = 9
LATE, EXCUSED, ABSENT = 3, 13, 14
"""Of the people by name: who came later, who was excused, and who gave no notice."""

ANSWERED, TREATED = (2, 7), 0
"""Questions of the round table that the kick-off answered, and one it treated without an answer."""


def tell_kick_off(demo: Telling, story: Story) -> None:
    """Hold the whole session, in the order of its programme."""
    session = demo.session(1)
    _arrive(demo, story, session)
    _date(demo, story)
    _talk(demo, story, session)
    _storm(demo, story)
    _agree(demo, story, session)
    _answer(demo, story, session)
    _recap(demo, story)
    _evaluate(demo, story)
    demo.begin(1, ActivityKind.CLOSE)
    demo.later(6)
    demo.do(network.close_session, session=session)


def _arrive(demo: Telling, story: Story, session: str) -> None:
    demo.begin(1, ActivityKind.CHECK_IN)
    for place in range(15):
        if place not in {LATE, EXCUSED, ABSENT}:
            demo.do(check_in.arrive, session=session, participant=demo.who(place))
    away = {EXCUSED: (Presence.EXCUSED, story.excuses[0]), ABSENT: (Presence.NOT_EXCUSED, "")}
    for place, (presence, reason) in away.items():
        who = demo.who(place)
        demo.do(check_in.set_presence, session=session, participant=who, presence=presence, reason=reason)
    demo.later(11)


def _date(demo: Telling, story: Story) -> None:
    dating = demo.begin(1, ActivityKind.SPEED_DATES)
    session = demo.session(1)
    demo.do(speed_dates.set_up, activity=dating, dates=DateSettings(rounds=ROUNDS))
    here = [who.id for who in check_in.datable(demo.state, session)]
    tables = [[[here[seat] for seat in table] for table in turn] for turn in circle(len(here), ROUNDS)]
    demo.do(speed_dates.plan_rounds, activity=dating, tables=tables, prompts=story.prompts)
    for _ in range(ROUNDS):
        demo.do(speed_dates.start_round, activity=dating)
        demo.later(4)
        demo.do(speed_dates.end_round, activity=dating)
        demo.later(0.75)


def _talk(demo: Telling, story: Story, session: str) -> None:
    table = demo.begin(1, ActivityKind.ROUND_TABLE)
    demo.later(2)
    demo.do(check_in.arrive, session=session, participant=demo.who(LATE))
    said = {
        QuestionKind.QUESTION: story.questions,
        QuestionKind.EXPECTATION: story.expectations,
        QuestionKind.EXPERIENCE: story.experiences,
    }
    for place in dict.fromkeys(asked.by for asked in (*story.questions, *story.expectations)):
        demo.do(round_table.speaks_next, activity=table, participant=demo.who(place))
        for kind, every in said.items():
            ask(demo, session, table, kind, [asked for asked in every if asked.by == place])
        demo.later(2.5)
    demo.do(round_table.move_on, activity=table)
    demo.do(parked.park, session=session, text=story.parked[0], activity=table)


def _storm(demo: Telling, story: Story) -> None:
    demo.begin(1, ActivityKind.BREAK)
    demo.later(15)
    storm = demo.begin(1, ActivityKind.BRAINSTORM)
    demo.do(set_question, activity=storm, question=story.brainstorm[0])
    here = [who.id for who in check_in.present(demo.state, demo.session(1))]
    demo.do(noting.set_subgroups, activity=storm, subgroups=split(here, 3))
    demo.do(noting.set_attribution, activity=storm, attribution="subgroup")
    demo.later(12)
    _gather(demo, story, storm)
    demo.later(8)
    for cluster, told in zip(noting.clusters(demo.state, storm), story.clusters, strict=True):
        demo.do(board.poll, cluster=cluster.id, hands=told.hands)


def _gather(demo: Telling, story: Story, storm: str) -> None:
    """The post-its as the small groups read them out, and then each cluster as it was made of them."""
    ideas = sorted((idea for cluster in story.clusters for idea in cluster.ideas), key=lambda idea: idea.subgroup)
    notes: dict[str, str] = {}
    for idea in ideas:
        note = demo.do(noting.capture, activity=storm, text=idea.text, subgroup=idea.subgroup)
        notes[idea.text] = note.id
        demo.later(0.3)
    for cluster in story.clusters:
        mine = [notes[idea.text] for idea in cluster.ideas]
        demo.do(board.new_cluster, activity=storm, title=cluster.title, notes=mine)
    for idea in ideas:
        if idea.weight:
            demo.do(noting.add_weight, note=notes[idea.text], by=idea.weight)
        if idea.weighed:
            feasibility, value = idea.weighed
            demo.do(noting.weigh, note=notes[idea.text], feasibility=feasibility, value=value)


def _agree(demo: Telling, story: Story, session: str) -> None:
    agreeing = demo.begin(1, ActivityKind.AGREEMENTS)
    demo.later(3)
    demo.do(agreements.propose_rules, session=session, texts=story.ground_rules, agreed=True)
    ways = RuleKind.WAY_OF_WORKING
    demo.do(agreements.propose_rules, session=session, texts=story.ways_of_working, kind=ways, agreed=True)
    demo.do(agreements.set_shared_goal, text=story.shared_goal)
    for text in story.agreements:
        demo.do(agreements.agree, session=session, text=text, activity=agreeing)
    demo.later(16)


def _answer(demo: Telling, story: Story, session: str) -> None:
    """Two questions of the round table were answered during the day, one was treated without an answer."""
    asked = {each.text: each.id for each in round_table.said_in(demo.state, session)}
    for place in ANSWERED:
        demo.do(carried.close, item=asked[story.questions[place].text], session=session)
    demo.do(carried.treat, item=asked[story.questions[TREATED].text], session=session)


def _recap(demo: Telling, story: Story) -> None:
    """The points of the kick-off are round but for one question: what goes on is on the agenda already."""
    recap = demo.begin(1, ActivityKind.RECAP)
    for point in spoken_through(demo.state, recap):
        if point.text == story.questions[TREATED].text:
            continue
        demo.do(conclude, activity=recap, about=point.key, verdict=Verdict.ROUND)
    demo.later(8)


def _evaluate(demo: Telling, story: Story) -> None:
    sitting = demo.begin(1, ActivityKind.EVALUATION)
    demo.later(8)
    fill_forms(demo, sitting, story.forms)
    demo.do(evaluation.reveal, activity=sitting)
    demo.later(3)
