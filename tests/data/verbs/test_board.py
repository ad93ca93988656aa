"""The board as a whole: found in one pass, and notes that say the same."""

from hypothesis import given
from hypothesis import strategies as st

from data.model import Note
from data.verbs.brainstorm import board, noting
from tests.data.verbs.test_brainstorm import cluster, ids, storming


def test_merged_notes_leave_one_that_counts_for_all() -> None:
    here, storm = storming("fiets", "fietsen", "de fiets", "auto")
    same = ids(here, "fiets", "fietsen", "de fiets")
    here.do(noting.add_weight, note=same[1])
    here.do(board.merge_notes, notes=same)
    left = noting.arranged(here.state, storm)
    assert [(note.text, note.weight) for note in left.loose] == [("fiets", 3), ("auto", 0)]
    assert {note.text for note in left.binned} == {"fietsen", "de fiets"}
    assert "two" in here.refused(board.merge_notes, notes=same[:1])


@given(st.lists(st.tuples(st.sampled_from(["", "Een", "Twee", "Drie"]), st.booleans()), min_size=1, max_size=12))
def test_the_whole_board_is_what_its_parts_are(wanted: list[tuple[str, bool]]) -> None:
    here, storm = storming()
    for number, (title, gone) in enumerate(wanted):
        note = here.do(noting.capture, activity=storm, text=f"idee {number}", cluster=title).puts[0]
        if gone:
            here.do(noting.bin_notes, notes=[note.id])
    found = noting.arranged(here.state, storm)
    assert [c for c, _ in found.clusters] == noting.clusters(here.state, storm)
    for c, notes in found.clusters:
        assert list(notes) == noting.notes_in(here.state, storm, c.id)
    assert list(found.loose) == noting.notes_in(here.state, storm, None)
    assert {note.id for note in found.binned} == {note.id for note in noting.binned(here.state, storm)}
    assert len(found.notes) + len(found.binned) == len(here.state.all(Note))


def test_notes_of_a_cluster_that_is_gone_are_loose() -> None:
    here, storm = storming("een")
    here.do(board.new_cluster, activity=storm, title="Houding", notes=ids(here, "een"))
    gone = cluster(here, "Houding")
    here.do(board.dissolve_cluster, cluster=gone)
    assert [note.text for note in noting.arranged(here.state, storm).loose] == ["een"]
