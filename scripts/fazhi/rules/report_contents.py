"""The annual report on rule-of-law government has its five contents; their order is free.

Looked for by headings and words outside quoted blocks, where this site's own notes stand. The fifth, 其他, can be empty.
Many reports, the one of 2021 among them, have the first only: an official text is told what it lacks, in a note.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import SUPERVISION_RULES

PARTS = (
    (re.compile("举措|成效|工作情况|做法"), Words("上一年度主要举措和成效", "measures and results")),
    (
        re.compile("不足|短板|存在[^。\n]{0,12}问题|主要问题|问题和|问题及|薄弱"),
        Words("存在的不足和原因", "shortcomings and their causes"),
    ),
    (
        re.compile("第一责任人"),
        Words(
            "党政主要负责人履行推进法治建设第一责任人职责的情况",
            "how the principal leaders performed their duty as first persons responsible",
        ),
    ),
    (
        re.compile(r"下一年|下一步|明年|20\d{2}年[^。\n]{0,8}(?:打算|安排|计划)"),
        Words("下一年度主要安排", "main arrangements for the next year"),
    ),
)
_WHOLE = (
    "## 一、主要举措和成效\n\n全年培训4次。\n\n## 二、存在的不足和原因\n\n宣传不够深入。\n\n"
    "## 三、履行推进法治建设第一责任人职责情况\n\n专题研究2次。\n\n## 四、下一年度主要安排\n\n继续培训。\n"
)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-02",
    since=date(2019, 4, 15),
    wording=True,
    what=Words(
        "年度报告写明举措和成效、不足和原因、第一责任人职责、下一年度安排",
        "the annual report tells measures, shortcomings, the leaders' duty and next year's plans",
    ),
    why=Words(
        "这几项是规定要求报告的内容；只写成绩的报告不完整",
        "the report is required to have them; one of achievements only is not whole",
    ),
    sources=(SUPERVISION_RULES,),
    bad=(
        Example(kind="report", body="## 一、主要举措和成效\n\n全年培训4次。\n"),
        Example(kind="report", body=_WHOLE.replace("第一责任人", "责任人")),
        Example(kind="report", body="## 主要成效\n\n> 不足、第一责任人、下一年度安排，报告没有写。\n"),
    ),
    good=(
        Example(kind="report", body=_WHOLE),
        Example(
            kind="report",
            body="## 主要负责人履行第一责任人职责\n\n带头学法。\n\n## 工作情况\n\n培训4次。\n\n"
            "## 存在的主要问题\n\n力量薄弱。\n\n## 2027年工作安排\n\n继续培训。\n",
        ),
    ),
    kinds=frozenset(("report",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    missing = [name for words, name in PARTS if not words.search(record.original.body.unquoted)]
    if missing:
        named = Words("；".join(name.zh for name in missing), "; ".join(name.en for name in missing))
        yield Found(0, _MISSING.fill(missing=named), named.zh)


_MISSING = Words(
    "正文没有写到：{missing}。请各用一个标题写明；确实没有的也请写明没有",
    "the text does not tell: {missing}. Give each a heading; where there is none, say so",
)
