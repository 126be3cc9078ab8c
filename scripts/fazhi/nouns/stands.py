"""How a regulation stands on the day the register is looked at, as lists, search and open data name it: all the same.

Never the status that is written down: a document that has expired is not in force because nobody has changed its file.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple, cast, get_args

from fazhi.ground.words import Words
from fazhi.nouns import terms
from fazhi.nouns.life import STATUS, life, state_of
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

_PENDING, _UNCLEAR, _UNKNOWN = "尚未施行", "正在核对", "日期不详"
NAMES: Mapping[str, tuple[Words, str]] = {
    **{term: (Words(term, english), slug) for term, (english, slug) in terms.STATUS.items()},
    _PENDING: (Words(_PENDING, "Not yet in force"), "pending"),
    _UNCLEAR: (Words(_UNCLEAR, "Being looked into"), "unclear"),
    _UNKNOWN: (Words(_UNKNOWN, "Dates not known"), "unknown"),
}
"""The name and the slug of each way to stand: 有效性, and what none of its terms is true of."""


Ended = Literal["superseded", "expired", "repealed", "annulled", "unclear"]


class Term(NamedTuple):
    """From when to when a regulation holds, both days included, and what ends it: true on whatever day it is read.

    None where there is no such day, or none is known. `unclear`: registered as ended, while nothing tells when.
    """

    since: date | None
    until: date | None
    ended: Ended | None


def term(record: Record, register: Register) -> Term | None:
    """The term of a regulation; None for a record of another kind."""
    own = life(record, register)
    if own is None:
        return None
    last = state_of(record, own, date.max)
    ended = last if last in get_args(Ended) else None
    days = (own.since, own.until) if own.held and ended != "unclear" else (None, None)
    return Term(*days, cast("Ended | None", ended))


def stands(record: Record, register: Register) -> str:
    """A key of NAMES; empty for a draft and for a record of another kind."""
    own = life(record, register)
    found = state_of(record, own, register.as_of) if own else "draft"
    if found == "draft":
        return ""
    if found == "pending":
        return _PENDING
    return _UNKNOWN if found is None else STATUS[found] or _UNCLEAR
