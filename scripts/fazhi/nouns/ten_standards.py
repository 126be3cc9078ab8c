"""The ten standards of a democratic village under the rule of law, held against the records that town.yml names.

A village has the standing from the day that town.yml gives, and only where each of the ten standards names a record
that was there by then: a list of villages alone proves nothing (DOMAIN §1, 40 and 44).
"""

from dataclasses import dataclass
from datetime import date

from fazhi.ground.words import Words
from fazhi.nouns.life import is_annulled
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import STANDARDS

KEY = "democratic_rule_of_law"


@dataclass(frozen=True, slots=True)
class Standard:
    """One of the ten for a village, and the record or page that town.yml names for it.

    `counts`: it is a record of a known year that is of this village or of the whole town, no report or plan, no draft
    or annulled document, no restatement of this site, and no demonstration data unless the village is.
    """

    name: str
    id: str | None
    record: Record | None
    counts: bool

    @property
    def words(self) -> Words:
        """The name in both languages."""
        return Words(self.name, _ENGLISH[self.name])


@dataclass(frozen=True, slots=True)
class Standing:
    """Since when a village has the standing, None where it has not; and its ten standards."""

    since: date | None
    standards: tuple[Standard, ...]


def standing(village: str, register: Register) -> Standing:
    """The standing of a village as town.yml tells it."""
    since = register.town.villages[village].get(KEY, {}).get("since")
    return Standing(since, standards_of(village, register))


def standards_of(village: str, register: Register) -> tuple[Standard, ...]:
    """The ten standards of a village, in their order."""
    info = register.town.villages[village]
    named = info.get(KEY, {}).get("standards", {})
    return tuple(_standard(name, named.get(name), village, register) for name in STANDARDS)


def is_democratic(village: str, day: date, register: Register, *, samples: bool) -> bool:
    """Whether a village had the standing on a day and a record of that time for each of the ten standards.

    Where `samples` is false, a fictional village has none.
    """
    info = register.town.villages[village]
    if not samples and info.get("sample"):
        return False
    since = info.get(KEY, {}).get("since")
    return (
        since is not None
        and since <= day
        and all(
            each.counts and each.record is not None and (each.record.year or day.year + 1) <= day.year
            for each in standards_of(village, register)
        )
    )


def _standard(name: str, id: str | None, village: str, register: Register) -> Standard:
    record = register.records.get(id) if id else None
    counts = record is not None and record.year is not None and _is_evidence(record, village, register)
    return Standard(name, id, record, counts)


def _is_evidence(record: Record, village: str, register: Register) -> bool:
    is_sample = bool(register.town.villages[village].get("sample"))
    stands = not record.get("draft") and not record.get("restated") and not is_annulled(record, register)
    return (
        stands
        and concerns(record, village)
        and not only_tells(record)
        and (is_sample or not record.is_sample)
    )


def only_tells(record: Record) -> bool:
    """Whether a record is a report or a plan, which says what was or is to be done and would prove its own words."""
    return record.kind.name in ("report", "plan")


def concerns(record: Record, village: str) -> bool:
    """Whether a record may tell of a village: it names that village, or none."""
    named = (*record.get("villages", ()), *filter(None, (record.get("village"),)))
    return not named or village in named


_ENGLISH = dict(
    zip(
        STANDARDS,
        (
            "village self-government organisations are sound",
            "self-government systems are complete",
            "democratic elections are regulated and orderly",
            "systems of democratic decision-making are sound",
            "systems of democratic management are carried out",
            "mechanisms of democratic supervision work well",
            "legal education is solid and thorough",
            "the system of legal services in the village is sound",
            "the village is peaceful and stable",
            "all undertakings of the village develop",
        ),
        strict=True,
    )
)
