"""文号: issuer's letters, year in 〔〕, serial without 第 and without leading zero, 号 (GB/T 9704-2012, 7.2.5)."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    ref="META-04",
    what=Words(
        "文号形如 泉政发〔2026〕3号：六角括号，序号不加“第”、不编虚位",
        "a document number reads 泉政发〔2026〕3号, with 〔〕, no 第, no leading zero",
    ),
    why=Words("文号写法不一，就查不到文件", "written in several ways a document cannot be found"),
    sources=(Standard(Words("GB/T 9704—2012 第7.2.5条", "GB/T 9704-2012, 7.2.5"), True),),
    bad=tuple(
        Example(kind="regulation", values={"number": number})
        for number in (
            "示政发[2026]3号",
            "示政发〔2026〕第3号",
            "示政发〔2026〕03号",
            "示政发(2026)3号",
            "〔2026〕3号",
        )
    ),
    good=(Example(kind="regulation", values={"number": "示政发〔2026〕12号"}),),
)
