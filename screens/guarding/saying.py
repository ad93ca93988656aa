"""What can be said: a few sentences to choose from and read out, and the ground rule concerned one key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from data.i18n import _, told
from data.model import Rule, Said
from screens.guarding.rule import GroundRule
from widgets.seeking import Entry, Seeking


class Saying(ModalScreen[bool | None]):
    """Sentences to read out. Gives True when one was said (Enter), None when it is left.

    ``about`` stands below the heading. With ``quoting`` the sentences fill in ``{rule}``: the arrows take another one.
    """

    CSS_PATH = "saying.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("r,f6", "rule", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    def __init__(
        self,
        heading: str,
        about: str,
        sentences: Sequence[Said],
        rules: Sequence[Rule] = (),
        *,
        quoting: bool = False,
        foot: str = "",
    ) -> None:
        super().__init__()
        self._heading = heading
        self._about = about
        self._sentences = sentences
        self._rules = rules
        self._quoting = quoting
        self._place = 0
        self._foot = foot

    def compose(self) -> ComposeResult:
        """What it is about, the sentences, and the keys."""
        with Vertical(classes="sheet"):
            yield Static(Content(self._heading), classes="heading")
            yield Static(Content(self._about), classes="muted about")
            yield Seeking(markup=False)
        yield Static(Content(self._foot or self._keys), classes="sheet-foot")

    @property
    def _keys(self) -> str:
        if not self._rules:
            return _("↑↓ another · Esc goes back")
        if self._quoting and len(self._rules) > 1:
            return _("↑↓ another · ←→ another rule · r the rule, large · Esc goes back")
        return _("↑↓ another · r the ground rules, large · Esc goes back")

    def on_mount(self) -> None:
        """Show the sentences."""
        self._show(0)

    def _show(self, chosen: int) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        fills = {"rule": self._rules[self._place].text} if self._quoting else {}
        said = [told(Said(each.message, fills)) for each in self._sentences]
        options.add_options([Entry(text, Content(text)) for text in said])
        options.highlighted = chosen

    def action_turn(self, by: int) -> None:
        """Speak of another rule."""
        if self._quoting:
            self._place = (self._place + by) % len(self._rules)
            self._show(self.query_one(OptionList).highlighted or 0)

    def action_rule(self) -> None:
        """Show the ground rule concerned, large."""
        if self._rules:
            self.app.push_screen(GroundRule(self._rules, self._place))

    @on(OptionList.OptionSelected)
    def _said(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(True)
