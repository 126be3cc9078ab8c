"""Whatever lies under docs/: one clear problem where it is wrong, nothing raised, every other file still heard.

Each case is one file of a small town that is otherwise sound; the town's own files stay without a problem.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cost import seconds
from example_town import KINDS, RULES, lay, problems, put, read, spots, text_of
from fazhi.ground.problem import Place
from fazhi.nouns.rule import Example
from fazhi.verbs.check import check
from fazhi.verbs.read import parse

HOME = "villages/demo-1/2026/finance-Q3"
PATH = f"docs/{HOME}.md"
DISCLOSURE = KINDS["disclosure"]


def valid(**values: str | None) -> str:
    """The text of a sound disclosure with some values changed; None takes a key away."""
    text = text_of(DISCLOSURE, Example(values=values))
    assert isinstance(text, str)
    return text


def after_title(line: str) -> str:
    """A sound disclosure with one more line at line 3."""
    return valid().replace("\nindex:", f"\n{line}\nindex:", 1)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A sound town."""
    lay(tmp_path, Example())
    assert problems(tmp_path) == []
    return tmp_path


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "---\ntitle: x\n" + "\n".join(lines) + "\n---\n"


CRLF = valid().replace("\n", "\r\n")
FINE = {
    "byte-order mark": b"\xef\xbb\xbf" + valid().encode(),
    "CRLF": CRLF,
    "CR": valid().replace("\n", "\r"),
    "blanks after the fences": valid().replace("---\n", "--- \t\n"),
    "no text": valid().partition("\n---\n")[0] + "\n---",
    "very long line": valid() + "字" * 300_000 + "\n",
    "very long value": valid(summary="字" * 100_000),
    "emoji": valid(title="示范一村👨‍👩‍👧财务") + "🎉\n",
    "rare characters": valid(title="㸃𠮷〇村财务"),
    "comment": after_title("# 说明"),
    "quoted": valid(title='"示范一村：“三资”*公开"'),
    "null of a key that may lack": valid(summary="null", sample="~", attachments=""),
    "rule in the text": valid() + "\n---\n\ntitle: x\n---\n",
    "block text": valid(summary="|\n  一\n\n  ---\n  二"),
}


@pytest.mark.parametrize("content", FINE.values(), ids=FINE)
def test_sound_however_it_was_saved(town, content):
    put(town, HOME, content)
    assert problems(town) == []


FRONT = "front-matter"
FILE = "file-readable"
Spot = tuple[int | str, int]
"""Line and column; a line by its number or by how it begins."""

BAD: dict[str, tuple[str | bytes, Spot, str, str]] = {
    "empty": (b"", (1, 1), FRONT, "空的"),
    "only blanks": ("\n \n", (1, 1), FRONT, "空的"),
    "no front matter": ("## 财务收支\n\n正文\n", (1, 1), FRONT, "第一行"),
    "line before the front matter": ("\n" + valid(), (1, 1), FRONT, "第一行"),
    "unclosed": ("---\ntitle: 财务\n\n正文\n", (1, 1), FRONT, "没有结束"),
    "nothing between the fences": ("---\n---\n正文\n", (2, 1), FRONT, "键: 值"),
    "comment between the fences": ("---\n# 无\n---\n正文\n", (2, 1), FRONT, "键: 值"),
    "list for keys": ("---\n- title: 财务\n---\n", (2, 1), FRONT, "键: 值"),
    "text for keys": ("---\n财务收支\n---\n", (2, 1), FRONT, "键: 值"),
    "full-width colon, one key": ("---\ntitle：财务\n---\n", (2, 6), FRONT, "全角冒号"),
    "full-width colon, first key": ("---\ntitle：财务\nformed: 2026-10-08\n---\n", (2, 6), FRONT, "全角冒号"),
    "full-width colon, later key": ("---\ntitle: 财务\nformed：2026-10-08\nsource: demo-1\n---\n", (3, 7), FRONT, "全角冒号"),
    "full-width colon in a group": (valid(review="{by：reviewer, on: 2026-10-09, secrecy: ok, privacy: ok}"), ("review:", 10), FRONT, "全角冒号"),
    "tab for indentation": ("---\ntitle: 财务\nreview:\n\tby: reviewer\n---\n", (4, 1), FRONT, "制表符"),
    "open bracket": (after_title("attachments: [{file: a.pdf"), (3, 15), FRONT, "花括号"),
    "open quotation": (after_title('summary: "财务'), (3, 10), FRONT, "引号"),
    "second colon": (after_title("summary: 财务: 收支"), (3, 12), FRONT, "引号"),
    "brackets": (after_title("summary: " + "[" * 100_000), (3, 21), FRONT, "嵌套"),
    "alias bomb": (bomb(), (3, 5), FRONT, "锚点"),
    "anchor": (after_title("summary: &x 财务"), (3, 10), FRONT, "锚点"),
    "alias": (after_title("summary: *x"), (3, 10), FRONT, "锚点"),
    "tag": (after_title("summary: !!python/object/apply:os.system [id]"), (3, 10), FRONT, "标签"),
    "merge of an alias": (after_title("<<: *x"), (3, 5), FRONT, "锚点"),
    "merge key": (after_title("<<: {summary: x}"), (3, 1), "known-keys", "<<"),
    "list as key": (after_title("[a, b]: c"), (3, 1), FRONT, "键必须"),
    "second document": (after_title("...\nsummary: x"), (4, 1), FRONT, "又开始"),
    "lone surrogate": (after_title('summary: "\\uD800"'), (3, 13), FRONT, "YAML"),
    "key that YAML would call false": (after_title("no: on"), (3, 1), "known-keys", "“no”"),
    "unknown key": (after_title("tilte: 财务"), (3, 1), "known-keys", "title"),
    "unseen character in a key": (after_title("sum\u200bmary: 财务"), (3, 1), "known-keys", "U+200B"),
    "double key": (after_title("title: 财务"), (3, 1), "unique-keys", "title"),
    "day that is none": (valid(published="2026-13-01"), ("published:", 12), "date-form", "2026-13-01"),
    "flag that only resembles one": (valid(sample="yes"), ("sample:", 9), "value-form", "true 或 false"),
    "null of a key that is needed": (valid(title="null"), (2, 1), "required-keys", "title"),
    "empty key that is needed": (valid(title=""), (2, 1), "required-keys", "title"),
    "missing key": (valid(title=None), (2, 1), "required-keys", "title"),
    "list for a text": (valid(title="[财务]"), (2, 8), "value-form", "title"),
    "text for a list": (valid(attachments="附件"), ("attachments:", 14), "value-form", "列表"),
    "text for a group": (valid(nil="无"), ("nil:", 6), "value-form", "键"),
    "GBK": (valid().encode("gbk"), (2, 8), FILE, "GBK"),
    "GBK after CRLF": (CRLF.encode("gbk"), (2, 8), FILE, "GBK"),
    "UTF-16 LE": (b"\xff\xfe" + valid().encode("utf-16-le"), (1, 1), FILE, "UTF-16"),
    "UTF-16 BE": (b"\xfe\xff" + valid().encode("utf-16-be"), (1, 1), FILE, "UTF-16"),
    "UTF-16 LE without mark": (valid().encode("utf-16-le"), (1, 1), FILE, "UTF-16"),
    "UTF-16 BE without mark": (valid().encode("utf-16-be"), (1, 1), FILE, "UTF-16"),
    "NUL": (valid() + "\0", ("\0", 1), FILE, "NUL"),
    "control character in a value": (valid(summary="a\x07"), ("summary:", 11), FILE, "U+0007"),
    "control character in the text": (valid() + "a\x0bb\n", ("a\x0b", 2), FILE, "U+000B"),
    "right to left": (valid() + "金额 \u202e00.001\n", ("金额", 4), FILE, "U+202E"),
    "isolate in a title": (valid(title="\u2066财务"), (2, 8), FILE, "U+2066"),
    "2 MB": (valid() + "a" * 2_000_000, (1, 1), FILE, "2 MB"),
}  # fmt: skip


def line_and_column(spot: Spot, content: str | bytes) -> tuple[int, int]:
    line, column = spot
    if isinstance(line, str):
        lines = (content if isinstance(content, str) else content.decode("gbk")).split("\n")
        line = next(number for number, text in enumerate(lines, 1) if text.startswith(line))
    return line, column


@pytest.mark.parametrize(("content", "place", "code", "word"), BAD.values(), ids=BAD)
def test_one_clear_problem_at_its_place(town, content, place, code, word):
    put(town, HOME, content)
    found = problems(town)
    assert [(each.path, (each.line, each.column), each.code) for each in found] == [
        (PATH, line_and_column(place, content), code)
    ]
    assert word in found[0].message.zh
    assert found[0].message.en


@pytest.mark.parametrize(("content", "place", "code", "word"), BAD.values(), ids=BAD)
def test_line_ends_move_no_place(town, content, place, code, word):
    if isinstance(content, str):
        put(town, HOME, content.replace("\n", "\r\n"))
        assert spots(town) == [(PATH, *line_and_column(place, content), code)]


def link_out(path: Path) -> None:
    path.symlink_to(Path("../" * 4) / "town.yml")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "50 MB": (huge, "MB"),
    "link out of docs": (link_out, "链接"),
    "link to the system": (lambda path: path.symlink_to("/etc/passwd"), "链接"),
    "broken link": (lambda path: path.symlink_to("nothing.md"), "没有这个文件"),
    "link to itself": (lambda path: path.symlink_to(path.name), "链接"),
    "folder": (Path.mkdir, "文件夹"),
    "pipe": (os.mkfifo, "管道"),
}


@pytest.mark.parametrize(("make", "word"), ODD.values(), ids=ODD)
def test_what_is_no_file_has_one_problem(town, make, word):
    (town / PATH).unlink()
    make(town / PATH)
    (found,) = problems(town)
    assert (found.path, found.line, found.column, found.code) == (PATH, 1, 1, FILE)
    assert word in found.message.zh


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_has_one_problem(town):
    (town / PATH).chmod(0)
    assert spots(town) == [(PATH, 1, 1, FILE)]


def test_a_folder_linked_from_elsewhere_is_neither_read_nor_passed_over(town, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    put(outside, "secret", "---\ntitle: 秘密\n---\n")
    (town / "docs" / "reports").symlink_to(outside / "docs")
    assert spots(town) == [("docs/reports", 1, 1, FILE)]
    assert "secret" not in str(read(town).pages)


def test_a_folder_linked_within_docs_is_neither_read_nor_passed_over(town):
    (town / "docs" / "villages" / "demo-2").symlink_to("demo-1")
    assert spots(town) == [("docs/villages/demo-2", 1, 1, FILE)]


def test_a_linked_attachment_from_elsewhere_cannot_be_published(town):
    put(town, HOME, valid(attachments="[{file: a.pdf, title: 附件}]"))
    (town / "docs" / "villages" / "demo-1" / "2026" / "a.pdf").symlink_to("/etc/passwd")
    assert ("docs/villages/demo-1/2026/a.pdf", 1, 1, FILE) in spots(town)
    assert read(town).files == frozenset()


def test_a_name_that_is_no_text_has_a_path_that_can_be_printed(town):
    name = os.fsdecode(b"docs/pages/\xff\xfe.md")
    (town / "docs" / "pages").mkdir()
    (town / name).write_text("---\ntitle: 关于\n---\n", encoding="utf-8")
    (found,) = problems(town)
    assert found.code == "file-belongs"
    assert found.path.encode("utf-8") == b"docs/pages/??.md"


def test_no_file_hides_the_faults_of_another(town):
    put(town, "pages/a", b"")
    put(town, "pages/b", "财务".encode("gbk"))
    put(town, "pages/c", "---\ntitle: [\n---\n")
    put(town, "reports/2026", "---\nno: on\n---\n")
    assert {(path, code) for path, _, _, code in spots(town)} >= {
        ("docs/pages/a.md", FRONT), ("docs/pages/b.md", FILE), ("docs/pages/c.md", FRONT), ("docs/reports/2026.md", "known-keys"),
    }  # fmt: skip


VALUES = {
    "007": "007", "1:30": "1:30", "0x1F": "0x1F", "1e3": "1e3", "on": "on", "2026-10-08": "2026-10-08", "'null'": "null", "3.10": "3.10",
    '"\\u6cc9"': "泉", "12号": "12号", "“12·4”宣传": "“12·4”宣传",
}  # fmt: skip


@pytest.mark.parametrize(("written", "text"), VALUES.items())
def test_a_text_stays_as_it_was_written(town, written, text):
    put(town, HOME, valid(title=written))
    assert read(town).records[HOME].get("title") == text


def test_every_value_knows_its_place(town):
    put(town, HOME, valid(posted="{from: 2026-10-10, to: 2026-10-30}"))
    places = read(town).records[HOME].original.places
    lines = (town / PATH).read_text(encoding="utf-8").split("\n")
    assert places["title"] == Place(2, 8)
    assert lines[places["posted.to"].line - 1][places["posted.to"].column - 1 :] == "2026-10-30}"


def test_the_body_begins_where_the_front_matter_ends(town):
    record = read(town).records[HOME]
    lines = (town / PATH).read_text(encoding="utf-8").split("\n")
    assert record.original.body.text.split("\n") == lines[record.original.body.first_line - 1 :]


TOWNS: dict[str, tuple[str | bytes, tuple[int, int], str]] = {
    "empty": ("", (1, 1), FRONT),
    "comment": ("# 示例镇\n", (1, 1), FRONT),
    "list": ("- name: 示例镇\n", (1, 1), FRONT),
    "text": ("示例镇\n", (1, 1), FRONT),
    "broken": ("name: {zh: 示例镇\n", (1, 7), FRONT),
    "second document": ("a: b\n---\nc: d\n", (2, 1), FRONT),
    "GBK": ("name: 示例镇\n".encode("gbk"), (1, 7), FILE),
    "full-width colon": ("name：示例镇\ncode: x\n", (1, 5), FRONT),
}


@pytest.mark.parametrize(("content", "place", "code"), TOWNS.values(), ids=TOWNS)
def test_a_broken_town_is_one_problem(town, content, place, code):
    (town / "town.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert spots(town) == [("town.yml", *place, code)]


def test_no_town_at_all_is_one_problem(town):
    (town / "town.yml").unlink()
    assert spots(town) == [("town.yml", 1, 1, FILE)]


def test_a_broken_town_does_not_hide_broken_records(town):
    (town / "town.yml").write_text("name: [\n", encoding="utf-8")
    put(town, HOME, "---\ntitle: [\n---\n")
    assert [(path, code) for path, _, _, code in spots(town)] == [(PATH, FRONT), ("town.yml", FRONT)]


def test_translations_belong_to_their_original(town):
    put(town, f"{HOME}.en", "---\ntitle: Accounts\n---\n\n## Text\n")
    register = read(town)
    assert HOME in register.records and f"{HOME}.en" not in register.records
    assert register.records[HOME].title_in("en") == "Accounts"
    assert not register.strays


def test_a_translation_has_no_facts_of_its_own(town):
    put(town, f"{HOME}.en", "---\ntitle: Accounts\nformed: 2026-10-08\n---\n\n## Text\n")
    assert spots(town) == [(f"docs/{HOME}.en.md", 3, 1, "known-keys")]


def test_hidden_files_are_left_alone(town):
    put(town, ".draft/a", b"\0")
    put(town, "pages/.a", b"\0")
    assert problems(town) == []


WHOLE_TOWN = settings(max_examples=settings().max_examples // 3)
"""Each example of these is a town written, read and checked."""


@WHOLE_TOWN
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_read_and_checked(tmp_path, data):
    lay(tmp_path, Example())
    put(tmp_path, HOME, b"---\n" + data if data[:1] != b"-" else data)
    for each in problems(tmp_path):
        assert each.line >= 1 and each.column >= 1 and each.message.zh and each.message.en


KEYS = sorted({field.key for kind in KINDS.values() for field in kind.fields})
VALUE = st.sampled_from(
    ["", "~", "true", "yes", "2026", "2026-Q3", "2026-10-08", "unknown", "demo-1", "finance", "government", "main", "有效", "主动公开", "[]", "[~]", "[[]]", "{}", "{a: b}",
     "[{}]", "[{book: main, table: x, unit: 元, opening: 1.005}]", "{from: 2026-10-10, to: 2026-01-01}", "{by: reviewer}", "[{text: x, compute: {sum: hours}}]", "-1", "1e9", "9" * 30,
     "‰", "'", "|\n  x", "regulations/example", "../x", "a" * 200]
) | st.text(max_size=8)  # fmt: skip
FRONT_MATTER = st.dictionaries(st.sampled_from(KEYS), VALUE, max_size=12)


@WHOLE_TOWN
@given(st.sampled_from(sorted(KINDS)), FRONT_MATTER, st.text(max_size=60))
def test_any_values_of_any_kind_are_read_and_checked(tmp_path, kind, values, body):
    lay(tmp_path, Example(kind=kind, values=values, body=body))
    for each in problems(tmp_path):
        assert each.line >= 1 and each.column >= 1 and each.message.zh and each.message.en


@given(
    st.lists(
        st.sampled_from(["---\n", "---", "\n", "title: x\n", "# ", "a: [", "：", "\r", "\t", "- "])
        | st.text(max_size=4),
        max_size=20,
    ).map("".join)
)
def test_any_text_becomes_a_document(text):
    document = parse(text, "docs/x.md", "x", "zh", None)
    assert document.findings or document.values.get("title")


N = 20_000
LIMIT = 1.0
SLOW = {
    "backticks": "`" * N,
    "opening brackets": "[" * N,
    "half links": "](" * (N // 2),
    "links": "[a](b)" * (N // 6),
    "tags": "<a" * (N // 2),
    "hashes": "#" * N,
    "fences": "```\n" * (N // 4),
    "attributes": "{:" * (N // 2),
    "digits": "1" * N,
    "spaced digits": "1 " * (N // 2),
    "grouped digits": "1,111" * (N // 5),
    "pipes": "|" * N,
    "ruler": "| a |\n|" + "-|" * (N // 2),
    "broken ruler": "| a |\n-" + " " * N + "x",
    "spaces": " " * N,
    "Chinese": "一" * N,
    "brackets of documents": "〔" * N,
    "quotation marks": "“" * N,
    "numbered": "一、" * (N // 2),
    "dates": "2026年10月8日" * (N // 11),
}


def cost(root: Path, example: Example) -> float:
    lay(root, example)
    register = read(root)
    return seconds(lambda: check(register, RULES), LIMIT)


@pytest.mark.parametrize("line", SLOW.values(), ids=SLOW)
def test_no_text_makes_checking_slow(tmp_path, line):
    translation = f"---\ntitle: T\n---\n{line}\n"
    assert cost(tmp_path, Example(body=f"{line}\n", files={f"{HOME}.en.md": translation})) < LIMIT


@pytest.mark.parametrize("line", SLOW.values(), ids=SLOW)
def test_no_value_makes_checking_slow(tmp_path, line):
    value = "'" + line.replace("\n", " ") + "'"
    assert (
        cost(tmp_path, Example(values={"title": value, "topic": value, "period": value, value[:100]: value}))
        < LIMIT
    )
