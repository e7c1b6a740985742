#!/usr/bin/env bash
# Makes a machine ready: system libraries, fonts and tools first, then .venv from the pinned requirements.
#
#   scripts/setup.sh run     what the service needs
#   scripts/setup.sh test    that, and what the tests need
#
# Nothing is installed that is already there. On Debian and Ubuntu what is missing comes by apt-get (with sudo unless
# root), on macOS by Homebrew; elsewhere it is named. Each need is looked for as what it is — a library, a font, a
# browser that starts — not as a package, so that whatever provides it will do. Written for bash 3.2, which macOS
# still carries.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-}
case $purpose in
run) requirements=requirements.txt ;;
test) requirements=requirements-dev.txt ;;
*) echo "usage: scripts/setup.sh run|test" >&2 && exit 2 ;;
esac

stop() { # words…
  printf '%s\n' "$@" >&2
  exit 1
}

# ---- Python ----------------------------------------------------------------------------------------------------------

recent_enough() { # python
  command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
  if recent_enough "$candidate"; then
    python=$candidate
    break
  fi
done
[ -n "$python" ] || stop "Python 3.11 or newer is needed and was not found. Install it, or name it: make $purpose PYTHON=/path/to/python3"

# ---- What the system must have ---------------------------------------------------------------------------------------

system=other
if [ "$(uname -s)" = Darwin ]; then
  system=macos
elif command -v apt-get >/dev/null 2>&1; then
  system=debian
  if grep -qs '^ID=ubuntu' "${OS_RELEASE:-/etc/os-release}"; then system=ubuntu; fi
fi

has_font() { # how its files are called, in the folders where the press looks for fonts
  local folders=(/usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts")
  if [ "$system" = macos ]; then folders=(/System/Library/Fonts /Library/Fonts "$HOME/Library/Fonts"); fi
  [ -n "$(find -L "${folders[@]}" -iname "$1*" 2>/dev/null)" ]
}
has_command() { # any of these names
  local name
  for name in "$@"; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}
has_browser() { # one that starts: Ubuntu's chromium-browser, without snapd, is a script that says why it does not
  local name
  for name in chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if "$name" --version >/dev/null 2>&1 </dev/null; then return 0; fi
  done
  return 1
}
has_driver() { chromedriver --version >/dev/null 2>&1 </dev/null; }
can_make_environments() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_postgresql() { # the server: Debian and Homebrew keep each release's programs apart, off the path
  local found
  for found in /usr/lib/postgresql/*/bin/initdb {/opt/homebrew,/usr/local}/opt/postgresql@*/bin/initdb; do
    if [ -x "$found" ]; then return 0; fi
  done
  has_command initdb
}
has_office() { has_command soffice libreoffice || [ -d /Applications/LibreOffice.app ]; }

need() { # why | Debian's package | Ubuntu's | Homebrew's | probe…
  local why=$1 package
  case $system in
  ubuntu) package=$3 ;;
  macos) package=$4 ;;
  *) package=$2 ;;
  esac
  shift 4
  if "$@"; then return 0; fi
  missing+=("$package")
  reasons+=("$(printf '  %-28s %s' "$package" "$why")")
}

same_on_debian() { # why | package | Homebrew's | probe…
  local why=$1 package=$2 brewed=$3
  shift 3
  need "$why" "$package" "$package" "$brewed" "$@"
}

minor=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')

look() { # fills `missing` with packages in this system's names, and `reasons` with a line for each
  missing=()
  reasons=()
  same_on_debian "Python's own environments" "python$minor-venv" "python@$minor" can_make_environments
  same_on_debian "Chinese letters: Noto Serif CJK" fonts-noto-cjk font-noto-serif-cjk-sc has_font NotoSerifCJK
  same_on_debian "Chinese headings: Noto Sans CJK" fonts-noto-cjk font-noto-sans-cjk-sc has_font NotoSansCJK
  same_on_debian "English letters: Liberation" fonts-liberation font-liberation has_font LiberationSerif
  [ "$purpose" = test ] || return 0
  need "the form is tested in a real browser" chromium chromium-browser google-chrome has_browser
  need "the tests steer that browser" chromium-driver chromium-chromedriver chromedriver has_driver
  same_on_debian "the commands of docs/api.md are typed as they stand" curl curl has_command curl
  same_on_debian "a second program must find every PDF sound" qpdf qpdf has_command qpdf
  same_on_debian "a third must find its fonts, tags and attachments" poppler-utils poppler has_command pdffonts
  same_on_debian "a second program must read the same text in every Word file" \
    libreoffice-writer-nogui libreoffice has_office
  same_on_debian "the studio is kept in either database" postgresql postgresql@17 has_postgresql
}

look
if [ ${#missing[@]} -gt 0 ]; then
  packages=$(printf '%s\n' "${missing[@]}" | sort -u | tr '\n' ' ')
  packages=${packages% }
  echo "docgen needs from the system:"
  printf '%s\n' "${reasons[@]}"
  case $system in
  debian | ubuntu)
    as_root=
    if [ "$(id -u)" -ne 0 ]; then as_root="sudo "; fi
    update="${as_root}apt-get update"
    # shellcheck disable=SC2089 # printed for people, run by eval below
    install="${as_root}env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $packages"
    ;;
  macos)
    as_root=
    update=:
    install="brew install $packages"
    has_command brew || stop "Homebrew is not here to install them. See https://brew.sh, then: $install"
    ;;
  other)
    stop "This script knows apt-get and Homebrew only. Install these (here under Debian's names) with your system's" \
      "package manager, then run make $purpose again: $packages"
    ;;
  esac
  if [ -n "$as_root" ] && ! has_command sudo; then
    stop "Neither root nor sudo. As root, run:" "  ${update#sudo }" "  ${install#sudo }"
  fi
  echo "+ $install"
  eval "$update -qq" || echo "The list of packages could not be renewed; going on with the one that is here." >&2
  log=$(mktemp)
  eval "$install" >"$log" 2>&1 </dev/null || {
    tail -n 20 "$log" >&2
    stop "" "That failed. Run this yourself, then make $purpose again:" "  $update" "  $install"
  }
  rm -f "$log"
  look
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installed, and still not found; what needs it will fail:" >&2
    printf '%s\n' "${reasons[@]}" >&2
  fi
fi

# ---- The environment -------------------------------------------------------------------------------------------------

if ! recent_enough .venv/bin/python || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  echo "+ making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
fi

pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }

echo "+ installing $requirements, each file checked against its hash"
# Wheels only: building a source archive would fetch build tools that nobody pinned.
pip install --require-hashes --only-binary :all: --requirement "$requirements"
# The folder itself, so that `docgen` works from anywhere; hatchling is pinned in the requirements, so nothing is fetched.
pip install --no-deps --no-build-isolation --no-index --editable .
if [ ${#missing[@]} -eq 0 ]; then touch ".venv/$purpose.stamp"; fi
