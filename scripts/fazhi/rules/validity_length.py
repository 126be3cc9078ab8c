"""A normative document is given a term, not over five years, or two where it is on trial; town.yml may say otherwise.

No national law sets the term; what is known are local provisions, which the town's county may have too.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-15",
    wording=True,
    what=Words(
        "有效期一般不超过5年，试行、暂行的不超过2年",
        "a term of validity is five years at most, two for documents on trial",
    ),
    why=Words(
        "到期要重新评估，文件才不会一直沿用下去",
        "at the end of a term it is looked at again, so that no rule lives on unseen",
    ),
    sources=(
        Standard(
            Words(
                "各地行政规范性文件管理规定（有效期一般不超过5年）",
                "local provisions on normative documents (five years as a rule)",
            ),
            False,
        ),
    ),
    bad=(
        Example(kind="regulation", values={"expires": "2031-11-01"}),
        Example(kind="regulation", values={"title": "村务公开栏管理规定（试行）", "expires": "2028-11-01"}),
        Example(kind="regulation", values={"expires": "2029-11-01"}, town={"validity": "{years: 3}"}),
    ),
    good=(
        Example(kind="regulation", values={"expires": "2031-10-31"}),
        Example(kind="regulation", values={"title": "村务公开栏管理规定（试行）", "expires": "2028-10-31"}),
        Example(
            kind="regulation",
            values={"title": "关于废止《村务公开栏管理规定（试行）》的决定", "expires": "2031-10-31"},
        ),
        Example(kind="regulation", values={"expires": "2036-10-31"}, town={"validity": "{years: 10}"}),
        Example(kind="regulation", values={"expires": None}),
    ),
    kinds=frozenset(("regulation",)),
)
_YEARS = {"years": 5, "trial_years": 2}


def check(record: Record, register: Register) -> Iterator[Found]:
    start, expires = record.get("effective"), record.get("expires")
    if not start or not expires:
        return
    key = "trial_years" if _is_on_trial(record.get("title", "")) else "years"
    years = register.town.values.get("validity", {}).get(key, _YEARS[key])
    if expires >= _after(start, years):
        yield Found("expires", _LONG.fill(start=start, expires=expires, years=years))


def _is_on_trial(title: str) -> bool:
    """Whether a title tells a document on trial; one that ends, amends or approves such a document is none."""
    return any(word in title for word in ("试行", "暂行")) and not _ABOUT.search(title)


def _after(day: date, years: int) -> date:
    """The same day so many years later; 1 March for a 29 February that is not there."""
    year = min(day.year + years, date.max.year)
    return date(year, 3, 1) if (day.month, day.day) == (2, 29) and year % 4 else day.replace(year=year)


_ABOUT = re.compile(r"(?:批准|修改|废止)《[^《]{1,80}》的(?:决定|决议|通知)\Z")
_LONG = Words(
    "{start} 起施行，有效期至 {expires}，超过{years}年；请核对，本地规定不同的在 town.yml 写 validity",
    "in force from {start} until {expires}, more than {years} years; check, or write validity in town.yml where local provisions differ",
)
