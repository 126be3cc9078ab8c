"""The search engines that ours is measured beside: what each needs, is given, and serves.

Their libraries are no part of this program: `run.py test` installs them, adapters in tests/engines build their indexes
(run by node) and ask them (in a page). Each is set up as its documentation has it for Chinese.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory

from fazhi.flows.build import HOUSE
from fazhi.ground.words import Words, same
from fazhi.nouns.entry import Entry

LIMIT = 300
"""Seconds that an engine may take to build its index, and again until it can be asked."""
ADAPTERS = HOUSE / "tests/engines"
PACKAGES = Path(sys.prefix) / "npm/node_modules"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by the name of its adapter.

    `needs` are patterns of the files it cannot do without, below PACKAGES. `scripts` are patterns of what is served to
    the page, by the path it gets; they lie below PACKAGES too, or in the Python package `python`. `is_whole`: it
    downloads all it has before its first answer, whatever is asked. `given`: how it was set up.
    """

    name: str
    label: str
    package: str
    needs: Sequence[str]
    scripts: Mapping[str, str]
    is_whole: bool
    given: Words
    python: str = ""

    @property
    def is_installed(self) -> bool:
        """Whether all is there that building and asking it needs."""
        here = all(any(PACKAGES.glob(pattern)) for pattern in self.needs)
        return here and ADAPTERS.is_dir() and shutil.which("node") is not None

    @property
    def note(self) -> Words:
        """Its name, its versions and how it was set up."""
        told = json.loads((PACKAGES / self.package / "package.json").read_text(encoding="utf-8"))
        versions = [f"{self.package} {told['version']}"]
        versions += [f"{self.python} {distribution(self.python).version}"] if self.python else []
        return same(f"{self.label} ({', '.join(versions)}): ").then(self.given)

    def served(self) -> Iterator[tuple[str, bytes]]:
        """Its scripts by the path they get."""
        root = Path(str(distribution(self.python).locate_file(""))) if self.python else PACKAGES
        for path, pattern in self.scripts.items():
            yield path, next(root.glob(pattern)).read_bytes()


@dataclass(frozen=True, slots=True)
class Built:
    """An engine's index by path, the milliseconds of computing it took, and its own names of the entries by their numbers."""

    files: Mapping[str, bytes]
    took: float
    names: Mapping[str, int]


class TooSlow(Exception):
    """An engine was not ready in LIMIT."""


def build(engine: Engine, entries: Sequence[Entry]) -> Built:
    """Its index of the entries' titles and texts; raises TooSlow, or CalledProcessError with what the engine said."""
    with TemporaryDirectory() as folder:
        pages, out = Path(folder, "pages.json"), Path(folder, "index")
        out.mkdir()
        texts = [{"title": entry.title, "text": entry.text} for entry in entries]
        pages.write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")
        try:
            told = json.loads(_run(ADAPTERS / "build.js", engine.name, pages, out))
        except subprocess.TimeoutExpired:
            raise TooSlow from None
        return Built(dict(_index(out)), told["ms"], told.get("names", {}))


def _run(*arguments: str | Path) -> bytes:
    """What a program of node says; with it ends whatever it has begun."""
    command = ["node", "--max-old-space-size=8192", *map(str, arguments)]
    environment = {**os.environ, "NODE_PATH": str(PACKAGES)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            told, _ = process.communicate(timeout=LIMIT)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return told


def _index(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"index/{path.relative_to(folder).as_posix()}", path.read_bytes()


def page_files(engine: Engine) -> dict[str, bytes]:
    """A page that asks it, with its scripts."""
    adapters = ("pairs.js", f"{engine.name}.js")
    files = dict(engine.served())
    files |= {f"adapter/{name}": (ADAPTERS / name).read_bytes() for name in adapters}
    loaded = [path for path in files if "/workers/" not in path]
    scripts = "".join(f'<script src="{path}"></script>' for path in loaded)
    head = '<meta charset="utf-8"><title>search</title><link rel="icon" href="data:,">'
    page = f'<!doctype html><html lang="zh"><head>{head}</head><body>{scripts}</body></html>'
    return files | {"index.html": page.encode()}


_PAIRS = Words(
    "相邻两个汉字为一词，单字另记，数字和字母整段为一词；先找全含的，没有再找部分含的；只存标题，不给摘要。",
    "two neighbouring Han characters are a word, single ones are kept too, digits and letters stay whole; pages with "
    "all words, where there is none those with some; it keeps titles and shows no excerpts.",
)

ENGINES = (
    Engine(
        "material",
        "Material",
        "@node-rs/jieba",
        ("@node-rs/jieba/dict.txt", "@node-rs/jieba-*/*.node"),
        {"engine/workers/search.js": "material/templates/assets/javascripts/workers/search.*.min.js"},
        True,
        Words(
            "主题自己的搜索（lunr），照它的中文设置；汉字按 jieba 分词；每次打开页面下载全部文字，在浏览器里建索引。",
            "the theme's own search (lunr) as it sets it for Chinese; Han text is cut into jieba's words; every opened "
            "page downloads all texts and indexes them in the browser.",
        ),
        "mkdocs-material",
    ),
    Engine(
        "pagefind",
        "Pagefind",
        "pagefind",
        ("pagefind/package.json", "@pagefind/*/bin/pagefind_extended*"),
        {},
        False,
        Words(
            "扩展版，自己给中文分词；所有页面放在一个索引里（force-language zh），其余用默认值；下载前十条的摘要。",
            "extended, which cuts Chinese into words itself; one index for all pages (force-language zh), all else as "
            "it comes; downloads the excerpts of the first ten.",
        ),
    ),
    Engine(
        "minisearch",
        "MiniSearch",
        "minisearch",
        ("minisearch/dist/umd/index.js",),
        {"engine/minisearch.js": "minisearch/dist/umd/index.js"},
        True,
        Words("标题加倍计分；", "titles count twice; ").then(_PAIRS),
    ),
    Engine(
        "flexsearch",
        "FlexSearch",
        "flexsearch",
        ("flexsearch/dist/flexsearch.bundle.min.js",),
        {"engine/flexsearch.js": "flexsearch/dist/flexsearch.bundle.min.js"},
        True,
        Words("标题和正文合为一篇；", "title and text are one text; ").then(_PAIRS),
    ),
)
