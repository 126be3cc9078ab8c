"""Names of the state and its organs, written wrongly: what inspections of government texts count as grave."""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import INDICATORS
from fazhi.nouns.wording import WRITTEN_RIGHT, misspellings, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-19",
    on="document",
    wording=True,
    what=Words("国名和机关名称不写错", "names of the state and its organs are written rightly"),
    why=Words("检查中属于严重表述错误", "inspections count this as grave"),
    sources=(INDICATORS, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "中华人民共合国宪法。",
            "泉掌镇人民攻府。",
            "县人民检查院。",
            "各村村名委员会。",
            "中共人民共和国成立。",
        )
    ),
    good=(
        Example(
            body="中华人民共和国宪法，镇人民政府，县人民检察院，村民委员会，纪律检查委员会，检查院落卫生。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _NAME)


_NAME = misspellings(
    {
        "共合国": "共和国",
        "中共人民共和国": "中华人民共和国",
        "中华人民大和国": "中华人民共和国",
        "中华人名共和国": "中华人民共和国",
        "中华人民共和共": "中华人民共和国",
        "中国人民共和国": "中华人民共和国",
        "中华共和国(?!时期)": "中华人民共和国",
        "攻府": "政府",
        "政俯": "政府",
        "人名政府": "人民政府",
        "人名法院": "人民法院",
        "人名检察院": "人民检察院",
        "人民检查院": "人民检察院",
        "人名代表大会": "人民代表大会",
        "人名调解": "人民调解",
        "纪律检察委员会": "纪律检查委员会",
        "纪检监查": "纪检监察",
        "监查委员会": "监察委员会",
        "村名委员会": "村民委员会",
        "村民委会(?![同议商])": "村民委员会",
        "居名委员会": "居民委员会",
        "常务委会(?![同议商])": "常务委员会",
        "政治协商会仪": "政治协商会议",
        "社会主义核心价值关": "社会主义核心价值观",
        "新时代中国特社会主义": "新时代中国特色社会主义",
        "中国特色社会注义": "中国特色社会主义",
    }
)
_MESSAGE = Words("“{wrong}”应为“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _NAME.signs
