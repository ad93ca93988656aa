"""What is being written, and then the files: open one, its folder, or the mail that is ready to send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from data.i18n import N_, _, plural, told
from data.model import Said
from data.report.writing import Writing
from screens.export import view
from screens.export.opening import open_path
from screens.export.wish import Wish
from screens.shell.part import Part
from widgets.command import Command
from widgets.ledger import Ledger


class Sending(Part):
    """The files of an export (``#files``); ``show`` draws the screen, ``again`` goes back to the choices."""

    def __init__(self, screen: Screen[None], show: Callable[[], None], again: Callable[[], None]) -> None:
        super().__init__(screen)
        self._show = show
        self._again = again

    @property
    def writing(self) -> Writing | None:
        """What is written, or was written last and is still looked at."""
        return self.house.exporting

    @property
    def page(self) -> Ledger:
        """The files on the screen."""
        return self.screen.query_one("#files", Ledger)

    def begin(self, wish: Wish, folder: Path) -> None:
        """Write what the network holds now, beside the screen."""
        writing = Writing(wish.report(self.house.state), wish.fitting, folder)
        self.house.exporting = writing
        work = partial(writing.run, partial(self.house.call_later, self._heard, writing))
        self.house.run_worker(work, thread=True, group="export", exit_on_error=False)
        self._show()
        self.page.focus()

    def _heard(self, writing: Writing) -> None:
        if self.screen.is_attached:
            self._show()
        if writing.over and self.house.place != "export":
            count = plural("{n} file is written", "{n} files are written", len(writing.files))
            self.house.news.tell(_("{count}: {folder}").format(count=count, folder=writing.folder))

    def draw(self) -> None:
        """Draw how far it is."""
        if self.writing:
            self.page.show(view.chapters(self.writing))
            hint = self.screen.query_one("#hint", Static)
            hint.remove_class("-empty")
            hint.update(Content(view.then(self.writing)))

    # -- what is done

    def _files(self, ending: str = "") -> list[Path]:
        return [path for path in self.writing.files if path.suffix.endswith(ending)] if self.writing else []

    def none_yet(self) -> str | None:
        """Why there is no file to open."""
        return None if self._files() else _("There is no file yet.")

    def no_mail(self) -> str | None:
        """Why there is no mail to open."""
        return None if self._files(view.MAIL) else _("No mail was written: tick it among the formats.")

    def busy(self) -> str | None:
        """Why it cannot be asked again."""
        return None if self.writing is None or self.writing.over else _("It is still being written: Esc stops it.")

    def open_file(self) -> None:
        """Open the chosen file, else the first one."""
        files = self._files()
        self._open(next((path for path in files if str(path) == self.page.chosen), files[0]))

    def open_folder(self) -> None:
        """Open the folder they are in."""
        self._open(self._files()[0].parent)

    def open_mail(self) -> None:
        """Open the mail, in whatever sends mail here."""
        self._open(self._files(view.MAIL)[0])

    def _open(self, path: Path) -> None:
        self.house.feedback.remarked(_("Opening {path}").format(path=path))
        self.screen.run_worker(partial(self._opened, path), thread=True, group="open")

    def _opened(self, path: Path) -> None:
        if said := open_path(path):
            self.house.call_later(self._not_opened, said)

    def _not_opened(self, said: Said) -> None:
        self.house.feedback.refused(told(said))

    def forget(self) -> None:
        """What was written was looked at; what is still being written is not forgotten."""
        if self.writing and self.writing.over:
            self.house.exporting = None

    def again(self) -> None:
        """Back to the choices."""
        self.house.exporting = None
        self._again()

    def leave(self) -> None:
        """Stop what is being written; when it is over, go back to where the export was asked."""
        if self.writing and not self.writing.over:
            self.writing.stop()
            self._show()
            return
        self.again()
        self.house.go(self.house.came_from)

    PAGE_KEYS: ClassVar[tuple[Command[Sending], ...]] = (
        Command(open_file, N_("Open"), N_("Open the chosen file"), ("enter", "o"), 10, cannot=none_yet),
        Command(open_folder, N_("Folder"), N_("Open the folder they are in"), ("m", "f6"), 12, cannot=none_yet),
        Command(open_mail, N_("Mail"), N_("Open the mail that is ready to send"), ("e",), 14, cannot=no_mail),
        Command(again, N_("Something else"), N_("Back to the choices"), ("f5", "ctrl+s"), 16, cannot=busy),
        Command(leave, N_("Back"), N_("Stop it; or, when it is done, go back to where you were"), ("escape",), 40),
    )
