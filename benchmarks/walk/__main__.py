"""Walk through three sessions of one network by keyboard, and count: ``python -m benchmarks.walk [--tree PATH]``.

Fifteen people: check-in, round table, speed dates, agreements, a brainstorm with clusters and counted hands, a
decision, fifteen evaluations and the close with its export; a second and a third session are shorter. Every key is
counted, those of words too. Whoever walks takes the short ways that the screen shows: what the line offers, the two
letters of a name, who is lifted already. ``--tree`` walks through another checkout of Kring that knows the same keys.

*Not meant* is a character of a text that did not end in the line it was typed for, a text during whose typing
something was done, and every line by which the network in the end differs from what the tasks ask for
(``benchmarks/walk/came.py``). Whoever walks trusts what is seen: when a line looks ready and has not the focus, the
first word is lost on it (counted, not pressed: it would be commands), then Esc is found. A line that looks asleep costs
its Esc.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Container, Iterable
from datetime import datetime
from pathlib import Path

from benchmarks.walk import tasks
from benchmarks.walk.came import astray
from benchmarks.walk.walker import NAMED, Walker, initials


async def check_in(walker: Walker, number: int) -> None:
    """The first time they come in by two letters each; later who is excused is named, and the others are here."""
    await walker.go("check_in")
    if number == 1:
        for name in tasks.PEOPLE:
            await walker.type(initials(name))
        return
    for name in tasks.PEOPLE[tasks.LATER_THERE :]:
        await walker.type(initials(name), enter=False)
        await walker.press("f5")
    await walker.type("*")


async def round_table(walker: Walker) -> None:
    """Everybody has the floor and asks something; somebody joins in with every third question."""
    await walker.go("round_table")
    for place, name in enumerate(tasks.PEOPLE):
        await walker.press("f5")
        await walker.who(name)
        await walker.type(tasks.QUESTIONS[place % 5])
        if joins := tasks.joiner(place):
            await walker.press("f6")
            await walker.who(joins)


async def speed_dates(walker: Walker) -> None:
    """Two rounds are held."""
    await walker.go("speed_dates")
    await walker.press("space")
    for number in tasks.ROUNDS:
        await walker.sees(f"onde {number} ")
        await walker.press("space", "n")


async def agreements(walker: Walker) -> None:
    """Two ground rules, one of their own, an action and the next date."""
    await walker.go("agreements")
    await walker.press("f5", "f6")
    await walker.type(tasks.RULE)
    await walker.press("f6")
    await walker.press("tab", "tab", "tab")
    await walker.type(agreement(tasks.SEATS))
    await walker.press("tab")
    await walker.type(tasks.NEXT)


def agreement(asked: tuple[str, str, str]) -> str:
    """An agreement as it is typed: who does it by two letters."""
    what, who, when = asked
    return f"{what}; {initials(who)}; {when}"


async def brainstorm(walker: Walker, number: int) -> None:
    """Notes with their clusters, and hands for every cluster; whoever types on makes another note."""
    await walker.go("brainstorm")
    titles: set[str] = set()
    for note in tasks.NOTES if number == 1 else tasks.LATER_NOTES:
        idea, sign, title = note.partition("#")
        # A sign typed twice makes a new cluster.
        await walker.type(note if not sign or title in titles else f"{idea}##{title}")
        titles.add(title)
    if number == 1:
        await walker.press("escape", "h")
        for hands in tasks.HANDS.values():
            await walker.press(*str(hands), "enter")
    await walker.press("f9", "f9")
    await walker.type(tasks.LAST_NOTE)


async def decision(walker: Walker) -> None:
    """From the question to the action point: all of us by hands, and the outcome."""
    from data.methods.votes.ways import spec_of
    from data.model import Vote

    await walker.press("f2")
    await walker.press("end", "up", "a", "7")
    await walker.until(lambda: any(item.kind.value == "decision" for item in walker.app.programme), "the decision")
    await walker.go("decision")
    await walker.type(tasks.ASKED)
    await walker.type(tasks.ORIGIN)
    await walker.press("tab")
    await walker.type(tasks.IMPORTANCE)
    await walker.press("f6")
    for proposal in tasks.PROPOSALS:
        await walker.type(proposal)
    await walker.press("f6")
    await walker.type(tasks.STRENGTH)
    await walker.press("f6", "enter", "1", "enter")
    await walker.until(lambda: walker.app.state.all(Vote), "the vote")
    vote = walker.app.state.all(Vote)[0]
    counts = {"answered": [str(len(tasks.PEOPLE))], "abstained": [""], "agree": [str(count) for count in tasks.AGREED]}
    for _proposal, answer in spec_of(vote).cells(vote):
        await walker.press(*counts[answer].pop(0), "enter")
    await walker.press("f6", "f9", "f9", "b")
    await walker.type(tasks.ADDED, enter=False)
    await walker.press("f6", "a")
    await walker.type(agreement(tasks.FOLLOWS))


async def evaluation(walker: Walker, number: int) -> None:
    """Three scores each, and a learning point on every third form: F5 keeps it with the form."""
    await walker.go("evaluation")
    for form in range(len(tasks.there(number))):
        await walker.press(*tasks.SCORES[form % len(tasks.SCORES)])
        if learned := tasks.learned(form):
            await walker.press("enter")
            await walker.type(learned, enter=False)
        await walker.press("f5")
    await walker.press("f6")


async def close(walker: Walker, folder: Path) -> None:
    """The summary is exported in the first format, and the session is closed."""
    await walker.go("close")
    await walker.press("f5")
    await walker.until(lambda: walker.app.place == "export", "where to")
    await walker.press("tab")
    await walker.press(*(NAMED.get(sign, sign) for sign in str(folder)), word=True)
    await walker.press("enter")
    await walker.until(lambda: list(folder.glob("*")), "the summary")
    await walker.press("escape", "f6")


async def session(path: Path, number: int, folder: Path, told: Container[str]) -> Walker:
    """One session; the file is opened and closed around it. ``told`` is what was found astray before."""
    from data.settings import Settings
    from tui.app import Kring

    app = Kring(Settings(language="nl"), path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        walker = Walker(app, pilot)
        with walker.at("begin"):
            # It opens where it was left: at the close of the session before, from which Enter goes on to this one.
            if app.session.number != number:
                await walker.press("enter")
                await walker.until(lambda: app.session.number == number, f"session {number}")
        with walker.at("check-in"):
            await check_in(walker, number)
        if number == 1:
            with walker.at("round table"):
                await round_table(walker)
            with walker.at("speed dates"):
                await speed_dates(walker)
            with walker.at("agreements"):
                await agreements(walker)
        with walker.at("brainstorm"):
            await brainstorm(walker, number)
        if number == 1:
            with walker.at("decision"):
                await decision(walker)
        with walker.at("evaluation"):
            await evaluation(walker, number)
        with walker.at("close"):
            await close(walker, folder)
        await walker.until(lambda: app.network.saved and app.session.closed_at, "the end of the session")
        for line in astray(app.state, number):
            if line not in told:
                walker.stray(1, line)
                walker.astray.append(line)
    return walker


def plan(path: Path, number: int) -> None:
    """The network with its first session, or one more session: what is done between sessions, without keys."""
    from data.model import SessionStatus, Stamp, State
    from data.network import Network
    from data.verbs import network

    if number == 1:
        names = "\n".join(f"{name}; Huis {place % 5}" for place, name in enumerate(tasks.PEOPLE))
        at = Stamp(datetime.now().astimezone().isoformat(timespec="seconds"), "9d0c3f0e-5a4e-4f6e-9a53-0123456789ab")
        begun = network.start_network(State(), at, name="Kring Test", participants=names, template="kick_off")
        Network.create(path, begun.puts).close()
        return
    file = Network.open(path)
    for going in (each for each in network.sessions(file.state) if each.status is SessionStatus.OPEN):
        file.apply(network.close_session, session=going.id)
    coming = [each for each in network.sessions(file.state) if each.number == number]
    file.apply(network.plan_session, template="working", **({"session": coming[0].id} if coming else {})).wait(10)
    file.close()


def row(name: str, counts: Iterable[Counter[str]]) -> str:
    """A row of the table: all keys, those of words, Enter, and the others."""
    step = sum(counts, Counter[str]())
    return f"  {name:12}{step.total():6}{step['words']:7}{step['enter']:7}{step['other']:7}"


def main() -> None:
    """Walk, and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=Path(__file__).parents[2], help="the checkout to walk through")
    sys.path.insert(0, str(parser.parse_args().tree))
    from data.i18n import set_language

    set_language("nl")
    steps: list[Counter[str]] = []
    told: list[str] = []
    unmeant = 0
    print(f"  {'':12}{'keys':>6}{'words':>7}{'Enter':>7}{'others':>7}")
    with tempfile.TemporaryDirectory(prefix="w") as name:
        folder = Path(name)
        for number in (1, 2, 3):
            plan(folder / "w.kring.json", number)
            walker = asyncio.run(session(folder / "w.kring.json", number, folder / str(number), told))
            told += walker.astray
            print(f"session {number}: {walker.keys} keys, {walker.unmeant} not meant")
            print("\n".join(row(step, [counts]) for step, counts in walker.steps.items()))
            print("".join(f"    {told}\n" for told in walker.told), end="", flush=True)
            steps, unmeant = [*steps, *walker.steps.values()], unmeant + walker.unmeant
    print(row("all", steps))
    print(f"three sessions: {sum(step.total() for step in steps)} keys, {unmeant} not meant")


if __name__ == "__main__":
    main()
