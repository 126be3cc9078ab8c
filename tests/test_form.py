"""The form of the code: what ruff and mypy say of it, and what a Python that is in use reads wrongly."""

import re
import subprocess
import sys

import pytest

from project import ROOT


@pytest.mark.parametrize(
    "command",
    [("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)],
    ids=lambda command: " ".join(command),
)
def test_nothing_is_found(command):
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_group_is_repeated_possessively():
    """Before 3.11.5, as Debian 12 has it, Python keeps what the last turn of `(…)*+` began and did not finish.

    CPython issue 106052. An atomic group, `(?>(…)*)`, says the same and is read rightly.
    """
    repeated = re.compile(r"\)(?:[*+?]|\{\{?[0-9,]+\}?\})\+")
    sources = [*(ROOT / "scripts/fazhi").rglob("*.py")]
    assert repeated.search("(a b)*+") and repeated.search("(a){{1,2}}+")
    assert [path.name for path in sources if repeated.search(path.read_text(encoding="utf-8"))] == []
