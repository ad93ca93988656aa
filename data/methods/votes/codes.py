"""The codes in which a tally answers; screens and reports find the sentences in the catalogue."""

from enum import StrEnum


class Outcome(StrEnum):
    """What a vote came to."""

    TOO_FEW_ANSWERS = "too_few_answers"  # half of those present, or fewer, answered
    NOT_ADOPTED = "not_adopted"  # everybody who answered abstained: no base to decide on
    OBJECTION = "objection"  # at least one fist or reasoned objection
    TALK_FIRST = "talk_first"  # fingers: a 1 or a 2
    SUPPORTED = "supported"  # fingers: all 3 or more
    DECIDED = "decided"  # consent, without concerns
    DECIDED_WITH_CONCERNS = "decided_with_concerns"
    UNANIMOUS = "unanimous"  # all of us: at least one proposal everybody agrees with
    NOT_UNANIMOUS = "not_unanimous"
    SHORTLIST = "shortlist"  # dots: somebody put a dot
    NO_SHORTLIST = "no_shortlist"  # dots: nothing has a dot
    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIE = "tie"  # for/against, simple majority: as many for as against
    WINNER = "winner"  # ranking: one proposal beats every other
    NO_WINNER = "no_winner"


class NextStep(StrEnum):
    """What the facilitator may do next; nothing happens by itself."""

    RECORD = "record"  # write the outcome statement
    CONFIRM_NEXT_TIME = "confirm_next_time"  # less than half of the network was there
    ASK_AGAIN = "ask_again"  # too few answered
    HEAR_LOW_FINGERS = "hear_low_fingers"  # ask who would like to say more
    HEAR_OBJECTIONS = "hear_objections"  # to the proposal(s) on top
    INTEGRATE = "integrate"  # the objection, into a new version, and a new round
    PARK = "park"
    SMALL_GROUP = "small_group"
    VOTE = "vote"  # that the group consents to
    CONSENT_ROUND = "consent_round"  # on the one unanimous proposal
    CHOOSE_AMONG = "choose_among"  # the unanimous proposals, or the short list
    DISCUSS = "discuss"
    VOTE_AGAIN = "vote_again"  # among the tied
    DRAW = "draw"  # a logged draw, with its reason


class Problem(StrEnum):
    """Why a vote cannot be tallied; what was typed stays as it is."""

    NEGATIVE_COUNT = "negative_count"
    MORE_ANSWERS_THAN_PEOPLE = "more_answers_than_people"
    MORE_AGREEMENT_THAN_ANSWERS = "more_agreement_than_answers"
    INVALID_DOTS = "invalid_dots"
    MORE_DOTS_THAN_POSSIBLE = "more_dots_than_possible"
    INVALID_FINGERS = "invalid_fingers"
    NO_PROPOSALS = "no_proposals"
    TOO_MANY_PROPOSALS = "too_many_proposals"
    TOO_FEW_BALLOTS = "too_few_ballots"
    UNKNOWN_PROPOSAL = "unknown_proposal"
    REPEATED_PROPOSAL = "repeated_proposal"
    GRADE_OUT_OF_RANGE = "grade_out_of_range"
    NOTHING_TO_DRAW = "nothing_to_draw"


class ConsentAnswer(StrEnum):
    """One person's answer in a consent round; no answer is the absence of one."""

    AGREE = "agree"
    CONCERN = "concern"
    OBJECTION = "objection"
    STAND_ASIDE = "stand_aside"


class Stance(StrEnum):
    """One person's answer to for or against."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Threshold(StrEnum):
    """How much of the base for/against needs."""

    SIMPLE = "simple"
    TWO_THIRDS = "two_thirds"
    UNANIMOUS = "unanimous"
