"""Write the JSON Schema of a network that is exported whole: ``python -m scripts.schema``."""

from __future__ import annotations

import json
from pathlib import Path

from data.store.copies import schema

PUBLISHED = Path(__file__).parent.parent / "docs" / "network.schema.json"

if __name__ == "__main__":
    PUBLISHED.write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
