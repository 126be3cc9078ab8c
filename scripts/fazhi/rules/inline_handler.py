"""Pages hold no script in their attributes: no `onclick` and the like, no `javascript:` address.

The site's content security policy forbids them, so that whatever slips through a record cannot run.
"""

import re
from collections.abc import Iterator

from fazhi.ground.markdown import plain_address
from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words
from fazhi.nouns.built import BuiltPage, BuiltSite
from fazhi.nouns.rule import OWN, Example, Found, Rule

RULE = Rule(
    severity=Severity.ERROR,
    on="page",
    ref="SITE-06",
    what=Words(
        "网页的属性里没有脚本：没有 onclick 之类，也没有 javascript: 地址",
        "no attribute of a page is a script: no onclick and the like, no javascript: address",
    ),
    why=Words(
        "属性里的脚本会绕过内容安全策略，是挂马和弹窗的入口",
        "script in attributes goes around the content security policy and lets others in",
    ),
    sources=(OWN,),
    bad=(
        Example(page='<p onclick="alert(1)">文字</p>'),
        Example(page='<p><a href="javascript:alert(1)">文字</a></p>'),
        Example(page='<p><a href="JaVa&#9;script:alert(1)">文字</a></p>'),
    ),
    good=(Example(page="<p>onclick= 和 javascript: 只是文字</p>"),),
)


def check(page: BuiltPage, site: BuiltSite) -> Iterator[Found]:
    if _HANDLER.search(page.source.lower()):
        for node in page.all("*"):
            for name in node.attributes:
                if name.startswith("on"):
                    yield Found(page.place(node), _ON.fill(name=name), name)
    for reference in page.references:
        if ":" in reference.to and plain_address(reference.to).lower().startswith(_SCRIPTS):
            yield Found(page.place(reference.node), _ADDRESS.fill(to=quote(reference.to)), reference.to)


_HANDLER = re.compile(r"on(?<=[\s\"'/]on)[a-z]{2,30}\s{0,9}=")
_SCRIPTS = ("javascript:", "vbscript:", "data:text/html")
_ON = Words(
    "标签里有脚本属性 {name}；请改在脚本文件里用 addEventListener",
    "the tag has the script attribute {name}; use addEventListener in a script file",
)
_ADDRESS = Words(
    "地址“{to}”是脚本；请改为真实的链接或按钮",
    "the address '{to}' is a script; use a real link or a button",
)
