"""An item of town.yml is a village's or an office's (`of`), and is published by one of these only."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_BUDGET = (
    "{budget: {name: {zh: 预算, en: Budget}, of: office, cadence: year, channel: web, since: 2026-01-01}}"
)
_OF_OFFICE = {"village": None, "office": "government", "item": "budget", "period": "2026"}

RULE = Rule(
    severity=Severity.ERROR,
    what=Words(
        "村的事项由村公开，机关的事项由机关公开",
        "a village publishes what is a village's, an office what is an office's",
    ),
    why=Words("写错了单位，该公开的一家就显示为没有公开", "else whoever had to publish it seems not to have"),
    sources=(OWN,),
    bad=(
        Example(values={"item": "budget", "period": "2026"}, town={"items": _BUDGET}),
        Example(values={"village": None, "office": "government"}, name="villages/government/2026/finance-Q3"),
    ),
    good=(
        Example(),
        Example(values=_OF_OFFICE, town={"items": _BUDGET}, name="villages/government/2026/budget-year"),
    ),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    publisher = register.town.publisher(record.get("item", ""))
    other = {"village": "office", "office": "village"}.get(publisher or "")
    if other and record.get(other) and publisher and not record.get(publisher):
        yield Found(other, _WORDS[publisher].fill(item=register.town.named("item", record.get("item", ""))))


_WORDS = {
    "village": Words(
        "“{item}”由各村公开，请写 village；是机关的事项的，请在 town.yml 里写 of: office",
        "'{item}' is published by villages, so give village; if it is an office's, say of: office in town.yml",
    ),
    "office": Words(
        "“{item}”由机关公开，请写 office；是各村的事项的，请去掉 town.yml 里的 of: office",
        "'{item}' is published by an office, so give office; if it is the villages', take of: office out of town.yml",
    ),
}
