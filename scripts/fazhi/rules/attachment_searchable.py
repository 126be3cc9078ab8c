"""A PDF with pages that are pictures only: nothing can be searched there, so somebody has to look.

Scans are lawful attachments; an accessible text beside them is better for every reader.
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

RULE = Rule(
    severity=Severity.WARNING,
    on="attachment",
    what=Words(
        "PDF 附件有可检索的文字；扫描件请人工核对",
        "a PDF has text that can be searched; a scan is looked at by eye",
    ),
    why=Words(
        "扫描件里的个人信息机器查不出；视障读者也读不了",
        "no machine finds personal data in a scan, and the blind cannot read it",
    ),
    sources=NO_PUBLICATION,
    bad=(Example(files={"villages/demo-1/2026/a.pdf": _SCAN}),),
    good=(Example(files={"villages/demo-1/2026/a.txt": "收支明细\n"}),),
)


def check(attachment: Attachment, register: Register) -> Iterator[Found]:
    if any(fault == "image-only" for fault, _ in attachment.contents.faults):
        yield Found(0, _SCANNED, attachment.path)


_SCANNED = Words(
    "有的页只有图像，查不了个人信息；请逐页看过，最好换成由 Word、WPS 导出的 PDF",
    "some pages are pictures only and cannot be searched; look at each page, or better export the PDF from Word or WPS",
)
