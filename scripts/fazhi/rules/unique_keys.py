"""No key stands twice. YAML readers keep the last one and drop the other without a word."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words("每个键只写一次", "every key stands once"),
    why=Words("写两次时不知道哪个算数", "of two nobody knows which one counts"),
    sources=(OWN,),
    bad=(Example(values={"posted": "{from: 2026-10-10, from: 2026-10-11, to: 2026-10-30}"}),),
    good=(Example(),),
)
