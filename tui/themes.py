"""The three looks: ink for a screen, paper for daylight, and projector for the back row."""

from __future__ import annotations

from textual.theme import Theme

# "rest" says something by its length or place: a scroll bar, a base line, the rest of a time line; "line" is air.
# "track" is what a scroll bar runs along.
# "asleep" is the ground of what is chosen while something else has the focus, "empty" what a bar is out of.
# "field" is a place to type in, "field-now" the one that has the focus.

INK = Theme(
    name="dark",
    dark=True,
    primary="#f2b84b",
    secondary="#6fb1f0",
    accent="#f2b84b",
    foreground="#e6e9ee",
    background="#12161c",
    surface="#1a2029",
    panel="#232b36",
    boost="#232b36",
    success="#7ccf9a",
    warning="#f08a5d",
    error="#f08a5d",
    variables={
        "key": "#e6e9ee",
        "muted": "#929dab",
        "line": "#323c4a",
        "rest": "#465264",
        "track": "#1f2630",
        "empty": "#232b36",
        "asleep": "#1a2029",
        "field": "#222a35",
        "field-now": "#2b3543",
        "on-accent": "#12161c",
        "attention": "#f08a5d",
        "cluster-1": "#6fb1f0",
        "cluster-2": "#5cc8d0",
        "cluster-3": "#b39af0",
        "cluster-4": "#e58fb1",
        "cluster-5": "#d6cf6a",
        "input-selection-background": "#6fb1f0 35%",
        "block-cursor-background": "#f2b84b",
        "block-cursor-foreground": "#12161c",
    },
)

PAPER = Theme(
    name="light",
    dark=False,
    primary="#8c5200",
    secondary="#1f5fa8",
    accent="#8c5200",
    foreground="#1f2530",
    background="#faf7f0",
    surface="#ffffff",
    panel="#e6ddc8",
    boost="#e6ddc8",
    success="#1b6d3f",
    warning="#a53c16",
    error="#a53c16",
    variables={
        "key": "#1f2530",
        "muted": "#5c6067",
        "line": "#d4cab4",
        "rest": "#948568",
        "track": "#e9e1cf",
        "empty": "#d2c8b2",
        "asleep": "#e6ddc8",
        "field": "#e6ddc8",
        "field-now": "#ffffff",
        "on-accent": "#ffffff",
        "attention": "#a53c16",
        "cluster-1": "#1f5fa8",
        "cluster-2": "#0b6a75",
        "cluster-3": "#5b3fb0",
        "cluster-4": "#a83268",
        "cluster-5": "#6b5d00",
        "input-selection-background": "#1f5fa8 25%",
        "block-cursor-background": "#8c5200",
        "block-cursor-foreground": "#ffffff",
    },
)

PROJECTOR = Theme(
    name="projector",
    dark=False,
    primary="#7a3f00",
    secondary="#0d4a8f",
    accent="#7a3f00",
    foreground="#000000",
    background="#ffffff",
    surface="#efe8d6",
    panel="#e8dfc8",
    boost="#e8dfc8",
    success="#0b5a2c",
    warning="#8f2a05",
    error="#8f2a05",
    variables={
        "key": "#000000",
        "muted": "#4b4f56",
        "line": "#a89c80",
        "rest": "#8e8265",
        "track": "#ebe4d2",
        "empty": "#d0c6ac",
        "asleep": "#ebe4d2",
        "field": "#e8dfc8",
        "field-now": "#d0c4a2",
        "on-accent": "#ffffff",
        "attention": "#8f2a05",
        "cluster-1": "#0d4a8f",
        "cluster-2": "#00545e",
        "cluster-3": "#47299c",
        "cluster-4": "#8d1f52",
        "cluster-5": "#544800",
        "input-selection-background": "#0d4a8f 25%",
        "block-cursor-background": "#7a3f00",
        "block-cursor-foreground": "#ffffff",
    },
)

THEMES = (INK, PAPER, PROJECTOR)
