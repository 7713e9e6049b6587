#!/usr/bin/env python3
"""Finds import cycles between the modules of each crate, at every level of the module tree.

A module uses another one where a path in it, in a `use` or in code, leads to what the other defines: re-exports are
followed, also from macros (`$crate::…`). A level of the tree is a module with its submodules; what its own file defines
counts as one more, `self`. A `pub use` of a submodule's names is no use of them. Tests (`#[cfg(test)]`) are left out.
Calls of methods are not seen.

    python3 .ci/cycles.py          prints what the modules of a cycle use of each other; exits with 1 if there is one
    python3 .ci/cycles.py --top    looks at the top-level modules alone
    python3 .ci/cycles.py --list   prints the modules of each crate, so that each uses only those before it
    python3 .ci/cycles.py --test   tests itself
"""

import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES = ["enkash-macros", "enkash-core", "enkash-endpoints", "enkash-sandbox"]

TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/)|(?P<raw>[bc]?r(?P<hashes>\#*)".*?"(?P=hashes))|(?P<string>[bc]?"(?:\\.|[^"\\])*")
    |(?P<char>b?'(?:\\.[^']*|[^\\'])')|(?P<lifetime>'\w+)|(?P<name>\$crate\b|(?:r\#)?[^\W\d]\w*)|(?P<number>\d\w*)
    |(?P<sign>::|.)""",
    re.VERBOSE | re.DOTALL,
)
BRACKETS = {"(": ")", "[": "]", "{": "}"}
DEFINING = {"fn", "struct", "enum", "union", "trait", "type", "const", "static"}
ITEMS = DEFINING | {"mod", "use", "impl", "pub", "macro_rules", "unsafe", "async", "extern", "let"}
NAME = re.compile(r"[^\W\d]\w*$")


class Source:
    """A file as tokens without comments, strings and lifetimes, with the partner of each bracket."""

    def __init__(self, path):
        self.path, text, line = path, path.read_text(), 1
        self.tokens, self.lines, self.partner, open_ones = [], [], {}, []
        for found in TOKEN.finditer(text):
            kind, token = found.lastgroup, found.group()
            if kind in ("name", "number", "sign"):
                if token in BRACKETS:
                    open_ones.append(len(self.tokens))
                elif token in BRACKETS.values() and open_ones:
                    opened = open_ones.pop()
                    self.partner[opened], self.partner[len(self.tokens)] = len(self.tokens), opened
                self.tokens.append("crate" if token == "$crate" else token.removeprefix("r#"))
                self.lines.append(line)
            elif kind in ("raw", "string"):
                self.tokens.append('""')
                self.lines.append(line)
            line += token.count("\n")

    def at(self, index):
        return self.tokens[index] if 0 <= index < len(self.tokens) else ""

    def after_item(self, index):
        """Where the item, statement or field that begins here is over."""
        while self.at(index) == "#" and self.at(index + 1) == "[":
            index = self.partner[index + 1] + 1
        words, is_item = self.tokens[index : index + 6], self.at(index) in ITEMS
        while index < len(self.tokens):
            token = self.tokens[index]
            if token == ";" or (token == "," and not is_item):
                return index + 1
            if token in BRACKETS.values():
                return index
            if token in BRACKETS:
                index = self.partner[index]
                if token == "{" and is_item and not {"use", "let", "const", "static"}.intersection(words[:3]):
                    return index + 1
            index += 1
        return index


class Module:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.children, self.folder = name, parent, {}, None
        self.defined, self.imports, self.globs = set(), {}, []
        self.uses = []  # path, whether it is re-exported, place
        self.paths = []  # path, whether it is a macro's, place

    def take_use(self, tokens, shared, place):
        for path, alias in use_tree(tokens):
            self.uses.append((path, shared, place))
            if path[-1] == "*":
                self.globs.append(path[:-1])
            else:
                self.imports.setdefault(alias, path)

    def ancestors(self):
        """The module, its parent, and so on to the root of the crate."""
        return [self] + (self.parent.ancestors() if self.parent else [])


class Crate:
    def __init__(self, folder):
        self.folder, self.modules, self.macros = folder, [], {}
        self.root = Module("crate")
        self.root.folder = folder / "src"
        self.read(self.root, Source(folder / "src/lib.rs"))
        self.arrows = [arrow for module in self.modules for arrow in self.arrows_from(module)]

    def read(self, module, source, index=0, end=None):
        """Reads a module between these tokens, or to the end of the file."""
        self.modules.append(module)
        end, depth = len(source.tokens) if end is None else end, 0
        while index < end:
            token, following, third = (source.at(index + i) for i in range(3))
            place = f"{source.path.relative_to(self.folder.parent)}:{source.lines[index]}"
            if token == "#" and following == "[":
                opened, index = index + 1, source.partner[index + 1] + 1
                if re.match(r"cfg\((test\)|all\((.*,)?test\b)", "".join(source.tokens[opened + 1 : index])):
                    index = source.after_item(index)
            elif token == "mod" and third in (";", "{"):
                index = self.read_child(module, following, source, index + 2)
            elif token == "use" and (NAME.match(following) or following == "{"):
                closed = source.tokens.index(";", index)
                before = source.partner[index - 1] if source.at(index - 1) == ")" else index
                module.take_use(source.tokens[index + 1 : closed], source.at(before - 1) == "pub", place)
                index = closed + 1
            elif token == "macro_rules" and following == "!":
                module.defined.add(third)
                self.macros[third] = module
                index += 3
            elif token in DEFINING and NAME.match(following) and following not in DEFINING:
                if depth == 0:
                    module.defined.add(following)
                index += 2
            elif NAME.match(token) and source.at(index - 1) not in (".", "$", "::"):
                path, index = [token], index + 1
                while source.at(index) == "::" and NAME.match(source.at(index + 1)):
                    path.append(source.at(index + 1))
                    index += 2
                is_macro = source.at(index) == "!" and source.at(index + 1) in BRACKETS
                # A lone name in lower case may be a local.
                if len(path) > 1 or is_macro or source.at(index) in ("::", "(") or path[0][0].isupper():
                    module.paths.append((path, is_macro, place))
            else:
                depth += (token == "{") - (token == "}")
                index += 1

    def read_child(self, module, name, source, index):
        """Reads a submodule in place or in a file of its own; gives the index behind it."""
        child = module.children[name] = Module(name, module)
        child.folder = module.folder / name
        if source.at(index) == "{":
            self.read(child, source, index + 1, source.partner[index])
            return source.partner[index] + 1
        files = [module.folder / f"{name}.rs", child.folder / "mod.rs"]
        self.read(child, Source(next(file for file in files if file.exists())))
        return index + 1

    def resolve(self, module, path, seen=()):
        """The module that defines what a path leads to; none where it leads out of the crate."""
        first, rest = path[0], path[1:]
        if first == "crate":
            return self.within(self.root, rest, seen)
        if first == "self":
            return self.within(module, rest, seen)
        if first == "super":
            return self.within(module.parent, rest, seen) if module.parent else None
        return self.within(module, path, seen, first=True)

    def within(self, module, path, seen, first=False):
        if not path:
            return module
        name, rest = path[0], path[1:]
        if name == "super":
            return self.within(module.parent, rest, seen) if module.parent else None
        if name in module.children:
            return self.within(module.children[name], rest, seen)
        if name in module.defined:
            return module
        # `use http;` names a crate, and globs may lead in a circle.
        followed = (*seen, (module, name))
        if name in module.imports and (module, name) not in seen:
            return self.resolve(module, module.imports[name] + rest, followed)
        for glob in module.globs if (module, name, "*") not in seen else ():
            followed = (*seen, (module, name), (module, name, "*"))
            target = self.resolve(module, glob, followed)
            if target not in (None, module) and (found := self.within(target, path, followed, first=True)):
                return found
        if module is self.root and name in self.macros:
            return self.macros[name]
        # A name that is not in scope is a crate's or the language's; behind the name of a module it is that module's.
        return None if first else module

    def arrows_from(self, module):
        """What a module uses: (user, used, name, place)."""
        for path, shared, place in module.uses:
            glob = path[-1] == "*"
            used = self.resolve(module, path[:-1] if glob else path)
            # The names that are used of a glob are found in the code.
            if used and not (glob or (shared and module in used.ancestors())):
                yield module, used, path[-1], place
        for path, is_macro, place in module.paths:
            used = self.resolve(module, path)
            # A macro that is not imported is the language's, or one of the modules around.
            if is_macro and path[0] not in module.imports and self.macros.get(path[0]) in module.ancestors():
                used = self.macros[path[0]]
            is_local = len(path) == 1 and path[0] in module.children and path[0] not in module.imports
            if used and not is_local:
                yield module, used, next((part for part in path if part[0].isupper()), path[-1]), place

    def levels(self):
        """Each module that has submodules, with what these use of each other: {user: {used: {name: place}}}."""
        for level in self.modules:
            if not level.children:
                continue
            graph = {name: defaultdict(dict) for name in ["self", *sorted(level.children)]}
            for user, used, name, place in self.arrows:
                a, b = part_of(level, user), part_of(level, used)
                if a and b and a != b:
                    graph[a][b].setdefault(name, place)
            yield level, graph


def part_of(level, module):
    """The submodule of a level that a module is or lies in."""
    path = module.ancestors()[::-1]
    if level not in path:
        return None
    below = path[path.index(level) + 1 :]
    return below[0].name if below else "self"


def use_tree(tokens):
    """The paths of a `use`, each with the name that it gets."""
    end, prefix = 0, []
    while end < len(tokens) and tokens[end] not in ("{", "as"):
        if tokens[end] != "::":
            prefix.append(tokens[end])
        end += 1
    if end == len(tokens) or tokens[end] == "as":
        alias = prefix[-1] if end == len(tokens) else tokens[end + 1]
        if prefix[-1] == "self" and len(prefix) > 1:
            prefix.pop()
            alias = prefix[-1] if end == len(tokens) else alias
        return [(prefix, alias)]
    paths, depth, part = [], 0, []
    for token in tokens[end + 1 : -1] + [","]:
        depth += (token == "{") - (token == "}")
        if token == "," and depth == 0:
            paths += use_tree([*prefix, *part]) if part else []
            part = []
        else:
            part.append(token)
    return paths


def in_order(graph):
    """Groups of modules, each of which uses only those before it; a group of several is a knot of cycles."""
    groups, numbers, low, stack = [], {}, {}, []

    def visit(name):
        numbers[name] = low[name] = len(numbers)
        stack.append(name)
        for used in sorted(graph[name]):
            if used not in numbers:
                visit(used)
            if used in stack:
                low[name] = min(low[name], low[used])
        if low[name] == numbers[name]:
            cut = stack.index(name)
            groups.append(sorted(stack[cut:]))
            del stack[cut:]

    for name in graph:
        if name not in numbers:
            visit(name)
    return groups


def cycles(crate, top_only=False):
    """What each module of a knot uses of the others in it, as lines."""
    for level, graph in crate.levels():
        if top_only and level is not crate.root:
            continue
        where = "::".join([crate.folder.name, *(module.name for module in level.ancestors()[-2::-1])])
        for group in in_order(graph):
            if len(group) > 1:
                yield f"{where}: {' '.join(group)}"
                for user in group:
                    for used, names in sorted(graph[user].items()):
                        if used in group:
                            shown = ", ".join(sorted(names)[:6]) + (", …" if len(names) > 6 else "")
                            yield f"    {user} -> {used} ({shown}, {min(names.values())})"


def test():
    """One invented crate with a cycle of each kind, and with what looks like one."""
    files = {
        "lib.rs": "mod a; mod b; mod c; mod d; mod e; pub use a::Thing as Renamed; pub use c::deep::Low;\n"
        "pub mod hidden { pub use crate::b::Other; }",
        "a.rs": "use crate::b::Other; pub struct Thing; macro_rules! json { () => {} }",
        "b.rs": "pub struct Other; use serde_json::json;\nfn f<'a>() -> char { let _: crate::Renamed; 'x' } // crate::c::Low",
        "c.rs": "pub mod deep; mod high; pub(crate) use high::High; pub struct Own; struct Else; use crate::hidden::Other;",
        "c/deep.rs": "pub struct Low; use super::Own; const TEXT: &str = r#\"crate::d \" \"#;",
        "c/high.rs": "use super::*; pub struct High(Low); use deep::{self, Low as _};",
        "d.rs": "#[macro_export] macro_rules! write { () => { $crate::Low } }\n#[cfg(test)] mod tests { use crate::e::E; }",
        "e.rs": "crate::write!(); json!(); mod x; mod y; pub struct E; impl E { #[cfg(test)] fn f(&self) { crate::d::g() } }",
        "e/x.rs": "pub fn go() { super::y::stop() }",
        "e/y.rs": "use super::{x::{self}}; pub fn stop() { x::go() }",
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / "invented/src" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        crate = Crate(Path(folder) / "invented")
    expected = [
        "invented: a b",
        "    a -> b (Other, invented/src/a.rs:1)",
        "    b -> a (Renamed, invented/src/b.rs:2)",
        "invented::e: x y",
        "    x -> y (stop, invented/src/e/x.rs:1)",
        "    y -> x (go, x, invented/src/e/y.rs:1)",
    ]
    found = list(cycles(crate))
    assert found == expected, "\n".join(found)
    orders = {level.name: in_order(graph) for level, graph in crate.levels()}
    assert orders["crate"] == [["self"], ["a", "b"], ["c"], ["d"], ["e"], ["hidden"]], orders["crate"]
    assert orders["c"] == [["self"], ["deep"], ["high"]], orders["c"]


def main():
    if "--test" in sys.argv:
        return test()
    failed = False
    for crate in (Crate(ROOT / name) for name in CRATES):
        if "--list" in sys.argv:
            _, graph = next(crate.levels())
            print(f"{crate.folder.name}:", *(f"    {' '.join(group)}" for group in in_order(graph)), sep="\n")
            continue
        for line in cycles(crate, top_only="--top" in sys.argv):
            failed = True
            print(line)
    sys.exit(failed)


main()
