"""Pictures written by hand with words in every place where a format keeps some."""

import struct
import zlib

_EXIF_IFD, _COMMENT, _XP_AUTHOR, _DESCRIPTION, _ARTIST = 0x8769, 0x9286, 0x9C9D, 0x010E, 0x013B


def picture_files(words: str) -> dict[str, tuple[str, bytes]]:
    """The name and content of a picture for every place."""
    raw = words.encode()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><t>{words}</t></x:xmpmeta>".encode()
    exif = directory(">", {_DESCRIPTION: (2, raw + b"\0")})
    wide = b"UNICODE\0" + words.encode("utf-16-be")
    return {
        "EXIF description": ("a.jpg", jpeg(exif)),
        "EXIF artist, small end first": ("a.jpg", jpeg(directory("<", {_ARTIST: (2, raw + b"\0")}))),
        "EXIF of Windows": ("a.jpg", jpeg(directory("<", {_XP_AUTHOR: (1, words.encode("utf-16-le"))}))),
        "EXIF comment": ("a.jpg", jpeg(nested({_COMMENT: (7, b"ASCII\0\0\0" + raw)}))),
        "EXIF comment in UTF-16": ("a.jpg", jpeg(nested({_COMMENT: (7, wide)}))),
        "EXIF of the small picture": ("a.jpg", jpeg(directory(">", {}, directory(">", {_ARTIST: (2, raw)}, at=14)))),
        "EXIF in PNG": ("a.png", png((b"eXIf", exif))),
        "EXIF in WebP": ("a.webp", webp((b"EXIF", exif))),
        "EXIF in WebP, named": ("a.webp", webp((b"EXIF", b"Exif\0\0" + exif))),
        "IPTC": ("a.jpg", segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20" + b"\x1c\x02\x78" + struct.pack(">H", len(raw)) + raw)),
        "JPEG comment": ("a.jpg", segment(0xFE, raw)),
        "PNG text": ("a.png", png((b"tEXt", b"Comment\0" + raw))),
        "PNG keyword": ("a.png", png((b"tEXt", raw + b"\0x"))),
        "PNG packed text": ("a.png", png((b"zTXt", b"Comment\0\0" + zlib.compress(raw)))),
        "PNG text in Unicode": ("a.png", png((b"iTXt", b"Comment\0\0\0zh\0\0" + raw))),
        "PNG packed XMP": ("a.png", png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp)))),
        "PNG behind its end": ("a.png", png((b"IEND", b""), (b"tEXt", b"Comment\0" + raw))),
        "XMP in WebP": ("a.webp", webp((b"VP8 ", b"abc"), (b"XMP ", xmp))),
        "GIF comment": ("a.gif", gif(b"\x21\xfe" + blocks(raw))),
        "GIF comment behind a picture": ("a.gif", gif(b"\x2c" + bytes(9) + b"\x02" + blocks(b"\x4c\x01") + b"\x21\xfe" + blocks(raw))),
    }  # fmt: skip


def directory(order: str, values: dict[int, tuple[int, bytes]], following: bytes = b"", at: int = 8) -> bytes:
    """A TIFF of one directory of bytes and texts at an offset, `following` directly behind it as the next one.

    With another `at` than 8 it is a directory only, as it stands there in a TIFF.
    """
    entries, data, end = b"", b"", at + 2 + 12 * len(values) + 4
    for tag, (type, value) in values.items():
        where = struct.pack(order + "I", end + len(data)) if len(value) > 4 else value.ljust(4, b"\0")
        entries += struct.pack(order + "HHI", tag, type, len(value)) + where
        data += value if len(value) > 4 else b""
    head = (b"MM" if order == ">" else b"II") + struct.pack(order + "HI", 42, 8) if at == 8 else b""
    after = struct.pack(order + "I", end if following else 0)
    return head + struct.pack(order + "H", len(values)) + entries + after + data + following


def nested(values: dict[int, tuple[int, bytes]]) -> bytes:
    """A TIFF whose first directory leads to the one of EXIF."""
    head = b"MM" + struct.pack(">HI", 42, 8)
    return head + struct.pack(">HHHIII", 1, _EXIF_IFD, 4, 1, 26, 0) + directory(">", values, at=26)


def jpeg(tiff: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + tiff)


def segment(marker: int, body: bytes) -> bytes:
    """A JPEG of one segment."""
    return b"\xff\xd8\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    packed = (struct.pack(">I", len(body)) + kind + body + bytes(4) for kind, body in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    packed = b"".join(
        kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for kind, body in chunks
    )
    return b"RIFF" + struct.pack("<I", len(packed) + 4) + b"WEBP" + packed


def gif(body: bytes) -> bytes:
    """A GIF with a table of two colours."""
    return b"GIF89a\1\0\1\0\x80\0\0" + bytes(6) + body + b"\x3b"


def blocks(content: bytes) -> bytes:
    """Content in blocks of at most nine bytes, as GIF keeps it."""
    parts = (content[at : at + 9] for at in range(0, len(content), 9))
    return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"
