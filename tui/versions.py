"""Other versions of the open file: what differs in them, and what to do with each."""

from __future__ import annotations

from data.i18n import _, plural, told
from data.model import say
from data.network import Choice, Foreign
from screens.dialogs.ask import Choose
from screens.shell.house import House


async def settle_versions(app: House) -> None:
    """Offer every other version that nobody said yet what to do with, one after the other."""
    others = app.network.foreign
    if not others:
        app.warn(say("There is no other version of this file."))
    for other in others:
        choice = await app.push_screen_wait(offer(other, app.network.path.name))
        if choice is None:
            return
        app.network.settle(other, Choice(choice))
        app.tell(
            _("Done. {key} takes it back; the other version stays in {path}.").format(key="Ctrl+Z", path=other.path)
        )


def offer(other: Foreign, name: str) -> Choose:
    """The question for one version; nothing is done before something is chosen."""
    beside = other.path.parent.name != "aside"
    choices = []
    if other.same:
        use = plural("where both changed it ({n}), yours wins", "where both changed it ({n}), yours wins", other.both)
        choices.append((Choice.MERGE, _("Merge both"), use if other.both else _("every line of both is kept")))
        if other.both:
            choices.append((Choice.MERGE_THEIRS, _("Merge both"), _("where both changed it, the other wins")))
    choices.append((Choice.OURS, _("Keep yours as it is"), _("the other stays on this computer")))
    choices.append((Choice.THEIRS, _("Take the other"), _("yours comes back with {key}").format(key="Ctrl+Z")))
    return Choose(told(other.said(name, beside=beside)), choices)
