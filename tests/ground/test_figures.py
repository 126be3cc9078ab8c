"""Figures in the sentences of Chinese reports: whole, in any spelling, and nothing that is none."""

import re
import time

import pytest

from fazhi.ground.figures import FIGURE, without_figures

PATTERN = re.compile(FIGURE)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("全年举办法治培训4次。", ["4次"]),
        ("开展活动四次，讲座十二场，每季度一次。", ["四次", "十二场", "一次"]),
        ("发放资料5000册，走访35家企业，张贴20幅", ["5000册", "35家", "20幅"]),
        ("学校6所，宣传车8辆，4支队伍，三支队伍", ["6所", "8辆", "4支", "三支"]),
        ("百分之九十五的村民，九成以上满意，三分之二", ["百分之九十五", "九成", "三分之二"]),
        ("百分之95，百分之三点五", ["百分之95", "百分之三点五"]),
        ("受益1,200人，投入15,000元、1，200，300元", ["1,200人", "15,000元", "1，200，300元"]),
        ("分别为3，5人", ["5人"]),
        ("近3.5万人次，40余小时，120 多户", ["3.5万人次", "40余小时", "120 多户"]),
        ("上百人次，数十场，五六十人，一百二十人", ["百人次", "数十场", "五六十人", "一百二十人"]),
        ("调解十二个纠纷、三十五项，覆盖九个村", ["十二个", "三十五项", "九个村"]),
        ("两名律师，三家单位，98％，两倍", ["两名", "三家", "98％", "两倍"]),
    ],
)
def test_figures_are_found_whole(text, figures):
    assert [found[0] for found in PATTERN.finditer(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月15日、二〇二一年十二月三十日、2026-03-15、3·15、12·4",
        "按照第36条和第三十条、第三十二条第二款第一项办理",
        "第一次会议、第十二次会议、第三名、第100次",
        "泉政发〔2021〕12号、示政发〔2026〕3号",
        "一、总体情况\n二、主要举措\n（三）成效",
        "一是加强领导，二是完善制度，三是抓好落实",
        "统一规范、一体推进、四川省、一律师一村、一件事一次办、一户一策",
        "落实三项制度，办好四件事，四个意识，两个确立，五个“是否”，三个方面，三个月内",
        "四套班子、八部门、三支部、二次供水、三次产业、五次全会、一期工程、二期工程",
        "统一成规范文本，一成不变，三成立",
        "“三农”“八五”普法、十九届四中全会、双十一",
    ],
)
def test_what_is_no_figure(text):
    assert [found[0] for found in PATTERN.finditer(text)] == []


@pytest.mark.parametrize(
    "sign", ["1", "1,", "1,234", "一", "十", "二十", "百分之", "分之", "数百", "4次", "九成", "1 ", "上百"]
)
def test_a_long_line_of_anything_takes_no_time(sign):
    line = sign * (100_000 // len(sign))
    start = time.process_time()
    sum(1 for _ in PATTERN.finditer(line))
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年集体学法5次", "全年集体学法六次"),
        ("完成2025年度任务", "完成2026年度任务"),
        ("发放资料1,200册", "发放资料80册"),
    ],
)
def test_what_changes_with_the_year_is_taken_out(one, other):
    assert without_figures(one) == without_figures(other) != ""


def test_names_of_law_days_stay():
    assert without_figures("“3·15”宣传") != without_figures("“6·26”宣传")
