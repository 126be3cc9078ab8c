"""The year of a document number stands in 〔〕 (U+3014, U+3015), not in other brackets. Repaired by --fix."""

from collections.abc import Iterator

from fazhi.ground.document_number import wrong_brackets
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import OFFICIAL_NUMBER

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-06",
    on="document",
    wording=True,
    what=Words("文号的年份用六角括号：示政发〔2026〕3号", "the year of a document number stands in 〔〕"),
    why=Words("文号写法不一，就查不到文件", "written in several ways a document cannot be found"),
    sources=(OFFICIAL_NUMBER,),
    bad=tuple(
        Example(body=f"根据示政发{number}文件办理。\n")
        for number in (
            "[2026]3号",
            "（2026）3号",
            "【2026】3号",
            "［2026］3号",
            "(2026)3号",
            r"\[2026\]第3号",
        )
    ),
    good=(
        Example(
            body="根据示政发〔2026〕3号文件，参考（2021）最高法行申12号裁定；地址在新区（2021）3号楼。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang == "zh" and "号" in document.prose.text:
        for wrong in wrong_brackets(document.prose.text):
            words = _MESSAGE.fill(wrong=quote(wrong.written), right=wrong.right)
            yield Found(document.prose.at(wrong.start), words, wrong.written, right=wrong.right)


_MESSAGE = Words(
    "文号“{wrong}”应写作“{right}”，年份用六角括号", "number '{wrong}' should read '{right}', its year in 〔〕"
)
