"""Build the site: read, check, stop at errors, render aside, and put the finished site in the old one's place."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fazhi import kinds, rules
from fazhi.ground.problem import Problem
from fazhi.nouns.register import Register
from fazhi.nouns.site import Site
from fazhi.verbs import check, pages, read, stage, tell

CACHE = ".cache/fazhi"

Render = Callable[[Site, Path, Path, Path], None]
"""Renders a site from its staged folder with the overrides into a folder (doors/mkdocs_plugin.py)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A register and what checking it found."""

    register: Register
    problems: list[Problem]

    @property
    def has_errors(self) -> bool:
        return tell.has_errors(self.problems)


def check_town(root: Path, as_of: date | None = None) -> Checked:
    """Read the town of `root` and hold it against every rule, as of a day: the town's own today unless told."""
    town = read.read_town(root)
    register = read.read_register(root, kinds.discover(), town, as_of or town.today)
    return Checked(register, check.check(register, rules.discover()))


def build(checked: Checked, target: Path, render: Render) -> Site:
    """Render a checked register without errors into `target`; the old site stays until the new one is whole."""
    site = pages.site(checked.register)
    cache = checked.register.root / CACHE
    staged, aside = cache / "docs", cache / "site"
    stage.stage(site, staged)
    shutil.rmtree(aside, ignore_errors=True)
    render(site, staged, overrides(checked.register.root), aside)
    _replace(aside, target)
    return site


def overrides(root: Path) -> Path:
    """The town's own templates where it has any, else those of this project."""
    own = root / "overrides"
    return own if own.is_dir() else HOUSE / "overrides"


_PACKED = Path(__file__).resolve().parents[1] / "house"
HOUSE = _PACKED if _PACKED.is_dir() else Path(__file__).resolve().parents[3]
"""Where this project's templates and mkdocs.yml lie: in an installed wheel, or in its checkout."""


def may_replace(target: Path, root: Path) -> bool:
    """Whether a folder may give way to a site: absent, empty, or a site before; never one that holds the town."""
    if root.is_relative_to(target) or target.is_relative_to(root / "docs"):
        return False
    if not target.exists():
        return True
    return target.is_dir() and (not any(target.iterdir()) or all((target / name).exists() for name in _SIGNS))


_SIGNS = ("index.html", "404.html", "sitemap.xml")


def _replace(new: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        shutil.move(new, target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
