"""The profile of the network: each field on a line, changed in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.content import Content

from data.i18n import N_, NP_, _, plural, told
from data.methods.size import of_size
from data.model import Call, Change, Element, Mix, Profile, Reach, State
from data.model.languages import LANGUAGES
from data.verbs.agreements import set_shared_goal
from data.verbs.invitation import expect, expected, offer, offered
from data.verbs.network import members
from data.verbs.profile import rename, set_profile, set_shape
from screens.dialogs.ask import AskLine
from screens.dialogs.ask_text import AskText
from screens.network.tabs.tab import Tab
from widgets.command import Command
from widgets.ledger import Chapter, Entry

REACHES = {Reach.INTERNAL: N_("internal: one organisation"), Reach.EXTERNAL: N_("external: several organisations")}
MIXES = {Mix.SAME: N_("the same job"), Mix.MIXED: NP_("a network of people with various jobs", "mixed")}
CALLS = {Call.CAPPED: N_("a limited number"), Call.OPEN: NP_("how many may join a network", "open")}
TURNS = {True: N_("yes, a different host each session"), False: N_("no, always in one place")}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the profile: what it is called and asks, what stands there, and the verb that changes it.

    ``choices`` are walked through, with nothing chosen in between; ``many`` has several lines, ``number`` is one.
    ``said`` says what stands there where the value alone would be misread.
    """

    key: str
    label: str
    ask: str
    value: Callable[[State, Profile], Any]
    verb: Callable[..., Change]
    asked: dict[str, Any] | None = None
    field: str = ""
    choices: Sequence[tuple[Any, str]] = ()
    many: bool = False
    number: bool = False
    said: Callable[[State, Profile], str] | None = None


def _choices(table: dict[Any, str]) -> tuple[tuple[Any, str], ...]:
    return ((None, N_("not known yet")), *table.items())


def _offered(element: Element) -> Callable[[State, Profile], tuple[str, ...]]:
    return lambda state, _profile: tuple(promise.text for promise in offered(state, element))


def _meant_for(state: State, profile: Profile) -> str:
    """For how many the network is meant; how many there are beside it, where that is another number."""
    if not profile.places:
        return ""
    there = len(members(state))
    now = _("{n} now").format(n=there) if there not in {0, profile.places} else ""
    return " · ".join(filter(None, (plural("{n} person", "{n} people", profile.places), now)))


NETWORK = (
    Field("name", N_("name"), N_("What is the network called?"), lambda _s, p: p.name, rename),
    Field("theme", N_("theme"), N_("What do you want to learn together?"), lambda _s, p: p.theme, set_profile),
    Field("purpose", N_("purpose"), N_("What is the network for?"), lambda _s, p: p.purpose, set_profile),
    Field(
        "shared_goal",
        N_("shared goal"),
        N_("What do we want to achieve together?"),
        lambda _s, p: p.shared_goal,
        set_shared_goal,
        field="text",
    ),
    Field(
        "language",
        N_("summary in"),
        N_("Which language for summary and invitation?"),
        lambda _s, p: p.language,
        set_profile,
        choices=tuple((code, known.own_name) for code, known in LANGUAGES.items()),
    ),
)
PEOPLE = (
    Field(
        "reach",
        N_("reach"),
        N_("One organisation or several?"),
        lambda _s, p: p.reach,
        set_shape,
        choices=_choices(REACHES),
    ),
    Field(
        "mix",
        NP_("what people do at work", "roles"),
        N_("Same job or a mix?"),
        lambda _s, p: p.mix,
        set_shape,
        choices=_choices(MIXES),
    ),
    Field("call", N_("recruitment"), N_("For how many?"), lambda _s, p: p.call, set_shape, choices=_choices(CALLS)),
    Field(
        "places",
        N_("meant for"),
        N_("How many people?"),
        lambda _s, p: p.places,
        set_shape,
        number=True,
        said=_meant_for,
    ),
    Field("meetings", N_("sessions"), N_("How many sessions?"), lambda _s, p: p.meetings, set_shape, number=True),
    Field(
        "hosts_in_turn",
        N_("hosts in turn"),
        N_("Do you meet in different places?"),
        lambda _s, p: p.hosts_in_turn,
        set_shape,
        choices=_choices(TURNS),
    ),
)
GIVES = (
    Field(
        "gains",
        N_("participant"),
        N_("What does a participant get out of it?"),
        lambda _s, p: p.gains,
        set_profile,
        many=True,
    ),
    Field(
        "gains_organisation",
        N_("organisation"),
        N_("What does the organisation get out of it?"),
        lambda _s, p: p.gains_organisation,
        set_profile,
        many=True,
    ),
    Field(
        "guidance",
        N_("guidance"),
        N_("What do you offer: guidance, models, room for questions?"),
        _offered(Element.GUIDANCE),
        offer,
        {"element": Element.GUIDANCE},
        "texts",
        many=True,
    ),
    Field(
        "take_home",
        N_("to take home"),
        N_("What do people take home: methods to try, answers, contacts?"),
        _offered(Element.TAKE_HOME),
        offer,
        {"element": Element.TAKE_HOME},
        "texts",
        many=True,
    ),
    Field(
        "engagement",
        N_("expected"),
        N_("What do you expect: sessions, cases, proposals for the agenda, passing on?"),
        lambda state, _p: tuple(asked.text for asked in expected(state)),
        expect,
        field="texts",
        many=True,
    ),
)
CHAPTERS = (
    (N_("The network"), NETWORK),
    (N_("Who for, and how often"), PEOPLE),
    (N_("What it gives and asks"), GIVES),
)
FIELDS = {field.key: field for _title, fields in CHAPTERS for field in fields}


class ProfileTab(Tab):
    """Walks through the fields; Enter changes the chosen one."""

    TITLE = N_("Profile")

    def chapters(self) -> list[Chapter]:
        """The fields, with what stands in each or what it asks."""
        return [Chapter(_(title), tuple(self._entry(field) for field in fields)) for title, fields in CHAPTERS]

    def _entry(self, field: Field) -> Entry:
        """Only what is missing has a mark."""
        if said := self._said(field):
            return Entry(field.key, said, _(field.label))
        return Entry(field.key, _(field.ask), _(field.label), "○", "$attention", faded=True)

    def _said(self, field: Field) -> str:
        if field.said:
            return field.said(self.state, self.profile)
        value = field.value(self.state, self.profile)
        if field.choices:
            return next((_(said) for key, said in field.choices if key is not None and key == value), "")
        if field.many:
            return ("\n" if self.house.screen.has_class("-tall") else " · ").join(value)
        return str(value or "")

    def hint(self) -> Content | str:
        """What is to be said of the number of people; that is advice, so not while the room is watching."""
        if self.hidden:
            return _("Enter edits the selected line; everything can be changed later.")
        people = len(members(self.state)) or self.profile.places
        return told(of_size(people)) if people else _("Ten to fifteen people is a good size.")

    # -- changing

    def edit(self) -> None:
        """Change the chosen field."""
        if field := FIELDS.get(self.chosen):
            self.open(field.key)

    def open(self, key: str) -> None:
        """Change this field: the next choice, or what is typed."""
        field = FIELDS[key]
        value = field.value(self.state, self.profile)
        if field.choices:
            keys = [choice for choice, _said in field.choices]
            self._set(field, keys[(keys.index(value) + 1) % len(keys)])
        elif field.many:
            about = _("One per line.")
            ask = AskText(_(field.ask), "\n".join(value), about=about)
            self.house.push_screen(ask, lambda text: None if text is None else self._set(field, text.split("\n")))
        else:
            ask_line = AskLine(_(field.ask), str(value or ""), numbers=field.number)
            self.house.push_screen(ask_line, lambda text: None if text is None else self._typed(field, text))

    def _typed(self, field: Field, text: str) -> None:
        if not field.number:
            self._set(field, text)
        elif not text or (text.isascii() and text.isdigit()):
            self._set(field, int(text[:6] or 0))
        else:
            self.house.notify(_("That is not a whole number."), severity="warning", markup=False)

    def _set(self, field: Field, value: Any) -> None:
        self.house.do(field.verb, **(field.asked or {}), **{field.field or field.key: value})

    PAGE_KEYS: ClassVar[tuple[Command[Any], ...]] = (
        Command(edit, N_("Change"), N_("Change what is chosen: the next choice, or type it"), ("enter", "e"), 10),
    )
