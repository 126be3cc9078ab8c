"""A paragraph broken in the middle of a sentence, as scanning leaves it at the end of a page.

A long paragraph that ends with no mark of an end is followed by another that ends its sentence. Titles, headings,
lists, tables, signatures and lines like 地址：… are none; nor is what has neither comma nor stop within, the title of a
document, or a row of offices.
"""

import re
from collections.abc import Iterator

from fazhi.ground.han import HAN
from fazhi.ground.paragraphs import Paragraph, beginning_at, ending_at
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

_LONG = "为了保障村民的知情权、参与权、表达权和监督权，各村应当按季度公开财务收支，逐步落实到各"

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-16",
    on="document",
    wording=True,
    what=Words("段落不在句子中间断开", "no paragraph breaks off within a sentence"),
    why=Words(
        "多是扫描或复制时按页断开的，读者会以为缺了字",
        "copied pages break so; readers think that words are missing",
    ),
    sources=(OWN,),
    bad=(
        Example(body=f"{_LONG}\n\n行政村和各部门。\n"),
        Example(body=f"{_LONG[:-1]}文件、\n\n是否公开等内容。\n"),
        Example(
            body="各村民委员会、镇属各单位、驻镇各单位、中心小学和镇卫生院、\n\n敬老院应当按季度公开财务收支。\n"
        ),
        Example(
            body="各村财务报账员应当于每季度首月十日前编制收支明细表、债权债务表、合同台账和公开报告\n\n并在公开栏张贴。\n"
        ),
        Example(
            body="为了落实镇党委关于加强村级财务管理的意见，切实保障村民的知情权、参与权，各村应当按季度制定公开计划\n\n和整改方案，报镇人民政府审核。\n"
        ),
    ),
    good=(
        Example(body=f"{_LONG}行政村。\n\n行政村按季度公开。\n"),
        Example(
            body="## 关于进一步加强村务公开工作的意见，兼论公开栏的设置、管理和维护问题\n\n今年以来，工作有力。\n"
        ),
        Example(
            body="联系人：镇司法所工作人员，办公地点：泉掌镇人民政府办公楼二楼东侧办公室\n\n特此公告。\n"
        ),
        Example(body=f"{_LONG}\n\n- 行政村；\n- 部门。\n"),
        Example(
            body="关于进一步规范村级财务管理、合同管理、印章管理工作的通知\n\n为了加强村级管理，现通知如下。\n"
        ),
        Example(
            body="镇属各单位、驻镇各单位、各村民委员会、各中小学校、镇卫生院\n\n现将有关事项通知如下。\n"
        ),
        Example(
            body="各村按季度公开财务收支。\n \n示范镇人民政府办公室印发\n公开栏设置规范\n \n各村照此设置公开栏。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    text = document.body.words
    if document.lang != "zh" or not text:
        return
    for gap in _BREAK.finditer(text):
        before, after = ending_at(text, gap.start()), beginning_at(text, gap.end())
        if _is_broken(before) and _continues(after):
            end, start = before.text.rstrip("*_ ")[-8:], after.text[:8].split("\n")[0]
            yield Found(gap.start() - 1, _MESSAGE.fill(end=quote(end), start=quote(start)), f"{end}{start}")


def _is_broken(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip("*_ ")
    if (
        len(text) <= 25
        or not paragraph.is_prose
        or not _OPEN_END.search(text, len(text) - 1)
        or "。" not in text
        and (_HEADING.match(text) or text[-1] not in "，、" and (_is_title(text) or _OFFICES.fullmatch(text)))
    ):
        return False
    last = re.split("[。！？；]", text[-300:])[-1]
    is_sentence = (
        any(mark in text for mark in "。；！？") or text.count("，") + text.count("、") > 1 or len(text) > 60
    )
    return is_sentence and not _LABEL.search(last)


def _is_title(text: str) -> bool:
    return (
        text.endswith(_TITLES)
        and not _CLAUSE.search(text)
        and ("，" not in text or bool(_ABOUT.search(text)))
    )


def _continues(paragraph: Paragraph) -> bool:
    text = paragraph.text
    begins = paragraph.is_prose and _HAN_START.match(text) and not _BEGINNING.match(text)
    return bool(begins) and any(mark in text for mark in "。；！？")


_BREAK = re.compile(rf"\n(?<=[^\n]{{8}}\n)(?<=[{HAN}\d，、*_ \t]\n)[ \t]{{0,9}}\n\s{{0,9}}(?=[{HAN}“《])")
_OPEN_END = re.compile(rf"[{HAN}\d，、]\Z")
_TITLES = tuple(
    "通知 通告 公告 通报 公示 决定 决议 命令 意见 办法 规定 细则 条例 规则 规范 章程 制度 公约 方案 预案 规划 计划 要点"
    " 总结 报告 汇报 请示 批复 函 纪要 解释 解读 说明 指南 目录 清单 名单".split()
)
_CLAUSE = re.compile("应当|应于|必须|不得|要求|为了|现将")
_ABOUT = re.compile(r"关于.*的[^的，]{1,3}\Z", re.DOTALL)
_OFFICES = re.compile(
    r"(?:[^，；、\s]{2,20}(?:[府局办委会站所部厅处室厂司社院校园馆队团组村镇乡县市区]|中心|单位)(?:[、\s]+|\Z)){2,}"
)
_HAN_START = re.compile(rf"[{HAN}“《]")
_HEADING = re.compile(
    r"(?:\*\*)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])"
)
_BEGINNING = re.compile(
    r"(?:\*\*)?(?:[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|第[一二三四五六七八九十百零\d]{1,7}[编章节条款项]|附[件则表录图注]|注[：:]|[\d１-９])"
)
_LABEL = re.compile(r"(?:^|[，、\s])[一-龥]{2,8}[：:]")
_MESSAGE = Words(
    "段落在“{end}”处断开，下一段从“{start}”接着；请接成一段，或补上句末标点",
    "the paragraph breaks off at '{end}' and goes on with '{start}'; join them, or end the sentence",
)
