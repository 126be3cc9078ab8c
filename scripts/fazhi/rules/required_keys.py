"""The keys that a kind requires are there and filled in.

政府信息公开条例 art. 12 asks of the catalogue index, name, outline and date of formation; art. 17 asks for a review
before publication. A restatement of a text that is not at hand may lack what only the text could tell.
"""

from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import INFORMATION
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    ref="LAW-04",
    what=Words("必填的键都已填写", "every required key is filled in"),
    why=Words(
        "目录须有索引、名称、生成日期；公开前须经审查",
        "a catalogue needs index, name and date; publication needs a review first",
    ),
    sources=(
        Provision(INFORMATION, {date(2019, 5, 15): "12"}, {"12": "索引、名称、内容概述、生成日期"}),
        Provision(INFORMATION, {date(2019, 5, 15): "17"}, {"17": "对拟公开的政府信息进行审查"}),
    ),
    bad=(
        Example(values={"title": None}),
        Example(values={"review": None}),
        Example(values={"index": ""}),
        Example(kind="regulation", values={"status": None}),
    ),
    good=(
        Example(
            kind="regulation",
            values={
                "restated": "true",
                "index": None,
                "number": None,
                "review": None,
                "status": None,
                "adopted": None,
                "effective": None,
                "formed": "unknown",
                "published": "unknown",
                "legality_review": None,
                "consultation": None,
                "expires": None,
            },
        ),
    ),
)
