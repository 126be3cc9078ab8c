"""Check digits of many numbers at once: each digit weighs by its place, and the weighed digits of a number are added.

Ten thousand numbers are checked as quickly as one: a column of digits is one large number, a byte for each, and no sum
of a number's digits reaches 256.
"""

from collections.abc import Sequence

Table = bytes
"""What each digit of a place weighs, for bytes.translate."""


def table(weights: Sequence[int], last: int = 0) -> Table:
    """The table of a place: the weight of each of the ten digits, and of an X where it may stand there."""
    return bytes.maketrans(b"0123456789X", bytes((*weights, last)))


def sums(numbers: bytes, tables: Sequence[Table]) -> bytes:
    """A byte for each number: the sum of its weighed digits. The numbers stand one after the other, all of one length."""
    length, count = len(tables), len(numbers) // len(tables)
    columns = (
        int.from_bytes(numbers[place::length].translate(each), "big") for place, each in enumerate(tables)
    )
    return sum(columns).to_bytes(count, "big")


def divisible(sums: bytes, by: int) -> bytes:
    """A byte for each sum: 1 where it is divisible, else 0."""
    return sums.translate(bytes(total % by == 0 for total in range(256)))
