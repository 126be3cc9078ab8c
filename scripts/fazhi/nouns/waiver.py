"""Waivers: reviewed entries of a record that release one text from one rule, until a day (DESIGN §4)."""

import difflib
import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from fazhi.ground.problem import Finding, Mend, Place, Problem, Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.rule import Found, Rule

NOTHING = Words("", "")


def waiver_hash(text: str) -> str:
    """The hash by which a text is waived: SHA-256 of it in NFKC without white space (DESIGN §4)."""
    return hashlib.sha256("".join(unicodedata.normalize("NFKC", text).split()).encode()).hexdigest()


def waived_until(rule: Rule, text: str, record: Record | None, today: date) -> date | None:
    """Until when a reviewed entry of the record releases the text from the rule; None where none does."""
    waivers = record.get("waivers", ()) if record and text else ()
    found = (waiver["until"] for waiver in waivers if _releases(waiver, rule, text, today))
    return next(found, None)


def problem(
    rule: Rule,
    found: Found,
    path: str,
    place: Place,
    record: Record | None,
    today: date,
    part: Words = NOTHING,
) -> Problem:
    """A finding in a file, weighed: a note where it is waived, or about words that are not ours to better.

    `part` says where in the file it stands.
    """
    waived = waived_until(rule, found.text, record, today)
    kept = rule.wording and record is not None and record.is_kept_as_issued
    message = part.then(found.message).then(_WAIVED.fill(until=waived) if waived else NOTHING)
    mend = Mend(found.text, found.right) if found.right and not waived else None
    severity = Severity.NOTE if kept or waived else rule.severity
    hash = waiver_hash(found.text) if found.text else ""
    return Problem(path, *place, rule.code, rule.ref, severity, message, mend, hash)


def strangers(record: Record, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """The waivers of a record that name no rule, neither by its code nor by its id in the domain notes.

    Told only where all rules are asked, `waiver-known` among them.
    """
    if _KNOWN not in rules:
        return
    for number, waiver in enumerate(record.get("waivers", ())):
        named = waiver.get("rule")
        if named and named not in rules and all(named != rule.ref for rule in rules.values()):
            close = ", ".join(difflib.get_close_matches(named, rules, n=1)) or "fazhi rules"
            place = record.original.place(f"waivers.{number}.rule")
            yield Finding("waiver-known", place, _STRANGER.fill(rule=quote(named), close=close))


MOST = 1_000


def enough(rule: Rule, problems: Iterable[Problem]) -> Iterator[Problem]:
    """What a rule finds in one text, up to MOST places; behind them the text is refused anyway, and checked again.

    What is waived does not count: nothing passes because much was released.
    """
    counted = 0
    for each in problems:
        yield each
        counted += each.severity is rule.severity or rule.wording
        if counted >= MOST:
            return


def _releases(waiver: Mapping[str, Any], rule: Rule, text: str, today: date) -> bool:
    until = waiver.get("until")
    return (
        waiver.get("rule") in (rule.code, rule.ref)
        and until is not None
        and until >= today
        and waiver.get("hash") == waiver_hash(text)
    )


_KNOWN = "waiver-known"
_WAIVED = Words("（经审批豁免至 {until}）", " (waived after review until {until})")
_STRANGER = Words(
    "没有规则 {rule}，这一条豁免不起作用；可看：{close}",
    "there is no rule {rule}, so this waives nothing; see: {close}",
)
