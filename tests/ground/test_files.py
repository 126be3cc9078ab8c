"""Files as people leave them: read as text, or refused with one clear reason at its place."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.files import MAX_BYTES, Unreadable, read_text, walk, write_text
from fazhi.ground.problem import Place

as_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")


def refusal(path: Path, root: Path | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_text(path, root or path.parent)
    return caught.value


READABLE = {
    "plain": (b"a\nb\n", "a\nb\n"),
    "empty": (b"", ""),
    "byte-order mark": (b"\xef\xbb\xbfa\n", "a\n"),
    "CRLF": (b"a\r\nb\r\n", "a\nb\n"),
    "CR": (b"a\rb\r", "a\nb\n"),
    "mixed line ends": (b"a\r\nb\rc\n", "a\nb\nc\n"),
    "no last line end": (b"a", "a"),
    "tab": (b"a\tb", "a\tb"),
    "emoji": ("👨‍👩‍👧".encode(), "👨‍👩‍👧"),
    "rare characters": ("𠮷〇㸃".encode(), "𠮷〇㸃"),
}


@pytest.mark.parametrize(("data", "text"), READABLE.values(), ids=READABLE)
def test_text_is_read_with_plain_line_ends(tmp_path, data, text):
    path = tmp_path / "x.md"
    path.write_bytes(data)
    assert read_text(path, tmp_path) == text


UNREADABLE = {
    "GBK": ("一\n".encode() + "财务收支".encode("gbk"), (2, 1), "GBK"),
    "GBK after CRLF": (b"a\r\nb: " + "财务收支".encode("gbk"), (2, 4), "GBK"),
    "GBK that begins like UTF-8": ("ab示范".encode("gbk"), (1, 3), "GBK"),
    "UTF-8 broken late": ("一二三\n".encode() + b"ab\xff", (2, 3), "UTF-8"),
    "Latin-1": (b"caf\xe9", (1, 4), "UTF-8"),
    "UTF-16 LE": ("﻿---\n".encode("utf-16-le"), (1, 1), "UTF-16"),
    "UTF-16 BE": ("﻿---\n".encode("utf-16-be"), (1, 1), "UTF-16"),
    "UTF-16 LE without mark": ("---\n财务".encode("utf-16-le"), (1, 1), "UTF-16"),
    "UTF-16 BE without mark": ("---\n财务".encode("utf-16-be"), (1, 1), "UTF-16"),
    "NUL": (b"a\nbc\0d", (2, 3), "NUL"),
    "cut character": ("ab财".encode()[:-1], (1, 3), "UTF-8"),
    "encoded surrogate": (b"a\xed\xa0\x80", (1, 2), "UTF-8"),
    "bell": (b"a\r\n\x07", (2, 1), "U+0007"),
    "Word's soft line end": (b"ab\x0bc", (1, 3), "U+000B"),
    "C1 control": ("a\x85b".encode(), (1, 2), "U+0085"),
    "right to left": ("金额 \u202e00.001".encode(), (1, 4), "U+202E"),
    "isolate": ("\u2066a".encode(), (1, 1), "U+2066"),
    "line separator": ("a\u2028b".encode(), (1, 2), "U+2028"),
    "mark inside": ("a\ufeffb".encode(), (1, 2), "U+FEFF"),
    "noncharacter": ("a\uffff".encode(), (1, 2), "U+FFFF"),
    "too large": (b"a" * (MAX_BYTES + 1), (1, 1), "2 MB"),
}


@pytest.mark.parametrize(("data", "place", "word"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_text_is_told_where_it_stops_being_one(tmp_path, data, place, word):
    path = tmp_path / "x.md"
    path.write_bytes(data)
    error = refusal(path)
    assert error.place == Place(*place)
    assert word in error.words.zh and word in error.words.en


def test_a_huge_file_is_not_read_whole(tmp_path):
    path = tmp_path / "x.md"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    assert "MB" in refusal(path).words.zh


def test_a_file_of_the_greatest_size_is_read(tmp_path):
    path = tmp_path / "x.md"
    path.write_bytes(b"a" * MAX_BYTES)
    assert len(read_text(path, tmp_path)) == MAX_BYTES


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder docs/ with a secret beside it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "a.md").write_text("secret", encoding="utf-8")
    return tmp_path / "docs"


def make_folder(path: Path) -> None:
    path.mkdir()


ODD = {
    "link out": (lambda path: path.symlink_to("../secret.md"), "链接"),
    "absolute link out": (lambda path: path.symlink_to("/etc/passwd"), "链接"),
    "link to a folder out": (lambda path: path.symlink_to("../secrets"), "链接"),
    "link to itself": (lambda path: path.symlink_to(path.name), "链接"),
    "broken link": (lambda path: path.symlink_to("nothing.md"), "没有这个文件"),
    "folder": (make_folder, "不是文件"),
    "pipe": (os.mkfifo, "不是文件"),
    "nothing there": (lambda path: None, "没有这个文件"),
}


@pytest.mark.parametrize(("make", "word"), ODD.values(), ids=ODD)
def test_what_is_no_file_of_this_folder_is_refused(docs, make, word):
    make(docs / "x.md")
    error = refusal(docs / "x.md")
    assert word in error.words.zh
    assert error.place == Place(1, 1)


def test_a_link_within_the_folder_is_read(docs):
    (docs / "a.md").write_text("a", encoding="utf-8")
    (docs / "x.md").symlink_to("a.md")
    assert read_text(docs / "x.md", docs) == "a"


@as_root
def test_a_file_without_permission_is_refused(docs):
    (docs / "x.md").write_text("a", encoding="utf-8")
    (docs / "x.md").chmod(0)
    assert "权限" in refusal(docs / "x.md").words.zh


def walked(root: Path) -> dict[str, bool]:
    """Every path and whether it may be used."""
    return {path: why is None for path, why, _ in walk(root)}


def test_walking_finds_files_in_order_and_leaves_hidden_ones_alone(docs):
    for path in ("b/z.md", "b/a.pdf", "a.md", ".git/x.md", ".x.md", "b/.part"):
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text("", encoding="utf-8")
    assert [(path, why) for path, why, _ in walk(docs)] == [
        ("a.md", None),
        ("b/a.pdf", None),
        ("b/z.md", None),
    ]


def test_walking_follows_no_link_and_tells_what_cannot_be_used(docs):
    (docs / "inside").mkdir()
    (docs / "inside" / "a.md").write_text("", encoding="utf-8")
    (docs / "good.pdf").symlink_to("inside/a.md")
    (docs / "out.pdf").symlink_to("../secret.md")
    (docs / "out").symlink_to("../secrets")
    (docs / "again").symlink_to("inside")
    (docs / "circle").symlink_to("circle")
    (docs / "x.md").mkdir()
    (docs / "x.md" / "hidden.md").write_text("", encoding="utf-8")
    os.mkfifo(docs / "pipe")
    assert walked(docs) == {
        "inside/a.md": True,
        "good.pdf": True,
        "out.pdf": False,
        "out": False,
        "again": False,
        "circle": False,
        "x.md": False,
        "pipe": False,
    }


def test_walking_tells_of_a_folder_that_is_not_there(tmp_path):
    assert [path for path, why, _ in walk(tmp_path / "docs") if why] == ["."]


@as_root
def test_walking_tells_of_a_folder_without_permission(docs):
    (docs / "closed").mkdir()
    (docs / "closed").chmod(0)
    try:
        assert walked(docs) == {"closed": False}
    finally:
        (docs / "closed").chmod(0o700)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path, data):
    path = tmp_path / "x.md"
    path.write_bytes(data)
    try:
        text = read_text(path, tmp_path)
    except Unreadable as error:
        assert error.place >= (1, 1)
        assert error.words.zh and error.words.en
    else:
        assert "\r" not in text and "\0" not in text


def test_writing_makes_the_folders_and_leaves_nothing_else_behind(tmp_path):
    write_text(tmp_path / "a" / "b.md", "甲\n")
    write_text(tmp_path / "a" / "b.md", "乙\n")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.md"]
    assert (tmp_path / "a" / "b.md").read_bytes() == "乙\n".encode()


def test_a_reader_never_sees_half_a_file(tmp_path):
    path = tmp_path / "a.md"
    old, new = "甲" * 300_000, "乙" * 300_000
    write_text(path, old)
    writer = threading.Thread(target=lambda: [write_text(path, text) for text in (new, old) * 20])
    writer.start()
    seen = set()
    while writer.is_alive():
        seen.add(path.read_text(encoding="utf-8"))
    writer.join()
    assert seen <= {old, new}
