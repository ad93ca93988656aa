"""What holds for every suggestion, whatever is on the board."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.methods.clusters import Group, NoteText, Proposal, encoder, suggest
from tests.cases import cases
from tests.data.methods.clusters.boards import COFFEE, MOBILITY, boards, titles

CHARACTERS = encoder("characters")


def loose(*texts: str) -> list[NoteText]:
    return [NoteText(text) for text in texts]


def group_of(proposal: Proposal, note: int) -> Group:
    return next(group for group in proposal.clusters if note in group.notes)


@given(boards, st.sampled_from([0.3, 1.0, 3.0]), st.sampled_from([None, "nl", "en"]), st.lists(titles, max_size=2))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_holds_for_every_board(
    notes: list[NoteText], coarseness: float, lang: str | None, empty: list[str]
) -> None:
    proposal = suggest(notes, CHARACTERS, lang=lang, coarseness=coarseness, titles=empty)

    # every note is in exactly one group, and no group is empty
    assert sorted(i for group in proposal.clusters for i in group.notes) == list(range(len(notes)))
    for group in proposal.clusters:
        assert group.quote in group.notes
        assert list(group.notes) == sorted(group.notes)
    # placed notes are in their own cluster, letter for letter; two given clusters are never one
    given_titles = {note.cluster for note in notes if note.cluster is not None} | set(empty)
    for i, note in enumerate(notes):
        if note.cluster is not None:
            assert group_of(proposal, i).title == note.cluster
            assert group_of(proposal, i).given
    assert len({group.title for group in proposal.clusters}) == len(proposal.clusters)
    for group in proposal.clusters:
        assert group.given == (group.title in given_titles)
        assert group.given or group.title.strip()
    # suggestions rank given clusters, for loose notes only
    assert set(proposal.suggestions) == (
        {i for i, note in enumerate(notes) if note.cluster is None} if given_titles else set()
    )
    for best in proposal.suggestions.values():
        assert len(best) == min(3, len(given_titles))
        assert {title for title, _ in best} <= given_titles
        sure = [score for _, score in best]
        assert sure == sorted(sure, reverse=True)
        assert all(0 <= score <= 1 for score in sure)
    for i, j, likeness in proposal.duplicates:
        assert 0 <= i < j < len(notes)
        assert 0 < likeness <= 1


@given(boards, st.integers(0, 3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_seed_gives_the_same_answer(notes: list[NoteText], seed: int) -> None:
    assert suggest(notes, CHARACTERS, seed=seed) == suggest(notes, CHARACTERS, seed=seed)


@given(boards)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_previous_answer_will_do(notes: list[NoteText]) -> None:
    before = suggest(notes, CHARACTERS).clusters
    fewer = notes[: len(notes) // 2]
    after = suggest(fewer, CHARACTERS, previous=[*before, Group("", -1, (-1, 10_000))])
    assert sorted(i for group in after.clusters for i in group.notes) == list(range(len(fewer)))


def test_an_empty_board_has_an_empty_answer() -> None:
    assert suggest([], CHARACTERS) == Proposal(encoder="characters")


def test_two_subjects_are_two_groups_with_their_subject_as_title() -> None:
    proposal = suggest(loose(*MOBILITY, *COFFEE), CHARACTERS, lang="nl")
    assert {group.notes for group in proposal.clusters} == {tuple(range(5)), tuple(range(5, 10))}
    titles_in_order = [group_of(proposal, note).title for note in (0, 5)]
    assert titles_in_order[0].lower().startswith("fiets")
    assert titles_in_order[1] == "Koffie"


def test_what_people_placed_stays_even_against_all_likeness() -> None:
    notes = [NoteText("fiets", "A"), NoteText("fiets", "B"), NoteText("koffie", "A"), NoteText("fietsen")]
    proposal = suggest(notes, CHARACTERS, coarseness=20)
    assert [group.title for group in proposal.clusters][:2] == ["A", "B"]
    assert {0, 2} <= set(group_of(proposal, 0).notes)
    assert 1 not in group_of(proposal, 0).notes


def test_the_best_cluster_of_a_loose_note_is_the_one_it_speaks_of() -> None:
    notes = [NoteText(MOBILITY[0], "Mobiliteit"), NoteText(COFFEE[0], "Pauze"), *loose(MOBILITY[1], COFFEE[1])]
    proposal = suggest(notes, CHARACTERS)
    assert proposal.suggestions[2][0][0] == "Mobiliteit"
    assert proposal.suggestions[3][0][0] == "Pauze"
    assert proposal.suggestions[2][0][1] > proposal.suggestions[2][1][1]


def test_a_cluster_without_notes_is_suggested_by_its_title() -> None:
    proposal = suggest([*loose(*MOBILITY), NoteText("taart", "Eten")], CHARACTERS, titles=["Fietsen"])
    assert proposal.suggestions[1][0][0] == "Fietsen"


def test_coarser_is_fewer_groups() -> None:
    notes = loose(*MOBILITY, *COFFEE)
    counts = [len(suggest(notes, CHARACTERS, coarseness=c).clusters) for c in (0.2, 1, 10)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


@pytest.mark.parametrize("coarseness", [0, -1, float("nan")])
def test_coarseness_is_more_than_nothing(coarseness: float) -> None:
    with pytest.raises(ValueError, match="coarseness"):
        suggest(loose("x"), CHARACTERS, coarseness=coarseness)


def test_identical_notes_are_one_group_and_duplicates() -> None:
    proposal = suggest(loose(*["fiets"] * 4), CHARACTERS)
    assert [group.notes for group in proposal.clusters] == [(0, 1, 2, 3)]
    assert len(proposal.duplicates) == 6
    assert all(likeness == 1 for *_, likeness in proposal.duplicates)


def test_the_same_words_are_never_parted() -> None:
    proposal = suggest(loose(*["Gratis fiets", "gratis fiets "] * 60, *COFFEE), CHARACTERS, coarseness=0.2)
    assert proposal.clusters[0].notes == tuple(range(120))


def test_groups_stay_when_a_note_comes_in() -> None:
    sessions = json.loads(cases("clusters", "dev.json").read_text(encoding="utf-8"))
    notes = loose(*(note["text"] for note in sessions[0]["notes"]))
    before = suggest(notes[:-1], CHARACTERS).clusters
    after = suggest(notes, CHARACTERS, previous=before).clusters
    together = {(i, j) for group in before for i in group.notes for j in group.notes if i < j}
    still = {(i, j) for group in after for i in group.notes for j in group.notes if i < j}
    assert len(together & still) > 0.9 * len(together)
