"""`fazhi waive FILE CODE --line N …`: the entry that waives what a rule found on a line."""

import difflib
import sys
from argparse import ArgumentParser
from pathlib import Path

from fazhi import rules
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows import waive
from fazhi.flows.check_town import Checked, check_town
from fazhi.flows.waive import CannotWrite, Waiving
from fazhi.ground.days import a_year_after, day
from fazhi.ground.words import Words
from fazhi.verbs.waive import Waiver


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("file", metavar="FILE", help=_FILE.in_(lang))
    parser.add_argument("code", metavar="CODE", help=_CODE.in_(lang))
    parser.add_argument("--line", type=int, required=True, metavar="N", help=_LINE.in_(lang))
    parser.add_argument("--basis", required=True, help=_BASIS.in_(lang))
    parser.add_argument("--by", required=True, help=_BY.in_(lang))
    parser.add_argument("--until", type=day, required=True, metavar="DATE", help=_UNTIL.in_(lang))
    parser.add_argument("--write", action="store_true", help=_WRITE.in_(lang))


def _run(call: Call) -> int:
    checked = check_town(call.root, call.as_of)
    waiver = _waiver(call, checked)
    path = _path(call.args.file, checked)
    record = waive.record_of(path, checked.register)
    if record is None or not record.values:
        raise WrongUse(_NO_RECORD.fill(path=path))
    wanted = waive.waiving(checked, record, path, call.args.line, waiver)
    if not wanted.entries:
        raise WrongUse(_why_none(wanted, checked, path, waiver.rule))
    if rules.discover()[waiver.rule].ref.startswith("PRIV"):
        print(call.say(_VOUCH, by=waiver.by, until=waiver.until), file=sys.stderr)
    return _write(wanted, checked, call) if call.args.write else _show(wanted, call)


def _waiver(call: Call, checked: Checked) -> Waiver:
    """What the caller asks for, if the town has such a rule, signer and day."""
    args, town, as_of = call.args, checked.register.town, checked.register.as_of
    if town.findings:
        raise WrongUse(_TOWN)
    if args.code not in (known := rules.discover()):
        close = ", ".join(difflib.get_close_matches(args.code, known, n=3)) or "fazhi rules"
        raise WrongUse(_NO_RULE.fill(code=args.code, close=close))
    if town.named("signer", args.by) is None:
        raise WrongUse(_NO_SIGNER.fill(by=args.by, known=", ".join(town.ids("signer"))))
    if town.approvers and args.by not in town.approvers:
        raise WrongUse(_MAY_NOT.fill(by=args.by, may=", ".join(town.approvers)))
    if args.until < as_of:
        raise WrongUse(_OVER.fill(until=args.until))
    if args.until > (latest := a_year_after(as_of)):
        print(call.say(_LONG, until=args.until, latest=latest), file=sys.stderr)
    basis = " ".join(args.basis.split())
    if not basis or not basis.isprintable():
        raise WrongUse(_NO_BASIS)
    return Waiver(args.code, basis, args.by, args.until)


def _path(given: str, checked: Checked) -> str:
    """The file as problems name it: relative to the root, with slashes."""
    root = checked.register.root.resolve()
    found = next((each for each in (Path(given), root / given) if each.is_file()), None)
    if found is None or not found.resolve().is_relative_to(root):
        raise WrongUse(_NO_FILE.fill(path=given))
    return found.resolve().relative_to(root).as_posix()


def _why_none(wanted: Waiving, checked: Checked, path: str, code: str) -> Words:
    if any(each.hash for each in wanted.found):
        return _WAIVED
    if wanted.found:
        return _NO_TEXT.fill(code=code)
    lines = sorted({each.line for each in checked.problems if (each.path, each.code) == (path, code)})
    return _NOT_THERE.fill(code=code, lines=", ".join(map(str, lines)) or "—")


def _show(wanted: Waiving, call: Call) -> int:
    print(wanted.lines)
    print(call.say(_PASTE, path=wanted.record.original.path), file=sys.stderr)
    return FINE


def _write(wanted: Waiving, checked: Checked, call: Call) -> int:
    path = wanted.record.original.path
    try:
        waive.write(wanted, checked.register)
    except CannotWrite:
        print(wanted.lines)
        print(call.say(_BY_HAND, path=path), file=sys.stderr)
        return CONTENT_FAULT
    except OSError as error:
        raise WrongUse(_NOT_WRITTEN.fill(path=path)) from error
    print(call.say(_WROTE, path=path, count=len(wanted.entries)), file=sys.stderr)
    return FINE


_FILE = Words(
    "有问题的文件：记录、译文或附件", "the file with the finding: a record, translation or attachment"
)
_CODE = Words("规则代码，如 mobile-number", "the rule's code, such as mobile-number")
_LINE = Words("问题所在的行，如检查所报", "the line of the finding, as check tells it")
_BASIS = Words(
    "为什么可以公开：法律条文、公告或者本人同意书的编号",
    "why it may stand: an article of law, a notice, or the number of the person's consent",
)
_BY = Words(
    "批准人，town.yml 里可以批准（may_approve）的岗位；批准个人信息，就是担保看过原文，且依法必须公开或者本人单独同意",
    "who approves: a post of town.yml that may (may_approve). For personal data this vouches that the text was seen and "
    "that law demands its publication or the person consented separately",
)
_UNTIL = Words("豁免到哪一天，如 2027-12-31", "until which day, such as 2027-12-31")
_WRITE = Words("写进记录；不加就只显示", "write it into the record; without this it is only shown")
_VOUCH = Words(
    "这是个人信息的规则。批准人（{by}）担保：看过原文；依法必须公开，或者本人单独同意，或者确实不是个人信息；到 {until} 撤下或者重新批准",
    "this rule is about personal data. Whoever approves ({by}) vouches: the text was seen; law demands its publication, "
    "or the person consented separately, or it is no personal data; it is taken down or approved anew by {until}",
)
_PASTE = Words("请把以上几行贴进 {path} 开头的部分", "paste these lines into the front matter of {path}")
_WROTE = Words("已写入 {path}：{count} 条豁免", "wrote {count} waivers into {path}")
_BY_HAND = Words(
    "不能确定写在 {path} 的哪里，没有改动；请把以上几行自己贴进去",
    "it is not certain where these belong in {path}, which was not changed; paste them in yourself",
)
_NOT_WRITTEN = Words(
    "不能写入 {path}，请检查权限；文件没有改动",
    "{path} cannot be written and was not changed; check its permissions",
)
_TOWN = Words("town.yml 有错误，请先运行 fazhi check", "town.yml has faults; run fazhi check first")
_NO_RULE = Words("没有规则 {code}；可看：{close}", "there is no rule {code}; see: {close}")
_NO_SIGNER = Words(
    "--by {by}：town.yml 里没有这个岗位、机关或村；有：{known}",
    "--by {by}: town.yml has no such post, office or village; it has: {known}",
)
_MAY_NOT = Words(
    "--by {by}：town.yml 没有写这个岗位可以批准（may_approve）；可以批准的岗位：{may}",
    "--by {by}: town.yml does not say that it may approve (may_approve); these posts may: {may}",
)
_LONG = Words(
    "豁免到 {until}，超过一年，检查会提出警告；建议写 {latest} 或更早",
    "waived until {until}, longer than a year, of which check warns; {latest} or earlier is better",
)
_OVER = Words("--until {until} 已经过了", "--until {until} is over")
_NO_BASIS = Words("--basis 要写明依据", "--basis needs a reason")
_NO_FILE = Words(
    "没有文件 {path}，或不在本镇的目录里", "there is no {path}, or it is outside this town's folder"
)
_NO_RECORD = Words(
    "{path} 不属于任何记录，或者它的开头部分有错；豁免只能写在记录里",
    "{path} belongs to no record, or to one with a faulty front matter; only records hold waivers",
)
_NOT_THERE = Words(
    "这一行没有规则 {code} 的问题；在这个文件的第 {lines} 行有",
    "{code} found nothing on this line; it did on lines: {lines}",
)
_NO_TEXT = Words(
    "规则 {code} 的这个问题不能豁免，请改内容", "this finding of {code} cannot be waived; mend the content"
)
_WAIVED = Words(
    "这一行已经豁免到那一天或者更晚", "what stands on this line is waived until then or longer already"
)

COMMAND = Command(Words("豁免一处经审查的问题", "waive a finding after review"), _run, _arguments)
