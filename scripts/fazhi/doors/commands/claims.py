"""`fazhi claims`: what the records say to the claims of the annual reports; accept their evidence."""

import sys
from argparse import ArgumentParser
from pathlib import PurePath

from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command, WrongUse
from fazhi.flows import accept
from fazhi.flows.check_town import register_of
from fazhi.ground.words import Words
from fazhi.nouns.claim import ClaimedReport, claimed_reports
from fazhi.nouns.register import Register
from fazhi.nouns.town import FILE
from fazhi.verbs import claims
from fazhi.verbs.accept import gone, of_itself


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument("reports", nargs="*", metavar="REPORT", help=_REPORTS.in_(lang))
    parser.add_argument("--format", choices=claims.FORMATS, default="text", help=_FORMAT.in_(lang))
    parser.add_argument("--accept", action="store_true", help=_ACCEPT.in_(lang))


def _run(call: Call) -> int:
    register = register_of(call.root, call.as_of)
    if register.town.findings:
        raise WrongUse(_TOWN.fill(file=FILE))
    reports = _chosen(register, call)
    if call.args.accept:
        return _accept(reports, register, call)
    if text := claims.told(reports, register, call.args.format, call.lang):
        print(text)
    if not reports:
        print(call.say(_NONE), file=sys.stderr)
    return FINE


def _chosen(register: Register, call: Call) -> tuple[ClaimedReport, ...]:
    every = {each.record.id: each for each in claimed_reports(register)}
    wanted = [_id(text, register) for text in call.args.reports]
    unread = [
        each.id for each in register.of_kind("report") if each.original.findings and each.id not in every
    ]
    if named := [id for id in wanted if id in unread]:
        raise WrongUse(_FAULTS.fill(id=named[0]))
    for id in unread if not wanted else ():
        print(call.say(_FAULTS, id=id), file=sys.stderr)
    return tuple(every[id] for id in wanted if id in every) if wanted else tuple(every.values())


def _id(text: str, register: Register) -> str:
    """The id of a report by its year, its id or its path; where the year in it cannot be read, by its file's name."""
    id = PurePath(text).as_posix().removesuffix(".md").rpartition("docs/")[2]
    reports = register.of_kind("report")
    found = [each.id for each in reports if id in (each.id, str(each.get("year") or PurePath(each.id).name))]
    if not found:
        known = ", ".join(each.id for each in reports) or "—"
        raise WrongUse(_NO_REPORT.fill(id=text, known=known))
    return found[0]


def _accept(reports: tuple[ClaimedReport, ...], register: Register, call: Call) -> int:
    refused = [(_GONE, each.record, cited) for each in reports for cited in gone(each)]
    refused += [(_ITSELF, each.record, cited) for each in reports for cited in of_itself(each)]
    for words, record, cited in refused:
        print(call.say(words, path=record.original.path, id=cited.id), file=sys.stderr)
    if refused:
        return CONTENT_FAULT
    try:
        files = accept.to_accept(reports, register.root)
        accept.write(files, register.root)
    except accept.NotAccepted as error:
        print(call.say(_CANNOT, path=error), file=sys.stderr)
        return CONTENT_FAULT
    for file in files:
        for each in file.what:
            print(call.say(_WROTE, path=file.path, before=each.before or "—", **_said(each._asdict())))
    print(
        call.say(_DONE if files else _NOTHING, count=sum(len(file.what) for file in files)), file=sys.stderr
    )
    return FINE


def _said(each: dict[str, object]) -> dict[str, object]:
    return {key: each[key] for key in ("number", "text", "id", "now")}


_REPORTS = Words("只看这些报告：年份、编号或文件", "only these reports: year, id or file")
_FORMAT = Words("输出格式：text 或 json", "output: text or json")
_ACCEPT = Words(
    "核定依据：把所引记录现在的摘要值写进报告的 claims",
    "accept the evidence: write the present digests of the records it cites into the report's claims",
)
_TOWN = Words("{file} 有错误，请先运行 fazhi check", "{file} has faults; run fazhi check first")
_NONE = Words("没有写了陈述（claims）的年度报告", "no annual report makes claims")
_FAULTS = Words(
    "报告 {id} 的开头有错误，读不出陈述；请先运行 fazhi check，改好再核对",
    "the front matter of {id} has faults and its claims cannot be read; run fazhi check and mend them first",
)
_NO_REPORT = Words("没有报告 {id}；已有：{known}", "there is no report {id}; there are: {known}")
_GONE = Words(
    "{path}：所引的记录 {id} 不存在；没有写入任何内容", "{path}: there is no record {id}; nothing was written"
)
_ITSELF = Words(
    "{path}：报告不能作自己的依据，请去掉 {id} 或者换一份记录；没有写入任何内容",
    "{path}: a report is no evidence for itself; take {id} out or cite another record; nothing was written",
)
_CANNOT = Words(
    "{path}：claims 的写法不便自动写入；请每项依据写作 {{id: …}}，没有写入任何内容",
    "{path}: claims are not written in a way that can be added to; write each item as {{id: …}}; nothing was written",
)
_WROTE = Words(
    "{path} 陈述{number}“{text}”：{id} {before} → {now}",
    "{path} claim {number} '{text}': {id} {before} -> {now}",
)
_DONE = Words(
    "已核定 {count} 项依据；请确认所引记录确能支持这句话",
    "accepted {count} items of evidence. Make sure that each record does support its claim",
)
_NOTHING = Words("全部依据都已核定，没有改动", "all evidence is accepted; nothing was changed")

COMMAND = Command(
    Words("核对年度报告的陈述", "hold the claims of the annual reports against the records"), _run, _arguments
)
