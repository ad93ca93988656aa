"""Export: what leaves the laptop, read as it will be, ticked by format, and written beside the work."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from data.i18n import N_, _
from screens.export.asking import Asking
from screens.export.pane import ChoicePane
from screens.export.sending import Sending
from screens.shell.room import of_the_network
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.choices import Choices
from widgets.command import Bound
from widgets.document import Reading
from widgets.ledger import Ledger
from widgets.paging import Footed
from widgets.projected import Projected


class ExportScreen(KringScreen):
    """The choices, the text and the folder; then the files. A part for each."""

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = "#choices"
    PARTS = (Asking, Sending)
    ABOUT = N_(
        "Everything that leaves the laptop. The arrows move and choose, Space ticks a format, Enter writes what is "
        "ticked; the text next to it is how it will read. A file that is already there stays."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.sending = Sending(self, self.show_all, self._ask_again)
        self.asking = Asking(self, self.show_all, self.sending.begin)
        self._left = False

    def compose_work(self) -> ComposeResult:
        """The choices with the text beside them, the files in their place, what is said, and the folder."""
        yield Static(id="export-head", markup=False)
        with Horizontal(id="export-body"):
            with ChoicePane(self.asking.hint, id="export-choices"):
                yield Choices(id="choices")
            with Footed(id="export-page", can_focus=False):
                yield Reading(lambda: self.asking.preview.whole(self.asking.wish), id="export-preview", markup=False)
        yield Ledger(id="files")
        yield Static(id="hint", classes="advice", markup=False)
        with Horizontal(classes="capture"):
            yield Static(_("in folder") + " › ", classes="prompt", markup=False)
            yield CaptureLine("folder", placeholder=_("next to the network file"), id="folder")
            yield Static(id="enter", markup=False)

    # -- what is shown

    @property
    def _writes(self) -> bool:
        return self.sending.writing is not None

    def show_data(self) -> None:
        """Draw the choices, or the files."""
        writing = self.sending.writing
        for id_ in ("#export-body", ".capture"):
            self.query_one(id_).display = writing is None
        self.query_one("#files").display = writing is not None
        said = str(writing.folder) if writing else self.asking.wish.report(self.house.state).name
        self.put("export-head", Content.assemble((_("Export") + "   ", "bold"), (said, "$muted")))
        (self.sending if self._writes else self.asking).draw()

    def tick(self) -> None:
        """What another screen of this place began to write, before the language was changed, is followed here."""
        if self.sending.writing is not None:
            self.show_data()

    def projected(self) -> Projected:
        """The network itself: what is being sent is for who gets it."""
        return of_the_network(self.house.state, self.house.now())

    def on_screen_suspend(self) -> None:
        """Nothing of what was meant for this occasion goes out on another one."""
        if self.house.place != self.place:
            self.asking.begin_anew()
            self.sending.forget()
            self._left = True

    def on_screen_resume(self) -> None:
        """Begin anew when somebody comes from elsewhere; Textual calls this for every class of a screen."""
        if self._left:
            self._left = False
            self.show_all()
            if self.sending.writing is None:
                self.asking.rows.focus()

    # -- keys and the line

    def own_commands(self) -> list[Bound]:
        """Those of what is shown now."""
        part = self.sending if self._writes else self.asking
        return [*part.commands(typing=self.typing), *super().own_commands()]

    def _ask_again(self) -> None:
        self.show_all()
        self.asking.rows.focus()

    @on(Choices.Stepped)
    def _stepped(self, event: Choices.Stepped) -> None:
        self.asking.step(event.key, event.by)

    @on(Choices.Pressed)
    def _pressed_row(self, event: Choices.Pressed) -> None:
        self.asking.press(event.key)

    @on(Choices.Walked)
    def _walked(self, event: Choices.Walked) -> None:
        self.query_one(ChoicePane).reveal(event.line)

    @on(Input.Changed, "#folder")
    def _typed(self) -> None:
        self.asking.sleep()
        self.asking.look()

    @on(Input.Submitted, "#folder")
    def _entered(self) -> None:
        self.asking.write()

    def on_descendant_focus(self) -> None:
        """What is said follows the focus."""
        self.call_after_refresh(self.asking.hint)
