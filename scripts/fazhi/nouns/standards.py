"""Standards, notices and indicators that are no articles of a law; more than one rule follows from each."""

from fazhi.ground.words import Words
from fazhi.nouns.rule import Standard

INDICATORS = Standard(
    Words(
        "政府网站与政务新媒体检查指标（国办秘函〔2019〕19号）",
        "Inspection indicators for government sites (2019)",
    ),
    False,
)
SUPERVISION_RULES = Standard(
    Words(
        "法治政府建设与责任落实督察工作规定（2019年）",
        "Provisions on Supervision of Law-Based Government Building (2019)",
    ),
    False,
)
REPORT_FORM = Standard(
    Words(
        "政府信息公开工作年度报告格式（国办公开办函〔2021〕30号）",
        "Form of the yearly report on open government information (2021)",
    ),
    False,
)
ENFORCEMENT = Standard(
    Words(
        "行政执法公示制度（国办发〔2018〕118号）",
        "System of making enforcement public (State Council Office notice 118, 2018)",
    ),
    False,
)
PAGE_DESIGN = Standard(
    Words(
        "政府网站发展指引（国办发〔2017〕47号）附件“网页设计规范”",
        "Guidelines for government sites (2017), annex on page design",
    ),
    True,
)
WCAG = Standard(
    Words(
        "《Web内容无障碍指南》（WCAG）2.2 AA 级", "Web Content Accessibility Guidelines (WCAG) 2.2, level AA"
    ),
    False,
)
WEB_ACCESS = Standard(
    Words(
        "《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668—2019）",
        "Accessibility of internet content (GB/T 37668-2019)",
    ),
    False,
)
ELDER_SITES = Standard(
    Words(
        "《互联网网站适老化通用设计规范》（工信厅信管函〔2021〕67号附件1）",
        "General design of sites for the elderly (MIIT 2021, annex 1)",
    ),
    False,
)
PUNCTUATION = Standard(Words("GB/T 15834—2011《标点符号用法》", "GB/T 15834-2011, punctuation"), False)
NUMERALS = Standard(Words("GB/T 15835—2011《出版物上数字用法》", "GB/T 15835-2011, numerals"), False)
OFFICIAL_NUMBER = Standard(
    Words(
        "《党政机关公文格式》（GB/T 9704—2012）第7.2.5条",
        "Layout of official documents (GB/T 9704-2012), 7.2.5",
    ),
    True,
)
OFFICIAL_DATE = Standard(
    Words(
        "《党政机关公文格式》（GB/T 9704—2012）第7.3.5.4条",
        "Layout of official documents (GB/T 9704-2012), 7.3.5.4",
    ),
    False,
)
DICTIONARY = Standard(
    Words("《现代汉语词典》、《第一批异形词整理表》", "Dictionary of Modern Chinese, list of variant words"),
    False,
)
