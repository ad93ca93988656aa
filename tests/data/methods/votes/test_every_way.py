"""What holds for every way of deciding: a new one is tested here from the day its module is there."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

import data.methods.votes
from data.methods.votes.codes import NextStep, Outcome
from data.methods.votes.way import ABSTAIN, Asked, WaySpec, options
from data.methods.votes.ways import WAYS
from data.methods.votes.words import OUTCOMES, outcome_words
from data.model import Entry, Option, Refused, Said, Vote, Way
from data.verbs.decision.ballot import canonical, read_ballot
from data.verbs.decision.tally import counted, tallied
from widgets.result import TONES, draw

LETTERS = ("A", "B", "C")
KEYS = ("1", "2", "3", "4", "5", "A", "B", "C", "CA", "ABC", "BCA", "543", "0-5", "0", "-")


def a_vote(way: Way, entry: Entry = Entry.PERSON, people: int = 6) -> Vote:
    """An open vote on as many proposals as the way is about."""
    spec = WAYS[way]
    ids = tuple(f"id-{letter}" for letter in (LETTERS[:1] if spec.one_proposal else LETTERS))
    asked = Asked(len(ids), people, 0)
    assert spec.unfit(asked) is None
    return Vote(
        id="vote",
        decision="decision",
        session="session",
        way=way,
        entry=entry,
        options=tuple(Option(proposal=id_, version=0) for id_ in ids),
        base=tuple(f"person-{number}" for number in range(people)),
        roster=people,
        settings=spec.settings(asked, ""),
    )


def ballots(vote: Vote) -> list[dict[str, int]]:
    """Every ballot that one of the keys gives."""
    found = []
    for keys in KEYS:
        try:
            found.append(read_ballot(vote, LETTERS[: len(vote.options)], keys))
        except Refused:
            continue
    return found


def letters(ids: Iterable[str]) -> str:
    return ", ".join(id_.removeprefix("id-") for id_ in ids)


def closed(vote: Vote, given: Iterable[dict[str, int]]) -> Vote:
    kept = tuple(given)
    return replace(vote, ballots=kept, voters=vote.base[: len(kept)])


def test_there_is_one_module_a_way() -> None:
    folder = Path(data.methods.votes.__file__).parent
    having = {path.stem for path in folder.glob("*.py") if "\nWAY = " in path.read_text(encoding="utf-8")}
    assert having == {way.value for way in Way}
    assert list(WAYS) == list(Way)


@pytest.mark.parametrize("way", Way)
def test_a_way_has_words_rules_and_answers(way: Way) -> None:
    spec = WAYS[way]
    assert all((spec.words.title.message, spec.words.asks.message, spec.words.when.message))
    if spec.rules:
        keys = [rule.key for rule in spec.rules.choices]
        assert len(keys) == len(set(keys)) > 1
        asked = Asked(3, 6, 0)
        assert spec.settings(asked, keys[0]) == spec.settings(asked, ""), "the first rule is the usual"
        assert spec.settings(Asked(9, 6, 0), keys[1]) != spec.settings(Asked(9, 6, 0), keys[0])
    assert all(spec.answer_word(code) for code in spec.choices)
    assert spec.choices or spec.how(a_vote(way)).message
    assert spec.by_hands == bool(spec.cells(a_vote(way, Entry.HANDS))), "hands that can be counted have their counts"
    for held in spec.held(a_vote(way)):
        assert isinstance(held, Said)


@pytest.mark.parametrize("way", Way)
def test_whatever_people_answer_there_is_a_result_to_draw_and_to_tell(way: Way) -> None:
    spec = WAYS[way]
    vote = a_vote(way)
    given = ballots(vote)
    assert len(given) >= 3
    for ballot in given:
        assert isinstance(spec.given(ballot, str), str)
        assert ABSTAIN in ballot or all(spec.mark(answer) for answer in ballot.values())
        assert spec.left(vote, ballot) is None or isinstance(spec.left(vote, ballot), Said)
    rounds = [[ballot] * 6 for ballot in given if ABSTAIN not in ballot]
    rounds += [list(mixed) for mixed in itertools.islice(itertools.combinations(given * 2, 6), 60)]
    for answers in rounds:
        asked = closed(vote, answers)
        if way is Way.RANKING and sum(ABSTAIN not in ballot for ballot in answers) < 5:
            continue
        check(spec, asked)


def check(spec: WaySpec, asked: Vote) -> None:  # type: ignore[type-arg]
    result = tallied(asked)
    ids = set(options(asked))
    assert result.outcome in OUTCOMES
    assert set(spec.results(asked, result)) <= ids
    assert all(outcome_words(code) for code in spec.results(asked, result).values())
    assert sorted(id_ for tier in spec.order(asked, result) for id_ in tier) == sorted(ids)
    assert set(spec.tied(result)) <= ids | set(spec.choices)
    assert len(spec.tied(result)) != 1
    assert spec.steps(result)
    assert set(spec.steps(result)) <= set(NextStep)
    if result.outcome not in {Outcome.TOO_FEW_ANSWERS, Outcome.NOT_ADOPTED}:
        said = spec.meaning(asked, result, letters)
        assert all(isinstance(each, Said) for each in said)
        assert said
    picture = spec.picture(asked, result, letters)
    named = {id_: (letters([id_]), f"Voorstel {id_}") for id_ in ids}
    for width in (40, 80, 120):
        lines = draw(picture, named, width)
        assert all(cell.content.cell_length <= width for line in lines for cell in line)
    assert all(row.tone in TONES for row in picture.rows)
    proposals = [row.proposal for row in picture.rows if row.label is None]
    assert spec.one_proposal or sorted(proposals) == sorted(ids), "every proposal is drawn"
    for id_, codes in counted(asked).items():
        assert id_ in ids
        assert all(number >= 0 for number in codes.values())


@pytest.mark.parametrize("way", [way for way in Way if WAYS[way].by_hands])
def test_counted_hands_come_to_what_the_same_ballots_come_to(way: Way) -> None:
    spec = WAYS[way]
    for ballot in ballots(a_vote(way)):
        if ABSTAIN in ballot or len(ballot) < (1 if way is Way.DOTS else len(a_vote(way).options)):
            continue
        person = closed(a_vote(way), [ballot] * 6)
        counts = {id_: dict(codes) for id_, codes in counted(person).items()}
        by_hands = replace(a_vote(way, Entry.HANDS), counts=counts, answered=6)
        assert set(itertools.chain(*counts.values())) <= {answer for _id, answer in spec.cells(by_hands)}
        assert tallied(by_hands) == tallied(person)
        assert spec.uncounted(by_hands, ",".join) is None and not spec.lacking(by_hands)
        for cell in spec.cells(by_hands):
            left = spec.hands_left(by_hands, cell, 0)
            assert (left is None) == (way is Way.DOTS and cell[0] is not None), "nobody is left for dots"
            assert left is None or 0 <= left <= spec.most(by_hands)


@pytest.mark.parametrize("way", Way)
def test_a_ballot_is_kept_alike_whichever_key_came_first(way: Way) -> None:
    vote = a_vote(way)
    given = ballots(vote)
    backwards = [dict(reversed(ballot.items())) for ballot in reversed(given)]
    assert [list(b.items()) for b in canonical(vote, given)] == [list(b.items()) for b in canonical(vote, backwards)]


@pytest.mark.parametrize("way", Way)
def test_what_is_typed_at_the_booth_is_a_ballot_or_is_refused(way: Way) -> None:
    vote, spec = a_vote(way), WAYS[way]
    for keys in itertools.product("013-AB", repeat=3):
        typed = ""
        for key in keys:
            after = spec.typed(typed, key)
            try:
                if after:
                    read_ballot(vote, LETTERS[: len(vote.options)], after)
                typed = after
            except Refused:
                continue


def test_every_outcome_has_its_words() -> None:
    assert set(OUTCOMES) == set(Outcome)
    assert outcome_words("not an outcome") is None


def test_one_dot_each_is_about_one_proposal_and_cannot_be_stacked() -> None:
    spec = WAYS[Way.DOTS]
    assert spec.asks(4).message == "Which proposal do you put your dot on?" and spec.rules_for(4) is None
    assert spec.asks(5) == spec.words.asks and spec.rules_for(5) is spec.rules
