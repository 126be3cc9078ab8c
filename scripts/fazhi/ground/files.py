"""Reading a file a person left: every way it can be no readable text is told, none raises a traceback."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from fazhi.ground.plain import is_plain
from fazhi.ground.problem import Place
from fazhi.ground.words import Words, same

MAX_BYTES = 2_000_000
"""A record is text; the longest statute of the country is a tenth of this."""

_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff", b"-\0-\0", b"\0-\0-")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Controls, line breaks other than line ends, and what turns the direction of text: the page would not read as the file."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LONG_UTF8 = re.compile(r"[^\x00-\u07ff]")
"""Three bytes that are right in UTF-8 are no chance; two often are: 示 in GBK is ʾ."""


_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Without waiting: opening a pipe would otherwise wait for ever."""


class Unreadable(Exception):
    """A file that cannot be read as text; carries the place and the words."""

    def __init__(self, words: Words, place: Place | None = None) -> None:
        super().__init__(words.en)
        self.words = words
        self.place = place or Place()


def read_text(path: Path, root: Path) -> str:
    """The text of a UTF-8 file inside `root`, without byte-order mark, line ends as `\\n`.

    Raises Unreadable for links that lead out of root, what is no file, files over MAX_BYTES, other encodings,
    and characters that nobody can see.
    """
    if _leads_out(path, root):
        raise Unreadable(_LINK_OUT)
    data = _read(path)
    if data.startswith(_UTF16_STARTS):
        raise Unreadable(_UTF16)
    text = _line_ends(_decode(data.removeprefix(b"\xef\xbb\xbf")))
    if not is_plain(text) and (found := _INVISIBLE.search(text)):
        words = _NUL if found[0] == "\0" else _UNSEEN.fill(code=f"U+{ord(found[0]):04X}")
        raise Unreadable(words, _place_of(text, found.start()))
    return text


def walk(root: Path) -> Iterator[tuple[str, Words | None]]:
    """Every path below `root` that is no plain folder, sorted by folder, with the reason where it may not be used.

    Hidden files are left alone; links to folders are not followed, and a folder cannot pass for a Markdown file.
    """
    failed: list[OSError] = []
    start = len(str(root)) + 1
    for folder, names, files in os.walk(root, onerror=failed.append):
        odd = {name for name in names if name.endswith(".md") or _is_link(Path(folder, name))}
        names[:] = sorted(name for name in names if name not in odd and not name.startswith("."))
        for name in sorted(odd.union(files)):
            if not name.startswith("."):
                path = os.path.join(folder, name)  # noqa: PTH118 - a Path for each of 10,000 files costs a second
                yield path[start:].replace(os.sep, "/"), _refusal(path, root)
    for error in failed:
        yield Path(error.filename).relative_to(root).as_posix(), _cannot_open(error)


def _refusal(path: str, root: Path) -> Words | None:
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            return _LINK_OUT if _leads_out(Path(path), root) else None if Path(path).is_file() else _NO_FILE
    except OSError as error:
        return _cannot_open(error)
    return None if stat.S_ISREG(mode) else _NO_FILE


def _leads_out(path: Path, root: Path) -> bool:
    """Whether a path is a symbolic link to somewhere outside `root`."""
    try:
        return _is_link(path) and not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle: RuntimeError before Python 3.13
        return False


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # in a folder that may be listed but not entered
        return False


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or not at all: into a neighbour first, then renamed over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".{path.name}.part")
    neighbour.write_text(text, encoding="utf-8", newline="\n")
    if path.exists():
        shutil.copymode(path, neighbour)
    neighbour.replace(path)


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(path: Path) -> bytes:
    try:
        descriptor = os.open(path, _READ_ONLY)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable(_NO_FILE)
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(_NO_FILE if error.errno == errno.EISDIR else _cannot_open(error)) from error
    if len(data) > MAX_BYTES:
        raise Unreadable(_TOO_LARGE.fill(limit=MAX_BYTES // 1_000_000))
    return data


def _cannot_open(error: OSError) -> Words:
    return _CANNOT_OPEN.fill(why=_REASONS.get(error.errno or 0, same(os.strerror(error.errno or 0))))


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _line_ends(data[: error.start].decode("utf-8"))
        if _is_gbk(data) and not _LONG_UTF8.search(before):
            before = _BEYOND_ASCII.split(before, 1)[0]
        words = _GBK if _is_gbk(data) or _is_gbk(data[error.start :]) else _NOT_UTF8
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
_REASONS = {
    errno.ENOENT: Words("没有这个文件", "there is no such file"),
    errno.EACCES: Words("没有读取的权限", "no permission to read it"),
    errno.ELOOP: Words("链接指向自己", "the link leads to itself"),
    errno.EISDIR: Words("是文件夹", "it is a folder"),
}
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
_NO_FILE = Words(
    "不是文件（而是文件夹、管道或断开的链接），不予读取",
    "is no file (but a folder, a pipe or a broken link) and is not read",
)
_UNSEEN = Words(
    "这里有看不见的控制字符（{code}），会使显示的文字与实际不同，请删去",
    "an unseen control character ({code}) stands here and makes the text read otherwise than it is; remove it",
)
_NUL = Words(
    "含有空字符（NUL），不是文字文件；请重新另存", "has a NUL character and is no text file; save it anew"
)
