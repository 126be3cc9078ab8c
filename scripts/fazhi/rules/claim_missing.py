"""Every figure and every sweeping word of an annual report is a claim that readers can look up.

Looked for outside quoted blocks, where this site's own notes stand. Days, articles and names of law days are no figures.
"""

import re
from collections.abc import Iterator

from fazhi.ground.figures import FIGURE
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.visible import unbroken
from fazhi.ground.words import Words
from fazhi.nouns.claimed_text import claimed_spans, said_at
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_EVERY = r"(?:行政村|自然村|村(?!民)|社区|单位|部门|学校|户)"
_SWEEPING = (
    r"全覆盖|全部|百分之百|100\s?[%％]|不少于|不低于|不超过|无一(?:例|起|人|户|村|遗漏)|(?<!千篇)一律(?!师)"
    rf"|全体(?!会议|大会)|各{_EVERY}都|每一?个?{_EVERY}|(?<!集体)(?<!国家)(?<!全民)所有(?![权制])|(?<![平人年月日户])均(?![衡匀分])"
)
_WORTH = re.compile(f"{_SWEEPING}|{FIGURE}")

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
        *(
            Example(kind="report", body=f"## 成效\n\n{said}。\n")
            for said in (
                "举办培训四次",
                "举办培训**4**次",
                "举办[培训4](../index.md)次",
                "各村**均**设立宣传栏",
                "民主法治村全**覆盖**",
                "发放资料5000册",
                "走访企业35家",
                "受益群众1,200人",
                "满意的占百分之九十五",
                "九成以上的村民参加",
                "各村都设立宣传栏",
                "每个村聘请律师",
                "排查纠纷，无一遗漏",
                "证明事项一律取消",
                "全体干部参加考试",
            )
        ),
    ),
    good=(
        Example(kind="report"),
        *(
            Example(kind="report", body=f"## 一、成效\n\n{said}。\n")
            for said in (
                "一是统一规范，二是一体推进，三是一村一律师",
                "按照第三十条、泉政发〔2021〕12号和二〇二一年十二月三十日的通知",
                "第一次、第十二次会议落实三项制度，办好四件事",
                "召开全体会议，保护林地所有权和集体所有的财产",
                "四川省的“三农”工作，千家万户，统一成样本，和宣传队一起，接受每一村民的询问",
            )
        ),
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
    said, read = said_at(claimed_spans(record), len(body.text)), unbroken(body.unquoted)
    for found in _WORTH.finditer(read.text):
        start, end = read.stretch(*found.span())
        if said.find(1, start, end) < 0:
            yield Found(start, _NO_CLAIM.fill(text=quote(found[0])), found[0])


_NO_CLAIM = Words(
    "“{text}”没有列入陈述（claims）；请把这句话列入，写明怎样计算或者引用哪份记录",
    "'{text}' is in no claim; list the sentence under claims, with how it is computed or which record it cites",
)
