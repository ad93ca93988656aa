"""What the room takes along at the end: decisions, agreements, and when we meet again."""

from __future__ import annotations

from textual.content import Content

from data.i18n import _, day
from data.report.records import SummaryView
from data.verbs.network import profile
from screens.shell.room import Moment
from screens.shell.standing import title
from widgets.projected import Projected


def projected(moment: Moment) -> Projected:
    """What the network wants to reach together."""
    return Projected(giant=profile(moment.state).shared_goal or title(moment.activity))


def thanks(view: SummaryView, *, roomy: bool) -> Content:
    """The outcome of the session in large steps."""
    parts: list[Content] = [Content.styled(_("What we agreed"), "bold $accent"), Content("")]
    outcomes = [decided.outcome for decided in view.decisions if decided.here and decided.outcome]
    rows = [Content.assemble(("✓  ", "$success"), (text, "bold")) for text in outcomes]
    rows += [
        Content.assemble(("·  ", "$accent"), made.text, (_about(made.who, made.due), "$muted"))
        for made in view.agreements
    ]
    parts += _spread(rows or [Content.styled(_("Nothing was decided or agreed in this session."), "$muted")], roomy)
    parts += [Content(""), Content.styled(_("We meet again"), "bold $accent"), Content("")]
    coming = view.next
    if coming is None:
        parts.append(Content.styled(_("The date is still to be agreed."), "$muted"))
    else:
        facts = [day(coming.date) if coming.date else _("the date is still to be agreed"), coming.starts, coming.place]
        parts.append(Content.styled(" · ".join(filter(None, facts)), "bold"))
    return Content("\n").join(parts)


def _about(who: tuple[str, ...], due: str) -> str:
    said = " · ".join(filter(None, (", ".join(who), due)))
    return f"   {said}" if said else ""


def _spread(rows: list[Content], roomy: bool) -> list[Content]:
    return [line for row in rows for line in ((row, Content("")) if roomy else (row,))]
