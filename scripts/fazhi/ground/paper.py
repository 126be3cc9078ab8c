"""Papers for the notice board: their size, and how large type is set on them."""

from dataclasses import dataclass, replace

_POINTS = 72 / 25.4
"""Points in a millimetre."""
_TITLE = 1.35
"""The least size of a title, in that of running text; whose it is stands above it in 1.2."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper; lengths in mm, type in points.

    `margin` is at three edges, `foot` below, where the code and the number of the page stand. `qr`: the edge of a QR
    code with its quiet zone. `table_most` and `table_least`: between these the type of tables is chosen.
    """

    name: str
    width: int
    height: int
    margin: int
    foot: int
    body: float
    small: float
    title: float
    figure: float
    table_most: float
    table_least: float
    qr: int

    @property
    def turned(self) -> "Paper":
        """The same paper lying on its side."""
        return replace(self, width=self.height, height=self.width)

    @property
    def measure(self) -> float:
        """The width of its text in points."""
        return (self.width - 2 * self.margin) * _POINTS

    def scaled(self, times: float) -> "Paper":
        """The same paper with larger or smaller running text; smaller also tables, never the totals.

        The title stays larger than the text below it.
        """
        most = max(self.table_least, self.table_most * min(times, 1.0))
        body = self.body * times
        return replace(self, body=body, title=max(self.title, body * _TITLE), table_most=most)

    def table_type(self, width: float) -> float:
        """The type in which a table of `width` em fits, if it is not too small."""
        fitting = self.measure / width if width else self.table_most
        return round(max(self.table_least, min(self.table_most, fitting)), 2)


PAPERS = {
    "a4": Paper("a4", 210, 297, 12, 19, 12.5, 8.5, 21, 28, 13, 9.2, 30),
    "a3": Paper("a3", 297, 420, 15, 24, 18, 11.5, 32, 46, 20, 13.5, 42),
}
"""A4 is what office printers hold; A3 is to be read from 1.5 m before a board."""
