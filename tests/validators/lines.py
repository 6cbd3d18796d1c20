"""Prints the text of a PDF as a reader finds it, a line a line: `lines.py pymupdf|pdfium|pypdf|pdfminer FILE`."""

import sys

reader, path = sys.argv[1:]
if reader == "pymupdf":
    import fitz

    pages = [page.get_text() for page in fitz.open(path)]
elif reader == "pdfium":
    import pypdfium2

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
elif reader == "pypdf":
    import pypdf

    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
else:
    from pdfminer.high_level import extract_text

    pages = [extract_text(path)]
sys.stdout.buffer.write("\n".join(pages).encode("utf-8", "replace"))
