"""主题分类, 有效性, 公开方式 and the other official terms are taken from their lists."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example, Rule, Standard

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    ref="META-06",
    what=Words("官方用语取自规定的列表", "official terms are taken from their lists"),
    why=Words(
        "同一件事只有一个说法，才能分类和查找", "one word for one thing, or nothing can be sorted and found"
    ),
    sources=(
        Standard(
            Words(
                "政府信息公开目录系统实施指引（主题分类22类）",
                "guide to government information catalogues (22 topics)",
            ),
            False,
        ),
    ),
    bad=(
        Example(kind="regulation", values={"status": "现行有效"}),
        Example(values={"access": "公开"}),
        Example(values={"topic": "农业"}),
    ),
    good=(Example(kind="regulation", values={"status": "已废止"}),),
)
