"""Measure checking against its floor: reading the same files and composing their YAML, in the same run.

A machine may be slow or busy; ratios within one run still say what our own work costs.
"""

import shutil
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from fazhi import kinds, rules
from fazhi.flows import bench_town
from fazhi.flows.check_town import CACHE, check_town
from fazhi.ground.words import Words
from fazhi.nouns.rule import Found, Rule
from fazhi.verbs import check, read

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Bound:
    """One measured figure and what it may be at most."""

    name: str
    measured: float
    bound: float

    @property
    def ok(self) -> bool:
        return self.measured <= self.bound


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of figures: what was measured, and of each of the columns what came out."""

    title: Words
    columns: tuple[str, ...]
    rows: Mapping[Words, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Benched:
    """The bounds, seconds by what was done, the seconds each rule took on the larger town, and what was counted.

    `tables` holds what others did in the same run, `notes` what each of them was given.
    """

    bounds: tuple[Bound, ...]
    seconds: Mapping[str, float]
    rules: Mapping[str, float]
    counts: Mapping[str, int] = field(default_factory=dict)
    tables: tuple[Figures, ...] = ()
    notes: tuple[Words, ...] = ()


def bench_check(small: int = 1_000, large: int = 10_000) -> Benched:
    """Check two generated towns, the floor measured beside each; the best of ROUNDS of everything."""
    with bench_town.town(small) as few, bench_town.town(large) as many:
        spent = {
            "floor small": _best(lambda: _floor(few)),
            "cold small": _best(lambda: _cold(few)),
            "floor large": _best(lambda: _floor(many)),
            "cold large": _best(lambda: _cold(many)),
            "one changed": _best(lambda: _after_a_change(many)),
        }
        by_rule = _by_rule(few)
    bounds = (
        Bound("cold check / floor, at most", spent["cold large"] / spent["floor large"], 4.0),
        Bound("one record changed / floor, at most", spent["one changed"] / spent["floor large"], 0.15),
        Bound(
            "growth from small to large, at most",
            spent["cold large"] / spent["cold small"],
            12.0 * large / small / 10,
        ),
        *(Bound("peak memory in MB, at most", peak, 600.0) for peak in _peak_memory()),
    )
    return Benched(bounds, spent, by_rule)


def _peak_memory() -> Iterator[float]:
    """The most that this process or one it began ever held, in MB; nothing where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    yield max(resource.getrusage(each).ru_maxrss for each in who) / 1024


def _best(work: Callable[[], object]) -> float:
    return min(_seconds(work) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _floor(root: Path) -> None:
    for path in sorted((root / "docs").rglob("*.md")):
        text = path.read_bytes().decode("utf-8")
        _Composer(text[4 : text.index("\n---\n", 4)]).get_single_node()


class _Composer(yaml.cyaml.CParser, yaml.resolver.BaseResolver):  # type: ignore[misc,name-defined]
    """libyaml composing nodes, with nothing resolved: the least that reading with places can cost."""

    def __init__(self, text: str) -> None:
        yaml.cyaml.CParser.__init__(self, text)  # type: ignore[attr-defined]
        yaml.resolver.BaseResolver.__init__(self)


def _cold(root: Path) -> None:
    shutil.rmtree(root / CACHE, ignore_errors=True)
    check_town(root)


def _after_a_change(root: Path) -> None:
    path = next((root / "docs").rglob("*.md"))
    path.write_text(path.read_text(encoding="utf-8") + "\n又补记一句。\n", encoding="utf-8")
    check_town(root)


def _by_rule(root: Path) -> dict[str, float]:
    spent: dict[str, float] = defaultdict(float)
    timed = {code: _timed(rule, spent) for code, rule in rules.discover().items()}
    town = read.read_town(root)
    check.check(read.read_register(root, kinds.discover(), town, town.today), timed)
    return dict(sorted(spent.items(), key=lambda each: -each[1]))


def _timed(rule: Rule, spent: dict[str, float]) -> Rule:
    if (work := rule.check) is None:
        return rule

    def run(*arguments: Any) -> Iterator[Found]:
        started = time.perf_counter()
        found = list(work(*arguments))
        spent[rule.code] += time.perf_counter() - started
        return iter(found)

    return replace(rule, check=run)
