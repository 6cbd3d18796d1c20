#!/usr/bin/env bash
# Installs the independent programs that judge jikji's files in CI: poppler, qpdf, MuPDF, Ghostscript,
# ImageMagick, Little CMS, Chromium, pikepdf, lxml and a JSON Schema validator from Debian, veraPDF and CIP4's schema
# of XJDF from Maven, Typst's own compiler, further readers of PDF text and a writer of HWPX from PyPI and npm, rules of
# WCAG and Taplo, which checks TOML
# for editors and completes it, from npm. Prints the folder they are in.
set -euo pipefail

tools=${JIKJI_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/jikji-validators}
mkdir -p "$tools"

missing=()
for pair in pdftotext:poppler-utils qpdf:qpdf mutool:mupdf-tools gs:ghostscript compare:imagemagick transicc:liblcms2-utils chromium:chromium mvn:maven pip3:python3-pip node:nodejs npm:npm; do
  command -v "${pair%%:*}" > /dev/null || missing+=("${pair##*:}")
done
/usr/bin/python3 -c 'import jsonschema' 2> /dev/null || missing+=(python3-jsonschema)
/usr/bin/python3 -c 'import lxml' 2> /dev/null || missing+=(python3-lxml)
/usr/bin/python3 -c 'import pikepdf' 2> /dev/null || missing+=(python3-pikepdf)
if [ "${#missing[@]}" -gt 0 ]; then
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get update -qq >&2
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

if [ ! -x "$tools/typst/bin/python3" ]; then
  python3 -m venv "$tools/typst" >&2
  "$tools/typst/bin/pip" install -q 'typst==0.15.2' >&2
fi

# PyMuPDF of MuPDF 1.23: it takes the lines of text apart by what a font says of its size, as many viewers still do.
if [ ! -x "$tools/readers/bin/python3" ]; then
  python3 -m venv "$tools/readers" >&2
  "$tools/readers/bin/pip" install -q 'pymupdf==1.23.26' 'pypdfium2==5.15.2' 'pypdf==7.1.1' 'pdfminer.six==20260107' >&2
fi

# Writes HWPX as a program that knows nothing of jikji does.
if [ ! -x "$tools/hwpx/bin/python3" ]; then
  python3 -m venv "$tools/hwpx" >&2
  "$tools/hwpx/bin/pip" install -q 'python-hwpx==6.9.0' >&2
fi
if [ ! -d "$tools/pdfjs/node_modules/pdfjs-dist" ]; then
  npm install --silent --no-audit --no-fund --omit=optional --prefix "$tools/pdfjs" 'pdfjs-dist@3.11.174' >&2
fi

# Public PDF files to compare what the preflight says of them: those that packages ship.
if [ ! -d "$tools/public" ]; then
  public=$(mktemp -d)
  (
    cd "$public"
    npm pack --silent 'pdf-parse@1.1.1' >&2
    tar -xzf pdf-parse-1.1.1.tgz
    apt-get download -qq cups-filters ghostscript-doc >&2 || {
      $([ "$(id -u)" -eq 0 ] || echo sudo) apt-get update -qq >&2
      apt-get download -qq cups-filters ghostscript-doc >&2
    }
    for package in *.deb; do dpkg-deb -x "$package" debian; done
    mkdir files
    cp package/test/data/*-valid.pdf package/test/data/*-space.pdf files/
    cp debian/usr/share/cups/data/*.pdf debian/usr/share/doc/ghostscript/*.pdf files/
  )
  mv "$public/files" "$tools/public"
  rm -r "$public"
fi

# The rules of WCAG that a program can test, for the desk's page.
if [ ! -d "$tools/axe/node_modules/axe-core" ]; then
  npm install --silent --no-audit --no-fund --prefix "$tools/axe" 'axe-core@4.14.1' >&2
fi

if [ ! -x "$tools/taplo/node_modules/.bin/taplo" ]; then
  npm install --silent --no-audit --no-fund --prefix "$tools/taplo" '@taplo/cli@0.7.0' >&2
fi

# What the editors' plugin runs: the command above has no language server in it.
if [ ! -d "$tools/taplo-lsp/node_modules/@taplo/lsp" ]; then
  npm install --silent --no-audit --no-fund --prefix "$tools/taplo-lsp" '@taplo/lsp@0.8.0' >&2
fi

# The schema is in CIP4's own library, under CIP4's licence: it is fetched to test with and goes nowhere else.
if [ ! -f "$tools/xjdf/jdfschema_2_2.xsd" ]; then
  mkdir -p "$tools/xjdf"
  mvn -q -B dependency:copy -Dartifact=org.cip4.lib.xjdf:xJdfLib:2.3.12 -DoutputDirectory="$tools/xjdf" >&2
  python3 - "$tools/xjdf" << 'PY'
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
library = zipfile.ZipFile(next(folder.glob("*.jar")))
name = "jdfschema_2_2.xsd"
(folder / name).write_bytes(library.read(f"org/cip4/lib/xjdf/schema/{name}"))
PY
fi

if ! ls "$tools"/verapdf/cli-*.jar > /dev/null 2>&1; then
  mkdir -p "$tools/verapdf-pom"
  cat > "$tools/verapdf-pom/pom.xml" << 'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>validators</groupId>
  <artifactId>verapdf</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.verapdf.apps</groupId><artifactId>cli</artifactId><version>1.30.2</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$tools/verapdf-pom/pom.xml" dependency:copy-dependencies -DoutputDirectory="$tools/verapdf" >&2
fi
echo "$tools"
