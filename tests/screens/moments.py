"""Moments of a session for the tests of what the room sees: small and large, in every stage of each activity."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Change,
    Cluster,
    ContributionStep,
    Countdown,
    Decision,
    Delivery,
    Engagement,
    EngagementKind,
    Entry,
    Evaluation,
    Heard,
    InputStep,
    Note,
    Participant,
    Phase,
    PreparationStep,
    Presence,
    Profile,
    Proposal,
    Question,
    Record,
    Rule,
    RuleKind,
    Session,
    SessionStatus,
    Stamp,
    State,
    SwotKind,
    SwotPoint,
    Term,
    Version,
    Vote,
    Way,
)
from data.verbs.decision import closing, vote
from screens.shell.room import Moment

NOW = datetime.fromisoformat("2027-03-16T14:31:00+01:00")
NAMES = (
    "An Claes",
    "An Peeters",
    "Bram Jacobs",
    "Chris De Wit",
    "Dorien Maes",
    "Els De Smet",
    "Femke Aerts",
    "Gert Pauwels",
    "Hanne Baeten",
    "Karel Wouters",
    "Kadir Yilmaz",
    "Lien Vermeulen",
)
QUESTION = "Wat kan een leidinggevende doen om medewerkers te laten groeien?"
IDEAS = (
    "Een fout mag, als je er samen van leert",
    "Zelf het voorbeeld geven",
    "Wie iets wil proberen, laten proberen",
    "Leren op de werkplek vast in de planning zetten",
    "Zeggen wat goed gaat, en eerlijk wat beter kan",
    "Tonen waar iemand sterk in is",
    "Een klein budget dat de ploeg zelf beheert",
    "Luisteren zonder oordeel",
    "Elkaars werk een dag meedoen",
    "Talent koppelen aan waar de organisatie heen wil",
)
CLUSTERS = (
    "Houding",
    "Uitdagen",
    "Tijd en middelen",
    "Richting geven",
    "Feedback",
    "Samen leren",
    "Vertrouwen",
    "Erkenning",
)
PROPOSALS = (
    "Feedback geven zonder te kwetsen",
    "Elke ploeg een leeruur in de week",
    "Een peter of meter voor wie begint",
    "Een beurs van talenten in het voorjaar",
    "Loopbaangesprekken los van de evaluatie",
    "Samen op bezoek bij een ander bedrijf",
    "Een klein budget per ploeg",
    "Opleiding voor ploegbazen",
)
PEOPLE = [Participant(id=f"p{place}", name=name) for place, name in enumerate(NAMES)]


def moment(kind: ActivityKind, *records: Record, **of_activity: object) -> Moment:
    """A session with everybody in the room and one activity ``a``, of this kind, going on."""
    session = Session(id="s", number=2, date="2027-03-16", status=SessionStatus.OPEN, now="a", themes=("Talent",))
    going = Activity(id="a", session="s", kind=kind, position=1, started=NOW.isoformat(), **of_activity)  # type: ignore[arg-type]
    here = [
        Attendance(id=f"here {who.id}", session="s", participant=who.id, presence=Presence.PRESENT) for who in PEOPLE
    ]
    profile = Profile(id="n", name="Klankbordgroep talent", theme="Talent op de werkvloer")
    state = State.holding({each.id: each for each in (profile, *PEOPLE, session, *here, going, *records)}.values())
    return Moment(state, state.get(Activity, "a"), NOW)


def done(before: Moment, verb: Callable[..., Change], **asked: object) -> Moment:
    """The moment after a verb."""
    seed = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{verb.__name__}{asked}"))
    state = before.state.after(verb(before.state, Stamp(NOW.isoformat(), seed), **asked))
    return Moment(state, state.get(Activity, "a"), NOW)


# -- brainstorm


def notes(count: int, clusters: int = 0, **more: object) -> list[Note]:
    """So many post-its, no two alike, spread over the clusters and loose."""
    return [
        Note(
            id=f"n{n}",
            session="s",
            activity="a",
            text=IDEAS[n % len(IDEAS)] + (f" {n // len(IDEAS) + 1}" if n >= len(IDEAS) else ""),
            cluster=f"c{n % (clusters + 1)}" if clusters and n % (clusters + 1) else None,
            position=n,
            participant=f"p{n % len(PEOPLE)}",
            **more,  # type: ignore[arg-type]
        )
        for n in range(count)
    ]


def clusters(count: int, *, polled: bool = False) -> list[Cluster]:
    """So many clusters; hands were counted for all of them when ``polled``."""
    return [
        Cluster(
            id=f"c{n + 1}",
            session="s",
            activity="a",
            title=CLUSTERS[n],
            position=n,
            hands=(5 * n + 3) % 13 if polled else None,
            base=len(PEOPLE) if polled else None,
        )
        for n in range(count)
    ]


def storm(*records: Record, **of_activity: object) -> Moment:
    """A brainstorm."""
    return moment(ActivityKind.BRAINSTORM, *records, **{"question": QUESTION, **of_activity})


def groups(size: int = 3) -> tuple[tuple[str, ...], ...]:
    """Everybody in small groups."""
    ids = [who.id for who in PEOPLE]
    return tuple(tuple(ids[start : start + size]) for start in range(0, len(ids), size))


CLOCK = Countdown(ends="2027-03-16T14:39:30+01:00", total=900, what="groups")


def weighed(count: int) -> list[Note]:
    """Post-its with a feasibility and a value."""
    return [replace(note, feasibility=n % 5 + 1, value=n * 3 % 5 + 1) for n, note in enumerate(notes(count))]


# -- decision


def decision(phase: Phase, count: int = 3, **more: object) -> Moment:
    """A decision with so many proposals; the first one was examined."""
    going = Decision(
        id="d",
        session="s",
        question="Waarmee gaan we als netwerk het volgende halfjaar aan de slag?",
        origin="Uit de brainstorm van vorige keer kwamen drie groepen ideeën.",
        importance="We hebben nog twee sessies en willen iets dat blijft.",
        phase=phase,
        **more,  # type: ignore[arg-type]
    )
    said = [
        Proposal(id=f"v{n}", decision="d", position=n, versions=(Version(text=PROPOSALS[n], session="s"),))
        for n in range(count)
    ]
    points = [
        ("Iedereen heeft er elke week mee te maken", SwotKind.STRENGTH),
        ("We kunnen het ter plaatse oefenen", SwotKind.STRENGTH),
        ("Velen volgden er al een opleiding over", SwotKind.WEAKNESS),
        ("Lien en Hugo brengen een echt gesprek mee", SwotKind.OPPORTUNITY),
        ("Het wordt persoonlijk als collega's erbij zijn", SwotKind.THREAT),
    ]
    swot = [
        SwotPoint(id=f"w{n}", proposal="v0", kind=kind, text=text, session="s") for n, (text, kind) in enumerate(points)
    ]
    return moment(ActivityKind.DECISION, going, *said, *(swot if count else []), decision="d")


def voting(way: Way, entry: Entry, count: int = 3) -> Moment:
    """A vote that is open."""
    before = decision(Phase.DECIDE, count)
    one = way in {Way.FOR_AGAINST, Way.CONSENT}
    return done(
        before, vote.open_vote, decision="d", session="s", way=way, entry=entry, proposals=["v0"] if one else []
    )


def the_vote(now: Moment) -> Vote:
    """The last vote."""
    return now.state.all(Vote)[-1]


def answered(now: Moment, ballots: Sequence[Mapping[str, int]]) -> Moment:
    """The vote per person with these ballots, by who sits in this order."""
    for who, ballot in zip(PEOPLE, ballots, strict=False):
        now = done(now, vote.answer, vote=the_vote(now).id, participant=who.id, ballot=ballot)
    return now


def closed(now: Moment) -> Moment:
    """The vote closed."""
    return done(now, vote.close_vote, vote=the_vote(now).id)


def all_of_us(count: int) -> Moment:
    """With which proposals can you agree? Everybody with the first, ever fewer with the others."""
    ballots = [{f"v{n}": 1 for n in range(count) if place % (n + 1) == 0} for place in range(len(PEOPLE))]
    return closed(answered(voting(Way.ALL_OF_US, Entry.PERSON, count), ballots))


def fingers(count: int) -> Moment:
    """0 to 5 fingers for each."""
    ballots = [{f"v{n}": 5 - (place * (n + 1)) % 4 for n in range(count)} for place in range(len(PEOPLE))]
    return closed(answered(voting(Way.FINGERS, Entry.PERSON, count), ballots))


def for_against() -> Moment:
    """Nine for, two against, one abstains."""
    return closed(answered(voting(Way.FOR_AGAINST, Entry.PERSON), [{"v0": 1}] * 9 + [{"v0": 2}] * 2 + [{"v0": 3}]))


def secret(count: int, given: int = 12) -> Moment:
    """A secret vote on so many proposals, closed with so many ballots."""
    now = voting(Way.ALL_OF_US, Entry.SECRET, count)
    return done(now, vote.close_secret, vote=the_vote(now).id, ballots=[{"v0": 1}] * given)


def decided() -> Moment:
    """The decision is taken, and somebody does something about it."""
    now = done(
        for_against(),
        closing.close_decision,
        decision="d",
        session="s",
        outcome="We oefenen feedback geven in duo's, elke sessie een half uur.",
        decided_by="voor of tegen, 9 van 11",
        proposal="v0",
    )
    action = Action(id="t", session="s", text="Zaal zoeken", who=("p9",), due="mei", decision="d")
    return Moment(State.holding([*everything(now.state), action]), now.activity, NOW)


def everything(state: State) -> list[Record]:
    """Every record that a state holds."""
    return [record for table in state.tables.values() for record in table.values()]


# -- evaluation, agreements, close


def forms(count: int, **of_activity: object) -> Moment:
    """So many forms, with scores and words on them."""
    filled = [
        Evaluation(
            id=f"e{n}",
            session="s",
            activity="a",
            participant=PEOPLE[n].id if n % 2 else None,
            content=6.0 + n % 4,
            discussion=7.5,
            facilitation=5.0 + n % 5,
            content_comment=f"geheime opmerking {n}",
            learning=(f"geleerd {n}",),
            treat=(f"thema {n}",),
        )
        for n in range(count)
    ]
    return moment(ActivityKind.EVALUATION, *filled, **of_activity)


RULES = (
    "Wie spreekt, krijgt de aandacht van iedereen.",
    "We laten elkaar uitspreken.",
    "Wat hier gezegd wordt, blijft hier.",
)
AGREED = (
    ("Een voorbeeld van een talentgesprek meebrengen", ("p11", "p2"), "sessie 3"),
    ("Zaal en koffie regelen in de oude remise", ("p10",), "een week vooraf"),
    ("Verslag bezorgen aan iedereen", ("p1",), "binnen de week"),
    ("Twee collega's uitnodigen", ("p9",), "14 april"),
    ("De lijst van deelnemers nakijken", ("p5", "p6"), "1 april"),
    ("Een filmpje zoeken over feedback", ("p7",), ""),
    ("De vragen van vandaag uittypen", ("p3",), "maandag"),
    ("Sprekers bellen", ("p8",), "eind maart"),
)


def agreements(kind: ActivityKind, rules: int, actions: int, *, coming: bool = True) -> Moment:
    """Rules, agreements and perhaps a next session, as seen in this kind of activity."""
    ruled = [
        Rule(id=f"r{n}", session="s", text=RULES[n], agreed=n < 2, kind=list(RuleKind)[n // 2]) for n in range(rules)
    ]
    agreed = [
        Action(id=f"t{n}", session="s", text=text, who=who, due=due)
        for n, (text, who, due) in enumerate(AGREED[:actions])
    ]
    later = [
        Session(
            id="s3", number=3, date="2027-04-14", starts="13:30", place="De oude remise, Gent", themes=("Feedback",)
        )
    ]
    return moment(kind, *ruled, *agreed, *(later if coming else []))


# -- external input


ASKED = (
    "Hoe hangt loon samen met competenties?",
    "Wat kost een functiewaardering in een kleine ploeg?",
    "Wie beslist over een opleiding, en waarop steunt dat?",
    "Hoe meet je of iemand gegroeid is?",
    "Mag een leidinggevende van de regel afwijken?",
    "Wat als twee diensten het anders doen?",
)
ANSWERS = (
    "Niet rechtstreeks: loon volgt de functie, niet de persoon",
    "Wie groeit, krijgt een andere functie",
    "Begin met de functies waarover discussie is",
)
TERMS = {
    "Competentie": "wat iemand kan, weet en doet in zijn werk",
    "Functie": "wat van iemand op die plaats verwacht wordt",
    "Talent": "waar iemand snel in groeit en plezier in heeft",
    "Loopbaan": "",
}


def external(step: InputStep, asked: int = 0, answers: int = 0) -> Moment:
    """External input in this step: so many questions for the expert, and so many answers to the first of them."""
    questions = [
        Question(id=f"q{n}", session="s", text=ASKED[n], participant=f"p{n}", activity="a") for n in range(asked)
    ]
    said = [Heard(id=f"h{n}", session="s", activity="a", part="q0", text=ANSWERS[n]) for n in range(answers)]
    terms = [
        Term(id=f"w{n}", session="s", activity="a", text=word, meaning=meaning)
        for n, (word, meaning) in enumerate(TERMS.items())
    ]
    agreed = [
        Action(id=f"t{n}", session="s", text=text, who=who, due=due, activity="a")
        for n, (text, who, due) in enumerate(AGREED[:3])
    ]
    about = tuple(each.id for each in questions)
    treats = "q0" if step is InputStep.ANSWERS and asked else ""
    kind = ActivityKind.EXTERNAL_INPUT
    of = {"about": about, "phase": step.value, "treats": treats, "expert": "Mieke Maes", "countdown": CLOCK}
    return moment(kind, *questions, *said, *terms, *agreed, **of)


# -- contributions


def contributed(step: ContributionStep, brought: int = 1, said: int = 0) -> Moment:
    """Contributions in this step: so many for today, of which the first is brought, with so many lines."""
    asked = [
        Engagement(
            id=f"e{n}",
            session="s",
            kind=EngagementKind.CONTRIBUTION,
            text=IDEAS[n],
            who=(f"p{n}",),
            planned="s" if n < brought else "s3",
        )
        for n in range(brought + 2)
    ]
    part = "e0" if step is ContributionStep.BROUGHT else step.value
    lines = [Heard(id=f"h{n}", session="s", activity="a", part=part, text=ANSWERS[n]) for n in range(said)]
    later = Session(id="s3", number=3, date="2027-04-14")
    treats = "e0" if step is ContributionStep.BROUGHT and brought else ""
    of = {"phase": step.value, "treats": treats, "countdown": CLOCK}
    return moment(ActivityKind.CONTRIBUTION, *asked, *lines, later, **of)


# -- a preparation


def prepared(step: PreparationStep, given: int = 0, strikes: int = 0) -> Moment:
    """A scan of three questions: so many answers to the first of them, of which half are alike, and what strikes."""
    form = Engagement(
        id="e", session="s", kind=EngagementKind.ASSIGNMENT, text="Korte scan", planned="s", questions=ASKED[:3]
    )
    came = [
        Delivery(id=f"d{n}", assignment="e", participant=f"p{n}", text=f"1. {IDEAS[n] if n % 2 else 'Ja'} 2. nee")
        for n in range(given)
    ]
    said = [Heard(id=f"h{n}", session="s", activity="a", part="e.0", text=ANSWERS[n]) for n in range(strikes)]
    treats = "e.0" if step is PreparationStep.QUESTION else ""
    of = {"phase": step.value, "treats": treats, "passed": ("e.0",), "countdown": CLOCK}
    return moment(ActivityKind.PREPARATION, form, *came, *said, **of)
