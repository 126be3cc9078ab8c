"""Addresses of pages: a page's id and language give its address, for ever."""

import posixpath
from urllib.parse import quote


def address(id: str, lang: str = "zh") -> str:
    """The address of a page below the site's root: `regulations/x/`, `en/regulations/x/`; the home is ``""``."""
    folder, slash, name = id.rpartition("/")
    path = folder + slash if name == "index" else f"{id}/"
    return ("en/" if lang == "en" else "") + quote(path)


def between(here: str, there: str) -> str:
    """The relative address that leads from the page at `here` to `there`; works in a sub-folder and from a disk."""
    if here == there:
        return "./"
    return posixpath.relpath("/" + there, "/" + here) + ("/" if there.endswith("/") or not there else "")
