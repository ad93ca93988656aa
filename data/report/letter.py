"""What the mail says that a summary goes with: what came of the session, and a word to who could not be there."""

from __future__ import annotations

from collections.abc import Iterator

from data.model import say
from data.report.blocks import Paragraph, Plain, Point, Points
from data.report.lead import lead
from data.report.recap import beforehand
from data.report.records import SummaryView
from data.report.tongue import Tongue
from data.report.wanted import Version


def letter(view: SummaryView, version: Version, t: Tongue, *, dated: bool) -> Iterator[Plain]:
    """The words of the mail, without greetings; ``dated`` tells that the next date goes with it for a calendar."""
    for told in lead(view, t):
        yield from told.plain
    if version is Version.PARTICIPANTS:
        yield from _absent(view, t)
    if view.next and view.next.beforehand:
        yield Paragraph(t(say("What we ask you to do before session {n}:", n=view.next.number)))
        yield Points(beforehand(view.next, t))
    if dated:
        yield Paragraph(t(say("Attached are the report of the session and the next date for your calendar.")))
    else:
        yield Paragraph(t(say("The report of the session is attached.")))


def _absent(view: SummaryView, t: Tongue) -> Iterator[Plain]:
    """Those who were awaited and were not there, greeted by name where people are named, with what is asked of them."""
    missed = [person.name for person in (*view.attendance.excused, *view.attendance.away)]
    if not missed:
        return
    names = t.all(missed)
    greeting = (
        say("{names}: we missed you. The report has all you need to catch up.", names=names)
        if names
        else say("Could you not be there? We missed you. The report has all you need to catch up.")
    )
    asked = tuple(
        Point(agreement.text, t.joined([t.all(agreement.who), t.day(agreement.due)]))
        for agreement in (*view.agreements, *view.to_do)
        if not agreement.done and set(agreement.who) & set(filter(None, missed))
    )
    also = t(say("And this is what we are counting on you for:")) if asked else ""
    yield Paragraph(" ".join(filter(None, (t(greeting), also))))
    if asked:
        yield Points(asked)
