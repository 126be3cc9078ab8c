"""The commands, one file each; the file's name is the command's."""

import pkgutil
from importlib import import_module

from fazhi.doors.command import Command


def names() -> list[str]:
    """Every command of this folder."""
    return [found.name for found in pkgutil.iter_modules(__path__)]


def load(name: str) -> Command:
    """The command of a name; its modules are imported only now, so that a quick command stays quick."""
    command: Command = import_module(f"{__name__}.{name}").COMMAND
    return command
