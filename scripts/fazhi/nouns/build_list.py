"""What a build made and from what: `build.json` in the folder of a built site.

By it a site that was built elsewhere or earlier is known to be just what the build made. It is no part of what is
published: its digests are not salted.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

FILE = "build.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class BuildList:
    """What stands for all that the site was made from; the SHA-256 of every file by its path."""

    sources: str
    files: Mapping[str, str]

    @property
    def data(self) -> bytes:
        """The file; the same build gives the same bytes."""
        told = {"format": FORMAT, "sources": self.sources, "files": self.files}
        return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=0).encode() + b"\n"


def read(data: bytes) -> BuildList:
    """The list of a file. Raises ValueError for one that is none, or not written by this version."""
    try:
        told = json.loads(data)
        found = BuildList(told["sources"], dict(told["files"]))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if found.data != data:
        raise ValueError("not as written")
    return found
