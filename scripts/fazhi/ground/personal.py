"""Numbers in a text that belong to someone: found, confirmed, and told apart from amounts, codes and document numbers.

What is found is only ever shown masked. Addresses on the web are cut out and looked at by stricter rules: the page
t20211204_13812345678.html is no phone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fazhi.ground.digits import Folded, fold, joined
from fazhi.ground.dotted import dotted
from fazhi.ground.masks import masked
from fazhi.ground.numbers import MANY, Around, Found, Sort, numbers_in
from fazhi.ground.spelt import as_digits, may_hold_number


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
    """The numbers in a text (given with its folded form) that could belong to someone, in its order.

    Of thousands of one sort not every place is told, see numbers_in.
    """
    return tuple(_hit(each, folded, text) for each in sorted(_everywhere(folded.text, MANY)))


def find(text: str) -> tuple[Hit, ...]:
    """Every number in a text that could belong to someone."""
    folded = fold(text)
    return tuple(_hit(each, folded, text) for each in sorted(_everywhere(folded.text)))


def hide(text: str) -> str:
    """The text with every number in it that could belong to someone masked: for what is printed."""
    found, shown, at = find(text), [], 0
    for hit in found:
        shown += [text[at : hit.start], hit.shown]
        at = hit.end
    return "".join([*shown, text[at:]]) if found else text


def plain_phone(written: str) -> str:
    """The digits of a phone number as written, without the country's prefix."""
    digits = re.sub(r"[^0-9]", "", fold(written).text)
    return _COUNTRY.sub("", digits)


def _hit(found: Found, folded: Folded, text: str) -> Hit:
    start, end, sort, number = found
    if folded.origin is not None:
        start, end = folded.back(start), folded.back(end - 1) + 1
    return Hit(start, end, sort, text[start:end], _COUNTRY.sub("", number) if sort == "mobile" else number)


def _everywhere(text: str, many: int | None = None) -> list[Found]:
    """What stands in digits and signs for them, and what has points between its groups."""
    pointed = list(dotted(text))
    found = _joined(text, many) if may_hold_number(text) else []
    return list(_apart([*found, *pointed], len(text))) if pointed else found


def _joined(text: str, many: int | None) -> list[Found]:
    """What stands in signs for digits, and what stands beside it in digits alone."""
    spelt, around = as_digits(text), Around(text)
    if spelt is None:
        return list(_plain(text, around, many))
    signs, digits = list(_plain(spelt, around, many)), list(_plain(text, around, many))
    proved = [each for each in digits if each.sort in _PROVED]
    certain = [each for each in signs if each.sort != "account"]
    return list(_apart([*certain, *proved, *signs, *digits], len(text)))


def _apart(found: Iterable[Found], length: int) -> Iterator[Found]:
    """Those that share no digit with one before them."""
    taken = bytearray(length)
    for each in found:
        if taken.find(1, each.start, each.end) < 0:
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            yield each


_PROVED = ("identity", "card")
"""Sorts with a check digit: it says more than the words around that make an account."""


def _plain(text: str, around: Around, many: int | None) -> Iterator[Found]:
    """What is found outside of web addresses, then what is found in them."""
    if "://" not in text:
        yield from _in(text, around, many)
        return
    yield from _in(_ADDRESS.sub(lambda match: _CUT * len(match[0]), text), around, many)
    for found in _in(_addresses(text), around, many):
        if found.sort == "identity" or _PARAMETER.search(text[max(found.start - 20, 0) : found.start]):
            yield found


def _addresses(text: str) -> str:
    """The text with everything cut out but its web addresses."""
    parts, at = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_CUT * (address.start() - at), address[0]]
        at = address.end()
    return "".join(parts)


def _in(text: str, around: Around, many: int | None) -> Iterator[Found]:
    whole = joined(text)
    return numbers_in(whole, around, many) if whole else iter(())


_CUT = "\ufffc"
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>\"'|，。；、）》】]{1,2000}", re.IGNORECASE)
_PARAMETER = re.compile(r"(?:phone|mobile|tel|sjh?|l?x?dh|sfzh?|card)[=:/]$", re.IGNORECASE)
_COUNTRY = re.compile(r"^(?:00)?86(?=1[3-9][0-9]{9}$)")
