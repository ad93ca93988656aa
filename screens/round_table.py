"""The screen of this activity."""

from screens.base import ActivityScreen


class RoundTableScreen(ActivityScreen):
    """To be made."""
