"""What town.yml refers to exists and can serve: the office of a post, the record of a standard; ids are one thing only."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import available_timezones

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.ten_standards import KEY, concerns, only_tells
from fazhi.nouns.town import FIELDS, ZONE, Town
from fazhi.nouns.types import ids_in


def _dissolved(until: str) -> dict[str, str]:
    return {"villages": f"{{demo-1: {{name: {{zh: 甲, en: A}}, since: 2021-01-01, until: {until}}}}}"}


def _standard(id: str, title: str = "") -> Example:
    named = f"{{name: {{zh: 示范一村, en: One}}, since: 2021-01-01, {KEY}: {{since: 2021-01-01, standards: {{自治制度完善: {id}}}}}}}"
    other = "{name: {zh: 示范二村, en: Two}, since: 2021-01-01}"
    return Example(
        values={"village": "demo-2", "source": "demo-2"},
        name="villages/demo-2/2026/finance-Q3",
        files={f"{id}.md": f"---\ntitle: {title}\n---\n\n介绍。\n"} if title else None,
        town={"villages": f"{{demo-1: {named}, demo-2: {other}}}"},
    )


RULE = Rule(
    severity=Severity.ERROR,
    on="town",
    what=Words(
        "town.yml 引用的机关和记录存在，村与机关的编号不相同",
        "what town.yml refers to exists; a village and an office do not share an id",
    ),
    why=Words("编号同时是地址和名称，不能一号两用", "an id is an address and a name and cannot serve two"),
    sources=(OWN,),
    bad=(
        Example(town={"posts": "{clerk: {office: nowhere}, reviewer: {office: justice}}"}),
        Example(town={"holidays": "{2027: {off: [2026-01-01]}}"}),
        Example(town=_dissolved("2020-12-31")),
        _standard("pages/about", "关于"),
        _standard("villages/demo-2/2026/finance-Q3"),
        _standard("reports/2026", "报告"),
        _standard("plans/2026", "计划"),
        Example(
            town={
                "offices": "{demo-1: {name: {zh: 甲, en: A}}, government: {name: {zh: 乙, en: B}}, justice: {name: {zh: 丙, en: C}}}"
            }
        ),
    ),
    good=(
        Example(town={"holidays": "{2027: {off: [2027-01-01], work: []}}"}),
        Example(town=_dissolved("2027-03-31")),
        _standard("regulations/example"),
    ),
)


def check(town: Town, register: Register) -> Iterator[Found]:
    for key, of, id in ids_in(FIELDS, town.values):
        if of == "record" and id not in register.records and id not in register.pages:
            yield Found(key, _NO_RECORD.fill(key=key, id=id))
        elif of == "office" and id not in town.offices:
            yield Found(key, _NO_OFFICE.fill(key=key, id=id, known=", ".join(town.offices)))
    if town.values.get("timezone", ZONE) not in available_timezones():
        yield Found("timezone", _ZONE.fill(zone=ZONE))
    for id in town.offices.keys() & (town.villages.keys() | town.posts.keys()):
        yield Found(f"offices.{id}", _BOTH.fill(id=id))
    for id, village in town.villages.items():
        if village.get("until", date.max) < village["since"]:
            yield Found(
                f"villages.{id}.until", _ENDS_FIRST.fill(until=village["until"], since=village["since"])
            )
    yield from _standards(town, register)
    yield from _holidays(town)


def _standards(town: Town, register: Register) -> Iterator[Found]:
    """What is no evidence: a page, which tells of no time; what another village did; a report or plan, for itself."""
    for village, info in town.villages.items():
        for name, id in info.get(KEY, {}).get("standards", {}).items():
            key = f"villages.{village}.{KEY}.standards.{name}"
            record = register.records.get(id)
            if record is None and id in register.pages:
                yield Found(key, _PAGE.fill(id=id))
            elif record and only_tells(record):
                yield Found(key, _TELLS.fill(id=id))
            elif record and not concerns(record, village):
                yield Found(key, _OTHER.fill(id=id))


def _holidays(town: Town) -> Iterator[Found]:
    for year, days in town.values.get("holidays", {}).items():
        for key in ("off", "work"):
            for number, day in enumerate(days.get(key, ())):
                if str(day.year) != year:
                    yield Found(f"holidays.{year}.{key}.{number}", _YEAR.fill(day=day, year=year))


_NO_RECORD = Words("{key}：没有记录或页面 {id}", "{key}: there is no record or page {id}")
_PAGE = Words(
    "{id} 是页面，没有日期，不能作这条标准的依据；请写一份记录",
    "{id} is a page without a date and no evidence of this standard; name a record",
)
_TELLS = Words(
    "{id} 是报告或者计划，不能作这条标准的依据；请写会议、账目、制度、活动这类记录",
    "{id} is a report or a plan and no evidence of this standard; name a record of what was done, such as a meeting, accounts, a regulation or an event",
)
_OTHER = Words(
    "{id} 是别的村的记录；请写本村的或者全镇的",
    "{id} is of another village; name one of this village or of the town",
)
_NO_OFFICE = Words(
    "{key}：没有机关 {id}；已有：{known}", "{key}: there is no office {id}; there are: {known}"
)
_ZONE = Words("没有这个时区；本国写 {zone}", "there is no such time zone; write {zone}")
_BOTH = Words(
    "编号 {id} 不止一处使用，村、机关和岗位的编号不能相同",
    "the id {id} stands for two things; villages, offices and posts need their own",
)
_ENDS_FIRST = Words("until（{until}）早于 since（{since}）", "until ({until}) is before since ({since})")
_YEAR = Words("{day} 不在 {year} 年", "{day} is no day of {year}")
