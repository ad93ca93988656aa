"""A walk through three sessions by keyboard."""
