"""法治 (rule of law) stands where 法制 (legal system) stood: 法治宣传教育, 法治观念, 法治化.

Traps: 执法制度, 司法制度, 学法制度, 用法制度, 立法制度 cut across words; 设立法制宣传栏 does not. Kept: 社会主义法制 (the constitution's own),
法制审核, 国家法制统一, 法制科, 法制办, and names in 《》. The names of 副校长 and so on are legal-system-name's.
"""

import re
from collections.abc import Iterator
from datetime import date

from fazhi.ground.laws import Provision
from fazhi.ground.marks import called_of_old, inside
from fazhi.ground.problem import Severity
from fazhi.ground.statutes import LEGAL_EDUCATION
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.wording import slip, told

RULE = Rule(
    severity=Severity.NOTE,
    ref="TEXT-03",
    on="document",
    wording=True,
    since=date(2014, 11, 1),
    what=Words(
        "用“法治”，不用“法制”：法治宣传教育、法治观念", "法治, not 法制, in 法治宣传教育 and the like"
    ),
    why=Words("法律和文件都已改用“法治”", "laws and documents say 法治 now"),
    sources=(Provision(LEGAL_EDUCATION, {date.min: "1"}, {"1": "法治宣传教育"}),),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in ("开展法制宣传教育。", "增强法制观念。", "举办法制讲座。", "逐步走上法制化轨道。")
    ),
    good=(
        Example(body="开展法治宣传教育，完善执法制度、司法制度建设和学法制度。\n"),
        Example(
            body="重大决定经法制审核，维护国家法制统一，健全社会主义法制建设；参见《关于加强法制教育的意见》。\n"
        ),
        Example(
            values={
                "formed": "2012-03-01",
                "published": "2012-03-02",
                "index": "140825107/2012-00001",
                "review": "{by: reviewer, on: 2012-03-01, secrecy: ok, privacy: ok}",
            },
            body="开展法制宣传教育。\n",
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _WORD)


def _right(match: re.Match[str]) -> str | None:
    text, at = match.string, match.start()
    return None if inside(text, at, "《》") or called_of_old(text, at) else "法治"


_WORD = slip(
    r"法制(?<![司执学用守普依违宪]法制)(?<![^设建确成创]立法制)(?<!社会主义法制)"
    r"(?=宣传(?!日)|教育|讲座|观念|建设|化(?!解)|意识|轨道|环境|文化|课|思维|氛围|素养|保障)",
    _right,
    "法制",
)
_MESSAGE = Words("“{wrong}”现在写作“{right}”，如法治宣传教育、法治观念", "'{wrong}' is written '{right}' now")
SIGNS = _WORD.signs
