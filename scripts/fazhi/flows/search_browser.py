"""Search as a reader meets it: the page's own scripts in a real Chromium, files from a server of this machine.

Needs the libraries of the tests and a Chromium; raises NoBrowser without.
"""

import gzip
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from fazhi.flows.build import HOUSE
from fazhi.ground.lean_script import lean

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
_HEAD = 180
"""The bytes of the head of an answer, about."""


class NoBrowser(Exception):
    """There is no Chromium, or no playwright to drive it."""


@dataclass
class Traffic:
    """What came over the wire, headers included, in bytes by address (the server's own: by path)."""

    sizes: dict[str, int]

    def of(self, *parts: str) -> int:
        """The bytes of the addresses that hold one of these texts; of all without any."""
        sizes = tuple(self.sizes.items())  # a server may be adding to them
        return sum(size for url, size in sizes if not parts or any(part in url for part in parts))


@contextmanager
def serve(files: Mapping[str, bytes], sent: Traffic | None = None) -> Iterator[str]:
    """Serve files by their path from memory, compressed as a web server would; the address of the root.

    `sent` is told what leaves, to workers too, of which a page's own tools know nothing.
    """
    given = {"files": files, "packed": {}, "sent": {} if sent is None else sent.sizes}
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), given))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body leave together: apart, each answer would wait 40 ms for the browser to confirm its head.
    wbufsize = 1 << 16
    disable_nagle_algorithm = True
    files: Mapping[str, bytes]
    packed: dict[str, bytes]
    sent: dict[str, int]

    def handle(self) -> None:
        with suppress(ConnectionError):  # the browser was closed
            super().handle()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/") or "index.html"
        data = self.files.get(path)
        if path not in self.packed:  # a web server has its compressed copies beside the files
            self.packed[path] = gzip.compress(data or b"", 6, mtime=0)
        body = self.packed[path]
        self.sent[self.path] = self.sent.get(self.path, 0) + len(body) + _HEAD
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Type", f"{_TYPES.get(Path(path).suffix, 'text/plain')}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def page_files(lang: str = "zh") -> dict[str, bytes]:
    """A page with nothing but the search, and the scripts it loads."""
    assets = HOUSE / "overrides/assets"
    files = {f"assets/{path.name}": path.read_bytes() for path in assets.iterdir()}
    files |= {path: lean(data.decode()).encode() for path, data in files.items() if path.endswith(".js")}
    return files | {"index.html": _page(lang).encode()}


def _page(lang: str) -> str:
    theme = find_spec("material")
    icons = Path(theme.origin or "").parent / "templates" if theme else HOUSE
    environment = Environment(loader=FileSystemLoader([HOUSE / "overrides", icons]), autoescape=True)
    return environment.from_string(_TEMPLATE).render(lang=lang, view=_View(lang))


class _View:
    """As much of a page's view as the search asks for."""

    site: Any = {"sections": ()}

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def file(self, path: str) -> str:
        """The address of a file."""
        return path or "./"


_TEMPLATE = """<!doctype html><html lang="{{ lang }}"><head><meta charset="utf-8"><title>search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:">
<link rel="stylesheet" href="assets/fazhi.css"><link rel="icon" href="data:,"></head><body>
{% import "partials/words.html" as all_words %}{% set w = all_words.words[lang] %}
<button type="button" data-fz="search" hidden>{{ w.search }}</button>
{% include "partials/search.html" %}<script src="assets/fazhi.js"></script></body></html>"""


@contextmanager
def chromium() -> Iterator[Any]:
    """A running Chromium, as playwright's Browser."""
    where = shutil.which("chromium") or shutil.which("chromium-browser")
    if where is None or find_spec("playwright") is None:
        raise NoBrowser
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Any, address: str) -> Iterator[tuple[Any, Any, Traffic]]:
    """The page with nothing cached: page, its line to the browser's own tools, what came over the wire."""
    context = browser.new_context()
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    traffic, urls = Traffic({}), {}
    tools.on(
        "Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]})
    )
    tools.on(
        "Network.loadingFinished",
        lambda event: traffic.sizes.update(
            {urls.get(event["requestId"], ""): int(event["encodedDataLength"])}
        ),
    )
    try:
        page.goto(address)
        yield page, tools, traffic
    finally:
        context.close()
