"""A record is not published on a day that has not come. Forged dates are a single veto in inspections."""

from collections.abc import Iterator

from fazhi.ground.days import When
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    ref="META-02",
    what=Words(
        "成文、发布、审查、签署和更正的日期不在将来",
        "nothing is formed, published, reviewed, signed or corrected in the future",
    ),
    why=Words("伪造发稿日期是检查中的单项否决", "a forged date fails an inspection on its own"),
    sources=(
        Standard(
            Words(
                "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）",
                "inspection indicators for government sites (2019)",
            ),
            False,
        ),
    ),
    bad=(
        Example(values={"published": "2099-01-01"}),
        Example(values={"nil": "{by: demo-1, on: 2099-01-01}"}),
        Example(values={"corrections": "[{on: 2099-01-01, what: 改正金额, why: 录入有误, by: reviewer}]"}),
    ),
    good=(Example(), Example(values={"formed": "2026", "restated": "true"})),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    for key in ("formed", "published"):
        value = record.get(key)
        if isinstance(value, When) and value.first and value.first > register.as_of:
            yield Found(key, _FUTURE.fill(key=key, day=value.text, today=register.as_of))
    for key in ("review", "nil", "unreconciled"):
        signed = record.get(key, {}).get("on")
        if signed and signed > register.as_of:
            yield Found(f"{key}.on", _FUTURE.fill(key=f"{key}.on", day=signed, today=register.as_of))
    for number, each in enumerate(record.get("corrections", ())):
        if (on := each.get("on")) and on > register.as_of:
            key = f"corrections.{number}.on"
            yield Found(key, _FUTURE.fill(key=key, day=on, today=register.as_of))


_FUTURE = Words("{key} {day} 在今天（{today}）之后", "{key} {day} is after today ({today})")
