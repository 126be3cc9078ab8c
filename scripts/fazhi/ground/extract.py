"""Every text in a file that is no Markdown, whatever its name says it is: Word, Excel, PDF, pictures, text, archives."""

import csv
import io
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fazhi.ground.archive import Refused, member, open_archive, shown_name
from fazhi.ground.office import part_pieces
from fazhi.ground.pdf import read_pdf
from fazhi.ground.picture import MOST_WORDS, has_position, words_in
from fazhi.ground.piece import Extract, Fault, Piece, row
from fazhi.ground.sheets import sheet_pieces
from fazhi.ground.words import Words, same

MAX_BYTES = 60_000_000
MAX_TEXT = 30_000_000
_DEPTH = 2
_XML = (".xml", ".rels", ".vml")
_MEDIA = (b"GIF8", b"RIFF", b"ID3", b"\0\0\0\x18ftyp", b"\0\0\0\x20ftyp", b"OggS", b"\xff\xfb")
_SIGNS = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
)


def extract(file: Path) -> Extract:
    """What can be read in a file; never raises for what stands in it."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError:
        return Extract("unknown", faults=(("broken", ""),))
    return extract_bytes(data, file.name)


def extract_bytes(data: bytes, name: str, depth: int = 0) -> Extract:
    """What can be read in the content of a file of this name."""
    if len(data) > MAX_BYTES:
        return Extract(_type(data), faults=(("too-large", ""),))
    kind = _type(data)
    if kind == "pdf":
        return read_pdf(data)
    if kind in ("jpeg", "png", "media"):
        return _picture(data, kind)
    if kind == "zip":
        return _archive(data, depth)
    if kind == "ole":  # an old .doc or .xls, or an office file under a password
        fault: Fault = "encrypted" if b"E\0n\0c\0r\0y\0p\0t\0e\0d" in data else "unknown"
        return Extract("ole", faults=((fault, ""),))
    return _text(data, name) if kind == "text" else Extract(kind, faults=(("unknown", ""),))


def _type(data: bytes) -> str:
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_MEDIA):
        return "media"
    return "text" if _decode(data) is not None else "unknown"


def _picture(data: bytes, kind: str) -> Extract:
    words = words_in(data)
    pieces = (Piece(_IN_PICTURE, words),) if words else ()
    faults: list[tuple[Fault, str]] = [("position", "")] if has_position(data) else []
    if len(words) >= MOST_WORDS:
        faults.append(("too-large", ""))
    return Extract(kind, pieces, tuple(faults))


def _decode(data: bytes) -> str | None:
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        return None if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n")
    return None


def _text(data: bytes, name: str) -> Extract:
    text = _decode(data) or ""
    if posixpath.splitext(name)[1].lower() in (".csv", ".tsv"):
        text = _rows(text)
    return Extract("text", (Piece(same(""), text, shown=text),))


def _rows(text: str) -> str:
    separator = "\t" if text.partition("\n")[0].count("\t") else ","
    try:
        return "\n".join(row(cells) for cells in csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return text


def _archive(data: bytes, depth: int) -> Extract:
    try:
        archive = open_archive(data)
        kind = _kind(set(archive.namelist()))
        found = list(_office(archive, kind, depth) if kind != "zip" else _members(archive, depth))
    except Refused as error:
        return Extract("zip", faults=((_fault(error), ""),))
    pieces = tuple(each for each in found if isinstance(each, Piece))
    faults = tuple(each for each in found if not isinstance(each, Piece))
    if sum(len(piece.text) for piece in pieces) > MAX_TEXT:
        return Extract(kind, faults=(("too-large", ""),))
    return Extract(kind, pieces, faults)


def _kind(names: set[str]) -> str:
    for part, kind in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("OFD.xml", "ofd")):
        if part in names:
            return kind
    return "office" if "[Content_Types].xml" in names else "zip"


def _office(archive: zipfile.ZipFile, kind: str, depth: int) -> Iterator[Piece | tuple[Fault, str]]:
    names = archive.namelist()
    sheets = {name for name in names if name.startswith(("xl/worksheets/s", "xl/sharedStrings"))}
    if kind == "xlsx":
        yield from sheet_pieces(archive, names)
    rest = [name for name in names if name.endswith(_XML) and not (kind == "xlsx" and name in sheets)]
    yield from part_pieces(archive, rest)
    for name in names:
        if "/media/" in name or "/embeddings/" in name or (kind == "ofd" and "/Res/" in name):
            yield from _inside(archive, name, posixpath.basename(name), depth)


def _members(archive: zipfile.ZipFile, depth: int) -> Iterator[Piece | tuple[Fault, str]]:
    for entry in archive.infolist():
        name = shown_name(entry)
        yield Piece(_ENTRY, name)
        if not entry.is_dir():
            yield from _inside(archive, entry.filename, name, depth)


def _inside(
    archive: zipfile.ZipFile, entry: str, name: str, depth: int
) -> Iterator[Piece | tuple[Fault, str]]:
    """What can be read in a file within a file."""
    if depth >= _DEPTH:
        yield "too-large", name
        return
    inner = extract_bytes(member(archive, entry), name, depth + 1)
    for piece in inner.pieces:
        yield Piece(same(f"{name} ").then(piece.where), piece.text)
    for fault, where in inner.faults:
        yield ("embedded" if fault == "unknown" else fault), f"{name} {where}".strip()


def _fault(error: Refused) -> Fault:
    return (
        "encrypted" if error.fault == "encrypted" else "too-large" if error.fault == "too-large" else "broken"
    )


_ENTRY = Words("压缩包内的文件名", "a name in the archive")
_IN_PICTURE = Words("图片附带的文字", "words kept in the picture")
