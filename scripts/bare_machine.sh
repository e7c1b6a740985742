#!/usr/bin/env bash
# Proves the README's two commands on a machine that has nothing: a Debian root of the smallest kind, to which only
# git, make, python3 and ca-certificates are added. The last commit is cloned into it, `make test` and `make run` are
# called there, and the running service is asked for its health and its page.
#
#   scripts/bare_machine.sh [arguments for pytest]
#
#   SUITE=bookworm     the release to prove it on
#   MIRROR, KEYRING    where a suite comes from that this machine's apt does not know (for Ubuntu, say), and the file of
#                      keys that it is signed with
#   KEEP=1             leave the root on disk, and say where
#   ONLY=test|run      prove one of the two commands
#
# Needs root, mmdebstrap and Linux. How this machine reaches its mirrors is handed on as it is: apt's sources and
# Acquire options, pip's configuration with the folders that it names, PIP_* and proxy variables, certificates and name
# resolution. Passwords for apt are not: a mirror that asks for one cannot be used here.
set -euo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd)
suite=${SUITE:-bookworm}

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}
say() { printf '\n== %s  (%s s)\n' "$*" "$SECONDS"; }

[ "$(id -u)" -eq 0 ] || stop "The proof makes a root file system and enters it: run it as root."
command -v mmdebstrap >/dev/null || stop "mmdebstrap is needed: apt-get install mmdebstrap"

# Mounts and processes of their own: whatever happens, the kernel removes both when this script ends, so that nothing
# that was mounted into the root can be reached by the removal of the root.
if [ "${PROOF_INSIDE:-}" != yes ]; then
  root=$(mktemp -d "${TMPDIR:-/tmp}/docgen-proof.XXXXXX")
  chmod 755 "$root"
  leave() {
    if [ -n "${KEEP:-}" ]; then echo "The root is left in $root"; else rm -rf --one-file-system "$root"; fi
  }
  trap leave EXIT
  PROOF_INSIDE=yes PROOF_ROOT=$root unshare --mount --pid --fork --kill-child "$0" "$@"
  exit
fi
root=$PROOF_ROOT

# ---- The root --------------------------------------------------------------------------------------------------------

say "making a bare $suite"
sources=()
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
  if grep -Eqs "^[^#]*\b$suite\b" "$file"; then sources+=("$file"); fi
done
if [ -n "${MIRROR:-}" ]; then sources=("$MIRROR"); fi
options=()
if [ -n "${KEYRING:-}" ]; then options+=(--keyring="$KEYRING"); fi
for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
  if grep -qs '^ *Acquire' "$file"; then options+=(--aptopt="$file"); fi
done
mmdebstrap --quiet --variant=minbase --include=apt,git,make,python3,ca-certificates \
  ${options[@]+"${options[@]}"} "$suite" "$root" ${sources[@]+"${sources[@]}"}

# ---- What this machine knows about mirrors ---------------------------------------------------------------------------

same_place() { # path: put a copy of a file at the same path inside
  mkdir -p "$root$(dirname "$1")"
  cp -L "$1" "$root$1"
}
visible() { # folder: show it inside, read-only
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  mount -o remount,bind,ro "$root$1"
}

for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
  if [ -e "$file" ]; then same_place "$file"; fi
done
for file in .config/pip/pip.conf .pip/pip.conf; do
  if [ -e "$HOME/$file" ]; then mkdir -p "$root/root/${file%/*}" && cp "$HOME/$file" "$root/root/$file"; fi
done

carried=()
while IFS= read -r variable; do carried+=("$variable=${!variable}"); done < <(
  compgen -e | grep -Ei '^(PIP_.*|(https?|no|all|ftp)_proxy|SSL_CERT_FILE|REQUESTS_CA_BUNDLE)$' || true
)

# A file:// index keeps its files beside it, so the folder above it is shown.
{
  cat /etc/pip.conf "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf" 2>/dev/null || true
  printf '%s\n' ${carried[@]+"${carried[@]}"}
} | tr ' =,' '\n\n\n' | sed -n 's#^file://\(/.*\)/[^/]*/*$#\1#p; s#^\(/.*\)$#\1#p' | sort -u >"$root/named"
while IFS= read -r path; do
  if [ -d "$path" ] && [ "$path" != / ]; then visible "$path"; elif [ -f "$path" ]; then same_place "$path"; fi
done <"$root/named"
rm "$root/named"

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
mount --rbind /sys "$root/sys" && mount --make-rslave "$root/sys"

inside() { # folder, command…
  local folder=$1
  shift
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${carried[@]+"${carried[@]}"} \
    sh -c 'cd "$0" && exec "$@"' "$folder" "$@" </dev/null
}

# ---- The two commands ------------------------------------------------------------------------------------------------

say "cloning $(git -C "$repository" log -1 --format='%h %s')"
git -C "$repository" bundle create --quiet "$root/root/docgen.bundle" HEAD
inside /root git -c advice.detachedHead=false clone --quiet docgen.bundle docgen

if [ "${ONLY:-test}" = test ]; then
  say "make test"
  inside /root/docgen make test ${*:+"TESTS=$*"}
fi

if [ "${ONLY:-run}" = run ]; then
  say "make run"
  inside /root/docgen make run >"$root/root/run.log" 2>&1 &
  service=$!
  if ! inside /root/docgen python3 scripts/first_answer.py /root/run.log "$service"; then
    cat "$root/root/run.log"
    stop "make run gave no service that answers."
  fi
  cat "$root/root/run.log"
  kill "$service" 2>/dev/null || true
fi

say "proved on a bare $suite"
