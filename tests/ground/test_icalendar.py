"""The calendar file, read back by a reader that is not ours."""

from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.icalendar import Entry, calendar

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n;,\\:\"'法 "), max_size=120
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


def entry(**values: object) -> Entry:
    own = {
        "uid": "a@1",
        "first": date(2026, 3, 15),
        "last": date(2026, 3, 15),
        "stamp": date(2026, 3, 17),
        "summary": "宣传",
    }
    return Entry(**{**own, **values})  # type: ignore[arg-type]


@given(TEXTS.filter(str.strip), TEXTS, DAYS, st.integers(0, 60), DAYS)
def test_another_reader_reads_what_was_written(summary, location, first, length, stamp):
    last = first + timedelta(length)
    data = calendar("日历", [entry(summary=summary, location=location, first=first, last=last, stamp=stamp)])
    read = icalendar.Calendar.from_ical(data)
    (event,) = read.walk("VEVENT")
    assert str(event["SUMMARY"]) == summary
    assert str(event.get("LOCATION", "")) == location
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, last + timedelta(1))
    assert event["DTSTAMP"].dt.date() == stamp
    assert str(event["UID"]) == "a@1"


@given(TEXTS)
def test_lines_end_as_they_must_and_none_is_too_long(summary):
    data = calendar("日历", [entry(summary=summary)])
    lines = data.split(b"\r\n")
    assert (
        lines[-1] == b""
        and b"\r" not in data.replace(b"\r\n", b"")
        and b"\n" not in data.replace(b"\r\n", b"")
    )
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)


@pytest.mark.parametrize("count", [0, 3])
def test_a_calendar_names_itself_and_holds_every_entry(count):
    read = icalendar.Calendar.from_ical(calendar("泉，掌", [entry(uid=f"{at}@1") for at in range(count)]))
    assert str(read["X-WR-CALNAME"]) == "泉，掌"
    assert str(read["VERSION"]) == "2.0" and read["PRODID"]
    assert [str(event["UID"]) for event in read.walk("VEVENT")] == [f"{at}@1" for at in range(count)]
