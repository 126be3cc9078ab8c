"""How long each step of a piece of work took."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Laps:
    """`seconds` by the name of the step, in their order."""

    seconds: dict[str, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._since = self.clock()

    def done(self, step: str) -> None:
        """A step ends now; it began where the one before ended."""
        now = self.clock()
        self.seconds[step] = self.seconds.get(step, 0.0) + now - self._since
        self._since = now
