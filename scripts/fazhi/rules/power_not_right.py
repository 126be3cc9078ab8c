"""What the state has is 权力 (power), what people have is 权利 (a right): 行政权力, 公权力, 权力清单.

Traps: 行政权利用, 公权利益 cut across words; 行政权利义务 is about rights; 村民权利清单 is a list of rights.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-01",
    on="document",
    wording=True,
    what=Words("公权用“权力”：行政权力、公权力、权力清单", "public power is 权力, not 权利"),
    why=Words(
        "“权利”是公民的，写错就成了另一个意思", "权利 is a citizen's right; the slip changes the meaning"
    ),
    sources=(WRITTEN_RIGHT,),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "促进行政权利规范运行。",
            "加强对公权利的监督。",
            "公布权利清单和责任清单。",
            "编制权利责任清单。",
        )
    ),
    good=(
        Example(body="促进行政权力规范运行，公布权力清单，约束公权力。\n"),
        Example(body="不得把行政权利用于谋取私利。明确行政权利义务关系。公布《村民权利清单》。\n"),
        Example(body="更正：第二条中的“行政权利”应为“行政权力”。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _POWER)


_POWER = slip(
    r"行政权利(?!用|益|义务|[和与、及]义务)|公(?<!办公)权利(?!用|益|义务)|权利(?<![人民者东主童年女工众户员体生]权利)(?:(?:和|与)?责任)?清单",
    lambda match: match[0].replace("权利", "权力"),
    "政权利",
    "公权利",
    "清单",
)
_MESSAGE = Words(
    "“{wrong}”应为“{right}”：公权用“权力”，“权利”是公民的",
    "'{wrong}' should read '{right}': power, not right",
)
SIGNS = _POWER.signs
