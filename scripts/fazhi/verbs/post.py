"""Note a posting in the text of a record: one more line at the end of its front matter, everything else as it was."""

import re
from collections.abc import Mapping

from fazhi.ground.words import Words

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_BOM = "\ufeff"


class CannotNote(Exception):
    """The file is not written so that a line could be put in; carries what to do instead."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def with_posting(text: str, posting: Mapping[str, str]) -> str:
    """The text of a file, as its bytes decode, with `posted`. Raises CannotNote where no line can be put in."""
    bom = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(bom)
    fences = [*_FENCE.finditer(text)][:2]
    if len(fences) < 2 or fences[0].start():
        raise CannotNote(_NOT_NOTED)
    at, end = fences[1].start(), "\r\n" if fences[1][0].endswith("\r") else "\n"
    values = ", ".join(f"{key}: {value}" for key, value in posting.items())
    return f"{bom}{text[:at]}posted: {{{values}}}{end}{text[at:]}"


_NOT_NOTED = Words(
    "不能自动写入张贴日期；请在文件开头两个“---”之间加一行 posted: {from: …, to: …}",
    "the posting cannot be noted by itself; add a line posted: {from: …, to: …} between the two '---' at its head",
)
