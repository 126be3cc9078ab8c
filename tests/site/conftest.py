"""The project's own site, built once, served by a real nginx, seen by a real Chromium."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from fazhi.doors.cli import main
from fazhi.flows.check_town import register_of
from fazhi.flows.make_release import Order
from fazhi.flows.publish import publish
from ports import free_port
from project import ROOT
from serve import serving

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
]

NGINX = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types; charset utf-8; access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; location /town/ {{ alias {site}/; }} }}
}}
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own town, built."""
    target = tmp_path_factory.mktemp("built") / "site"
    assert main(["build", "--root", str(ROOT), "--site", str(target)]) == 0
    return target


@pytest.fixture(scope="session")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves it: in a sub-folder, as a county's server might."""
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    folder.chmod(0o755)
    configuration = folder / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port, site=built), encoding="utf-8")
    process = subprocess.Popen([nginx, "-p", folder, "-c", configuration], stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/town/"
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium, Debian's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def published(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The project's own site as a release that nginx serves by the configuration that fazhi writes; its address."""
    folder = tmp_path_factory.mktemp("published")
    folder.chmod(0o755)
    register = register_of(ROOT)
    order = Order(folder / "www", register.as_of, 1_790_000_000, samples=True, every_days=7)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)  # nobody pulls the plug here
        patch.setattr(os, "sync", lambda: None)
        publish(register, built, order, lambda: None)
    with serving(folder / "www", folder / "nginx") as server:
        yield server.address
