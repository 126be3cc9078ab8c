"""How long something takes on this machine, whatever else runs on it."""

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object], limit: float) -> float:
    """Processor time of one call; the best of five where the first are over the limit: neighbours slow the processor."""
    best = _once(work)
    for _ in range(4):
        if best < limit:
            break
        best = min(best, _once(work))
    return best


def _once(work: Callable[[], object]) -> float:
    """Without looking for circles among all that the test run holds: checking does without too (flows/check_town.py)."""
    gc.disable()
    try:
        begun = time.thread_time()
        work()
        return time.thread_time() - begun
    finally:
        gc.enable()
