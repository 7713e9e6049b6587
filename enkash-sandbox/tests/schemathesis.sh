#!/bin/sh
# Lets schemathesis (PyPI), which knows nothing of this crate, try every operation of the catalogue
# against the sandbox: no response may be a 5xx, and every response must fit its documented schema.
#
#   sh enkash-sandbox/tests/schemathesis.sh [EXAMPLES_PER_OPERATION]
#
# SCHEMATHESIS names the program where it is not on the path. Without it nothing is tried.
set -eu

examples=${1:-10}
schemathesis=${SCHEMATHESIS:-schemathesis}
crate=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
server=

stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT

if ! command -v "$schemathesis" >/dev/null; then
    echo "skipped: schemathesis is not installed (pip install schemathesis)"
    exit 0
fi

cargo build --quiet --manifest-path "$crate/Cargo.toml"
target=$(cargo metadata --format-version 1 --no-deps --manifest-path "$crate/Cargo.toml" |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
"$target/debug/enkash-sandbox" --quiet >"$work/address" &
server=$!
until base=$(head -n 1 "$work/address") && [ -n "$base" ]; do
    kill -0 "$server"
    sleep 0.1
done

# What the sandbox accepts; all of it is made up, see Credentials::default.
member() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"; }
oauth=$(curl -s -u CEK0SANDBX:sandbox-client-secret-not-real -d username=sandbox-user@example.com \
    -d password=sandbox-password-not-real -d grant_type=password -d clientId=CEK0SANDBX \
    "$base/payouts/oauth/token" | member access_token)
keys='{"accessKey":"AK0SANDBOX00000","secretKey":"SK0SANDBOX00000-not-real"}'
merchant=$(curl -s -H 'content-type: application/json' -d "$keys" \
    "$base/payment-gateway/api/v0/merchant/token" | member token)

# It leaves its notes where it runs.
cd "$work"
failed=0
for file in "$crate"/catalogue/*.yaml; do
    product=$(basename "$file" .yaml)
    if [ "$product" = payment-gateway ]; then
        # Its examples write times otherwise than its schemas say, and so does the sandbox.
        sed 's/format: date-time, //' "$file" >"$work/$product.yaml"
        file=$work/$product.yaml
    fi
    case $product in
    payment-gateway*) token=$merchant ;;
    *) token=$oauth ;;
    esac
    if "$schemathesis" run "$file" --url "$base/$product" --no-color --seed 1 \
        -H "Authorization: Bearer $token" -H "merchantAccessKey: AK0SANDBOX00000" -H "partnerId: p" \
        --checks not_a_server_error,response_schema_conformance \
        --phases examples,fuzzing --max-examples "$examples" >"$work/log" 2>&1; then
        echo "$product: $(grep -E '^ +[0-9]+ generated' "$work/log" || echo passed)"
    else
        failed=1
        cat "$work/log"
    fi
done
exit $failed
