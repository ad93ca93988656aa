"""Addresses that a mail can be sent to."""

from __future__ import annotations

import re

from data.model import Participant

_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")


def addressed(who: Participant) -> str:
    """The address of somebody, its domain in ASCII; empty where there is none, or what stands there is none."""
    local, _at, domain = who.email.strip().rpartition("@")
    try:
        known = domain.encode("idna").decode()
    except UnicodeError:  # what no domain has a form for
        return ""
    encoded = "=?" in local  # a mail program would read it as another text
    good = _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(known) and not encoded
    return f"{local}@{known}" if good else ""
