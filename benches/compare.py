#!/usr/bin/env python3
"""Times whole processes against each other and prints one table.

    benches/compare.py JIKJI TYPST [--runs N] [--work DIR]

JIKJI is a `dist` build, TYPST the typst-cli of the version in Cargo.toml. Runs are paired and
interleaved on a warm cache, so that a noisy machine disturbs both sides alike; the table holds medians
and the median of the paired ratios. Peak memory is the kernel's high-water mark of the process.

Rows: the same pages (typst compile of the emitted project), a straightforward template with the same
text (no eojeol rule, no copyfitting), the same issue with its eojeol free to break, and both editions
against the screen edition alone.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
JOINER = "\u2060"


def run(command, cwd):
    """Runs a command; returns seconds of wall time, seconds of CPU and peak MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode(errors='replace')}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def paired(ours, theirs, runs, cwd):
    """Interleaves two commands; returns medians of each and of the paired ratios of wall time."""
    run(ours, cwd), run(theirs, cwd)
    pairs = []
    for index in range(runs):
        first, second = (ours, theirs) if index % 2 == 0 else (theirs, ours)
        a, b = run(first, cwd), run(second, cwd)
        pairs.append((a, b) if index % 2 == 0 else (b, a))
    median = lambda side, value: statistics.median(pair[side][value] for pair in pairs)
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    return [median(0, i) for i in range(3)], [median(1, i) for i in range(3)], ratio


def packed_profile(pdf):
    """Bytes that the embedded ICC profile takes in a print file."""
    import pikepdf

    with pikepdf.open(pdf) as file:
        return len(file.Root.OutputIntents[0].DestOutputProfile.read_raw_bytes())


def plain_template(markup):
    """The text of the emitted number in a plain template: no joiners, no grid, no modules."""
    text = markup.replace(JOINER, "")
    fields = re.findall(
        r"\n  title: (\".*?\"),\n  key: \((.*?)\n  \),\n  body: \[(.*?)\n  \],.*?\n  sources: \((.*?)\n  \),",
        text,
        re.S,
    )
    head = (
        '#set page("a4", margin: (x: 23mm, top: 33mm, bottom: 24mm), numbering: "1", header: [SPRI AI Brief])\n'
        '#set text(font: ("Pretendard GOV", "Noto Sans KR"), size: 10.5pt, lang: "ko")\n'
        "#set par(justify: true, leading: 0.7em)\n"
        "#let mark(n) = super[#n]\n#let note(n, body) = block(text(0.8em, body))\n"
        "#let picture(file, alt: none, caption: none) = figure(image(file, alt: alt), caption: caption)\n"
        "#outline()\n"
    )
    page = (
        "#pagebreak()\n= #{title}\n#block(fill: luma(240), inset: 8pt, width: 100%)[#list(..({key}))]\n"
        "{body}\n#for source in ({sources}) [☞ #source.publisher, #source.title, "
        '#source.date.display("[year].[month].[day].") \\ ]\n'
    )
    pages = (
        page.format(title=title, key=key, body=body, sources=sources)
        for title, key, body, sources in fields
    )
    return head + "".join(pages)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jikji", type=pathlib.Path)
    parser.add_argument("typst", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/compare"))
    args = parser.parse_args()
    jikji, typst = args.jikji.resolve(), args.typst.resolve()
    work = args.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    emitted = work / "emitted"
    build = [jikji, "build", ROOT / "issue.toml", "--edition", "screen", "--no-lock", "--out", work / "out"]
    run([*build, "--emit", emitted], ROOT)
    markup = (emitted / "main.typ").read_text()
    (emitted / "plain.typ").write_text(plain_template(markup))
    (emitted / "free.typ").write_text(markup.replace(JOINER, ""))

    def typst_of(source, target, *more):
        return [typst, "compile", "--ignore-system-fonts", "--font-path", "fonts", *more, source, target]

    standards = ("--pdf-standard", "a-2a", "--pdf-standard", "ua-1")
    same = typst_of("main.typ", "main.pdf", *standards)
    rows = [
        ("jikji build : typst compile, same pages and standards", build, same),
        ("jikji build : typst compile, plain template", build, typst_of("plain.typ", "plain.pdf")),
        ("typst, eojeol whole : eojeol free", same, typst_of("free.typ", "free.pdf", *standards)),
        ("jikji build, screen and print : screen alone", [*build, "--edition", "print"], build),
    ]
    print(f"{'':56} {'wall s':>15} {'ratio':>6} {'CPU s':>15} {'peak MiB':>15}")
    for name, ours, theirs in rows:
        a, b, ratio = paired(ours, theirs, args.runs, emitted)
        cells = [f"{a[i]:.3f} : {b[i]:.3f}" for i in (0, 1)]
        print(f"{name:56} {cells[0]:>15} {ratio:>6.2f} {cells[1]:>15} {a[2]:>6.0f} : {b[2]:.0f}")
    printed = next((work / "out").glob("*-print.pdf")).stat().st_size
    screen = next((work / "out").glob("*-screen.pdf")).stat().st_size
    sizes = {name: (emitted / f"{name}.pdf").stat().st_size for name in ("main", "free")}
    print(f"PDF: jikji {screen} bytes, {screen / sizes['main']:.3f} of typst's same pages,"
          f" {screen / sizes['free']:.3f} of typst's with eojeol free to break")
    profile = packed_profile(next((work / "out").glob("*-print.pdf")))
    print(f"print file: {printed} bytes, {profile} of them the profile:"
          f" the rest is {(printed - profile) / screen:.3f} of the screen file")


if __name__ == "__main__":
    main()
