"""The configuration by which nginx serves a publish root: a file for Debian's sites-available (DESIGN §8)."""

import re
from pathlib import Path

from fazhi.ground.words import Words
from fazhi.nouns.fault import Fault, Refused
from fazhi.nouns.release import ASSETS, CURRENT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Pages hold no inline script and no inline style, so none is allowed, and nothing of another host."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


TYPES = {"csv": "text/csv", "ics": "text/calendar", "md": "text/markdown", "jsonl": "application/x-ndjson"}
"""What nginx's own list has no type for: browsers would take these files for bytes of no kind."""
ENABLED = Path("/etc/nginx/modules-enabled")
"""Where Debian’s nginx finds the modules it loads: it does not start on a directive of one that it has not."""


def has_brotli(enabled: Path = ENABLED) -> bool:
    """Whether the nginx of this machine loads the module that sends copies compressed with Brotli."""
    files = (file for file in enabled.glob("*.conf") if file.is_file())
    return any("ngx_http_brotli_static_module" in file.read_text(errors="replace") for file in files)


def configuration(root: Path, listen: str, name: str, *, brotli: bool) -> str:
    """A server for a publish root, listening at a port or `address:port`, for a host name (`_` for any).

    `brotli`: whether nginx has the module that sends copies compressed with Brotli. It stands in nginx's `http` part. Raises Refused for a path or a name that nginx would read as something else.
    """
    _hold(root, listen, name)
    headers = "\n".join(f'  add_header {key} "{value}" always;' for key, value in HEADERS.items())
    values = {
        "@brotli@": _BROTLI if brotli else _NO_BROTLI,
        "@root@": str(root),
        "@current@": CURRENT,
        "@assets@": ASSETS,
        "@listen@": listen,
        "@name@": name,
        "@own_types@": " ".join(TYPES.values()),
        "@types@": "\n".join(_TYPE.format(ending=each, type=type) for each, type in TYPES.items()),
        "@refusals@": "\n".join(_REFUSAL.format(code=code, words=words) for code, words in _REFUSALS.items()),
    }
    text = _TEMPLATE.replace("@headers@", headers)
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _hold(root: Path, listen: str, name: str) -> None:
    for each in (str(root), listen, name):
        if not each or set(each) & _MEANS_SOMETHING:
            raise Refused(Fault(each, "unfit-name", _UNFIT))
    found = _LISTEN.fullmatch(listen)
    if not found or not 0 < int(found[1]) < 65536:
        raise Refused(Fault(listen, "unfit-port", _NO_PORT))


_LISTEN = re.compile(r"(?:(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]|\*):)?([0-9]{1,5})")
_MEANS_SOMETHING = frozenset(" \t\r\n\"'{};$\\#")
_BROTLI = "brotli_static on;  # libnginx-mod-http-brotli-static"
_NO_BROTLI = (
    "# Without libnginx-mod-http-brotli-static there is no brotli_static: pages go out in gzip, a seventh larger.\n"
    "  # Install it and write this file again, or use `--brotli yes` for another machine."
)
_TEMPLATE = r"""# Written by `fazhi host nginx`. Needs: nginx.
map $uri $fazhi_cache {
  default "no-cache";
  "~^/assets/.*\.[0-9a-f]{8,16}\." "public, max-age=31536000, immutable";
  # Files of search never change under their names; what is withdrawn is gone from browsers too after a day.
  "~^/search/[a-z]{9,10}(?:/[0-9]+)?\.js$" "public, max-age=86400, immutable";
}

server {
  listen @listen@;
  server_name @name@;
  root @root@/@current@;
  index index.html;
  charset utf-8;
  charset_types text/html text/css text/plain text/xml application/javascript application/json @own_types@;
  gzip_static on;
  @brotli@
  autoindex off;
  server_tokens off;
  absolute_redirect off;
  disable_symlinks on from=$document_root;
  error_page 403 404 /404.html;
@refusals@
@headers@
  add_header Cache-Control $fazhi_cache always;

  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
  location ~ /\. { return 404; }
@types@
  location = /verify.html {
    types { }
    default_type application/octet-stream;
@headers@
    add_header Content-Disposition "attachment; filename=verify.html" always;
    add_header Cache-Control "no-cache" always;
  }
  # What bears its hash lies where no switch moves it: between looking and opening, another release may be served.
  location /@assets@/ { root @root@; try_files $uri @plain; }
  location @plain { }
}
"""
_TYPE = "  location ~ \\.{ending}$ {{ default_type {type}; }}"
_REFUSAL = (
    "  error_page {code} /fazhi-{code};\n"
    "  location = /fazhi-{code} {{ internal; default_type text/plain; return {code} '{words.zh}\\n{words.en}\\n'; }}"
)
_REFUSALS = {
    400: Words("服务器看不懂这个请求。", "The server cannot read this request."),
    405: Words("这里的网页只能查看，不接受提交。", "Pages here can only be read; nothing is taken in."),
    413: Words("请求太大。", "The request is too large."),
    414: Words("网址太长。", "The address is too long."),
    416: Words("文件没有这么长。", "The file is not that long."),
    500: Words("服务器出错，请稍后再试。", "The server failed; please try again later."),
}
_NO_PORT = Words(
    "端口写作 1 到 65535 的数，或“地址:端口”", "a port is a number from 1 to 65535, or address:port"
)
_UNFIT = Words(
    "路径、端口和主机名里不能有空格、引号、分号、花括号、$、# 和反斜线",
    "a path, port or host name has no spaces, quotes, semicolons, braces, $, # or backslashes",
)
