"""One person's answers from a few keys: the same for the co-facilitator who types them and for a secret ballot."""

from __future__ import annotations

from collections.abc import Sequence

from data.methods.votes.way import ABSTAIN, Ballot, options
from data.methods.votes.ways import spec_of
from data.model import Refused, Vote, say

_LAST = -2
"""Where a proposal that a ballot says nothing of stands: before an abstention on it."""


def read_ballot(vote: Vote, letters: Sequence[str], typed: str) -> dict[str, int]:
    """The ballot that some keys give, its keys in the order of the proposals.

    ``letters`` are those of the proposals voted on, in their order. A dash alone abstains; what else the keys mean
    differs by way.

    Raises:
        Refused: it is no ballot; the person is told what to type.
    """
    keys = "".join(typed.upper().split())
    if not keys:
        raise Refused(say("No answer is not a vote: type one, or leave this person out."))
    spec = spec_of(vote)
    if keys == "-" and (abstention := spec.abstention(vote)) is not None:
        return abstention
    return spec.read(vote, dict(zip(letters, options(vote), strict=False)), keys)


def canonical(vote: Vote, ballots: Sequence[Ballot]) -> tuple[dict[str, int], ...]:
    """Ballots in no order but their own: nothing tells any more who came when, or which key was typed first."""
    order = [*options(vote), ABSTAIN]
    alike = [{key: ballot[key] for key in order if key in ballot} for ballot in ballots]
    return tuple(sorted(alike, key=lambda ballot: [ballot.get(key, _LAST) for key in order]))
