"""What the report of 2021 speaks of, item by item: each has a place on the site and something that holds it to account.

A row: the item in our words, the records or pages that stand for it, and its checks: codes of rules, or `claim:` with
words of the report's claim, whose state the report's page tells.
"""

import re

import pytest

from example_town import RULES
from fazhi.flows.check_town import register_of
from fazhi.flows.lay_out import lay_out
from fazhi.nouns.claim import claims_of
from project import ROOT

ITEMS: dict[int, tuple[str, list[str], list[str]]] = {
    1: ("the annual report itself", ["reports/2021"], ["report-due", "report-contents", "path-agrees"]),
    2: ("the leading group", ["regulations/leading-group", "offices/index"], ["claim:成立泉掌镇法治建设工作领导小组"]),
    3: ("meetings of the group and its goals", ["outreach/2026/demo-leading-group-meeting"], ["claim:及时召开成员会议"]),
    4: ("the group's office", ["offices/index"], ["landline-unlisted", "claim:领导小组办公室负责"]),
    5: ("responsibility and targets", ["regulations/responsibility-targets"], ["plan-deadline", "claim:绩效目标管理考核责任制"]),
    6: ("the yearly plan and its people", ["plans/2026", "pages/annual-plan"], ["plan-deadline", "claim:制定年度工作计划"]),
    7: ("funds for publicity", ["pages/funding"], ["claim:经费保障到位"]),
    8: ("the Party committee leads", ["regulations/leadership"], ["claim:党委统一领导"]),
    9: ("consumer rights day", ["outreach/2021/consumer-rights-day", "calendar/2026"], ["interpunct", "claim:“3·15”"]),
    10: ("anti-drug day", ["outreach/2021/anti-drug-day", "calendar/2026"], ["interpunct", "claim:“6·26”"]),
    11: ("4 December", ["outreach/2021/constitution-day"], ["constitution-day", "claim:“12·4”"]),
    12: ("rural broadcasts", ["outreach/2021/rural-broadcast", "outreach/years/2026"], ["claim:农村广播"]),
    13: ("study and training of staff", ["outreach/2021/staff-study", "outreach/2021/staff-training"], ["claim:开展学法用法活动"]),
    14: ("the theory group studies", ["regulations/theory-group-study"], ["claim:党委理论中心组"]),
    15: ("lectures for leaders", ["regulations/leaders-law-lectures"], ["claim:领导干部法制讲座制度"]),
    16: ("training of enforcement staff", ["regulations/enforcement-training", "outreach/years/2026"], ["claim:行政执法人员法律知识"]),
    17: ("forty hours a year", ["regulations/study-hours", "outreach/years/2026"], ["study-hours-backed", "claim:40小时"]),
    18: ("law in the classroom", ["outreach/2021/school-education"], ["minor-named", "claim:教学计划"]),
    19: ("school, society and family", ["pages/youth-base"], ["claim:教育网络"]),
    20: ("vice-principals", ["pages/vice-principals", "outreach/2024/demo-vice-principal"], ["minor-named", "claim:兼职法治副校长"]),
    21: ("the youth base and volunteers", ["pages/youth-base"], ["minor-named", "claim:青少年法治教育基地"]),
    22: ("a notice board a village", ["outreach/2021/village-notice-boards", "outreach/years/2026"], ["claim:各行政村设立法治宣传栏"]),
    23: ("legal advice in the villages", ["outreach/2021/village-consultation", "outreach/years/2026"], ["claim:定期到各村提供法律咨询"]),
    24: ("hearing opinions on decisions", ["regulations/decision-opinions"], ["consultation-days", "claim:听取意见制度"]),
    25: ("experts on decisions", ["regulations/decision-experts"], ["claim:专家论证制度"]),
    26: ("accountability for decisions and enforcement", ["regulations/decision-accountability", "regulations/enforcement-fault"], ["claim:过错责任追究制"]),
    27: ("responsibility for enforcement", ["regulations/enforcement-responsibility"], ["law-cited", "claim:积极推行行政执法责任制"]),
    28: ("supervision of enforcement", ["regulations/enforcement-supervision"], ["claim:行政执法监督机制"]),
    29: ("discretion in penalties", ["regulations/penalty-discretion"], ["claim:自由裁量权"]),
    30: ("reconsideration", ["regulations/reconsideration"], ["claim:行政复议的受理和审查"]),
    31: ("duties in litigation", ["regulations/reconsideration"], ["claim:行政应诉职责"]),
    32: ("assessment by five questions", ["regulations/assessment"], ["claim:五个“是否”"]),
    33: ("normative documents by law", ["regulations/assessment"], ["legality-review", "number-form", "claim:制定规范性文件"]),
    34: ("disputes handled by law", ["pages/justice-services"], ["claim:矛盾和纠纷"]),
    35: ("justice for the people", ["pages/justice-services", "offices/index"], ["claim:司法为民"]),
    36: ("enforcement made public", ["regulations/enforcement-publicity"], ["published-in-time", "claim:执法公示制"]),
    37: ("governance of trades", ["pages/trade-governance"], ["claim:行业依法治理"]),
    38: ("self-government of villages", ["regulations/village-autonomy", "villages/demo-1/index"], ["meetings-yearly", "claim:完善村民自治"]),
    39: ("village disclosure", ["regulations/village-disclosure", "villages/index"], ["published-in-time", "posting-days", "claim:实行村务公开"]),
    40: ("every village democratic and under law", ["regulations/democratic-villages", "villages/demo-1/index"], ["coverage-backed", "claim:全镇民主法治村全覆盖"]),
    41: ("opinions on important matters", ["regulations/decision-opinions"], ["consultation-days", "claim:主动征询"]),
    42: ("openness of government", ["regulations/government-disclosure"], ["published-in-time", "claim:监督制约机制"]),
    43: ("lectures and examinations", ["outreach/2021/law-exams"], ["claim:普法考试"]),
    44: ("ten standards", ["regulations/democratic-villages", "villages/demo-1/index"], ["town-agrees", "claim:民主法治村”的基础上"]),
    45: ("what comes next", ["pages/next-year"], ["report-contents", "claim:更扎实有效的举措"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def register():
    return register_of(ROOT)


@pytest.fixture(scope="module")
def places(register):
    return lay_out(register, RULES).pages.keys()


@pytest.fixture(scope="module")
def claims(register):
    return [claim.text for claim in claims_of(register.records["reports/2021"], register)]


def test_every_number_has_its_row():
    assert list(ITEMS) == list(range(1, 46))


@pytest.mark.parametrize("number", ITEMS)
def test_an_item_has_a_place_and_a_check(number, places, claims):
    _, pages, checks = ITEMS[number]
    assert pages and checks
    assert [page for page in pages if page not in places] == []
    for check in checks:
        of, _, words = check.partition("claim:")
        assert check in RULES if of else any(words in text for text in claims), check


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
