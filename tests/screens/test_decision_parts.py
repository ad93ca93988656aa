"""The parts of a decision's screen: one a stage, keys that mean one thing, next steps that lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.methods.votes.codes import NextStep
from data.model import Activity, Objection, ObjectionFate, Phase, Vote
from data.verbs.decision.phases import plan_phase, point_at, start_decision
from screens.decision.dialogs import Conclude
from screens.decision.parts.deciding import FOLLOWS, Deciding
from screens.decision.room import view
from screens.decision.screen import OWNERS, DecisionScreen
from screens.decision.stages import Stage
from screens.decision.words import ASKED, SWOT_MARKS
from screens.shell.commands import commands, footer
from tests.pilot import read, running, shown, until
from tests.screens.test_decision import at, deciding_file, only, say
from tui.app import Kring
from widgets.command import Bound
from widgets.feedback_line import FeedbackLine


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("typing", [True, False])
def test_every_stage_has_a_part_whose_keys_mean_one_thing(stage: Stage, typing: bool) -> None:
    part = DecisionScreen("item").part_of(stage)
    commands = part.commands(typing=typing)
    assert {type(bound.owner) for bound in commands} <= set(OWNERS), "the screen binds the keys of every owner"
    keys = [key for bound in commands for key in bound.command.keys]
    assert len(keys) == len(set(keys))
    assert not {key for command in Kring.KEYS for key in command.keys} & set(keys)
    assert part.KINDS
    assert set(part.KINDS) <= set(ASKED)


@pytest.mark.parametrize("step", NextStep)
def test_every_next_step_is_a_key_of_deciding(step: NextStep) -> None:
    key, _label = FOLLOWS[step]
    part = DecisionScreen("item").part_of(Stage.DECIDE)
    assert isinstance(part, Deciding)
    assert any(key in bound.command.keys for bound in part.commands(typing=False))


async def test_without_a_proposal_a_vote_says_why_not(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("2")
        await until(pilot, lambda: screen.subject.stage is Stage.PROPOSE)
        await pilot.press("escape", "delete", "4")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE and not screen.subject.standing)
        await pilot.press("f5")
        await read(pilot, "Er is nog geen voorstel om over te stemmen")
        labels = [bound.command.label for bound, _able in footer(screen, able=True)]
        assert "Way of deciding" not in labels, "what cannot run is not offered"
        # Typed ahead on the page, the way and how it is answered go to no phase; in the line digits are text.
        await pilot.press("v", "2", "1", "enter")
        await read(pilot, "Er is nog geen voorstel om over te stemmen")
        assert screen.subject.stage is Stage.DECIDE
        await pilot.press("escape", "f5", "3")
        await until(pilot, lambda: screen.lined.line.value == "3")


async def test_from_any_phase_each_phase_is_announced_for_a_session(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("j")
        await read(pilot, "4 Besluiten    bezig")
        await pilot.press("4")
        await read(pilot, "In welke sessie komt “Besluiten” aan bod?")
        await read(pilot, "2 de volgende sessie")
        await pilot.press("2")
        await read(pilot, "“Besluiten” komt aan bod in sessie 2.")
        later = only(app).planned[Phase.DECIDE]
        assert later != screen.subject.session.id
        await pilot.press("2")
        await until(pilot, lambda: screen.subject.stage is Stage.PROPOSE)
        await pilot.press("escape", "j", "3", "2")
        await until(pilot, lambda: only(app).planned.get(Phase.EXAMINE) == later)
        await pilot.press("j", "3", "3")
        await read(pilot, "“Afwegen” is in geen sessie gepland.")
        await pilot.press("1")
        await until(pilot, lambda: screen.subject.stage is Stage.EXPLORE)
        screen.lined.line.focus()
        await pilot.press("f5")
        await read(pilot, "In welke sessie komt “Verkennen” aan bod?")
        assert "Besluiten: sessie 2" in [item.text for item in view(screen.subject).items], "the room reads it too"


async def test_a_decision_that_was_announced_for_this_session_is_offered_first(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        announced = only(app)
        app.do(start_decision, session=announced.session, question="Wie brengt koffie?")
        here = app.state.get(Activity, item).session
        app.do(plan_phase, decision=only(app).id, phase=Phase.EXPLORE, session=here)
        app.do(point_at, activity=item, decision=None)
        await at(app, pilot, item)
        await read(pilot, "voor vandaag: Verkennen")
        lines = shown(app)
        assert lines.index("Wie brengt koffie?") < lines.index("Waarover gaat sessie 3?")


WAYS_IN_HANDS = {
    "all of us": (
        ["1", "1", "6", "enter", "6", "enter", "enter"],
        ("consent vragen over A Enter", "ask for consent to A Enter"),
    ),
    "consent": (["2", "1", "r", "enter"], ("het besluit noteren Enter F6", "write down the decision Enter F6")),
    "fingers": (
        ["3", "1", *["enter"] * 5, "6", "enter", "enter"],
        ("consent vragen over A Enter", "ask for consent to A Enter"),
    ),
    "for or against": (["5", "1", "1", "6", "enter", "enter", "enter"], ("Enter F6", "Enter F6")),
}
"""The keys behind v by which everybody is for the one proposal, and how the next step is said in Dutch and English."""


@pytest.mark.parametrize("way", WAYS_IN_HANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_what_is_settled_says_how_it_is_written_down_and_f6_does_it(
    tmp_path: Path, way: str, language: str
) -> None:
    keys, said = WAYS_IN_HANDS[way]
    path, item = deciding_file(tmp_path, "Een")
    dutch = language == "nl"
    async with running(path, size=(80, 24), language=language) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("f6")
        await read(pilot, "Eerst: kies hoe je besluit (Enter)." if dutch else "First: choose how to decide (Enter).")
        await pilot.press("v", *keys, "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await read(pilot, said[0 if dutch else 1])
        plain = " ".join(shown(app).replace("▌", " ").split())
        assert ("het besluit noteren" if dutch else "write down the decision") in plain
        assert ("F6 Ga verder" if dutch else "F6 Continue") in plain
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Conclude))


async def test_what_is_not_settled_says_at_f6_what_comes_first(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "2", "1", "1", "enter", "enter", "enter", "5", "enter", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("f6")
        await read(pilot, "Eerst: het bezwaar noteren, dan opnemen (Enter).")
        # Consent step by step ends at the decision too.
        await pilot.press("s", "s", "f6", "s", *["f6"] * 6)
        await read(pilot, "het besluit noteren Enter F6")
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Conclude))


async def test_a_refused_day_is_corrected_where_it_stands(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "2", "1", "r", "enter", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        await pilot.press("ctrl+u", *"Goed", "down", "down", "down", *"32", "f6")
        await read(pilot, "is geen datum")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "review")
        await pilot.press("ctrl+u", "f6")
        await until(pilot, lambda: only(app).outcome == "Goed")


async def test_an_answer_per_person_is_taken_away_again(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", people=5)
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "3", "2", "f8")
        await read(pilot, "0 van 5 antwoordden")
        await say(pilot, "kw 54")
        await until(pilot, lambda: app.state.all(Vote)[0].voters)
        await pilot.press("escape", "home", "delete")
        await until(pilot, lambda: not app.state.all(Vote)[0].voters)
        assert screen.subject.stage is Stage.PERSON


async def test_each_vote_by_hands_begins_with_its_first_count(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        for _turn in range(2):
            await pilot.press("v", "1", "1")
            await read(pilot, "A: akkoord?")
            await pilot.press("down", "down", "down")
            await read(pilot, "onthoudingen?   ")
            await pilot.press("shift+f6")
            await until(pilot, lambda: screen.subject.stage is Stage.EXAMINE)
            await pilot.press("f6")
            await read(pilot, "onthoudingen?   ")
            await pilot.press("escape", "z")
            await until(pilot, lambda: not app.state.all(Vote) and screen.subject.stage is Stage.DECIDE)


async def test_enter_takes_a_parked_decision_up_again_and_a_palette_can_too(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("k")
        await until(pilot, lambda: screen.subject.stage is Stage.OVER)
        resume = next(bound for bound in commands(screen) if bound.command.label == "Resume")
        assert isinstance(resume, Bound)
        await app.perform(resume)
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        assert resume.reason == "Dit is niet geparkeerd."
        assert only(app).question


async def test_after_a_vote_the_line_asks_for_the_decision_and_else_what_it_asked(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("o")
        await read(pilot, "Een overwegend bezwaar tegen A")
        await pilot.press("shift+f6")
        await until(pilot, lambda: screen.subject.stage is Stage.EXAMINE)
        await pilot.press("f6")
        await read(pilot, "Esc om te typen")
        await pilot.press("escape")
        await read(pilot, "Een overwegend bezwaar tegen A")
        await pilot.press("escape", "v", "2", "1", "r", "enter", "f6")
        await read(pilot, "Er is consent")
        await pilot.press("escape")
        await read(pilot, "Wat besluiten jullie, in één zin?")


def test_what_helps_is_green_and_what_harms_orange_and_no_sign_has_the_colour_of_a_cluster() -> None:
    assert {kind.value: style for kind, (_sign, style) in SWOT_MARKS.items()} == {
        "strength": "$success",
        "weakness": "$attention",
        "opportunity": "$success",
        "threat": "$attention",
    }
    assert len({sign for sign, _style in SWOT_MARKS.values()}) == len(SWOT_MARKS)


async def test_a_count_that_was_passed_over_is_named_and_asked_before_how_many_answered(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", "Drie")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1")
        await read(pilot, "A: akkoord?")
        await pilot.press("4", "enter", "down", "5", "enter")
        await read(pilot, "› antwoorden in totaal?")
        await pilot.press("escape", "f6")
        await read(pilot, "Tel eerst wie akkoord gaat met B, dan hoeveel er antwoordden.")
        await read(pilot, "› B: akkoord?")
        # What is asked next is what is still to be counted, not what stands below it.
        await pilot.press("3", "enter")
        await read(pilot, "› antwoorden in totaal?")
        await pilot.press("6", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        (vote,) = app.state.all(Vote)
        assert [row["agree"] for row in vote.counts.values()] == [4, 5, 3] and vote.answered == 6


async def test_a_count_too_many_is_told_and_the_line_stays_where_it_was(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("v", "1", "1", "6", "enter", "down", "5", "enter", "f6")
        await read(pilot, "tel opnieuw")
        await read(pilot, "› onthoudingen?")
        assert not app.state.all(Vote)[0].closed


async def test_a_number_that_is_typed_counts_when_the_vote_is_closed_and_none_is_taken_that_is_too_high(
    tmp_path: Path,
) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "2", "1", "down", "down", "down", "9", "f6")
        await read(pilot, "9 is meer dan de 6")
        assert screen.subject.stage is Stage.HANDS
        await pilot.press("6", "f6")
        await read(pilot, "Er is consent")


async def test_what_two_reasons_lead_to_is_offered_once(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", "Drie")
    async with running(path) as (app, pilot):
        await at(app, pilot, item)
        await pilot.press("v", "1", "1", "6", "enter", "6", "enter", "2", "enter", "6", "f6")
        await read(pilot, "opnieuw stemmen tussen A, B Enter")
        assert shown(app).count("opnieuw stemmen") == 1


async def test_what_was_decided_stands_in_sight_once_it_is_written_down(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, *(f"Voorstel {n} met de woorden die het nodig heeft" for n in range(1, 8)))
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1", *["6", "enter"] * 8, "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("end", "b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        await pilot.press("ctrl+u", *"Goed", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.OVER and app.screen is screen)
        await read(pilot, "heel het verloop lezen")
        await until(pilot, lambda: screen.lined.page.scroll_offset.y == 0)
        assert "✓ Besloten in sessie 1" in shown(app)
        assert any(line.strip() == "Goed" for line in shown(app).splitlines())


@pytest.mark.parametrize(
    ("keys", "settled"),
    [
        (["1", "1", "6", "enter", "3", "enter", "6"], "Iedereen is het eens met A."),
        (["1", "1", "5", "enter", "3", "enter", "6"], ""),
        (["2", "1", "1", "enter", "enter", "enter", "5"], ""),
        (["2", "1", "enter", "enter", "enter", "6"], "Er is consent"),
        (["5", "1", "1", "5", "enter", "enter", "1"], "Verworpen"),
    ],
)
async def test_what_settled_it_is_filled_in_with_a_vote_that_came_to_it_and_with_no_other(
    tmp_path: Path, keys: list[str], settled: str
) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", *keys, "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE and screen.subject.shown)
        await pilot.press("q")
        await say(pilot, "het kost tijd")
        await until(pilot, lambda: app.state.all(Objection))
        await pilot.press("escape", "home", "b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        sheet = app.screen
        assert isinstance(sheet, Conclude)
        assert settled in sheet.written.decided_by
        assert bool(settled) == bool(sheet.written.decided_by)
        assert sheet.written.dissent == "het kost tijd"
        assert bool(sheet.written.outcome) == (settled != "Verworpen"), "what was voted down is not decided"


async def test_a_vote_says_nothing_for_another_proposal_than_the_one_it_put_first(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1", "6", "enter", "3", "enter", "6", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("down")
        await until(pilot, lambda: screen.subject.letter(screen.subject.proposal) == "B")
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        assert isinstance(app.screen, Conclude)
        assert (app.screen.written.outcome, app.screen.written.decided_by) == ("Twee", "")


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        (["2", "1", "1", "enter", "enter", "enter", "5"], "het bezwaar noteren, dan opnemen"),
        (["1", "1", "5", "enter", "3", "enter", "6"], "de bezwaren horen en noteren"),
    ],
)
async def test_once_an_objection_is_withdrawn_the_decision_can_be_written_down(
    tmp_path: Path, keys: list[str], first: str
) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", *keys, "f6")
        await read(pilot, f"{first} Enter")
        await pilot.press("enter")
        # The line asks for it already: Enter is for what is typed there, and says so.
        await read(pilot, f"{first} typ het hieronder")
        await pilot.press("enter")
        await read(pilot, "Typ de reden.")
        assert not app.state.all(Objection)
        await pilot.press("f6")
        await read(pilot, f"Eerst: {first} (typ het hieronder).")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        await read(pilot, "het bezwaar opnemen in een nieuwe versie Enter")
        assert "Er staat geen" not in shown(app), "one stands"
        await pilot.press("escape", "x")
        await read(pilot, "consent vragen over A Enter")
        await read(pilot, "het besluit noteren b")
        assert "Er staat geen genoteerd bezwaar meer." in " ".join(shown(app).replace("▌", " ").split())
        labels = [bound.command.label for bound, _able in footer(screen, able=True)]
        assert not {"Integrate", "Withdrawn"} & {*labels}, "nothing is open to be taken up"
        await pilot.press("i")
        await read(pilot, "Kies eerst een bezwaar op de pagina.")
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Conclude))
        assert isinstance(app.screen, Conclude)
        assert app.screen.written.decided_by.endswith("Er staat geen genoteerd bezwaar meer.")


async def test_of_an_objection_becomes_once_what_became_of_it_and_nothing_more_of_one_that_was_taken_in(
    tmp_path: Path,
) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path, size=(120, 36)) as (app, pilot):
        screen = await at(app, pilot, item)

        async def became(fate: ObjectionFate) -> None:
            await until(pilot, lambda: app.state.all(Objection)[0].fate is fate)

        async def chosen() -> None:
            screen.lined.page.choose(app.state.all(Objection)[0].id)
            await until(pilot, lambda: screen.subject.chosen == app.state.all(Objection)[0].id)

        await pilot.press("v", "1", "1", "5", "enter", "3", "enter", "6", "f6")
        await read(pilot, "de bezwaren horen en noteren Enter")
        await pilot.press("enter")
        await read(pilot, "de bezwaren horen en noteren typ het hieronder")
        await say(pilot, "te duur")
        await until(pilot, lambda: app.state.all(Objection))
        await pilot.press("escape", "x")
        await became(ObjectionFate.WITHDRAWN)
        await chosen()
        await pilot.press("x")
        await read(pilot, "Dat is al afgehandeld.")
        await pilot.press("i")
        await read(pilot, "Kies eerst een bezwaar op de pagina.")
        await pilot.press("d")
        await became(ObjectionFate.NOTED)
        await pilot.press("i")
        await say(pilot, "Een, en goedkoper")
        await became(ObjectionFate.INTEGRATED)
        await chosen()
        for key in ("x", "d"):
            await pilot.press(key)
            await read(pilot, "Dat is al afgehandeld.")
            assert app.state.all(Objection)[0].fate is ObjectionFate.INTEGRATED


async def test_after_a_vote_the_whole_advice_is_seen_above_what_came_of_the_key(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee", "Drie")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "1", "1")
        for hands in ("2", "5", "5", "r"):
            await say(pilot, hands)
        await pilot.press("f6")
        await read(pilot, "✓ Stemming gesloten")
        told = screen.query_one("#verdict").region
        await until(pilot, lambda: told.bottom < screen.query_one(FeedbackLine).region.y + 1 and told.height > 2)
        await until(pilot, lambda: "loten, en" in shown(app))


async def test_what_stands_there_already_is_told_and_stays_in_the_line(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een", "Twee")
    async with running(path) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("2")
        await until(pilot, lambda: screen.subject.stage is Stage.PROPOSE)
        await say(pilot, "een")
        await read(pilot, "Dat is voorstel A al.")
        assert screen.lined.line.value == "een" and len(screen.subject.standing) == 2
        await pilot.press("escape", "1")
        await until(pilot, lambda: screen.subject.stage is Stage.EXPLORE)
        for typed in ("Uit de brainstorm", "Van de vorige keer", "uit de brainstorm"):
            await say(pilot, typed)
        await read(pilot, "Dat staat er al.")
        assert only(app).origin == "Uit de brainstorm · Van de vorige keer"


async def test_where_the_line_asks_for_an_action_point_enter_is_for_what_is_typed(tmp_path: Path) -> None:
    path, item = deciding_file(tmp_path, "Een")
    async with running(path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, item)
        await pilot.press("v", "2", "1", "r", "enter", "f6")
        await until(pilot, lambda: screen.subject.stage is Stage.DECIDE)
        await pilot.press("f6", "f6")
        await read(pilot, "een actiepunt toevoegen Enter")
        await pilot.press("enter")
        await read(pilot, "een actiepunt toevoegen typ het hieronder")
        await pilot.press("enter")
        await read(pilot, "! ")
