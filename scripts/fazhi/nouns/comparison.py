"""Two versions of one text side by side, article by article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from fazhi.ground.alignment import align, likest, moved
from fazhi.ground.articles import Part, Sort, parts
from fazhi.ground.cached import cached_property
from fazhi.ground.word_changes import Run, changes

How = Literal["same", "changed", "inserted", "removed"]


@dataclass(frozen=True)
class Change:
    """What became of one part: its old and its new form (None where there is none), and the runs of words between.

    `moved`: it stands elsewhere than before among the parts that stayed; `renumbered`: its number is another one;
    `near`: for what came or went, an article of the other text in which most of it stands too, if there is one.
    """

    old: Part | None
    new: Part | None
    moved: bool = False
    near: Part | None = None

    @property
    def part(self) -> Part:
        """The part as it is now, or as it was where it is gone."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def sort(self) -> Sort:
        return self.part.sort

    @property
    def how(self) -> How:
        if self.old is None:
            return "inserted"
        if self.new is None:
            return "removed"
        return "same" if self.old.text == self.new.text else "changed"

    @property
    def renumbered(self) -> bool:
        return self.old is not None and self.new is not None and self.old.label != self.new.label

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened to it at all."""
        return self.how == "same" and not self.moved and not self.renumbered

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """What of its words stayed, went and came."""
        return changes(self.old.text if self.old else "", self.new.text if self.new else "")


@dataclass(frozen=True)
class Comparison:
    """Every part of both texts once: in the order of the new, what is gone after what it followed."""

    changes: tuple[Change, ...]

    @property
    def articles(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.sort == "article")

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many articles, or paragraphs where there are no articles, were changed, inserted, removed, moved, renumbered."""
        counted = self.articles or tuple(each for each in self.changes if each.sort == "paragraph")
        found = {how: sum(each.how == how for each in counted) for how in ("changed", "inserted", "removed")}
        return found | {
            "moved": sum(each.moved for each in counted),
            "renumbered": sum(each.renumbered for each in counted),
        }

    @property
    def is_same(self) -> bool:
        """Whether the two texts say the same in the same order under the same numbers."""
        return all(change.is_quiet for change in self.changes)

    @property
    def stretches(self) -> tuple[tuple[Change, ...], ...]:
        """The changes one by one, but articles in a row that read as before together, by whether they kept their numbers."""
        rows = groupby(enumerate(self.changes), lambda each: _alike(*each))
        return tuple(tuple(change for _, change in row) for _, row in rows)


def _alike(at: int, change: Change) -> int | str:
    """The same for changes in a row that need not be shown one by one."""
    if change.how != "same" or change.moved or change.sort == "heading":
        return at
    return "renumbered" if change.renumbered else "quiet"


def compare(earlier: str, later: str) -> Comparison:
    """Compare two texts written in Markdown."""
    before, after = parts(earlier), parts(later)
    became = _became(before, after)
    elsewhere = frozenset(at for sort in _SORTS for at in moved(became[sort]))
    pairs = tuple(_in_order(len(before), len(after), {i: j for of in became.values() for i, j in of}))
    went = _near(before, [i for i, j in pairs if j is None], after)
    came = _near(after, [j for i, j in pairs if i is None], before)
    found = []
    for i, j in pairs:
        old, new = None if i is None else before[i], None if j is None else after[j]
        near = went.get(i) if new is None else came.get(j) if old is None else None
        found.append(Change(old, new, old is not None and j in elsewhere, near))
    return Comparison(tuple(found))


def _near(
    parts: Sequence[Part], alone: Sequence[int | None], others: Sequence[Part]
) -> dict[int | None, Part]:
    """By position of an article that came or went, the article of the other text in which most of it stands too."""
    own = [at for at in alone if at is not None and parts[at].sort == "article"]
    articles = [other for other in others if other.sort == "article"]
    found = likest([parts[at].text for at in own], [each.text for each in articles])
    return {at: articles[there] for at, there in zip(own, found, strict=True) if there is not None}


_SORTS: tuple[Sort, ...] = ("heading", "article", "paragraph")


def _became(before: tuple[Part, ...], after: tuple[Part, ...]) -> dict[Sort, list[tuple[int, int]]]:
    """Which part became which, by sort: a part becomes one of its own sort only."""
    found: dict[Sort, list[tuple[int, int]]] = {}
    for sort in _SORTS:
        old = [at for at, part in enumerate(before) if part.sort == sort]
        new = [at for at, part in enumerate(after) if part.sort == sort]
        pairs = align([before[at].substance for at in old], [after[at].substance for at in new])
        found[sort] = [(old[i], new[j]) for i, j in pairs if i is not None and j is not None]
    return found


def _in_order(olds: int, news: int, became: dict[int, int]) -> Iterator[tuple[int | None, int | None]]:
    """Every part of both texts once, in the order of the new; what is gone stands after what it followed."""
    came_from = {new: old for old, new in became.items()}
    shown = -1
    for new in range(news):
        old = came_from.get(new)
        if old is not None and old > shown:
            yield from ((gone, None) for gone in range(shown + 1, old) if gone not in became)
            shown = old
        yield old, new
    yield from ((gone, None) for gone in range(shown + 1, olds) if gone not in became)
