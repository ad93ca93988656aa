"""``kring export FILE``: the summary, the invitation and what is printed as files, without a screen."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from data.i18n import N_, _, told
from data.model import Refused, say
from data.model.languages import LANGUAGES
from data.report.formats import FORMATS, PRINTED, USUAL, formats_of
from data.report.wanted import About, Naming, Version, Wanted, chosen

ABOUT = {
    About.SERIES: N_("the report of the whole series: what was promised and asked, and what came of it"),
    About.REMINDER: N_("the reminder of the session to come, with what was asked for it"),
    About.INVITATION: N_("the invitation to the network"),
    About.CARDS: N_("the cards and the table plan of its speed dates, and name tags"),
    About.PAPER: N_("blank evaluation forms, an attendance sheet and the run sheet"),
}
"""What can be asked for in place of the summary of a session."""

WHOLE = {
    About.SERIES: say("The report of the whole series is about every session: leave out --session."),
    About.INVITATION: say("The invitation is to the whole network: leave out --session."),
}
"""What is of no single session, and what is said when one is named."""

IN_FULL = say("What is printed is for the people themselves, and names them in full: leave out --names.")
"""What is said when cards or paper are asked for with other names."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "export",
        help=_("write the summary of a session, the invitation, or what is printed"),
        description=_(
            "Write the summary of a session, or what else is asked, and print the paths of the files. "
            "A file that is there already stays; the new one gets a number."
        ),
    )
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("a network file"))
    parser.add_argument(
        "--session",
        type=int,
        metavar="N",
        help=_(
            "its number; the session going on when left out, else the last one held, or to come for what is printed"
        ),
    )
    about = parser.add_mutually_exclusive_group()
    for subject, meant in ABOUT.items():
        about.add_argument(
            f"--{subject}", dest="about", action="store_const", const=subject, default=About.SESSION, help=_(meant)
        )
    parser.add_argument(
        "--format",
        metavar=f"{USUAL}[,...]",
        help=_("the formats, with commas between: {known}").format(known=", ".join(FORMATS)),
    )
    parser.add_argument("--to", type=Path, metavar=_("DIR"), help=_("the folder; that of the network when left out"))
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the language; that of the network when left out"))
    parser.add_argument(
        "--version",
        type=Version,
        choices=list(Version),
        default=Version.PARTICIPANTS,
        help=_("for whom it is"),
    )
    parser.add_argument(
        "--names",
        type=Naming,
        choices=list(Naming),
        help=_("how people are named; as it was chosen in this network, in full at first"),
    )
    parser.add_argument(
        "--without",
        metavar=_("SECTION,..."),
        help=_("the sections to leave out, with commas between; those that this network leaves out, '' for none"),
    )
    parser.add_argument("--json", action="store_true", help=_("print the paths as JSON"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files and print their paths; an unknown format or section is wrong usage (2)."""
    from data.report.export import session_to_report, write
    from data.report.report import Report, without_of
    from tui.reading import state_of

    try:
        if args.about in WHOLE and args.session is not None:
            raise Refused(WHOLE[args.about])
        if args.about in PRINTED and args.names in (Naming.INITIALS, Naming.NONE):
            raise Refused(IN_FULL)
        formats = formats_of(args.format, args.about)
        without = None if args.without is None else without_of(args.without, args.about)
    except Refused as refused:
        print(f"kring: {told(refused.said)}", file=sys.stderr)
        return 2
    state = state_of(args.file)
    kept = chosen(state)
    left_out = frozenset(kept.without) if without is None else without
    wanted = Wanted(args.lang, args.version, args.names or kept.naming, left_out)
    report = Report(state, session_to_report(state, args.session, args.about), args.about, wanted)
    paths, problems, remarks = write(report, formats, args.to or args.file.parent)
    for said in (*remarks, *problems):
        print(f"kring: {told(said)}", file=sys.stderr)
    if args.json:
        print(json.dumps([{"format": path.suffix[1:], "path": str(path)} for path in paths], ensure_ascii=False))
    else:
        print(*paths, sep="\n", end="\n" if paths else "")
    return 1 if problems else 0
