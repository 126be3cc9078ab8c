"""How a record is called that was taken back: by its address and the town's own names, for its title is gone with it."""

import re

from fazhi.ground.period import period
from fazhi.ground.short_code import short_code
from fazhi.ground.words import Words
from fazhi.nouns.register import Register

_DISCLOSURE = re.compile(r"(?P<place>[^/]+)/(?P<year>\d{4})/(?P<rest>[^/]+)", re.ASCII)
_YEAR = re.compile(r"/(\d{4})(?:/|$)", re.ASCII)


def name_of(id: str, register: Register) -> Words:
    """Village or office, period and item of a disclosure; of others the kind and year, told apart by the code that
    stands on their notices."""
    return _disclosure(id, register) or _other(id, register)


def _disclosure(id: str, register: Register) -> Words | None:
    found = _DISCLOSURE.fullmatch(id.removeprefix(f"{register.kinds['disclosure'].folder}/"))
    place = register.town.named("source", found["place"]) if found else None
    items = [each for each in register.town.items if found and found["rest"].startswith(f"{each}-")]
    if not found or not place or not items:
        return None
    item = max(items, key=len)
    when = _when(found["year"], found["rest"].removeprefix(f"{item}-"))
    named = register.town.named("item", item)
    if not when or not named:
        return None
    return Words(f"{place.zh}{when.zh}{named.zh}", f"{place.en}: {named.en}, {when.en}")


def _when(year: str, slug: str) -> Words | None:
    """The words of a period by the year and end of a file's name; None for what is none, or has a number behind it."""
    day = f"{slug[:2]}-{slug[2:]}" if len(slug) == 4 else slug
    text = year if slug == "year" else f"{year}-{day}"
    try:
        return period(text).words
    except ValueError:
        return None


def _other(id: str, register: Register) -> Words:
    labels = (kind.label for kind in register.kinds.values() if kind.folder == id.partition("/")[0])
    label = next(labels, Words("记录", "Record"))
    year = _YEAR.search(id)
    zh, en = (f"{year[1]}年", f" {year[1]}") if year else ("", "")
    code = short_code(id)
    return Words(f"{zh}{label.zh}（短码 {code}）", f"{label.en}{en} (short code {code})")
