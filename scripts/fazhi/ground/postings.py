"""Rising whole numbers as a short text: where a term occurs, written for a browser.

A text beginning with `.` is a map of bits, six to a letter, the lowest number first. Any other is the steps from one
number to the next, less one: five bits to a letter, the lowest first, letters from the 32nd on say that more follows.
No digit and no quotation mark occurs, so that nothing in it can be taken for a number or end the text.
"""

import base64
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from operator import sub

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!$()*,;=[]^~"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_TO_LETTERS = bytes.maketrans(_BASE64, LETTERS.encode())
_BIT = bytes([0x30, 0x31]) + bytes(254)


def encode(numbers: Sequence[int], size: int) -> str:
    """Rising numbers below `size`, in whichever form is shorter."""
    if len(numbers) == 1:  # as most terms have it
        return _step(numbers[0] + 1)
    longest = size // 6 + 2
    if len(numbers) > longest:  # a step is a letter at least
        return _bits(numbers, size)
    steps = "".join(map(_step, map(sub, numbers, (-1, *numbers[:-1]))))
    return _bits(numbers, size) if len(steps) > longest else steps


def decode(text: str) -> list[int]:
    """The numbers of a text that `encode` wrote."""
    if text.startswith("."):
        values = enumerate(map(LETTERS.index, text[1:]))
        return [at * 6 + bit for at, value in values for bit in range(6) if value >> bit & 1]
    return [number - 1 for number in accumulate(step + 1 for step in _steps(text))]


def _steps(text: str) -> Iterator[int]:
    number, scale = 0, 1
    for value in map(LETTERS.index, text):
        number += value % 32 * scale
        scale *= 32
        if value < 32:
            yield number
            number, scale = 0, 1


def runs(values: Sequence[int]) -> str:
    """Any numbers from 0 on, neighbours that are alike as one: the step to each from the one before, then how often each
    follows itself. A step down is twice itself less one, a step up twice itself.
    """
    alike = [(value, sum(1 for _ in group)) for value, group in groupby(values)]
    steps = map(sub, (value for value, _ in alike), (0, *(value for value, _ in alike)))
    turned = (2 * step if step >= 0 else -2 * step - 1 for step in steps)
    return "".join(map(_step, (*(step + 1 for step in turned), *(often for _, often in alike))))


@lru_cache(maxsize=1 << 17)
def _step(number: int) -> str:
    number, letters = number - 1, []
    while number >= 32:
        letters.append(LETTERS[32 + number % 32])
        number //= 32
    return "".join((*letters, LETTERS[number]))


def _bits(numbers: Sequence[int], size: int) -> str:
    size += -size % 24
    marks = bytearray(size)
    for number in numbers:
        marks[number] = 1
    marks.reverse()
    packed = int(marks.translate(_BIT), 2).to_bytes(size // 8, "big")
    letters = base64.b64encode(packed)[::-1].translate(_TO_LETTERS)
    return "." + letters.decode().rstrip("a")
