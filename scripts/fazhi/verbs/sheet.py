"""The sheet of a notice as HTML: overrides/notice.html with a record's text, figures and marks in it."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fazhi.ground.paper import Paper
from fazhi.nouns.notice import Notice

TEMPLATE = "notice.html"


@dataclass(frozen=True, slots=True)
class Marks:
    """How paper and site are compared: the QR code as a data URI, the words under it, where to look, and how."""

    qr: str
    qr_words: str
    address: str
    how: str


def sheet(
    notice: Notice, body: str, marks: Marks, paper: Paper, table_type: float, folders: list[Path]
) -> str:
    """The whole sheet. `body` is the record's text as safe HTML; the first of `folders` with the template counts."""
    environment = Environment(loader=FileSystemLoader(folders), autoescape=True, undefined=StrictUndefined)
    template = environment.get_template(TEMPLATE)
    return template.render(notice=notice, body=Markup(body), marks=marks, paper=paper, table_type=table_type)


def marks(notice: Notice, qr: str, link: str | None, address: str, site_name: str) -> Marks:
    """The marks of a notice: `link` is what its QR code leads to, None for one that only tells the figures."""
    offline = "扫码核对金额，不必上网" if notice.figures else "扫码核对要点，不必上网"
    if not notice.on_site:
        return Marks(qr, offline, "", "本件只在村务公开栏公布，不上网。")
    how = (
        f"网上核对：{site_name}“核对公示纸”页，按短码{notice.code}找到本件，比对摘要；以后有更正，也在那里。"
    )
    return Marks(qr, "扫码看网上原件和更正" if link else offline, address, how)
