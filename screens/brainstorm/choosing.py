"""A cluster is chosen in the line by its number or by a few letters of its title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from data.i18n import _
from data.methods.capture_syntax import candidates
from data.model import Cluster
from screens.brainstorm.asking import Ask
from screens.brainstorm.canvas import Canvas

SHOWN = 6
"""So many clusters are offered at once."""


@dataclass(frozen=True, slots=True)
class ClusterChoice:
    """Which clusters are meant by what is typed, of all ``but`` one."""

    canvas: Canvas
    but: Cluster | None = None

    def found(self, typed: str) -> list[Cluster]:
        """The clusters that are meant, the likeliest first."""
        names = candidates(typed.strip(), self.canvas.titles)
        others = [cluster for cluster in self.canvas.clusters if cluster != self.but]
        return [cluster for name in names for cluster in others if cluster.title == name]

    def ask(
        self, prompt: str, then: Callable[[Cluster], None], how: str, make: Callable[[str], bool] | None = None
    ) -> Ask:
        """Ask for a cluster; with ``make`` a title that is not there may make one. ``how`` is told at first."""

        def hint(typed: str) -> Content:
            shown = self.found(typed)[:SHOWN]
            if typed and not shown:
                return Content(
                    _("new cluster “{title}”").format(title=typed) if make else _("No cluster has these letters.")
                )
            rows = [(str(self.canvas.clusters.index(cluster) + 1), cluster.title) for cluster in shown]
            return self.canvas.keys(*rows) if rows else Content(how)

        def submit(typed: str) -> bool:
            clusters = self.found(typed)
            if not typed.strip():
                return False
            if clusters:
                then(clusters[0])
                return True
            return bool(make and make(typed))

        return Ask(prompt, submit, hint=hint)


def texts_of(canvas: Canvas, notes: Sequence[str]) -> str:
    """What these post-its say, in one line."""
    return " · ".join(note.text for id_ in notes if (note := canvas.note(id_)))
