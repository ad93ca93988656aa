"""Which fields of a document hold what people wrote, as opposed to ids, days, numbers and words of a fixed list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

FREE: dict[str, frozenset[str]] = {
    "network": frozenset(
        {"name", "theme", "purpose", "shared_goal", "reviving_questions", "prompts"}
        | {"gains", "gains_organisation", "invitation", "text"}
    ),
    "participants": frozenset({"function", "interest", "goal", "context"}),
    "sessions": frozenset({"title", "place", "themes", "speakers", "lead"}),
    "attendance": frozenset({"reason"}),
    "activities": frozenset({"title", "question", "expert", "exchange", "advice_for"}),
    "rounds": frozenset({"prompt"}),
    "questions": frozenset({"text", "words"}),
    "rules": frozenset({"text"}),
    "actions": frozenset({"text", "named", "due", "words"}),
    "notes": frozenset({"text"}),
    "heard": frozenset({"text"}),
    "clusters": frozenset({"title"}),
    "parked": frozenset({"text", "why", "words"}),
    "turns": frozenset(),
    "themes": frozenset({"text", "words"}),
    "promises": frozenset({"text", "source", "words"}),
    "recap": frozenset({"text"}),
    "engagements": frozenset({"text", "named", "due", "words", "questions"}),
    "decisions": frozenset({"question", "origin", "importance", "outcome", "dissent"}),
    "proposals": frozenset({"versions", "text", "why"}),
    "swot": frozenset({"text"}),
    "ballots": frozenset({"tie_break"}),
    "objections": frozenset({"text", "resolution"}),
    "evaluations": frozenset(
        {"content_comment", "discussion_comment", "facilitation_comment", "learning", "treat", "deepen", "hunger"}
        | {"adjust", "well", "improve", "liked", "less_liked", "suggestions"}
    ),
    "spoken": frozenset({"text"}),
    "likings": frozenset({"why"}),
    "programmes": frozenset({"name", "items", "title", "question"}),
    "deliveries": frozenset({"text"}),
    "resources": frozenset({"text", "where"}),
    "shown": frozenset(),
    "terms": frozenset({"text", "meaning"}),
}
"""The fields of each table that hold free text; a field of a field has its own name in it."""

NAMED = frozenset({"van", "de", "den", "der", "vande", "vanden", "vander", "von", "du", "le", "la", "ten", "ter", "d'"})
"""Words that go on with a name: "An de Vries" is somebody else than An."""

_Way = tuple[str | int, ...]


def free(table: str, document: dict[str, Any]) -> Iterator[tuple[_Way, str]]:
    """The free texts of a document, with the fields that lead to each.

    Of a field or a table that this Kring does not know, a text of several words counts as free.
    """
    known = _KNOWN.get(table)
    for key, value in document.items():
        if known is None or key not in known:
            yield from ((way, text) for way, text in _texts(value, (key,)) if " " in text)
        elif key in FREE[table]:
            yield from ((way, text) for way, text in _texts(value, (key,)) if _is_free(table, way))


def _is_free(table: str, way: _Way) -> bool:
    return all(isinstance(step, int) or step in FREE[table] for step in way)


def _texts(value: Any, way: _Way) -> Iterator[tuple[_Way, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*way, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _texts(each, (*way, place))


def _known() -> dict[str, frozenset[str]]:
    from data.store.image import KINDS

    return {name: frozenset(kind.__struct_fields__) for name, kind in KINDS.items()}


_KNOWN = _known()
