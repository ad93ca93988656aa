"""The activities of the programme as they are chosen: begun, added, named, stretched, moved and taken out.

Dialogs and advice are imported when they are asked for: this is the first screen, and nobody waits for what was not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.screen import Screen

from data.i18n import N_, _, plural, told
from data.model import Activity, ActivityKind, SessionStatus, say
from data.verbs.kept_programmes import keep_programme, start_from
from data.verbs.network import sessions
from data.verbs.programme import (
    add_activity,
    begin_activity,
    move_activity,
    remove_activity,
    rename_activity,
    set_minutes,
)
from screens.shell.part import Part
from screens.shell.standing import on_the_clock, title, why_over
from widgets.command import Command
from widgets.listing import Listing

STEP = 5
"""Minutes by which + and - change a timebox."""


class Items(Part):
    """What is done with the list (``#items``) of the programme; ``show`` draws the screen."""

    def __init__(self, screen: Screen[None], show: Callable[[], None]) -> None:
        super().__init__(screen)
        self._show = show

    @property
    def listing(self) -> Listing:
        """The list on the screen."""
        return self.screen.query_one("#items", Listing)

    @property
    def chosen(self) -> Activity | None:
        """The chosen activity; None when there is none."""
        return next((each for each in self.house.programme if each.id == self.listing.chosen), None)

    def empty(self) -> str | None:
        """Why there is nothing to choose."""
        return _("The programme is empty: add an activity with a.") if self.chosen is None else None

    def nothing_to_come(self) -> str | None:
        """Why there is nothing to begin."""
        if closed := self.closed():
            return closed
        return _("Nothing is left to start: add an activity with a.") if on_the_clock(self.house).next is None else None

    def closed(self) -> str | None:
        """Why nothing begins any more."""
        return why_over(self.house)

    def not_to_begin(self) -> str | None:
        """Why the chosen activity cannot begin."""
        return self.closed() or self.empty()

    def go(self) -> None:
        """Open the chosen activity."""
        if chosen := self.chosen:
            self.visit(chosen.id)

    def visit(self, id_: str) -> None:
        """Open an activity (by id), which begins nothing: where another one is on the clock, say what would."""
        self.listing.choose(id_)  # b is for this one when one comes back
        self.house.go(id_)
        visited, session = self.house.state.find(Activity, id_), self.house.session
        now = self.house.state.find(Activity, session.now)
        if visited and now and visited.id != now.id and not visited.ended and session.status is SessionStatus.OPEN:
            said = _("{now} is still on the clock: F2, then b starts {title}.")
            self.house.feedback.remarked(said.format(now=title(now), title=title(visited)))

    def begin(self) -> None:
        """Make the chosen activity the one of now."""
        if chosen := self.chosen:
            self._begin(chosen)

    def begin_next(self) -> None:
        """Begin what comes next."""
        if coming := on_the_clock(self.house).next:
            self._begin(coming.activity)

    def _begin(self, activity: Activity) -> None:
        if self.house.do(begin_activity, activity=activity.id):
            self.house.go(activity.id)

    def add(self) -> None:
        """Choose what to add behind the chosen activity."""
        from data.verbs.fitting import awaited, worn_out
        from screens.dialogs.library import Library

        state, session = self.house.state, self.house.session.id
        people = len(awaited(state, session))
        worn = {} if self.house.looking_along else worn_out(state, session)
        self.house.push_screen(Library(people, worn), lambda kind: self._add(kind, people))

    def _add(self, kind: str | None, people: int) -> None:
        if kind is not None:
            from data.methods.forms import FORMS

            after, form = self.chosen, ActivityKind(kind)
            minutes = FORMS[form].minutes(people) if people else None
            before = {each.id for each in self.house.programme}
            self.house.do(
                add_activity,
                session=self.house.session.id,
                kind=form,
                after=after.id if after else None,
                minutes=minutes,
            )
            self._show()
            for added in self.house.programme:
                if added.id not in before:
                    self.listing.choose(added.id)

    def nothing_to_fit(self) -> str | None:
        """Why the programme is not adapted to the people."""
        if self.house.looking_along:
            return _("That is advice: F8 shows it.")
        from data.verbs.fitting import advised

        return None if advised(self.house.state, self.house.session.id) else _("It already fits the people.")

    def advice(self) -> str:
        """That the programme can be made to fit its people, unless the room is watching."""
        if self.nothing_to_fit() is not None:
            return ""
        from data.verbs.fitting import awaited

        people = len(awaited(self.house.state, self.house.session.id))
        return plural("f adapts it to {n} person", "f adapts it to {n} people", people)

    def fit(self) -> None:
        """Adapt what is to come to the people that are awaited."""
        from data.verbs.fitting import fit_programme

        if done := self.house.do(fit_programme, session=self.house.session.id):
            self.house.tell(told(done.change.label))

    def in_use(self) -> str | None:
        """Why no other programme can be taken."""
        if any(item.started for item in self.house.programme):
            return _("This programme is in use: change it item by item.")
        return None

    def template(self) -> None:
        """Take another programme for a session that did not begin."""
        from screens.dialogs.programmes import choose_programme

        choose_programme(self.house, _("From which programme?"), self._template)

    def _template(self, key: str) -> None:
        self.house.do(start_from, session=self.house.session.id, template=key)

    def keep_it(self) -> None:
        """Keep this programme under a name."""
        self._ask(self._keep_it, _("What do you call this programme?"), self.house.session.title)

    def _keep_it(self, name: str | None) -> None:
        if name is not None and (done := self.house.do(keep_programme, session=self.house.session.id, name=name)):
            self.house.tell(told(done.change.label))

    def rename(self) -> None:
        """Type a title."""
        if chosen := self.chosen:
            self._ask(self._rename, _("Title of this activity"), chosen.title, placeholder=title(chosen))

    def _rename(self, text: str | None) -> None:
        if text is not None and (chosen := self.chosen):
            self.house.do(rename_activity, activity=chosen.id, title=text)

    def longer(self) -> None:
        """Give it five minutes more."""
        self._stretch(STEP)

    def shorter(self) -> None:
        """Give it five minutes less."""
        self._stretch(-STEP)

    def _stretch(self, by: int) -> None:
        if chosen := self.chosen:
            self.house.do(set_minutes, activity=chosen.id, minutes=max(0, chosen.minutes + by))

    def minutes(self) -> None:
        """Type how many minutes."""
        if chosen := self.chosen:
            from screens.network.timebox import minutes_asked

            asked, offered = minutes_asked(self.house.state, chosen, hidden=self.house.looking_along)
            self._ask(self._minutes, asked, str(chosen.minutes), numbers=True, offered=offered)

    def _minutes(self, text: str | None) -> None:
        if not text or not (chosen := self.chosen):
            return
        if text.isascii() and text.isdigit():
            self.house.do(set_minutes, activity=chosen.id, minutes=int(text[:6]))
        else:
            self.house.warn(say("Minutes are a whole number, such as 20."))

    def move(self, by: int) -> None:
        """Move the chosen activity, and keep it chosen."""
        if (chosen := self.chosen) and self.house.do(move_activity, activity=chosen.id, by=by):
            self.listing.choose(chosen.id)

    def remove(self) -> None:
        """Take the chosen activity out; undo brings it back."""
        if (chosen := self.chosen) and self.house.do(remove_activity, activity=chosen.id):
            self.house.tell(_("{title} taken out · Ctrl+Z brings it back").format(title=title(chosen)))

    def session(self, by: int) -> None:
        """Look at another session."""
        every = sessions(self.house.state)
        here = next(i for i, session in enumerate(every) if session.id == self.house.session.id)
        if not 0 <= here + by < len(every):
            self.house.warn(say("There is no other session that way."))
            return
        self.house.chosen_session = every[here + by].id
        self._show()

    def _ask(self, then: Callable[[str | None], None], *asked: str, **more: Any) -> None:
        """Ask for a line, as ``AskLine`` has it."""
        from screens.dialogs.ask import AskLine

        self.house.push_screen(AskLine(*asked, **more), then)

    # -- its keys

    KEYS: ClassVar[tuple[Command[Items], ...]] = (
        Command(
            go,
            N_("Go there"),
            N_("Open the activity under the cursor; the digit or capital before it opens it at once"),
            ("enter",),
            3,
            cannot=empty,
        ),
        Command(begin, N_("Start"), N_("Start this activity now, and go there"), ("b",), 4, cannot=not_to_begin),
        Command(
            begin_next,
            N_("Next"),
            N_("Start the first activity still to come"),
            ("n",),
            5,
            cannot=nothing_to_come,
        ),
        Command(add, N_("Add"), N_("Add another activity after this one"), ("a",), 6),
        Command(fit, N_("Adapt"), N_("Adapt the programme to the number of people"), ("f",), cannot=nothing_to_fit),
        Command(
            template, N_("Template"), N_("Another programme: a template, a saved one, or a copy"), ("v",), cannot=in_use
        ),
        Command(keep_it, N_("Save as"), N_("Save this programme under a name, to plan with"), ("k",), cannot=empty),
        Command(rename, N_("Title"), N_("Give it its own title"), ("t",), cannot=empty),
        Command(longer, N_("5 minutes more"), N_("A longer timebox"), ("plus", "equals_sign"), cannot=empty),
        Command(shorter, N_("5 minutes less"), N_("A shorter timebox"), ("minus",), cannot=empty),
        Command(minutes, N_("Minutes"), N_("Type how many minutes it takes"), ("m",), cannot=empty),
        Command(lambda items: items.move(-1), N_("Earlier"), N_("Move it up"), ("shift+up", "u")),
        Command(lambda items: items.move(1), N_("Later"), N_("Move it down"), ("shift+down", "d")),
        Command(remove, N_("Take out"), N_("Take it out of the programme"), ("delete", "backspace"), cannot=empty),
        Command(
            lambda items: items.session(-1),
            N_("Previous session"),
            N_("Look at an earlier session"),
            ("left",),
        ),
        Command(lambda items: items.session(1), N_("Following session"), N_("Look at a later session"), ("right",)),
        Command(
            lambda items: items.house.go("pending"),
            N_("Still open"),
            N_("Everything that was asked, agreed or promised and is still open"),
            ("o",),
            7,
        ),
        Command(
            lambda items: items.house.go("network"),
            N_("Network"),
            N_("Profile, people, sessions, invitation and what is prepared"),
            ("w",),
            45,
        ),
        Command(
            lambda items: items.house.go("home"), N_("Home"), N_("Other network files and the settings"), ("h",), 50
        ),
    )
