"""Made-up accounts that add up, over villages and years, with faults that can be sown into them one by one.

Every account is a small model; rendering it tells where each cell stands, so that a fault's place is known beforehand
without asking the code that is to find it.
"""

import random
from dataclasses import dataclass, field

HEAD = ["日期", "摘要", "收入", "支出", "结余", "证明人", "审批人", "备注"]
DATE, SUBJECT, INCOME, EXPENSE, BALANCE, WITNESS, APPROVER, NOTE = range(8)
FIRST_YEAR = 2024
YEARS = 3
FIRST_ROW = 4
"""The first row below the head, counted from the heading's line."""


def yuan(fen: int) -> str:
    sign, fen = "-" if fen < 0 else "", abs(fen)
    return f"{sign}{fen // 100:,}.{fen % 100:02d}"


def plain(fen: int) -> str:
    return yuan(fen).replace(",", "")


@dataclass
class Account:
    """One account: what is declared, the rows of its table, and texts after it."""

    village: str
    year: int
    slug: str
    opening: int
    closing: int
    cash: int
    bank: int
    rows: list[list[str]]
    head: list[str] = field(default_factory=lambda: [*HEAD])
    after: list[str] = field(default_factory=list)
    copy: str = ""
    number: int = 0

    @property
    def id(self) -> str:
        return f"villages/{self.village}/{self.year}/finance-{self.slug}{self.copy}"

    @property
    def period(self) -> str:
        """As the front matter writes it after the year: an event has a hyphen."""
        return (
            f"{self.slug[:2]}-{self.slug[2:]}" if len(self.slug) == 4 and self.slug.isdigit() else self.slug
        )

    @property
    def path(self) -> str:
        return f"docs/{self.id}.md"

    @property
    def lines(self) -> list[str]:
        """The file, line by line."""
        month = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "year": 12}.get(self.slug) or int(self.slug[:2])
        after = f"{self.year + month // 12}-{month % 12 + 1:02d}"
        return [
            "---",
            f"title: {self.village}之{self.year}年{'全年' if self.slug == 'year' else self.slug}账目{self.copy}",
            f"index: 140825107/{after[:4]}-{self.number:05d}",
            f"formed: {after}-08",
            f"published: {after}-10",
            f"source: {self.village}",
            "topic: 财政、金融、审计",
            "access: 主动公开",
            f"review: {{by: reviewer, on: {after}-09, secrecy: ok, privacy: ok}}",
            f"village: {self.village}",
            "item: finance",
            f"period: {self.year}-{self.period}".removesuffix("-year"),
            "accounts:",
            f"  - {{book: main, table: 收支明细, unit: 元, opening: {plain(self.opening)}, closing: {plain(self.closing)}, "
            f"cash: {plain(self.cash)}, bank: {plain(self.bank)}}}",
            "---",
            "",
            "## 收支明细",
            "",
            self._line(self.head),
            "|" + "---|" * len(self.head),
            *[self._line(row) for row in self.rows],
            "",
            *self.after,
        ]

    @property
    def text(self) -> str:
        return "\n".join([*self.lines, ""])

    @staticmethod
    def _line(cells: list[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    def cell(self, row: int, column: int) -> tuple[int, int]:
        """Line and column of a cell of the table; row -1 is its head."""
        line = self.lines.index("## 收支明细") + 1 + (2 if row < 0 else FIRST_ROW + row)
        cells = self.head if row < 0 else self.rows[row]
        return line, 3 + sum(len(cell) + 3 for cell in cells[:column])

    def declared(self, key: str) -> tuple[int, int]:
        """Line and column of a value of the declaration."""
        line = next(at for at, text in enumerate(self.lines) if text.startswith("  - {book"))
        return line + 1, self.lines[line].index(f" {key}: ") + len(f" {key}: ") + 1

    def spot(self, text: str) -> tuple[int, int]:
        """Line and column of a text after the table."""
        line = next(at for at, each in enumerate(self.lines) if text in each)
        return line + 1, self.lines[line].index(text) + 1

    def sum_up(self) -> None:
        """Work the balances, the totals and the closing balance out again."""
        balance, income, expense = self.opening, 0, 0
        for row in self.rows[1:-2]:
            came, went = (fen(row[column]) for column in (INCOME, EXPENSE))
            balance, income, expense = balance + came - went, income + came, expense + went
            row[BALANCE] = yuan(balance)
        self.rows[0][BALANCE] = yuan(self.opening)
        self.rows[-2][INCOME], self.rows[-2][EXPENSE] = yuan(income), yuan(expense)
        self.rows[-1][BALANCE] = yuan(balance)
        self.closing, self.cash = balance, balance // 10
        self.bank = balance - self.cash


def fen(text: str) -> int:
    return int(text.replace(",", "").replace(".", "") or 0)


def account(village: str, year: int, slug: str, opening: int, chance: random.Random) -> Account:
    """An account that adds up: income and expenses of a township's size, small enough for no unit to look wrong."""
    rows = [["", "上期结余", "", "", "", "", "", ""]]
    for number in range(chance.randrange(6, 10)):
        amount = yuan(chance.randrange(20_000, 300_000))
        is_income = number % 3 == 0
        who = ["", ""] if is_income else ["监督委员会", "村民委员会"]
        money = [amount, ""] if is_income else ["", amount]
        rows.append([f"{year}-{number + 1:02d}", f"事项{number}", *money, "", *who, ""])
    rows += [["", "本期合计", "", "", "", "", "", ""], ["", "期末结余", "", "", "", "", "", ""]]
    made = Account(village, year, slug, opening, 0, 0, 0, rows)
    made.sum_up()
    return made


def accounts(villages: int, seed: int = 1) -> dict[str, list[Account]]:
    """The accounts of each village by quarter, each opening with what the last one closed with."""
    chance, found, number = random.Random(seed), {}, 0
    for village in (f"demo-{at}" for at in range(1, villages + 1)):
        balance, own = chance.randrange(5_000_000, 9_000_000), []
        for at in range(YEARS * 4):
            made = account(village, FIRST_YEAR + at // 4, f"Q{at % 4 + 1}", balance, chance)
            number, made.number, balance = number + 1, number + 1, made.closing
            own.append(made)
        found[village] = own
    return found
