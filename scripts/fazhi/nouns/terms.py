"""Official terms: each with its English and the slug that addresses its listing."""

TOPICS: dict[str, tuple[str, str]] = {
    "国务院组织机构": ("State Council organisation", "state-council"),
    "综合政务": ("General government affairs", "general"),
    "国民经济管理、国有资产监管": ("Economy and state assets", "economy"),
    "财政、金融、审计": ("Finance and audit", "finance"),
    "国土资源、能源": ("Land and energy", "land"),
    "农业、林业、水利": ("Agriculture, forestry and water", "agriculture"),
    "工业、交通": ("Industry and transport", "industry"),
    "商务、海关、旅游": ("Commerce, customs and tourism", "commerce"),
    "市场监管、安全生产监管": ("Market and work safety supervision", "market"),
    "城乡建设、环境保护": ("Construction and environment", "construction"),
    "科技、教育": ("Science and education", "education"),
    "文化、广电、新闻出版": ("Culture and media", "culture"),
    "卫生、体育": ("Health and sport", "health"),
    "人口与计划生育、妇女儿童工作": ("Population, women and children", "population"),
    "劳动、人事、监察": ("Labour and personnel", "labour"),
    "公安、安全、司法": ("Public security and justice", "justice"),
    "民政、扶贫、救灾": ("Civil affairs and relief", "civil-affairs"),
    "民族、宗教": ("Ethnic and religious affairs", "ethnic-religious"),
    "对外事务": ("Foreign affairs", "foreign"),
    "港澳台侨工作": ("Hong Kong, Macao, Taiwan and overseas Chinese affairs", "overseas"),
    "国防": ("Defence", "defence"),
    "其他": ("Other", "other"),
}
"""政府信息主题分类, 22 classes (DOMAIN §7; the list is known, not confirmed against a text)."""

ACCESS: dict[str, tuple[str, str]] = {
    "主动公开": ("Disclosed proactively", "proactive"),
    "依申请公开": ("Disclosed on request", "on-request"),
    "不予公开": ("Not disclosed", "withheld"),
}
"""公开方式 (政府信息公开条例 arts. 13, 27)."""

STATUS: dict[str, tuple[str, str]] = {
    "有效": ("In force", "in-force"),
    "已修改": ("Amended", "amended"),
    "已废止": ("Repealed", "repealed"),
    "已失效": ("Expired", "expired"),
    "已撤销": ("Annulled", "annulled"),
}
"""有效性. 撤销 is void from the start, 废止 from the day of repeal (党政机关公文处理工作条例 art. 33)."""

SUBJECTS: dict[str, tuple[str, str]] = {
    "领导机制": ("Leadership", "leadership"),
    "决策": ("Decision-making", "decisions"),
    "执法": ("Law enforcement", "enforcement"),
    "裁量": ("Discretion", "discretion"),
    "复议应诉": ("Reconsideration and litigation", "reconsideration"),
    "考核": ("Assessment", "assessment"),
    "学法": ("Study of law", "study"),
    "村民自治": ("Village autonomy", "autonomy"),
    "其他": ("Other", "other"),
}

COMPETITION: dict[str, tuple[str, str]] = {
    "不涉及经营者": ("does not concern business operators", "not-concerned"),
    "没有限制竞争": ("does not restrict competition", "no-restriction"),
    "修改后没有限制竞争": ("does not restrict competition, after changes", "after-changes"),
    "适用例外规定": ("restricts it under an exception", "exception"),
}
"""What a fair competition review (公平竞争审查) came to; the words are this tool's own."""

CLEAN_UP: dict[str, tuple[str, str]] = {
    "继续有效": ("to stay in force", "kept"),
    "修改": ("to be amended", "to-amend"),
    "废止": ("to be repealed", "to-repeal"),
    "宣布失效": ("declared expired", "lapsed"),
}
"""What looking through the documents in force (清理) came to for one of them."""

FORMS: dict[str, tuple[str, str]] = {
    "宣传日": ("Law day", "law-day"),
    "学法": ("Study session", "study"),
    "培训": ("Training", "training"),
    "考试": ("Examination", "examination"),
    "咨询": ("Legal consultation", "consultation"),
    "宣传栏": ("Notice board", "notice-board"),
    "广播": ("Broadcast", "broadcast"),
    "校园": ("School", "school"),
    "会议": ("Meeting", "meeting"),
    "其他": ("Other", "other"),
}

AUDIENCES: dict[str, tuple[str, str]] = {
    "干部": ("Officials", "officials"),
    "执法人员": ("Enforcement staff", "enforcement-staff"),
    "青少年": ("Young people", "young-people"),
    "村民": ("Villagers", "villagers"),
    "其他": ("Others", "others"),
}

ENFORCEMENT: dict[str, tuple[str, str]] = {
    "行政处罚": ("Penalty", "penalty"),
    "行政许可": ("Licence", "licence"),
    "行政强制": ("Coercive measure", "coercion"),
    "行政检查": ("Inspection", "inspection"),
    "行政征收征用": ("Levy or requisition", "levy"),
    "其他": ("Other", "other"),
}
"""Sorts of enforcement decisions (国办发〔2018〕118号, not confirmed against its text)."""

PARTIES: dict[str, tuple[str, str]] = {
    "自然人": ("Natural person", "person"),
    "法人或者其他组织": ("Legal person or organisation", "organisation"),
}

CHANGES: dict[str, tuple[str, str]] = {
    "变更": ("Changed", "changed"),
    "撤销": ("Annulled", "annulled"),
    "确认违法": ("Found unlawful", "unlawful"),
    "确认无效": ("Found void", "void"),
}
"""What may befall a penalty decision once it is public (行政处罚法 art. 48)."""

COLLECTIVE_PAPERS: dict[str, tuple[str, str]] = {
    "年度经营报告": ("Yearly operating report", "operating-report"),
    "年度财务会计报告": ("Yearly financial report", "financial-report"),
    "收益分配方案": ("Distribution plan", "distribution-plan"),
}
"""What a rural collective lays before its members (农村集体经济组织法 art. 46)."""
