"""What a peer consultation shows: whose case it is, the steps, and what was said in each."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from data.i18n import _
from data.methods.consultation import step_minutes
from data.model import Action, Activity, ConsultationStep, Participant, State
from data.verbs.agreements import who_and_when
from data.verbs.consultation import consultation, earlier_steps, next_steps
from data.verbs.heard import heard
from data.verbs.network import called
from screens.peer_consultation.words import LINES, starts_with, step_asks, step_name
from screens.shell.stepped import Work
from widgets.ledger import Chapter, Entry
from widgets.phases import PhaseMark


def work(state: State, case: Activity) -> Work:
    """All of it, as it stands."""
    going = consultation(case)
    bringer = state.find(Participant, going.bringer)
    return Work(
        _whose(state, case),
        _marks(state, case),
        step_asks(going, bringer.name.split()[0] if bringer else ""),
        _chapters(state, case),
        _(LINES[going.step]),
    )


def _whose(state: State, case: Activity) -> Content:
    """Whose case it is, and what it starts from."""
    going = consultation(case)
    name = called(state).get(going.bringer or "")
    if name is None:
        return Content.styled(_("F5 chooses whose case it is"), "$muted")
    return Content.assemble((f"▸ {name.upper()}", "bold"), (f"   {starts_with(going)}", "$muted"))


def _marks(state: State, case: Activity) -> list[PhaseMark]:
    """The steps in one line, each with its minutes."""
    going = consultation(case)
    said = {one.part for one in heard(state, case.id)}
    return [
        PhaseMark(
            step_name(step),
            f"{step_minutes(step, case.minutes)}'" if case.minutes else "",
            step.value in said or (step is ConsultationStep.NEXT and bool(next_steps(state, case.id))),
            step is going.step,
        )
        for step in ConsultationStep
    ]


def _chapters(state: State, case: Activity) -> list[Chapter]:
    """What was said in the step of now, in the others, and what became of the next steps of earlier cases."""
    going = consultation(case)
    found = [_chapter(state, case, going.step, empty=_("Nothing yet."))]
    others = [_chapter(state, case, step) for step in reversed(ConsultationStep) if step is not going.step]
    found += [chapter for chapter in others if chapter.entries]
    earlier = earlier_steps(state, case.session)
    if earlier:
        found.append(Chapter(_("Next steps of earlier cases"), _steps(state, earlier), beside=True))
    return found


def _chapter(state: State, case: Activity, step: ConsultationStep, *, empty: str = "") -> Chapter:
    if step is ConsultationStep.NEXT:
        entries = _steps(state, next_steps(state, case.id))
    else:
        entries = tuple(Entry(said.id, said.text) for said in heard(state, case.id, step.value))
    return Chapter(step_name(step), entries, str(len(entries) or ""), empty, turn=list(ConsultationStep).index(step))


def _steps(state: State, steps: Iterable[Action]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            step.id,
            step.text,
            mark=" " if step.waits else "✓",
            style="$success",
            aside=" · ".join(filter(None, (who_and_when(state, step), step.words))),
            faded=not step.waits,
        )
        for step in steps
    )
