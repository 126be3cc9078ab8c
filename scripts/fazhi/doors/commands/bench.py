"""`fazhi bench …`: measure this program on this machine, as ratios within one run."""

import json
import sys
from argparse import ArgumentParser

from fazhi.doors.command import CONTENT_FAULT, FINE, Call, Command
from fazhi.flows.bench_check import Benched, bench_check
from fazhi.ground.words import Words

BENCHES = {"check": bench_check}


def _arguments(parser: ArgumentParser, lang: str) -> None:
    parser.add_argument(
        "what", choices=sorted(BENCHES), metavar="WHAT", help=_WHAT.fill(names=" ".join(BENCHES)).in_(lang)
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.in_(lang))


def _run(call: Call) -> int:
    print(call.say(_MEASURING), file=sys.stderr)
    benched = BENCHES[call.args.what]()
    print(_json(benched) if call.args.format == "json" else _text(benched, call.lang))
    return FINE if all(bound.ok for bound in benched.bounds) else CONTENT_FAULT


def _json(benched: Benched) -> str:
    bounds = [
        {"name": bound.name, "measured": round(bound.measured, 3), "bound": bound.bound, "ok": bound.ok}
        for bound in benched.bounds
    ]
    report = {
        "ok": all(bound.ok for bound in benched.bounds),
        "bounds": bounds,
        "seconds": {name: round(spent, 4) for name, spent in benched.seconds.items()},
        "rules": {code: round(spent, 4) for code, spent in benched.rules.items()},
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _text(benched: Benched, lang: str) -> str:
    lines = [
        f"{_OK[bound.ok].in_(lang)}  {bound.name}: {bound.measured:.2f} / {bound.bound:g}"
        for bound in benched.bounds
    ]
    spent = [f"  {seconds:8.3f} s  {name}" for name, seconds in benched.seconds.items()]
    slowest = [f"  {seconds * 1000:8.1f} ms  {code}" for code, seconds in list(benched.rules.items())[:12]]
    return "\n".join([*lines, _SECONDS.in_(lang), *spent, _RULES.in_(lang), *slowest])


_WHAT = Words("测什么：{names}", "what to measure: {names}")
_FORMAT = Words("输出格式：text 或 json", "output: text or json")
_MEASURING = Words(
    "正在生成记录并测量，约需一两分钟 …", "generating records and measuring, a minute or two …"
)
_OK = {True: Words("达到", "met"), False: Words("未达", "not met")}
_SECONDS = Words("用时：", "seconds:")
_RULES = Words("最慢的规则（一千份记录）：", "slowest rules (1,000 records):")

COMMAND = Command(Words("在本机上测量速度", "measure the speed on this machine"), _run, _arguments)
