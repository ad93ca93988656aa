"""What is prepared for the sessions of the demo: the invitation, what is asked beforehand, and what stays of them."""

from __future__ import annotations

from data.demo.story import Story
from data.demo.telling import Telling
from data.model import Call, Element, Mix, Reach
from data.verbs import invitation, prepared, profile, promises
from data.verbs.preparation import set_form


def invite(demo: Telling, story: Story) -> None:
    """Say whom the network is for, what it promises, and what it expects."""
    demo.do(profile.set_profile, gains=story.gains, gains_organisation=story.gains_organisation)
    shape = {"reach": Reach.EXTERNAL, "mix": Mix.MIXED, "meetings": 4, "hosts_in_turn": True}
    demo.do(profile.set_shape, **shape, call=Call.OPEN, places=15)
    demo.do(promises.add_promises, texts=story.promises)
    demo.do(invitation.offer, element=Element.TAKE_HOME, texts=story.take_home)
    demo.do(invitation.expect, texts=story.expected)


def ask_beforehand(demo: Telling, story: Story) -> None:
    """Ask something before the third and the fourth session, of which some was delivered; keep slides and links."""
    for number, text in enumerate(story.assignments, start=3):
        asked = demo.do(prepared.ask_beforehand, session=demo.session(number), text=text)
        if number == 3:
            answers = {demo.who(place): answer for place, answer in story.answers}
            demo.do(prepared.write_answers, assignment=asked.id, answers=answers)
        else:
            demo.do(set_form, assignment=asked.id, questions=story.form)
    for number, line in story.material:
        demo.do(prepared.keep_resource, session=demo.session(number), text=line)
