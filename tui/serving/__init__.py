"""Kring in a browser: a small gate in front of windows that run on this machine (``kring serve``)."""
