"""The second session of the demo: held with the group's own experience, looked back on half-way, and closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from data.demo.story import Story, Working
from data.demo.telling import Telling, ask, fill_forms
from data.methods.subgroups import split
from data.model import (
    ActivityKind,
    ConsultationStep,
    Engagement,
    EngagementKind,
    EvaluationKind,
    ExchangeStep,
    Kept,
    Phase,
    Presence,
    Promise,
    QuestionKind,
    SwotKind,
    Verdict,
    Way,
)
from data.verbs import agreements, carried, check_in, consultation, exchange, guarding, heard, parked, programme
from data.verbs.brainstorm.noting import clusters, set_subgroups
from data.verbs.decision import closing, phases, vote
from data.verbs.evaluation import reveal
from data.verbs.external_input import set_asked
from data.verbs.looking_back import set_kind
from data.verbs.network import close_session, plan_session
from data.verbs.promises import check_promise
from data.verbs.recap import conclude, propose_agenda, speak_of, spoken_through
from data.verbs.round_table import move_on, said_in, speaks_next
from data.verbs.terms import keep_term

EXCUSED, LATE = 9, 13
"""Of the people by name: who was excused, and who came later."""

BY_CASE, AGAIN, ASIDE, LATER = 1, 7, 9, 3
"""Questions of the kick-off: answered by the case, asked again, put aside, and on the agenda of the fourth session."""

CHECKS = (Kept.KEPT, Kept.PARTLY, Kept.NOT_YET)
"""What the group says of the first promises, in their order."""


def plan_second(demo: Telling) -> None:
    """Make of the template a session on experience and cases."""
    session = demo.session(2)
    for kind in (ActivityKind.SPEED_DATES, ActivityKind.BRAINSTORM):
        demo.do(programme.remove_activity, activity=demo.activity(2, kind).id)
    behind = demo.activity(2, ActivityKind.ROUND_TABLE).id
    demo.do(programme.add_activity, session=session, kind=ActivityKind.EXCHANGE, after=behind, minutes=40)
    for kind, minutes in ((ActivityKind.DECISION, 15), (ActivityKind.PEER_CONSULTATION, 30)):
        behind = demo.activity(2, ActivityKind.BREAK).id
        demo.do(programme.add_activity, session=session, kind=kind, after=behind, minutes=minutes)
    demo.do(programme.set_minutes, activity=demo.activity(2, ActivityKind.DECISION, 1).id, minutes=25)


def tell_second(demo: Telling, story: Story, third: datetime, fourth: date) -> None:
    """Hold the whole session, in the order of its programme; the others are agreed on for then."""
    told, session = story.working, demo.session(2)
    _arrive(demo, story, session)
    _talk(demo, told, session)
    _exchange(demo, told, session)
    demo.begin(2, ActivityKind.BREAK)
    demo.later(15)
    _consult(demo, told, session)
    _settle(demo, told, session)
    _begin_to_decide(demo, story, session)
    _agree_when(demo, story, session, third)
    _look_back(demo, story, session)
    _close_the_series(demo, story, fourth)
    _evaluate(demo, story, session)
    demo.begin(2, ActivityKind.CLOSE)
    demo.later(6)
    demo.do(close_session, session=session)


def _arrive(demo: Telling, story: Story, session: str) -> None:
    demo.begin(2, ActivityKind.CHECK_IN)
    for place in range(15):
        if place not in {EXCUSED, LATE}:
            demo.do(check_in.arrive, session=session, participant=demo.who(place))
    away, reason = demo.who(EXCUSED), story.excuses[0]
    demo.do(check_in.set_presence, session=session, participant=away, presence=Presence.EXCUSED, reason=reason)
    for action in agreements.to_do(demo.state)[1:]:
        demo.do(carried.close, item=action.id, session=session)
    demo.later(9)


def _talk(demo: Telling, told: Working, session: str) -> None:
    demo.do(programme.set_question, activity=demo.activity(2, ActivityKind.ROUND_TABLE).id, question=told.round_table)
    table = demo.begin(2, ActivityKind.ROUND_TABLE)
    demo.later(3)
    demo.do(check_in.arrive, session=session, participant=demo.who(LATE))
    for kind, asked in told.said:
        demo.do(speaks_next, activity=table, participant=demo.who(asked.by))
        ask(demo, session, table, kind, [asked])
        demo.later(3)
    demo.do(move_on, activity=table)


def _exchange(demo: Telling, told: Working, session: str) -> None:
    item = demo.activity(2, ActivityKind.EXCHANGE).id
    demo.do(programme.set_question, activity=item, question=told.exchange)
    demo.begin(2, ActivityKind.EXCHANGE)
    here = [who.id for who in check_in.present(demo.state, session)]
    groups = split(here, len(told.reports))
    demo.do(set_subgroups, activity=item, subgroups=groups)
    demo.later(15)
    for group, (members, lines) in enumerate(zip(groups, told.reports, strict=True)):
        demo.do(exchange.set_reporter, activity=item, participant=members[0])
        demo.do(exchange.go_to_stop, activity=item, step=ExchangeStep.REPORTS, group=group)
        for text in lines:
            demo.do(heard.hear, activity=item, text=text, part=ExchangeStep.REPORTS, subgroup=group)
        demo.later(4)
    demo.do(exchange.go_to_stop, activity=item, step=ExchangeStep.TIPS)
    for text in told.tips:
        demo.do(heard.hear, activity=item, text=text, part=ExchangeStep.TIPS)
    demo.do(exchange.go_to_stop, activity=item, step=ExchangeStep.OPEN)
    ask(demo, session, item, QuestionKind.QUESTION, [told.left])
    left = next(each for each in said_in(demo.state, session) if each.text == told.left.text)
    demo.do(carried.treat, item=left.id, session=session)
    demo.later(5)


def _consult(demo: Telling, told: Working, session: str) -> None:
    item = demo.begin(2, ActivityKind.PEER_CONSULTATION)
    case = told.case
    demo.do(consultation.brings, activity=item, participant=demo.who(case.bringer))
    for step, lines in case.lines:
        demo.do(consultation.go_to_step, activity=item, step=step)
        mine = step in {ConsultationStep.CASE, ConsultationStep.INSIGHT}
        who = demo.who(case.bringer) if mine else None
        for text in lines:
            demo.do(heard.hear, activity=item, text=text, part=step, participant=who)
        demo.later(6)
    demo.do(consultation.go_to_step, activity=item, step=ConsultationStep.NEXT)
    demo.do(consultation.takes_on, activity=item, text=case.next_step)
    for place in case.turns:
        demo.do(guarding.note_turn, session=session, participant=demo.who(place), activity=item)
    brought = next(each for each in demo.state.all(Engagement) if each.kind is EngagementKind.CASES)
    demo.do(carried.treat, item=brought.id, session=session)
    demo.later(4)


def _settle(demo: Telling, told: Working, session: str) -> None:
    """A small decision, taken at once by asking everybody."""
    item = demo.begin(2, ActivityKind.DECISION)
    settled = told.settled
    question, origin, importance = settled.question
    asked = {"question": question, "origin": origin, "importance": importance}
    decision = demo.do(phases.start_decision, session=session, activity=item, **asked).id
    made = [demo.do(phases.propose, decision=decision, session=session, text=text) for text in settled.proposals]
    demo.do(phases.go_to_phase, decision=decision, phase=Phase.DECIDE)
    asked_all = demo.do(vote.open_vote, decision=decision, session=session, way=Way.ALL_OF_US).id
    here = len(check_in.voters(demo.state, session))
    for proposal, hands in zip(made, (here, settled.others), strict=True):
        demo.do(vote.count_hands, vote=asked_all, proposal=proposal.id, answer="agree", hands=hands)
    demo.do(vote.count_hands, vote=asked_all, answer="answered", hands=here)
    demo.do(vote.close_vote, vote=asked_all)
    taken = {"outcome": settled.proposals[0], "proposal": made[0].id}
    demo.do(closing.close_decision, decision=decision, session=session, **taken)
    demo.do(agreements.agree, session=session, text=settled.action, activity=item, decision=decision)
    demo.later(12)


def _begin_to_decide(demo: Telling, story: Story, session: str) -> None:
    """The decision that the third session goes on with: explored, proposed from the board, and first examined."""
    item = demo.begin(2, ActivityKind.DECISION, 1)
    question, origin, importance = story.decision
    asked = {"question": question, "origin": origin, "importance": importance}
    decision = demo.do(phases.start_decision, session=session, activity=item, **asked).id
    board = clusters(demo.state, demo.activity(1, ActivityKind.BRAINSTORM).id)
    of_board = [board[told.cluster].id for told in story.proposals if told.cluster is not None]
    demo.do(phases.propose_clusters, decision=decision, session=session, clusters=of_board)
    for told in story.proposals[len(of_board) :]:
        demo.do(phases.propose, decision=decision, session=session, text=told.wordings[0])
    for proposal, told in zip(phases.proposals(demo.state, decision), story.proposals, strict=True):
        for place, text in enumerate(told.wordings):
            if text != proposal.versions[0].text:
                asked = {"text": text, "why": told.why if place else ""}
                demo.do(phases.reword, proposal=proposal.id, session=session, **asked)
        for kind, texts in zip(SwotKind, told.swot, strict=True):
            for text in texts:
                demo.do(phases.examine, proposal=proposal.id, session=session, kind=kind, text=text)
    demo.do(phases.go_to_phase, decision=decision, phase=Phase.EXAMINE)
    demo.later(22)


def _agree_when(demo: Telling, story: Story, session: str, third: datetime) -> None:
    starts = third - timedelta(minutes=third.minute % 5)
    demo.do(
        agreements.set_next_session,
        session=session,
        date=f"{starts:%Y-%m-%d}",
        starts=f"{starts:%H:%M}",
        ends=f"{starts + timedelta(hours=3):%H:%M}",
        place=story.places[2],
        themes=story.themes[2],
    )


def _look_back(demo: Telling, story: Story, session: str) -> None:
    """The recap, and out of it the agenda of the third session, which the group amends."""
    told, asked = story.working, {each.text: each.id for each in said_in(demo.state, demo.session(1))}
    again, aside = asked[story.questions[AGAIN].text], asked[story.questions[ASIDE].text]
    for text in (story.questions[BY_CASE].text, story.expectations[0].text):
        demo.do(carried.treat, item=asked[text], session=session)
    waiting = next(point for point in parked.waiting(demo.state) if point.text == story.parked[0])
    demo.do(carried.treat, item=waiting.id, session=session)
    demo.do(carried.reopen, item=again, session=session)
    demo.do(carried.put_aside, item=aside, session=session)
    item = demo.begin(2, ActivityKind.RECAP)
    demo.do(parked.park, session=session, text=told.parked)
    said = {told.left.text: (Verdict.CONTINUE, ""), story.decision[0]: (Verdict.CONTINUE, "")}
    said[story.parked[0]] = (Verdict.LET_GO, told.let_go)
    said[story.questions[BY_CASE].text] = (Verdict.ROUND, told.answer)
    for point in spoken_through(demo.state, item):
        verdict, words = said.get(point.text, (Verdict.ROUND, ""))
        demo.do(conclude, activity=item, about=point.key, verdict=verdict, words=words)
    demo.do(speak_of, activity=item, agenda=True)
    demo.do(propose_agenda, session=session)
    demo.later(6)
    _amend(demo)
    demo.later(6)


def _amend(demo: Telling) -> None:
    """The open question is for the round table; the theme gets its time, before the break."""
    question, theme = programme.of_kind(demo.state, demo.session(3), ActivityKind.BRAINSTORM)
    demo.do(programme.remove_activity, activity=question.id)
    demo.do(programme.move_activity, activity=theme.id, by=-2)
    for item in (theme, demo.activity(3, ActivityKind.DECISION)):
        demo.do(programme.set_minutes, activity=item.id, minutes=40)


def _close_the_series(demo: Telling, story: Story, fourth: date) -> None:
    """The fourth session, the last one: when, where, and what is kept for it."""
    day = {"date": fourth.isoformat(), "starts": "13:30", "ends": "16:30"}
    about = {"place": story.places[3], "themes": story.themes[3], "speakers": (story.expert,)}
    session = demo.do(plan_session, **day, **about, template="closing").id
    for kind in (ActivityKind.BRAINSTORM, ActivityKind.AGREEMENTS):
        demo.do(programme.remove_activity, activity=demo.activity(4, kind).id)
    table, rest = demo.activity(4, ActivityKind.ROUND_TABLE).id, demo.activity(4, ActivityKind.BREAK).id
    demo.do(programme.set_minutes, activity=table, minutes=20)
    forms = ((ActivityKind.EXTERNAL_INPUT, table, 30), (ActivityKind.PREPARATION, table, 20))
    for kind, behind, minutes in (*forms, (ActivityKind.CONTRIBUTION, rest, 15)):
        demo.do(programme.add_activity, session=session, kind=kind, after=behind, minutes=minutes)
    talk = demo.activity(4, ActivityKind.EXTERNAL_INPUT).id
    for text in story.terms:
        demo.do(keep_term, activity=talk, text=text)
    asked = {each.text: each.id for each in said_in(demo.state, demo.session(1))}
    for place in (AGAIN, LATER):
        demo.do(set_asked, activity=talk, item=asked[story.questions[place].text], asked=True)
    demo.do(carried.plan, item=asked[story.questions[LATER].text], session=session)


def _evaluate(demo: Telling, story: Story, session: str) -> None:
    item = demo.activity(2, ActivityKind.EVALUATION).id
    demo.do(set_kind, activity=item, kind=EvaluationKind.INTERIM)
    demo.begin(2, ActivityKind.EVALUATION)
    demo.later(9)
    fill_forms(demo, item, story.working.forms)
    promised = {each.text: each.id for each in demo.state.all(Promise)}
    for text, kept in zip(story.promises, CHECKS, strict=True):
        demo.do(check_promise, promise=promised[text], session=session, kept=kept)
    demo.do(reveal, activity=item)
    demo.later(3)
