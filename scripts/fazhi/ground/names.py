"""Names of people: whether a table's cell holds one in full, or masked as people mask them (张*, 张**, 张*明, 张某)."""

import re

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜"
    "崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤柴贠员芮卫冀"
    "解吉裴景荆畅关仝茹郅原薄翟葛樊左岳穆宁焦兰靳祁路耿尚温庄辛管祝齐殷梅盛童霍阎颜倪柳游柯申牛洪鲁凌骆庞章欧"
    "安常乔赖文施牟滕岑蒲卞应宗丘房邢翁聂窦曲艾詹屈纪舒项涂卓单简饶车苗谷冉桂鲍迟费符靖蓝昌成党巩权侍畅狄连"
)
DOUBLE = ("欧阳", "司马", "上官", "诸葛", "尉迟", "令狐", "皇甫", "司徒", "慕容", "东方")

_FULL = re.compile(r"[一-龥]{2,4}|[一-龥]{1,4}·[一-龥]{1,6}")
_MASK = "[*＊×xX○〇某]"
_MASKED = re.compile(rf"(?:[一-龥]|{'|'.join(DOUBLE)})(?:{_MASK}{{1,3}}|{_MASK}[一-龥])")
_NO_PERSON = re.compile(
    r"合计|总计|小计|姓名|无|空缺|待定|委员会|监督|会计|报账|主任|书记|组长|代表|人员|以上|共计|政府|中心|公司|合作社|村$"
)


def is_full_name(cell: str) -> bool:
    """Whether a cell is somebody's whole name."""
    bare = "".join(cell.split())
    if not _FULL.fullmatch(bare) or "某" in bare or _NO_PERSON.search(bare):
        return False
    return bare[0] in SURNAMES or bare.startswith(DOUBLE) or "·" in bare


def is_masked_name(cell: str) -> bool:
    """Whether a cell is a name masked so that the person is not told: the surname, or it and the last sign."""
    return bool(_MASKED.fullmatch("".join(cell.split())))
