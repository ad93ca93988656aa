"""A line to a server: where it leads, as what, and what to tell when it cannot be made."""

from __future__ import annotations

import asyncio
import ssl

import msgspec

from data.model import Said, say
from data.together.subjects import Subjects

GONE = say("The line to the other laptop is gone.")


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """Which snapshot there is: of which log, up to where, in how many parts, and which Kring made it."""

    log: str
    sequence: int
    parts: int
    digest: str
    version: str


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Where to connect, as what, and with what; ``ours`` when the server is not that of an organisation."""

    servers: list[str]
    role: str
    subjects: Subjects
    tls: ssl.SSLContext | None
    version: str
    ours: bool = True


def why(error: Exception) -> Said:
    """What to tell of a line that cannot be made."""
    causes = [error, error.__cause__, error.__context__]
    names = {type(each).__name__ for each in causes if each is not None}
    if "OtherServer" in names:
        return say("Another sharing answers there: ask for the code of now.")
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in causes):
        return say(
            "This computer does not trust the certificate of that server: put who signed it in a file, and name that "
            "in {variable}.",
            variable="SSL_CERT_FILE",
        )
    if any(isinstance(each, ssl.SSLError | ConnectionResetError | asyncio.IncompleteReadError) for each in causes):
        return say("That code is not right, or of an earlier sharing: ask for the code of now.")
    if isinstance(error, ConnectionRefusedError):
        return say("Nobody shares a network at that address.")
    return say("That address does not answer: are both laptops on the same network? Some guest Wi-Fi keeps them apart.")
