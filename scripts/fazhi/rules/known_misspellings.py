"""Words that are always wrong: the slips of hand and typing that inspections of government texts find.

A word is listed only where no two right words can meet to form it: 既使 is not, because of 既使用; nor is 园满, 公园满意.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.words import Words
from fazhi.nouns.document import Document
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule
from fazhi.nouns.standards import DICTIONARY
from fazhi.nouns.wording import WRITTEN_RIGHT, misspellings, told

RULE = Rule(
    severity=Severity.ERROR,
    ref="TEXT-19",
    on="document",
    wording=True,
    what=Words("不写错别字：秸秆、修葺、拨款、弄虚作假", "no wrong characters in common words"),
    why=Words("这些写法在任何句子里都是错的", "these are wrong in any sentence"),
    sources=(DICTIONARY, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "禁止焚烧秸杆。",
            "房屋修茸。",
            "监管松驰。",
            "划拔专项资金。",
            "不得弄虚做假。",
            "走头无路。",
        )
    ),
    good=(
        Example(
            body="秸秆还田，电线杆修葺；既使用又管理，公园满意度高，交通迅速，究竟赛事几场，预防碍难。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _MISSPELLED)


_MISSPELLED = misspellings(
    {
        "秸杆": "秸秆",
        "修茸": "修葺",
        "松驰": "松弛",
        "渡假(?<!过渡假)": "度假",
        "走头无路": "走投无路",
        "走投无陆": "走投无路",
        "一愁莫展": "一筹莫展",
        "再接再励": "再接再厉",
        "按步就班": "按部就班",
        "迫不急待": "迫不及待",
        "不径而走": "不胫而走",
        "直接了当": "直截了当",
        "穿流不息": "川流不息",
        "谈笑风声": "谈笑风生",
        "默守成规": "墨守成规",
        "一诺千斤": "一诺千金",
        "金榜提名": "金榜题名",
        "鼎立相助": "鼎力相助",
        "美仑美奂": "美轮美奂",
        "挺而走险": "铤而走险",
        "出奇不意": "出其不意",
        "滥芋充数": "滥竽充数",
        "防患未燃": "防患未然",
        "弄虚做假": "弄虚作假",
        "徇私舞敝": "徇私舞弊",
        "营私舞敝": "营私舞弊",
        "玩忽职首": "玩忽职守",
        "以权谋思": "以权谋私",
        "拔款(?<![选提]拔款)": "拨款",
        "拔付(?<![选提]拔付)": "拨付",
        "划拔(?<![计规策]划拔)": "划拨",
        "调拔(?<!强调拔)": "调拨",
        "拔打(?<![选提]拔打)": "拨打",
        "粗旷": "粗犷",
        "渲泻": "宣泄",
        "震憾": "震撼",
        "脉博(?![物览士])": "脉搏",
        "幅射": "辐射",
        "气慨": "气概",
        "针贬": "针砭",
        "寒喧": "寒暄",
        "弦律": "旋律",
        "姿式": "姿势",
        "沉缅": "沉湎",
        "竟赛(?<![究毕]竟赛)": "竞赛",
        "竟争(?<![究毕]竟争)": "竞争",
        "竟聘(?<![究毕]竟聘)": "竞聘",
        "峻工(?<![严险陡]峻工)": "竣工",
        "烦燥": "烦躁",
        "干躁": "干燥",
        "急燥": "急躁",
        "装璜": "装潢",
        "亲睐": "青睐",
        "水笼头": "水龙头",
        "抵毁": "诋毁",
        "坐阵指挥": "坐镇指挥",
        "瞻养(?<!观瞻养)": "赡养",
        "贪脏枉法": "贪赃枉法",
        "灌概(?![况算念述要率括])": "灌溉",
        "煤碳(?![排中达减汇交足市税峰])": "煤炭",
        "焦碳(?<!聚焦碳)(?![排中达减汇交足市税峰])": "焦炭",
        "困绕": "困扰",
        "坚难(?<!攻坚难)": "艰难",
        "坚巨(?<!攻坚巨)": "艰巨",
        "严竣": "严峻",
        "安全渡汛": "安全度汛",
        "欢渡": "欢度",
        "振灾(?<!提振灾)": "赈灾",
        "烟花暴竹": "烟花爆竹",
        "恢覆": "恢复",
        "消毁": "销毁",
        "吊消(?![防毒])": "吊销",
        "供消社": "供销社",
        "再所难免": "在所难免",
        "全神惯注": "全神贯注",
        "不记其数": "不计其数",
        "相辅相承": "相辅相成",
        "因地治宜": "因地制宜",
        "张冠李带": "张冠李戴",
    }
)
_MESSAGE = Words("“{wrong}”应为“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _MISSPELLED.signs
