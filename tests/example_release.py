"""A small town, a site of it made by hand, and a publish root: what tests of publishing start from."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from example_town import AS_OF, KINDS, lay, put, read, text_of
from fazhi.flows.build import sources_of
from fazhi.flows.make_release import Order
from fazhi.flows.past import past
from fazhi.flows.publish import Published, publish
from fazhi.flows.verify_root import Verified, verify
from fazhi.nouns.build_list import FILE
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example
from fazhi.verbs.correction_data import correction_data
from fazhi.verbs.list_build import listed
from fazhi.verbs.record_texts import record_texts

NOON = datetime.combine(AS_OF, time(12), UTC).timestamp()
"""What the clock shows on the day of the examples, whenever the tests run: nothing is published as of a day that is past."""
IDS = tuple(f"outreach/2026/talk-{number}" for number in range(3))


def nothing(*_: object) -> None:
    """Progress that nobody watches."""


class Small:
    """The town lies in `town`, its site in `site`, and is published to `root`; `build` reads what was written."""

    register: Register

    def __init__(self, folder: Path) -> None:
        self.town, self.site, self.root = folder / "town", folder / "site", folder / "www"
        lay(self.town, Example(kind="regulation"))
        for id in IDS:
            self.write(id)
        self.build()

    def write(self, id: str, values: Mapping[str, str | None] | None = None, body: str | None = None) -> Path:
        """Write one record about a talk; each is numbered."""
        number = int(id.rpartition("-")[2])
        own = {"title": f"第{number}次宣传", "index": f"140825107/2026-{number + 101:05}"}
        text = (
            body
            or f"发放资料{number}20份，支出 {number}5.60 元。\n\n| 项目 | 金额 |\n|---|---|\n| 印刷 | 12.30 |\n| 茶水 | 3.30 |\n"
        )
        example = Example(kind="outreach", values={**own, **(values or {})}, body=text)
        return put(self.town, id, text_of(KINDS["outreach"], example))

    def build(self) -> None:
        """Make the site anew: a page a record, the assets, data for search."""
        self.register = read(self.town)
        pages = {id: record.original.body.text for id, record in self.register.records.items()}
        for id, text in pages.items():
            depth = "../" * (id.count("/") + 1)
            self.put(
                f"{id}/index.html",
                f'<link rel="stylesheet" href="{depth}assets/own.css"><h1>{id}</h1><p>{text}</p>'
                + "。" * 300,
            )
        self.put("index.html", '<script src="assets/own.js"></script>首页' + "首" * 300)
        self.put("assets/own.css", "body{color:#111}" * 30)
        self.put("assets/own.js", "void 0;" * 60)
        self.put("search/search_index.json", json.dumps(pages))

    def put(self, path: str, text: str) -> None:
        """Write one file of the site."""
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def order(self, **changes: object) -> Order:
        """How to publish, unless changed."""
        return replace(Order(self.root, AS_OF, 1_790_000_000), **changes)  # type: ignore[arg-type]

    def publish(self, **changes: object) -> Published:
        """Publish the site as it lies there."""
        return publish(self.register, self.site, self.order(**changes), nothing)

    def verify(self, signers: str = "") -> Verified:
        """Verify what is served."""
        return verify(self.root, signers, None, nothing)

    def codes(self, signers: str = "") -> set[str]:
        """The names of all faults of what is served."""
        return {fault.code for fault in self.verify(signers).faults}

    @property
    def served(self) -> Path:
        """The folder that is served."""
        return (self.root / "current").resolve()


class Told(Small):
    """A small town whose site has the files that tell a record's text and what its corrections changed, and is listed."""

    def build(self) -> None:
        super().build()
        known = past(self.register, self.order())
        files = {**dict(record_texts(self.register)), **correction_data(self.register, known)}
        for path, data in files.items():
            self.put(path, data.decode())
        self.list()

    def list(self) -> None:
        """Note what lies in the site, as the build does."""
        self.put(FILE, listed(self.site, sources_of(self.town)).data.decode())


def correction(on: date = AS_OF, what: str = "更正金额") -> str:
    """One correction entry as front matter has it."""
    return f"[{{on: {on.isoformat()}, what: {what}, why: 录入有误, by: reviewer}}]"
