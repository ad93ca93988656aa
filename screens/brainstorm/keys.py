"""The keys of a brainstorm: in the line, on the board, and everywhere."""

from __future__ import annotations

from data.i18n import N_
from screens.shell.by_name import by_name

LINE_KEYS = (
    by_name(
        "screen.to_board", N_("Board"), N_("To the board, where letters are commands; the line stays"), ("escape",), 10
    ),
    by_name(
        "screen.edit_last", N_("Correct the last"), N_("Word the last post-it anew; again: the one before"), ("up",)
    ),
    by_name(
        "screen.one_more",
        N_("Count one more"),
        N_("Somebody says the same: add one to the post-it that is there"),
        ("ctrl+d",),
    ),
)

ASK_KEYS = (
    by_name("screen.ask_no_more", N_("Never mind"), N_("Leave it as it is"), ("escape",), 10),
    by_name("screen.ask_walk(-1)", N_("The one before"), N_("Correct the post-it before this one"), ("up",)),
    by_name("screen.ask_walk(1)", N_("The one after"), N_("Correct the post-it after this one"), ("down",)),
)

SCREEN_KEYS = (
    by_name("screen.suggest", N_("Suggest clusters"), N_("Show where post-its could go, or hide it"), ("f5",), 20),
    by_name("screen.revive", N_("Reviving question"), N_("Read a question that gets ideas going again"), ("f6",)),
    by_name("screen.groups", N_("Small groups"), N_("Split the group evenly, with a countdown"), ("ctrl+s",)),
    by_name("screen.filter", N_("Filter"), N_("Show only the post-its with these letters"), ("ctrl+f",)),
    by_name("screen.attribution", N_("Attribution"), N_("Whether post-its say whose they are"), ()),
    by_name("screen.quiet_clock", N_("Stop the countdown"), N_("The small groups are back"), ()),
)

BOARD_KEYS = (
    by_name("screen.to_line", N_("Line"), N_("Back to the line; filter and marks go first"), ("escape",), 10),
    by_name("screen.new_cluster", N_("New cluster"), N_("From the marked post-its"), ("n",), 12),
    by_name(
        "screen.move_to",
        N_("To a cluster"),
        N_("By its number, or by a few letters; 0: loose"),
        ("m",),
        14,
    ),
    by_name("screen.rename", N_("Title"), N_("Give the cluster another title"), ("t",), 16),
    by_name("screen.edit", N_("Correct"), N_("Word the post-it anew (Enter too)"), ("e",)),
    by_name("screen.bin", N_("Bin"), N_("To the bin, and from the bin back"), ("x", "delete")),
    by_name("screen.show_bin", N_("Show the bin"), N_("Show what is in the bin, or hide it"), ("b",)),
    by_name("screen.filter_board", N_("Filter"), N_("Show only the post-its with these letters"), ("slash",)),
    by_name("screen.join", N_("Merge clusters"), N_("Put this cluster in another one"), ("j",)),
    by_name("screen.split", N_("Split off"), N_("Take the marked post-its into a new cluster behind this one"), ("s",)),
    by_name("screen.apart", N_("Take apart"), N_("Its post-its are loose again"), ("o",)),
    by_name(
        "screen.same",
        N_("The same"),
        N_("Keep the first of the marked, and count the rest"),
        ("equals_sign",),
    ),
    by_name("screen.weight(1)", N_("One more"), N_("One more person says this"), ("plus",)),
    by_name("screen.weight(-1)", N_("One less"), N_("One person less says this"), ("minus",)),
    by_name(
        "screen.along(-1)",
        N_("Cluster to the left"),
        N_("Move the cluster along the board"),
        ("ctrl+left", "less_than_sign"),
    ),
    by_name(
        "screen.along(1)",
        N_("Cluster to the right"),
        N_("Move the cluster along the board"),
        ("ctrl+right", "greater_than_sign"),
    ),
    by_name("screen.order(-1)", N_("Post-it up"), N_("Move the post-it within its cluster"), ("ctrl+up",)),
    by_name("screen.order(1)", N_("Post-it down"), N_("Move the post-it within its cluster"), ("ctrl+down",)),
    by_name(
        "screen.accept",
        N_("Accept"),
        N_("Do what is suggested for this post-it, or on a title for its group"),
        ("g",),
    ),
    by_name("screen.accept_all", N_("Accept all"), N_("Do everything that is suggested"), ("G",)),
    by_name(
        "screen.weigh",
        N_("Weigh"),
        N_("How feasible, how valuable: two digits a post-it"),
        ("w",),
    ),
    by_name("screen.hands", N_("Count hands"), N_("Who wants to go on with this cluster next session?"), ("h",)),
    by_name("screen.send('decision')", N_("To a decision"), N_("Make the cluster a proposal"), ("d",)),
    by_name("screen.send('parking')", N_("Park it"), N_("Keep the cluster in the parking lot"), ("k",)),
    by_name("screen.send('agenda')", N_("Next agenda"), N_("Put the cluster on the agenda of next session"), ("a",)),
    by_name("screen.question", N_("Question"), N_("Word the question that is worked on"), ("q",)),
)
