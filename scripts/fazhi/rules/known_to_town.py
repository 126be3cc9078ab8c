"""Every village, office, post and item a record names is one of town.yml."""

import difflib
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words(
        "村、机关、岗位和事项都在 town.yml 中", "villages, offices, posts and items are those of town.yml"
    ),
    why=Words(
        "不在名单上的村或事项，不会出现在任何村的页面上", "what the list lacks appears on no village's page"
    ),
    sources=(OWN,),
    bad=(
        Example(values={"source": "demo-9"}),
        Example(values={"review": "{by: nobody, on: 2026-10-09, secrecy: ok, privacy: ok}"}),
        Example(kind="outreach", values={"villages": "[demo-1, demo-8]"}),
    ),
    good=(Example(kind="outreach", values={"villages": "[demo-1, demo-2]"}),),
)
_WORDS = {
    "village": Words("村", "village"),
    "office": Words("机关", "office"),
    "item": Words("公开事项", "item"),
    "source": Words("机关或村", "office or village"),
    "signer": Words("岗位、机关或村", "post, office or village"),
}


def check(record: Record, register: Register) -> Iterator[Found]:
    for key, of, id in record.ids:
        if of in _WORDS and not register.town.knows(of, id):
            known = register.town.ids(of)
            close = difflib.get_close_matches(id, known, n=1)
            shown = ", ".join(close or known[:12]) or "—"
            yield Found(key, _UNKNOWN.fill(key=key, of=_WORDS[of], id=quote(id), known=shown))


_UNKNOWN = Words(
    "{key}：town.yml 中没有{of} {id}；已有：{known}", "{key}: town.yml has no {of} {id}; it has: {known}"
)
