"""The network whole, as JSON, whatever session was asked for."""

from __future__ import annotations

from data.report.report import Report
from data.store import copies


def render(report: Report) -> bytes:
    """Every record of the network (``docs/network.schema.json``), whatever is wanted of the report."""
    return copies.written(report.state)
