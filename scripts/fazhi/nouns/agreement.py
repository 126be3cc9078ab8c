"""Whether the figures of an account agree: what was worked out again, what was not, what is off and by how much."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fazhi.ground.laws import Provision
from fazhi.ground.money import show_fen
from fazhi.ground.problem import Place
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Found

TRUTH = Provision(
    VILLAGES,
    {date.min: "30", date(2026, 1, 1): "35"},
    {"30": "村民委员会应当保证所公布事项的真实性", "35": "村民委员会应当保证公布事项的真实性"},
)
"""The committee answers for what it makes public being true: the ground of every sum here."""


@dataclass(frozen=True, slots=True)
class Off:
    """A figure that does not agree: where it stands, which it is, what follows from the others, what is there.

    In 分, unless it is a count.
    """

    at: str | Place
    which: Words
    expected: int
    found: int
    is_money: bool = True

    @property
    def words(self) -> Words:
        """The fault in a sentence."""
        show = show_fen if self.is_money else str
        return (_OFF if self.is_money else _COUNT_OFF).fill(
            which=self.which,
            found=show(self.found),
            expected=show(self.expected),
            difference=show(abs(self.found - self.expected)),
        )


class Agreement(NamedTuple):
    """One question put to an account: how many figures agree, which do not, and why others could not be checked.

    `reference` is the id of another record that was looked at, `about` what it gave.
    """

    agreed: int = 0
    off: tuple[Off, ...] = ()
    unchecked: tuple[Words, ...] = ()
    reference: str = ""
    about: Words = Words("", "")


NOTHING = Agreement()
"""A question that does not arise."""


def off_figures(agreements: Iterable[Agreement], record: Record) -> Iterator[Found]:
    """The problems of a record: every figure that is off, unless the record says why its accounts do not balance."""
    if not record.get("unreconciled"):
        for agreement in agreements:
            yield from (Found(off.at, off.words) for off in agreement.off)


_COUNT_OFF = Words(
    "{which}写的是{found}，推算应为{expected}，相差{difference}",
    "{which}: {found}; worked out from the others it is {expected}, a difference of {difference}",
)
_OFF = Words(
    "{which}写的是{found}元，推算应为{expected}元，相差{difference}元",
    "{which} is {found}; worked out from the others it is {expected}, a difference of {difference} yuan",
)
