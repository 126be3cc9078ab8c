"""Pages to measure search with: fictional, the same for the same seed, as varied as what a town publishes.

Texts hold 760 to 1,890 Han characters, as many as real records do. Villages, projects, amounts, dates and document
numbers differ from page to page; what is searched for occurs in few or in many of them.
"""

import random
from datetime import date, timedelta

from fazhi.ground.money import show_fen
from fazhi.ground.words import Words
from fazhi.nouns.entry import Entry, Searched

VILLAGES = tuple(
    f"{name}村"
    for name in (
        "梅花 松林 柳泉 石桥 青坪 槐荫 杏园 桃溪 白杨 竹沟 榆树 枣岭 清河 上塬 下塬 北营 南营 东庄 西庄 新城 "
        "古井 双塔 龙湾 凤台 虎岗 鹿鸣 雁滩 鹤池 金谷 银岭 铜川 铁炉 沙河 土岭 水磨 火石 云台 风陵 雪坪 霜叶"
    ).split()
)
ITEMS = {
    "finance": Words("财务收支", "Accounts"),
    "projects": Words("工程建设", "Construction projects"),
    "land": Words("土地承包", "Land contracts"),
    "subsidies": Words("惠农补贴", "Subsidies"),
    "meetings": Words("民主评议", "Meetings"),
    "relief": Words("救灾救济", "Relief"),
    "assets": Words("集体资产", "Collective assets"),
    "water": Words("用水管理", "Water"),
}
ORGANS = ("示政发", "示政办发", "示党发", "示司发", "示财发")
_NOUNS = (
    "水渠 路灯 机井 文化广场 垃圾收集点 卫生室 公示栏 排水沟 灌溉管道 老年活动室 幼儿园 变压器 田间道路 蓄水池 晾晒场 "
    "停车场 健身器材 公共厕所 污水管网 防护林 果树苗木 大棚骨架 冷藏库房 农机合作社 图书阅览室 调解室 警务室 监控探头 "
    "桥梁护栏 堤坝 泵站 水塔 办公用房 会议桌椅 太阳能板 取暖设备 消防水带 应急物资 防汛沙袋 宣传栏"
).split()
_WORKS = "招投标 验收 维修 改造 采购 租赁 发包 清理 安装 疏通 补种 硬化 绿化 测量 评估 审计 登记 核对 移交 报废 加固 扩建".split()
_WHO = "村民委员会 村民小组 村务监督委员会 村民代表会议 驻村干部 网格员 经济合作社 施工单位 监理人员 包村干部 会计人员 妇联主席 民兵连长".split()
_WHERE = (
    "村东 村西 村南 村北 主街 学校门口 河堤 果园 新村 老村 坡地 川道 沟口 塬面 渡口 集市 车站 庙前".split()
)
_WHY = "汛期临近 年久失修 群众反映 上级要求 资金到位 季节更替 道路拥堵 设施老化 水量不足 用电紧张 检查发现 会议决定".split()
_SENTENCES = (
    "因{why}，{where}的{noun}由{who}组织{work}，用工{n}人次，支出{yuan}元。",
    "{day}，{who}对{where}{noun}的{work}进行了检查，提出{n}条意见，已经全部落实。",
    "{noun}{work}按照{number}的规定办理，合同金额{amount}元，从村集体收入中列支。",
    "{who}在{day}讨论了{noun}的{work}，应到{n}人，多数赞成，结果在公开栏张贴。",
    "{where}和{where2}的{noun}{work}之后，{who}把票据交村级档案室保存，村民可以查阅。",
    "对{noun}有疑问的村民，可以向{who}查询；{why}的，在{n}日内答复。",
    "本期收到{noun}租金{amount}元，经{who}核对，与合同一致。",
    "{who}提出，{where}{noun}的{work}应当先评估、后施工，避免因{why}造成浪费。",
    "根据{number}，{noun}的日常管理由{who}负责，{work}费用每年不超过{yuan}元。",
    "{day}前后{why}，{where2}的{noun}停用{n}天，{who}安排了临时办法。",
)
_ENGLISH = (
    "The villagers' committee inspected the {en} on {iso} and paid {amount} yuan.",
    "A meeting approved the {en}; {n} members were present.",
    "The {en} was accepted after repairs, under document {number}.",
)
_EN = "irrigation channel|street lamps|culture square|drainage ditch|reservoir|clinic|notice board|parking lot|bridge railing|pumping station".split(
    "|"
)
_QUARTERS = "一二三四"
_FIRST_YEAR = 2014
_LAST_YEAR = 2026


def generate(count: int, seed: int = 1) -> Searched:
    """So many pages of a town; every tenth in English."""
    entries = sorted(
        (_entry(number, random.Random(seed * 1_000_003 + number)) for number in range(count)),
        key=lambda entry: entry.order,
    )
    names = {
        "kind": {
            "disclosure": Words("村务公开", "Village disclosures"),
            "regulation": Words("制度文件", "Regulations"),
        },
        "place": {f"v{at:02d}": Words(name, f"Village {at}") for at, name in enumerate(VILLAGES)},
        "item": ITEMS,
        "status": {"有效": Words("有效", "In force"), "已废止": Words("已废止", "Repealed")},
    }
    return Searched(tuple(entries), names, {"低保": ("最低生活保障",)})


def _entry(number: int, chance: random.Random) -> Entry:
    if number % 10 == 9:
        return _english(number, chance)
    return _regulation(number, chance) if number % 10 == 8 else _disclosure(number, chance)


def _disclosure(number: int, chance: random.Random) -> Entry:
    village, item = chance.randrange(len(VILLAGES)), chance.choice(list(ITEMS))
    year, quarter = chance.randint(_FIRST_YEAR, _LAST_YEAR), chance.randrange(4)
    project = f"{chance.choice(_WHERE)}{chance.choice(_NOUNS)}{chance.choice(_WORKS)}"
    what = ITEMS[item].zh if item == "finance" else f"{project}{ITEMS[item].zh}情况"
    title = f"{VILLAGES[village]}{year}年第{_QUARTERS[quarter]}季度{what}"
    published = date(year, quarter * 3 + 1, 1) + timedelta(days=95 + chance.randrange(15))
    text = f"{_table(chance, year, quarter)}\n{_prose(chance)}\n{_head(number, published)}"
    return Entry(
        f"villages/v{village:02d}/{year}/{item}-{number}",
        "zh",
        title,
        text,
        "disclosure",
        f"v{village:02d}",
        item,
        year,
        published.isoformat(),
        sample=True,
    )


def _regulation(number: int, chance: random.Random) -> Entry:
    year = chance.randint(_FIRST_YEAR, _LAST_YEAR)
    title = f"{chance.choice(_NOUNS)}{chance.choice(_WORKS)}管理办法（第{number}号）"
    published = date(year, chance.randint(1, 12), chance.randint(1, 28))
    text = f"{_number(chance)}\n{_prose(chance)}\n{_head(number, published)}"
    status = "有效" if year > 2018 else "已废止"
    return Entry(
        f"regulations/r{number}",
        "zh",
        title,
        text,
        "regulation",
        "",
        "",
        year,
        published.isoformat(),
        status,
        True,
    )


def _english(number: int, chance: random.Random) -> Entry:
    village, year = chance.randrange(len(VILLAGES)), chance.randint(_FIRST_YEAR, _LAST_YEAR)
    published = date(year, chance.randint(1, 12), chance.randint(1, 28))
    sentences = (chance.choice(_ENGLISH).format(**_slots(chance)) for _ in range(chance.randrange(15, 40)))
    title = f"Village {village}: {chance.choice(_EN)} in {year}"
    return Entry(
        f"villages/v{village:02d}/{year}/en-{number}",
        "en",
        title,
        "\n".join(sentences),
        "disclosure",
        f"v{village:02d}",
        "projects",
        year,
        published.isoformat(),
        sample=True,
    )


def _table(chance: random.Random, year: int, quarter: int) -> str:
    lines = []
    for row in range(chance.randrange(0, 12)):
        day = date(year, quarter * 3 + 1, 1) + timedelta(days=row * 7)
        lines.append(
            f"{day} {chance.choice(_NOUNS)}{chance.choice(_WORKS)} {show_fen(chance.randrange(5_000, 9_000_000))}"
        )
    return "\n".join(lines)


def _prose(chance: random.Random) -> str:
    wanted, text = chance.randrange(760, 1600), ""
    while len(text) < wanted:
        text += chance.choice(_SENTENCES).format(**_slots(chance)) + ("\n" if chance.random() < 0.2 else "")
    return text.strip()


def _slots(chance: random.Random) -> dict[str, object]:
    day = date(_FIRST_YEAR, 1, 1) + timedelta(days=chance.randrange(4700))
    return {
        "why": chance.choice(_WHY),
        "where": chance.choice(_WHERE),
        "where2": chance.choice(_WHERE),
        "noun": chance.choice(_NOUNS),
        "who": chance.choice(_WHO),
        "work": chance.choice(_WORKS),
        "n": chance.randrange(3, 200),
        "yuan": chance.randrange(200, 90000),
        "amount": show_fen(chance.randrange(100_000, 90_000_000)),
        "day": f"{day.year}年{day.month}月{day.day}日",
        "iso": day.isoformat(),
        "number": _number(chance),
        "en": chance.choice(_EN),
    }


def _number(chance: random.Random) -> str:
    return f"{chance.choice(ORGANS)}〔{chance.randint(_FIRST_YEAR, _LAST_YEAR)}〕{chance.randrange(1, 120)}号"


def _head(number: int, published: date) -> str:
    return f"140825107/{published.year}-{number % 100000:05d} · {published} · 主动公开"
