"""Mobile numbers that town.yml does not list among the town's own.

An amount has a point or 元 behind it; the page t20211204_13812345678.html of another site is an address; these are
left alone (DOMAIN §4, measured).
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import NUMBER

RULE = Rule(
    severity=Severity.ERROR,
    on="passage",
    ref="PRIV-03",
    what=Words(
        "不出现手机号码，town.yml 列明的公开电话除外", "no mobile number but those town.yml lists as public"
    ),
    why=Words("个人手机号会招来骚扰和诈骗", "a private number draws nuisance and fraud"),
    sources=NO_PUBLICATION,
    bad=(
        Example(body="联系人：王某，138 0013 8000。\n"),
        Example(values={"title": "财务收支（电话１３８００１３８０００）"}),
        Example(files={"villages/demo-1/2026/名单_13800138000.txt": "合计\n"}),
    ),
    good=(
        Example(body="联系电话：138-0013-8000。\n", town={"public_phones": '["13800138000"]'}),
        Example(body="收入13800138000.00元；手机 138****8000；热线12345。\n"),
        Example(body="见 https://example.gov.cn/202112/t20211204_13800138000.html 。\n"),
    ),
)

SIGNS = frozenset((NUMBER,))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    for hit in passage.numbers("mobile"):
        if hit.number not in register.town.public_numbers:
            yield Found(hit.start, _NUMBER.fill(shown=hit.shown), hit.written)


_NUMBER = Words(
    "这里有手机号码 {shown}；请删去或写作 138****5678 的样子；办公用号请登入 town.yml 的 public_phones",
    "a mobile number {shown} stands here; remove it or write it like 138****5678; list office numbers in town.yml's public_phones",
)
