"""A real nginx of our own, with the configuration that `fazhi host nginx` writes, on a free port of this machine."""

import http.client
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fazhi.verbs.nginx import configuration
from ports import free_port

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
HAS_BROTLI = MODULE.is_file()
_AROUND = """
{module}
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  {server}
}}
"""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Server(NamedTuple):
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        got = connection.getresponse()
        answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        connection.close()
        return answer


@contextmanager
def serving(root: Path, folder: Path) -> Iterator[Server]:
    """nginx serving a publish root; `folder` takes what it needs for itself."""
    port = free_port()
    folder.mkdir()
    server = configuration(root, f"127.0.0.1:{port}", "_", brotli=HAS_BROTLI)
    module = f"load_module {MODULE};" if HAS_BROTLI else ""
    file = folder / "nginx.conf"
    file.write_text(_AROUND.format(module=module, folder=folder, server=server), encoding="utf-8")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([nginx, "-p", folder, "-c", file], stderr=subprocess.DEVNULL)
    try:
        _wait(Server(port), process)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(30)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < until:
        try:
            server.get("/")
            return
        except OSError:
            continue
    raise AssertionError("nginx did not start")
