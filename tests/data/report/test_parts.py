"""The sections that can be left out, as the reader sees them."""

from __future__ import annotations

from datetime import date

import pytest

from data.demo import demo_records
from data.model import State
from data.report.blocks import Heading
from data.report.parts import parts
from data.report.report import Report
from data.report.wanted import About, Wanted
from data.verbs.network import sessions

STATE = State.holding(demo_records("en", date(2027, 3, 18)))


@pytest.mark.parametrize("about", About)
def test_every_section_that_is_named_can_be_left_out_and_is_named_by_its_heading(about: About) -> None:
    whole = Report(STATE, sessions(STATE)[0].id, about)
    found = dict(parts(whole))
    assert ("lead" in found) is (about in {About.SESSION, About.SERIES})
    for key in found:
        assert dict(parts(Report(STATE, whole.session, about, Wanted(without=frozenset({key}))))) == found
    titles = {b.text for document in whole.documents.values() for b in document.blocks if isinstance(b, Heading)}
    assert all(any(title in name for title in titles) for key, name in found.items() if key != "lead")
