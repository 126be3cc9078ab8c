"""A piece of a file that is no Markdown: a text in it, and where in the file it stands."""

from dataclasses import dataclass, field
from typing import Literal

from fazhi.ground.words import Words

Fault = Literal["encrypted", "broken", "too-large", "unknown", "embedded", "image-only", "position"]
"""What stands in the way of reading a file whole, or what it tells besides text (`position`: where a photo was taken)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`where`: the sheet, page or part, as a message names it. Rows of tables are lines like `| a | b |`.

    `shown`: what of it whoever opens the file sees, and certainly no more; without notes, properties or hidden parts.
    """

    where: Words
    text: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read in a file: its true type by its content, its texts, its faults with where they are."""

    type: str
    pieces: tuple[Piece, ...] = ()
    faults: tuple[tuple[Fault, str], ...] = field(default=())


def row(cells: list[str]) -> str:
    """A row of a table as a line."""
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"
