"""A file has an address of its own: the site makes no page there, and no other file has it.

Of two pages at one address one would be lost without a word: `docs/laws/index.md` behind the list of laws,
`docs/pages/about.md` behind `docs/pages/about/index.md`.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.site import is_made

_PAGE = "---\ntitle: 普法\n---\n\n正文。\n"

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    what=Words("每个文件有自己的地址", "every file has an address of its own"),
    why=Words(
        "两个网页同一地址，有一个就看不到了，而且没有人知道",
        "of two pages at one address one is not to be seen, and nobody knows",
    ),
    sources=(OWN,),
    bad=(
        Example(text=_PAGE, name="laws/index"),
        Example(text=_PAGE, name="coverage/2026"),
        Example(text=_PAGE, name="en/about"),
        Example(kind="regulation", name="regulations/index"),
        Example(text=_PAGE, name="pages/about", files={"pages/about/index.md": _PAGE}),
    ),
    good=(
        Example(text=_PAGE, name="pages/laws"),
        Example(text=_PAGE, name="laws/how-to-read"),
        Example(text=_PAGE, name="index"),
        Example(kind="regulation"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    if document.lang != "zh" or not document.values:  # what could not be read is no page yet
        return
    if is_made(document.id, register):
        yield Found(Place(), _MADE.fill(path=f"docs/{document.id}.md"))
    elif not _is_of_kind(document.id, register) and register.has(f"{document.id}/index"):
        yield Found(Place(), _TWO.fill(other=f"docs/{document.id}/index.md"))


def _is_of_kind(id: str, register: Register) -> bool:
    """Whether it lies in the folder of a kind, where the place of every record is fixed (path-agrees)."""
    return any(kind.folder == id.partition("/")[0] for kind in register.kinds.values())


_MADE = Words(
    "{path} 的地址留给网站自己生成的网页，放在这里就看不到了；请换一个名字，一般的页面放在 docs/pages/",
    "the address of {path} is kept for a page the site makes, behind which it would be lost; give it another name, such as one in docs/pages/",
)
_TWO = Words(
    "与 {other} 是同一个地址，有一个会看不到；请给其中一个换名字",
    "it has the same address as {other}, and one would be lost; give one of them another name",
)
