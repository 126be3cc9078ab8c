"""A script as a browser gets it: without what stands there for those who read it."""

import re

_FOR_READERS = re.compile(r"^[ \t]*(?://.*)?\n|^[ \t]+", re.MULTILINE)


def lean(script: str) -> str:
    """A script without lines that are comments or empty, and without indentation.

    No text in it may go over several lines; a test holds the project's scripts to that.
    """
    return _FOR_READERS.sub("", script)
