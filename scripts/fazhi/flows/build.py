"""Build the site: read, check, stop at errors, render aside, and put the finished site in the old one's place."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

import fazhi
from fazhi import rules
from fazhi.flows.check_town import CACHE, Checked
from fazhi.flows.lay_out import lay_out
from fazhi.ground.files import write_bytes
from fazhi.ground.problem import Problem, Severity
from fazhi.nouns import build_list, town
from fazhi.nouns.past import NOTHING, Past
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Rule
from fazhi.nouns.site import Site
from fazhi.verbs import built_privacy, check_built, expire, list_build, read_built, stage, trim_assets


class NotRendered(Exception):
    """mkdocs.yml or a template keeps the site from being rendered; carries the renderer's own words."""


Render = Callable[[Site, Path, Path, Path], None]
"""Renders a site from its staged folder with the overrides into a folder (doors/mkdocs_plugin.py).

Raises NotRendered where it cannot.
"""


@dataclass(frozen=True, slots=True)
class Built:
    """A rendered site, and the errors in its pages that keep it from taking the old one's place."""

    site: Site
    problems: list[Problem]


def check_site(
    folder: Path, register: Register, all_rules: Mapping[str, Rule] | None = None
) -> list[Problem]:
    """Hold the site in `folder` against the rules about pages and personal data. Raises NotADirectoryError for none."""
    all_rules = rules.discover() if all_rules is None else all_rules
    site = read_built.read_built(folder, register)
    of_records = site.files - _pages_of_rules()
    personal = built_privacy.scan(
        folder, register, all_rules, (path for path in of_records if _is_ours(path))
    )
    return sorted({*check_built.check_built(site, all_rules), *personal})


def _pages_of_rules() -> set[str]:
    """They come from no record, and speak of the very words that the rules about personal data look for."""
    ids = ["rules", *(f"rules/{code}" for code in rules.discover())]
    return {f"{lang}{id}/index.html" for lang in ("", "en/") for id in ids}


def _is_ours(path: str) -> bool:
    """Whether a file was made from records; what lies in assets/ came with the theme, and digests tell nothing."""
    return not path.startswith("assets/") and path != build_list.FILE


def build(checked: Checked, target: Path, render: Render, past: Past = NOTHING) -> Built:
    """Render a checked register without errors into `target`.

    The old site stays until the new one is whole and its pages are free of errors. `past`: what is known of earlier
    releases, where the site is built to be published.
    """
    register, sources = standing(checked.register), sources_of(checked.register.root)
    site = lay_out(register, rules.discover(), past)
    cache = checked.register.root / CACHE
    staged, aside = cache / "docs", cache / "site"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "build.lock"):  # two builds of one town wait for each other
        stage.stage(site, staged)
        shutil.rmtree(aside, ignore_errors=True)
        render(site, staged, overrides(checked.register.root), aside)
        trim_assets.trim_assets(aside)
        _write_files(site, aside)
        built = Built(site, _errors(aside, register))
        if not built.problems:
            told = list_build.listed(aside, sources)
            write_bytes(aside / build_list.FILE, told.data)
            _replace(aside, target)
    return built


def sources_of(root: Path) -> str:
    """What stands for all that a site is made from: content, town.yml, settings, templates, and this program."""
    places = {name: root / name for name in (town.FILE, "mkdocs.yml", "docs")}
    return list_build.digest_of(
        {**places, "overrides": overrides(root), "program": Path(fazhi.__file__).parent}
    )


def standing(register: Register) -> Register:
    """The register as it may be published on its day: without lists of people whose posting is over."""
    return expire.without_expired_lists(register, rules.discover()["list-expires"])


def _write_files(site: Site, folder: Path) -> None:
    """Data and feeds are written once, after MkDocs, which would take them for another language's files too."""
    for path, data in site.files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _errors(folder: Path, register: Register) -> list[Problem]:
    """What keeps a rendered site from going out. Its warnings, some of which read the clock, wait for `check --built`."""
    grave = {code: rule for code, rule in rules.discover().items() if rule.severity is Severity.ERROR}
    return [each for each in check_site(folder, register, grave) if each.severity is Severity.ERROR]


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


_SIGNS = ("index.html", "404.html", "data/catalogue.json")


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
