"""Whatever is in the files, reading and checking answer with problems: no traceback, and no rule that takes long.

FAZHI_PROFILE=nightly tries 10,000 of each (CONTRIBUTING.md).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import seconds
from example_town import RULES, lay, problems, put, read
from fazhi.ground.pdf import SECONDS
from fazhi.nouns.passage import of_document
from fazhi.nouns.rule import Example
from fazhi.nouns.waiver import MOST
from fazhi.verbs import tell
from hostile import filled
from office_files import excel_files, pdf_files, photo, png, word_files
from project import ROOT

TRIED = settings(max_examples=max(300, settings.default.max_examples))
TIMED = settings(max_examples=20 if settings.default.max_examples <= 150 else settings.default.max_examples)
"""Each is a hundred thousand signs, held against every rule."""
FEW = settings(
    max_examples=12 if settings.default.max_examples <= 150 else settings.default.max_examples // 5
)
"""Each begins a process."""
LIMIT = 0.05
RECORD = "villages/demo-1/2026/finance-Q3"
BESIDE = "villages/demo-1/2026"

signs = st.sampled_from(
    ["\n", "\n\n", " ", "|", "---", ":", "：", ",", "，", "{", "}", "[", "]", "](", "(", ")", "（", "）", "“", "”", "《", "》", '"', "'"]
    + ["#", "- ", "1. ", "> ", "`", "```", "<", ">", "<!--", "&#49;", "\\", "*", "**", "~~~", "!", "@", "％", "\u200b", "\ufeff", "\0", "\t"]
    + ["title", "published", "2026-10-08", "2026-Q3", "null", "true", "&a", "*a", "!!python", "%YAML", "? ", "? [", "|-", ">-", "\r\n"]
    + ["13800138000", "138 0013", "140825190001010019", "一三八", "①", "6222", "0359-7000000", "138****", "示政发〔2026〕", "第3号", "1,380.00", "万元"]
    + ["姓名", "原因", "金额", "户数", "张**", "王小明", "（12岁）", "低保", "因病", "合计", "收入", "支出", "结余", "帐", "法制", "and", "2月30日", "……"]
)  # fmt: skip
soup = st.lists(signs | st.text(max_size=3), max_size=60).map("".join)
yaml_soup = soup.map(lambda text: f"---\n{text}\n---\n正文。\n")
table_soup = st.lists(
    st.lists(signs.filter(lambda sign: "\n" not in sign), min_size=1, max_size=6).map(
        lambda cells: "| " + " | ".join(cells) + " |"
    ),
    min_size=2,
    max_size=12,
).map(lambda rows: "\n".join([rows[0], "|" + "---|" * (rows[0].count("|") - 1), *rows[1:]]))


@cache
def records() -> list[str]:
    """The real records of this project, the shorter ones."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))]
    return sorted(texts, key=len)[:200:9]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A real record with some of its bytes changed, taken out or put in."""
    data = bytearray(draw(st.sampled_from(records())).encode())
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=3) | signs.map(str.encode))
    return bytes(data)


@st.composite
def reworded(draw: st.DrawFn) -> str:
    """A real record with pieces of it changed for other signs or for pieces of another."""
    text = draw(st.sampled_from(records()))
    for _ in range(draw(st.integers(1, 6))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 30))
        text = (
            text[:at]
            + draw(signs | st.sampled_from(records()).map(lambda other: other[:200]))
            + text[at + length :]
        )
    return text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("town")
    lay(root, Example())
    return root


def answers(root: Path) -> None:
    """Checking ends with problems that every format can tell."""
    found = problems(root)
    for form in tell.FORMATS:
        assert isinstance(tell.tell(found, RULES, form, "zh"), str)


@TRIED
@given(st.text(max_size=400) | soup | yaml_soup | table_soup | mutated() | reworded())
def test_a_record_of_anything_is_answered(root, content):
    put(root, RECORD, content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    answers(root)


@TRIED
@given(soup | table_soup)
def test_a_body_of_anything_is_answered(root, body):
    lay(root, Example(body=body + "\n"))
    answers(root)


@TRIED
@given(soup | st.text(max_size=200))
def test_a_town_file_of_anything_is_answered(root, text):
    whole = (root / "town.yml").read_bytes()
    try:
        (root / "town.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
        answers(root)
    finally:
        (root / "town.yml").write_bytes(whole)


@cache
def office_files() -> dict[str, bytes]:
    """A file of every type that is read in this process."""
    number = "13800138000"
    words = {f"{name}.docx": data for name, data in islice(word_files(number).items(), 4)}
    sheets = {f"{name}.xlsx": data for name, data in islice(excel_files(number).items(), 4)}
    return {
        **words,
        **sheets,
        "a.jpg": photo(True),
        "a.png": png(photo(True)[12:-2]),
        "a.csv": f"姓名,{number}\n".encode("gb18030"),
    }


@st.composite
def flipped(draw: st.DrawFn, files: Mapping[str, bytes], words: Sequence[bytes] = ()) -> tuple[str, bytes]:
    """A file with some bytes changed or words written over it, or cut off."""
    name = draw(st.sampled_from(sorted(files)))
    data = bytearray(files[name])
    written = st.integers(0, 255).map(lambda code: bytes((code,)))
    for _ in range(draw(st.integers(1, 8))):
        at, word = (
            draw(st.integers(0, len(data) - 1)),
            draw(written | st.sampled_from(words) if words else written),
        )
        data[at : at + len(word)] = word
    return name.replace(" ", "-"), bytes(data[: draw(st.integers(0, len(data)) | st.just(len(data)))])


@TRIED
@given(st.deferred(lambda: flipped(office_files())))
def test_a_broken_office_file_is_answered(root, file):
    is_answered_beside(root, *file)


def is_answered_beside(root: Path, name: str, data: bytes) -> None:
    """Checking answers with a file beside a record, and then takes it away."""
    path = root / "docs" / BESIDE / name
    path.write_bytes(data)
    try:
        answers(root)
    finally:
        path.unlink()


PDF_WORDS = (
    *(b"/Kids", b"/Count", b"/Length", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/Encrypt", b"/Parent", b"/Prev"),
    *(b"/ObjStm", b"/XRef", b"/ToUnicode", b"/Contents", b"/Names", b"/EmbeddedFiles", b"1 0 R", b"2 0 R", b"3 0 R"),
    *(b"5 0 R", b"-1", b"99999999999", b"<<", b">>", b"[[[[[[", b"(", b"stream", b"endobj", b"startxref", b"%PDF"),
)  # fmt: skip
PDFS = {f"{name}.pdf": data for name, data in pdf_files("13800138000").items()}


@FEW
@given(flipped(PDFS, PDF_WORDS))
def test_a_broken_pdf_is_answered(root, file):
    """Each is read in a process of its own, which is given SECONDS at most."""
    before = os.times()
    is_answered_beside(root, *file)
    after = os.times()
    assert after.children_user - before.children_user + after.user - before.user < 2 * SECONDS


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_that_turns_in_circles_is_answered(root, name):
    is_answered_beside(root, name.replace(" ", "-"), PDFS[name])


def timed_rules(root: Path, body: str) -> Iterator[tuple[str, Callable[[], object]]]:
    lay(root, Example(body=body))
    register = read(root)
    record = register.records[RECORD]
    passage = of_document(record.original, register)
    subjects = {"passage": passage, "document": record.original, "record": record}
    yield "prose", lambda: record.original.prose
    for shared in ("_numbers", "masks", "people"):
        yield shared, lambda shared=shared: getattr(of_document(record.original, register), shared)
        getattr(passage, shared)
    for rule in RULES.values():
        if rule.on in subjects and rule.check:
            yield rule.code, lambda rule=rule: list(islice(rule.check(subjects[rule.on], register), MOST))


@TIMED
@given(st.lists(signs | st.text(max_size=2), min_size=1, max_size=12).map("".join).filter(str.strip))
def test_no_rule_takes_long_over_a_long_line_of_anything(root, unit):
    for name, work in timed_rules(root, filled(unit) + "\n"):
        assert seconds(work, LIMIT) < LIMIT, name
