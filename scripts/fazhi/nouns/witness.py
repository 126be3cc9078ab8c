"""What outsiders noted of a ledger: how many lines it had, and the first digits of its root then (`12:0123456789abcdef`).

The town keeps what it was told of under its publish root, so that every verification holds the ledger against all of it.
Whoever can change the ledger can change that file too: what counts is the paper somebody else has.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fazhi.nouns.chain import Ledger

FILE = "witnesses.txt"
_NOTED = re.compile(r"(\d{1,9}):([0-9a-f]{16,64})")


@dataclass(frozen=True, slots=True)
class Witness:
    """`lines` of the ledger, and the digits with which the hash of the last of them begins."""

    lines: int
    head: str

    def __str__(self) -> str:
        return f"{self.lines}:{self.head}"

    def fits(self, ledger: Ledger) -> bool:
        """Whether a ledger still has the lines that were noted."""
        kept = Ledger(ledger.lines[: self.lines])
        return len(kept.lines) == self.lines and kept.head.startswith(self.head)


def read_witness(text: str) -> Witness:
    """What somebody noted. Raises ValueError for anything else."""
    found = _NOTED.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return Witness(int(found[1]), found[2])


def kept(lines: Iterable[str]) -> list[Witness]:
    """The witnesses of a file: the first word of each line. Raises ValueError for a line that has none."""
    return [read_witness(line.split()[0]) for line in lines if line.strip()]


def line_of(witness: Witness, on: date, by: str) -> str:
    """The line that keeps a witness: what was noted, the day on which the town was told, and who holds it."""
    return f"{witness} {on.isoformat()} {by}\n"
