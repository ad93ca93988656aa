"""What the network says of itself: everything can be changed later."""

import pytest
from msgspec.structs import replace

from data.model import Call, Element, Mix, Passage, Profile, Reach
from data.verbs import profile
from tests.data.verbs.room import room


def test_each_field_of_its_shape_changes_alone_and_back() -> None:
    here = room()
    asked = {
        "reach": (Reach.EXTERNAL, None),
        "mix": (Mix.MIXED, None),
        "meetings": (4, 0),
        "hosts_in_turn": (False, None),
        "call": (Call.CAPPED, None),
        "places": (15, 0),
    }
    for field, values in asked.items():
        for value in values:
            before = here.only(Profile)
            here.do(profile.set_shape, **{field: value})
            assert here.only(Profile) == replace(before, **{field: value})


@pytest.mark.parametrize(("field", "most"), [("meetings", 99), ("places", 999)])
def test_a_number_that_cannot_be_is_refused(field: str, most: int) -> None:
    here = room()
    here.do(profile.set_shape, **{field: most})
    for number in (most + 1, -1):
        assert "at most" in here.refused(profile.set_shape, **{field: number})


def test_what_is_gained_is_kept_as_lines() -> None:
    here = room()
    here.do(profile.set_profile, gains=["ideas", " "], gains_organisation=["less waste"])
    assert (here.only(Profile).gains, here.only(Profile).gains_organisation) == (("ideas",), ("less waste",))
    here.do(profile.set_profile, gains=[])
    assert here.only(Profile).gains == () and here.only(Profile).gains_organisation


def test_a_passage_of_the_invitation_is_written_over_and_given_back() -> None:
    here = room()
    here.do(profile.write_passage, element=Element.TIME, text="Four times\n\n- half a day\x1b[31m  ")
    here.do(profile.write_passage, element=Element.WORKING, text="Together")
    written = {passage.element: passage.text for passage in here.only(Profile).invitation}
    assert written == {Element.TIME: "Four times\n- half a day[31m", Element.WORKING: "Together"}
    here.do(profile.write_passage, element=Element.TIME, text=" ")
    assert here.only(Profile).invitation == (Passage(element=Element.WORKING, text="Together"),)
