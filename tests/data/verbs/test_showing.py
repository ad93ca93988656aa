"""What the room is shown is decided for one session, kept, and never undone."""

from msgspec.structs import replace

from data.model import ActivityKind, Keep, Sees, Session, Shown, State
from data.verbs import network
from data.verbs.showing import PROGRAMME, show_room, shown
from tests.data.verbs.room import Room, room


def test_without_a_choice_the_room_follows() -> None:
    here = room()
    assert shown(here.state) == Shown(id="", session=here.session)
    assert shown(State()).sees is Sees.FOLLOW


def test_what_is_chosen_is_one_record_that_changes() -> None:
    here = room()
    storm = here.activity(ActivityKind.BRAINSTORM)
    made = here.do(show_room, sees=Sees.THIS, place=storm)
    assert made.keep is Keep.NEVER
    first = shown(here.state)
    assert first == Shown(id=first.id, session=here.session, sees=Sees.THIS, place=storm)
    here.do(show_room, sees=Sees.THIS, place=PROGRAMME)
    assert shown(here.state) == replace(first, place=PROGRAMME)
    here.do(show_room, sees=Sees.BLANK, place=storm)
    assert here.state.all(Shown) == [replace(first, sees=Sees.BLANK, place="")]
    assert here.do(show_room, sees=Sees.BLANK).puts == ()


def test_the_next_session_begins_by_following() -> None:
    here = room()
    here.do(show_room, sees=Sees.BLANK)
    here.do(network.close_session, session=here.session)
    here.do(network.plan_session)
    assert shown(here.state) == Shown(id="", session=here.last(Session).id)


def test_what_is_no_place_for_the_room_is_refused() -> None:
    here = room()
    for place in ("pending", "weg", ""):
        here.refused(show_room, sees=Sees.THIS, place=place)
    empty = Room()
    assert "no session" in empty.refused(show_room, sees=Sees.BLANK)
