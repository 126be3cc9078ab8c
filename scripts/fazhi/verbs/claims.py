"""Claims of the annual reports as text and as data: values in, text out."""

import json
from collections.abc import Sequence
from typing import Any

from fazhi.ground.words import Words
from fazhi.nouns.claim import Claim, ClaimedReport, Evidence
from fazhi.nouns.claim_words import SHAPES, STATES, how
from fazhi.nouns.register import Register

FORMATS = ("text", "json")


def told(reports: Sequence[ClaimedReport], register: Register, form: str, lang: str) -> str:
    """Every claim with its state and how it was come to, in one of FORMATS; ends without a line end."""
    if form == "json":
        return json.dumps(as_data(reports, register), ensure_ascii=False, indent=2)
    return "\n\n".join("\n".join(_report(each, register, lang)) for each in reports)


def as_data(reports: Sequence[ClaimedReport], register: Register) -> dict[str, Any]:
    """The reports with their claims as plain values, for JSON."""
    return {"reports": [_report_data(each, register) for each in reports]}


def data_file(reports: Sequence[ClaimedReport], register: Register) -> bytes:
    """The contents of data/claims.json."""
    return (told(reports, register, "json", "zh") + "\n").encode()


def _shares(reported: ClaimedReport) -> Words:
    counts = [(STATES[state], count) for state, count in reported.counts.items()]
    return Words(
        "，".join(f"{words.zh} {count}" for words, count in counts),
        "; ".join(f"{words.en} {count}" for words, count in counts),
    )


def _report(reported: ClaimedReport, register: Register, lang: str) -> list[str]:
    record = reported.record
    head = _HEAD.fill(id=record.id, title=record.title_in(lang), count=len(reported.claims)).in_(lang)
    lines = [f"{head}{_shares(reported).in_(lang)}"]
    for claim in reported.claims:
        words = STATES[claim.state].in_(lang)
        lines.append(f"{claim.number:>3} {SHAPES[claim.state]} {words}  {claim.words.in_(lang)}")
        lines.append(f"      {how(claim, record, register).in_(lang)}")
        lines += [f"      - {_cited(each).in_(lang)}" for each in claim.evidence]
    return lines


def _cited(evidence: Evidence) -> Words:
    return _CITED.fill(id=evidence.id, state=_EVIDENCE[_state(evidence)])


def _report_data(reported: ClaimedReport, register: Register) -> dict[str, Any]:
    record = reported.record
    return {
        "id": record.id,
        "year": record.get("year"),
        "title": record.original.title,
        "sample": record.is_sample,
        "counts": {str(state): count for state, count in reported.counts.items()},
        "claims": [_claim_data(claim, reported, register) for claim in reported.claims],
    }


def _claim_data(claim: Claim, reported: ClaimedReport, register: Register) -> dict[str, Any]:
    explained = how(claim, reported.record, register)
    return {
        "number": claim.number,
        "text": claim.text,
        "en": claim.en or None,
        "state": str(claim.state),
        "how": {"zh": explained.zh, "en": explained.en},
        "computed": _computed_data(claim),
        "evidence": [_evidence_data(each) for each in claim.evidence],
    }


def _computed_data(claim: Claim) -> dict[str, Any] | None:
    found = claim.reckoned
    if found is None:
        return None
    return {
        "query": {key: _plain(value) for key, value in claim.compute.items()},
        "value": found.shown or None,
        "over": found.over,
        "counted": list(found.ids),
        "without": list(found.without),
        "restated": list(found.restated),
        "samples_left_out": found.samples,
    }


def _plain(value: Any) -> Any:
    """A part of a computation as it was written: conditions as a table, periods as a list of texts."""
    if isinstance(value, tuple):
        return [each.text for each in value]
    return value if isinstance(value, dict) else str(value)


def _evidence_data(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": evidence.id,
        "accepted": evidence.accepted or None,
        "now": evidence.now or None,
        "state": _state(evidence),
    }


def _state(evidence: Evidence) -> str:
    if evidence.record is None:
        return "gone"
    if evidence.is_sample:
        return "sample"
    if not evidence.accepted:
        return "open"
    return "changed" if evidence.is_changed else "same"


_HEAD = Words("{id} {title}：{count} 项陈述。", "{id} {title}: {count} claims. ")
_CITED = Words("{id}（{state}）", "{id} ({state})")
_EVIDENCE = {
    "gone": Words("没有这份记录", "there is no such record"),
    "sample": Words("演示数据，不能作为依据", "demonstration data, no evidence"),
    "open": Words("还没有核定", "not accepted yet"),
    "changed": Words("核定以后改过", "changed since it was accepted"),
    "same": Words("核定以后没有改动", "unchanged since it was accepted"),
}
