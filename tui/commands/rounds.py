"""`kring rounds`: speed dates without a screen, from lines of JSON to lines of JSON or from a list of names."""

import argparse
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from msgspec import DecodeError, Struct
from msgspec.json import decode

from data.i18n import _, plural
from data.methods.rounds.request import MOST_PEOPLE, Odd, Request, RequestError
from tui.commands.requests import answer_each

if TYPE_CHECKING:
    from data.methods.rounds import Plan, Quality

MOST_SECONDS = 3600


class Asked(Struct, frozen=True):
    """One line of a file of requests; people are numbers from 0, in the order in which they are named if they are.

    `seconds` is the time that may be used to make the plan better; without it the same line gives the same plan.
    """

    people: int | tuple[str, ...]
    size: int
    rounds: int
    groups: int | None = None
    past: tuple[tuple[tuple[int, ...], ...], ...] | None = None
    present: tuple[tuple[int, ...], ...] | None = None
    met_before: tuple[tuple[int, int], ...] | None = None
    apart: tuple[tuple[int, ...], ...] | None = None
    odd: Odd | None = None
    seed: int | None = None
    seconds: float | None = None

    def request(self) -> Request:
        """What the planner is asked."""
        return Request(
            self.people if isinstance(self.people, int) else len(self.people),
            self.size,
            self.rounds,
            groups=self.groups,
            past=self.past or (),
            present=self.present,
            met_before=self.met_before or (),
            apart=self.apart or (),
            odd=self.odd or "sit",
            seed=self.seed or 0,
        )


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `rounds` to the command line."""
    parser = subparsers.add_parser(
        "rounds",
        help=_("plan speed dates"),
        description=_(
            "Plan rounds for a list of names, or answer a file of requests (JSON lines): see docs/rounds.md."
        ),
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("names", nargs="?", type=Path, metavar=_("NAMES.csv"), help=_("one person per line"))
    source.add_argument(
        "--requests", type=Path, metavar=_("FILE.jsonl"), help=_("one request per line; - reads standard input")
    )
    parser.add_argument("--size", type=int, default=2, metavar="N", help=_("people at a table, 2 to 10"))
    parser.add_argument("--rounds", type=int, metavar="N", help=_("how many rounds; enough to meet all if left out"))
    parser.add_argument("--odd", choices=("sit", "trio"), default="sit", help=_("an odd number in pairs"))
    parser.add_argument("--seed", type=int, default=0, metavar="N", help=_("another number gives another plan"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the plan or the answers: 0 it was done, 1 a file cannot be read or the plan cannot be made."""
    try:
        if args.requests is not None:
            return answer_each(args.requests, answer)
        return _print_plan(args)
    except OSError as error:
        from tui.os_errors import of_system

        print(f"kring rounds: {of_system(error)}", file=sys.stderr)
    except RequestError as error:
        print(f"kring rounds: {error}", file=sys.stderr)
    return 1


def answer(line: bytes) -> dict[str, Any]:
    """The plan that one line asks for, or why there is none."""
    start = perf_counter()
    try:
        made = _planned(decode(line, type=Asked), start)
    except (DecodeError, RequestError, UnicodeDecodeError) as error:
        return {"error": str(error)}
    return {
        "rounds": made.rounds,
        "sits_out": made.sits_out,
        "repeats": made.repeats,
        "unavoidable": made.unavoidable,
        "sq": made.sq,
        "most_meetings": made.most_meetings,
        "met_before": made.met_before,
        "apart": made.apart,
        "moves": made.moves,
        "seconds": round(perf_counter() - start, 6),
    }


def _planned(asked: Asked, start: float) -> "Plan":
    """The plan, made better for as many seconds from the start as were given."""
    from data.methods.rounds import improved, plan

    if asked.seconds is not None and not 0 <= asked.seconds <= MOST_SECONDS:
        raise RequestError(f"seconds must be 0 to {MOST_SECONDS}")
    request = asked.request()
    made = plan(request)
    if asked.seconds is None:
        return made
    end = start + asked.seconds
    return [made, *improved(request, made, stop=lambda: perf_counter() >= end)][-1]


def _print_plan(args: argparse.Namespace) -> int:
    from data.methods.rounds import enough_rounds, plan
    from data.names import full_names
    from data.people.files import read_list
    from data.verbs.network import participant
    from tui.commands.people import tell_problems

    found = read_list(args.names)
    # Two of one name are two people at the tables.
    everybody = sorted((*found.people, *found.doubles), key=lambda who: who.row)
    members = [participant(str(place), who) for place, who in enumerate(everybody)]
    people = list(full_names(members).values())
    tell_problems(found)
    if not 2 <= len(people) <= MOST_PEOPLE:
        raise RequestError(f"{args.names}: people must be 2 to {MOST_PEOPLE}")
    rounds = args.rounds if args.rounds is not None else enough_rounds(len(people), max(2, args.size), args.odd)
    made = plan(Request(len(people), args.size, rounds, odd=args.odd, seed=args.seed))
    for line in _plan_lines(made, people):
        print(line)
    return 0


def _plan_lines(made: "Plan", people: list[str]) -> list[str]:
    """The plan for people, round by round, and how good it is."""
    lines = []
    for number, (held, out) in enumerate(zip(made.rounds, made.sits_out, strict=True), 1):
        lines.append(_("Round {n}").format(n=number))
        for table, members in enumerate(held, 1):
            seated = ", ".join(people[person] for person in members)
            lines.append("  " + _("table {n}: {people}").format(n=table, people=seated))
        if out:
            lines.append("  " + _("sits out: {people}").format(people=", ".join(people[person] for person in out)))
    return [*lines, verdict(made.quality)]


def verdict(quality: "Quality") -> str:
    """How good a plan is, in a sentence."""
    if quality.verdict == "everybody_once":
        return _("Everybody meets everybody, nobody twice.")
    if quality.verdict == "nobody_twice":
        return _("No one meets twice, and no better is possible.")
    again = plural("One pair meets again", "{n} pairs meet again", quality.pairs_again)
    if quality.verdict == "everybody":
        again = _("Everybody meets everybody. {again}").format(again=again)
    if quality.best:
        return _("{again}, and no better is possible.").format(again=again)
    if not quality.unavoidable:
        return f"{again}."
    return _("{again}; at least {n} repeats are unavoidable.").format(again=again, n=quality.unavoidable)
