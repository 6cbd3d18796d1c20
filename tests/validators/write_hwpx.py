"""Writes an HWPX file of the blocks that stand on standard input as JSON: headings, paragraphs whose runs are texts and
notes, tables."""

import json
import sys

from hwpx import HwpxDocument

document = HwpxDocument.new()
for block in json.load(sys.stdin):
    if "rows" in block:
        rows = block["rows"]
        table = document.add_table(len(rows), len(rows[0]))
        for down, row in enumerate(rows):
            for across, text in enumerate(row):
                table.set_cell_text(down, across, text)
    elif "level" in block:
        # By its style alone, so that Hangul puts no number before it.
        style = document.styles.resolve(f"개요 {block['level']}").id
        document.add_paragraph(block["text"], style_id_ref=style, inherit_style=False)
    else:
        paragraph = document.add_paragraph("", include_run=False, inherit_style=False)
        for run in block["runs"]:
            if isinstance(run, str):
                paragraph.add_run(run)
            else:
                paragraph.add_footnote(run["note"])
document.save_to_path(sys.argv[1])
