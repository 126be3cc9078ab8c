"""A value is written the way its key asks: text, list, group, number, true or false."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words("值的写法与键相符", "a value is written as its key asks"),
    why=Words(
        "写法不对的值不能核对，也不能计算", "a value of another form can be neither checked nor added up"
    ),
    sources=(OWN,),
    bad=(
        Example(values={"sample": "on"}),
        Example(values={"review": "reviewer"}),
        Example(values={"attachments": "附件.pdf"}),
        Example(kind="outreach", values={"attendees": "约200人"}),
        Example(values={"attachments": "[{file: ../town.yml, title: 附件}]"}),
    ),
    good=(Example(kind="outreach", values={"attendees": "200", "hours": "2.5"}),),
)
