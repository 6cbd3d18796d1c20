#!/usr/bin/env python3
"""Packs a folder: packages/zipped.py FOLDER ARCHIVE

Names are marked as UTF-8, without which Windows reads Korean ones by its old code page. `zip` marks them only on machines that have
one certain locale. The same files with the same times give the same bytes; whose they are is not packed.
"""
import os
import pathlib
import sys
import time
import zipfile

folder, archive = map(pathlib.Path, sys.argv[1:])
files = sorted(path for path in folder.rglob("*") if path.is_file())
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
    for path in files:
        found = path.stat()
        entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), time.gmtime(found.st_mtime)[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if os.access(path, os.X_OK) else 0o100644) << 16
        packed.writestr(entry, path.read_bytes())
