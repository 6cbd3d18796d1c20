#!/usr/bin/env python3
"""Kills `jikji archive` at random moments and looks at what it leaves behind.

    benches/killed.py JIKJI [--moments N] [--numbers M] [--seed S] [--work DIR]

JIKJI is a `dist` build. A run over M numbers is killed (signal 9) N times, at moments spread over the time a
whole run takes; half of the runs start from nothing, half from what the one before left. After each,
every PDF and every lock must be that of an undisturbed run or not be there. After every fifth, a run must
complete and leave all files as an undisturbed run does, and nothing else.
"""

import argparse
import pathlib
import random
import shutil
import subprocess
import sys
import time

from archive import generate


def files(*folders):
    """All files below some folders that a run writes, by path; the report and the log of times apart."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name not in ("issue.toml", "report.json") and "images" not in path.parts:
                found[path.relative_to(folder)] = path.read_bytes()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jikji", type=pathlib.Path)
    parser.add_argument("--moments", type=int, default=100)
    parser.add_argument("--numbers", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("target/killed"))
    args = parser.parse_args()
    work, chance = args.work.resolve(), random.Random(args.seed)
    shutil.rmtree(work, ignore_errors=True)
    archive, out = work / "archive", work / "out"
    generate(archive, args.numbers)
    command = [args.jikji.resolve(), "archive", archive, "--out", out]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

    def clean():
        shutil.rmtree(out, ignore_errors=True)
        for lock in archive.rglob("issue.lock"):
            lock.unlink()

    start = time.perf_counter()
    subprocess.run(command, check=True, **quiet)
    whole = time.perf_counter() - start
    expected = files(archive, out)
    wrong, partial, unfinished, killed, left = 0, 0, 0, 0, 0
    for moment in range(args.moments):
        if moment % 2 == 0:
            clean()
        process = subprocess.Popen(command, **quiet)
        time.sleep(chance.random() * whole)
        killed += process.poll() is None
        process.kill()
        process.wait()
        there = files(archive, out)
        for path, content in there.items():
            if path not in expected:
                left += 1
            elif content != expected[path]:
                wrong += 1
                partial += expected[path].startswith(content)
                print(f"moment {moment}: {path} is not what it should be", file=sys.stderr)
        if moment % 5 == 4:
            done = subprocess.run(command, **quiet).returncode == 0
            after = files(archive, out)
            if not done or after != expected:
                unfinished += 1
                odd = sorted(set(after) ^ set(expected))
                print(f"after moment {moment}: exit {done}, {odd}", file=sys.stderr)
    print(f"{args.moments} moments over {whole:.2f} s, {killed} of them while it ran: {wrong} wrong files"
          f" ({partial} of them partial), {unfinished} runs after that did not complete;"
          f" {left} files of other names seen in between")
    sys.exit(bool(wrong or unfinished))


if __name__ == "__main__":
    main()
