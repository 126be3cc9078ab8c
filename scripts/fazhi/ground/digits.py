"""Numbers as people write them: full-width, with invisible characters, split by spaces, hyphens or a line break."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, chain

from fazhi.ground.cached import cached_property
from fazhi.ground.classes import Classes, by_page, members

_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f"
)
_WIDE = "０-９Ａ-Ｚａ-ｚ＊＠．＿－＋\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\U0001d7ce-\U0001d7ff"
_ODD = re.compile(rf"[{_UNSEEN}{_WIDE}]|\\[*_\-.@]")
_DROPPED = re.compile(rf"(?>(?:[{_UNSEEN}]|\\(?=[*_\-.@]))+)")
_MAY_BE_ODD = Classes(by_page(members(_UNSEEN) + members(_WIDE) + "\\", 0x00, 0x20, 0xFF))
_NARROW = {
    **{ord(sign): chr(ord(sign) - 0xFEE0) for sign in "＊＠．＿－＋"},
    **{
        code: chr(code - 0xFEE0)
        for first, last in ("０９", "ＡＺ", "ａｚ")
        for code in range(ord(first), ord(last) + 1)
    },
    **{zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966) for digit in range(10)},
    **{code: str((code - 0x1D7CE) % 10) for code in range(0x1D7CE, 0x1D800)},
}

_SPACE = " \u3000\xa0\u2000-\u200a\u202f"
_DASH = "\\-\u2010-\u2015\u2212－"
_MARK = "*_~=`"
_CLOSE = ")）"
_BESIDE = rf"(?:(?<=[{_SPACE}])(?:[{_DASH}][{_SPACE}]?)?|(?<=[{_DASH}{_CLOSE}])[{_SPACE}]?|(?<=[{_MARK}])[{_MARK}]{{0,2}})"
_SIGNS = f"[{_SPACE}{_DASH}{_MARK}{_CLOSE}]"
_BROKEN = r"[- \t]{0,9}+\\?\n[ \t>]{0,4}"
"""The end of a line: a hyphen may stand before it, and what makes Markdown break the line there: spaces or a backslash."""
BETWEEN = rf"(?:{_SIGNS}{_BESIDE}|{_BROKEN})"
"""What may stand between two digits of one number, as a pattern."""
SEPARATORS = members(f"{_SPACE}{_DASH}{_MARK}{_CLOSE}") + "\t\n>\\"
"""Every sign that may be part of it."""

_LAST = r"(?=[0-9]|[Xx](?![A-Za-z0-9]))"
_BREAKS = re.compile(rf"(?<=[0-9])(?:{_BROKEN}){_LAST}")
_GAPS = re.compile(rf"{_SIGNS}(?<=[0-9].){_BESIDE}{_LAST}")
_JOINTS = re.compile(rf"(?<=[0-9]){BETWEEN}{_LAST}")
_MANY = re.compile(rf"[0-9](?<![0-9].)(?:{BETWEEN}?[0-9]){{9}}")

GAP, BREAK = "\x1f", "\x1e"
"""How a joined text writes what stands between two groups of digits, on one line and over a line's end."""


@dataclass(frozen=True)
class Folded:
    """A text with its digits and letters half-width and without invisible characters; `origin` leads back."""

    text: str
    origin: tuple[int, ...] | None = None

    def back(self, index: int) -> int:
        """The offset in the text as written."""
        if self.origin is None:
            return index
        return self.origin[index] if index < len(self.origin) else (self.origin[-1] + 1 if self.origin else 0)


def fold(text: str) -> Folded:
    """The text as a reader takes it: １３８ is 138, and what nobody sees is not there."""
    if not _MAY_BE_ODD.have_any(text) or not _ODD.search(text):
        return Folded(text)
    narrow = text.translate(_NARROW)
    dropped = [match.span() for match in _DROPPED.finditer(narrow)]
    if not dropped:
        return Folded(narrow)
    begins = [0, *(end for _, end in dropped)]
    ends = [*(start for start, _ in dropped), len(narrow)]
    kept = tuple(chain.from_iterable(map(range, begins, ends)))
    return Folded(_DROPPED.sub("", narrow), kept)


@dataclass(frozen=True)
class Joined:
    """A folded text in which every number is of one piece, but for a single sign between its groups (GAP, BREAK)."""

    source: str
    text: str

    @cached_property
    def _joints(self) -> tuple[list[int], list[int]]:
        """Where in the joined text a group ends, and how much shorter than its source the text is behind it."""
        spans = [match.span() for match in _JOINTS.finditer(self.source)]
        shorter = [0, *accumulate(end - start - 1 for start, end in spans)]
        return [start - less for (start, _), less in zip(spans, shorter, strict=False)], shorter

    @cached_property
    def is_straight(self) -> bool:
        """Whether every offset is that of the source: nothing longer than a sign stands between two groups."""
        return len(self.text) == len(self.source)

    def back(self, index: int) -> int:
        """The offset in the source."""
        ends, shorter = self._joints
        return index + shorter[bisect_left(ends, index)]


def joined(text: str) -> Joined | None:
    """A folded text with its numbers joined; None where none has ten digits."""
    if not _MANY.search(text):
        return None
    return Joined(text, _GAPS.sub(GAP, _BREAKS.sub(BREAK, text) if "\n" in text else text))


def spread(pattern: str) -> str:
    """A pattern of digits for joined texts: before every digit of it, written `0`, `[3-9]` or `[0-9]{4}`, may be a gap.

    Repetitions are written out, for that is what Python matches fastest.
    """
    return _ATOM.sub(lambda atom: f"[{GAP}{BREAK}]?+{atom[1]}" * int(atom[2] or 1), pattern)


_ATOM = re.compile(r"(\[[^\]]*\]|[0-9])(?:\{([0-9]+)\})?")


def begins(first: str) -> str:
    """The pattern of a number's first digit, one of a class.

    It begins a group; but no lone digit after a lone digit does: a number spelt digit by digit began before.
    """
    gap = f"[{GAP}{BREAK}]"
    return rf"[{first}](?<![0-9].)(?:(?=[0-9])|(?<![^0-9][0-9]{gap}.)(?<!\A[0-9]{gap}.))"


def groups(written: str) -> list[int]:
    """How many digits each group of a joined number has."""
    return [len(group) for group in written.replace(BREAK, GAP).split(GAP)]


def bare(written: str) -> str:
    """A joined number without what stands between its groups."""
    return written if written.isdecimal() else written.replace(GAP, "").replace(BREAK, "").upper()


def is_one_word(written: str) -> bool:
    """Whether it reads as one number: whole, digit by digit, in parts of three digits and more, or broken once."""
    if GAP not in written and BREAK not in written:
        return True
    lengths = groups(written)
    return max(lengths) == 1 or min(lengths) >= 3 or (len(lengths) == 2 and BREAK in written)
