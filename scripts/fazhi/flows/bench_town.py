"""A generated town on disk for as long as something is measured."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fazhi.verbs import generate


@contextmanager
def town(count: int) -> Iterator[Path]:
    """The folder of a town with so many records; it is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="fazhi-bench-") as folder:
        root = Path(folder)
        (root / "town.yml").write_text(generate.town_text(generate.villages_for(count)), encoding="utf-8")
        for path, text in generate.records(count):
            target = root / "docs" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        yield root
