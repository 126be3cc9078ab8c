"""Which part of one text became which part of another: by what they say, not by their numbers or their order.

Two parts belong together as far as they share pairs of characters, rare pairs counting for more; what every article
says (村民委员会) tells nothing. The work grows with the length of the texts, whatever stands in them.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from math import log

Pair = tuple[int, int]
"""Positions of a part in the old and in the new text."""

_LIKE, _LIKE_BETWEEN, _LIKE_IN_PLACE = 0.3, 0.09, 0.1
"""How like two parts must be to count as one: anywhere, between the same parts that stayed, and next to the same."""
_MOST = 0.5
_COMMON, _BEST = 48, 8
"""Pairs of characters that more parts share tell nothing; so many of the likest are looked at."""


def align(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The parts that became others, by their positions in the old and in the new text, in the order of the old."""
    ranked = _ranked(old, new)
    taken = _matched(ranked)
    taken |= _between(ranked, taken)
    return sorted((taken | _in_place(old, new, taken)).items())


def likest(texts: Sequence[str], others: Sequence[str]) -> list[int | None]:
    """For every text the position of the one that most of it stands in too; None where less than half stands in any."""
    those = [_pairs(other) for other in others]
    having = _having(those)
    return [_likest(_pairs(text), those, having) for text in texts]


def _likest(own: set[str], those: Sequence[set[str]], having: Mapping[str, Sequence[int]]) -> int | None:
    # Whoever has half of the pairs has one of any that are more than half: of the rarest, which few have.
    rarest = sorted(own, key=lambda pair: len(having.get(pair, ())))[: len(own) // 2 + 1]
    among = sorted({at for pair in rarest for at in having.get(pair, ())})
    best = max(among, key=lambda at: len(own & those[at]), default=None)
    return best if best is not None and len(own & those[best]) / len(own) >= _MOST else None


def moved(pairs: Sequence[Pair]) -> frozenset[int]:
    """Positions in the new text of parts that changed places with others, as few as can be."""
    numbers = [new for _, new in sorted(pairs)]
    return frozenset(numbers) - _rising(numbers)


def _ranked(old: Sequence[str], new: Sequence[str]) -> list[tuple[float, int, int]]:
    """How like, old and new position of pairs of parts, the likest first; of equals those that stand alike."""
    span = max(len(old), len(new), 1)
    found = sorted((-likeness, abs(i / span - j / span), i, j) for i, j, likeness in _candidates(old, new))
    return [(-unlike, i, j) for unlike, _, i, j in found]


def _matched(ranked: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """New positions by old ones, wherever they stand."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for likeness, i, j in ranked:
        if likeness >= _LIKE and i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return taken


def _between(ranked: Sequence[tuple[float, int, int]], taken: Mapping[int, int]) -> dict[int, int]:
    """Parts that were left over, were much rewritten and stand between the same parts that stayed in their order."""
    stayed = _rising([new for _, new in sorted(taken.items())])
    row = sorted((i, j) for i, j in taken.items() if j in stayed)
    found: dict[int, int] = {}
    used = set(taken.values())
    for likeness, i, j in ranked:
        if likeness < _LIKE_BETWEEN or i in taken or i in found or j in used:
            continue
        at = bisect_left(row, (i, j))
        if (not at or row[at - 1][1] < j) and (at == len(row) or j < row[at][1]):
            row.insert(at, (i, j))
            found[i] = j
            used.add(j)
    return found


def _candidates(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Pairs of parts that share something, with how like they are, 0 to 1."""
    olds, news = [_pairs(text) for text in old], [_pairs(text) for text in new]
    weights = _weights([*olds, *news])
    having = _having(news)
    sizes = [sum(map(weights.__getitem__, those)) for those in news]
    for i, those in enumerate(olds):
        shared: dict[int, float] = defaultdict(float)
        for pair in those:
            if len(where := having.get(pair, ())) <= _COMMON:
                for j in where:
                    shared[j] += weights[pair]
        size = sum(map(weights.__getitem__, those))
        for j in nlargest(_BEST, shared, key=lambda j: (shared[j], -j)):
            yield i, j, 2 * shared[j] / (size + sizes[j])


def _having(parts: Sequence[set[str]]) -> Mapping[str, Sequence[int]]:
    """The positions of the parts that have a pair."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, pairs in enumerate(parts):
        for pair in pairs:
            found[pair].append(at)
    return found


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)} or {text}


def _weights(parts: Sequence[set[str]]) -> Mapping[str, float]:
    counts = Counter(pair for those in parts for pair in those)
    return {pair: 0.05 + log((len(parts) + 1) / count) for pair, count in counts.items()}


def _in_place(old: Sequence[str], new: Sequence[str], taken: Mapping[int, int]) -> dict[int, int]:
    """Parts that were left over and stand between the same neighbours, where they are a little alike."""
    used = set(taken.values())
    found: dict[int, int] = {}
    for i in range(len(old)):
        if i in taken:
            continue
        before, after = taken.get(i - 1, found.get(i - 1, -1 if not i else None)), taken.get(i + 1)
        j = before + 1 if before is not None else after - 1 if after is not None else None
        if (
            j is not None
            and 0 <= j < len(new)
            and j not in used
            and _likeness(old[i], new[j]) >= _LIKE_IN_PLACE
        ):
            found[i] = j
            used.add(j)
    return found


def _likeness(one: str, other: str) -> float:
    a, b = _pairs(one), _pairs(other)
    return 2 * len(a & b) / (len(a) + len(b))


def _rising(numbers: Sequence[int]) -> frozenset[int]:
    """The longest rising row among different numbers."""
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(ends, number)
        before.append(ends_at[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        ends_at[place : place + 1] = [at]
    found, at = set(), ends_at[-1] if ends_at else -1
    while at >= 0:
        found.add(numbers[at])
        at = before[at]
    return frozenset(found)
