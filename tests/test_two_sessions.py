"""What one session leaves is what the next one begins with: by keys, over two sessions."""

from __future__ import annotations

from pathlib import Path

from data.model import ActivityKind, Attendance, Fate, Presence, Question, RecapPoint, SessionStatus, Theme, Verdict
from data.report.document import document
from data.report.markdown import render
from data.report.view import summary
from data.verbs.network import sessions
from data.verbs.pending import pending
from data.verbs.programme import programme
from tests.pilot import read, running, type_text, until
from tests.screens.group import NAMES, group

HERE = [
    Attendance(id=f"x{place}", session="s", participant=f"p{place}", presence=Presence.PRESENT)
    for place in range(len(NAMES))
]
KINDS = [ActivityKind.ROUND_TABLE, ActivityKind.RECAP, ActivityKind.CLOSE]


async def test_what_is_asked_goes_on_the_agenda_and_is_answered_in_the_next_session(tmp_path: Path) -> None:
    async with running(group(tmp_path, KINDS, extra=HERE), size=(120, 36)) as (app, pilot):
        # Session 1: a question is asked, planned, and a point goes on.
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "▸ KAREL WOUTERS")
        await type_text(pilot, "Hoe lang duurt het?")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Question))
        await pilot.press("f2", "o")
        await read(pilot, "Karel · open sinds sessie 1")
        await pilot.press("n")
        await read(pilot, "voor sessie 2")
        await pilot.press("f2", "2")
        await read(pilot, "Wat is rond")
        await pilot.press("escape")
        await type_text(pilot, "Feedback geven")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Theme))
        await pilot.press("f6")
        await read(pilot, "Agenda van sessie 2")
        second = sessions(app.state)[1].id
        treated = [item.question for item in programme(app.state, second) if item.about]
        assert treated == ["Feedback geven", "Hoe lang duurt het?", "Wat is talent?"]
        await pilot.press("escape", "home", *["down"] * 3, "plus")
        await until(pilot, lambda: sum(item.minutes for item in programme(app.state, second)) == 185)

        # It is agreed when and where, and the session is closed: the next one is there.
        await pilot.press("f2", "3")
        await read(pilot, "Verslag")
        await pilot.press("n")
        await read(pilot, "Wanneer is de volgende sessie")
        await type_text(pilot, "14 foo")
        await pilot.press("enter")
        await read(pilot, "“14 foo” is niet begrepen")
        await pilot.press("ctrl+u")
        await type_text(pilot, "14 jan 2031 13u30")
        await pilot.press("tab")
        await type_text(pilot, "Gent")
        await pilot.press("enter")
        await until(pilot, lambda: sessions(app.state)[1].place == "Gent")
        assert (sessions(app.state)[1].date, sessions(app.state)[1].starts) == ("2031-01-14", "13:30")
        await pilot.press("c")
        await until(pilot, lambda: sessions(app.state)[0].status is SessionStatus.CLOSED)
        await pilot.press("enter")
        await read(pilot, "Sessie 2")
        await read(pilot, "Feedback geven")
        told = render(document(summary(app.state, "s"), "nl"))
        for text in ("Feedback geven", "volgende keer verder", "### Op de agenda", "Hoe lang duurt het?", "Gent"):
            assert text in told, text

        # Session 2: its programme is that agenda; the question is worked on and answered.
        item = next(item for item in programme(app.state, second) if item.question == "Hoe lang duurt het?")
        await pilot.press("home", *["down"] * programme(app.state, second).index(item), "b")
        await until(pilot, lambda: app.place == item.id)
        assert sessions(app.state)[1].status is SessionStatus.OPEN
        app.go(next(each.id for each in programme(app.state, second) if each.kind is ActivityKind.RECAP))
        await read(pilot, "Hoe lang duurt het?")
        await pilot.press("r")
        (question,) = app.state.all(Question)
        await until(pilot, lambda: app.state.all(Question)[0].fate is Fate.CLOSED)
        assert app.state.all(Question)[0].answered == second
        assert question.text not in [each.text for each in pending(app.state)]
        (point,) = [each for each in app.state.all(RecapPoint) if each.session == second]
        assert (point.about, point.verdict) == (question.id, Verdict.ROUND)
