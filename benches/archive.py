#!/usr/bin/env python3
"""Times an archive of many numbers and prints one table.

    benches/archive.py JIKJI TYPST [--numbers N] [--runs R] [--work DIR]

JIKJI is a `dist` build, TYPST the typst-cli of the version in Cargo.toml. The numbers are made from the
sample: their entries in another order a number, words of their own, years and months of their own; every
fourth keeps its picture and chart, the others have none. Compared are, interleaved: `jikji archive` on all cores, the
same on one thread, and a shell loop of `typst compile` over the emitted projects. Then a second run with
nothing changed, and one with one number touched.
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


def run(command, cwd):
    """Runs a command; returns seconds of wall time, seconds of CPU, peak MiB and its standard output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, errors = process.communicate()
    wall = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{errors.decode(errors='replace')}")
    return wall, out.decode()


def peak(command, cwd):
    """The peak memory of a command, MiB."""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    return usage.ru_maxrss / 1024


def number(sample, index):
    """The manifest of one number of the archive."""
    year, month = 2015 + index // 12, index % 12 + 1
    text = re.sub(r"(?m)^year = .*$", f"year = {year}", sample, count=1)
    text = re.sub(r"(?m)^month = .*$", f"month = {month}", text, count=1)
    text = re.sub(r"(?m)^published = .*$", f"published = {year}-{month:02}-07", text, count=1)
    if index % 4:
        text = re.sub(r"(?m)^image = .*\n", "", text)
        text = re.sub(r"(?ms)^chart = \{.*?^\] \}\n|^chart = \{[^\n]*\}\n", "", text)
    # Words of its own: every entry says which number it stands in.
    text = re.sub(r"(?m)^(  ?- |- )(?=\S)", lambda m: f"{m.group(1)}{year}년 {month}월 ", text, count=index % 5 + 3)
    heads = [m.start() for m in re.finditer(r"(?m)^\[\[parts\.sections\]\]\n", text)]
    if len(heads) > 2:
        first, second = heads[index % (len(heads) - 1)], heads[index % (len(heads) - 1) + 1]
        later = [h for h in heads if h > second]
        end = later[0] if later else text.index("\n[[parts]]", second) + 1
        text = text[:first] + text[second:end] + text[first:second] + text[end:]
    return text


def generate(folder, count):
    """Writes the archive; folders are years and months."""
    sample = (ROOT / "issue.toml").read_text()
    for index in range(count):
        own = folder / f"{2015 + index // 12}" / f"{index % 12 + 1:02}"
        own.mkdir(parents=True)
        (own / "issue.toml").write_text(number(sample, index))
        shutil.copytree(ROOT / "images", own / "images")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jikji", type=pathlib.Path)
    parser.add_argument("typst", type=pathlib.Path)
    parser.add_argument("--numbers", type=int, default=120)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/archive"))
    args = parser.parse_args()
    jikji, typst, work = args.jikji.resolve(), args.typst.resolve(), args.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    archive, half = work / "archive", work / "half"
    generate(archive, args.numbers)
    generate(half, args.numbers // 2)
    projects = work / "projects"
    for manifest in sorted(archive.glob("*/*/issue.toml")):
        emitted = projects / "-".join(manifest.parts[-3:-1])
        run([jikji, "build", manifest, "--edition", "screen", "--no-lock", "--out", work / "single", "--emit", emitted], work)
    loop = work / "loop.sh"
    compile_one = f"{typst} compile --ignore-system-fonts --font-path fonts --pdf-standard a-2a --pdf-standard ua-1"
    loop.write_text(f'for p in {projects}/*; do (cd "$p" && {compile_one} main.typ main.pdf) || exit 1; done\n')

    def of(folder, *more):
        return [jikji, "archive", folder, "--edition", "screen", "--out", work / "out", *more]

    def clean():
        shutil.rmtree(work / "out", ignore_errors=True)
        for lock in work.glob("*/*/*/issue.lock"):
            lock.unlink()

    one_thread = ["env", "RAYON_NUM_THREADS=1", *of(archive, "--jobs", "1")]
    times = {"all": [], "one": [], "loop": []}
    for _ in range(args.runs):
        for name, command in (("all", of(archive)), ("one", one_thread), ("loop", ["sh", loop])):
            clean()
            times[name].append(run(command, work)[0])
    ratio = lambda other: statistics.median(b / a for a, b in zip(times["all"], times[other]))
    print(f"{args.numbers} numbers, {os.cpu_count()} cores, seconds (median of {args.runs}):")
    for name, said in (("all", "jikji archive"), ("one", "jikji archive, one thread"), ("loop", "loop of typst compile")):
        print(f"  {said:28} {statistics.median(times[name]):8.2f}")
    print(f"  throughput: {ratio('loop'):.2f} of the loop's, {ratio('one'):.2f} of one thread's")
    clean()
    whole = peak(of(archive), work)
    again = run(of(archive), work)
    print(f"  nothing changed: {again[0]:.2f} s, {again[1].count('up to date')} up to date")
    touched = next(archive.glob("*/*/issue.toml"))
    touched.write_text(touched.read_text() + "\n# touched\n")
    again = run(of(archive), work)
    print(f"  one touched: {again[0]:.2f} s, {again[1].count(' built ')} built")
    clean()
    part = peak(of(half), work)
    print(f"  peak memory: {whole:.0f} MiB, at half the numbers {part:.0f} MiB ({whole / part:.2f})")


if __name__ == "__main__":
    main()
