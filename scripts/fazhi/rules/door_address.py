"""Addresses down to the door: 3号楼2单元501室, 二巷 12号, 3组15号, 门牌.

`12户` is a count, never an address (all false hits on 957 statutes came from it, DOMAIN §4). Addresses of offices,
schools and companies are public.
"""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.passage import Passage
from fazhi.nouns.privacy import NO_PUBLICATION
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.sought import SOUGHT

RULE = Rule(
    severity=Severity.WARNING,
    on="passage",
    ref="PRIV-09",
    what=Words("住址不写到门牌", "no private address down to the door"),
    why=Words("写到门牌就等于写出了人", "an address down to the door tells who lives there"),
    sources=NO_PUBLICATION,
    bad=(Example(body="住在3号楼2单元501室。\n"), Example(body="家住3组 15号。\n")),
    good=(
        Example(body="低保16户，镇政府办公楼3号楼201室，一组12户，室内、3室外球场。\n"),
        Example(
            body="司法所在泉掌街2号楼。\n",
            town={
                "offices": "{government: {name: {zh: 示例镇, en: G}, address: 泉掌街2号楼}, justice: {name: {zh: 示例所, en: J}}}"
            },
        ),
    ),
)
_BUILDINGS = frozenset(("号楼", "栋", "幢", "单元"))
_LANES = frozenset(("巷", "门牌"))
_ROOMS = frozenset(f"{digit}室" for digit in "0123456789")
SOUGHT.add(*_BUILDINGS, *_LANES, *_ROOMS)
_HOUSE = re.compile(r"组(?=\s{0,2}[0-9])")
_DOOR = re.compile(r"[0-9](?<![0-9].)[0-9]{0,3}(?:号楼|[栋幢]|单元|室(?![内外])|组\s{0,2}[0-9]{1,4}号)")
_LANE = re.compile(r"巷\s{0,2}[0-9]{1,4}号|门牌")
_OFFICE = re.compile(
    r"政府|委员会|村委会|法院|检察院|派出所|司法所|卫生[院室]|学校|小学|中学|公司|中心|办公|会议|教室|合作社|银行"
)
_REACH = 15
_NEXT = 12


def check(passage: Passage, register: Register) -> Iterator[Found]:
    text = passage.folded.text
    told = -_NEXT
    for match in _doors(text, passage.signs):
        if match.start() - told >= _NEXT and not _is_office(text, match, register):
            told = match.start()
            start, end = passage.folded.back(match.start()), passage.folded.back(match.end() - 1) + 1
            shown = re.sub(r"[0-9]", "*", match[0])
            yield Found(start, _ADDRESS.fill(shown=shown), passage.text[start:end])


def _doors(text: str, signs: frozenset[str]) -> list[re.Match[str]]:
    has_doors = not signs.isdisjoint(_BUILDINGS | _ROOMS) or _HOUSE.search(text)
    found = list(_DOOR.finditer(text)) if has_doors else []
    if not _LANES.isdisjoint(signs):
        found += _LANE.finditer(text)
    return sorted(found, key=lambda match: match.start())


def _is_office(text: str, match: re.Match[str], register: Register) -> bool:
    around = text[max(match.start() - _REACH, 0) : match.end() + _REACH]
    addresses = (str(office.get("address") or "") for office in register.town.offices.values())
    return bool(_OFFICE.search(around)) or any(match[0] in address for address in addresses)


_ADDRESS = Words(
    "这里像是住址“{shown}”；请只写到村民小组，例如“示范一村二组”",
    "this looks like somebody's address, '{shown}'; go no further than the villagers' group",
)
