"""`kring tally`: votes as lines of JSON in, results as lines of JSON out, without a screen."""

import argparse
import json
from collections.abc import Callable
from typing import Any

from data.i18n import _
from data.methods.votes.room import VoteError
from tui.commands.requests import add_requests, answer_or_say
from tui.commands.tally import elections, requests, rulebook
from tui.commands.tally.fields import Fault, Fields, RequestError

_DIALECTS: dict[str, Callable[[Fields], dict[str, Any]]] = {
    "way": requests.answer,
    "ballot_form": elections.answer,
    "rule": rulebook.answer,
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tally` to the command line."""
    parser = subparsers.add_parser(
        "tally",
        help=_("tally votes from a file of requests"),
        description=_("Answer every line of a file of votes (JSON) with one line of JSON: see docs/tally.md."),
    )
    add_requests(parser, _("one vote per line; - reads standard input"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer the requests, in order, on standard output.

    0 when the file was read, whatever its lines were worth: a line that cannot be answered says so in its answer.
    1 when the file cannot be read.
    """
    return answer_or_say("tally", args.requests, answer)


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one line, which may be that it cannot be answered."""
    try:
        return _tally(_parse(line))
    except RequestError as error:
        return {"error": error.code.value} | ({"field": error.field} if error.field else {})
    except VoteError as error:
        where = {"ballots": list(error.ballots), "proposals": list(error.proposals)}
        return {"error": error.code.value} | {name: which for name, which in where.items() if which}


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RequestError(Fault.NOT_JSON) from None


def _tally(request: Any) -> dict[str, Any]:
    if not isinstance(request, dict):
        raise RequestError(Fault.NOT_A_REQUEST)
    dialect = next((_DIALECTS[key] for key in _DIALECTS if key in request), None)
    if dialect is None:
        raise RequestError(Fault.UNKNOWN_DIALECT)
    return dialect(Fields(request))
