"""The meetings that a village holds in a year: how many were disclosed, how many the law asks for.

Representatives meet every quarter where a village has any, which is known where one of their meetings was ever
recorded; the assembly meets once a year since 2026, in every village. Years count that the town's records cover whole,
from the item under which meetings are disclosed, or the town's first where there is none. Which meeting a record is of
is told by its title.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.ground.days import first_whole_year, last_whole_year
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

AMENDED = date(2026, 1, 1)
"""村民委员会组织法 as amended in 2025: art. 25 the assembly, art. 30 (26 before) the representatives."""
ASSEMBLY, REPRESENTATIVES = "村民会议", "村民代表会议"
_LEAST = {ASSEMBLY: 1, REPRESENTATIVES: 4}
_NAMES = {
    REPRESENTATIVES: REPRESENTATIVES,
    "村民代表大会": REPRESENTATIVES,
    ASSEMBLY: ASSEMBLY,
    "村民大会": ASSEMBLY,
}
_ENGLISH = {ASSEMBLY: "assemblies of villagers", REPRESENTATIVES: "meetings of representatives"}


@dataclass(frozen=True, slots=True)
class YearOfMeetings:
    """The meetings of one sort that a village disclosed for a year, and the least it has to hold."""

    village: str
    meeting: str
    year: int
    held: int
    least: int

    @property
    def name(self) -> Words:
        """The meetings' name, in English in the plural."""
        return Words(self.meeting, _ENGLISH[self.meeting])

    @property
    def is_enough(self) -> bool:
        return self.held >= self.least


def meeting_of(record: Record) -> str | None:
    """Which of the two meetings a record is of; None where it is of none, or does not say which."""
    return meeting_named(record.get("title", "")) if record.get("meeting") else None


def meeting_named(title: str) -> str | None:
    """Which of the two meetings a title names, also as people call it: 村民代表大会, 村民大会."""
    return next((meeting for name, meeting in _NAMES.items() if name in title), None)


def has_meetings(village: str, register: Register) -> bool:
    """Whether any meeting of a village was ever recorded."""
    return any(meeting_of(record) for record in register.of_village(village))


def yearly_meetings(village: str, register: Register, through: int) -> Iterator[YearOfMeetings]:
    """The meetings that a village owes by year, through a year."""
    items, info = register.town.items, register.town.villages[village]
    held = [(record, name) for record in register.of_village(village) if (name := meeting_of(record))]
    count = Counter((record.year, name) for record, name in held)
    has_representatives = any(name == REPRESENTATIVES for _, name in held)
    named = [item for record, _ in held if (item := record.get("item")) in items]
    begins = [items[item]["since"] for item in named or items]
    last = min(through, last_whole_year(info.get("until", date.max)))
    for year in range(first_whole_year(max(min(begins), info["since"])), last + 1) if begins else ():
        for name, least in _LEAST.items():
            if year >= AMENDED.year if name == ASSEMBLY else has_representatives:
                yield YearOfMeetings(village, name, year, count[year, name], least)
