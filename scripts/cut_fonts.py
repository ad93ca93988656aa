"""Put the fonts of the PDF in their place: `python -m scripts.cut_fonts SOURCE_SANS NOTO_EMOJI`.

SOURCE_SANS is the unpacked npm package source-sans (3.52), NOTO_EMOJI that of @expo-google-fonts/noto-emoji (0.4).
Needs fonttools. Source Sans is taken as it is: its name is reserved, and a font that was cut would need another. Of
Noto Emoji everything is kept but the drawings of pairs in two colours of skin, which in one ink look alike, and what
setting text from top to bottom would need.
"""

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

FONTS = Path(__file__).parent.parent / "data" / "report" / "fonts"
MOST = 1_500_000
UNITS = 1024  # to an em: half as many, which no eye sees in a text, take less room
SKIN = range(0x1F3FB, 0x1F400)


def main() -> None:
    """Write the fonts and their licences."""
    sans, emoji = map(Path, sys.argv[1:])
    FONTS.mkdir(exist_ok=True)
    for weight in ("Regular", "Semibold"):
        shutil.copyfile(sans / "OTF" / f"SourceSans3-{weight}.otf", FONTS / f"SourceSans3-{weight}.otf")
    (FONTS / "SourceSans3.OFL.txt").write_text(_licence(sans / "LICENSE.md"), encoding="utf-8")
    (FONTS / "NotoEmoji.OFL.txt").write_text(_licence(emoji / "LICENSE_FONT"), encoding="utf-8")
    cut(emoji / "400Regular" / "NotoEmoji_400Regular.ttf", FONTS / "NotoEmoji-Cut.ttf")
    size = sum(path.stat().st_size for path in FONTS.iterdir())
    print(f"{size / 1e6:.2f} MB")
    assert size <= MOST


def _licence(path: Path) -> str:
    return "\n".join(line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()) + "\n"


def cut(source: Path, target: Path) -> None:
    """Write the font without what is left out."""
    font = TTFont(source, recalcTimestamp=False)
    left_out = {name for codes, name in _joined(font) if any(code in SKIN for code in codes)}
    options = Options()
    options.hinting = False
    options.layout_closure = False
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=font.getBestCmap(), glyphs=[name for name in font.getGlyphOrder() if name not in left_out]
    )
    subsetter.subset(font)
    scale_upem(font, UNITS)
    font.save(target)


def _joined(font: TTFont) -> list[tuple[list[int], str]]:
    """The drawings of several characters together: of which, and its name."""
    named = {name: code for code, name in font.getBestCmap().items()}
    return [
        ([named.get(part, 0) for part in (first, *joined.Component)], joined.LigGlyph)
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, every in getattr(table, "ligatures", {}).items()
        for joined in every
    ]


if __name__ == "__main__":
    main()
