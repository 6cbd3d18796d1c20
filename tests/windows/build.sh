#!/usr/bin/env bash
# Builds jikji for Windows and runs it under Wine: tests/windows/build.sh [TEST…|all]
#
# Takes Debian's packages (as root it installs what is missing); exits with 77 and says why where they are not to be had.
# The sample has to give the bytes of the program for this machine ($JIKJI, or what cargo builds). Each TEST is a file of tests/
# that is run under Wine; without one those of `short`, with `all` every one that runs the program. What is left out stands in
# `skips`, with the reason.
set -euo pipefail
cd "$(dirname "$0")/../.."

# What Windows does otherwise, and what a user meets first.
short=(windows cli)

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

skips=tests/windows/skips
if (($# == 0)); then
  tests=("${short[@]}")
elif [[ $* == all ]]; then
  whole=$(sed -n 's/^\([a-z_]*\) \* .*/\1/p' "$skips")
  mapfile -t tests < <(ls tests/*.rs tests/*/main.rs | sed 's|^tests/||; s|/main\.rs$||; s|\.rs$||' | grep -vxF "$whole")
else
  tests=("$@")
fi

# The standard library for Windows is built along, from the sources of the same release. All that is built are tests, and the
# program along with them: built by itself it would take its libraries with other features, so that they were built twice.
target=x86_64-pc-windows-gnu
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_INCREMENTAL=0
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/jikji-target}/windows
windows() { /usr/bin/cargo test -Zbuild-std --target $target "$@"; }
windows --no-run "${tests[@]/#/--test=}"

built=$CARGO_TARGET_DIR/$target/debug
x86_64-w64-mingw32-gcc -shared -o "$built/bcryptprimitives.dll" tests/windows/shim.c -ladvapi32
export WINEPREFIX=$CARGO_TARGET_DIR/wine WINEDEBUG=-all WINEPATH=$built
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=$wine

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

# Korean on a console, where Windows takes letters and no bytes.
printf '제목 = [' > "$work/issue.toml"
(cd "$work" && LC_ALL=C.UTF-8 script -qec "'$wine' '$built/jikji.exe' check --lang ko" /dev/null || true) > "$work/console" < /dev/null
if ! grep -q '오류' "$work/console" || ! grep -q '제목' "$work/console"; then
  echo "Korean does not come out right on a console:" >&2
  cat "$work/console" >&2
  exit 1
fi

# The language of the machine, which Wine takes from that of this one when it starts.
if ! (cd "$work" && LC_ALL=ko_KR.UTF-8 "$wine" "$built/jikji.exe" check 2>&1 || true) | grep -q '오류'; then
  echo "a machine that speaks Korean is not answered in Korean" >&2
  exit 1
fi

# The validators are programs of this machine, which look at its files; what Windows makes are the same bytes.
unset JIKJI_VALIDATORS
failed=()
told=$work/told
for test in "${tests[@]}"; do
  mapfile -t left_out < <(sed -n "s/^$test \([a-z0-9_:]*\) ..*/\1/p" "$skips")
  windows --test "$test" -- --exact "${left_out[@]/#/--skip=}" 2>&1 | tee -a "$told" || failed+=("$test")
done
# `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; …`
tr -d '\r' < "$told" | awk -v files="${#tests[@]}" '
  /^test result: / { passed += $4; failed += $6; ignored += $8 }
  END { print "Under Wine, of " files " files: " passed " tests passed, " failed " failed, " ignored " ignored" }'
for test in "${tests[@]}"; do grep "^$test " "$skips" || true; done | sed 's/^/left out: /'
if ((${#failed[@]})); then
  echo "under Wine these fail: ${failed[*]}" >&2
  exit 1
fi
