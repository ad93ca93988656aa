"""What is captured on a board, and how it is arranged, is kept field by field, each on its own board."""

from msgspec.structs import replace

from data.model import (
    Activity,
    ActivityKind,
    Cluster,
    Decision,
    Note,
    Parked,
    Session,
)
from data.verbs import check_in, network, programme
from data.verbs.brainstorm import board, noting
from data.verbs.brainstorm.noting import TITLE_LIMIT
from data.verbs.decision import phases
from tests.data.verbs.room import Room, room


def second_session(here: Room) -> str:
    here.do(network.plan_session, template="working")
    return network.sessions(here.state)[-1].id


def storming() -> tuple[Room, str]:
    here = room()
    return here, here.begin(ActivityKind.BRAINSTORM)


def test_a_note_is_kept_with_all_that_its_line_says() -> None:
    here, storm = storming()
    said = {"cluster": "Nieuw", "participant": here.who("Karel"), "subgroup": 2}
    here.do(noting.capture, activity=storm, text=" idee ", **said)
    made, note = here.only(Cluster), here.only(Note)
    assert made == Cluster(id=made.id, session=here.session, activity=storm, title="Nieuw", position=1)
    assert note == Note(
        id=note.id,
        session=here.session,
        activity=storm,
        text="idee",
        at=here.now.isoformat(),
        cluster=made.id,
        participant=here.who("Karel"),
        subgroup=2,
        position=1,
    )
    change = here.do(noting.capture_many, activity=storm, texts=["a", "", "b"], **{**said, "cluster": "NIEUW"})
    first, second = here.state.all(Note)[1:]
    assert (first, second) == (
        replace(note, id=first.id, text="a", position=2),
        replace(note, id=second.id, text="b", position=3),
    )
    assert change.label.fills == {"n": 2}
    assert len(change.puts) == 2, "a cluster that is there is left as it is"
    here.do(noting.capture, activity=storm, text="los")
    assert here.last(Note) == Note(
        id=here.last(Note).id, session=here.session, activity=storm, text="los", at=here.now.isoformat(), position=1
    )
    here.do(noting.capture, activity=storm, text="x", cluster="Tweede")
    assert here.last(Cluster).position == 2
    assert "idea" in here.refused(noting.capture, activity=storm, text=" ")
    assert "no line" in here.refused(noting.capture_many, activity=storm, texts=[" "])


def test_five_hundred_lines_are_kept_at_once_and_no_more() -> None:
    here, storm = storming()
    texts = [str(number) for number in range(501)]
    assert "At most" in here.refused(noting.capture_many, activity=storm, texts=texts)
    here.do(noting.capture_many, activity=storm, texts=texts[:500])
    assert [note.text for note in noting.notes_in(here.state, storm, None)] == texts[:500]


def test_a_board_keeps_to_its_own_brainstorm() -> None:
    here, storm = storming()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM)
    other = here.last(Activity).id
    for place in (storm, other):
        here.do(noting.capture, activity=place, text="idee", cluster="Groep")
        here.do(noting.capture, activity=place, text="los")
    assert len(here.state.all(Cluster)) == 2, "a title is taken on its own board only"
    gone = noting.notes_in(here.state, storm, None)[0]
    here.do(noting.bin_notes, notes=[gone.id])
    assert [note.text for note in noting.notes(here.state, storm)] == ["idee"]
    assert noting.binned(here.state, storm) == [replace(gone, binned=True)]
    assert noting.binned(here.state, other) == []
    assert noting.alike(here.state, storm, "LOS") is None, "what is in the bin is not on the board"
    found = noting.alike(here.state, other, "LOS")
    assert found is not None and found.activity == other
    assert noting.alike(here.state, other, " ") is None
    whole = noting.arranged(here.state, storm)
    assert [note.text for note in whole.notes] == ["idee"]
    assert [note.text for note in whole.binned] == ["los"]


def test_the_brainstorm_one_captures_into() -> None:
    here = room()
    for _ in range(2):
        here.do(programme.add_activity, session=here.session, kind=ActivityKind.BRAINSTORM)
    first, second, third = programme.of_kind(here.state, here.session, ActivityKind.BRAINSTORM)

    def into() -> str:
        found = noting.brainstorm_of(here.state, here.session)
        assert found is not None
        return found.id

    assert into() == first.id, "the first, when none began"
    for storm in (third, first, second):
        here.do(programme.begin_activity, activity=storm.id)
        here.later(1)
    assert into() == second.id, "the one that runs"
    here.do(programme.begin_activity, activity=third.id)
    assert into() == third.id
    here.begin(ActivityKind.BREAK)
    assert into() == second.id, "the one that began last"
    assert here.do(noting.ensure_brainstorm, session=here.session).puts == ()
    other = here.do(network.plan_session).puts[0].id
    assert noting.brainstorm_of(here.state, other) is None
    here.do(noting.ensure_brainstorm, session=other)
    assert noting.brainstorm_of(here.state, other) is not None


def test_a_note_is_worded_weighed_and_counted() -> None:
    here, storm = storming()
    here.do(noting.capture, activity=storm, text="idee")
    note = here.only(Note)
    here.do(noting.weigh, note=note.id, feasibility=1, value=5)
    assert here.only(Note) == replace(note, feasibility=1, value=5)
    for mark in (0, 6):
        for field in ("feasibility", "value"):
            assert "Weigh from" in here.refused(noting.weigh, note=note.id, **{field: mark})
    here.do(noting.weigh, note=note.id, feasibility=5)
    assert here.only(Note) == replace(note, feasibility=5)
    here.do(noting.weigh, note=note.id, value=1)
    assert here.only(Note) == replace(note, value=1)
    here.do(noting.weigh, note=note.id)
    for by, weight in ((1, 1), (2, 3), (-2, 1), (-5, 0)):
        here.do(noting.add_weight, note=note.id, by=by)
        assert here.only(Note) == replace(note, weight=weight)
    here.do(noting.add_weight, note=note.id)
    assert here.only(Note).weight == 1
    here.do(noting.bin_notes, notes=[note.id])
    assert here.do(noting.bin_notes, notes=[note.id]).puts == ()
    here.do(noting.edit_note, note=note.id, text=" beter ", binned=True)
    assert here.only(Note) == replace(note, weight=1, text="beter", binned=True)
    here.do(noting.edit_note, note=note.id, text="best")
    assert here.only(Note) == replace(note, weight=1, text="best"), "what is worded on the board is on it"
    assert here.do(noting.unbin_notes, notes=[note.id]).puts == ()
    assert "put it in the bin" in here.refused(noting.edit_note, note=note.id, text="")


def test_several_notes_go_to_the_bin_and_back() -> None:
    here, storm = storming()
    here.do(noting.capture_many, activity=storm, texts=["a", "b"])
    first, second = (note.id for note in here.state.all(Note))
    for asked, label in (([first], "Post-it in the bin"), ([first, second], "Post-its in the bin")):
        assert here.do(noting.bin_notes, notes=asked).label.message == label
    for asked, label in (([first], "Post-it back"), ([first, second], "Post-its back")):
        assert here.do(noting.unbin_notes, notes=asked).label.message == label
    assert not any(note.binned for note in here.state.all(Note))
    assert "first" in here.refused(noting.bin_notes, notes=[])


def test_how_a_brainstorm_goes_is_set_field_by_field() -> None:
    here, storm = storming()
    before, karel, lien = here.fresh(storm), here.who("Karel"), here.who("Lien")
    here.do(programme.set_question, activity=storm, question=" Hoe? ")
    assert here.fresh(storm) == replace(before, question="Hoe?")
    for attribution in noting.ATTRIBUTIONS:
        here.do(noting.set_attribution, activity=storm, attribution=attribution)
        assert here.fresh(storm) == replace(before, question="Hoe?", attribution=attribution)
    assert "subgroup" in here.refused(noting.set_attribution, activity=storm, attribution="iedereen")
    here.do(noting.set_subgroups, activity=storm, subgroups=[[karel], [], [lien]])
    assert here.fresh(storm).subgroups == ((karel,), (lien,))
    assert "one small group" in here.refused(noting.set_subgroups, activity=storm, subgroups=[[karel], [karel]])
    here.do(noting.set_subgroups, activity=storm, subgroups=[])
    assert here.fresh(storm).subgroups == ()


def test_clusters_are_made_split_and_taken_apart_in_their_place() -> None:
    here, storm = storming()
    here.do(noting.capture_many, activity=storm, texts=list("abcd"))
    ids = [note.id for note in here.state.all(Note)]
    for title, notes in (("Een", ids[:3]), ("Twee", ids[3:])):
        here.do(board.new_cluster, activity=storm, title=f" {title} ", notes=notes)
    one, two = here.state.all(Cluster)
    assert one == Cluster(id=one.id, session=here.session, activity=storm, title="Een", position=1)
    assert two == Cluster(id=two.id, session=here.session, activity=storm, title="Twee", position=2)
    here.do(board.split_cluster, cluster=one.id, notes=[ids[2], ids[0]], title="Anderhalf")
    half = here.last(Cluster)
    assert half == Cluster(id=half.id, session=here.session, activity=storm, title="Anderhalf", position=1.5)
    assert [note.id for note in noting.notes_in(here.state, storm, half.id)] == [ids[2], ids[0]]
    here.do(board.split_cluster, cluster=two.id, notes=[ids[3]], title="Drie")
    assert here.last(Cluster).position == 3
    for verb, asked in (
        (board.rename_cluster, {"cluster": one.id}),
        (board.split_cluster, {"cluster": one.id, "notes": [ids[1]]}),
    ):
        assert "already" in here.refused(verb, title="twee", **asked)
        assert "title" in here.refused(verb, title=" ", **asked)
    here.do(board.rename_cluster, cluster=one.id, title="EEN")
    assert here.state.get(Cluster, one.id) == replace(one, title="EEN"), "its own title is not taken"
    assert "merge" in here.refused(board.rename_cluster, cluster=one.id, title="Drie")
    here.do(noting.bin_notes, notes=[ids[0]])
    change = here.do(board.dissolve_cluster, cluster=half.id)
    assert change.drops == (half,)
    assert [note.id for note in noting.notes_in(here.state, storm, None)] == [ids[2]]
    assert here.state.get(Note, ids[0]).cluster is None, "also what is in the bin"
    for asked in ({"title": "x" * 300}, {"title": "y" * 300}):
        here.do(board.new_cluster, activity=storm, **asked)
        assert len(here.last(Cluster).title) == TITLE_LIMIT
    here.do(board.rename_cluster, cluster=one.id, title="z" * 300)
    assert len(here.state.get(Cluster, one.id).title) == TITLE_LIMIT


def test_merging_keeps_the_first() -> None:
    here, storm = storming()
    here.do(noting.capture_many, activity=storm, texts=list("abc"))
    first, second, third = here.state.all(Note)
    here.do(noting.add_weight, note=second.id, by=2)
    here.do(board.merge_notes, notes=[first.id, second.id, third.id])
    assert here.state.get(Note, first.id) == replace(first, weight=4)
    assert here.state.get(Note, third.id) == replace(third, binned=True)
    assert "two or more post-its" in here.refused(board.merge_notes, notes=[first.id, first.id])
    here.do(board.new_cluster, activity=storm, title="Een", notes=[first.id])
    here.do(board.new_cluster, activity=storm, title="Twee", notes=[third.id])
    one, two = here.state.all(Cluster)
    assert "two or more clusters" in here.refused(board.merge_clusters, clusters=[one.id, one.id])
    change = here.do(board.merge_clusters, clusters=[one.id, two.id])
    assert (change.drops, here.only(Cluster)) == ((two,), one)
    assert here.state.get(Note, third.id).cluster == one.id, "also what is in the bin"


def test_a_poll_is_of_those_present_unless_it_is_said() -> None:
    here, storm = storming()
    here.do(board.new_cluster, activity=storm, title="Een")
    cluster = here.only(Cluster)
    for name in ("Karel", "Lien"):
        here.do(check_in.arrive, session=here.session, participant=here.who(name))
    here.do(board.poll, cluster=cluster.id, hands=2)
    assert here.only(Cluster) == replace(cluster, hands=2, base=2)
    here.do(board.poll, cluster=cluster.id, hands=0)
    assert here.only(Cluster) == replace(cluster, hands=0, base=2)
    assert "more than" in here.refused(board.poll, cluster=cluster.id, hands=3)
    assert "more than" in here.refused(board.poll, cluster=cluster.id, hands=-1)
    here.do(board.poll, cluster=cluster.id, hands=7, base=7)
    assert here.only(Cluster) == replace(cluster, hands=7, base=7)
    here.do(board.poll, cluster=cluster.id, hands=None)
    assert here.only(Cluster) == cluster


def test_a_cluster_is_sent_on_once_to_each_place() -> None:
    here, storm = storming()
    here.do(board.new_cluster, activity=storm, title="Loon")
    cluster = here.only(Cluster)
    for _ in range(2):
        here.do(board.send_cluster, cluster=cluster.id, to=board.PARKING)
    point = here.only(Parked)
    assert point == Parked(id=point.id, session=here.session, text="Loon", activity=storm)
    assert here.only(Cluster) == replace(cluster, sent=board.PARKING)
    here.do(network.plan_session, themes=["Eerst"])
    planned = here.last(Session)
    for _ in range(2):
        here.do(board.send_cluster, cluster=cluster.id, to=board.AGENDA)
    assert here.last(Session) == replace(planned, themes=("Eerst", "Loon"))
    assert len(here.state.all(Session)) == 2
    here.do(phases.start_decision, session=here.session, question="Wat?")
    going = here.only(Decision).id
    here.do(phases.propose, decision=going, session=here.session, text="Eerst")
    for _ in range(2):
        here.do(board.send_cluster, cluster=cluster.id, to=board.DECISION, decision=going)
    first, sent = phases.proposals(here.state, going)
    assert (sent.text, sent.cluster, sent.decision) == ("Loon", cluster.id, going)
    assert (sent.versions[0].session, sent.position) == (here.session, first.position + 1)
    assert here.only(Cluster) == replace(cluster, sent=board.DECISION)
    assert "parking lot" in here.refused(board.send_cluster, cluster=cluster.id, to="elders")


def test_a_cluster_sent_on_plans_a_session_when_there_is_none() -> None:
    here, storm = storming()
    here.do(board.new_cluster, activity=storm, title="Loon")
    here.do(board.send_cluster, cluster=here.only(Cluster).id, to=board.AGENDA)
    assert here.last(Session).themes == ("Loon",)


def test_what_is_moved_goes_as_far_as_it_can() -> None:
    here, storm = storming()
    here.do(noting.capture_many, activity=storm, texts=list("abc"))
    for title in ("Een", "Twee", "Drie"):
        here.do(board.new_cluster, activity=storm, title=title)
    first = here.state.all(Note)[0].id
    for by, order in ((1, "bac"), (9, "bca"), (0, "bca"), (-1, "bac"), (-9, "abc")):
        here.do(board.move_note, note=first, by=by)
        assert [note.text for note in noting.notes_in(here.state, storm, None)] == list(order)
    last = here.state.all(Cluster)[2].id
    for by, titles in ((-1, "Een Drie Twee"), (-9, "Drie Een Twee"), (2, "Een Twee Drie")):
        here.do(board.move_cluster, cluster=last, by=by)
        assert [kept.title for kept in noting.clusters(here.state, storm)] == titles.split()
    here.do(noting.bin_notes, notes=[first])
    assert "in the bin" in here.refused(board.move_note, note=first, by=1)
