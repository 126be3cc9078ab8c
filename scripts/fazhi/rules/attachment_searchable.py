"""A picture, or a PDF with pages that are pictures only: nothing can be searched there, so somebody named has to look.

Scans are lawful attachments; an accessible text beside them is better for every reader. Who looked stands in the
record: `seen`.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_SCAN = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>>>endobj "
    b"4 0 obj<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    b"stream\n0\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n"
)

_PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU"
    b"\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)

RULE = Rule(
    severity=Severity.WARNING,
    on="attachment",
    what=Words(
        "附件有可检索的文字；扫描件和图片由专人看过，并写明是谁",
        "an attachment has text that can be searched; scans and pictures are looked at, and the record says by whom",
    ),
    why=Words(
        "扫描件里的个人信息机器查不出；视障读者也读不了",
        "no machine finds personal data in a scan, and the blind cannot read it",
    ),
    sources=NO_PUBLICATION,
    bad=(
        Example(files={"villages/demo-1/2026/a.pdf": _SCAN}),
        Example(
            values={"attachments": "[{file: a.png, title: 公示表照片}]"},
            files={"villages/demo-1/2026/a.png": _PNG},
        ),
    ),
    good=(
        Example(files={"villages/demo-1/2026/a.txt": "收支明细\n"}),
        Example(
            values={
                "attachments": "[{file: a.pdf, title: 批复扫描件, seen: {by: reviewer, on: 2026-10-09}}]",
            },
            files={"villages/demo-1/2026/a.pdf": _SCAN},
        ),
        Example(body="![公示栏](a.png)\n", files={"villages/demo-1/2026/a.png": _PNG}),
    ),
)


def check(attachment: Attachment, register: Register) -> Iterator[Found]:
    if attachment.is_seen:
        return
    if any(fault == "image-only" for fault, _ in attachment.contents.faults):
        yield Found(0, _SCANNED, attachment.path)
    elif attachment.record and attachment.contents.type in ("jpeg", "png"):
        yield Found(0, _PICTURE, attachment.path)


_SEEN_ZH = "看过后在附件里写 seen: {by: 岗位编号, on: 2026-10-09}"
_SEEN_EN = "then write seen: {by: a post's id, on: 2026-10-09} to the attachment"
_SCANNED = Words(
    f"有的页只有图像，查不了个人信息；请逐页看过，{_SEEN_ZH}；最好换成由 Word、WPS 导出的 PDF",
    f"some pages are pictures only and cannot be searched; look at each, {_SEEN_EN}; or better export the PDF from Word or WPS",
)
_PICTURE = Words(
    f"图片里的字查不了个人信息；请看过，{_SEEN_ZH}；图片里是表格或文字的，最好改成文字",
    f"what a picture says cannot be searched; look at it, {_SEEN_EN}; better write down what is a table or a text",
)
