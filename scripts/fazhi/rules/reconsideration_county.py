"""Since 2024 a township decides no reconsideration: governments from the county upwards do, and it is the respondent.

A report or a plan of a town that says it received or decided such cases has last decade's sentence left in it. Sentences
that name the county or another body, or tell of answering as a respondent, are passed over.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.marks import inside, sentence
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.statutes import RECONSIDERATION
from fazhi.ground.visible import unbroken
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_SINCE = date(2024, 1, 1)

RULE = Rule(
    severity=Severity.WARNING,
    wording=True,
    what=Words(
        "2024年起，镇的报告和计划不写由镇受理、审理行政复议",
        "from 2024 on a town's report or plan does not say that the town decides reconsideration cases",
    ),
    why=Words(
        "行政复议由县级以上政府管辖，镇政府是被申请人；群众照着报告找镇政府申请复议，会误了期限",
        "governments from the county upwards decide them; who applies to the town by such a sentence may miss the term",
    ),
    sources=(
        Provision(RECONSIDERATION, {_SINCE: "24"}, {"24": "县级以上地方各级人民政府管辖下列行政复议案件"}),
    ),
    bad=(
        Example(kind="report", body="## 成效\n\n继续做好行政复议的受理和审查。\n"),
        Example(kind="report", body="## 成效\n\n镇政府依法**受理**行政复议申请，未发生错案。\n"),
        Example(kind="plan", body="依法办理行政复议案件。\n"),
    ),
    good=(
        Example(kind="report", body="## 成效\n\n县政府受理的行政复议案件中，镇政府是被申请人，按期答复。\n"),
        Example(kind="report", body="## 成效\n\n镇政府不受理行政复议申请，告知群众向县政府申请。\n"),
        Example(kind="report", body="## 成效\n\n配合办理行政复议案件。旧文写“受理行政复议申请”。\n"),
        Example(
            kind="report",
            values={
                "year": "2023",
                "title": "2023年度法治政府建设工作报告",
                "index": "140825107/2024-00001",
                "formed": "2024-01-16",
                "published": "2024-01-20",
                "review": "{by: reviewer, on: 2024-01-17, secrecy: ok, privacy: ok}",
            },
            body="## 成效\n\n继续做好行政复议的受理和审查。\n",
            name="reports/2023",
        ),
    ),
    kinds=frozenset(("report", "plan")),
)

SIGNS = frozenset(("行政复议",))
_HEARS = re.compile(
    r"(?:受理|审理|审查|办理|办结|审结)[^，。；：、\n]{0,8}行政复议(?:申请|案件)"
    r"|行政复议(?:申请|案件)?的?(?:受理|审理|审查|办结|审结)"
)
_OTHERS = re.compile(
    r"县|上级|上一级|省|市(?!场)|司法局|机关|被申请人|答复|应诉|配合|协助|不再?(?:受理|审理|办理)|无权"
)


def check(record: Record, register: Register) -> Iterator[Found]:
    if (record.year or 0) < _SINCE.year:
        return
    read = unbroken(record.original.body.unquoted)
    for found in _HEARS.finditer(read.text):
        if not inside(read.text, found.start(), "“”") and not _OTHERS.search(
            read.text, *sentence(read.text, found.start())
        ):
            yield Found(read.stretch(*found.span())[0], _NOT_HERE.fill(text=quote(found[0])), found[0])


_NOT_HERE = Words(
    "“{text}”：2024年起行政复议由县级以上人民政府管辖，镇政府是被申请人；请写明由谁受理，或者改写答复、应诉的情况",
    "'{text}': since 2024 governments from the county upwards decide reconsideration; say who does, or tell how the town answered",
)
