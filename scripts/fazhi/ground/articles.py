"""An official text as its parts: headings, articles (第…条) with all their paragraphs, and paragraphs outside articles.

The parts are plain text: what Markdown writes for emphasis, links and comments is taken away, for two versions are the
same where only that differs. An article may be marked as a heading, and a row of a table is a line of its own. Joined, the parts are the whole text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from fazhi.ground.han import HAN
from fazhi.ground.laws import number_of

Sort = Literal["heading", "article", "paragraph"]

_COMMENT = re.compile(r"<!--[^\n]{0,400}?-->")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,400})\](?:\([^()\n]{0,400}\)|\[[^\[\]\n]{0,100}\])")
_EMPHASIS = re.compile(r"(?<!\\)\*{1,3}|(?<![\w_])_{1,2}|_{1,2}(?![\w_])|(?<!`)`(?!`)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_GAP = re.compile(rf"(?<=[{HAN}，。、；：！？）”》])[ \t\u3000\u00a0]+(?=[{HAN}，。、；：！？（“《])")
_FIGURES = "〇零一二三四五六七八九十百千0-9"
_NUMBERED = rf"第 ?(?P<number>[{_FIGURES}]{{1,8}}) ?条(?:之[一二三四五六七八九十]{{1,2}})?"
_ARTICLE = re.compile(rf"(?P<label>{_NUMBERED})(?:\u2003|(?![第、，,和及至到或款项的规]))[\s：:]*")
# A gap or the end of bold type after the number tells an article whose text begins with 规划 or 第三人.
_APART = re.compile(
    rf"(?P<bold>\*{{2,3}})?{_NUMBERED}(?:(?(bold)(?P=bold)|(?=\s))[ \t\u3000\u00a0]*+)(?!第[{_FIGURES}]{{1,8}}[款项条])"
)
_CHAPTER = re.compile(rf"第[{_FIGURES}]{{1,8}}(?:编|分编|章|节)(?![^\n]{{40}})[^。；，\n]*")
_ORDINAL = re.compile(rf"^(?:第[{_FIGURES}]{{1,8}}(?:编|分编|章|节)|[一二三四五六七八九十]{{1,3}}、)[\s]*")
_CELL = re.compile(r"(?<!\\)\|")
_RULER = re.compile(r"[\s|:-]*-{3}[\s|:-]*|[-*_ ]{3,}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a text. `label`: an article's number as written (第三条), else empty; `number`: the same as a number.

    `text` is without the label; its paragraphs are parted by line ends.
    """

    sort: Sort
    text: str
    label: str = ""
    number: int | None = None

    @property
    def substance(self) -> str:
        """What it says: a heading without its ordinal, anything else as it is."""
        return _ORDINAL.sub("", self.text) if self.sort == "heading" else self.text


def parts(markdown: str) -> tuple[Part, ...]:
    """The parts of a Markdown text, in order."""
    found: list[Part] = []
    for is_marked, line in _lines(markdown):
        if (article := _ARTICLE.match(line)) and (number := number_of(article["number"])):
            label = article["label"].replace(" ", "")
            found.append(Part("article", line[article.end() :], label, number))
        elif is_marked or _CHAPTER.fullmatch(line):
            found.append(Part("heading", _ORDINAL.sub(lambda ordinal: f"{ordinal[0].strip()} ", line)))
        elif found and found[-1].sort == "article":
            last = found.pop()
            found.append(Part("article", f"{last.text}\n{line}".strip("\n"), last.label, last.number))
        else:
            found.append(Part("paragraph", line))
    return tuple(found)


def _lines(markdown: str) -> Iterator[tuple[bool, str]]:
    """Every line that says something, plain, and whether it is marked as a heading."""
    for raw in markdown.split("\n"):
        bare = raw.strip()
        is_marked = bare.startswith("#")
        bare = bare.lstrip("#>").strip()
        if (line := _plain(bare)) and not _RULER.fullmatch(line):
            yield is_marked, _row(bare) if bare.startswith("|") else line


def _row(bare: str) -> str:
    """A row of a table as a sentence has it: its cells parted by `；`, an empty one as a dash."""
    cells = [_worded(cell.strip()) or "—" for cell in _CELL.split(bare)[1:]]
    return "；".join(cells[:-1] if bare.endswith("|") and len(cells) > 1 else cells)


def _plain(line: str) -> str:
    if apart := _APART.match(line):
        return f"{_worded(apart[0]).strip()}\u2003{_worded(line[apart.end() :])}".strip()
    return _worded(line)


def _worded(line: str) -> str:
    """A line without what Markdown writes, and without gaps between its characters."""
    if "<!--" in line:
        line = _COMMENT.sub("", line)
    if "[" in line:
        line = _LINK.sub(r"\1", line)
    line = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", line))
    return _GAP.sub("", line).strip()
