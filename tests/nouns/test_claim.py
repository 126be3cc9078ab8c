"""Claims held against records: sums, counts, coverage, evidence; demonstration data never stands for a real report."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from example_town import KINDS, lay, put, read, text_of
from fazhi.nouns.claim import Claim, claimed_reports, claims_of
from fazhi.nouns.claim_words import how
from fazhi.nouns.digest import facts_digest
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.nouns.town import STANDARDS
from fazhi.verbs.claims import data_file

TEXT = "定期举办法治培训"
HOURS = "compute: {sum: hours, of: outreach, where: {form: 学法, audience: 干部}, at_least: 40}"
TRAININGS = "compute: {count: outreach, where: {form: [培训, 学法]}, at_least: 2}"
CONSULTED = "compute: {count: villages, where: {reached_every_quarter_by: 咨询}, equals: all}"
BOARDS = "compute: {count: villages, where: {reached_by: 宣传栏}, equals: all}"
HALF = "compute: {count: outreach, where: {form: [培训, 学法]}, period: [2026-Q2, 2026-Q1], at_least: 2}"
BOARDS_OF_MAY = "compute: {count: villages, where: {reached_by: 宣传栏}, period: 2026-05, equals: all}"
DEMOCRATIC = "compute: {count: villages, where: {democratic_rule_of_law: true}, equals: all}"


def report(claim: str, **values: str | None) -> Example:
    return Example("report", {"claims": f"[{{text: {TEXT}, {claim}}}]", **values})


def outreach(root: Path, slug: str, **values: str | None) -> None:
    own = {"index": None, "restated": "true", "form": "学法", "audience": "[干部]", "law_day": None, **values}
    year = str(own.get("date", "2026-05-07"))[:4]
    put(root, f"outreach/{year}/{slug}", text_of(KINDS["outreach"], Example("outreach", own)))


def only(root: Path) -> Claim:
    """The one claim of the one report."""
    register = read(root)
    (claim,) = claims_of(register.of_kind("report")[0], register)
    return claim


def said(root: Path) -> str:
    register = read(root)
    (reported,) = claimed_reports(register)
    return how(reported.claims[0], reported.record, register).zh


def test_hours_are_summed_over_the_years_records_that_match(tmp_path):
    lay(tmp_path, report(HOURS))
    outreach(tmp_path, "a", hours="30.5")
    outreach(tmp_path, "b", hours="9.5", audience="[村民, 干部]")
    outreach(tmp_path, "villagers", hours="50", audience="[村民]")
    outreach(tmp_path, "training", hours="50", form="培训")
    outreach(tmp_path, "last-year", hours="50", date="2025-05-07")
    outreach(tmp_path, "bare")
    claim = only(tmp_path)
    assert (str(claim.state), claim.reckoned.shown) == ("holds", "40")
    assert sorted(claim.reckoned.ids) == ["outreach/2026/a", "outreach/2026/b"]
    assert claim.reckoned.without == ("outreach/2026/bare",)
    assert "学时合计：40，应不少于 40" in said(tmp_path)


def test_a_sum_below_its_bound_does_not_hold(tmp_path):
    lay(tmp_path, report(HOURS))
    outreach(tmp_path, "a", hours="39.5")
    assert only(tmp_path).state == "fails"


@pytest.mark.parametrize(
    ("bound", "state"),
    [
        ("at_least: 2", "holds"),
        ("at_least: 3", "fails"),
        ("at_most: 2", "holds"),
        ("at_most: 1", "fails"),
        ("equals: 2", "holds"),
        ("equals: 2.0", "holds"),
        ("equals: 3", "fails"),
        ("equals: all", "fails"),
        ("at_least: 1, at_most: 1", "fails"),
    ],
)
def test_bounds(tmp_path, bound, state):
    lay(tmp_path, report(f"compute: {{count: outreach, where: {{form: 培训}}, {bound}}}"))
    for slug in ("a", "b"):
        outreach(tmp_path, slug, form="培训")
    outreach(tmp_path, "c", form="考试")
    assert only(tmp_path).state == state


@pytest.mark.parametrize(
    "claim", [HOURS, TRAININGS, "compute: {count: plan, at_most: 0}", BOARDS, "evidence: []"]
)
def test_where_there_is_nothing_to_compute_from_nothing_is_proved(tmp_path, claim):
    lay(tmp_path, Example("report", report(claim).values, town={"villages": "{}"}))
    assert only(tmp_path).state == "unsupported"


@pytest.mark.parametrize(("sample", "state"), [(None, "unsupported"), ("true", "holds")])
def test_samples_stand_for_a_sample_report_only(tmp_path, sample, state):
    lay(tmp_path, report(HOURS, sample=sample))
    outreach(tmp_path, "a", hours="40", sample="true")
    assert only(tmp_path).state == state
    assert ("只有演示数据" in said(tmp_path)) == (state == "unsupported")


def test_samples_beside_real_records_are_left_out_and_told(tmp_path):
    lay(tmp_path, report(HOURS))
    outreach(tmp_path, "a", hours="30")
    outreach(tmp_path, "b", hours="30", sample="true")
    assert only(tmp_path).state == "fails"
    assert "演示数据 1 份没有计入" in said(tmp_path)


def test_a_coverage_counts_villages_that_were_there_that_year(tmp_path):
    lay(tmp_path, report(BOARDS))
    outreach(tmp_path, "a", form="宣传栏", villages="[demo-1]")
    claim = only(tmp_path)
    assert (str(claim.state), claim.reckoned.without) == ("fails", ("demo-2",))
    assert "2 个中有 1 个" in said(tmp_path)
    villages = (
        "{demo-1: {name: {zh: 示范一村, en: Demo One}, since: 2021-01-01}, "
        "demo-2: {name: {zh: 示范二村, en: Demo Two}, since: 2027-01-01}}"
    )
    lay(tmp_path, Example("report", report(BOARDS).values, town={"villages": villages}))
    assert only(tmp_path).state == "holds"


def test_a_part_of_the_year_is_told_and_what_is_known_to_the_year_alone_lies_in_none(tmp_path):
    lay(tmp_path, report(HALF))
    for slug, day in (("a", "2026-01-05"), ("b", "2026-06"), ("c", "2026-07-01"), ("d", "2026")):
        outreach(tmp_path, slug, date=day)
    assert sorted(only(tmp_path).reckoned.ids) == ["outreach/2026/a", "outreach/2026/b"]
    assert said(tmp_path).startswith("2026年第二季度、2026年第一季度的普法活动，形式是培训或学法，计数：2，")
    register = read(tmp_path)
    found = json.loads(data_file(claimed_reports(register), register))["reports"][0]["claims"][0]["computed"]
    assert found["query"]["period"] == ["2026-Q2", "2026-Q1"]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("democratic_rule_of_law: true", "有民主法治村称号而且十条标准都有记录"),
        ("democratic_rule_of_law: false", "没有民主法治村称号，或者十条标准不都有记录"),
        ("busy_finance: false", "财务往来不多"),
    ],
)
def test_what_is_asked_of_villages_is_told_in_words(tmp_path, where, words):
    lay(tmp_path, report(f"compute: {{count: villages, where: {{{where}}}, at_least: 1}}"))
    assert f"2026年的村，{words}，计数：" in said(tmp_path)


@pytest.mark.parametrize(
    ("last", "state"),
    [
        ("2026-11-02", "holds"),
        ("2026-08-02", "fails"),
        ("2026-12", "holds"),
        ("2026", "fails"),
        ("2025-11-02", "fails"),
    ],
)
def test_every_quarter_means_every_quarter(tmp_path, last, state):
    lay(tmp_path, report(CONSULTED))
    for at, day in enumerate(("2026-01-08", "2026-06-30", "2026-07-01", last)):
        outreach(tmp_path, f"c{at}", form="咨询", date=day, villages="[demo-1, demo-2]")
    assert only(tmp_path).state == state


def democratic(since: str, named: Mapping[str, str]) -> dict[str, str]:
    standards = ", ".join(f"{name}: {id}" for name, id in named.items())
    village = f"{{name: {{zh: 示范一村, en: Demo One}}, since: 2021-01-01, democratic_rule_of_law: {{since: {since}, standards: {{{standards}}}}}}}"
    return {"villages": f"{{demo-1: {village}}}"}


TEN = dict.fromkeys(STANDARDS, "regulations/example")


@pytest.mark.parametrize(
    ("since", "named", "state"),
    [
        ("2026-12-31", TEN, "holds"),
        ("2027-01-01", TEN, "fails"),
        ("2021-01-01", {}, "fails"),
        ("2021-01-01", dict(list(TEN.items())[:9]), "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "pages/about"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "outreach/2026/sample"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "outreach/2027/later"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "regulations/no-such"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "outreach/2026/restated"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "outreach/2026/elsewhere"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "outreach/2026/here"}, "holds"),
        ("2021-01-01", dict.fromkeys(STANDARDS, "reports/2026"), "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "reports/2026"}, "fails"),
        ("2021-01-01", TEN | {STANDARDS[3]: "plans/2026"}, "fails"),
    ],
    ids=[
        "whole",
        "later",
        "none",
        "nine",
        "a page",
        "a sample",
        "a later record",
        "no record",
        "a restatement",
        "of another village",
        "of this village",
        "the report itself",
        "the report itself once",
        "a plan",
    ],
)
def test_full_coverage_needs_the_standing_and_a_record_for_each_of_ten_standards(
    tmp_path, since, named, state
):
    lay(tmp_path, Example("report", report(DEMOCRATIC).values, town=democratic(since, named)))
    put(tmp_path, "pages/about", "---\ntitle: 关于\n---\n")
    outreach(tmp_path, "sample", sample="true", restated=None)
    outreach(tmp_path, "later", date="2027-01-05", restated=None)
    outreach(tmp_path, "restated")
    outreach(tmp_path, "elsewhere", restated=None, villages="[demo-2]")
    outreach(tmp_path, "here", restated=None, villages="[demo-1]")
    put(tmp_path, "plans/2026", text_of(KINDS["plan"], Example("plan", {"year": "2026"})))
    assert only(tmp_path).state == state


def cited(root: Path, id: str = "regulations/example", digest: str | None = None) -> None:
    lay(root, report(f"evidence: [{{id: {id}}}]"))
    record = read(root).records.get(id)
    digest = digest or (facts_digest(record, root)[:16] if record else "0" * 16)
    lay(root, report(f"evidence: [{{id: {id}, digest: {digest}}}]"))


def test_evidence_stands_as_long_as_its_record_says_the_same(tmp_path):
    cited(tmp_path)
    assert only(tmp_path).state == "evidenced"
    path = tmp_path / "docs/regulations/example.md"
    path.write_text(path.read_text(encoding="utf-8").replace("第一条 ", "第一条\n"), encoding="utf-8")
    assert only(tmp_path).state == "evidenced"
    path.write_text(path.read_text(encoding="utf-8").replace("11月", "12月"), encoding="utf-8")
    assert only(tmp_path).state == "changed"
    path.unlink()
    claim = only(tmp_path)
    assert (str(claim.state), claim.evidence[0].record) == ("changed", None)


def test_evidence_that_nobody_accepted_proves_nothing(tmp_path):
    lay(tmp_path, report("evidence: [{id: regulations/example}]"))
    assert only(tmp_path).state == "unsupported"


def test_a_sample_is_no_evidence(tmp_path):
    lay(tmp_path, report(HOURS))
    outreach(tmp_path, "a", sample="true")
    cited(tmp_path, "outreach/2026/a")
    assert only(tmp_path).state == "unsupported"
    assert said(tmp_path) == "只有演示数据，演示数据不能作为依据。"


def test_restatements_are_told_as_such(tmp_path):
    lay(tmp_path, report(HOURS))
    outreach(tmp_path, "a")
    cited(tmp_path, "outreach/2026/a")
    assert only(tmp_path).rests_on_restatements
    assert "转述" in said(tmp_path)


def test_restatements_that_count_are_told_as_such(tmp_path):
    lay(tmp_path, report(TRAININGS))
    outreach(tmp_path, "a")
    outreach(tmp_path, "b", restated=None)
    assert (str(only(tmp_path).state), only(tmp_path).rests_on_restatements) == ("holds", False)
    assert only(tmp_path).reckoned.restated == ("outreach/2026/a",)
    assert "其中 1 项只有本站的转述，不能独立证明报告" in said(tmp_path)
    outreach(tmp_path, "b")
    assert only(tmp_path).rests_on_restatements


def test_a_village_that_only_restatements_reach_is_told_as_such(tmp_path):
    lay(tmp_path, report(BOARDS))
    outreach(tmp_path, "a", form="宣传栏", villages="[demo-1, demo-2]")
    assert only(tmp_path).reckoned.restated == ("demo-1", "demo-2")
    outreach(tmp_path, "b", form="宣传栏", villages="[demo-2]", restated=None)
    assert only(tmp_path).reckoned.restated == ("demo-1",)


class Session(NamedTuple):
    """An outreach record as the property tests make it; `day` as far as it is known."""

    form: str
    audience: str
    day: str
    hours: int | None
    villages: tuple[str, ...]
    sample: bool
    restated: bool

    @property
    def year(self) -> int:
        """One whose day is not known is of the year it was formed in."""
        return 2026 if self.day == "unknown" else int(self.day[:4])

    @property
    def quarter(self) -> int | None:
        return (int(self.day[5:7]) - 1) // 3 if len(self.day) > 4 and self.day != "unknown" else None


SESSIONS = st.lists(
    st.builds(
        Session,
        st.sampled_from(["学法", "培训", "咨询", "宣传栏"]),
        st.sampled_from(["干部", "村民"]),
        st.sampled_from(
            ["unknown", "2026", "2025-12-31", "2027-01-01", *(f"2026-{month:02d}" for month in range(1, 13))]
            + [
                f"2026-{month:02d}-{day}"
                for month in range(1, 13)
                for day in ("01", "30")
                if (month, day) != (2, "30")
            ]
        ),
        st.none() | st.integers(1, 60),
        st.lists(st.sampled_from(["demo-1", "demo-2"]), unique=True).map(tuple),
        st.booleans(),
        st.booleans(),
    ),
    max_size=9,
)


def naive(name: str, sessions: list[Session], *, sample_report: bool) -> bool:
    """Whether a claim holds, worked out from what was made up, in the plainest way."""
    usable = [each for each in sessions if each.year == 2026 and (sample_report or not each.sample)]
    if name == "hours":
        hours = [
            each.hours for each in usable if each.form == "学法" and each.audience == "干部" and each.hours
        ]
        return bool(hours) and sum(hours) >= 40
    if name == "trainings":
        return sum(each.form in ("培训", "学法") for each in usable) >= 2
    if name == "half":
        return sum(each.form in ("培训", "学法") and each.quarter in (0, 1) for each in usable) >= 2
    if name in ("boards", "boards of May"):
        those = [each for each in usable if name == "boards" or each.day.startswith("2026-05")]
        return all(
            any(v in each.villages and each.form == "宣传栏" for each in those) for v in ("demo-1", "demo-2")
        )
    quarters = {
        village: {each.quarter for each in usable if each.form == "咨询" and village in each.villages}
        for village in ("demo-1", "demo-2")
    }
    return all(found >= {0, 1, 2, 3} for found in quarters.values())


CLAIMS = {
    "hours": HOURS,
    "trainings": TRAININGS,
    "boards": BOARDS,
    "consulted": CONSULTED,
    "half": HALF,
    "boards of May": BOARDS_OF_MAY,
}


@settings(max_examples=40)
@given(SESSIONS, st.booleans(), st.data())
def test_no_change_of_records_leaves_a_claim_that_a_plain_count_denies(
    tmp_path_factory, sessions, sample, data
):
    """Records are made, then one is changed or taken away: each time every claim is what a plain count says."""
    root = tmp_path_factory.mktemp("claims")
    claims = ", ".join(f"{{text: {TEXT}, {claim}}}" for claim in CLAIMS.values())
    lay(root, Example("report", {"claims": f"[{claims}]", "sample": "true" if sample else None}))
    compare(root, sessions, sample)
    if sessions:
        at = data.draw(st.integers(0, len(sessions) - 1))
        other = data.draw(SESSIONS.filter(lambda found: len(found) > 0))[:1]
        compare(root, [*sessions[:at], *other, *sessions[at + 1 :]], sample)
        compare(root, [*sessions[:at], *sessions[at + 1 :]], sample)


def compare(root: Path, sessions: list[Session], sample: bool) -> None:
    for path in (root / "docs").glob("outreach/*/*.md"):
        path.unlink()
    for at, each in enumerate(sessions):
        values: dict[str, Any] = {
            "form": each.form,
            "audience": each.audience,
            "date": each.day,
            "hours": str(each.hours) if each.hours else None,
            "villages": f"[{', '.join(each.villages)}]",
            "sample": "true" if each.sample else None,
            "restated": "true" if each.restated else None,
        }
        outreach(root, f"s{at}", **values)
    register: Register = read(root)
    found = claims_of(register.of_kind("report")[0], register)
    for name, claim in zip(CLAIMS, found, strict=True):
        assert (claim.state == "holds") == naive(name, sessions, sample_report=sample), (name, claim)
        if claim.state == "holds" and claim.reckoned:
            counted = sum(
                each.id in claim.reckoned.ids for each in register.of_kind("outreach") if each.get("restated")
            )
            assert name in ("boards", "consulted", "boards of May") or len(claim.reckoned.restated) == counted


class Rule(NamedTuple):
    """A regulation as the property test makes it; `replaced_by` and `amended_by` are numbers of others."""

    formed: int
    status: str
    draft: bool
    effective: str | None
    expires: str | None
    repealed: str | None
    annulled: str | None
    replaced_by: int | None
    amended_by: int | None
    old_says: bool


YEARS_END = "2026-12-31"
DAY = st.none() | st.sampled_from(["2026-03-01", "2026-12-30", YEARS_END, "2027-01-01", "2027-06-01"])
REGULATIONS = st.lists(
    st.builds(
        Rule,
        st.sampled_from([2025, 2026, 2026]),
        st.sampled_from(["有效", "有效", "已修改", "已废止", "已撤销"]),
        st.booleans(),
        *(DAY,) * 4,
        *(st.none() | st.integers(0, 4),) * 2,
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def status(at: int, all_of: list[Rule]) -> str | None:
    """有效性 on the last day of the year, told from dates and relations in the plainest way; as declared where none tells."""
    own = all_of[at]
    if own.annulled and own.annulled <= YEARS_END:
        return "已撤销"
    others = [
        each if each is not None and each < len(all_of) and each != at else None
        for each in (own.replaced_by, own.amended_by)
    ]
    replaced, amended = (
        all_of[each].effective if each is not None and is_made(all_of[each]) else None for each in others
    )
    ends = {day: "已废止" for day in (own.repealed, replaced) if day and day <= YEARS_END}
    if own.expires and own.expires < YEARS_END and not any(day <= own.expires for day in ends):
        return "已失效"
    if ends:
        return "已废止"
    if own.effective is None:
        return own.status
    told = {"已废止": own.repealed or replaced, "已撤销": own.annulled}
    if own.effective <= YEARS_END and not told.get(own.status, "no end"):
        return None  # registered as ended, though nothing tells when
    return "已修改" if own.effective <= YEARS_END and amended and amended <= YEARS_END else "有效"


def is_made(own: Rule) -> bool:
    """Whether it was made at all: no draft, and not annulled, be it later or only registered so."""
    return not own.draft and own.annulled is None and own.status != "已撤销"


COUNTED: list[tuple[str, Callable[[int, list[Rule]], bool]]] = [
    ("", lambda at, made: is_made(made[at])),
    ("where: {status: 有效}, ", lambda at, made: is_made(made[at]) and status(at, made) == "有效"),
    ("where: {status: 已撤销}, ", lambda at, made: not made[at].draft and status(at, made) == "已撤销"),
    ("where: {draft: true}, ", lambda at, made: made[at].draft),
]
"""What a claim may count of regulations, and which of them that is, told in the plainest way."""


@settings(max_examples=120)
@given(REGULATIONS, st.integers(1, 3))
def test_no_relation_or_date_leaves_a_claim_about_regulations_that_a_plain_telling_denies(
    tmp_path_factory, made, least
):
    root = tmp_path_factory.mktemp("regulations")
    asked = [f"compute: {{count: regulation, {where}at_least: {least}}}" for where, _ in COUNTED]
    lay(root, Example("report", {"claims": f"[{', '.join(f'{{text: {TEXT}, {each}}}' for each in asked)}]"}))
    (root / "docs/regulations/example.md").unlink()
    for at in range(len(made)):
        lay_regulation(root, at, made)
    register = read(root)
    claims = claims_of(register.of_kind("report")[0], register)
    for (_, counts), claim in zip(COUNTED, claims, strict=True):
        counted = [at for at, each in enumerate(made) if each.formed == 2026 and counts(at, made)]
        assert sorted(claim.reckoned.ids) == [f"regulations/r{at}" for at in counted]
        assert (claim.state == "holds") == (len(counted) >= least)


def test_neither_drafts_nor_annulled_documents_are_documents_that_were_made(tmp_path):
    lay(tmp_path, report("compute: {count: regulation, equals: 3}"))
    (tmp_path / "docs/regulations/example.md").unlink()
    whole = Rule(2026, "有效", False, "2026-03-01", None, None, None, None, None, False)
    made = [whole, whole._replace(draft=True, effective=None), whole._replace(annulled="2027-01-01")]
    for at in range(3):
        lay_regulation(tmp_path, at, made)
    claim = only(tmp_path)
    assert (str(claim.state), claim.reckoned.ids) == ("fails", ("regulations/r0",))
    lay_regulation(tmp_path, 1, [whole] * 3)
    lay_regulation(tmp_path, 2, [whole] * 3)
    assert only(tmp_path).state == "holds"


class Proof(NamedTuple):
    """A record that town.yml may name for a standard."""

    id: str
    kind: str
    values: Mapping[str, str | None]
    year: int | None
    counts: bool = True
    only_for: str = ""


PLAIN = {"restated": None, "index": None}
PROOFS = (
    Proof("outreach/2025/early", "outreach", {**PLAIN, "date": "2025-05-07"}, 2025),
    Proof("outreach/2026/whole-town", "outreach", {**PLAIN, "date": "2026-12-31"}, 2026),
    Proof("outreach/2027/late", "outreach", {**PLAIN, "date": "2027-01-01"}, 2027),
    Proof("outreach/2026/one", "outreach", {**PLAIN, "villages": "[demo-1]"}, 2026, only_for="demo-1"),
    Proof("outreach/2026/two", "outreach", {**PLAIN, "villages": "[demo-2]"}, 2026, only_for="demo-2"),
    Proof("outreach/2026/restated", "outreach", {**PLAIN, "restated": "true"}, 2026, counts=False),
    Proof("outreach/2026/sample", "outreach", {**PLAIN, "sample": "true"}, 2026, counts=False),
    Proof("regulations/made", "regulation", {**PLAIN, "formed": "2026-02-01"}, 2026),
    Proof("regulations/draft", "regulation", {**PLAIN, "draft": "true", "status": None}, 2026, counts=False),
    Proof(
        "regulations/annulled",
        "regulation",
        {**PLAIN, "status": "已撤销", "annulled": "{on: 2027-03-01, by: 县政府}"},
        2026,
        counts=False,
    ),
    Proof("reports/2026", "report", {}, 2026, counts=False),
    Proof("plans/2026", "plan", {**PLAIN, "year": "2026"}, 2026, counts=False),
    Proof("pages/about", "page", {}, None, counts=False),
    Proof("regulations/no-such", "none", {}, None, counts=False),
)
GOOD = [proof for proof in PROOFS if proof.counts and proof.year in (2025, 2026) and not proof.only_for]


class Village(NamedTuple):
    """A village as town.yml tells it: the day of its standing, and the record of each standard that has one."""

    since: str | None
    proofs: tuple[Proof | None, ...]

    def stands(self, id: str) -> bool:
        """Whether it has the standing at the end of 2026, told in the plainest way."""
        return (
            self.since is not None
            and self.since <= YEARS_END
            and all(
                proof is not None
                and proof.counts
                and proof.year is not None
                and proof.year <= 2026
                and proof.only_for in ("", id)
                for proof in self.proofs
            )
        )


def villages() -> st.SearchStrategy[Village]:
    """Mostly villages that lack one thing at most: among ten standards anything else would hardly ever hold."""
    since = st.sampled_from(["2021-01-01", "2026-12-31", "2027-01-01", None])
    whole = st.lists(st.sampled_from(GOOD), min_size=10, max_size=10)
    any_one = st.tuples(st.integers(0, 9), st.none() | st.sampled_from(PROOFS))
    spoilt = st.builds(lambda all, one: (*all[: one[0]], one[1], *all[one[0] + 1 :]), whole, any_one)
    return st.builds(Village, since | st.just("2021-01-01"), spoilt)


@settings(max_examples=120)
@given(villages(), villages(), st.sampled_from(["equals: all", "at_least: 1", "at_least: 2"]))
def test_no_named_record_leaves_a_full_coverage_that_a_plain_look_denies(tmp_path_factory, one, two, bound):
    root = tmp_path_factory.mktemp("standards")
    told = {"demo-1": one, "demo-2": two}
    town = {"villages": "{" + ", ".join(in_town(id, village) for id, village in told.items()) + "}"}
    claim = f"compute: {{count: villages, where: {{democratic_rule_of_law: true}}, {bound}}}"
    lay(root, Example("report", report(claim).values, town=town))
    for proof in PROOFS:
        if proof.kind in KINDS and proof.kind != "report":
            put(root, proof.id, text_of(KINDS[proof.kind], Example(proof.kind, proof.values)))
    put(root, "pages/about", "---\ntitle: 关于\n---\n")
    standing = tuple(id for id, village in told.items() if village.stands(id))
    found = only(root)
    assert found.reckoned.ids == standing
    assert (found.state == "holds") == (len(standing) >= (1 if bound == "at_least: 1" else 2))


def in_town(id: str, village: Village) -> str:
    named = ", ".join(
        f"{name}: {proof.id}" for name, proof in zip(STANDARDS, village.proofs, strict=True) if proof
    )
    standing = f", democratic_rule_of_law: {{since: {village.since}, standards: {{{named}}}}}"
    return f"{id}: {{name: {{zh: {id}, en: {id}}}, since: 2021-01-01{standing if village.since else ''}}}"


def lay_regulation(root: Path, at: int, made: list[Rule]) -> None:
    own = made[at]

    def others(key: str) -> str | None:
        found = [
            f"regulations/r{other}"
            for other, each in enumerate(made)
            if getattr(each, key) == at and other != at and not (key == "replaced_by" and each.old_says)
        ]
        return f"[{', '.join(found)}]" if found else None

    newer = own.replaced_by
    names = own.old_says and newer is not None and newer != at and newer < len(made)
    values = {
        "index": None,
        "formed": f"{own.formed}-02-01",
        "status": own.status,
        "draft": "true" if own.draft else None,
        "effective": own.effective,
        "expires": own.expires,
        "repealed": f"{{on: {own.repealed}, by: 镇政府}}" if own.repealed else None,
        "annulled": f"{{on: {own.annulled}, by: 县政府}}" if own.annulled else None,
        "replaced_by": f"regulations/r{newer}" if names else None,
        "replaces": others("replaced_by"),
        "amends": others("amended_by"),
    }
    put(root, f"regulations/r{at}", text_of(KINDS["regulation"], Example("regulation", values)))


@settings(max_examples=60)
@given(st.integers(0, 3), st.data())
def test_any_change_of_evidence_opens_a_claim_again(tmp_path_factory, what, data):
    root = tmp_path_factory.mktemp("evidence")
    cited(root)
    path = root / "docs/regulations/example.md"
    text = path.read_text(encoding="utf-8")
    if what == 0:
        path.unlink()
    elif what == 1:
        at = data.draw(st.sampled_from([at for at, sign in enumerate(text) if sign.isdigit()]))
        other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[at]]))
        path.write_text(text[:at] + other + text[at + 1 :], encoding="utf-8")
    elif what == 2:
        path.write_text(
            text + f"\n{data.draw(st.text('补充说明', min_size=1, max_size=4))}\n", encoding="utf-8"
        )
    else:
        path.write_text(text.replace("status: 有效", "status: 已废止"), encoding="utf-8")
    record = read(root).records.get("regulations/example")
    is_same = record is not None and record.get("review") is not None and _is_bookkeeping(text, path)
    assert (only(root).state == "evidenced") == is_same


def _is_bookkeeping(before: str, path: Path) -> bool:
    """Whether all that was changed stands in the line of the review."""
    after = path.read_text(encoding="utf-8")
    drop = lambda text: [line for line in text.split("\n") if not line.startswith("review:")]  # noqa: E731
    return drop(before) == drop(after)
