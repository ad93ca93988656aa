"""The library of work forms: what each is for, how it goes, how long with so many people, and what else to try."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil

import msgspec

from data.methods.agenda import STEP
from data.model import ActivityKind, Said, say


class WorkForm(msgspec.Struct, frozen=True):
    """A work form of one kind of activity.

    It takes ``base`` minutes and ``each`` more a person, ``most`` in all. ``instead`` are the kinds that can take its
    place for a change.
    """

    purpose: Said
    steps: tuple[Said, ...]
    prepare: tuple[Said, ...]
    variations: tuple[Said, ...]
    base: int
    each: float
    most: int
    instead: tuple[ActivityKind, ...] = ()

    def minutes(self, people: int) -> int:
        """How many minutes it takes with so many people, in steps of five."""
        return min(self.most, max(STEP, ceil((self.base + self.each * people) / STEP) * STEP))


FORMS: Mapping[ActivityKind, WorkForm] = {
    ActivityKind.CHECK_IN: WorkForm(
        purpose=say("Everybody arrives, is welcomed, and has said one thing before the work begins."),
        steps=(
            say("Note who arrives, and who sent apologies."),
            say("Show the programme, and what is left from last time."),
            say("Ask one short question that everybody answers in a sentence."),
        ),
        prepare=(say("Coffee, name cards, and a question of the day."),),
        variations=(
            say("Everybody stands on a line from “no energy” to “full of energy”."),
            say("In pairs: what did you do with what we learned last time?"),
        ),
        base=5,
        each=0.4,
        most=20,
    ),
    ActivityKind.ROUND_TABLE: WorkForm(
        purpose=say("Everybody’s questions, expectations and experiences are heard and noted, one person at a time."),
        steps=(
            say("Ask the three questions: what do you want to learn, what should we cover, what do you bring?"),
            say("Give everybody the floor in turn; the others listen, and say which questions they share."),
            say("Say which points keep coming up, and what goes on the agenda."),
        ),
        prepare=(say("Send the questions beforehand, or give an assignment."),),
        variations=(
            say("Two minutes of writing first, then the round."),
            say("In threes first; each trio reports the question it shares."),
        ),
        base=5,
        each=2,
        most=75,
        instead=(ActivityKind.BRAINSTORM, ActivityKind.SPEED_DATES),
    ),
    ActivityKind.SPEED_DATES: WorkForm(
        purpose=say("People get to know each other, and each other’s work, in short talks in pairs or threes."),
        steps=(
            say("Give people a question to talk about, and say how long a round lasts."),
            say("Change places at the bell, following the plan on the wall."),
            say("Ask afterwards what surprised people."),
        ),
        prepare=(say("Tables or standing places, and a question for each round."),),
        variations=(
            say("Tables of three or four if there are many people, or little time."),
            say("Everybody brings an object, or tells a one-minute case."),
            say("One host stays at each table and passes on what was said before."),
        ),
        base=5,
        each=3.5,
        most=60,
        instead=(ActivityKind.ROUND_TABLE,),
    ),
    ActivityKind.AGREEMENTS: WorkForm(
        purpose=say("The group agrees on its goal, its ground rules, its way of working, and who does what."),
        steps=(
            say("Propose two ground rules, and ask what is missing."),
            say("Ask how the group wants to work, and who will host."),
            say("Read out the agreements, and ask who does what by when."),
        ),
        prepare=(say("The shared goal, in one sentence to start from."),),
        variations=(
            say("Everybody writes one rule that would help them speak freely."),
            say("Ask for the opposite: how would we make this network fail?"),
        ),
        base=10,
        each=0.7,
        most=30,
    ),
    ActivityKind.BREAK: WorkForm(
        purpose=say("People get their breath back, and tell each other what they did not say in the group."),
        steps=(say("Say when you start again, and put it on the wall."),),
        prepare=(say("Something to eat and drink, and somewhere to walk."),),
        variations=(say("A walk in pairs, with a question to talk about."),),
        base=15,
        each=0,
        most=15,
    ),
    ActivityKind.BRAINSTORM: WorkForm(
        purpose=say("Many ideas on one question, grouped so that the group sees what it has."),
        steps=(
            say("Put one question on the wall, and let small groups write post-its."),
            say("Gather them with the whole group, and put together what belongs together."),
            say("Give each group a title, weigh the ideas, and ask which to take forward."),
        ),
        prepare=(say("Post-its and pens for each group, one sharp question, and prompts at hand."),),
        variations=(
            say("First in silence, each alone, then aloud."),
            say("Sheets go round: each group builds on the sheet of the group before."),
            say("The question turned round: how would we make it worse?"),
        ),
        base=20,
        each=1,
        most=60,
        instead=(ActivityKind.ROUND_TABLE, ActivityKind.DECISION),
    ),
    ActivityKind.DECISION: WorkForm(
        purpose=say("The group reaches a decision that everybody can support, step by step."),
        steps=(
            say("Explore the question: where does it come from, why does it matter?"),
            say("Gather proposals, and look at the strengths and threats of each."),
            say("Ask whether there is a proposal everybody agrees with, and who does what."),
        ),
        prepare=(say("The question in one line, and the facts that are needed."),),
        variations=(
            say("Each small group defends a proposal that is not its own."),
            say("Spread it over two sessions: explore today, decide next time."),
        ),
        base=25,
        each=0.7,
        most=60,
        instead=(ActivityKind.BRAINSTORM,),
    ),
    ActivityKind.EXCHANGE: WorkForm(
        purpose=say("People hear from each other how, when and by whom a practical question is handled elsewhere."),
        steps=(
            say("Put one practical question on the wall, and make small groups that mix organisations."),
            say("Each group talks, and one person notes what is worth sharing."),
            say("Each group reports back to everybody; add tips of your own."),
            say("Note which questions are left open: they carry over to the next session."),
        ),
        prepare=(say("Ask people beforehand for practical questions, or for a short case."),),
        variations=(
            say("The groups draft advice to management or HR."),
            say("Start with two cases of five minutes each."),
            say("Each group takes one question from table to table."),
        ),
        base=25,
        each=1,
        most=75,
        instead=(ActivityKind.PEER_CONSULTATION, ActivityKind.BRAINSTORM),
    ),
    ActivityKind.PEER_CONSULTATION: WorkForm(
        purpose=say(
            "One person brings a case of their own, and the group helps them see it afresh and take a next step."
        ),
        steps=(
            say("The case-bringer outlines the case; the others listen."),
            say("The others ask open questions; nobody advises yet."),
            say("They say what they see in the case, while the case-bringer listens and takes notes."),
            say("They give advice, or say what they recognise from their own work."),
            say("The case-bringer says what is new to them, and what they will do by when."),
        ),
        prepare=(say("Ask somebody beforehand for a case they are in the middle of now."),),
        variations=(
            say("Start from something that went well: what made it succeed?"),
            say("The case-bringer sits with their back to the group during the analysis."),
            say("Two cases at once in two groups, each with a timekeeper."),
        ),
        base=35,
        each=0.7,
        most=60,
        instead=(ActivityKind.BRAINSTORM,),
    ),
    ActivityKind.EXTERNAL_INPUT: WorkForm(
        purpose=say("Somebody from outside answers what nobody in the group can, and clears up confusion."),
        steps=(
            say("Gather the open questions, and send them to the expert beforehand."),
            say("Let the expert talk, half of the time at most, with the questions in view."),
            say("Go through the questions one by one; whoever asked says whether it has been answered."),
            say("Note which terms are clear now, and agree on what the group will do with it."),
        ),
        prepare=(say("Invite the expert in good time, and say what the group already knows."),),
        variations=(
            say("No presentation: the group interviews the expert."),
            say("Two experts who see it differently, ten minutes each."),
            say("First, each small group sharpens one question."),
        ),
        base=35,
        each=0.7,
        most=75,
        instead=(ActivityKind.EXCHANGE, ActivityKind.BRAINSTORM),
    ),
    ActivityKind.CONTRIBUTION: WorkForm(
        purpose=say("Somebody shows how it is done in their own organisation, and the group builds on that."),
        steps=(
            say("Say who is bringing what, and why you asked them in particular."),
            say("Let them show what they brought, and ask what others recognise."),
            say("Note what everybody could take from it."),
            say("Ask who will bring something next time: what, who and when."),
        ),
        prepare=(say("Ask a session ahead, and ask somebody by name: a document, a way of working, a case."),),
        variations=(
            say("On site: the group goes to see it where it is done."),
            say("Three people show how they do the same thing, five minutes each."),
            say("It is shown half finished, and the group says what it would ask about it."),
        ),
        base=15,
        each=0.7,
        most=45,
        instead=(ActivityKind.EXCHANGE, ActivityKind.PEER_CONSULTATION),
    ),
    ActivityKind.PREPARATION: WorkForm(
        purpose=say("What everybody filled in beforehand is laid side by side, and the group sees what stands out."),
        steps=(
            say("Say what was filled in, and that the answers are anonymous."),
            say("Put the questions on the wall one by one, with the answers that came in."),
            say("Ask people what led them to that answer, and how things are where others work."),
            say("Note what stands out for each question, and at the end what the group will do with it."),
        ),
        prepare=(say("Send the form two weeks ahead, and remind those who have not answered yet."),),
        variations=(
            say("First guess in pairs what most people answered."),
            say("Take only the three questions where the answers differ most."),
            say("Discuss the form itself too: which question is missing, which is unclear?"),
        ),
        base=15,
        each=0.7,
        most=60,
        instead=(ActivityKind.EXCHANGE, ActivityKind.ROUND_TABLE),
    ),
    ActivityKind.RECAP: WorkForm(
        purpose=say("The group sees what is settled, drops what leads nowhere, and chooses what to carry on with."),
        steps=(
            say("Sum up today’s points, as a proposal."),
            say("For each point ask: is it settled, dropped, or carried over to next time?"),
            say("Propose an agenda for the next session, and let the group amend it."),
        ),
        prepare=(say("Look beforehand at what is still open."),),
        variations=(say("Everybody names one point that deserves more time; what is named most is carried over."),),
        base=5,
        each=0.5,
        most=20,
    ),
    ActivityKind.EVALUATION: WorkForm(
        purpose=say("The group says what it learned and what should change, and sees that this matters."),
        steps=(
            say("Give everybody a form, and two quiet minutes."),
            say("Ask for one thing learned, and one theme for next time."),
            say("Show what the forms add up to."),
        ),
        prepare=(say("The forms on paper, as many as there are people."),),
        variations=(
            say("Aloud, in one round: what did we learn, and how did it go?"),
            say("Everybody writes a card to themselves: what will I do tomorrow?"),
        ),
        base=8,
        each=0.2,
        most=20,
    ),
    ActivityKind.CLOSE: WorkForm(
        purpose=say("Everybody knows what was decided, what continues, and when we meet again."),
        steps=(
            say("Run through today’s points: settled, dropped, or next time."),
            say("Agree on the date, place and themes of the next session."),
        ),
        prepare=(say("The calendar, and who could host."),),
        variations=(say("Everybody leaves with one word."),),
        base=5,
        each=0.2,
        most=15,
    ),
}
"""A work form for every kind of activity."""

IN_A_ROW = 3
"""After so many sessions with the same form another is proposed."""


def worn(history: Sequence[Collection[ActivityKind]]) -> dict[ActivityKind, tuple[ActivityKind, ...]]:
    """The forms that stood in each of the last three programmes, and what could be done instead for a change.

    Only what was not in all of those as well is proposed; what has nothing in its place (a check-in) is never worn.

    Args:
        history: the kinds of activity in each session, the last one last.
    """
    last = history[-IN_A_ROW:]
    if len(last) < IN_A_ROW:
        return {}
    always = set.intersection(*(set(kinds) for kinds in last))
    found = {kind: tuple(other for other in FORMS[kind].instead if other not in always) for kind in FORMS}
    return {kind: instead for kind, instead in found.items() if kind in always and instead}
