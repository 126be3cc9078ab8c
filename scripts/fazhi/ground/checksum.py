"""Check digits: each digit of a number weighs by its place, and what the weighed digits come to tells whether it is right.

A row of any length is asked as quickly as a number: moved by a place for every digit, it is added to itself as one large
number, a byte for each sign, and no sum of a number's digits reaches 256.
"""

from dataclasses import dataclass

from fazhi.ground.cached import cached_property

VALUE = 0x0F
"""The bits of a sign of a row that are its value: 0 to 9, and 10 for an X."""
_VALUES = {sign: value for value, sign in enumerate("0123456789X")}


@dataclass(frozen=True, eq=False)
class Check:
    """What a number must come to: what each place adds for the values 0 to 10, and the remainder of the sum."""

    weights: tuple[tuple[int, ...], ...]
    modulus: int
    remainder: int

    def passes(self, number: str) -> bool:
        """Whether digits, and an X where it may stand, as many as there are weights, come to it."""
        total = sum(weights[_VALUES[sign]] for weights, sign in zip(self.weights, number, strict=True))
        return total % self.modulus == self.remainder

    def passing(self, row: bytes) -> int:
        """The places of a row at which a number begins that passes, if one does: a byte for each, 1 there, else 0."""
        laid = {table: int.from_bytes(row.translate(table), "little") for table in {*self._tables}}
        total = sum(laid[table] >> 8 * place for place, table in enumerate(self._tables))
        return int.from_bytes(total.to_bytes(len(row), "little").translate(self._right), "little")

    @cached_property
    def _tables(self) -> tuple[bytes, ...]:
        return tuple(
            bytes(weights[sign & VALUE] if sign & VALUE < len(weights) else 0 for sign in range(256))
            for weights in self.weights
        )

    @cached_property
    def _right(self) -> bytes:
        return bytes(total % self.modulus == self.remainder for total in range(256))
