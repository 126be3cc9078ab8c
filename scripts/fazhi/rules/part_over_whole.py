"""A part is no more than its whole: who passed and who sat an examination, cases settled and cases received, cases in
which the head of the office appeared in court and cases in all.

Read are two figures in a row in one sentence. Sentences that count in what earlier years left over are passed over.
"""

import re
from collections.abc import Iterator

from fazhi.ground.marks import sentence
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.visible import unbroken
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.NOTE,
    wording=True,
    what=Words(
        "及格的不多于参加考试的，办结的不多于受理的，出庭的不多于案件数",
        "no more passed than sat the examination, no more cases were settled than received, or heard than there were",
    ),
    why=Words(
        "部分比总数还多，总有一个数字写错了",
        "where a part is more than the whole, one of the figures is wrong",
    ),
    sources=(OWN,),
    bad=(
        Example("outreach", body="38人参加考试，**39人**及格。\n"),
        Example("report", body="## 成效\n\n人民调解委员会受理纠纷12件，调解成功21件。\n"),
        Example("report", body="## 成效\n\n行政应诉案件3件，负责人出庭应诉4件。\n"),
    ),
    good=(
        Example("outreach", body="应考40人，实考38人，36人及格。\n"),
        Example("report", body="## 成效\n\n受理纠纷12件，化解12件；受理申请5件，连同上年结转的共办结8件。\n"),
        Example("report", body="## 成效\n\n行政应诉案件3件，负责人出庭3件。受理咨询2件。成功举办讲座4件。\n"),
    ),
    kinds=frozenset(("outreach", "report", "disclosure")),
)

_NUMBER = r"\d{1,7}"
_BETWEEN = r"[^。；\n\d]{0,16}?"
_PARTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)(?P<whole>{_NUMBER})\s?人次?{_BETWEEN}(?P<part>{_NUMBER})\s?人次?(?:及格|合格)",
        rf"(?:受理|调解|调处|排查){_BETWEEN}(?P<whole>{_NUMBER})\s?[件起宗]{_BETWEEN}"
        rf"(?:成功|办结|化解|调成)[^。；\n\d]{{0,6}}(?P<part>{_NUMBER})\s?[件起宗]",
        rf"(?:应诉|诉讼){_BETWEEN}(?P<whole>{_NUMBER})\s?[件起]{_BETWEEN}出庭[^。；\n\d]{{0,6}}(?P<part>{_NUMBER})\s?[件起]",
    )
)
_EARLIER = re.compile("上年|往年|结转|积案|历年|遗留|累计")


def check(record: Record, register: Register) -> Iterator[Found]:
    read = unbroken(record.original.body.unquoted)
    for found in (each for pattern in _PARTS for each in pattern.finditer(read.text)):
        is_more = int(found["part"]) > int(found["whole"])
        if is_more and not _EARLIER.search(read.text, *sentence(read.text, found.start())):
            yield Found(read.stretch(*found.span())[0], _MORE.fill(text=quote(found[0])), found[0])


_MORE = Words(
    "“{text}”：部分比总数还多；请核对这两个数",
    "'{text}': the part is more than the whole; look both figures up",
)
SIGNS = frozenset(("及格", "合格", "成功", "办结", "化解", "调成", "出庭"))
