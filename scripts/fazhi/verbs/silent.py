"""Hold a new release's facts against the last one's: whatever changed must be owned up to in a correction (DESIGN §8)."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from fazhi.ground.visible import squeeze
from fazhi.ground.words import Words
from fazhi.nouns.facts import ADDED_LATER, TOWN, WITHDRAWAL, Facts, led_to, salted
from fazhi.nouns.fault import Fault
from fazhi.nouns.manifest import RecordMark
from fazhi.nouns.page_facts import MARK
from fazhi.nouns.release import Release

SHOWN = 16
NUMBER = "index"
"""The index number: it is what others cite a record by, so no correction changes it (META-03)."""
SAME_TEXT_MOST = 5
"""One text may tell of so many records; beyond, it tells of none in particular."""


def mark(facts: Facts, salt: str) -> RecordMark:
    """What stands for a record in a manifest."""
    parts = {name: salted(salt, f"{name}\0{text}")[:SHOWN] for name, text in facts.parts.items()}
    return RecordMark(facts.digest(salt), parts, tuple(salted(salt, each) for each in facts.corrections))


def silent_edits(
    new: Mapping[str, Facts], withdrawn: Collection[str], last: Release, on: date
) -> list[Fault]:
    """Every change of the last release's facts that no new correction and no withdrawal owns up to.

    `withdrawn`: the ids of records that town.yml says were taken back. `on`: the day of this release.
    """
    told = last.ledger.withdrawn
    differ = {id: _differences(id, new[id], last) for id in last.manifest.records if id in new}
    changed = {id: [name for name in names if not _has_moved(name, id, new)] for id, names in differ.items()}
    faults = [
        *_removed(new, withdrawn, last),
        *(Fault(_path(id), "withdrawn", _WITHDRAWN) for id in new.keys() & {*told, *withdrawn}),
        *_uncorrected(changed, new, last),
        *_vague(new, last),
        *_empty(new, last),
        *_misdated(new, last, on),
    ]
    return sorted(faults)


def corrections_since(id: str, facts: Facts, last: Release | None) -> list[str]:
    """The correction entries of a record that the last release did not have."""
    if last is None or id not in last.manifest.records or last.salts is None:
        return list(facts.corrections)
    salt, known = last.salts.records.get(id, ""), last.manifest.records[id].corrections
    return [each for each in facts.corrections if salted(salt, each) not in known]


def _differences(id: str, facts: Facts, last: Release) -> list[str]:
    """The names of the parts that read otherwise; that the town grew, words became a link, or a posting was noted, is no
    such change."""
    old, salt = last.manifest.records[id], _salt(id, last)
    if facts.digest(salt) == old.digest:
        return []
    new = mark(facts, salt).parts
    added = set() if id == TOWN else new.keys() - ADDED_LATER
    names = old.parts.keys() | {name for name in added if led_to(name) is None}
    gone = {name for name in old.parts.keys() - new.keys() if name.startswith(WITHDRAWAL)}
    return sorted(name for name in names - gone if old.parts.get(name) != new.get(name))


def _has_moved(name: str, id: str, new: Mapping[str, Facts]) -> bool:
    """Whether a part is a link whose page or file is no more where it led: it can only lead elsewhere now."""
    to = led_to(name)
    return to is not None and not {to, f"{MARK}{to}"} & new.keys() and f"file {to}" not in new[id].parts


def _salt(id: str, last: Release) -> str:
    return last.salts.records.get(id, "") if last.salts else ""


def _removed(new: Mapping[str, Facts], withdrawn: Collection[str], last: Release) -> Iterator[Fault]:
    for id in last.manifest.records.keys() - new.keys() - set(withdrawn):
        words = _PAGE_REMOVED if id.startswith(MARK) else _REMOVED
        yield Fault(_path(id), "removed", words.fill(id=id.removeprefix(MARK)))
    for id in last.ledger.withdrawn.keys() - set(withdrawn):
        yield Fault("town.yml", "withdrawal-gone", _NOT_TOLD.fill(id=id))


def _uncorrected(
    changed: Mapping[str, list[str]], new: Mapping[str, Facts], last: Release
) -> Iterator[Fault]:
    for id, names in changed.items():
        if names and not corrections_since(id, new[id], last):
            words = _PAGE_SILENT if id.startswith(MARK) else _SILENT
            told = words.fill(parts="、".join(names[:6]), id=id.removeprefix(MARK))
            yield Fault(_path(id), "silent-edit", told)
        if NUMBER in names and NUMBER in last.manifest.records[id].parts:
            yield Fault(_path(id), "number-changed", _RENUMBERED)
        if _taken_back(id, new[id], last):
            yield Fault(_path(id), "correction-changed", _TAKEN_BACK)


def _path(id: str) -> str:
    """The file in which what is held under an id stands."""
    return "town.yml" if id == TOWN else f"docs/{id.removeprefix(MARK)}.md"


def _taken_back(id: str, facts: Facts, last: Release) -> bool:
    salt = _salt(id, last)
    now = {salted(salt, each) for each in facts.corrections}
    return not now.issuperset(last.manifest.records[id].corrections)


def _vague(new: Mapping[str, Facts], last: Release) -> Iterator[Fault]:
    """New entries with the same words on many records: none of them says what changed there."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, words in _entries(new, last):
        told[squeeze(words.get("what", "")), squeeze(words.get("why", ""))].append(id)
    for ids in told.values():
        if len(ids) > SAME_TEXT_MOST:
            for id in ids:
                yield Fault(_path(id), "correction-vague", _VAGUE.fill(count=len(ids)))


def _empty(new: Mapping[str, Facts], last: Release) -> Iterator[Fault]:
    """New entries without words, or with none but that something was corrected."""
    for id, words in _entries(new, last):
        if not all(_says_something(words.get(key, "")) for key in ("what", "why")):
            yield Fault(_path(id), "correction-empty", _EMPTY)


def _misdated(new: Mapping[str, Facts], last: Release, on: date) -> Iterator[Fault]:
    """New entries of a day on which nothing could be corrected: one to come, or before anything was public here."""
    begun = next(iter(last.ledger.releases.values()))["on"]
    for id, words in _entries(new, last):
        first = last.ledger.first_published[id].isoformat() if id in last.ledger.first_published else begun
        if not first <= words.get("on", first) <= on.isoformat():
            yield Fault(
                _path(id), "correction-misdated", _MISDATED.fill(on=words["on"], first=first, today=on)
            )


def _entries(new: Mapping[str, Facts], last: Release) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every new entry of what was published before, with the id that it is about."""
    for id in sorted(last.manifest.records.keys() & new.keys()):
        for entry in corrections_since(id, new[id], last):
            yield id, json.loads(entry)


def _says_something(text: str) -> bool:
    words = "".join(filter(str.isalnum, text.lower()))
    return bool(words) and words not in _SAYS_NOTHING


_MISDATED = Words(
    "更正日期 {on} 不可能：首次公开是 {first}，今天是 {today}；请写实际更正的日期",
    "it cannot have been corrected on {on}: it was first published on {first}, and this is {today}; give the real day",
)
_SAYS_NOTHING = frozenset(
    "改 更正 修改 改正 修正 更改 勘误 更新 改动 correction corrected fix fixed update updated change".split()
)
_SILENT = Words(
    "上次发布后有改动（{parts}），但没有新的更正；请在 corrections 写明改了什么、为什么、何时、谁更正",
    "changed since the last release ({parts}) without a new correction; say under `corrections` what, why, when and by whom",
)
_PAGE_SILENT = Words(
    "上次发布后，网页上的数字、日期、名称或网址有改动（{parts}），但没有新的更正；请在 town.yml 的 corrections 写明，并注明 page: {id}",
    "figures, days, names or addresses on this page changed since the last release ({parts}) without a new correction; "
    "say so under `corrections` in town.yml, with page: {id}",
)
_PAGE_REMOVED = Words(
    "已公开的网页不见了；请在 town.yml 的 corrections 写明为什么，并注明 page: {id}",
    "a published page is gone; say why under `corrections` in town.yml, with page: {id}",
)
_RENUMBERED = Words(
    "索引号一经公开就不再改，别处是按它引用的；请改回原来的索引号",
    "an index number does not change once it is public, for others cite the record by it; put the old one back",
)
_TAKEN_BACK = Words(
    "已公开的更正被改动或删除；更正只能增加",
    "a published correction was changed or removed; they are only ever added",
)
_REMOVED = Words(
    "已公开的记录不见了；确要撤下，请用 fazhi withdraw {id} --reason …",
    "a published record is gone; to take it back, use fazhi withdraw {id} --reason …",
)
_WITHDRAWN = Words("这份记录已经撤下，不能再公开", "this record was withdrawn and cannot come back")
_NOT_TOLD = Words(
    "withdrawals 里少了 {id}：撤下过的要一直写明",
    "{id} is missing under `withdrawals`: it stays told there for ever",
)
_VAGUE = Words(
    "{count} 份记录用了同一条更正；请逐份写明改了什么",
    "{count} records share one correction text; say for each what changed there",
)
_EMPTY = Words(
    "更正没有写明内容；what 写明改了什么，why 写明为什么",
    "a correction says nothing; `what` tells what was changed, `why` tells why",
)
