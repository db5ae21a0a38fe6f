#!/usr/bin/env python3
"""Makes the two fonts that papers are printed with from those that their makers publish.

    slim-fonts.py NotoSerifSC_400Regular.ttf HanaMinB.ttf TARGET-FOLDER

The first is Noto Serif SC Regular with TrueType outlines (npm package
@expo-google-fonts/noto-serif-sc), the second Hanazono Mincho B (Debian package fonts-hanazono).
Needs fontTools (Debian package python3-fonttools).

Dropped is what paper does not need: hinting, layout features, vertical metrics, names of glyphs,
and from the second font every character that the first one has. Characters that share a glyph, as
the Kangxi radical U+2F8F and the ideograph U+884C do, get one each: text copied out of a PDF is
found through its glyphs and must come out as it was put in.
"""
import copy
import lzma
import pathlib
import sys

from fontTools import subset

UNUSED = ["BASE", "DSIG", "FFTM", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "meta", "prop", "vhea", "vmtx"]


def options():
    chosen = subset.Options()
    chosen.hinting = False
    chosen.layout_features = []
    chosen.glyph_names = False
    chosen.notdef_outline = True
    chosen.name_IDs = ["*"]
    chosen.name_languages = ["*"]
    chosen.recalc_timestamp = False
    chosen.drop_tables += UNUSED
    return chosen


def slim(source, without):
    chosen = options()
    font = subset.load_font(source, chosen)
    subsetter = subset.Subsetter(chosen)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code not in without])
    subsetter.subset(font)
    # one map of all characters is enough, and each costs memory
    font["cmap"].tables = [font["cmap"].getcmap(3, 10)]
    return font


def one_glyph_each(font):
    """Gives every code point but the last of those that share a glyph a copy of its own."""
    sharing = {}
    for code, glyph in font.getBestCmap().items():
        sharing.setdefault(glyph, []).append(code)
    order = list(font.getGlyphOrder())
    outlines, widths = font["glyf"], font["hmtx"]
    own = {}
    for glyph, codes in sharing.items():
        for code in sorted(codes)[:-1]:
            name = f"own{code:05X}"
            order.append(name)
            outlines.glyphs[name] = copy.deepcopy(outlines[glyph])
            widths.metrics[name] = widths.metrics[glyph]
            own[code] = name
    font.setGlyphOrder(order)
    outlines.glyphOrder = order
    for table in font["cmap"].tables:
        table.cmap.update(own)
    return len(own)


def save(font, target):
    raw = target.with_suffix(".ttf")
    font.save(raw)
    target.write_bytes(lzma.compress(raw.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
    raw.unlink()
    print(target, target.stat().st_size)


def main(serif, rare, folder):
    folder = pathlib.Path(folder)
    plain = slim(serif, without=())
    print("own glyphs:", one_glyph_each(plain))
    save(plain, folder / "NotoSerifSC.ttf.xz")
    second = slim(rare, without=set(plain.getBestCmap()))
    print("own glyphs:", one_glyph_each(second))
    save(second, folder / "HanaMinB.ttf.xz")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
