"""What a plan is worth, in words, and the prompts to talk about."""

from __future__ import annotations

from data.i18n import N_, _, number, plural, told
from data.methods.rounds import Plan
from data.model import DateSettings, Profile, Said, State

PROMPTS = (
    N_("What do you do on a good day at work?"),
    N_("What are you proud of in your work?"),
    N_("Who have you learned something from lately?"),
    N_("What do you want to be able to do a year from now?"),
    N_("What do colleagues ask you to help with?"),
    N_("What question did you bring with you today?"),
    N_("What did you try that went wrong, and what came of it?"),
    N_("What would you change first if you could?"),
    N_("What surprises newcomers where you work?"),
    N_("When is a session like this worth your while?"),
    N_("What can others come to you for?"),
    N_("What have you stopped doing, and are you glad?"),
    N_("What small thing makes your work easier?"),
    N_("What would you like to hear from the others here?"),
)
"""Used when the network has no prompts of its own left."""

REASONS = {
    "count": N_("there are more meetings than pairs of people"),
    "person": N_("a table is larger than the number of people to meet"),
    "spread": N_("a table is too large to spread over the next round"),
    "theorem": N_("proven: no better plan exists"),
}

Line = tuple[str, str]
"""A mark and a sentence."""

GOOD, NOTE = "✓", "·"


def mark_style(mark: str) -> str:
    """The colour of a mark."""
    return "$success" if mark == GOOD else "$muted"


def bank(state: State) -> list[str]:
    """The prompts to go through: those of the network first, then the usual ones, in the language of the network."""
    profile = next(iter(state.all(Profile)), None)
    own = list(profile.prompts) if profile else []
    usual = [told(Said(prompt), profile.language if profile else None) for prompt in PROMPTS]
    return own + usual


def quality(plan: Plan) -> list[Line]:
    """How good a plan is, the best first."""
    good = plan.quality
    lines: list[Line] = []
    if good.met == good.pairs:
        lines.append((GOOD, _("everybody meets everybody")))
    else:
        lines.append((NOTE, _("{met} of {pairs} pairs meet").format(met=good.met, pairs=good.pairs)))
    lines.append(_again(plan))
    if good.repeats and good.unavoidable and good.reason in REASONS:
        lines.append((" ", _(REASONS[good.reason])))
    if plan.met_before:
        lines.append(
            (NOTE, plural("{n} pair met in an earlier session", "{n} pairs met in an earlier session", plan.met_before))
        )
    if plan.apart:
        lines.append((NOTE, plural("{n} pair of colleagues", "{n} pairs of colleagues", plan.apart)))
    return [*lines, *_walking(plan)]


def _again(plan: Plan) -> Line:
    good = plan.quality
    if not good.repeats:
        return GOOD, _("nobody meets twice")
    again = _meetings_again(plan)
    if good.best:
        return GOOD, _("{again}, and no better plan is possible").format(again=again)
    if good.unavoidable:
        least = plural("at least {n} is unavoidable", "at least {n} are unavoidable", good.unavoidable)
        return NOTE, f"{again}, {least}"
    return NOTE, again


def _meetings_again(plan: Plan) -> str:
    good = plan.quality
    if good.most_meetings == 2:
        return plural("{n} pair meets twice", "{n} pairs meet twice", good.pairs_again)
    return plural("{n} repeated meeting", "{n} repeated meetings", good.repeats)


def _walking(plan: Plan) -> list[Line]:
    """How much people walk: said when it is as little as can be, and always as the most in one round."""
    if not plan.moves:
        return []
    sizes = {len(table) for turn in plan.rounds for table in turn}
    seats = [sum(map(len, turn)) - len(turn) for turn in plan.rounds]
    if len(sizes) == 1 and all(moved <= most for moved, most in zip(plan.moves, seats[1:], strict=True)):
        return [(GOOD, _("one person at each table stays seated"))]
    return [(NOTE, plural("at most {n} person moves", "at most {n} people move", max(plan.moves)))]


def briefly(plan: Plan) -> str:
    """A plan in one line, beside a proposal."""
    good = plan.quality
    whole = good.met == good.pairs
    meet = _("everybody meets") if whole else _("{met} of {pairs} pairs").format(met=good.met, pairs=good.pairs)
    again = _meetings_again(plan) if good.repeats else _("nobody twice")
    return f"{meet} · {again}"


def gains(stands: Plan, better: Plan) -> str:
    """What gets better, and behind it what that costs."""
    again, known, colleagues = (
        getattr(stands, count) - getattr(better, count) for count in ("repeats", "met_before", "apart")
    )
    said = [
        _fewer_again(stands, again) if again > 0 else "",
        _("repeat meetings are kept to a minimum") if again <= 0 and better.sq < stands.sq else "",
        plural("{n} fewer pair from an earlier session", "{n} fewer pairs from an earlier session", known)
        * (known > 0),
        plural("{n} fewer pair of colleagues", "{n} fewer pairs of colleagues", colleagues) * (colleagues > 0),
        plural("but {n} more repeated meeting", "but {n} more repeated meetings", -again) * (again < 0),
        plural("but {n} more pair from an earlier session", "but {n} more pairs from an earlier session", -known)
        * (known < 0),
        plural("but {n} more pair of colleagues", "but {n} more pairs of colleagues", -colleagues) * (colleagues < 0),
    ]
    return ", ".join(filter(None, said))


def _fewer_again(stands: Plan, fewer: int) -> str:
    if stands.most_meetings == 2:
        return plural("{n} fewer pair meets twice", "{n} fewer pairs meet twice", fewer)
    return plural("{n} fewer repeated meeting", "{n} fewer repeated meetings", fewer)


def spent(minutes: float) -> str:
    """Minutes with their seconds, such as ``56 min 15 s``."""
    minute, seconds = divmod(round(minutes * 60), 60)
    return f"{minute} min" + (f" {seconds} s" if seconds else "")


def talk(minutes: float) -> str:
    """The length of a talk, such as ``3,5'``."""
    return f"{number(minutes)}'"


def size_word(size: int) -> str:
    """What groups of this size are called."""
    return _("pairs") if size == 2 else _("trios") if size == 3 else _("groups of {n}").format(n=size)


def shape(dates: DateSettings) -> str:
    """How people sit and for how long, such as ``pairs · 4 minutes``."""
    lasts = _("1 minute") if dates.minutes == 1 else _("{n} minutes").format(n=number(dates.minutes))
    return f"{size_word(dates.size)} · {lasts}"
