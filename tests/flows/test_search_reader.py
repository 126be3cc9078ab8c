"""What the index alone cannot tell, and the reader holds against the text: made pages, a real browser."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from fazhi.flows.search_browser import chromium, opened, page_files, serve
from fazhi.nouns.entry import Entry, Searched
from fazhi.verbs.search_files import search_files

pytestmark = pytest.mark.browser

FILLER = "\n".join("年月日时分秒甲乙丙丁戊己庚辛" * 6 for _ in range(30))
"""More than two passages of what nobody asks for."""
PAGES = {
    "scattered, then together": f"渠道。水渠。道路。路灯。\n{FILLER}\n水渠道路灯验收。",
    "one far from the other": f"槐荫桥头施工。\n{FILLER}\n枣岭泵站报废。",
    "with decimals": "合计5,000.00元。",
    "in whole yuan": "合计5000元。另付7000元。",
    "in a table": "架设电线 8,000.00",
    "rests on a number": "根据示政发〔2024〕5号的规定。",
    "another organ": "根据泉党发〔2024〕6号的规定。",
    "pieces elsewhere": "杏园村修了停车场，操场硬化了。",
    "somebody came": "村长的电话贴在门口。写明是谁来的。",
    "says who": "村长的名字见公示栏。",
    "pieces here": "杏园村的老停车场硬化了。",
}
PAGES |= {f"boat {number}": f"鲤湾渡船检修记录第{number}号。" for number in range(14)}
ASKED = {
    "together in a later passage": ("水渠道路灯", ["scattered, then together"]),
    "words in two passages": ("槐荫桥头施工 枣岭泵站报废", ["one far from the other"]),
    "a sum with decimals": ("5000.00", ["with decimals"]),
    "a sum without": ("5000", ["in whole yuan", "with decimals"]),
    "a sum before 元": ("5000元", ["in whole yuan", "with decimals"]),
    "a sum in a table": ("8000元", ["in a table"]),
    "a sum that is only in whole yuan": ("7000.00", ["in whole yuan"]),
    "words before an organ": ("关于示政发2024年5号", ["rests on a number"]),
    "a number of another organ": ("示政发〔2024〕6号", []),
    "a question": ("村长是谁", ["says who", "somebody came"]),
    "unspaced": ("杏园村停车场硬", ["pieces here"]),
    "exactly": ("“停车场硬化”", ["pieces here"]),
    "without": ("杏园村 -操场", ["pieces here"]),
    "what every object has": ("constructor", []),
    "a long run is no word of thirty-two terms": ("1年2月3日4时5分6秒7甲8乙9丙1丁2戊3己", []),
}
NEAREST = "rows of a wrong character"
ASK = """async (typed) => {
  const reader = FazhiSearch.reader, answer = await reader.search(typed, { lang: 0, narrowed: {}, sort: "" });
  const shown = await Promise.all(answer.hits.map((hit) => reader.show(hit, answer)));
  return [answer.how, shown.filter(Boolean).map((each) => each.title).sort()];
}"""


@pytest.fixture(scope="module")
def found() -> Iterator[dict[str, Any]]:
    """How each query was answered, and with which pages."""
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        yield thread.submit(ask).result()


def ask() -> dict[str, Any]:
    entries = [
        Entry(f"pages/{at}", "zh", title, text, "page") for at, (title, text) in enumerate(PAGES.items())
    ]
    files = dict(search_files(Searched(tuple(sorted(entries, key=lambda each: each.order)))))
    with (
        serve({**files, **page_files()}) as address,
        chromium() as browser,
        opened(browser, address) as (page, _, _),
    ):
        page.keyboard.press("/")
        page.wait_for_selector("#fz-search[data-ready]")
        told = {case: page.evaluate(ASK, typed) for case, (typed, _) in ASKED.items()}
        page.keyboard.insert_text("鲤湾渡喆检修记录")
        page.wait_for_selector(".fz-search__more:not([hidden])")
        return {**told, NEAREST: page.locator(".fz-search__hit").count()}


def test_ten_nearest_pages_are_shown_at_first(found):
    assert found[NEAREST] == 10


@pytest.mark.parametrize("case", ASKED)
def test_pages_are_shown_that_hold_what_was_typed(found, case):
    how, titles = found[case]
    assert titles == ASKED[case][1] or (not ASKED[case][1] and how in ("near", "none"))
