"""Who supervises a village, and whom: both committees, as the village last told them."""

from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.statutes import VILLAGES
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

APART = Provision(
    VILLAGES,
    {date.min: "32", date(2026, 1, 1): "37"},
    {
        "32": "村民委员会成员及其近亲属不得担任村务监督机构成员",
        "37": "村民委员会成员及其近亲属不得担任村务监督机构成员",
    },
)
"""Nobody supervises a committee of which he or a near relative is a member."""


def told_of_committees(record: Record, register: Register) -> Record | None:
    """The last record of the same village, by the day of this one, that lists the members of both committees."""
    day = record.day
    told = [
        (each.day, each.id, each)
        for each in register.of_village(record.get("village", ""))
        if each.get("supervision") and each.day and day and each.day <= day
    ]
    return max(told)[2] if told else None
