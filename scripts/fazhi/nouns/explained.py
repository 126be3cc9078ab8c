"""A rule as people read it: the same values stand behind its page on the site and behind `fazhi explain`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from fazhi.ground.extract import extract_bytes
from fazhi.ground.laws import Provision
from fazhi.ground.personal import hide
from fazhi.ground.problem import Severity
from fazhi.ground.quote import seen
from fazhi.ground.words import Words
from fazhi.nouns.rule import Example, Rule, Source

LONGEST = 36
"""So many lines of an example are shown: a record and one beside it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One source as of a stretch of time, and whether it was read in the text itself."""

    words: Words
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """One rule in words. `bad` and `good` are an example each, as lines of a file.

    `bad` is empty for rules about personal data: what looks like somebody's is not shown, not even made up.
    """

    code: str
    ref: str
    family: Words
    severity: Words
    shape: str
    what: Words
    why: Words
    grounds: tuple[Ground, ...]
    applies: Words | None
    bad: tuple[str, ...]
    good: tuple[str, ...]

    @property
    def confirmed(self) -> bool:
        """Whether every source was read in the text itself."""
        return all(ground.confirmed for ground in self.grounds)


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one field, under its name."""

    id: str
    name: Words
    rules: tuple[Explained, ...]


def explained(rule: Rule) -> Explained:
    """The rule in words."""
    return Explained(
        rule.code,
        rule.ref,
        FAMILIES[family_id(rule)],
        SEVERITIES[rule.severity],
        SHAPES[rule.severity],
        rule.what,
        rule.why,
        tuple(ground for source in rule.sources for ground in _grounds(source)),
        _applies(rule.since, rule.until),
        () if family_id(rule) == "priv" else shown(rule.bad[0]),
        shown(rule.good[0]),
    )


def families(rules: Mapping[str, Rule]) -> tuple[Family, ...]:
    """All rules by family, in the order of FAMILIES and of their codes."""
    return tuple(
        Family(id, name, found)
        for id, name in FAMILIES.items()
        if (found := tuple(explained(rule) for rule in rules.values() if family_id(rule) == id))
    )


def family_id(rule: Rule) -> str:
    """The family of a rule: the letters of its reference, in lower case; what has none is about the form of records."""
    id = rule.ref.partition("-")[0].lower()
    return id if id in FAMILIES else "form"


def shown(example: Example) -> tuple[str, ...]:
    """The lines by which an example breaks or keeps its rule; what it leaves as it is does not appear."""
    lines = seen(hide("\n".join(_parts(example)).strip("\n"))).split("\n")
    return tuple(lines[:LONGEST]) + (("…",) if len(lines) > LONGEST else ())


def _parts(example: Example) -> Iterator[str]:
    if example.text is not None:
        yield example.text if isinstance(example.text, str) else example.text.decode("utf-8", "replace")
    for changed in (example.town, example.values):
        for key, value in (changed or {}).items():
            yield f"{key}: {value}" if value is not None else f"# {key}: —"
    if example.body:
        yield example.body
    if example.page is not None:
        yield example.page
    for path, content in (example.built or {}).items():
        yield f"{path}:\n{content}"
    yield from _named(example)


def _named(example: Example) -> Iterator[str]:
    """The name of the file, where the example is about it, and the files beside it."""
    if example.name:
        yield f"docs/{example.name}.md"
    for path, content in (example.files or {}).items():
        yield from _file(path, content)
    if not any((example.text, example.values, example.town, example.body, example.page, example.built)):
        yield f"# {example.kind}"


def _file(path: str, content: str | bytes) -> Iterator[str]:
    """A file beside the example: its text, or what kind of file it is; of a copy only the name."""
    if isinstance(content, str):
        yield f"docs/{path}" if content == "*" else f"docs/{path}:\n{content}"
        return
    contents = extract_bytes(content, path)
    faults = (fault for fault, _ in contents.faults)
    yield f"docs/{path}  # {', '.join((contents.type, *faults))}"


def _grounds(source: Source) -> Iterator[Ground]:
    """A source for every stretch of time in which it stood elsewhere in its law."""
    starts = sorted(source.articles) if isinstance(source, Provision) else []
    if len(starts) < 2:
        yield Ground(source.on(None), source.confirmed)
        return
    for at, start in enumerate(starts):
        end = starts[at + 1] - timedelta(1) if at + 1 < len(starts) else None
        when = _UNTIL.fill(day=end) if at == 0 else _FROM.fill(day=start)
        yield Ground(when.then(source.on(end or start)), source.confirmed)


def _applies(since: date | None, until: date | None) -> Words | None:
    """The days of records of which the rule speaks; None for every day."""
    if since and until:
        return _BETWEEN.fill(since=since, until=until)
    if since:
        return _SINCE.fill(since=since)
    return _BEFORE.fill(until=until) if until else None


SEVERITIES = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTE: Words("提示", "note"),
}
SHAPES = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "□"}
"""No shape of these says anything about a record: those of states are others (LOOK.md)."""
FAMILIES = {
    "law": Words("法定的公开义务", "Duties of publication"),
    "priv": Words("个人信息", "Personal data"),
    "text": Words("文字", "Wording"),
    "fin": Words("账目", "Accounts"),
    "meta": Words("日期、编号和标签", "Dates, numbers and tags"),
    "site": Words("网站", "The site"),
    "form": Words("记录格式", "Form of records"),
}
UNCONFIRMED = Words("未与原文核对", "not confirmed against the text")
_UNTIL = Words("{day} 以前：", "until {day}: ")
_FROM = Words("{day} 起：", "from {day}: ")
_SINCE = Words("{since} 及以后的记录", "records of {since} and later")
_BEFORE = Words("{until} 及以前的记录", "records of {until} and earlier")
_BETWEEN = Words("{since} 至 {until} 的记录", "records from {since} to {until}")
