"""A file under docs/ that ends in .md is UTF-8 text of sensible size, inside docs/.

Word, WPS and Notepad save GBK or UTF-16 when left to themselves; a link out of docs/ would publish what nobody reviewed.
"""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words("记录是 UTF-8 编码的文字文件", "a record is a text file in UTF-8"),
    why=Words(
        "其他编码在网页上会变成乱码，过大的或指向别处的文件不是记录",
        "other encodings turn to gibberish on the page; a huge file or a link elsewhere is no record",
    ),
    sources=(OWN,),
    bad=(
        Example(text="---\ntitle: 财务收支\n---\n".encode("gbk")),
        Example(text="---\ntitle: 财务收支\n---\n".encode("utf-16")),
        Example(text=b"---\ntitle: \0\n---\n"),
    ),
    good=(Example(text="\ufeff---\r\ntitle: 关于本站\r\n---\r\n正文\r\n".encode(), name="pages/about"),),
)
