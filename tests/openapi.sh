#!/usr/bin/env bash
# Lets openapi-spec-validator (PyPI), which knows nothing of this workspace, judge the OpenAPI documents that are written out
# of the declarations.
#
#   bash tests/openapi.sh
#
# The validator goes into a temporary environment. Without python3 or PyPI this fails, or with ALLOW_SKIP=1 tries nothing.
set -euo pipefail

validator=openapi-spec-validator==0.9.0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What is not tried is no success, unless the caller has said that it may be left out.
skip() {
    if [ "${ALLOW_SKIP:-}" = 1 ]; then
        echo "skipped: $1"
        exit 0
    fi
    echo "failed: $1 (ALLOW_SKIP=1 skips this check)" >&2
    exit 1
}

if ! command -v python3 >/dev/null || ! python3 -m venv "$work/python" >/dev/null 2>&1; then
    skip "python3 with venv is not installed"
fi
if ! "$work/python/bin/pip" install --quiet --disable-pip-version-check "$validator" >"$work/pip" 2>&1; then
    tail -n 1 "$work/pip"
    skip "$validator could not be installed"
fi

cd "$root"
cargo run --quiet --features schema --example openapi -- --out "$work/documents" >/dev/null
"$work/python/bin/openapi-spec-validator" "$work"/documents/*.json | sed "s|$work/documents/||"
