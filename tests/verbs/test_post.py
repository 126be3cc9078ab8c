"""A posting is one more line of the front matter, and nothing else changes."""

import pytest

from fazhi.verbs.post import CannotNote, with_posting

POSTING = {"from": "2026-10-10", "to": "2026-10-25", "place": "村务公开栏"}
LINE = "posted: {from: 2026-10-10, to: 2026-10-25, place: 村务公开栏}"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_one_line_more(end, bom):
    before = f"{bom}---{end}title: 甲{end}--- {end}{end}正文{end}---{end}尾"
    after = with_posting(before, POSTING)
    assert after == f"{bom}---{end}title: 甲{end}{LINE}{end}--- {end}{end}正文{end}---{end}尾"


@pytest.mark.parametrize(
    "text", ["", "正文", "---\ntitle: 甲\n", "正文\n---\na: b\n---\n", "---\rtitle: 甲\r---\r"]
)
def test_where_no_line_can_be_put_in(text):
    with pytest.raises(CannotNote):
        with_posting(text, POSTING)
