"""Compile the catalogue whenever the package is built, and on demand with ``python hatch_build.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LOCALE = Path(__file__).parent / "data" / "locale"


def compile_catalogues() -> list[Path]:
    """Write a ``.mo`` beside every ``.po``; gives the paths that were written."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po, locale=source.parts[-3]))
        written.append(target)
    return written


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without the build tool
    pass
else:

    class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
        """Hatchling calls this before it gathers the files."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
            """Compile first, so that the wheel holds what it says."""
            compile_catalogues()


if __name__ == "__main__":
    for path in compile_catalogues():
        print(path.relative_to(LOCALE.parent.parent))
