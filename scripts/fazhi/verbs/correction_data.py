"""`data/corrections.json`: every correction with what it changed, and every withdrawal; and reading it again."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from fazhi.ground.words import Lang, Words, same
from fazhi.nouns.open_data import SAMPLE, as_json, web_address
from fazhi.nouns.past import NOTHING, Changed, Past, mark
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.withdrawn import name_of

PATH = "data/corrections.json"


def correction_data(register: Register, past: Past) -> dict[str, bytes]:
    """The file, the newest entries first. `compared`: whether the site was built for a publication, and knows a past."""
    entries = [each for record in register.records.values() for each in _of_record(record, register, past)]
    entries += [_entry(each, register) for each in register.town.values.get("corrections", ())]
    entries.sort(key=lambda each: (each["on"], each["record"] or "", each["what"]), reverse=True)
    whole = {
        "name": _NAME._asdict(),
        "sample": SAMPLE._asdict() if register.has_samples else None,
        "compared": past is not NOTHING,
        "corrections": entries,
        "withdrawals": [_withdrawal(id, register) for id in register.town.withdrawn],
    }
    return {PATH: (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}


def _of_record(record: Record, register: Register, past: Past) -> Iterator[dict[str, Any]]:
    entries = record.get("corrections", ())
    for each, changed in zip(entries, past.of(record.id, entries), strict=True):
        yield {
            **_entry(each, register),
            "record": record.id,
            "url": web_address(record, register.town),
            "title": record.title_in("zh"),
            "changes": [
                {"part": one.part, "lang": one.lang, "before": one.before, "after": one.after}
                for one in changed
            ],
        }


def _entry(entry: Mapping[str, Any], register: Register) -> dict[str, Any]:
    office = register.town.named("signer", entry["by"]) or same(entry["by"])
    return {"record": None, **as_json(dict(entry)), "office": office._asdict()}


def _withdrawal(id: str, register: Register) -> dict[str, Any]:
    """`name`: how it is called now that its title is gone."""
    name = name_of(id, register)._asdict()
    return {**_entry(register.town.withdrawn[id], register), "record": id, "name": name}


def read(data: bytes) -> dict[tuple[str, str], tuple[Changed, ...]] | None:
    """What each correction changed, by record and entry, from a file of an earlier release; None where it was not
    compared. Raises ValueError."""
    try:
        whole = json.loads(data)
        told = {
            (each["record"], mark(each)): tuple(map(_changed, each["changes"]))
            for each in whole["corrections"]
            if each["record"] and each["changes"]
        }
        return told if whole["compared"] else None
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _changed(one: Mapping[str, Any]) -> Changed:
    lang: Lang = "en" if one["lang"] == "en" else "zh"
    return Changed(str(one["part"]), lang, str(one["before"]), str(one["after"]))


_NAME = Words("更正和撤下", "Corrections and withdrawals")
