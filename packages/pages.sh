#!/usr/bin/env bash
# Writes manual pages and completions: packages/pages.sh JIKJI OUT
set -euo pipefail
jikji=$1 out=$2
mkdir -p "$out/man/ko" "$out/completions"
"$jikji" --lang en man "$out/man" > /dev/null
"$jikji" --lang ko man "$out/man/ko" > /dev/null
for shell in bash zsh fish; do
  "$jikji" completions "$shell" > "$out/completions/jikji.$shell"
done
