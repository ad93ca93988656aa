"""What runs on a laptop beside the app: eyes that keep what the room sees, and hands that change what is there."""

from __future__ import annotations

import contextlib
import random
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from data.model import ActivityKind, Cluster, Decision, Note, Refused, Session, State
from data.network import Network
from data.together import join
from data.together.events import Event, RoomPicture
from data.verbs import programme
from data.verbs.brainstorm import board, noting
from data.verbs.decision import phases


def look(code: str, out: Path) -> None:
    """Keep every picture that the room gets, until nobody waits for it any more."""
    with out.open("ab") as file:

        def hear(event: Event) -> None:
            if isinstance(event, RoomPicture):
                file.write(event.data + b"\n")
                file.flush()

        sharing = join(code, None)
        sharing.subscribe(hear)
        print("ready", flush=True)
        sys.stdin.readline()
        sharing.close()


def work(path: Path, seed: str) -> None:
    """Move, merge, bin, weigh, decide and take back, until told to stop; tells how much was done."""
    chance = random.Random(seed)
    open_ = Network.open(path, watch=True)
    done, ends = 0, threading.Event()

    def wait() -> None:
        sys.stdin.readline()
        ends.set()

    threading.Thread(target=wait, daemon=True).start()
    print("ready", flush=True)
    while not ends.wait(chance.uniform(0.2, 0.8)):
        try:
            if chance.random() < 0.15:
                open_.undo()
            else:
                _one(open_, chance, f"{seed} {done}")
            done += 1
        except Refused:
            continue
    open_.close()
    print(done, flush=True)


def _one(open_: Network, chance: random.Random, text: str) -> None:
    state = open_.state
    storm, going = kind_of(state, ActivityKind.BRAINSTORM), state.all(Decision)
    notes = [each.id for each in state.all(Note)]
    clusters = [each.id for each in state.all(Cluster)]
    some = chance.sample(notes, min(3, len(notes)))
    ways: list[Callable[[], object]] = [
        lambda: open_.apply(board.new_cluster, activity=storm, title=text, notes=some),
        lambda: open_.apply(board.move_notes, notes=some, cluster=chance.choice([*clusters, None])),
        lambda: open_.apply(board.move_note, note=some[0], by=chance.choice([-1, 1])),
        lambda: open_.apply(board.move_cluster, cluster=clusters[0], by=1),
        lambda: open_.apply(board.merge_clusters, clusters=chance.sample(clusters, 2)),
        lambda: open_.apply(board.poll, cluster=chance.choice(clusters), hands=chance.randrange(9)),
        lambda: open_.apply(noting.add_weight, note=some[0], by=1),
        lambda: open_.apply(noting.bin_notes, notes=some[:1]),
        lambda: open_.apply(noting.unbin_notes, notes=some[:1]),
        lambda: open_.apply(
            phases.propose, decision=going[0].id, session=state.all(Session)[0].id, text=f"Voorstel {text}"
        ),
    ]
    with contextlib.suppress(IndexError, ValueError):  # there are no clusters yet
        chance.choice(ways)()


def kind_of(state: State, kind: ActivityKind) -> str:
    """The first activity of this kind."""
    return programme.of_kind(state, state.all(Session)[0].id, kind)[0].id


if __name__ == "__main__":
    if sys.argv[1] == "look":
        look(sys.argv[2], Path(sys.argv[3]))
    else:
        work(Path(sys.argv[2]), sys.argv[3])
