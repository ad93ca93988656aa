"""The screen of this activity."""

from screens.base import ActivityScreen


class CloseScreen(ActivityScreen):
    """To be made."""
