"""The code that lets somebody in: where the network is shared, a secret, and by what the server is known.

    kring://192.168.1.20:4222/k7wq3…

The 36 letters and digits are the secret of a role (one that tells which, and 15 by chance, 75 bits) and the beginning
of the fingerprint of the certificate that was made for this sharing (20, 100 bits). They are made anew every time.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets

import msgspec

from data.model import Refused, say

SCHEME = "kring://"
PORT = 4222

_SECRET, _PRINT = 16, 20
_WHOLE = re.compile(r"(?:kring://)?(?P<host>\[[0-9a-f:.%a-z]+\]|[^\s/:\[\]]+)(?::(?P<port>[0-9]{1,5}))?/(?P<token>\S+)")

WRONG = say("This is not a Kring code: one looks like {example}.", example="kring://192.168.1.20:4222/…")


class Code(msgspec.Struct, frozen=True):
    """Where to join, the secret, and the beginning of the server's fingerprint."""

    host: str
    port: int
    secret: str
    fingerprint: str

    @property
    def for_viewer(self) -> bool:
        """Whether it lets in to see what the room sees, and no more."""
        return self.secret.startswith("r")

    @property
    def address(self) -> str:
        """Where it is shared."""
        return address(self.host, self.port)

    def __str__(self) -> str:
        return f"{SCHEME}{self.address}/{self.secret}{self.fingerprint}"

    def __repr__(self) -> str:
        return f"Code({self.address})"  # the secret belongs in no log


def address(host: str, port: int) -> str:
    """A host and a port as they are written."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def read(written: str) -> Code:
    """The code as somebody typed or pasted it.

    Raises:
        Refused: it is none.
    """
    found = _WHOLE.fullmatch("".join(written.split()).lower())
    token = found["token"].replace("-", "") if found else ""
    if found is None or not re.fullmatch(f"[a-z2-7]{{{_SECRET + _PRINT}}}", token):
        raise Refused(WRONG)
    host, port = found["host"].strip("[]"), int(found["port"] or PORT)
    if not 0 < port < 65536:
        raise Refused(WRONG)
    return Code(host, port, token[:_SECRET], token[_SECRET:])


def new_secret(role: str) -> str:
    """A secret that nobody guesses; its first letter is that of the role."""
    return role[0] + _letters(secrets.token_bytes(10))[1:]


def fingerprint(certificate: bytes) -> str:
    """By what a certificate (DER) is known in a code."""
    return _letters(hashlib.sha256(certificate).digest())[:_PRINT]


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=").lower()
