"""Words written wrongly: a pattern with what would be right, and where in a document such words are looked for.

Only what people read in Chinese is looked at: title, summary, and the body without code and addresses. A word that is
named in order to be mended, 将“帐簿”改为“账簿”, is no slip.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.quote import quote
from fazhi.ground.statutes import LANGUAGE
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.prose import Prose
from fazhi.nouns.rule import Found
from fazhi.nouns.sought import SOUGHT

WRITTEN_RIGHT = Provision(
    LANGUAGE,
    {date.min: "9", date(2026, 1, 1): "17"},
    {"9": "国家机关以普通话和规范汉字为公务用语用字", "17": "应当符合国家的规范和标准"},
)
"""The law behind every rule about words: since 2026 the language of a government site has to keep the standards."""

Right = str | Callable[[re.Match[str]], str | None]


@dataclass(frozen=True)
class Slip:
    """A pattern of wrong words. `right` is what should stand there, or a function that gives it, None where all is well.

    `signs`: texts of which one must occur for the pattern to match; looking for them first is what keeps checks fast.
    `mends`: putting it right cannot change what the text means.
    """

    pattern: re.Pattern[str]
    right: Right
    signs: frozenset[str] = frozenset()
    mends: bool = False

    def may_be_in(self, prose: Prose) -> bool:
        """Whether it is worth searching."""
        if len(self.signs) > _FEW:
            return not self.signs.isdisjoint(prose.signs)
        return not self.signs or any(sign in prose.text for sign in self.signs)

    def found(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Every wrong place of a text with what would be right."""
        may_be_named: bool | None = None
        for match in self.pattern.finditer(text):
            right = self.right if isinstance(self.right, str) else self.right(match)
            if right is None:
                continue
            if may_be_named is None:  # one look at the whole text for most of its slips
                may_be_named = bool(_REPLACED.search(text))
            if not (may_be_named and _is_named(match)):
                yield match, right


def slip(pattern: str, right: Right, *signs: str, mends: bool = False) -> Slip:
    """A slip by the text of its pattern."""
    SOUGHT.add(*signs)
    return Slip(re.compile(pattern, re.MULTILINE), right, frozenset(signs), mends)


def misspellings(pairs: dict[str, str]) -> Slip:
    """A slip for a table of wrong words and right ones; the wrong ones may look around: `布(?<!发布)署(?!名)`.

    A word begins with its own first character, never with a look behind: by it Python skips through a text quickly.
    """
    rights = {_LOOK_AROUND.sub("", wrong): right for wrong, right in pairs.items()}
    return slip("|".join(pairs), lambda match: rights[match[0]], *rights)


def told(document: Document, message: Words, *slips: Slip) -> Iterator[Found]:
    """Every slip of a Chinese original; nothing of a translation. `message` has {wrong} and {right}."""
    return (
        _found(document.prose, message, each, match, right) for each, match, right in _hits(document, slips)
    )


def told_once(document: Document, message: Words, *slips: Slip) -> Iterator[Found]:
    """The first slip of a document, and how many there are: for what is a habit and no fault."""
    hits = _hits(document, slips)
    if (first := next(hits, None)) is None:
        return
    found, others = _found(document.prose, message, *first), sum(1 for _ in hits)
    count = _COUNT.fill(count=others + 1) if others else _NO_MORE
    yield found._replace(message=found.message.then(count))


def _hits(document: Document, slips: Iterable[Slip]) -> Iterator[tuple[Slip, re.Match[str], str]]:
    if document.lang != "zh":
        return
    prose = document.prose
    for each in slips:
        for match, right in each.found(prose.text) if each.may_be_in(prose) else ():
            yield each, match, right


def _found(prose: Prose, message: Words, slip: Slip, match: re.Match[str], right: str) -> Found:
    words = message.fill(wrong=quote(match[0]), right=quote(right))
    return Found(prose.at(match.start()), words, match[0], right=right if slip.mends else "")


def _is_named(match: re.Match[str]) -> bool:
    """Whether the words stand in quotes and are said to be wrong, or replaced."""
    start, end = match.span()
    return "“" in match.string[max(0, start - 30) : start] and bool(_NAMED.match(match.string, end))


_LOOK_AROUND = re.compile(r"\(\?[^()]*\)")
_REPLACED = re.compile("改为|更正|应为|应是|订正|统一为|之误|误写|误作")
_NAMED = re.compile(rf"[^“”\n]{{0,20}}”[^。！？\n]{{0,40}}?(?:{_REPLACED.pattern})")
_FEW = 8
"""So few signs are looked for one by one; more in one pass for all."""
_COUNT = Words("（本文共 {count} 处）", " ({count} in this text)")
_NO_MORE = Words("", "")
