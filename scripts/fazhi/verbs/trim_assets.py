"""Leave out of a rendered site what no page loads, and out of its scripts what only their readers need."""

import shutil
from pathlib import Path

from fazhi.ground.lean_script import lean

_THEME = "assets/javascripts"
"""The theme's own scripts: its search in thirty languages, 1.5 MB, which this project's templates do not load."""


def trim_assets(site: Path) -> None:
    """Trim the assets of a rendered site. A town's own templates may load the theme's scripts; then they stay."""
    if f"{_THEME}/".encode() not in (site / "index.html").read_bytes():
        shutil.rmtree(site / _THEME, ignore_errors=True)
    for path in (site / "assets").rglob("*.map"):
        path.unlink()
    for path in (site / "assets").glob("*.js"):
        path.write_text(lean(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
