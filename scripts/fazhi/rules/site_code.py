"""town.yml claims no more than the town was given: a site code that was assigned, a title that is no government website."""

import re
from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PAGE_DESIGN
from fazhi.nouns.town import Town

RULE = Rule(
    severity=Severity.WARNING,
    on="town",
    ref="SITE-07",
    what=Words(
        "网站标识码是分配的，不是编造的；站名不自称政府网站",
        "the site code was assigned, not made up; the title claims to be no government website",
    ),
    why=Words(
        "标识码由主管部门分配；编造标识码是冒充政府网站",
        "codes are assigned by the authority; a made-up one is a false pretence",
    ),
    sources=(PAGE_DESIGN,),
    bad=(
        Example(town={"site": '{title: {zh: 示例, en: Example}, id_code: "0000000000"}'}),
        Example(town={"site": '{title: {zh: 示例, en: Example}, id_code: "bm01000001"}'}),
        Example(town={"site": '{title: {zh: 示例, en: Example}, id_code: "1101010001"}'}),
        Example(town={"site": "{title: {zh: 示例镇政府网站, en: Example}}"}),
    ),
    good=(
        Example(town={"site": '{title: {zh: 示例, en: Example}, id_code: "1408250017"}'}),
        Example(town={"site": "{title: {zh: 示例镇法治公开, en: Example Town Records}}"}),
    ),
)


def check(town: Town, register: Register) -> Iterator[Found]:
    code = town.site.get("id_code") or ""
    county = str(town.values.get("code", ""))[:6]
    if code and (len(set(code)) < 3 or code in _KNOWN_FAKES or not code.startswith(county)):
        yield Found("site.id_code", _CODE.fill(county=county))
    for lang, title in (town.site.get("title") or {}).items():
        if _CLAIM.search(title):
            yield Found(f"site.title.{lang}", _TITLE)


_KNOWN_FAKES = ("1234567890", "0123456789", "bm01000001")
"""What people fill in for want of a code; the last is the example of the standard itself."""
_CLAIM = re.compile(
    r"(?:政府|官方)(?:门户)?网站?$|政府网|[Oo]fficial (?:web)?site|[Gg]overnment (?:web)?site"
)
_CODE = Words(
    "网站标识码不像是分配的：地方站点的标识码是 10 位数字，前 6 位为 {county}；没有分配就写 null",
    "the site code does not seem assigned: those of local sites have ten digits, the first six {county}; write null",
)
_TITLE = Words(
    "站名自称政府网站；没有批准开办和标识码不能这样叫，请改为“…法治公开”",
    "the title claims to be a government website; without approval call it “… rule-of-law records”",
)
