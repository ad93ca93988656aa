"""The screen of this activity."""

from screens.base import ActivityScreen


class EvaluationScreen(ActivityScreen):
    """To be made."""
