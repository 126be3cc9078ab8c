"""A wrong word is found whatever stands around it, and where two sound words meet no wrong one is seen between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from example_town import RULES
from wording import codes, document, found

TRIED = settings(max_examples=max(60, settings.default.max_examples - 90))
TABLES = ("known-misspellings", "confusable-words", "official-name-wrong")
PLAIN = (
    "村里 今年 大家 认真 做好 各项 服务 工作 及时 公布 结果 村民 小组 代表 会议 讨论 通过 方案 道路 水渠 路灯 维修 清理 检查 登记 "
    "核对 整理 材料 存放 档案室 可以 查阅 春季 秋季 雨天 之后 果园 河堤 主街 老年 活动室 图书 阅览 学校 门口 垃圾 收集 "
    "宣传 活动 参加 积极 支持 配合 完成 任务 进展 顺利 下一步 继续 安排"
).split()
MEETING = (
    "攻坚 难题 难点 选拔 提拔 打分 打破 款项 付款 严峻 险峻 工作 工程 提振 灾后 灾区 领取 提取 收取 销售 销毁 计划 规划 拔除 拔高 "
    "强调 聚焦 燃煤 碳达峰 碳排放 碳中和 毕竟 究竟 赛事 争议 聘用 分辨 明辨 公私 公正 打磨 擦拭 浇灌 概况 概算 山脉 博物馆 "
    "村民委 常务委 会同 公布 发布 署名 标签 定价 定期 讲座 落在 落实 干部 全部 份额 份内 核 审核 通报 关注 消防 消费 消息 尤其 它的 "
    "自己 知己 经常 经验 独自 已有 已经 立即 随即 然后 而 答复 盖章 预防 讯息 讯问 讲授 按 修剪 配置 名次 排名 交通 迅速 "
    "侯马市 老侯 侯某 时 气 观瞻 养护 养老 仪式 座谈会 查院落 检 帐篷 蚊帐 防灾 减灾 汛期 度过 过渡 假期 反映 "
    "政府 民政 府院 权力 权利 用于 制度 法 学法 用法 年 月 日 第三 号召 工人 名称 调解 法院 人民 政治 协商"
).split()


def wrong_words() -> list[tuple[str, str]]:
    """The code and every wrong word of its table that is wrong by itself."""
    return [
        (code, word)
        for code in TABLES
        for word in sorted(RULES[code].signs)
        if found(code, f"大家，{word}，之后。")
    ]


WRONG = wrong_words()
clauses = st.lists(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=5).map("".join), max_size=6)


def test_nearly_every_word_of_the_tables_is_wrong_by_itself():
    assert len(WRONG) >= sum(len(RULES[code].signs) for code in TABLES) - 2


@TRIED
@given(clauses)
def test_plain_words_are_let_be(text):
    assert not codes("，".join(text) + "。")


@TRIED
@given(
    st.sampled_from(WRONG),
    clauses,
    clauses,
    st.sampled_from(["，", "。", "；", "（", "\n\n", "“", "、", "1 "]),
    st.sampled_from("，。；）、\n"),
)
def test_a_wrong_word_is_found_among_any_others(wrong, before, behind, opens, closes):
    code, word = wrong
    head = "，".join(before) + opens

    text = f"{head}{word}{closes}{'，'.join(behind)}"

    hits = found(code, text)

    assert word in [hit.text for hit in hits]
    assert all(document(text).body.text.startswith(hit.text, hit.at) for hit in hits)


@pytest.mark.parametrize("first", MEETING)
def test_no_wrong_word_is_seen_where_two_sound_ones_meet(first):
    met = "，".join(f"{first}{second}" for second in MEETING)

    assert [hit.text for code in TABLES for hit in found(code, met)] == []


@TRIED
@given(st.lists(st.sampled_from([*MEETING, *PLAIN]), min_size=2, max_size=12))
def test_sound_words_in_any_order_are_let_be(words):
    assert [hit.text for code in TABLES for hit in found(code, "".join(words))] == []
