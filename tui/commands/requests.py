"""Commands that answer a file of requests: a line of JSON in, a line of JSON out."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.i18n import _

Answer = Callable[[bytes], dict[str, Any]]


def add_requests(parser: argparse.ArgumentParser, a_line: str) -> None:
    """Let a command take a file of requests; ``a_line`` says what one line of it is."""
    parser.add_argument("--requests", required=True, type=Path, metavar=_("FILE.jsonl"), help=a_line)


def answer_each(path: Path, answer: Answer) -> int:
    """Answer the requests, in order, on standard output; each answer is there before the next request is looked at.

    0 when the file was read, whatever its lines were worth: a line that cannot be answered says so in its answer.

    Raises:
        OSError: it cannot be read.
    """
    content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.strip():
            print(json.dumps(answer(line)), flush=True)
    return 0


def answer_or_say(command: str, path: Path, answer: Answer) -> int:
    """The same; a file that cannot be read is told, and gives 1."""
    try:
        return answer_each(path, answer)
    except OSError as error:
        from tui.os_errors import of_system

        print(f"kring {command}: {of_system(error)}", file=sys.stderr)
        return 1
