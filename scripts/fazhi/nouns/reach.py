"""Which villages outreach reached: by form, year and quarter."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from fazhi.ground.days import When
from fazhi.ground.period import Period
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.within import lies_in

QUARTERS = (1, 2, 3, 4)


def reached(
    village: str,
    forms: Collection[str],
    year: int | None,
    register: Register,
    *,
    samples: bool,
    restated: bool = True,
    within: Sequence[Period] = (),
) -> tuple[Record, ...]:
    """The outreach of these forms that reached a village in a year, or surely within some periods of it.

    Demonstration data only where `samples`, this site's restatements only where `restated`.
    """
    return tuple(
        record
        for record in register.of_kind("outreach")
        if record.year == year
        and village in record.get("villages", ())
        and record.get("form") in forms
        and (samples or not record.is_sample)
        and (restated or not record.get("restated"))
        and lies_in(record, within)
    )


def every_quarter(records: Iterable[Record]) -> bool:
    """Whether there is one of them in each quarter, as far as their days tell."""
    return {quarter(record) for record in records}.issuperset(QUARTERS)


def quarter(record: Record) -> int | None:
    """The quarter in which an activity surely took place, 1 to 4; None where its date does not tell."""
    quarters = set(_quarters(record.get("date")))
    return quarters.pop() if len(quarters) == 1 else None


def _quarters(when: When | None) -> Iterator[int]:
    for day in (when.first, when.last) if when else ():
        if day:
            yield (day.month + 2) // 3
