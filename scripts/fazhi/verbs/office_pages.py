"""The town's own organs on one page: the leading group, the offices with their public phones, the newest plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, SitePage

OFFICES = "offices/index"
LEADERSHIP = "领导机制"


@dataclass(frozen=True, slots=True)
class Offices:
    """What leads rule-of-law work, and the yearly plans, the newest first."""

    leadership: tuple[Record, ...]
    plans: tuple[Record, ...]


def office_pages(register: Register) -> Iterator[SitePage]:
    """The one page of the offices of town.yml."""
    leading = [record for record in register.of_kind("regulation") if record.get("subject") == LEADERSHIP]
    plans = sorted(register.of_kind("plan"), key=lambda record: -(record.year or 0))
    view = Offices(tuple(leading), tuple(plans))
    yield SitePage.made(OFFICES, "offices.html", _TITLE, (HOME, "plans/index"), view)


_TITLE = Words("镇级机构和年度计划", "Offices and the yearly plan")
