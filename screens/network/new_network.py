"""A new network, in a minute: name, theme, people one a line, and a programme."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Input, Static, TextArea

from data.disk import unwritten
from data.i18n import N_, _, language, told
from data.list_files import LISTS
from data.methods.agenda import TEMPLATES, template
from data.model import Refused, Said, Stamp, State, say
from data.model.languages import LANGUAGES
from data.network import Network, Unopened
from data.people import People, read_people
from data.people.files import read_list
from data.text import LINE_LIMIT, NAME_LIMIT, slug
from data.verbs.given import needed, read_hour
from data.verbs.network import start_network
from data.verbs.when import read_day
from screens.dialogs.people_sheet import counted, described, foremost, preview, remarks
from screens.shell.room import outside
from screens.shell.screen import KringScreen
from widgets.capture_line import CaptureLine
from widgets.command import Command
from widgets.pick import Pick
from widgets.projected import Projected

FOLDER = Path("~/Kring")
"""Where new networks are kept unless another place is typed."""

AIRY = 34
"""Rows of a terminal in which the fields have air between them."""

SHOWN = 4
"""So many people, and so many things to look at, are shown of a list."""

FIELDS = {
    "name": (N_("Name"), N_("What is the network called?")),
    "theme": (N_("Theme"), N_("What do you want to learn together?")),
    "date": (N_("First session"), N_("such as 14/1; empty is today")),
    "starts": (N_("Starts at"), N_("such as 13:30")),
    "place": (N_("Place"), N_("where you meet")),
}


PEOPLE = ("people", "")
"""What the people that are typed are called among what is half typed."""

FIRST = frozenset({"date"})
"""Fields that begin a group of what belongs together."""

SHORT = ("date", "starts")
"""Fields that are as narrow as what goes in: behind these stands what that is, but in a narrow terminal.

There they stand beside one another, so that there are lines for air between all fields.
"""

EXAMPLE = N_("An Peeters; town council; coach\nTom Bal; library; team leader")
"""Two people as they may be typed."""


class NewNetworkScreen(KringScreen):
    """One form; Tab goes on, Ctrl+S begins. Nothing is written before that."""

    CSS_PATH = "new_network.tcss"
    ABOUT = N_("Fill in what you know; everything can be changed later. Ctrl+S starts the network.")

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._follows = ""

    def compose_work(self) -> ComposeResult:
        """The fields, the people, the programme and the language."""
        with VerticalScroll(id="form") as form:
            form.can_focus = False
            yield Static(_("A new network"), classes="title", markup=False)
            with Container(id="columns"):
                with Container(id="facts"):
                    yield from self._facts()
                with Container(id="whom"):
                    how = _("one per line: name; organisation; function (or a table, or a file)")
                    yield Static(Content.assemble((_("People"), "bold"), (f"   {how}", "$muted")), id="people-head")
                    yield TextArea(id="people", tab_behavior="focus", soft_wrap=False, placeholder=_(EXAMPLE))
                    yield Static(id="people-said", markup=False)

    def _facts(self) -> ComposeResult:
        """What the network and its first session are, the programme, the language, and the file."""
        for name in ("name", "theme"):
            yield _field(name)
        with Container(id="when"):
            yield from (_field(name) for name in SHORT)
        yield _field("place")
        with Horizontal(classes="field -first"):
            yield Static(_("Summary in"), classes="label", markup=False)
            yield Pick([(code, known.own_name) for code, known in LANGUAGES.items()], language(), id="language")
        with Horizontal(classes="field -next"):
            yield Static(_("Programme"), classes="label", markup=False)
            yield Pick([(item.key, f"{told(item.name)} {item.minutes}'") for item in TEMPLATES], id="template")
        yield Static(id="use", markup=False)
        with Horizontal(classes="field -first"):
            yield Static(_("File"), classes="label", markup=False)
            yield CaptureLine("file", placeholder=_("taken from the name"), id="new-file")

    def on_mount(self) -> None:
        """Begin at the name, in the language of the screens, with what was typed before they were made anew."""
        super().on_mount()
        self.query_one("#people", TextArea).text = self.house.half.get(self.place, *PEOPLE)
        self.query_one("#new-name", CaptureLine).focus()
        self.show_data()
        self._count_people()
        self._say_use()

    def on_screen_resume(self) -> None:
        """What was opened meanwhile is taken up too."""
        super().on_screen_resume()
        self.show_data()

    def projected(self) -> Projected:
        """Nothing of what is typed."""
        return outside(Projected(giant=_("A new network")), self.house.now())

    def show_data(self) -> None:
        """Take up what was opened and is no network, and give the fields air where there are rows for it."""
        self.set_class(self.size.height >= AIRY, "-airy")
        for name in SHORT:
            asked = _(FIELDS[name][1]) if self.has_class("-narrow") else ""
            self.query_one(f"#new-{name}", CaptureLine).placeholder = asked
        if (path := self.house.opened_list) is not None:
            self.house.opened_list = None
            self.query_one("#people", TextArea).text = str(path)
        if (path := self.house.missing) is not None:
            self.house.missing = None
            self.query_one("#new-file", CaptureLine).type_over(str(path))

    @on(Input.Changed, "#new-name")
    def _name_the_file(self, event: Input.Changed) -> None:
        name = slug(event.value, _("network"))
        path = FOLDER / f"{name}.kring.json"
        file = self.query_one("#new-file", CaptureLine)
        if file.value in ("", self._follows, str(path)):  # not one that somebody typed
            self._follows = str(path)
            file.restore(self._follows)

    @on(Input.Submitted)
    def _on(self) -> None:
        self.focus_next()

    @on(Pick.Picked, "#template")
    def _say_use(self) -> None:
        chosen = template(self.query_one("#template", Pick).value)
        self.query_one("#use", Static).update(Content(told(chosen.use) if chosen else ""))

    @on(DescendantFocus)
    @on(TextArea.Changed)
    def _count_people(self) -> None:
        self.call_after_refresh(_show_people, self)
        self.house.half.set(self.query_one("#people", TextArea).text, self.place, *PEOPLE)
        try:
            found = self._people()
        except Refused as refused:
            self.put("people-said", Content.styled(told(refused.said), "$attention"))
            return
        count, odd = counted(found)
        head = Content.assemble(count, (f"   {odd}" if odd else "", "$attention")) if found.people or odd else Content()
        people = [Content.styled(f"  {described(person)}", "$foreground") for person in foremost(found, SHOWN)]
        if len(found.people) > SHOWN:
            people.append(Content.styled("  " + _("… and {n} more").format(n=len(found.people) - SHOWN), "$muted"))
        told_of = [Content.styled(f"  {said}", "$attention") for said in preview(found, SHOWN)]
        self.put("people-said", Content("\n").join([head, *told_of, *people]))

    def _people(self) -> People:
        """Who is typed or pasted, or listed in the file whose name stands there alone.

        Raises:
            Refused: that file is no list that can be read.
        """
        typed = self.query_one("#people", TextArea).text
        path = Path(typed.strip().strip("'\"")).expanduser()
        if "\n" not in typed.strip() and path.suffix.lower() in LISTS:
            with suppress(OSError):
                return read_list(path)
        return read_people(typed)

    def action_leave(self) -> None:
        """Go Home; the form keeps what was typed."""
        self.house.go("home")

    def action_begin(self) -> None:
        """Write the file and open it; when something is wrong it is said, and the form stays."""
        path = Path(self._typed("file") or str(FOLDER / "kring.json")).expanduser()
        try:
            change = start_network(State(), _stamp(self.house.now()), **self._answers())
            path.parent.mkdir(parents=True, exist_ok=True)
            Network.create(path, change.puts).close()
        except Refused as refused:
            refuse(self, faulty(self._typed, self.house.now().date()), refused.said)
        except Unopened as unopened:
            refuse(self, "new-file", unopened.said)
        except OSError as error:
            refuse(self, "new-file", unwritten(error))
        else:
            for line in self.query(CaptureLine):
                self.house.half.set("", self.place, line.draft, "")
            odd = remarks(self._people(), SHOWN)
            self.house.half.set("", self.place, *PEOPLE)
            self.house.open_file(str(path))
            if odd:
                self.house.news.tell("\n".join(odd))

    def _answers(self) -> dict[str, Any]:
        answers: dict[str, Any] = {name: self._typed(name) for name in FIELDS}
        answers["date"] = answers["date"] or self.house.now().date().isoformat()
        for name in ("language", "template"):
            answers[name] = self.query_one(f"#{name}", Pick).value
        return {**answers, "participants": self._people().people}

    def _typed(self, field: str) -> str:
        return self.query_one(f"#new-{field}", CaptureLine).value

    # -- its keys

    KEYS: ClassVar[tuple[Command[NewNetworkScreen], ...]] = (
        Command(
            lambda screen: screen.focus_next(),
            N_("Next field"),
            N_("Go to the next field"),
            ("tab", "enter", "down"),
            2,
        ),
        Command(
            lambda screen: screen.focus_previous(),
            N_("Previous field"),
            N_("Go to the field before this one"),
            ("shift+tab", "up"),
        ),
        Command(action_begin, N_("Start"), N_("Write the file and open the network"), ("ctrl+s", "f6"), 3),
        Command(action_leave, N_("Back"), N_("Go Home; what you typed stays here"), ("escape",), 4),
    )


def _show_people(screen: NewNetworkScreen) -> None:
    """While people are typed bring them in sight, with what was read of them, or as much of that as fits below."""
    if not screen.query("#people:focus"):
        return
    form, whom = screen.query_one("#form"), screen.query_one("#whom")
    shown = whom if whom.outer_size.height < form.size.height else screen.query_one("#people")
    shown.scroll_visible(animate=False, force=True, top=shown is not whom)


def _field(name: str) -> Horizontal:
    """A field with its label before it, and what goes in: in it, or behind one that is short."""
    label, asked = FIELDS[name]
    short = name in SHORT
    most = NAME_LIMIT if name == "name" else LINE_LIMIT
    line = CaptureLine(name, placeholder="" if short else _(asked), limit=most, id=f"new-{name}")
    behind = [Static(_(asked), classes="asked", markup=False)] if short else []
    classes = "field -first" if name in FIRST else "field"
    return Horizontal(Static(_(label), classes="label", markup=False), line, *behind, classes=classes)


def faulty(typed: Callable[[str], str], today: date) -> str:
    """The id of the first field that cannot be so; ``typed`` gives what stands in one."""
    checks: dict[str, Callable[[str], object]] = {
        "name": lambda name: needed(name, say("Give the network a name.")),
        "date": lambda when: read_day(when, today),
        "starts": read_hour,
    }
    for field, check in checks.items():
        try:
            check(typed(field))
        except Refused:
            return f"new-{field}"
    return "people"


def refuse(form: NewNetworkScreen, field: str, why: Said) -> None:
    """Say what is wrong, at its field: there the focus is, and it is marked until it is changed."""
    form.query(".-faulty").remove_class("-faulty")
    at = form.query_one(f"#{field}")
    at.add_class("-faulty")
    at.focus()
    if isinstance(at, CaptureLine):
        at.select_all()
    form.house.warn(why)


def _stamp(now: datetime) -> Stamp:
    from uuid import uuid4

    return Stamp(now=now.isoformat(timespec="seconds"), seed=str(uuid4()))
