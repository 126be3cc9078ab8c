"""Texts of Word files, and of any other office file made of XML: paragraphs, tables, notes, comments, properties.

Every part is read, not only what a reader sees: headers, footnotes, comments, text boxes, deleted and inserted words of
tracked changes, document properties. Words deleted but still there are read in the sentence as it was, so that a number
that was half replaced is seen in both forms.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator

from fazhi.ground.archive import member
from fazhi.ground.office_part import Part
from fazhi.ground.office_shown import BODY, shown_words
from fazhi.ground.piece import Piece
from fazhi.ground.words import Words, same
from fazhi.ground.xml_events import read_xml


def part_pieces(archive: zipfile.ZipFile, names: list[str]) -> Iterator[Piece]:
    """The texts of these XML parts of an office file."""
    for name in names:
        part = Part()
        read_xml(member(archive, name), part.start, part.end, part.text)
        where = _where(name)
        if now := part.now:
            yield Piece(where, now, shown_words(archive) if name == BODY else "")
        if was := part.was:
            yield Piece(where.then(_CHANGED), was)


_CHANGED = Words("（修订前）", " (before tracked changes)")
_PARTS: tuple[tuple[re.Pattern[str], Words], ...] = (
    (re.compile(r"word/document\.xml"), Words("正文", "text")),
    (re.compile(r"word/header"), Words("页眉", "header")),
    (re.compile(r"word/footer"), Words("页脚", "footer")),
    (re.compile(r"word/(?:foot|end)notes"), Words("脚注", "notes")),
    (re.compile(r"(?:word|xl)/(?:threadedC|c)omments"), Words("批注", "comments")),
    (re.compile(r"xl/pivotCache"), Words("数据透视表缓存", "pivot cache")),
    (re.compile(r"xl/workbook\.xml"), Words("工作簿名称", "workbook names")),
    (re.compile(r"docProps/"), Words("文档属性", "document properties")),
    (re.compile(r".*\.rels"), Words("链接", "links")),
)


def _where(name: str) -> Words:
    found = (words for pattern, words in _PARTS if pattern.match(name))
    return next(found, same(posixpath.basename(name)))
