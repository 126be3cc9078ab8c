"""Found a town: a folder with town.yml, mkdocs.yml and docs/ that builds at once and holds no record yet."""

import shutil
from pathlib import Path

from fazhi.flows.build import HOUSE

STARTER = Path(__file__).resolve().parents[1] / "starter"


def found(target: Path) -> list[Path]:
    """Write the starter into `target`; returns the files. Raises FileExistsError unless it is empty or absent."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(target)
    shutil.copytree(STARTER, target, dirs_exist_ok=True)
    shutil.copyfile(HOUSE / "mkdocs.yml", target / "mkdocs.yml")
    return sorted(path for path in target.rglob("*") if path.is_file())
