"""The terms a text is found by: characters, pairs of characters, words, figures, dates, numbers of documents.

The browser takes a query apart in the same way (overrides/assets/search-index.js); a test holds both to each other.
A term is a text of its own:

- `财务`, `财`: Han characters and pairs of them; in pairs figures count too (`第3`, `3组`);
- `accounts`, `#q3`: Latin words of two signs and more, in small letters, the shortest marked;
- `1004.81`, `1004`, `#12`: a figure without separators and closing zeros, and its whole part; from five digits on the
  whole part alone, which is rare enough;
- `d2026-10-08`, `d2026-10`, `d10-08`: a date however written, its month, its day (also as law days are called, 12·4);
- `n政发2021-12`, `n2021-12`: a document number with and without two characters before its year, in any bracket;
- `i140825107/2026-00012`, `i2026-00012`: an index number with and without its prefix.
"""

import re
import sys
from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import starmap

HAN = "㐀-䶿一-鿿〇\U00020000-\U0003ffff"
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ．－／　]+")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WORD = re.compile(r"[a-z][a-z0-9]+")
_FIGURE = re.compile(r"[0-9]++(?>(?:[,，][0-9]{3})*)(?>(?:\.[0-9]++)?)")
_DATE = re.compile(
    r"((?:19|20)[0-9]{2})(?<![0-9]{5})(?: ?年 ?|[-./])(0?[1-9]|1[0-2])(?![0-9])"
    r"(?:(?: ?月 ?|[-./])(0?[1-9]|[12][0-9]|3[01])(?![0-9]))?"
)
_DAY = re.compile(r"([0-9]++) ?月 ?(0?[1-9]|[12][0-9]|3[01]) ?日")
_DOTTED_DAY = re.compile(r"(?<![0-9·])([0-9]{1,2}) ?· ?(0?[1-9]|[12][0-9]|3[01])(?![0-9·])")
"""As law days are called: “12·4”."""
_MONTHS = {text: f"{month:02}" for month in range(1, 13) for text in (str(month), f"{month:02}")}
_NUMBER = re.compile(
    r"((?:19|20)[0-9]{2})(?<![0-9]{5})(?: ?[〕\]］)）}】〉》年-] ?| )第? ?([0-9]{1,5}) ?号",
)
_BEFORE = re.compile(rf"([{HAN}]{{2}}) ?[〔\[［(（{{【〈《]? ?\Z")
_INDEX = re.compile(r"([0-9]{4}-[0-9]{5})(?<![0-9]{5}-[0-9]{5})(?![0-9])")
_PREFIX = re.compile(r"([0-9a-z]{9,18})/\Z")
_UNITS = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_PAIR = re.compile(rf"[{HAN}]|[{HAN}][{HAN}0-9]|[0-9][{HAN}]")


def fold(text: str) -> str:
    """The text with half-width figures and small letters, every character where it was."""
    if _WIDE.search(text):
        text = _WIDE.sub(lambda wide: wide[0].translate(_NARROW), text)
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def pairs(folded: str) -> set[int]:
    """Every character and every two that stand together, as numbers; `spelt` gives their texts.

    Numbers of UTF-16 rather than texts: half of the work of indexing is done here, and so it is done in a third of
    the time. Those that are no terms are among them; it is cheaper to drop them once, at the end.
    """
    units = folded.encode(_UNITS, "surrogatepass")
    end = len(units) // 4 * 4
    even, odd = array("I", units[:end]), array("I", units[2 : 2 + (len(units) - 2) // 4 * 4])
    return {*array("H", units), *even, *odd}


def spelt(pair: int) -> str | None:
    """The text of one of `pairs`; None for what is no term: it has no Han character, or half of a rare one."""
    text = pair.to_bytes(4 if pair > 0xFFFF else 2, sys.byteorder).decode(_UNITS, "ignore")
    return text if _PAIR.fullmatch(text) else None


def figures(folded: str) -> set[str]:
    """The terms that are more than characters: words, figures, dates, numbers."""
    found = set(map(_long, _WORD.findall(folded)))
    found.update(*map(_figure, set(_FIGURE.findall(folded))))
    found.update(*starmap(_date, set(_DATE.findall(folded))))
    if "月" in folded:
        found.update(*starmap(_day, set(_DAY.findall(folded))))
    if "·" in folded:
        found.update(*starmap(_day, set(_DOTTED_DAY.findall(folded))))
    if "号" in folded:
        found.update(_numbers(folded))
    if "-" in folded:
        found.update(_indexes(folded))
    return found


def _figure(written: str) -> tuple[str, ...]:
    whole, _, part = written.replace(",", "").replace("，", "").partition(".")
    part = part.rstrip("0") if len(whole) < 5 else ""
    return (_long(whole), f"{whole}.{part}") if part else (_long(whole),)


def _long(term: str) -> str:
    """A figure or word as a term; one as short as a pair of characters is marked, so that it is none of those."""
    return term if len(term) > 2 else f"#{term}"


@lru_cache(maxsize=1 << 15)
def _date(year: str, month: str, day: str) -> tuple[str, ...]:
    whole = f"d{year}-{month:0>2}"
    return (whole, f"{whole}-{day:0>2}", *_day(month, day)) if day else (whole,)


@lru_cache(maxsize=1 << 12)
def _day(month: str, day: str) -> tuple[str, ...]:
    return (f"d{_MONTHS[month]}-{day:0>2}",) if month in _MONTHS else ()


def _numbers(folded: str) -> Iterator[str]:
    for found in _NUMBER.finditer(folded):
        number = f"{found[1]}-{int(found[2])}"
        before = _BEFORE.search(folded, max(0, found.start() - 5), found.start())
        yield f"n{number}"
        if before:
            yield f"n{before[1]}{number}"


def _indexes(folded: str) -> Iterator[str]:
    for found in _INDEX.finditer(folded):
        yield f"i{found[1]}"
        if prefix := _PREFIX.search(folded, max(0, found.start() - 19), found.start()):
            yield f"i{prefix[1]}/{found[1]}"
