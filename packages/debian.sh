#!/usr/bin/env bash
# Packs a .deb: packages/debian.sh PROGRAM OUT
#
# PROGRAM is a jikji that runs here. Needs cargo-deb; $LICENCES is a folder that licences.sh made, else it is made here. What goes
# where stands in Cargo.toml under [package.metadata.deb]. Writes the package's path.
set -euo pipefail
program=$(realpath "$1") out=$(realpath -m "$2")
LICENCES=${LICENCES:+$(realpath "$LICENCES")}
cd "$(dirname "$0")/.."
mkdir -p "$out"
# What it packs is looked for in the project's own target folder.
export CARGO_TARGET_DIR=$PWD/target
packed=target/debian-parts
rm -rf "$packed"
mkdir -p "$packed"
packages/pages.sh "$program" "$packed"
if [[ $LICENCES ]]; then cp -r "$LICENCES" "$packed/licences"; else packages/licences.sh "$packed/licences" >&2; fi
[[ $program -ef target/dist/jikji ]] || install -D -m 755 "$program" target/dist/jikji
cargo deb --no-build --profile dist --output "$out"
