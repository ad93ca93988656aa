"""Results as plain values: what JSON can say, without a number losing a digit."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from data.methods.votes.room import Turnout


def plain(value: Any) -> Any:
    """Results as objects with the turnout among their own fields, tuples as lists, fractions as `number` has them."""
    if isinstance(value, Fraction):
        return number(value)
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    return value


def number(value: int | Fraction) -> int | str:
    """A whole number, or an exact fraction as 'p/q'."""
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _fields(result: Any) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for field in fields(result):
        value = getattr(result, field.name)
        flat.update(_fields(value) if isinstance(value, Turnout) else {field.name: plain(value)})
    return flat
