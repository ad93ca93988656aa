"""A calendar read by hand, as RFC 5545 has it: a second reader beside the library that wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import tzinfo
from io import StringIO


@dataclass
class Part:
    """A component: its properties by name, each with its parameters and its value as text, and what is in it."""

    name: str
    properties: dict[str, list[tuple[dict[str, str], str]]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The one value under a name; empty when it is not there."""
        found = self.properties.get(name, [({}, "")])
        assert len(found) == 1, f"{name} stands there {len(found)} times"
        return found[0][1]

    def only(self, name: str) -> Part:
        """The one part of a name."""
        (found,) = (part for part in self.parts if part.name == name)
        return found


_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', re.DOTALL)
_PARAM = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:,]*))')
_ESCAPED = re.compile(r"\\(.)")


def read(data: bytes) -> Part:
    """The calendar in these bytes; what breaks a rule of the form is an error."""
    assert data.endswith(b"\r\n")
    raw = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in raw)
    lines: list[bytes] = []
    for line in raw:
        if line[:1] in {b" ", b"\t"}:
            lines[-1] += line[1:]
        else:
            lines.append(line)
    open_: list[Part] = [Part("")]
    for line in lines:
        found = _LINE.fullmatch(line.decode("utf-8"))
        assert found, line
        name, value = found[1].upper(), _ESCAPED.sub(lambda e: "\n" if e[1] in "nN" else e[1], found[3])
        if name == "BEGIN":
            open_.append(Part(value))
            open_[-2].parts.append(open_[-1])
        elif name == "END":
            assert open_.pop().name == value
        else:
            params = {each[1].upper(): each[2] or each[3] or "" for each in _PARAM.finditer(found[2])}
            open_[-1].properties.setdefault(name, []).append((params, value))
    assert len(open_) == 1
    (calendar,) = open_[0].parts
    return calendar


def zone_of(data: bytes) -> tzinfo:
    """The time zone of the calendar as dateutil reads it, which is a third reader."""
    from dateutil.tz import tzical  # type: ignore[import-untyped, unused-ignore]

    found: tzinfo = tzical(StringIO(data.decode("utf-8").replace("\r\n ", ""))).get()
    return found
