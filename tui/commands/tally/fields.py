"""Reading a request that somebody else wrote: every field is checked before it is used."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

LIMIT = 10**15
"""Numbers stay below this: no vote is larger, and arithmetic stays quick whatever a file says."""

Choice = TypeVar("Choice", bound=StrEnum)


class Fault(StrEnum):
    """Why a line is no request that can be answered."""

    NOT_JSON = "not_json"
    NOT_A_REQUEST = "not_a_request"  # JSON, but no object
    UNKNOWN_DIALECT = "unknown_dialect"  # none of the three keys
    MISSING_FIELD = "missing_field"
    INVALID_FIELD = "invalid_field"


class RequestError(Exception):
    """A line that cannot be answered, and the field that is the reason, if one is."""

    def __init__(self, code: Fault, field: str | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.field = field


class Fields:
    """The fields of one request. Each method raises RequestError for a value that is not what is asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def has(self, name: str) -> bool:
        """Whether the field is there and is not null."""
        return self._values.get(name) is not None

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number; required when there is no default."""
        return whole(self._get(name, default), name)

    def optional_whole(self, name: str) -> int | None:
        """A whole number, or None for null or nothing."""
        return whole(self._values[name], name) if self.has(name) else None

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One of the codes of `kind`; required when there is no default."""
        return choice(self._get(name, default), kind, name)

    def sequence(self, name: str) -> list[Any]:
        """A list of anything."""
        return sequence(self._get(name), name)

    def names(self, name: str) -> list[str]:
        """A list of texts."""
        return names(self._get(name), name)

    def mapping(self, name: str, default: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        """An object; required when there is no default."""
        return mapping(self._get(name, default), name)

    def wholes(self, name: str, default: Mapping[str, Any] | None = None) -> dict[str, int]:
        """An object of whole numbers."""
        return {key: whole(value, name) for key, value in self.mapping(name, default).items()}

    def _get(self, name: str, default: Any = None) -> Any:
        value = self._values.get(name, default)
        if value is None:
            value = default
        if value is None:
            raise RequestError(Fault.MISSING_FIELD, name)
        return value


def whole(value: Any, field: str) -> int:
    """The value as a whole number of at most 15 digits; true and false are none."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < LIMIT:
        return value
    raise RequestError(Fault.INVALID_FIELD, field)


def choice(value: Any, kind: type[Choice], field: str) -> Choice:
    """The value as a code of `kind`."""
    try:
        return kind(value)
    except ValueError:
        raise RequestError(Fault.INVALID_FIELD, field) from None


def sequence(value: Any, field: str) -> list[Any]:
    """The value as a list."""
    if isinstance(value, list):
        return value
    raise RequestError(Fault.INVALID_FIELD, field)


def names(value: Any, field: str) -> list[str]:
    """The value as a list of texts."""
    if all(isinstance(name, str) for name in sequence(value, field)):
        return list(value)
    raise RequestError(Fault.INVALID_FIELD, field)


def mapping(value: Any, field: str) -> Mapping[str, Any]:
    """The value as an object."""
    if isinstance(value, Mapping):
        return value
    raise RequestError(Fault.INVALID_FIELD, field)
