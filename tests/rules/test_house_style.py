"""Paragraphs as offices write them, none of them taken from a statute: no rule about words or people speaks of them."""

import pytest

from example_town import RULES, lay, problems
from fazhi.ground.problem import Severity
from fazhi.nouns.rule import Example
from project import ROOT
from wording import WORDING

PARAGRAPHS = (
    "有下列情形之一的，应当召开村民会议：（一）五分之一以上的村民提议；（二）三分之一以上的村民代表提议；（三）法律、法规规定的其他情形。",
    "申请材料包括：（1）申请书一式两份；（2）户口簿复印件；（3）其他需要提交的材料。材料不齐的，一次告知。",
    "办理步骤如下：\n\n1) 到村里领取表格；\n\n2) 填写后交村民小组；\n\n3) 由村民委员会汇总，于每月25日前报镇。",
    "注意事项：①表格用黑色签字笔填写；②涂改处加盖手印；③逾期视为放弃。",
    "一、总体要求\n\n（一）指导思想。坚持依法、公开、便民。\n\n1. 工作目标。到2026年底，12个村全部建成公开栏。\n\n（1）建设标准。宽2.4米，高1.2米。",
    "会议指出，“‘四议两公开’不是走形式，而是让群众说了算”，并要求各村“议得明白、公开得清楚”。",
    "村民代表说：“我听支书讲过一句话：‘账要算在明处。’今天看了公开栏，心里踏实。”",
    "他在会上提出三个“不”：“不隐瞒”“不拖延”“不走样”。",
    "依照《关于贯彻〈村务公开办法〉若干问题的意见》（以下简称《意见》）第三条第（二）项，作如下安排。",
    "所称“近亲属”，是指配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女[^1]。\n\n[^1]: 见《民法典》第一千零四十五条。",
    "补贴标准为每亩95.23元，计算方法：补贴金额＝面积×标准，即3.5亩×95.23元/亩＝333.31元（保留两位小数）。",
    "合格率＝（合格户数÷抽查户数）×100%＝（57÷60）×100%＝95%。",
    "水费按0.35元/m³收取，灌溉定额为180m³/亩～220m³/亩，超出部分加价10%～20%。",
    "工程量：C25混凝土120m³，DN200管道350m，土方开挖1,250.5m³，工期45天。",
    "室外温度低于-5℃时停止浇筑；混凝土强度达到设计值的75%以上方可拆模。",
    "地址：泉掌镇人民政府东侧20米，便民服务中心一楼3号窗口；办公时间：周一至周五8:00—12:00，14:30—18:00。",
    "公共汽车乘3路到“镇政府”站下车，向北步行约200米；自驾的，导航到“便民服务中心”。",
    "时间：2026年10月8日9:30\n\n地点：村委会二楼会议室\n\n主持：村民委员会主任\n\n记录：村报账员",
    "应到32人，实到29人，缺席3人（均已请假），符合法定人数，会议有效。",
    "表决：同意27票，占到会人数的93.1%；反对1票；弃权1票。议题获得通过。",
    "| 序号 | 项目 | 单位 | 数量 | 单价（元） | 金额（元） |\n|---|---|---|---|---|---|\n| 1 | 路灯（60W） | 盏 | 20 | 380.00 | 7,600.00 |\n| 2 | 电缆（3×2.5mm²） | 米 | 600 | 8.50 | 5,100.00 |\n| 合计 | | | | | 12,700.00 |",
    "| 月份 | 收入 | 支出 | 结余 |\n|---|---|---|---|\n| 7月 | 12,000.00 | 3,150.50 | 8,849.50 |\n| 8月 | — | 849.50 | 8,000.00 |\n| 9月 | (200.00) | — | 7,800.00 |",
    "上期结余12,500.00元，本期收入0.00元，本期支出2,269.50元，期末结余10,230.50元，其中：现金230.50元，银行存款10,000.00元。",
    "资金来源：上级补助80%（40万元），村集体自筹20%（10万元）；首付款不超过合同价的30%，余款验收合格后15个工作日内付清。",
    "合同编号：SFYC-2026-017；项目编号：2026-140825-48-01-000017；统一社会信用代码见营业执照。",
    "本通知自印发之日起施行，有效期5年；原《村务公开栏管理办法》（示政发〔2019〕12号）同时废止。",
    "请各村于2026年11月15日（星期日）前将《登记表》（见附件2）的电子版（Excel格式）和纸质版各1份报镇农经站。",
    "附件：1. 村务公开目录（2026年版）\n\n2. 登记表\n\n3. 填表说明",
    "咨询电话见各村公开栏；监督举报电话：12345、12388；法律援助热线：12348。",
    "凡在公示期内有异议的，可以书面或者口头形式向镇纪委反映，以个人名义反映的应当签署真实姓名，以单位名义反映的应当加盖公章。",
    "经核查，2026年1—9月，全镇累计调解纠纷46件，调解成功45件，成功率97.8%；与上年同期相比，减少9件，下降16.4%。",
    "“十四五”期间，全镇新修水渠3.2公里、田间路5.6公里，惠及6个村4,100余亩耕地。",
    "活动以“学好宪法、用好宪法”为主题，分三个阶段：准备阶段（11月1日—15日）、集中阶段（11月16日—12月4日）、总结阶段（12月5日—10日）。",
    "培训内容：GB/T 9704—2012《党政机关公文格式》的主要要求，以及WPS、Excel的常用操作。",
    "数据以XML和CSV两种格式提供，编码为UTF-8；接口采用HTTP/1.1，页面符合WCAG 2.2的AA级要求。",
    "网址中的“www”可以省略；用手机扫描二维码（QR code）也可以打开。",
    "注：①本表数据截至2026年9月30日；②“—”表示本期没有发生；③合计数与分项之和如有出入，系四舍五入所致。",
    "第三条　本办法所称村务公开，是指村民委员会将本村下列事务向村民公布：\n\n（一）财务收支；\n\n（二）工程招标；\n\n（三）宅基地审批。",
    "判断是否属于“重大事项”，看三点：是否涉及多数村民的利益？是否动用集体资金5,000元以上？是否需要招标？有一项“是”，就提交村民会议。",
    "问：没有收到补贴怎么办？\n\n答：先看公开栏上的批次；批次已发放而没有到账的，带上存折到便民服务中心（3号窗口）查询。",
    "> 转发的通知原文如下：\n>\n> 各村：请于本周五前上报第三季度公开情况。",
    "编制：镇财政所　　审核：分管副镇长　　日期：二〇二六年十月八日",
)
TRUE = {("README.zh.md", "stray-latin")}
"""Errors that stand, with their reason: README.zh.md names commands between Chinese words, as no record does."""


def spoken(found: list, codes: set[str]) -> list[tuple[str, str]]:
    return [(each.code, each.message.zh) for each in found if each.code in codes]


PEOPLE = {code for code, rule in RULES.items() if rule.ref.startswith("PRIV")}


@pytest.mark.parametrize("text", PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_a_paragraph_of_an_office_is_let_be(tmp_path, text):
    lay(tmp_path, Example(kind="outreach", body=f"{text}\n"))
    found = [each for each in problems(tmp_path) if each.severity is not Severity.NOTE]

    assert spoken(found, {*WORDING, *PEOPLE}) == []


def test_there_are_forty():
    assert len(set(PARAGRAPHS)) >= 40


def test_all_of_them_in_one_text_are_let_be(tmp_path):
    lay(tmp_path, Example(kind="outreach", body="\n\n".join(PARAGRAPHS) + "\n"))
    found = [each for each in problems(tmp_path) if each.severity is not Severity.NOTE]

    assert spoken(found, {*WORDING, *PEOPLE}) == []


CHINESE = (*ROOT.glob("*.zh.md"), *(ROOT / "docs").rglob("*.md"))
DOCS = sorted(path for path in CHINESE if not path.name.endswith(".en.md"))


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_projects_own_texts_hold_no_error(tmp_path, path):
    """Taken for new writing of an office, whatever their own front matter says."""
    text = path.read_text(encoding="utf-8")
    body = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    lay(tmp_path, Example(kind="outreach", body=body))
    found = [each for each in problems(tmp_path) if each.severity is Severity.ERROR]

    known = {code for name, code in TRUE if name == path.name}
    assert spoken(found, {*WORDING, *PEOPLE} - known) == []
