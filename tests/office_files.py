"""Office files, PDF and photos made for tests, with a number hidden where people forget to look."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import docx
import openpyxl
from openpyxl.comments import Comment

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _docx(change: Callable[[object], None]) -> bytes:
    document = docx.Document()
    document.add_paragraph("收支明细")
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _with(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The archive with parts put in or replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return target.getvalue()


def _body(xml: str) -> bytes:
    return _with(
        _docx(lambda document: None),
        {"word/document.xml": f"<w:document {_WORD}><w:body>{xml}</w:body></w:document>"},
    )


def word_body(xml: str, hiding: str, based: str) -> bytes:
    """A Word file with this body, a style that hides its words, and a style based on that."""
    styles = (
        f'<w:style w:styleId="{hiding}"><w:rPr><w:vanish/></w:rPr></w:style>'
        f'<w:style w:styleId="{based}"><w:basedOn w:val="{hiding}"/></w:style>'
    )
    return _with(_body(xml), {"word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>"})


def sheet(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """An Excel file as `change` leaves it; its one sheet has a row."""
    return _xlsx(change)


def _run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def _xlsx(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["项目", "金额"])
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _hidden(number: str, state: str) -> bytes:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("底稿")
        sheet.append(["张", number])
        sheet.sheet_state = state

    return _xlsx(change)


def _comment(book: openpyxl.Workbook, number: str) -> None:
    book.active["A1"].comment = Comment(f"找 {number}", "clerk")


def _cell(book: openpyxl.Workbook, value: object) -> None:
    book.active.append([value, 1])


def word_files(number: str) -> dict[str, bytes]:
    """Word files with the number in a part of each."""
    half, rest = number[:6], number[6:]
    return {
        "paragraph": _docx(lambda document: document.add_paragraph(f"联系 {number}")),
        "split runs": _body(f"<w:p>{_run(half)}{_run(rest)}</w:p>"),
        "table": _docx(lambda document: setattr(document.add_table(1, 2).cell(0, 1), "text", number)),
        "header": _docx(lambda document: setattr(document.sections[0].header.paragraphs[0], "text", number)),
        "footer": _docx(lambda document: setattr(document.sections[0].footer.paragraphs[0], "text", number)),
        "properties": _docx(lambda document: setattr(document.core_properties, "comments", number)),
        "inserted": _body(f"<w:p><w:ins>{_run(number)}</w:ins></w:p>"),
        "deleted": _body(f"<w:p><w:del>{_run(number, 'delText')}</w:del></w:p>"),
        "half replaced": _body(
            f"<w:p>{_run(half)}<w:del>{_run(rest, 'delText')}</w:del><w:ins>{_run('略')}</w:ins></w:p>"
        ),
        "half inserted": _body(
            f"<w:p>{_run(half)}<w:del>{_run('00', 'delText')}</w:del><w:ins>{_run(rest)}</w:ins></w:p>"
        ),
        "comment": _with(
            _docx(lambda document: None),
            {
                "word/comments.xml": f"<w:comments {_WORD}><w:comment><w:p>{_run(number)}</w:p></w:comment></w:comments>"
            },
        ),
        "footnote": _with(
            _docx(lambda document: None),
            {
                "word/footnotes.xml": f"<w:footnotes {_WORD}><w:footnote><w:p>{_run(number)}</w:p></w:footnote></w:footnotes>"
            },
        ),
        "text box": _body(f"<w:p><w:r><w:txbxContent><w:p>{_run(number)}</w:p></w:txbxContent></w:r></w:p>"),
        "alternative text": _body(f'<w:p><w:r><w:docPr id="1" descr="照片 {number}"/></w:r></w:p>'),
        "link": _with(
            _docx(lambda document: None),
            {
                "word/_rels/extra.xml.rels": f'<Relationships><Relationship Target="tel:{number}"/></Relationships>'
            },
        ),
        "embedded sheet": _with(
            _docx(lambda document: None),
            {"word/embeddings/sheet.xlsx": _xlsx(lambda book: _cell(book, number))},
        ),
    }


def excel_files(number: str) -> dict[str, bytes]:
    """Excel files with the number in a part of each."""
    return {
        "cell": _xlsx(lambda book: _cell(book, number)),
        "hidden sheet": _hidden(number, "hidden"),
        "very hidden sheet": _hidden(number, "veryHidden"),
        "comment": _xlsx(lambda book: _comment(book, number)),
        "properties": _xlsx(lambda book: setattr(book.properties, "description", number)),
        "sheet name": _xlsx(lambda book: book.create_sheet(number)),
        "formula": _xlsx(lambda book: _cell(book, f'=CONCATENATE("电话 {number}","")')),
        "inline string": _with(
            _xlsx(lambda book: None),
            {
                "xl/worksheets/sheet1.xml": f'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{number}</t></is></c></row></sheetData></worksheet>'
            },
        ),
        "pivot cache": _with(
            _xlsx(lambda book: None),
            {
                "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition><sharedItems><s v="{number}"/></sharedItems></pivotCacheDefinition>'
            },
        ),
        "string no cell shows": _with(
            _xlsx(lambda book: None),
            {
                "xl/sharedStrings.xml": f"<sst><si><t>项目</t></si><si><t>金额</t></si><si><t>{number}</t></si></sst>"
            },
        ),
    }


def pdf(text: str = "", title: str = "", pictures: bool = False) -> bytes:
    """A PDF of one page with Latin text, with a property, or with a picture only."""
    stream = f"BT /F 12 Tf 10 50 Td ({text}) Tj ET".encode() if text else b""
    picture = b"/XObject<</I 6 0 R>>" if pictures else b""
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _PDF_PAGE % (b"", picture),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        _stream(stream),
        _stream(
            b"0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        ),
        f"<</Title({title})>>".encode(),
    )


_PDF_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 5 0 R%b/Resources<</Font<</F 4 0 R>>%b>>>>"
)


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def _pdf(*objects: bytes) -> bytes:
    """The first object is the catalogue, the last the properties."""
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    many = len(objects)
    end = b"trailer<</Root 1 0 R/Info %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        many,
        many + 1,
        len(data),
    )
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (many + 1) + table + end


def pdf_files(number: str) -> dict[str, bytes]:
    """PDF files with the number in a part of each, and some that turn in circles."""
    said = number.encode()
    catalogue, pages = b"<</Type/Catalog/Pages 2 0 R%b>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    font, text = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", b"BT /F 12 Tf 10 50 Td (%b) Tj ET" % said
    hexed = "".join(f"{ord(sign):04x}" for sign in f"电话{number}").encode()
    chinese = b"<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UCS2-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>"
    note = b"/Annots[<</Type/Annot/Subtype/Link/Contents(%b)/A<</S/URI/URI(tel:%b)>>>>]" % (said, said)
    field = b"<</T(a)/FT/Tx/V(%b)>>" % said
    page, packed = _PDF_PAGE % (b"", b""), _stream(zlib.compress(text), b"/Filter/FlateDecode")
    return {
        "text": pdf(number),
        "property": pdf("x", title=number),
        "picture": pdf(pictures=True),
        "packed": _pdf(catalogue % b"", pages, page, font, packed, b"<<>>"),
        "note": _pdf(catalogue % b"", pages, _PDF_PAGE % (note, b""), font, _stream(b""), b"<<>>"),
        "field": _pdf(catalogue % b"/AcroForm<</Fields[6 0 R]>>", pages, page, font, _stream(b""), field, b"<<>>"),
        "Chinese": _pdf(catalogue % b"", pages, page, chinese, _stream(b"BT /F 9 Tf <%b> Tj ET" % hexed), b"<<>>"),
        "pages in a circle": _pdf(catalogue % b"", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", page, font, _stream(text), b"<<>>"),
        "pages without number": _pdf(catalogue % b"", b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", page, font, _stream(text), b"<<>>"),
        "text that is its own": _pdf(catalogue % b"", pages, page, font, b"5 0 R", b"<<>>"),
        "packed many times": _pdf(catalogue % b"", pages, page, font, _stream(zlib.compress(zlib.compress(bytes(50_000_000))), b"/Filter[/FlateDecode/FlateDecode]"), b"<<>>"),
    }  # fmt: skip


def photo(with_position: bool, order: str = ">") -> bytes:
    """A JPEG head whose EXIF has a GPS directory: with a latitude, or with its version only."""
    mark = b"MM" if order == ">" else b"II"
    head = mark + struct.pack(order + "HI", 42, 8)
    first = struct.pack(order + "H", 1) + struct.pack(order + "HHII", 0x8825, 4, 1, 26) + bytes(4)
    gps = (
        struct.pack(order + "H", 1)
        + struct.pack(order + "HHII", 2 if with_position else 0, 5, 3, 0)
        + bytes(4)
    )
    body = b"Exif\0\0" + head + first + gps
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def png(chunk: bytes = b"") -> bytes:
    """A PNG head with an eXIf chunk."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(chunk)) + b"eXIf" + chunk + bytes(4)


def bomb() -> bytes:
    """A small archive that unpacks to 30 MB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    return target.getvalue()


def billion_laughs() -> bytes:
    """A Word file whose XML declares entities."""
    xml = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    return _with(_docx(lambda document: None), {"word/document.xml": xml})


def broken_member() -> bytes:
    """A Word file one part of which is no XML."""
    return _with(_docx(lambda document: None), {"word/document.xml": "<w:document"})
