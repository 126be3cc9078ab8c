"""What whoever opens a Word file sees of it."""

import pytest

from fazhi.ground.extract import extract_bytes
from office_files import word_body

HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
BODIES = {
    "a hidden run": (
        f"<w:p><w:r><w:t>看得见</w:t></w:r><w:r>{HIDDEN}<w:t>看不见</w:t></w:r></w:p>",
        "看得见",
    ),
    "a run that a style hides no more": (
        '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r></w:p>',
        "看得见",
    ),
    "a hidden mark of a paragraph": (
        f"<w:p><w:pPr>{HIDDEN}</w:pPr><w:r><w:t>看得见</w:t></w:r></w:p>",
        "看得见",
    ),
    "a style that hides": (
        '<w:p><w:pPr><w:pStyle w:val="Form"/></w:pPr><w:r><w:t>看不见</w:t></w:r></w:p>',
        "",
    ),
    "a style based on it": (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Field"/></w:rPr><w:t>看不见</w:t></w:r></w:p>',
        "",
    ),
    "words moved away": (
        "<w:p><w:moveFrom><w:r><w:t>看不见</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>看得见</w:t></w:r></w:moveTo></w:p>",
        "看得见",
    ),
    "a field": (
        "<w:p><w:r><w:instrText>看不见</w:instrText></w:r><w:r><w:t>看得见</w:t></w:r></w:p>",
        "看得见",
    ),
    "a box twice": (
        "<w:p><w:r><w:Choice><w:t>看得见</w:t></w:Choice><w:Fallback><w:t>看得见</w:t></w:Fallback></w:r></w:p>",
        "看得见",
    ),
    "a reading aid": (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>看</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "看",
    ),
    "a hidden row": (
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>看不见</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "",
    ),
    "a hidden drawing": (
        '<w:p><w:r><w:docPr hidden="1"/><w:txbxContent><w:p><w:r><w:t>看不见</w:t></w:r></w:p></w:txbxContent></w:r></w:p>',
        "",
    ),
}


@pytest.mark.parametrize("case", BODIES)
def test_what_is_hidden_is_not_shown(case):
    body, expected = BODIES[case]
    pieces = extract_bytes(word_body(body, hiding="Form", based="Field"), "a.docx").pieces
    shown = "\n".join(piece.shown for piece in pieces)
    assert shown.strip("| \n") == expected


@pytest.mark.parametrize("case", BODIES)
def test_the_privacy_gate_reads_all_that_is_shown(case):
    for piece in extract_bytes(word_body(BODIES[case][0], hiding="Form", based="Field"), "a.docx").pieces:
        assert all(word in piece.text for word in piece.shown.split())
