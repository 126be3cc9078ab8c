"""The mark between parts of a name or of a date is · (U+00B7), not a bullet or another dot. Repaired by --fix."""

from collections.abc import Iterator

from fazhi.ground.han import HAN
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PUNCTUATION
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-25",
    on="document",
    wording=True,
    what=Words("间隔号用“·”", "the middle dot is ·"),
    why=Words(
        "形近的圆点搜索不到，字体也可能缺字", "look-alike dots cannot be searched and may lack a glyph"
    ),
    sources=(PUNCTUATION, WRITTEN_RIGHT),
    bad=(
        Example(body="“12•4”国家宪法日。\n"),
        Example(body="阿依古丽・买买提。\n"),
        Example(body="“3‧15”活动。\n"),
    ),
    good=(Example(body="“12·4”国家宪法日。\n\n• 第一项\n\n• 第二项\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _DOT)


_DOT = slip(rf"[•・‧∙⋅･•](?<=[{HAN}\d].)(?=[{HAN}\d])", "·", *"•・‧∙⋅･", mends=True)
_MESSAGE = Words("间隔号“{wrong}”应为“{right}”（U+00B7）", "the dot '{wrong}' should be '{right}' (U+00B7)")
SIGNS = _DOT.signs
