"""QR codes: drawn, and read again from a page as it will be printed."""

from collections.abc import Iterator

import pypdfium2
import segno
import zxingcpp

_DOTS_PER_POINT = 2.0
"""144 dots an inch: what a poor telephone camera makes of a sheet at arm's length."""


def drawn(text: str) -> str:
    """A QR code of a text (UTF-8, error correction M) as a data URI of an SVG with its quiet zone."""
    made = segno.make(text, error="m", mode="byte", encoding="utf-8", micro=False, boost_error=False)
    uri: str = made.svg_data_uri(border=4, dark="#000", light="#fff")
    return uri


def read_from_pdf(pdf: bytes, page: int = 0) -> Iterator[str]:
    """The texts of the codes on a page of a PDF, read from its picture."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=_DOTS_PER_POINT, grayscale=True).to_pil()
    for found in zxingcpp.read_barcodes(picture):
        yield found.text
