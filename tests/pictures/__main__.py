"""Make the pictures anew: ``make pictures``. Look at what changed before it is committed."""

from __future__ import annotations

from tests.pictures import FOLDER, SIZES, drawn


def main() -> None:
    """Draw them all, and take away what is no place any more."""
    made = {path: text for size in SIZES for path, text in drawn(size).items()}
    for path in set(FOLDER.rglob("*.txt")) - set(made):
        path.unlink()
    for path, text in made.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(made)} pictures in {FOLDER}")


if __name__ == "__main__":
    main()
