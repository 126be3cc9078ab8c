"""A hundred queries as people type them, on the country's real statutes: the right law stands among the first three."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from fazhi.flows.search_browser import chromium, opened, page_files, serve
from fazhi.ground.page_text import lines
from fazhi.nouns.entry import Entry, Searched
from fazhi.verbs.search_files import search_files
from project import ROOT

LAWS = sorted((ROOT.parent / "shared" / "laws").glob("*.md"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.browser,
    pytest.mark.skipif(not LAWS, reason="../shared/laws is not here: the statutes stay outside"),
]

EXPECTED = """
村民委员会组织法: 村民代表会议的组成 | 罢免村民委员会成员 | 村务监督委员会 | 村民小组会议 | 村务档案 | 村规民约备案 | 误工补贴 | 村民选举委员会推选 | 村委会成员民主评议 | 每届任期五年 村民委员会
行政处罚法: 没收违法所得没收非法财物 | 吊销许可证件听证 | 当场收缴罚款 | 初次违法且危害后果轻微 | 二年内未被发现 | 同一个违法行为两次以上罚款 | 电子技术监控设备 | 罚款决定与收缴分离 | 责令停产停业 | 简易程序二百元以下罚款
行政复议法: 行政复议委员会 | 行政复议申请期限六十日 | 行政复议调解书 | 复议期间停止执行 | 行政复议被申请人答复 | 附带审查规范性文件
政府信息公开条例: 政府信息公开年度报告 | 主动公开财政预算决算 | 二十个工作日内答复 | 政府信息公开指南和目录 | 申请公开政府信息的数量频次 | 危及国家安全公共安全经济安全社会稳定 | 不予公开的政府信息有哪些
个人信息保护法: 敏感个人信息 | 不满十四周岁未成年人的个人信息 | 自动化决策 | 撤回同意 | 个人信息保护影响评估 | 个人信息跨境提供 | 公共场所图像采集
档案法: 档案开放二十五年 | 电子档案 | 档案馆接收档案 | 档案 涂改 伪造
信访工作条例: 信访事项复查复核 | 信访工作联席会议 | 信访人 | 属地管理分级负责 | 信访 十五日 受理
人民调解法: 人民调解员 | 调解协议司法确认 | 人民调解委员会 不收取费用
农村集体经济组织法: 农村集体经济组织成员大会 | 集体收益分配 | 农村集体经济组织成员身份确认 | 理事会 监事会 | 成员代表大会
国家通用语言文字法: 普通话 | 规范汉字 | 方言的使用 | 繁体字异体字 | yuyan wenzi
地方各级人民代表大会和地方各级人民政府组织法: 乡镇人民代表大会主席团 | 乡长镇长选举 | 街道办事处派出机关 | 质询案 | 人大代表的任期 | 区公所
地图管理条例: 地图审核 | 国界线画法 | 互联网地图服务 | 审图号 | ditu
居民身份证法: 身份证有效期 | 指纹信息 | 查验居民身份证 | 临时居民身份证 | 扣押身份证
未成年人保护法: 留守儿童委托照护 | 学生欺凌 | 沉迷网络 | 禁止向未成年人销售烟酒 | 未成年人救助保护机构 | 校车
无障碍环境建设法: 盲道 | 手语 字幕 | 无障碍停车位 | 无障碍卫生间 | 老旧小区加装电梯 | wuzhangai
法治宣传教育法: 国家宪法日 | 谁执法谁普法 | 法治宣传教育责任制 | 青少年法治教育
社会救助: 最低生活保障 | 特困人员供养 | 临时救助 | 受灾人员 | 医疗救助 | 低保 | 骗取社会救助
行政区划代码管理办法: 行政区划代码 | 代码 赋予 变更
行政执法监督条例: 行政执法监督 | 行政执法证件
重大行政决策程序暂行条例: 重大行政决策 公众参与 | 专家论证 | 社会稳定风险评估 | 决策草案合法性审查 | 终身责任追究 | 重大行政决策程序
"""
QUERIES = [
    (typed.strip(), law)
    for law, typed_all in (line.split(": ") for line in EXPECTED.strip().splitlines())
    for typed in typed_all.split("|")
]


Found = dict[str, list[Any]]
"""The first three shown for every query: title, excerpt, and what is marked in it."""


@pytest.fixture(scope="module")
def found() -> Found:
    """What the page's own scripts find in the statutes."""
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        return thread.submit(ask).result()


def ask() -> Found:
    entries = [entry(at, path.stem, path.read_text(encoding="utf-8")) for at, path in enumerate(LAWS)]
    entries.sort(key=lambda each: each.order)
    synonyms = {"低保": ("最低生活保障",), "村委会": ("村民委员会",)}
    files = dict(search_files(Searched(tuple(entries), synonyms=synonyms)))
    with (
        serve({**files, **page_files()}) as address,
        chromium() as browser,
        opened(browser, address) as (page, _, _),
    ):
        page.keyboard.press("/")
        page.wait_for_selector("#fz-search[data-ready]")
        return {typed: page.evaluate(ASK, typed) for typed, _ in QUERIES}


def entry(at: int, name: str, text: str) -> Entry:
    """A statute as a regulation of a town."""
    title, _, day = name.rstrip(")").partition("(")
    return Entry(
        f"regulations/law-{at}",
        "zh",
        title,
        lines(text),
        "regulation",
        year=int((day or "2025")[:4]),
        published=day,
    )


ASK = """async (typed) => {
  const reader = FazhiSearch.reader, answer = await reader.search(typed, { lang: 0, narrowed: {}, sort: "" });
  const shown = await Promise.all(answer.hits.slice(0, 10).map((hit) => reader.show(hit, answer)));
  return shown.filter(Boolean).slice(0, 3).map((each) => [each.title, each.excerpt.text, each.excerpt.marks]);
}"""


def test_there_are_a_hundred():
    assert len(QUERIES) >= 100
    assert len({typed for typed, _ in QUERIES}) == len(QUERIES)


@pytest.mark.parametrize(("typed", "law"), QUERIES, ids=[typed for typed, _ in QUERIES])
def test_the_right_statute_is_among_the_first_three(found, typed, law):
    assert any(title.startswith(law) for title, *_ in found[typed]), [title for title, *_ in found[typed]]


@pytest.mark.parametrize("typed", ["学生欺凌", "盲道", "国家宪法日"])
def test_what_was_found_is_marked(found, typed):
    _, text, marks = found[typed][0]
    assert [text[start:end] for start, end in marks][0] == typed
    assert "\n" not in text
