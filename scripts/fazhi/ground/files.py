"""Reading a file a person left: every way it can be no readable text is told, none raises a traceback."""

import os
from pathlib import Path

from fazhi.ground.problem import Place
from fazhi.ground.words import Words

MAX_BYTES = 2_000_000
"""A record is text; the longest statute of the country is a tenth of this."""


class Unreadable(Exception):
    """A file that cannot be read as text; carries the place and the words."""

    def __init__(self, words: Words, place: Place | None = None) -> None:
        super().__init__(words.en)
        self.words = words
        self.place = place or Place()


def read_text(path: Path, root: Path) -> str:
    """The text of a UTF-8 file inside `root`, without byte-order mark, line ends as `\\n`.

    Raises Unreadable for links that lead out of root, files over MAX_BYTES, other encodings and NUL bytes.
    """
    _stay_inside(path, root)
    data = _read(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(_UTF16)
    text = _decode(data.removeprefix(b"\xef\xbb\xbf"))
    if "\0" in text:
        raise Unreadable(_NUL, _place_of(text, text.index("\0")))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all: into a neighbour first, then renamed over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".{path.name}.part")
    neighbour.write_text(text, encoding="utf-8", newline="\n")
    neighbour.replace(path)


def _stay_inside(path: Path, root: Path) -> None:
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        raise Unreadable(_LINK_OUT)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(_CANNOT_OPEN.fill(why=os.strerror(error.errno or 0))) from error
    if len(data) > MAX_BYTES:
        raise Unreadable(_TOO_LARGE.fill(limit=MAX_BYTES // 1_000_000))
    return data


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        words = _GBK if _is_gbk(data) else _NOT_UTF8
        raise Unreadable(words, _place_of(before, len(before))) from error


def _is_gbk(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _place_of(text: str, offset: int) -> Place:
    start = text.rfind("\n", 0, offset)
    return Place(text.count("\n", 0, offset) + 1, offset - start)


_LINK_OUT = Words(
    "是指向内容目录之外的符号链接，不予读取；请放入文件本身",
    "is a symbolic link that leads out of the content folder; put the file itself here",
)
_CANNOT_OPEN = Words("打不开：{why}", "cannot be opened: {why}")
_TOO_LARGE = Words(
    "超过 {limit} MB；记录只放文字，大文件请作为附件",
    "is over {limit} MB; a record is text, put large files beside it as attachments",
)
_UTF16 = Words("是 UTF-16 编码；请用记事本或 WPS“另存为”，编码选 UTF-8", "is UTF-16; save it again as UTF-8")
_GBK = Words(
    "从这里起不是 UTF-8，像是 GBK（ANSI）编码；请用记事本“另存为”，编码选 UTF-8",
    "from here on this is not UTF-8 but looks like GBK (ANSI); save it again as UTF-8",
)
_NOT_UTF8 = Words(
    "从这里起不是 UTF-8 文字；请另存为 UTF-8", "from here on this is not UTF-8 text; save it again as UTF-8"
)
_NUL = Words(
    "含有空字符（NUL），不是文字文件；请重新另存", "has a NUL character and is no text file; save it anew"
)
