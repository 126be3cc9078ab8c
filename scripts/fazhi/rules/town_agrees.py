"""What town.yml refers to exists: the office of a post, the evidence of a village's standards; ids are one thing only."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import available_timezones

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.town import FIELDS, ZONE, Town
from fazhi.nouns.types import ids_in


def _dissolved(until: str) -> dict[str, str]:
    return {"villages": f"{{demo-1: {{name: {{zh: 甲, en: A}}, since: 2021-01-01, until: {until}}}}}"}


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
        Example(
            town={
                "offices": "{demo-1: {name: {zh: 甲, en: A}}, government: {name: {zh: 乙, en: B}}, justice: {name: {zh: 丙, en: C}}}"
            }
        ),
    ),
    good=(
        Example(town={"holidays": "{2027: {off: [2027-01-01], work: []}}"}),
        Example(town=_dissolved("2027-03-31")),
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
    yield from _holidays(town)


def _holidays(town: Town) -> Iterator[Found]:
    for year, days in town.values.get("holidays", {}).items():
        for key in ("off", "work"):
            for number, day in enumerate(days.get(key, ())):
                if str(day.year) != year:
                    yield Found(f"holidays.{year}.{key}.{number}", _YEAR.fill(day=day, year=year))


_NO_RECORD = Words("{key}：没有记录或页面 {id}", "{key}: there is no record or page {id}")
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
