"""What a picture tells besides what it shows: where it was taken (GPS in EXIF or XMP), and words left in it.

Pictures are JPEG, PNG, WebP and GIF. Each is a row of blocks; of broken ones is read what comes before the break.
"""

import re
import zlib
from collections.abc import Iterator

from fazhi.ground.exif import exif_words, has_gps, plain

_XMP = re.compile(rb"<x:xmpmeta[^>]{0,500}>.{0,200000}?</x:xmpmeta>", re.DOTALL)
_IPTC = re.compile(rb"\x1c[\x01-\x09].(..)", re.DOTALL)
_HEAD = re.compile(rb"\xff++(.)(..)", re.DOTALL)
"""The head of a segment of a JPEG: bytes that fill, its marker, its length with the two bytes that tell it."""
MOST_WORDS = 2_000_000
"""So many signs of words are read in one picture; no description is as long."""


def has_position(data: bytes) -> bool:
    """Whether a picture says where it was taken."""
    if any(has_gps(block) for block in _exif_blocks(data)):
        return True
    if any("GPSLatitude" in _png_text(kind, body) for kind, body in _chunks(data) if kind == b"iTXt"):
        return True
    return b"GPSLatitude" in data and bool(_XMP.search(data))


def words_in(data: bytes) -> str:
    """Words that were written into a picture: in EXIF, XMP, IPTC, comments and texts of its format.

    At least MOST_WORDS signs long where there may be more than was read.
    """
    found, length = list[str](), 0
    for text in _words(data):
        found.append(text)
        length += len(text) + 1
        if length > MOST_WORDS:
            break
    return "\n".join(each for each in found if each.strip())


def _words(data: bytes) -> Iterator[str]:
    yield from (plain(match[0]) for match in _XMP.finditer(data))
    for block in _exif_blocks(data):
        yield from exif_words(block)
    for marker, body in _segments(data):
        if marker == 0xFE:
            yield plain(body)
        elif marker == 0xED:
            yield from _iptc(body)
    for kind, body in _chunks(data):
        if kind in _TEXTS:
            yield _png_text(kind, body)
    yield from (plain(each) for each in _gif_comments(data))


def _iptc(body: bytes) -> Iterator[str]:
    """The values of IPTC, as photo agencies caption: a sign, record and number, a length, the value."""
    for match in _IPTC.finditer(body):
        length = int.from_bytes(match[1], "big")
        yield plain(body[match.end() : match.end() + length])


def _exif_blocks(data: bytes) -> Iterator[bytes]:
    yield from (body for kind, body in _chunks(data) if kind == b"eXIf")
    yield from (body.removeprefix(_EXIF) for kind, body in _riff(data) if kind == b"EXIF")
    yield from (body[6:] for marker, body in _segments(data) if marker == 0xE1 and body.startswith(_EXIF))


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG before its picture."""
    at = 2
    while data.startswith(b"\xff\xd8") and (head := _HEAD.match(data, at)):
        marker, length = head[1][0], int.from_bytes(head[2], "big")
        if marker == 0xDA or length < 2:
            return
        at = head.end() + length - 2
        yield marker, data[head.end() : at]


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG."""
    at = 8
    while data.startswith(b"\x89PNG") and at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _png_text(kind: bytes, body: bytes) -> str:
    """A text of a PNG with its keyword: plain (tEXt), compressed (zTXt), or in Unicode and perhaps compressed (iTXt)."""
    keyword, _, rest = body.partition(b"\0")
    if kind == b"tEXt":
        return f"{plain(keyword)}\n{plain(rest)}"
    if kind == b"zTXt":
        return f"{plain(keyword)}\n{plain(_inflated(rest[1:]))}"
    tags, text = b"\n".join(rest[2:].split(b"\0", 2)[:2]), rest[2:].split(b"\0", 2)[-1]
    return "\n".join(map(plain, (keyword, tags, _inflated(text) if rest[:1] == b"\1" else text)))


def _inflated(packed: bytes) -> bytes:
    """What was compressed, as much of it as is read at all; nothing where it is broken."""
    try:
        return zlib.decompressobj().decompress(packed, 4 * MOST_WORDS)
    except zlib.error:
        return b""


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a WebP; XMP in it is found as everywhere."""
    at = 12
    while data.startswith(b"RIFF") and data[8:12] == b"WEBP" and at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _gif_comments(data: bytes) -> Iterator[bytes]:
    """The comments and texts of a GIF, between its pictures."""
    at = 13 + _colours(data, 10) if data.startswith(b"GIF8") else len(data)
    while at + 2 <= len(data) and data[at] in b"\x21\x2c":
        is_picture, label = data[at] == 0x2C, data[at + 1]
        at += 11 + _colours(data, at + 9) if is_picture else 2
        blocks = []
        while at < len(data) and data[at]:
            blocks.append(data[at + 1 : at + 1 + data[at]])
            at += 1 + data[at]
        at += 1
        if not is_picture and label in b"\x01\xfe":
            yield b"".join(blocks)


def _colours(data: bytes, at: int) -> int:
    """The length of the table of colours that the byte of flags there announces."""
    flags = data[at] if at < len(data) else 0
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


_EXIF = b"Exif\0\0"
_TEXTS = frozenset((b"tEXt", b"zTXt", b"iTXt"))
