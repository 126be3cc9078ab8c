"""A command of fazhi: its help, its arguments, and what it does."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fazhi.ground.words import Words

FINE, CONTENT_FAULT, WRONG_USE, OWN_BUG = 0, 1, 2, 3
"""Exit codes (DESIGN §6)."""
HOME = "FAZHI_HOME"
"""Set by run.py to its own folder, so that it works from any other."""


class WrongUse(Exception):
    """The command was not called rightly; carries what would be right. Exit code 2."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True)
class Call:
    """A command's arguments and the words of its caller: where, as of when, in which language."""

    args: Namespace
    lang: str
    as_of: date | None

    def say(self, words: Words, **values: object) -> str:
        """A text in the caller's language."""
        return words.fill(**values).in_(self.lang)

    @property
    def root(self) -> Path:
        """The town's folder: `--root`, else the nearest one upward, else that of run.py. Raises WrongUse for none."""
        given = self.args.root
        start = Path(given).resolve() if given else Path.cwd()
        home = [Path(os.environ[HOME])] if HOME in os.environ else []
        for folder in [start] if given else [start, *start.parents, *home]:
            if all((folder / name).exists() for name in ("town.yml", "mkdocs.yml", "docs")):
                return folder
        raise WrongUse((_NO_TOWN if given else _NO_ROOT).fill(start=start))


@dataclass(frozen=True)
class Command:
    """`arguments` adds its own to a parser, its help in a language; `run` returns the exit code."""

    help: Words
    run: Callable[[Call], int]
    arguments: Callable[[ArgumentParser, str], None] = lambda parser, lang: None


_NO_TOWN = Words(
    "{start} 里没有 town.yml、mkdocs.yml 和 docs/", "there are no town.yml, mkdocs.yml and docs/ in {start}"
)
_NO_ROOT = Words(
    "{start} 及其上级没有 town.yml、mkdocs.yml 和 docs/；用 --root 指明，或用 fazhi init 新建",
    "no town.yml, mkdocs.yml and docs/ in {start} or above; name the folder with --root, or make one with fazhi init",
)
