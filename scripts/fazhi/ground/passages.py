"""A long text in passages short enough that a phone fetches one at little cost."""

import re
from collections.abc import Iterator

PASSAGE = 1100
"""About so many signs."""
_SENTENCE = re.compile(r"[^。！？；!?;]*[。！？；!?;]*")


def passages(text: str) -> Iterator[str]:
    """A text in parts of about PASSAGE signs, cut between lines, and within a line only after a sentence."""
    if len(text) <= PASSAGE * 1.3:
        yield text
        return
    part: list[str] = []
    length = 0
    for line in _lines(text):
        if part and length + len(line) > PASSAGE:
            yield "\n".join(part)
            part, length = [], 0
        part.append(line)
        length += len(line) + 1
    yield "\n".join(part)


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if len(line) <= PASSAGE:
            yield line
        else:
            yield from _sentences(line)


def _sentences(line: str) -> Iterator[str]:
    part = ""
    for sentence in _SENTENCE.findall(line):
        if part and len(part) + len(sentence) > PASSAGE:
            yield part
            part = ""
        part += sentence
    if part:
        yield part
