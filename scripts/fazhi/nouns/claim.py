"""A claim: a sentence of an annual report, and what the records say to it (DESIGN §4).

A claim is computed from records, cites records, or neither. It is looked at on the report's own year. Demonstration
data never supports a report that is none (DESIGN §5).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fazhi.ground.cached import cached_property
from fazhi.ground.figures import without_figures
from fazhi.ground.visible import letters
from fazhi.ground.words import Words
from fazhi.nouns.claimed_text import claimed_spans, said_at
from fazhi.nouns.digest import SHOWN, facts_digest
from fazhi.nouns.reckoning import Reckoned, reckon
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register

LIKENESSES = 5
"""How many ways there are for two claims to be the same; `Claim.likenesses` gives them, the closest first."""


class State(StrEnum):
    """How a claim stands. `unsupported` says nothing about its truth: there are no records to tell."""

    HOLDS = "holds"
    EVIDENCED = "evidenced"
    FAILS = "fails"
    CHANGED = "changed"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that a claim cites: the digest it had when that was accepted, and the digest it has now.

    `accepted` is empty before `fazhi claims --accept`; `record` is None where there is no such record any more.
    `is_sample`: it is demonstration data and the report is not.
    """

    id: str
    accepted: str
    now: str
    record: Record | None
    is_sample: bool

    @property
    def is_changed(self) -> bool:
        """Whether it is gone, or says something else than when it was accepted."""
        return bool(self.accepted) and self.accepted != self.now

    @property
    def supports(self) -> bool:
        """Whether it may stand for the claim today."""
        return self.accepted == self.now != "" and not self.is_sample


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a report, numbered from 1, with its state.

    `en`: its words in the English translation, empty where nobody has named them.
    `compute` is as written; `reckoned` is what it came to, None where the claim is not computed.
    """

    number: int
    text: str
    en: str
    state: State
    compute: Mapping[str, Any]
    reckoned: Reckoned | None
    evidence: tuple[Evidence, ...]

    @property
    def words(self) -> Words:
        """What it says, in the report's own words where the translation's are not known."""
        return Words(self.text, self.en or self.text)

    @property
    def anchor(self) -> str:
        """The anchor of its note on the report's page."""
        return f"claim-{self.number}"

    @property
    def has_samples_only(self) -> bool:
        """Whether nothing but demonstration data speaks for it."""
        if self.reckoned:
            return self.reckoned.value is None and bool(self.reckoned.samples)
        return bool(self.evidence) and all(each.is_sample for each in self.evidence)

    @property
    def rests_on_restatements(self) -> bool:
        """Whether all it counts or cites are this site's restatements, which may come from the very report."""
        if self.reckoned:
            return self.state is State.HOLDS and self.reckoned.restated == self.reckoned.ids != ()
        return self.state is State.EVIDENCED and all(
            each.record is not None and bool(each.record.get("restated"))
            for each in self.evidence
            if each.supports
        )

    @property
    def likenesses(self) -> tuple[str, ...]:
        """By what it is the same claim as one of another year, the closest likeness first; empty where it has it not.

        First words and computation, then words, then words or computation without what each year brings: figures,
        years and bounds.
        """
        words, computation = letters(self.text).text, self._computation
        lasting = letters(without_figures(self.text)).text
        return f"{words} {computation}", words, f"{lasting} {computation}".strip(), computation, lasting

    @property
    def _computation(self) -> str:
        """What is computed, however its conditions are ordered; empty where nothing is."""
        where = self.compute.get("where", {})
        asked = sorted((key, sorted(set(wanted))) for key, wanted in where.items())
        what = [self.compute.get(key) for key in ("sum", "of", "count")]
        what += sorted(period.slug for period in self.compute.get("period", ()))
        return repr((*what, asked)) if self.compute else ""


@dataclass(frozen=True)
class ClaimedReport:
    """A report with its claims in the order in which it lists them."""

    record: Record
    claims: tuple[Claim, ...]

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many claims are in each state; every state is there."""
        found = Counter(claim.state for claim in self.claims)
        return {state: found[state] for state in State}


def claimed_reports(register: Register) -> tuple[ClaimedReport, ...]:
    """Every report that makes claims, the newest year first."""
    found = (ClaimedReport(record, claims_of(record, register)) for record in register.of_kind("report"))
    return tuple(sorted((each for each in found if each.claims), key=lambda each: -(each.record.year or 0)))


def claims_of(report: Record, register: Register) -> tuple[Claim, ...]:
    """The claims of a report, held against the register as it is."""
    return tuple(
        _claim(number, claim, report, register)
        for number, claim in enumerate(report.get("claims", ()), 1)
        if "text" in claim
    )


def worked_out_at(report: Record, register: Register) -> bytes:
    """A byte for each character of the body: 1 where a claim says it that could be computed, whether or not it holds."""
    computed = (State.HOLDS, State.FAILS)
    told = {claim.number - 1 for claim in claims_of(report, register) if claim.state in computed}
    spans = (span for span in claimed_spans(report) if span.claim in told)
    return said_at(spans, len(report.original.body.text))


def _claim(number: int, claim: Mapping[str, Any], report: Record, register: Register) -> Claim:
    compute = claim.get("compute", {})
    reckoned = reckon(compute, report, register) if compute else None
    evidence = tuple(_evidence(each, report, register) for each in claim.get("evidence", ()) if "id" in each)
    state = _of_computed(reckoned) if reckoned else _of_cited(evidence)
    return Claim(number, claim["text"], claim.get("en", ""), state, compute, reckoned, evidence)


def _of_computed(reckoned: Reckoned) -> State:
    if reckoned.value is None:
        return State.UNSUPPORTED
    return State.HOLDS if reckoned.holds else State.FAILS


def _of_cited(evidence: tuple[Evidence, ...]) -> State:
    if any(each.is_changed for each in evidence):
        return State.CHANGED
    is_accepted = all(each.supports or each.is_sample for each in evidence)
    return State.EVIDENCED if is_accepted and any(each.supports for each in evidence) else State.UNSUPPORTED


def _evidence(cited: Mapping[str, Any], report: Record, register: Register) -> Evidence:
    record = register.records.get(cited["id"])
    now = facts_digest(record, register.root)[:SHOWN] if record else ""
    is_sample = record is not None and record.is_sample and not report.is_sample
    return Evidence(cited["id"], cited.get("digest", ""), now, record, is_sample)
