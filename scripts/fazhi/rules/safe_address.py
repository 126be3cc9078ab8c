"""Links go to places on this site, or to http, https, mailto and tel; images lie on this site."""

from collections.abc import Iterator

from fazhi.ground.markdown import LINK_SIGNS, is_local, is_safe
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="document",
    ref="SITE-06",
    what=Words(
        "链接只用本站地址和 http、https、mailto、tel；图片须在本站",
        "links are local or http, https, mailto, tel; images are local",
    ),
    why=Words(
        "javascript: 等地址会执行脚本；外站图片会暴露读者，内网也打不开",
        "javascript: and its like run script; a foreign image exposes readers and fails on an internal network",
    ),
    sources=(OWN,),
    bad=tuple(
        Example(body=body)
        for body in (
            "[点](javascript:alert(1))\n",
            "[点](JaVaScRiPt&#58;alert)\n",
            "[点](data:text/html,x)\n",
            "[点]: vbscript:x\n",
            "![图](https://example.org/a.png)\n",
            "[点](java%73cript:alert)\n",
            "![图](//example.org/a.png)\n",
        )
    ),
    good=(
        Example(
            body="[国务院](https://www.gov.cn/) [写信](mailto:x@example.gov.cn) [下文](#下文)\n\n## 下文\n"
        ),
    ),
)

SIGNS = frozenset(LINK_SIGNS)


def check(document: Document, register: Register) -> Iterator[Found]:
    for link in document.body.links():
        if not is_safe(link.to):
            yield Found(link.place, _UNSAFE.fill(to=quote(link.to)))
        elif link.image and not is_local(link.to):
            yield Found(link.place, _FOREIGN.fill(to=quote(link.to)))


_UNSAFE = Words(
    "不安全的地址“{to}”；只能用本站地址或 http、https、mailto、tel",
    "unsafe address '{to}'; use a local one or http, https, mailto, tel",
)
_FOREIGN = Words(
    "图片“{to}”在别的网站；请把图片放在记录旁边",
    "the image '{to}' is on another site; put it beside the record",
)
