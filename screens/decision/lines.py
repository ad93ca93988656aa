"""What the page of a decision shows in each phase, as lines that can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from data.i18n import _, day, plural, told
from data.methods.votes.ways import spec_of
from data.methods.votes.words import outcome_words
from data.model import (
    Action,
    Cluster,
    Decision,
    DecisionStatus,
    Objection,
    Phase,
    Proposal,
    State,
    SwotPoint,
)
from data.verbs.agreements import as_line
from data.verbs.decision.closing import objections, unresolved
from data.verbs.decision.phases import letters, points, proposals, standing, superseded_by
from data.verbs.decision.vote import votes
from data.verbs.network import called
from data.words import FATES, PHASES, SWOT_POINTS
from screens.decision.result import Shown, picture
from screens.decision.words import ASKED, FATE_MARKS, SWOT_MARKS, Kind, session_and_day, session_name, way_line
from widgets.laid_out import BLANK, alone, text
from widgets.page import Cell, Line
from widgets.phases import PhaseMark
from widgets.swot import Quadrant, quadrants
from widgets.wrapping import hanging

ROOMY = 90
"""From this width on there is air between a vote and its result."""

HIGH = 30
"""From this height on a proposal stands further from its quadrants than from the steps above it."""

LEAD = 24
"""The width of the names of facts, in cells, in a page that has room for them beside."""


def stages(state: State, decision: Decision, session: str) -> list[PhaseMark]:
    """The phases with what came of them; one that is planned for another session than this says so."""
    counts = {Phase.PROPOSE: len(standing(state, decision.id))}
    swot = {point.proposal for point in state.all(SwotPoint)}
    done = {
        Phase.EXPLORE: bool(decision.origin or decision.importance),
        Phase.PROPOSE: bool(counts[Phase.PROPOSE]),
        Phase.EXAMINE: any(one.id in swot for one in proposals(state, decision.id)),
        Phase.DECIDE: decision.status is DecisionStatus.DECIDED,
    }
    found = []
    for phase in Phase:
        planned = decision.planned.get(phase)
        elsewhere = session_name(state, planned) if planned != session else ""
        note = " ".join(filter(None, (str(counts.get(phase) or ""), elsewhere and f"({elsewhere})")))
        now = phase is decision.phase and decision.status is DecisionStatus.OPEN
        found.append(PhaseMark(told(PHASES[phase]), note, done[phase], now))
    return found


def explore(state: State, decision: Decision, kind: Kind, width: int) -> list[Line]:
    """The question, where it comes from, what makes it important, and which phase is treated when."""
    lines: list[Line] = []
    for what, value in (
        (Kind.QUESTION, decision.question),
        (Kind.ORIGIN, decision.origin),
        (Kind.IMPORTANCE, decision.importance),
    ):
        mark = "▸ " if what is kind else "  "
        heading = Content.assemble((mark, "bold"), (_(ASKED[what][1]), "bold"))
        lines += text(heading, width)
        lines += text(Content(value) if value else Content.styled("–", "$muted"), width, what.value, indent=2)
        lines.append(BLANK)
    lines += text(Content.styled(_("Which phase comes when?"), "bold"), width, indent=2)
    for phase in Phase:
        when = session_and_day(state, decision.planned.get(phase))
        said = (when, "") if when else (_("not planned yet"), "$muted")
        title = told(PHASES[phase])
        row = Content.assemble((title.ljust(16), "$muted"), said)
        lines += text(row, width, f"phase:{phase.value}", indent=2)
    return lines


def propose(state: State, decision: Decision, chosen: str, width: int, height: int) -> list[Line]:
    """The proposals with where they come from; of the chosen one, its earlier wordings too."""
    every = proposals(state, decision.id)
    if not every:
        return alone(_("No proposal yet: type one, or take clusters with F5."), width, height)
    by_letter = letters(every)
    lines: list[Line] = []
    for proposal in sorted(every, key=lambda one: one.dropped):
        source = _source(state, proposal)
        style = "$muted" if proposal.dropped else ""
        row = Content.assemble((f"{by_letter[proposal.id]}  ", f"bold {style}"), (proposal.text, style))
        behind = " · ".join(filter(None, (_("dropped") if proposal.dropped else "", source, _marks(state, proposal))))
        lines += _with_aside(row, behind, width, proposal.id)
        if proposal.id == chosen and len(proposal.versions) > 1:
            lines += _versions(state, proposal, width)
    return lines


def _source(state: State, proposal: Proposal) -> str:
    cluster = state.find(Cluster, proposal.cluster)
    who = called(state).get(proposal.participant or "", "")
    return " · ".join(
        filter(
            None,
            (
                _("from “{title}”").format(title=cluster.title) if cluster else "",
                _("by {name}").format(name=who) if who else "",
            ),
        )
    )


def _marks(state: State, proposal: Proposal) -> str:
    versions = len(proposal.versions)
    against = len(unresolved(state, proposal.decision, proposal.id))
    return " · ".join(
        filter(
            None,
            (
                _("version {n}").format(n=versions) if versions > 1 else "",
                plural("{n} objection", "{n} objections", against) if against else "",
            ),
        )
    )


def _versions(state: State, proposal: Proposal, width: int) -> list[Line]:
    lines: list[Line] = []
    for number, version in enumerate(proposal.versions[:-1], start=1):
        why = proposal.versions[number].why
        facts = " · ".join(
            filter(None, (session_name(state, version.session), why and _("why: {why}").format(why=why)))
        )
        row = Content.styled(f"{number}: {version.text}" + (f"   {facts}" if facts else ""), "$muted")
        lines += text(row, width, proposal.id, indent=5)
    return lines


def _with_aside(row: Content, behind: str, width: int, id_: str) -> list[Line]:
    """A row with something quiet at its right when there is room, else under it."""
    aside = Content.styled(behind, "$muted")
    if row.cell_length + aside.cell_length + 4 <= width:
        gap = " " * (width - 2 - row.cell_length - aside.cell_length)
        return [[Cell(Content.assemble(" ", row, gap, aside), width, id_)]]
    lines = text(row, width, id_, indent=1, hang=3)
    return lines + (text(aside, width, id_, indent=4) if behind else [])


def examine(state: State, proposal: Proposal | None, kind: Kind, width: int, height: int) -> list[Line]:
    """The four quadrants of one proposal; ``kind`` is what the line adds to."""
    if proposal is None:
        return alone(_("There is no proposal to examine yet."), width, height)
    every = standing(state, proposal.decision)
    by_letter = letters(proposals(state, proposal.decision))
    place = [one.id for one in every].index(proposal.id) + 1 if proposal in every else 0
    head = Content.assemble(
        (f"{by_letter[proposal.id]}  ", "bold"),
        (proposal.text, "bold"),
        ("   " + _("{n} of {all}").format(n=place, all=len(every)) + " · ↑↓", "$muted"),
    )
    said = points(state, proposal.id)
    four = [
        Quadrant(
            told(SWOT_POINTS[what]),
            sign,
            style,
            [(point.id, point.text) for point in said if point.kind is what],
            what.value == kind.value,
        )
        for what, (sign, style) in SWOT_MARKS.items()
    ]
    lines = [*text(head, width, indent=1), BLANK, *([BLANK] if height >= HIGH else [])]
    return lines + quadrants(four, width, height - len(lines))


def decide(state: State, decision: Decision, shown: Shown | None, width: int) -> list[Line]:
    """The last result and the objections; before any vote the proposals."""
    lines: list[Line] = []
    if shown is None:
        by_letter = letters(proposals(state, decision.id))
        for proposal in standing(state, decision.id):
            row = Content.assemble((f"{by_letter[proposal.id]}  ", "bold"), proposal.text)
            lines += _with_aside(row, _marks(state, proposal), width, proposal.id)
    else:
        lines += text(Content.styled(way_line(shown.vote), "$muted"), width, indent=1)
        lines += [*([BLANK] if width >= ROOMY else []), *picture(shown, width)]
    if lines and lines[-1] != BLANK:
        lines.append(BLANK)
    return lines + _objections(state, decision, width) + _earlier(state, decision, shown, width)


def _objections(state: State, decision: Decision, width: int) -> list[Line]:
    every = objections(state, decision.id)
    if not every:
        return []
    by_letter = letters(proposals(state, decision.id))
    lines = text(Content.styled(_("Objections and concerns"), "bold"), width, indent=1)
    for said in every:
        lines += _objection(state, said, by_letter.get(said.proposal, "?"), width)
    return [*lines, BLANK]


def _objection(state: State, said: Objection, letter: str, width: int) -> list[Line]:
    sign, style = FATE_MARKS[said.fate]
    who = called(state).get(said.participant or "", "")
    kind = _(ASKED[Kind.CONCERN if said.concern else Kind.OBJECTION][0])
    facts = [kind, who, told(FATES[said.fate]), said.resolution]
    row = Content.assemble((f"{sign} ", f"bold {style}"), (f"{letter}  ", "bold"), said.text)
    return _with_aside(row, " · ".join(filter(None, facts)), width, said.id)


def _earlier(state: State, decision: Decision, shown: Shown | None, width: int) -> list[Line]:
    before = [vote for vote in votes(state, decision.id) if vote.closed and (shown is None or vote.id != shown.vote.id)]
    if not before:
        return []
    lines = text(Content.styled(_("Earlier votes"), "bold $muted"), width, indent=1)
    for vote in reversed(before):
        words = outcome_words(vote.outcome)
        outcome = told(words.short) if words else vote.outcome
        of = Shown.of(state, vote)
        reached = of.letters([id_ for id_, code in vote.results.items() if code == vote.outcome])
        about, found = of.letters(list(of.named)), f"{outcome} {reached}" if len(of.named) > 1 else outcome
        said = f"{session_name(state, vote.session)} · {told(spec_of(vote).words.title)} · {about}: {found}"
        lines += text(Content.styled(said, "$muted"), width, indent=3)
    return lines


def taken(state: State, decision: Decision, shown: Shown | None, width: int) -> list[Line]:
    """A decision that was taken: its statement, what decided it, and what is left to do."""
    parked = decision.status is DecisionStatus.PARKED
    head = _("Parked") if parked else _("Decided in {session}").format(session=session_name(state, decision.decided_in))
    lines = text(Content.styled(("○ " if parked else "✓ ") + head, "bold $muted" if parked else "bold $success"), width)
    if decision.outcome:
        lines += [BLANK, *text(Content.styled(decision.outcome, "bold"), width, decision.id, indent=2), BLANK]
    facts = [
        (_("What settled it"), decision.decided_by),
        (_("Dissent and concerns"), decision.dissent),
        (_("To be reviewed"), day(decision.review, year=True) if decision.review else ""),
        (_("Standing"), _standing(state, decision)),
    ]
    for name, value in facts:
        if value:
            lines += _fact(name, value, width)
    actions = state.where(Action, lambda action: action.decision == decision.id)
    if actions:
        lines += [BLANK, *text(Content.styled(_("Action points"), "bold"), width, indent=2)]
        for action in actions:
            mark = ("✓ ", "$success") if action.done else ("○ ", "$muted")
            lines += text(Content.assemble(mark, as_line(state, action)), width, action.id, indent=2, hang=2)
    if shown is not None:
        lines += [BLANK, *text(Content.styled(way_line(shown.vote), "$muted"), width, indent=2), *picture(shown, width)]
    return lines


def _standing(state: State, decision: Decision) -> str:
    after = superseded_by(state, decision.id)
    if after:
        return _("reopened: a new decision replaces it")
    if decision.confirmed:
        return _("confirmed in {session}").format(session=session_name(state, decision.confirmed))
    if decision.provisional:
        return _("provisional: to be confirmed next time, less than half of the network was there")
    return ""


def _fact(name: str, value: str, width: int) -> list[Line]:
    if width < 70:
        return [*text(Content.styled(name, "$muted"), width, indent=2), *text(value, width, indent=4)]
    lead = Content.assemble("  ", (name.ljust(LEAD), "$muted"), "  ")
    return [[Cell(row, width)] for row in hanging(lead, Content(value), width)]


def choosing(open_ones: Sequence[Decision], session: str, width: int, height: int) -> list[Line]:
    """No decision is chosen for this item yet: those that are under way, to go on with; which was announced is said."""
    if not open_ones:
        return alone(_("No decision is under way: type a question to start one."), width, height)
    lines = [
        *text(Content.styled(_("Continue with a decision, or type the question of a new one."), "bold"), width),
        BLANK,
    ]
    for decision in open_ones:
        if decision.status is DecisionStatus.DECIDED:
            where = _("to be confirmed")
        else:
            where = _("parked") if decision.status is DecisionStatus.PARKED else told(PHASES[decision.phase])
            today = [told(PHASES[phase]) for phase, planned in decision.planned.items() if planned == session]
            where = _("for today: {phases}").format(phases=", ".join(today)) if today else where
        lines += _with_aside(Content(decision.question), where, width, decision.id)
    return lines
