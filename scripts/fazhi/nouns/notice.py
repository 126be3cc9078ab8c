"""A notice: what a record's sheet for the board says around its text (DOMAIN §3.5). Sheets are Chinese, like the board."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fazhi.ground.days import When
from fazhi.ground.money import show_fen
from fazhi.ground.paper import PAPERS
from fazhi.ground.period import Period
from fazhi.ground.short_code import short_code
from fazhi.nouns.digest import SHOWN, facts_digest
from fazhi.nouns.head import show
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.slip import Slip, slips

POSTED_DAYS = 15
"""From 2026 on a village's disclosure hangs for so many days at least; the day it is put up does not count
(村民委员会组织法 art. 35)."""

BOARD = "村务公开栏"
SHEETS = "notices"
"""The folder of the town where sheets are printed to unless told otherwise."""
_LINES = ("number", "period", "formed", "effective", "expires", "date")
_SIGNED = ("制表", "会计", "村务监督委员会审核")
_FAULTS = {"extended": "延期至{until}公开。理由：{ground}", "unreconciled": "账目不平。原因：{reason}"}


def slug(id: str) -> str:
    """The id of a record as a file's name: `demo-1-2026-finance-Q3`."""
    return id.removeprefix("villages/").replace("/", "-")


def sheets(id: str) -> list[str]:
    """The names, without suffix, of the sheets of a record, one for each paper."""
    return [f"{slug(id)}-{paper}" for paper in PAPERS]


@dataclass(frozen=True, slots=True)
class Figures:
    """The totals of one book in large type, as shown; `—` for what is not told."""

    name: str
    opening: str
    income: str
    expense: str
    closing: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One sheet's words and figures.

    `place`: the village, or who issued it. `lines`: label and value. `unit`: of all amounts, empty where none is told.
    `posted`: the first and the last day; None: to be filled in by hand. `signed`: who signs. `phones`: label and
    number, empty for a number to be filled in. `on_site`: whether the record is on the site at all.
    """

    title: str
    place: str
    lines: tuple[tuple[str, str], ...]
    unit: str
    figures: tuple[Figures, ...]
    posted: tuple[str, str] | None
    posted_at: str
    remarks: tuple[str, ...]
    slips: tuple[Slip, ...]
    attachments: tuple[str, ...]
    signed: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    code: str
    digest: str
    is_sample: bool
    on_site: bool

    @property
    def key_figures(self) -> str:
        """What a QR code without an address says: whose it is, the totals, and what to compare it by."""
        said = [self.title] if self.place in self.title else [self.place, self.title]
        for each in self.figures:
            said.append(f"收入{each.income} 支出{each.expense} 结余{each.closing}（{self.unit}）")
        said += [f"短码{self.code}", f"摘要{self.digest}", *(["演示数据"] if self.is_sample else [])]
        return "\n".join(text[:60] for text in said)


def notice(record: Record, register: Register) -> Notice:
    """The notice of a record."""
    posted = record.get("posted") or {}
    place = register.town.named("village", record.get("village", "")) or register.town.named(
        "source", record.get("source", "")
    )
    return Notice(
        title=record.original.title,
        place=place.zh if place else "",
        lines=(*_lines(record, register), *_meeting(record, register)),
        unit="、".join(dict.fromkeys(book["unit"] for book in record.get("accounts", ()))),
        figures=tuple(_figures(record)),
        posted=(_day(posted["from"]), _day(posted["to"])) if posted else None,
        posted_at=posted.get("place", ""),
        remarks=tuple(_remarks(record, register)),
        slips=slips(record, register),
        attachments=tuple(each["title"] for each in record.get("attachments", ())),
        signed=_SIGNED if record.get("village") else (),
        phones=tuple(_phones(record, register)),
        code=short_code(record.id),
        digest=facts_digest(record, register.root)[:SHOWN],
        is_sample=record.is_sample,
        on_site=record.is_in_docs,
    )


def posting(start: date, place: str = BOARD) -> dict[str, str]:
    """What to note of a posting that begins on a day: it lasts as long as the law asks at least."""
    end = start + timedelta(days=POSTED_DAYS)
    return {"from": start.isoformat(), "to": end.isoformat(), "place": place}


def _lines(record: Record, register: Register) -> Iterator[tuple[str, str]]:
    known = {field.key: field for field in record.kind.fields}
    for key in _LINES:
        if key in known and (value := record.get(key)) is not None:
            shown = _shown_day(value) or show(value, known[key].type, register.town).zh
            yield known[key].label.zh, shown


def _meeting(record: Record, register: Register) -> Iterator[tuple[str, str]]:
    if meeting := record.get("meeting"):
        yield "会议", "应到{members}人，实到{present}人，赞成{votes_for}票".format(**meeting)
    if asked := register.get(record.get("answers", "")):
        yield "答复", asked.title_in("zh")


def _shown_day(value: Any) -> str:
    exact = value.exact if isinstance(value, When) else value
    if isinstance(value, Period) and value.cadence == "event":
        exact = value.first
    return _day(exact) if isinstance(exact, date) else ""


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _figures(record: Record) -> Iterator[Figures]:
    declared = record.get("accounts", ())
    for book, told in zip(record.books, declared, strict=True):
        amounts = (book.opening, book.income, book.expense, book.closing)
        name = told["table"] if len(declared) > 1 else ""
        yield Figures(name, *("—" if amount is None else show_fen(amount) for amount in amounts))


def _remarks(record: Record, register: Register) -> Iterator[str]:
    if nil := record.get("nil"):
        signer = register.town.named("signer", nil["by"])
        yield f"本期无此事项，{signer.zh if signer else nil['by']}于{_day(nil['on'])}签署。"
    for key, text in _FAULTS.items():
        if value := record.get(key):
            told = {name: _shown_day(each) or each for name, each in value.items()}
            yield text.format(**told)
    if record.get("restated"):
        yield "本件是转述，不是文件原文。"
    for each in record.get("corrections", ()):
        yield f"{_day(each['on'])}更正：{each['what']}（原因：{each['why']}）"


def _phones(record: Record, register: Register) -> Iterator[tuple[str, str]]:
    """Where to ask and where to complain (art. 36): town.yml has no phone of a village, so that one is filled in by hand."""
    offices = register.town.offices
    own = offices.get(record.get("source", ""), {}).get("phone") or ""
    if record.get("village"):
        yield "查询电话（村）", own
        yield "监督电话（镇）", offices.get("government", {}).get("phone") or ""
    else:
        yield "查询电话", own
    if public := register.town.values.get("public_phones", ()):
        yield "公开电话", "、".join(public)
