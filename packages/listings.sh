#!/usr/bin/env bash
# Fills in what winget and scoop ask for: packages/listings.sh VERSION REPOSITORY ZIP OUT
#
# REPOSITORY is OWNER/NAME, where the release stands; ZIP the portable archive for Windows.
set -euo pipefail
version=$1 repository=$2 zip=$(realpath "$3") out=$(realpath -m "$4")
cd "$(dirname "$0")"
sum=$(sha256sum "$zip" | cut -d' ' -f1)
folder=$(basename "$zip" .zip)
mkdir -p "$out"
for template in winget/*.yaml scoop/*.json; do
  sed -e "s|{version}|$version|g" -e "s|{repository}|$repository|g" -e "s|{sha256}|$sum|g" \
    -e "s|{SHA256}|${sum^^}|g" -e "s|{zip}|$(basename "$zip")|g" -e "s|{folder}|$folder|g" "$template" > "$out/$(basename "$template")"
done
