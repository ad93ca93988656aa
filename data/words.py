"""What the values of records are called: one table for screens and documents alike."""

from __future__ import annotations

from data.model import (
    ConsultationStep,
    ContributionStep,
    Entry,
    EvaluationKind,
    ExchangeStep,
    InputStep,
    Kept,
    Liked,
    ObjectionFate,
    Phase,
    PreparationStep,
    QuestionKind,
    ResourceKind,
    Role,
    RuleKind,
    Said,
    SpokenKind,
    Strand,
    SwotKind,
    Verdict,
    say,
    say_in,
)

ROLES: dict[Role, Said] = {
    Role.PARTICIPANT: say("participant"),
    Role.FACILITATOR: say("facilitator"),
    Role.GUEST: say("guest"),
    Role.OBSERVER: say("observer"),
}

QUESTION_KINDS: dict[QuestionKind, Said] = {
    QuestionKind.QUESTION: say_in("what a participant wants to learn", "question"),
    QuestionKind.EXPECTATION: say("expectation"),
    QuestionKind.EXPERIENCE: say("experience"),
}

QUESTIONS: dict[QuestionKind, Said] = {
    QuestionKind.QUESTION: say("Learning questions"),
    QuestionKind.EXPECTATION: say("Expectations"),
    QuestionKind.EXPERIENCE: say("Experiences"),
}
"""All of a kind, as a heading."""

RULES: dict[RuleKind, Said] = {
    RuleKind.GROUND_RULE: say("Ground rules"),
    RuleKind.WAY_OF_WORKING: say("Way of working"),
}
"""All of a kind, as a heading."""

SCORES: dict[str, Said] = {
    "content": say("Content"),
    "discussion": say("Discussion"),
    "facilitation": say("Facilitation"),
}
"""What gets a score in an evaluation, by the field of the record."""

ASKED_ALOUD: dict[SpokenKind, Said] = {
    SpokenKind.LEARNED: say("What did you learn?"),
    SpokenKind.WENT: say("How did it go?"),
    SpokenKind.HUNGER: say("What do you still miss?"),
    SpokenKind.ADJUST: say("What do we do differently from now on?"),
    SpokenKind.WELL: say("What went well?"),
    SpokenKind.IMPROVE: say("What could be better?"),
    SpokenKind.SUGGESTION: say("Any tips for a next network?"),
}
"""The questions that are answered aloud."""

EVALUATIONS: dict[EvaluationKind, Said] = {
    EvaluationKind.SESSION: say("Evaluation"),
    EvaluationKind.INTERIM: say("Interim evaluation"),
    EvaluationKind.FINAL: say("Final evaluation"),
}
"""What an evaluation is called by what it looks back on."""

PHASES: dict[Phase, Said] = {
    Phase.EXPLORE: say("Explore"),
    Phase.PROPOSE: say("Propose"),
    Phase.EXAMINE: say("Examine"),
    Phase.DECIDE: say("Decide"),
}

PHASES_UNDER_WAY: dict[Phase, Said] = {
    Phase.EXPLORE: say("exploring"),
    Phase.PROPOSE: say("proposing"),
    Phase.EXAMINE: say("examining"),
    Phase.DECIDE: say("deciding"),
}
"""In the middle of a sentence: what the group was doing then."""

SWOT: dict[SwotKind, Said] = {
    SwotKind.STRENGTH: say("strength"),
    SwotKind.WEAKNESS: say("weakness"),
    SwotKind.OPPORTUNITY: say("opportunity"),
    SwotKind.THREAT: say("threat"),
}

SWOT_POINTS: dict[SwotKind, Said] = {
    SwotKind.STRENGTH: say("Strengths"),
    SwotKind.WEAKNESS: say("Weaknesses"),
    SwotKind.OPPORTUNITY: say("Opportunities"),
    SwotKind.THREAT: say("Threats"),
}
"""All of a kind, as a heading."""

CONSULTATION: dict[ConsultationStep, Said] = {
    ConsultationStep.CASE: say_in("a step of a peer consultation", "Case"),
    ConsultationStep.QUESTIONS: say_in("a step of a peer consultation", "Questions"),
    ConsultationStep.ANALYSIS: say_in("a step of a peer consultation", "Analysis"),
    ConsultationStep.ADVICE: say_in("a step of a peer consultation", "Advice"),
    ConsultationStep.INSIGHT: say_in("a step of a peer consultation", "Insight"),
    ConsultationStep.NEXT: say_in("a step of a peer consultation", "Next step"),
}

EXCHANGE: dict[ExchangeStep, Said] = {
    ExchangeStep.GROUPS: say_in("a step of an exchange of experience", "Small groups"),
    ExchangeStep.REPORTS: say_in("a step of an exchange of experience", "Reports"),
    ExchangeStep.TIPS: say_in("a step of an exchange of experience", "Tips"),
    ExchangeStep.OPEN: say_in("a step of an exchange of experience", "Left open"),
}

EXTERNAL_INPUT: dict[InputStep, Said] = {
    InputStep.QUESTIONS: say_in("a step of external input", "Questions"),
    InputStep.TALK: say_in("a step of external input", "Talk"),
    InputStep.ANSWERS: say_in("a step of external input", "Answers"),
    InputStep.TERMS: say_in("a step of external input", "Terms"),
    InputStep.AGREED: say_in("a step of external input", "Agreed"),
}

CONTRIBUTION: dict[ContributionStep, Said] = {
    ContributionStep.BROUGHT: say_in("a step of contributions", "Contribution"),
    ContributionStep.TAKEN: say_in("a step of contributions", "Takeaways"),
    ContributionStep.ASKED: say_in("a step of contributions", "Next time"),
}

PREPARATION: dict[PreparationStep, Said] = {
    PreparationStep.FORM: say_in("a step of a preparation", "Form"),
    PreparationStep.QUESTION: say_in("a step of a preparation", "Questions"),
    PreparationStep.CONCLUSION: say_in("a step of a preparation", "What we do with it"),
}

ENTRIES: dict[Entry, Said] = {
    Entry.HANDS: say("by show of hands"),
    Entry.PERSON: say("per person"),
    Entry.SECRET: say("secret"),
}

FATES: dict[ObjectionFate, Said] = {
    ObjectionFate.OPEN: say("open"),
    ObjectionFate.INTEGRATED: say("integrated"),
    ObjectionFate.WITHDRAWN: say("withdrawn"),
    ObjectionFate.NOTED: say("noted"),
}

STRANDS: dict[Strand, Said] = {
    Strand.QUESTIONS: say("Learning questions"),
    Strand.EXPECTATIONS: say("Expectations"),
    Strand.PARKED: say("Parked points"),
    Strand.ACTIONS: say("Agreements"),
    Strand.PROMISES: say("Promises"),
    Strand.ENGAGEMENTS: say("Commitments"),
    Strand.THEMES: say("Themes"),
    Strand.DECISIONS: say("Decisions"),
}
"""All of a kind that is carried over, as a heading."""

STRAND: dict[Strand, Said] = {
    Strand.QUESTIONS: say_in("what a participant wants to learn", "question"),
    Strand.EXPECTATIONS: say("expectation"),
    Strand.PARKED: say("parked point"),
    Strand.ACTIONS: say("agreement"),
    Strand.PROMISES: say("promise"),
    Strand.ENGAGEMENTS: say("commitment"),
    Strand.THEMES: say("theme"),
    Strand.DECISIONS: say("decision"),
}
"""One of a kind that is carried over."""

VERDICTS: dict[Verdict, Said] = {
    Verdict.ROUND: say_in("what a group says of a point", "settled"),
    Verdict.LET_GO: say_in("what a group says of a point", "dropped"),
    Verdict.CONTINUE: say("on to the next session"),
}
"""What the group says of a point in a recap."""

KEPT: dict[Kept, Said] = {
    Kept.KEPT: say("kept"),
    Kept.PARTLY: say("partly kept"),
    Kept.NOT_YET: say("not kept yet"),
}
"""What the group says of a promise."""

LIKED: dict[Liked, Said] = {
    Liked.LIKED: say("liked"),
    Liked.MIXED: say("liked by some"),
    Liked.LESS: say("liked less"),
}
"""What the group says of a work form."""

RESOURCES: dict[ResourceKind, Said] = {
    ResourceKind.SLIDES: say("slides"),
    ResourceKind.MODEL: say("model"),
    ResourceKind.LINK: say("link"),
}

TABLES: dict[str, Said] = {
    "network": say("network"),
    "participants": say("participants"),
    "sessions": say("sessions"),
    "attendance": say("attendance"),
    "activities": say("activities"),
    "rounds": say("rounds"),
    "questions": say("questions"),
    "rules": say("rules"),
    "actions": say("agreements"),
    "notes": say("post-its"),
    "heard": say("said in an activity"),
    "clusters": say("clusters"),
    "parked": say("parked points"),
    "turns": say("turns"),
    "themes": say("themes"),
    "promises": say("promises"),
    "engagements": say("commitments"),
    "recap": say("recap points"),
    "decisions": say("decisions"),
    "proposals": say("proposals"),
    "swot": say("strengths and weaknesses"),
    "ballots": say("votes"),
    "objections": say("objections"),
    "evaluations": say("evaluations"),
    "spoken": say("said aloud"),
    "likings": say("ratings of activities"),
    "programmes": say("saved programmes"),
    "deliveries": say("delivered assignments"),
    "resources": say("slides and links"),
    "shown": say("what the room sees"),
    "terms": say("glossary terms"),
}
"""What a table of the file holds, for somebody who counts it."""
