"""What Ruby's own libraries, in which nobody here had a hand, make of feeds and tables: one start for all of them."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

SCRIPT = Path(__file__).with_suffix(".rb")


class Told(NamedTuple):
    """`read`: the count of a feed's entries, or a table's rows. `fault`: what was refused, with the class of the error."""

    read: int | list[list[str | None]] | None
    fault: str | None


def read_by_ruby(form: Literal["atom", "csv"], files: Mapping[str, bytes]) -> dict[str, Told]:
    """Each file as Ruby read it; it must be UTF-8."""
    texts = json.dumps({path: data.decode() for path, data in files.items()})
    run = subprocess.run(
        ["ruby", SCRIPT, form], input=texts, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    return {path: Told(**told) for path, told in json.loads(run.stdout).items()}
