"""What people do with a proposed grouping: where they begin, and what a note that they move takes along.

A few notes that people place say more than any encoder. So one begins with one post-it a group (`first_to_place`). When
somebody then moves a note to another group, others that are like it go along (`after_move`), for the first
MOST_MOVES moves; from then on the board is people's own, and nothing moves but what they move. What people
moved or placed never moves by itself, nor does anything in groups that a move is not about. Importing this is light.
"""

from collections.abc import Collection, Sequence

from data.methods.clusters.encoders import Encoder
from data.methods.clusters.records import Group, NoteText, Proposal


def first_to_place(proposal: Proposal) -> tuple[int, ...]:
    """One note of each proposed group, the one that says it best, the largest group first: what people place to begin.

    Groups that people made already have such a note.
    """
    return tuple(group.quote for group in proposal.clusters if not group.given)


def after_move(
    notes: Sequence[NoteText],
    encoder: Encoder,
    standing: Sequence[Group],
    note: int,
    to: int | None,
    *,
    by_hand: Collection[int] = (),
    lang: str | None = None,
) -> tuple[Group, ...]:
    """The groups after somebody moved `note` to the group with the index `to`, or to a new one (None).

    `standing` are the groups as they are shown; `by_hand` the notes that were moved by hand before. Notes of the group
    that is left, and that are clearly more like the moved note and its new group, go along: at most half of
    these, none that was moved by hand or has a cluster, and none at all after MOST_MOVES moves. Groups keep
    their order and title; a new one stands last with a title of its own; an empty one goes.

    Raises:
        IndexError: where `note` or `to` is not there.
    """
    from data.methods.clusters import _corrections

    return _corrections.after_move(notes, encoder, standing, note, to, by_hand=by_hand, lang=lang)


def with_late(notes: Sequence[NoteText], encoder: Encoder, standing: Sequence[Group]) -> tuple[Group, ...]:
    """The standing groups with the notes that are in none of them: each joins the group that it suits best.

    Nothing that stands moves, and no title changes. Without groups the late notes stay out.
    """
    from data.methods.clusters import _corrections

    return _corrections.with_late(notes, encoder, standing)
