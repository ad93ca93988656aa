"""The largest network that a report is made for: 43 people, 300 post-its, 12 clusters, 5 decisions, 200 comments.

Names and texts are in many scripts: with accents, Chinese, Japanese, Korean, Arabic, Hebrew, emoji of several.
"""

from __future__ import annotations

from functools import cache
from itertools import count
from random import Random

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Cluster,
    Decision,
    DecisionStatus,
    Entry,
    Evaluation,
    Fate,
    Note,
    Option,
    Participant,
    Presence,
    Profile,
    Proposal,
    Question,
    QuestionKind,
    Record,
    Round,
    Rule,
    Session,
    SessionStatus,
    State,
    SwotKind,
    SwotPoint,
    Version,
    Vote,
    Way,
)

PEOPLE = 43
NOTES = 300
CLUSTERS = 12
DECISIONS = 5
COMMENTS = 200

FIRST = [
    "Zoë",
    "Noël",
    "Chloë",
    "Jörg",
    "Łucja",
    "王芳",
    "田中さくら",
    "김민준",
    "يوسف",
    "נועה",
    "Anaïs",
    "Bjørn",
    "Ömer",
    "Fatoumata",
    "Jean-Baptiste",
]
LAST = [
    "Van den Bossche-De Smet",
    "D'hondt",
    "Wouters",
    "Nguyễn",
    "O’Brien",
    "El Amrani",
    "Vercauteren",
    "Ødegård",
    "Ceulemans",
]
PLACES = [
    "Stad Nergenshuizen",
    "Zorggroep Het Laatste Huis aan de Vaart",
    "Haven & Co",
    "株式会社さくら",
    "Woonmaatschappij Dak",
]
SAID = (
    "Een fout mag, als je er samen van leert 👍🏽",
    "Wie iets wil proberen, laten proberen, ook als het de eerste keer nog niet helemaal lukt en er tijd voor nodig is",
    "Coördineren zonder te controleren: één gesprek per maand, geïnspireerd door de ploeg zelf",
    "Tijd ⏱️ is geen excuus",
    "小さな一歩から始める",
    "공유하는 시간이 필요하다",
    "لا أحد يتعلم وحده",
    "ללמוד מטעויות",
    "👩‍💻 Thuiswerk én ontmoeting",
    "Kort.",
    "https://voorbeeld.example/een/heel/lang/adres/dat-nergens-op-houdt/en-nog-een-stuk?met=vraag&en=teken",
    "100 % van “de rest” < de helft | of meer",
    "Loopbaangesprekken los van de evaluatie, met wie je zelf kiest",
    "Mentoren uit een andere dienst",
)
NAMED = (
    "Durven proberen",
    "Tijd en ruimte",
    "Leiding geven is laten",
    "Samen leren 🤝",
    "学ぶ文化",
    "Wie er nog niet bij is, en hoe die er toch bij komt zonder dat het moet",
)
ASKED = (
    "Hoe gaan we om met wie niet wil?",
    "Waar vinden we de tijd?",
    "Wie draagt dit na de laatste sessie, en met welke middelen?",
)


@cache
def network(language: str = "nl") -> tuple[State, str]:
    """The network and its one session (by id), in which everything was done."""
    return State.holding(list(_Told(language).records())), "session"


class _Told:
    def __init__(self, language: str) -> None:
        self.language, self.chance, self.number = language, Random(218), count(1)
        self.people = [f"p{n}" for n in range(PEOPLE)]

    def records(self) -> list[Record]:
        """All of them."""
        forms = (ActivityKind.ROUND_TABLE, ActivityKind.SPEED_DATES, ActivityKind.BRAINSTORM, ActivityKind.EVALUATION)
        return [
            Profile(
                id="profile", name="Leernetwerk Talent & Loopbaan – 人を育てる", theme="Talent", language=self.language
            ),
            Session(
                id="session",
                number=1,
                title="Een dag over fouten, kansen en tijd",
                date="2027-03-16",
                starts="09:00",
                ends="16:30",
                place="Stadhuis Nergenshuizen, zaal De Linde",
                status=SessionStatus.CLOSED,
                themes=("Wat is talent?", "De rol van leidinggevenden"),
            ),
            Session(id="next", number=2, date="2027-04-20", starts="13:30", place="Remise"),
            *(
                Activity(id=kind.value, session="session", kind=kind, position=n, question=self.of(ASKED), minutes=45)
                for n, kind in enumerate(forms)
            ),
            *self._people(),
            *self._dates(),
            *self._board(),
            *self._decisions(),
            *self._forms(),
            *self._asked(),
        ]

    def of(self, texts: tuple[str, ...] | list[str]) -> str:
        """One of them."""
        return self.chance.choice(texts)

    def _next(self, kind: str) -> str:
        return f"{kind}{next(self.number)}"

    def _people(self) -> list[Record]:
        people: list[Record] = []
        for n, id_ in enumerate(self.people):
            name = f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}"
            people.append(Participant(id=id_, name=name, organisation=PLACES[n % len(PLACES)]))
            where = Presence.EXCUSED if n % 11 == 10 else Presence.PRESENT
            people.append(Attendance(id=f"a{n}", session="session", participant=id_, presence=where))
        return people

    def _dates(self) -> list[Record]:
        met = [id_ for n, id_ in enumerate(self.people) if n % 11 != 10]
        rounds: list[Record] = []
        for number in range(1, 7):
            self.chance.shuffle(met)
            tables = tuple(tuple(met[at : at + 3]) for at in range(0, len(met), 3))
            rounds.append(
                Round(
                    id=self._next("r"),
                    session="session",
                    activity=ActivityKind.SPEED_DATES.value,
                    number=number,
                    tables=tables,
                    held=True,
                )
            )
        return rounds

    def _board(self) -> list[Record]:
        storm = ActivityKind.BRAINSTORM.value
        clusters: list[Record] = [
            Cluster(
                id=f"c{n}",
                session="session",
                activity=storm,
                title=f"{NAMED[n % len(NAMED)]} {n + 1}",
                position=n,
                hands=n + 2,
                base=40,
            )
            for n in range(CLUSTERS)
        ]
        notes: list[Record] = [
            Note(
                id=f"n{n}",
                session="session",
                activity=storm,
                text=f"{SAID[n % len(SAID)]} {n}",
                position=n,
                cluster=f"c{self.chance.randrange(CLUSTERS)}" if n % 20 else None,
                weight=self.chance.choice((0, 0, 0, 1, 2, 5)),
            )
            for n in range(NOTES)
        ]
        return [*clusters, *notes]

    def _decisions(self) -> list[Record]:
        made: list[Record] = []
        for n in range(DECISIONS):
            options = [f"d{n}o{letter}" for letter in range(4)]
            made.append(
                Decision(
                    id=f"d{n}",
                    session="session",
                    question=f"{self.of(ASKED)} ({n + 1})",
                    importance="Omdat we nog drie sessies hebben, en iedereen er iets aan wil hebben.",
                    status=DecisionStatus.DECIDED,
                    outcome=self.of(SAID),
                    decided_in="session",
                    proposals=tuple(options),
                    chosen=options[0],
                    review="2027-09-01",
                )
            )
            made += [
                Proposal(
                    id=id_, decision=f"d{n}", versions=(Version(text=self.of(SAID), session="session"),), position=at
                )
                for at, id_ in enumerate(options)
            ]
            made += [
                SwotPoint(id=self._next("s"), proposal=id_, kind=kind, text=self.of(SAID), session="session")
                for id_ in options
                for kind in SwotKind
            ]
            made.append(
                Vote(
                    id=f"v{n}",
                    decision=f"d{n}",
                    session="session",
                    way=Way.DOTS,
                    entry=Entry.HANDS,
                    options=tuple(Option(proposal=id_, version=0) for id_ in options),
                    base=tuple(self.people[:39]),
                    roster=PEOPLE,
                    counts={id_: {"dots": 20 - at} for at, id_ in enumerate(options)},
                    answered=39,
                    closed="2027-03-16T15:00:00+01:00",
                )
            )
        return made

    def _forms(self) -> list[Record]:
        each = -(-COMMENTS // PEOPLE)
        return [
            Evaluation(
                id=f"e{n}",
                session="session",
                activity=ActivityKind.EVALUATION.value,
                content=self.chance.randrange(10, 21) / 2,
                discussion=self.chance.randrange(6, 21) / 2,
                facilitation=self.chance.randrange(14, 21) / 2,
                content_comment=f"{self.of(SAID)} ({n}a)",
                discussion_comment=f"{self.of(SAID)} ({n}b)",
                facilitation_comment=f"{self.of(SAID)} ({n}c)",
                learning=tuple(f"{self.of(SAID)} ({n}d{at})" for at in range(each - 3)),
                treat=(self.of(NAMED),),
            )
            for n in range(PEOPLE)
        ]

    def _asked(self) -> list[Record]:
        return [
            *(
                Question(
                    id=self._next("q"),
                    session="session",
                    text=self.of(SAID),
                    kind=kind,
                    participant=id_,
                    also=tuple(self.chance.sample(self.people, 2)),
                )
                for id_ in self.people[:20]
                for kind in QuestionKind
            ),
            *(Rule(id=self._next("g"), session="session", text=text, agreed=True) for text in SAID[:6]),
            *(
                Action(
                    id=self._next("x"),
                    session="session",
                    text=self.of(SAID),
                    who=tuple(self.chance.sample(self.people, 3)),
                    due="voor de volgende sessie",
                    fate=Fate.CLOSED if n == 2 else Fate.OPEN,
                )
                for n in range(12)
            ),
        ]
