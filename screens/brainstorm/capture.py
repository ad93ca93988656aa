"""Capturing: a line and Enter, and it is there, saved, and the line is free for the next."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.timer import Timer

from data.i18n import N_, _, number, plural, told
from data.methods.capture_syntax import (
    TWICE,
    Captured,
    LineKind,
    Mark,
    Sign,
    bare,
    complete,
    open_mark,
    says_more,
)
from data.methods.clusters import near_duplicates
from data.methods.pace import Pace, pace
from data.model import Action, Participant, QuestionKind, Record, Refused, Said
from data.network import NotSaved
from data.text import fold
from data.text import line as clean
from data.verbs.agreements import agree
from data.verbs.brainstorm.noting import Arranged, add_weight, capture, capture_many
from data.verbs.round_table import say_question
from data.words import QUESTION_KINDS
from screens.brainstorm.canvas import Canvas, Keys
from screens.brainstorm.naming import agreement
from screens.brainstorm.reading import Reading, group_name
from widgets.capture_line import CaptureLine
from widgets.command import Command

GRACE = 0.006
"""Seconds that drawing waits for the disk; longer is for the bar to tell."""

WAIT = 0.12
"""Seconds without a key before the board is searched for the same idea."""

LEAST = 4
"""So many characters make an idea that can be there already."""

SHOWN = 5
"""So many completions are shown."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A post-it that says nearly what is being typed."""

    note: str
    text: str
    typed: str


class Capturing:
    """The capture line: what it understands, what it tells, and what Enter does."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.reading = Reading(canvas)
        self._pace = Pace()
        self._twin: Twin | None = None
        self._search: Timer | None = None
        self._of_groups: tuple[Arranged, str] = (canvas.found, "")

    # -- what stays set

    @property
    def subgroup(self) -> int:
        """The small group that post-its come from until another is named; 0 is none."""
        kept = self._canvas.house.network.drafts.get(f"{self._canvas.place}:subgroup")
        return int(kept) if kept.isdecimal() else 0

    @property
    def into(self) -> str:
        """The title of the cluster that post-its go to until another is named; empty for the loose ones."""
        return self._canvas.house.network.drafts.get(f"{self._canvas.place}:cluster")

    def keep(self, what: str, value: str) -> None:
        """Keep what stays set, also when this window is closed."""
        self._canvas.house.network.drafts.set(f"{self._canvas.place}:{what}", value)

    # -- while typing

    def typed(self, typed: str) -> None:
        """Tell what the line means now, and search for the same idea once it is quiet."""
        mark = open_mark(typed)
        if mark:  # what it may become stands where the sentence about the last post-it stands
            self._canvas.house.feedback.clear()
        names = self.reading.names(mark) if mark else []
        fragment = mark.fragment if mark else ""
        closed = fragment.endswith(" ") and bool(names) and fold(names[0]) == fold(fragment)
        self._canvas.line.completion = complete(typed, mark, names[0]) if mark and names and not closed else ""
        if self._twin and self._twin.typed != typed:
            self._twin = None
        if self._search:
            self._search.stop()
        search = partial(self._find_twin, typed)
        self._search = self._canvas.screen.set_timer(WAIT, search) if len(typed) >= LEAST else None
        self._canvas.show_hint()

    def _find_twin(self, typed: str) -> None:
        if typed != self._canvas.line.value:  # it was kept meanwhile: what is alike is itself
            return
        text = self.reading.read(typed).text
        notes = self._canvas.found.notes
        near = near_duplicates(text, [note.text for note in notes], limit=1) if len(text) >= LEAST else []
        self._twin = Twin(notes[near[0][0]].id, notes[near[0][0]].text, typed) if near else None
        if near:
            self._canvas.house.feedback.clear()
            self._canvas.show_hint()
            self._canvas.screen.show_bars()

    def hint(self) -> Content:
        """What to tell about the line that is being typed."""
        typed = self._canvas.line.value
        if not typed.strip():
            return self._idle_hint()
        mark = open_mark(typed)
        if mark and self._canvas.line.completion:
            return self._completions(mark)
        if self._twin:
            there = Content.assemble((_("Looks like"), ""), f" “{self._twin.text[:60]}”   ")
            return there + self._canvas.keys(("^D", _("count one more")), ("Enter", _("save it too")))
        found = self.reading.read(typed)
        return self._understood(found, mark, self.reading.naming.unclear(typed, found))

    def _completions(self, mark: Mark) -> Content:
        names = self.reading.names(mark)[:SHOWN]
        numbers = {title: place for place, title in enumerate(self._canvas.titles, start=1)}
        shown = [f"{numbers[name]} {name}" if mark.sign is Sign.CLUSTER and name in numbers else name for name in names]
        if names[0].startswith(TWICE):
            shown = [_("new cluster “{title}”").format(title=names[0].removeprefix(TWICE))]
        rest = "".join(f"   {name}" for name in shown[1:])
        return self._canvas.keys(("⇥", shown[0])) + Content.styled(f"{rest}   ", "$muted") + self._then_enter(mark)

    def _then_enter(self, mark: Mark) -> Content:
        """What Enter would do with an open mark as it is."""
        line = self._canvas.line.value
        found = self.reading.read(line)
        unclear = self.reading.naming.unclear(line, found)
        if unclear or (found.marks and found.marks[-1].end >= mark.end):
            return self._understood(found, None, unclear)
        return Content(_("Enter leaves “{sign}” in the text").format(sign=line[mark.start : mark.end].strip()))

    def _understood(self, found: Captured[Participant], mark: Mark | None, unclear: Said | None) -> Content:
        if unclear:
            return Content.styled(told(unclear), "$attention")
        if found.kind is LineKind.QUESTION:
            parts = [_("Enter saves this as a question for later")]
        elif found.kind is LineKind.AGREEMENT:
            parts = [_("Enter saves this as an agreement: what; who; when")]
        else:
            parts = [_("new cluster “{title}”").format(title=found.cluster) if found.new else found.cluster]
        named = self.reading.naming.named(found)
        parts += [f"{self._letters(found)}{', '.join(named)}"] if named else []
        if (
            not named
            and mark
            and mark.sign is Sign.WHO
            and mark.fragment
            and not self.reading.naming.may(self._canvas.line.value)
        ):
            parts.append(_("names are off here: “@” is just text"))
        if found.subgroup is not None:
            parts.append(group_name(found.subgroup))
        understood = " · ".join(filter(None, parts))
        return Content(f"→ {understood}" if understood else "")

    def _letters(self, found: Captured[Participant]) -> str:
        """The letters that a name was given by, where it was not written out."""
        typed = next((mark.fragment for mark in found.marks if mark.sign is Sign.WHO), "")
        return f"@{typed}: " if found.who and typed and fold(typed) != fold(found.who.name) else ""

    def _idle_hint(self) -> Content:
        if self._of_groups[0] is not self._canvas.found:
            groups = Counter(note.subgroup for note in self._canvas.found.notes if note.subgroup)
            each = [(group, count) for group, count in sorted(groups.items()) if group]
            first = [f"{group}: " + plural("{n} post-it", "{n} post-its", count) for group, count in each[:1]]
            counts = " · ".join([*first, *(f"{group}: {count}" for group, count in each[1:])])
            self._of_groups = self._canvas.found, counts
        if self._of_groups[1]:
            return Content(_("groups") + f"  {self._of_groups[1]}")
        who = [("@", _("who"))] if self.reading.naming.attributed else []
        return self._canvas.keys(
            ("#", _("cluster")),
            *who,
            ("+", _("group")),
            ("?", told(QUESTION_KINDS[QuestionKind.QUESTION])),
            ("!", _("agreement")),
        )

    def show_aside(self) -> None:
        """Behind the line: how many there are, and what stays set."""
        count = len(self._canvas.found.notes)
        parts = [plural("{n} post-it", "{n} post-its", count)]
        if self.into:
            parts.append(f"→ {self.into}")
        if self.subgroup:
            parts.append(group_name(self.subgroup))
        if not self._canvas.house.looking_along and (rate := self._pace.per_minute):
            parts.append(_("{n} a minute").format(n=number(rate)))
        self._canvas.put("aside", " · ".join(parts))

    def tick(self) -> None:
        """The pace goes on."""
        times = [datetime.fromisoformat(note.at).timestamp() for note in self._canvas.found.notes if note.at]
        before, self._pace = self._pace, pace(times, self._canvas.house.now().timestamp())
        if before.dry != self._pace.dry:
            self._canvas.show_hint()
        if before.per_minute != self._pace.per_minute:
            self.show_aside()

    @property
    def dry(self) -> bool:
        """Whether no more ideas come, so that a reviving question may help."""
        return self._pace.dry

    # -- Enter

    def entered(self, value: str) -> None:
        """Keep the line, or set what its marks say; what cannot be kept stays in it."""
        typed = clean(value)
        if not typed:
            return
        found = self.reading.read(typed)
        if unclear := self.reading.naming.unclear(typed, found):
            self._canvas.house.warn(unclear)
        elif not found.text and found.marks:
            self._set(found)
        elif self._kept(found):
            self._canvas.line.restore("")
            self._twin = None
        self.show_aside()
        self._canvas.show_hint()

    def _set(self, found: Captured[Participant]) -> None:
        """A line of marks alone sets them for what comes; the same cluster once more frees it."""
        if found.subgroup is not None:
            self.keep("subgroup", str(found.subgroup or ""))
        if found.cluster:
            self.keep("cluster", "" if fold(found.cluster) == fold(self.into) else found.cluster)
        self._canvas.line.restore("")

    def _kept(self, found: Captured[Participant]) -> bool:
        """Keep what was typed; says whether it is kept."""
        storm = self._canvas.storm
        who = found.who.id if found.who else None
        if found.kind is LineKind.QUESTION:
            asked = self._canvas.house.do(
                say_question, session=storm.session, text=found.text, participant=who, activity=storm.id
            )
            return self._told(asked is not None, _("Saved as a question for later"))
        if found.kind is LineKind.AGREEMENT:
            text = agreement(found)
            agreed = self._canvas.house.do(agree, session=storm.session, text=text, activity=storm.id)
            return self._told(agreed is not None, _agreed(agreed.change.puts if agreed else ()))
        done = self._canvas.house.do(
            capture,
            activity=storm.id,
            text=found.text,
            cluster=found.cluster or self.into or None,
            participant=who,
            subgroup=(self.subgroup if found.subgroup is None else found.subgroup) or None,
        )
        if done:
            # On most disks it is saved within this time, and then the note and "saved" are drawn at once.
            with contextlib.suppress(NotSaved, Refused):
                done.wait(GRACE)
            if stays := self.reading.unread(found.text):
                self._canvas.house.feedback.warned(stays)
        return done is not None

    def _told(self, kept: bool, text: str) -> bool:
        if kept:
            self._canvas.house.tell(text)
        return kept

    def one_more(self) -> None:
        """Count one more on the post-it that says the same."""
        if self._twin and self._canvas.house.do(add_weight, note=self._twin.note):
            self._canvas.house.tell(_("One more: “{text}”").format(text=self._twin.text[:60]))
            self._twin = None
            self._canvas.line.restore("")

    # -- many at once

    def pasted(self, event: CaptureLine.Pasted) -> None:
        """Show what many lines will become."""
        from screens.dialogs.paste import PasteSheet

        known = [note.text for note in self._canvas.found.notes]
        place = " · ".join((self.into or _("Loose"), group_name(self.subgroup)))
        if any(says_more(self.reading.read(bare(line))) for line in event.lines):
            place += "\n" + _("Signs such as # and ? stay text: what is pasted is kept as it is.")
        sheet = PasteSheet(event, known, _("{n} lines become {n} post-its"), place)
        self._canvas.house.push_screen(sheet, self._paste)

    def _paste(self, lines: list[str] | None) -> None:
        if not lines:
            return
        self._canvas.house.do(
            capture_many,
            activity=self._canvas.place,
            texts=lines,
            cluster=self.into or None,
            subgroup=self.subgroup or None,
        )

    # -- its keys

    def no_twin(self) -> str | None:
        """Why there is nothing to count one more on."""
        return None if self._twin else _("No post-it says the same.")

    KEYS: ClassVar[Keys[Capturing]] = Keys(
        line=(
            Command(
                one_more,
                N_("Count one more"),
                N_("Somebody says the same: add one to the existing post-it"),
                ("ctrl+d",),
                cannot=no_twin,
            ),
        )
    )


def _agreed(kept: Iterable[Record]) -> str:
    """That an agreement is kept, and what is not read from its line: nothing follows from a name in its text."""
    action = next((record for record in kept if isinstance(record, Action)), None)
    someone, some_day = bool(action and (action.who or action.named)), bool(action and action.due)
    return {
        (True, True): _("Saved as an agreement"),
        (True, False): _("Saved as an agreement, with no when yet"),
        (False, True): _("Saved as an agreement, with no who yet"),
        (False, False): _("Saved as an agreement, with no who or when yet"),
    }[someone, some_day]
