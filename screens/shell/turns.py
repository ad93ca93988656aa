"""Who comes after whom, in words."""

from __future__ import annotations

from collections.abc import Sequence

from data.i18n import _


def in_turn(names: Sequence[str], *, begun: bool) -> str:
    """Who comes next; or who comes first and who then, as long as nobody has ``begun``. Empty without names."""
    if not names:
        return ""
    if begun:
        return _("next: {names}").format(names=" · ".join(names))
    first, *then = names
    if not then:
        return _("{name} first").format(name=first)
    return _("{name} first, then {names}").format(name=first, names=" · ".join(then))
