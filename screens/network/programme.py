"""The programme of the session: what is now, what is next, one key to each activity, and what is still open."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.i18n import N_
from data.methods.agenda import Timetable
from screens.network import programme_view as view
from screens.network.items import Items
from screens.shell.across import across
from screens.shell.screen import KringScreen
from screens.shell.standing import on_the_clock
from widgets.keys import place
from widgets.listing import Listing
from widgets.projected import Projected


class ProgrammeScreen(KringScreen):
    """A list of activities with their times; Enter goes there, b begins one, and what is still open stands below."""

    CSS_PATH = "programme.tcss"
    PARTS = (Items,)
    ABOUT = N_(
        "The programme of this session. Activities are places: go back and forth, nothing is lost by leaving one. "
        "The digit before an activity goes there; after the tenth (0), a capital: A, B, C."
    )

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.items = Items(self, self.show_all)
        self.own_parts = (self.items,)
        self.able_only = True
        self.drawing.measures = False
        self._rows: list[tuple[str, Content]] = []
        self._now: tuple[str, str | None] | None = None

    def compose_work(self) -> ComposeResult:
        """The heading, the list with what is open beside or below it, and the next step."""
        yield Static(id="heading", markup=False)
        with Horizontal(id="rows"):
            yield Listing(markup=False, id="items")
            yield Static(id="beside", markup=False)
        yield Static(id="open", markup=False)
        yield Static(id="next", classes="advice tip", markup=False)

    # -- what is shown

    def show_data(self) -> None:
        """Draw the programme on the clock, keeping the choice; what begins is chosen."""
        table = on_the_clock(self.house)
        session = self.house.session
        items = self.items.listing
        place, chosen = items.highlighted, items.chosen
        self._rows = self._drawn(table)
        items.clear_options()
        items.add_options([Option(row, id=id_) for id_, row in self._rows])
        if items.option_count:
            items.highlighted = min(place or 0, items.option_count - 1)
            items.choose(chosen)
            if (session.id, session.now) != self._now:
                another = self._now is not None and self._now[0] != session.id
                self._now = session.id, session.now
                items.choose(table.next.activity.id if another and table.next else None)
                items.choose(session.now)
        self._show_times(table)
        self.put("beside", view.beside(self.house.state, session, view.beside_of(across(self)), self._high))
        self.put("open", view.in_short(self.house.state))

    def _show_times(self, table: Timetable) -> None:
        """What is told of the times above and below the list."""
        house, width = self.house, across(self) - 6
        self.put("heading", view.heading(house.session, table, width, pace=not house.looking_along))
        advice = self.items.advice()
        step = view.next_step(house.session, table)
        self.put("next", Content.assemble(step, (f"   {advice}", "$foreground")) if advice else step)

    @property
    def _high(self) -> int:
        """The lines that the list has, and what stands beside it."""
        return self.size.height - (8 if self.has_class("-narrow") else 10)

    def tick(self) -> None:
        """The bar of what is now gets shorter, and the times of what comes move on, also around the list."""
        table = on_the_clock(self.house)
        self._show_times(table)
        rows = self._drawn(table)
        for index, (row, before) in enumerate(zip(rows, self._rows, strict=False)):
            if row != before:
                self.items.listing.replace_option_prompt_at_index(index, row[1])
        self._rows = rows

    def _drawn(self, table: Timetable) -> list[tuple[str, Content]]:
        narrow, high = self.has_class("-narrow"), self._high
        wide = across(self) - (6 if narrow else 8 + view.beside_of(across(self)))
        rows = view.rows(self.house.state, table, max(30, wide), high, self.house.now())
        lines = sum(row.plain.count("\n") + 1 for _id, row in rows)
        self.set_class(narrow and lines + view.AIR <= high, "-roomy")
        return rows

    def projected(self) -> Projected:
        """The theme and the programme."""
        from screens.network import room  # once the room sees it

        return room.programme(self.house.state, self.house.session, self.house.now())

    # -- what is chosen

    def on_key(self, event: Key) -> None:
        """The digit or capital before an activity goes there."""
        number = place(event)
        if 0 < number <= len(self.house.programme):
            event.stop()
            self.items.visit(self.house.programme[number - 1].id)

    @on(OptionList.OptionSelected, "#items")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.items.visit(event.option_id or "programme")
