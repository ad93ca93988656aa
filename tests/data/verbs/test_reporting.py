"""What a summary begins with, and how reports are made: kept until it is chosen otherwise."""

from data.model import ExportChoice, Naming, Profile, Session
from data.verbs.reporting import MOST_LINES, choose_export, write_lead
from tests.data.verbs.room import room


def test_own_words_are_kept_as_paragraphs_and_given_back() -> None:
    here = room()
    here.do(write_lead, session=here.session, text=" Een  mooie dag. \r\n\n Tot\x1b straks! \n")
    assert here.state.get(Session, here.session).lead == "Een mooie dag.\nTot straks!"
    here.do(write_lead, session=here.session, text="x\n" * (MOST_LINES + 1))
    assert here.state.get(Session, here.session).lead.count("x") == MOST_LINES
    here.do(write_lead, session=here.session, text=" \n")
    assert here.state.get(Session, here.session).lead == ""


def test_each_part_of_how_reports_are_made_changes_alone() -> None:
    here = room()
    assert here.only(Profile).export is None
    here.do(choose_export, formats=["html", "pdf"])
    here.do(choose_export, naming=Naming.INITIALS)
    here.do(choose_export, without=["met", "attendance"])
    kept = ExportChoice(formats=("html", "pdf"), naming=Naming.INITIALS, without=("attendance", "met"))
    assert here.only(Profile).export == kept
    here.do(choose_export, without=[])
    assert here.only(Profile).export == ExportChoice(formats=("html", "pdf"), naming=Naming.INITIALS)
