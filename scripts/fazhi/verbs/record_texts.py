"""Write `record.md` beside the page of every record (nouns/record_text.py), in each language it was written in."""

from collections.abc import Iterator

from fazhi.nouns.record_text import path_of, text_of
from fazhi.nouns.register import Register


def record_texts(register: Register) -> Iterator[tuple[str, bytes]]:
    """The path and bytes of every file."""
    for record in register.records.values():
        for document in record.documents:
            yield path_of(record.id, document.lang), text_of(record, document, register.root).data
