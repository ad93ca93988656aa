"""What the room sees of each activity: everything it should, and nothing that is not for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace

from data.methods.votes.ways import spec_of
from data.model import (
    ActivityKind,
    ContributionStep,
    Decision,
    Entry,
    Evaluation,
    InputStep,
    Participant,
    Phase,
    PreparationStep,
    State,
    Way,
)
from screens.brainstorm.room import Doing
from screens.brainstorm.room import view as storm_view
from screens.shell.room import Moment, projected, under_status
from tests.screens import moments as at
from widgets.large_sizes import LEGIBLE
from widgets.letters import STANDING_ALONE, Size
from widgets.projected import Bar, Item, Projected, Spread
from widgets.projection import laid_out


def said(view: Projected) -> str:
    """Everything that can be read in a view, its shorter list too."""
    parts = [view.status, view.giant, view.lead, view.asked]
    for item in (*view.items, *view.shorter):
        parts += [item.label, item.text, item.aside]
        if isinstance(item.drawing, Bar):
            parts.append(item.drawing.said)
        if isinstance(item.drawing, Spread):
            parts += item.drawing.marks
    return "\n".join(parts)


def listed(view: Projected) -> list[str]:
    return [item.text for item in view.items]


def drawings(view: Projected) -> list[Bar | Spread]:
    return [item.drawing for item in view.items if item.drawing]


# -- brainstorm


@pytest.mark.parametrize("count", [0, 10, 60])
def test_while_ideas_come_in_the_question_is_giant_and_every_post_it_stands_below(count: int) -> None:
    view = projected(at.storm(*at.notes(count)))
    assert view.giant == view.question == at.QUESTION
    assert listed(view) == [note.text for note in at.notes(count)]


@pytest.mark.parametrize(("count", "groups"), [(10, 3), (60, 8)])
def test_a_board_has_every_post_it_under_the_title_of_its_cluster(count: int, groups: int) -> None:
    view = projected(at.storm(*at.notes(count, groups), *at.clusters(groups)))
    heads = [item.text for item in view.items if item.heading]
    assert heads == [*at.CLUSTERS[:groups], "Los"]
    assert sorted(item.text for item in view.items if not item.heading) == sorted(n.text for n in at.notes(count))
    under: dict[str, list[str]] = {}
    for item in view.items:
        under.setdefault(item.text if item.heading else heads[len(under) - 1], []).append(item.text)
    first = {note.text for note in at.notes(count, groups) if note.cluster == "c1"}
    assert set(under["Houding"][1:]) == first


def test_where_they_do_not_fit_the_titles_stand_with_how_many_post_its_they_have() -> None:
    view = projected(at.storm(*at.notes(60, 8), *at.clusters(8)))
    counted = {item.text: item.aside for item in view.shorter}
    assert counted == {
        **dict.fromkeys(at.CLUSTERS[:5], "7 post-its"),
        **dict.fromkeys(at.CLUSTERS[5:], "6 post-its"),
        "Los": "7 post-its",
    }


def test_of_many_loose_post_its_the_newest_stand_below_their_number() -> None:
    view = projected(at.storm(*at.notes(60)))
    assert view.shorter[0] == Item("60 post-its, de nieuwste eerst", heading=True)
    assert view.shorter[1].text == at.notes(60)[-1].text


def test_nobody_is_named_on_a_board_and_the_bin_is_not_shown() -> None:
    noted = at.notes(10, subgroup=1)
    gone = replace(noted[0], id="gone", text="in de bak", binned=True)
    for attribution in ("off", "optional", "subgroup"):
        seen = said(projected(at.storm(*noted, gone, attribution=attribution)))
        assert not [who.name for who in at.PEOPLE if who.name.split()[0] in seen.split()]
        assert gone.text not in seen


def test_a_reviving_question_is_giant_and_the_question_stays_on_the_line() -> None:
    view = storm_view(at.storm(*at.notes(3)), Doing(revives="Wat zou oma doen?"))
    assert (view.giant, view.status) == ("Wat zou oma doen?", at.QUESTION)


def test_small_groups_keep_their_time_and_who_sits_where_while_post_its_come_in() -> None:
    for count in (0, 3):
        view = projected(at.storm(*at.notes(count), subgroups=at.groups(), countdown=at.CLOCK))
        assert view.giant == "08:30"
        assert view.question == at.QUESTION
        assert (view.items[0].label, view.items[0].text, len(view.items)) == ("1", "An\u00a0C. · An\u00a0P. · Bram", 4)
        assert view.status == (f"Brainstorm · {count} post-its" if count else "Brainstorm")


def test_when_their_time_is_over_what_they_bring_is_read_on_the_board() -> None:
    over = replace(at.CLOCK, ends="2027-03-16T14:30:59+01:00")
    assert projected(at.storm(*at.notes(3), subgroups=at.groups(), countdown=over)).giant == at.QUESTION
    assert projected(at.storm(subgroups=at.groups(), countdown=over)).giant == "+00:01"


def test_small_groups_without_a_clock_stand_there_until_the_first_post_it() -> None:
    assert "Bram" in said(projected(at.storm(subgroups=at.groups())))
    assert "Bram" not in said(projected(at.storm(*at.notes(1), subgroups=at.groups())))


def test_in_a_poll_every_cluster_has_its_bar_and_the_one_of_now_stands_out() -> None:
    now = at.storm(*at.notes(20, 4), *at.clusters(4, polled=True))
    view = storm_view(now, Doing(polls="c2"))
    assert listed(view) == list(at.CLUSTERS[:4])
    assert [(bar.count, bar.of, bar.said) for bar in drawings(view) if isinstance(bar, Bar)] == [
        (3, 12, "3 van 12"),
        (8, 12, "8 van 12"),
        (0, 12, "0 van 12"),
        (5, 12, "5 van 12"),
    ]
    assert [item.now for item in view.items] == [False, True, False, False]
    assert "3 van 12" in said(projected(now)), "afterwards the bars stand on the board"
    assert not any(item.aside for item in projected(now).items if item.drawing), "and alone"


def test_a_cluster_that_was_not_asked_yet_has_no_count() -> None:
    view = storm_view(at.storm(*at.notes(8, 2), *at.clusters(2)), Doing(polls="c1"))
    assert [bar.said for bar in drawings(view) if isinstance(bar, Bar)] == ["–", "–"]


def test_of_weighing_only_the_picture_is_seen_and_where_to_begin() -> None:
    view = storm_view(at.storm(*at.weighed(10)), Doing(weighs=True))
    assert view.squares
    assert sum(map(sum, view.squares.counts)) == 10
    both = [note for note in at.weighed(10) if (note.feasibility or 0) >= 4 and (note.value or 0) >= 4]
    assert set(listed(view)) == {"Begin hier", *(note.text for note in both)}
    assert not view.giant


# -- decision


def test_while_it_is_explored_the_question_is_giant_with_why_it_is_asked() -> None:
    view = projected(at.decision(Phase.EXPLORE, 0))
    assert view.giant.startswith("Waarmee gaan we")
    assert any("Uit de brainstorm" in text for text in listed(view))
    assert any("nog twee sessies" in text for text in listed(view))


@pytest.mark.parametrize("count", [0, 3, 8])
def test_proposals_stand_under_the_question_by_their_letters(count: int) -> None:
    view = projected(at.decision(Phase.PROPOSE, count))
    assert view.giant.startswith("Waarmee gaan we")
    assert [(item.label, item.text) for item in view.items] == list(zip("ABCDEFGH", at.PROPOSALS, strict=True))[:count]


def test_an_examined_proposal_is_giant_over_its_points_and_no_colour_of_a_cluster_is_in_it() -> None:
    view = projected(at.decision(Phase.EXAMINE))
    assert view.giant == "A: Feedback geven zonder te kwetsen"
    assert view.question.startswith("Waarmee gaan we")
    assert [item.label for item in view.items if item.label] == ["Sterktes", "Zwaktes", "Kansen", "Bedreigingen"]
    assert len(view.items) == 5
    assert not [item for item in view.items if "cluster" in item.style]


@pytest.mark.parametrize("entry", Entry)
@pytest.mark.parametrize("way", Way)
def test_a_vote_shows_what_is_asked_and_how_to_answer_and_never_who_or_how_many_did(way: Way, entry: Entry) -> None:
    if way is Way.RANKING and entry is Entry.HANDS:
        return
    before = at.voting(way, entry, 3)
    vote = at.the_vote(before)
    view = projected(before)
    assert view.giant
    assert {item.text for item in view.items if item.label} <= set(at.PROPOSALS)
    assert len([item for item in view.items if item.label]) == len(vote.options)
    spec = spec_of(vote)
    for code in spec.choices:
        word = spec.answer_word(code)
        assert word and word.message
    assert listed(view)[-1] != "Zo antwoord je"
    if entry is not Entry.PERSON:
        return
    first = vote.options[0].proposal
    after = projected(at.answered(before, [{first: 1}, {first: 1}]))
    assert said(after) == said(view), "two people answered, and nothing of it shows"
    assert not [who.name for who in at.PEOPLE if who.name in said(after)]


def test_counted_hands_show_only_when_the_vote_is_closed() -> None:
    from data.verbs.decision.vote import count_hands

    before = at.voting(Way.FOR_AGAINST, Entry.HANDS)
    after = at.done(before, count_hands, vote=at.the_vote(before).id, proposal="v0", answer="against", hands=7)
    assert said(projected(after)) == said(projected(before))


def test_a_result_is_giant_with_its_bars_beside_it() -> None:
    view = projected(at.for_against())
    assert (view.giant, view.style, view.beside) == ("Aangenomen.", "$success", True)
    assert [(item.text, item.drawing.said) for item in view.items if isinstance(item.drawing, Bar)] == [
        ("voor", "9 van 11"),
        ("tegen", "2 van 11"),
    ]
    assert ("A", at.PROPOSALS[0]) in [(item.label, item.text) for item in view.items]
    assert "12 van 12 antwoordden." in said(view)


@pytest.mark.parametrize("count", [3, 8])
def test_a_result_about_many_has_a_bar_or_columns_for_each_in_no_colour_of_a_cluster(count: int) -> None:
    for now, kind in ((at.all_of_us(count), Bar), (at.fingers(count), Spread)):
        view = projected(now)
        assert [type(drawn) for drawn in drawings(view)] == [kind] * count
        assert sorted(item.text for item in view.items if item.label) == sorted(at.PROPOSALS[:count])
        assert not [drawn for drawn in drawings(view) if "cluster" in drawn.style or "accent" in drawn.style]


def test_nobody_is_named_in_a_result() -> None:
    for now in (at.for_against(), at.all_of_us(3), at.fingers(3), at.secret(3)):
        assert not [who.name for who in at.PEOPLE if who.name in said(projected(now))]


def test_a_few_secret_ballots_leave_no_count() -> None:
    few, many = projected(at.secret(3, 4)), projected(at.secret(3, 12))
    assert not drawings(few)
    assert len(drawings(many)) == 3


def test_what_was_decided_is_giant_with_what_decided_it_and_who_does_what() -> None:
    view = projected(at.decided())
    assert view.giant.startswith("We oefenen feedback")
    assert view.style == "$success"
    for text in ("voor of tegen, 9 van 11", "Zaal zoeken", "Karel · mei", "9 van 11"):
        assert text in said(view), text


# -- evaluation


@pytest.mark.parametrize("count", [0, 3, 12])
def test_the_room_is_asked_what_stands_on_the_form_and_told_how_many_are_in(count: int) -> None:
    view = projected(at.forms(count))
    assert view.giant == "Hoe was deze sessie?"
    asked = [text.replace("\u00a0", " ") for text in listed(view)]
    assert asked[1:4] == ["Inhoud", "Discussie", "Begeleiding"]
    assert asked[5:] == ["Leerpunten", "Thema's behandelen", "Thema's uitdiepen"], "as many, each on its own line"
    assert view.status == (f"Evaluatie · {count} formulieren binnen" if count else "Evaluatie")


def test_before_it_is_opened_nothing_of_a_form_is_seen() -> None:
    shown = said(projected(at.forms(12)))
    for secret in _written(at.forms(12).state):
        assert secret not in shown


def test_opened_it_has_the_average_and_the_spread_of_each_score_and_no_word_or_name() -> None:
    view = projected(at.forms(12, revealed=True))
    scores = [("7,5", "Inhoud"), ("7,5", "Discussie"), ("6,8", "Begeleiding")]
    assert [(item.label, item.text) for item in view.items] == scores, "the averages stand under one another"
    assert all(item.fact for item in view.items)
    assert view.status == "Hoe was deze sessie? · 12 formulieren · gemiddelden op 10"
    assert [drawn.counts[7] for drawn in drawings(view) if isinstance(drawn, Spread)] == [3, 12, 2]
    shown = said(view)
    assert not [each for each in _written(at.forms(12).state) if each in shown]


@pytest.mark.parametrize("count", [1, 4])
def test_of_fewer_than_five_forms_no_score_is_told(count: int) -> None:
    view = projected(at.forms(count, revealed=True))
    assert not view.items
    assert "7,5" not in said(view)


def test_a_score_that_fewer_than_five_gave_is_left_out() -> None:
    now = at.forms(6, revealed=True)
    sparse = [
        Evaluation(id=f"x{n}", session="s", activity="a", content=5, facilitation=7 if n < 4 else None)
        for n in range(6)
    ]
    kept = [record for record in at.everything(now.state) if not isinstance(record, Evaluation)]
    view = projected(Moment(State.holding([*kept, *sparse]), now.activity, now.now))
    assert [(item.label, item.text) for item in view.items] == [("5", "Inhoud")]


def test_aloud_two_questions_are_asked_and_nothing_is_counted() -> None:
    view = projected(at.forms(3, spoken=True))
    assert listed(view) == ["Wat heb je geleerd?", "Hoe ging het?"]
    assert "formulier" not in said(view)


def _written(state: State) -> list[str]:
    every = state.all(Evaluation)
    words = [text for form in every for text in (*form.learning, *form.treat, form.content_comment) if text]
    return [*words, *(who.name for who in state.all(Participant))]


# -- agreements and close


def test_agreements_have_who_and_when_under_the_rules() -> None:
    view = projected(at.agreements(ActivityKind.AGREEMENTS, 3, 8))
    assert [item.text for item in view.items if item.heading] == [
        "Spelregels",
        "Werkwijze",
        "Afspraken",
        "Volgende sessie",
    ]
    agreed = {item.text: item.aside for item in view.items}
    assert agreed["Zaal en koffie regelen in de oude remise"] == "Kadir · een week vooraf"
    assert agreed["Een voorbeeld van een talentgesprek meebrengen"] == "Lien, Bram · sessie 3"
    assert agreed[at.RULES[2]] == "voorgesteld" and not agreed[at.RULES[0]]
    assert set(at.AGREED[0][0:1]) <= {item.text for item in view.shorter}


def test_the_close_has_the_next_session_giant_with_what_is_to_be_done() -> None:
    view = projected(at.agreements(ActivityKind.CLOSE, 2, 3))
    assert view.giant == "Tot\u00a0wo\u00a014\u00a0april,\u00a013:30"
    assert [item.text for item in view.items if item.heading] == ["Te doen", "Volgende keer"]
    for shown in (view.items, view.shorter):
        texts = [item.text for item in shown]
        assert texts[texts.index("Volgende keer") + 1] == "De oude remise, Gent", "also where not all fits"
    assert "Lien, Bram" in said(view)
    assert view.question == "Talent op de werkvloer"


def test_where_not_all_fits_the_close_keeps_what_was_decided() -> None:
    closing = at.agreements(ActivityKind.CLOSE, 2, 3)
    here = closing.activity.session
    taken = Decision(id="d", session=here, question="Wie?", outcome="We vragen Roos.", decided_in=here)
    view = projected(Moment(State.holding([*at.everything(closing.state), taken]), closing.activity, closing.now))
    assert [item.text for item in view.shorter if item.heading] == ["Te doen", "Besloten", "Volgende keer"]
    assert ("✓", "We vragen Roos.") in {(item.label, item.text) for item in view.shorter}


def test_where_not_all_fits_the_close_shows_the_first_to_dos_and_how_many_there_are_besides() -> None:
    view = projected(at.agreements(ActivityKind.CLOSE, 2, 8))
    assert "… en nog 4" in {item.text for item in view.shorter}
    assert len(projected(at.agreements(ActivityKind.CLOSE, 2, 5)).shorter) == len(view.shorter)


def test_the_next_session_stands_under_the_agreements_without_its_themes() -> None:
    view = projected(at.agreements(ActivityKind.AGREEMENTS, 3, 8))
    meeting = view.items[-1]
    assert meeting == view.shorter[-1] and not meeting.aside
    assert (meeting.text, meeting.below) == ("wo 14 april 2027 · 13:30", "De oude remise, Gent"), "together"


def test_where_not_all_fits_the_close_says_where_we_meet_and_how_many_themes() -> None:
    """They were left out without a word."""
    view = projected(at.agreements(ActivityKind.CLOSE, 2, 3))
    where = [[item.text for item in shown][-2:] for shown in (view.items, view.shorter)]
    assert where[1] == ["Volgende keer", "De oude remise, Gent"] != where[0]
    themes = len(view.items) - 2 - [item.text for item in view.items].index("Volgende keer")
    assert view.shorter[-1].aside == ("1 thema" if themes == 1 else f"{themes} thema's")


def test_without_a_date_the_close_says_so() -> None:
    view = projected(at.agreements(ActivityKind.CLOSE, 0, 0, coming=False))
    assert (view.giant, listed(view)) == ("Bedankt!", ["De datum spreken we nog af."])


# -- external input


def test_the_questions_for_the_expert_stand_there_without_who_asked_them() -> None:
    view = projected(at.external(InputStep.QUESTIONS, 6))
    assert (view.giant, view.lead) == ("Wat vragen we aan Mieke Maes?", "08:30")
    assert listed(view) == list(at.ASKED)
    assert not [who.name for who in at.PEOPLE if who.name.split()[0] in said(view).split()]
    assert listed(projected(at.external(InputStep.TALK, 6))) == list(at.ASKED), "what to listen for"


def test_a_question_is_giant_over_its_answers() -> None:
    view = projected(at.external(InputStep.ANSWERS, 6, 3))
    assert view.giant == view.question == at.ASKED[0]
    assert listed(view) == list(at.ANSWERS)
    assert view.status == "Externe input · Mieke Maes · Antwoorden"


def test_terms_stand_with_what_they_mean_and_those_to_come_with_a_question_mark() -> None:
    view = projected(at.external(InputStep.TERMS))
    assert {item.text: item.label for item in view.items}["Loopbaan?"] == "?"
    assert "Talent: waar iemand snel in groeit en plezier in heeft" in listed(view)
    agreed = projected(at.external(InputStep.AGREED))
    assert listed(agreed) == [text for text, _who, _due in at.AGREED[:3]]


# -- contributions


def test_what_is_brought_is_giant_with_who_brings_it_and_what_came_of_it() -> None:
    view = projected(at.contributed(ContributionStep.BROUGHT, 2, 3))
    assert (view.giant, view.status, view.lead) == (at.IDEAS[0], "Inbreng · An Claes", "08:30")
    assert listed(view) == list(at.ANSWERS)
    nothing = projected(at.contributed(ContributionStep.BROUGHT, 0))
    assert nothing.giant == "Wie brengt vandaag iets in?"


def test_what_is_asked_for_next_time_stands_there_with_of_whom() -> None:
    view = projected(at.contributed(ContributionStep.ASKED, 1))
    assert [(item.text, item.aside) for item in view.items] == [(at.IDEAS[1], "An P."), (at.IDEAS[2], "Bram")]


# -- a preparation


def test_answers_stand_on_the_wall_counted_together_and_nobody_is_named() -> None:
    view = projected(at.prepared(PreparationStep.QUESTION, 8, 2))
    assert (view.giant, view.status) == (at.ASKED[0], "Voorbereiding besproken · 1 van 3")
    assert (view.items[0].text, view.items[0].aside) == ("Ja", "4 keer")
    assert listed(view)[-3:] == ["Wat ons opvalt", *at.ANSWERS[:2]]
    assert not [who.name for who in at.PEOPLE if who.name.split()[0] in said(view).split()]
    assert view.shorter[0].text == "8 antwoorden"
    assert listed(projected(at.prepared(PreparationStep.FORM))) == list(at.ASKED[:3])


def test_amber_is_only_for_what_is_now() -> None:
    """The question or the proposal of now, the time, and the cluster that is polled; never a result or a list."""
    for view in (projected(at.for_against()), projected(at.all_of_us(3)), projected(at.decided())):
        assert "accent" not in view.style
        assert not [item for item in view.items if item.now or "accent" in item.style]


# -- how large

ROOMS = ((80, 24), (120, 36), (200, 50))

VIEWS: Mapping[str, Callable[[], Projected]] = {
    "question alone": lambda: projected(at.storm()),
    "10 post-its": lambda: projected(at.storm(*at.notes(10))),
    "60 post-its": lambda: projected(at.storm(*at.notes(60))),
    "10 in 3 clusters": lambda: projected(at.storm(*at.notes(10, 3), *at.clusters(3))),
    "60 in 8 clusters": lambda: projected(at.storm(*at.notes(60, 8), *at.clusters(8))),
    "a board with hands": lambda: projected(at.storm(*at.notes(20, 4), *at.clusters(4, polled=True))),
    "small groups": lambda: projected(at.storm(subgroups=at.groups())),
    "small groups at work": lambda: projected(at.storm(*at.notes(3), subgroups=at.groups(), countdown=at.CLOCK)),
    "a poll of 4": lambda: storm_view(at.storm(*at.notes(20, 4), *at.clusters(4, polled=True)), Doing(polls="c2")),
    "a poll of 8": lambda: storm_view(at.storm(*at.notes(60, 8), *at.clusters(8, polled=True)), Doing(polls="")),
    "weighing": lambda: storm_view(at.storm(*at.weighed(10)), Doing(weighs=True)),
    "explore": lambda: projected(at.decision(Phase.EXPLORE, 0)),
    "3 proposals": lambda: projected(at.decision(Phase.PROPOSE, 3)),
    "8 proposals": lambda: projected(at.decision(Phase.PROPOSE, 8)),
    "examine": lambda: projected(at.decision(Phase.EXAMINE)),
    "fingers on 3": lambda: projected(at.voting(Way.FINGERS, Entry.PERSON, 3)),
    "consent": lambda: projected(at.voting(Way.CONSENT, Entry.HANDS)),
    "dots on 8": lambda: projected(at.voting(Way.DOTS, Entry.SECRET, 8)),
    "result for or against": lambda: projected(at.for_against()),
    "result on 3": lambda: projected(at.all_of_us(3)),
    "result on 8": lambda: projected(at.all_of_us(8)),
    "fingers of 3": lambda: projected(at.fingers(3)),
    "fingers of 8": lambda: projected(at.fingers(8)),
    "few secret ballots": lambda: projected(at.secret(3, 4)),
    "decided": lambda: projected(at.decided()),
    "form": lambda: projected(at.forms(7)),
    "aloud": lambda: projected(at.forms(0, spoken=True)),
    "scores": lambda: projected(at.forms(12, revealed=True)),
    "too few forms": lambda: projected(at.forms(3, revealed=True)),
    "2 rules": lambda: projected(at.agreements(ActivityKind.AGREEMENTS, 2, 0, coming=False)),
    "8 agreements": lambda: projected(at.agreements(ActivityKind.AGREEMENTS, 3, 8)),
    "close": lambda: projected(at.agreements(ActivityKind.CLOSE, 2, 3)),
    "close with 8": lambda: projected(at.agreements(ActivityKind.CLOSE, 2, 8)),
    "close without a date": lambda: projected(at.agreements(ActivityKind.CLOSE, 0, 0, coming=False)),
    "6 questions for an expert": lambda: projected(at.external(InputStep.QUESTIONS, 6)),
    "an answer of an expert": lambda: projected(at.external(InputStep.ANSWERS, 6, 3)),
    "terms": lambda: projected(at.external(InputStep.TERMS)),
    "a contribution": lambda: projected(at.contributed(ContributionStep.BROUGHT, 2, 3)),
    "what is asked next": lambda: projected(at.contributed(ContributionStep.ASKED, 1)),
    "10 answers to a scan": lambda: projected(at.prepared(PreparationStep.QUESTION, 10, 2)),
    "a scan": lambda: projected(at.prepared(PreparationStep.FORM)),
}

FLOORS: Mapping[str, str] = {
    "question alone": "narrow/plain tall/plain large/plain",
    "10 post-its": "narrow/plain tall/plain tall/narrow",
    "60 post-its": "narrow/plain tall/plain tall/plain",
    "10 in 3 clusters": "narrow/plain tall/plain slim/tall",
    "60 in 8 clusters": "narrow/plain narrow/small tall/plain",
    "a board with hands": "narrow/plain narrow/plain slim/plain",
    "small groups": "narrow/plain tall/small slim/tall",
    "small groups at work": "tall/plain large/narrow huge/tall",
    "a poll of 4": "narrow/small tall/narrow large/tall",
    "a poll of 8": "tall/plain tall/small large/narrow",
    "weighing": "plain/small small/narrow tall/tall",
    "explore": "narrow/plain narrow/small slim/tall",
    "3 proposals": "narrow/small tall/narrow slim/tall",
    "8 proposals": "narrow/plain tall/plain tall/narrow",
    "examine": "narrow/plain tall/small slim/narrow",
    "fingers on 3": "tall/plain narrow/small slim/tall",
    "consent": "tall/plain tall/narrow slim/tall",
    "dots on 8": "narrow/plain tall/plain tall/narrow",
    "result for or against": "tall/small large/narrow giant/tall",
    "result on 3": "tall/plain slim/small tall/tall",
    "result on 8": "narrow/plain slim/plain slim/small",
    "fingers of 3": "tall/plain narrow/small large/narrow",
    "fingers of 8": "narrow/plain tall/plain tall/small",
    "few secret ballots": "tall/plain narrow/small tall/tall",
    "decided": "narrow/plain tall/small slim/narrow",
    "form": "narrow/small tall/narrow large/tall",
    "aloud": "plain/tall plain/tall plain/giant",
    "scores": "plain/narrow plain/narrow plain/tall",
    "too few forms": "tall/plain slim/plain lofty/plain",
    "2 rules": "narrow/small tall/narrow large/tall",
    "8 agreements": "narrow/plain tall/plain tall/small",
    "close": "narrow/plain narrow/small slim/narrow",
    "close with 8": "narrow/plain tall/plain tall/small",
    "close without a date": "large/tall giant/tall huge/large",
    "6 questions for an expert": "narrow/plain slim/plain slim/narrow",
    "an answer of an expert": "narrow/plain tall/small slim/tall",
    "terms": "tall/plain tall/small slim/narrow",
    "a contribution": "narrow/plain tall/small slim/tall",
    "what is asked next": "tall/plain tall/narrow large/tall",
    "10 answers to a scan": "narrow/plain slim/plain slim/small",
    "a scan": "slim/plain large/small large/tall",
}
"""For each view: the smallest giant text and list at each of the three sizes of screen."""


@pytest.mark.parametrize("place", range(3), ids=[f"{width}x{height}" for width, height in ROOMS])
@pytest.mark.parametrize("name", VIEWS)
def test_a_room_view_shows_all_of_it_and_large(name: str, place: int) -> None:
    """All that is on its list, or on the shorter one; the key bar takes one row of the screen."""
    view, (width, height) = VIEWS[name](), ROOMS[place]
    drawn = laid_out(under_status(view, at.storm().state, at.NOW), width, height - 1)
    assert not drawn.left_out
    assert len(drawn.lines) <= height - 1
    assert all(line.cell_length <= width for line in drawn.lines)
    giant, listed = FLOORS[name].split()[place].split("/")
    assert STANDING_ALONE.index(drawn.giant) <= STANDING_ALONE.index(sized(giant)), drawn.sizes
    assert STANDING_ALONE.index(drawn.listed) <= STANDING_ALONE.index(sized(listed)), drawn.sizes


def test_every_view_has_its_floors_and_something_in_it_is_drawn_large() -> None:
    assert FLOORS.keys() == VIEWS.keys()
    for floors in FLOORS.values():
        for floor in floors.split():
            assert any(sized(part).cap > 0 for part in floor.split("/")), floor


def sized(name: str) -> Size:
    return next(one for one in STANDING_ALONE if one.name == name)


def test_a_board_on_a_wide_screen_shows_its_clusters_where_the_post_its_would_be_too_small() -> None:
    view = VIEWS["a board with hands"]()
    assert view.legible
    for room in ((120, 36), (200, 50)):
        drawn = laid_out(view, *room)
        assert drawn.listed.cap * LEGIBLE >= room[1], "the back row reads it"


def test_an_empty_board_shows_its_question_and_no_count_of_nothing() -> None:
    view = VIEWS["question alone"]()
    assert not view.items
    assert laid_out(view, 120, 36).lines == laid_out(replace(view, shorter=()), 120, 36).lines
