"""Capturing: a line and Enter, and it is there, saved, and the line is free for the next."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual import on
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input

from data.i18n import _, plural, told
from data.methods.capture_syntax import PREFIXES, Captured, Kind, Mark, Sign, candidates, complete, open_mark, read
from data.methods.clusters import near_duplicates
from data.model import Note, Participant, QuestionKind, Refused
from data.network import NotSaved
from data.text import fold
from data.text import line as clean
from data.verbs.agreements import agree
from data.verbs.brainstorm.noting import Arranged, add_weight, capture, capture_many, edit_note
from data.verbs.check_in import matching
from data.verbs.round_table import say_question
from data.words import QUESTION_KINDS
from screens.brainstorm.canvas import Ask, StormScreen, counted
from screens.brainstorm.line import Span
from widgets.board_paint import COLOURS
from widgets.capture_line import CaptureLine

MOST_SUBGROUPS = 12
"""As long as no small groups are made, so many may be named."""

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


class Capturing(StormScreen):
    """The capture line: what it understands, what it tells, and what Enter does."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self._twin: Twin | None = None
        self._search: Timer | None = None
        self._of_groups: tuple[Arranged, str] = (self.found, "")
        self._spans: tuple[str, Sequence[Span]] = ("", ())

    # -- what stays set

    @property
    def subgroup(self) -> int:
        """The small group that post-its come from until another is named; 0 is none."""
        kept = self.house.network.drafts.get(f"{self.place}:subgroup")
        return int(kept) if kept.isdecimal() else 0

    @property
    def into(self) -> str:
        """The title of the cluster that post-its go to until another is named; empty for the loose ones."""
        return self.house.network.drafts.get(f"{self.place}:cluster")

    def keep(self, what: str, value: str) -> None:
        """Keep what stays set, also when this window is closed."""
        self.house.network.drafts.set(f"{self.place}:{what}", value)

    # -- what a line means

    def read_line(self, typed: str) -> Captured[Participant]:
        """What a line means now."""
        storm = self.storm
        return read(
            typed,
            titles=self.titles,
            who=self._meant,
            subgroups=len(storm.subgroups) or MOST_SUBGROUPS,
            attributed=storm.attribution == "optional",
        )

    def _meant(self, fragment: str) -> Participant | None:
        """The one person that a part of a name can mean."""
        found = matching(self.people(), fragment)
        whole = [who for who in found if fold(fragment) in {fold(who.name), fold(who.name.split()[0])}]
        sure = whole or found
        return sure[0] if len(sure) == 1 else None

    def spans(self, typed: str) -> Sequence[Span]:
        """The marks of the line in the colour of what they mean."""
        if self._spans[0] != typed or not typed:
            found = self.read_line(typed)
            self._spans = typed, [(mark.start, mark.end, self._colour(mark, found)) for mark in found.marks]
        return self._spans[1]

    def _colour(self, mark: Mark, found: Captured[Participant]) -> str:
        colours = self.app.theme_variables
        if mark.sign is Sign.CLUSTER and not found.new:
            return f"bold {colours[f'cluster-{self.titles.index(found.cluster) % COLOURS + 1}']}"
        return f"bold {colours['accent']}"

    # -- while typing

    @on(Input.Changed, "#line")
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value
        mark = open_mark(typed)
        names = self._names(mark) if mark else []
        fragment = mark.fragment if mark else ""
        closed = fragment.endswith(" ") and bool(names) and fold(names[0]) == fold(fragment)
        self.line.completion = complete(typed, mark, names[0]) if mark and names and not closed else ""
        if self._twin and self._twin.typed != typed:
            self._twin = None
        if self._search:
            self._search.stop()
        self._search = self.set_timer(WAIT, partial(self._find_twin, typed)) if len(typed) >= LEAST else None
        self.show_hint()

    def _names(self, mark: Mark) -> list[str]:
        """What an open mark may become."""
        if mark.sign is Sign.WHO and not self._may_name():
            return []
        if mark.sign is Sign.CLUSTER:
            return candidates(mark.fragment.lstrip("#="), self.titles)
        found = matching(self.people(), mark.fragment) if mark.fragment.strip() else self.people()
        return [who.name for who in found]

    def _may_name(self) -> bool:
        """Whether an @ in the line that is typed means somebody."""
        return self.storm.attribution == "optional" or self.line.value.lstrip()[:1] in PREFIXES

    def _find_twin(self, typed: str) -> None:
        text = self.read_line(typed).text
        notes = self.found.notes
        near = near_duplicates(text, [note.text for note in notes], limit=1) if len(text) >= LEAST else []
        self._twin = Twin(notes[near[0][0]].id, notes[near[0][0]].text, typed) if near else None
        if near:
            self.show_hint()
            self.show_bars()

    def line_hint(self) -> Content:
        """What to tell about the line that is being typed."""
        typed = self.line.value
        if not typed.strip():
            return self._idle_hint()
        mark = open_mark(typed)
        if mark and self.line.completion:
            return self._completions(mark)
        if self._twin:
            there = Content.assemble((_("Looks like"), ""), f" “{self._twin.text[:60]}”   ")
            return there + self.keys(("^D", _("count one more")), ("Enter", _("keep it too")))
        return self._understood(self.read_line(typed), mark)

    def _completions(self, mark: Mark) -> Content:
        names = self._names(mark)[:SHOWN]
        number = self.titles.index if mark.sign is Sign.CLUSTER else None
        shown = [f"{number(name) + 1} {name}" if number else name for name in names]
        rest = "   ".join(shown[1:])
        return self.keys(("⇥", shown[0])) + Content.styled(f"   {rest}" if rest else "", "$muted")

    def _understood(self, found: Captured[Participant], mark: Mark | None) -> Content:
        if found.kind is Kind.QUESTION:
            parts = [_("Enter keeps this as a question for later")]
        elif found.kind is Kind.AGREEMENT:
            parts = [_("Enter keeps this as an agreement: what; who; when")]
        else:
            parts = [_("new cluster “{title}”").format(title=found.cluster) if found.new else found.cluster]
        if found.who:
            parts.append(found.who.name)
        elif mark and mark.sign is Sign.WHO and mark.fragment and not self._may_name():
            parts.append(_("names are off here: “@” stays text"))
        if found.subgroup is not None:
            parts.append(self._group_name(found.subgroup))
        told = " · ".join(filter(None, parts))
        return Content(f"→ {told}" if told else "")

    def _idle_hint(self) -> Content:
        if self._of_groups[0] is not self.found:
            groups = Counter(note.subgroup for note in self.found.notes if note.subgroup)
            self._of_groups = self.found, counted(sorted((n, c) for n, c in groups.items() if n))
        if self._of_groups[1]:
            return Content(_("groups") + f"  {self._of_groups[1]}")
        return self.keys(
            ("# =", _("cluster")),
            ("@ :", _("who")),
            ("+", _("group")),
            ("?", told(QUESTION_KINDS[QuestionKind.QUESTION])),
            ("!", _("agreement")),
        )

    def _group_name(self, number: int) -> str:
        return _("group {n}").format(n=number) if number else _("no group")

    def show_aside(self) -> None:
        """Behind the line: how many there are, and what stays set."""
        count = len(self.found.notes)
        parts = [plural("{n} post-it", "{n} post-its", count)]
        if self.into:
            parts.append(f"→ {self.into}")
        if self.subgroup:
            parts.append(self._group_name(self.subgroup))
        if not self.house.looking_along and (pace := self.pace_now()):
            parts.append(pace)
        self.put("aside", " · ".join(parts))

    def pace_now(self) -> str:
        """The pace of the stream in words; nothing while there is none."""
        return ""

    # -- Enter

    @on(Input.Submitted, "#line")
    def _entered(self, event: Input.Submitted) -> None:
        typed = clean(event.value)
        if not typed:
            return
        found = self.read_line(typed)
        if not found.text and found.marks:
            self._set(found)
        elif self._kept(found):
            self._remember(found)
            self.line.restore("")
            self._twin = None
        self.show_aside()
        self.show_hint()

    def _set(self, found: Captured[Participant]) -> None:
        """A line of marks alone sets them for what comes; the same cluster once more frees it."""
        if found.subgroup is not None:
            self._remember(found)
        if found.cluster:
            self.keep("cluster", "" if fold(found.cluster) == fold(self.into) else found.cluster)
        self.line.restore("")

    def _remember(self, found: Captured[Participant]) -> None:
        if found.subgroup is not None:
            self.keep("subgroup", str(found.subgroup or ""))

    def _kept(self, found: Captured[Participant]) -> bool:
        """Keep what was typed; says whether it is kept."""
        storm = self.storm
        who = found.who.id if found.who else None
        if found.kind is Kind.QUESTION:
            asked = self.house.do(
                say_question, session=storm.session, text=found.text, participant=who, activity=storm.id
            )
            return self._told(asked is not None, _("Kept as a question for later"))
        if found.kind is Kind.AGREEMENT:
            text = f"{found.text}; {found.who.name}" if found.who else found.text
            agreed = self.house.do(agree, session=storm.session, text=text, activity=storm.id)
            return self._told(agreed is not None, _("Kept as an agreement"))
        done = self.house.do(
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
        return done is not None

    def _told(self, kept: bool, text: str) -> bool:
        if kept:
            self.house.tell(text)
        return kept

    def action_one_more(self) -> None:
        """Count one more on the post-it that says the same."""
        if self._twin and self.house.do(add_weight, note=self._twin.note):
            self.house.tell(_("One more: “{text}”").format(text=self._twin.text[:60]))
            self._twin = None
            self.line.restore("")

    # -- the last ones, once more

    def action_edit_last(self) -> None:
        """Word the last post-it anew."""
        latest = self._latest()
        if latest:
            self._edit(latest[-1], latest, to_line=True)

    def _latest(self) -> list[Note]:
        """The post-its on the board in the order in which they came."""
        here = {note.id for note in self.found.notes}
        return [note for note in self.house.state.all(Note) if note.id in here]

    def edit(self, note: Note) -> None:
        """Word a post-it anew."""
        self._edit(note, [note], to_line=False)

    def _edit(self, note: Note, row: list[Note], *, to_line: bool) -> None:
        place = row.index(note)

        def walk(by: int) -> None:
            if 0 <= place + by < len(row):
                self._edit(row[place + by], row, to_line=to_line)
            elif by > 0:
                self.ask_no_more(to=self.line)

        def submit(typed: str) -> bool:
            if self.house.do(edit_note, note=note.id, text=typed):
                self.ask_no_more(to=self.line if to_line else self.board)
            return False

        self.board.go_to(note.id)
        self.ask(
            Ask(
                "✎", submit, note.text, lambda _typed: Content(_("Enter keeps it · Esc leaves it as it was")), walk=walk
            )
        )

    # -- many at once

    @on(CaptureLine.Pasted, "#line")
    def _pasted(self, event: CaptureLine.Pasted) -> None:
        from screens.brainstorm.paste import PasteSheet

        known = [note.text for note in self.found.notes]
        sheet = PasteSheet(
            event.lines, known, self.into or _("Loose"), self._group_name(self.subgroup), more=event.more
        )
        self.app.push_screen(sheet, self._paste)

    def _paste(self, lines: list[str] | None) -> None:
        if not lines:
            return
        self.house.do(
            capture_many,
            activity=self.place,
            texts=lines,
            cluster=self.into or None,
            subgroup=self.subgroup or None,
        )
