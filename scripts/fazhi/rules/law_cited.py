"""A law cited in running text was in force on the record's own day, has the article, and it still says what is meant.

村民委员会组织法 art. 30 of a record of 2026 is the case in mind: the law was amended, disclosure is art. 35 now, and
art. 30 is about something else. A restatement has a day of its own and the day it was written: what was right on
either is right. Laws that the Civil Code ended are no ground for what came after. Laws that ground/statutes.py does not have are not spoken of.
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.citation import citations, fault
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-21",
    on="document",
    wording=True,
    what=Words(
        "正文引用的法条在当时的法律里确有此条，且仍是这项内容",
        "an article cited in the text exists in the law of that day and says what is meant",
    ),
    why=Words(
        "法律修改后条号会变，旧条号指向的已是别的规定",
        "amended laws renumber; the old number now says something else",
    ),
    sources=(OWN,),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "根据《中华人民共和国村民委员会组织法》第三十条的规定，实行村务公开。",
            "依据《村委会组织法》第35条、第五十一条，公布审计结果。",
            "依照《政府信息公开条例》第五十七条办理。",
            "《行政复议法》第九条规定的申请期限为六十日。",
            "依据《合同法》第八条、《民法通则》第七十四条，双方签订承包合同。",
            "依照《预算法》第一百零九条公开预算。",
            "双方依据《合同法》签订承包合同。",
            "选举依照《村民委员会组织法》第十五条实行无记名投票。",
            "《村民委员会组织法》第三十七条规定，委托村民委员会开展工作需要经费的，由委托部门承担。",
            "会议按照《国家通用语言文字法》第九条的规定，以普通话为公务用语用字。",
        )
    ),
    good=(
        Example(body="根据《中华人民共和国村民委员会组织法》第三十五条的规定，实行村务公开。\n"),
        Example(body="《村民委员会组织法》（2018年修正）第三十条规定的村务公开，现为第三十五条。\n"),
        Example(body="村民代表会议依照《村民委员会组织法》第三十条召开。\n"),
        Example(body="来信说“依据《村民委员会组织法》第三十条应当村务公开”。\n"),
        Example(body="《某省某办法》第九百条。\n"),
        Example(body="自2026年1月1日起施行的《国家通用语言文字法》第二十八条，公民可以投诉、举报。\n"),
        Example(body="按照《国家通用语言文字法》第十七条，网站用字规范，不用繁体字。\n"),
        Example(body="合同于2019年5月1日依照《合同法》第八条签订，《合同法》现已废止。\n"),
    ),
)

SIGNS = frozenset(("》",))


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh":
        return
    days = _days(document, register)
    for citation in citations(document.body.unquoted):
        faults = [fault(citation, day) for day in days]
        if faults[0] and all(faults):
            yield Found(citation.at, faults[0].then(_CITED.fill(text=citation.text)), citation.text)


def _days(document: Document, register: Register) -> list[date]:
    """The days whose law the text may speak of, its own first."""
    record = register.records.get(document.id)
    own = record.day if record else None
    if own is None or (record and record.get("restated")):
        return [own or register.as_of, register.as_of]
    return [own]


_CITED = Words("（{text}）", " ({text})")
