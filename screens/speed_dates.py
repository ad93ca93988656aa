"""The screen of this activity."""

from screens.base import ActivityScreen


class SpeedDatesScreen(ActivityScreen):
    """To be made."""
