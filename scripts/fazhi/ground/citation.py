"""Citations of laws in running text, 《…法》第三十条、第三十一条, and whether they were right on a day.

Takes a text without its quoted blocks (Markdown.unquoted). Only articles that follow the law's name at once are read:
what is cited further on in a sentence may belong to another law. Left out is what is not the author's own citation of
the law as it stands: what stands between “ ”, 原第三十条, 修改前的《…》, 第三十条（现第三十五条）. Where a version is named by
its year (2018年修正), that version is asked. A law named as the ground of something, 依照《合同法》, is cited whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.ground.laws import Law, Version, han_number, number_of
from fazhi.ground.marks import inside, sentence
from fazhi.ground.moves import moves_of
from fazhi.ground.statutes import find
from fazhi.ground.words import Words

_NAME = re.compile(r"《([^《》\n]{2,60})》(?:\]\([^()\s]{0,200}\))?(?:[(（]([^()（）\n]{0,24})[)）])?")
_FIGURES = "[一二三四五六七八九十百千零〇两\\d]"
_ARTICLE = re.compile(
    rf"[、，和及与至到以]{{0,2}}(?P<text>第 ?(?P<number>{_FIGURES}{{1,8}}) ?条(?:之[一二三四五六七八九])?)"
    rf"(?:第{_FIGURES}{{1,4}}款)?(?:第?[（(]?{_FIGURES}{{1,4}}[)）]?项)?"
)
_GROUND = re.compile("(?:依据|依照|根据|按照|按)(?:《[^《》]{2,60}》[、和及]{0,2}){0,8}\\[?$")
_YEAR = re.compile(r"(\d{4})年?(?:修正|修订|修改)?")
_FORMER = re.compile(r"(?:原|旧|修改前的?|修正前的?|修订前的?|当时的?)\[?$")
_AMENDED = re.compile(r"(\d{4})年(?:\d{1,2}月\d{1,2}日)?(?:修正|修订|修改)后?的?\[?$")
_SINCE_MOVED = re.compile(r"[（(，]?(?:现|原|即现|已|今|后|修改后|修正后|修订后|调整|改为)")
_BEFOREHAND = re.compile("起施行|起实施|即将|将于|尚未|施行后|施行前|生效")
_PAST = re.compile("废止|失效|施行前|实施前|生效前|以前|之前|当时|时任|原《|旧《|曾")
_IN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|[-.—至]\d)")
_BEFORE, _AFTER = 16, 6
_FAR = 200


@dataclass(frozen=True, slots=True)
class Citation:
    """One article of a law, or all of it (None), cited at an offset of a text, and the sentence it stands in.

    `year`: the year of the version that the text itself names. `text`: what is written, law and article.
    """

    law: Law
    article: int | None
    at: int
    text: str
    context: str
    year: int | None = None


def citations(prose: str) -> Iterator[Citation]:
    """Every citation of an article of a known law, and of a whole one as a ground."""
    if "》" not in prose:
        return
    for name in _NAME.finditer(prose):
        law = find(name[1])
        if law and not inside(prose, name.start(), "“”"):
            yield from _articles(prose, name, law)


def _articles(prose: str, name: re.Match[str], law: Law) -> Iterator[Citation]:
    before = prose[max(name.start() - _BEFORE, 0) : name.start()]
    named = _AMENDED.search(before) or (_YEAR.match(name[2]) if name[2] else None)
    year, end = int(named[1]) if named else None, name.end()
    context = prose[slice(*sentence(prose, name.start()))]
    if not _ARTICLE.match(prose, end) and _GROUND.search(prose, max(name.start() - _FAR, 0), name.start()):
        yield Citation(law, None, name.start(), f"《{name[1]}》", context, year)
    while found := _ARTICLE.match(prose, end):
        end = found.end()
        number = number_of(found["number"])
        former = _FORMER.search(before) or _SINCE_MOVED.match(prose, end, end + _AFTER)
        if number and not former:
            text = f"《{name[1]}》{found['text']}"
            yield Citation(law, number, found.start("text"), text, context, year)


def fault(citation: Citation, day: date) -> Words | None:
    """What is wrong with a citation in a text of a day; None where nothing is, or nobody can tell."""
    law = citation.law
    if citation.year is not None:
        return _beyond(citation, [each for each in law.versions if each.adopted.year == citation.year])
    coming = [each for each in law.versions if each.adopted <= day < each.since]
    if current := law.on(day):
        return _beyond(citation, [current, *coming]) or _moved(citation, current, [day, *_days(coming)])
    if ended := _ended(law, day, citation.context):
        return ended
    if day < law.begins and not (coming and _BEFOREHAND.search(citation.context)):
        return _TOO_EARLY.fill(law=_named(law), since=law.begins, day=day)
    return None


def _ended(law: Law, day: date, context: str) -> Words | None:
    """Says so where a law was no more in force on a day; not where the sentence says so, or tells of earlier days."""
    until = law.versions[-1].until
    if until is None or not law.replaced_by or day <= until or _PAST.search(context):
        return None
    if any(int(year) <= until.year for year in _IN_YEAR.findall(context)):
        return None
    start, code = until + timedelta(days=1), law.replaced_by
    return _ENDED.fill(law=_named(law), start=start, code=_named(code)).then(
        _NOTHING if code.versions[0].confirmed else _UNREAD
    )


def _days(versions: list[Version]) -> list[date]:
    return [version.since for version in versions]


def _beyond(citation: Citation, versions: list[Version]) -> Words | None:
    """Says so where no version that may be meant has such an article, and whether that was read in the text."""
    cited = citation.article
    if cited is None or not versions or any(cited <= each.articles for each in versions):
        return None
    words = _NO_ARTICLE.fill(
        law=_named(citation.law),
        label=versions[0].label,
        cited=_article(cited),
        last=_article(versions[0].articles),
    )
    return words.then(_NOTHING if all(each.confirmed for each in versions) else _UNREAD)


def _moved(citation: Citation, version: Version, days: list[date]) -> Words | None:
    """Says so where the sentence is about a duty that has another article on all these days, the text's own first."""
    if citation.article is None:
        return None
    cited = str(citation.article)
    meant = [
        move.provision
        for move in moves_of(citation.law)
        if cited in move.provision.articles.values()
        and any(word in citation.context for word in move.told_by)
    ]
    if not meant or any(cited == each.article(day) for each in meant for day in days):
        return None
    return _MOVED.fill(
        law=_named(citation.law),
        label=version.label,
        cited=_article(citation.article),
        right=_article(int(meant[0].article(days[0]))),
    )


def _named(law: Law) -> Words:
    return Words(f"《{law.name}》", law.english)


def _article(number: int) -> Words:
    return Words(f"第{han_number(number)}条", f"art. {number}")


_NO_ARTICLE = Words(
    "{law}（{label}）没有{cited}，最后一条是{last}；请核对条号",
    "{law} ({label}) has no {cited}, its last is {last}; look the number up",
)
_MOVED = Words(
    "{law}（{label}）里，这项内容在{right}，不在{cited}；请改条号，或写明引用的是哪一年的文本",
    "in {law} ({label}) this stands in {right}, not in {cited}; change the number or name the year of the version cited",
)
_ENDED = Words(
    "{law}自 {start} 起废止，不能再作为依据；请改引{code}的条文，或写明说的是以前的事",
    "{law} is no longer in force since {start}; cite {code}, or say that this is about earlier days",
)
_UNREAD = Words("（未与原文核对）", " (not confirmed against the text)")
_NOTHING = Words("", "")
_TOO_EARLY = Words(
    "{law}自 {since} 起施行，{day} 时还不能作为依据；请核对法律名称或日期",
    "{law} is in force from {since} and was no ground yet on {day}; check the law or the date",
)
