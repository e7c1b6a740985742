#!/usr/bin/env bash
# Pins every dependency with the hashes of its files, for every system and Python from 3.11 on.
#
#   scripts/lock.sh [--upgrade]
#
# The addresses of package indexes are left out: where packages come from is the machine's business, what they are is
# ours (docs/decisions/0003-pinned-by-hash.md).
set -euo pipefail
cd "$(dirname "$0")/.."

command -v uv >/dev/null 2>&1 || { echo "uv is needed for this: python3 -m pip install uv" >&2 && exit 1; }

pin() { # output, groups and constraints…
  local output=$1
  shift
  uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --output-file "$output" "$@"
}

pin requirements.txt --group build "${@}"
pin requirements-dev.txt --group build --group test --group check --constraint requirements.txt "${@}"
