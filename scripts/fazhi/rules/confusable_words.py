"""Words taken for others that sound or look like them: 签定 for 签订, 布署 for 部署, 招聘启示 for 招聘启事.

Each looks around, for two right words may meet: 发布署名, 标签定价, 讲座落实, 干部份额, 关注消费, 审核消防.
制定 and 制订, 订金 and 定金 are both right words; which is meant no pattern can tell.
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
    severity=Severity.WARNING,
    ref="TEXT-26",
    on="document",
    wording=True,
    what=Words(
        "不用形近、音近的错词：签订、部署、安装、坐落", "no word taken for its neighbour in sound or form"
    ),
    why=Words("错词使公文显得草率，也影响检索", "they look careless and hinder search"),
    sources=(DICTIONARY, WRITTEN_RIGHT),
    bad=tuple(
        Example(body=f"{text}\n")
        for text in (
            "与农户签定合同。",
            "认真布署汛期工作。",
            "按装路灯。",
            "广场座落于村东。",
            "部份村民。",
            "发布招聘启示。",
            "由自已负责。",
            "注消登记。",
        )
    ),
    good=(
        Example(
            body="发布署名文章，标签定价，按装修标准，讲座落在实处，干部份额，关注消费，审核消防，时侯马市，自已有。\n"
        ),
    ),
)


def check(document: Document, register: Register) -> Iterator[Found]:
    return told(document, _MESSAGE, _CONFUSED)


_CONFUSED = misspellings(
    {
        "签定(?<![标书便抽中题]签定)": "签订",
        "布署(?<![发公颁宣遍分散]布署)(?!名)": "部署",
        "按装(?![修配机载备订箱运卸车饰船束置])": "安装",
        "座落(?<![讲一两三四五这那每该几首满入客]座落)(?=于|在)": "坐落",
        "部份(?![额子量内外])": "部分",
        "招聘启示": "招聘启事",
        "招领启示": "招领启事",
        "寻人启示": "寻人启事",
        "寻物启示": "寻物启事",
        "征文启示": "征文启事",
        "征稿启示": "征稿启事",
        "更名启示": "更名启事",
        "时侯(?![某村镇姓门马])": "时候",
        "气侯(?![某村镇姓门马])": "气候",
        "侯选人": "候选人",
        "侯补": "候补",
        "侯车": "候车",
        "自已(?=的|身|家|动手|负责|管理|选择|承担|解决|申报|填)": "自己",
        "己经(?<![自知利律克]己经)": "已经",
        "即然(?<![立随]即然)(?!后|而)": "既然",
        "反应诉求": "反映诉求",
        "反应民意": "反映民意",
        "反应社情民意": "反映社情民意",
        "按排(?![名名序列放污水队行])": "安排",
        "复盖(?<![回答批]复盖)(?![章印有])": "覆盖",
        "注消(?<![关]注消)(?![费防息化除失毒])": "注销",
        "撤消(?![费防息化除失毒])": "撤销",
        "取销(?![售毁路量往货])": "取消",
        "报消(?<![通申上汇情公]报消)(?![费防息化除失耗毒])": "报销",
        "核消(?<![审考复查初]核消)(?![费防息化除失毒])": "核销",
        "粘土": "黏土",
        "磨擦(?<!打磨擦)(?![拭洗净亮])": "摩擦",
        "交侯": "交候",
        "防讯(?<![预国消]防讯)(?![息号问])": "防汛",
        "枪险": "抢险",
        "辨公(?<![分明]辨公)": "办公",
        "座谈会仪(?!式)": "座谈会议",
        "会仪(?!式)": "会议",
        "安置费发放名弹": "安置费发放名单",
        "其他它": "其他",
    }
)
_MESSAGE = Words("“{wrong}”应为“{right}”", "'{wrong}' should read '{right}'")
SIGNS = _CONFUSED.signs
