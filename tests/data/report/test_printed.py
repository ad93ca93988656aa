"""Which fields of the model stand on the paper that a facilitator prints: these, in every format, and no other."""

from __future__ import annotations

import pytest

from data.report.export import rendered
from data.report.formats import formats_for
from data.report.report import Report
from data.report.wanted import About, Wanted
from tests.data.report import whole
from tests.data.report.places import read, squeezed
from tests.data.report.whole import MARKS

OF_KINDS = ("storm", "groups", "dating", "deciding", "exchange", "case", "visit", "offering", "scan", "evaluation")
PRINTED = {
    *("network.name", "network.reviving_questions", "network.prompts", "sessions.title", "sessions.place"),
    *("participants.name", "participants.name/left", "participants.name/excused", "participants.organisation"),
    *("decisions.question", "engagements.text/form"),
    *(f"activities.{field}/{kind}" for field in ("title", "question") for kind in OF_KINDS),
}
"""Nothing that somebody said, wrote, voted or scored; why somebody is away; no address."""


@pytest.mark.parametrize("ending", sorted(formats_for(About.PAPER)))
def test_on_paper_stands_what_is_prepared_and_nothing_of_what_people_said(ending: str) -> None:
    report = Report(whole.whole(), whole.SESSION, About.PAPER, Wanted("en"))
    contents = [each if isinstance(each, bytes) else each.encode() for each in rendered(report, ending).values()]
    text = squeezed("\n".join(read(ending, each) for each in contents))
    assert {key for key, mark in MARKS.items() if mark in text} == PRINTED
