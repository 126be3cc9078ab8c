"""Queries with the pages that hold them, to hold a search against: what is true is told by the visible text alone."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from pypinyin import lazy_pinyin

from fazhi.nouns.entry import Entry, Searched

_RUN = re.compile(r"[一-鿿]{2,}")
_SENTENCE = re.compile(r"[一-鿿]{8,}")
_NUMBER = re.compile(r"([一-鿿]{2,4})〔(\d{4})〕(\d{1,3})号")
_AMOUNT = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+\.\d\d(?!\d)")
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})-(\d\d)-(\d\d)")
_LATIN = re.compile(r"[a-z]{4,}")
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
OTHERS = "郑岳瑚婷翰琛鑫喆霖磊"
"""Characters that stand for a slip of memory."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, of a sort. `truth`: the numbers of the entries that answer it."""

    sort: str
    typed: str
    truth: frozenset[int]
    lang: str = "zh"


def queries(searched: Searched, each: int, seed: int = 7) -> Iterator[Query]:
    """So many queries of each sort."""
    asking = _Asking(searched.entries, random.Random(seed))
    for sort, make in _SORTS.items():
        made = 0
        while made < each:
            query = make(asking, sort, made)
            if query is not None:
                made += 1
                yield query


class _Asking:
    """The texts of all entries, and chance."""

    def __init__(self, entries: Sequence[Entry], chance: random.Random) -> None:
        self.entries, self.chance = entries, chance
        self.texts = [f"{entry.title}\n{entry.text}".lower() for entry in entries]
        self.chinese = [at for at, entry in enumerate(entries) if entry.lang == "zh"]
        self.english = [at for at, entry in enumerate(entries) if entry.lang == "en"]

    def having(self, *words: str) -> frozenset[int]:
        return frozenset(at for at, text in enumerate(self.texts) if all(word in text for word in words))

    def matching(self, pattern: str, *parts: str) -> frozenset[int]:
        """The pages in which a pattern is found, among those that hold one of some parts of what it finds."""
        found = re.compile(pattern)
        return frozenset(
            at
            for at, text in enumerate(self.texts)
            if any(part in text for part in parts) and found.search(text)
        )

    def run(self, pattern: re.Pattern[str] = _RUN) -> str | None:
        """Some stretch of Han characters of some page."""
        found = pattern.findall(self.texts[self.chance.choice(self.chinese)])
        return self.chance.choice(found) if found else None

    def part(self, size: int) -> str | None:
        """Some `size` characters that stand together somewhere, over the borders of words too."""
        run = self.run()
        if run is None or len(run) < size:
            return None
        start = self.chance.randrange(len(run) - size + 1)
        return run[start : start + size]


def _words(size: int, asking: _Asking, sort: str, _: int) -> Query | None:
    word = asking.part(size)
    return Query(sort, word, asking.having(word)) if word else None


def _sentence(asking: _Asking, sort: str, _: int) -> Query | None:
    run = asking.run(_SENTENCE)
    return Query(sort, run, asking.having(run)) if run and any(each in run for each in "的由在和对") else None


def _number(asking: _Asking, sort: str, made: int) -> Query | None:
    found = _NUMBER.findall(asking.texts[asking.chance.choice(asking.chinese)])
    if not found:
        return None
    organ, year, serial = asking.chance.choice(found)
    spelt = ("{0}〔{1}〕{2}号", "{0}[{1}]{2}号", "{0}（{1}）{2}号", "{0}{1}年{2}号", "{0} {1} {2}号")[
        made % 5
    ]
    organ = organ[organ.find("示") :] if "示" in organ else organ
    return Query(sort, spelt.format(organ, year, serial), asking.having(f"{organ}〔{year}〕{serial}号"))


def _amount(asking: _Asking, sort: str, made: int) -> Query | None:
    found = _AMOUNT.findall(asking.texts[asking.chance.choice(asking.chinese)])
    if not found:
        return None
    amount = asking.chance.choice(found)
    spelt = (amount, amount.replace(",", ""), amount.translate(_WIDE), f"{amount.replace(',', '')}元")[
        made % 4
    ]
    return Query(sort, spelt, asking.matching(rf"(?<![\d,.]){re.escape(amount)}(?!\d)", amount))


def _date(asking: _Asking, sort: str, made: int) -> Query | None:
    match = _DAY.search(asking.texts[asking.chance.choice(asking.chinese)], asking.chance.randrange(200))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    spelt = ("{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}.{1}.{2}", "{0}/{1}/{2}")[made % 4]
    written, iso = f"{year}年{month}月{day}日", f"{year}-{month:02}-{day:02}"
    truth = asking.matching(rf"(?<!\d)(?:{written}|{iso}(?!\d))", written, iso)
    return Query(sort, spelt.format(year, month, day), truth)


def _village(asking: _Asking, sort: str, _: int) -> Query | None:
    title = asking.entries[asking.chance.choice(asking.chinese)].title
    name = title.partition("村")[0] + "村"
    return Query(sort, name, asking.having(name)) if len(name) == 3 else None


@cache
def _sound(text: str) -> str:
    return "".join(lazy_pinyin(text))


def _pinyin(asking: _Asking, sort: str, _: int) -> Query | None:
    run = _RUN.findall(asking.entries[asking.chance.choice(asking.chinese)].title)[0]
    typed = _sound(run[: asking.chance.choice((2, 3, 4))])
    titles = (
        (at, _RUN.findall(entry.title)) for at, entry in enumerate(asking.entries) if entry.lang == "zh"
    )
    truth = frozenset(at for at, runs in titles if any(_sounds_of(part, typed) for part in runs))
    return Query(sort, typed, truth)


@cache
def _sounds_of(run: str, typed: str) -> bool:
    syllables = lazy_pinyin(run)
    return any("".join(syllables[at:]).startswith(typed) for at in range(len(syllables)))


def _combined(between: str, asking: _Asking, sort: str, _: int) -> Query | None:
    """Words of one page that stand together nowhere."""
    page = asking.chance.choice(asking.chinese)
    runs = _RUN.findall(asking.texts[page])
    words = [run[: asking.chance.choice((2, 3, 4))] for run in asking.chance.sample(runs, 2)]
    name = asking.entries[page].title.partition("村")[0] + "村"
    words[0] = name if len(name) == 3 else words[0]
    typed = between.join(words)
    if not between and asking.having(typed):
        return None
    return Query(sort, typed, asking.having(*words))


def _english(asking: _Asking, sort: str, _: int) -> Query | None:
    words = _LATIN.findall(asking.texts[asking.chance.choice(asking.english)])
    word = asking.chance.choice(words)
    return Query(sort, word, asking.matching(rf"(?<![a-z]){word}", word), "en")


def _wrong(asking: _Asking, sort: str, _: int) -> Query | None:
    """A title with one character wrong; the page of that title is meant."""
    page = asking.chance.choice(asking.chinese)
    title = asking.entries[page].title
    at = asking.chance.choice([at for at, sign in enumerate(title) if "一" <= sign <= "鿿"])
    typed = f"{title[:at]}{asking.chance.choice(OTHERS)}{title[at + 1 :]}"
    same = frozenset(at for at, entry in enumerate(asking.entries) if entry.title == title)
    return Query(sort, typed, same)


NEAR = "one character wrong"
"""The sort whose truth is one page; all others are answered exactly."""

_SORTS: dict[str, Callable[[_Asking, str, int], Query | None]] = {
    "two characters": partial(_words, 2),
    "four characters": partial(_words, 4),
    "phrase": partial(_words, 7),
    "one character": partial(_words, 1),
    "sentence": _sentence,
    "document number": _number,
    "amount": _amount,
    "date": _date,
    "village": _village,
    "pinyin": _pinyin,
    "spaced": partial(_combined, " "),
    "unspaced": partial(_combined, ""),
    "English": _english,
    NEAR: _wrong,
}
