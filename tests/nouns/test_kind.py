"""Where a record belongs: its path against what it says."""

from typing import Any

import pytest

from example_town import KINDS
from fazhi.ground.days import when
from fazhi.ground.period import period

FINANCE: dict[str, Any] = {"village": "demo-1", "item": "finance", "period": period("2026-Q3")}
OF_YEAR = {**FINANCE, "period": period("2026")}
OF_MONTH = {**FINANCE, "period": period("2026-09")}
OF_DAY = {**FINANCE, "item": "decisions", "period": period("2026-09-10")}
OF_OFFICE = {"office": "government", "item": "finance", "period": period("2026-Q3")}

PLACES = [
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q3", True),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q3-2", True),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q3-12", True),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q3-1", False),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q33", False),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-Q2", False),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance-q3", False),
    ("disclosure", FINANCE, "villages/demo-1/2025/finance-Q3", False),
    ("disclosure", FINANCE, "villages/demo-2/2026/finance-Q3", False),
    ("disclosure", FINANCE, "villages/demo-1/2026/x/finance-Q3", False),
    ("disclosure", FINANCE, "villages/demo-1/2026/finance", False),
    ("disclosure", OF_YEAR, "villages/demo-1/2026/finance-year", True),
    ("disclosure", OF_MONTH, "villages/demo-1/2026/finance-09", True),
    ("disclosure", OF_DAY, "villages/demo-1/2026/decisions-0910", True),
    ("disclosure", OF_OFFICE, "villages/government/2026/finance-Q3", True),
    ("disclosure", {}, "villages/anything/at/all", True),
    ("report", {"year": 2026}, "reports/2026", True),
    ("report", {"year": 2026}, "reports/2025", False),
    ("report", {"year": 2026}, "reports/a/2026", False),
    ("outreach", {"date": when("2026-03-15")}, "outreach/2026/consumer-day", True),
    ("outreach", {"date": when("2026-03-15")}, "outreach/2025/consumer-day", False),
    ("outreach", {"date": when("2026-03-15")}, "outreach/2026/a/b", False),
    ("outreach", {"date": when("2026-03-15")}, "outreach/2026/", False),
    ("outreach", {"date": when("unknown")}, "outreach/whenever/x", True),
    ("regulation", {}, "regulations/village-disclosure", True),
    ("regulation", {}, "regulations/village-disclosure@2020-01-01", True),
    ("regulation", {}, "regulations/a/b", False),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "values", "id", "agrees"), PLACES)
def test_a_path_agrees_with_what_the_record_says(kind, values, id, agrees):
    assert KINDS[kind].agrees(id, values) is agrees


def test_a_field_by_its_key():
    assert KINDS["report"].field("year").label.en == "Year reported"
    with pytest.raises(StopIteration):
        KINDS["report"].field("village")
