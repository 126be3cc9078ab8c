"""The meta tags for government sites: of the site on every page, of the column on columns and records, of the article on records.

A demonstration must not pass for a publication: with any sample in the register these tags are absent everywhere
and every page asks not to be indexed (DESIGN §5). A site code that was not assigned is never written.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.built import LOST, BuiltPage, BuiltSite
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import PAGE_DESIGN

SITE = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN = ("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType")
ARTICLE = ("ArticleTitle", "PubDate", "ContentSource")
TYPES = frozenset(
    "首页 概况信息 机构职能 负责人信息 工作动态 政策文件 信息公开指南 信息公开目录 信息公开年报 依申请公开 数据发布 "
    "数据开放 政策解读 回应关切 办事服务 咨询投诉 征集调查 在线访谈".split()
)
_SAMPLES = {
    "villages": "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01, sample: true}, demo-2: {name: {zh: 示范二村, en: Demo Two}, since: 2021-01-01}}"
}
_HEAD = (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例</title>'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
)
_END = "</head><body><h1>示例</h1></body></html>"
_SITE_TAG = '<meta name="SiteName" content="示例镇法治公开">'
_COLUMN_TAGS = (
    '<meta name="ColumnName" content="村务公开"><meta name="ColumnDescription" content="各村公开的事项">'
    '<meta name="ColumnKeywords" content="村务公开"><meta name="ColumnType" content="信息公开目录">'
)
_ARTICLE_TAGS = (
    '<meta name="ArticleTitle" content="示例"><meta name="PubDate" content="2026-10-10 00:00">'
    '<meta name="ContentSource" content="示范一村">'
)
_RECORD = "villages/demo-1/2026/finance-Q3/index.html"

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="META-01",
    what=Words(
        "网页带有规定的 meta 标签；演示数据不带，并声明不被收录",
        "pages bear the meta tags prescribed; demonstrations bear none and ask not to be indexed",
    ),
    why=Words(
        "上级平台和检查工具靠这些标签认出站点、栏目和文章；演示数据不能冒充正式发布",
        "by these tags platforms and inspections tell site, column and article; a demonstration must not pass for one",
    ),
    sources=(PAGE_DESIGN,),
    bad=(
        Example(page=_HEAD + _END),
        Example(page=_HEAD + _SITE_TAG + '<meta name="SiteIDCode" content="1408250001">' + _END),
        Example(built={_RECORD: _HEAD + _SITE_TAG + _COLUMN_TAGS + _END}),
        Example(built={"regulations/index.html": _HEAD + _SITE_TAG + _END}),
        Example(town=_SAMPLES, page=_HEAD + _END),
        Example(town=_SAMPLES, page=_HEAD + '<meta name="robots" content="noindex">' + _SITE_TAG + _END),
    ),
    good=(
        Example(page=_HEAD + _SITE_TAG + _END),
        Example(built={_RECORD: _HEAD + _SITE_TAG + _COLUMN_TAGS + _ARTICLE_TAGS + _END}),
        Example(town=_SAMPLES, page=_HEAD + '<meta name="robots" content="noindex">' + _END),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    if site.has_samples or page.path == LOST:
        yield from _demonstration(page)
    else:
        yield from _publication(page, site)


def _demonstration(page: BuiltPage) -> Iterator[Found]:
    if "noindex" not in page.metas.get("robots", ""):
        yield Found(1, _INDEXED)
    for name in (*SITE, *COLUMN, *ARTICLE):
        if name in page.metas:
            yield Found(page.place(page.meta(name)), _POSES.fill(name=name))


def _publication(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    for name in _required(page, site):
        if not page.metas.get(name):
            yield Found(1, _MISSING.fill(name=name))
    code = page.metas.get("SiteIDCode")
    if code is not None and code != site.register.town.site.get("id_code"):
        yield Found(page.place(page.meta("SiteIDCode")), _CODE)
    type = page.metas.get("ColumnType")
    if type and type not in TYPES:
        yield Found(page.place(page.meta("ColumnType")), _TYPE.fill(type=type))


def _required(page: BuiltPage, site: BuiltSite) -> Iterator[str]:
    town, record = site.register.town, site.record(page)
    yield "SiteName"
    yield from (
        name for name, key in (("SiteDomain", "url"), ("SiteIDCode", "id_code")) if town.site.get(key)
    )
    if record or site.is_column(page):
        yield from COLUMN
    if record:
        published = record.get("published")
        known = published is not None and published.exact
        yield from (name for name in ARTICLE if name != "PubDate" or known)


_INDEXED = Words(
    '演示数据没有声明不被收录；请写 <meta name="robots" content="noindex">',
    'the demonstration does not ask not to be indexed; write <meta name="robots" content="noindex">',
)
_POSES = Words("演示数据不应带有 meta 标签 {name}", "a demonstration must not bear the meta tag {name}")
_MISSING = Words(
    "网页缺少 meta 标签 {name}，或其内容是空的", "the page lacks the meta tag {name}, or it is empty"
)
_CODE = Words(
    "SiteIDCode 与 town.yml 的 site.id_code 不符；没有分配标识码就不写这个标签",
    "SiteIDCode is not site.id_code of town.yml; without an assigned code leave the tag out",
)
_TYPE = Words(
    "ColumnType“{type}”不在规定的栏目类别里；可用：信息公开目录、政策文件、工作动态等",
    "ColumnType '{type}' is none of those prescribed, such as 信息公开目录, 政策文件, 工作动态",
)
