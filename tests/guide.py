#!/usr/bin/env python3
"""Runs every command that README.md, CONTRIBUTING.md and the guide show in a shell block.

    python3 tests/guide.py [--list]

The blocks run in the order of their pages, from the root of the repository. A block that starts the sandbox as a
program is started beside the others, and stopped at the end of its page; the blocks behind it find it running.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
FENCE = re.compile(r"^( *)```(\S*)$")
SERVER = re.compile(r"^cargo run --bin enkash-sandbox -- --port (\d+)$")
# Lines that are left out, each with the reason. Every other line runs.
LEFT_OUT = {
    "bash .ci/run": "it runs this script",
    "cargo test --workspace --no-fail-fast": "a step of its own in `.ci/run`",
    "cargo test --quiet --test crash_safe_payouts": "a part of that",
}
# How long one block may take: on a new machine the first one compiles.
SECONDS = 1200


def blocks():
    """The shell blocks as (page, line, text)."""
    for page in PAGES:
        block, first, indent = None, 0, ""
        for number, line in enumerate(page.read_text().splitlines(), 1):
            fence = FENCE.match(line)
            if block is not None:
                if fence and not fence[2]:
                    yield page, first, "\n".join(block)
                    block = None
                else:
                    block.append(line.removeprefix(indent))
            elif fence and fence[2] in ("sh", "bash", "shell", "console"):
                block, first, indent = [], number, fence[1]


def serve(command, port):
    """Starts the sandbox and waits until it listens."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            sys.exit(f"port {port}, which the guide names, is taken")
    subprocess.run(["cargo", "build", "--quiet", "-p", "enkash-sandbox"], cwd=ROOT, check=True)
    server = subprocess.Popen(command, shell=True, cwd=ROOT, stdout=subprocess.DEVNULL, start_new_session=True)
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        if server.poll() is not None:
            break
        time.sleep(0.1)
    stop(server)
    sys.exit(f"`{command}` does not listen on port {port}")


def stop(server):
    """Stops the sandbox with the cargo that started it."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGTERM)
    server.wait()


def main():
    server, served, ran, failed = None, None, 0, []
    try:
        for page, line, text in blocks():
            where = f"{page.relative_to(ROOT)}:{line}"
            if server and page != served:
                stop(server)
                server = None
            kept = []
            for command in text.splitlines():
                if command in LEFT_OUT:
                    print(f"-- {where}: left out: {command}: {LEFT_OUT[command]}", flush=True)
                else:
                    kept.append(command)
            if not "".join(kept).strip():
                continue
            text = "\n".join(kept)
            print(f"-- {where}: {text.strip()}", flush=True)
            ran += 1
            if "--list" in sys.argv:
                continue
            found = SERVER.match(text.strip())
            if found:
                server, served = serve(text.strip(), int(found[1])), page
            else:
                done = subprocess.run(
                    ["bash", "-euo", "pipefail", "-c", text],
                    cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                    text=True, errors="replace", timeout=SECONDS, check=False,
                )
                if done.returncode != 0:
                    print(done.stdout)
                    failed.append(where)
    finally:
        if server:
            stop(server)
    if failed:
        sys.exit("failed: " + ", ".join(failed))
    if ran == 0:
        sys.exit("no page shows a command")


main()
