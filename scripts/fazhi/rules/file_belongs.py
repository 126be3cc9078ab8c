"""Every file under docs/ has its place: a record in a kind's folder, a page, a translation with its original."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    what=Words(
        "译文旁边有原文，文件名可作地址",
        "a translation lies beside its original; a file's name can be an address",
    ),
    why=Words(
        "没有原文的译文没有效力；地址中的空格和大写在别的系统上会打不开",
        "a translation alone has no force; blanks and capitals break addresses elsewhere",
    ),
    sources=(OWN,),
    bad=(
        Example(text="---\ntitle: Nothing\n---\n", name="pages/alone.en"),
        Example(name="villages/demo-1/2026/Finance Q3"),
        Example(text="---\ntitle: 普法\n---\n", name="Outreach/2026"),
    ),
    good=(Example(),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh" and not register.has(document.id):
        yield Found(Place(), _ALONE)
    if not _PATH.fullmatch(document.id):
        yield Found(Place(), _NAME)


_PATH = re.compile(r"(?:[a-z0-9@._/-]|(?<=-)Q(?=[1-4]))+")
"""Small letters, for Windows and Linux differ over capitals; the Q of a quarter stands apart."""
_ALONE = Words(
    "译文旁边没有原文（去掉 .en 的同名文件）",
    "there is no original beside this translation (the same name without .en)",
)
_NAME = Words(
    "路径里有大写字母、空格、汉字或别的符号；请用小写字母、数字和 -",
    "the path has capitals, blanks or other signs; use small letters, digits and -",
)
