"""Which villages outreach reached: by form, year and quarter."""

from collections.abc import Collection, Iterator

from fazhi.ground.days import When
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

QUARTERS = (1, 2, 3, 4)


def reached(
    village: str, forms: Collection[str], year: int | None, register: Register, *, samples: bool
) -> tuple[Record, ...]:
    """The outreach of these forms that reached a village in a year; demonstration data only where `samples`."""
    return tuple(
        record
        for record in register.of_kind("outreach")
        if record.year == year
        and village in record.get("villages", ())
        and record.get("form") in forms
        and (samples or not record.is_sample)
    )


def every_quarter(
    village: str, forms: Collection[str], year: int | None, register: Register, *, samples: bool
) -> bool:
    """Whether it did so in each quarter of the year, as far as the days of the records tell."""
    found = {quarter(record) for record in reached(village, forms, year, register, samples=samples)}
    return found.issuperset(QUARTERS)


def quarter(record: Record) -> int | None:
    """The quarter in which an activity surely took place, 1 to 4; None where its date does not tell."""
    quarters = set(_quarters(record.get("date")))
    return quarters.pop() if len(quarters) == 1 else None


def _quarters(when: When | None) -> Iterator[int]:
    for day in (when.first, when.last) if when else ():
        if day:
            yield (day.month + 2) // 3
