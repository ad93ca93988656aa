"""Compile the catalogue whenever the package is built, and on demand with ``python hatch_build.py``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LOCALE = Path(__file__).parent / "data" / "locale"


def compile_catalogues() -> list[Path]:
    """Write a ``.json`` beside every ``.po`` as ``data.i18n`` reads it, and give the paths that were written.

    It is the rule for counts, and a text for each key (or one for each form of a count). JSON is read much quicker
    than gettext's own form, which is taken apart sentence by sentence at every start.
    """
    from babel.messages.pofile import read_po

    written = []
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as po:
            known = read_po(po, locale=source.parts[-3])
        texts: dict[str, str | list[str]] = {}
        for entry in known:
            one = entry.id if isinstance(entry.id, str) else entry.id[0]
            forms = [entry.string] if isinstance(entry.string, str) else list(entry.string)
            if one and all(forms) and not entry.fuzzy:
                key = f"{entry.context}\x04{one}" if entry.context else one
                texts[key] = forms if entry.pluralizable else forms[0]
        target = source.with_suffix(".json")
        compiled = {"plural": known.plural_expr, "texts": texts}
        target.write_text(json.dumps(compiled, ensure_ascii=False), encoding="utf-8")
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
