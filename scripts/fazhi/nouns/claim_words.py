"""How a claim's state reads, and how it was come to: the same words on the page, in text and in JSON."""

from decimal import Decimal
from typing import Any

from fazhi.ground.words import Words, same
from fazhi.nouns.claim import Claim, State
from fazhi.nouns.head import show
from fazhi.nouns.reckoning import VILLAGES, Reckoned
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.terms import FORMS
from fazhi.nouns.types import ListOf

STATES = {
    State.HOLDS: Words("计算相符", "computed, holds"),
    State.EVIDENCED: Words("引用记录", "cites records"),
    State.FAILS: Words("计算不符", "computed, does not hold"),
    State.CHANGED: Words("依据已变", "evidence changed"),
    State.UNSUPPORTED: Words("未附证据", "no evidence"),
}
SHAPES = {
    State.HOLDS: "●",
    State.EVIDENCED: "◆",
    State.FAILS: "≠",
    State.CHANGED: "◇",
    State.UNSUPPORTED: "○",
}
"""A state is a shape, a word and a colour."""


def how(claim: Claim, report: Record, register: Register) -> Words:
    """How the state of a claim was come to, in one or two sentences."""
    if claim.reckoned:
        return _computed(claim, claim.reckoned, report, register)
    if not claim.evidence:
        return _NOTHING
    if claim.has_samples_only:
        return _SAMPLES_ONLY
    if claim.state is State.CHANGED:
        return _CHANGED
    if claim.state is State.UNSUPPORTED:
        return _OPEN
    cited = _CITED.fill(count=sum(each.supports for each in claim.evidence))
    return cited.then(_RESTATED if claim.rests_on_restatements else same(""))


def _computed(claim: Claim, found: Reckoned, report: Record, register: Register) -> Words:
    asked = _asked(claim, report, register)
    if found.value is None:
        why = _SAMPLES_ONLY if found.samples else _NO_FIGURE if found.without else _NO_RECORDS
        return asked.then(_STOP).then(why)
    words = _VALUE.fill(value=found.shown, over=found.over)
    if claim.compute.get("equals") == "all":
        words = _OF_ALL.fill(value=found.shown, over=found.over)
    restated = _OF_WHICH.fill(count=len(found.restated)) if found.restated else same("")
    left_out = _LEFT_OUT.fill(count=found.samples) if found.samples else same("")
    return asked.then(words).then(_bounds(claim)).then(_STOP).then(restated).then(left_out)


def _asked(claim: Claim, report: Record, register: Register) -> Words:
    """What was counted or summed: the year, the kind, every condition."""
    compute = claim.compute
    of = str(compute.get("of") or compute.get("count"))
    kind = register.kinds.get(of)
    name = kind.label if kind else _VILLAGES
    where = [_condition(key, wanted, of, register) for key, wanted in compute.get("where", {}).items()]
    when = [period.words for period in compute.get("period", ())] or [_YEAR.fill(year=report.get("year"))]
    named = _OF.fill(when=_joined(when, _LIST), name=Words(name.zh, name.en.lower()))
    for each in where:
        named = named.then(_AND).then(each)
    if key := compute.get("sum"):
        label = kind.field(key).label if kind and _has(kind.fields, key) else same(key)
        return named.then(_SUM.fill(label=Words(label.zh, label.en.lower())))
    return named.then(_COUNT)


def _condition(key: str, wanted: tuple[str, ...], of: str, register: Register) -> Words:
    if of == VILLAGES and key in _FLAGS:
        return _FLAGS[key][wanted == ("false",)]
    if of == VILLAGES:
        shown = [Words(each, FORMS[each][0].lower()) if each in FORMS else same(each) for each in wanted]
        return _PROPERTIES.get(key, same(key)).fill(value=_or(shown))
    kind = register.kinds.get(of)
    if kind is None or not _has(kind.fields, key):
        return same(f"{key} = {' / '.join(wanted)}")
    field = kind.field(key)
    type = field.type.item if isinstance(field.type, ListOf) else field.type
    shown = [_term(each, type, register) for each in wanted]
    return _IS.fill(label=Words(field.label.zh, field.label.en.lower()), value=_or(shown))


def _term(value: str, type: Any, register: Register) -> Words:
    try:
        return show(value, type, register.town)
    except (KeyError, AttributeError, TypeError):  # a term the field does not know
        return same(value)


def _or(shown: list[Words]) -> Words:
    return _joined(shown, Words("或", " or "))


def _joined(shown: list[Words], by: Words) -> Words:
    return Words(by.zh.join(each.zh for each in shown), by.en.join(each.en for each in shown))


def _has(fields: Any, key: str) -> bool:
    return any(field.key == key for field in fields)


def _bounds(claim: Claim) -> Words:
    words = same("")
    for key, said in _BOUNDS.items():
        if (bound := claim.compute.get(key)) is not None:
            all_said = (
                _ALL if bound == "all" else said.fill(value=_plain(Decimal(bound)) if bound != "all" else "")
            )
            words = words.then(all_said)
    return words


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


_NOTHING = Words(
    "报告没有为这句话附上记录，本站也没有可以计算的记录。",
    "The report names no record for this, and there is none here to compute it from.",
)
_SAMPLES_ONLY = Words(
    "只有演示数据，演示数据不能作为依据。", "There is demonstration data only, which is no evidence."
)
_CHANGED = Words(
    "所引的记录在核定以后改过或者已经没有，要重新核对。",
    "A record it cites has changed since it was accepted, or is gone; it must be looked at again.",
)
_OPEN = Words("所引的记录还没有核定。", "The records it cites have not been accepted yet.")
_CITED = Words(
    "引用 {count} 份记录，核定以后没有改动。", "It cites {count} records, unchanged since they were accepted."
)
_RESTATED = Words(
    "这些记录是本站的转述，不能独立证明报告。",
    " They are this site’s own restatements and do not prove the report independently.",
)
_YEAR = Words("{year}年", "{year}")
_OF = Words("{when}的{name}", "{name} of {when}")
_LIST = Words("、", ", ")
_VILLAGES = Words("村", "villages")
_AND = Words("，", ", ")
_IS = Words("{label}是{value}", "{label}: {value}")
_SUM = Words("，{label}合计", ", sum of {label}")
_COUNT = Words("，计数", ", counted")
_VALUE = Words("：{value}", ": {value}")
_OF_ALL = Words("：{over} 个中有 {value} 个", ": {value} of {over}")
_ALL = Words("，应为全部", "; it should be all")
_BOUNDS = {
    "at_least": Words("，应不少于 {value}", "; it should be at least {value}"),
    "at_most": Words("，应不多于 {value}", "; it should be at most {value}"),
    "equals": Words("，应等于 {value}", "; it should be {value}"),
}
_STOP = Words("。", ". ")
_NO_RECORDS = Words("没有可以计算的记录。", "There are no records to compute it from.")
_NO_FIGURE = Words(
    "有这样的记录，但都没有填写这个数。", "There are such records, but none of them gives the figure."
)
_OF_WHICH = Words(
    "其中 {count} 项只有本站的转述，不能独立证明报告。",
    "{count} of these rest on this site’s own restatements and do not prove the report independently. ",
)
_LEFT_OUT = Words("演示数据 {count} 份没有计入。", "{count} items of demonstration data are left out.")
_FLAGS = {
    "democratic_rule_of_law": (
        Words(
            "有民主法治村称号而且十条标准都有记录",
            "democratic village under the rule of law with a record for each of the ten standards",
        ),
        Words(
            "没有民主法治村称号，或者十条标准不都有记录",
            "not a democratic village under the rule of law, or without a record for each of the ten standards",
        ),
    ),
    "busy_finance": (
        Words("财务往来较多", "busy finances"),
        Words("财务往来不多", "finances that are not busy"),
    ),
}
"""What is asked of a village with `true`, and with `false`."""
_PROPERTIES = {
    "reached_by": Words("有到达本村的{value}", "reached by {value}"),
    "reached_every_quarter_by": Words("每季度都有到达本村的{value}", "reached by {value} every quarter"),
}
