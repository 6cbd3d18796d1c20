#!/usr/bin/env python3
"""How large an edition of a number with twenty photographs of a telephone is, and what memory all editions asked for take.

usage: benches/photographs.py target/release/jikji [edition[,edition…]] [jpg|png|webp]      (needs Pillow and numpy; Linux)
"""
import io
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from PIL import Image

COUNT, SIZE = 20, (4032, 3024)

MEASURE = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def photograph(seed: int, ending: str) -> bytes:
    """Twelve megapixels with the detail and the grain of a photograph: some 2 MB as JPEG, 17 MB without loss."""
    random = numpy.random.default_rng(seed)
    picture = numpy.zeros((SIZE[1], SIZE[0], 3), dtype=numpy.float32)
    for cells, depth in ((6, 90), (40, 45), (300, 22), (1500, 9)):
        coarse = random.integers(0, 255, (cells * 3 // 4, cells, 3), dtype=numpy.uint8)
        picture += numpy.asarray(Image.fromarray(coarse).resize(SIZE, Image.BICUBIC), dtype=numpy.float32) * depth / 166
    picture += random.normal(0, 3, picture.shape).astype(numpy.float32)
    pixels, packed = Image.fromarray(picture.clip(0, 255).astype(numpy.uint8)), io.BytesIO()
    pixels.save(packed, "JPEG", quality=88)
    if ending == "jpg":
        return packed.getvalue()
    again = io.BytesIO()
    quick = {"compress_level": 1} if ending == "png" else {"lossless": True, "method": 0}
    Image.open(packed).save(again, {"png": "PNG", "webp": "WEBP"}[ending], **quick)
    return again.getvalue()


def manifest(ending: str) -> str:
    entries = "".join(
        f'[[parts.sections.entries]]\nkind = "brief"\ntitle = "{i}째 기사"\nbody = "- 사진을 넣은 기사"\n'
        f'image = {{ file = "{i}.{ending}", alt = "{i}째 사진에 보이는 것" }}\n\n'
        for i in range(1, COUNT + 1)
    )
    return (
        'layout = "spri-brief"\n[publication]\nname = "사진 소식"\npublisher = "연구소"\n'
        "[issue]\nyear = 2025\nmonth = 6\npublished = 2025-06-10\n"
        f'[[parts]]\ntitle = "동향"\n[[parts.sections]]\ntitle = "정책"\n{entries}'
    )


def main() -> None:
    program = Path(sys.argv[1]).resolve()
    editions = (sys.argv[2] if len(sys.argv) > 2 else "screen").split(",")
    ending = sys.argv[3] if len(sys.argv) > 3 else "jpg"
    with tempfile.TemporaryDirectory() as folder:
        for i in range(1, COUNT + 1):
            Path(folder, f"{i}.{ending}").write_bytes(photograph(i, ending))
        Path(folder, "issue.toml").write_text(manifest(ending), encoding="utf-8")
        given = sum(file.stat().st_size for file in Path(folder).glob(f"*.{ending}"))
        # A process starts with the peak of the one it was forked from, which has held photographs here.
        asked = [word for edition in editions for word in ("--edition", edition)]
        measured = [sys.executable, "-c", MEASURE, program, "build", *asked]
        peak = int(subprocess.run(measured, cwd=folder, check=True, capture_output=True).stdout) / 1024
        sizes = {edition: next(Path(folder, "out").glob(f"*-{edition}.pdf")).stat().st_size for edition in editions}
    made = ", ".join(f"{edition} file {size / 1e6:.1f} MB" for edition, size in sizes.items())
    print(f"{COUNT} photographs, {given / 1e6:.1f} MB: {made}, peak memory {peak:.0f} MiB")


main()
