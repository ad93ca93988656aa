"""Round table: who speaks, what they say, and who joins in."""

from pathlib import Path

import pytest
from textual.events import Paste

from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Delivery,
    Engagement,
    EngagementKind,
    Fate,
    Participant,
    Presence,
    Question,
    QuestionKind,
    Session,
    SessionStatus,
)
from data.verbs.round_table import say_question, speaks_next
from screens.shell.screen import KringScreen
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import HOSTILE, NAMES, group
from widgets.capture_line import CaptureLine

HERE = [
    Attendance(id=f"x{place}", session="s", participant=f"p{place}", presence=Presence.PRESENT)
    for place in range(len(NAMES))
]
BEFORE = [
    Session(id="s0", number=0, status=SessionStatus.CLOSED, date="2026-10-01"),
    Question(id="old", session="s0", text="Wat is talent?", participant="p4", also=("p3",)),
    Question(id="done", session="s0", text="Is dit beantwoord?", fate=Fate.CLOSED, closed="s0"),
]

KAREL = Participant(id="p4", name="Karel Wouters", organisation="Stad A", goal="Zelf leren loslaten")


@pytest.fixture()
def path(tmp_path: Path) -> Path:
    return group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[*HERE, *BEFORE])


async def test_a_turn_by_keyboard(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "▸ KAREL WOUTERS")
        await type_text(pilot, "Hoe spoor je talent op?")
        await pilot.press("enter")
        await read(pilot, "leervraag")
        await pilot.press("f6")
        await read(pilot, "Wie sluit zich aan? “Hoe spoor je talent op?”")
        await type_text(pilot, "el")
        await pilot.press("enter")
        await read(pilot, "met Els")
        await pilot.press("tab")
        await read(pilot, "Wat moet in onze sessies aan bod komen?")
        await type_text(pilot, "Kleine bedrijven")
        await pilot.press("tab", "shift+tab", "enter")
        await read(pilot, "Kleine bedrijven          verwachting")
        await pilot.press("f5", "enter")
        await read(pilot, "1 gehoord")
        said = [question for question in app.state.all(Question) if question.session == "s"]
        assert [(q.kind, q.text, q.participant, q.also) for q in said] == [
            (QuestionKind.QUESTION, "Hoe spoor je talent op?", "p4", ("p3",)),
            (QuestionKind.EXPECTATION, "Kleine bedrijven", "p4", ()),
        ]
        assert app.state.get(Activity, "a0").speakers == ("p4", "p0")
        await read(pilot, "Vandaag gezegd  2")
        await read(pilot, "Uit vorige sessies  1 open")
        assert "Is dit beantwoord?" not in shown(app)


async def test_lines_are_changed_treated_answered_and_taken_away(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat is talent?")
        await pilot.press("escape", "e")
        await read(pilot, "Wijzig deze regel")
        await type_text(pilot, " Echt")
        await pilot.press("enter")
        await read(pilot, "Wat is talent? Echt")
        await pilot.press("k", "b")
        await read(pilot, "behandeld")
        assert app.state.get(Question, "old").kind is QuestionKind.EXPECTATION
        assert app.state.get(Question, "old").treated == "s"
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Question, "old").answered == "s")
        await pilot.press("ctrl+z", "j")
        await type_text(pilot, "els")
        await read(pilot, "sluit al aan")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Question, "old").also == ())
        await pilot.press("delete")
        await until(pilot, lambda: app.state.find(Question, "old") is None)
        await pilot.press("e")
        await read(pilot, "Er is nog niets gezegd")


async def test_nobody_is_shown_up(path: Path) -> None:
    async with running(path, size=(120, 36), looking_along=True) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await pilot.press("f5", "enter")
        await read(pilot, "▸ AN CLAES")
        assert "Lien Vermeulen" not in shown(app)
        await pilot.press("f5")
        await read(pilot, "Wie is aan het woord?")
        assert "gehoord" not in shown(app)
        await pilot.press("escape", "f8")
        await read(pilot, "Lien Vermeulen")


async def test_a_half_typed_line_outlives_the_choice_of_a_speaker(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await pilot.press("tab")
        await type_text(pilot, "half een")
        await pilot.press("f5", "escape", "f5", "enter")
        await read(pilot, "▸ AN CLAES")
        await type_text(pilot, " zin")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.all(Question)[-1].text == "half een zin")
        assert app.state.all(Question)[-1].kind is QuestionKind.EXPECTATION


async def test_the_room_reads_who_speaks(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await pilot.press("f5", "enter", "f9")
        await until(pilot, lambda: "█" in shown(app))
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert (seen.giant, seen.items[-1].text) == ("An\u00a0Claes", "hierna An P. · Bram")


async def test_hostile_text_shows_literally(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], names=HOSTILE, extra=HERE)
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await pilot.press("f5", "enter")
        await type_text(pilot, "[@click=app.quit]x[/] $accent [/]")
        await pilot.press("enter")
        await read(pilot, "[@click=app.quit]x[/] $accent [/]")
        await pilot.press("f6", "enter", "f9", "f9", "f3")
        assert "\x1b" not in shown(app)


async def test_pasted_lines_are_kept_one_by_one(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        line = app.screen.query_one("#line", CaptureLine)
        line.restore("half")
        line.post_message(Paste("Hoe begin ik?\n\nWie helpt mij?\nWat kost het?\n"))
        await read(pilot, "3 regels, elk apart bewaard")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.state.all(Question)) >= 3 and line.value == "half")
        assert [asked.text for asked in app.state.all(Question)][-3:] == [
            "Hoe begin ik?",
            "Wie helpt mij?",
            "Wat kost het?",
        ]


async def test_what_does_not_fit_is_told(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        line = app.screen.query_one("#line", CaptureLine)
        line.post_message(Paste("\n".join(["x" * 2500, *(f"regel {n}" for n in range(600))])))
        await read(pilot, "500 regels")
        await read(pilot, "Nog 101 regels vallen weg")
        await read(pilot, "1 regel is te lang en wordt afgekapt")
        await pilot.press("escape")
        line.post_message(Paste("y" * 2003))
        await read(pilot, "3 tekens pasten er niet bij")
        assert len(line.value) == 2000
        await pilot.press("left")
        await until(pilot, lambda: "3 tekens" not in shown(app))
        await pilot.press("z")
        await read(pilot, "1 teken paste er niet bij")
        assert line.value == "y" * 2000


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_end_and_how_evenly_people_speak_are_for_the_facilitator_alone(
    path: Path, size: tuple[int, int]
) -> None:
    async with running(path, size=size, looking_along=False) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        for who in ("p0", "p1"):
            app.do(speaks_next, activity="a0", participant=who)
            for number in range(3 if who == "p0" else 1):
                app.do(say_question, session="s", text=f"vraag {number}", participant=who, activity="a0")
        await read(pilot, "klaar om")
        assert "gesproken als" not in shown(app), "four lines say nothing yet"
        app.do(say_question, session="s", text="nog een", participant="p2", activity="a0")
        await read(pilot, "gesproken als door 2 van 7")  # 25 / (9 + 1 + 1)
        await pilot.press("f8")
        await until(pilot, lambda: "klaar om" not in shown(app))
        assert "gesproken als" not in shown(app)
        app.screen.tick()  # type: ignore[attr-defined]
        await pilot.pause()
        assert "klaar om" not in shown(app)


async def test_an_answered_question_can_be_opened_again(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat is talent?")
        # At once, as long as this session goes on; by a too.
        await pilot.press("escape", "a")
        await until(pilot, lambda: not app.state.get(Question, "old").waits)
        assert "Wat is talent?" in shown(app)
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Question, "old").waits)
        # And one of long ago, once the answered are shown.
        assert "Is dit beantwoord?" not in shown(app)
        await pilot.press("v", "end")
        await read(pilot, "Is dit beantwoord?")
        await pilot.press("a")
        await until(pilot, lambda: app.state.get(Question, "done").waits)
        await pilot.press("v")
        await until(pilot, lambda: "Eerder beantwoord" not in shown(app))
        assert "Is dit beantwoord?" in shown(app)


async def test_what_the_speaker_prepared_stands_beside_them_and_not_for_the_room(tmp_path: Path) -> None:
    asked = Engagement(id="e", session="s", text="Vul de scan in", kind=EngagementKind.ASSIGNMENT)
    given = Delivery(id="d", assignment="e", participant="p4", text="zes op tien")
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[*HERE, asked, given])
    async with running(path, looking_along=False) as (app, pilot):
        app.go("a0")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "Vul de scan in: zes op tien")
        await pilot.press("f8")
        await until(pilot, lambda: "zes op tien" not in shown(app) and "Vul de scan in" in shown(app))


async def test_what_somebody_asked_before_stands_beside_their_name_and_their_goal_not_for_the_room(
    tmp_path: Path,
) -> None:
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[*HERE, *BEFORE, KAREL])
    async with running(path, size=(80, 24), looking_along=False) as (app, pilot):
        app.go("a0")
        await read(pilot, "Uit vorige sessies")
        for letters, who in (("kw", "KAREL WOUTERS"), ("els", "ELS DE SMET")):
            await pilot.press("f5")
            await type_text(pilot, letters)
            await pilot.press("enter")
            await read(pilot, who)
            await read(pilot, "Eerder gevraagd")
            assert shown(app).count("Wat is talent?") == 1 and "sessie 0" in shown(app)
            assert "Uit vorige sessies" not in shown(app)
            assert ("Zelf leren loslaten" in shown(app)) is (letters == "kw")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "Zelf leren loslaten")
        await pilot.press("escape", "v")
        await read(pilot, "Is dit beantwoord?")
        assert shown(app).count("Wat is talent?") == 1
        await pilot.press("f8")
        await until(pilot, lambda: "Zelf leren loslaten" not in shown(app) and "Wat is talent?" in shown(app))
        await pilot.press("f8", "f9")
        await read_large(pilot, "Karel")
        assert "loslaten" not in shown(app)


@pytest.mark.parametrize(("language", "key"), [("nl", "→ neemt het over"), ("en", "→ accepts it")])
async def test_what_somebody_said_already_is_taken_over_by_one_key(path: Path, language: str, key: str) -> None:
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab ")
        await pilot.press("f5", "enter")
        await read(pilot, "▸ AN CLAES")
        line = app.screen.query_one("#line", CaptureLine)
        await type_text(pilot, "wa")
        assert key not in shown(app)
        await type_text(pilot, "t")
        await read(pilot, "› wat is talent?")
        await read(pilot, key)
        # The grey rest is only offered: Enter keeps what was typed, and a dialog in front changes nothing of it.
        await pilot.press("f5", "escape")
        await read(pilot, key)
        await pilot.press("right")
        await until(pilot, lambda: line.value == "Wat is talent?")
        assert key not in shown(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: line.value == "wat")
        await read(pilot, key)
        await pilot.press("right", "enter")
        await until(pilot, lambda: app.state.all(Question)[-1].text == "Wat is talent?")
        assert app.state.all(Question)[-1].participant == "p0"
        # She said it; it is not offered to her again. Another kind of line was not said yet.
        await type_text(pilot, "Wat")
        assert key not in shown(app)
        await pilot.press("ctrl+u", "f5", "enter")
        await read(pilot, "▸ AN PEETERS")
        await type_text(pilot, "Wat i")
        await read(pilot, key)
        await pilot.press("tab")
        await until(pilot, lambda: key not in shown(app))
        await pilot.press("shift+tab")
        await read(pilot, key)


async def test_enter_keeps_what_was_typed_and_not_what_was_offered(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await type_text(pilot, "Wat is tal")
        await read(pilot, "→ neemt het over")
        await pilot.press("left", "right", "enter")
        await until(pilot, lambda: app.state.all(Question)[-1].text == "Wat is tal")


async def test_of_who_speaks_it_tells_whole_facts_beside_who_comes_next(tmp_path: Path) -> None:
    who = Participant(
        id="p0", name="An Claes", organisation="Stad Nergenshuizen", function="teamleider groen en openbare ruimte"
    )
    path = group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[*HERE, who])
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await pilot.press("f5", "enter")
        await read(pilot, "▸ AN CLAES   Stad Nergenshuizen")
        row = next(row for row in shown(app).split("\n") if "AN CLAES" in row)
        assert "teamleider" not in row
        assert "hierna" in row
        await pilot.resize_terminal(120, 36)
        await read(pilot, "Stad Nergenshuizen · teamleider groen en openbare ruimte")


async def test_what_is_typed_has_its_kind_when_the_application_comes_back(path: Path) -> None:
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Tab soort")
        await pilot.press("tab")
        await type_text(pilot, "Cases uit kleine bedrijven")
    async with running(path) as (app, pilot):
        app.go("a0")
        await read(pilot, "Cases uit kleine bedrijven")
        await pilot.press("enter")
        await read(pilot, "Vandaag gezegd  1 · verwachting")
        assert app.state.all(Question)[-1].kind is QuestionKind.EXPECTATION


async def test_what_stays_in_the_text_or_stands_there_already_is_told(path: Path) -> None:
    async with running(path, size=(80, 24)) as (app, pilot):
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        await type_text(pilot, "@karel: hoe begin je?")
        await pilot.press("enter")
        await read(pilot, "“@karel” blijft in de tekst")
        await type_text(pilot, "Karel: hoe eindig je?")
        await pilot.press("enter")
        await read(pilot, "“Karel:” blijft in de tekst")
        await type_text(pilot, "Vraag: hoe gaat dat?")
        await pilot.press("enter")
        await read(pilot, "Vraag: hoe gaat dat?")
        assert "blijft in de tekst" not in shown(app), "a word before a colon is no name"
        await type_text(pilot, "vraag: hoe gaat dat?")
        await pilot.press("enter")
        await read(pilot, "Dat staat er al.")
        assert app.screen.query_one("#line", CaptureLine).value == "vraag: hoe gaat dat?"


async def test_who_is_not_here_gets_the_floor_with_a_remark(tmp_path: Path) -> None:
    left = [Attendance(id="x4", session="s", participant="p4", presence=Presence.LEFT)]
    async with running(group(tmp_path, [ActivityKind.ROUND_TABLE], extra=[*HERE, *left]), size=(80, 24)) as (
        app,
        pilot,
    ):
        app.go("a0")
        await read(pilot, "Wat wil je precies leren?")
        await pilot.press("f5")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "KAREL WOUTERS")
        await read(pilot, "Karel Wouters heeft het woord en staat niet als aanwezig genoteerd")
