"""A claim can be worked out: it is computed or cites records, of a kind, a figure and conditions that there are."""

from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.field import Field
from fazhi.nouns.reckoning import BOUNDS, OF_FORMS, OF_PERIODS, PROPERTIES, VILLAGES
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule
from fazhi.nouns.terms import FORMS
from fazhi.nouns.types import Amount, Choice, ListOf, Number


def _claim(compute: str) -> Example:
    text = "{text: 定期举办法治培训, compute: {" + compute + "}}"
    return Example(kind="report", values={"claims": f"[{text}]"})


RULE = Rule(
    severity=Severity.ERROR,
    what=Words(
        "陈述要么计算，要么引用记录；计算写明范围、条件和界限",
        "a claim is computed or cites records; a computation names what it is over, its conditions and a bound",
    ),
    why=Words(
        "写错的条件什么也找不到，会让陈述看上去没有依据",
        "a condition written wrongly finds nothing, and the claim would seem to have no ground",
    ),
    sources=(OWN,),
    bad=(
        _claim("count: outreach, where: {form: 培训}"),
        _claim("count: outreach, where: {forms: 培训}, at_least: 4"),
        _claim("count: outreach, where: {form: 学发}, at_least: 4"),
        _claim("count: meetings, at_least: 4"),
        _claim("sum: hours, at_least: 4"),
        _claim("sum: place, of: outreach, at_least: 4"),
        _claim("sum: hours, of: outreach, equals: all"),
        _claim("sum: hours, count: outreach, at_least: 4"),
        _claim("count: villages, where: {rich: true}, equals: all"),
        _claim("count: villages, where: {reached_by: 资讯}, equals: all"),
        _claim("count: villages, where: {busy_finance: yes}, equals: all"),
        _claim("count: villages, where: {busy_finance: true}, period: 2026-Q1, equals: all"),
        _claim("count: outreach, period: 2025-Q1, at_least: 4"),
        Example(
            kind="report",
            values={
                "claims": "[{text: 定期举办法治培训, compute: {count: outreach, at_least: 4}, "
                "evidence: [{id: regulations/example}]}]"
            },
        ),
        Example(
            kind="report",
            values={"claims": "[{text: 定期举办法治培训, evidence: [{id: reports/2026}]}]"},
        ),
    ),
    good=(
        _claim("count: outreach, where: {form: [培训, 学法]}, at_least: 4"),
        _claim("sum: hours, of: outreach, where: {audience: 干部}, at_least: 40, at_most: 90"),
        _claim("count: villages, where: {democratic_rule_of_law: true}, equals: all"),
        _claim("count: villages, where: {reached_every_quarter_by: 咨询}, equals: all"),
        _claim("count: villages, where: {reached_by: 咨询}, period: 2026-09, equals: all"),
        _claim("sum: hours, of: outreach, period: [2026-Q1, 2026-Q2], at_least: 20"),
    ),
    keys=frozenset(("claims",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for at, claim in enumerate(record.get("claims", ())):
        key = f"claims.{at}"
        if "compute" in claim and "evidence" in claim:
            yield Found(key, _BOTH)
        if "compute" in claim:
            for words in (*_faults(claim["compute"], register), *_of_when(claim["compute"], record)):
                yield Found(f"{key}.compute", words)
        for number, each in enumerate(claim.get("evidence", ())):
            if each.get("id") == record.id:
                yield Found(f"{key}.evidence.{number}.id", _ITSELF)


def _faults(compute: Mapping[str, Any], register: Register) -> Iterator[Words]:
    if ("sum" in compute) == ("count" in compute) or ("sum" in compute) != ("of" in compute):
        yield _WHAT
        return
    of = compute.get("of") or compute["count"]
    if not any(bound in compute for bound in BOUNDS):
        yield _NO_BOUND
    if compute.get("equals") == "all" and "sum" in compute:
        yield _ALL_OF_SUM
    if of == VILLAGES and "sum" not in compute:
        yield from _of_villages(compute.get("where", {}))
    elif of in register.kinds:
        yield from _of_records(compute, {field.key: field for field in register.kinds[of].fields})
    else:
        yield _NO_KIND.fill(of=quote(of), known=", ".join((*register.kinds, VILLAGES)))


def _of_when(compute: Mapping[str, Any], report: Record) -> Iterator[Words]:
    """Periods are parts of the report's own year, and asked of villages only where they can be told."""
    periods, year = compute.get("period", ()), report.get("year")
    if any(period.year != year for period in periods):
        yield _OTHER_YEAR.fill(year=year)
    if periods and compute.get("count") == VILLAGES and not compute.get("where", {}).keys() <= OF_PERIODS:
        yield _NO_PERIOD.fill(known=", ".join(OF_PERIODS))


def _of_villages(where: Mapping[str, Any]) -> Iterator[Words]:
    for key, wanted in where.items():
        known = FORMS if key in OF_FORMS else ("true", "false")
        if key not in PROPERTIES:
            yield _NO_FIELD.fill(key=quote(key), known=", ".join(PROPERTIES))
        elif odd := [each for each in wanted if each not in known]:
            yield _NO_TERM.fill(key=key, found=quote(odd[0]), known=" / ".join(known))


def _of_records(compute: Mapping[str, Any], fields: Mapping[str, Field]) -> Iterator[Words]:
    figures = [key for key, field in fields.items() if isinstance(field.type, Number | Amount)]
    if "sum" in compute and compute["sum"] not in figures:
        yield _NO_FIGURE.fill(key=quote(compute["sum"]), known=", ".join(figures) or "—")
    for key, wanted in compute.get("where", {}).items():
        if key not in fields:
            yield _NO_FIELD.fill(key=quote(key), known=", ".join(fields))
            continue
        type = fields[key].type
        term = type.item if isinstance(type, ListOf) else type
        if isinstance(term, Choice) and (odd := [each for each in wanted if each not in term.terms]):
            yield _NO_TERM.fill(key=key, found=quote(odd[0]), known=" / ".join(term.terms))


_BOTH = Words(
    "一项陈述写 compute 或 evidence 中的一个，不同时写两个",
    "a claim has `compute` or `evidence`, not both",
)
_ITSELF = Words("报告不能作自己的依据", "a report is no evidence for itself")
_WHAT = Words(
    "compute 写成 {{sum: 数字项, of: 种类, …}} 或者 {{count: 种类或 villages, …}}",
    "compute is {{sum: a figure, of: a kind, …}} or {{count: a kind or villages, …}}",
).fill()
_NO_BOUND = Words(
    "compute 缺少界限：at_least、at_most、equals 中的一个",
    "compute lacks a bound: at_least, at_most or equals",
)
_ALL_OF_SUM = Words("equals: all 只用于 count", "equals: all goes with count only")
_OTHER_YEAR = Words(
    "period 写报告年度（{year}年）里的期间", "`period` names parts of the report's own year, {year}"
)
_NO_PERIOD = Words("数村的时候，period 只和 {known} 一起写", "for villages `period` goes with {known} only")
_NO_KIND = Words("没有种类“{of}”；可用：{known}", "there is no kind '{of}'; there are: {known}")
_NO_FIELD = Words("没有“{key}”这一项；可用：{known}", "there is no '{key}'; there are: {known}")
_NO_FIGURE = Words("“{key}”不是数字项；可用：{known}", "'{key}' is no figure; there are: {known}")
_NO_TERM = Words("{key} 没有“{found}”；可用：{known}", "{key} has no '{found}'; there are: {known}")
