"""What search knows of attached files: what their reader sees, and nothing else."""

import pytest

from example_town import lay, read
from fazhi.nouns.rule import Example
from fazhi.verbs.attachment_texts import AttachmentTexts
from fazhi.verbs.search_entries import searched
from office_files import excel_files, pdf, word_files

BESIDE = "villages/demo-1/2026"


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "kept"


def entry_text(tmp_path, kept, name, content):
    """The text that search has of a record with this file attached."""
    lay(
        tmp_path / "town",
        Example(
            kind="disclosure",
            values={"attachments": f'[{{file: "{name}", title: 清单}}]'},
            files={f"{BESIDE}/{name}": content},
        ),
    )
    texts = AttachmentTexts(kept)
    found = searched(read(tmp_path / "town"), (), texts.text)
    texts.forget_others()
    return "\n".join(entry.text for entry in found.entries)


def test_pages_of_a_pdf_are_searched_and_its_properties_are_not(tmp_path, kept):
    text = entry_text(tmp_path, kept, "a.pdf", pdf("well repaired", title="Author Somebody"))
    assert "well repaired" in text
    assert "Somebody" not in text


def test_tables_and_plain_texts_are_searched(tmp_path, kept):
    assert "水渠维修 12.00" in entry_text(tmp_path, kept, "a.csv", "项目,金额\n水渠维修,12.00\n")


SEEN_IN_WORD = {"paragraph", "split runs", "table", "inserted", "half inserted", "text box"}
SEEN_IN_EXCEL = {"cell", "inline string"}


@pytest.mark.parametrize("name", sorted(word_files("x")))
def test_of_a_word_file_is_searched_what_its_reader_sees(tmp_path, kept, name):
    content = word_files("zebra-crossing")[name]
    assert ("zebra-crossing" in entry_text(tmp_path, kept, "a.docx", content)) == (name in SEEN_IN_WORD)


@pytest.mark.parametrize("name", sorted(excel_files("x")))
def test_of_an_excel_file_is_searched_what_its_reader_sees(tmp_path, kept, name):
    content = excel_files("zebra-crossing")[name]
    assert ("zebra-crossing" in entry_text(tmp_path, kept, "a.xlsx", content)) == (name in SEEN_IN_EXCEL)


def test_rows_of_office_files_are_lines(tmp_path, kept):
    word, excel = word_files("水渠维修")["table"], excel_files("水渠维修")["cell"]
    assert "\n水渠维修\n" in entry_text(tmp_path / "word", kept, "a.docx", word)
    assert "\n水渠维修 1\n" in entry_text(tmp_path / "excel", kept, "a.xlsx", excel)


def test_rows_of_a_table_are_not_one_text(tmp_path, kept):
    assert "项目 经手\n" in entry_text(tmp_path, kept, "a.csv", "项目,经手\n水渠,村委\n")


def test_a_file_that_cannot_be_read_has_no_text(tmp_path, kept):
    assert "清单" in entry_text(tmp_path, kept, "a.pdf", b"%PDF-1.4\n")


def test_lines_of_a_page_are_one_text(tmp_path, kept):
    (tmp_path / "a.txt").write_text("村集体资\n产台账\nend\nof line\n", encoding="utf-8")
    assert AttachmentTexts(kept).text(tmp_path / "a.txt") == "村集体资产台账\nend\nof line\n"


def test_texts_are_kept_until_the_file_changes_or_is_gone(tmp_path, kept):
    file = tmp_path / "a.txt"
    file.write_text("一", encoding="utf-8")
    texts = AttachmentTexts(kept)
    assert texts.text(file) == "一"
    next(kept.iterdir()).write_text("二", encoding="utf-8")
    assert texts.text(file) == "二"
    file.write_text("三", encoding="utf-8")
    after = AttachmentTexts(kept)
    assert after.text(file) == "三"
    after.forget_others()
    assert len(list(kept.iterdir())) == 1
    file.unlink()
    gone = AttachmentTexts(kept)
    assert gone.text(file) == ""
    gone.forget_others()
    assert list(kept.iterdir()) == []
