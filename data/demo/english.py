"""The demo in English."""

from __future__ import annotations

from data.demo.story import Asked, Case, Form, Grouped, Idea, Proposed, Settled, Story, Working
from data.model import ConsultationStep, QuestionKind

STORY = Story(
    name="Sounding board on talent",
    theme="Growing talent in the workplace",
    purpose="Learning from each other how people grow in the work they do",
    people="""\
An Claes; Saint Fictus Hospital; head nurse; an.claes@saint-fictus.example
An Peeters; Town of Nergenshuizen; coach; an.peeters@nergenshuizen.example
Bram Jacobs; Klaterbeek Water Company; HR adviser; bram.jacobs@klaterbeek.example
Els De Smet; Korst & Kruim Bakery; manager; els.desmet@korst-and-kruim.example
Fatima El Amrani; Saint Fictus Hospital; training coordinator; fatima.elamrani@saint-fictus.example
Griet Lambrecht; Town of Nergenshuizen; head of registry; griet.lambrecht@nergenshuizen.example
Hugo Maes; Klaterbeek Water Company; personnel director; hugo.maes@klaterbeek.example
Ilse Van den Bossche; Last Stop Bus Company; planner; ilse.vandenbossche@last-stop.example
Joris Declercq; Zwanenhals Printers; foreman
Kadir Yilmaz; Last Stop Bus Company; head of training; kadir.yilmaz@last-stop.example
Karel Wouters; Town of Nergenshuizen; team leader parks; karel.wouters@nergenshuizen.example
Leen Goossens; Zwanenhals Printers; HR manager; leen.goossens@zwanenhals.example
Lien Vermeulen; Saint Fictus Hospital; team coach; lien.vermeulen@saint-fictus.example
Mieke Thijs; Korst & Kruim Bakery; shop manager
Noël Baeten; Klaterbeek Water Company; shift leader; noel.baeten@klaterbeek.example""",
    promises=("Exchange of experience", "Guidance with our own cases", "A view from outside"),
    reviving_questions=(
        "What would a new colleague say to this?",
        "What do we already do without having a name for it?",
        "What would happen if we did the opposite?",
        "Who will be the first to notice when this works?",
        "What can be done tomorrow without extra money?",
    ),
    prompts=(
        "What are you good at, and who knows?",
        "Who have you learned most from at work?",
        "What do you want to be able to do a year from now?",
        "Which of a colleague’s talents goes unused?",
        "What have you tried out this month?",
    ),
    places=(
        "Town hall of Nergenshuizen, Lime Tree room",
        "Last Stop Bus Company, the old depot",
        "Zwanenhals Printers, above the presses",
        "Saint Fictus Hospital, classroom 2",
    ),
    themes=(
        ("What is talent?", "The role of managers"),
        ("What a manager can do", "A case from our own teams"),
        ("Learning in an ordinary week", "Where do we go from here?"),
        ("Talent and competence, with somebody from outside", "What do we take away?"),
    ),
    excuses=("at a training course", "on call"),
    round_table=("What do you want to learn, expect, and bring?", "What have you tried out since last time?"),
    questions=(
        Asked(10, "As a team leader, what tells me that somebody needs to learn something?", (5, 8)),
        Asked(12, "How do I get a team moving that has done the same thing for years?", (8, 10, 7)),
        Asked(1, "Who has experience with coaching on tasks and competences?", (12,)),
        Asked(2, "Our competence policy is in place: what does talent add to it?", (11, 6)),
        Asked(5, "How do we hold on to what civil servants know who are about to retire?"),
        Asked(6, "How do we spot early enough who could lead later on?", (9,)),
        Asked(4, "How do we start from what somebody can do, rather than from what is missing?", (0, 1)),
        Asked(0, "What do we actually mean by talent?", (2, 3)),
        Asked(7, "How do you find talent where nobody looks?"),
        Asked(8, "How does talent grow in a small crew?", (3,)),
        Asked(9, "Where does talent belong in the strategy of an organisation?"),
        Asked(11, "Can a company’s culture change, and who goes first?", (6, 4, 9)),
    ),
    expectations=(
        Asked(3, "Cases from small companies, not only from large ones"),
        Asked(6, "Something about bosses who will not let their best people go", (11,)),
        Asked(7, "One thing each time that I can use the next day", (8, 10)),
    ),
    experiences=(
        Asked(9, "Drivers who train each other: what worked and what did not"),
        Asked(2, "A talk about talent that went completely wrong"),
    ),
    brainstorm=(
        "What can a manager do to help people grow?",
        "What does an ordinary week look like when everybody learns something?",
    ),
    clusters=(
        Grouped(
            "Attitude",
            6,
            (
                Idea("A mistake is fine if we learn from it together", 1, 2, (4, 5)),
                Idea("Set an example yourself", 2, 0, (5, 4)),
                Idea("Notice who is open to learning", 3),
                Idea("Dare to look at yourself too", 1),
                Idea("Say what goes well and, honestly, what could be better", 2, 1, (4, 5)),
            ),
        ),
        Grouped(
            "Challenge",
            9,
            (
                Idea("Let people try if they want to", 1, 0, (5, 4)),
                Idea("Nudge people one step beyond what they are used to", 3, 1, (3, 5)),
                Idea("Point out what somebody is good at, and ask for more of it", 2),
                Idea("Give somebody a task that is just a bit too big", 3, 0, (4, 4)),
            ),
        ),
        Grouped(
            "Time and resources",
            4,
            (
                Idea("Give learning at work a fixed place in the schedule", 1, 2, (3, 5)),
                Idea("As a boss, take time to learn as well", 2),
                Idea("A small budget that the crew looks after itself", 3, 0, (2, 4)),
            ),
        ),
        Grouped(
            "Giving direction",
            7,
            (
                Idea("Tie talent to where the organisation is going", 2, 0, (3, 4)),
                Idea("Also say when there is no room to move up", 1, 1, (4, 3)),
                Idea("Explain to the board what it is worth", 3, 0, (3, 3)),
            ),
        ),
    ),
    ground_rules=(
        "Whoever is speaking has everybody's attention.",
        "We let each other finish; questions and opinions come afterwards.",
    ),
    ways_of_working=("We work with our own cases", "We take turns as hosts"),
    shared_goal="By summer each of us will have tried out one thing at work, and told the others about it.",
    expert="Rose Invented",
    terms=("talent", "competence: what somebody can do, knows and shows at work"),
    agreements=(
        "Bring an example of a conversation about talent; Lien, Hugo; session 2",
        "Arrange the room and coffee at the old depot; Kadir; a week before",
        "Send the summary to everybody, absentees too; An Peeters; within a week",
    ),
    parked=("Software that keeps track of competences", "What do the unions think of talent policies?"),
    forms=(
        Form((8, 8.5, 9), ("questions I know well", "", "everybody got a turn"), ("talent is more than competence",)),
        Form((7, 8, 8), ("", "lively", ""), (), ("giving feedback",), ("coaching",)),
        Form((7.5, 9, 8.5), ("", "heard a lot from other sectors", ""), ("others are looking for the same thing",)),
        Form((6, 7, 8), ("could be more concrete", "", ""), (), ("cases from small companies",)),
        Form((8, 8, None), deepen=("the role of managers",)),
        Form((7, 7.5, 8), learning=("a mistake is fine if you learn from it",), treat=("giving feedback",)),
        Form((9, 9, 9), ("", "", "right on time"), ("speed dates work at work too",), (), ("coaching",)),
        Form((7, 6.5, 7.5), ("", "too much in one large group", ""), (), ("planning for learning",)),
        Form((8, 8, 8.5), learning=("begin with what somebody can do",), treat=("giving feedback",)),
        Form((5.5, 7, 7), ("talent stayed vague", "", ""), (), (), ("what is talent?",)),
        Form(
            (8, 8.5, 9), ("", "", "calm facilitation"), ("talent is more than competence",), ("planning for learning",)
        ),
        Form((None, 8, 8), learning=("a question is half an answer",)),
    ),
    decision=(
        "What will each of us try out in our own team?",
        "After the brainstorm in session 1 people wanted to continue with different clusters.",
        "Two sessions are left: we need time to tell each other how it went.",
    ),
    proposals=(
        Proposed(
            ("Giving feedback", "Giving feedback without hurting"),
            0,
            (
                ("Everybody deals with it every week", "We can practise it on the spot"),
                ("Many have done a course on it",),
                ("Lien and Hugo are bringing a real conversation",),
                ("It gets personal when colleagues are there",),
            ),
            "otherwise not everybody dares to",
        ),
        Proposed(
            ("Tasks that are just a bit too big",),
            1,
            (
                ("It fits what got the most hands",),
                ("A small crew has little to choose from",),
                ("We can go and look at the bus company",),
                (),
            ),
        ),
        Proposed(("A place for learning in the schedule",), 2, (("Useful right away",), (), (), ())),
        Proposed(("A day of shadowing somebody else",)),
    ),
    gains=("Fresh ideas from people trying the same things", "People you can still call afterwards"),
    gains_organisation=("What works elsewhere, without having to reinvent it",),
    take_home=("One thing to try in your own team",),
    expected=(
        "Come to all four sessions, and let us know in good time if you cannot",
        "Bring a case from your own team",
        "Help decide what the sessions are about",
        "Pass on what you learn here in your own organisation",
    ),
    assignments=(
        "Write down when your team last had time to learn",
        "Bring what you tried out, even if it failed",
    ),
    form=("What did you try out?", "Who noticed?", "What do you do differently now?"),
    contribution="How drivers train each other; Kadir; ten minutes in session 4",
    answers=(
        (1, "Last month, on a day when nothing was scheduled"),
        (10, "A quarter of an hour every Friday, since we began"),
    ),
    material=(
        (1, "Slides on talent and competence: https://example.example/talent"),
        (1, "Model of the learning cycle"),
        (2, "Questions for a conversation about talent: talk.pdf"),
    ),
    working=Working(
        round_table="What have you tried out since last time?",
        said=(
            (QuestionKind.EXPERIENCE, Asked(12, "A talk about talent without a form: it took longer and went deeper")),
            (QuestionKind.EXPERIENCE, Asked(8, "Letting two people swap jobs one day a week")),
            (
                QuestionKind.QUESTION,
                Asked(13, "How do you start when your team is never at work at the same time?", (3,)),
            ),
        ),
        exchange="When did a manager really help you grow?",
        reports=(
            ("She handed the task over and stayed close", "He first asked what I had tried myself"),
            ("Only when it went wrong did I see who stood behind me", "I got no time, but I got trust"),
            (
                "Our boss knows the craft best, and then does it himself",
                "A regular customer teaches you fastest",
            ),
        ),
        tips=(
            "Ask what somebody has already tried, and then keep quiet for a while",
            "Agree when you will come back, not that it must have worked by then",
        ),
        left=Asked(11, "How do you let go when the work has to be done today?", (0, 6)),
        case=Case(
            10,
            (
                (
                    ConsultationStep.CASE,
                    (
                        "The crew has done the flower beds the same way for fifteen years",
                        "Newcomers who suggest something give up after a few months",
                    ),
                ),
                (
                    ConsultationStep.QUESTIONS,
                    (
                        "When did something new stick?",
                        "Who do the others look to when something changes?",
                        "What would a newcomer tackle first?",
                    ),
                ),
                (ConsultationStep.ANALYSIS, ("The crew protects its pride, not its habit",)),
                (ConsultationStep.ADVICE, ("Let the oldest gardener choose where something is tried",)),
                (ConsultationStep.INSIGHT, ("I always asked for change, never what they would like to show",)),
            ),
            "Choose one flower bed with the crew where they can do it differently; session 3",
            (5, 8, 4, 5, 12, 10, 0, 5),
        ),
        settled=Settled(
            (
                "Shall we invite somebody from outside?",
                "For many, it stayed vague what talent is exactly.",
                "It takes half an hour of the last session.",
            ),
            (
                "We invite somebody from outside for half an hour in session 4",
                "We find out for ourselves and tell each other",
            ),
            5,
            "Ask somebody who can explain talent and competence clearly; Hugo; before session 3",
        ),
        parked="One folder for our documents",
        answer="Pick one place where it can be different, and let the crew pick it",
        let_go="every organisation already has something",
        forms=(
            Form((8, 8, 9), learning=("asking is harder than advising",), hunger=("what talent is",)),
            Form((8.5, 9, 8), ("", "I knew the case all too well", ""), adjust=("more time for one case",)),
            Form((8, 8.5, 8.5), learning=("letting go means agreeing when you come back",)),
            Form((7, 8, 8), hunger=("cases from small companies",), adjust=("shorter reports",)),
            Form((8, 9, 9), ("", "", "everybody stuck to the question"), hunger=("somebody from outside",)),
            Form((7.5, 8, None), learning=("silence helps",), hunger=("what talent is",)),
            Form((9, 9, 9), learning=("asking is harder than advising",)),
            Form((7, 7.5, 8), ("", "", "we ran out of time"), adjust=("more time for one case",)),
            Form((8, 8, 8.5), treat=("planning for learning",), hunger=("somebody from outside",)),
            Form((6.5, 8, 8), learning=("my crew is proud, not lazy",), deepen=("giving feedback",)),
            Form((8, 8.5, 9), treat=("planning for learning",)),
        ),
    ),
)
