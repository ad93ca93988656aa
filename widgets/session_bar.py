"""The two thin bars on top of every activity: where we are, and the programme as a path."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from data.i18n import _


@dataclass(frozen=True, slots=True)
class Stop:
    """An item of the programme: ``state`` is done, now or later; ``left`` are seconds, negative when over time."""

    title: str
    state: str
    minutes: int = 0
    left: float | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """All that the two bars show; sentences are already in the person's language."""

    network: str = ""
    session: str = ""
    date: str = ""
    place: str = ""
    saved: bool = True
    trouble: str = ""
    present: int = 0
    clock: str = ""
    hidden: bool = True
    stops: tuple[Stop, ...] = ()


Parts = list[tuple[str, str]]

_ALARM = "bold $on-accent on $attention"


class SessionBar(Widget):
    """Two lines; when a disk error lasts, more tell it until it is over, whole at any width."""

    DEFAULT_CSS = """
    SessionBar { height: auto; width: 100%; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._standing = Standing()

    def show(self, standing: Standing) -> None:
        """Show how things stand; nothing is drawn when nothing changed."""
        if standing != self._standing:
            grew = standing.trouble != self._standing.trouble
            self._standing = standing
            self.refresh(layout=grew)

    def render(self) -> Content:
        """The bars at the present width."""
        width = max(20, self.size.width)
        rows = [self._where(width), self._path(width)]
        for line in _folded(self._standing.trouble, width - 4):
            rows.append(
                Content.styled(f" {'  ' if len(rows) > 2 else '! '}{line}".ljust(width), _ALARM).truncate(width)
            )
        return Content("\n").join(rows)

    def _where(self, width: int) -> Content:
        s = self._standing
        right: Parts = [("✓ " + _("saved"), "$success") if s.saved else ("… " + _("saving"), "$accent")]
        right.append((f"  {s.present} " + _("present"), "$muted"))
        right.append((f"  {s.clock} ", "bold $foreground"))
        room = width - _cells(right) - 1
        name: Parts = [
            (" ● kring", "bold $accent"),
            ("  ", ""),
            (" · ".join(filter(None, (s.network, s.session))), "$foreground"),
        ]
        # Whole facts or none: the place goes first, then the date.
        for facts in ((s.date, s.place), (s.date,), ()):
            left = [*name, ("  " + " · ".join(filter(None, facts)), "$muted")]
            if _cells(left) <= room:
                break
        return _two_ends(left, right, width, "on $panel")

    def _path(self, width: int) -> Content:
        stops = self._standing.stops
        for shape in (_full, _short):
            parts = shape(stops, width)
            if _cells(parts) <= width:
                return _two_ends(parts, [], width, "on $surface")
        return _two_ends(_dense(stops, width), [], width, "on $surface")


def _folded(text: str, width: int) -> list[str]:
    """Text in lines of at most this width, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def minutes_left(seconds: float) -> str:
    """Seconds as MM:SS, with a plus before time that ran over."""
    whole = abs(round(seconds))
    return f"{'+' if seconds < 0 else ''}{whole // 60:02d}:{whole % 60:02d}"


def _now(stop: Stop) -> Parts:
    text = f" ▸ {stop.title}" + (f" {minutes_left(stop.left)}" if stop.left is not None else "")
    over = stop.left is not None and stop.left < 0
    return [(text + " ", "bold $on-accent on $attention" if over else "bold $on-accent on $accent")]


def _full(stops: tuple[Stop, ...], width: int) -> Parts:
    parts: Parts = []
    for stop in stops:
        parts.append((" ", ""))
        if stop.state == "now":
            parts += _now(stop)
            if stop.left is not None:
                spare = width - _cells(_short(stops, width)) - 2
                length = max(4, min(24, spare))
                gone = max(0, min(length, round(length * (1 - stop.share))))
                parts += [("━" * (length - gone), "$accent"), ("─" * gone, "$line")]
            parts.append((" ", ""))
        elif stop.state == "done":
            parts.append((f"✓ {stop.title} ", "$success"))
        else:
            parts.append((f"{stop.title} {stop.minutes}' ", "$muted"))
    return parts


def _short(stops: tuple[Stop, ...], width: int) -> Parts:  # noqa: ARG001 - the same shape as its neighbours
    parts: Parts = []
    for stop in stops:
        parts.append((" ", ""))
        if stop.state == "now":
            parts += [*_now(stop), (" ", "")]
        elif stop.state == "done":
            parts.append((f"✓ {stop.title} ", "$success"))
        else:
            parts.append((f"{stop.title} {stop.minutes}' ", "$muted"))
    return parts


def _dense(stops: tuple[Stop, ...], width: int) -> Parts:
    """Done stops become one tally, and what does not fit behind what is now becomes a mark: no word is cut."""
    done = sum(stop.state == "done" for stop in stops)
    rest = [stop for stop in stops if stop.state != "done"]
    ahead = next((i for i, stop in enumerate(rest) if stop.state == "now"), 0)
    parts: Parts = [(f" ✓ {done} ", "$success")] if done else []
    for stop in rest[ahead:]:
        more: Parts = [
            (" ", ""),
            *(_now(stop) if stop.state == "now" else [(f"{stop.title} {stop.minutes}'", "$muted")]),
        ]
        if _cells([*parts, *more]) > width - 3:
            return [*parts, (" …", "$muted")]
        parts += more
    return parts


def _cells(parts: Parts) -> int:
    return sum(cell_len(text) for text, _style in parts)


def _two_ends(left: Parts, right: Parts, width: int, ground: str) -> Content:
    tail = Content.assemble(*right)
    head = Content.assemble(*left).truncate(max(0, width - tail.cell_length - 1), ellipsis=True)
    gap = " " * max(0, width - head.cell_length - tail.cell_length)
    return Content.assemble(head, gap, tail).stylize_before(ground)
