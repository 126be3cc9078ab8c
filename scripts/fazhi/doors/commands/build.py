"""`fazhi build`: check, then make the site."""

import sys
import time
from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from fazhi import rules
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.doors.commands.check import summary
from fazhi.doors.progress import Progress
from fazhi.flows.build import NotRendered, build, may_replace
from fazhi.flows.check_town import Checked, check_town
from fazhi.ground.words import Words
from fazhi.nouns.past import NOTHING, Past
from fazhi.verbs import tell


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("--site", metavar="DIR", help=_SITE.in_(lang))


def _run(call: Call) -> int:
    target = target_of(call)
    checked = check_and_tell(call)
    if checked.has_errors:
        print(call.say(_KEPT if target.exists() else _NOT_BUILT, site=target), file=sys.stderr)
        return CONTENT_FAULT
    return FINE if make(checked, target, call) else CONTENT_FAULT


def target_of(call: Call) -> Path:
    """The folder the site goes to. Raises WrongUse for one that holds anything but a site."""
    target = Path(call.args.site).resolve() if call.args.site else call.root / "site"
    if not may_replace(target, call.root):
        raise WrongUse(_NO_SITE.fill(site=target))
    return target


def check_and_tell(call: Call) -> Checked:
    """Check the town and tell what was found."""
    checked = check_town(call.root, call.as_of)
    if text := tell.tell(checked.problems, rules.discover(), "text", call.lang):
        print(text)
    print(summary(checked, checked.problems, call), file=sys.stderr)
    return checked


def make(checked: Checked, target: Path, call: Call, past: Past = NOTHING) -> bool:
    """Build the site, showing progress, and tell where it is, or what in its pages kept the old one."""
    from fazhi.doors.mkdocs_plugin import render  # MkDocs takes half a second to import

    started = time.monotonic()
    try:
        with Progress(call.say(_RENDERING)) as progress:
            built = build(checked, target, partial(render, step=progress.step), past)
    except NotRendered as error:
        print(call.say(_NOT_RENDERED, why=error), file=sys.stderr)
        print(call.say(_KEPT if target.exists() else _NOT_BUILT, site=target), file=sys.stderr)
        return False
    if built.problems:
        print(tell.tell(built.problems, rules.discover(), "text", call.lang))
        print(call.say(_PAGES_FAULTY, count=len(built.problems)), file=sys.stderr)
        print(call.say(_KEPT if target.exists() else _NOT_BUILT, site=target), file=sys.stderr)
        return False
    seconds = time.monotonic() - started
    pages = sum(len(page.titles) for page in built.site.pages.values())
    print(call.say(_DONE, site=target, pages=pages, seconds=f"{seconds:.1f}"), file=sys.stderr)
    return True


_SITE = Words("网站放在哪个目录，默认 site/", "where the site goes; default site/")
_NO_SITE = Words(
    "{site} 里有别的文件，不能用来放网站；请换一个空的或不存在的目录",
    "{site} holds other files and cannot take the site; name an empty or absent folder",
)
_KEPT = Words(
    "有错误，未生成网站；{site} 保持原样", "there are errors: nothing was built, {site} stays as it was"
)
_NOT_BUILT = Words("有错误，未生成网站", "there are errors: nothing was built")
_NOT_RENDERED = Words(
    "mkdocs.yml 或 overrides/ 里的模板有错误：{why}",
    "mkdocs.yml or a template of overrides/ has a fault: {why}",
)
_PAGES_FAULTY = Words(
    "生成的网页有 {count} 处错误（上面的路径在网站目录之下）",
    "the pages that came out have {count} errors (paths are below the folder of the site)",
)
_RENDERING = Words("正在生成网页", "rendering")
_DONE = Words("已生成 {pages} 个网页，用时 {seconds} 秒：{site}", "{pages} pages in {seconds} s: {site}")

COMMAND = Command(Words("检查并生成网站", "check and build the site"), _run, _arguments)
