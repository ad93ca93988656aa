"""What is told of a network while it is open, whether another window or another laptop made it so."""

from __future__ import annotations

from data.i18n import told
from data.network import Diverged, Noticed, RefusedLater
from screens.shell.house import House
from screens.shell.line_and_page import take_back
from screens.shell.screen import KringScreen


def hear_of(app: House, event: RefusedLater | Noticed | Diverged) -> None:
    """Tell it; the text of a line that was refused later is given back."""
    app.news.tell(told(event.said))
    if isinstance(event, RefusedLater) and len(event.texts) == 1 and isinstance(app.screen, KringScreen):
        take_back(app.screen, event.texts[0])
