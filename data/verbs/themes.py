"""Themes: what a session could be about, from the evaluations, the polls, the recaps and the facilitator."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from data.methods.evaluation import ENOUGH, counted
from data.model import Evaluation, Session, SessionStatus, Spoken, SpokenKind, State, Theme, ThemeSource
from data.text import fold


def all_themes(state: State) -> list[Theme]:
    """The themes of the network, closed ones too.

    What the forms of an evaluation ask for, once there are five, what people say aloud they are still hungry for, and
    what a session to come announces are themes before anybody makes a record of them; they have the id that the record
    will get.
    """
    known = state.all(Theme)
    seen = {fold(theme.text) for theme in known}
    found = []
    for theme in (*_announced(state), *_asked_for(state), *_hungry_for(state)):
        if fold(theme.text) not in seen:
            seen.add(fold(theme.text))
            found.append(theme)
    return [*known, *found]


def theme_id(session: str, text: str) -> str:
    """The id of what a session says of a theme, whoever makes a record of it."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{session} theme {fold(text)}"))


def _announced(state: State) -> Iterator[Theme]:
    """The themes of the sessions that are not over, agreed in the session before."""
    before = ""
    for session in sorted(state.all(Session), key=lambda session: session.number):
        for text in session.themes if session.status is not SessionStatus.CLOSED else ():
            id_ = theme_id(session.id, text)
            yield Theme(id=id_, session=before or session.id, text=text, planned=session.id)
        before = session.id


def _asked_for(state: State) -> Iterator[Theme]:
    """What the forms ask for, session by session; below five forms it would tell who wrote it.

    The forms themselves have no order that could be relied on: which of them comes first differs from load to load.
    """
    numbers = {session.id: session.number for session in state.all(Session)}
    forms: dict[tuple[int, str, str], list[Evaluation]] = {}
    for form in state.all(Evaluation):
        forms.setdefault((numbers.get(form.session, 0), form.session, form.activity), []).append(form)
    for (_number, session, _activity), each in sorted(forms.items(), key=lambda found: found[0]):
        if len(each) < ENOUGH:
            continue
        for deepen, field in ((False, "treat"), (True, "deepen"), (False, "hunger")):
            for text, weight in counted(text for form in each for text in getattr(form, field)):
                yield Theme(
                    id=theme_id(session, text),
                    session=session,
                    text=text,
                    source=ThemeSource.EVALUATION,
                    weight=weight,
                    deepen=deepen,
                )


def _hungry_for(state: State) -> Iterator[Theme]:
    """What the group still misses, as it was said aloud."""
    for said in state.where(Spoken, lambda said: said.kind is SpokenKind.HUNGER):
        source = ThemeSource.EVALUATION
        yield Theme(id=theme_id(said.session, said.text), session=said.session, text=said.text, source=source, weight=1)
