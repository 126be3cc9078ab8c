"""What data the site has: a page for people, and `data/catalogue.json` after DCAT. Both are made from the files themselves."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from fazhi.ground.words import Words, same
from fazhi.nouns.open_data import SAMPLE, base, newest
from fazhi.nouns.register import Register
from fazhi.nouns.site import HOME, SitePage

PATH = "data/catalogue.json"
PAGE = "data/index"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcat:downloadURL": {"@type": "@id"},
    "dct:conformsTo": {"@type": "@id"},
    "dct:modified": {"@type": "http://www.w3.org/2001/XMLSchema#date"},
}
_ROOT = "../"
"""The site's root from where the catalogue lies, against which its addresses are read where the town names none."""
_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
}


@dataclass(frozen=True, slots=True)
class Distribution:
    """One file of a data set: its path in the site, its format (`CSV`), its size in bytes."""

    path: str
    format: str
    size: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """Files that say the same in several formats. `updated`: the newest day of its records, empty where not known."""

    id: str
    title: Words
    about: Words
    files: tuple[Distribution, ...]
    updated: str = ""
    schema: str | None = None


@dataclass(frozen=True, slots=True)
class OpenData:
    """The page: data sets, feeds, and whether any of it is a sample."""

    datasets: tuple[Dataset, ...]
    feeds: tuple[Dataset, ...]
    catalogue: str


def open_data_page(files: Mapping[str, bytes], register: Register) -> SitePage:
    """The page that explains the data and leads to every file."""
    found = tuple(datasets(files, register))
    data = tuple(each for each in found if each.id.startswith("data/"))
    feeds = tuple(each for each in found if not each.id.startswith("data/"))
    return SitePage.made(PAGE, "open_data.html", _NAME, (HOME,), OpenData(data, feeds, PATH))


def catalogue(files: Mapping[str, bytes], register: Register) -> dict[str, bytes]:
    """`data/catalogue.json`: every data set among the files."""
    town = register.town
    whole = {
        "@context": _CONTEXT | {"@base": base(town) or _ROOT},
        "@type": "dcat:Catalog",
        "dct:title": _languages(town.title),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _languages(town.name)},
        "dct:modified": newest(list(register.records.values())) or None,
        "sample": SAMPLE._asdict() if register.has_samples else None,
        "dcat:dataset": [_dataset(each, register) for each in datasets(files, register)],
    }
    return {PATH: (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()}


def datasets(files: Mapping[str, bytes], register: Register) -> Iterator[Dataset]:
    """The files as data sets: those of one name together, feeds one by one, schemas with what they describe."""
    names = sorted({str(PurePosixPath(path).with_suffix("")) for path in files if _is_data(path)})
    for name in names:
        own = tuple(
            Distribution(path, PurePosixPath(path).suffix[1:].upper(), len(files[path]))
            for path in sorted(files)
            if _is_data(path) and str(PurePosixPath(path).with_suffix("")) == name
        )
        yield _described(name, own, files, register)


def _is_data(path: str) -> bool:
    """Whether a file is for people to take away: not a schema, nor what pages or the search work with."""
    sort = PurePosixPath(path).suffix[1:]
    is_own = path.startswith("data/") or sort in ("xml", "ics")
    return sort in _MEDIA and is_own and not path.startswith("data/schema/") and path != PATH


def _described(
    name: str, own: tuple[Distribution, ...], files: Mapping[str, bytes], register: Register
) -> Dataset:
    stem = name.removeprefix("data/")
    schema = f"data/schema/{stem}.json"
    kind = register.kinds.get(stem) if name.startswith("data/") else None
    if kind:
        updated = newest([record for record in register.records.values() if record.kind.name == kind.name])
        return Dataset(name, kind.label, kind.about, own, updated, schema if schema in files else None)
    if name.startswith("villages/"):
        village = register.town.named("village", name.split("/")[1]) or same(name)
        return Dataset(name, village, _OF_VILLAGE, own)
    if name.startswith("data/accounts/"):
        village = register.town.named("village", stem.split("/")[1]) or same(name)
        return Dataset(name, village.then(_ACCOUNTS), _ROWS, own)
    title, about = _KNOWN.get(name, (same(stem), same("")))
    return Dataset(name, title, about, own)


def _dataset(each: Dataset, register: Register) -> dict[str, Any]:
    address = base(register.town)
    described = {
        "@type": "dcat:Dataset",
        "dct:identifier": each.id,
        "dct:title": _languages(each.title),
        "dct:description": _languages(each.about),
        "dct:modified": each.updated or None,
        "dct:conformsTo": address + each.schema if each.schema else None,
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:downloadURL": address + file.path,
                "dct:format": file.format,
                "dcat:mediaType": _MEDIA[file.format.lower()],
                "dcat:byteSize": file.size,
            }
            for file in each.files
        ],
    }
    return {key: value for key, value in described.items() if value is not None}


def _languages(words: Words) -> list[dict[str, str]]:
    return [{"@value": words.zh, "@language": "zh"}, {"@value": words.en, "@language": "en"}]


_NAME = Words("开放数据", "Open data")
_OF_VILLAGE = Words("这个村新发布的记录。", "What is newly published of this village.")
_ACCOUNTS = Words("的账目", ": accounts")
_ROWS = Words("这个村各期账目的每一行。", "Every row of this village’s accounts, period by period.")
_KNOWN = {
    "feed": (
        Words("最近发布", "Newest records"),
        Words("全站新发布的记录。", "What is newly published on this site."),
    ),
    "corrections": (
        Words("更正", "Corrections"),
        Words("已经发布的记录改了什么、为什么。", "What was corrected after publication, and why."),
    ),
    "en/corrections": (
        Words("更正（英文）", "Corrections, in English"),
        Words("已经发布的记录改了什么、为什么。", "What was corrected after publication, and why."),
    ),
    "data/corrections": (
        Words("更正和撤下", "Corrections and withdrawals"),
        Words(
            "每一处更正：改前、改后、原因、日期、机关。",
            "Every correction: before, after, why, when, and by which office.",
        ),
    ),
    "data/coverage": (
        Words("应公开事项", "Coverage"),
        Words(
            "每个村、每个事项、每一期公开了没有。",
            "For every village, item and period, whether it is public.",
        ),
    ),
    "data/accounts": (
        Words("各村账目", "Accounts of the villages"),
        Words(
            "每个村每一期的收入、支出和结余。",
            "Income, expense and balance of every village in every period.",
        ),
    ),
    "data/claims": (
        Words("报告的陈述", "Claims"),
        Words("年度报告的每一项陈述和它的依据。", "Every claim of the annual reports with its evidence."),
    ),
    "data/calendar": (
        Words("日历", "Calendar"),
        Words("普法日和活动，可以导入手机的日历。", "Law days and events, for the calendar of a telephone."),
    ),
    "data/discretion": (
        Words("裁量基准", "Discretion tables"),
        Words("有效的裁量基准表，每行一项。", "The discretion tables in force, row by row."),
    ),
}
"""Names for files made elsewhere; what is not named here is listed under its own name."""
