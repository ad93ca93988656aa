"""`kring cluster`: the clustering suggestions without a screen, one JSON request and one JSON answer a line."""

import argparse
from time import perf_counter
from typing import Annotated, Any, Literal

from msgspec import DecodeError, Meta, Struct
from msgspec.json import decode

from data.i18n import _
from data.methods.clusters import Group, NoteText, Proposal, encoder, suggest
from tui.commands.requests import add_requests, answer_or_say

MOST_NOTES = 5_000
"""Notes in one request: the work grows with the square of their number."""


class Request(Struct, frozen=True):
    """One board to group; `previous` are groups of an earlier answer, as indices into these notes."""

    notes: Annotated[tuple[NoteText, ...], Meta(max_length=MOST_NOTES)]
    lang: Literal["nl", "en"] | None = None
    encoder: Literal["auto", "characters", "semantic"] = "auto"
    seed: int = 0
    coarseness: Annotated[float, Meta(ge=0.05, le=20)] = 1.0
    previous: tuple[tuple[int, ...], ...] = ()
    titles: tuple[str, ...] = ()


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `cluster` to the command line."""
    parser = subparsers.add_parser(
        "cluster",
        help=_("group notes from a file of requests"),
        description=_("Answer every line of a file of boards (JSON) with one line of JSON: see docs/clusters.md."),
    )
    add_requests(parser, _("one board per line; - reads standard input"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer the requests, in order, on standard output; a line that cannot be answered says why in its answer.

    0 when the file was read, 1 when it cannot be read.
    """
    return answer_or_say("cluster", args.requests, answer)


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one request; `seconds` is without the loading of an encoder's weights."""
    try:
        request = decode(line, type=Request)
        chosen = encoder(request.encoder)
    except (DecodeError, UnicodeError, RecursionError) as error:
        return {"error": str(error)}
    chosen.load()
    start = perf_counter()
    proposal = suggest(
        request.notes,
        chosen,
        lang=request.lang,
        coarseness=request.coarseness,
        previous=[Group("", 0, notes) for notes in request.previous],
        titles=request.titles,
        seed=request.seed,
    )
    return _written(proposal) | {"seconds": round(perf_counter() - start, 6)}


def _written(proposal: Proposal) -> dict[str, Any]:
    return {
        "clusters": [
            {"title": group.title, "quote": group.quote, "notes": list(group.notes)} for group in proposal.clusters
        ],
        "suggestions": {
            str(note): [[title, sure] for title, sure in best] for note, best in proposal.suggestions.items()
        },
        "duplicates": [[i, j, round(likeness, 4)] for i, j, likeness in proposal.duplicates],
        "encoder": proposal.encoder,
    }
