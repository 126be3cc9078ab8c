"""Run commands as a user does, and see what they print."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from fazhi.doors.cli import main
from project import copy_town


class Said(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def fazhi(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs `fazhi` with arguments; gives its exit code and what it printed."""

    def run(*arguments: object) -> Said:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the project's own town."""
    return copy_town(tmp_path / "town")
