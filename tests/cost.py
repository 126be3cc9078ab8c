"""How long something takes on this machine, whatever else runs on it."""

import gc
import re
import time
from collections.abc import Callable

_QUIET = 0.0033
"""Seconds that `_yardstick` takes on the machine the bounds were set on, when nobody else is on it."""
_DIGITS, _TEXT = re.compile("[0-9](?<![0-9].)"), "1 " * 20_000


def seconds(work: Callable[[], object], limit: float) -> float:
    """Processor time of one call; the best of five where the first are over the limit.

    Neighbours on the machine slow the processor itself: by as much as they slow a known piece of work, the time is
    shortened.
    """
    best = _once(work)
    for _ in range(4):
        if best < limit:
            break
        best = min(best, _once(work) / _slowed())
    return best


def _slowed() -> float:
    """How many times slower than at rest the processor is just now."""
    return max(1.0, _once(_yardstick) / _QUIET)


def _yardstick() -> object:
    """Work of the sort that is measured: a pattern, and small objects."""
    return [(match.start(), match.end()) for match in _DIGITS.finditer(_TEXT)]


def _once(work: Callable[[], object]) -> float:
    """Without looking for circles among all that the test run holds: checking does without too (flows/check_town.py)."""
    gc.disable()
    try:
        begun = time.thread_time()
        work()
        return time.thread_time() - begun
    finally:
        gc.enable()
