"""What is carried over by keyboard through three sessions, found in each summary, until it is closed."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from data.model import (
    Action,
    Activity,
    ActivityKind,
    Attendance,
    Fate,
    Kept,
    Presence,
    Promise,
    Question,
    SessionStatus,
    Theme,
)
from data.report.document import document
from data.report.markdown import render
from data.report.view import summary
from data.verbs.network import sessions
from data.verbs.pending import pending
from data.verbs.programme import of_kind, programme
from tests.pilot import read, running, type_text, until
from tests.screens.group import NAMES, group
from tui.app import Kring

KINDS = [ActivityKind.ROUND_TABLE, ActivityKind.PEER_CONSULTATION, ActivityKind.AGREEMENTS, ActivityKind.CLOSE]
PROMISED = Promise(id="b", session="s", text="Hulp bij eigen cases")
HERE = [
    Attendance(id=f"x{place}", session="s", participant=f"p{place}", presence=Presence.PRESENT)
    for place in range(len(NAMES))
]


def told(app: Kring, number: int) -> str:
    """The summary of a session."""
    return render(document(summary(app.state, sessions(app.state)[number - 1].id), "nl"))


async def line(pilot: Pilot[None], text: str) -> None:
    """Type something, and Enter."""
    await type_text(pilot, text)
    await pilot.press("enter")


async def close(app: Kring, pilot: Pilot[None], number: int) -> None:
    """To the close of this session, and end it."""
    session = sessions(app.state)[number - 1]
    app.go(of_kind(app.state, session.id, ActivityKind.CLOSE)[0].id)
    await read(pilot, f"sessie {number}")
    if number < 3:
        await pilot.press("n")
        await read(pilot, "Wanneer is de volgende sessie")
        await line(pilot, f"14/{number}/2031")
        await until(pilot, lambda: len(sessions(app.state)) > number)
    await pilot.press("c")
    await until(pilot, lambda: sessions(app.state)[number - 1].status is SessionStatus.CLOSED)
    if number < 3:
        await pilot.press("enter")
        await read(pilot, f"Sessie {number + 1}")


async def go(app: Kring, pilot: Pilot[None], number: int, kind: ActivityKind, *, begin: bool = False) -> Activity:
    """To the activity of this kind by its digit in the programme; or begin it there."""
    session = sessions(app.state)[number - 1].id
    item = of_kind(app.state, session, kind)[0]
    await pilot.press("f2")
    await read(pilot, f"Sessie {number} ")
    place = programme(app.state, session).index(item)
    await pilot.press(*(("home", *["down"] * place, "b") if begin else (str(place + 1),)))
    await until(pilot, lambda: app.place == item.id)
    return item


async def chosen_open(pilot: Pilot[None], letters: str) -> None:
    """In Open, only what has these letters."""
    await pilot.press("f2", "o")
    await read(pilot, "Nog open")
    await pilot.press("slash", "ctrl+u")
    await line(pilot, letters)
    await read(pilot, f"1 punt, “{letters}”")


async def test_what_is_asked_promised_and_agreed_lives_through_three_sessions(tmp_path: Path) -> None:
    async with running(group(tmp_path, KINDS, extra=[*HERE, PROMISED]), size=(120, 36)) as (app, pilot):
        # Session 1: a question, a case with its next step, an action.
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        await pilot.press("f5")
        await line(pilot, "kw")
        await read(pilot, "▸ KAREL WOUTERS")
        await line(pilot, "Hoe lang?")
        await until(pilot, lambda: app.state.all(Question))
        await go(app, pilot, 1, ActivityKind.PEER_CONSULTATION)
        await pilot.press("f5")
        await line(pilot, "lv")
        await read(pilot, "▸ LIEN VERMEULEN")
        await pilot.press(*["f6"] * 5)
        await line(pilot, "Bel iedereen; mei")
        await go(app, pilot, 1, ActivityKind.AGREEMENTS)
        await pilot.press("tab", "tab", "tab")
        await line(pilot, "Zaal; ap; mei")
        await until(pilot, lambda: len(app.state.all(Action)) == 2)
        question, (step, action) = app.state.all(Question)[0], app.state.all(Action)
        await close(app, pilot, 1)
        for text in ("Hoe lang?", "Bel iedereen", "Zaal"):
            assert text in told(app, 1), text

        # Session 2: the question is put aside, the action is done, the step and the promise are looked at.
        await go(app, pilot, 2, ActivityKind.CHECK_IN, begin=True)
        await chosen_open(pilot, "lang")
        await pilot.press("p")
        await read(pilot, "geparkeerd in sessie 2")
        await chosen_open(pilot, "zaal")
        await pilot.press("a")
        await line(pilot, "zolder")
        await until(pilot, lambda: app.state.get(Action, action.id).fate is Fate.CLOSED)
        await pilot.press("ctrl+p")
        await line(pilot, "intervisie")
        await read(pilot, "Bel iedereen")
        await pilot.press("escape", "a")
        await read(pilot, "Wat is ervan gekomen")
        await line(pilot, "kwamen")
        await until(pilot, lambda: app.state.get(Action, step.id).fate is Fate.CLOSED)
        await go(app, pilot, 2, ActivityKind.EVALUATION)
        await pilot.press("shift+f8")
        await read(pilot, "Tussentijds")
        await pilot.press("2", "shift+f6")
        await read(pilot, "Hulp bij eigen cases")
        await pilot.press("escape", "home", "h")
        await until(pilot, lambda: Kept.PARTLY in app.state.get(Promise, "b").checks.values())

        # The agenda of session 3 is proposed, amended, and is its programme.
        await go(app, pilot, 2, ActivityKind.RECAP)
        await pilot.press("escape")
        await line(pilot, "Feedback geven")
        await until(pilot, lambda: app.state.all(Theme))
        await pilot.press("f6")
        await read(pilot, "Agenda van sessie 3")
        third = sessions(app.state)[2].id
        (storm,) = (item for item in programme(app.state, third) if item.question == "Feedback geven")
        minutes = storm.minutes
        await pilot.press("escape", "home", *["down"] * programme(app.state, third).index(storm), "plus")
        await until(pilot, lambda: app.state.get(Activity, storm.id).minutes == minutes + 5)
        await close(app, pilot, 2)
        for text in ("kwamen", "zolder", "deels nagekomen", "Feedback geven", "Hoe lang?"):
            assert text in told(app, 2), text

        # Session 3: its programme is that agenda; the question is taken up and answered, and the promise is kept.
        begun = await go(app, pilot, 3, ActivityKind.BRAINSTORM, begin=True)
        assert begun.id == storm.id
        await chosen_open(pilot, "lang")
        await pilot.press("o", "a")
        await line(pilot, "mei")
        await until(pilot, lambda: app.state.get(Question, question.id).answered == third)
        await go(app, pilot, 3, ActivityKind.EVALUATION)
        await pilot.press("shift+f8")
        await read(pilot, "Tussentijds")
        await pilot.press("2", "shift+f6")
        await read(pilot, "Hulp bij eigen cases")
        await pilot.press("escape", "home", "g")
        await until(pilot, lambda: app.state.get(Promise, "b").fate is Fate.CLOSED)
        await go(app, pilot, 3, ActivityKind.RECAP)
        await read(pilot, "Feedback geven")
        await pilot.press("end", "r")
        await until(pilot, lambda: app.state.all(Theme)[0].fate is Fate.CLOSED)
        await close(app, pilot, 3)
        for text in ("“mei”", "nagekomen", "Feedback geven"):
            assert text in told(app, 3), text
        assert [each.text for each in pending(app.state)] == []
