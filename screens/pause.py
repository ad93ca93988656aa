"""The screen of this activity."""

from screens.base import ActivityScreen


class BreakScreen(ActivityScreen):
    """To be made."""
