"""A waiver names a rule there is."""

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.rule import OWN, Example, Rule


def _example(rule: str) -> Example:
    hash = "0" * 64
    return Example(
        values={
            "waivers": f"[{{rule: {rule}, hash: {hash}, basis: 依法公开, by: reviewer, until: 2027-12-31}}]"
        }
    )


RULE = Rule(
    severity=Severity.WARNING,
    on="reading",
    what=Words("豁免写明的规则存在", "a waiver names a rule there is"),
    why=Words(
        "写错规则的豁免不起作用，也没有人发现", "one that names no rule waives nothing, and nobody notices"
    ),
    sources=(OWN,),
    bad=(_example("mobile-numbers"),),
    good=(_example("mobile-number"), _example("PRIV-03"), Example()),
)
