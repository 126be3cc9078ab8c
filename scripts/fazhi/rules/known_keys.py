"""Every key is one the kind has. A misspelt key would otherwise be a fact that silently counts for nothing."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="reading",
    what=Words("只用该类记录有的键", "only keys that the kind of record has"),
    why=Words("写错的键等于没有写", "a misspelt key is as good as none"),
    sources=(OWN,),
    bad=(Example(values={"tilte": "财务收支"}), Example(values={"number": "示政发〔2026〕3号"})),
    good=(Example(),),
)
