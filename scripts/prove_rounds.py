"""Prove that no better plan exists where counting does not say so, by trying everything (`prove_rounds.c`).

    python -m scripts.prove_rounds [--long]

Each claim is the least sq (the sum over pairs of C(meetings, 2)) of so many rounds at tables of such sizes, or the
fewest meetings again after rounds that were held. It is proven when a search of all plans finds none that costs one
less, and one that costs as much. All but one take seconds together; `--long` adds the one that takes minutes. What is
proven for tables is kept in `PROVEN_SQ` of data/methods/rounds/bounds.py. That three rounds of six tables of six are
the most without repeats is Tarry's proof (1900), not repeated here. It needs a C compiler.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.methods.rounds.bounds import PROVEN_SQ
from data.methods.rounds.designs import algebraic
from data.methods.rounds.library import LETTERS
from data.methods.rounds.pairs import circle
from data.methods.rounds.request import Round, Rounds

SOURCE = Path(__file__).with_name("prove_rounds.c")
LONG = ((4, 4, 3, 3, 3), 6)


@dataclass(frozen=True, slots=True)
class Claim:
    """So many `rounds` at tables of these `sizes` cost `least`, after the rounds in `past`, with `left` gone."""

    sizes: tuple[int, ...]
    rounds: int
    least: int
    past: Rounds = ()
    left: int = -1

    def __str__(self) -> str:
        after = f" after {len(self.past)}" if self.past else ""
        return f"{'+'.join(map(str, self.sizes))} people, {self.rounds} rounds{after}: {self.least}"


def claims() -> Iterator[Claim]:
    """All that is claimed: for head counts, and for two sessions that somebody left."""
    for (sizes, rounds), least in PROVEN_SQ.items():
        yield Claim(sizes, rounds, least)
    yield Claim((2,) * 5, 5, 3, circle(11, 5), left=2)
    yield Claim((3, 3, 3, 3, 2), 4, 2, algebraic(5, 3)[:3], left=4)


def proven(program: Path, claim: Claim) -> bool:
    """Whether no plan costs less, and one costs as much."""
    return not exists(program, claim, claim.least - 1) and exists(program, claim, claim.least)


def exists(program: Path, claim: Claim, most: int) -> bool:
    """Whether a plan costs at most this."""
    here = [person for person in range(sum(claim.sizes) + (claim.left >= 0)) if person != claim.left]
    past = ["/", *(_word(held, here) for held in claim.past)] if claim.past else []
    words = [str(program), str(claim.rounds), str(most), *map(str, claim.sizes), *past]
    answer = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return answer.startswith("found")


def _word(held: Round, here: list[int]) -> str:
    """The table of each of these people as a letter; - for who sits at none."""
    table_of = {person: LETTERS[number] for number, table in enumerate(held) for person in table}
    return "".join(table_of.get(person, "-") for person in here)


def main() -> None:
    """Try to prove every claim, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", action="store_true", help="also what takes minutes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "prove_rounds"
        subprocess.run(["cc", "-O3", "-march=native", "-o", program, SOURCE], check=True)
        for claim in claims():
            if args.long or (claim.sizes, claim.rounds) != LONG:
                print(f"{claim}, {'proven' if proven(program, claim) else 'NOT PROVEN'}", flush=True)


if __name__ == "__main__":
    main()
