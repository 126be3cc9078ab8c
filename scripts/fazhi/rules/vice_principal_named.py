"""Every primary and secondary school of the town has a vice-principal for rule of law. Fictional schools are passed over."""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import LEGAL_EDUCATION
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.schools import has_vice_principal
from fazhi.nouns.town import Town

_SCHOOL = "{primary: {name: {zh: 示范小学, en: Demo Primary School}, since: 2024-09-01%s}}"
_TERM = "{school: 示范小学, unit: 镇司法所, post: 司法助理员, from: 2026-09-01%s}"


def _appointed(more: str = "", **values: str) -> Example:
    own = {"form": "校园", "vice_principal": _TERM % more, **values}
    return Example("outreach", own, town={"schools": _SCHOOL % ""})


RULE = Rule(
    severity=Severity.WARNING,
    on="town",
    what=Words("每所中小学校都有法治副校长", "every school has a vice-principal for rule of law"),
    why=Words("聘期满了没有续聘，容易没人发现", "that a term has ended easily goes unnoticed"),
    sources=(Provision(LEGAL_EDUCATION, {date.min: "41"}, {"41": "中小学校应当按照要求聘任法治副校长"}),),
    bad=(
        Example(town={"schools": _SCHOOL % ""}),
        _appointed(more=", to: 2027-06-29"),
        _appointed(sample="true"),
    ),
    good=(
        _appointed(),
        _appointed(more=", to: 2027-06-30"),
        Example(town={"schools": _SCHOOL % ", sample: true"}),
        Example(town={"schools": (_SCHOOL % "").replace("2024", "2027")}),
    ),
)


def check(town: Town, register: Register) -> Iterator[Found]:
    schools = {id: school for id, school in town.schools.items() if not school.get("sample")}
    if not schools:
        return
    day = register.as_of
    records = [record for record in register.of_kind("outreach") if not record.is_sample]
    for id, school in schools.items():
        if school["since"] <= day and not has_vice_principal(records, school["name"]["zh"], day, day):
            yield Found(f"schools.{id}", _NONE.fill(name=Words(**school["name"])))


_NONE = Words(
    "{name}没有在聘期内的法治副校长；聘任以后请登记一份普法活动，写 vice_principal",
    "{name} has no vice-principal for rule of law in office; once one is appointed, record it with vice_principal",
)
