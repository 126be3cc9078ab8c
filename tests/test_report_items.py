"""What the report of 2021 speaks of, item by item: readers see it on the site, and what would spoil it is told.

Each row names the pages that stand for an item with words they show, the report's claim of it with its state, and one
way of spoiling the item in this town: a file, what is replaced in it, and the rule that tells it at which record.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from example_site import rendered
from example_town import RULES
from fazhi.flows.check_town import register_of
from fazhi.flows.lay_out import lay_out
from fazhi.ground.problem import Problem
from fazhi.nouns.claim import State, claims_of
from fazhi.nouns.register import Register
from fazhi.verbs.check import check
from project import ROOT, copy_town

AS_OF = date(2026, 11, 26)
REPORT, NEWER = "reports/2021", "reports/2024"
"""The report of the seed, and the sample one by which what rests on records can be shown."""
CITED, OPEN = State.EVIDENCED, State.UNSUPPORTED


@dataclass(frozen=True)
class Spoilt:
    """One change to a file under docs/, and the rule that tells it: at the same file, or at `told`; `says`: words of it."""

    file: str
    old: str
    new: str
    code: str
    told: str = ""
    says: str = ""

    @property
    def path(self) -> str:
        """The changed file, from the root of the town."""
        return self.file if self.file.endswith(".yml") else f"docs/{self.file}.md"

    @property
    def at(self) -> str:
        """The file at which it is told, from the root of the town."""
        return f"docs/{self.told}.md" if self.told else self.path

    def among(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems that tell it."""
        return [
            each
            for each in problems
            if (each.path, each.code) == (self.at, self.code) and self.says in each.message.zh
        ]


@dataclass(frozen=True)
class Item:
    """One item. `shown`: words by the page that shows them; `claims`: states by words of the report's claims."""

    what: str
    shown: Mapping[str, str]
    claims: Mapping[str, State]
    spoilt: Spoilt


def minor(file: str, before: str) -> Spoilt:
    return Spoilt(file, before, f"{before}学生王小明（12岁）参加。", "minor-named")


def cut_link(file: str, to: str) -> Spoilt:
    return Spoilt(file, f"({to})", f"({to.replace('.md', '-gone.md')})", "link-target")


def no_basis(slug: str, law: str, article: int) -> Spoilt:
    cited = f"{{law: {law}, article: {article}}}"
    return Spoilt(f"regulations/{slug}", cited, cited.replace(f"{article}}}", "999}"), "law-basis")


def no_more_cited(id: str, old: str, new: str) -> Spoilt:
    return Spoilt(id, old, new, "claim-evidence", REPORT, id)


ITEMS: dict[int, Item] = {
    1: Item("the annual report itself", {REPORT: "本页是本站对2021年度报告的重述", "reports/index": "2021年度法治建设工作报告"}, {},
        Spoilt(NEWER, "published: 2025-01-20", "published: 2025-04-02", "report-due")),
    2: Item("the leading group", {"regulations/leading-group": "设有办公室", "offices/index": "领导小组办公室"}, {"成立泉掌镇法治建设工作领导小组": OPEN},
        Spoilt("regulations/leading-group", "source: rule-of-law-office", "source: leading-group-office", "known-to-town")),
    3: Item("meetings of the group and its goals", {"outreach/2026/demo-leading-group-meeting": "会议", "regulations/leading-group": "成员会议"}, {"及时召开成员会议": OPEN},
        Spoilt("outreach/2024/demo-leading-group-meeting", "干部全年学法不少于40小时", "干部全年学法不少于30小时", "claim-evidence", NEWER, "demo-leading-group-meeting")),
    4: Item("the group's office", {"offices/index": "泉掌镇法治建设工作领导小组办公室", "regulations/leading-group": "办公电话"}, {"领导小组办公室负责": OPEN},
        Spoilt("regulations/leading-group", "办公室设在哪里", "办公室电话0359-7654321", "landline-unlisted")),
    5: Item("responsibility and targets", {"regulations/responsibility-targets": "责任单位和期限", "plans/2026": "2026-12-20"}, {"绩效目标管理考核责任制": OPEN},
        Spoilt("plans/2026", "due: 2026-06-30", "due: 2027-06-30", "plan-deadline")),
    6: Item("the yearly plan and its people", {"plans/2026": "泉掌镇司法所", "pages/annual-plan": "年度"}, {"制定年度工作计划": OPEN, "落实具体工作人员": OPEN},
        Spoilt("plans/2026", "evidence: [regulations/demo-enforcement-publicity]", "evidence: [regulations/no-such]", "record-known")),
    7: Item("funds for publicity", {"pages/funding": "金额、来源和用途", "villages/government/2026/budget-year": "支出预算"}, {"经费保障到位": OPEN},
        Spoilt("villages/government/2026/budget-year", "approved: 2026-02-05", "approved: 2025-12-05", "approved-in-time")),
    8: Item("the Party committee leads", {"regulations/leadership": "全社会共同参与"}, {"党委统一领导": OPEN},
        cut_link(REPORT, "../regulations/leadership.md")),
    9: Item("consumer rights day", {"outreach/2021/consumer-rights-day": "“3·15”", "calendar/2026": "国际消费者权益日"}, {"“3·15”": CITED},
        Spoilt("outreach/2026/demo-consumer-rights-day", "date: 2026-03-15", "date: 2026-05-15", "law-day-near")),
    10: Item("anti-drug day", {"outreach/2021/anti-drug-day": "“6·26”", "calendar/2026": "国际禁毒日"}, {"“6·26”": CITED},
        Spoilt("outreach/2026/demo-anti-drug-day", "“6·26”", "“6•26”", "interpunct")),
    11: Item("4 December", {"outreach/2021/constitution-day": "“12·4”", "outreach/2024/demo-constitution-day": "国家宪法日"}, {"“12·4”": CITED},
        Spoilt("outreach/2025/demo-constitution-day", "国家宪法日", "全国法制宣传日", "constitution-day")),
    12: Item("rural broadcasts", {"outreach/2021/rural-broadcast": "远程教育站点", "outreach/years/2026": "农村广播"}, {"农村广播": CITED},
        Spoilt("town.yml", "study_hours: 40", "broadcasts: {every_months: 2, since: 2026-01-01}\nstudy_hours: 40", "broadcast-gap")),
    13: Item("study and training of staff", {"outreach/2021/staff-study": "学法用法活动", "outreach/2021/staff-training": "依法行政培训"}, {"开展学法用法活动": CITED},
        no_more_cited("outreach/2021/staff-training", "form: 培训", "form: 学法")),
    14: Item("the theory group studies", {"regulations/theory-group-study": "理论中心组"}, {"党委理论中心组": OPEN},
        cut_link("regulations/theory-group-study", "../outreach/2021/staff-study.md")),
    15: Item("lectures for leaders", {"regulations/leaders-law-lectures": "法律讲座"}, {"领导干部法制讲座制度": OPEN},
        no_basis("leaders-law-lectures", "法治宣传教育法", 36)),
    16: Item("training of enforcement staff", {"regulations/enforcement-training": "执法人员", "outreach/years/2026": "执法人员"}, {"行政执法人员法律知识": OPEN},
        Spoilt("outreach/2026/demo-enforcement-training", "hours: 8", "hours: 8学时", "value-form")),
    17: Item("forty hours a year", {"regulations/study-hours": "40小时", "outreach/years/2026": "全年 40 学时"}, {"不少于40小时": OPEN},
        Spoilt("outreach/2024/demo-study-march", "hours: 8", "hours: 1", "claim-holds", NEWER, "干部年度学法不少于40小时")),
    18: Item("law in the classroom", {"outreach/2021/school-education": "教学计划"}, {"教学计划": CITED},
        minor("outreach/2021/school-education", "法律基本知识成为教学内容。")),
    19: Item("school, society and family", {"pages/youth-base": "学校、社会、家庭"}, {"教育网络": OPEN},
        cut_link("pages/youth-base", "vice-principals.md")),
    20: Item("vice-principals", {"pages/vice-principals": "聘期", "outreach/years/2026": "示范镇司法所 司法助理员"}, {"兼职法治副校长": OPEN},
        Spoilt("outreach/2024/demo-vice-principal", "担任法治副校长", "担任法制副校长", "legal-system-name")),
    21: Item("the youth base and volunteers", {"pages/youth-base": "志愿者"}, {"青少年法治教育基地": OPEN},
        minor("pages/youth-base", "报告没有写。")),
    22: Item("a notice board a village", {"outreach/2021/village-notice-boards": "宣传栏", "outreach/years/2026": "法治宣传栏"}, {"各行政村设立法治宣传栏": OPEN},
        Spoilt("outreach/2024/demo-notice-board-posters", "villages: [demo-1, demo-2, demo-3]", "villages: [demo-1, demo-3]", "claim-holds", NEWER, "各村均设立法治宣传栏")),
    23: Item("legal advice in the villages", {"outreach/2021/village-consultation": "法律咨询", "outreach/years/2026": "各村每季度的法律咨询"}, {"定期到各村提供法律咨询": OPEN},
        Spoilt("outreach/2024/demo-village-consultation-q3", "villages: [demo-1, demo-2, demo-3]", "villages: [demo-1, demo-2]", "claim-holds", NEWER, "司法所每季度到每个村")),
    24: Item("hearing opinions on decisions", {"regulations/decision-opinions": "听取意见", "regulations/lists/consultations": "征求意见"}, {"听取意见制度": OPEN},
        Spoilt("regulations/demo-enforcement-publicity", "to: 2026-02-13", "to: 2026-01-20", "consultation-days")),
    25: Item("experts on decisions", {"regulations/decision-experts": "专家论证"}, {"专家论证制度": OPEN},
        no_basis("decision-experts", "重大行政决策程序暂行条例", 19)),
    26: Item("accountability for decisions and enforcement", {"regulations/decision-accountability": "追究", "regulations/enforcement-fault": "过错"}, {"过错责任追究制": OPEN},
        no_basis("enforcement-fault", "行政处罚法", 76)),
    27: Item("responsibility for enforcement", {"regulations/enforcement-responsibility": "执法事项清单"}, {"积极推行行政执法责任制": OPEN},
        no_basis("enforcement-responsibility", "行政执法监督条例", 12)),
    28: Item("supervision of enforcement", {"regulations/enforcement-supervision": "行政执法监督条例"}, {"行政执法监督机制": OPEN},
        no_basis("enforcement-supervision", "行政执法监督条例", 6)),
    29: Item("discretion in penalties", {"regulations/penalty-discretion": "裁量基准", "regulations/lists/discretion": "裁量幅度"}, {"自由裁量权": OPEN},
        no_basis("penalty-discretion", "行政处罚法", 34)),
    30: Item("reconsideration", {"regulations/reconsideration": "被申请人"}, {"行政复议的受理和审查": OPEN},
        Spoilt(NEWER, "司法所每季度到每个村开展法律咨询，", "镇里受理和审理行政复议案件，司法所每季度到每个村开展法律咨询，", "reconsideration-county")),
    31: Item("duties in litigation", {"regulations/reconsideration": "行政应诉", "regulations/demo-administrative-litigation": "负责人应当出庭应诉"}, {"行政应诉职责": OPEN},
        Spoilt("regulations/demo-reconsideration-litigation", "replaced_by: regulations/demo-administrative-litigation\n", "", "relation-one-sided", "regulations/demo-administrative-litigation")),
    32: Item("assessment by five questions", {"regulations/assessment": "是否依法履行行政复议和行政应诉职责"}, {"五个“是否”": OPEN},
        Spoilt(REPORT, "3. 是否依法实施行政管理；\n", "", "translation-parity", "reports/2021.en")),
    33: Item("normative documents by law", {"regulations/assessment": "规范性文件", "regulations/lists/in-force": "现行有效"}, {"制定规范性文件": OPEN},
        Spoilt("regulations/demo-document-consultation", "legality_review: {by: justice, on: 2025-04-18}\n", "", "legality-review")),
    34: Item("disputes handled by law", {"pages/justice-services": "调解"}, {"矛盾和纠纷": OPEN},
        Spoilt("pages/justice-services", "不登当事人。", "当事人电话13800138000。", "mobile-number")),
    35: Item("justice for the people", {"pages/justice-services": "办公时间", "offices/index": "泉掌镇司法所"}, {"司法为民": OPEN},
        Spoilt("pages/justice-services", "- 司法所一张卡片", "- 电话0359-7654321。司法所一张卡片", "landline-unlisted")),
    36: Item("enforcement made public", {"regulations/enforcement-publicity": "公示", "villages/government/2026/enforcement-0611": "处罚"}, {"执法公示制": OPEN},
        Spoilt("villages/government/2026/enforcement-0611", "published: 2026-06-", "published: 2026-08-", "enforcement-in-time")),
    37: Item("governance of trades", {"pages/trade-governance": "行业依法治理"}, {"行业依法治理": OPEN},
        cut_link("pages/trade-governance", "../regulations/enforcement-fault.md")),
    38: Item("self-government of villages", {"regulations/village-autonomy": "村民自治", "villages/demo-1/index": "村务监督委员会"}, {"完善村民自治": OPEN},
        Spoilt("villages/demo-1/2025/decisions-0618", "present: ", "present: 9", "meeting-counts")),
    39: Item("village disclosure", {"regulations/village-disclosure": "第35条", "coverage/2026": "示范一村"}, {"实行村务公开": OPEN},
        Spoilt("villages/demo-1/2026/subsidies-Q1", "to: 2026-04-29", "to: 2026-04-20", "posting-days")),
    40: Item("every village democratic and under law", {"regulations/democratic-villages": "全覆盖", "villages/demo-1/index": "民主法治村"}, {"全镇民主法治村全覆盖": OPEN},
        Spoilt(NEWER, "带头参加集体学法。", "带头参加集体学法，全镇民主法治村全覆盖。", "coverage-backed")),
    41: Item("opinions on important matters", {"regulations/decision-opinions": "主动征求各方面的意见", "regulations/demo-document-consultation": "收到意见9条"}, {"主动征询": OPEN},
        Spoilt("regulations/demo-document-consultation", ", result: 收到意见9条，采纳6条，主要是增加大字文本和口头意见的记录办法。}", "}", "consultation-result")),
    42: Item("openness of government", {"regulations/government-disclosure": "政务公开", "villages/government/2026/information-guide-0106": "公开指南"}, {"监督制约机制": OPEN},
        Spoilt("villages/government/2026/information-guide-0106", "电话", "呼叫", "guide-contents")),
    43: Item("lectures and examinations", {"outreach/2021/law-exams": "普法考试", "outreach/2026/demo-law-exam": "36人及格"}, {"普法考试": CITED},
        Spoilt("outreach/2026/demo-law-exam", "36人及格", "39人及格", "part-over-whole")),
    44: Item("ten standards", {"regulations/democratic-villages": "村级各项事业全面发展", "villages/demo-1/index": "村级各项事业全面发展"}, {"民主法治村”的基础上": OPEN},
        Spoilt("town.yml", "自治制度完善: regulations/demo-asset-leasing", "自治制度完善: regulations/no-such", "town-agrees")),
    45: Item("what comes next", {"pages/next-year": "下一年度安排"}, {"更扎实有效的举措": OPEN},
        Spoilt(NEWER, "## 四、下一年度主要安排", "## 四、其他", "report-contents")),
}  # fmt: skip


@pytest.fixture(scope="module")
def register() -> Register:
    return register_of(ROOT, AS_OF)


@pytest.fixture(scope="module")
def shown(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that the rows name, and the report's, as readers get them."""
    site = lay_out(register, RULES)
    wanted = {REPORT, *(page for item in ITEMS.values() for page in item.shown)}
    return rendered(site, wanted, tmp_path_factory.mktemp("items"))


@pytest.fixture(scope="module")
def numbers(register: Register) -> Mapping[str, int]:
    """The claims of the report by their words, numbered."""
    return {claim.text: claim.number for claim in claims_of(register.records[REPORT], register)}


@pytest.fixture(scope="module")
def told(register: Register, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Problem], list[Problem]]:
    """What is found in this town as it is, and with every item spoilt."""
    root = copy_town(tmp_path_factory.mktemp("spoilt") / "town")
    for item in ITEMS.values():
        path = root / item.spoilt.path
        text = path.read_text(encoding="utf-8")
        assert item.spoilt.old in text, item
        path.write_text(text.replace(item.spoilt.old, item.spoilt.new), encoding="utf-8")
    return check(register, RULES), check(register_of(root, AS_OF), RULES)


def content(shown: Path, id: str) -> str:
    """What a page says, without its head, its menu and its foot."""
    path = shown / id.removesuffix("index") / "index.html"
    return path.read_text(encoding="utf-8").partition('<div class="fz-page">')[2].partition("<footer")[0]


def words(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_every_number_has_its_row():
    assert list(ITEMS) == list(range(1, 46))
    assert all(item.shown and (item.claims or number == 1) for number, item in ITEMS.items())


@pytest.mark.parametrize("number", ITEMS)
def test_readers_see_an_item(number, shown):
    for page, said in ITEMS[number].shown.items():
        assert said in words(content(shown, page)), page


@pytest.mark.parametrize("number", ITEMS)
def test_the_report_leads_to_an_item(number, shown):
    led_to = {urljoin(f"/{REPORT}/", to) for to in re.findall(r'href="([^"#]*)"', content(shown, REPORT))}
    assert number == 1 or {f"/{page}/" for page in ITEMS[number].shown} & led_to


@pytest.mark.parametrize("number", ITEMS)
def test_the_report_tells_how_its_claim_of_an_item_stands(number, shown, numbers):
    report = content(shown, REPORT)
    for said, state in ITEMS[number].claims.items():
        found = next(number for text, number in numbers.items() if said in text)
        assert (
            f'class="fz-claim__mark fz-claim--{state}" href="#claim-{found}" id="claim-{found}-text"'
            in report
        )
        if state is CITED:
            record = content(shown, next(iter(ITEMS[number].shown)))
            assert f'reports/2021/#claim-{found}"' in record


def test_the_english_report_marks_every_claim_in_its_text(shown, numbers):
    report = content(shown / "en", REPORT)
    marked = re.findall(r'class="fz-claim__mark [^"]*" href="#claim-(\d+)" id="claim-(\d+)-text"', report)
    assert {(int(one), int(other)) for one, other in marked} == {(each, each) for each in numbers.values()}


@pytest.mark.parametrize("number", ITEMS)
def test_what_would_spoil_an_item_is_told(number, told):
    before, after = told
    assert ITEMS[number].spoilt.among(before) == []
    assert ITEMS[number].spoilt.among(after)


@pytest.mark.shared
def test_the_rows_are_those_of_the_domain_notes():
    notes = (ROOT.parent / "shared" / "DOMAIN.md").read_text(encoding="utf-8")
    numbers = [
        int(number) for number in re.findall(r"^\| (\d+) \|", notes.partition("## 2.")[0], re.MULTILINE)
    ]
    assert numbers == list(ITEMS)


def test_the_standards_page_of_a_village_shows_all_ten(register):
    view = lay_out(register, RULES).pages["villages/demo-1/index"].data
    assert len(view.standing.standards) == 10
    assert 0 < sum(each.counts for each in view.standing.standards) < 10
