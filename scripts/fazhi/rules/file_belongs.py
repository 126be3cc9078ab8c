"""Every file under docs/ has its place: a record in a kind's folder, a page, a translation with its original."""

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
    ),
    good=(Example(),),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh" and document in register.strays:
        yield Found(Place(), _ALONE)
    if any(char in _RESERVED or char.isspace() or not char.isprintable() for char in document.id):
        yield Found(Place(), _NAME)


_RESERVED = set("\\:*?\"<>|#%&{}$!'+`=")
_ALONE = Words(
    "译文旁边没有原文（去掉 .en 的同名文件）",
    "there is no original beside this translation (the same name without .en)",
)
_NAME = Words(
    "文件名含有空格或不能作地址的符号；请用小写字母、数字和 -",
    "the name has blanks or signs that no address may have; use small letters, digits and -",
)
