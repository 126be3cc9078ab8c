"""Duties that a new version of a law put under another article, and the words that tell which duty a text means.

An old number mostly still exists, but says something else: since 2026 art. 30 of the Organic Law of the Villagers'
Committees is about meetings of representatives, and what it said about disclosure stands in art. 35. What was one
article may be several now. The two laws revised for 2026 are here whole; of the Reconsideration Law those duties that can
still be told one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fazhi.ground.laws import Law, Provision
from fazhi.ground.statutes import LANGUAGE, RECONSIDERATION, VILLAGES


@dataclass(frozen=True, slots=True)
class Move:
    """A duty with its articles over time. `told_by`: words of which a text that means this duty has one."""

    provision: Provision
    told_by: tuple[str, ...]


def moves_of(law: Law) -> Iterator[Move]:
    """Every known move within a law."""
    return (move for move in MOVES if move.provision.law is law)


def _moved(law: Law, on: date, old: str, new: str, phrase: str, *told_by: str, now: str = "") -> Move:
    return Move(Provision(law, {date.min: old, on: new}, {old: phrase, new: now or phrase}), told_by)


def _villages(old: str, new: str, phrase: str, *told_by: str, now: str = "") -> Move:
    return _moved(VILLAGES, date(2026, 1, 1), old, new, phrase, *told_by, now=now)


def _language(old: str, new: str, phrase: str, *told_by: str, now: str = "") -> Move:
    return _moved(LANGUAGE, date(2026, 1, 1), old, new, phrase, *told_by, now=now)


def _reconsideration(old: str, new: str, phrase: str, *told_by: str, now: str = "") -> Move:
    return _moved(RECONSIDERATION, date(2024, 1, 1), old, new, phrase, *told_by, now=now)


MOVES: tuple[Move, ...] = (
    _villages("5", "6", "工作给予指导、支持和帮助", "指导、支持和帮助"),
    _villages("6", "8", "共三至七人组成", "三至七人"),
    _villages("7", "9", "村民委员会成员可以兼任下属委员会的成员", "下属委员会"),
    _villages("8", "10", "村民依法发展各种形式的合作经济", "合作经济"),
    _villages("9", "11", "村民委员会应当宣传宪法、法律、法规", "宣传宪法"),
    _villages("10", "12", "遵守并组织实施村民自治章程", "组织实施村民自治章程"),
    _villages("11", "14", "由村民直接选举产生", "直接选举产生"),
    _villages("12", "15", "由村民选举委员会主持", "村民选举委员会主持"),
    _villages("13", "16", "都有选举权和被选举权", "选举权和被选举权"),
    _villages("14", "17", "登记参加选举的村民名单", "村民名单"),
    _villages(
        "15",
        "18",
        "候选人的名额应当多于应选名额",
        "候选人的名额",
        "无记名投票",
        "秘密写票处",
        "选举有效",
        "始得当选",
    ),
    _villages("16", "19", "可以提出罢免村民委员会成员的要求", "罢免"),
    _villages("17", "21", "当选无效", "当选无效"),
    _villages("18", "22", "其职务自行终止", "职务自行终止"),
    _villages("19", "23", "村民委员会成员出缺", "成员出缺", "补选"),
    _villages("20", "24", "十日内完成工作移交", "工作移交"),
    _villages("21", "25", "召集村民会议，应当提前十", "召集村民会议"),
    _villages("22", "26", "十八周岁以上村民的过半数", "召开村民会议"),
    _villages("23", "27", "审议村民委员会的年度工作报告", "年度工作报告"),
    _villages("24", "28", "经村民会议讨论决定方可办理", "讨论决定方可办理", "经村民会议讨论决定"),
    _villages("25", "29", "可以设立村民代表会议", "设立村民代表会议"),
    _villages("26", "30", "村民代表会议每季度召开一次", "村民代表会议"),
    _villages("27", "31", "村民自治章程、村规民约", "村规民约", "自治章程"),
    _villages("28", "32", "召开村民小组会议", "村民小组会议"),
    _villages("29", "34", "少数服从多数的民主决策机制", "少数服从多数"),
    _villages("30", "35", "村务公开制度", "村务公开", "公开栏", "及时公布", "季度公布"),
    _villages("31", "36", "不及时公布应当公布的事项", "不及时公布", "公布不真实", "事项不真实"),
    _villages("32", "37", "村务监督委员会", "村务监督"),
    _villages("33", "38", "民主评议每年至少进行一次", "民主评议"),
    _villages("34", "39", "村务档案", "村务档案"),
    _villages("35", "40", "离任经济责任审计", "审计"),
    _villages("36", "41", "受侵害的村民可以申请人民法院予以撤销", "申请人民法院予以撤销"),
    _villages("37", "42", "公益事业所需的经费，由村民会议通过筹资筹劳解决", "公益事业所需的经费"),
    _villages(
        "37",
        "43",
        "协助政府开展工作应当提供必要的条件",
        "协助政府开展工作",
        "委托部门承担",
        now="协助政府开展工作应当提供必要的经费和条件",
    ),
    _villages("38", "47", "驻在农村的机关、团体、部队", "驻在农村的"),
    _villages("39", "48", "保证本法的实施", "保证本法的实施"),
    _villages("40", "49", "制定实施办法", "制定实施办法"),
    _villages("41", "50", "本法自公布之日起施行", "施行日期"),
    _language("7", "8", "国家通用语言文字事业做出突出贡献", "突出贡献"),
    _language("8", "9", "使用和发展自己的语言文字的自由", "语言文字的自由"),
    _language("9", "10", "国家机关以", "公务用语用字"),
    _language("10", "11", "学校及其他教育机构以", "教育教学用语用字"),
    _language("11", "12", "出版物应当符合国家通用语言文字的规范和标准", "中文出版物", "汉语文出版物"),
    _language("12", "13", "以普通话为基本的播音用语", "播音用语"),
    _language("13", "14", "公共服务行业以规范汉字为基本的服务用字", "服务用字", "服务用语"),
    _language("14", "15", "公共场所的设施用字", "公共场所的设施用字", "企业事业组织名称"),
    _language("15", "17", "信息处理和信息技术产品", "信息技术产品"),
    _language("16", "18", "可以使用方言", "使用方言"),
    _language("17", "19", "题词和招牌的手书字", "使用繁体字", "姓氏中的异体字"),
    _language("18", "20", "以《汉语拼音方案》作为拼写和注音工具", "汉语拼音"),
    _language("19", "21", "应当具备说普通话的能力", "普通话的能力", "普通话水平"),
    _language("20", "22", "对外汉语教学", "对外汉语教学", "国际中文教育", now="国际中文教育"),
    _language("21", "23", "负责规划指导、管理监督", "规划指导、管理监督"),
    _language("22", "24", "地方语言文字工作部门", "地方语言文字工作部门"),
    _language(
        "23",
        "25",
        "工商行政管理部门依法对企业名称、商品名称以及广告的用语用字",
        "工商行政管理部门",
        "市场监督管理部门",
        now="市场监督管理部门依法对企业名称和商品的名称、包装、说明以及广告的用语用字",
    ),
    _language("24", "26", "普通话水平测试等级标准", "测试等级标准"),
    _language("25", "27", "科学技术术语译成国家通用语言文字", "科学技术术语"),
    _language("26", "28", "可以提出批评和建议", "批评和建议"),
    _language("26", "29", "有关单位应当对直接责任人员进行批评教育", "直接责任人员进行批评教育"),
    _language("26", "30", "拒不改正的，予以警告", "予以警告", "给予警告", now="拒不改正的，给予警告"),
    _language("27", "31", "干涉他人学习和使用国家通用语言文字", "干涉他人学习"),
    _language("28", "32", "1月1日起施行", "施行日期"),
    _reconsideration("4", "3", "应当遵循合法、公正、公开", "遵循合法、公正、公开"),
    _reconsideration("5", "10", "法律规定行政复议决定为最终裁决的除外", "最终裁决的除外"),
    _reconsideration(
        "6", "11", "有下列情形之一的，公民、法人或者其他组织可以依照本法申请行政复议", "行政复议范围"
    ),
    _reconsideration("7", "13", "乡、镇人民政府的规定", "附带审查", now="乡、镇人民政府的规范性文件"),
    _reconsideration("9", "20", "六十日内提出行政复议申请", "申请期限", "申请行政复议的期限"),
    _reconsideration("10", "14", "申请行政复议的公民、法人或者其他组织是申请人", "是申请人"),
    _reconsideration("11", "22", "口头申请的，行政复议机关应当当场记录", "口头申请"),
    _reconsideration("14", "26", "也可以向国务院申请裁决", "向国务院申请裁决"),
    _reconsideration("16", "29", "不得向人民法院提起行政诉讼", "不得向人民法院提起行政诉讼"),
    _reconsideration("17", "30", "收到行政复议申请后，应当在五日内进行审查", "五日内进行审查"),
    _reconsideration("19", "34", "对行政复议决定不服再向人民法院提起行政", "先向行政复议机关申请行政复议"),
    _reconsideration("20", "35", "行政复议机关无正当理由不予受理", "无正当理由不予受理"),
    _reconsideration("21", "42", "行政复议机关认为其要求合理，决定停止执行", "停止执行"),
    _reconsideration("23", "48", "申请书副本", "书面答复"),
    _reconsideration("24", "46", "被申请人不得自行向申请人和其他有关", "不得自行向申请人"),
    _reconsideration("26", "56", "有权处理的，应当在三十日内依法处理", "三十日内依法处理"),
    _reconsideration("27", "57", "有权处理的，应当在三十日内依法处理", "三十日内依法处理"),
    _reconsideration("29", "72", "解除对财产的查封、扣押、冻结措施", "解除对财产的查封"),
    _reconsideration("30", "23", "自然资源的所有权或者使用权", "自然资源的所有权"),
    _reconsideration("31", "62", "六十日内作出行政复议决定", "复议期限", "作出行政复议决定"),
    _reconsideration("32", "77", "被申请人应当履行行政复议决定", "履行行政复议决定", "履行复议决定"),
    _reconsideration("33", "78", "申请人民法院强制执行", "逾期不起诉又不履行"),
    _reconsideration("34", "80", "依法给予降级、撤职、开除的", "给予降级、撤职、开除"),
    _reconsideration("35", "81", "徇私舞弊或者有其他渎职、失职行为", "徇私舞弊"),
    _reconsideration("36", "82", "阻挠、变相阻挠公民、法人或者其他组织依法", "变相阻挠"),
    _reconsideration("37", "83", "经责令履行仍拒不履行的", "仍拒不履行"),
    _reconsideration("39", "87", "不得向申请人收取任何费用", "收取任何费用"),
    _reconsideration("40", "88", "关于期间、送达的规定执行", "期间、送达"),
    _reconsideration("41", "89", "外国人、无国籍人、外国组织", "无国籍人"),
)
