#!/usr/bin/env python3
"""Times `jikji preflight` on files of other programs that hold many photographs, and prints one table.

    benches/preflight.py JIKJI [--pages N ...] [--runs R] [--work DIR]

JIKJI is a `dist` build. Each file has two photographs of some 500 KB a page, in the manner of a layout program: a
classic cross-reference table, lengths of streams now in place and now in an object of their own. Peak memory
is the kernel's high-water mark of the process: flat if it does not grow with the pages. Needs Pillow.
"""

import argparse
import io
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

from PIL import Image


def photograph(seed):
    """A JPEG in CMYK of some 500 KB, each with other samples."""
    noise = random.Random(seed)
    small = Image.frombytes("CMYK", (200, 150), noise.randbytes(200 * 150 * 4))
    picture = small.resize((1200, 900), Image.BICUBIC)
    grain = Image.frombytes("L", (1200, 900), noise.randbytes(1200 * 900)).point(lambda v: v // 10)
    picture = Image.merge("CMYK", [Image.blend(band, grain, 0.3) for band in picture.split()])
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


def write(path, pages, photographs):
    """A PDF of so many pages, two photographs each."""
    offsets = []
    with open(path, "wb") as out:
        out.write(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")

        def add(body):
            offsets.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (len(offsets), body))
            return len(offsets)

        kids = []
        root = pages * 7 + 1
        for page in range(pages):
            pictures = []
            for side in range(2):
                number = page * 2 + side
                # A comment makes every picture one of its own.
                data = photographs[number % len(photographs)]
                data = data[:2] + b"\xff\xfe\x00\x06%04d" % number + data[2:]
                length = b"%d" % len(data) if side else b"%d 0 R" % (len(offsets) + 2)
                pictures.append(
                    add(
                        b"<< /Type /XObject /Subtype /Image /Width 1200 /Height 900 /ColorSpace /DeviceCMYK"
                        b" /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode /Length %s >>\n"
                        b"stream\n%s\nendstream" % (length, data)
                    )
                )
                add(b"%d" % len(data))
            content = b"q 240 0 0 180 40 500 cm /A Do Q q 240 0 0 180 40 200 cm /B Do Q"
            content = add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
            resources = b"<< /XObject << /A %d 0 R /B %d 0 R >> >>" % tuple(pictures)
            kids.append(
                add(
                    b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 859] /TrimBox [8 8 603 850]"
                    b" /BleedBox [0 0 612 859] /Contents %d 0 R /Resources %s >>" % (root, content, resources)
                )
            )
            add(b"null")
        add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(b"%d 0 R" % kid for kid in kids)))
        catalog = add(b"<< /Type /Catalog /Pages %d 0 R >>" % root)
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
        out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
        out.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, catalog, start))


def run(command):
    """Wall seconds and peak MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jikji", type=pathlib.Path)
    parser.add_argument("--pages", type=int, nargs="+", default=[75, 150, 300])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/preflight"))
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    photographs = [photograph(seed) for seed in range(8)]
    print(f"{'pages':>6} {'pictures':>9} {'file MB':>8} {'wall s':>7} {'peak MiB':>9}")
    for pages in args.pages:
        path = args.work / f"foreign-{pages}.pdf"
        write(path, pages, photographs)
        runs = [run([args.jikji.resolve(), "preflight", path]) for _ in range(args.runs)]
        wall, peak = (statistics.median(values) for values in zip(*runs))
        print(f"{pages:>6} {pages * 2:>9} {path.stat().st_size / 1e6:>8.0f} {wall:>7.2f} {peak:>9.0f}")
        path.unlink()


if __name__ == "__main__":
    main()
