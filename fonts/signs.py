"""Makes `JikjiSigns-Regular.ttf`: the signs that Pretendard GOV and Noto Sans KR lack, out of four Noto fonts.

    pip install fonttools==4.68.0
    npm pack @expo-google-fonts/noto-sans-symbols-2@0.4.1 @expo-google-fonts/noto-sans-math@0.4.2 \\
        @expo-google-fonts/noto-sans-symbols@0.4.1 @expo-google-fonts/noto-sans@0.4.2
    # unpack each into a folder of its own under FOLDER
    python3 signs.py FOLDER

The same sources give the same bytes: sources are compared by SHA-256, times are fixed.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
# The text fonts: what both lack is wanted.
TEXT = ["PretendardGOV-Regular.ttf", "NotoSansKR-Regular.ttf"]
# In this order: a sign is taken from the first that has it.
SOURCES = {
    "NotoSansSymbols2_400Regular.ttf": "f67f40c65f929f029827ab37cfdc4897dfd9ae3c28d9e98ba46e0d52e39eb97e",
    "NotoSansMath_400Regular.ttf": "b4a1dfdbfa13b4755e5eac20cb25c1d17ed5a745ceb89639595e8cf45a2b1e07",
    "NotoSansSymbols_400Regular.ttf": "aedeec1cd0514930aeeafc4a88a6deff83cda1e6b58086f0b9bb9c7dd0157578",
    "NotoSans_400Regular.ttf": "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614",
}
# Blocks that HWP's and Word's tables of signs show, and the Latin and Cyrillic of European names.
BLOCKS = [
    (0x0100, 0x024F),  # Latin Extended-A and -B: KS X 1001 has one that is missing
    (0x0400, 0x04FF),  # Cyrillic
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x214F),  # letterlike symbols
    (0x2150, 0x218F),  # number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # miscellaneous technical
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x26FF),  # miscellaneous symbols
    (0x2700, 0x27BF),  # dingbats
    (0x27C0, 0x27FF),  # miscellaneous mathematical symbols A, supplemental arrows A
    (0x2900, 0x297F),  # supplemental arrows B
    (0x2980, 0x2AFF),  # miscellaneous mathematical symbols B, supplemental mathematical operators
    (0x2B00, 0x2BFF),  # miscellaneous symbols and arrows
]
# A letter and its mark are set in one font: the marks of formulas that the text fonts lack (an arrow for a
# vector, more dots) come with the letters they stand on.
MARKS = [(0x20D0, 0x20F0)]
LETTERS = [(0x41, 0x5A), (0x61, 0x7A), (0x391, 0x3A9), (0x3B1, 0x3C9)]
MARKED = "NotoSansMath_400Regular.ttf"
# Metrics of Pretendard GOV, so that a sign does not change the height of its line.
ASCENT, DESCENT, X_HEIGHT, CAP_HEIGHT = 952, -241, 530, 707
# Typst falls back to the family with the shortest name among those that have a character: the text fonts come first.
FAMILY = "Jikji Supplementary Signs"


def source(folder, name):
    """The path of a source, which must be the one named above."""
    (path,) = Path(folder).glob(f"**/{name}")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SOURCES[name]:
        sys.exit(f"{path} is another file: {digest}")
    return path


def span(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def cut(path, characters, features):
    """A font of nothing but these characters."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    font = subset.load_font(str(path), options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    for table in ("MATH", "STAT", "vhea", "vmtx", "gasp", "prep"):
        if table in font:
            del font[table]
    out = tempfile.NamedTemporaryFile(suffix=".ttf", delete=False)
    font.save(out.name)
    return out.name


def call(font):
    """Names the font and gives it the metrics of the text."""
    names = {
        0: "Copyright 2022 The Noto Project Authors (https://github.com/notofonts/symbols, "
        "https://github.com/notofonts/math, https://github.com/notofonts/latin-greek-cyrillic)",
        1: FAMILY,
        2: "Regular",
        3: "1.000;JikjiSupplementarySigns-Regular",
        4: f"{FAMILY} Regular",
        5: "Version 1.000",
        6: "JikjiSupplementarySigns-Regular",
        10: "Signs of Noto Sans Symbols 2, Noto Sans Math, Noto Sans Symbols and Noto Sans, made into one font.",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    font["name"].names = []
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    for table, ascent, descent, gap in (("hhea", "ascent", "descent", "lineGap"), ("OS/2", "sTypoAscender", "sTypoDescender", "sTypoLineGap")):
        setattr(font[table], ascent, ASCENT)
        setattr(font[table], descent, DESCENT)
        setattr(font[table], gap, 0)
    os2 = font["OS/2"]
    os2.usWeightClass, os2.fsSelection = 400, 0x40
    os2.sxHeight, os2.sCapHeight = X_HEIGHT, CAP_HEIGHT
    font["head"].fontRevision = 1.0
    font["head"].created = font["head"].modified = 3_800_000_000


def main(folder):
    have = set()
    for name in TEXT:
        have |= set(TTFont(HERE / name).getBestCmap())
    wanted = span(BLOCKS) - have
    parts = []
    for name in SOURCES:
        path = source(folder, name)
        own = set(TTFont(path).getBestCmap())
        taken = wanted & own
        wanted -= taken
        marked = span(MARKS) | span(LETTERS) if name == MARKED else set()
        parts.append(cut(path, taken | (marked & own), ["mark", "mkmk"] if marked else []))
    font = merge.Merger().merge(parts)
    call(font)
    font.recalcTimestamp = False
    font.save(HERE / "JikjiSigns-Regular.ttf")
    print(f"{len(font.getBestCmap())} characters")


main(*sys.argv[1:])
