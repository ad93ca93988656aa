"""The parts of a suggestion in worked examples: with likeness that a test gives, what comes of it is known exactly."""

from __future__ import annotations

import os
from collections.abc import Sequence
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from data.methods.clusters import Group, NoteText, Proposal, after_move, encoders, suggest, with_late
from data.methods.clusters import _characters as characters
from data.methods.clusters import _corrections as corrections
from data.methods.clusters import _graph as graphs
from data.methods.clusters import _pieces as pieces
from data.methods.clusters import _sentences as sentences
from data.methods.clusters import _stored as stored
from data.methods.clusters import _suggest as suggesting
from data.methods.clusters import _titles as titling
from data.methods.clusters._characters import Characters, grams_of, words_of
from data.methods.clusters._contrast import suiting
from data.methods.clusters._graph import _contracted, partition, remember, usual_likeness
from data.methods.clusters._louvain import _folded, _links, _moved, louvain
from data.methods.clusters._meaning import likeness, unit
from data.methods.clusters._phrases import Phrase, Written, _spans, phrases_of
from data.methods.clusters._pieces import BEGIN, END, UNKNOWN, Pieces
from data.methods.clusters._placing import _shares, fit
from data.methods.clusters._semantic import Semantic, _plain
from data.methods.clusters._telling import session_of, weights
from data.methods.clusters._titles import titles

Floats = NDArray[np.float32]


class Fixed:
    """An encoder that knows how alike the notes are."""

    name = "fixed"

    def __init__(self, alike: Floats) -> None:
        self.alike = alike
        self.asked: list[list[str]] = []

    def load(self) -> None:
        pass

    def similarity(self, texts: Sequence[str]) -> Floats:
        self.asked.append(list(texts))
        return self.alike[: len(texts), : len(texts)]

    def meanings(self, texts: Sequence[str]) -> None:
        pass


def blocks(*sizes: int, inside: float = 1.0, outside: float = 0.1) -> Floats:
    """Likeness of groups of notes that are much alike and little like others."""
    number = np.repeat(np.arange(len(sizes)), sizes)
    return np.where(number[:, None] == number, np.float32(inside), np.float32(outside))


def loose(*texts: str) -> list[NoteText]:
    return [NoteText(text) for text in texts]


# The whole of a suggestion.


def test_given_clusters_come_first_and_proposed_ones_by_size() -> None:
    encoder = Fixed(blocks(2, 3, 4, outside=0.0))
    notes = [*loose("kat", "poes"), *loose("fiets", "band", "bel"), *loose("a", "b", "c", "d")]
    made = suggest(notes, encoder)
    assert [group.notes for group in made.clusters] == [(5, 6, 7, 8), (2, 3, 4), (0, 1)]
    assert not any(group.given for group in made.clusters) and made.suggestions == {} and made.encoder == "fixed"
    placed = [NoteText("kat", "Dier"), *notes[1:7], NoteText("c", "Letter"), notes[8]]
    encoder = Fixed(np.pad(blocks(2, 3, 4, outside=0.0), (0, 3)))
    made = suggest(placed, encoder, titles=["Leeg", "Dier"])
    assert encoder.asked == [["kat", "poes", "fiets", "band", "bel", "a", "b", "c", "d", "Dier", "Letter", "Leeg"]]
    assert [(group.title, group.notes, group.given) for group in made.clusters][:2] == [
        ("Dier", (0, 1), True),
        ("Letter", (5, 6, 7, 8), True),
    ]
    assert made.clusters[2].notes == (2, 3, 4) and list(made.suggestions) == [1, 2, 3, 4, 5, 6, 8]
    assert made.suggestions[1][0] == ("Dier", 1.0) and made.suggestions[5][0][0] == "Letter"


def test_what_was_together_stays_together_and_coarser_is_fewer() -> None:
    alike = np.full((6, 6), 0.5, np.float32)
    notes = loose(*"abcdef")
    pairs = [Group("x", 0, (0, 3)), Group("y", 1, (1, 4)), Group("z", 2, (2, 5, 99, -1))]
    fine = suggest(notes, Fixed(alike), previous=pairs, coarseness=0.8)
    assert sorted(group.notes for group in fine.clusters) == [(0, 3), (1, 4), (2, 5)]
    assert [group.notes for group in suggest(notes, Fixed(alike), coarseness=4).clusters] == [(0, 1, 2, 3, 4, 5)]


def test_the_same_text_is_one_row_unless_it_was_placed_elsewhere() -> None:
    rows, row_of = suggesting._unique(["A", "b", "a", "a", "B"], np.array([-1, -1, -1, 0, -1]))
    assert rows.tolist() == [0, 1, 3] and row_of.tolist() == [0, 1, 0, 2, 1]
    before = suggesting._before([Group("x", 0, (0, 2)), Group("y", 1, (-1, 1, 4))], 4)
    assert before.tolist() == [0, 1, 0, -1]


def test_how_close_a_note_is_to_the_middle_of_its_group() -> None:
    alike = np.array([[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, -0.9]], np.float32)
    np.testing.assert_allclose(suggesting._closeness(alike), [0.75, 1, 0])
    assert suggesting._closeness(np.zeros((2, 2), np.float32)).tolist() == [1, 1]


def test_the_quote_is_the_note_nearest_the_middle() -> None:
    alike = np.array([[1, 0.2, 0.9], [0.2, 1, 0.6], [0.9, 0.6, 1]], np.float32)
    made = suggesting._groups(
        ["een", "twee", "drie"], alike, np.array([1, 1, 1]), ["Vol"], "nl", meanings=lambda _t: None
    )
    assert [(group.quote, group.notes, group.given) for group in made] == [(2, (0, 1, 2), False)]
    given = suggesting._groups(
        ["een", "twee", "drie"], alike, np.array([1, 0, 1]), ["A", "B"], "nl", meanings=lambda _t: None
    )
    assert [(group.title, group.quote, group.given) for group in given] == [("A", 1, True), ("B", 0, True)]


def test_of_groups_of_one_size_that_with_the_first_note_comes_first() -> None:
    made = suggesting._groups(
        ["x", "y", "x", "y"], blocks(4), np.array([5, 3, 5, 3]), [], None, meanings=lambda _texts: None
    )
    assert [group.notes for group in made] == [(0, 2), (1, 3)]


def test_how_sure_a_place_is() -> None:
    shares = np.array([[0.5, 0.1, 0.3, 0.1], [1, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]])
    made = suggesting._places(shares, [-1, 2, -1], ["A", "B", "C", "D"])
    assert made == {
        0: (("A", 0.75), ("C", 0.51), ("B", 0.19)),
        2: (("A", 0.4375), ("B", 0.4375), ("C", 0.4375)),
    }


def test_sureness_is_told_to_four_decimals_and_titles_by_the_language() -> None:
    assert suggesting._places(np.array([[1 / 3, 2 / 3]]), [-1], ["A", "B"]) == {0: (("B", 0.8889), ("A", 0.5556))}
    notes = loose("the fiets", "the fiets")
    assert suggest(notes, Fixed(blocks(2)), lang="nl").clusters[0].title == "The fiets"
    assert suggest(notes, Fixed(blocks(2)), lang="en").clusters[0].title == "Fiets"


def test_only_what_is_alike_is_compared_letter_by_letter_and_not_all_of_a_board_of_copies() -> None:
    texts = ["fiets", "fiets", "fiets", "koffie"]
    alike = np.array([[1, 0.5, 0.49, 0.9], [0, 1, 0.7, 0], [0, 0, 1, 0], [0, 0, 0, 1]], np.float32)
    assert suggesting._duplicates(texts, alike) == ((0, 1, 1.0), (1, 2, 1.0))
    many = ["zelfde"] * 24
    likeness = np.full((24, 24), 0.6, np.float32)
    likeness[3, 20] = likeness[0, 23] = 0.9
    made = suggesting._duplicates(many, likeness)
    assert len(made) == 240 < 24 * 23 // 2 and {(3, 20, 1.0), (0, 23, 1.0)} <= {*made}
    assert len(suggesting._duplicates(many[:20], likeness)) == 190


# The graph, and what people placed.


def test_the_usual_likeness_and_what_is_remembered() -> None:
    alike = blocks(2, 2, inside=0.8, outside=0.2)
    assert usual_likeness(alike) == pytest.approx((0.8 + 0.2 + 0.2) / 3)
    assert remember(alike, np.array([-1, -1, -1, -1])) is alike
    one = np.ones((1, 1), np.float32)
    assert remember(one, np.array([0])) is one
    two = remember(alike[:2, :2], np.array([0, 0]))
    assert two[0, 1] == pytest.approx(0.8 + 0.8 / 5) and two.dtype == np.float32


def test_rows_of_one_node_are_one() -> None:
    graph = np.array([[0, 1, 2], [1, 0, 4], [2, 4, 0]], np.float32)
    assert _contracted(graph, np.array([0, 1, 2]), 3) is graph
    assert _contracted(graph, np.array([0, 1, 0]), 2).tolist() == [[4, 5], [5, 0]]
    assert _contracted(graph, np.array([1, 0, 2]), 3).tolist() == [[0, 1, 4], [1, 0, 2], [4, 2, 0]]


def test_the_agreement_of_several_runs_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []

    def run(graph: Floats, fixed: int, resolution: float, seed: tuple[int, ...]) -> NDArray[np.intp]:
        asked.append((graph, fixed, resolution, seed))
        return np.array([0, 0, 1]) if len(seed) == 1 or seed[2] else np.array([0, 1, 1])

    monkeypatch.setattr(graphs, "louvain", run)
    alike = np.array([[1, 0.5, 0.2, 0], [0.5, 1, 0.4, 0], [0.2, 0.4, 1, 0], [0, 0, 0, 1]], np.float32)
    found = partition(alike, np.array([-1, 0, -1, 0]), 0.7, 9)
    assert found.tolist() == [0, 0, 1, 0], "rows of one anchor are one node, the first"
    assert [seed for _, _, _, seed in asked] == [
        (9, k, n) for k in (6, 8, 10, 12, 15) for n in (0, 1)
    ] + [(9,)]  # fmt: skip
    assert {(fixed, resolution) for _, fixed, resolution, _ in asked} == {(1, 0.7)}
    first, last = asked[0][0], asked[-1][0]
    np.testing.assert_allclose(first, [[0, 0.5, 0.4], [0.5, 0, 0.2], [0.4, 0.2, 0]])
    np.testing.assert_allclose(last, first * np.array([[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]))


@pytest.mark.parametrize(("size", "runs"), [(120, 11), (121, 6), (249, 6), (250, 4)])
def test_of_larger_boards_fewer_graphs_are_tried(monkeypatch: pytest.MonkeyPatch, size: int, runs: int) -> None:
    asked: list[tuple[int, ...]] = []

    def run(graph: Floats, _fixed: int, _resolution: float, seed: tuple[int, ...]) -> NDArray[np.intp]:
        asked.append(seed)
        return np.zeros(len(graph), np.intp)

    monkeypatch.setattr(graphs, "louvain", run)
    partition(np.zeros((size, size), np.float32), np.full(size, -1), 1, 0)
    assert len(asked) == runs and [seed[1] for seed in asked if len(seed) == 3][-1] == 15
    assert size < 250 or [seed[1] for seed in asked[:-1]] == [6, 10, 15]


def test_who_is_near_is_seen_in_each_graph() -> None:
    """With fifteen neighbours more pairs are linked than with six."""
    half = np.random.default_rng(2).random((20, 20))
    alike: Floats = (half + half.T).astype(np.float32) / np.float32(2)
    near = graphs.nearest(alike, 15)
    assert [np.count_nonzero(graphs.graph_of(alike, near[:, :k])[0]) >= k for k in (6, 15)] == [True, True]
    assert graphs.nearest(alike, 19).shape == (20, 19) == graphs.nearest(alike, 25).shape
    for row, found in enumerate(graphs.nearest(alike, 4)):
        others = [n for n in np.argsort(-alike[row]) if n != row]
        assert found.tolist() == others[:4]


def spread(alike: NDArray[Any], anchors: Sequence[int], notes: int) -> NDArray[Any]:
    """The same by the book."""
    count = max(anchors) + 1
    members = np.zeros((len(alike), count))
    for row, anchor in enumerate(anchors):
        if anchor >= 0:
            members[row, anchor] = 2 if row >= notes else 1
    members = members / members.sum(axis=0)
    graph = np.maximum(alike, 0) * (1 - np.eye(len(alike)))
    degree = np.maximum(graph.sum(axis=1), 1e-9)
    step = graph / np.sqrt(np.outer(degree, degree))
    reached = members.copy()
    for _ in range(20):
        reached = 0.8 * step @ reached + 0.2 * members
    both = divided(reached) + np.maximum(alike @ members, 0)
    return divided(both)


def divided(values: NDArray[Any]) -> NDArray[Any]:
    total = values.sum(axis=1, keepdims=True)
    return np.where(total > 0, values / np.where(total > 0, total, 1), 0)


def test_what_people_placed_spreads_over_the_neighbours() -> None:
    alike = np.array(
        [[1, 0.8, 0.1, 0.2, 0], [0.8, 1, 0.3, 0.1, 0], [0.1, 0.3, 1, -0.5, 0], [0.2, 0.1, -0.5, 1, 0], [0, 0, 0, 0, 0]],
        np.float32,
    )
    for anchors in ([0, -1, 1, -1, -1], [0, -1, 1, 0, -1]):
        for notes in (5, 3):
            np.testing.assert_allclose(fit(alike, np.array(anchors), notes), spread(alike, anchors, notes), atol=1e-5)
    assert fit(alike, np.array([0, -1, 1, -1, -1]), 5)[4].tolist() == [0, 0], "like nothing"
    assert _shares(np.array([[1.0, 3.0], [0.0, 0.0]])).tolist() == [[0.25, 0.75], [0, 0]]


# Louvain.


def test_links_are_those_of_others_and_folded_graphs_sum_them() -> None:
    weights = np.array([[5, 1, 0, 2], [1, 0, 3, 0], [0, 3, 0, 4], [2, 0, 4, 0]], np.float32)
    links = _links(weights)
    assert links == [{1: 1, 3: 2}, {0: 1, 2: 3}, {1: 3, 3: 4}, {0: 2, 2: 4}]
    between, degrees = _folded(links, [8.0, 4.0, 7.0, 6.0], [0, 1, 1, 0], 2)
    assert between == [{1: 1 + 4}, {0: 1 + 4}] and degrees == [14.0, 11.0]


def test_a_node_goes_where_modularity_gains_most_and_anchors_stay() -> None:
    links: list[dict[int, float]] = [{2: 1.0}, {2: 3.0}, {0: 1.0, 1: 3.0}]
    assert _moved(links, [1.0, 3.0, 4.0], 2, 0.1, Random("x")) == [0, 1, 1]
    assert _moved(links, [1.0, 3.0, 4.0], 3, 0.1, Random("x")) == [0, 1, 2]
    assert _moved(links, [1.0, 3.0, 4.0], 2, 5.0, Random("x")) == [0, 1, 2], "too dear to meet"
    # To meet costs resolution x degree x degree / all degrees, here 3 x 4 / 8 x resolution: 3 is gained.
    assert _moved(links, [1.0, 3.0, 4.0], 2, 1.99, Random("x"))[2] == 1
    assert _moved(links, [1.0, 3.0, 4.0], 2, 2.01, Random("x"))[2] == 2
    assert _moved([{}, {}], [0.0, 0.0], 0, 1.0, Random("x")) == [0, 1]


def test_who_gained_a_neighbour_elsewhere_is_looked_at_again() -> None:
    weights = np.zeros((8, 8), np.float32)
    for a, b, weight in ((0, 1, 3), (1, 2, 2), (2, 3, 3), (3, 4, 1), (4, 5, 3), (5, 6, 2), (6, 7, 3)):
        weights[a, b] = weights[b, a] = weight
    for seed in range(12):
        assert louvain(weights, 0, 1.0, (seed,)).tolist() in (
            [0, 0, 1, 1, 2, 2, 3, 3],
            [0] * 4 + [1] * 4,
            [0, 0, 0, 0, 1, 1, 1, 1],
        )


def test_the_seed_decides_the_order() -> None:
    random = np.random.default_rng(5)
    half = np.triu(random.random((30, 30)) < 0.2, 1).astype(np.float32)
    weights = half + half.T
    found = {tuple(louvain(weights, 0, 1.0, (seed, 1)).tolist()) for seed in range(8)}
    assert len(found) > 1
    assert louvain(weights, 0, 1.0, (3, 1)).tolist() == louvain(weights, 0, 1.0, (3, 1)).tolist()
    assert louvain(weights, 0, 1.0, (3, 1)).dtype == np.intp


# Corrections.

KIN = np.array(
    [
        [1, 0.1, 0.1, 0.1, 0.9, 0.9],
        [0.1, 1, 0.1, 0.1, 0.8, 0.8],
        [0.1, 0.1, 1, 0.9, 0.1, 0.1],
        [0.1, 0.1, 0.9, 1, 0.1, 0.1],
        [0.9, 0.8, 0.1, 0.1, 1, 0.9],
        [0.9, 0.8, 0.1, 0.1, 0.9, 1],
    ],
    np.float32,
)


def test_how_much_a_note_is_like_a_group_is_told_by_the_three_nearest() -> None:
    row = np.array([0.9, 0.1, 0.5, 0.7, -0.2], np.float32)
    assert corrections._nearness(row, [0, 1, 2, 3]) == pytest.approx((0.9 + 0.5 + 0.7) / 3)
    assert corrections._nearness(row, [1, 4]) == pytest.approx(-0.05)


def test_those_that_are_clearly_more_like_the_moved_note_go_along_half_of_them_at_most() -> None:
    # Note 0 leaves 1, 2 and 3 for 4 and 5; only 1 gains: from 0.1 to the mean of 0.1 and of 0.1, 0.8 and 0.8.
    along = corrections._along(KIN, 0, [0, 1, 2, 3], [4, 5], {0})
    assert along == [1]
    assert corrections._along(KIN, 0, [0, 1, 2, 3], [4, 5], {0, 1}) == []
    assert corrections._along(KIN, 0, [0, 1], [4, 5], {0}) == [], "the last one stays"
    assert corrections._along(KIN, 0, [0, 1, 2], [4, 5], {0}) == [1]
    usual = usual_likeness(KIN)
    gain = (0.1 + (0.1 + 0.8 + 0.8) / 3) / 2 - 0.1
    assert gain > 0.2 * usual
    weak = KIN.copy()
    weak[1, 4:] = weak[4:, 1] = 0.1 + 3 * (0.4 * 0.2 * usual_likeness(weak))
    assert corrections._along(weak, 0, [0, 1, 2, 3], [4, 5], {0}) == []
    below = KIN.copy()
    below[0, 1] = below[1, 0] = -5
    assert corrections._along(below, 0, [0, 1, 2, 3], [4], {0}) == [], "unlike is at worst not alike"


def test_those_that_gain_most_go_first() -> None:
    alike = np.full((9, 9), 0.1, np.float32)
    for number, near in ((1, 0.6), (2, 0.9), (3, 0.7), (4, 0.9)):
        alike[number, 7:] = alike[7:, number] = alike[number, 0] = alike[0, number] = near
    assert corrections._along(alike, 0, [0, 1, 2, 3, 4, 5, 6], [7, 8], {0}) == [2, 4, 3]
    assert corrections._along(alike, 0, [0, 1, 2, 3, 4], [7, 8], {0}) == [2, 4]


def test_a_moved_note_takes_its_kin_to_another_group_or_to_one_of_its_own() -> None:
    standing = (Group("A", 0, (0, 1, 2, 3)), Group("B", 5, (4, 5)))
    notes, encoder = loose("a", "b", "c", "d", "e", "f\u200b"), Fixed(KIN)
    after = after_move(notes, encoder, standing, 0, 1)
    assert encoder.asked == [["a", "b", "c", "d", "e", "f"]]
    assert [(group.title, group.quote, group.notes) for group in after] == [("A", 2, (2, 3)), ("B", 5, (0, 1, 4, 5))]
    assert after_move(notes, encoder, standing, -6, -1) == after
    alone = after_move(notes, encoder, standing, 4, None)
    assert [group.notes for group in alone] == [(0, 1, 2, 3), (5,), (4,)] and alone[-1].title == "e"
    again = after_move(notes, encoder, standing, 0, 0)
    assert again == standing
    out = (Group("A", 2, (2, 3)), Group("B", 5, (4, 5)))
    assert [group.notes for group in after_move(notes, encoder, out, 0, 1)] == [(2, 3), (0, 4, 5)], "it stood nowhere"
    taken = (Group("e", 0, (0, 1, 2, 3)), Group("B", 5, (4, 5)))
    assert after_move(notes, encoder, taken, 4, None)[-1].title == "e (2)"


def test_a_group_of_its_own_is_titled_by_what_sets_it_apart() -> None:
    notes = loose("fiets lenen", "fiets kopen", "fiets stelen", "trein")
    standing = (Group("Iets", 0, (0, 1, 2)), Group("Trein", 3, (3,)))
    after = after_move(notes, Fixed(blocks(3, 1)), standing, 0, None, by_hand=range(10), lang="nl")
    assert [(group.title, group.quote, group.notes) for group in after] == [
        ("Iets", 1, (1, 2)), ("Trein", 3, (3,)), ("Fiets lenen", 0, (0,))
    ]  # fmt: skip


def test_late_notes_join_the_group_that_they_fit() -> None:
    standing = (Group("Leeg", 0, ()), Group("A", 0, (0,)), Group("B", 2, (2,)))
    encoder = Fixed(KIN)
    after = with_late(loose("a", "b", "c", "d", "e", "f\u200b"), encoder, standing)
    assert [group.notes for group in after] == [(), (0, 1, 4, 5), (2, 3)] and encoder.asked == [[*"abcdef"]]
    assert [group.title for group in after] == ["Leeg", "A", "B"]
    assert with_late(loose("a"), encoder, standing[1:2]) == standing[1:2]
    assert with_late(loose("a"), encoder, standing[:1]) == standing[:1] and len(encoder.asked) == 1


# Titles.


def test_parts_of_titles() -> None:
    assert [titling._capital(name) for name in ("fiets", "iPhone hoes", "een iPhone", "Fiets")] == [
        "Fiets", "iPhone hoes", "Een iPhone", "Fiets"
    ]  # fmt: skip
    assert titling._opening("een twee drie vier") == "een twee drie" and titling._opening(" ") == "…"
    assert titling._opening("x" * 31) == "x" * 30
    assert titling._distinct("A", ["A", "A (2)", "B"]) == "A (3)" and titling._distinct("C", ["A"]) == "C"
    assert titling._key(["fietsen", "vergadering", "pad"]) == {"fiet", "verga", "pad"}
    assert titling._kin(("spent",), ("spen",)) and titling._kin(("top", "x"), ("y", "topup"))
    assert titling._kin(("spel",), ("spelletje",)) and not titling._kin(("spel",), ("spin",))
    assert titling._most({("b",): 1.0, ("a",): 1.0, ("c",): 3.0}) == {("c",): 3.0, ("a",): 1.0, ("b",): 1.0}
    assert list(titling._most({(f"{n:02}",): 1.0 for n in range(12)})) == [(f"{n:02}",) for n in range(10)]


def test_a_phrase_is_written_as_most_write_it_where_it_is_whole() -> None:
    texts = ["Fiets kopen", "fiets", "FIETS", "fietsen", "fietsen", "fietsen lenen"]
    session = session_of([phrases_of(text, "nl") for text in texts])
    assert titling._written(("fiet",), session, range(6)) == "fietsen"
    assert titling._written(("fiet",), session, [0, 1, 2]) == "FIETS", "of as many the first in order"
    assert titling._written(("fiet",), session, [0, 1, 5]) == "Fiets", "whole counts whatever its capitals"


def test_one_phrase_is_enough_when_most_notes_have_it() -> None:
    texts = ["koffie", "koffie", "koffiekan", "thee", "thee", "soep", "brood"]
    session = session_of([phrases_of(text, "nl") for text in texts])
    coffee: Phrase = ("koffi",)
    tea: Phrase = ("thee",)
    assert (
        titling._says(session, 2, coffee)
        and titling._says(session, 0, coffee)
        and not titling._says(session, 3, coffee)
    )
    scores: dict[Phrase, float] = {coffee: 2.0, tea: 1.0}
    assert titling._chosen(session, range(5), scores) == [coffee], "three of five"
    assert titling._chosen(session, range(6), scores) == [coffee, tea]
    assert titling._chosen(session, range(6), {coffee: 2.0, tea: 0.7}) == [coffee]
    assert titling._chosen(session, range(6), {coffee: 2.0, tea: 0.71}) == [coffee, tea]
    assert titling._chosen(session, [0, 1, 3, 5, 6], scores) == [coffee], "one note alone adds nothing"
    assert titling._chosen(session, range(7), {}) == [] and titling._chosen(session, [5], {coffee: 1.0}) == [coffee]
    even: dict[Phrase, float] = {("soep",): 1.0, ("brood",): 1.0}
    assert titling._chosen(session, [5], even) == [("brood",)]


def test_titles_of_several_groups_are_all_different_and_not_taken() -> None:
    texts = ["fiets", "fietsen", "Fiets", "fiets"]
    made = titles(texts, [[0, 1], [2, 3]], [1.0] * 4)
    assert len(set(made)) == 2
    assert titles(["👍", "👍"], [[0], [1]], [1.0] * 2, ["👍"]) == ["👍 (2)", "👍 (3)"]
    assert titles(texts, [], [1.0] * 4, ["x"]) == []


def test_a_phrase_that_suits_its_group_by_meaning_comes_before_one_that_tells_more() -> None:
    asked: list[list[str]] = []

    def meanings(texts: Sequence[str]) -> Floats:
        asked.append(list(texts))
        return np.array([[1, 0] if "kat" in text.lower() else [0, 1] for text in texts], np.float32)

    texts = ["kat hond", "hond kat", "vis", "vis"]
    made = titles(texts, [[0, 1]], [1.0] * 4, meanings=meanings, others=[[2, 3]])
    assert made == ["Kat"] and asked[0] == texts and sorted(asked[1])[:2] == ["hond", "hond kat"]


def test_how_a_phrase_suits_is_the_exponent_of_near_and_nearer() -> None:
    vectors = {"a": (1.0, 0.0), "b": (0.0, 1.0), "p": (0.6, 0.8), "q": (1.0, 0.0)}

    def meanings(texts: Sequence[str]) -> Floats:
        return np.array([vectors[text] for text in texts], np.float32).reshape(len(texts), 2)

    mean = np.array([0.5, 0.5])
    own, other = (np.array([0.5, -0.5]) / 0.5**0.5, np.array([-0.5, 0.5]) / 0.5**0.5)
    p = (np.array([0.6, 0.8]) - mean) / np.linalg.norm(np.array([0.6, 0.8]) - mean)
    ((near, far), second) = suiting(["a", "b"], [[0], [1]], [["q", "p"], ["p"]], meanings)
    assert near == pytest.approx(np.exp(2 * 1 + 2 * 2), rel=1e-4)
    assert far == pytest.approx(np.exp(2 * p @ own + 2 * (p @ own - p @ other)), rel=1e-4)
    assert second == [pytest.approx(np.exp(2 * p @ other + 2 * (p @ other - p @ own)), rel=1e-4)]
    assert suiting(["a", "b"], [[0], [1]], [[], []], meanings) == [[], []]
    ((alone,),) = suiting(["a", "b"], [[0]], [["q"]], meanings)
    assert alone == pytest.approx(np.exp(2), rel=1e-4)
    three = suiting(["a", "b", "p"], [[0], [1], [2]], [["q"]], meanings)
    assert len(three) == 1 and three[0][0] > 0


def test_which_phrases_are_good_enough_to_be_titles() -> None:
    def told(mine: list[str], others: list[str], lang: str | None = "nl") -> set[str]:
        session = session_of([phrases_of(text, lang) for text in [*mine, *others]])
        return {" ".join(phrase) for phrase in weights(session, range(len(mine)), [1.0] * 99)}

    assert told(["goede", "fiets"], ["x y"]) == {"goed", "fiet"}, "half of the group: good enough"
    assert told(["goede", "fiets", "bel"], ["x y"]) == {"fiet", "bel"}
    assert told(["goede", "mooie", "nieuwe"], ["x y"]) == {"goed", "mooi", "nieuw"}, "where none is good all are"
    wide = ["school", "bel", "band"]
    assert told(wide, ["school"] * 2 + ["x y"]) == {"bel", "band"}
    assert "school" in told(wide, ["school", "x y", "p q"]), "half of those who say it are here"
    assert "school" in told(wide, ["school"] * 2 + ["x y", "p q", "r s", "t u", "v w"] * 2), "few say it at all"
    most = ["school", "school", "bel"]
    assert "school" in told(most, ["school"] * 3 + ["x"] * 8) and "school" not in told(most, ["school"] * 6)


# Words and phrases.


def test_a_phrase_goes_on_over_linking_words_and_ends_at_signs() -> None:
    folded = ["raad", "van", "bestuur"]
    assert _spans(folded, [False, True, False], [True, True, False]) == [(0, 0), (0, 2), (2, 2)]
    assert _spans(folded, [False, True, False], [True, False, False]) == [(0, 0), (2, 2)]
    assert _spans(["raad", "is", "goed"], [False, True, False], [True, True, False]) == [(0, 0), (2, 2)]
    assert _spans(["a", "b", "c", "d"], [False] * 4, [True] * 3 + [False]) == [
        (0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 3)
    ]  # fmt: skip


def test_what_is_written_of_a_phrase() -> None:
    found = phrases_of("Naar Gent, daar het fietspad x", "nl").written
    assert found[("gent",)] == Written("Gent", whole=True, bare=False, place=True)
    assert phrases_of("Gent", "nl").written[("gent",)].place is False
    assert phrases_of("fiets 12 van a", "nl").written.keys() == {("fiet",)}
    both = phrases_of("goed plan van aanpak", "nl").written
    assert both[("goed", "plan")].bare is False and both[("plan", "van", "aanpak")].bare is False
    assert phrases_of("quickly tea", None).written.keys() == {("tea",)}


# Spelling.


def test_the_grams_of_a_word_are_three_to_five_letters_with_its_ends() -> None:
    assert grams_of("ab") == (" ab", "ab ", " ab ")
    assert grams_of("a") == (" a ",) and grams_of("") == ("  ",)
    assert [len(gram) for gram in grams_of("fiets")] == [3] * 5 + [4] * 4 + [5] * 3
    assert words_of("Één FIETS, foto_s") == ("een", "fiets", "foto", "s") and words_of("👍") == ("👍",)


def test_the_grams_of_texts_are_counted_by_row() -> None:
    rows, columns, counts, width = characters._count(["aa", "b aa aa", ""])
    assert width == 5 and rows.tolist() == [0, 0, 0, 1, 1, 1, 1, 2]
    assert dict(zip(zip(rows.tolist(), columns.tolist(), strict=True), counts.tolist(), strict=True)) == {
        (0, 0): 1, (0, 1): 1, (0, 2): 1, (1, 0): 2, (1, 1): 2, (1, 2): 2, (1, 3): 1, (2, 4): 1
    }  # fmt: skip
    assert [len(part) for part in characters._count([])[:3]] == [0, 0, 0]


def test_columns_that_are_the_same_are_one_and_weigh_as_much() -> None:
    rows = np.array([0, 0, 0, 1, 1, 1])
    columns = np.array([0, 1, 2, 0, 1, 3])
    weights_ = np.array([1.0, 1.0, 2.0, 3.0, 3.0, 1.0])
    dense = np.zeros((2, 4))
    dense[rows, columns] = weights_
    merged = np.zeros((2, 4))
    r, c, w = characters._merged(rows, columns, weights_)
    merged[r, c] = w
    np.testing.assert_allclose(merged @ merged.T, dense @ dense.T)
    assert len(set(c.tolist())) == 3
    empty = np.array([], np.intp)
    assert characters._merged(empty, empty, np.array([]))[0] is empty


def test_slices_of_columns_hold_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(characters, "_COLUMNS", 2)
    rows, columns, weights_ = np.array([0, 1, 1, 0]), np.array([4, 0, 3, 1]), np.array([1.0, 2.0, 3.0, 4.0])
    slices = list(characters._blocks(rows, columns, weights_, 2))
    assert [each.shape for each in slices] == [(2, 2), (2, 2), (2, 1)]
    assert np.hstack(slices).tolist() == [[0, 4, 0, 0, 1], [2, 0, 0, 3, 0]]
    assert list(characters._blocks(rows[:0], columns[:0], weights_[:0], 2)) == []
    one, other = Characters(), ["gratis fiets", "gratis fietsen", "koffie"]
    narrow = one.similarity(other)
    monkeypatch.undo()
    np.testing.assert_allclose(narrow, one.similarity(other), atol=1e-6)


# Meaning.


def test_likeness_is_of_meaning_without_what_all_share_and_three_quarters_of_spelling() -> None:
    vectors = np.array([[3, 0], [0, 2], [0, 0]], np.float32)
    texts = ["fiets", "koffie", "fiets"]
    found = likeness(vectors, texts)
    spelled = Characters().similarity(texts)
    np.testing.assert_allclose(found[0, 1], -1 + 0.75 * spelled[0, 1], atol=1e-5)
    np.testing.assert_allclose(found[0, 2], 0.75 * spelled[0, 2], atol=1e-5)
    np.testing.assert_allclose(np.diag(found), [1.75, 1.75, 0.75], atol=1e-5)
    assert likeness(np.zeros((0, 2), np.float32), []).shape == (0, 0)
    scaled = unit(np.array([[3, 4], [0, 0]], np.float32)).ravel().tolist()
    assert scaled == pytest.approx([0.6, 0.8, 0, 0])


class Counted:
    """In the place of the sentence encoder: a vector for each text, and what was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> Floats:
        self.asked.append(list(texts))
        return np.array([np.full(512, len(text)) for text in texts], np.float32)


def test_texts_are_encoded_once_and_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, counted = Semantic(), Counted()
    encoder.__dict__["_sentences"] = counted
    found = encoder.meanings(["a", "openData_portal", "a"])
    assert counted.asked == [["a", "open Data portal"]] and found.shape == (3, 512) and found[1, 0] == 16
    encoder.meanings(["a", "b"])
    encoder.meanings(["b"])
    assert counted.asked[1:] == [["b"]] and encoder.meanings([]).shape == (0, 512)
    monkeypatch.setattr("data.methods.clusters._semantic._REMEMBERED", 4)
    encoder.meanings(["c"])
    encoder.meanings(["a", "d", "a"])
    assert counted.asked[2:] == [["c"], ["a", "d"]], "what was remembered is forgotten at once"
    encoder.load()
    assert counted.asked[-1] == [""]
    assert _plain("namesLikeThis/and_that__too") == "names Like This and that too"
    alike = encoder.similarity(["a", "b"])
    assert alike.shape == (2, 2)


# Pieces and vectors.


def test_a_word_is_remembered_unless_it_is_long_and_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ["<unk>", "<s>", "</s>", "▁", "a", "b"]
    known = Pieces(names, [0.0, 0.0, 0.0, -1.0, -2.0, -3.0])
    monkeypatch.setattr(pieces, "_REMEMBERED", 2)
    monkeypatch.setattr(pieces, "_LONGEST_REMEMBERED", 3)
    assert known.rows("aab") == [BEGIN, 3, 4, 4, 5, END] and list(known._known) == ["aab"]
    known.rows("aaab")
    assert list(known._known) == ["aab"]
    known.rows("b")
    known.rows("b")
    assert list(known._known) == ["aab", "b"]
    known.rows("a")
    assert list(known._known) == ["a"], "what was remembered is forgotten at once"
    assert known.rows("a<s>") == [BEGIN, 3, 4, UNKNOWN, UNKNOWN, UNKNOWN, END], "marks are no pieces"


def test_an_unknown_sign_is_worse_than_any_way_of_known_ones() -> None:
    names = ["", "", "", "▁", "a", "b", "▁a", "ab"]
    known = Pieces(names, [0, 0, 0, -1, -9, -9, -12, -30.0])
    assert known.rows("a") == [BEGIN, 3, 4, END] and known.rows("ab") == [BEGIN, 3, 4, 5, END]
    assert known._strange == -40


def test_a_text_is_read_up_to_so_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_MOST", 4)
    known = Pieces(["", "", "", "▁", "a", "aaa"], [0, 0, 0, -1, -2, -50.0])
    assert known.rows("a a a a") == [BEGIN, 3, 4, 3, 4, END]
    assert known.rows("a" * 20) == [BEGIN, 3, 4, 4, 4, END] and len(known._cut("a" * 20)) == 12


def test_what_stands_around_a_piece_is_of_its_own_text() -> None:
    assert sentences._around(np.array([2, 1])).tolist() == [
        [3, 3, 0, 1, 3], [3, 0, 1, 3, 3], [3, 3, 2, 3, 3]
    ]  # fmt: skip
    assert sentences._around(np.array([4]))[1].tolist() == [4, 0, 1, 2, 3]


def test_runs_of_texts_have_about_as_many_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "_BATCH", 10)
    assert list(sentences._batches([4, 6, 1, 9, 2])) == [(0, 2), (2, 4), (4, 5)]
    assert list(sentences._batches([40, 3])) == [(0, 1), (1, 2)] and list(sentences._batches([3])) == [(0, 1)]


def test_the_arrays_of_a_file_begin_at_a_round_place(tmp_path: Any) -> None:
    arrays: dict[str, NDArray[Any]] = {"a": np.arange(3, dtype=np.uint8), "b": np.array([1.5], np.float32)}
    stored.write_arrays(tmp_path / "file", arrays, {"from": "é"})
    data = (tmp_path / "file").read_bytes()
    length = int.from_bytes(data[:8], "little")
    assert (8 + length) % 64 == 0 and data[8:].startswith(b'{"__metadata__": {"from": "\\u00e9"}, "a": {"dtype": "U8"')
    assert data[8 + length :] == b"\0\1\2" + np.float32(1.5).tobytes()
    assert b'"data_offsets": [3, 7]' in data and b'"shape": [1]' in data


# Encoders.


def test_numpy_is_kept_to_one_thread_unless_somebody_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
    for name in names:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    encoders.one_blas_thread()
    assert [os.environ[name] for name in names] == ["1", "3", "1", "1"]


def test_an_answer_without_notes_says_who_gave_it() -> None:
    assert suggest([], Fixed(blocks(1))) == Proposal(encoder="fixed")
    with pytest.raises(ValueError, match=r"^coarseness must be more than 0$"):
        suggest([], Fixed(blocks(1)), coarseness=0)
