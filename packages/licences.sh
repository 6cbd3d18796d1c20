#!/usr/bin/env bash
# Gathers the licences of what is in the program: packages/licences.sh OUT
# Needs cargo-about. Takes what the crates bring themselves, which Cargo fetches; nobody else is asked.
set -euo pipefail
out=$(realpath -m "$1")
cd "$(dirname "$0")/.."
mkdir -p "$out"
cp LICENSE-APACHE LICENSE-MIT fonts/OFL-*.txt "$out/"
cargo fetch --locked -q
cargo about generate --offline --locked --fail -c packages/about.toml -o "$out/crates.html" packages/licences.hbs
