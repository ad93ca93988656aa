"""The screen of this activity."""

from screens.base import ActivityScreen


class DecisionScreen(ActivityScreen):
    """To be made."""
