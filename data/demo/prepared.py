"""What was prepared for the demo: the invitation, what was asked beforehand, and what stays of the kick-off."""

from __future__ import annotations

from data.demo.story import Story
from data.demo.telling import Telling
from data.model import Call, Element, Mix, Reach
from data.verbs import invitation, prepared, profile


def tell_prepared(demo: Telling, story: Story) -> None:
    """Fill in whom the network is for and what it gives, ask something before session 2, and keep some slides."""
    demo.do(profile.set_profile, gains=story.gains, gains_organisation=story.gains_organisation)
    shape = {"reach": Reach.EXTERNAL, "mix": Mix.MIXED, "meetings": 4, "hosts_in_turn": True}
    demo.do(profile.set_shape, **shape, call=Call.OPEN, places=15)
    demo.do(invitation.offer, element=Element.TAKE_HOME, texts=story.take_home)
    demo.do(invitation.expect, texts=story.expected)
    session = demo.session(2)
    asked = demo.do(prepared.ask_beforehand, session=session, text=story.assignment)
    answers = {demo.who(place): answer for place, answer in story.answers}
    demo.do(prepared.write_answers, assignment=asked.id, answers=answers)
    for number, line in story.material:
        demo.do(prepared.keep_resource, session=demo.session(number), text=line)
