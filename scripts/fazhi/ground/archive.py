"""Zip archives that a stranger made: what they would unpack to is weighed before a byte is unpacked."""

import io
import zipfile

MAX_ENTRIES = 5_000
MAX_UNPACKED = 200_000_000
MAX_RATIO = 400
"""XML of large tables packs to a hundredth; a bomb to a thousandth."""
_SMALL = 1_000_000


class Refused(Exception):
    """An archive that is broken, encrypted, or would unpack to too much; `fault` says which."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in `data`. Raises Refused."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("broken") from error
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Refused("too-large")
    if any(_is_bomb(entry) for entry in entries):
        raise Refused("too-large")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The content of an entry. Raises Refused where it is broken or packed in a way that is not read."""
    try:
        return archive.read(name)
    except Exception as error:  # zipfile lets zlib.error, lzma.LZMAError, EOFError and more through
        raise Refused("broken") from error


def shown_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; names in GBK that the archive does not mark are read as such."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return entry.filename


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
