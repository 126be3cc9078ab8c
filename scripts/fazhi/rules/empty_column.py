"""A column of the site holds at least one record. Five empty columns fail an inspection on their own.

A warning: an empty column is a public state and no fault of what is published.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltSite
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS

VETO = 5

RULE = Rule(
    severity=Severity.WARNING,
    on="site",
    ref="SITE-02",
    what=Words("没有空白栏目", "no column is empty"),
    why=Words("空白栏目达到 5 个，检查单项否决", "five empty columns fail an inspection on their own"),
    sources=(INDICATORS,),
    bad=(Example(built={"outreach/index.html": "<title>普法活动</title><p>无</p>"}),),
    good=(Example(built={"regulations/index.html": "<title>制度文件</title><p>一件</p>"}),),
)


def check(site: BuiltSite, register: Register) -> Iterator[Found]:
    empty = [path for path in _empty(register) if path in site.pages]
    for path in empty:
        title = site.pages[path].title.partition("_")[0]
        message = _EMPTY.fill(title=title)
        if len(empty) >= VETO:
            message = message.then(_FAILS.fill(count=len(empty), veto=VETO))
        yield Found(Place(), message, path=path)


def _empty(register: Register) -> Iterator[str]:
    for kind in register.kinds.values():
        if not register.of_kind(kind.name):
            yield f"{kind.listing}/index.html"
    busy = {record.get("village") for record in register.records.values()}
    yield from (f"villages/{id}/index.html" for id in register.town.villages if id not in busy)


_EMPTY = Words(
    "栏目“{title}”是空的；请补上应公开的内容，确实没有的请写明“无”并说明向谁询问",
    "the column '{title}' is empty; publish what belongs there, or say that there is nothing and whom to ask",
)
_FAILS = Words(
    "。空白栏目已有 {count} 个，达到 {veto} 个检查单项否决",
    ". There are {count} empty columns; {veto} fail an inspection on their own",
)
