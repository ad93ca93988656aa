"""The ground rules, one by one and large, in front of whatever is going on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from data.i18n import _
from data.model import Rule
from widgets.projected import Projected
from widgets.projection import Projection


class GroundRule(ModalScreen[None]):
    """One ground rule as large as it may be; the arrows show another one, any usual key closes it."""

    CSS_PATH = "rule.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,r,f6", "dismiss", show=False),
        Binding("right,down,tab", "turn(1)", show=False),
        Binding("left,up,shift+tab", "turn(-1)", show=False),
    ]

    def __init__(self, rules: Sequence[Rule], place: int = 0) -> None:
        """``place`` is the one that is shown first."""
        super().__init__()
        self._rules = rules
        self._place = place

    def compose(self) -> ComposeResult:
        """The rule, as large as this screen allows."""
        yield Projection(id="rule")

    def on_mount(self) -> None:
        """Show the first one."""
        self.action_turn(0)

    def action_turn(self, by: int) -> None:
        """Show another one, round and round."""
        self._place = (self._place + by) % len(self._rules)
        place = _("{n} of {all}").format(n=self._place + 1, all=len(self._rules))
        shown = Projected(status=_("We agreed") + f" · {place}", giant=self._rules[self._place].text)
        self.query_one(Projection).show(shown)
