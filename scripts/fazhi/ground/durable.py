"""Writing so that it lasts: bytes reach the disk before the one step that makes them count.

Whoever switches writes everything first, then asks for all of it to be on the disk, then renames once.
"""

import os
from collections.abc import Iterable
from pathlib import Path

MODE = 0o644
"""The web server, which reads what is written, is another user, whatever our mask."""


def write(path: Path, data: bytes, moment: int) -> None:
    """Write a new file, dated `moment` (seconds since 1970). Raises FileExistsError rather than change one.

    What is hard-linked elsewhere must never be opened for writing.
    """
    with path.open("xb") as file:
        file.write(data)
    path.chmod(MODE)
    os.utime(path, (moment, moment))


def sync(paths: Iterable[Path]) -> None:
    """Have files, or the lists of names that folders are, written to the disk.

    For many the whole disk is asked first: then each of them has nothing left to wait for.
    """
    paths = list(paths)
    if len(paths) > _MANY:
        os.sync()
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_MANY = 100


def point(link: Path, to: str) -> None:
    """Let a symbolic link lead somewhere else, in one rename: nobody ever finds it missing."""
    aside = link.with_name(f".{link.name}.new")
    aside.unlink(missing_ok=True)
    aside.symlink_to(to)
    aside.replace(link)
    sync([link.parent])
