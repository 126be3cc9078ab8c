"""The text of a page made from Markdown, paragraph by paragraph, for people to read: what search shows and looks through."""

import re
from html import unescape

_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[^\n]*", re.MULTILINE)
_BAR = re.compile(r"^[ \t]*+(?:\|?[ \t:|-]*-[ \t:|-]*|[=*_ -]{3,}|[`~]{3,}.*)$", re.MULTILINE)
_BEGIN = re.compile(r"^(?>(?:[ \t>]++|(?:#{1,6}|[-*+]|\d{1,2}[.)])[ \t]++)+)", re.MULTILINE)
_END = re.compile(r"[ \t]*+\|?[ \t]*+$|^\|[ \t]*+", re.MULTILINE)
_CELL = re.compile(r"[ \t]*+(?<!\\)\|[ \t]*+")
_LINK = re.compile(r"!?\[([^\[\]\n]*+)\](?>(?:\((?>(?:[^()\n]|\([^()\n]*+\))*)\)|\[[^\[\]\n]*+\])?)")
_NOTE = re.compile(r"\[\^[^\]\n]{1,50}\]:?")
_MARK = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])|[*`]+|(?<!\w)_+|_+(?!\w)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_CODE = re.compile(r"(?<!`)`(?!`)([^`\n]+)`(?!`)")
_EMPTY = re.compile(r"\n{2,}")
_MARKS = frozenset("\\*`_")


def lines(text: str) -> str:
    """A Markdown text as its page shows it, a paragraph, heading or row of a table on a line; no line is empty."""
    if "]:" in text:
        text = _DEFINITION.sub("", text)
    text = _BEGIN.sub("", _BAR.sub("", text))
    if "|" in text:
        text = _CELL.sub(" ", _END.sub("", text))
    if "`" in text:
        parts = _CODE.split(text)
        text = "".join(part if at % 2 else _inline(part) for at, part in enumerate(parts))
    else:
        text = _inline(text)
    return _EMPTY.sub("\n", text).strip("\n")


def _inline(text: str) -> str:
    if "[" in text:
        text = _LINK.sub(r"\1", _NOTE.sub("", text))
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
    if not _MARKS.isdisjoint(text):
        text = _MARK.sub(r"\1", text)
    return unescape(text) if "&" in text else text
