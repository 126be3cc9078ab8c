"""The yearly report on open government information has its six parts, each under a heading.

Articles 49 and 50 of the regulations do not name townships; the county's date and form bind them, so this only warns.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.own_items import INFORMATION_REPORT, example
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import REPORT_FORM

PARTS = (
    (re.compile("总体情况"), Words("总体情况", "overview")),
    (re.compile("主动公开"), Words("主动公开政府信息情况", "information disclosed proactively")),
    (re.compile("申请"), Words("收到和处理政府信息公开申请情况", "requests received and handled")),
    (re.compile("复议|诉讼"), Words("行政复议、行政诉讼情况", "reconsideration and litigation")),
    (re.compile("问题|改进"), Words("存在的主要问题及改进情况", "main problems and improvements")),
    (re.compile("其他"), Words("其他需要报告的事项", "other matters to report")),
)
_BODY = (
    "## 一、总体情况\n\n已公开。\n\n## 二、主动公开政府信息情况\n\n3件。\n\n## 三、收到和处理政府信息公开申请情况\n\n0件。\n\n"
    "## 四、政府信息公开行政复议、行政诉讼情况\n\n0件。\n\n## 五、存在的主要问题及改进情况\n\n不够及时。\n\n"
    "## 六、其他需要报告的事项\n\n没有。\n"
)


RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-06",
    since=date(2021, 9, 26),
    wording=True,
    what=Words(
        "政府信息公开工作年度报告有六个部分", "the yearly report on open government information has six parts"
    ),
    why=Words("统一格式让人逐年、逐镇对照", "one form lets people compare years and towns"),
    sources=(
        Provision(INFORMATION, {date(2019, 5, 15): "50"}, {"50": "政府信息公开工作年度报告应当包括下列内容"}),
        REPORT_FORM,
    ),
    bad=(
        example(INFORMATION_REPORT, "## 一、总体情况\n\n已公开。\n"),
        example(INFORMATION_REPORT, _BODY.replace("## 六、其他需要报告的事项", "其他需要报告的事项：")),
    ),
    good=(example(INFORMATION_REPORT, _BODY), Example()),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if record.get("item") != INFORMATION_REPORT or record.get("nil"):
        return
    headings = [heading.text for heading in record.original.body.headings()]
    missing = [name for words, name in PARTS if not any(words.search(text) for text in headings)]
    if missing:
        named = Words("；".join(name.zh for name in missing), "; ".join(name.en for name in missing))
        yield Found(0, _MISSING.fill(missing=named), named.zh)


_MISSING = Words(
    "年度报告缺少：{missing}。请各用一个标题；没有发生的写“没有”或者 0",
    "the report lacks: {missing}. Give each a heading; where nothing happened say so, or 0",
)
