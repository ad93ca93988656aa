"""What to export, asked: the choices with the text beside them, and the folder on the line below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.i18n import N_, _, told
from data.model import ExportChoice, Session
from data.report.folder import Folder, folder_of
from data.report.formats import FORMATS
from data.report.lead import lead
from data.report.parts import parts
from data.report.tongue import Tongue
from data.report.wanted import About, Version, chosen, language_of
from data.verbs.network import latest_session
from data.verbs.reporting import choose_export, write_lead
from screens.dialogs.ask_text import AskText
from screens.export import view
from screens.export.preview import Preview
from screens.export.sections import Sections
from screens.export.wish import Wish, as_kept, first_wish, left_out, not_of, stepped, still_there, ticked
from screens.shell.part import Part
from widgets.capture_line import CaptureLine
from widgets.choices import Choices, airy
from widgets.command import Command
from widgets.page import below

SHORT = 60
"""In fewer columns the line without the focus only says the way to it, and nothing stands behind it."""

AROUND = 12
"""Rows of the screen around the choices: the bars, the heading, what is said, the folder, and the keys."""


class Asking(Part):
    """The wish and the folder; ``write`` writes them, ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], show: Callable[[], None], write: Callable[[Wish, Path], None]) -> None:
        super().__init__(screen)
        self._show = show
        self._write = write
        self._wish: Wish | None = None
        self._kept: ExportChoice | None = None
        self._folder: tuple[str, Folder] | None = None
        self.preview = Preview(screen)

    # -- what is wished

    @property
    def wish(self) -> Wish:
        """What is wished now; it begins with the session that was chosen, going on, or held last."""
        state = self.house.state
        here = (state.find(Session, self.house.chosen_session) or latest_session(state)).id
        kept = chosen(state)
        if self._wish is None:
            self._wish = first_wish(state, here, self.house.read_in)
        elif kept != self._kept:  # it was taken back, or chosen in another window
            self._wish = as_kept(self._wish, kept)
        self._kept = kept
        return still_there(self._wish, state, here)

    def begin_anew(self) -> None:
        """What is wished begins anew: nothing of what was meant for another occasion goes out on this one."""
        self._wish = self.house.read_in = None

    def _change(self, wish: Wish) -> None:
        self._wish = wish
        self._show()

    @property
    def rows(self) -> Choices:
        """The choices on the screen."""
        return self.screen.query_one("#choices", Choices)

    @property
    def line(self) -> CaptureLine:
        """The line with the folder."""
        return self.screen.query_one("#folder", CaptureLine)

    # -- what is shown

    def draw(self) -> None:
        """Draw the choices, what is said of them, and the text."""
        wish = self.wish
        self.sleep()
        rows = airy(view.rows(wish, self.house.state), self.screen.size.height - AROUND)
        self.rows.show(rows, paired=self.screen.has_class("-narrow"))
        self.preview.show(wish)
        self.screen.call_after_refresh(self.hint)

    def hint(self) -> None:
        """Say what is to be said of where the cursor is, and behind the folder, or here, what Enter does.

        Where there is nothing to say, it says how many choices stand below.
        """
        if not self.screen.query_one("#export-body").display:
            return
        on_line, narrow = self.line.has_focus, self.screen.has_class("-narrow")
        said = self._of_folder() if on_line else Content(view.said_of(self.wish, self.rows.at, briefly=narrow))
        opens = self.rows.at in OPENS and not on_line
        enter = Content.styled("" if opens else view.does(self.wish), "bold $foreground")
        if self.screen.size.width < SHORT:
            said, enter = Content("   ").join(filter(None, (said, enter))), Content()
        hint = self.screen.query_one("#hint", Static)
        hint.set_class(not said, "-empty")
        hint.update(said or self._below())
        self.screen.query_one("#enter", Static).update(enter)

    def _below(self) -> Content:
        pane = self.screen.query_one("#export-choices")
        left = self.rows.below(int(pane.scroll_y) + pane.size.height)
        return below(left) if left else Content()

    def _of_folder(self) -> Content:
        typed, folder = self._folder or ("", None)
        if folder is None or typed != self.line.value:
            self.look()
            return Content(_("looking …"))
        if folder.why:
            return Content.styled(told(folder.why), "$attention")
        made = _("Folder created: {path}") if folder.new else _("It will be saved in {path}")
        return Content(made.format(path=folder.path))

    def sleep(self) -> None:
        """Without the focus the line says where files come when nothing is typed, and the way to it."""
        if self.line.value or self.screen.size.width < SHORT:
            self.line.asleep = _("Tab changes it")
        elif self.screen.has_class("-narrow"):
            self.line.asleep = _("next to the network file")
        else:
            self.line.asleep = _("next to the network file · Tab changes it")

    def look(self) -> None:
        """Look beside the screen whether anything can be written in what is typed: a far disk may take its time."""
        typed, beside = self.line.value, self.house.network.path.absolute().parent
        self.screen.run_worker(partial(self._looked, typed, beside), thread=True, exclusive=True, group="folder")

    def _looked(self, typed: str, beside: Path) -> None:
        found = folder_of(typed, beside)
        self.screen.call_later(self._have_looked, typed, found)

    def _have_looked(self, typed: str, found: Folder) -> None:
        if typed == self.line.value:
            self._folder = (typed, found)
            self.hint()

    # -- what is done

    def step(self, row: str, by: int) -> None:
        """The next or the previous choice on a row."""
        self._change(stepped(self.wish, row, by, self.house.state))
        if row == "names":
            self._keep(naming=self.wish.wanted.naming)

    def _keep(self, **chosen_now: Any) -> None:
        if self.house.network.read_only is None:
            self.house.do(choose_export, **chosen_now)

    def do_row(self) -> None:
        """What Space does: tick a format, open what a row opens, else its next choice."""
        row = self.rows.at
        if row in FORMATS:
            self.tick(row)
        elif row in OPENS:
            OPENS[row](self)
        elif row:
            self.step(row, 1)

    def press(self, row: str) -> None:
        """What Enter does on a row: open what it opens, else write."""
        if row in OPENS:
            OPENS[row](self)
        else:
            self.write()

    def tick(self, ending: str) -> None:
        """Tick a format, or no longer; one that is not installed says how it comes."""
        if not view.there(ending) and ending not in self.wish.formats:
            self.house.feedback.refused(view.said_of(self.wish, ending))
            return
        self._change(ticked(self.wish, ending))

    def write(self) -> None:
        """Write what is ticked, as it is wished, where it is said."""
        wish, typed = self.wish, self.line.value
        if not wish.fitting:
            self.house.warn(view.TICK_FIRST)
            return
        if said := not_of(self.house.state, self.house.state.get(Session, wish.session), wish.about):
            self.house.warn(said)
            return
        known, folder = self._folder or ("", None)
        if folder is None or known != typed:
            folder = folder_of(typed, self.house.network.path.absolute().parent)
        if folder.why:
            self.line.focus()
            self.house.warn(folder.why)
            return
        if wish.about is About.SESSION and set(wish.formats) != set(chosen(self.house.state).formats):
            self._keep(formats=wish.formats)
        self._write(wish, folder.path)

    # -- the sections and the beginning

    def ask_sections(self) -> None:
        """Choose which sections are left out."""
        wish = self.wish
        found = parts(wish.report(self.house.state))
        self.house.push_screen(Sections(found, wish.wanted.without), self._leave_out)

    def _leave_out(self, without: frozenset[str] | None) -> None:
        if without is not None:
            self._keep(without=without)
            self._change(left_out(self.wish, without))

    def _made(self) -> str:
        """What the summary tells in brief as generated."""
        wish = replace(self.wish, wanted=replace(self.wish.wanted, version=Version.PARTICIPANTS))
        t = Tongue(language_of(self.house.state, wish.wanted))
        found = lead(replace(wish.report(self.house.state).view, lead=()), t)
        return "\n".join(sentence for block in found for sentence in block.sentences)

    def ask_lead(self) -> None:
        """Write what the summary tells in brief."""
        session, made = self.house.state.get(Session, self.wish.session), self._made()
        ask = AskText(
            _("How do you tell it in brief?"),
            session.lead or made,
            about=_(
                "One paragraph per line. If empty or unchanged, it is generated afresh from the session each time."
            ),
        )
        self.house.push_screen(ask, partial(self._write_lead, session.id, made))

    def _write_lead(self, session: str, made: str, typed: str | None) -> None:
        if typed is not None:
            own = "" if typed.strip() == made.strip() else typed
            if self.house.do(write_lead, session=session, text=own):
                self.house.tell(_("In brief: your own words.") if own.strip() else _("In brief: as generated."))

    def clear(self) -> None:
        """Bring back what is made, or every section, on the row with the cursor."""
        if self.rows.at == "lead":
            if self.house.do(write_lead, session=self.wish.session, text=""):
                self.house.tell(_("In brief: as generated."))
        elif self.rows.at == "without":
            self._leave_out(frozenset())

    # -- to and fro

    def to_line(self) -> None:
        """To the folder, to be typed over."""
        self.line.focus()
        self.line.select_all()

    def to_rows(self) -> None:
        """Back to the choices."""
        self.rows.focus()

    def back(self) -> None:
        """Where the export was asked."""
        self.begin_anew()
        self.house.go(self.house.came_from)

    LINE_KEYS: ClassVar[tuple[Command[Asking], ...]] = (
        Command(to_rows, N_("Choices"), N_("Back to the choices"), ("escape", "tab", "up", "shift+tab"), 20),
    )
    PAGE_KEYS: ClassVar[tuple[Command[Asking], ...]] = (
        Command(do_row, N_("Tick"), N_("Tick a format, or take the next choice of a row"), ("space",), 12),
        Command(to_line, N_("Folder"), N_("Type the folder to save it in"), ("tab", "shift+tab"), 14),
        Command(clear, N_("Restore"), N_("Restore what is generated, or every section"), ("delete", "backspace")),
        Command(lambda part: part.preview.scroll(1), N_("Read on"), N_("The next page of the text"), ("pagedown",)),
        Command(lambda part: part.preview.scroll(-1), N_("Read back"), N_("The page before it"), ("pageup",)),
        Command(back, N_("Back"), N_("Where you were, without writing anything"), ("escape",), 40),
    )
    KEYS: ClassVar[tuple[Command[Asking], ...]] = (
        Command(write, N_("Write"), N_("Write the ticked formats; Enter does it too"), ("f5", "ctrl+s"), 15),
    )


OPENS: dict[str, Callable[[Asking], None]] = {"without": Asking.ask_sections, "lead": Asking.ask_lead}
"""The rows that open something."""
