"""The screen of this activity."""

from screens.base import ActivityScreen


class AgreementsScreen(ActivityScreen):
    """To be made."""
