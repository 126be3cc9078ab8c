"""Problems and rules as text, JSON and SARIF: values in, text out."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from fazhi.ground.personal import hide
from fazhi.ground.problem import Problem, Severity
from fazhi.ground.words import Words, same
from fazhi.nouns.explained import SEVERITIES, Ground, explained
from fazhi.nouns.rule import Rule

FORMATS = ("text", "json", "sarif")
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def tell(problems: Sequence[Problem], rules: Mapping[str, Rule], form: str, lang: str) -> str:
    """The problems in one of FORMATS (DESIGN §6); ends without a line end.

    Whatever a rule quotes and a file is called, no number that could belong to someone is printed.
    """
    problems = [_without_numbers(problem) for problem in problems]
    if form == "json":
        return _json(
            {"problems": [problem.as_dict(lang) for problem in problems], "counts": counts(problems)}
        )
    if form == "sarif":
        return _json(_sarif(problems, rules, lang))
    return "\n".join(_line(problem, lang) for problem in problems)


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems of each severity."""
    found = Counter(problem.severity for problem in problems)
    return {str(severity): found[severity] for severity in Severity}


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether anything must be mended before a site can be built."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def explain(rule: Rule, lang: str) -> str:
    """What a rule asks, why, on what ground, with an example that breaks it and one that keeps it."""
    told = explained(rule)
    ref = f" · {told.ref}" if told.ref else ""
    lines = [
        f"{told.code}{ref} · {told.severity.in_(lang)}",
        f"{_WHAT.in_(lang)}{told.what.in_(lang)}",
        f"{_WHY.in_(lang)}{told.why.in_(lang)}",
        *(f"{_SOURCE.in_(lang)}{_ground(ground, lang)}" for ground in told.grounds),
        *([f"{_APPLIES.in_(lang)}{told.applies.in_(lang)}"] if told.applies else ()),
        *([_BAD.in_(lang), *(f"    {line}" for line in told.bad)] if told.bad else ()),
        *(_GOOD.in_(lang), *(f"    {line}" for line in told.good)),
    ]
    return "\n".join(line.rstrip() for line in lines)


def catalogue(rules: Mapping[str, Rule], lang: str) -> str:
    """Every rule, a line each."""
    width = max(len(code) for code in rules)
    return "\n".join(
        f"{rule.code:<{width}}  {SEVERITIES[rule.severity].in_(lang)}  {rule.what.in_(lang)}"
        for rule in rules.values()
    )


def _without_numbers(problem: Problem) -> Problem:
    message = Words(hide(problem.message.zh), hide(problem.message.en))
    return replace(problem, path=hide(problem.path), message=message)


def _line(problem: Problem, lang: str) -> str:
    severity = SEVERITIES[problem.severity].in_(lang)
    where = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{where}: {severity} {problem.message.in_(lang)} [{problem.code}]"


def _ground(ground: Ground, lang: str) -> str:
    return ground.words.then(same("") if ground.confirmed else _UNREAD).in_(lang)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _sarif(problems: Sequence[Problem], rules: Mapping[str, Rule], lang: str) -> dict[str, object]:
    driver = {
        "name": "fazhi",
        "informationUri": "https://example.invalid/fazhi",
        "rules": [_descriptor(rule, lang) for rule in rules.values()],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, lang) for problem in problems],
            }
        ],
    }


def _descriptor(rule: Rule, lang: str) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.what.in_(lang)},
        "fullDescription": {"text": rule.why.in_(lang)},
        "help": {"text": rule.source_words().in_(lang)},
        "defaultConfiguration": {"level": _SARIF_LEVELS[rule.severity]},
    }


def _result(problem: Problem, lang: str) -> dict[str, object]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.code,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": problem.message.in_(lang)},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(problem.path)}, "region": region}}
        ],
    }


_WHAT = Words("要求：", "What: ")
_WHY = Words("原因：", "Why: ")
_SOURCE = Words("依据：", "Source: ")
_APPLIES = Words("适用：", "Applies to: ")
_UNREAD = Words("（未与原文核对）", " (not confirmed against the text)")
_BAD = Words("错例：", "Wrong:")
_GOOD = Words("正例：", "Right:")
