"""A decision by keyboard: over three sessions, in secret, at 80x24, and with what people type wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from data.model import (
    ActivityKind,
    Decision,
    DecisionStatus,
    Objection,
    ObjectionFate,
    Participant,
    Phase,
    Proposal,
    SwotPoint,
    Vote,
)
from data.network import Network
from data.report.document import document
from data.report.markdown import render
from data.report.view import summary
from data.verbs import check_in, network, programme
from data.verbs.decision import phases
from screens.decision.booth import Booth
from screens.decision.screen import DecisionScreen
from screens.shell.house import next_language
from tests.data.verbs.room import Room, room
from tests.pilot import network_file, read, running, shown, type_text, until
from tui.app import Kring
from widgets.projection import Projection

HOSTILE = "[/] [@click=app.quit]x[/] 字 \u05d0 👍"


def records(here: Room) -> Iterable[object]:
    return (record for rows in here.state.tables.values() for record in rows.values())


def deciding_file(folder: Path, *texts: str, people: int = 6) -> tuple[Path, str]:
    """A network whose first session has a decision item; with proposals it is at deciding already."""
    here = room()
    for who in network.people(here.state)[:people]:
        here.do(check_in.arrive, session=here.session, participant=who.id)
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.DECISION)
    item = here.activity(ActivityKind.DECISION)
    if texts:
        here.do(phases.start_decision, session=here.session, question="Waarover gaat sessie 3?", activity=item)
        going = here.only(Decision).id
        for text in texts:
            here.do(phases.propose, decision=going, session=here.session, text=text)
        here.do(phases.go_to_phase, decision=going, phase=Phase.DECIDE)
    here.do(programme.begin_activity, activity=item)
    return network_file(folder, records(here)), item  # type: ignore[arg-type]


async def at(app: Kring, pilot: Pilot[None], item: str) -> DecisionScreen:
    app.go(item)
    await until(pilot, lambda: isinstance(app.screen, DecisionScreen) and app.screen.is_mounted)
    await until(pilot, lambda: app.screen.focused is not None)
    assert isinstance(app.screen, DecisionScreen)
    return app.screen


async def say(pilot: Pilot[None], text: str) -> None:
    await type_text(pilot, text)
    await pilot.press("enter")
    await pilot.pause()


def only(app: Kring) -> Decision:
    return app.state.all(Decision)[-1]


def hold_next_session(path: Path) -> tuple[str, str]:
    """Close the session that goes on, plan the next with a decision item, and mark everybody present there."""
    file = Network.open(path)
    now = network.current_session(file.state)
    assert now is not None
    file.apply(network.close_session, session=now.id)
    file.apply(network.plan_session, template="working")
    coming = network.sessions(file.state)[-1]
    item = programme.of_kind(file.state, coming.id, ActivityKind.DECISION)[0].id
    for who in network.people(file.state):
        file.apply(check_in.arrive, session=coming.id, participant=who.id)
    going = file.state.all(Decision)[-1].id
    file.apply(phases.point_at, activity=item, decision=going)
    file.apply(programme.begin_activity, activity=item).wait(10)
    file.close()
    return coming.id, item


async def test_a_decision_over_three_sessions_with_an_objection_integrated_in_between(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "Er loopt geen besluit")
        lines = shown(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "Er loopt geen besluit" in line)
        assert len(lines) // 3 <= row <= len(lines) * 2 // 3, "an empty page says so in its middle"
        await say(pilot, "Waarover gaat sessie 3?")
        await read(pilot, "Waar komt de vraag vandaan?")
        await say(pilot, "uit de brainstorm")
        await pilot.press("tab")
        await say(pilot, "we hebben nog twee sessies")
        await pilot.press("f6")
        await until(pilot, lambda: only(app).phase is Phase.PROPOSE)
        await say(pilot, "Feedback geven")
        await say(pilot, "Loon en talent")
        await until(pilot, lambda: len(app.state.all(Proposal)) == 2)
    _second, item = hold_next_session(path)
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("f6")
        await until(pilot, lambda: only(app).phase is Phase.EXAMINE)
        await say(pilot, "iedereen heeft het nodig")
        await pilot.press("tab", "tab", "tab")
        await say(pilot, "het wordt persoonlijk")
        await until(pilot, lambda: len(app.state.all(SwotPoint)) == 2)
        await pilot.press("f6")
        await read(pilot, "kies hoe je besluit")
        await pilot.press("enter", "2")  # consent about A
        await read(pilot, "met handopsteken")
        await pilot.press("1")
        await read(pilot, "overwegend bezwaar?")
        await read(pilot, "r: de rest akkoord, 6")
        await say(pilot, "1")
        await read(pilot, "r: de rest akkoord, 5")
        await pilot.press("r")
        await read(pilot, "De rest akkoord, 5: zeg het luidop")
        await pilot.press("enter", "f6")
        await read(pilot, "Er is een overwegend bezwaar")
        await pilot.press("enter")
        await say(pilot, "wie oefent wil geen publiek")
        await until(pilot, lambda: app.state.all(Objection))
        await pilot.press("enter")
        await read(pilot, "Een versie die dit opneemt")
        await say(pilot, " in duo's")
        await until(pilot, lambda: app.state.all(Objection)[0].fate is ObjectionFate.INTEGRATED)
    third, item = hold_next_session(path)
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "consent vragen over de nieuwe versie van A")
        await pilot.press("enter", "1", "r")
        await read(pilot, "De rest akkoord, 6: zeg het luidop")
        await pilot.press("enter", "f6")
        await read(pilot, "Er is consent")
        await pilot.press("enter")
        await read(pilot, "We besluiten")
        await pilot.press("f6")
        await until(pilot, lambda: only(app).status is DecisionStatus.DECIDED)
        await pilot.press("enter")
        await say(pilot, "Zaal zoeken; Karel; mei")
        await pilot.press("escape", "u")
        await read(pilot, "het wordt persoonlijk")
        await pilot.press("escape", "f9")
        await until(pilot, lambda: "█" in shown(app))
        text = render(document(summary(app.state, third)))
    for said in (
        "Feedback geven in duo's",
        "uit de brainstorm",
        "we hebben nog twee sessies",
        "wie oefent wil geen publiek",
        "iedereen heeft het nodig",
        "het wordt persoonlijk",
        "Loon en talent",
        "Zaal zoeken",
        "Besloten in sessie 3",
    ):
        assert said in text, said
    votes = Network.open(path).state.all(Vote)
    assert [(vote.outcome, vote.options[0].version) for vote in votes] == [("objection", 0), ("decided", 1)]


# -- the secret ballot

BALLOTS = ["a", "ab", "b", "0", "a", "b"]


async def vote_secretly(app: Kring, pilot: Pilot[None], ballots: list[str]) -> dict[str, str]:
    """Open a secret vote and let everybody vote in the order the laptop asks; gives who voted what."""
    await pilot.press("v", "1")
    await read(pilot, "geheim")
    await pilot.press("3")
    given = {}
    for typed in ballots:
        await until(pilot, lambda: isinstance(app.screen, Booth))
        booth = app.screen
        assert isinstance(booth, Booth)
        given[booth.box.to_come[0]] = typed
        await pilot.press("enter", *typed, "enter", "enter")
        await pilot.pause()
    return given


def everything(path: Path) -> dict[Path, bytes]:
    """Every file beside and of a network: itself, history, drafts, backups."""
    return {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}


async def test_nothing_that_is_kept_links_a_secret_ballot_to_a_person(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        given = await vote_secretly(app, pilot, BALLOTS)
        assert len(given) == 6
        await read(pilot, "Iedereen heeft gestemd")
        app.network.drafts.flush()
        before = everything(path)
        assert all(b'"ballots":[{' not in held.replace(b" ", b"") for held in before.values())
        await pilot.press("enter")
        await read(pilot, "6 briefjes in de bus")
        assert "/6" not in shown(app), "nothing shows before the close"
        await pilot.press("f6")
        await until(pilot, lambda: app.state.all(Vote)[0].closed and app.network.saved)
        await read(pilot, "6 van 6 antwoordden")
        assert shown(app).count("stemgerechtigd: 6") == 1, "not again above the page"
        going = only(app).phase
        await pilot.press("ctrl+z")
        await read(pilot, "geheime stemming")
        await pilot.press("ctrl+z")
        await read(pilot, "geheime stemming")
        assert only(app).phase is going, "nor is what was done before it"
    kept = everything(path)
    (vote,) = Network.open(path).state.all(Vote)
    assert vote.closed, "a secret vote is never taken back"
    ids = [option.proposal for option in vote.options]
    assert sorted(map(len, vote.ballots)) == sorted(len(typed.strip("0")) for typed in given.values())
    copies = {file for file, held in kept.items() if held.startswith(b'{"kring"')}
    holding = {file for file, held in kept.items() if _ballots(held)}
    assert path in holding
    assert holding <= copies, "no draft and no history holds a ballot; a copy of the file holds what the file holds"
    assert all(_ballots(kept[file]) == _ballots(kept[path]) for file in holding)
    for kept_one in _documents(kept[path]):
        if kept_one.get("ballots"):
            assert not kept_one.get("voters"), "no ballot has a person"
            assert all(set(ballot) <= set(ids) for ballot in _ballots(kept[path])), "a ballot holds answers only"
            order = [[ids.index(key) for key in ballot] for ballot in _ballots(kept[path])]
            assert all(keys == sorted(keys) for keys in order), "nor which key was typed first"
            assert list(vote.ballots) == sorted(vote.ballots, key=lambda b: [b.get(id_, -2) for id_ in ids])
    people = {who.id for who in Network.open(path).state.all(Participant)}
    for file, held in kept.items():
        orders = [document for document in _documents(held) if "to_come" in document]
        assert not orders, f"{file} tells who was next"
        for line in held.splitlines() if file not in copies else ():
            closing = b'"closed"' in line and vote.id.encode() in line
            assert not closing or not any(id_.encode() in line for id_ in people), f"{file} tells of the close"


def _ballots(held: bytes) -> list[dict[str, int]]:
    found = [document.get("ballots") for document in _documents(held)]
    return [ballot for ballots in found if isinstance(ballots, list) for ballot in ballots]


def _documents(held: bytes) -> list[dict[str, object]]:
    """Every JSON object that a file holds, at any depth; a file that is not JSON has none."""
    found: list[dict[str, object]] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.append(value)
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    whole = held.decode("utf-8", "replace")
    try:
        walk(json.loads(whole))
    except ValueError:  # a history has a document a line
        for text in whole.splitlines():
            try:
                walk(json.loads(text))
            except ValueError:
                continue
    return found


async def test_ballots_in_memory_are_told_before_the_first_in_place_of_saved_and_stop_quitting(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await vote_secretly(app, pilot, [])
        await read(pilot, "alleen in het geheugen")
        await pilot.press("enter", "a", "enter", "enter")
        await read(pilot, "Geef de laptop aan")
        assert "geheugen" not in shown(app), "from then on there is only the name"
        await pilot.press("escape")
        await read(pilot, "1 briefje in het geheugen")
        assert "✓ bewaard" not in shown(app)
        await pilot.press("ctrl+q")
        await read(pilot, "sluit eerst de stemming")
        before = app.screen
        next_language(app)
        await until(pilot, lambda: app.screen is not before)
        await read(pilot, "1 ballot in the box")
        assert isinstance(app.screen, DecisionScreen)


async def test_two_people_at_the_booth_see_nothing_of_each_other(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await vote_secretly(app, pilot, ["a"])
        assert "Geef de laptop aan" in shown(app)
        assert not any(f"{letter}  " in shown(app) for letter in "AB"), "the screen between two people is blank"
        booth = app.screen
        assert isinstance(booth, Booth)
        first = booth.box.to_come[0]
        await pilot.press("l")
        assert booth.box.to_come[-1] == first, "not now: at the end"
        await pilot.press("enter", "a", "b", "escape")
        assert "✓" not in shown(app), "a half filled ballot is thrown away"
        await pilot.press("enter")
        assert "✓" not in shown(app)
        await pilot.press("enter", "z", "enter")
        assert len(booth.box.ballots) == 1, "no answer is no vote"
        await pilot.press("a", "enter", "b")
        await pilot.press("enter")
        assert len(booth.box.ballots) == 1, "a change asks again"
        await pilot.press("enter")
        assert len(booth.box.ballots) == 2


async def test_after_a_crash_the_ballots_are_gone_and_it_says_so(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await vote_secretly(app, pilot, ["a", "b"])
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "Ze zijn weg: stem opnieuw")
        await pilot.press("f6")
        await read(pilot, "Nog niemand stemde")
        await pilot.press("z")
        await until(pilot, lambda: not app.state.all(Vote))


# -- counting and answering


async def test_belgian_digits_count_and_more_hands_than_people_keep_what_was_typed(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1")
        await read(pilot, "A: ")
        await pilot.press("x")
        await read(pilot, "Hier hoort alleen een getal")
        await pilot.press("è", "enter")  # 7 hands of 6 people
        await read(pilot, "7 is meer dan de 6")
        assert screen.lined.line.value == screen.lined.line.selected_text == "7"
        await pilot.press("(", "enter", "'", "r")  # 5 agree; 4 do not agree, so the rest is 2
        await read(pilot, "De rest, 2")
        await pilot.press("enter", "6", "enter")  # all answered
        await until(pilot, lambda: app.state.all(Vote)[0].answered == 6)
        await pilot.press("enter", "f6")  # nobody abstained
        await read(pilot, "5/6")
        assert "2/6" in shown(app)


async def test_per_person_hides_who_and_what_while_looking_along(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "3", "2")
        await read(pilot, "0 van 5 antwoordden")
        await type_text(pilot, "kw54")
        await read(pilot, "› kw••")
        assert "Karel Wouters" in shown(app)
        await pilot.press("enter")
        await read(pilot, "1 van 5 antwoordden")
        assert "nog te antwoorden" not in shown(app)
        await pilot.press("f8")
        await read(pilot, "nog te antwoorden")
        assert "A 5" in shown(app)
        await say(pilot, "lv 9")
        await read(pilot, "Vingers zijn 0 tot 5")
        assert screen.lined.line.value == "lv 9", "what was typed stays"


async def test_it_goes_back_and_forth_and_keeps_what_is_half_typed(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("é")  # 2: propose
        await until(pilot, lambda: only(app).phase is Phase.PROPOSE)
        await type_text(pilot, "half een voors")
        await pilot.press("f6")
        await until(pilot, lambda: only(app).phase is Phase.EXAMINE and screen.lined.line.value == "")
        await pilot.press("shift+f6")
        await until(pilot, lambda: screen.lined.line.value == "half een voors")
        await pilot.press("escape", "e")
        await read(pilot, "Verwoord het voorstel opnieuw")


async def test_hostile_text_shows_as_it_was_typed(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, HOSTILE, "Twee")
    async with running(path, size=(80, 24), language="en") as (app, pilot):
        await at(app, pilot, item)
        for key in ("1", "2", "3", "4"):
            app.screen.query_one("#matter").focus()
            await pilot.press(key)
            await pilot.pause()
        await read(pilot, "[@click=app.quit]x[/]")
        await pilot.press("v", "1", "1")
        await read(pilot, "[@click=app.quit]x[/]")
        await pilot.press("6", "enter", "6", "enter", "6", "enter", "enter", "f6")
        await read(pilot, "Everybody agrees with")
        await pilot.press("f9")
        screen = app.screen
        assert isinstance(screen, DecisionScreen)
        await until(pilot, lambda: screen.in_room and bool(screen.query(Projection)))
        assert any("[/] [@click=app.quit]x[/]" in item.text for item in screen.projected().items)


async def test_a_tie_is_drawn_by_lot_with_its_reason_and_the_decision_ends_in_every_way(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", "Drie")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "4", "1")  # dots, counted; one dot each is not stacked
        await read(pilot, "A: stickers?   alle stickers erop · Enter: geen")
        await pilot.press("f5")
        await read(pilot, "er is geen rest")
        await pilot.press("r")
        assert not screen.lined.line.value
        for dots in ("3", "3", "0", "0"):
            await say(pilot, dots)
        await pilot.press("f6")
        await read(pilot, "Gelijk op de grens: A, B")
        await pilot.press("l")
        await say(pilot, "allebei goed")
        await read(pilot, "Geloot:")
        drawn = app.state.all(Vote)[0].drawn
        assert drawn in {one.id for one in app.state.all(Proposal)[:2]}
        assert screen.subject.proposal is not None
        assert screen.subject.proposal.id == drawn
        await pilot.press("k")
        await read(pilot, "weer opnemen")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: only(app).status is DecisionStatus.OPEN)
        await pilot.press("g")
        await read(pilot, "Wie werkt het uit")
        await pilot.press("enter")
        await until(pilot, lambda: only(app).phase is Phase.PROPOSE)
        await pilot.press("escape", "4", "b")
        await read(pilot, "We besluiten")
        await pilot.press("tab", "tab", "tab")
        await say(pilot, "ooit")
        await read(pilot, "“ooit” is geen datum")
        await until(pilot, lambda: "ooit" in shown(app))
        await pilot.press("escape")
        screen.lined.page.focus()
        await pilot.press("b")
        await read(pilot, "ooit")  # what was not kept is offered again
        await pilot.press("tab", "tab", "tab", "end", "ctrl+u", "f6")
        await until(pilot, lambda: only(app).status is DecisionStatus.DECIDED)
        await pilot.press("y")
        await until(pilot, lambda: len(app.state.all(Decision)) == 2)
        assert only(app).supersedes == app.state.all(Decision)[0].id
        await read(pilot, "Waar komt de vraag vandaan?")
        await pilot.press("escape", "m")
        await read(pilot, "Een nieuw besluit")
        await pilot.press("1")
        await until(pilot, lambda: screen.subject.decision is None)


async def test_pasted_lines_become_proposals_one_by_one(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Eerste")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("shift+f6", "shift+f6")
        await until(pilot, lambda: only(app).phase is Phase.PROPOSE)
        screen.lined.line.post_message(Paste("Tweede\nDerde\n"))
        await read(pilot, "2 regels, elk apart bewaard")
        await pilot.press("enter")
        await until(pilot, lambda: [each.text for each in app.state.all(Proposal)] == ["Eerste", "Tweede", "Derde"])


async def test_letters_that_mean_two_people_are_asked_for(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path, looking_along=False) as (app, pilot):
        for place in ("Haven", "Zorgpunt"):
            add = check_in.add_and_arrive
            app.network.apply(add, session=app.session.id, name="Cis Baert", organisation=place).wait(5)
        await at(app, pilot, item)
        await pilot.press("v", "3", "2")
        await read(pilot, "0 van 7 antwoordden")
        await type_text(pilot, "cb 54")
        await read(pilot, "Wie is het?")
        await pilot.press("enter")
        await read(pilot, "Met deze letters")
        assert not app.state.all(Vote)[-1].voters
        await pilot.press(*["backspace"] * 5)
        await say(pilot, "cis haven 54")
        await until(pilot, lambda: len(app.state.all(Vote)[-1].voters) == 1)
        voter = app.state.get(Participant, app.state.all(Vote)[-1].voters[0])
        assert (voter.name, voter.organisation) == ("Cis Baert", "Haven")


async def test_a_vote_that_cannot_be_closed_yet_asks_the_count_that_lacks(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Feedback geven", "Loon")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await read(pilot, "kies hoe je besluit")
        await pilot.press("enter", "1", "1")
        await read(pilot, "A: akkoord?")
        await read(pilot, "dan r: de")
        await say(pilot, "4")
        await say(pilot, "6")
        await pilot.press("enter")
        await read(pilot, "onthoudingen?")
        await pilot.press("f6")
        await read(pilot, "Tel eerst hoeveel er in totaal antwoordden")
        await read(pilot, "› antwoorden in totaal?")
        await say(pilot, "6")
        await pilot.press("f6")
        await until(pilot, lambda: app.state.all(Vote)[0].closed)
