#!/usr/bin/env bash
# Builds jikji for Windows and runs it under Wine: tests/windows/build.sh [TEST…]
#
# Takes Debian's packages (as root it installs what is missing); exits with 77 and says why where they are not to be had.
# Each TEST is a file of tests/ that is run under Wine; without one the sample alone is built, which has to give the bytes of
# the program for this machine ($JIKJI, or what cargo builds).
set -euo pipefail
cd "$(dirname "$0")/../.."

packages=(gcc-mingw-w64-x86-64 rustc-web cargo-web rust-web-src wine64)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if ((${#missing[@]})); then
  if ! { [[ $(id -u) == 0 ]] && apt-get update -q && apt-get install -yq --no-install-recommends "${missing[@]}"; } >&2; then
    echo "Windows is not built here: ${missing[*]} cannot be installed" >&2
    exit 77
  fi
fi

# The standard library for Windows is built along, from the sources of the same release.
target=x86_64-pc-windows-gnu
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/jikji-target}/windows
windows() { /usr/bin/cargo "$1" -Zbuild-std --target $target "${@:2}"; }
windows build

built=$CARGO_TARGET_DIR/$target/debug
x86_64-w64-mingw32-gcc -shared -o "$built/bcryptprimitives.dll" tests/windows/shim.c -ladvapi32
export WINEPREFIX=$CARGO_TARGET_DIR/wine WINEDEBUG=-all
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)

# Nothing but what every Windows has.
x86_64-w64-mingw32-objdump -p "$built/jikji.exe" | sed -n 's/.*DLL Name: //p' | sort -u > "$built/dlls"
own='^(api-ms-win-[a-z0-9-]+|advapi32|bcrypt|bcryptprimitives|crypt32|kernel32|msvcrt|ntdll|ole32|shell32|user32|userenv|ws2_32)\.dll$'
if grep -viE "$own" "$built/dlls"; then
  echo "the program asks for libraries that Windows does not have" >&2
  exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$wine" "$built/jikji.exe" --version
"$wine" "$built/jikji.exe" build --no-lock --edition screen --edition print --edition archive --out "$work/windows"
"${JIKJI:-jikji}" build --no-lock --edition screen --edition print --edition archive --out "$work/here"
diff -r "$work/windows" "$work/here"
echo "Windows gives the same bytes: $(ls "$work/here" | wc -l) files"

for test in "$@"; do
  export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$wine
  cp "$built/bcryptprimitives.dll" "$built/deps/"
  windows test --test "$test"
done
