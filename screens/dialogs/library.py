"""The library of work forms: what each is for, how it goes and how long, and one key to put it in the programme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from data.i18n import _, told
from data.methods.forms import FORMS
from data.model import ACTIVITIES, ActivityKind, Said
from widgets.keys import place, place_key
from widgets.seeking import Entry, Seeking

Worn = Mapping[ActivityKind, tuple[ActivityKind, ...]]


class Library(ModalScreen[str | None]):
    """Every form, with what there is to know of the one that is chosen; gives its kind, or None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def __init__(self, people: int, worn: Worn) -> None:
        """``people`` are how many are awaited (0 when that is not known), ``worn`` what was done three times."""
        super().__init__()
        self._people = people
        self._worn = worn
        self._kinds = tuple(ActivityKind)

    def compose(self) -> ComposeResult:
        """The list, and beside it what there is to know."""
        with Vertical(classes="sheet library"):
            yield Static(_("What shall we add?"), classes="heading", markup=False)
            with Horizontal(id="forms"):
                yield Seeking(*self._options(), markup=False)
                with VerticalScroll(can_focus=False):
                    yield Static(id="form", markup=False)
        yield Static(_("A digit or Enter adds it, letters search · Esc goes back"), classes="sheet-foot", markup=False)

    def _options(self) -> Iterable[Entry]:
        width = max(len(told(spec.title)) for spec in ACTIVITIES.values()) + 1
        for number, kind in enumerate(self._kinds, start=1):
            minutes = FORMS[kind].minutes(self._people) if self._people else ACTIVITIES[kind].minutes
            yield Entry(
                told(ACTIVITIES[kind].title),
                Content.assemble(
                    (f"{place_key(number)} ", "$key"),
                    told(ACTIVITIES[kind].title).ljust(width),
                    (f"{minutes:>3}'", "$muted"),
                ),
                kind.value,
            )

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self.query_one("#form", Static).update(self._told(ActivityKind(event.option_id)))

    def _told(self, kind: ActivityKind) -> Content:
        form = FORMS[kind]
        rows = [Content.styled(told(form.purpose), "bold")]
        if self._people:
            told_time = _("With {people} people: {n} minutes")
            rows.append(Content.styled(told_time.format(people=self._people, n=form.minutes(self._people)), "$muted"))
        if instead := self._worn.get(kind):
            others = " / ".join(told(ACTIVITIES[other].title).lower() for other in instead)
            text = _("Third time in a row: for a change, {others}?").format(others=others)
            rows.append(Content.styled(text, "$foreground"))
        for title, points, numbered in (
            (_("How to run it"), form.steps, True),
            (_("To prepare"), form.prepare, False),
            (_("Variations"), form.variations, False),
        ):
            rows += [Content(""), Content.styled(title, "bold"), *_points(points, numbered=numbered)]
        return Content("\n").join(rows)

    def on_key(self, event: Key) -> None:
        """A digit adds at once."""
        number = place(event)
        if 0 < number <= len(self._kinds):
            event.stop()
            self.dismiss(self._kinds[number - 1].value)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)


def _points(points: Iterable[Said], *, numbered: bool) -> list[Content]:
    return [
        Content.assemble((f"{step}. " if numbered else "· ", "$muted"), told(point))
        for step, point in enumerate(points, start=1)
    ]
