"""Addresses that a mail can be sent to."""

from __future__ import annotations

from email.headerregistry import Address

from data.model import Participant
from data.people.addresses import ADDRESS


def addressed(who: Participant) -> str:
    """The address of somebody, empty where there is none or what stands there is none."""
    typed = who.email.strip()
    if not ADDRESS.fullmatch(typed):
        return ""
    try:
        return Address(addr_spec=typed).addr_spec
    except (ValueError, IndexError):  # what mail has no form for
        return ""
