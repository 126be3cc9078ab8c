"""Tables to take away as CSV that Excel and WPS open right: UTF-8 with its mark, CRLF, and no cell that is a formula.

A cell that begins with one of the signs of a formula would be run when it is opened (OWASP, CSV injection).
"""

import csv
import io
import re
from collections.abc import Iterable

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
_GUARD = "'"


def as_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as bytes of CSV, every cell below the head safe to open."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; a number stays a number."""
    is_formula = text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"{_GUARD}{text}" if is_formula and not _NUMBER.fullmatch(text) else text
