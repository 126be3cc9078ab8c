"""A cell of coverage: one duty, the record that meets it, and how it stands; and many of them in numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from fazhi.ground.words import Words, same
from fazhi.ground.workdays import Deadline
from fazhi.nouns.duty import REPORT, Duty
from fazhi.nouns.own_items import INFORMATION_REPORT
from fazhi.nouns.record import Record
from fazhi.nouns.town import Town

State = Literal[
    "on-time",
    "nil",
    "extended",
    "late",
    "overdue",
    "empty",
    "copied",
    "not-due",
    "unknown",
    "not-applicable",
]
SIGNS: Mapping[State, tuple[str, Words]] = {
    "on-time": ("●", Words("按时", "on time")),
    "nil": ("○", Words("无事项", "nil")),
    "extended": ("◇", Words("延期", "put off")),
    "late": ("◐", Words("迟", "late")),
    "overdue": ("✕", Words("逾期", "overdue")),
    "empty": ("□", Words("空白", "blank")),
    "copied": ("＝", Words("同上期", "copy")),
    "not-due": ("·", Words("未到期", "not due")),
    "unknown": ("?", Words("不详", "unknown")),
    "not-applicable": ("—", Words("不适用", "not owed")),
}
"""Every state with its shape and its word. `nil`: signed that there is nothing. `extended`: put off in time, or until a day to come. `empty`, `copied`: something
was published in which nothing is said, or only what the period before said. `not-applicable`: not owed, as the place or
the item was not there when the period began."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One duty and how it stands.

    `record` is the one that counts; `others` are further ones for the same duty; `notice` is the one that only says that
    it is put off. `due` is the deadline, put off where it was. `late`: the least and the most days by which the record
    came late, the same where both days are known. `early` were published or signed before the period was over, and meet
    nothing.
    """

    duty: Duty
    state: State
    due: Deadline
    record: Record | None = None
    others: tuple[Record, ...] = ()
    late: tuple[int, int] = (0, 0)
    notice: Record | None = None
    early: tuple[Record, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record for this duty, the one that counts first."""
        return (*filter(None, (self.record, self.notice)), *self.others, *self.early)

    @property
    def overdue_since(self) -> date | None:
        """The first day on which it was overdue; None where it is not."""
        return self.due.latest + _DAY if self.state == "overdue" else None

    @property
    def turns(self) -> date | None:
        """The last day before it turns overdue, unless it is met by then; None where it is settled or has turned."""
        is_open = self.record is None and self.state in ("not-due", "extended", "unknown")
        return self.due.latest if is_open else None


@dataclass(frozen=True, slots=True)
class Sums:
    """How many duties there are, how many in each state, and on which days how many turn overdue unless met.

    What is not applicable is no duty: it has its number among the states and is not in the total.
    """

    total: int
    states: Mapping[State, int]
    turning: Mapping[date, int]


def sums(cells: Iterable[Cell]) -> Sums:
    """The numbers of some cells, every state named, the days in order."""
    all_cells = tuple(cells)
    found = Counter(cell.state for cell in all_cells)
    turning = Counter(cell.turns for cell in all_cells if cell.turns)
    owed = len(all_cells) - found["not-applicable"]
    return Sums(owed, {state: found[state] for state in SIGNS}, dict(sorted(turning.items())))


def place_name(duty: Duty, town: Town) -> Words:
    """Who owes a duty, as people say it."""
    return town.named("source", duty.place) or same(duty.place)


def item_name(duty: Duty, town: Town) -> Words:
    """What is owed, as people say it."""
    return town.named("item", duty.item) or _ITEMS.get(duty.item) or same(duty.item)


def missing(cells: Iterable[Cell], town: Town) -> Iterator[tuple[str, Words]]:
    """What is not published, said once for a place and an item: the place, the periods, and when the first was due."""
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.duty.place, cell.duty.item].append(cell)
    for (place, _), own in found.items():
        told = [cell.duty.period.words for cell in own]
        periods = Words("、".join(each.zh for each in told), ", ".join(each.en for each in told))
        due = min(cell.due.latest for cell in own)
        yield place, _MISSING.fill(name=item_name(own[0].duty, town), periods=periods, due=due)


_MISSING = Words(
    "{name}没有公开：{periods}，最早的一期最晚应在 {due} 公开；请补上，没有发生的请签署 nil",
    "{name} not published: {periods}, the first due by {due}; publish it, or sign nil where there was nothing",
)
_ITEMS = {
    REPORT: Words("年度报告", "Annual report"),
    INFORMATION_REPORT: Words("政府信息公开工作年度报告", "Yearly report on open government information"),
    "regulation": Words("制度文件", "Regulations"),
}
_DAY = timedelta(days=1)
