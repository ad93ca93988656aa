"""Capturing notes, and arranging them on the board."""

from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import (
    Activity,
    ActivityKind,
    Change,
    Cluster,
    Decision,
    DecisionStatus,
    Note,
    Parked,
    Proposal,
    Session,
    say,
)
from data.verbs import check_in, network, programme
from data.verbs.brainstorm import board, noting
from tests.data.verbs.room import Room, room


def storming(*texts: str) -> tuple[Room, str]:
    here = room()
    storm = here.begin(ActivityKind.BRAINSTORM)
    for text in texts:
        here.do(noting.capture, activity=storm, text=text)
    return here, storm


def ids(here: Room, *texts: str) -> list[str]:
    return [next(note.id for note in here.state.all(Note) if note.text == text) for text in texts]


def cluster(here: Room, title: str) -> str:
    return next(c.id for c in here.state.all(Cluster) if c.title == title)


def texts(here: Room, storm: str, title: str | None) -> list[str]:
    into = cluster(here, title) if title else None
    return [note.text for note in noting.notes_in(here.state, storm, into)]


def titles(here: Room, storm: str) -> list[str]:
    return [c.title for c in noting.clusters(here.state, storm)]


def test_a_note_is_captured_where_it_is_said() -> None:
    here, storm = storming("een")
    karel = here.who("Karel")
    change = here.do(
        noting.capture, activity=storm, text="[/] twee\x1b", cluster="Houding", participant=karel, subgroup=2
    )
    note = change.puts[0]
    assert isinstance(note, Note)
    assert (note.text, note.participant, note.subgroup, note.at) == ("[/] twee", karel, 2, here.now.isoformat())
    assert (texts(here, storm, "Houding"), texts(here, storm, None)) == (["[/] twee"], ["een"])
    here.do(noting.capture, activity=storm, text="drie", cluster="houding")
    here.do(noting.capture, activity=storm, text="vier", cluster=cluster(here, "Houding"))
    assert texts(here, storm, "Houding") == ["[/] twee", "drie", "vier"]
    assert here.refused(noting.capture, activity=storm, text="\u202e \n") == "Type an idea."
    alike = noting.alike(here.state, storm, " DRIÉ")
    assert alike is not None
    assert alike.text == "drie"


def test_a_paste_becomes_many_notes_in_its_order() -> None:
    here, storm = storming()
    change = here.do(noting.capture_many, activity=storm, texts=["a", " ", "b", "c"], cluster="Nieuw")
    assert len(change.puts) == 4
    assert texts(here, storm, "Nieuw") == ["a", "b", "c"]
    assert "no line" in here.refused(noting.capture_many, activity=storm, texts=["", " "])
    assert "At most" in here.refused(noting.capture_many, activity=storm, texts=["x"] * 501)


def test_a_session_without_a_brainstorm_gets_one_and_keeps_it() -> None:
    here = room()
    here.do(network.plan_session)
    bare = network.sessions(here.state)[1].id
    assert noting.brainstorm_of(here.state, bare) is None
    here.do(noting.ensure_brainstorm, session=bare)
    assert here.do(noting.ensure_brainstorm, session=bare).puts == ()
    found = noting.brainstorm_of(here.state, bare)
    assert found is not None
    assert found.kind is ActivityKind.BRAINSTORM
    assert len(programme.of_kind(here.state, bare, ActivityKind.BRAINSTORM)) == 1


def test_one_captures_into_the_brainstorm_that_runs_or_ran_last() -> None:
    here, storm = storming()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM)
    second = programme.of_kind(here.state, here.session, ActivityKind.BRAINSTORM)[1].id
    found = noting.brainstorm_of(here.state, here.session)
    assert found is not None
    assert found.id == storm
    here.later(1)
    here.do(programme.begin_activity, activity=second)
    here.begin(ActivityKind.BREAK)
    found = noting.brainstorm_of(here.state, here.session)
    assert found is not None
    assert found.id == second


def test_a_note_is_changed_weighed_binned_and_back() -> None:
    here, storm = storming("een", "twee")
    one, two = ids(here, "een", "twee")
    here.do(noting.edit_note, note=one, text="uno")
    here.do(noting.add_weight, note=one)
    here.do(noting.add_weight, note=one, by=-5)
    here.do(noting.weigh, note=one, feasibility=5, value=1)
    note = here.state.get(Note, one)
    assert (note.text, note.weight, note.feasibility, note.value) == ("uno", 0, 5, 1)
    assert here.refused(noting.weigh, note=one, feasibility=6)
    here.do(noting.bin_notes, notes=[one, two])
    assert (noting.notes(here.state, storm), len(noting.binned(here.state, storm))) == ([], 2)
    assert here.do(noting.bin_notes, notes=[one]).puts == ()
    assert "in the bin" in here.refused(board.move_note, note=one, by=1)
    here.do(noting.unbin_notes, notes=[one])
    assert [n.text for n in noting.notes(here.state, storm)] == ["uno"]
    assert here.refused(noting.bin_notes, notes=[])
    assert here.refused(noting.edit_note, note=one, text="")


def test_notes_move_together_and_keep_their_order() -> None:
    here, storm = storming("a", "b", "c", "d")
    here.do(board.new_cluster, activity=storm, title="Een", notes=ids(here, "c", "a"))
    here.do(board.move_notes, notes=ids(here, "d", "b", "a"), cluster=cluster(here, "Een"))
    assert texts(here, storm, "Een") == ["c", "a", "d", "b"]
    here.do(board.move_note, note=ids(here, "b")[0], by=-2)
    assert texts(here, storm, "Een") == ["c", "b", "a", "d"]
    here.do(board.move_notes, notes=ids(here, "b"), cluster=None)
    assert texts(here, storm, None) == ["b"]


def test_a_cluster_is_renamed_moved_merged_split_and_taken_apart() -> None:
    here, storm = storming("a", "b", "c")
    for title, text in (("Een", "a"), ("Twee", "b"), ("Drie", "c")):
        here.do(board.new_cluster, activity=storm, title=title, notes=ids(here, text))
    here.do(board.move_cluster, cluster=cluster(here, "Drie"), by=-2)
    assert titles(here, storm) == ["Drie", "Een", "Twee"]
    here.do(board.rename_cluster, cluster=cluster(here, "Drie"), title="Derde")
    assert "merge" in here.refused(board.rename_cluster, cluster=cluster(here, "Derde"), title="twee")
    here.do(board.merge_clusters, clusters=[cluster(here, "Een"), cluster(here, "Twee"), cluster(here, "Derde")])
    assert (titles(here, storm), texts(here, storm, "Een")) == (["Een"], ["a", "b", "c"])
    here.do(board.new_cluster, activity=storm, title="Laatste")
    here.do(board.split_cluster, cluster=cluster(here, "Een"), notes=ids(here, "b", "c"), title="Nieuw")
    assert titles(here, storm) == ["Een", "Nieuw", "Laatste"]
    assert texts(here, storm, "Nieuw") == ["b", "c"]
    here.do(board.dissolve_cluster, cluster=cluster(here, "Nieuw"))
    assert texts(here, storm, None) == ["b", "c"]
    assert here.refused(board.merge_clusters, clusters=[cluster(here, "Een")] * 2)
    assert here.refused(board.split_cluster, cluster=cluster(here, "Een"), notes=ids(here, "a"), title="een")


def test_a_proposed_grouping_is_made_at_once() -> None:
    here, storm = storming("a", "b", "c")
    a, b, c = ids(here, "a", "b", "c")
    here.do(board.new_clusters, activity=storm, groups=[("Een", [a, b]), ("Twee", [c]), ("een", [c])])
    assert titles(here, storm) == ["Een", "Twee"]
    assert (texts(here, storm, "Een"), texts(here, storm, "Twee")) == (["a", "b", "c"], [])


def test_notes_of_a_cluster_taken_away_elsewhere_are_loose() -> None:
    here, storm = storming("a")
    here.do(board.new_cluster, activity=storm, title="Een", notes=ids(here, "a"))
    gone = here.only(Cluster)
    here.state = here.state.after(Change(say("Start"), drops=(gone,)))
    assert texts(here, storm, None) == ["a"]
    assert "another window" in here.refused(board.move_notes, notes=ids(here, "a"), cluster=gone.id)


def test_a_poll_counts_hands_of_those_present() -> None:
    here, storm = storming()
    for name in ("Karel", "Lien", "Els"):
        here.do(check_in.arrive, session=here.session, participant=here.who(name))
    here.do(board.new_cluster, activity=storm, title="Een")
    here.do(board.poll, cluster=cluster(here, "Een"), hands=2)
    assert (here.only(Cluster).hands, here.only(Cluster).base) == (2, 3)
    assert "more than" in here.refused(board.poll, cluster=cluster(here, "Een"), hands=4)
    here.do(board.poll, cluster=cluster(here, "Een"), hands=None)
    assert (here.only(Cluster).hands, here.only(Cluster).base) == (None, None)


def test_a_cluster_is_sent_on_and_only_once() -> None:
    here, storm = storming("a")
    here.do(board.new_cluster, activity=storm, title="Een", notes=ids(here, "a"))
    one = cluster(here, "Een")
    decision = Decision(id="d", session=here.session, question="Wat?")
    here.state = here.state.after(Change(say("Start"), puts=(decision,)))
    for _ in range(2):
        here.do(board.send_cluster, cluster=one, to="parking")
        here.do(board.send_cluster, cluster=one, to="agenda")
        here.do(board.send_cluster, cluster=one, to="decision", decision="d")
    assert (here.only(Parked).text, here.only(Proposal).text, here.only(Proposal).cluster) == ("Een", "Een", one)
    assert [s.themes for s in here.state.all(Session)] == [(), ("Een",)]
    assert here.state.get(Cluster, one).sent == "decision"
    assert here.refused(board.send_cluster, cluster=one, to="maan")


def test_nothing_is_proposed_to_a_closed_decision() -> None:
    here, storm = storming()
    here.do(board.new_cluster, activity=storm, title="Een")
    closed = Decision(id="d", session=here.session, question="Wat?", status=DecisionStatus.DECIDED)
    here.state = here.state.after(Change(say("Start"), puts=(closed,)))
    refusal = here.refused(board.send_cluster, cluster=cluster(here, "Een"), to="decision", decision="d")
    assert "closed" in refusal


def test_everybody_is_in_one_small_group() -> None:
    here, storm = storming()
    karel, lien = here.who("Karel"), here.who("Lien")
    here.do(noting.set_subgroups, activity=storm, subgroups=[[karel], [lien], []])
    assert here.fresh(storm).subgroups == ((karel,), (lien,))
    assert "one small group" in here.refused(noting.set_subgroups, activity=storm, subgroups=[[karel], [karel]])
    here.do(programme.set_question, activity=storm, question=" Waarom? ")
    here.do(noting.set_attribution, activity=storm, attribution="subgroup")
    activity: Activity = here.fresh(storm)
    assert (activity.question, activity.attribution) == ("Waarom?", "subgroup")
    assert here.refused(noting.set_attribution, activity=storm, attribution="altijd")


STEPS = st.tuples(
    st.sampled_from(["move", "new", "merge", "split", "apart", "bin", "back", "step"]), st.integers(0, 99)
)


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=20))
def test_whatever_is_done_on_the_board_no_note_is_lost_or_twice_in_a_place(steps: list[tuple[str, int]]) -> None:
    here, storm = storming(*"abcdef")
    notes = [note.id for note in here.state.all(Note)]
    for number, (step, pick) in enumerate(steps):
        made = noting.clusters(here.state, storm)
        some = notes[pick % 6 :][: 1 + pick % 3]
        chosen = made[pick % len(made)].id if made else None
        if step == "move":
            here.do(board.move_notes, notes=some, cluster=chosen)
        elif step == "new":
            here.do(board.new_cluster, activity=storm, title=f"T{pick % 4}", notes=some)
        elif step == "merge" and len(made) > 1:
            here.do(
                board.merge_clusters, clusters=[c.id for c in made[pick % len(made) - 1 :]] + [made[0].id, made[-1].id]
            )
        elif step == "split" and chosen:
            here.do(board.split_cluster, cluster=chosen, notes=some, title=f"S{number}")
        elif step == "apart" and chosen:
            here.do(board.dissolve_cluster, cluster=chosen)
        elif step == "bin":
            here.do(noting.bin_notes, notes=some)
        elif step == "back":
            here.do(noting.unbin_notes, notes=some)
        elif step == "step" and not here.state.get(Note, some[0]).binned:
            here.do(board.move_note, note=some[0], by=pick % 5 - 2)
    columns = [None, *(c.id for c in noting.clusters(here.state, storm))]
    seen = [note.id for column in columns for note in noting.notes_in(here.state, storm, column)]
    assert sorted([*seen, *(note.id for note in noting.binned(here.state, storm))]) == sorted(notes)
    assert len({cluster.position for cluster in here.state.all(Cluster)}) == len(here.state.all(Cluster))
