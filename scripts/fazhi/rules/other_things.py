"""其他 covers people and things alike; 其它 is an older way to write it. A note, once a text."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import DICTIONARY
from fazhi.nouns.wording import slip, told_once

RULE = Rule(
    severity=Severity.NOTE,
    ref="TEXT-26",
    on="document",
    wording=True,
    what=Words("公文用“其他”", "official texts write 其他"),
    why=Words("法律法规统一写作“其他”", "laws and regulations write 其他 throughout"),
    sources=(DICTIONARY,),
    bad=(Example(body="其它事项另行通知。\n"),),
    good=(Example(body="其他事项另行通知，尤其它的用途。\n"),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told_once(document, _MESSAGE, _OTHER)


_OTHER = slip("其(?<![尤极与]其)它(?!的)", "其他", "其它")
_MESSAGE = Words("“{wrong}”宜写作“{right}”", "'{wrong}' is better written '{right}'")
SIGNS = _OTHER.signs
