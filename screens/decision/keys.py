"""The keys of a decision: those of its line, of its page, and where each of them counts."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as having
from enum import StrEnum
from typing import Any

from textual.events import Key
from textual.message import Message

from data.i18n import N_
from screens.shell.by_name import ByName, by_name
from screens.shell.line_and_page import TO_LINE, TO_PAGE
from widgets.capture_line import CaptureLine
from widgets.command import Bound, Command
from widgets.keys import AZERTY, digit
from widgets.laid_out import LaidOut


class Stage(StrEnum):
    """Where we are: a phase, a vote that is open, a decision that is over, or none chosen yet."""

    CHOOSE = "choose"
    EXPLORE = "explore"
    PROPOSE = "propose"
    EXAMINE = "examine"
    DECIDE = "decide"
    HANDS = "hands"
    PERSON = "person"
    SECRET = "secret"
    OVER = "over"


PHASES = frozenset({Stage.EXPLORE, Stage.PROPOSE, Stage.EXAMINE, Stage.DECIDE})
VOTING = frozenset({Stage.HANDS, Stage.PERSON, Stage.SECRET})
TYPING = frozenset({Stage.CHOOSE, Stage.EXPLORE, Stage.PROPOSE, Stage.EXAMINE, Stage.HANDS, Stage.PERSON})
"""Where the line has the focus to begin with."""

LINE: tuple[Command[Any], ...] = (
    by_name("screen.rest", N_("The rest"), N_("All who are left: say it aloud, then Enter"), ("r",)),
    by_name("screen.keep", N_("Keep"), N_("Keep the line"), ("enter",), 10),
    TO_PAGE,
)

BOTH: tuple[Command[Any], ...] = (
    by_name("screen.kind(1)", N_("Kind"), N_("What the line holds"), ("tab",), 12),
    by_name("screen.kind(-1)", N_("Kind before"), N_("The other way round"), ("shift+tab",)),
    by_name("screen.offer", N_("Helps on"), N_("What helps most here: see the footer"), ("f5",), 14),
    by_name("screen.onward", N_("Next phase"), N_("The next phase, or close the vote"), ("f6",), 20),
    by_name("screen.phase(-1)", N_("Phase before"), N_("Back to the phase before"), ("shift+f6",)),
    by_name("screen.record", N_("Whole record"), N_("Read all that was said of this decision"), ("shift+f5",)),
    by_name("screen.walk(-1)", N_("Line before"), N_("Choose what stands before it"), ("up",)),
    by_name("screen.walk(1)", N_("Next line"), N_("Choose what stands after it"), ("down",)),
)

PAGE: tuple[Command[Any], ...] = (
    by_name("screen.act", N_("Next step"), N_("The likeliest next step, or change what is chosen"), ("enter",), 10),
    by_name("screen.edit", N_("Change"), N_("Type it over; a proposal becomes a new version"), ("e",), 40),
    by_name("screen.remove", N_("Take away"), N_("Take it away, or drop the proposal"), ("delete", "backspace"), 18),
    by_name("screen.source", N_("From whom"), N_("From whom a proposal or an objection comes"), ("w",), 41),
    by_name("screen.plan", N_("Plan"), N_("In which session a phase is treated"), ("s",), 15),
    by_name("screen.turn(1)", N_("Next proposal"), N_("Examine the next proposal"), ("n",), 13),
    by_name("screen.turn(-1)", N_("Proposal before"), N_("Examine the proposal before"), ("p",)),
    by_name("screen.vote", N_("Way of deciding"), N_("Choose how to decide, and open a vote"), ("v",)),
    by_name("screen.consent", N_("Consent"), N_("Ask consent about the chosen proposal"), ("c",), 21),
    by_name("screen.again", N_("Vote again"), N_("The same way, among the tied when there are"), ("r",), 23),
    by_name("screen.line('objection')", N_("Objection"), N_("Note a reasoned objection"), ("o",), 24),
    by_name("screen.line('concern')", N_("Concern"), N_("Note a concern; it never blocks"), ("q",)),
    by_name("screen.integrate", N_("Integrate"), N_("Word the proposal so that it takes the objection in"), ("i",), 11),
    by_name("screen.fate('withdrawn')", N_("Withdrawn"), N_("The objection is withdrawn"), ("x",), 25),
    by_name("screen.fate('noted')", N_("Noted"), N_("The objection is noted, and stays"), ("d",), 26),
    by_name("screen.hear", N_("Who says more?"), N_("Ask who would like to say more"), ("h",)),
    by_name("screen.settle('discuss')", N_("Discuss"), N_("A tie: discuss it, and why"), ("t",)),
    by_name("screen.settle('draw')", N_("Draw lots"), N_("A tie: draw lots, with the reason"), ("l",)),
    by_name("screen.park_decision", N_("Park it"), N_("Keep the whole decision for later"), ("k",)),
    by_name("screen.small_group", N_("Small group"), N_("A small group works it out: who and when"), ("g",)),
    by_name("screen.conclude", N_("Write it down"), N_("The decision in one sentence, and close it"), ("b",), 22),
    by_name("screen.agreement", N_("Action point"), N_("An agreement in one line: what, who, when"), ("a",), 27),
    by_name("screen.record", N_("Whole record"), N_("Read all that was said of this decision"), ("u",), 28),
    by_name("screen.other_decision", N_("Other decision"), N_("Another decision for this item, or a new one"), ("m",)),
    by_name("screen.call_off", N_("Call off"), N_("Call the open vote off"), ("z",), 29),
    by_name("screen.tick", N_("Done"), N_("The action point is done, or not yet"), ("space",), 12),
    by_name("screen.confirm", N_("Confirm"), N_("Confirm a provisional decision"), ("f",), 13),
    by_name("screen.reopen", N_("Open again"), N_("Begin a new decision in its place"), ("y",), 14),
    TO_LINE,
)

HERE: dict[str, frozenset[Stage]] = {
    "screen.rest": frozenset({Stage.HANDS}),
    "screen.keep": TYPING | {Stage.DECIDE},
    "screen.kind(1)": PHASES,
    "screen.kind(-1)": PHASES,
    "screen.offer": PHASES | {Stage.HANDS, Stage.SECRET},
    "screen.onward": (PHASES | VOTING) - {Stage.DECIDE},
    "screen.phase(-1)": PHASES | VOTING,
    "screen.walk(-1)": TYPING | {Stage.DECIDE},
    "screen.walk(1)": TYPING | {Stage.DECIDE},
    "screen.plan": frozenset({Stage.EXPLORE}),
    "screen.turn(1)": frozenset({Stage.EXAMINE}),
    "screen.turn(-1)": frozenset({Stage.EXAMINE}),
    "screen.edit": frozenset({Stage.EXPLORE, Stage.PROPOSE, Stage.EXAMINE, Stage.DECIDE, Stage.OVER}),
    "screen.remove": frozenset({Stage.PROPOSE, Stage.EXAMINE, Stage.PERSON, Stage.OVER}),
    "screen.source": frozenset({Stage.PROPOSE, Stage.DECIDE}),
    "screen.call_off": VOTING,
    "screen.tick": frozenset({Stage.OVER}),
    "screen.confirm": frozenset({Stage.OVER}),
    "screen.reopen": frozenset({Stage.OVER}),
    "screen.agreement": frozenset(Stage) - VOTING,
    "screen.record": frozenset(Stage) - {Stage.CHOOSE},
    "screen.other_decision": frozenset(Stage),
    "screen.act": frozenset(Stage),
    "screen.other": frozenset(Stage),
} | {
    f"screen.{action}": frozenset({Stage.DECIDE})
    for action in (
        "vote",
        "consent",
        "again",
        "line('objection')",
        "line('concern')",
        "integrate",
        "fate('withdrawn')",
        "fate('noted')",
        "hear",
        "settle('discuss')",
        "settle('draw')",
        "park_decision",
        "small_group",
        "conclude",
    )
}
"""Where each action counts."""

OFFERS = {
    Stage.EXPLORE: N_("Plan the phase"),
    Stage.PROPOSE: N_("From clusters"),
    Stage.EXAMINE: N_("Next proposal"),
    Stage.DECIDE: N_("Way of deciding"),
    Stage.HANDS: N_("The rest"),
    Stage.SECRET: N_("To the booth"),
}
"""What F5 does, by stage."""


def action_of(command: Command[Any]) -> str:
    """The command's action as ``HERE`` names it."""
    run = command.run
    if not isinstance(run, ByName):
        return "screen.other"
    value = "" if run.value is None else f"({run.value!r})"
    return f"screen.{run.name}{value}"


def by_stage(bound: Bound, stage: Stage) -> Bound:
    """F5 and F6 say what they do here."""
    command, action = bound.command, action_of(bound.command)
    if action == "screen.offer":
        command = having(command, label=OFFERS[stage])
    elif action == "screen.act" and stage in PHASES - {Stage.DECIDE}:
        command = having(command, label=N_("Change"))
    elif action == "screen.onward" and stage in VOTING:
        command = having(command, label=N_("Close the vote"), rank=11)
    return Bound(command, bound.owner)


class DecisionLine(CaptureLine):
    """The line of a decision; while hands are counted it takes digits only, and leaves letters to be commands."""

    counting = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are no digits."""
        if self.counting and character is not None and character not in DIGITS:
            return False
        return super().check_consume_key(key, character)

    async def _on_key(self, event: Key) -> None:
        """A letter is no text while hands are counted: it goes on to the commands."""
        if self.counting and event.is_printable and event.character not in DIGITS:
            event.prevent_default()


DIGITS = frozenset("0123456789") | frozenset(AZERTY)


class DecisionPage(LaidOut):
    """The page of a decision: here letters are commands, and digits go to a phase."""

    @dataclass
    class Digit(Message):
        """A digit was pressed."""

        number: int

    def on_key(self, event: Key) -> None:
        """Belgian digits too."""
        number = digit(event)
        if number:
            event.stop()
            self.post_message(self.Digit(int(number)))
