"""The project's own folder, and copies of its town to change at will."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copy_town(target: Path) -> Path:
    """A copy of this project's town.yml, mkdocs.yml and docs/."""
    target.mkdir(parents=True, exist_ok=True)
    for name in ("town.yml", "mkdocs.yml"):
        shutil.copyfile(ROOT / name, target / name)
    shutil.copytree(ROOT / "docs", target / "docs")
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, with its bytes; what is in .cache/ can be made again and belongs to nobody."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix(): (folder / path).read_bytes() for path in files if path.parts[0] != ".cache"}
