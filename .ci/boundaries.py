#!/usr/bin/env python3
"""Two boundaries that the compiler does not draw: `enkash-core` holds no fact of EnKash, and what `enkash-core` hides is
named by the macros' output alone. Prints file and line of whatever crosses one."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Hosts, paths, headers, variables, words of the envelope, names of products. What other APIs may have as well counts where
# it stands as data.
FACTS = re.compile(
    r"enkash\.(in|com)\b|\bEnKash|ENKASH_|[Oo]lympus|/oauth/token|/api/v\d+/merchant|merchant/token|merchantAccessKey"
    r"|partnerId|partner_id|errorResponse|apiSubErrors|paylod|resultMessage|response_message|\"response_code|\"UNAUTHORIZED"
    r"|\"(accounts-(payable|receivable)|bharat-connect|bill-payments|payment-gateway|payouts|petty-cash)\""
)
# The introduction and the manifest say whose SDK this is for.
MAY_NAME_ENKASH = {
    "enkash-core/src/lib.rs": re.compile(r"//! .*\bEnKash"),
    "enkash-core/Cargo.toml": re.compile(r"description = "),
}
# Unit tests may try a mechanism on what EnKash really sends: these files, these folders, and what follows `#[cfg(test)]` at
# the end of a file.
TEST_FILES = {"tests.rs", "testing.rs"}
TEST_FOLDERS = {"tests", "testing"}
TEST_MODULE = re.compile(r"^#\[cfg\(test\)\]\nmod \w+ \{", re.MULTILINE)

HIDDEN = re.compile(r"#\[doc\(hidden\)\](?:\n.*?){0,4}?\b(?:fn|mod|macro_rules!) (\w+)")
# What visits every field of any endpoint, as generated code does; and a field that has the name.
MAY_NAME_HIDDEN = {
    "tests/src/operations/presence.rs": re.compile(r"use enkash_core::__private0_1_0::Visitor;"),
    "tests/ui/pass/awkward-names.rs": re.compile(r"pub __private: "),
}


def sources(*folders):
    """The sources below some folders as (path from the root, text)."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.rs"))]
    if not found:
        sys.exit(f"no sources in {folders}")
    for path in found:
        yield path.relative_to(ROOT), path.read_text()


def lines(path, text, pattern, exempt):
    """The lines that the pattern finds, but for those that a file may have."""
    allowed = exempt.get(path.as_posix())
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line) and not (allowed and allowed.search(line)):
            yield f"{path}:{number}: {line.strip()}"


def facts_in_core():
    """What the core knows of EnKash."""
    manifest = ROOT / "enkash-core/Cargo.toml"
    yield from lines(manifest.relative_to(ROOT), manifest.read_text(), FACTS, MAY_NAME_ENKASH)
    for path, text in sources("enkash-core"):
        if path.name not in TEST_FILES and not TEST_FOLDERS.intersection(path.parts):
            yield from lines(path, TEST_MODULE.split(text)[0], FACTS, MAY_NAME_ENKASH)


def hidden_names():
    """What names something that the core hides."""
    names = {name for _, text in sources("enkash-core/src") for name in HIDDEN.findall(text)}
    # Others may mean something else by `new`; nobody does by `with_rules` or `__private`.
    names = sorted(name for name in names if "_" in name)
    pattern = re.compile(rf"\b({'|'.join(names)})\b|enkash_core::(guard|__)")
    for path, text in sources("enkash-endpoints", "tests"):
        yield from lines(path, text, pattern, MAY_NAME_HIDDEN)


def main():
    failed = False
    for what, found in [
        ("enkash-core knows EnKash; such facts belong to enkash-endpoints", list(facts_in_core())),
        ("hidden in enkash-core, for the macros' output alone", list(hidden_names())),
    ]:
        if found:
            print(f"{what}:", *found, sep="\n", file=sys.stderr)
            failed = True
    sys.exit(failed)


main()
