#!/usr/bin/env bash
# Tries each product with no other one switched on: it compiles, and every operation of it passes its end-to-end test.
#
#   bash tests/features.sh [FEATURE[,FEATURE]...]
#
# Without arguments: every product alone.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ $# -eq 0 ]; then
    mapfile -t combinations < <(sed -n 's/^\([a-z-]*\) = \[\]$/\1/p' enkash-endpoints/Cargo.toml)
else
    combinations=("$@")
fi
for features in "${combinations[@]}"; do
    echo "-- $features"
    cargo check --quiet -p enkash-endpoints --no-default-features --features "$features" --examples
    cargo test --quiet -p enkash-tests --no-default-features --features "$features" --test operations |
        sed -n 's/^test result: ok\. \([0-9]*\) passed.*/\1 tests passed/p'
done
