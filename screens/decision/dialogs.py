"""Sheets in front of a decision: choosing the way, writing the decision down, and reading the whole record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from data.i18n import _, told
from data.methods.votes.ways import WAYS
from data.model import Way
from data.report.blocks import Heading, Paragraph, Plain, Point, Points
from screens.shell.half_typed import HalfTyped
from widgets.capture_line import CaptureLine
from widgets.keys import digit
from widgets.seeking import Entry, Seeking
from widgets.wrapping import Row

NAMES = 16
"""The cells that the name of a way has."""


class Ways(ModalScreen[str | None]):
    """The ways of deciding, each with what it asks and when to use it; gives the way, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f5", "dismiss", show=False)]

    def __init__(self, about: str, reasons: dict[Way, str]) -> None:
        super().__init__()
        self.about = about
        self.reasons = reasons

    def compose(self) -> ComposeResult:
        """The list, two lines a way."""
        with Vertical(classes="sheet"):
            yield Static(Content(_("How shall we decide?")), classes="heading")
            yield Seeking(*(self._option(n, way) for n, way in enumerate(WAYS, start=1)), markup=False)
        yield Static(self.about, classes="sheet-foot", markup=False)

    def _option(self, number: int, way: Way) -> Entry:
        words = WAYS[way].words
        reason = self.reasons.get(way, "")
        lead = Content.assemble((f"{number} ", "$muted" if reason else "$key"), (told(words.title).ljust(16), "bold"))
        why = Content.styled(reason or told(words.when), "$attention" if reason else "$muted")
        return Entry(told(words.title), Row(lead, Content(told(words.asks)), why), way.value)

    def on_key(self, event: Key) -> None:
        """A digit chooses at once."""
        number = digit(event)
        if number and 0 < int(number) <= len(WAYS):
            event.stop()
            self.dismiss(list(WAYS)[int(number) - 1].value)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the sheet of a decision."""

    outcome: str
    decided_by: str = ""
    dissent: str = ""
    review: str = ""


class Conclude(ModalScreen[Written | None]):
    """The decision written down: the statement, what decided it, dissent, and when to look again.

    What is typed when it is left is offered the next time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("ctrl+s,f6", "close", show=False),
    ]

    def __init__(
        self, about: str, question: str, written: Written, refused: Written | None = None, begin: str = ""
    ) -> None:
        """``about`` is the id of the decision, ``refused`` what was typed and not taken, at the line ``begin``."""
        super().__init__()
        self.begin = begin or "outcome"
        self.question = question
        self.written = written
        self.refused = refused
        self.half = HalfTyped(self, about)

    def compose(self) -> ComposeResult:
        """Four lines, filled in as far as is known."""
        labels = {
            "outcome": _("We decide"),
            "decided_by": _("What settled it"),
            "dissent": _("Dissent and concerns"),
            "review": _("To be reviewed"),
        }
        with Vertical(classes="sheet"):
            yield Static(Content(self.question), classes="heading")
            for name, label in labels.items():
                with Horizontal(classes="sheet-line written"):
                    yield Static(Content(label), classes="label")
                    hint = _("a day, such as 14/3/2027; may be left empty") if name == "review" else ""
                    yield CaptureLine(name, id=name, placeholder=hint)
        yield Static(_("Enter continues · F6 decides · Esc goes back"), classes="sheet-foot", markup=False)

    def on_mount(self) -> None:
        """What is known already."""
        self.half.begin(asdict(self.written), asdict(self.refused) if self.refused else None)
        self.query_one(f"#{self.begin}", CaptureLine).focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "review":
            self.action_close()
        else:
            self.app.action_focus_next()

    def action_close(self) -> None:
        """Give back what stands here."""
        fields = {line.draft: line.value for line in self.query(CaptureLine)}
        self.dismiss(Written(**fields))


class WholeRecord(ModalScreen[None]):
    """The whole record of a decision, to be read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,u,shift+f5,q,enter", "dismiss", show=False)]

    def __init__(self, blocks: Sequence[Plain]) -> None:
        super().__init__()
        self.blocks = blocks

    def compose(self) -> ComposeResult:
        """The record as a document."""
        with VerticalScroll(id="whole"):
            yield Static(Content("\n").join(line for block in self.blocks for line in _told(block)), markup=False)
        yield Static(_("↑↓ scroll · Esc goes back"), classes="whole-foot", markup=False)

    def on_mount(self) -> None:
        """The arrows scroll it."""
        self.query_one(VerticalScroll).focus()


def _told(block: Plain) -> list[Content]:
    if isinstance(block, Heading):
        return [Content.styled(block.text, "bold"), Content("")]
    if isinstance(block, Paragraph):
        return [Content.styled(block.text, "bold $muted" if block.quiet else ""), Content("")]
    if isinstance(block, Points):
        return [*(line for point in block.points for line in _point(point, 0)), Content("")]
    return [Content("  ".join(row)) for row in (block.head, *block.rows)]


def _point(point: Point, depth: int) -> list[Content]:
    aside = f"   {point.aside}" if point.aside else ""
    own = Content.assemble(("   " * depth + "• ", "$muted"), point.text, (aside, "$muted"))
    return [own, *(line for under in point.under for line in _point(under, depth + 1))]
