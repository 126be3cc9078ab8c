"""An item whose channel is the notice board is never a record of this site, nor its attachment.

Who gets aid is announced in the village or community, and there only; the web gets sums without names (DOMAIN §0.5).
"""

from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import AID, AID_MEASURES
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_ITEMS = (
    "{aid-lists: {name: {zh: 社会救助对象名单, en: Aid lists}, cadence: event, channel: board, since: 2026-01-01}, "
    "finance: {name: {zh: 财务收支, en: Accounts}, cadence: quarter, channel: web, since: 2026-01-01}}"
)

RULE = Rule(
    severity=Severity.ERROR,
    ref="LAW-22",
    what=Words("只在公开栏公布的事项不上网", "what goes on the notice board only is not on the site"),
    why=Words(
        "救助名单只在村、社区等范围内公布，上网会让全世界长期看到",
        "lists of aid recipients are for the village only; on the web the whole world keeps them",
    ),
    sources=(
        Provision(AID, {date(2026, 7, 1): "45"}, {"45": "所在的村、社区等范围内公布"}),
        Provision(AID_MEASURES, {date(2014, 5, 1): "11"}, {"11": "在申请人所在村、社区公布"}),
    ),
    bad=(Example(values={"item": "aid-lists", "period": "2026-10-08"}, town={"items": _ITEMS}),),
    good=(Example(town={"items": _ITEMS}),),
    keys=frozenset(("item",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    item = register.town.items.get(record.get("item", ""), {})
    if item.get("channel") == "board":
        yield Found("item", _ON_BOARD.fill(name=Words(**item["name"])))


_ON_BOARD = Words(
    "“{name}”只在村务公开栏公布，不上网；请把文件移出 docs/，网上只公布户数、金额等合计",
    "'{name}' goes on the notice board only; take the file out of docs/ and publish sums without names instead",
)
