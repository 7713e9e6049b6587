#!/usr/bin/env bash
# Lets Prism (npm), which knows nothing of this workspace, serve the catalogue's own files and judge what our client
# sends to every operation whose request is fully documented.
#
#   bash tests/prism.sh [PRODUCT...]
#
# PRISM_DIR names a folder in which Prism is installed once and kept; otherwise it goes into a temporary one.
# Without node and npm nothing is tried. `examples/prism_client/main.rs` documents what is sent and what counts as accepted.
set -euo pipefail

prism_version=5.14.2
node_at_least=18

tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
catalogue=$tests/../enkash-sandbox/catalogue
work=$(mktemp -d)
server=

stop_server() {
    [ -z "$server" ] || { kill "$server" && wait "$server"; } 2>/dev/null || true
    server=
}
stop() {
    stop_server
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

for program in node npm; do
    if ! command -v "$program" >/dev/null; then
        echo "skipped: $program is not installed, and Prism needs it (https://nodejs.org)"
        exit 0
    fi
done
node_version=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
if [ "$node_version" -lt "$node_at_least" ]; then
    echo "skipped: node is version $node_version, and Prism $prism_version needs $node_at_least or later"
    exit 0
fi

prism=${PRISM_DIR:-$work/prism}
mkdir -p "$prism"
# Within the folder, which need not be an npm project's; npm would look for one further up.
[ -e "$prism/package.json" ] || echo '{"private": true}' >"$prism/package.json"
if ! npm install --prefix "$prism" --no-audit --no-fund --ignore-scripts --loglevel error \
    --fetch-retries 1 --fetch-timeout 60000 "@stoplight/prism-cli@$prism_version" >"$work/npm" 2>&1; then
    cat "$work/npm" >&2
    echo "Prism $prism_version could not be installed" >&2
    exit 1
fi

# Prism matches by method and path alone, so it cannot serve two operations at one place. The copies of a file share
# them out: the first takes all that have a place of their own, the second the next one at each place, and so on.
# Responses to failures are left out, because Prism would response with them instead of saying what it did not like.
# One line per copy that has a fully documented request: product, file, operations.
mkdir "$work/copies"
NODE_PATH=$prism/node_modules node - "$catalogue" "$work/copies" "$@" >"$work/plan" <<'JS'
const fs = require('fs');
const path = require('path');
const yaml = require('yaml');
const [catalogue, copies, ...wanted] = process.argv.slice(2);
const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** The document with patterns that JavaScript reads with the flag `u`. */
function readable(value) {
    if (Array.isArray(value)) return value.map(readable);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) =>
        [name, name === 'pattern' && typeof member === 'string' ? unicode(member) : readable(member)]));
}

/** The same pattern without needless escapes (`\"`), and with the escape that a bracket outside of a class needs. */
function unicode(pattern) {
    let inClass = false;
    const parts = pattern.match(/\\.|[^\\]/gs).map((part) => {
        if (part.length === 2) return /[\w^$\\.*+?()[\]{}|/]/.test(part[1]) || (inClass && part[1] === '-') ? part : part[1];
        if (part === '[') inClass = true;
        else if (part === ']' && inClass) inClass = false;
        else if (part === ']') return '\\]';
        return part;
    });
    const rewritten = parts.join('');
    new RegExp(rewritten, 'u');
    return rewritten;
}

const files = fs.readdirSync(catalogue).filter((file) => file.endsWith('.yaml')).sort();
for (const product of wanted) {
    if (files.includes(`${product}.yaml`)) continue;
    console.error(`the catalogue has no ${product}`);
    process.exit(1);
}
for (const file of files) {
    const product = path.basename(file, '.yaml');
    if (wanted.length > 0 && !wanted.includes(product)) continue;
    const document = readable(yaml.parse(fs.readFileSync(path.join(catalogue, file), 'utf8')));
    const found = [];
    for (const [key, item] of Object.entries(document.paths)) {
        const wire = item['x-wire-path'] ?? key.split('#')[0];
        const shared = Object.fromEntries(Object.entries(item).filter(([name]) => !methods.includes(name)));
        for (const method of methods.filter((method) => item[method])) {
            const operation = { ...item[method], responses: { 200: { description: 'taken' } } };
            const copy = found.findIndex((paths) => !paths[wire]?.[method]);
            const paths = copy < 0 ? (found[found.length] = {}) : found[copy];
            paths[wire] = { ...shared, ...paths[wire], [method]: operation };
        }
    }
    found.forEach((paths, index) => {
        const operations = Object.values(paths).flatMap((item) => methods.map((method) => item[method]))
            .filter((operation) => operation?.['x-completeness']?.request === 'full')
            .map((operation) => operation.operationId);
        if (operations.length === 0) return;
        const copy = path.join(copies, `${product}.${index + 1}.json`);
        fs.writeFileSync(copy, JSON.stringify({ ...document, paths }));
        console.log([product, copy, ...operations].join(' '));
    });
}
JS

cargo build --quiet --manifest-path "$tests/Cargo.toml" --example prism_client
target=$(cargo metadata --format-version 1 --no-deps --manifest-path "$tests/Cargo.toml" |
    sed 's/.*"target_directory":"\([^"]*\)".*/\1/')

failed=0
while read -r product copy operations; do
    : >"$work/log"
    # Port 0 lets the system choose a free one. Responses are chosen by the API reference' examples, never by chance.
    node "$prism/node_modules/@stoplight/prism-cli/dist/index.js" mock --errors --port 0 "$copy" \
        >"$work/log" 2>&1 </dev/null &
    server=$!
    base=
    for _ in $(seq 300); do
        base=$(sed -n 's/.*Prism is listening on \(http:[^[:space:]]*\).*/\1/p' "$work/log")
        [ -z "$base" ] && kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    if [ -z "$base" ]; then
        cat "$work/log" >&2
        echo "Prism does not serve $(basename "$copy")" >&2
        exit 1
    fi
    # shellcheck disable=SC2086
    "$target/debug/examples/prism_client" "$product" "$base" $operations >"$work/out" </dev/null || failed=1
    grep -v '^counts ' "$work/out" || true
    if ! grep '^counts ' "$work/out" >>"$work/counts"; then
        echo "the client did not come to its end with $(basename "$copy")" >&2
        exit 1
    fi
    stop_server
done <"$work/plan"

awk '
    function line(name, n) {
        printf "%-24s %10s %9s %9s %8s %13s\n", name, n[1], n[2], n[3], n[4], n[5] "/" n[6]
    }
    BEGIN {
        printf "%-24s %10s %9s %9s %8s %13s\n", "product", "documented", "accepted", "expected", "refused", "bad refused"
    }
    {
        if (!($2 in seen)) { seen[$2] = 1; order[++products] = $2 }
        for (i = 1; i <= 6; i++) { count[$2, i] += $(i + 2); total[i] += $(i + 2) }
    }
    END {
        for (p = 1; p <= products; p++) {
            for (i = 1; i <= 6; i++) row[i] = count[order[p], i]
            line(order[p], row)
        }
        line("all", total)
    }
' "$work/counts"
exit $failed
