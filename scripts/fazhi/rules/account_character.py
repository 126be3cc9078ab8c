"""What has to do with money is 账; 帐 is cloth: 账目, 记账, 台账. Names of old rules in 《》 are kept."""

import re
from collections.abc import Iterator

from fazhi.ground.marks import inside
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import DICTIONARY
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.WARNING,
    ref="TEXT-10",
    on="document",
    wording=True,
    what=Words("与钱有关用“账”：账目、账户、台账", "money matters are 账, not 帐"),
    why=Words("“帐”只用于布帐，如帐篷、蚊帐", "帐 is a tent or curtain"),
    sources=(DICTIONARY, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("公布帐目。", "设立台帐。", "银行帐号。", "按月结帐。", "村级财务记帐。")
    ),
    good=(
        Example(body="公布账目，设立台账；发放救灾帐篷和蚊帐，应对帐篷损坏。\n"),
        Example(body="参见《银行帐户管理办法》；将“帐簿”修改为“账簿”。\n"),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _ACCOUNT)


def _right(match: re.Match[str]) -> str | None:
    return None if inside(match.string, match.start(), "《》") else match[0].replace("帐", "账")


_ACCOUNT = slip(
    r"(?:[记对结查转入台总报做建挂坏销进出欠还赖算旧呆][帐])(?![篷幕子房顶钩帘帷内外前中])|帐(?=[目簿户号款务单册本]|面金额|面价值|外资金)",
    _right,
    "帐",
)
_MESSAGE = Words("“{wrong}”应为“{right}”：与钱有关用“账”", "'{wrong}' should read '{right}'")
SIGNS = _ACCOUNT.signs
