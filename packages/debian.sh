#!/usr/bin/env bash
# Packs a .deb: packages/debian.sh PROGRAM OUT
#
# PROGRAM is a jikji that runs here. Needs cargo-deb; $LICENCES is a folder that licences.sh made, else it is made here. What goes
# where stands in Cargo.toml under [package.metadata.deb]. Writes the package's path.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "$1") out=$2
mkdir -p "$out"
# cargo-deb looks for what it packs below the target folder.
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
packed=$target/debian-parts
rm -rf "$packed"
mkdir -p "$packed"
packages/pages.sh "$program" "$packed"
if [[ ${LICENCES:-} ]]; then cp -r "$LICENCES" "$packed/licences"; else packages/licences.sh "$packed/licences" >&2; fi
install -D -m 755 "$program" "$target/dist/jikji" 2> /dev/null || [[ $program -ef $target/dist/jikji ]]
cargo deb --no-build --profile dist --output "$out"
