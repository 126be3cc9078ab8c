"""Every figure and every sweeping word of an annual report is a claim that readers can look up.

Looked for outside quoted blocks, where this site's own notes stand. Days, articles and names of law days are no figures.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.claimed_text import claimed_spans, said_at
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_SWEEPING = r"全覆盖|全部|百分之百|100\s?[%％]|不少于|不低于|不超过|无一(?:例|起|人)|所有|(?<![平人年月日户])均(?![衡匀分])"
_FIGURE = (
    r"(?<![第\d.·])\d{1,9}(?:\.\d{1,4})?(?:余|多)?(?:万|亿)?(?:余|多)?\s?"
    r"(?:%|％|人次|人|次|场|件|份|名|个|起|宗|期|户|条|项|处|块|天|小时|学时|课时|万元|元|公里|亩)"
)
_WORTH = re.compile(f"{_SWEEPING}|{_FIGURE}")

RULE = Rule(
    severity=Severity.NOTE,
    what=Words(
        "报告中的数字和“全部”“均”“不少于”这类说法都列为陈述",
        "figures and words such as all, every, no less than in a report are listed as claims",
    ),
    why=Words(
        "读者最想核对的就是数字和说满的话", "figures and sweeping words are what readers most want to check"
    ),
    sources=(OWN,),
    bad=(
        Example(kind="report", body="## 成效\n\n全年举办法治培训4次。\n"),
        Example(
            kind="report",
            values={"claims": "[{text: 民主法治村全覆盖}]"},
            body="## 成效\n\n民主法治村全覆盖，各村均设立宣传栏。\n",
        ),
    ),
    good=(
        Example(kind="report"),
        Example(
            kind="report",
            values={"claims": "[{text: 各村均设立宣传栏}]"},
            body="## 成效\n\n各村均设立**宣传栏**。2026年按照第36条办理，人均收入平均增长。\n\n> 本站说明：共3项没有写。\n",
        ),
    ),
    kinds=frozenset(("report",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    body = record.original.body
    said = said_at(claimed_spans(record), len(body.text))
    for found in _WORTH.finditer(body.unquoted):
        if said.find(1, *found.span()) < 0:
            yield Found(found.start(), _NO_CLAIM.fill(text=quote(found[0])), found[0])


_NO_CLAIM = Words(
    "“{text}”没有列入陈述（claims）；请把这句话列入，写明怎样计算或者引用哪份记录",
    "'{text}' is in no claim; list the sentence under claims, with how it is computed or which record it cites",
)
