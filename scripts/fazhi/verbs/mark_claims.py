"""Mark the claims of a report where they stand in its text: underlined, with a link to the note of each.

A Python-Markdown extension that works on the finished tree, so that a claim is found across links and emphasis.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from fazhi.ground.visible import letters
from fazhi.ground.words import Lang
from fazhi.nouns.claim_note import Note

MARK = "fz-claim__mark"


class Mark(NamedTuple):
    """What to mark: the words, the number and anchor of their claim, its state, and how that reads."""

    text: str
    number: int
    anchor: str
    state: str
    shape: str
    label: str


def marks(notes: Iterable[Note], lang: Lang) -> tuple[Mark, ...]:
    """The marks of a report's claims in a language; one whose words in it nobody has named has none."""
    return tuple(
        Mark(
            words,
            note.claim.number,
            note.claim.anchor,
            str(note.claim.state),
            note.shape,
            note.word.in_(lang),
        )
        for note in notes
        if (words := note.claim.text if lang == "zh" else note.claim.en)
    )


class ClaimMarks(Extension):
    """Set `marks` to those of the page about to be rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(_Marker(md, self), "fazhi_claims", -20)  # after links are resolved


class _Marker(Treeprocessor):
    """Marks the first place of each claim; one that is nowhere gets its anchor at the end, so that links to it lead."""

    def __init__(self, md: Markdown, owner: ClaimMarks) -> None:
        super().__init__(md)
        self._owner = owner

    def run(self, root: Element) -> None:
        for mark in self._owner.marks:
            if not _mark(root, mark):
                root.append(Element("span", {"id": f"{mark.anchor}-text"}))


class _Piece(NamedTuple):
    """A text of the tree: that within an element, or the one after it."""

    element: Element
    is_tail: bool
    text: str


def _pieces(element: Element) -> Iterator[_Piece]:
    if element.get("class", "").startswith(MARK):
        return
    if element.text:
        yield _Piece(element, False, element.text)
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield _Piece(child, True, child.tail)


def _mark(root: Element, mark: Mark) -> bool:
    pieces = list(_pieces(root))
    found = next(letters("".join(piece.text for piece in pieces)).spans(letters(mark.text)), None)
    if found is None:
        return False
    parents = {child: parent for parent in root.iter() for child in parent}
    last, offset = None, 0
    for piece in pieces:
        start, end = (max(at - offset, 0) for at in found)
        offset += len(piece.text)
        if piece.text[
            start:end
        ].strip():  # what stands between two items of a list is theirs, not the claim's
            last = _underline(piece, start, end, mark, parents)
    if last is not None:
        _link(last, mark, parents)
    return last is not None


def _underline(piece: _Piece, start: int, end: int, mark: Mark, parents: dict[Element, Element]) -> Element:
    """Put a stretch of a piece into an element of its own."""
    said = Element("span", {"class": f"fz-claim fz-claim--{mark.state}"})
    said.text, said.tail = piece.text[start:end], piece.text[end:]
    if piece.is_tail:
        piece.element.tail = piece.text[:start]
        parent = parents[piece.element]
        parent.insert(list(parent).index(piece.element) + 1, said)
    else:
        piece.element.text = piece.text[:start]
        parent = piece.element
        parent.insert(0, said)
    parents[said] = parent
    return said


def _link(last: Element, mark: Mark, parents: dict[Element, Element]) -> None:
    """After the last word of a claim, and after a link that it ends in, the mark with the link to its note."""
    after, above = last, last
    while (up := parents.get(above)) is not None:
        above = up
        if above.tag == "a":
            after = above
    link = Element(
        "a",
        {"class": f"{MARK} fz-claim--{mark.state}", "id": f"{mark.anchor}-text", "href": f"#{mark.anchor}"},
    )
    link.text = f"{mark.number} "
    shape = Element("span", {"aria-hidden": "true"})
    shape.text, shape.tail = mark.shape, f" {mark.label}"
    link.append(shape)
    link.tail, after.tail = after.tail, None
    parent = parents[after]
    parent.insert(list(parent).index(after) + 1, link)
