"""Tables of people: which column holds the names, what else a row tells, and whether they receive something."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from fazhi.ground.cached import cached_property
from fazhi.ground.names import is_full_name, is_masked_name
from fazhi.nouns.table import Row, Table

_PERSON = re.compile(
    r"姓名|户主|(?:救助|保障|补贴|补助|发放|慰问|受助|受益|帮扶)(?:对象|人)|领取人|领款人|申请人|受助人|农户$"
)
_RECIPIENT = re.compile(r"户主|对象|领取人|领款人|申请人|受助人|受益人|农户")
_FACTS = {
    "group": re.compile(r"组别|小组|村组|住址|地址|^组$|所在组"),
    "age": re.compile(r"出生|年龄|生日"),
    "family": re.compile(r"家庭人口|户人口|保障人口|享受人口|家庭人数|保障人数|享受人数|^人口|^人数"),
    "amount": re.compile(r"金额|补助|补贴|保障金|救助金|标准|[（(]元[)）]|资金"),
    "reason": re.compile(r"原因|事由|致贫|困难|病|残|类别"),
}

MANY = 3
"""So many facts in one row tell who somebody is (DOMAIN §4, PRIV-12)."""


@dataclass(frozen=True)
class People:
    """A table with a column of names."""

    table: Table
    names: int

    @cached_property
    def facts(self) -> dict[str, int]:
        """What else it tells of a person, with the column."""
        return {
            fact: column
            for column, head in enumerate(self.table.head.cells)
            if column != self.names
            for fact, pattern in _FACTS.items()
            if pattern.search("".join(head.split()))
        }

    @property
    def is_of_recipients(self) -> bool:
        """Whether its people receive something: it says so, or gives an amount, a reason or the size of a family."""
        head = self.table.head.cells[self.names]
        return bool(_RECIPIENT.search(head) or self.facts.keys() & {"amount", "reason", "family"})

    @property
    def named(self) -> Iterator[tuple[Row, str]]:
        """The rows with somebody's whole name, or one masked so that it still tells."""
        for row in self.table.rows:
            name = row.cells[self.names] if len(row.cells) > self.names else ""
            if is_full_name(name) or _is_thin(name):
                yield row, name

    def tells(self, row: Row) -> set[str]:
        """What a row tells of its person."""
        told = {
            fact
            for fact, column in self.facts.items()
            if column < len(row.cells) and _says(row.cells[column])
        }
        name = row.cells[self.names] if len(row.cells) > self.names else ""
        return told | {"name"} if is_full_name(name) else told

    @property
    def persons(self) -> Iterator[Row]:
        """The rows that stand for a person, named or masked."""
        for row in self.table.rows:
            name = row.cells[self.names] if len(row.cells) > self.names else ""
            if is_full_name(name) or is_masked_name(name) or _is_thin(name):
                yield row


def lists_of_people(tables: Iterable[Table]) -> tuple[People, ...]:
    """Those of some tables that list people."""
    found = ((table, _names(table.head.cells)) for table in tables)
    return tuple(People(table, column) for table, column in found if column is not None)


def telling_rows(lists: Iterable[People]) -> Iterator[Row]:
    """The rows that put so many facts about a person together that they tell who it is."""
    for listed in lists:
        yield from (row for row in listed.persons if len(listed.tells(row)) >= MANY)


@lru_cache(maxsize=1024)
def _names(heads: tuple[str, ...]) -> int | None:
    """The column of names under these heads; the tables of a town have few different ones."""
    bare = ("".join(head.split()) for head in heads)
    return next((column for column, head in enumerate(bare) if _PERSON.search(head)), None)


def _is_thin(name: str) -> bool:
    """张小*: a mask, but one that leaves all but one sign."""
    bare = "".join(name.split())
    return bool(re.fullmatch(r"[一-龥]{2,3}[*＊×]|[一-龥][一-龥][*＊×][一-龥]", bare)) and not is_masked_name(
        bare
    )


def _says(cell: str) -> bool:
    return cell.strip() not in ("", "-", "—", "/", "无", "0")
