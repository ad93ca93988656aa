"""Hosts take turns."""

from data.verbs import hosting, network
from tests.data.verbs.room import room


def test_whoever_was_host_least_often_is_first_and_colleagues_share_a_turn() -> None:
    here = room()
    karel, lien, an = here.who("Karel"), here.who("Lien"), here.who("An Peeters")
    assert hosting.hosts_in_turn(here.state) == []
    for who in (karel, lien, an):
        here.do(network.edit_participant, participant=who, hosts=True)
    here.do(network.plan_session, session=here.session, host=karel)
    assert next(who.id for who in hosting.hosts_in_turn(here.state)) == an, "Lien is of the same organisation as Karel"
    here.do(network.plan_session, host=an)
    assert {who.id for who in hosting.hosts_in_turn(here.state)} == {karel, lien, an}
    here.do(network.plan_session, session=here.session, host="")
    assert [who.id for who in hosting.hosts_in_turn(here.state)][-1] == an
