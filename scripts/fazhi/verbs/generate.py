"""A town of any size for benchmarks: fictional, the same for the same seed, shaped like what people write.

Records hold 700 to 1,800 Han characters; six of ten a table; every account adds up; nothing in them is a problem.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from fazhi.ground.money import show_fen

_FIRST_YEAR = 2014
_PER_VILLAGE = 48
_VERBS = ("清理", "维修", "检查", "登记", "核对", "公布", "讨论", "通过", "整理", "补种", "安装", "疏通")
_THINGS = (
    "水渠",
    "路灯",
    "道路",
    "林带",
    "机井",
    "文化广场",
    "垃圾收集点",
    "村卫生室",
    "公示栏",
    "排水沟",
    "灌溉管道",
    "老年活动室",
)
_WHO = ("村民委员会", "村民小组", "村务监督委员会", "村民代表会议", "驻村干部", "网格员")
_WHERE = ("村东", "村西", "村南", "村北", "主街", "学校门口", "河堤", "果园", "新村", "老村")
_ENDS = (
    "费用从村集体收入中列支，票据已经审核。",
    "工作完成后由村务监督委员会验收，结果一并公布。",
    "对此有疑问的村民，可以在公布期内向村民委员会查询。",
    "有关材料存放在村级档案室，可以查阅。",
    "下一期继续按计划进行，进展另行公布。",
)


def town_text(villages: int) -> str:
    """A town.yml with so many villages."""
    names = "\n".join(
        f"  v{number:03d}: {{name: {{zh: 样本{number}村, en: Sample Village {number}}}, since: 2010-01-01, sample: true}}"
        for number in range(1, villages + 1)
    )
    return _TOWN.format(villages=names)


def villages_for(count: int) -> int:
    """How many villages so many records need."""
    return max(1, -(-count // _PER_VILLAGE))


def records(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many disclosures: path under docs/ and text."""
    for number in range(count):
        yield _record(number, random.Random(seed * 1_000_003 + number))


def _record(number: int, chance: random.Random) -> tuple[str, str]:
    village, at = divmod(number, _PER_VILLAGE)
    year, rest = _FIRST_YEAR + at // 4, at % 4
    quarter = rest + 1
    end = date(year, quarter * 3, 28)
    formed, published = end + timedelta(days=10), end + timedelta(days=12)
    id = f"v{village + 1:03d}"
    head = _HEAD.format(
        title=f"样本{village + 1}村{year}年第{'一二三四'[rest]}季度财务收支",
        index=f"140825107/{formed.year}-{10000 + number % 80000:05d}",
        formed=formed,
        published=published,
        reviewed=formed + timedelta(days=1),
        until=published + timedelta(days=20),
        village=id,
        period=f"{year}-Q{quarter}",
    )
    accounts, table = _accounts(number, chance, year, quarter) if _has_table(number) else ("", "")
    text = f"{head}{accounts}---\n\n{table}{_prose(chance)}"
    return f"villages/{id}/{year}/finance-Q{quarter}.md", text


def _has_table(number: int) -> bool:
    return number % 10 < 6


def _balance(number: int) -> int:
    """What a village has after a record, in 分: that of its last record with a table."""
    first = number - number % _PER_VILLAGE
    told = next((each for each in range(number, first - 1, -1) if _has_table(each)), first - 1)
    return random.Random(told).randrange(1_000_000, 9_000_000)


def _accounts(number: int, chance: random.Random, year: int, quarter: int) -> tuple[str, str]:
    """The declaration of a book, and its table: it opens where the last one closed."""
    opening = _balance(number - 1) if number % _PER_VILLAGE else _balance(number)
    closing = _balance(number)
    cash = closing // 50
    declared = (f"{fen // 100}.{fen % 100:02d}" for fen in (opening, closing, cash, closing - cash))
    return _BOOK.format(*declared), _table(chance, year, quarter, opening, closing)


def _table(chance: random.Random, year: int, quarter: int, opening: int, closing: int) -> str:
    changes = [
        chance.randrange(5_000, 500_000) * chance.choice((1, -1)) for _ in range(chance.randrange(5, 13))
    ]
    changes.append(closing - opening - sum(changes))
    lines, balance = [_TABLE_HEAD, f"| | 上期结余 | | | {show_fen(opening)} | | |"], opening
    for row, change in enumerate(changes):
        balance += change
        cells = f"{show_fen(change)} | " if change > 0 else f" | {show_fen(-change)}"
        what = f"{chance.choice(_THINGS)}{chance.choice(_VERBS)}"
        day = f"{year}-{quarter * 3 - row % 3:02d}-{row + 5:02d}"
        lines.append(f"| {day} | {what} | {cells} | {show_fen(balance)} | 监督委员会 | 村民小组 |")
    income, expense = (sum(max(sign * change, 0) for change in changes) for sign in (1, -1))
    lines.append(f"| | 本期合计 | {show_fen(income)} | {show_fen(expense)} | | | |")
    return "\n".join([*lines, "", ""])


def _prose(chance: random.Random) -> str:
    paragraphs = (
        "".join(_sentence(chance) for _ in range(chance.randrange(4, 9)))
        for _ in range(chance.randrange(3, 6))
    )
    return "## 说明\n\n" + "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    done = "，".join(
        f"{chance.choice(_WHERE)}{chance.choice(_THINGS)}由{chance.choice(_WHO)}组织{chance.choice(_VERBS)}"
        for _ in range(chance.randrange(1, 4))
    )
    return f"{done}，用工{chance.randrange(3, 90)}人次，支出{chance.randrange(200, 9000)}元，{chance.choice(_ENDS)}"


_HEAD = """---
title: {title}
index: {index}
formed: {formed}
published: {published}
source: {village}
topic: 农业、林业、水利
access: 主动公开
review: {{by: reviewer, on: {reviewed}, secrecy: ok, privacy: ok}}
sample: true
village: {village}
item: finance
period: {period}
posted: {{from: {published}, to: {until}, place: 村务公开栏}}
"""
_BOOK = (
    "accounts:\n  - {{book: main, table: 收支明细, unit: 元, opening: {}, closing: {}, cash: {}, bank: {}}}\n"
)
_TABLE_HEAD = """## 收支明细

| 日期 | 摘要 | 收入 | 支出 | 结余 | 证明人 | 审批人 |
| --- | --- | --- | --- | --- | --- | --- |"""

_TOWN = """name: {{zh: 样本镇, en: Sample Town}}
code: "140825107"
timezone: Asia/Shanghai
site:
  title: {{zh: 样本镇法治公开, en: Sample Town Records}}
index: {{prefix: "140825107"}}
offices:
  government: {{name: {{zh: 样本镇人民政府, en: Government of Sample Town}}}}
  justice: {{name: {{zh: 样本镇司法所, en: Judicial Office of Sample Town}}}}
posts:
  reviewer: {{office: justice, may_approve: true}}
villages:
{villages}
items:
  finance: {{name: {{zh: 财务收支, en: Accounts}}, cadence: quarter, due_days: 20, channel: web, since: 2014-01-01}}
"""
