"""Mail addresses that are no office's: .gov.cn is free, others are listed in town.yml's public_contacts.

`regulations/waste@2024-03-01` is an id of a record, not an address.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-08",
    what=Words(
        "邮箱是机关邮箱（.gov.cn）或 town.yml 列明的邮箱",
        "a mail address is an office's (.gov.cn) or one that town.yml lists",
    ),
    why=Words("个人邮箱是个人信息", "a private address is personal data"),
    sources=NO_PUBLICATION,
    bad=(Example(body="邮箱：zhangsan@qq.com\n"),),
    good=(
        Example(body="邮箱：sfs@xinjiang.gov.cn、demo@example.org\n"),
        Example(body="邮箱：sfs@163.com\n", town={"public_contacts": "[sfs@163.com]"}),
    ),
)
_LOCAL = re.compile(r"[A-Za-z0-9._%+-]{1,64}\Z")
_DOMAIN = re.compile(r"@((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})(?![A-Za-z0-9-])")
_NO_DOMAIN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.")
_FREE = re.compile(
    r"(?:.+\.)?gov\.cn|(?:.+\.)?example(?:\.(?:org|com|net|cn|gov\.cn))?|.+\.(?:example|invalid|test)",
    re.IGNORECASE,
)


SIGNS = frozenset(("@",))


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    for match in _DOMAIN.finditer(text):
        local = _LOCAL.search(text, max(match.start() - 64, 0), match.start())
        if local and not _is_public(local[0], match[1], register):
            start, end = passage.folded.back(local.start()), passage.folded.back(match.end() - 1) + 1
            shown = f"{local[0][0]}***@{match[1]}"
            yield Found(start, _ADDRESS.fill(shown=shown), passage.text[start:end])


def _is_public(local: str, domain: str, register: Register) -> bool:
    listed = register.town.public_contacts
    named = {f"{local}@{domain}".lower(), domain.lower()}
    return bool(_FREE.fullmatch(domain) or _NO_DOMAIN.match(domain) or listed & named)


_ADDRESS = Words(
    "邮箱 {shown} 不是机关邮箱；个人邮箱请删去，单位邮箱请登入 town.yml 的 public_contacts",
    "the mail address {shown} is no office's; remove a private one, list an office's in town.yml's public_contacts",
)
