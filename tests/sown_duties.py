"""A town that publishes what it owes, with known faults sown into its duties: what was not published, late, empty, copied."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from example_town import KINDS
from fazhi.ground.period import period, periods
from fazhi.nouns.register import Register
from fazhi.verbs.read import read_register, read_town

AS_OF = date(2026, 11, 20)
YEARS = (2024, 2025, 2026)
VILLAGES = [f"v{n:02d}" for n in range(1, 21)]
QUARTERLY = [f"q{n}" for n in range(1, 9)]
ITEMS = [*QUARTERLY, "assets", "meetings"]
DUE_DAYS = 20


def town_text(
    villages_in_it: int = 20, quarterly: Sequence[str] = QUARTERLY, first: int = YEARS[0], accounts: str = ""
) -> str:
    """Villages and their items: those every quarter, one every year, one as it occurs; q8 only since 2026.

    `accounts` is one of the quarterly items that have accounts.
    """
    villages = "".join(
        f"  {id}: {{name: {{zh: 示范{number}村, en: Demo {number}}}, since: 2011-01-01}}\n"
        for number, id in enumerate(VILLAGES[:villages_in_it])
    )
    items = "".join(
        f"  {id}: {{name: {{zh: 事项{id}, en: Item {id}}}, cadence: {cadence}, due_days: {days}, channel: web, since: {since}}}\n"
        for id, cadence, days, since in (
            *((each, "quarter", DUE_DAYS, f"{_since(each, first)}-01-01") for each in quarterly),
            ("assets", "year", 60, f"{first}-01-01"),
            ("meetings", "event", 20, f"{first}-01-01"),
        )
    ).replace(f"  {accounts}: {{", f"  {accounts}: {{accounts: true, ")
    return (
        'name: {zh: 示例镇, en: Example}\ncode: "140825107"\nsite: {title: {zh: 示例, en: Example}}\n'
        'index: {prefix: "140825107"}\n'
        "offices: {government: {name: {zh: 示例镇人民政府, en: Government}}}\nposts: {reviewer: {office: government}}\n"
        f"villages:\n{villages}items:\n{items}duties: {{annual_report: {{due: 04-01, since: 2026-01-01}}}}\n"
    )


def _since(item: str, first: int) -> int:
    return max(first, 2026) if item == "q8" else first


class Sown:
    """A town being written: one sound record for every duty, until a fault is sown in its place.

    Records of the item `accounts` are others' to write.
    """

    def __init__(
        self,
        root: Path,
        years: Sequence[int] = YEARS,
        quarterly: Sequence[str] = QUARTERLY,
        accounts: str = "",
    ) -> None:
        self.root, self.serial = root, 0
        self.first, self.quarterly, self.accounts = min(years, default=YEARS[0]), quarterly, accounts
        self.texts: dict[str, str] = {}
        self.expected: dict[tuple[str, str, str], str] = {}
        for village in VILLAGES:
            for year in years:
                for owed in (*periods("quarter", year), *periods("year", year)):
                    self.sound(village, owed.text)

    def sound(self, village: str, text: str) -> None:
        owed = period(text)
        for item in self.quarterly if owed.cadence == "quarter" else ["assets"]:
            if item == self.accounts or owed.year < _since(item, self.first):
                continue
            due = owed.last + timedelta(days=DUE_DAYS if owed.cadence == "quarter" else 60)
            if due < AS_OF:
                self.put(village, item, text, due - timedelta(days=2))

    def put(
        self,
        village: str,
        item: str,
        text: str,
        published: date | str,
        body: str = "",
        more: str = "",
        n: int = 1,
    ) -> str:
        self.serial += 1
        owed = period(text)
        id = f"villages/{village}/{owed.year}/{item}-{owed.slug}" + (f"-{n}" if n > 1 else "")
        formed = published if isinstance(published, date) else owed.last
        self.texts[id] = (
            f"---\ntitle: 公开第{self.serial}号\nindex: 140825107/{formed.year}-{self.serial:05d}\nformed: {formed}\n"
            f"published: {published}\nsource: {village}\ntopic: 农业、林业、水利\naccess: 主动公开\n"
            f"review: {{by: reviewer, on: {formed}, secrecy: ok, privacy: ok}}\nvillage: {village}\nitem: {item}\n"
            f"period: {text}\n{more}---\n\n{body or f'第{self.serial}号：修路一条。'}\n"
        )
        return id

    def drop(self, village: str, item: str, text: str) -> date:
        """Take the sound record away; the day it was due."""
        owed = period(text)
        del self.texts[f"villages/{village}/{owed.year}/{item}-{owed.slug}"]
        return owed.last + timedelta(days=DUE_DAYS if owed.cadence == "quarter" else 60)

    def expect(self, village: str, item: str, text: str, state: str) -> None:
        self.expected[village, item, text] = state

    def register(self, villages: int = 20) -> Register:
        town_yml = town_text(villages, self.quarterly, self.first, self.accounts)
        (self.root / "town.yml").write_text(town_yml, encoding="utf-8")
        for id, text in self.texts.items():
            path = self.root / "docs" / f"{id}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        town = read_town(self.root)
        assert town.findings == ()
        return read_register(self.root, KINDS, town, AS_OF)


Sow = Callable[[Sown, str, str, str], None]
DAY = timedelta(days=1)


def missing(sown: Sown, village: str, item: str, text: str) -> None:
    sown.drop(village, item, text)
    sown.expect(village, item, text, "overdue")


def later(days: int, state: str, more: str = "") -> Sow:
    """The record comes so many days after its deadline."""

    def sow(sown: Sown, village: str, item: str, text: str) -> None:
        due = sown.drop(village, item, text)
        sown.put(
            village, item, text, due + days * DAY, more=more.format(until=due + 10 * DAY, far=due + 400 * DAY)
        )
        sown.expect(village, item, text, state)

    return sow


def with_body(body: str, state: str, more: str = "") -> Sow:
    def sow(sown: Sown, village: str, item: str, text: str) -> None:
        due = sown.drop(village, item, text)
        over = period(text).last + DAY
        sown.put(village, item, text, due - DAY, body=body, more=more.format(over=over, early=over - 2 * DAY))
        sown.expect(village, item, text, state)

    return sow


def early_then_late(sown: Sown, village: str, item: str, text: str) -> None:
    """Published before the period is over, and again when it was, three days late."""
    due = sown.drop(village, item, text)
    sown.put(village, item, text, period(text).first)
    sown.put(village, item, text, due + 3 * DAY, n=2)
    sown.expect(village, item, text, "late")


def copied(sown: Sown, village: str, item: str, text: str) -> None:
    due = sown.drop(village, item, text)
    before = period(text).before
    sown.drop(village, item, before.text)
    long, earlier = period(text).words.zh, before.words.zh
    sown.put(village, item, before.text, before.last + DAY, body=f"{earlier}修路两条，共２公里。")
    sown.put(village, item, text, due - DAY, body=f"{long} 修路两条，共2公里。")
    sown.expect(village, item, text, "copied")


def twice(sown: Sown, village: str, item: str, text: str) -> None:
    """A second record a month after the first: the first counts, and it is in time."""
    due = period(text).last + DUE_DAYS * DAY
    sown.put(village, item, text, due + 30 * DAY, n=2)


def blank_then_whole(sown: Sown, village: str, item: str, text: str) -> None:
    due = sown.drop(village, item, text)
    sown.put(village, item, text, due - DAY, body="## 本期")
    sown.put(village, item, text, due + 3 * DAY, n=2)
    sown.expect(village, item, text, "late")


def notice(days: int | None, state: str, by: int = 9) -> Sow:
    """A notice in time that puts it off by so many days; then the whole, so many days late, or nothing."""

    def sow(sown: Sown, village: str, item: str, text: str) -> None:
        due = sown.drop(village, item, text)
        more = f"extended: {{until: {due + by * DAY}, ground: 单据}}\n"
        sown.put(village, item, text, due - DAY, body="单据没有送齐。", more=more)
        if days is not None:
            sown.put(village, item, text, due + days * DAY, n=2)
        sown.expect(village, item, text, state)

    return sow


def wrong_village(sown: Sown, village: str, item: str, text: str) -> None:
    """The record lies with the neighbour, who has one already."""
    due = sown.drop(village, item, text)
    neighbour = VILLAGES[(VILLAGES.index(village) + 1) % len(VILLAGES)]
    sown.put(neighbour, item, text, due - DAY, n=2)
    sown.expect(village, item, text, "overdue")


def undated(text_of_day: str, state: str) -> Sow:
    def sow(sown: Sown, village: str, item: str, text: str) -> None:
        due = sown.drop(village, item, text)
        sown.put(village, item, text, text_of_day.format(year=due.year), more="restated: true\n")
        sown.expect(village, item, text, state)

    return sow


def month_for_quarter(sown: Sown, village: str, item: str, text: str) -> None:
    due = sown.drop(village, item, text)
    month = period(text).last.month
    sown.put(village, item, f"{period(text).year}-{month:02d}", due - DAY)
    sown.expect(village, item, text, "overdue")


FAULTS: dict[str, Sow] = {
    "missing": missing,
    "late by a day": later(1, "late"),
    "late by half a year": later(180, "late"),
    "on the day": later(0, "on-time"),
    "nil": with_body("本期无此事项。", "nil", "nil: {{by: v01, on: {over}}}\n"),
    "nil signed before the end": with_body("本期无此事项。", "overdue", "nil: {{by: v01, on: {early}}}\n"),
    "nil unsigned": with_body("本期无此事项。", "empty"),
    "nil without a day": with_body("本期无此事项。", "empty", "nil: {{by: v01}}\n"),
    "empty": with_body("## 收支\n\n| 日期 | 摘要 |\n|---|---|", "empty"),
    "copied": copied,
    "before the end, then late": early_then_late,
    "put off by the late record itself": later(5, "late", "extended: {{until: {until}, ground: 单据}}\n"),
    "notice without ground": with_body("单据没有送齐。", "on-time", "extended: {{until: 2026-11-01}}\n"),
    "notice, then in time": notice(9, "extended"),
    "notice, then late": notice(10, "late"),
    "put off beyond the law": notice(200, "late", by=400),
    "notice and nothing": notice(None, "overdue"),
    "twice": twice,
    "blank, then whole": blank_then_whole,
    "wrong village": wrong_village,
    "of the wrong cadence": month_for_quarter,
    "day not known": undated("unknown", "unknown"),
    "year only": undated("{year}", "unknown"),
}
SPOTS = ["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q2", "2025-Q4", "2026-Q1"]


def sow(sown: Sown) -> Sown:
    """Every fault sown in six places of a town, no two at one village and item."""
    for number, fault in enumerate(FAULTS.values()):
        for spot, text in enumerate(SPOTS):
            place = number * len(SPOTS) + spot
            fault(sown, VILLAGES[place % 20], QUARTERLY[place // 20], text)
    return sown
