"""A file that would be published can be looked into: not encrypted, not broken, not too large, of a type that is read.

What cannot be searched for personal data is not published. Old .doc and .xls are saved anew as .docx and .xlsx.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words, same
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="attachment",
    what=Words(
        "附件打得开、读得出，才能查有没有个人信息",
        "an attachment can be opened and read, so that it can be searched for personal data",
    ),
    why=Words("看不了的附件，里面有什么谁也不知道", "what is in a file that cannot be read nobody knows"),
    sources=NO_PUBLICATION,
    bad=(
        Example(files={"villages/demo-1/2026/a.pdf": "%PDF-1.4\n"}),
        Example(files={"villages/demo-1/2026/a.docx": b"PK\x03\x04broken"}),
        Example(files={"villages/demo-1/2026/a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)}),
    ),
    good=(Example(files={"villages/demo-1/2026/a.csv": "项目,金额\n水渠,900\n"}),),
)


def check(attachment: Attachment, register: Register) -> Iterator[Found]:
    for fault, where in attachment.contents.faults:
        if words := _WORDS.get(fault):
            inside = _INSIDE.fill(name=quote(where)) if where else same("")
            yield Found(0, inside.then(words))


_INSIDE = Words("其中的“{name}”：", "'{name}' in it: ")
_WORDS = {
    "encrypted": Words("加了密码，无法检查；请去掉密码后重新保存", "has a password; save it without one"),
    "broken": Words("已损坏或不完整，无法检查；请重新导出", "is broken or incomplete; export it again"),
    "too-large": Words(
        "太大或展开后太大，无法检查；请拆成几个文件", "is too large, or unpacks to too much; split it"
    ),
    "unknown": Words(
        "这种文件无法检查；请另存为 .docx、.xlsx 或 .pdf（不要用 .doc、.xls）",
        "this type cannot be searched; save it as .docx, .xlsx or .pdf, not .doc or .xls",
    ),
    "embedded": Words(
        "里面嵌有无法检查的文件；请删去嵌入的对象",
        "holds an embedded file that cannot be searched; remove it",
    ),
}
