"""The keys that a kind requires are there and filled in.

政府信息公开条例 art. 12 asks of the catalogue index, name, outline and date of formation; art. 17 asks for a review
before publication. A restatement of a text that is not at hand may lack what only the text could tell.
"""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example, Rule, Standard

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
        Standard(
            Words(
                "政府信息公开条例（2019年）第十二条、第十七条",
                "Regulations on Open Government Information (2019), arts. 12, 17",
            ),
            True,
        ),
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
