"""Take the README's pictures of the home page: on a desk and on a phone, from a site that is built already.

    .venv/bin/python scripts/screenshot.py [--site DIR] [--to DIR]

Needs what the tests need (`python3 run.py test` installs it): playwright, and Debian's chromium.
"""

import sys
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

HERE = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VIEWS: dict[str, ViewportSize] = {
    "home.png": {"width": 1280, "height": 800},
    "home-phone.png": {"width": 390, "height": 844},
}
LIMIT = 150_000
"""These are the only generated files that are committed, so they stay small."""


def main() -> int:
    """Write every picture; 1 where one is over the limit, 2 where there is no site."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--site", type=Path, default=HERE / "site", help="a built site, default site/")
    parser.add_argument(
        "--to", type=Path, default=HERE / "images", help="folder for the pictures, default images/"
    )
    args = parser.parse_args()
    if not (args.site / "index.html").is_file():
        print(f"{args.site}: no site here; build one with: python3 run.py build", file=sys.stderr)
        return 2
    args.to.mkdir(parents=True, exist_ok=True)
    with serving(args.site) as home, chromium() as browser:
        sizes = [shoot(browser, home, view, args.to / name) for name, view in VIEWS.items()]
    return 1 if max(sizes) > LIMIT else 0


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium: playwright's own download is not needed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def shoot(browser: Browser, address: str, view: ViewportSize, to: Path) -> int:
    """Take one picture and tell its size; gives the size in bytes."""
    page = browser.new_page(viewport=view, locale="zh-CN", color_scheme="light", reduced_motion="reduce")
    page.goto(address, wait_until="load")
    page.screenshot(path=to, animations="disabled")
    page.close()
    size = to.stat().st_size
    print(f"{to}: {size // 1000} kB" + (f", over {LIMIT // 1000} kB" if size > LIMIT else ""))
    return size


class _Quiet(SimpleHTTPRequestHandler):
    """Serves without a line on the terminal for every request."""

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    sys.exit(main())
