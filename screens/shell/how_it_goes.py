"""How an activity goes, beside what it holds: for who facilitates, where the page has room for it."""

from __future__ import annotations

from data.i18n import _, told
from data.methods.forms import FORMS
from data.model import Activity
from screens.shell.house import House
from screens.shell.standing import When, when
from widgets.ledger import Chapter, Entry


def how_it_goes(house: House, activity: Activity) -> list[Chapter]:
    """The steps of its work form, a number before each; none once the session is over."""
    if when(house) is When.OVER:
        return []
    steps = enumerate(FORMS[activity.kind].steps, start=1)
    entries = tuple(Entry("", told(step), mark=str(number)) for number, step in steps)
    return [Chapter(_("How to run it"), entries, beside=True, spare=True)]
