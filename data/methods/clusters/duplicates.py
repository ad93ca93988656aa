"""The same idea twice: quick enough to ask at every key press on a board of a thousand notes."""

from collections.abc import Sequence


def near_duplicates(
    text: str, texts: Sequence[str], *, limit: int = 3, at_least: float = 0.85
) -> list[tuple[int, float]]:
    """The notes of `texts` that say nearly the same as `text`: up to `limit` (index, likeness 0 to 1), most alike first."""
    from data.methods.clusters import _alike

    return _alike.near(text, texts, limit, at_least)
