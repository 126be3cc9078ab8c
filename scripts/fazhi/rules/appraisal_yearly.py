"""Where a town discloses the villages' democratic appraisal (民主评议), every village has one for every year.

An item of yearly cadence is a duty like any other and left to the duties; this speaks of one disclosed as it occurs.
That audits are made public has no period of its own, so there is nothing to count.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.days import first_whole_year, last_whole_year
from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import VILLAGES
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule


def _town(since: str) -> dict[str, str]:
    return {
        "villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01}}",
        "items": (
            f"{{appraisal: {{name: {{zh: 民主评议结果, en: Appraisal}}, cadence: event, channel: web, since: {since}}}, "
            "finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, channel: web, since: 2026-01-01}}"
        ),
    }


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-12",
    on="village",
    what=Words("民主评议每年至少一次", "there is a democratic appraisal every year"),
    why=Words("村民有权知道评议的结果", "villagers have a right to know how it came out"),
    sources=(
        Provision(
            VILLAGES,
            {date.min: "33", date(2026, 1, 1): "38"},
            {"33": "民主评议每年至少进行一次", "38": "民主评议每年至少进行一次"},
        ),
    ),
    bad=(Example(town=_town("2026-01-01")),),
    good=(
        Example(
            values={"item": "appraisal", "period": "2026-10-08", "title": "示范一村2026年民主评议结果"},
            town=_town("2026-01-01"),
            name="villages/demo-1/2026/appraisal-1008",
        ),
        Example(town=_town("2026-06-01")),
        Example(),
    ),
)
_APPRAISAL = "民主评议"


def check(village: str, register: Register) -> Iterator[Found]:
    info = register.town.villages[village]
    last = min(register.as_of.year - 1, last_whole_year(info.get("until", date.max)))
    for id, item in register.town.items.items():
        if _APPRAISAL not in item["name"]["zh"] or item["cadence"] == "year":
            continue
        done = {record.year for record in register.of_village(village) if record.get("item") == id}
        for year in range(first_whole_year(max(item["since"], info["since"])), last + 1):
            if year not in done:
                yield Found(f"villages.{village}", _NONE.fill(year=year))


_NONE = Words(
    "没有{year}年的民主评议结果；评议过的请补登",
    "no appraisal of {year} is disclosed; add it where it was held",
)
