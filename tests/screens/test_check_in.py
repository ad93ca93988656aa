"""Check-in by keyboard: who is here, in any order."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from data.i18n import set_language
from data.model import (
    Activity,
    ActivityKind,
    Attendance,
    Participant,
    Presence,
    Question,
    Role,
    Session,
    SessionStatus,
    State,
)
from data.verbs.check_in import add_and_arrive, attendance
from data.verbs.programme import remove_activity
from screens.check_in.series import came_before
from screens.shell.screen import KringScreen
from tests.pilot import read, read_large, running, shown, type_text, until
from tests.screens.group import HOSTILE, group
from tui.app import Kring
from widgets.capture_line import CaptureLine
from widgets.matches import Matches
from widgets.page import Page
from widgets.roster import Roster


def of(app: Kring, name: str) -> Attendance | None:
    who = next(person for person in app.state.all(Participant) if person.name == name)
    return attendance(app.state, "s").get(who.id)


def presence(app: Kring, name: str) -> Presence | None:
    here = of(app, name)
    return here.presence if here else None


async def begin(app: Kring, pilot: Pilot[None]) -> None:
    app.go("a0")
    await read(pilot, "aanwezig  ")
    await until(pilot, lambda: app.focused is not None and app.focused.id == "line")


async def test_people_come_in_any_order_by_two_letters(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        for letters in ("lv", "ka", "els", "an"):
            await type_text(pilot, letters)
            await pilot.press("enter")
        await read(pilot, "4 van 7 aanwezig")
        assert all(presence(app, name) for name in ("Lien Vermeulen", "Kadir Yilmaz", "Els De Smet", "An Claes"))
        # Whoever is not here yet is the likelier one now.
        await type_text(pilot, "ka")
        await pilot.press("enter")
        await until(pilot, lambda: presence(app, "Karel Wouters") is Presence.PRESENT)


async def test_where_letters_may_mean_several_the_line_says_which_of_them_enter_takes(tmp_path: Path) -> None:
    toms = ("Tom Aerts", "Tom Bal", "Tom Cools", "Lien Vermeulen")
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], names=toms), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "to")
        await read(pilot, "Tom Aerts  1 van 3 ↑↓")
        await pilot.press("down")
        await read(pilot, "Tom Bal  2 van 3 ↑↓")
        await pilot.press("up", "up", "enter")
        await until(pilot, lambda: presence(app, "Tom Cools") is Presence.PRESENT)
        assert presence(app, "Tom Aerts") is None
        await type_text(pilot, "to")
        await pilot.press("up")
        await read(pilot, "Tom Cools  is er al · 3 van 3 ↑↓")
        await pilot.press("ctrl+u")
        await type_text(pilot, "li")
        await until(pilot, lambda: "Lien" in shown(app) and "van 3" not in shown(app))
        assert "↑↓" not in shown(app)


async def test_arrows_and_tab_choose_another_and_the_rest_of_the_name_refines(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "an")
        await pilot.press("down", "enter")
        await until(pilot, lambda: presence(app, "An Peeters") is Presence.PRESENT)
        await type_text(pilot, "ka")
        await pilot.press("tab", "up", "tab", "enter")
        await until(pilot, lambda: presence(app, "Karel Wouters") is Presence.PRESENT)
        assert presence(app, "An Claes") is None
        assert presence(app, "Kadir Yilmaz") is None


async def test_a_new_name_asks_a_second_enter(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "Karel Wauters; Stad B; planner")
        await read(pilot, "Niemand heet")
        await pilot.press("enter")
        await read(pilot, "Druk nog eens op Enter")
        assert len(app.state.all(Participant)) == 7
        await pilot.press("enter")
        await read(pilot, "1 van 8 aanwezig")
        new = app.state.all(Participant)[-1]
        assert (new.name, new.organisation, new.function) == ("Karel Wauters", "Stad B", "planner")
        await pilot.press("ctrl+z")
        await read(pilot, "0 van 7 aanwezig")


async def test_a_changed_name_must_be_confirmed_anew(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "Nieuw")
        await pilot.press("enter")
        await type_text(pilot, "e")
        await pilot.press("enter")
        await read(pilot, "Druk nog eens op Enter: “Nieuwe”")
        assert len(app.state.all(Participant)) == 7


async def test_other_states_by_letters_in_the_list(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), looking_along=False) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "bj")
        await pilot.press("f5")
        await read(pilot, "verontschuldigd")
        await pilot.press("escape", "down", "n")
        await read(pilot, "onverwittigd")
        assert presence(app, "Els De Smet") is Presence.NOT_EXCUSED
        await pilot.press("space", "v")
        await read(pilot, "vertrokken om")
        await pilot.press("enter")
        await until(pilot, lambda: presence(app, "Els De Smet") is Presence.PRESENT)
        await pilot.press("o")
        await until(pilot, lambda: of(app, "Els De Smet") is None)
        await pilot.press("r", "r")
        await read(pilot, "gast")
        await pilot.press("s", "d")
        els = next(who for who in app.state.all(Participant) if who.name == "Els De Smet")
        assert (els.role, els.may_vote, els.may_date) == (Role.GUEST, True, False)
        await pilot.press("e")
        await read(pilot, "Naam; organisatie; functie")
        await pilot.press("ctrl+a", "ctrl+k")
        await type_text(pilot, "Els Smet; Stad C")
        await pilot.press("enter")
        await read(pilot, "Els Smet")


async def test_reasons_are_for_nobody_who_looks_along(tmp_path: Path) -> None:
    here = Attendance(id="x", session="s", participant="p2", presence=Presence.EXCUSED, reason="griep")
    without = Attendance(id="y", session="s", participant="p3", presence=Presence.NOT_EXCUSED)
    path = group(tmp_path, [ActivityKind.CHECK_IN], extra=[here, without])
    async with running(path) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("down", "down")
        await read(pilot, "verontschuldigd")
        await until(pilot, lambda: app.screen.query_one(Roster).chosen == "p2")
        assert not matched(app), "the row says all there is for the room"
        assert "griep" not in shown(app)
        assert "onverwittigd" not in shown(app)
        assert "afwezig" in shown(app)
        await pilot.press("f5")
        await read(pilot, "Een reden is niet voor de zaal")
        await pilot.press("f8")
        await read(pilot, "griep")
        assert "onverwittigd" in shown(app)
        await pilot.press("f5")
        await read(pilot, "Waarom is Bram Jacobs verontschuldigd?")
        await type_text(pilot, " en koorts")
        await pilot.press("enter")
        await read(pilot, "griep en koorts")


async def test_the_others_are_absent_by_one_key(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "lv")
        await pilot.press("enter", "f6")
        await read(pilot, "1 van 7 aanwezig   6 afwezig")
        await pilot.press("f6")
        await read(pilot, "al bekend")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_others_are_here_by_a_star(tmp_path: Path, language: str) -> None:
    dutch = language == "nl"
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        app.go("a0")
        await read(pilot, "of * voor de rest" if dutch else "or * for everyone else")
        await type_text(pilot, "lv")
        await pilot.press("f5")
        await until(pilot, lambda: presence(app, "Lien Vermeulen") is Presence.EXCUSED)
        await pilot.press("asterisk")
        await read(pilot, "Enter: de andere 6 zijn er ook" if dutch else "Enter: 6 others are here too")
        # A star is nobody to excuse, and Enter takes it at its word once.
        await pilot.press("f5")
        await read(pilot, "Kies eerst iemand" if dutch else "Choose somebody first")
        await pilot.press("enter")
        await read(pilot, "6 van 7 aanwezig" if dutch else "6 of 7 here")
        await read(pilot, "Ctrl+Z maakt het ongedaan" if dutch else "Ctrl+Z takes it back")
        assert presence(app, "Lien Vermeulen") is Presence.EXCUSED
        await pilot.press("asterisk", "enter", "enter")
        await read(pilot, "al bekend" if dutch else "already noted as here or absent")
        assert len(app.state.all(Participant)) == 7
        await pilot.press("backspace", "ctrl+z")
        await read(pilot, "0 van 7 aanwezig" if dutch else "0 of 7 here")


async def test_the_others_came_at_the_hour_behind_the_star(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "lv")
        await pilot.press("enter", "asterisk")
        await type_text(pilot, " 25:70")
        await pilot.press("enter")
        await read(pilot, "is geen uur")
        assert "› * 25:70" in shown(app)
        await pilot.press("ctrl+u", "asterisk")
        await type_text(pilot, " 14:40")
        await pilot.press("enter")
        await until(pilot, lambda: presence(app, "An Claes") is Presence.PRESENT)
        assert [here.since[11:16] for here in app.state.all(Attendance)] == ["", *["14:40"] * 6]


async def test_the_room_reads_a_welcome_and_who_is_here(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "lv")
        await pilot.press("enter", "f9")
        await until(pilot, lambda: "█" in shown(app))
        assert isinstance(app.screen, KringScreen)
        seen = app.screen.projected()
        assert (seen.giant, [item.text for item in seen.items]) == ("Wat is talent?", ["Lien Vermeulen"])
        assert seen.status == "Welkom · 1 van 7 aanwezig"
        await pilot.press("f9")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")


@pytest.mark.parametrize(("size", "count"), [((120, 36), 15), ((80, 24), 15), ((120, 36), 43), ((200, 50), 43)])
async def test_everybody_is_in_sight(tmp_path: Path, size: tuple[int, int], count: int) -> None:
    names = [f"Voornaam{place:02d} Naam" for place in range(count)]
    path = group(tmp_path, [ActivityKind.CHECK_IN], names=names)
    async with running(path, size=size) as (app, pilot):
        await begin(app, pilot)
        assert all(name in shown(app) for name in names)


async def test_at_80x24_the_list_scrolls_to_whoever_is_meant(tmp_path: Path) -> None:
    names = [f"Voornaam{place:02d} Vandenberghe-Verstraeten" for place in range(43)]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], names=names), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        assert names[-1] not in shown(app)
        await pilot.press("escape", "end")
        await read(pilot, names[-1])
        await pilot.press("pageup", "home")
        await read(pilot, names[0])
        await pilot.press("escape")
        await type_text(pilot, "voornaam42")
        await until(pilot, lambda: shown(app).count(names[-1]) == 2)


async def test_hostile_names_show_literally(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], names=HOSTILE)) as (app, pilot):
        await begin(app, pilot)
        for name in ("[/]", "[@click=app.quit]x[/]", "[bold]vet", "日本語の名前"):
            assert name in shown(app)
        assert "\x1b" not in shown(app)
        await type_text(pilot, "日本")
        await pilot.press("enter", "f9")
        # What the face for the back row has no letters for stands there as it is.
        await read(pilot, "日本語の名前")
        await pilot.press("f9")
        await type_text(pilot, "[$x]y")
        await pilot.press("enter")
        await read(pilot, "“[$x]y”")


async def test_what_another_window_does_keeps_the_choice_and_the_typing(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("down", "down", "down")
        chosen = app.screen.query_one(Page).chosen
        await type_text(pilot, "zz")
        app.network.apply(add_and_arrive, session="s", name="Aaron Eerst")
        await read(pilot, "Aaron Eerst")
        assert app.screen.query_one(Page).chosen == chosen
        assert "› zz" in shown(app)


async def test_an_hour_behind_the_letters(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "lv 14:40")
        await read(pilot, "Lien Vermeulen  sinds 14:40")
        await pilot.press("enter")
        await read(pilot, "sinds 14:40")
        await type_text(pilot, "lv 25:70")
        await pilot.press("enter")
        await read(pilot, "is geen uur")
        assert "› lv 25:70" in shown(app)
        await pilot.press("f7")
        await type_text(pilot, "lv 15u10")
        await read(pilot, "vertrekt, om 15u10")
        await pilot.press("enter")
        await read(pilot, "vertrokken om 15:10")


async def test_what_was_taken_away_leads_to_the_programme(tmp_path: Path) -> None:
    path = group(tmp_path, [ActivityKind.BREAK, ActivityKind.CHECK_IN])
    async with running(path) as (app, pilot):
        app.go("a1")
        await read(pilot, "0 van 7 aanwezig")
        await pilot.press("f7")
        app.network.apply(remove_activity, activity="a1")
        await pilot.press("escape")
        await read(pilot, "Nog open")


async def test_pasted_people_arrive_and_who_is_new_is_added(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        before = len(app.state.all(Participant))
        line = app.screen.query_one("#line", CaptureLine)
        line.post_message(Paste("Naam\tBedrijf\tMaat\nVermeulen, Lien\t\tM\nGriet Baert\tHaven\tL\n\tHaven\n"))
        await read(pilot, "Griet Baert · Haven  nieuw")
        await read(pilot, "de kolom “Maat” wordt niet bewaard")
        await read(pilot, "rij 4")
        await pilot.press("enter")
        await until(pilot, lambda: presence(app, "Griet Baert") is Presence.PRESENT)
        assert presence(app, "Lien Vermeulen") is Presence.PRESENT
        assert len(app.state.all(Participant)) == before + 1


@pytest.mark.parametrize("letters", ["d'o", "d’o", "do", "oultr"])
async def test_any_apostrophe_finds_somebody(tmp_path: Path, letters: str) -> None:
    people = [Participant(id="b", name="Bert d’Oultremont"), Participant(id="z", name="Zita D'oultremont")]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=people)) as (app, pilot):
        await begin(app, pilot)
        line = app.screen.query_one("#line", CaptureLine)
        line.restore(letters)
        await until(pilot, lambda: "Bert d’Oultremont" in matched(app) and "Zita D'oultremont" in matched(app))


def matched(app: Kring) -> str:
    return str(app.screen.query_one(Matches).render())


async def test_namesakes_are_told_apart(tmp_path: Path) -> None:
    people = [
        Participant(id="h", name="Jan Coppens", organisation="Haven"),
        Participant(id="z", name="Jan Coppens", organisation="Zorgpunt"),
    ]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=people), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await read(pilot, "Jan Coppens (Zorgpunt)")
        await type_text(pilot, "jan haven")
        await pilot.press("enter")
        await until(pilot, lambda: "h" in attendance(app.state, "s"))
        assert "z" not in attendance(app.state, "s")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_an_opening_question_is_chosen_or_typed_and_the_room_reads_it(tmp_path: Path, language: str) -> None:
    dutch = language == "nl"
    path = group(tmp_path, [ActivityKind.CHECK_IN])
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        app.go("a0")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        await type_text(pilot, "li")
        await pilot.press("shift+f6")
        await read(pilot, "Openingsvraag van vandaag" if dutch else "Opening question of the day")
        # The bank speaks the language of the network.
        await pilot.press("4")
        await read(pilot, "Waar ben je vandaag benieuwd naar?")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "line")
        await read(pilot, "› li")
        await pilot.press("f9")
        await read_large(pilot, "benieuwd")
        await pilot.press("f9", "escape", "k", "8")
        await until(pilot, lambda: isinstance(app.focused, CaptureLine) and app.focused.draft == "ask")
        await pilot.press("ctrl+u")
        await type_text(pilot, "Hoe was de rit?")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Activity, "a0").question == "Hoe was de rit?")
        await pilot.press("k", "9")
        await until(pilot, lambda: not app.state.get(Activity, "a0").question)
        await read(pilot, "✓ Geen vraag meer" if dutch else "✓ No question any more")
        await pilot.press("k", "9")
        await read(pilot, "Er was geen vraag." if dutch else "There was no question.")
        assert ("✓ Geen vraag" if dutch else "✓ No question") not in shown(app), "nothing was done"
        await pilot.press("k", "4")
        await until(pilot, lambda: bool(app.state.get(Activity, "a0").question))
        await pilot.press("k", "4")
        await read(pilot, "Dat is de vraag al." if dutch else "That is the question already.")


async def test_an_opening_question_typed_at_once_becomes_ones_own_and_letters_search_the_words(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(80, 24)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("escape", "k")
        await read(pilot, "Openingsvraag van vandaag")
        await type_text(pilot, "Waar ben je t")
        await until(pilot, lambda: isinstance(app.focused, CaptureLine) and app.focused.value == "Waar ben je t")
        await type_text(pilot, "rots op?")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Activity, "a0").question == "Waar ben je trots op?")
        # Letters with which a question begins are seen, and look for all of them.
        await pilot.press("k")
        await read(pilot, "Openingsvraag van vandaag")
        await type_text(pilot, "waar")
        await pilot.press("backspace")
        await type_text(pilot, "r ")
        await read(pilot, "› waar    typ verder voor een eigen tekst")
        await type_text(pilot, "b")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.get(Activity, "a0").question == "Waar ben je vandaag benieuwd naar?")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_bar_says_what_the_row_of_who_is_chosen_does_not(tmp_path: Path, size: tuple[int, int]) -> None:
    long = Participant(
        id="p0", name="An Claes", organisation="Ziekenhuis Sint-Fictus van Nergenshuizen", function="verpleegkundige"
    )
    excused = Attendance(id="x", session="s", participant="p0", presence=Presence.EXCUSED)
    before = Session(id="s0", number=0, status=SessionStatus.CLOSED)
    asked = [
        Question(id="q0", session="s0", participant="p1", text="Wat is talent?"),
        Question(id="q1", session="s0", participant="p1", text="En wie zegt dat?"),
    ]
    extra = [long, excused, before, *asked]
    async with running(group(tmp_path, [ActivityKind.CHECK_IN], extra=extra), size=size) as (app, pilot):
        await begin(app, pilot)
        await until(pilot, lambda: app.screen.query_one(Roster).chosen == "p0")
        narrow = size[0] == 80
        cut = "An Claes   Ziekenhuis Sint-Fictus van Nergenshuizen · verpleegkundige"
        await until(pilot, lambda: matched(app) == (cut if narrow else ""))
        await pilot.press("down")
        await until(pilot, lambda: matched(app).endswith("   vraagt: Wat is talent? +1"))
        await pilot.press("down")
        await until(pilot, lambda: not matched(app))


async def test_who_is_not_here_stands_back(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "1 van 7 aanwezig")
        cells = [cell for line in app.screen.query_one(Roster)._lines for cell in line if cell.id]

        def stands_back(name: str) -> bool:
            (content,) = [cell.content for cell in cells if name in cell.content.plain]
            start = content.plain.index(name)
            return any(span.style == "$muted" and span.start <= start < span.end for span in content.spans)

        assert not stands_back("Karel Wouters")
        assert stands_back("Lien Vermeulen")


async def test_who_was_there_before_is_the_steady_core_whether_here_or_not_yet(tmp_path: Path) -> None:
    before = [Session(id=f"s{n}", number=n, status=SessionStatus.CLOSED) for n in (1, 2)]
    before.append(Session(id="s", number=3, status=SessionStatus.OPEN, now="a0"))
    came = [
        Attendance(id=f"{who}{session}", session=session, participant=who, presence=Presence.PRESENT)
        for who, sessions in (("p3", ("s1", "s2", "s")), ("p4", ("s1", "s2")), ("p6", ("s2",)))
        for session in sessions
    ]
    path = group(tmp_path, [ActivityKind.CHECK_IN], extra=[*before, *came])
    async with running(path, size=(80, 24), looking_along=False) as (app, pilot):
        app.go("a0")
        await read(pilot, "vaste kern 1 van 2")
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "vaste kern 2 van 2")
        await read(pilot, "in 2 van 2 sessies ervoor")
        await pilot.press("f8")
        await until(pilot, lambda: "sessies ervoor" not in shown(app))


def test_of_one_session_before_it_is_told_in_words() -> None:
    set_language("nl")
    first = Session(id="s1", number=1, date="2027-01-14", status=SessionStatus.CLOSED)
    now = Session(id="s", number=2, date="2027-02-14", status=SessionStatus.OPEN)
    came = Attendance(id="a", session="s1", participant="p1", presence=Presence.PRESENT)
    people = [Participant(id=id_, name=id_) for id_ in ("p1", "p2")]
    state = State.holding([first, now, came, *people])
    assert came_before(state, "s", "p1") == "in de vorige sessie"
    assert came_before(state, "s", "p2") == "niet in de vorige sessie"


async def test_in_a_first_session_there_is_no_steady_core(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "kw")
        await pilot.press("enter")
        await read(pilot, "1 van 7 aanwezig")
        assert "vaste kern" not in shown(app)


async def test_in_a_wide_window_organisations_and_who_is_waited_for_stand_beside_the_list(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN]), size=(180, 40)) as (app, pilot):
        await begin(app, pilot)
        await until(pilot, lambda: "0 van 7" in shown(app))
        assert "· Wat is talent?" in shown(app)
        await type_text(pilot, "lv")
        await pilot.press("enter")
        await until(pilot, lambda: "1 van 7" in shown(app).split("Organisaties")[1])
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: "Organisaties" not in shown(app))


async def test_what_enter_would_do_in_the_line_is_told_only_while_it_has_the_focus(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "yy Jan")
        await pilot.press("enter")
        await read(pilot, "Druk nog eens op Enter")
        await pilot.press("escape")
        await until(pilot, lambda: "Druk nog eens op Enter" not in shown(app) and "Niemand" not in shown(app))
        assert "yy Jan" in shown(app)
        await pilot.press("escape")
        await read(pilot, "Druk nog eens op Enter")
        # Letters that mean somebody do not hold the list either.
        await pilot.press("ctrl+u")
        await type_text(pilot, "ka")
        await pilot.press("escape", "home", "down", "enter")
        await until(pilot, lambda: presence(app, "An Peeters") is Presence.PRESENT)
        assert presence(app, "Kadir Yilmaz") is None


async def test_a_reason_that_is_not_asked_is_refused_and_the_line_says_what_it_is_for(tmp_path: Path) -> None:
    async with running(group(tmp_path, [ActivityKind.CHECK_IN])) as (app, pilot):
        await begin(app, pilot)
        await type_text(pilot, "li")
        await pilot.press("f5", "f5")
        await read(pilot, "! Een reden is niet voor de zaal")
        assert "Op de lijn komen alleen namen" in " ".join(shown(app).split())
