"""What a stretch of digits may be: the form of each sort of number, and what confirms it.

Forms are looked for in joined texts (ground/digits.py), so that the time it takes grows with the text and nothing else.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from fazhi.ground.bank_card import luhn
from fazhi.ground.cached import cached_property
from fazhi.ground.checksum import Check
from fazhi.ground.classes import members
from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.digits import BREAK, GAP, SEPARATORS, Joined, bare, begins, is_one_word, spread
from fazhi.ground.forms import Form, Rows
from fazhi.ground.identity import (
    CHECK,
    is_identity_number,
    is_old_identity_number,
    looks_like_identity_number,
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
    def numbered(self) -> Words:
        return Words(self.text, _NUMBERED)

    @cached_property
    def account(self) -> Words:
        return Words(self.text, _ACCOUNT_WORDS)

    @cached_property
    def public(self) -> Words:
        return Words(self.text, _PUBLIC_ACCOUNT)


MANY = 500
"""So many places of a sort say enough about one text: a number told already is not told again behind them."""


def numbers_in(text: Joined, around: Around, many: int | None = None) -> Iterator[Found]:
    """Every stretch of whole groups that is one of the sorts: the surest sort first, and no digit in two.

    With `many`, a text that holds more places of a sort than that has no number told twice behind them, and no more
    than twice as many numbers told: no town has so many public ones, and what is told is enough to refuse the text.
    """
    taken, rows = bytearray(len(text.text)), Rows(text.text)
    for each in SORTS:
        if each.words and not each.words(around).has_any:
            continue
        yield from _of_sort(each, rows.spans(each.form, taken), _Text(text, around, taken), many)


class _Text(NamedTuple):
    """A joined text with its words, and which of its signs belong to a number already."""

    joined: Joined
    around: Around
    taken: bytearray


def _of_sort(
    each: "_Sort", spans: Iterable[tuple[int, int]], text: _Text, many: int | None
) -> Iterator[Found]:
    joined, around, taken = text
    told, told_as, places = set[str](), set[str](), 0
    for first, last in spans:
        if taken.find(1, first, last) >= 0:
            continue
        written = joined.text[first:last]
        is_enough = many is not None and places >= many
        if is_enough and (written in told_as or bare(written) in told):
            taken[first:last] = b"\1" * (last - first)
            continue
        number = bare(written)
        start, end = (first, last) if joined.is_straight else (joined.back(first), joined.back(last - 1) + 1)
        if each.is_meant(number, written, start, end, around) and _stands_alone(joined.source, start, end):
            taken[first:last] = b"\1" * (last - first)
            told.add(number)
            told_as.add(written)
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


def _is_oddly_grouped(number: str, written: str, start: int, end: int, around: Around) -> bool:
    """A mobile number in groups of any size (138 00 138 000): said to be one, or in groups that no list of figures has."""
    if BREAK in written or around.text[end : end + 1] in _SUMS or _DAY_FIRST.match(written):
        return False
    if len({*_APART.findall(around.text[start:end])}) != 1:
        return False
    first, *others = written.split(GAP)
    is_figures = len(first) != 3 or not any(len(each) > 2 and each[0] == "0" for each in others)
    if is_figures or around.numbered.are_near(start, end, 12):
        return around.phone.are_near(start, end, 20)
    return True


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
    return not before.strip() and text[end : end + 1] in ("", "\n", "\\")


_PLAIN = frozenset("\n|：:，、,；;（）()")
_SUMS = frozenset("元万亿%％")
_APART = re.compile(f"[{re.escape(SEPARATORS)}]+")
_DAY_FIRST = re.compile(f"19[0-9]{{2}}{GAP}(?:0?[1-9]|1[0-2])(?:{GAP}|$)")
"""A year and a month; prefixes of mobiles go up to 199."""
_IN_WORD = re.compile(r"[0-9A-Za-z]\Z")
_LABEL = re.compile(r"(?<![0-9A-Za-z])(?:tel|phone|mobile|mob|id|no|sfzh?|sjh?|dh|qq)\Z", re.IGNORECASE)
_AFTER_AMOUNT = re.compile(r"[0-9A-Za-z]|\.[0-9]")
_BEFORE_AMOUNT = re.compile(r"(?<![0-9])0\.\Z|[¥￥$]\s?\Z|[0-9],[0-9]{3}[.,]\Z")
_PAGE = re.compile(r"t(?:19|20)[0-9]{6}_\Z")
_IDENTITY_WORDS = re.compile(r"身份证|证件|公民身份|身份号|身份编号|ID\s?(?:card|number|no)", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"电话|手机|联系|号码|tel|phone", re.IGNORECASE)
_NUMBERED = re.compile("编号|文号|案号|号令|合同|项目|序号|代码|档案|索引")
_ACCOUNT_WORDS = re.compile(r"卡号|账号|帐号|一折通|一卡通|社保卡|开户|存折|账户|帐户")
_PUBLIC_ACCOUNT = re.compile(r"对公|基本户|公户|财政专户|统一社会信用|信用代码|微信|公众号")

_AREA = "(?:10|2[0-57-9]|3[1-9][0-9]|[4579][0-9]{2}|6[69][0-9]|8[1-9][0-9])"
_DATED = re.compile("[0-9]{3,4}20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]$")
_MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_PARTS = f"(?=[0-9]{{2}}|[{GAP}{BREAK}][0-9](?![0-9])|[0-9]?{BREAK})"
"""Groups of a number that is one word: of three digits and more, of one each, or two groups over a line's end."""


def _form(
    first: str,
    rest: str,
    known: Mapping[int, str],
    ends: tuple[int, ...],
    parts: str = "",
    more: str = "",
    check: Check | None = None,
) -> Form:
    pattern = re.compile(f"{begins(first)}{parts}(?=({spread(rest)}{more})(?![0-9]))", re.DOTALL)
    return Form(pattern, {0: members(first), **known}, ends, check)


_LOOKS_LIKE_IDENTITY = _form(
    "1-9",
    f"[0-9]{{5}}(?:19|20)[0-9]{{2}}{_MONTH_DAY}[0-9]{{3}}[0-9Xx]",
    {6: "12", 7: "09", 10: "01", 12: "0123"},
    (17,),
)
_IDENTITY = replace(_LOOKS_LIKE_IDENTITY, check=CHECK)
_OLD_IDENTITY = _form("1-8", f"[0-9]{{7}}{_MONTH_DAY}[0-9]{{3}}", {8: "01", 10: "0123"}, (14,), _PARTS)
_CARDS = (
    *(
        _form("6", f"2[0-9]{{{length - 2}}}", {1: "2"}, (length - 1,), _PARTS, check=luhn(length))
        for length in (16, 17, 18, 19)
    ),
    _form("4", "[0-9]{15}", {}, (15,), _PARTS, check=luhn(16)),
    _form("5", "[1-5][0-9]{14}", {1: "12345"}, (15,), _PARTS, check=luhn(16)),
)
_MOBILES = (
    _form("1", "[3-9][0-9]{9}", {1: "3456789"}, (10,), _PARTS),
    _form("8", "61[3-9][0-9]{9}", {1: "6", 2: "1", 3: "3456789"}, (12,), _PARTS),
    _form("0", "0861[3-9][0-9]{9}", {1: "0", 2: "8", 3: "6", 4: "1", 5: "3456789"}, (14,), _PARTS),
)
_MOBILE_OF_ANY_GROUPS = Form(
    re.compile(
        rf"1(?<![0-9{GAP}{BREAK}].)(?=[0-9]{{0,9}}{GAP})(?=({spread('[3-9][0-9]{9}')})(?![0-9Xx{GAP}{BREAK}]))",
        re.DOTALL,
    ),
    {0: "1", 1: "3456789"},
    (10,),
)
"""All of a run, for nothing else says where it would begin."""
_LANDLINE = _form("0", f"{_AREA}[2-9][0-9]{{6}}", {1: "123456789"}, (9, 10, 11), _PARTS, "[0-9]?")
_WHOLE_RUN = Form(
    re.compile(
        rf"[0-9](?<![0-9{GAP}{BREAK}].)(?=((?>(?:[{GAP}{BREAK}]?+[0-9]){{11,21}}))(?![0-9Xx{GAP}{BREAK}]))",
        re.DOTALL,
    ),
    {},
    tuple(range(11, 22)),
)


class _Sort(NamedTuple):
    """A sort of number: its form, what makes it one, and words it needs."""

    sort: Sort
    form: Form
    is_meant: Callable[[str, str, int, int, Around], bool]
    words: Callable[[Around], Words] | None = None


SORTS = (
    _Sort("identity", _IDENTITY, _is_identity),
    _Sort("identity-misprinted", _LOOKS_LIKE_IDENTITY, _is_misprinted, lambda around: around.identity),
    *(_Sort("card", form, _is_one) for form in _CARDS),
    *(_Sort("mobile", form, _is_mobile) for form in _MOBILES),
    _Sort("mobile", _MOBILE_OF_ANY_GROUPS, _is_oddly_grouped),
    _Sort("old-identity", _OLD_IDENTITY, _is_old_identity, lambda around: around.identity),
    _Sort("old-identity-bare", _OLD_IDENTITY, _is_bare_old_identity),
    _Sort("landline", _LANDLINE, _is_landline),
    _Sort("account", _WHOLE_RUN, _is_account, lambda around: around.account),
)
