"""What stands around a place in a text: the words beside it, and in a table the head of its column."""

_FAR = 20_000
_LINE = 1_000
_HEADS = 4
"""A title, a unit and two rows of heads may stand above the first figures."""


def near(text: str, start: int, end: int, reach: int) -> str:
    """The words within `reach` characters of a stretch of text, and the head of its column where it is in a table."""
    beside = text[max(start - reach, 0) : start] + "\n" + text[end : end + reach]
    head = column_head(text, start)
    return f"{beside}\n{head}" if head else beside


def column_head(text: str, offset: int) -> str:
    """The first cells of the column in which an offset stands, its head among them; empty outside of tables."""
    begins = text.rfind("\n", max(offset - _LINE, 0), offset) + 1
    if offset - begins > _LINE or not (column := text.count("|", begins, offset)):
        return ""
    gap = text.rfind("\n\n", max(begins - _FAR, 0), begins)
    above = text[gap + 2 if gap >= 0 else max(begins - _FAR, 0) : begins]
    rows = (line.split("|") for line in above[:_LINE].split("\n")[:_HEADS])
    return " ".join(cells[column].strip() for cells in rows if len(cells) > column)
