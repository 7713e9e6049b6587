#!/usr/bin/env python3
"""Refuses words that this project does not use, and comments over 100 columns.

A reader searches for the field's terms: "response", "webhook", "encrypt". Each entry below is a paraphrase
of such a term, or a name that a type had once, with what to write instead.

    python3 .ci/words.py           every tracked text file
    python3 .ci/words.py --test    the checks find what they are for
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 100
SUFFIXES = {".rs", ".md", ".py", ".sh", ".toml", ".stderr"}
# The API reference has words of its own, and this file lists the others.
SKIPPED = ("enkash-sandbox/catalogue/", ".ci/words.py", "benches/openapi.json")

# What is not written (a regular expression, in any case), and what is.
PHRASES = {
    r"answer(s|ed|ing)?\b": "response, respond",
    r"truth values?": "boolean",
    r"the documents\b|documented page": "the API reference",
    r"notifications?\b": "webhook event, webhook",
    r"sign(s|ed|ing)? in(to)?\b|sign-ins?\b": "authenticate, obtain an access token",
    r"token calls?\b|token_calls?\b": "token request",
    r"(un)?seal(ed|er|ers|ing|s)?\b": "encrypt, decrypt",
    r"could be had|can be had": "could not obtain",
    r"\b(is|are|was|were|be|being|been) told\b": "is given, is reported",
    r"\bhears\b|\bheard\b": "reads",
    r"what stands there": "the input",
    r"client in the making": "client builder",
    r"two worlds": "the environment",
    r"name by law": "legal name",
    r"called off|asked back": "cancelled, refund requested",
    r"\bspellings?\b": "representation",
    r"greatest size|least size": "maximum, minimum",
    r"wrong members?\b|member of a reply": "field",
}

# Names that types and modules had once.
NAMES = {
    "Outgoing": "PreparedRequest",
    "Sealer|Sealing|sealing_secret": "PayloadCipher, Encryption, encryption_secret",
    "Happened|Resend": "AttemptOutcome, RetrySafety",
    "NoGrant|Freshness": "TokenResponse, TokenError, TokenState",
    "Carrier|Bodied|Masked": "AnyTransport, RedactedBytes",
    "Shelf|Leniency|misfits": "OrderedMap, SchemaOverrides, schema_violations",
}

# Lines that may stay: names of operations, other people's words, and English in its own sense.
ALLOWED = [
    r"PaymentNotification|CardTransactionNotification|notify_url|notifyUrl|upi-mandate/notify",
    r"sealed trait",
    # A key of other frameworks that the macros know, to say `encrypt`.
    r'"seal", "sealed"',
]


def checks():
    for phrase, instead in PHRASES.items():
        yield re.compile(r"(?<![A-Za-z_])(" + phrase + ")", re.I), instead
    for names, instead in NAMES.items():
        yield re.compile(r"\b(" + names + r")\b"), instead


CHECKS = list(checks())
SNAKE_CASE = re.compile(r"\b[a-z0-9]+(_[a-z0-9]+)+\b")
ALLOW = re.compile("|".join(ALLOWED))


def problems(path, text):
    """The lines of a file that break a rule, with what to write."""
    for number, line in enumerate(text.splitlines(), 1):
        plain = ALLOW.sub("", line)
        # The words of an identifier, such as the name of a test, are words as well.
        words = SNAKE_CASE.sub(lambda name: name[0].replace("_", " "), plain)
        for check, instead in CHECKS:
            if found := check.search(plain) or check.search(words):
                yield f"{path}:{number}: `{found[0]}`; write: {instead}"
        comment = path.endswith(".rs") and line.lstrip().startswith("//")
        # A table or an address cannot be broken.
        if comment and len(line) > WIDTH and not re.match(r"\s*//[/!]?\s*(\||\[.*\]:|\S+$)", line):
            yield f"{path}:{number}: a comment of {len(line)} columns; wrap it at {WIDTH}"


def files():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)
    for path in listed.stdout.splitlines():
        if Path(path).suffix in SUFFIXES and not path.startswith(SKIPPED) and (ROOT / path).exists():
            yield path


def self_test():
    bad = ["the server's Answer", "it is told so", "// x " + "y " * 60, "struct Outgoing;", "a sign-in", "let token_calls = 1;"]
    bad += ["fn a_late_answer_is_read() {", "fn the_cause_is_told() {"]
    good = ["a response", "PaymentNotification", "design into", "| " + "x" * 200, "sealed trait", "unanswered"]
    for line in bad:
        assert list(problems("x.rs", line)), line
    for line in good:
        assert not list(problems("x.rs", line)), line


def main():
    if "--test" in sys.argv:
        return self_test()
    texts = ((path, (ROOT / path).read_text(encoding="utf-8")) for path in files())
    found = [line for path, text in texts for line in problems(path, text)]
    if found:
        print("\n".join(found))
        sys.exit(f"{len(found)} lines to rewrite")


main()
