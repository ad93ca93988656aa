"""The brainstorm by keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import get_ident

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.pilot import Pilot

from data.methods.clusters import encoders
from data.model import (
    Action,
    Activity,
    Cluster,
    Decision,
    Note,
    Parked,
    Participant,
    Proposal,
    Question,
    Record,
    Session,
)
from screens.brainstorm.canvas import Canvas
from screens.brainstorm.room import projected
from screens.brainstorm.screen import BrainstormScreen
from screens.shell.room import Moment
from tests.pilot import network_file, read, read_large, running, shown, type_text, until
from tests.screens.storm import AT, STORM, board, storm
from tui.app import Kring
from widgets.board import Board
from widgets.question import Question as Asked

MORE = [Participant(id=name.split()[0], name=name) for name in ("Zoë Maas", "Kadir Amrani", "Karel Wouters")]
"""Who is no longer, or not yet, in the room."""


class Seat:
    """Somebody at the keyboard of a brainstorm, whose keys are counted."""

    def __init__(self, app: Kring, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.keys = 0

    @property
    def screen(self) -> BrainstormScreen:
        screen = self.app.get_screen(STORM)
        assert isinstance(screen, BrainstormScreen)
        return screen

    @property
    def canvas(self) -> Canvas:
        return self.screen.parts.canvas

    @property
    def board(self) -> dict[str, list[str]]:
        return board(self.app.network.state)

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.pilot.press(*keys)

    async def type(self, text: str, *then: str) -> None:
        self.keys += len(text) + len(then)
        await type_text(self.pilot, text)
        await self.pilot.press(*then)

    async def becomes(self, **titles: list[str]) -> None:
        """Wait until these clusters hold these notes; ``loose`` are those without one."""
        wanted = {"" if title == "loose" else title: row for title, row in titles.items()}
        await until(self.pilot, lambda: wanted.items() <= self.board.items())

    def stand_on(self, text: str) -> None:
        """Put the cursor on the note with this text, or on the title of that cluster."""
        notes = [note.id for note in self.canvas.found.notes if note.text == text]
        heads = [f"head {cluster.id}" for cluster in self.canvas.clusters if cluster.title == text]
        self.canvas.board.go_to((notes + heads)[0])

    async def reads(self, text: str) -> None:
        await read(self.pilot, text)


@asynccontextmanager
async def seated(
    folder: Path, records: list[Record], *, size: tuple[int, int] = (120, 36), looking_along: bool = True
) -> AsyncIterator[Seat]:
    async with running(network_file(folder, records), size=size, looking_along=looking_along) as (app, pilot):
        app.go(STORM)
        await until(pilot, lambda: bool(app.screen.query("#question")))
        await until(pilot, lambda: "Wat helpt?" in str(app.screen.query_one("#question", Asked).content))
        await until(pilot, lambda: app.focused is not None)
        yield Seat(app, pilot)


async def test_what_is_typed_is_there_and_the_line_is_free(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(), size=(80, 24)) as seat:
        await seat.type("fiets", "enter")
        await seat.type("bus ##Weg", "enter")
        await seat.type("+2", "enter")
        await seat.type("pad =we", "tab", "enter")
        await seat.becomes(loose=["fiets"], Weg=["bus", "pad"])
        await seat.reads("3 post-its · groepje 2")
        assert seat.canvas.line.value == ""
        await seat.type("trein", "enter")
        await until(seat.pilot, lambda: seat.app.state.all(Note)[-1].subgroup == 2)
        await seat.type("?wat kost dat", "enter")
        await seat.type("!zaal boeken @li", "enter")
        await until(seat.pilot, lambda: seat.app.state.all(Question) and seat.app.state.all(Action))
        assert seat.app.state.all(Question)[0].text == "wat kost dat"
        assert seat.app.state.all(Action)[0].who == ("Lien",)
        assert len(seat.app.state.all(Note)) == 4


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_an_empty_board_says_in_its_middle_how_to_begin(tmp_path: Path, size: tuple[int, int]) -> None:
    async with seated(tmp_path, storm(), size=size) as seat:
        await seat.reads("^S verdeelt de groep")
        rows = shown(seat.app).split("\n")
        row, line = next((number, line) for number, line in enumerate(rows) if "^S verdeelt" in line)
        assert size[1] // 3 <= row <= size[1] * 2 // 3
        assert abs(line.index("^S") - (size[0] - len(line.rstrip()))) <= 1, "as far from the left as from the right"
        await seat.press("escape")
        await until(seat.pilot, lambda: seat.canvas.board.has_focus)
        await seat.press("escape")
        await seat.type("fiets", "enter")
        await until(seat.pilot, lambda: seat.canvas.board.size.height > size[1] // 2)
        await seat.reads("fiets")


async def test_once_the_question_is_set_ideas_are_typed_and_an_empty_board_gives_the_line_back(tmp_path: Path) -> None:
    async with seated(tmp_path, storm()) as seat:
        await seat.press("escape", "q")
        await until(seat.pilot, lambda: seat.canvas.ask_line.has_focus)
        await seat.press("escape")
        await until(seat.pilot, lambda: seat.canvas.line.has_focus)
        await seat.press("escape", "q")
        await until(seat.pilot, lambda: seat.canvas.ask_line.has_focus)
        await seat.type(" En wat niet?", "enter")
        await seat.type("tijd", "enter")
        await seat.becomes(loose=["tijd"])
        assert seat.canvas.storm.question == "Wat helpt? En wat niet?"
        await seat.press("escape", "q")
        await until(seat.pilot, lambda: seat.canvas.ask_line.has_focus)
        await seat.type("!", "enter")
        await until(seat.pilot, lambda: seat.canvas.line.has_focus)
        await seat.type("trein", "enter")
        await seat.becomes(loose=["tijd", "trein"])
        await seat.press("escape", "slash")
        await until(seat.pilot, lambda: seat.canvas.ask_line.has_focus)
        await seat.type("tij", "enter")
        await until(seat.pilot, lambda: seat.canvas.board.has_focus)


@pytest.mark.parametrize(
    ("typed", "hint", "text", "who", "told"),
    [
        ("! taart meebrengen @zo", "@zo: Zoë Maas", "taart meebrengen", ("Zoë",), ", nog zonder wanneer"),
        ("! @zo brengt taart mee", "wanneer · Zoë Maas", "Zoë brengt taart mee", ("Zoë",), ", nog zonder wanneer"),
        ("! taart; zo; mei", "wanneer · Zoë Maas", "taart", ("Zoë",), ""),
        ("! taart voor @huis", "wanneer", "taart voor @huis", (), ", nog zonder wie of wanneer"),
        ("! taart; ; mei", "wanneer", "taart", (), ", nog zonder wie"),
    ],
)
async def test_an_agreement_is_kept_as_its_hint_says(
    tmp_path: Path, typed: str, hint: str, text: str, who: tuple[str, ...], told: str
) -> None:
    async with seated(tmp_path, [*storm(), *MORE]) as seat:
        await seat.type(typed)
        await seat.reads(hint)
        assert "in de tekst" not in shown(seat.app)
        await seat.press("enter")
        await until(seat.pilot, lambda: bool(seat.app.state.all(Action)))
        agreed = seat.app.state.all(Action)[0]
        assert (agreed.text, agreed.who, agreed.named) == (text, who, "")
        await seat.reads(f"Bewaard als afspraak{told}")
        assert ("nog zonder" in shown(seat.app)) is bool(told)


@pytest.mark.parametrize("typed", ["! taart @ka", "! @ka brengt taart", "? wie helpt @ka"])
async def test_letters_that_several_people_have_are_asked_for_and_the_line_stays(tmp_path: Path, typed: str) -> None:
    async with seated(tmp_path, [*storm(), *MORE]) as seat:
        asked = "ka kan Kadir Amrani, Karel Wouters zijn"
        await seat.type(typed)
        await seat.reads(asked)
        await seat.press("enter")
        await until(seat.pilot, lambda: seat.app.refused is not None)
        assert seat.canvas.line.value == typed
        assert not seat.app.state.all(Action) and not seat.app.state.all(Question)


async def test_tab_completes_only_an_open_mark(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(clusters={"Tijd en middelen": ["x"]})) as seat:
        await seat.type("pad =ti")
        await seat.reads("⇥ 1 Tijd en middelen")
        await seat.press("tab")
        assert seat.canvas.line.value == "pad =Tijd en middelen "
        assert seat.canvas.line.has_focus
        await seat.press("tab")
        assert not seat.canvas.line.has_focus
        assert seat.canvas.line.value == "pad =Tijd en middelen "


@pytest.mark.parametrize("typed", ["meer lachen :D", "leuk :p", "wij zijn #1", "een twee =vijf", "dit idee +1", ":D"])
async def test_a_sign_that_was_not_chosen_stays_text(tmp_path: Path, typed: str) -> None:
    async with seated(tmp_path, storm(clusters={"Weg": ["x"]}, attribution="optional")) as seat:
        await seat.type(typed)
        await seat.reads("in de tekst")
        await seat.press("enter")
        await until(seat.pilot, lambda: seat.app.state.all(Note)[-1].text == typed)
        note = seat.app.state.all(Note)[-1]
        assert (note.participant, note.cluster, note.subgroup) == (None, None, None)
        assert len(seat.app.state.all(Cluster)) == 1


@pytest.mark.parametrize(
    ("typed", "attribution", "told"),
    [
        ("Nog een #fout @bram", "off", ("“#fout” blijft in de tekst: zo heet geen cluster", "namen staan hier uit")),
        ("Nog een =fout", "off", ("“=fout” blijft in de tekst: zo heet geen cluster",)),
        ("Vraag het :bram", "optional", ("“:bram” blijft in de tekst: zo heet hier niemand",)),
        ("Vraag het @lien @dorien", "optional", ("“@lien” blijft in de tekst: één van elk telt, achteraan",)),
        ("leuk :D", "off", ()),
    ],
)
async def test_what_looks_like_a_mark_and_stays_text_is_told(
    tmp_path: Path, typed: str, attribution: str, told: tuple[str, ...]
) -> None:
    async with seated(tmp_path, storm(clusters={"Weg": ["x"]}, attribution=attribution)) as seat:
        await seat.type(typed, "enter")
        await until(seat.pilot, lambda: len(seat.app.state.all(Note)) == 2)
        await until(seat.pilot, lambda: all(each in " ".join(shown(seat.app).split()) for each in told))
        await seat.type("dan")
        assert all(each in " ".join(shown(seat.app).split()) for each in told), "it stays while the next one is typed"
        assert ("blijft in de tekst" in shown(seat.app)) is bool(told)
        await seat.type(" #we")
        await seat.reads("⇥ 1 Weg")
        assert "blijft in de tekst" not in shown(seat.app)


async def test_a_search_that_comes_behind_enter_finds_no_post_it_like_itself(tmp_path: Path) -> None:
    async with seated(tmp_path, storm()) as seat:
        await seat.type("Nog een #fout", "enter")
        await seat.reads("zo heet geen cluster")
        seat.screen.parts.capturing._find_twin("Nog een #fout")
        assert seat.screen.parts.capturing.no_twin()
        await seat.type("d")
        assert "zo heet geen cluster" in shown(seat.app)


@pytest.mark.parametrize(("attribution", "offered"), [("off", False), ("optional", True)])
async def test_names_are_offered_only_where_they_are_kept(tmp_path: Path, attribution: str, offered: bool) -> None:
    async with seated(tmp_path, storm(attribution=attribution)) as seat:
        await seat.reads("# cluster")
        assert ("@ wie" in shown(seat.app)) is offered


async def test_a_mark_alone_stays_set(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(clusters={"Weg": []})) as seat:
        await seat.type("=weg", "enter")
        await seat.reads("→ Weg")
        await seat.type("een", "enter")
        await seat.type("twee", "enter")
        await seat.becomes(Weg=["een", "twee"])
        await seat.type("=1", "enter")
        await seat.type("drie", "enter")
        await seat.becomes(loose=["drie"])


async def test_the_same_idea_is_pointed_out_and_may_be_counted(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["Voorbeeld geven"])) as seat:
        await seat.type("voorbeeld gevn")
        await seat.reads("Lijkt op “Voorbeeld geven”")
        await seat.press("ctrl+d")
        await until(seat.pilot, lambda: seat.app.state.all(Note)[0].weight == 1)
        assert seat.canvas.line.value == ""
        await seat.type("voorbeeld geven", "enter")
        await seat.becomes(loose=["Voorbeeld geven", "voorbeeld geven"])


async def test_up_corrects_the_last_and_the_line_keeps_what_it_held(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["een", "twee"])) as seat:
        await seat.type("dri")
        await seat.press("up", "up", "end", "backspace")
        await seat.type("s", "enter")
        await seat.becomes(loose=["ees", "twee"])
        await until(seat.pilot, lambda: seat.canvas.line.has_focus)
        assert seat.canvas.line.value == "dri"
        await seat.press("up")
        await seat.type("x", "escape")
        assert seat.board[""] == ["ees", "twee"]


async def test_a_paste_of_many_lines_says_what_it_becomes(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["twee"])) as seat:
        seat.canvas.line.post_message(Paste("- een\n- Twee\n\n- drie"))
        await seat.reads("3 regels worden 3 post-its")
        await seat.reads("F5 alleen de nieuwe")
        await seat.press("f5")
        await seat.becomes(loose=["twee", "een", "drie"])


async def test_signs_in_what_is_pasted_stay_text_and_the_sheet_says_so(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a"], {"Een": ["x"]})) as seat:
        seat.canvas.line.post_message(Paste("tijd #Een\n? wie betaalt"))
        await seat.reads("Tekens zoals # en ? blijven tekst")
        await seat.press("enter")
        await seat.becomes(Een=["x"], loose=["a", "tijd #Een", "? wie betaalt"])
        seat.canvas.line.post_message(Paste("nog een\nnog twee"))
        await seat.reads("2 regels worden 2 post-its")
        assert "blijven tekst" not in shown(seat.app)


async def test_what_is_typed_while_a_paste_is_asked_about_answers_nothing_and_stays_on_the_line(
    tmp_path: Path,
) -> None:
    async with seated(tmp_path, storm(["twee"])) as seat:
        await seat.type("ja: ")
        await seat.press("home")
        seat.canvas.line.post_message(Paste("een\ndrie"))
        await seat.reads("2 regels worden 2 post-its")
        assert "de nieuwe" not in shown(seat.app)
        await seat.press("f5")
        await seat.type("nog een ideex", "backspace")
        await seat.reads("› ja: nog een idee   blijft op de regel")
        assert seat.board[""] == ["twee"]
        await seat.press("enter")
        await seat.becomes(loose=["twee", "een", "drie"])
        assert seat.canvas.line.value == "ja: nog een idee"
        await seat.press("enter")
        await seat.becomes(loose=["twee", "een", "drie", "ja: nog een idee"])


async def test_the_board_by_letters_and_digits(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a", "b", "c", "d"], {"Een": ["x"]})) as seat:
        await seat.press("escape", "right", "up", "up", "down")
        assert seat.canvas.board.card == "a"
        await seat.press("ampersand")  # the unshifted 1 of AZERTY
        await seat.becomes(Een=["x", "a"], loose=["b", "c", "d"])
        assert seat.canvas.board.card == "b"
        await seat.press("space", "space", "n")
        await seat.type("Twee", "enter")
        await seat.becomes(Twee=["b", "c"], loose=["d"])
        await seat.press("m")
        await seat.type("tw", "enter")
        await seat.becomes(Twee=["b", "c", "d"])
        assert "loose" not in seat.board or not seat.board["loose"]
        await seat.press("t")
        await seat.type("Drie", "enter")
        await until(seat.pilot, lambda: "Drie" in seat.board and "Twee" not in seat.board)
        await seat.press("t", "right")
        await seat.type("!", "enter")
        await until(seat.pilot, lambda: "Drie!" in seat.board)
        await seat.press("ctrl+z", "ctrl+z", "ctrl+z")
        await seat.becomes(Twee=["b", "c"], loose=["d"])


async def test_the_bin_gives_back(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a", "b"], {"Een": ["x"]})) as seat:
        await seat.press("escape", "x")
        await until(seat.pilot, lambda: "bin" in seat.board)
        gone = seat.board["bin"]
        await seat.press("b")
        await seat.reads("Prullenmand 1")
        await seat.press("down", "x")
        await until(seat.pilot, lambda: "bin" not in seat.board)
        assert gone[0] in [text for row in seat.board.values() for text in row]


async def test_the_filter_shows_while_typing(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["fiets", "bus", "fietspad"])) as seat:
        await seat.press("escape", "slash")
        await seat.type("Fiets")
        await until(seat.pilot, lambda: "bus" not in shown(seat.app))
        await seat.press("enter", "escape", "escape")
        await seat.reads("bus")
        assert seat.canvas.line.has_focus


async def test_thirty_post_its_for_three_small_groups(tmp_path: Path) -> None:
    """The whole way by keyboard; the keys beyond the ideas themselves are few, and are what this counts."""
    ideas = [f"i{number:02d}" for number in range(30)]
    async with seated(tmp_path, storm(), size=(80, 24)) as seat:
        for group in range(3):
            await seat.type(f"+{group + 1}", "enter")
            for place, idea in enumerate(ideas[group * 10 : group * 10 + 10]):
                first = " =#Een" if (group, place) == (0, 0) else " =#Twee" if (group, place) == (0, 1) else ""
                mark = first or (f" ={place % 2 + 1}" if place < 6 else "")
                await seat.type(idea + mark, *(["tab"] if mark and not first else []), "enter")
        await until(seat.pilot, lambda: len(seat.app.state.all(Note)) == 30)
        captured = seat.keys - sum(map(len, ideas))
        assert {note.subgroup for note in seat.app.state.all(Note)} == {1, 2, 3}
        assert [len(row) for row in seat.board.values()] == [9, 9, 12]

        await seat.press("escape")
        seat.stand_on("i06")
        await seat.press("space", "space", "space", "space", "n")
        await seat.type("Drie", "enter")
        await until(seat.pilot, lambda: len(seat.board.get("Drie", [])) == 4)
        await seat.press(*"33333333")
        await until(seat.pilot, lambda: len(seat.board["Drie"]) == 12 and not seat.board[""])
        clustered = seat.keys - sum(map(len, ideas))

        seat.stand_on("Twee")
        await seat.press("j", "2", "enter")
        await read(seat.pilot, "Geen cluster heeft deze letters")
        await seat.press("backspace", "e", "e", "enter")
        await until(seat.pilot, lambda: len(seat.board["Een"]) == 18)
        await seat.press("ctrl+z")
        await until(seat.pilot, lambda: len(seat.board["Een"]) == 9 and len(seat.board["Twee"]) == 9)
        seat.stand_on("i00")
        await seat.press("shift+down", "shift+down", "s")
        await seat.type("Vier", "enter")
        await until(seat.pilot, lambda: list(seat.board)[:2] == ["Een", "Vier"])
        assert [len(seat.board[title]) for title in ("Een", "Vier")] == [6, 3]
        await seat.press("ctrl+z")
        await until(seat.pilot, lambda: "Vier" not in seat.board)

        await seat.press("w")
        seat.stand_on("i00")
        await seat.press(*"453421")
        weighed = [(4, 5), (3, 4), (2, 1)]
        await until(seat.pilot, lambda: [(n.feasibility, n.value) for n in seat.canvas.found.notes[:3]] == weighed)
        await seat.reads("3 van 30 afgewogen.")
        await seat.press("escape")
        seat.stand_on("Een")
        await seat.press("h", "5", "enter", "6", "enter", "2", "enter")
        await until(seat.pilot, lambda: [c.hands for c in seat.canvas.clusters] == [5, 6, 2])
        assert [c.base for c in seat.canvas.clusters] == [7, 7, 7]

        assert captured / 30 <= 3.9, "Enter, a mark and the Tab that chooses it: what a post-it costs beside its words"
        assert clustered / 30 <= 4.7


def ground_of(seat: Seat, text: str) -> object:
    """The ground on which a post-it is drawn."""
    strips = seat.app.screen._compositor.render_strips()
    return next(piece.style.bgcolor for strip in strips for piece in strip if text in piece.text and piece.style)


async def test_post_its_of_the_same_cell_are_lifted_while_ideas_are_weighed(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(clusters={"Een": ["appel", "banaan", "citroen"]})) as seat:
        await seat.press("escape", "w")
        seat.stand_on("appel")
        await seat.press(*"454521", "up", "up")
        await until(seat.pilot, lambda: ground_of(seat, "appel") == ground_of(seat, "banaan"))
        assert ground_of(seat, "citroen") != ground_of(seat, "appel")
        await seat.press("w")
        await until(seat.pilot, lambda: ground_of(seat, "banaan") == ground_of(seat, "citroen"))


async def test_clusters_go_on(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(clusters={"Een": ["x"], "Twee": ["y"]})) as seat:
        await seat.press("escape", "k")
        await until(seat.pilot, lambda: seat.app.state.all(Parked))
        await seat.press("a")
        await until(seat.pilot, lambda: len(seat.app.state.all(Session)) == 2)
        assert seat.app.state.all(Session)[1].themes == ("Een",)
        await seat.reads("→ agenda")
        await seat.press("d")
        await seat.type("Wat doen we", "enter")
        await until(seat.pilot, lambda: seat.app.state.all(Proposal))
        assert seat.app.state.all(Decision)[0].question == "Wat doen we"
        assert seat.app.state.all(Proposal)[0].text == "Een"
        await seat.press("right", "d")
        await until(seat.pilot, lambda: [p.text for p in seat.app.state.all(Proposal)] == ["Een", "Twee"])


async def test_small_groups_get_their_time(tmp_path: Path) -> None:
    async with seated(tmp_path, storm()) as seat:
        await seat.press("ctrl+s")
        await seat.reads("7 mensen · 2 groepjes")
        await seat.press("3", "plus")
        await seat.reads("3 groepjes")
        await seat.press("enter")
        await until(seat.pilot, lambda: seat.app.state.get(Activity, STORM).countdown)
        storming = seat.app.state.get(Activity, STORM)
        assert sorted(map(len, storming.subgroups)) == [2, 2, 3]
        assert storming.countdown and storming.countdown.total == 20 * 60
        await seat.reads("groepje 3")
        await seat.type("een +3", "tab", "enter")
        await seat.becomes(loose=["een"])
        assert seat.app.state.all(Note)[0].subgroup == 3


async def test_groups_that_were_made_before_the_check_in_say_who_is_not_in_them(tmp_path: Path) -> None:
    made = storm(subgroups=(("An", "Bilal"), ("Chris", "Dorien", "Els", "Femke")))
    records = [record for record in made if record.id != "here An"]
    async with seated(tmp_path, records) as seat:
        await seat.reads("Niet hier: An Peeters. In geen groepje: Lien Vermeulen.")
        state = seat.app.state
        moment = Moment(state, state.get(Activity, STORM), seat.app.now())
        assert [item.text for item in projected(moment).items][1:] == ["Bilal", "Chris · Dorien · Els · Femke"]
        await seat.press("ctrl+s", "enter")
        await until(seat.pilot, lambda: "Niet hier" not in shown(seat.app))
        assert sorted(who for group in seat.app.state.get(Activity, STORM).subgroups for who in group)[-1] == "Lien"


async def test_when_the_stream_dries_up_a_reviving_question_is_offered_and_to_the_room_only_that_there_is_one(
    tmp_path: Path,
) -> None:
    texts = ["een", "twee", "drie", "vier", "vijf"]
    begin = datetime.now().astimezone() - timedelta(seconds=200)
    at = {text: (begin + timedelta(seconds=10 * place)).isoformat() for place, text in enumerate(texts)}
    records = [replace(each, at=at[each.id]) if isinstance(each, Note) else each for each in storm(texts)]
    async with seated(tmp_path, records, size=(80, 24)) as seat:
        await seat.reads("nieuw advies F6")
        assert "Het valt stil" not in shown(seat.app)
        await seat.press("f8")
        await seat.reads("Het valt stil.  Wat zou iemand zeggen die hier morgen begint?  F6")
        await seat.type("zes")
        await until(seat.pilot, lambda: "Het valt stil" not in shown(seat.app))
        await seat.press("enter")
        await until(seat.pilot, lambda: len(seat.app.state.all(Note)) == 6)
        await until(seat.pilot, lambda: "valt stil" not in shown(seat.app) and "F6" not in shown(seat.app))


async def test_a_reviving_question_is_read_first_and_then_shown(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["een"])) as seat:
        await seat.type("half")
        await seat.press("f6")
        await seat.reads("Wat zou iemand zeggen die hier morgen begint?")
        await seat.press("tab")
        await seat.type("Wat zou oma doen", "enter")
        await seat.reads("Wat zou oma doen")
        await seat.press("enter")
        await until(seat.pilot, lambda: seat.screen.parts.questions.reviving == "Wat zou oma doen")
        await seat.press("f6", "delete")
        await until(seat.pilot, lambda: seat.screen.parts.questions.reviving == "")
        await seat.press("f6", "up", "enter")
        await until(seat.pilot, lambda: seat.screen.parts.questions.reviving != "")
        assert seat.canvas.line.value == "half"
        await seat.press("f9")
        await seat.reads("▀")


async def test_suggestions_propose_and_move_nothing(tmp_path: Path) -> None:
    texts = ["fiets naar het werk", "fiets huren", "fiets stallen", "taart bakken", "taart eten", "taart kopen"]
    async with seated(tmp_path, storm(texts)) as seat:
        before = seat.board
        await seat.press("escape", "f5")
        await until(seat.pilot, lambda: seat.canvas.instead() is not None)
        await seat.reads("fijner")
        assert seat.board == before
        await seat.press("G")
        await until(seat.pilot, lambda: len(seat.app.state.all(Cluster)) >= 2)
        assert not seat.board[""]
        await seat.press("ctrl+z")
        await until(seat.pilot, lambda: seat.board == before)


async def test_dots_suggest_a_cluster_for_a_loose_note(tmp_path: Path) -> None:
    records = storm(["fiets huren"], {"Fietsen": ["fiets naar het werk", "fiets stallen"], "Taart": ["taart bakken"]})
    async with seated(tmp_path, records) as seat:
        await seat.press("escape", "f5")
        await seat.reads("→ 1 Fietsen ●")
        seat.stand_on("fiets huren")
        await seat.press("g")
        await seat.becomes(Fietsen=["fiets naar het werk", "fiets stallen", "fiets huren"])


async def test_hostile_text_shows_literally(tmp_path: Path) -> None:
    hostile = ["[/]", "[@click=app.quit]x[/]", "日本語", "👩‍👩‍👧", "שלום"]
    async with seated(tmp_path, storm(hostile, {"[bold]titel": ["\x1b[31mrood"]})) as seat:
        for text in ("[/]", "[@click=app.quit]x[/]", "日本語", "[bold]titel"):
            await seat.reads(text)
        assert "\x1b" not in shown(seat.app)
        await seat.type("[/] ##[/]x", "enter")
        await until(seat.pilot, lambda: "[/]x" in seat.board)
        await seat.press("escape", "t", "enter", "f5", "f9")
        await read_large(seat.pilot, "[@click=app.quit]x[/]")


async def test_a_board_in_another_window_is_followed(tmp_path: Path) -> None:
    from data.network import Network
    from data.verbs.brainstorm.noting import capture

    async with seated(tmp_path, storm(["een"])) as seat:
        await seat.type("hal")
        other = Network.open(tmp_path / "test.kring.json")
        other.apply(capture, activity=STORM, text="van elders").wait()
        other.close()
        await seat.reads("van elders")
        assert seat.canvas.line.value == "hal"


async def test_unasked_advice_is_hidden_while_the_room_looks_along(tmp_path: Path) -> None:
    records = storm(["fiets huren"], {"Fietsen": ["fiets naar het werk", "fiets stallen"], "Taart": ["taart bakken"]})
    async with seated(tmp_path, records, looking_along=False) as seat:
        await seat.reads("→ 1 Fietsen ●")
        await seat.press("f8")
        await until(seat.pilot, lambda: "→ 1 Fietsen" not in shown(seat.app))


async def test_the_pace_is_for_who_holds_the_keys_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = datetime.fromisoformat(AT) + timedelta(seconds=30)
    monkeypatch.setattr(Kring, "now", lambda self: soon)
    async with seated(tmp_path, storm(["een", "twee", "drie"]), looking_along=False) as seat:
        await seat.reads("3 per minuut")
        await seat.press("f8")
        await until(seat.pilot, lambda: "per minuut" not in shown(seat.app))
        await seat.type("vier", "enter")
        await seat.reads("4 post-its")
        seat.screen.parts.capturing.tick()
        await seat.reads("4 post-its")
        assert "per minuut" not in shown(seat.app)


async def test_a_brainstorm_that_another_window_takes_away_leads_to_the_programme(tmp_path: Path) -> None:
    from data.network import Network
    from data.verbs.programme import remove_activity

    records = [replace(record, now=None) if isinstance(record, Session) else record for record in storm()]
    async with seated(tmp_path, records) as seat:
        await seat.type("hal")
        other = Network.open(tmp_path / "test.kring.json")
        other.apply(remove_activity, activity=STORM).wait()
        other.close()
        await seat.type("lo", "enter")
        await until(seat.pilot, lambda: not isinstance(seat.app.screen, BrainstormScreen))


async def test_the_room_view_leaves_what_is_asked_in_one_piece(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a"], {"Een": ["x"], "Twee": ["y"]})) as seat:
        await seat.press("escape", "h", "f9", "f9")
        await seat.reads("Handen voor “Een” ›")
        await seat.type("3", "enter")
        await until(seat.pilot, lambda: seat.app.state.get(Cluster, "c1").hands == 3)
        await seat.press("f9", "f9", "escape")
        await until(seat.pilot, lambda: "Handen voor" not in shown(seat.app))
        assert seat.canvas.board.has_focus
        await seat.press("8", "enter", "escape", "escape")
        assert [note.text for note in seat.app.state.all(Note)] == ["a", "x", "y"]


async def test_another_place_leaves_what_is_asked_in_one_piece(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a"], {"Een": ["x"], "Twee": ["y"]})) as seat:
        await seat.press("escape", "h", "f2")
        await until(seat.pilot, lambda: not isinstance(seat.app.screen, BrainstormScreen))
        seat.app.go(STORM)
        await seat.reads("Handen voor “Een” ›")
        await seat.type("4", "enter")
        await until(seat.pilot, lambda: seat.app.state.get(Cluster, "c1").hands == 4)
        assert len(seat.app.state.all(Note)) == 3


async def test_who_goes_elsewhere_leaves_what_was_asked(tmp_path: Path) -> None:
    texts = ["fiets naar het werk", "fiets huren", "fiets stallen", "taart bakken", "taart eten", "taart kopen"]
    async with seated(tmp_path, storm(texts, {"Een": ["x"]})) as seat:
        for away in ("f5", "tab", "shift+tab"):
            seat.canvas.board.focus()
            await seat.press("slash")
            await seat.reads("Filter ›")
            await seat.type("taart")
            await until(seat.pilot, lambda: seat.canvas.showing.filter == "taart")
            await seat.press(away)
            await until(seat.pilot, lambda: "Filter ›" not in shown(seat.app))
            assert not seat.canvas.showing.filter
            assert not seat.screen.parts.asking.asked


async def test_a_poll_asks_who_was_not_asked_and_leaves_the_cursor(tmp_path: Path) -> None:
    records = [
        replace(record, hands=2, base=7) if isinstance(record, Cluster) and record.title == "Twee" else record
        for record in storm(["a", "b"], {"Een": ["x"], "Twee": ["y"], "Drie": ["z"]})
    ]
    async with seated(tmp_path, records) as seat:
        await seat.press("escape")
        seat.stand_on("b")
        await seat.press("h")
        await seat.reads("Handen voor “Een” ›")
        await seat.press("5", "enter")
        await seat.reads("Handen voor “Drie” ›")
        await seat.press("up")
        await seat.reads("Handen voor “Twee” ›")
        await seat.reads("nu 2 van 7")
        await seat.press("down", "4", "enter")
        await until(seat.pilot, lambda: [c.hands for c in seat.canvas.clusters] == [5, 2, 4])
        assert seat.canvas.board.cursor == "b"
        seat.stand_on("Twee")
        await seat.press("h")
        await seat.reads("Handen voor “Twee” ›")


async def test_numbers_typed_on_behind_a_poll_change_nothing(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["a", "b"], {"Een": ["x"], "Middelen": ["y"]})) as seat:
        await seat.press("escape")
        for stand in ("Middelen", "a"):
            seat.stand_on(stand)
            before = seat.board
            await seat.press("h", "5", "enter", "6", "enter", "1", "1", "enter", "4", "enter")
            await seat.reads("Elk cluster is gevraagd")
            assert seat.board == before
            assert "-asking" not in seat.screen.classes
        await seat.press("down", "1")
        await seat.becomes(Een=["x", "b"], loose=["a"])


TOPICS = {
    "fiets": ["fiets huren", "fiets stallen", "fiets naar het werk", "fiets herstellen", "fiets lenen"],
    "taart": ["taart bakken", "taart eten", "taart kopen", "taart delen", "taart versieren"],
    "boek": ["boek lezen", "boek lenen", "boek schrijven", "boek kopen in de winkel", "boek cadeau geven"],
}
IDEAS = [text for row in TOPICS.values() for text in row]


async def test_one_post_it_a_group_is_placed_first(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(IDEAS)) as seat:
        await seat.press("escape", "f5")
        await seat.reads("Plaats er eerst 3, een per groep")
        first = seat.screen.parts.suggesting.beginning.to_place()
        assert len({text.split()[0] for text in first}) == 3
        assert seat.canvas.board.card == next(iter(first))
        assert not seat.app.state.all(Cluster)
        await seat.press("g")
        await until(seat.pilot, lambda: len(seat.app.state.all(Cluster)) == 1)
        await seat.reads("Plaats er eerst 2,")
        assert seat.canvas.board.card == list(first)[1]
        await seat.press("n")
        await seat.type("Eigen", "enter")
        await until(seat.pilot, lambda: seat.board.get("Eigen") == [list(first)[1]])
        await seat.reads("Plaats er eerst 1,")
        assert seat.canvas.board.card == list(first)[2]
        await seat.press("G")
        await until(seat.pilot, lambda: len(seat.app.state.all(Cluster)) == 3)
        await seat.reads("G alles")
        await until(seat.pilot, lambda: len(seat.canvas.instead() or ()) == 3)
        assert sum(map(len, seat.board.values())) - len(seat.board[""]) == 3
        await seat.press("G")
        await until(seat.pilot, lambda: not seat.board[""])
        placed = [{text.split()[0] for text in row} for title, row in seat.board.items() if title]
        assert all(len(words) == 1 for words in placed)


def proposal(seat: Seat) -> dict[str, list[str]]:
    """What is proposed, by title."""
    return {column.title: sorted(card.id for card in column.cards) for column in seat.canvas.instead() or ()}


async def test_what_is_proposed_is_corrected_and_never_jumps(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(IDEAS)) as seat:
        await seat.press("escape", "f5")
        await seat.reads("Plaats er eerst")
        await seat.press("f5")
        await until(seat.pilot, lambda: len(proposal(seat)) == 3)
        await seat.reads("fijner")
        corrections = seat.screen.parts.suggesting.grouping.corrections
        before = proposal(seat)
        titles = list(before)
        text = before[titles[0]][0]
        seat.canvas.board.go_to(text)
        await seat.press("2")
        await until(seat.pilot, lambda: text in proposal(seat).get(titles[1], ()))
        await seat.reads("1 van 10 verplaatst, met wat erop lijkt")
        await until(seat.pilot, lambda: not corrections._waiting)
        stands = proposal(seat)
        assert stands[titles[2]] == before[titles[2]]
        assert not seat.app.state.all(Cluster), "nothing moves on the board before it is accepted"
        assert len(seat.board[""]) == len(IDEAS)
        await seat.press("f5", "f5")
        assert proposal(seat) == stands

        from data.network import Network
        from data.verbs.brainstorm.noting import capture

        other = Network.open(tmp_path / "test.kring.json")
        other.apply(capture, activity=STORM, text="boek uitlezen").wait()
        other.close()
        await until(seat.pilot, lambda: sum(map(len, proposal(seat).values())) == len(IDEAS) + 1)
        await until(seat.pilot, lambda: "" not in proposal(seat) and "Los" not in proposal(seat))
        now = proposal(seat)
        assert all(set(stands[title]) <= set(now[title]) for title in stands)

        await seat.press("G")
        await until(seat.pilot, lambda: not seat.board[""])
        assert text in seat.board[titles[1]]
        assert not corrections.count


async def test_after_ten_moves_nothing_goes_along(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(IDEAS)) as seat:
        await seat.press("escape", "f5")
        await seat.reads("Plaats er eerst")
        await seat.press("f5")
        await until(seat.pilot, lambda: len(proposal(seat)) == 3)
        corrections = seat.screen.parts.suggesting.grouping.corrections
        for turn, text in enumerate(IDEAS[:11]):
            before = proposal(seat)
            home = next(title for title, row in before.items() if text in row)
            place = (list(before).index(home) + 1) % len(before)
            seat.canvas.board.go_to(text)
            await seat.press(str(place + 1))
            await until(seat.pilot, lambda: not corrections._waiting)
            assert corrections.count == turn + 1
        column = seat.canvas.board.column
        assert column
        seat.canvas.board.go_to(column.head)
        await seat.reads("11 verplaatst: wat er staat, blijft staan")
        now = {title: [other for other in row if other != text] for title, row in proposal(seat).items()}
        assert now == {title: [other for other in row if other != text] for title, row in before.items()}


async def test_how_sure_means_something_with_one_cluster(tmp_path: Path) -> None:
    records = storm(
        ["fiets huren", "taart bakken", "taart eten"], {"Fietsen": ["fiets naar het werk", "fiets stallen"]}
    )
    async with seated(tmp_path, records) as seat:
        await seat.press("escape", "f5")
        await until(seat.pilot, lambda: seat.canvas.showing.advice)
        advice = seat.canvas.showing.advice
        assert advice["fiets huren"].sure > 1
        assert advice["taart bakken"].sure == advice["taart eten"].sure == 1


async def test_the_encoder_and_what_it_imports_are_read_beside_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def encoder() -> encoders.Encoder:
        asked.append(get_ident())
        return encoders.encoder("characters")

    monkeypatch.setattr("screens.brainstorm.suggesting.methods.encoder", encoder)
    async with seated(tmp_path, storm(["a"])) as seat:
        seat.screen.parts.suggesting.get_ready()
        await until(seat.pilot, lambda: asked)
    assert get_ident() not in asked


async def test_an_enter_behind_the_digit_that_moved_a_note_corrects_no_other(tmp_path: Path) -> None:
    records = storm(["Praten", "Zwijgen"], {"Houding": ["Luisteren"]})
    async with running(network_file(tmp_path, records), size=(80, 24)) as (app, pilot):
        app.go(STORM)
        await read(pilot, "Zwijgen")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen.query_one(Board).has_focus)
        app.screen.query_one(Board).go_to(next(note.id for note in app.state.all(Note) if note.text == "Praten"))
        await pilot.press("1", "enter")
        await read(pilot, "Het cijfer heeft al verplaatst")
        assert app.screen.query_one(Board).has_focus
        await pilot.press("enter")
        await read(pilot, "Verbeter “Zwijgen”")
        await pilot.press("escape", "1", "down", "enter")
        await read(pilot, "Verbeter “")


async def test_the_hint_on_the_board_names_keys_that_work_here_and_none_of_them_is_cut(tmp_path: Path) -> None:
    async with seated(tmp_path, storm(["een", "twee"], {"Zorg": ["x"], "Tijd": ["y"]}), size=(80, 24)) as seat:
        await seat.press("escape")
        await until(seat.pilot, lambda: seat.canvas.board.has_focus)
        for head in ("head ", "head bin"):
            seat.canvas.board.go_to(head)
            await seat.reads("n nieuw cluster   h handen   b prullenmand")
            await seat.press("b")
        seat.stand_on("een")
        await seat.press("space", "down", "space")
        await seat.reads("2 gemarkeerd   1-9 in een cluster   = hetzelfde   x prullenmand")
        assert "…" not in shown(seat.app)
        seat.stand_on("Zorg")
        await seat.press("escape")
        await seat.reads("t titel   j voeg samen   h handen")
        assert "…" not in shown(seat.app)
