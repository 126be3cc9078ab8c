"""Personal data does not get out: not by pages, front matter, names, attachments, nor by what the checks print."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from example_town import RULES, lay, problems, put, read
from fazhi import rules
from fazhi.doors.cli import main
from fazhi.ground.bank_card import passes_luhn
from fazhi.ground.identity import check_digit
from fazhi.ground.problem import Severity
from fazhi.nouns.rule import Example
from fazhi.nouns.waiver import waiver_hash
from fazhi.verbs import tell
from fazhi.verbs.built_privacy import scan
from office_files import (
    billion_laughs,
    bomb,
    broken_member,
    excel_files,
    pdf,
    pdf_files,
    photo,
    png,
    word_files,
)
from picture_files import picture_files
from project import ROOT

ID = "14082519000101001"
ID += check_digit(ID)
MOBILE = "13800138000"
BESIDE = "villages/demo-1/2026"
LISTED = {"posted": "{from: 2027-06-01, to: 2027-07-01}"}


def codes(root: Path) -> list[str]:
    return [problem.code for problem in problems(root)]


def errors(root: Path) -> set[str]:
    return {problem.code for problem in problems(root) if problem.severity is Severity.ERROR}


CHANNELS = {
    "body": lambda number: Example(body=f"请联系 {number}。\n"),
    "code block": lambda number: Example(body=f"```\n{number}\n```\n"),
    "link": lambda number: Example(body=f"[打电话](tel:{number})\n"),
    "heading": lambda number: Example(body=f"## 联系 {number}\n"),
    "footnote": lambda number: Example(body=f"正文[^1]\n\n[^1]: {number}\n"),
    "title": lambda number: Example(values={"title": f"收支（{number}）"}),
    "summary": lambda number: Example(values={"summary": number}),
    "nested value": lambda number: Example(
        values={"posted": f"{{from: 2026-10-10, to: 2026-10-30, place: {number}}}"}
    ),
    "comment": lambda number: Example(values={"summary": f"摘要 # {number}"}),
    "unknown key": lambda number: Example(values={"remark": f'"{number}"'}),
    "attachment title": lambda number: Example(
        values={"attachments": f'[{{file: a.csv, title: "{number}"}}]'}, files={f"{BESIDE}/a.csv": "合计\n"}
    ),
    "name of a file": lambda number: Example(files={f"{BESIDE}/名单{number}.txt": "合计\n"}),
    "csv": lambda number: Example(files={f"{BESIDE}/a.csv": f"项目,备注\n甲,{number}\n"}),
    "csv in GBK": lambda number: Example(files={f"{BESIDE}/a.csv": f"电话,{number}\n".encode("gb18030")}),
    "text in UTF-16": lambda number: Example(files={f"{BESIDE}/a.txt": f"电话 {number}\n".encode("utf-16")}),
    "pdf": lambda number: Example(files={f"{BESIDE}/a.pdf": pdf(f"tel {number}")}),
    "pdf property": lambda number: Example(files={f"{BESIDE}/a.pdf": pdf("x", title=number)}),
    "zip": lambda number: Example(files={f"{BESIDE}/a.zip": zipped({f"{number}.txt": b"x"})}),
    "text in zip": lambda number: Example(
        files={f"{BESIDE}/a.zip": zipped({"a.txt": f"电话{number}".encode()})}
    ),
    "Word in zip": lambda number: Example(
        files={f"{BESIDE}/a.zip": zipped({"a.docx": word_files(number)["comment"]})}
    ),
}


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("number", "code"), [(ID, "id-number"), (MOBILE, "mobile-number")], ids=["id", "mobile"]
)
def test_a_number_is_found_in_every_channel_and_printed_in_none(tmp_path, channel, number, code):
    lay(tmp_path, CHANNELS[channel](number))

    found = problems(tmp_path)

    assert code in [problem.code for problem in found]
    assert not told(found, number)


def told(found, number: str) -> list[str]:
    """The formats that give the number away."""
    shown = {
        f"{form} {lang}": tell.tell(found, RULES, form, lang)
        for form in tell.FORMATS
        for lang in ("zh", "en")
    }
    return [form for form, text in shown.items() if number in "".join(filter(str.isalnum, text))]


@pytest.mark.parametrize("part", word_files(MOBILE))
def test_word_files_are_searched_in_every_part(tmp_path, part):
    lay(tmp_path, Example(files={f"{BESIDE}/a.docx": word_files(ID)[part]}))

    found = problems(tmp_path)

    assert [problem.code for problem in found].count("id-number") >= 1
    assert not told(found, ID)


@pytest.mark.parametrize("part", excel_files(MOBILE))
def test_excel_files_are_searched_in_every_part(tmp_path, part):
    lay(tmp_path, Example(files={f"{BESIDE}/a.xlsx": excel_files(MOBILE)[part]}))

    found = problems(tmp_path)

    assert "mobile-number" in [problem.code for problem in found]
    assert not told(found, MOBILE)


@pytest.mark.parametrize("part", ["text", "property", "packed", "note", "field", "Chinese"])
def test_pdf_files_are_searched_in_every_part(tmp_path, part):
    lay(tmp_path, Example(files={f"{BESIDE}/a.pdf": pdf_files(MOBILE)[part]}))

    found = problems(tmp_path)

    assert "mobile-number" in [problem.code for problem in found]
    assert not told(found, MOBILE)


@pytest.mark.parametrize("place", picture_files(MOBILE))
def test_pictures_are_searched_for_words_in_every_place(tmp_path, place):
    name, content = picture_files(ID)[place]
    seen = f"{{file: {name}, title: 图, seen: {{by: reviewer, on: 2026-10-09}}}}"
    lay(tmp_path, Example(values={"attachments": f"[{seen}]"}, files={f"{BESIDE}/{name}": content}))

    found = problems(tmp_path)

    assert "id-number" in [problem.code for problem in found]
    assert not told(found, ID)


def test_a_hidden_sheet_is_called_by_its_name(tmp_path):
    lay(tmp_path, Example(files={f"{BESIDE}/a.xlsx": excel_files(MOBILE)["very hidden sheet"]}))

    [found] = [problem for problem in problems(tmp_path) if problem.code == "mobile-number"]

    assert found.message.zh.startswith("〔工作表“底稿”（隐藏）〕")
    assert (found.path, found.line) == (f"docs/{BESIDE}/a.xlsx", 1)


@pytest.mark.parametrize("number", ["13800138000", "1.3800138E10"])
def test_a_number_kept_as_a_number_is_found(tmp_path, number):
    sheet = f'<worksheet><sheetData><row r="1"><c r="A1"><v>{number}</v></c></row></sheetData></worksheet>'
    book = zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/worksheets/sheet1.xml": sheet.encode(),
        }
    )
    lay(tmp_path, Example(files={f"{BESIDE}/a.xlsx": book}))

    assert "mobile-number" in codes(tmp_path)


UNREADABLE = {
    "empty pdf": ("a.pdf", b"%PDF-1.4\n"),
    "cut archive": ("a.docx", b"PK\x03\x04"),
    "bomb": ("a.docx", bomb()),
    "entities": ("a.docx", billion_laughs()),
    "no XML": ("a.docx", broken_member()),
    "old Word": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "password": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    "unknown": ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(range(256))),
    "archive in archive in archive": (
        "a.zip",
        zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({})})})}),
    ),
}


@pytest.mark.parametrize(("name", "content"), UNREADABLE.values(), ids=list(UNREADABLE))
def test_what_cannot_be_searched_is_not_published(tmp_path, name, content):
    lay(tmp_path, Example(files={f"{BESIDE}/{name}": content}))

    assert "attachment-readable" in errors(tmp_path)


def test_a_scan_wants_a_human_eye(tmp_path):
    lay(tmp_path, Example(files={f"{BESIDE}/a.pdf": pdf(pictures=True)}))

    assert "attachment-searchable" in codes(tmp_path)
    assert errors(tmp_path) == set()


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.jpg", photo(True), True),
        ("a.jpg", photo(True, "<"), True),
        ("a.jpg", photo(False), False),
        ("a.png", png(photo(True)[12:-2]), True),
        ("a.png", png(), False),
        ("a.jpg", b"\xff\xd8\xff\xfe\x00\x60<x:xmpmeta><exif:GPSLatitude>35,1N</exif:GPSLatitude></x:xmpmeta>", True),
        ("a.zip", zipped({"a.jpg": photo(True)}), True),
        ("a.docx", zipped({"[Content_Types].xml": b"<T/>", "word/document.xml": b"<d/>", "word/media/i.jpg": photo(True)}), True),
    ],
)  # fmt: skip
def test_photos_do_not_say_where_they_were_taken(tmp_path, name, content, found):
    lay(tmp_path, Example(files={f"{BESIDE}/{name}": content}))

    assert ("photo-position" in codes(tmp_path)) is found


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.pdf", "明细\n", True),
        ("a.txt", word_files("x")["paragraph"], True),
        ("a.docx", excel_files("x")["cell"], True),
        ("a.jpg", png(), True),
        ("a.xlsx", excel_files("x")["cell"], False),
        ("A.PDF", pdf("x"), False),
    ],
)
def test_a_file_is_what_its_suffix_says(tmp_path, name, content, found):
    lay(tmp_path, Example(files={f"{BESIDE}/{name}": content}))

    assert ("attachment-type" in codes(tmp_path)) is found


def waiver(until: str, text: str = MOBILE, rule: str = "mobile-number") -> dict[str, str]:
    return {
        "waivers": f"[{{rule: {rule}, hash: {waiver_hash(text)}, basis: 公开的办公手机, by: reviewer, until: {until}}}]"
    }


@pytest.mark.parametrize(
    ("values", "body", "severity"),
    [
        (waiver("2027-06-30"), MOBILE, Severity.NOTE),
        (waiver("2027-06-29"), MOBILE, Severity.ERROR),
        (waiver("2028-01-01", rule="PRIV-03"), MOBILE, Severity.NOTE),
        (waiver("2028-01-01", rule="PRIV-01"), MOBILE, Severity.ERROR),
        (waiver("2028-01-01", text="13900139000"), MOBILE, Severity.ERROR),
        (waiver("2028-01-01", text="138 0013 8000"), "138\n00138000", Severity.NOTE),
    ],
    ids=["in force", "run out", "by reference", "of another rule", "of another text", "spaced otherwise"],
)
def test_a_waiver_releases_one_text_until_its_day(tmp_path, values, body, severity):
    lay(tmp_path, Example(values=values, body=f"请打 {body}。\n"))

    assert [each.severity for each in problems(tmp_path) if each.code == "mobile-number"] == [severity]


def test_a_waiver_holds_for_the_attachment_of_its_record(tmp_path):
    values = waiver("2028-01-01") | {"attachments": "[{file: a.txt, title: 电话}]"}
    lay(tmp_path, Example(values=values, files={f"{BESIDE}/a.txt": MOBILE, f"{BESIDE}/b.txt": MOBILE}))

    found = {each.path: each.severity for each in problems(tmp_path) if each.code == "mobile-number"}

    assert found == {f"docs/{BESIDE}/a.txt": Severity.NOTE, f"docs/{BESIDE}/b.txt": Severity.ERROR}


@pytest.mark.parametrize(
    ("town", "body", "found"),
    [
        ({"public_phones": '["0359-7000000"]'}, "电话（0359）7000000", False),
        ({"public_phones": '["0359-7000000、0359-7000001"]'}, "电话 03597000001", False),
        ({"public_phones": '["+86 13800138000"]'}, "手机 138-0013-8000", False),
        ({"public_phones": '["13800138001"]'}, "手机 13800138000", True),
        ({"public_contacts": "[village.cn]"}, "office@village.cn", False),
        ({"public_contacts": "[Office@Village.cn]"}, "office@village.cn", False),
        ({}, "office@village.cn", True),
        ({}, "office@xjx.gov.cn", False),
        ({}, "office＠village.cn", True),
        ({}, "见 regulations/waste@2024-03-01.md", False),
    ],
)
def test_the_towns_own_numbers_are_public(tmp_path, town, body, found):
    lay(tmp_path, Example(body=f"{body}\n", town=town))

    assert bool({"mobile-number", "landline-unlisted", "email-address"} & set(codes(tmp_path))) is found


@pytest.mark.parametrize(
    ("body", "code", "found"),
    [
        ("晋M12345", "vehicle-plate", True),
        ("晋M·12A4B", "vehicle-plate", True),
        ("晋ＭD１２３４５", "vehicle-plate", True),
        ("晋M12345D", "vehicle-plate", True),
        ("晋M1234学", "vehicle-plate", True),
        ("京A级 新A股 晋M*****", "vehicle-plate", False),
        ("晋M1234567", "vehicle-plate", False),
        ("护照E12345678", "passport-number", True),
        ("护照 EA1234567", "passport-number", True),
        ("E1234567 GB15834 G3001", "passport-number", False),
        ("微信：zhang_san", "chat-account", True),
        ("微信号zhang2026", "chat-account", True),
        ("QQ：123456789", "chat-account", True),
        ("微信公众号：quanzhang2026", "chat-account", False),
        ("微信扫码 wechat", "chat-account", False),
        ("QQ邮箱、微信群", "chat-account", False),
        ("住3栋", "door-address", True),
        ("5号楼", "door-address", True),
        ("2单元", "door-address", True),
        ("住501室", "door-address", True),
        ("二巷12号", "door-address", True),
        ("3组 12号", "door-address", True),
        ("低保16户，501室内球场，镇政府3号楼，12组", "door-address", False),
        ("电话 138****8000", "mask-thin", False),
        ("电话 1380013****", "mask-thin", False),
        ("电话 138×××18000", "mask-thin", True),
        ("证件 140825********0010", "mask-thin", False),
        ("证件 1408251900********", "mask-thin", True),
        ("证件 14082519XXXXXX0010", "mask-thin", True),
    ],
)
def test_other_signs_of_a_person(tmp_path, body, code, found):
    lay(tmp_path, Example(body=f"{body}\n"))

    assert (code in codes(tmp_path)) is found


def table(heading: str, *rows: str) -> str:
    head, *rest = (f"| {row.replace(' ', ' | ')} |" for row in rows)
    ruler = "|" + "---|" * (rows[0].count(" ") + 1)
    return f"## {heading}\n\n" + "\n".join([head, ruler, *rest]) + "\n"


PEOPLE = [
    (table("低保", "姓名 金额", "张大山 900"), {"recipient-list"}),
    (table("低保", "姓名 金额", "张** 900"), set()),
    (table("低保", "姓名 金额", "张小* 900"), {"recipient-list"}),
    (table("低保", "姓名 金额", "张*山 900", "李某某 800"), set()),
    (table("低保", "姓名 组别 人口 金额", "张** 二组 3 900"), {"aid-combination"}),
    (table("低保", "姓名 组别 人口 金额", "张大山 二组 3 900"), {"aid-combination", "recipient-list"}),
    (table("低保", "小组 户数 人口 金额", "二组 3 8 900"), set()),
    (table("种粮补贴", "姓名 组别 金额", "张大山 二组 900"), {"subsidy-combination"}),
    (table("种粮补贴", "姓名 面积 金额", "张** 3 900"), set()),
    (table("困难群众", "姓名 致贫原因", "张** 因病"), {"name-with-reason"}),
    (table("慰问", "户主 残疾等级", "王* 二级"), {"name-with-reason"}),
    (table("慰问", "姓名 备注", "王某 患尿毒症"), {"name-with-reason"}),
    (table("干部", "姓名 职务 电话", "张大山 主任 12345"), set()),
    (table("病种统计", "病种 人数", "大病 12"), set()),
    (table("孤儿", "序号 姓名", "1 王*"), {"minor-named"}),
    (table("学生", "姓名 年龄", "王小明 12"), {"minor-named"}),
    (table("学生", "姓名 出生年月", "王小明 2015年3月"), {"minor-named"}),
    (table("学生", "姓名 班级", "王小明 五年级"), {"minor-named"}),
    (table("代表", "姓名 年龄", "王小明 42"), set()),
    ("学生王小明（12岁）获奖。\n", {"minor-named"}),
    ("王小明，男，12岁，本村人。\n", {"minor-named"}),
    ("王某某，男，12岁，本村人。\n", set()),
    ("不满12岁的人、已满14周岁不满18周岁的人。\n", set()),
    (table("名单", "姓名 身份证号", "张* 140825********0010"), {"masked-id-listed"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), PEOPLE, ids=range(len(PEOPLE)))
def test_lists_of_people(tmp_path, body, expected):
    lay(tmp_path, Example(values=LISTED, body=body))

    assert set(codes(tmp_path)) - {"posting-days"} == expected


@pytest.mark.parametrize(
    ("posted", "found"),
    [
        (None, True),
        ("{from: 2026-10-10, to: 2026-10-30}", True),
        ("{from: 2027-06-01, to: 2027-06-30}", False),
    ],
)
def test_a_list_of_people_has_an_end(tmp_path, posted, found):
    lay(tmp_path, Example(values={"posted": posted}, body=table("低保", "姓名 金额", "张** 900")))

    assert ("list-expires" in codes(tmp_path)) is found
    assert errors(tmp_path) == set()


def test_a_list_in_a_sheet_below_its_title_is_one(tmp_path):
    csv = "示范一村低保发放表,,\n单位：元,,\n序号,姓名,金额\n1,张大山,900\n"
    lay(tmp_path, Example(files={f"{BESIDE}/发放表.csv": csv}))

    assert ("recipient-list", 4) in [(each.code, each.line) for each in problems(tmp_path)]


def test_places_are_those_of_the_file(tmp_path):
    file = lay(tmp_path, Example(values={"summary": f"联系{MOBILE}"}, body=f"第一行\n第二行 {MOBILE}\n"))
    lines = file.read_text().split("\n")

    spots = [(each.line, each.column) for each in problems(tmp_path) if each.code == "mobile-number"]

    assert [lines[line - 1][column - 1 :][:11] for line, column in spots] == [MOBILE, MOBILE]


identities = st.builds(
    lambda born, serial: (body := f"140825{born:%Y%m%d}{serial:03}") + check_digit(body),
    st.dates(date(1900, 1, 1), date(2025, 12, 31)),
    st.integers(0, 999),
)
mobiles = st.integers(13_000_000_000, 19_999_999_999).map(str)


@given(identities | mobiles, st.sampled_from(["body", "title", "name of a file", "csv", "unknown key"]))
def test_no_output_ever_gives_a_number_away(tmp_path_factory, number, channel):
    root = tmp_path_factory.mktemp("town")
    lay(root, CHANNELS[channel](number))

    found = problems(root)

    assert {"id-number", "mobile-number"} & {each.code for each in found}
    assert not told(found, number)


SPELT = {
    "Han": "一三八〇〇一三八〇〇〇",
    "Han with 幺": "幺三八零零幺三八零零零",
    "circles": "①③⑧⓪⓪①③⑧⓪⓪⓪",
    "half Han": "1三8〇0一3八0〇0",
    "letters": "l38OOl38OOO",
    "full width": "１３８００１３８０００",
    "Arabic digits": "١٣٨٠٠١٣٨٠٠٠",
    "Han identity": ID.translate({ord(digit): "〇一二三四五六七八九"[int(digit)] for digit in "0123456789"}),
    "landline": "03597000000",
    "card": next(
        f"622200000000000000{last}" for last in range(10) if passes_luhn(f"622200000000000000{last}")
    ),
    "account": "一折通140825000000012345",
    "old identity": "140825000101001",
}


def outputs(root: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, str]]:
    """Everything that checking and mending prints, by command."""
    for arguments in (
        *(("--format", form, "--lang", lang) for form in tell.FORMATS for lang in ("zh", "en")),
        ("--fix",),
        ("--fix", "--write"),
    ):
        code = main(["check", "--root", str(root), "--as-of", "2027-06-30", *arguments])
        told = capsys.readouterr()
        assert code in (0, 1)
        yield " ".join(arguments), told.out + told.err


def bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("written", SPELT.values(), ids=list(SPELT))
def test_no_command_prints_a_number_in_whatever_signs(tmp_path, capsys, written):
    """Beside it stand slips that are quoted, and ones that --fix mends: on one line with the number."""
    body = f"示政发[2026]3号，第３季度，联系{written}，帐目《公开。\n"
    lay(
        tmp_path,
        Example(values={"summary": f"帐目{written}", "remark": written, "topic": written}, body=body),
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    number = written.removeprefix("一折通")

    for command, told in outputs(tmp_path, capsys):
        assert number not in bare(told), command


@pytest.mark.parametrize("written", [MOBILE, ID, SPELT["Han"]])
def test_a_bug_of_ours_prints_no_number(tmp_path, capsys, monkeypatch, written):
    def fails(*_: object) -> Iterator[object]:
        raise ValueError(written)

    lay(tmp_path, Example(body=f"联系{written}\n"))
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    broken = {**RULES, "mobile-number": replace(RULES["mobile-number"], check=fails)}
    monkeypatch.setattr(rules, "discover", lambda: broken)

    assert main(["check", "--root", str(tmp_path)]) == 3
    told = capsys.readouterr()
    assert "ValueError" in told.err
    assert written not in bare(told.out + told.err)


@pytest.mark.shared
def test_the_statutes_hold_no_ones_data(tmp_path):
    laws = sorted((ROOT.parent / "shared" / "laws").glob("*.md"))
    if not laws:
        pytest.skip("the statutes in ../shared/laws are not here")
    lay(tmp_path, Example())
    for number, law in enumerate(laws):
        text = law.read_text().replace("<", "&lt;")
        front = f"title: {law.stem}\nindex: 140825107/2026-{number + 100:05}\nformed: 2026-01-01\npublished: 2026-01-02\n"
        put(tmp_path, f"regulations/law-{number}", f"---\n{front}verbatim: true\n---\n\n{text}")

    found = [each for each in problems(tmp_path) if each.ref.startswith("PRIV")]

    assert [(each.path, each.line, each.code) for each in found if each.severity is not Severity.NOTE] == []


BUILT = {
    "text": "<p>手机 13800138000</p>",
    "inline marks": "<p>138<b>0013</b><span>8000</span></p>",
    "line break": "<p>手机 138001<br>\n38000</p>",
    "line break of another spelling": "<p>手机 138001<br />38000</p>",
    "entities": "<p>&#49;3800&#8203;138000</p>",
    "alternative text": '<img src="a.png" alt="13800138000">',
    "link": '<a href="tel:13800138000">打电话</a>',
    "link written in per cent": '<a href="https://a.gov.cn/?tel=%31380013%38000">打电话</a>',
    "meta": '<meta name="description" content="13800138000">',
    "data attribute": '<b data-search="13800138000"></b>',
    "script": '<script>var index = {"a": "13800138000"}</script>',
}


@pytest.mark.parametrize("page", BUILT.values(), ids=list(BUILT))
def test_a_built_page_is_searched_as_a_browser_shows_it(tmp_path, page):
    lay(tmp_path, Example())
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(f"<!doctype html>\n<html><body>\n{page}\n</body></html>")

    found = scan(site, read(tmp_path), RULES)

    assert {(each.path, each.code) for each in found} == {("index.html", "mobile-number")}


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("data/search.json", json.dumps({"docs": [{"text": f"手机{MOBILE}"}]}), 1),
        ("data/search.json", json.dumps({"amount": 13800138000}), 1),
        ("data/disclosure.csv", f"项目,备注\n甲,{MOBILE}\n", 1),
        ("feed.xml", f"<feed><title>{MOBILE}</title></feed>", 1),
        ("feed.xml", "<feed><content>&lt;p&gt;138&lt;b&gt;0013&lt;/b&gt;8000&lt;/p&gt;</content></feed>", 1),
        (f"名单{MOBILE}.txt", "x", 1),
        ("assets/theme.js", f"var x='{MOBILE}'", 0),
        ("data/a.json", json.dumps({"sum": "13,800,138,000.00", "code": "140825107201"}), 0),
        ("index.html", "<table><tr><td>138</td><td>00138000</td></tr></table>", 0),
    ],
)
def test_what_is_derived_from_records_is_searched(tmp_path, name, content, count):
    lay(tmp_path, Example())
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text(content)

    found = scan(tmp_path / "site", read(tmp_path), RULES)

    assert [each.path for each in found] == [name] * count
    assert not told(found, MOBILE)


def test_a_waiver_holds_for_what_was_built_and_a_scan_may_be_of_changes_only(tmp_path):
    lay(tmp_path, Example(values=waiver("2028-01-01"), body=f"请打 {MOBILE}。\n"))
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(f"<p>{MOBILE}</p>")
    (site / "b.html").write_text("<p>13900139000</p>")
    register = read(tmp_path)

    assert [each.severity for each in scan(site, register, RULES)] == [Severity.NOTE, Severity.ERROR]
    assert [each.path for each in scan(site, register, RULES, ["a.html", "gone.html"])] == ["a.html"]
