"""External input: questions gathered for an expert, answers that close them, and the glossary that grows."""

from data.model import Action, Activity, ActivityKind, Fate, Heard, InputStep, Question, Session, Term
from data.report.heard import glossary_of, invited
from data.report.tongue import Tongue
from data.report.view import summary
from data.report.wanted import Naming, Version
from data.verbs import external_input as verbs
from data.verbs import programme, terms
from data.verbs.agenda import put_on_agenda
from data.verbs.agreements import agree
from data.verbs.carried import close, reopen
from data.verbs.heard import edit_heard, hear, remove_heard
from data.verbs.network import plan_session
from data.verbs.parked import park
from data.verbs.round_table import open_questions, say_expectation, say_question
from data.verbs.steps import go_to
from tests.data.verbs.room import Room, room


def inviting() -> tuple[Room, str]:
    here = room()
    here.do(
        say_question, session=here.session, text="Hoe hangt loon samen met competenties?", participant=here.who("Els")
    )
    here.do(say_expectation, session=here.session, text="Cijfers")
    here.do(park, session=here.session, text="Functiewaardering")
    here.do(programme.add_activity, session=here.session, kind=ActivityKind.EXTERNAL_INPUT)
    return here, here.begin(ActivityKind.EXTERNAL_INPUT)


def listed(here: Room, item: str) -> list[str]:
    return [each.text for each in verbs.for_expert(here.state, here.fresh(item))]


def test_every_open_question_is_gathered_and_what_is_planned_later_is_not() -> None:
    here, item = inviting()
    here.do(say_question, session=here.session, text="Voor later")
    here.do(plan_session, date="2027-05-04")
    here.do(put_on_agenda, item=here.last(Question).id, session=here.session)
    here.do(verbs.gather, activity=item)
    assert listed(here, item) == ["Hoe hangt loon samen met competenties?"]
    assert "on the list" in here.refused(verbs.gather, activity=item)
    left = [each.text for each in verbs.askable(here.state, here.fresh(item))]
    assert left == ["Voor later", "Cijfers", "Functiewaardering"]


def test_what_is_typed_is_asked_and_what_is_open_already_is_not_asked_twice() -> None:
    here, item = inviting()
    here.do(verbs.ask_new, activity=item, text="hoe hangt LOON samen met competenties?")
    here.do(verbs.ask_new, activity=item, text="Wat kost het?")
    here.do(verbs.ask_new, activity=item, text="Wat kost het?")
    assert listed(here, item) == ["Hoe hangt loon samen met competenties?", "Wat kost het?"]
    assert len(open_questions(here.state)) == 2
    assert "want to ask" in here.refused(verbs.ask_new, activity=item, text="  ")
    mine, theirs = here.last(Question).id, here.state.all(Question)[0].id
    for question in (mine, theirs):
        here.do(verbs.not_asked, activity=item, item=question)
    assert listed(here, item) == []
    here.do(verbs.ask_new, activity=item, text="Wie komt er?")
    closed = here.last(Question).id
    here.do(close, item=closed, session=here.session)
    here.do(verbs.not_asked, activity=item, item=closed)
    assert here.state.find(Question, closed), "it was answered, in whatever way"
    assert [asked.id for asked in open_questions(here.state)] == [theirs], (
        "that of somebody else stays with the network"
    )


def test_an_answer_closes_the_question_everywhere_in_the_words_of_its_lines() -> None:
    here, item = inviting()
    here.do(verbs.gather, activity=item)
    about = verbs.for_expert(here.state, here.fresh(item))[0].id
    for text in ("Niet rechtstreeks", "Via de functie"):
        here.do(hear, activity=item, text=text, part=about)
    asked = here.state.get(Question, about)
    assert (asked.fate, asked.answered, asked.words) == (Fate.CLOSED, here.session, "Niet rechtstreeks; Via de functie")
    assert "remove the answers first" in here.refused(verbs.not_asked, activity=item, item=about)
    first, second = here.state.all(Heard)
    here.do(edit_heard, said=first.id, text="Nooit rechtstreeks")
    assert here.state.get(Question, about).words == "Nooit rechtstreeks; Via de functie"
    here.do(remove_heard, said=second.id)
    assert here.state.get(Question, about).words == "Nooit rechtstreeks"
    here.do(remove_heard, said=first.id)
    asked = here.state.get(Question, about)
    assert asked.waits and (asked.words, asked.treated, asked.closed) == ("", None, None)


def test_an_answer_that_did_not_do_leaves_the_question_open_while_its_line_is_typed_over() -> None:
    here, item = inviting()
    here.do(verbs.gather, activity=item)
    about = verbs.for_expert(here.state, here.fresh(item))[0].id
    here.do(hear, activity=item, text="Dat hangt ervan af", part=about)
    here.do(reopen, item=about, session=here.session)
    here.do(edit_heard, said=here.only(Heard).id, text="Dat hangt er sterk van af")
    asked = here.state.get(Question, about)
    assert asked.waits and asked.words == "Dat hangt ervan af"


def test_one_goes_over_the_talk_to_each_answer() -> None:
    here, item = inviting()
    assert verbs.stops(here.state, here.fresh(item)) == [(step, "") for step in InputStep]
    here.do(verbs.gather, activity=item)
    here.do(verbs.ask_new, activity=item, text="Wat kost het?")
    seen = [verbs.stop(here.state, here.fresh(item))]
    while there := verbs.stop_beside(here.state, here.fresh(item), 1):
        here.do(go_to, activity=item, step=there[0].value, treats=there[1])
        seen.append(verbs.stop(here.state, here.fresh(item)))
    assert seen == verbs.stops(here.state, here.fresh(item))
    asked = here.last(Question).id
    here.do(go_to, activity=item, step="answers", treats=asked)
    here.do(verbs.not_asked, activity=item, item=asked)
    assert verbs.stop(here.state, here.fresh(item)) == (InputStep.ANSWERS, here.state.all(Question)[0].id)


def test_the_glossary_grows_and_a_later_meaning_takes_the_place_of_one_before() -> None:
    here, item = inviting()
    here.do(terms.keep_term, activity=item, text="talent")
    here.do(terms.keep_term, activity=item, text="Competentie = wat iemand kan")
    assert [(term.text, term.meaning) for term in terms.glossary(here.state)] == [
        ("Competentie", "wat iemand kan"),
        ("talent", ""),
    ]
    assert "after a colon" in here.refused(terms.keep_term, activity=item, text="Talent")
    assert "Type the term" in here.refused(terms.keep_term, activity=item, text=": iets")
    here.do(terms.keep_term, activity=item, text="Talent: waar iemand in groeit: een leven lang")
    talent = next(term for term in here.state.all(Term) if term.text == "talent")
    assert talent.meaning == "waar iemand in groeit: een leven lang"
    assert "already" in here.refused(terms.edit_term, term=talent.id, text="competentie - x")
    here.do(plan_session, date="2027-05-04")
    later = Activity(id="z", session=here.last(Session).id, kind=ActivityKind.EXTERNAL_INPUT, position=1)
    here.state = here.state.holding([*(r for t in here.state.tables.values() for r in t.values()), later])
    here.do(terms.keep_term, activity="z", text="skill: het Engelse woord")
    assert [term.text for term in terms.known_by(here.state, here.session)] == ["Competentie", "talent"]
    assert [term.text for term in terms.known_by(here.state, later.session)] == ["Competentie", "skill", "talent"]


def test_answers_terms_and_agreements_stand_in_the_summary_and_a_commissioner_reads_none() -> None:
    here, item = inviting()
    here.do(verbs.name_expert, activity=item, text="Mieke Maes")
    here.do(verbs.gather, activity=item)
    here.do(hear, activity=item, text="Loon volgt de functie", part="talk")
    here.do(hear, activity=item, text="Niet rechtstreeks", part=verbs.for_expert(here.state, here.fresh(item))[0].id)
    here.do(terms.keep_term, activity=item, text="Talent: waar iemand in groeit")
    here.do(agree, session=here.session, text="Dat navragen; Els; mei", activity=item)
    view = summary(here.state, here.session)
    (told,) = view.inputs
    assert (told.expert, told.talk) == ("Mieke Maes", ("Loon volgt de functie",))
    assert told.answers == (("Hoe hangt loon samen met competenties?", ("Niet rechtstreeks",)),)
    written = str([*invited(view, Tongue("nl")), *glossary_of(view, Tongue("nl"))])
    for text in ("Mieke Maes", "Niet rechtstreeks", "Talent", "waar iemand in groeit"):
        assert text in written
    assert here.only(Action).activity == item
    assert "Dat navragen" in str(view.agreements)
    shared = summary(here.state, here.session, Naming.FULL, Version.COMMISSIONER)
    assert not shared.inputs and not shared.terms


def test_input_of_which_nothing_came_is_not_told() -> None:
    here, item = inviting()
    here.do(verbs.name_expert, activity=item, text="Mieke Maes")
    assert summary(here.state, here.session).inputs == ()
    assert verbs.expert(here.state, here.fresh(item)) == "Mieke Maes"
    here.do(verbs.name_expert, activity=item, text=" ")
    assert verbs.expert(here.state, here.fresh(item)) == ""
