#!/usr/bin/env bash
# Makes the guide for browsers: packages/guide.sh OUT
#
# Needs mdbook, which takes the first chapter for index.html as it stands, with links that lead nowhere from there
# (rust-lang/mdBook#2060); so index.html leads to that chapter instead.
set -euo pipefail
out=$(realpath -m "$1")
cd "$(dirname "$0")/.."
mdbook build docs -d "$out"
first=ko/index.html
[[ -f $out/$first ]] || { echo "the guide has no $first" >&2; exit 1; }
cat > "$out/index.html" << PAGE
<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<title>직지 안내서</title>
<meta http-equiv="refresh" content="0; url=$first">
<p><a href="$first">직지 안내서</a>
</html>
PAGE
