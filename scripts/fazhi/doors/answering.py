"""`fazhi notice --verify CODE`: tell somebody who holds a sheet whether what it says still holds."""

import re
import sys
from argparse import ArgumentParser
from pathlib import Path

from fazhi.doors import publishing
from fazhi.doors.command import CONTENT_FAULT, FINE, Call, WrongUse
from fazhi.ground.short_code import read_code
from fazhi.ground.words import Words
from fazhi.nouns.answer import Answer
from fazhi.nouns.digest import SHOWN
from fazhi.nouns.fault import Fault, Refused
from fazhi.verbs.answer_code import of_register, of_release
from fazhi.verbs.open_release import current

_SHORTEST = 4
"""So many digits of a digest tell two texts of one record apart well enough."""


def arguments(parser: ArgumentParser, lang: str) -> None:
    """`--verify`, `--digest` and `--published`."""
    parser.add_argument("--verify", metavar="CODE", help=_VERIFY.in_(lang))
    parser.add_argument("--digest", metavar="DIGEST", help=_DIGEST.in_(lang))
    parser.add_argument("--published", metavar="ROOT", help=_PUBLISHED.in_(lang))


def is_asked(call: Call) -> bool:
    """Whether a notice is to be verified. Raises WrongUse for arguments that do not go together."""
    args = call.args
    if bool(args.verify) == bool(args.records) or (not args.verify and (args.digest or args.published)):
        raise WrongUse(_ALONE)
    return bool(args.verify)


def tell(call: Call) -> int:
    """Print how the notice stands; 0 where it is current, 1 where it is not or nobody knows it."""
    code, held = read_code(call.args.verify), _held(call.args.digest or "")
    if code is None:
        raise WrongUse(_NO_CODE.fill(code=call.args.verify))
    try:
        answers = _answers(code, held, call)
    except Refused as error:
        publishing.tell_faults(error.faults, call)
        return CONTENT_FAULT
    if not answers:
        print(call.say(_UNKNOWN, code=code), file=sys.stderr)
        return CONTENT_FAULT
    for each in answers:
        print(_said(each, held, call))
    return FINE if all(each.state == "current" for each in answers) else CONTENT_FAULT


def _answers(code: str, held: str, call: Call) -> list[Answer]:
    if not call.args.published:
        return of_register(code, held, publishing.town_of(call))
    release = current(Path(call.args.published).resolve())
    if release is None:
        raise Refused(Fault(call.args.published, "no-release", _NOTHING))
    return of_release(code, held, release)


def _held(typed: str) -> str:
    digits = re.sub(r"[\s-]", "", typed).lower()
    if typed and not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST},{SHOWN}}}", digits):
        raise WrongUse(_NO_DIGEST.fill(shortest=_SHORTEST, longest=SHOWN))
    return digits


def _said(each: Answer, held: str, call: Call) -> str:
    words = _STATES[each.state]
    if each.state == "current" and not held and each.digest:
        words = words.then(_COMPARE)
    lines = [call.say(words, id=each.id, title=each.title if each.title.zh else each.id, digest=each.digest)]
    lines += [call.say(_EVENT if event.why else _DAY, on=event.on, why=event.why) for event in each.events]
    return "\n".join(lines)


_VERIFY = Words(
    "不打印，只答公示纸上的短码：现行、已更正（为什么）、已撤下",
    "print nothing, but answer for the short code on a sheet: current, corrected (why), or withdrawn",
)
_DIGEST = Words(
    "与 --verify 合用：纸上的摘要，从头写几位也行",
    "with --verify: the digest on the sheet, or its first digits",
)
_PUBLISHED = Words(
    "与 --verify 合用：按这个发布目录的台账回答，不写就按记录",
    "with --verify: answer by the ledger of this publish root; default: by the records",
)
_ALONE = Words(
    "要么写出要打印的记录，要么用 --verify 加短码（可再加 --digest、--published）",
    "name records to print, or use --verify with a short code (and --digest, --published)",
)
_NO_CODE = Words(
    "“{code}”不是短码：短码八位，最后一位用来核对，多半是看错了一个字；里面没有 0、1、O、I、Q",
    "'{code}' is no short code: it has eight signs, the last of which checks the others, so one was most likely "
    "misread; 0, 1, O, I and Q do not occur",
)
_NO_DIGEST = Words(
    "摘要是 {shortest} 到 {longest} 位的 0–9、a–f",
    "a digest has {shortest} to {longest} signs of 0-9 and a-f",
)
_NOTHING = Words("这里没有发布", "nothing was published here")
_UNKNOWN = Words(
    "没有短码为 {code} 的记录；只在公开栏公布的，这里也查不到",
    "no record has the short code {code}; what is for the board only is not known here",
)
_STATES = {
    "current": Words("现行：{title}（{id}）", "current: {title} ({id})"),
    "corrected": Words(
        "已更正：{title}（{id}），现在的摘要 {digest}；纸上的摘要不同，就以网上为准",
        "corrected: {title} ({id}), digest now {digest}; where the sheet's differs, the site holds",
    ),
    "withdrawn": Words(
        "已撤下：{title}（{id}）；贴出的纸作废", "withdrawn: {title} ({id}); posted sheets are void"
    ),
    "other": Words(
        "不符：{title}（{id}）的摘要是 {digest}，与纸上的不同，也没有更正说明原因；请向发布机关询问",
        "differs: the digest of {title} ({id}) is {digest}, not that of the sheet, and no correction says why; ask its office",
    ),
}
_COMPARE = Words("，摘要 {digest}，请与纸上的比对", ", digest {digest}: compare it with the sheet's")
_EVENT = Words("  {on}：{why}", "  {on}: {why}")
_DAY = Words("  {on}", "  {on}")
