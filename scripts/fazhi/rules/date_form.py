"""Dates and periods exist in the calendar and are written 2026-10-08, 2026-Q3, 2026-09."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words("日期和期间真实存在，写法统一", "dates and periods exist and are written one way"),
    why=Words("期限、先后和归档都按日期算", "deadlines, order and filing go by them"),
    sources=(OWN,),
    bad=(
        Example(values={"published": "2026-13-01"}),
        Example(values={"formed": "2026年10月8日"}),
        Example(values={"posted": "{from: 2026-02-30, to: 2026-03-20}"}),
        Example(values={"period": "2026Q3"}),
    ),
    good=(Example(values={"formed": "2026-10-08"}),),
)
