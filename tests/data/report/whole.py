"""A network in which every field of every record has a value that is found again wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Call,
    Cluster,
    ConsentRound,
    ConsentStep,
    Consultation,
    ConsultationStep,
    Countdown,
    DateSettings,
    Decision,
    DecisionStatus,
    Delivery,
    Element,
    Engagement,
    EngagementKind,
    Entry,
    Evaluation,
    EvaluationKind,
    Exchange,
    ExchangeStep,
    ExportChoice,
    Fate,
    Heard,
    InputStep,
    Kept,
    KeptItem,
    KeptProgramme,
    Liked,
    Liking,
    Mix,
    Naming,
    Note,
    Objection,
    ObjectionFate,
    Option,
    Parked,
    Participant,
    Passage,
    Phase,
    Presence,
    Profile,
    Promise,
    Proposal,
    Question,
    QuestionKind,
    Reach,
    RecapPoint,
    Record,
    Resource,
    ResourceKind,
    Role,
    Round,
    Rule,
    RuleKind,
    Sees,
    Session,
    SessionStatus,
    Shown,
    Spoken,
    SpokenKind,
    State,
    SwotKind,
    SwotPoint,
    Term,
    Theme,
    ThemeSource,
    Turn,
    Verdict,
    Version,
    Vote,
    Way,
)

SESSION, NEXT = "s1", "s2"
AN, BO, CEM, GUS = "an", "bo", "cem", "gus"
"""Who facilitates, who left later, who was excused; and who is known only by what carries no name."""
AT = "2027-02-11T14:{:02}:00+01:00"

CONSENT = ConsentRound(
    proposal="proposal", step=ConsentStep.INTEGRATE, speakers=(AN, BO), speaking=AN, remembered=(BO, AN)
)
_LETTERS = "bcdfghjklmnpqrstvwxz"
MARKS: dict[str, str] = {}
"""The mark of each key (``notes.text``) that was made: a word that is no word."""


def mark(key: str) -> str:
    """A word that stands nowhere else, the same for the same key."""
    if key not in MARKS:
        n = len(MARKS)
        MARKS[key] = "Z" + _LETTERS[n // 400] + _LETTERS[n // 20 % 20] + _LETTERS[n % 20] + "q"
    return MARKS[key]


def carried(table: str) -> dict[str, Any]:
    """The fields of what is carried over, closed in the first session with a word."""
    ends = {"treated": SESSION, "closed": SESSION, "fate": Fate.CLOSED, "words": mark(f"{table}.words")}
    return {"session": SESSION, "planned": SESSION, "parked": SESSION, "reopened": SESSION, **ends}


@cache
def whole() -> State:
    """The network."""
    return State.holding([*_network(), *_session(), *_said(), *_decided(), *_evaluated(), *_prepared()])


def _network() -> Iterator[Record]:
    yield Profile(
        id="network-id",
        name=mark("network.name"),
        theme=mark("network.theme"),
        purpose=mark("network.purpose"),
        language="en",
        created="2027-01-03T09:00:00+01:00",
        shared_goal=mark("network.shared_goal"),
        reviving_questions=(mark("network.reviving_questions"),),
        prompts=(mark("network.prompts"),),
        gains=(mark("network.gains"),),
        gains_organisation=(mark("network.gains_organisation"),),
        reach=Reach.EXTERNAL,
        mix=Mix.MIXED,
        meetings=2929,
        hosts_in_turn=True,
        call=Call.CAPPED,
        places=2323,
        invitation=(Passage(element=Element.NETWORK, text=mark("network.invitation.text")),),
        export=ExportChoice(formats=("html",), naming=Naming.INITIALS, without=("met",)),
    )
    yield Participant(
        id=AN,
        name=mark("participants.name"),
        organisation=mark("participants.organisation"),
        function=mark("participants.function"),
        email=f"{mark('participants.email')}@example.org",
        interest=mark("participants.interest"),
        goal=mark("participants.goal"),
        context=mark("participants.context"),
        role=Role.FACILITATOR,
        votes=True,
        dates=True,
        hosts=True,
    )
    yield Participant(id=BO, name=mark("participants.name/left"), left="2027-06-13", replaced_by=CEM)
    address = f"{mark('participants.email/other')}@example.org"
    yield Participant(id=CEM, name=mark("participants.name/excused"), email=address)
    yield Participant(id=GUS, name=mark("participants.name/unseen"), left="2027-01-05")
    yield Session(
        id=SESSION,
        number=1,
        title=mark("sessions.title"),
        date="2027-02-11",
        starts="13:37",
        ends="16:53",
        place=mark("sessions.place"),
        status=SessionStatus.CLOSED,
        now="storm",
        themes=(mark("sessions.themes"),),
        speakers=(mark("sessions.speakers"),),
        closed_at=AT.format(59),
        host=BO,
        moves=3,
        lead=mark("sessions.lead"),
    )
    yield Session(
        id=NEXT,
        number=2,
        title=mark("sessions.title/next"),
        date="2027-05-20",
        starts="09:41",
        ends="12:43",
        place=mark("sessions.place/next"),
        themes=(mark("sessions.themes/next"),),
        speakers=(mark("sessions.speakers/next"),),
    )
    yield Attendance(id="t1", session=SESSION, participant=AN, presence=Presence.PRESENT, since=AT.format(17))
    yield Attendance(
        id="t2", session=SESSION, participant=BO, presence=Presence.LEFT, since=AT.format(0), until=AT.format(47)
    )
    yield Attendance(
        id="t3", session=SESSION, participant=CEM, presence=Presence.EXCUSED, reason=mark("attendance.reason")
    )


def _item(id_: str, kind: ActivityKind, position: float, **more: Any) -> Activity:
    """An activity of the first session; each has a title and a question of its own."""
    named = {"title": mark(f"activities.title/{id_}"), "question": mark(f"activities.question/{id_}")}
    return Activity(id=id_, session=SESSION, kind=kind, position=position, **{**named, **more})


def _session() -> Iterator[Record]:
    yield _item(
        "storm",
        ActivityKind.BRAINSTORM,
        1,
        minutes=3131,
        started=AT.format(11),
        ended=AT.format(41),
        countdown=Countdown(ends=AT.format(42), left=33, total=34, what=mark("activities.countdown.what")),
        speakers=(AN,),
        speaking=AN,
        turns=(AT.format(12),),
        about=("question",),
        attribution="optional",
        phase=mark("activities.phase"),
        spoken=True,
        revealed=True,
        digressing=AT.format(13),
    )
    yield _item("groups", ActivityKind.BRAINSTORM, 1.5, attribution="subgroup")
    yield _item(
        "dating", ActivityKind.SPEED_DATES, 2, dates=DateSettings(
            size=3, minutes=6.5, change=44, odd="bench", rounds=2, met_before=2, apart=2, joins={AN: True},
            pinned={BO: 1}, seed=7,
        ),
    )  # fmt: skip
    yield Round(
        id="round", session=SESSION, activity="dating", number=1, tables=((AN, BO),), sits_out=(CEM,),
        started=AT.format(21), held=True, prompt=mark("rounds.prompt"),
    )  # fmt: skip
    yield _item("deciding", ActivityKind.DECISION, 3, decision="decision", consent=CONSENT)
    yield _item(
        "exchange", ActivityKind.EXCHANGE, 4, subgroups=((AN, BO),),
        exchange=Exchange(
            step=ExchangeStep.TIPS, group=1, reporters=(AN,), advice_for=mark("activities.exchange.advice_for")
        ),
    )  # fmt: skip
    yield _item(
        "case", ActivityKind.PEER_CONSULTATION, 5,
        consultation=Consultation(bringer=AN, success=True, step=ConsultationStep.ADVICE),
    )  # fmt: skip
    yield _item(
        "visit", ActivityKind.EXTERNAL_INPUT, 5.5, expert=mark("activities.expert"), treats="question",
        about=("question",),
    )  # fmt: skip
    yield _item("offering", ActivityKind.CONTRIBUTION, 5.6, about=("offer",))
    yield _item("scan", ActivityKind.PREPARATION, 5.7, passed=("form.0",))
    yield _item("evaluation", ActivityKind.EVALUATION, 6, evaluates=EvaluationKind.FINAL)
    yield Shown(id="shown", session=SESSION, sees=Sees.THIS, place="storm")
    yield Activity(
        id="coming", session=NEXT, kind=ActivityKind.BRAINSTORM, position=1, title=mark("activities.title/next")
    )


def _said() -> Iterator[Record]:
    yield Question(
        id="question", text=mark("questions.text"), kind=QuestionKind.QUESTION, activity="storm", participant=AN,
        also=(BO,), **carried("questions"),
    )  # fmt: skip
    yield Question(id="agenda", session=SESSION, text=mark("questions.text/next"), planned=NEXT, participant=BO)
    yield Question(
        id="expectation", session=SESSION, kind=QuestionKind.EXPECTATION, text=mark("questions.text/expected"),
        participant=BO,
    )  # fmt: skip
    yield Rule(id="rule", session=SESSION, text=mark("rules.text"), kind=RuleKind.WAY_OF_WORKING, agreed=True)
    yield Action(
        id="action", text=mark("actions.text"), who=(AN,), named=mark("actions.named"), due=mark("actions.due"),
        decision="decision", activity="storm", **carried("actions"),
    )  # fmt: skip
    yield Action(id="to-do", session=SESSION, text=mark("actions.text/open"), who=(CEM,), due=mark("actions.due/open"))
    yield Action(
        id="step", session=SESSION, activity="case", text=mark("actions.text/step"), who=(AN,),
        due=mark("actions.due/step"), words=mark("actions.words/step"), fate=Fate.CLOSED, closed=SESSION,
    )  # fmt: skip
    yield Note(
        id="note", session=SESSION, activity="storm", text=mark("notes.text"), at=AT.format(14), cluster="cluster",
        participant=BO, subgroup=1, weight=3737, feasibility=2, value=4, position=3,
    )  # fmt: skip
    yield Note(
        id="grouped", session=SESSION, activity="groups", text=mark("notes.text/grouped"), subgroup=7, participant=GUS
    )
    yield Note(id="binned", session=SESSION, activity="storm", text=mark("notes.text/binned"), binned=True)
    yield Cluster(
        id="cluster", session=SESSION, activity="storm", title=mark("clusters.title"), position=2, hands=4141,
        base=4343, sent="decision",
    )  # fmt: skip
    spoken_in = ((ConsultationStep.CASE, "case"), (ExchangeStep.TIPS, "exchange"), (InputStep.TALK, "visit"))
    for part, activity in spoken_in:
        yield Heard(
            id=f"heard-{part}", session=SESSION, activity=activity, text=mark(f"heard.text/{activity}"),
            part=part.value, participant=GUS, subgroup=1,
        )  # fmt: skip
    for about, activity in (("offer", "offering"), ("form.0", "scan")):
        text = mark(f"heard.text/{activity}")
        yield Heard(id=f"heard-{activity}", session=SESSION, activity=activity, text=text, part=about, participant=GUS)
    yield Term(id="term", session=SESSION, activity="visit", text=mark("terms.text"), meaning=mark("terms.meaning"))
    yield Parked(
        id="parked", text=mark("parked.text"), activity="storm", participant=BO, why=mark("parked.why"),
        **carried("parked"),
    )  # fmt: skip
    for turn in range(19):
        yield Turn(id=f"turn{turn}", session=SESSION, activity="storm", participant=AN)
    yield Theme(
        id="theme", text=mark("themes.text"), source=ThemeSource.POLL, weight=2727, deepen=True, **carried("themes")
    )
    yield RecapPoint(
        id="recap", session=SESSION, activity="storm", text=mark("recap.text"), verdict=Verdict.CONTINUE,
        about="question",
    )  # fmt: skip


def _decided() -> Iterator[Record]:
    yield Decision(
        id="decision", session=SESSION, question=mark("decisions.question"), origin=mark("decisions.origin"),
        importance=mark("decisions.importance"), phase=Phase.DECIDE, planned={Phase.DECIDE: SESSION},
        status=DecisionStatus.DECIDED, outcome=mark("decisions.outcome"), decided_by=mark("decisions.decided_by"),
        decided_in=SESSION, proposals=("proposal",), dissent=mark("decisions.dissent"), review="2028-03-08",
        provisional=True, supersedes="earlier", chosen="proposal", decided_at=AT.format(38), confirmed=SESSION,
    )  # fmt: skip
    yield Decision(id="earlier", session=SESSION, question=mark("decisions.question/earlier"))
    yield Decision(
        id="under-way", session=SESSION, question=mark("decisions.question/next"), planned={Phase.DECIDE: NEXT}
    )
    yield Proposal(
        id="proposal",
        decision="decision",
        versions=(
            Version(text=mark("proposals.versions.text/first"), session=SESSION),
            Version(text=mark("proposals.versions.text"), session=SESSION, why=mark("proposals.versions.why")),
        ),
        position=2,
        cluster="cluster",
        participant=AN,
        dropped=True,
    )
    yield SwotPoint(id="swot", proposal="proposal", kind=SwotKind.THREAT, text=mark("swot.text"), session=SESSION)
    yield Vote(
        id="vote", decision="decision", session=SESSION, way=Way.FOR_AGAINST, entry=Entry.PERSON,
        options=(Option(proposal="proposal", version=1),), base=(AN, GUS), roster=5353, settings={"abstain": True},
        counts={"proposal": {"for": 2}}, abstained=1, answered=2, ballots=({"proposal": 1}, {"proposal": 0}),
        voters=(AN, GUS), opened=AT.format(31), closed=AT.format(33), outcome="tie", results={"proposal": "tie"},
        tie_break=mark("ballots.tie_break"), tie_way="draw", among=("proposal",), seed=5, drawn="proposal",
    )  # fmt: skip
    yield Objection(
        id="objection", decision="decision", proposal="proposal", text=mark("objections.text"), session=SESSION,
        participant=BO, concern=True, fate=ObjectionFate.INTEGRATED, version=1, integrated=1,
        vote="vote", resolution=mark("objections.resolution"),
    )  # fmt: skip


LISTS = ("learning", "treat", "deepen", "hunger", "adjust", "well", "improve", "liked", "less_liked", "suggestions")


def _evaluated() -> Iterator[Record]:
    written: dict[str, Any] = {field: (mark(f"evaluations.{field}"),) for field in LISTS}
    scored = ("content", "discussion", "facilitation")
    comments: dict[str, Any] = {f"{on}_comment": mark(f"evaluations.{on}_comment") for on in scored}
    for form in range(5):
        yield Evaluation(
            id=f"form{form}", session=SESSION, activity="evaluation", participant=GUS, content=6.5, discussion=7.5,
            facilitation=8.5, **comments, **written,
        )  # fmt: skip
    for kind in SpokenKind:
        yield Spoken(
            id=f"spoken-{kind}", session=SESSION, activity="evaluation", kind=kind, text=mark(f"spoken.text/{kind}"),
            participant=GUS,
        )  # fmt: skip
    yield Liking(
        id="liking", session=SESSION, activity="evaluation", form=ActivityKind.BRAINSTORM, liked=Liked.LESS,
        why=mark("likings.why"),
    )  # fmt: skip


def _prepared() -> Iterator[Record]:
    yield Promise(
        id="promise", text=mark("promises.text"), source=Element.TAKE_HOME.value, checks={SESSION: Kept.PARTLY},
        **carried("promises"),
    )  # fmt: skip
    yield Engagement(
        id="engagement", text=mark("engagements.text"), kind=EngagementKind.CASES, who=(AN,),
        named=mark("engagements.named"), due=mark("engagements.due"), **carried("engagements"),
    )  # fmt: skip
    yield Engagement(
        id="assignment", session=NEXT, planned=NEXT, kind=EngagementKind.ASSIGNMENT, who=(BO,),
        text=mark("engagements.text/next"), due="2027-05-13",
    )  # fmt: skip
    yield Engagement(
        id="offer", session=SESSION, planned=SESSION, kind=EngagementKind.CONTRIBUTION,
        text=mark("engagements.text/offer"), named=mark("engagements.named/offer"), due=mark("engagements.due/offer"),
    )  # fmt: skip
    yield Engagement(
        id="form", session=SESSION, planned=SESSION, kind=EngagementKind.ASSIGNMENT,
        text=mark("engagements.text/form"),
        questions=(mark("engagements.questions"), mark("engagements.questions/unseen")),
    )  # fmt: skip
    yield Delivery(
        id="filled", assignment="form", participant=GUS,
        text=f"1. {mark('deliveries.text/form')} 2. {mark('deliveries.text/unseen')}",
    )  # fmt: skip
    yield KeptProgramme(
        id="programme",
        name=mark("programmes.name"),
        items=(
            KeptItem(
                kind=ActivityKind.BRAINSTORM, minutes=35, title=mark("programmes.items.title"),
                question=mark("programmes.items.question"), evaluates=EvaluationKind.FINAL,
            ),
        ),
    )  # fmt: skip
    yield Delivery(id="delivery", assignment="assignment", participant=GUS, text=mark("deliveries.text"))
    yield Resource(
        id="resource", session=SESSION, text=mark("resources.text"), kind=ResourceKind.MODEL,
        where=mark("resources.where"),
    )  # fmt: skip
