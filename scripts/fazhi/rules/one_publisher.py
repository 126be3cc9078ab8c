"""A disclosure is a village's or an office's: exactly one of `village` and `office` is given."""

from collections.abc import Iterator

from fazhi.ground.problem import Place, Severity
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    what=Words("公开事项写明是哪个村或哪个机关的，二者择一", "a disclosure names one village or one office"),
    why=Words("一份记录不能替两家完成公开义务", "one record cannot meet the duty of two"),
    sources=(OWN,),
    bad=(Example(values={"village": None}), Example(values={"office": "government"})),
    good=(Example(),),
    kinds=frozenset(("disclosure",)),
)


def check(record: Record, register: Register) -> Iterator[Found]:
    given = [key for key in ("village", "office") if record.get(key)]
    if len(given) != 1 and not _was_faulty(record):
        yield Found((given[-1] if given else Place()), _ONE)


def _was_faulty(record: Record) -> bool:
    return any(key in record.original.places and not record.get(key) for key in ("village", "office"))


_ONE = Words("village 和 office 应当并且只能写一个", "give village or office, and only one of them")
