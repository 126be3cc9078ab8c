"""What changed between two wordings: runs of text that stayed, went, or came.

A number is one word, in Chinese figures too, so that 十五 and 三十 are never half of each other. Where so much changed
that the rest is scraps, the whole stretch counts as replaced: people read phrases, not letters. The work grows with
the length of the texts, whatever stands in them; what would take longer is shown as replaced.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Sign = Literal["same", "gone", "new"]

_CLAUSE = re.compile(r"[^，。；：！？\n]*[，。；：！？\n]|[^，。；：！？\n]+")
_WORD = re.compile(
    r"\d+(?:[.,:/-]\d+)*%?|[A-Za-z]+|[〇零一二两三四五六七八九十百千万亿]+(?=[^〇零一二两三四五六七八九十百千万亿]|$)|.",
    re.DOTALL,
)
_STOP = frozenset("，。；：、！？\n（）《》“” ")
_WORTH = 32
"""How many comparisons a word may cost; natural Chinese costs one or two."""
_MANY, _HALF, _WORTH_IT = 400, 0.5, 1.3
"""Clauses are compared one by one up to so many pairs, where half their letters are alike, and where that does not mark
much more than comparing the whole stretch does."""
_LITTLE = 0.3
"""Where less than this share of the words stayed, the whole is another wording."""
_SCRAP = 4
"""A run no longer than this between two changes that are as long is no help to a reader."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is the same in both wordings, gone from the old, or new."""

    sign: Sign
    text: str


def changes(old: str, new: str) -> tuple[Run, ...]:
    """The runs that lead from one wording to the other.

    `same` and `gone` together are the old, `same` and `new` the new; of two changes at one place `gone` comes first.
    """
    if old == new:
        return (Run("same", old),) if old else ()
    runs = _merged(_by_words(_compared(_CLAUSE.findall(old), _CLAUSE.findall(new))))
    found = tuple(_slid(_merged(_without_scraps(list(runs)))))
    kept = sum(_count(run.text) for run in found if run.sign == "same")
    return found if kept >= _LITTLE * max(_count(old), _count(new)) else tuple(_merged(_runs(old, new)))


def _count(text: str) -> int:
    """How many words a text has; a number is one."""
    return len(_WORD.findall(text))


Edit = tuple[str, str]
"""A stretch of the old and what stands there in the new; both are the same where nothing changed."""


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """The edits between two sequences of words."""
    start, end = _common(old, new)
    last_old, last_new = len(old) - end, len(new) - end
    yield _edit(old[:start], new[:start])
    a, b = old[start:last_old], new[start:last_new]
    if _is_affordable(a, b):
        for _, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            yield _edit(a[i:j], b[k:m])
    else:
        yield _edit(a, b)
    yield _edit(old[last_old:], new[last_new:])


def _edit(old: Sequence[str], new: Sequence[str]) -> Edit:
    return "".join(old), "".join(new)


def _common(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many words are the same at the start, and then at the end."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    return start, end


def _is_affordable(old: Sequence[str], new: Sequence[str]) -> bool:
    there = Counter(new)
    return sum(there[word] for word in old) <= _WORTH * (len(old) + len(new))


def _by_words(edits: Iterable[Edit]) -> Iterator[Run]:
    for old, new in edits:
        whole = list(_words(old, new))
        parted = [each for pair in _by_clause(old, new) for each in _words(*pair)]
        for each in parted if _cost(parted) <= _WORTH_IT * _cost(whole) else whole:
            yield from _runs(*each)


def _words(old: str, new: str) -> Iterable[Edit]:
    """The edits between two stretches, word by word where both say something."""
    is_open = old and new and old != new
    return _compared(_WORD.findall(old), _WORD.findall(new)) if is_open else [(old, new)]


def _cost(edits: Iterable[Edit]) -> int:
    """How many letters went and came."""
    return sum(len(old) + len(new) for old, new in edits if old != new)


def _by_clause(old: str, new: str) -> list[Edit]:
    """What was replaced, clause by clause as far as clauses are alike: a reader compares sentences, not letters."""
    olds, news = _CLAUSE.findall(old), _CLAUSE.findall(new)
    if old == new or len(olds) == len(news) == 1 or len(olds) * len(news) > _MANY:
        return [(old, new)]
    found, i, j = [], 0, 0
    for k, m in [*_alike(olds, news), (len(olds), len(news))]:
        found.append(("".join(olds[i:k]), "".join(news[j:m])))
        found.append(("".join(olds[k : k + 1]), "".join(news[m : m + 1])))
        i, j = k + 1, m + 1
    return found


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The clauses that became others, in order, so that together they are as alike as can be."""
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    others = [Counter(other) for other in new]
    like = [[_likeness(Counter(one), other) for other in others] for one in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like[i][j])
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many of their letters two clauses share, 0 to 1; 0 where it is less than half."""
    likeness = 2 * (one & other).total() / (one.total() + other.total())
    return likeness if likeness >= _HALF else 0.0


def _runs(old: str, new: str) -> Iterator[Run]:
    if old == new:
        yield Run("same", old)
    else:
        yield Run("gone", old)
        yield Run("new", new)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without empty ones; between two same ones at most one that is gone, then one that is new."""
    for is_same, together in groupby((run for run in runs if run.text), lambda run: run.sign == "same"):
        row = list(together)
        signs: tuple[Sign, ...] = ("same",) if is_same else ("gone", "new")
        for sign in signs:
            if text := "".join(run.text for run in row if run.sign == sign):
                yield Run(sign, text)


def _without_scraps(runs: Sequence[Run]) -> Iterator[Run]:
    """Short runs that stayed between longer changes become part of them."""
    for at, run in enumerate(runs):
        around = (_weight(runs, at - 1, -1), _weight(runs, at + 1, 1))
        if run.sign == "same" and len(run.text) <= min(_SCRAP, *around) and not _STOP & set(run.text):
            yield Run("gone", run.text)
            yield Run("new", run.text)
        else:
            yield run


def _weight(runs: Sequence[Run], at: int, step: int) -> int:
    """The length of the longer side of the change beside a run; 0 where there is none."""
    longest = 0
    while 0 <= at < len(runs) and runs[at].sign != "same":
        longest = max(longest, len(runs[at].text))
        at += step
    return longest


def _slid(runs: Iterable[Run]) -> Iterator[Run]:
    """What only came or only went, moved along equal text to where a phrase begins: 、民主协商 to 民主协商、."""
    row = [Run("same", ""), *runs, Run("same", "")]
    for at in range(1, len(row) - 1):
        before, run, after = row[at - 1 : at + 2]
        if run.sign != "same" and before.sign == after.sign == "same":
            row[at - 1 : at + 2] = _at_a_phrase(before, run, after)
    return (run for run in row if run.text)


def _at_a_phrase(before: Run, run: Run, after: Run) -> tuple[Run, Run, Run]:
    whole = before.text + run.text + after.text
    start, length = len(before.text), len(run.text)
    places = [start]
    while (first := places[-1]) and len(places) < length and whole[first - 1] == whole[first + length - 1]:
        places.append(first - 1)
    best = next((at for at in places if not at or whole[at - 1] in _STOP), start)
    return (
        Run("same", whole[:best]),
        Run(run.sign, whole[best : best + length]),
        Run("same", whole[best + length :]),
    )
