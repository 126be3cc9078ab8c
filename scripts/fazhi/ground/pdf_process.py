"""The process in which one PDF is read: the file comes on stdin, JSON goes to stdout, and nothing outlives it.

pypdf is pure Python under a BSD licence and reads the encodings of older Chinese files (GBK-EUC-H and its like).
"""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 1_500_000_000
SECONDS = 20
MAX_PAGES = 2_000


def main() -> None:
    """Read stdin, tell on stdout."""
    _limit()
    logging.disable(logging.CRITICAL)
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _limit() -> None:
    """Bound what this process may use, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _read(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    faults: list[str] = []
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"pages": [], "besides": "", "faults": ["encrypted"]}
        if len(reader.pages) > MAX_PAGES:
            return {"pages": [], "besides": "", "faults": ["too-large"]}
        pages = [page.extract_text() for page in reader.pages]
        besides = "\n\n".join(_besides(reader))
        if reader.attachments:
            faults.append("embedded")
    except MemoryError:
        return {"pages": [], "besides": "", "faults": ["too-large"]}
    except Exception as error:  # pypdf raises many kinds for broken files; none may pass for a readable one
        kind = "encrypted" if "crypt" in f"{type(error).__name__} {error}".lower() else "broken"
        return {"pages": [], "besides": "", "faults": [kind]}
    if not pages or any(not text.strip() for text in pages):
        faults += ["image-only"] if not pages or _has_pictures(reader, pages) else []
    return {"pages": pages, "besides": besides, "faults": faults}


def _has_pictures(reader: Any, pages: list[str]) -> bool:
    """Whether a page without text shows something; a blank page hides nothing."""
    blank = (page for page, text in zip(reader.pages, pages, strict=True) if not text.strip())
    return any("/XObject" in (page.get("/Resources") or {}) for page in blank)


def _besides(reader: Any) -> Iterator[str]:
    """Properties, notes, link addresses and form fields."""
    yield from (str(value) for value in (reader.metadata or {}).values())
    if reader.xmp_metadata is not None:
        yield reader.xmp_metadata.stream.get_data().decode("utf-8", "replace")
    for field in (reader.get_fields() or {}).values():
        yield str(field.get("/V", ""))
    for page in reader.pages:
        for note in page.get("/Annots") or ():
            told = note.get_object()
            yield from (str(told[key]) for key in ("/Contents", "/T") if key in told)
            if "/A" in told and "/URI" in told["/A"]:
                yield str(told["/A"]["/URI"])


if __name__ == "__main__":
    main()
