"""Coverage as data: `data/coverage.json` of the site, and what `fazhi coverage` prints.

Of what is open only days are told that do not move: until when, and since when. So the file is the same the next day
unless a state turned.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.words import Words
from fazhi.ground.workdays import Deadline
from fazhi.nouns.cell import SIGNS, Cell, item_name, place_name, sums
from fazhi.nouns.coverage import Coverage
from fazhi.nouns.meetings import YearOfMeetings
from fazhi.nouns.record import Record
from fazhi.nouns.substance import is_nil
from fazhi.nouns.town import Town

PATH = "data/coverage.json"


def coverage_files(coverage: Coverage) -> Mapping[str, bytes]:
    """The site's data file, by its path in the site."""
    return {PATH: as_json(as_data(coverage), None).encode()}


def as_json(data: Any, indent: int | None = 1) -> str:
    """Data with an end of line, indented where people are to read it."""
    return json.dumps(data, ensure_ascii=False, indent=indent) + "\n"


def as_data(coverage: Coverage, places: Collection[str] = ()) -> dict[str, Any]:
    """Every duty of the places, of all where none is named, in the form that docs/guide/coverage.md describes."""
    cells = [cell for cell in coverage.grid if not places or cell.duty.place in places]
    meetings = [each for each in coverage.meetings if not places or each.village in places]
    return {
        "duties": [_duty(cell) for cell in cells],
        "owed": list(_owed(cell for cell in cells if cell.state != "not-applicable")),
        "meetings": [_meetings(each, coverage.as_of) for each in meetings],
        "strays": [each.id for each in coverage.strays if not places or _place(each) in places],
        "counts": sums(cells).states,
    }


def _owed(cells: Iterable[Cell]) -> Iterator[dict[str, str]]:
    """What each place owes period by period, from which period to which: outside of these it does not apply."""
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        if cell.duty.period.cadence != "event":
            found.setdefault((cell.duty.place, cell.duty.item), []).append(cell)
    for (place, item), own in found.items():
        periods = sorted((cell.duty.period for cell in own), key=lambda each: each.first)
        yield {"place": place, "item": item, "first": periods[0].text, "last": periods[-1].text}


def _place(record: Record) -> str:
    return str(record.get("village") or record.get("office") or "")


def _duty(cell: Cell) -> dict[str, Any]:
    duty = cell.duty
    is_owed = cell.state != "not-applicable"
    told: dict[str, Any] = {
        "place": duty.place,
        "item": duty.item,
        "period": duty.period.text,
        "due": _deadline(duty.due) if is_owed else None,
        "state": cell.state,
        "since": cell.overdue_since and cell.overdue_since.isoformat(),
        "until": None if cell.due == duty.due else _deadline(cell.due),
        "ground": _ground(cell),
        "record": cell.record and cell.record.id,
        "others": [each.id for each in cell.others],
        "notice": cell.notice and cell.notice.id,
        "early": [each.id for each in cell.early],
        "published": _published(cell.record),
        "days_late": _days(cell),
        "signed": _signed(cell),
    }
    return {key: value for key, value in told.items() if value not in (None, [])}


def _ground(cell: Cell) -> str | None:
    """Why it was put off, where it was."""
    if cell.due == cell.duty.due:
        return None
    grounds = (
        (record.get("extended") or {}).get("ground") for record in (cell.notice, *cell.records) if record
    )
    return next(filter(None, grounds), None)


def _signed(cell: Cell) -> dict[str, str] | None:
    """Who signed on which day that there was nothing to report."""
    if cell.record is None or not is_nil(cell.record):
        return None
    nil = cell.record.values["nil"]
    return {"by": nil["by"], "on": nil["on"].isoformat()}


def _deadline(due: Deadline) -> str | dict[str, str]:
    if due.exact:
        return due.latest.isoformat()
    return {"earliest": due.earliest.isoformat(), "latest": due.latest.isoformat()}


def _published(record: Record | None) -> str | None:
    published = record.get("published") if record else None
    return published.text if isinstance(published, When) else None


def _days(cell: Cell) -> int | list[int] | None:
    if cell.state != "late":
        return None
    least, most = cell.late
    return least if least == most else [least, most]


def _meetings(each: YearOfMeetings, as_of: date) -> dict[str, Any]:
    state = "held" if each.is_enough else "not-due" if each.year >= as_of.year else "short"
    return {
        "place": each.village,
        "meeting": each.meeting,
        "year": each.year,
        "held": each.held,
        "least": each.least,
        "state": state,
    }


def as_text(coverage: Coverage, town: Town, lang: str, places: Collection[str] = ()) -> Iterator[str]:
    """A line for every place with its numbers, and one for every duty that is not in order, the oldest first."""
    cells = [cell for cell in coverage.cells if not places or cell.duty.place in places]
    for place in dict.fromkeys(cell.duty.place for cell in cells):
        own = [cell for cell in cells if cell.duty.place == place]
        name = place_name(own[0].duty, town).in_(lang)
        yield f"{name}{_SEP.in_(lang)}{_counted(own, lang)}"
    faulty = [cell for cell in cells if cell.state in _TOLD]
    for cell in sorted(faulty, key=lambda cell: (cell.due.latest, cell.duty.place, cell.duty.item)):
        yield _TOLD[cell.state].fill(**_words(cell, town, coverage.as_of)).in_(lang)


def _counted(cells: Collection[Cell], lang: str) -> str:
    shown = (
        f"{sign}{word.in_(lang)} {n}"
        for state, n in sums(cells).states.items()
        if n
        for sign, word in (SIGNS[state],)
    )
    return f"{_OWED.fill(n=len(cells)).in_(lang)}{_SEP.in_(lang)}{'  '.join(shown)}"


def _words(cell: Cell, town: Town, as_of: date) -> dict[str, object]:
    least, most = cell.late
    return {
        "what": Words(
            f"{place_name(cell.duty, town).zh} {item_name(cell.duty, town).zh} {cell.duty.period.words.zh}",
            f"{place_name(cell.duty, town).en}, {item_name(cell.duty, town).en}, {cell.duty.period.words.en}",
        ),
        "due": cell.due.latest if cell.due.exact else f"{cell.due.earliest}–{cell.due.latest}",
        "days": least if least == most else f"{least}–{most}",
        "open": (as_of - cell.due.latest).days,
        "record": cell.record.id if cell.record else "",
        "published": _published(cell.record) or "unknown",
    }


_SEP = Words("：", ": ")
_OWED = Words("应公开 {n} 项", "{n} to be public")
_TOLD = {
    "overdue": Words(
        "✕ {what}：应在 {due} 前公开，尚未公开，逾期 {open} 天",
        "✕ {what}: was to be public by {due} and is not, {open} days overdue",
    ),
    "late": Words(
        "◐ {what}：应在 {due} 前公开，{published} 公开，迟 {days} 天（{record}）",
        "◐ {what}: was to be public by {due}, came {published}, {days} days late ({record})",
    ),
    "empty": Words(
        "□ {what}：{record} 没有内容；没有发生的请签署 nil",
        "□ {what}: {record} says nothing; sign nil where there is nothing to report",
    ),
    "copied": Words(
        "＝ {what}：{record} 与上一期文字相同，请核对",
        "＝ {what}: {record} repeats the period before word for word; check it",
    ),
    "unknown": Words(
        "? {what}：期限 {due}，发布日期 {published}，是否按时不能确定（{record}）",
        "? {what}: due {due}, published {published}; whether in time cannot be told ({record})",
    ),
}
