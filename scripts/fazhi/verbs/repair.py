"""Put right what cannot change a text's meaning: a file's problems that carry their own repair, and nothing else.

Where to look comes from the problem: a place in the body, or where a value of the front matter begins. What does not
stand there word for word (a folded value, an escape), or stands in an address, is left for a person.
"""

import difflib
import re
from collections.abc import Iterable, Iterator

from fazhi.ground.personal import hide
from fazhi.ground.problem import Mend, Problem
from fazhi.nouns.register import Register

_LINE = re.compile(r"[^\r\n]+(?:\r\n|\r|\n)?|\r\n|\r|\n")
_ENDED = re.compile(r"[^\n]+\n?|\n")
_NO_END = "\\ No newline at end of file"
_ADDRESS = re.compile(r"://\S{0,500}\Z")
_BOM = "\ufeff"


def repairable(register: Register, problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems that carry a repair, by path. An official text kept as issued is never rewritten (DESIGN §4)."""
    kept = {record.original.path for record in register.records.values() if record.get("verbatim")}
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.mend and problem.path not in kept:
            found.setdefault(problem.path, []).append(problem)
    return found


def repaired(text: str, problems: Iterable[Problem]) -> tuple[str, int]:
    """The text of a file, as its bytes decode, put right, and in how many places; line ends and byte-order mark stay."""
    bom = _BOM if text.startswith(_BOM) else ""
    lines = _LINE.findall(text.removeprefix(_BOM))
    front, places = _front(lines), 0
    wanted = [(problem, problem.mend) for problem in problems if problem.mend]
    for problem, mend in sorted(wanted, key=lambda each: -len(each[1].wrong)):
        if problem.line <= front:
            places += _mend_value(lines, problem.line, front, mend)
    for problem, mend in reversed(list(_apart(wanted))):
        if front < problem.line <= len(lines):
            places += _mend_at(lines, problem.line, problem.column, mend)
    return bom + "".join(lines), places


def difference(path: str, before: str, after: str) -> str:
    """A unified diff of one file, to be shown: numbers that could belong to someone are masked."""
    old, new = (_ENDED.findall(hide(text)) for text in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{path}", f"b/{path}")
    shown = (line if line.endswith("\n") else f"{line}\n{_NO_END}\n" for line in lines)
    return "".join(shown).removesuffix("\n")


def _front(lines: list[str]) -> int:
    """The last line of the front matter, counted from 1; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), 0)


def _apart(wanted: list[tuple[Problem, Mend]]) -> Iterator[tuple[Problem, Mend]]:
    """Repairs in their order; of two that overlap the longer one, which knows what the other would do."""
    line, end = 0, 0
    for problem, mend in sorted(wanted, key=lambda each: (each[0].line, each[0].column, -len(each[1].wrong))):
        if problem.line > line or problem.column >= end:
            line, end = problem.line, problem.column + len(mend.wrong)
            yield problem, mend


def _mend_at(lines: list[str], line: int, column: int, mend: Mend) -> bool:
    """Replace what stands at a place of the body, if it still does and is no part of an address."""
    text, at = lines[line - 1], column - 1
    if not text.startswith(mend.wrong, at) or _ADDRESS.search(text, max(0, at - 500), at):
        return False
    lines[line - 1] = text[:at] + mend.right + text[at + len(mend.wrong) :]
    return True


def _mend_value(lines: list[str], line: int, front: int, mend: Mend) -> int:
    """Replace it wherever it stands by itself in the value that begins on this line, till the next key; how often it did.

    The 05日 of 105日 does not stand by itself, nor do the three dots of six.
    """
    last = line
    while last < front and lines[last][:1].isspace():
        last += 1
    key, colon, value = "".join(lines[line - 1 : last]).partition(":")
    alone = f"(?<!{_more(mend.wrong[0])}){re.escape(mend.wrong)}(?!{_more(mend.wrong[-1])})"
    value, places = re.subn(alone, lambda _: mend.right, value)
    lines[line - 1 : last] = _LINE.findall(key + colon + value)
    return places


def _more(sign: str) -> str:
    """The pattern of what, beside a sign, makes it part of something longer."""
    return "[0-9]" if sign in "0123456789" else re.escape(sign)
