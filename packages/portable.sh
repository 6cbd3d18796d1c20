#!/usr/bin/env bash
# Packs what one unpacks and runs: packages/portable.sh PROGRAM TARGET OUT
#
# PROGRAM is a jikji for the machine TARGET (as Rust names it), OUT the folder for the archive. $JIKJI is a jikji that runs here
# (else PROGRAM is asked for its manual pages), $LICENCES a folder that licences.sh made and $GUIDE one that guide.sh made; without
# them they are made here. Writes the archive's path.
set -euo pipefail
program=$(realpath "$1") target=$2 out=$(realpath -m "$3")
jikji=$(realpath "${JIKJI:-$program}")
LICENCES=${LICENCES:+$(realpath "$LICENCES")} GUIDE=${GUIDE:+$(realpath "$GUIDE")}
cd "$(dirname "$0")/.."
version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
date=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
name=jikji-$version-$target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/$name
mkdir -p "$home" "$out"

# number FOLDER: the sample number, which is the one at the project's root.
number() {
  mkdir -p "$home/$1"
  cp -r issue.toml images "$home/$1/"
}

# made FROM TO MAKER…: the folder that was made before, or one that is made now.
made() {
  local from=$1 to=$2
  shift 2
  if [[ $from ]]; then cp -r "$from" "$to"; else "$@" >&2; fi
}

made "$LICENCES" "$home/licences" packages/licences.sh "$home/licences"
case $target in
*windows*)
  install -m 755 "$program" "$home/jikji.exe"
  number 보기
  made "$GUIDE" "$home/안내서" packages/guide.sh "$home/안내서"
  # Notepad of any Windows reads it so.
  { printf '\xef\xbb\xbf'; sed "s/{version}/$version/; s/{program}/jikji.exe/g; s/\$/\r/" packages/읽어보기.txt; } > "$home/읽어보기.txt"
  ;;
*)
  install -m 755 "$program" "$home/jikji"
  number sample
  made "$GUIDE" "$home/guide" packages/guide.sh "$home/guide"
  sed "s/{version}/$version/" packages/README.txt > "$home/README.txt"
  packages/pages.sh "$jikji" "$home"
  ;;
esac

find "$work" -exec touch -h -d "@$date" {} +
case $target in
*windows*)
  archive=$name.zip
  packages/zipped.py "$home" "$out/$archive"
  ;;
*)
  archive=$name.tar.gz
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$date" -C "$work" -cf - "$name" | gzip -9n > "$out/$archive"
  ;;
esac
echo "$out/$archive"
