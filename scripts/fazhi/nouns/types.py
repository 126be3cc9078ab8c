"""Types of field values: each reads a YAML node into a value and reports every fault at its place."""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.days import day, when
from fazhi.ground.nodes import Items, Mapping, Node, Scalar
from fazhi.ground.period import period
from fazhi.ground.problem import Mend
from fazhi.ground.quote import quote
from fazhi.ground.words import Words, same
from fazhi.nouns.field import Field, Fields, Reading, Type, once, read_fields


class _FromText:
    """A type written as one plain value."""

    code = "value-form"
    holds_ids = False

    def read(self, node: Node, path: str, into: Reading) -> Any:
        if not isinstance(node, Scalar):
            into.fault("value-form", node.place, _ONE_VALUE.fill(key=path, right=self.right))
            return None
        try:
            return self.parse(node.text.strip())
        except ValueError:
            words = _WRONG_VALUE.fill(key=path, found=quote(node.text), right=self.right)
            into.fault(self.code, node.place, words, self.mend(node.text.strip()))
            return None

    def mend(self, text: str) -> Mend | None:
        """How a faulty text may be repaired without a change of meaning."""
        return None

    def parse(self, text: str) -> Any:
        raise NotImplementedError

    @property
    def right(self) -> Words:
        raise NotImplementedError


@dataclass(frozen=True)
class Text(_FromText):
    """Any text on one line."""

    example: str = ""

    def parse(self, text: str) -> str:
        if not text:
            raise ValueError(text)
        return text

    @property
    def right(self) -> Words:
        return (
            Words(f"文字，例如 {self.example}", f"text such as {self.example}")
            if self.example
            else _SOME_TEXT
        )


@dataclass(frozen=True)
class Pattern(_FromText):
    """Text of a fixed form. `mended` betters a text where that cannot change its meaning."""

    pattern: str
    example: str
    code: str = "value-form"
    mended: Callable[[str], str] | None = None

    def mend(self, text: str) -> Mend | None:
        right = self.mended(text) if self.mended else text
        return Mend(text, right) if right != text else None

    def parse(self, text: str) -> str:
        if not self._form.fullmatch(text):
            raise ValueError(text)
        return text

    @cached_property
    def _form(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.ASCII)

    @property
    def right(self) -> Words:
        return Words(f"如 {self.example} 的形式", f"in the form {self.example}")


class Date(_FromText):
    """A day, `YYYY-MM-DD`; reads as datetime.date."""

    code = "date-form"
    parse = staticmethod(day)
    right = Words("存在的日期，写作 2026-10-08", "a day that exists, written 2026-10-08")


class PartialDate(_FromText):
    """A day, or as much of it as is known; reads as When."""

    code = "date-form"
    parse = staticmethod(when)
    right = Words(
        "存在的日期，写作 2026-10-08（不详时写 2026-10、2026 或 unknown）",
        "a day that exists, written 2026-10-08 (where it is not known: 2026-10, 2026 or unknown)",
    )


class PeriodOf(_FromText):
    """A year, quarter, month or the day of an event; reads as Period."""

    code = "date-form"
    parse = staticmethod(period)
    right = Words(
        "2026、2026-Q3、2026-09 或 2026-09-10 的形式", "in the form 2026, 2026-Q3, 2026-09 or 2026-09-10"
    )


class Year(_FromText):
    """A calendar year; reads as int."""

    code = "date-form"
    right = Words("四位年份，例如 2026", "a year of four digits such as 2026")

    def parse(self, text: str) -> int:
        if not re.fullmatch(r"(?:19|20)\d{2}", text, re.ASCII):
            raise ValueError(text)
        return int(text)


class MonthDay(_FromText):
    """A day of any year, `MM-DD`; reads as text."""

    code = "date-form"
    right = Words("存在的月日，写作 04-01", "a day of the year that exists, written 04-01")

    def parse(self, text: str) -> str:
        day(f"2024-{text}")  # a leap year: 02-29 exists
        return text


class Flag(_FromText):
    """`true` or `false`, and nothing that only resembles them."""

    right = Words("true 或 false", "true or false")

    def parse(self, text: str) -> bool:
        return {"true": True, "false": False}[text] if text in ("true", "false") else _refuse(text)


@dataclass(frozen=True)
class Number(_FromText):
    """A number that is not negative, at most `decimals` places; reads as Decimal, or int without places."""

    decimals: int = 0

    def parse(self, text: str) -> Decimal | int:
        if not re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text, re.ASCII):
            raise ValueError(text)
        number = Decimal(text)
        if -int(number.as_tuple().exponent) > self.decimals:
            raise ValueError(text)
        return number if self.decimals else int(number)

    @property
    def right(self) -> Words:
        places = Words(f"，至多 {self.decimals} 位小数", f", {self.decimals} decimal places at most")
        return Words("不为负的数", "a number not below zero").then(places if self.decimals else same(""))


class Amount(_FromText):
    """An amount in the unit its table declares, at most six decimal places; reads as Decimal."""

    right = Words(
        "金额，例如 12500.00（不写千分位和单位）", "an amount such as 12500.00, without separators or unit"
    )

    def parse(self, text: str) -> Decimal:
        if not re.fullmatch(r"-?\d{1,13}(?:\.\d{1,6})?", text, re.ASCII):
            raise ValueError(text)
        return Decimal(text)


@dataclass(frozen=True)
class Choice(_FromText):
    """One of the official terms; each carries its English and the slug its listings are addressed by."""

    terms: MappingOf[str, tuple[str, str]]
    code: str = "term-known"

    def parse(self, text: str) -> str:
        return text if text in self.terms else _refuse(text)

    @property
    def right(self) -> Words:
        return Words("以下之一：", "one of: ").then(same(" / ".join(self.terms)))


@dataclass(frozen=True)
class IdOf(_FromText):
    """The id of something of town.yml or of a record; that it exists is for a rule to say."""

    of: str
    example: str
    holds_ids = True

    def parse(self, text: str) -> str:
        return text if _ID_FORM.fullmatch(text) and ".." not in text else _refuse(text)

    @property
    def right(self) -> Words:
        return Words(f"编号，例如 {self.example}", f"an id such as {self.example}")


_ID_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9./@_-]{0,120}")


class FileName(_FromText):
    """The name of a file beside the record."""

    right = Words(
        "记录旁边文件的名字，例如 附件1.pdf（不含 / 和 \\）",
        "the name of a file beside the record, without / or \\",
    )

    def parse(self, text: str) -> str:
        return (
            _refuse(text)
            if not text or text.startswith(".") or re.search(r"[/\\\x00-\x1f:<>|?*\"]", text)
            else text
        )


@dataclass(frozen=True)
class ListOf:
    """A sequence of one type; reads as tuple. `lone`: a single value stands for a list of one."""

    item: Type
    lone: bool = False

    @property
    def holds_ids(self) -> bool:
        return self.item.holds_ids

    def read(self, node: Node, path: str, into: Reading) -> Any:
        if self.lone and isinstance(node, Scalar):
            value = self.item.read(node, path, into)
            return None if value is None else (value,)
        if not isinstance(node, Items):
            into.fault("value-form", node.place, _LIST.fill(key=path))
            return None
        values = []
        for number, child in enumerate(node.nodes):
            into.places[f"{path}.{number}"] = child.place
            values.append(self.item.read(child, f"{path}.{number}", into))
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True)
class Group:
    """A mapping with fields of its own; reads as dict."""

    fields: tuple[Field, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", Fields(self.fields))

    @property
    def holds_ids(self) -> bool:
        return any(item.type.holds_ids for item in self.fields)

    def read(self, node: Node, path: str, into: Reading) -> Any:
        if not isinstance(node, Mapping):
            into.fault(
                "value-form", node.place, _GROUP.fill(key=path, right=", ".join(f.key for f in self.fields))
            )
            return None
        return read_fields(node, self.fields, into, path)


@dataclass(frozen=True)
class TableOf:
    """A mapping from ids to groups (villages, offices …); reads as dict."""

    item: Type
    key: str = r"[a-z0-9][a-z0-9-]{0,40}"

    @property
    def holds_ids(self) -> bool:
        return self.item.holds_ids

    def read(self, node: Node, path: str, into: Reading) -> Any:
        if not isinstance(node, Mapping):
            into.fault("value-form", node.place, _TABLE.fill(key=path))
            return None
        values = {}
        for entry in once(node, path, into):
            if not re.fullmatch(self.key, entry.key):
                into.fault("value-form", entry.place, _ID.fill(key=quote(entry.key), at=path))
                continue
            into.places[f"{path}.{entry.key}"] = entry.place
            values[entry.key] = self.item.read(entry.node, f"{path}.{entry.key}", into)
        return {key: value for key, value in values.items() if value is not None}


def ids_in(
    fields: Iterable[Field], values: MappingOf[str, Any], path: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Every id among the values: its dotted key, what it is the id of, and the id."""
    for item in fields.with_ids if isinstance(fields, Fields) else fields:
        if item.key in values:
            yield from _ids(item.type, values[item.key], f"{path}.{item.key}" if path else item.key)


def _ids(type: Type, value: Any, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(type, IdOf):
        yield path, type.of, value
    elif isinstance(type, ListOf):
        for number, item in enumerate(value):
            yield from _ids(type.item, item, f"{path}.{number}")
    elif isinstance(type, TableOf):
        for key, item in value.items():
            yield from _ids(type.item, item, f"{path}.{key}")
    elif isinstance(type, Group):
        yield from ids_in(type.fields, value, path)


class FreeTable:
    """A mapping whose keys are open, its values texts or lists of texts; reads as dict of tuples."""

    holds_ids = False

    def read(self, node: Node, path: str, into: Reading) -> Any:
        if not isinstance(node, Mapping):
            into.fault("value-form", node.place, _TABLE.fill(key=path))
            return None
        return {
            entry.key: self._texts(entry.node, f"{path}.{entry.key}", into)
            for entry in once(node, path, into)
        }

    def _texts(self, node: Node, path: str, into: Reading) -> tuple[str, ...]:
        nodes = node.nodes if isinstance(node, Items) else (node,)
        texts = (Text().read(child, path, into) for child in nodes)
        return tuple(text for text in texts if text is not None)


def _refuse(text: str) -> Any:
    raise ValueError(text)


_SOME_TEXT = Words("文字", "text")
_ONE_VALUE = Words("{key} 应是一个值：{right}", "{key} takes one value: {right}")
_WRONG_VALUE = Words("{key} 写作“{found}”，应为{right}", "{key} is '{found}'; it takes {right}")
_LIST = Words(
    "{key} 应是列表，例如 [甲, 乙]，或每行一个“- ”",
    "{key} takes a list such as [a, b], or a line with '- ' for each",
)
_GROUP = Words("{key} 应是一组键值 {{…}}，键为：{right}", "{key} takes a group {{…}} with the keys: {right}")
_TABLE = Words("{key} 应是“编号: {{…}}”的表", "{key} takes a table of 'id: {{…}}'")
_ID = Words(
    "{at} 中的编号“{key}”只能用小写字母、数字和 -",
    "the id '{key}' in {at} may hold small letters, digits and - only",
)
