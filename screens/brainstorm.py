"""The screen of this activity."""

from screens.base import ActivityScreen


class BrainstormScreen(ActivityScreen):
    """To be made."""
