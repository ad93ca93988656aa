"""The screen of this activity."""

from screens.base import ActivityScreen


class CheckInScreen(ActivityScreen):
    """To be made."""
