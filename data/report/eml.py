"""A mail that waits to be sent: a draft to everybody, each in Bcc, with the report and the next date for a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from itertools import chain

from data.model import Participant, Refused, Role, Said, say
from data.report.addresses import addressed
from data.report.blocks import Heading, Paragraph, Plain
from data.report.export import made_of
from data.report.formats import FORMATS, Remarked
from data.report.letter import letter
from data.report.plain import as_text
from data.report.report import Report
from data.report.tongue import Tongue
from data.report.wanted import About, Naming, Version
from data.text import line
from data.verbs import network

ATTACHED = ("pdf", "html")
"""As what a report goes with a mail: as the first of these that can be made here."""

KINDS = {"pdf": ("application", "pdf"), "html": ("text", "html"), "ics": ("text", "calendar")}
"""What each kind of attachment is in a mail."""


def render(report: Report) -> Remarked:
    """The draft.

    The version of the participants is to all of them, that of the facilitator to who facilitates alone, and that of a
    commissioner to nobody yet.
    """
    remarks: list[Said] = []
    addresses = list(_addresses(report, remarks))
    dated = _attachment(report, ["ics"])
    message = draft(report.title, addresses, as_text(_words(report, dated=dated is not None)))
    found = [_attachment(report, ATTACHED)] if report.about is not About.REMINDER else []
    for ending, content, said in filter(None, (*found, dated)):
        remarks += said
        _attach(message, report.name, ending, content)
    return Remarked(message.as_bytes(), tuple(remarks))


def draft(subject: str, addresses: Sequence[str], text: str) -> EmailMessage:
    """A mail that was not sent yet, to these addresses (as ``addressed`` gives them), unseen by one another."""
    utf8 = any(not address.isascii() for address in addresses)
    message = EmailMessage(policy=SMTPUTF8 if utf8 else SMTP)
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    message["Subject"] = line(subject).replace("=?", "= ?")  # what looks encoded would be read as another text
    if addresses:
        # Without names: Python folds those that need an encoding wrong, so that addresses behind them are lost.
        message["Bcc"] = [Address(username=user, domain=at) for user, _, at in (a.rpartition("@") for a in addresses)]
    message.set_content(f"{text}\n", cte="quoted-printable")
    return message


def _addresses(report: Report, remarks: list[Said]) -> Iterator[str]:
    """To whom it goes, each address once; whoever has none is told."""
    if report.wanted.version is Version.COMMISSIONER:
        remarks.append(say("The mail has no recipient yet: it is for whoever commissioned the network."))
        return
    people = _people(report)
    known = {address.casefold(): address for who in people if (address := addressed(who))}
    yield from known.values()
    called = network.called(report.state)
    without = [called[who.id] for who in people if not addressed(who)]
    if not known:
        remarks.append(say("The mail has no recipient yet: none of the people it is for has a valid e-mail address."))
    elif without:
        names = Tongue(report.language).all(without)
        remarks.append(say("Not in the mail, because there is no valid e-mail address: {names}.", names=names))


def _people(report: Report) -> list[Participant]:
    people = network.members(report.state, report.session if report.about is About.SESSION else None)
    if report.wanted.version is Version.FACILITATOR:
        return [who for who in people if who.role is Role.FACILITATOR]
    return people


def _words(report: Report, *, dated: bool) -> Iterable[Plain]:
    t = Tongue(report.language)
    if report.about is About.SESSION:
        body: Iterable[Plain] = letter(report.view, report.wanted.version, t, dated=dated)
    else:
        every = chain.from_iterable(document.plain for document in report.documents.values())
        body = (block for block in every if not (isinstance(block, Heading) and block.level == 1))
    yield Paragraph(t(say("Dear all,")))
    yield from body
    yield Paragraph(t(say("Kind regards,")))
    if report.wanted.naming is Naming.FULL and (names := t.all(_facilitating(report))):
        yield Paragraph(names)


def _facilitating(report: Report) -> list[str]:
    called = network.called(report.state)
    return [called[who.id] for who in network.members(report.state) if who.role is Role.FACILITATOR]


def _attachment(report: Report, endings: Iterable[str]) -> tuple[str, str | bytes, list[Said]] | None:
    """The report in the first of these formats that can be made, and what is to be said of it."""
    for ending in endings:
        if ending not in FORMATS or report.about not in FORMATS[ending].about:
            continue
        try:
            contents, remarks = made_of(report, ending)
        except Refused:
            continue
        return ending, next(iter(contents.values())), remarks
    return None


def _attach(message: EmailMessage, name: str, ending: str, content: str | bytes) -> None:
    main, sub = KINDS[ending]
    data = content.encode() if isinstance(content, str) else content
    params = {"charset": "utf-8"} if main == "text" else {}
    if ending == "ics":
        params["method"] = "PUBLISH"
    message.add_attachment(data, maintype=main, subtype=sub, filename=f"{name}.{ending}", params=params)
