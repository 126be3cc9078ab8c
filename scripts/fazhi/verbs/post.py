"""Note a posting in the text of a record: one more line at the end of its front matter, everything else as it was."""

from collections.abc import Mapping

from fazhi.ground.front_matter import CannotEdit, front_matter
from fazhi.ground.words import Words


class CannotNote(Exception):
    """The file is not written so that a line could be put in; carries what to do instead."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def with_posting(text: str, posting: Mapping[str, str]) -> str:
    """The text of a file, as its bytes decode, with `posted`. Raises CannotNote where no line can be put in."""
    values = ", ".join(f"{key}: {value}" for key, value in posting.items())
    try:
        return front_matter(text).added([f"posted: {{{values}}}"]).text
    except CannotEdit as error:
        raise CannotNote(_NOT_NOTED) from error


_NOT_NOTED = Words(
    "不能自动写入张贴日期；请在文件开头两个“---”之间加一行 posted: {from: …, to: …}",
    "the posting cannot be noted by itself; add a line posted: {from: …, to: …} between the two '---' at its head",
)
