"""A Markdown file opens with front matter: a line `---`, keys and values in YAML, a line `---`.

Anchors, aliases and tags are not read: a few hundred bytes of them can fill a memory.
"""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words(
        "文件以“---”开头的一段“键: 值”起头，并以“---”结束",
        "a file opens with 'key: value' lines between two lines '---'",
    ),
    why=Words("没有这一段就不知道这份记录是什么", "without it nobody can tell what the record is"),
    sources=(OWN,),
    bad=(
        Example(text="## 没有开头\n"),
        Example(text="---\ntitle: 没有结尾\n"),
        Example(text="---\ntitle：全角冒号\n---\n"),
        Example(text="---\ntitle: &a x\nsummary: *a\n---\n"),
        Example(text=""),
    ),
    good=(Example(),),
)
