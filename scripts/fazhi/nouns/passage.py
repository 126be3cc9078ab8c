"""A passage: a text with its place, so that one rule reads Markdown, front matter, file names, attachments and built files.

A record's or page's file is one passage: its path, its front matter and its body as they were written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fazhi.ground.cached import cached_property
from fazhi.ground.digits import Folded, fold
from fazhi.ground.markdown import Markdown
from fazhi.ground.masks import Mask, masks
from fazhi.ground.numbers import Sort
from fazhi.ground.personal import Hit, numbers
from fazhi.ground.piece import Piece
from fazhi.ground.problem import Place
from fazhi.ground.words import Words, same
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.document import Document
from fazhi.nouns.people import People, lists_of_people
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.sought import MASK, NUMBER, PEOPLE, SOUGHT
from fazhi.nouns.table import Row, Table

_GAP = "\n\n"


@dataclass(frozen=True)
class Passage:
    """A text of the file at `path` (from the root).

    `place` gives the place in that file of an offset. `part` says where in an attachment it stands.
    `about` is what the text calls itself: its title and item, by which a list of recipients is known.
    """

    path: str
    text: str
    place: Callable[[int], Place]
    record: Record | None = None
    part: Words = same("")
    about: str = ""
    read_tables: Callable[[], Iterator[Table]] = lambda: iter(())

    @cached_property
    def folded(self) -> Folded:
        """The text with half-width digits and letters and without invisible signs."""
        return fold(self.text)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Those signs sought that occur in it, as it is written or as it is read: a rule none of whose does finds nothing."""
        written = SOUGHT.within(self.text)
        read = frozenset() if self.folded.text == self.text else SOUGHT.within(self.folded.text)
        told = {NUMBER: self._numbers, MASK: self.masks, PEOPLE: self.people}
        return written | read | {sign for sign, found in told.items() if found}

    @cached_property
    def latin(self) -> bytes:
        """Its letters, digits and signs of ASCII without what stands between: short in a Chinese text, so quick to search."""
        return self.folded.text.encode("ascii", "ignore")

    @cached_property
    def _numbers(self) -> tuple[Hit, ...]:
        return numbers(self.folded, self.text)

    def numbers(self, *sorts: Sort) -> Iterator[Hit]:
        """The numbers of these sorts."""
        return (hit for hit in self._numbers if hit.sort in sorts)

    @cached_property
    def masks(self) -> tuple[Mask, ...]:
        """The numbers that someone masked."""
        return tuple(masks(self.folded, self.text))

    @cached_property
    def people(self) -> tuple[People, ...]:
        """The tables of the text that list people; lines of their rows count in the file."""
        return lists_of_people(self.read_tables()) if "|" in self.text else ()


def of_document(document: Document, register: Register) -> Passage:
    """The passage of a Markdown file."""
    name = document.path.partition("/")[2]
    record = register.records.get(document.id)
    head_at = len(name) + len(_GAP)
    body_at = head_at + len(document.head.text) + len(_GAP)

    def place(offset: int) -> Place:
        if offset < head_at:
            return Place()
        if offset < body_at:
            return document.head.place(offset - head_at)
        return document.body.place(offset - body_at)

    text = f"{name}{_GAP}{document.head.text}{_GAP}{document.body.text}"
    return Passage(
        document.path,
        text,
        place,
        record,
        about=_about(document.title, record, register),
        read_tables=lambda: iter(document.tables),
    )


def of_attachment(attachment: Attachment) -> Iterator[Passage]:
    """The passages of a file beside a record: its name, and every part of it that holds text."""
    record, path = attachment.record, f"docs/{attachment.path}"
    yield Passage(path, attachment.path, lambda offset: Place(), record)
    for piece in attachment.contents.pieces:
        yield of_piece(piece, path, record, f"{attachment.about} {piece.where.zh}")


def of_piece(piece: Piece, path: str, record: Record | None, about: str) -> Passage:
    """The passage of a piece of a file; its places count in the piece."""
    markdown = Markdown(piece.text)
    part = _PART.fill(where=piece.where) if piece.where.zh else same("")
    return Passage(path, piece.text, markdown.place, record, part, about, lambda: _tables(piece.text))


def _tables(text: str) -> Iterator[Table]:
    """The tables of a piece. Above its head a sheet may have a title: the head is the first row that names people."""
    block: list[Row] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.startswith("| "):
            block.append(Row(number, tuple(cell.strip() for cell in line[1:-1].split("|"))))
        elif block:
            yield _table(block)
            block = []


def _table(rows: list[Row]) -> Table:
    head = next(
        (
            at
            for at, row in enumerate(rows[:_TITLES])
            if any("姓名" in cell or "户主" in cell for cell in row.cells)
        ),
        0,
    )
    heading = " ".join(cell for row in rows[:head] for cell in row.cells)
    return Table(heading, rows[head], tuple(rows[head + 1 :]))


def _about(title: str, record: Record | None, register: Register) -> str:
    item = register.town.items.get(record.get("item", "")) if record else None
    return f"{title} {item['name']['zh']}" if item else title


_TITLES = 10
_PART = Words("〔{where}〕", "[{where}] ")
