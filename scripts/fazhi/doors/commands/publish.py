"""`fazhi publish`: check, build, hold against the last release, and let it be served in one step."""

import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from fazhi import rules
from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.doors.commands.build import check_and_tell, make
from fazhi.doors.progress import Progress
from fazhi.flows.build import check_site
from fazhi.flows.check_town import CACHE, Checked
from fazhi.flows.hold_site import hold_site
from fazhi.flows.make_release import Order
from fazhi.flows.past import past
from fazhi.flows.publish import Changes, foresee, gate_register, publish
from fazhi.ground.files import takes_files
from fazhi.ground.words import Words
from fazhi.nouns.fault import Refused
from fazhi.verbs import tell


def _arguments(parser: ArgumentParser, lang: str) -> None:
    publishing.to_argument(parser, lang)
    parser.add_argument("--site", metavar="DIR", help=_SITE.in_(lang))
    parser.add_argument("--dry-run", action="store_true", help=_DRY_RUN.in_(lang))
    parser.add_argument("--samples", action="store_true", help=_SAMPLES.in_(lang))
    publishing.signing_arguments(parser, lang)


def _run(call: Call) -> int:
    root = publishing.root_of(call)
    if root.is_relative_to(call.root / "docs") or call.root.is_relative_to(root):
        raise WrongUse(_WITHIN.fill(root=root))
    if not call.args.dry_run and not takes_files(root):
        raise WrongUse(_NO_FOLDER.fill(root=root))
    checked = check_and_tell(call)
    if checked.has_errors:
        print(call.say(_AS_WAS), file=sys.stderr)
        return CONTENT_FAULT
    order = publishing.order(call, checked.register, root, samples=call.args.samples)
    try:
        gate_register(checked.register, order)
        site = _site(call, checked, order)
        return FINE if site and _go(call, checked, site, order) else CONTENT_FAULT
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        print(call.say(_AS_WAS), file=sys.stderr)
        return CONTENT_FAULT


def _site(call: Call, checked: Checked, order: Order) -> Path | None:
    """A site whose pages were held against every rule: the one named, or one built now; None for a faulty one."""
    if not call.args.site:
        site = call.root / CACHE / "publish"
        return site if make(checked, site, call, past(checked.register, order)) else None
    site = Path(call.args.site).resolve()
    try:
        problems = check_site(site, checked.register)
    except NotADirectoryError as error:
        raise WrongUse(_NO_SITE.fill(site=site)) from error
    if text := tell.tell(problems, rules.discover(), "text", call.lang):
        print(text)
    with Progress(call.say(_HOLDING)) as progress:
        faults = hold_site(checked.register, site, progress.step)
    if faults:
        raise Refused(*faults)
    return None if tell.has_errors(problems) else site


def _go(call: Call, checked: Checked, site: Path, order: Order) -> bool:
    started = time.monotonic()
    if call.args.dry_run:
        _tell_changes(foresee(checked.register, site, order), call)
        return True
    with Progress(call.say(_PACKING)) as progress:
        done = publish(checked.register, site, order, progress.step)
    seconds = f"{time.monotonic() - started:.1f}"
    told = {"id": done.manifest.release, "written": done.written, "linked": done.linked, "seconds": seconds}
    print(done.manifest.release)
    print(call.say(_DONE, **told, root=done.manifest.head[:16]), file=sys.stderr)
    steps = (f"{_STEPS[name].in_(call.lang)} {spent:.1f}" for name, spent in done.seconds.items())
    print(call.say(_SPENT, steps=" · ".join(steps)), file=sys.stderr)
    return True


def _tell_changes(changes: Changes, call: Call) -> None:
    for words, ids in ((_FIRST, changes.first), (_CORRECTED, changes.corrected)):
        for id in ids:
            print(call.say(words, id=id))
    for sign, paths in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
        for path in paths:
            print(f"{sign} {path}")
    told = {"added": len(changes.added), "changed": len(changes.changed), "removed": len(changes.removed)}
    print(call.say(_WOULD, **told), file=sys.stderr)


_SITE = Words("发布这个已生成的网站，不写就现在生成", "publish this built site; without it one is built now")
_DRY_RUN = Words("只说明会有什么变化，什么也不写", "only tell what would change; nothing is written")
_SAMPLES = Words("连同演示数据发布", "publish demonstration data too")
_WITHIN = Words(
    "{root} 在记录的目录里，或包含它；请换一个目录",
    "{root} is inside the records' folder, or holds it; name another",
)
_NO_FOLDER = Words(
    "不能在 {root} 里写文件；请换一个目录，或换一个有权限的用户",
    "no files can be written into {root}; name another folder, or be a user who may write there",
)
_NO_SITE = Words("{site} 里没有生成好的网站（index.html）", "there is no built site (index.html) in {site}")
_AS_WAS = Words("没有发布；正在提供的网站保持原样", "nothing was published; what is served stays as it was")
_HOLDING = Words("正在核对网站和记录", "holding the site against the records")
_PACKING = Words("正在写入", "writing")
_DONE = Words(
    "已发布 {id}：新写 {written} 个文件，沿用 {linked} 个，用时 {seconds} 秒；台账根值 {root}",
    "published {id}: {written} files written, {linked} kept, {seconds} s; root of the ledger {root}",
)
_SPENT = Words("各步用时（秒）：{steps}", "seconds by step: {steps}")
_STEPS = {
    "facts": Words("取事实", "facts"),
    "last release": Words("读上次发布", "last release"),
    "silent edits": Words("比对改动", "silent edits"),
    "site": Words("清点网站", "listing the site"),
    "files": Words("写文件", "files"),
    "lists": Words("清单、台账、签名", "manifest, ledger, signature"),
    "disk": Words("落盘", "to the disk"),
    "switch": Words("切换", "switch"),
    "old releases": Words("清理旧发布", "old releases"),
}
_FIRST = Words("首次公开 {id}", "first publication {id}")
_CORRECTED = Words("更正 {id}", "correction {id}")
_WOULD = Words(
    "将增加 {added} 个文件，改变 {changed} 个，去掉 {removed} 个；什么也没有写",
    "would add {added} files, change {changed}, remove {removed}; nothing was written",
)

COMMAND = Command(Words("检查、生成并发布网站", "check, build and publish the site"), _run, _arguments)
