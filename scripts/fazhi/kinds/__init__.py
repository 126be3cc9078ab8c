"""The kinds of records, one file each; a new file here is a new kind."""

import pkgutil
from importlib import import_module

from fazhi.nouns.kind import Kind


def discover() -> dict[str, Kind]:
    """Every kind of this folder by name."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return {module.KIND.name: module.KIND for module in modules}
