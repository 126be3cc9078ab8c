"""A line on the terminal that tells how far long work has come; in a log it stays silent until the end."""

import sys
import time
from types import TracebackType

_EVERY = 0.1


class Progress:
    """Shows `what` with a count; call `step` for every piece done."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._done = 0
        self._shown = 0.0
        self._is_terminal = sys.stderr.isatty()

    def step(self) -> None:
        """One more piece is done."""
        self._done += 1
        if self._is_terminal and time.monotonic() - self._shown > _EVERY:
            print(f"\r{self._what} {self._done}", end="", file=sys.stderr, flush=True)
            self._shown = time.monotonic()

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_terminal and self._done:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
