#!/usr/bin/env bash
# Makes the documents' pictures anew from the sample number: docs/pictures.sh [JIKJI]
# Needs pdftoppm (poppler) and montage (ImageMagick); those of the desk also Cargo and Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
jikji=${1:-jikji}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$jikji" build --edition screen --edition print --no-lock --out "$work"
screen=$(ls "$work"/*-screen.pdf)
last=$(pdfinfo "$screen" | sed -n 's/^Pages: *//p')

# pages PDF HEIGHT NAME PAGE…: pictures of pages, HEIGHT pixels high.
pages() {
  local pdf=$1 height=$2 name=$3 i=0
  shift 3
  for page in "$@"; do
    i=$((i + 1))
    pdftoppm -png -singlefile -f "$page" -l "$page" -scale-to-y "$height" -scale-to-x -1 "$pdf" "$work/$name-$i"
  done
}

# sheet NAME GAP: the pictures side by side on a quiet ground.
sheet() {
  montage "$work/$1"-*.png -tile x1 -geometry "+$2+$2" -background "#e6e8ed" miff:- |
    convert miff:- -strip -depth 8 +dither -colors 160 -define png:exclude-chunks=date,time "png8:docs/$1.png"
}

pages "$screen" 933 spread 16 17
sheet spread 4
pages "$screen" 424 pages 1 2 $((last - 2)) $((last - 1)) "$last"
sheet pages 3
pages "$(ls "$work"/*-print.pdf)" 790 print 1 3
pages "$(ls "$work"/*-print-spec.pdf)" 790 print-spec 1
mv "$work/print-spec-1.png" "$work/print-3.png"
sheet print 6

# few PICTURE…: no more colours than it takes.
few() {
  for picture in "$@"; do
    convert "$picture" -strip -depth 8 +dither -colors 200 -define png:exclude-chunks=date,time "png8:$picture"
  done
}
JIKJI_UPDATE=1 cargo test -q --test desk guide::
few docs/desk.png docs/ko/*.png
