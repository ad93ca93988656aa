"""Sharing without a screen, and the pictures that go to viewers."""
