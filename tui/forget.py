"""Erase a person from the network, asked step by step: it is the one thing that Ctrl+Z does not bring back."""

from __future__ import annotations

from data.i18n import _, plural
from data.model import Participant, say
from data.network.forgetting import Damaged, Mention, Outcome, erase, named, whole
from data.text import line
from screens.dialogs.ask import AskLine, Choose
from screens.shell.house import House

ALL, EACH, NONE = "all", "each", "none"


async def forget(app: House) -> None:
    """Ask whom, and what of the texts that name them; then erase and tell what was done."""
    ask = AskLine(_("Who should Kring forget? Type the full name; this cannot be undone."))
    name = await app.push_screen_wait(ask)
    if not name:
        return
    if not app.network.saved:
        ask.offer_again(name)
        app.warn(say("Everything must be saved first: try again."))
        return
    path = app.network.path
    found = named(path, name)
    if not found:
        ask.offer_again(name)
        app.feedback.refused(_("there is no participant {name}.").format(name=name))
        return
    which = 0 if len(found) == 1 else await _which(app, [who for who, _found in found])
    if which is None:
        return
    person, mentions = found[which]
    replaced = await _texts(app, mentions)
    if replaced is None:
        return
    place = app.place
    app.leave_network()
    try:
        outcome = erase(path, person, _("Forgotten participant"), lambda mention: _key(mention) in replaced)
    except OSError as error:
        app.feedback.refused(error.strerror or str(error))
    except Damaged as damaged:
        app.warn(damaged.said)
    else:
        app.tell(_told(outcome))
    if app.open_file(str(path)):
        app.go(place)


async def _which(app: House, people: list[Participant]) -> int | None:
    choices = [(str(number), person.name, person.organisation) for number, person in enumerate(people)]
    choice = await app.push_screen_wait(Choose(_("Which one is it?"), choices))
    return None if choice is None else int(choice)


async def _texts(app: House, mentions: list[Mention]) -> set[tuple[object, ...]] | None:
    """The texts in which the name is to be replaced; None when it was left after all."""
    sure = sum(whole(mention) for mention in mentions)
    count = plural("the name is in {n} text", "the name is in {n} texts", sure)
    choices = [
        (ALL, _("Forget, and replace the name everywhere"), count),
        (EACH, _("Forget, and ask for every text"), ""),
        (NONE, _("Forget, and leave the texts as they are"), ""),
    ]
    choice = await app.push_screen_wait(Choose(_("What about the texts that name this person?"), choices))
    if choice != EACH:
        return None if choice is None else {_key(each) for each in mentions if choice == ALL and whole(each)}
    kept = set()
    for mention in mentions:
        answer = await app.push_screen_wait(
            Choose(line(mention.text, 300), [(ALL, _("Replace the name here"), ""), (NONE, _("Leave it"), "")])
        )
        if answer is None:
            return None
        if answer == ALL:
            kept.add(_key(mention))
    return kept


def _key(mention: Mention) -> tuple[object, ...]:
    return (mention.table, mention.number, mention.way, mention.kind)


def _told(outcome: Outcome) -> str:
    parts = [
        _("Erased. Undo can no longer go back before this."),
        plural("{n} backup rewritten.", "{n} backups rewritten.", outcome.backups),
    ]
    if outcome.left:
        parts.append(plural("The name is still in {n} text.", "The name is still in {n} texts.", len(outcome.left)))
    parts.append(_("Files that were exported before are not touched."))
    return " ".join(parts)
