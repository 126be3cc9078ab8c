"""A small real town on disk, made from the example of a rule or a kind, read and checked by the real functions."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from fazhi import kinds, rules
from fazhi.flows.build import HOUSE
from fazhi.ground.problem import Problem
from fazhi.nouns.kind import Kind
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.verbs.check import check
from fazhi.verbs.read import parse, read_register, read_town

AS_OF = date(2027, 6, 30)
"""The day the town is looked at: after every date that the kinds' own examples name."""

KINDS = kinds.discover()
RULES = rules.discover()

NEIGHBOUR = "regulations/example"
"""The regulation that always lies there, for other records to link to."""

# What is owed every quarter or year begins late enough that nothing is overdue on AS_OF: an example holds one record.
_TOWN = {
    "name": "{zh: 示例镇, en: Example Town}",
    "code": '"140825107"',
    "timezone": "Asia/Shanghai",
    "site": "{title: {zh: 示例镇法治公开, en: Example Town Records}}",
    "index": '{prefix: "140825107"}',
    "offices": "{government: {name: {zh: 示例镇人民政府, en: Government}}, justice: {name: {zh: 示例镇司法所, en: Justice}}}",
    "posts": "{clerk: {office: government}, reviewer: {office: justice, may_approve: true}}",
    "villages": (
        "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01}, "
        "demo-2: {name: {zh: 示范二村, en: Demo Two}, since: 2021-01-01}}"
    ),
    "items": (
        "{finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, due_days: 20, channel: web, since: 2027-04-01}, "
        "subsidies: {name: {zh: 补贴, en: Subsidies}, cadence: quarter, due_days: 20, channel: web, since: 2027-04-01}, "
        "decisions: {name: {zh: 会议决定, en: Decisions}, cadence: event, due_days: 20, channel: web, since: 2026-01-01}}"
    ),
    "duties": "{annual_report: {due: 04-01, since: 2027-01-01}}",
}


def lay(root: Path, example: Example, all_kinds: Mapping[str, Kind] = KINDS) -> Path:
    """Make the example's town under `root`; the file that the example stands for."""
    _write(root / "town.yml", _lines(_TOWN | dict(example.town or {})))
    kind = all_kinds[example.kind]
    home = _home(kind)
    if home != NEIGHBOUR and "regulation" in all_kinds:
        neighbour = Example(kind="regulation", values={"index": "140825107/2026-09999"})
        put(root, NEIGHBOUR, text_of(all_kinds["regulation"], neighbour))
    text = text_of(kind, example)
    for path, content in (example.files or {}).items():
        _write(root / "docs" / path, text if content == "*" else content)
    return put(root, example.name or home, text)


def lay_every_kind(root: Path) -> Path:
    """A town that can be built, with one record of every kind, a standing page, and translations; its folder."""
    for serial, kind in enumerate(KINDS, 1):
        year = KINDS[kind].example_values()["formed"][:4]
        lay(root, Example(kind=kind, values={"index": f"140825107/{year}-{serial:05d}"}))
    _write(root / "mkdocs.yml", (HOUSE / "mkdocs.yml").read_bytes())
    put(root, "pages/about", "---\ntitle: 关于\n---\n")
    put(root, "pages/about.en", "---\ntitle: About\n---\n")
    put(
        root,
        "villages/demo-1/2026/finance-Q3.en",
        "---\ntitle: Accounts\n---\n\n## Text\n\nWords.\n",
    )
    return root


def put(root: Path, id: str, text: str | bytes) -> Path:
    """Write one Markdown file under docs/, byte for byte; its path."""
    return _write(root / "docs" / f"{id}.md", text)


def text_of(kind: Kind, example: Example) -> str | bytes:
    """The whole file: the kind's valid example with the changes of this one."""
    if example.text is not None:
        return example.text
    values = {**kind.example_values(), **(example.values or {})}
    order = [field.key for field in kind.fields]
    keys = sorted(values, key=lambda key: order.index(key) if key in order else len(order))
    front = _lines({key: value for key in keys if (value := values[key]) is not None})
    return f"---\n{front}---\n\n{kind.example_body if example.body is None else example.body}"


def read(root: Path, all_kinds: Mapping[str, Kind] = KINDS) -> Register:
    """The register of a town on disk."""
    return read_register(root, all_kinds, read_town(root), AS_OF)


def problems(root: Path, all_kinds: Mapping[str, Kind] = KINDS) -> list[Problem]:
    """Every problem of a town on disk."""
    return check(read(root, all_kinds), RULES)


def spots(root: Path) -> list[tuple[str, int, int, str]]:
    """Path, line, column and code of every problem: what most tests compare."""
    return [(each.path, each.line, each.column, each.code) for each in problems(root)]


def _home(kind: Kind) -> str:
    text = text_of(kind, Example(kind=kind.name))
    assert isinstance(text, str)
    home = kind.home(parse(text, "example", "example", "zh", kind).values)
    assert home is not None, f"the example of {kind.name} has no home"
    return home.replace("*", "example")


def _lines(values: Mapping[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in values.items())


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
