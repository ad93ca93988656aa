"""What stands beside the list of people in a wide window: the themes, the organisations, and who is waited for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from textual.content import Content

from data.i18n import _
from data.model import Session, State
from data.verbs.check_in import begun, present, steady_core, unknown
from data.verbs.network import called, members
from screens.check_in.series import SERIES
from widgets.wrapping import hanging


def beside(state: State, session: Session, width: int) -> Content:
    """Each under its heading: what it is about, how many of each organisation are here, and who of the core is not yet.

    What there is nothing of is left out.
    """
    here = {who.id for who in present(state, session.id)}
    everybody = members(state, session.id)
    of_each = Counter(who.organisation for who in everybody if who.organisation)
    came = Counter(who.organisation for who in everybody if who.id in here)
    names = called(state)
    core = {who.id for who in steady_core(state, session.id)} if len(begun(state, session.id)) >= SERIES else set()
    missed = [names[who.id] for who in unknown(state, session.id) if who.id in core]
    counts = {name: _("{n} of {all}").format(n=came[name], all=count) for name, count in of_each.items()}
    chapters = (
        (_("Themes"), [_point(theme, width) for theme in session.themes]),
        (_("Organisations"), [_counted(name, counts[name], width) for name in sorted(of_each)]),
        (_("Regulars, not here yet"), [_point(name, width) for name in missed]),
    )
    blocks = [[[Content.styled(title, "bold")], [Content("")], *rows] for title, rows in chapters if rows]
    return Content("\n\n").join(Content("\n").join(line for row in block for line in row) for block in blocks)


def _point(text: str, width: int) -> Sequence[Content]:
    return hanging(Content.styled("· ", "$muted"), Content.styled(text, "$muted"), width)


def _counted(name: str, count: str, width: int) -> Sequence[Content]:
    """A name with a number at the edge; one that is long goes on below itself."""
    first, *rest = hanging(Content(""), Content.styled(name, "$muted"), width - len(count) - 2)
    return [first.pad_right(max(0, width - len(count) - first.cell_length)) + count, *rest]
