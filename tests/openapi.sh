#!/usr/bin/env bash
# Lets openapi-spec-validator (PyPI), which knows nothing of this workspace, judge the OpenAPI documents that are written out
# of the declarations.
#
#   bash tests/openapi.sh
#
# The validator goes into a temporary environment; without python3 or PyPI nothing is tried.
set -euo pipefail

validator=openapi-spec-validator==0.9.0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v python3 >/dev/null || ! python3 -m venv "$work/python" >/dev/null 2>&1; then
    echo "skipped: python3 with venv is not installed"
    exit 0
fi
if ! "$work/python/bin/pip" install --quiet --disable-pip-version-check "$validator" >"$work/pip" 2>&1; then
    tail -n 1 "$work/pip"
    echo "skipped: $validator could not be installed"
    exit 0
fi

cargo run --quiet --manifest-path "$root/enkash-endpoints/Cargo.toml" --features schema --example openapi -- --out "$work/documents" >/dev/null
"$work/python/bin/openapi-spec-validator" "$work"/documents/*.json | sed "s|$work/documents/||"
