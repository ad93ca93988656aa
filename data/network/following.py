"""Following a network file: what it holds, as others write it. Nothing is written, not even beside it."""

from __future__ import annotations

from pathlib import Path

from data.model import Profile, Said, State, say
from data.network.opening import Unopened, first_read
from data.store.codec import Damaged
from data.store.image import Image
from data.store.storage import KringStorage

PATIENCE = 20
"""So many looks in a row at which the file cannot be read before it is told: others may write it in two steps."""


class Following:
    """A file that others write. It keeps what it saw last while the file is gone, damaged or another network's."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            Unopened: it is not there, not a network, or damaged.
        """
        self._storage = KringStorage(path)
        self._image = _first(path, self._storage)
        self._missed = 0

    @property
    def state(self) -> State:
        """What the file held when it could last be read."""
        return self._image.state

    @property
    def erased(self) -> int:
        """How often somebody was erased from it: what was kept of it before may name them."""
        return self._image.about.erased

    @property
    def trouble(self) -> Said | None:
        """Why what is shown may no longer be what is, or None."""
        if self._missed < PATIENCE:
            return None
        return say("{file} cannot be read: this is what it held last.", file=self._storage.path.name)

    def look(self) -> bool:
        """Read it again where it is another; say whether it holds something else now."""
        before = self._image
        try:
            if self._storage.changed() or self._storage.image is not before:
                self._take(self._storage.fresh())
            self._missed = 0
        except (OSError, Damaged):
            self._missed += 1
        return self._image is not before

    def _take(self, image: Image) -> None:
        """Go on with this version, unless Kring did not write it, or it is of another network.

        Raises:
            Damaged: it is not.
        """
        ours = {each.id for each in self.state.all(Profile)}
        if not image.sound or image.misfits or not ours & {each.id for each in image.state.all(Profile)}:
            raise Damaged(say("This is another version of the file."))
        self._image = image


def _first(path: Path, storage: KringStorage) -> Image:
    try:
        image = first_read(path, storage)
    except Damaged as damaged:
        raise Unopened(damaged.said) from damaged
    if not image.state.all(Profile):
        raise Unopened(say("{file} holds no network of Kring.", file=path.name))
    return image
