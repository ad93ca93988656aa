"""An exchange of experience: mixed small groups, who reports, what is reported, and what is left open."""

from data.methods.subgroups import mixed
from data.model import ActivityKind, ExchangeStep, Participant
from data.report.heard import exchanged
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Version
from data.verbs import exchange as verbs
from data.verbs import programme
from data.verbs.brainstorm.noting import join_subgroup, set_subgroups
from data.verbs.heard import hear
from data.verbs.round_table import open_questions, say_question
from tests.data.verbs.room import Room, room


def exchanging() -> tuple[Room, str]:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.EXCHANGE)
    return here, here.begin(ActivityKind.EXCHANGE)


def split_in_two(here: Room, item: str) -> tuple[tuple[str, ...], ...]:
    groups = verbs.mixed_groups(here.state, here.session, here.state.all(Participant), 2)
    here.do(set_subgroups, activity=item, subgroups=groups)
    return groups


def test_who_goes_to_another_group_leaves_its_own_and_groups_keep_their_numbers() -> None:
    here = room()
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.EXCHANGE)
    item = here.activity(ActivityKind.EXCHANGE)
    karel, lien, els = (here.who(name) for name in ("Karel", "Lien", "Els"))
    here.do(set_subgroups, activity=item, subgroups=[[karel], [lien]])
    here.do(join_subgroup, activity=item, participant=els, group=1)
    here.do(join_subgroup, activity=item, participant=karel, group=1)
    assert here.fresh(item).subgroups == ((), (lien, els, karel))
    assert "already" in here.refused(join_subgroup, activity=item, participant=karel, group=1)
    assert "no such small group" in here.refused(join_subgroup, activity=item, participant=karel, group=2)


def test_colleagues_and_people_who_met_are_apart() -> None:
    kin = {"a": "x", "b": "x", "c": "", "d": ""}
    for seed in range(3):
        groups = mixed("abcd", 2, kin, [("c", "d")], seed)
        assert sorted(who for group in groups for who in group) == list("abcd")
        assert all(len({"a", "b"} & {*group}) == len({"c", "d"} & {*group}) == 1 for group in groups)


def test_the_question_that_was_put_stands_in_the_summary_also_where_nothing_came_of_it() -> None:
    here = room()
    kinds = (ActivityKind.EXCHANGE, ActivityKind.EXTERNAL_INPUT, ActivityKind.CONTRIBUTION)
    for kind in kinds:
        here.do(programme.add_activity, session=here.session, kind=kind)
        here.do(programme.set_question, activity=here.activity(kind), question=f"Hoe doet Gent het? {kind}")

    def told() -> list[str]:
        view = summary(here.state, here.session)
        every = [each.question for each in view.exchanges] + [each.question for each in view.inputs]
        return every + [each.question for each in view.contributions]

    assert not told(), "none of them began"
    for kind in kinds:
        here.begin(kind)
    assert told() == [f"Hoe doet Gent het? {kind}" for kind in kinds]
    assert f"Hoe doet Gent het? {kinds[0]}" in str([*exchanged(summary(here.state, here.session), Tongue("nl"))])


def test_there_is_a_group_for_the_only_one_and_never_an_empty_one_more() -> None:
    assert mixed(["a"], 3, {}, []) == (("a",),)
    assert mixed([], 2, {}, []) == ((),)
    assert len(mixed("abc", 9, {}, [])) == 3


def test_one_goes_from_the_groups_to_each_report_the_tips_and_what_is_open() -> None:
    here, item = exchanging()
    assert [step for step, _group in verbs.stops(here.fresh(item))] == list(ExchangeStep)
    split_in_two(here, item)
    seen = [verbs.stop(here.fresh(item))]
    while there := verbs.stop_beside(here.fresh(item), 1):
        here.do(verbs.go_to_stop, activity=item, step=there[0], group=there[1])
        seen.append(verbs.stop(here.fresh(item)))
    assert seen == verbs.stops(here.fresh(item))
    assert [group for step, group in seen if step is ExchangeStep.REPORTS] == [0, 1]
    here.do(verbs.go_to_stop, activity=item, step=ExchangeStep.REPORTS, group=1)
    here.do(set_subgroups, activity=item, subgroups=())
    assert verbs.stop(here.fresh(item)) == (ExchangeStep.REPORTS, 0), "that group is no longer there"


def test_each_group_has_one_reporter() -> None:
    here, item = exchanging()
    assert "small group" in here.refused(verbs.set_reporter, activity=item, participant=here.who("Karel"))
    first, second = split_in_two(here, item)
    for who in (first[0], second[0], first[1]):
        here.do(verbs.set_reporter, activity=item, participant=who)
    assert [verbs.reporter(here.fresh(item), group) for group in range(3)] == [first[1], second[0], None]


def test_reports_tips_and_an_advice_stand_in_the_summary_and_open_questions_go_on() -> None:
    here, item = exchanging()
    first, _second = split_in_two(here, item)
    here.do(verbs.set_reporter, activity=item, participant=first[0])
    here.do(verbs.drafts_for, activity=item, text=" de directie ")
    asked = here.do(programme.set_question, activity=item, question="Hoe begin je eraan?")
    gone = here.ask(programme.set_question, activity=item, question=" ")
    assert (asked.label.message, gone.label.message) == ("Question set", "No question any more")
    assert gone.puts and not here.ask(programme.set_question, activity=item, question="Hoe begin je eraan? ").puts
    here.do(hear, activity=item, text="Klein beginnen", part="reports", subgroup=0)
    here.do(hear, activity=item, text="Vraag het aan HR", part="tips")
    here.do(say_question, session=here.session, text="Wie betaalt dat?", activity=item)
    assert [asked.text for asked in verbs.left_open(here.state, item)] == ["Wie betaalt dat?"]
    assert verbs.left_open(here.state, item)[0] in open_questions(here.state)
    view = summary(here.state, here.session)
    (told,) = view.exchanges
    assert (told.question, told.advice_for, told.tips) == ("Hoe begin je eraan?", "de directie", ("Vraag het aan HR",))
    assert [group.said for group in told.groups] == [("Klein beginnen",), ()]
    assert told.groups[0].reporter == next(who.name for who in here.state.all(Participant) if who.id == first[0])
    written = str([*exchanged(view, Tongue("nl"))])
    assert "Klein beginnen" in written and "Advies voor de directie" in written
    assert not summary(here.state, here.session, Naming.FULL, Version.COMMISSIONER).exchanges
    here.do(verbs.drafts_for, activity=item, text="")
    assert verbs.exchange(here.fresh(item)).advice_for == ""


def test_an_exchange_of_which_nothing_came_is_not_told() -> None:
    here, _item = exchanging()
    assert summary(here.state, here.session).exchanges == ()
