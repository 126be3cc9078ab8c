"""A lower-case Latin word between Han is left over from scanning or machine translation: 行政行为 and 经营服务行为.

Names and units that Chinese texts do write in small letters are listed; capitals (GDP, PPP, WiFi) are never looked at.
"""

import re
from collections.abc import Iterator

from fazhi.ground.han import HAN
from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.wording import WRITTEN_RIGHT, slip, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-04",
    on="document",
    wording=True,
    what=Words("中文句子里不夹小写英文单词", "no lower-case Latin word within a Chinese sentence"),
    why=Words("多为扫描识别或机器翻译的残留", "they are left over from scanning or machine translation"),
    sources=(WRITTEN_RIGHT,),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "规范行政行为 and 经营服务行为。",
            "村务公开or党务公开。",
            "加强 the 监督。",
            "依法行政 of the 成效。",
        )
    ),
    good=(
        Example(body="下载app查看pdf文件，限速60km以内，用wifi上网；使用 excel 表格。\n"),
        Example(body="购pvc管120米、led路灯8盏，装gps定位和usb接口，经vpn接入。\n"),
        Example(
            body="GDP 增长、PPP 项目、WiFi 覆盖、PM2.5 下降、5G 基站、`and` 是代码，网址www.gov.cn可查。\n"
        ),
    ),
)

_WRITTEN_SMALL = frozenset(
    "app apps pdf ofd doc docx xls xlsx ppt pptx txt csv json jpg jpeg png gif mp zip rar wps word excel office "
    "web www http https html com cn gov org net url ip id wifi wi fi email mail vlog plog blog live vip ktv atm qq "
    "km cm mm nm dm kg mg ml kw kwh mw hz db pa kpa mpa ph mol min pm am hm mu mol cal kcal lx rpm "
    "led lcd usb hdmi gps vpn ups pos cpu api sim dvd tv ai vr ct hp ipad iphone ios android pvc pe ppr hdpe abs "
    "git markdown yaml html css python linux windows nginx fazhi mkdocs sha utf ascii vs emoji logo".split()
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _LATIN) if _has_small_letters(document.prose.text) else iter(())


def _has_small_letters(text: str) -> bool:
    """Whether it is worth to look closer; of a Chinese text without its Han little is left."""
    latin = text.encode("ascii", "ignore")
    return latin.upper() != latin


def _right(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 4) : match.start()].rstrip(" \t")
    if not _AFTER_HAN.search(before) or _WRITTEN_SMALL.issuperset(match[0].split()):
        return None
    return ""


_LATIN = slip(
    rf"[a-z](?<![A-Za-z][a-z])[a-z]{{1,30}}+(?>(?:[ \t][a-z]{{1,30}}+){{0,5}})(?=[ \t]{{0,3}}[{HAN}])", _right
)
_AFTER_HAN = re.compile(rf"[{HAN}，、；]\Z")
_MESSAGE = Words(
    "句中夹着“{wrong}”，像是扫描或翻译的残留；请改成中文，例如 and 改为“和”",
    "'{wrong}' within a Chinese sentence; write it in Chinese, for example 和 for and",
)
