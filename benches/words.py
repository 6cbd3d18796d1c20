"""Counts the words of a back issue's articles that an import lost or added.

    benches/words.py BACK_ISSUE.md issue.toml [issue.pdf]

Knows the habits of the seed only: `## ` articles between `## I` and `## II`, `### KEY Contents`,
`### ● `, bullets, `\\*` notes, `☞ 출처` lines. It reads them by itself, not by jikji's code.
Words are what stands between blanks. The documented normalisations are made on the file's side:
marks of Markdown, `*` of notes, the labels the layout sets, and `〓` for the characters that the
import reports as missing from all fonts (they are listed in the output).
In the PDF the furniture of a page is taken off: running head, tabs, section line, labels, number.
"""

import re
import subprocess
import sys
import tomllib
from collections import Counter

MISSING = {}  # character of the file -> what stands for it, found by comparing


def words(text):
    return text.split()


def plain(text):
    """Markdown of one line as it reads."""
    text = re.sub(r"<(https?://[^>]*)>", r"\1", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def from_back_issue(text):
    """Title -> (words, order) of each article."""
    start = re.search(r"^## I ?\. ", text[text.index("CONTENTS") + 8 :], re.M)
    rest = text[text.index("CONTENTS") + 8 :]
    second = [m.start() for m in re.finditer(r"^## I ?\. ", rest, re.M)][1]
    body = rest[second:]
    body = body[: re.search(r"^## II\. ", body, re.M).start()]
    articles = []
    for piece in re.split(r"^## ", body, flags=re.M)[2:]:
        out, notes = [], []
        for line in piece.split("\n"):
            line = line.strip().replace("\u00a0", " ")
            note = line.startswith(("\\*", "- \\*"))
            if line.startswith("☞"):
                # The manifest has notes after the text they belong to.
                out += notes
            if line == "### KEY Contents":
                continue
            line = re.sub(r"^### ● ", "", line)
            line = re.sub(r"^- ", "", line)
            line = re.sub(r"^☞ 출처 ?: ?", "", line)
            line = line.replace("\\*", "")
            (notes if note else out).extend(words(plain(line)))
        articles.append((piece.split("\n")[0].strip(), out))
    return articles


def from_manifest(path):
    with open(path, "rb") as file:
        issue = tomllib.load(file)
    articles, events = [], []
    for part in issue["parts"]:
        entries = list(part.get("entries", []))
        for section in part.get("sections", []):
            entries += section["entries"]
        for entry in entries:
            if entry["kind"] != "brief":
                events += entry["rows"]
                continue
            out = words(entry["title"])
            for point in entry.get("key", []):
                out += words(plain(point))
            for line in entry["body"].split("\n"):
                line = re.sub(r"^\[\^\d+\]: ", "", line)
                line = re.sub(r"\[\^\d+\]", "", line)
                line = re.sub(r"^\s*- |^## ", "", line)
                out += words(plain(line))
            for source in entry.get("sources", []):
                date = source.get("date")
                date = f", {date:%Y.%m.%d}." if date else ""
                out += words(plain(f"{source['publisher']}, {source['title']}{date}"))
            articles.append((entry["title"], out))
    return issue, articles, events


def with_placeholders(seed, manifest):
    """Puts the placeholder for characters that the manifest has nowhere."""
    have = set("".join(word for _, out in manifest for word in out))
    fixed = []
    for title, out in seed:
        for c in set("".join(out)) - have:
            MISSING[c] = "〓"
        fixed.append((title, ["".join(MISSING.get(c, c) for c in word) for word in out]))
    return fixed


def compare(name, wanted, found):
    lost, added = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    # A long word that a line end parts is two in the PDF's text.
    for word in list(lost.elements()):
        for cut in range(1, len(word)):
            head, tail = word[:cut], word[cut:]
            if added[head] and added[tail] and (head != tail or added[head] > 1):
                lost[word] -= 1
                added[head] -= 1
                added[tail] -= 1
                break
    for label, left in (("lost", lost), ("added", added)):
        for word in +left:
            count = left[word]
            print(f"  {label} in {name[:30]!r}: {word!r} x{count}")
    return sum(lost.values()), sum(added.values())


def in_manifest(seed, manifest):
    lost = added = total = 0
    for (title, wanted), (_, found) in zip(seed, manifest, strict=True):
        one, other = compare(title, wanted, found)
        lost, added, total = lost + one, added + other, total + len(wanted)
    in_order = sum(one[1] == other[1] for one, other in zip(seed, manifest))
    print(f"manifest: {total} words in {len(seed)} articles, {lost} lost, {added} added; "
          f"{in_order} articles word for word in the same order")
    return lost + added


def in_pdf(issue, seed, path):
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True)
    pages = text.stdout.split("\f")
    lost = added = total = 0
    for title, wanted in seed:
        squeezed = "".join(title.split())
        near = [page for page in pages if squeezed in "".join(page.split())]
        page = max(near, key=lambda page: len(set(words(page)) & set(wanted)))
        page = page.replace("*", "")
        found = Counter(words(page)) - furniture(issue, title)
        # The page's number and the numbers of part and section.
        for word in list(found):
            if re.fullmatch(r"\d{1,2}\.?|[IVX]+\.", word) and Counter(wanted)[word] < found[word]:
                found[word] -= 1
        one, other = compare(title, wanted, list(found.elements()))
        lost, added, total = lost + one, added + other, total + len(wanted)
    print(f"PDF: {total} words in {len(seed)} articles, {lost} lost, {added} added")
    return lost + added


def furniture(issue, title):
    """What the layout sets on the page of an article."""
    head = f"{issue['publication']['name']} {issue['issue']['year']}년 {issue['issue']['month']}월호"
    part = issue["parts"][0]
    sections = " ".join(section["title"] for section in part["sections"])
    own = "".join(
        section["title"]
        for section in part["sections"]
        if any(entry["title"] == title for entry in section["entries"])
    )
    return Counter(words(f"{head} {part['title']} {sections} {own} KEY Contents ☞ 출처"))


def main():
    seed = from_back_issue(open(sys.argv[1], encoding="utf-8").read())
    issue, manifest, events = from_manifest(sys.argv[2])
    seed = with_placeholders(seed, manifest)
    sections = sum(len(part.get("sections", [])) for part in issue["parts"])
    print(f"{len(manifest)} briefs, {sections} sections, {len(events)} events, "
          f"colophon: {', '.join(issue.get('colophon', {})) or 'none'}")
    for c, instead in sorted(MISSING.items()):
        print(f"no font has {c!r} (U+{ord(c):04X}): {instead}")
    wrong = in_manifest(seed, manifest)
    if len(sys.argv) > 3:
        wrong += in_pdf(issue, seed, sys.argv[3])
    sys.exit(wrong > 0)


main()
