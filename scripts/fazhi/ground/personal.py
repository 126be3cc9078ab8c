"""Numbers in a text that belong to someone: found, confirmed, and told apart from amounts, codes and document numbers.

What is found is only ever shown masked. Addresses on the web are cut out and looked at by stricter rules: the page
t20211204_13812345678.html is no phone.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from fazhi.ground.bank_card import is_bank_card
from fazhi.ground.credit_code import is_credit_code
from fazhi.ground.digits import Folded, Run, Stretch, fold, runs
from fazhi.ground.identity import is_identity_number, is_old_identity_number, looks_like_identity_number
from fazhi.ground.masks import masked
from fazhi.ground.surroundings import near

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


class Hit(NamedTuple):
    """A number found: where it stands in the text, its sort, how it is written there, and its bare digits."""

    start: int
    end: int
    sort: Sort
    written: str
    number: str

    @property
    def shown(self) -> str:
        """The number as a message may show it."""
        return masked(self.number)


def numbers(folded: Folded, text: str) -> tuple[Hit, ...]:
    """Every number in a text (given with its folded form) that could belong to someone, in its order."""
    found = list(_plain(folded.text))
    return tuple(sorted(_hit(each, folded, text) for each in found)) if found else ()


def find(text: str) -> tuple[Hit, ...]:
    """Every number in a text that could belong to someone."""
    return numbers(fold(text), text)


def hide(text: str) -> str:
    """The text with every number in it that could belong to someone masked: for what is printed."""
    hidden = text
    for hit in reversed(find(text)):
        hidden = hidden[: hit.start] + hit.shown + hidden[hit.end :]
    return hidden


def plain_phone(written: str) -> str:
    """The digits of a phone number as written, without the country's prefix."""
    digits = re.sub(r"[^0-9]", "", fold(written).text)
    return _COUNTRY.sub("", digits)


class _Found(NamedTuple):
    sort: Sort
    start: int
    end: int
    number: str


def _hit(found: _Found, folded: Folded, text: str) -> Hit:
    start, end = folded.back(found.start), folded.back(found.end - 1) + 1
    number = _COUNTRY.sub("", found.number) if found.sort == "mobile" else found.number
    return Hit(start, end, found.sort, text[start:end], number)


def _plain(text: str) -> Iterator[_Found]:
    """What is found outside of web addresses, then what is found in them."""
    if "://" not in text:
        yield from _in(text)
        return
    yield from _in(_ADDRESS.sub(lambda match: _CUT * len(match[0]), text))
    for address in _ADDRESS.finditer(text):
        for found in _in(address[0]):
            if found.sort == "identity" or _PARAMETER.search(address[0][: found.start][-20:]):
                yield found._replace(start=found.start + address.start(), end=found.end + address.start())


def _in(text: str) -> Iterator[_Found]:
    for run in runs(text):
        taken = bytearray(len(run.groups))
        for sort, stretch in _candidates(run):
            if not any(taken[stretch.first : stretch.last]):
                taken[stretch.first : stretch.last] = b"\1" * (stretch.last - stretch.first)
                yield _Found(sort, stretch.start, stretch.end, stretch.number)


def _candidates(run: Run) -> Iterator[tuple[Sort, Stretch]]:
    """What the stretches of a run may be, the surest first."""
    for begins, lengths, judge in _JUDGES:
        for stretch in run.stretches(begins, lengths):
            if _stands_alone(stretch) and (sort := judge(stretch)):
                yield sort, stretch


def _stands_alone(stretch: Stretch) -> bool:
    """Whether it is no part of a word, a hash, an amount or a page's own number."""
    text, start, end = stretch.run.text, stretch.start, stretch.end
    before, after = text[max(start - 12, 0) : start], text[end : end + 2]
    if before[-1:] in _PLAIN and after[:1] in _PLAIN:
        return True
    if _IN_WORD.search(before) and not _LABEL.search(before):
        return False
    return not (_AFTER_AMOUNT.match(after) or _BEFORE_AMOUNT.search(before) or _PAGE.search(before))


def _identity(stretch: Stretch) -> Sort | None:
    if is_identity_number(stretch.number):
        return "identity"
    if looks_like_identity_number(stretch.number) and _IDENTITY_WORDS.search(_near(stretch)):
        return "identity-misprinted"
    return None


def _card(stretch: Stretch) -> Sort | None:
    return "card" if stretch.is_one_word and is_bank_card(stretch.number) else None


def _mobile(stretch: Stretch) -> Sort | None:
    if not _MOBILE.fullmatch(stretch.number) or not stretch.is_one_word or _is_sum(stretch):
        return None
    return "mobile" if not stretch.is_column or _PHONE_WORDS.search(_near(stretch)) else None


def _old_identity(stretch: Stretch) -> Sort | None:
    if not stretch.is_one_word or not is_old_identity_number(stretch.number):
        return None
    return "old-identity" if _IDENTITY_WORDS.search(_near(stretch)) else "old-identity-bare"


def _landline(stretch: Stretch) -> Sort | None:
    right = _LANDLINE.fullmatch(stretch.number) and stretch.is_one_word and not stretch.is_column
    return "landline" if right else None


def _account(stretch: Stretch) -> Sort | None:
    if stretch.number != stretch.run.number:
        return None
    words = near(stretch.run.text, stretch.start, stretch.end, 12)
    is_near = _ACCOUNT_WORDS.search(words) and not _PUBLIC_ACCOUNT.search(words)
    return "account" if is_near and not is_credit_code(stretch.number) else None


def _is_sum(stretch: Stretch) -> bool:
    return stretch.run.text[stretch.end : stretch.end + 1] in "元万亿%％" and stretch.end < len(
        stretch.run.text
    )


def _near(stretch: Stretch) -> str:
    return near(stretch.run.text, stretch.start, stretch.end, 20)


_PLAIN = "\n|：:，、；;（）()"
_CUT = "\ufffc"
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"'|，。；、）》】]{1,2000}", re.IGNORECASE)
_PARAMETER = re.compile(r"(?:phone|mobile|tel|sjh?|l?x?dh|sfzh?|card)[=:/]$", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:00)?86(?=1[3-9][0-9]{9}$)")
_IN_WORD = re.compile(r"[0-9A-Za-z]$")
_LABEL = re.compile(r"(?<![0-9A-Za-z])(?:tel|phone|mobile|mob|id|no|sfzh?|sjh?|dh|qq)$", re.IGNORECASE)
_AFTER_AMOUNT = re.compile(r"[0-9A-Za-z]|\.[0-9]")
_BEFORE_AMOUNT = re.compile(r"(?<![0-9])0\.$|[¥￥$]\s?$|[0-9],[0-9]{3}[.,]$")
_PAGE = re.compile(r"t(?:19|20)[0-9]{6}_$")
_IDENTITY_WORDS = re.compile(r"身份证|证件|公民身份|身份号|身份编号|ID\s?(?:card|number|no)", re.IGNORECASE)
_PHONE_WORDS = re.compile(r"电话|手机|联系|号码|tel|phone", re.IGNORECASE)
_ACCOUNT_WORDS = re.compile(r"卡号|账号|帐号|一折通|一卡通|社保卡|开户|存折|账户|帐户")
_PUBLIC_ACCOUNT = re.compile(r"对公|基本户|公户|财政专户|统一社会信用|信用代码|微信|公众号")
_MOBILE = re.compile(r"(?:(?:00)?86)?1[3-9][0-9]{9}")
_AREA = r"0(?:10|2[0-57-9]|3[1-9][0-9]|[4579][0-9]{2}|6[69][0-9]|8[1-9][0-9])"
_LANDLINE = re.compile(rf"{_AREA}(?!20[0-9]{{2}}(?:0[1-9]|1[0-2])[0-3][0-9]$)[2-9][0-9]{{6,7}}")

_JUDGES: tuple[tuple[re.Pattern[str], tuple[int, ...], Callable[[Stretch], Sort | None]], ...] = (
    (re.compile(r"(?=[1-9][0-9]{5}(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9X])"), (18,), _identity),
    (re.compile(r"(?=62[0-9]{14}|4[0-9]{15}|5[1-5][0-9]{14})"), (16, 17, 18, 19), _card),
    (re.compile(r"(?=(?:(?:00)?86)?1[3-9][0-9]{9})"), (11, 13, 15), _mobile),
    (re.compile(r"(?=[1-8][0-9]{7}[01][0-9][0-3][0-9]{4})"), (15,), _old_identity),
    (re.compile(rf"(?={_AREA}[2-9][0-9]{{6}})"), (10, 11, 12), _landline),
    (re.compile(r"\A(?=[0-9]{12,22}\Z)"), tuple(range(12, 23)), _account),
)
