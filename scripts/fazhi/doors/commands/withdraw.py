"""`fazhi withdraw RECORD`: take a published record back; the next publication removes it from every kept release."""

import sys
from argparse import ArgumentParser

from fazhi.doors import publishing
from fazhi.doors.command import FINE, Call, Command, WrongUse
from fazhi.ground.files import write_text
from fazhi.ground.front_matter import CannotEdit
from fazhi.ground.words import Words
from fazhi.nouns.record import Record
from fazhi.nouns.register import Register
from fazhi.nouns.town import FILE
from fazhi.verbs.withdraw import Withdrawal, files_of, leading_to, with_withdrawal


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("record", metavar="RECORD", help=_RECORD.in_(lang))
    parser.add_argument("--reason", required=True, help=_REASON.in_(lang))
    parser.add_argument("--by", required=True, help=_BY.in_(lang))
    parser.add_argument("--write", action="store_true", help=_WRITE.in_(lang))


def _run(call: Call) -> int:
    register = publishing.town_of(call)
    record = _record(call, register)
    told = _told(call, register)
    file = register.root / FILE
    try:
        text = with_withdrawal(file.read_bytes().decode(), record.id, told)
    except CannotEdit as error:
        raise WrongUse(_BY_HAND) from error
    paths = files_of(record, register)
    for path in paths:
        print(f"- {path}")
    for path in leading_to(record, register):
        print(call.say(_LEADS, path=path), file=sys.stderr)
    if not call.args.write:
        print(call.say(_WOULD, count=len(paths)), file=sys.stderr)
        return FINE
    write_text(file, text)
    for path in paths:
        (register.root / path).unlink()
    print(call.say(_DONE), file=sys.stderr)
    return FINE


def _record(call: Call, register: Register) -> Record:
    id = call.args.record.removeprefix("docs/").removesuffix(".md")
    record = register.records.get(id)
    if record is None:
        raise WrongUse(_NO_RECORD.fill(id=id))
    return record


def _told(call: Call, register: Register) -> Withdrawal:
    reason = " ".join(call.args.reason.split())
    if not reason or not reason.isprintable():
        raise WrongUse(_NO_REASON)
    if register.town.named("signer", call.args.by) is None:
        raise WrongUse(_NO_SIGNER.fill(by=call.args.by, known=", ".join(register.town.ids("signer"))))
    return Withdrawal(reason, register.as_of, call.args.by)


_RECORD = Words("记录的编号，例如 outreach/2026/law-day", "the record’s id, such as outreach/2026/law-day")
_REASON = Words(
    "公开的原因；不要写出撤下的内容", "the reason that is published; do not repeat what is withdrawn"
)
_BY = Words("由哪个机关或岗位撤下", "the office or post that withdraws it")
_WRITE = Words("写入；不加时只显示", "write it; without it only shown")
_NO_RECORD = Words("没有记录 {id}", "there is no record {id}")
_NO_REASON = Words("--reason 要写明公开的原因", "--reason says why, for the public")
_NO_SIGNER = Words("town.yml 里没有 {by}；有：{known}", "town.yml has no {by}; there are: {known}")
_BY_HAND = Words(
    "town.yml 里 withdrawals 的写法不便自动加一条；请改成每条一行、以“- ”开头",
    "withdrawals in town.yml are not written in a way that can be added to; write each on a line of its own after '- '",
)
_LEADS = Words("{path} 链接到它或引用它，请先改", "{path} links to it or names it; change that too")
_WOULD = Words(
    "将删除 {count} 个文件，并在 town.yml 记下；加 --write 写入",
    "would remove {count} files and say so in town.yml; add --write to do it",
)
_DONE = Words(
    "已撤下。请马上 fazhi publish：内容会从网站和保存的各次发布中删去；git 的历史要另行清理，见使用指南“怎样发布到服务器”",
    "withdrawn. Publish now: it then leaves the site and every kept release. The history of git is cleared separately; "
    "see the guide, Publishing to a server",
)

COMMAND = Command(Words("撤下一份已公开的记录", "take a published record back"), _run, _arguments)
