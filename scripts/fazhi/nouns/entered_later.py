"""Whether a record says that it was published long before it was: then it was entered later (补录), and that is shown.

The ledger tells the day of the first release. What an office makes is to be public within twenty working days of its
making (政府信息公开条例 art. 26); a release later than that after the
day the record gives for its publication cannot be the publication it speaks of.
"""

from datetime import date

from fazhi.ground.days import When
from fazhi.ground.workdays import Workdays
from fazhi.nouns.record import Record

TERM = 20
"""Working days."""


def entered_later(record: Record, first: date | None, workdays: Workdays) -> date | None:
    """The day of its first release, where that was more than the legal time after `published`; else None."""
    published = record.get("published")
    if first is None or not isinstance(published, When) or published.exact is None:
        return None
    return first if workdays.after(published.exact, TERM).latest < first else None
