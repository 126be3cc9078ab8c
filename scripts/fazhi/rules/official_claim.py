"""The site does not pass for what it is not: no claim to be a government website, no emblem, no map without its number.

Looked for where a site speaks of itself: titles, headers, footers and the names of pictures. What a record says in
its text about government websites is its own affair, and a denial is no claim.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite, text_of
from fazhi.nouns.rule import Example, Found, Rule, Standard
from fazhi.nouns.standards import PAGE_DESIGN

_MAPS = Standard(Words("《地图管理条例》第十五条", "Regulations on Maps, art. 15"), False)
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="

RULE = Rule(
    severity=Severity.WARNING,
    on="page",
    ref="SITE-07",
    what=Words(
        "不自称政府网站，不用国徽、党徽和网站标识，地图有审图号",
        "no claim to be a government website, no emblem, no map without its review number",
    ),
    why=Words(
        "没有经过开办审核和标识码分配的站点不是政府网站；徽章和地图另有法律规定",
        "a site that was not approved and given a code is no government website; emblems and maps have laws of their own",
    ),
    sources=(PAGE_DESIGN, _MAPS),
    bad=(
        Example(page="<footer><p>示例镇人民政府官方网站</p></footer>"),
        Example(page="<footer><p>The official website of Example Town</p></footer>"),
        Example(page=f'<p><img src="{_PIXEL}" alt="国徽"></p>'),
        Example(page=f'<p><img src="{_PIXEL}" alt="示例镇地图"></p>'),
    ),
    good=(
        Example(
            page="<footer><p>演示数据，非官方网站；本站不是政府网站</p></footer><p>应在县政府网站公布。</p>"
        ),
        Example(page=f'<p><img src="{_PIXEL}" alt="示例镇地图">审图号：晋S（2026）001号</p>'),
    ),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    spoken = [*page.titles, *page.tags("header", "footer"), *_site_names(page)]
    for node in spoken if any(word in page.source for word in _WORDS) else ():
        said = node.attributes.get("content") or text_of(node)
        for match in _CLAIM.finditer(said):
            if not _DENIED.search(said[: match.start()][-_BEFORE:]):
                yield Found(page.place(node), _CLAIMS.fill(text=quote(match[0])), match[0])
    for node in page.tags("img"):
        shown = f"{node.attributes.get('src') or ''} {node.attributes.get('alt') or ''}"
        if _EMBLEM.search(shown):
            yield Found(page.place(node), _SHOWS_EMBLEM)
        if _MAP.search(shown) and "审图号" not in page.source:
            yield Found(page.place(node), _SHOWS_MAP)


def _site_names(page: BuiltPage) -> Iterator[LexborNode]:
    return (node for node in page.tags("meta") if node.attributes.get("name") == "SiteName")


_CLAIM = re.compile(
    r"(?:政府|官方)(?:门户)?网站|党政机关网站|[Oo]fficial (?:web)?site|[Gg]overnment (?:web)?site|[Oo]fficial portal"
)
_WORDS = ("网站", "ebsite", "fficial", "overnment site")
_DENIED = re.compile(r"不|非|没有|无|\b(?:no|not|an? un|non)\b[^.]{0,20}$|non-$|un$", re.IGNORECASE)
_BEFORE = 24
_EMBLEM = re.compile(r"国徽|党徽|警徽|检徽|guohui|danghui|emblem|conac|dzjg|bszs\.", re.IGNORECASE)
_MAP = re.compile(r"地图|区划图|区位图|ditu|\bmap\b", re.IGNORECASE)
_CLAIMS = Words(
    "这里写着“{text}”；没有批准开办和标识码就不是政府网站，请改为“法治公开”等说法",
    "here it says '{text}'; without approval and a code this is no government website; call it a record of rule of law",
)
_SHOWS_EMBLEM = Words(
    "图片像是国徽、党徽或网站标识；本站不使用，请换下",
    "the picture seems to be an emblem or a site mark; take it out",
)
_SHOWS_MAP = Words(
    "图片像是地图，但这一页没有审图号；请写明审图号，或换成文字说明",
    "the picture seems to be a map, but the page gives no review number; give it or describe the place in words",
)
