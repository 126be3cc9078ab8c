"""A record that claims an old date of publication is told from one that was published then."""

from datetime import date

import pytest

from example_town import KINDS, lay, read
from fazhi.nouns.entered_later import entered_later
from fazhi.nouns.rule import Example


@pytest.mark.parametrize(
    ("published", "first", "shown"),
    [
        ("2026-06-01", date(2026, 6, 1), False),
        ("2026-06-01", date(2026, 6, 30), False),  # twenty working days, the Dragon Boat holiday between
        ("2026-06-01", date(2026, 7, 1), True),
        ("2020-01-01", date(2026, 7, 1), True),
        ("2026-06-01", None, False),
        ("2026-06", date(2026, 12, 1), False),
        ("unknown", date(2026, 12, 1), False),
    ],
)
def test_by_the_legal_time_after_the_day_it_gives(tmp_path, published, first, shown):
    values = {"formed": "2020-01-01", "published": published, "restated": "true"}
    lay(tmp_path, Example(kind="outreach", values=values))
    register = read(tmp_path)
    (record,) = [each for each in register.records.values() if each.kind == KINDS["outreach"]]
    assert entered_later(record, first, register.town.workdays) == (first if shown else None)
