"""The floors of the house: imports go down only, each floor keeps to its work, and everything public says what it is."""

import ast
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from project import ROOT

PACKAGE = ROOT / "scripts" / "fazhi"
FLOORS = {"ground": 0, "nouns": 1, "kinds": 2, "rules": 2, "verbs": 3, "flows": 4, "doors": 5}
LONGEST = 25
"""No function is longer than what the eye takes in at once."""
DRAWERS = set(
    "utils util common helpers helper misc tools lib shared base core manager managers stuff".split()
)
"""Names that say nothing about what is inside."""
OWN_PROCESSES = {"ground.pdf_process"}
"""What runs as a process of its own answers by what it prints."""


def modules() -> dict[str, Path]:
    """Every module of the package by its name below fazhi."""
    paths = sorted(path for path in PACKAGE.rglob("*.py") if "starter" not in path.parts)
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in paths
    }


MODULES = modules()


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text(encoding="utf-8"))


def imports(source: ast.Module) -> set[str]:
    """Every module that a source names in an import, anywhere in it."""
    found = set()
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@cache
def own(name: str) -> frozenset[str]:
    """The modules of this package that a module imports."""
    below = (found.removeprefix("fazhi.") for found in imports(tree(name)) if found.startswith("fazhi."))
    return frozenset(found if found in MODULES else found.rpartition(".")[0] for found in below)


def floor(name: str) -> str:
    return name.partition(".")[0]


def offenders(check: Callable[[str], object]) -> dict[str, object]:
    """What a check has to say of every module, where it has anything to say."""
    return {name: found for name in MODULES if name != "__init__" and (found := check(name))}


def test_every_folder_is_a_floor():
    assert {floor(name) for name in MODULES if name != "__init__"} == FLOORS.keys()


def test_imports_go_down_only():
    def upward(name: str) -> list[str]:
        return [other for other in own(name) if FLOORS[floor(other)] > FLOORS[floor(name)]]

    def across(name: str) -> list[str]:
        level = FLOORS[floor(name)]
        return [other for other in own(name) if FLOORS[floor(other)] == level and floor(other) != floor(name)]

    assert offenders(upward) == {}
    assert offenders(across) == {}


def test_rules_kinds_and_verbs_stand_alone():
    def beside(name: str) -> set[str]:
        alone = floor(name) in ("rules", "kinds", "verbs")
        return (
            {other for other in own(name) if floor(other) == floor(name) and other != floor(name)}
            if alone
            else set()
        )

    assert offenders(beside) == {}


def circles(graph: Mapping[str, AbstractSet[str]]) -> list[str]:
    """Modules from which a way leads back to themselves."""

    def reached(name: str) -> set[str]:
        seen: set[str] = set()
        todo = [*graph[name]]
        while todo:
            if (here := todo.pop()) not in seen:
                seen.add(here)
                todo += graph.get(here, ())
        return seen

    return [name for name in graph if name in reached(name)]


def test_no_imports_run_in_a_circle():
    assert circles({name: own(name) - {name} for name in MODULES}) == []


def test_a_circle_would_be_seen():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c"]


def test_only_one_module_knows_mkdocs():
    def known(name: str) -> list[str]:
        return [found for found in imports(tree(name)) if found.partition(".")[0] == "mkdocs"]

    assert list(offenders(known)) == ["doors.mkdocs_plugin"]


def test_only_doors_print():
    def spoken(name: str) -> list[int]:
        return (
            [node.lineno for node in ast.walk(tree(name)) if speaks(node)] if floor(name) != "doors" else []
        )

    assert offenders(spoken).keys() <= OWN_PROCESSES


def speaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in ("print", "input")
    is_stream = isinstance(node, ast.Attribute) and node.attr in (
        "stdout",
        "stderr",
        "stdin",
        "__stdout__",
        "__stderr__",
    )
    return is_stream and ast.unparse(node.value) == "sys"


def test_no_drawers():
    def drawer(name: str) -> set[str]:
        return set(name.rpartition(".")[2].split("_")) & DRAWERS

    assert offenders(drawer) == {}


def test_every_module_says_what_it_is():
    assert offenders(lambda name: not ast.get_docstring(tree(name))) == {}


def test_everything_public_says_what_it_is():
    """A rule's check is what the rule's own docstring is about."""

    def silent(name: str) -> set[str]:
        told_above = {"check"} if floor(name) == "rules" else set()
        return {
            node.name for node in definitions(name) if is_public(node) and not ast.get_docstring(node)
        } - told_above

    assert offenders(silent) == {}


def test_functions_are_short():
    def long(name: str) -> dict[str, int]:
        lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions(name)}
        return {function: lines for function, lines in lengths.items() if lines > LONGEST}

    assert offenders(long) == {}


def test_public_functions_are_typed():
    def untyped(name: str) -> list[str]:
        return [node.name for node in functions(name) if is_public(node) and not is_typed(node)]

    assert offenders(untyped) == {}


def definitions(name: str) -> list[ast.FunctionDef | ast.ClassDef]:
    return [node for node in tree(name).body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def functions(name: str) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef)]


def is_public(node: ast.FunctionDef | ast.ClassDef) -> bool:
    return not node.name.startswith("_")


def is_typed(node: ast.FunctionDef) -> bool:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return node.returns is not None and all(
        each.annotation or each.arg in ("self", "cls") for each in arguments
    )
