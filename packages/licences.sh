#!/usr/bin/env bash
# Gathers the licences of what is in the program: packages/licences.sh OUT
# Needs cargo-about. Takes what the crates bring themselves, and asks no network.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1
mkdir -p "$out"
cp LICENSE-APACHE LICENSE-MIT fonts/OFL-*.txt "$out/"
cargo about generate --offline --locked --fail -c packages/about.toml -o "$out/crates.html" packages/licences.hbs
