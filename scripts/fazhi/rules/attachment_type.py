"""A file is what its suffix says: a page of script named a.pdf would still run, a sheet named a.txt hides its tables."""

import posixpath
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="attachment",
    what=Words("附件的内容与后缀一致", "an attachment is what its suffix says"),
    why=Words(
        "后缀不对，读者打不开，检查也会看漏",
        "with a wrong suffix readers cannot open it and checks miss things",
    ),
    sources=(OWN,),
    bad=(
        Example(files={"villages/demo-1/2026/a.pdf": "收支明细\n"}),
        Example(files={"villages/demo-1/2026/a.jpg": b"\x89PNG\r\n\x1a\n" + bytes(20)}),
    ),
    good=(
        Example(files={"villages/demo-1/2026/a.txt": "收支明细\n"}),
        Example(files={"villages/demo-1/2026/a.png": b"\x89PNG\r\n\x1a\n" + bytes(20)}),
    ),
)
_TYPES = {
    ".pdf": ("pdf",),
    ".docx": ("docx", "ole"),
    ".xlsx": ("xlsx", "ole"),
    ".ofd": ("ofd",),
    ".zip": ("zip",),
    ".png": ("png",),
    ".jpg": ("jpeg",),
    ".jpeg": ("jpeg",),
    ".txt": ("text",),
    ".csv": ("text",),
}


def check(attachment: Attachment, register: Register) -> Iterator[Found]:
    suffix = posixpath.splitext(attachment.path)[1].lower()
    contents = attachment.contents
    is_told = any(fault in ("broken", "encrypted", "too-large") for fault, _ in contents.faults)
    if suffix in _TYPES and contents.type not in _TYPES[suffix] and not is_told:
        found = _NAMES.get(contents.type, contents.type)
        yield Found(0, _OTHER.fill(suffix=suffix, found=found))


_NAMES = {
    "text": Words("文字", "text"),
    "unknown": Words("不认识的格式", "an unknown format"),
    "media": Words("音像", "media"),
    "jpeg": Words("JPEG 图片", "a JPEG picture"),
    "png": Words("PNG 图片", "a PNG picture"),
    "ole": Words("旧版 Office 文件", "an old office file"),
}
_OTHER = Words(
    "后缀是 {suffix}，内容却是{found}；请改成正确的后缀，或重新另存",
    "its suffix is {suffix}, but it is {found}; give it the right suffix or save it anew",
)
