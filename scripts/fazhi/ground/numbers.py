"""What a stretch of digits may be: the form of each sort of number, and what confirms it.

Forms are looked for in joined texts (ground/digits.py), so that the time it takes grows with the text and nothing else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import compress
from typing import Literal, NamedTuple

from fazhi.ground.bank_card import pass_luhn
from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.digits import BREAK, GAP, Joined, bare, begins, is_one_word, spread
from fazhi.ground.identity import (
    is_identity_number,
    is_old_identity_number,
    looks_like_identity_number,
    right_check_digits,
)
from fazhi.ground.surroundings import Words

Sort = Literal[
    "identity",
    "identity-misprinted",
    "old-identity",
    "old-identity-bare",
    "mobile",
    "landline",
    "card",
    "account",
]


class Found(NamedTuple):
    """Where a number stands in a text, its sort, and its bare digits."""

    start: int
    end: int
    sort: Sort
    number: str


@dataclass(frozen=True)
class Around:
    """A text, and where in it the words stand that tell what a number beside them is."""

    text: str

    @cached_property
    def identity(self) -> Words:
        return Words(self.text, _IDENTITY_WORDS)

    @cached_property
    def phone(self) -> Words:
        return Words(self.text, _PHONE_WORDS)

    @cached_property
    def account(self) -> Words:
        return Words(self.text, _ACCOUNT_WORDS)

    @cached_property
    def public(self) -> Words:
        return Words(self.text, _PUBLIC_ACCOUNT)


MANY = 500
"""So many places of a sort say enough about one text: a number told already is not told again behind them."""


def numbers_in(text: Joined, many: int | None = None) -> Iterator[Found]:
    """Every stretch of whole groups that is one of the sorts: the surest sort first, and no digit in two.

    With `many`, a text that holds more places of a sort than that has no number told twice behind them, and no more
    than twice as many numbers told: no town has so many public ones, and what is told is enough to refuse the text.
    """
    around, taken = Around(text.source), bytearray(len(text.text))
    matches: dict[re.Pattern[str], list[re.Match[str]]] = {}
    for each in _SORTS:
        if each.words and not each.words(around).has_any:
            continue
        if each.form not in matches:
            matches[each.form] = list(each.form.finditer(text.text))
        if matches[each.form]:
            yield from _of_sort(each, matches[each.form], _Text(text, around, taken), many)


class _Text(NamedTuple):
    """A joined text with its words, and which of its signs belong to a number already."""

    joined: Joined
    around: Around
    taken: bytearray


def _of_sort(
    each: "_Sort", matches: Sequence[re.Match[str]], text: _Text, many: int | None
) -> Iterator[Found]:
    joined, around, taken = text
    told, places = set[str](), 0
    for first, last in each.proved(matches, joined.text):
        if taken.find(1, first, last) >= 0:
            continue
        written = joined.text[first:last]
        number = bare(written)
        is_enough = many is not None and places >= many and number in told
        start, end = (first, last) if joined.is_straight else (joined.back(first), joined.back(last - 1) + 1)
        if is_enough or (
            each.is_meant(number, written, start, end, around) and _stands_alone(joined.source, start, end)
        ):
            taken[first:last] = b"\1" * (last - first)
            if not is_enough:
                told.add(number)
                places += 1
                yield Found(start, end, each.sort, number)
                if many is not None and len(told) >= 2 * many:
                    return


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a number is no part of a word, a hash, an amount or a page's own number."""
    if text[start - 1 : start] in _PLAIN and text[end : end + 1] in _PLAIN:
        return True
    before, after = text[max(start - 12, 0) : start], text[end : end + 2]
    if _IN_WORD.search(before) and not _LABEL.search(before):
        return False
    return not (_AFTER_AMOUNT.match(after) or _BEFORE_AMOUNT.search(before) or _PAGE.search(before))


def _is_identity(number: str, written: str, start: int, end: int, around: Around) -> bool:
    return looks_like_identity_number(number)


def _is_misprinted(number: str, written: str, start: int, end: int, around: Around) -> bool:
    if not around.identity.are_near(start, end, 20) or is_identity_number(number):
        return False
    return looks_like_identity_number(number)


def _is_one(number: str, written: str, start: int, end: int, around: Around) -> bool:
    return is_one_word(written)


def _is_mobile(number: str, written: str, start: int, end: int, around: Around) -> bool:
    if not is_one_word(written) or around.text[end : end + 1] in _SUMS:
        return False
    is_column = BREAK in written and _is_column(around.text, start, end)
    return not is_column or around.phone.are_near(start, end, 20)


def _is_old_identity(number: str, written: str, start: int, end: int, around: Around) -> bool:
    return around.identity.are_near(start, end, 20) and _is_bare_old_identity(
        number, written, start, end, around
    )


def _is_bare_old_identity(number: str, written: str, start: int, end: int, around: Around) -> bool:
    return is_old_identity_number(number) and is_one_word(written)


def _is_landline(number: str, written: str, start: int, end: int, around: Around) -> bool:
    if not is_one_word(written) or _DATED.match(number):
        return False
    return not (BREAK in written and _is_column(around.text, start, end))


def _is_account(number: str, written: str, start: int, end: int, around: Around) -> bool:
    if not around.account.are_near(start, end, 12) or around.public.are_near(start, end, 12):
        return False
    return not is_credit_code(number)


def _is_column(text: str, start: int, end: int) -> bool:
    """Whether parts that stand below each other have nothing beside them: figures of a column, not one number."""
    reach = max(start - 80, 0)
    before = text[max(text.rfind("\n", reach, start) + 1, reach) : start]
    return not before.strip() and text[end : end + 1] in ("", "\n")


_PLAIN = frozenset("\n|：:，、,；;（）()")
_SUMS = frozenset("元万亿%％")
_IN_WORD = re.compile(r"[0-9A-Za-z]\Z")
_LABEL = re.compile(r"(?<![0-9A-Za-z])(?:tel|phone|mobile|mob|id|no|sfzh?|sjh?|dh|qq)\Z", re.IGNORECASE)
_AFTER_AMOUNT = re.compile(r"[0-9A-Za-z]|\.[0-9]")
_BEFORE_AMOUNT = re.compile(r"(?<![0-9])0\.\Z|[¥￥$]\s?\Z|[0-9],[0-9]{3}[.,]\Z")
_PAGE = re.compile(r"t(?:19|20)[0-9]{6}_\Z")
_IDENTITY_WORDS = re.compile(r"身份证|证件|公民身份|身份号|身份编号|ID\s?(?:card|number|no)", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"电话|手机|联系|号码|tel|phone", re.IGNORECASE)
_ACCOUNT_WORDS = re.compile(r"卡号|账号|帐号|一折通|一卡通|社保卡|开户|存折|账户|帐户")
_PUBLIC_ACCOUNT = re.compile(r"对公|基本户|公户|财政专户|统一社会信用|信用代码|微信|公众号")

_AREA = "(?:10|2[0-57-9]|3[1-9][0-9]|[4579][0-9]{2}|6[69][0-9]|8[1-9][0-9])"
_DATED = re.compile("[0-9]{3,4}20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]$")
_MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_PARTS = f"(?=[0-9]{{2}}|[{GAP}{BREAK}][0-9](?![0-9])|[0-9]?{BREAK})"
"""Groups of a number that is one word: of three digits and more, of one each, or two groups over a line's end."""


def _form(first: str, rest: str, parts: str = "", more: str = "") -> re.Pattern[str]:
    return re.compile(f"{begins(first)}{parts}(?=({spread(rest)}{more})(?![0-9]))", re.DOTALL)


_IDENTITY = _form("1-9", f"[0-9]{{5}}(?:19|20)[0-9]{{2}}{_MONTH_DAY}[0-9]{{3}}[0-9Xx]")
_OLD_IDENTITY = _form("1-8", f"[0-9]{{7}}{_MONTH_DAY}[0-9]{{3}}", _PARTS)
_MAY_END = "(?:(?![0-9])())?"
_LONG_CARD = re.compile(
    f"{begins('6')}{_PARTS}(?={spread('2[0-9]{14}')}{_MAY_END}"
    f"(?:{spread('[0-9]')}{_MAY_END}(?:{spread('[0-9]')}{_MAY_END}(?:{spread('[0-9]')}{_MAY_END})?)?)?)",
    re.DOTALL,
)
"""It may end after 16, 17, 18 or 19 digits, where its groups 1, 2, 3 and 4 stand."""
_CARDS = (_form("4", "[0-9]{15}", _PARTS), _form("5", "[1-5][0-9]{14}", _PARTS))
_MOBILES = (
    _form("1", "[3-9][0-9]{9}", _PARTS),
    _form("8", "61[3-9][0-9]{9}", _PARTS),
    _form("0", "0861[3-9][0-9]{9}", _PARTS),
)
_LANDLINE = _form("0", f"{_AREA}[2-9][0-9]{{6}}", _PARTS, "[0-9]?")
_WHOLE_RUN = re.compile(
    rf"[0-9](?<![0-9{GAP}{BREAK}].)(?=((?:[{GAP}{BREAK}]?+[0-9]){{11,21}}+)(?![0-9Xx{GAP}{BREAK}]))",
    re.DOTALL,
)


class _Sort(NamedTuple):
    """A sort of number: its form, what makes it one, the check digits of many such numbers, the form's group that ends it, and words it needs."""

    sort: Sort
    form: re.Pattern[str]
    is_meant: Callable[[str, str, int, int, Around], bool]
    check: Callable[[bytes], bytes] | None = None
    end: int = 1
    words: Callable[[Around], Words] | None = None

    def proved(self, matches: Sequence[re.Match[str]], text: str) -> Iterable[tuple[int, int]]:
        """Where those of the stretches stand whose check digit is right."""
        end = self.end
        spans = [
            (match.start(), last)
            for match in matches
            if (match.lastindex or 0) >= end and (last := match.end(end)) > 0
        ]
        if self.check is None or not spans:
            return spans
        digits = "".join([text[first:last] for first, last in spans])
        return compress(spans, self.check(bare(digits).encode()))


_SORTS = (
    _Sort("identity", _IDENTITY, _is_identity, right_check_digits),
    _Sort("identity-misprinted", _IDENTITY, _is_misprinted, words=lambda around: around.identity),
    *(_Sort("card", _LONG_CARD, _is_one, partial(pass_luhn, length=15 + end), end) for end in (1, 2, 3, 4)),
    *(_Sort("card", form, _is_one, partial(pass_luhn, length=16)) for form in _CARDS),
    *(_Sort("mobile", form, _is_mobile) for form in _MOBILES),
    _Sort("old-identity", _OLD_IDENTITY, _is_old_identity, words=lambda around: around.identity),
    _Sort("old-identity-bare", _OLD_IDENTITY, _is_bare_old_identity),
    _Sort("landline", _LANDLINE, _is_landline),
    _Sort("account", _WHOLE_RUN, _is_account, words=lambda around: around.account),
)
