"""Reading a file a person left: every way it can be no readable text is told, none raises a traceback."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

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

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
"""Where a system has it, the one call that opens a file also tells that it is a link."""


class Unreadable(Exception):
    """A file that cannot be read as text; carries the place and the words."""

    def __init__(self, words: Words, place: Place | None = None) -> None:
        super().__init__(words.en)
        self.words = words
        self.place = place or Place()


def read_text(path: str | Path, root: str | Path) -> str:
    """The text of a UTF-8 file inside `root`, without byte-order mark, line ends as `\\n`.

    Raises Unreadable for links that lead out of root, what is no file, files over MAX_BYTES, other encodings,
    and characters that nobody can see.
    """
    return as_text(_read(path, root))


def as_text(data: bytes) -> str:
    """The text of a file's bytes, as `read_text` gives it; raises Unreadable for what is no text."""
    if data.startswith(_UTF16_STARTS):
        raise Unreadable(_UTF16)
    text = _line_ends(_decode(data.removeprefix(b"\xef\xbb\xbf")))
    if not is_plain(text) and (found := _INVISIBLE.search(text)):
        words = _NUL if found[0] == "\0" else _UNSEEN.fill(code=f"U+{ord(found[0]):04X}")
        raise Unreadable(words, _place_of(text, found.start()))
    return text


class Listed(NamedTuple):
    """A path below a folder, the reason where it may not be used, and a stamp that differs when the file does."""

    path: str
    why: Words | None
    stamp: str


_new = tuple.__new__


def walk(root: Path) -> Iterator[Listed]:
    """Every path below `root` that is no plain folder, sorted by folder.

    Hidden files are left alone; links to folders are not followed, and a folder cannot pass for a Markdown file.
    """
    start = len(str(root)) + 1
    folders, failed = [str(root)], []
    while folders:
        folder = folders.pop()
        above = f"{_shown(folder, start)}/".lstrip("/")
        try:
            entries = _entries(folder)
        except OSError as error:
            failed.append(Listed(above.rstrip("/") or ".", _cannot_open(error), ""))
            continue
        below = []
        for entry in entries:
            if not entry.name.endswith(".md") and entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            else:
                yield _listed(entry, above + entry.name, root)
        folders += reversed(below)
    yield from failed


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder and is not hidden, by name."""
    with os.scandir(folder) as scanned:
        seen = [entry for entry in scanned if not entry.name.startswith(".")]
    return sorted(seen, key=attrgetter("name"))


def _shown(path: str, start: int) -> str:
    return path[start:].replace(os.sep, "/")


def _listed(entry: os.DirEntry[str], path: str, root: Path) -> Listed:
    try:
        found = entry.stat(follow_symlinks=False)
        if stat.S_ISREG(found.st_mode):
            return _new(Listed, (path, None, stamp_of(found)))  # Listed(…) itself takes three times as long
        return Listed(path, _refusal(entry.path, found.st_mode, root), stamp_of(Path(entry.path).stat()))
    except OSError as error:
        return Listed(path, _cannot_open(error), "")


def stamp_of(found: os.stat_result) -> str:
    """What differs when a file does: size, times of content and of inode, and the inode's number, as git goes by."""
    return f"{found.st_size}.{found.st_mtime_ns}.{found.st_ctime_ns}.{found.st_ino}"


def _refusal(path: str, mode: int, root: Path) -> Words | None:
    if not stat.S_ISLNK(mode):
        return _NO_FILE
    return _LINK_OUT if _leads_out(Path(path), root) else None if Path(path).is_file() else _NO_FILE


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
    """Write a text file in UTF-8, whole or not at all; line ends as they are."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: into a neighbour first, then renamed over."""
    path.parent.mkdir(parents=True, exist_ok=True)
    neighbour = path.with_name(f".{path.name}.part")
    neighbour.write_bytes(data)
    if path.exists():
        shutil.copymode(path, neighbour)
    neighbour.replace(path)


def takes_files(folder: Path) -> bool:
    """Whether files can be written into a folder, which is made for it where there is none; nothing is left there."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
    finally:
        for each in made:
            with suppress(OSError):
                each.rmdir()


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _read(path: str | Path, root: str | Path) -> bytes:
    try:
        file = _open(path, root)
        try:
            found = os.fstat(file)
            if not stat.S_ISREG(found.st_mode):
                raise Unreadable(_NO_FILE)
            data = os.read(file, min(found.st_size, MAX_BYTES) + 1)
        finally:
            os.close(file)
    except OSError as error:
        raise Unreadable(_NO_FILE if error.errno == errno.EISDIR else _cannot_open(error)) from error
    if len(data) > MAX_BYTES:
        raise Unreadable(_TOO_LARGE.fill(limit=MAX_BYTES // 1_000_000))
    return data


def _open(path: str | Path, root: str | Path) -> int:
    """A descriptor of a file; a link is followed only where it stays inside `root`."""
    if _NO_FOLLOW:
        try:
            return os.open(path, _READ_ONLY | _NO_FOLLOW)
        except OSError as error:
            if error.errno != errno.ELOOP:
                raise
    if _leads_out(Path(path), Path(root)):
        raise Unreadable(_LINK_OUT)
    return os.open(path, _READ_ONLY)


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
