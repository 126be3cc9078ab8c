"""From 2026-07-01 the ground for social assistance is the law (社会救助法), no longer the interim measures.

The measures' own text was never repealed, so this speaks of them only, and only where they are cited as they stand.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.marks import inside
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import AID, AID_MEASURES
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_SINCE = date(2026, 7, 1)

RULE = Rule(
    severity=Severity.WARNING,
    ref="LAW-22",
    on="document",
    since=_SINCE,
    wording=True,
    what=Words(
        "2026年7月1日起不再引用《社会救助暂行办法》", "since 1 July 2026 the interim measures are not cited"
    ),
    why=Words(
        "《社会救助法》已经施行，公布范围等规定以法律为准",
        "the Social Assistance Law is in force and decides",
    ),
    sources=(Provision(AID, {_SINCE: "78"}, {"78": "自2026年7月1日起施行"}),),
    bad=(
        Example(body="根据《社会救助暂行办法》第十一条，经审核确认后在村内公布。\n"),
        Example(body="依照《社会救助暂行办法》办理。\n"),
    ),
    good=(
        Example(body="根据《社会救助法》第四十五条，在村内公布。\n"),
        Example(body="2026年7月1日以前依据《社会救助暂行办法》，此后依据《社会救助法》。\n"),
        Example(body="来信问到“《社会救助暂行办法》是否有效”。\n"),
    ),
)
_TITLE = f"《{AID_MEASURES.name}》"
_HISTORY = re.compile("原|此前|以前|之前|当时|曾|施行前|不再|代替|取代|旧")
_REACH = 24

SIGNS = frozenset((_TITLE,))


def check(document: Document, register: Register) -> Iterator[Found]:
    prose = document.body.unquoted
    for found in re.finditer(_TITLE, prose):
        around = prose[max(found.start() - _REACH, 0) : found.end() + _REACH]
        if not inside(prose, found.start(), "“”") and not _HISTORY.search(around):
            yield Found(found.start(), _SUCCEEDED, _TITLE)


_SUCCEEDED = Words(
    "自2026年7月1日起施行《社会救助法》；请改引该法，例如公布范围见第四十五条",
    "the Social Assistance Law has been in force since 1 July 2026; cite it instead, art. 45 on where to announce",
)
