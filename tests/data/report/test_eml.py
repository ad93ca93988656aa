"""Mails as drafts: to whom, what they say, what goes with them, and nothing that a name or an address slips in."""

from __future__ import annotations

import sys
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.model import Action, Engagement, Participant, Profile, Record, Refused, Role, Said, State, say
from data.model.base import Change
from data.report.addresses import addressed
from data.report.eml import draft
from data.report.export import made_of, session_to_report
from data.report.formats import formats_for
from data.report.report import Report
from data.report.wanted import About, Naming, Version, Wanted
from data.text import line
from data.verbs import agreements, carried, check_in, leaving, network, prepared, programme
from tests.data.report import hostile
from tests.data.report.calendars import read as read_calendar
from tests.data.verbs.room import Room, room


def held() -> Room:
    """A session that was held, with An and Karel there and Els and Lien not, and the next one agreed."""
    here = room()
    here.do(programme.begin_activity, activity=programme.programme(here.state, here.session)[0].id)
    for name in ("Karel", "An P"):
        here.do(check_in.arrive, session=here.session, participant=here.who(name))
    for name in ("Karel", "An P", "Els", "Noël"):
        here.do(network.edit_participant, participant=here.who(name), email=f"{name.split()[0].lower()}@voorbeeld.be")
    here.do(network.edit_participant, participant=here.who("Noël"), email="noël@zürich.example")
    here.do(network.set_role, participant=here.who("Karel"), role=Role.FACILITATOR)
    here.do(check_in.rest_absent, session=here.session)
    here.do(agreements.agree, session=here.session, text="Zaal zoeken; Els; 14/4/2027")
    here.do(agreements.set_next_session, session=here.session, date="20/4/2027", starts="13:30", place="Gent")
    here.do(prepared.ask_beforehand, session=network.sessions(here.state)[1].id, text="Breng een case mee; allen; 13/4")
    return here


def put(here: Room, *records: Record) -> None:
    here.state = here.state.after(Change(say("Start"), puts=records))


def mail(state: State, session: str, about: About = About.SESSION, **how: object) -> tuple[EmailMessage, list[Said]]:
    wanted = Wanted("en", **how)  # type: ignore[arg-type]
    contents, remarks = made_of(Report(state, session, about, wanted), "eml")
    (data,) = contents.values()
    assert isinstance(data, bytes)
    read = BytesParser(policy=policy.SMTPUTF8).parsebytes(data)
    assert isinstance(read, EmailMessage)
    return read, remarks


def words(message: EmailMessage) -> str:
    body = message.get_body()
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def to(message: EmailMessage) -> set[str]:
    return {part.strip() for part in str(message["Bcc"] or "").split(",") if part.strip()}


def attached(message: EmailMessage) -> dict[str, EmailMessage]:
    return {part.get_content_type(): part for part in message.iter_attachments()}


def data_of(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data


def test_the_summary_goes_to_everybody_unseen_by_one_another_and_greets_who_was_not_there() -> None:
    here = held()
    message, remarks = mail(here.state, here.session)
    assert (message["X-Unsent"], message["To"], message["From"], message["Cc"]) == ("1", None, None, None)
    assert message["Subject"] == "Summary of PC 218, session 1"
    assert {"karel@voorbeeld.be", "an@voorbeeld.be", "els@voorbeeld.be"} < to(message) and len(to(message)) == 4
    missed = [part for part in words(message).split("\n\n") if "we missed you" in part]
    assert len(missed) == 1 and "Els De Smet" in missed[0] and "Karel" not in missed[0]
    assert "- Zaal zoeken (Els De Smet · 14/4/2027)" in words(message)
    assert words(message).startswith("Dear all,\n\n2 people") and words(message).endswith("regards,\n\nKarel Wouters\n")
    (said,) = [said for said in remarks if "names" in said.fills]
    assert said.fills["names"] == "An Claes and Lien Vermeulen" and "Claes" not in str(message["Bcc"])


def test_who_left_since_gets_what_they_were_there_for_and_nothing_after() -> None:
    here = held()
    here.later(60 * 24)
    here.do(leaving.leave_network, participant=here.who("Els"))
    assert "els@voorbeeld.be" in to(mail(here.state, here.session)[0])
    coming = session_to_report(here.state, about=About.REMINDER)
    assert "els@voorbeeld.be" not in to(mail(here.state, coming, About.REMINDER)[0])


def test_an_address_of_two_people_stands_there_once_and_what_is_done_is_not_asked_any_more() -> None:
    here = held()
    here.do(network.edit_participant, participant=here.who("Lien"), email="ELS@voorbeeld.be")
    message, _remarks = mail(here.state, here.session)
    assert len(to(message)) == 4 and "Zaal zoeken" in words(message)
    here.do(carried.close, item=here.only(Action).id, session=here.session)
    assert "Zaal zoeken" not in words(mail(here.state, here.session)[0])
    coming = session_to_report(here.state, about=About.REMINDER)
    here.do(carried.close, item=here.only(Engagement).id, session=here.session)
    assert "case" not in words(mail(here.state, coming, About.REMINDER)[0])


def test_the_report_and_the_date_go_with_it_and_can_be_opened() -> None:
    here = held()
    parts = attached(mail(here.state, here.session)[0])
    (report,) = (part for kind, part in parts.items() if kind in {"application/pdf", "text/html"})
    content = report.get_content()
    assert content[:5] == b"%PDF-" if isinstance(content, bytes) else "Summary of PC 218" in content
    calendar = parts["text/calendar"]
    assert calendar["Content-Type"].params["method"] == "PUBLISH"
    assert read_calendar(data_of(calendar)).only("VEVENT").text("LOCATION") == "Gent"
    assert all(part.get_filename() for part in parts.values())
    without = room()
    without.do(network.open_session, session=without.session)
    assert set(attached(mail(without.state, without.session)[0])) <= {"application/pdf", "text/html"}


def test_without_its_extra_the_report_goes_as_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    here = held()
    assert set(attached(mail(here.state, here.session)[0])) == {"text/html", "text/calendar"}


def test_a_version_goes_to_whom_it_is_for() -> None:
    here = held()
    for_us, remarks = mail(here.state, here.session, version=Version.FACILITATOR)
    assert to(for_us) == {"karel@voorbeeld.be"} and "missed" not in words(for_us)
    assert not [said for said in remarks if "names" in said.fills]
    for_them, remarks = mail(here.state, here.session, version=Version.COMMISSIONER)
    assert for_them["Bcc"] is None and "missed" not in words(for_them) and "no recipient yet" in remarks[0].message
    nameless = words(mail(here.state, here.session, naming=Naming.NONE)[0])
    assert "We missed you" in nameless and "Els" not in nameless and "Wouters" not in nameless
    here.do(network.edit_participant, participant=here.who("Karel"), email="")
    assert "none of the people it is for" in mail(here.state, here.session, version=Version.FACILITATOR)[1][0].message


def test_a_reminder_says_when_and_where_what_is_on_the_agenda_and_what_was_asked() -> None:
    here = held()
    coming = session_to_report(here.state, about=About.REMINDER)
    message, _remarks = mail(here.state, coming, About.REMINDER)
    text = words(message)
    assert message["Subject"] == "Reminder: PC 218, session 2" and set(attached(message)) == {"text/calendar"}
    assert "13:30 · Gent" in text and "- Breng een case mee (" in text and text.count("Breng een case mee") == 1
    assert "- Zaal zoeken (Els De Smet" in text
    for_them = words(mail(here.state, coming, About.REMINDER, version=Version.COMMISSIONER)[0])
    assert "case" not in for_them and "Zaal" not in for_them and "Gent" in for_them


def test_an_invitation_says_what_it_is_for_to_everybody_with_the_first_date() -> None:
    here = room()
    here.do(network.edit_participant, participant=here.who("Els"), email="els@voorbeeld.be")
    message, _remarks = mail(here.state, here.session, About.INVITATION)
    assert message["Subject"] == "Invitation: PC 218" and to(message) == {"els@voorbeeld.be"}
    assert "What a learning network is" in words(message) and "Tuesday 16 March 2027" in words(message)
    parts = attached(message)
    assert len(parts) == 2 and read_calendar(data_of(parts["text/calendar"])).only("VEVENT").text("DTSTART")
    nothing = State.holding([Profile(id="p", name="Klankbord", language="en")])
    assert "text/calendar" not in attached(mail(nothing, "", About.INVITATION)[0])


def test_a_reminder_is_of_a_session_that_is_still_to_come() -> None:
    here = held()
    assert session_to_report(here.state, 2, About.REMINDER) == network.sessions(here.state)[1].id
    for number in (1, 9):
        with pytest.raises(Refused):
            session_to_report(here.state, number, About.REMINDER)
    here.do(network.open_session, session=network.sessions(here.state)[1].id)
    with pytest.raises(Refused):
        session_to_report(here.state, about=About.REMINDER)
    assert "xlsx" not in formats_for(About.REMINDER) and {"md", "html", "ics", "eml"} <= set(
        formats_for(About.REMINDER)
    )


# Addresses.


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("an@voorbeeld.be", "an@voorbeeld.be"),
        (" An.O'Brien+k@Voorbeeld.be ", "An.O'Brien+k@Voorbeeld.be"),
        ("jörg@münchen.example", "jörg@xn--mnchen-3ya.example"),
        ("日本@例え.jp", "日本@xn--r8jz45g.jp"),
        *(
            (typed, "")
            for typed in (
                "", "an", "an@", "@be.be", "an@be", "a..b@x.be", ".a@x.be", "a.@x.be", "a b@x.be", "a@x.be, b@x.be",
                "a@x.be\nBcc: c@x.be", "a\r\n@x.be", "<a@x.be>", "a@x..be", "a@-x.be", "a@x.be>", '"a"@x.be',
                "a@" + "x" * 70 + ".be", "a;b@x.be", "a(b)@x.be", "a@[10.0.0.1]", "a\0@x.be", "a@b@x.be", "=?a?=@x.be",
            )
        ),
    ],
)  # fmt: skip
def test_what_is_an_address_and_what_is_none(typed: str, known: str) -> None:
    assert addressed(Participant(id="x", name="x", email=typed)) == known


_SIGNS = st.sampled_from([*"ab.@ <>,;:\"'\\()é日\r\n\t\0=?_-+", "x.be", "@x.be", "\r\nBcc: z@x.be", "=?utf-8?q?x?="])
KEYS = ["Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
_TYPED = st.lists(_SIGNS, max_size=12).map("".join)


def parsed(message: EmailMessage) -> EmailMessage:
    read = BytesParser(policy=policy.SMTPUTF8).parsebytes(message.as_bytes())
    assert isinstance(read, EmailMessage)
    return read


@settings(max_examples=40)
@given(_TYPED, st.lists(st.tuples(_TYPED, st.booleans()), max_size=12), _TYPED)
@example("x", [("a" * 60, True)] * 30, "x")
@example("é日" * 90, [("é日" * 20, True), ("a" * 60, True)] * 10, "é日" * 90)
def test_each_address_comes_out_and_no_other_header_whatever_was_typed(
    subject: str, typed: list[tuple[str, bool]], text: str
) -> None:
    people = [Participant(id="p", name="x", email=f"{local}@x.be" if good else local) for local, good in typed]
    known = [address for who in people if (address := addressed(who))]
    read = parsed(draft(subject, known, line(text)))
    assert [part.strip() for part in str(read["Bcc"] or "").split(",") if part.strip()] == known
    assert read["Subject"] == line(subject).replace("=?", "= ?") and words(read) == f"{line(text)}\n"
    assert read.keys() == ["X-Unsent", "Subject", *(["Bcc"] if known else []), *KEYS]


@pytest.mark.parametrize("texts", [hostile.TYPED, "shared"])
def test_hostile_words_stay_words(texts: tuple[str, ...] | str) -> None:
    typed = tuple(hostile.shared()) if isinstance(texts, str) else texts
    state, session = hostile.session(typed)
    here = Room()
    here.state = state
    here.do(network.open_session, session=session)
    for text in typed:
        here.do(agreements.agree, session=session, text=text)
    here.do(check_in.rest_absent, session=session)
    here.do(agreements.set_next_session, session=session, date="20/4/2027", place=typed[0], themes=typed)
    message, _remarks = mail(here.state, session)
    assert {who.name for who in network.people(here.state) if who.name not in words(message)} <= {"Karel Wouters"}
    reminder, _remarks = mail(here.state, network.sessions(here.state)[1].id, About.REMINDER)
    assert {text for text in typed if text not in words(reminder)} == set()
    for made in (message, reminder):
        assert made.keys() == ["X-Unsent", "Subject", "MIME-Version", "Content-Type"]
        assert set(attached(made)) <= {"application/pdf", "text/html", "text/calendar"}
