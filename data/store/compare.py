"""What differs between two versions of a file, said in counts."""

from __future__ import annotations

from data.model import Said, say
from data.store.image import Image


def differences(before: Image, after: Image) -> list[Said]:
    """For each table that differs, how many documents are new, other and gone; nothing when none differs."""
    found = []
    for name in (*before.tables, *(set(after.tables) - set(before.tables))):
        old = {doc_id: doc.line for doc_id, doc in before.tables.get(name, {}).items()}
        new = {doc_id: doc.line for doc_id, doc in after.tables.get(name, {}).items()}
        other = sum(new[doc_id] != line for doc_id, line in old.items() if doc_id in new)
        more, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
        if other or more or gone:
            found.append(
                say("{table}: {more} new, {other} changed, {gone} gone", table=name, more=more, other=other, gone=gone)
            )
    return found
