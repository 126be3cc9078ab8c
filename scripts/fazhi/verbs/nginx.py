"""The configuration by which nginx serves a publish root: a file for Debian's sites-available (DESIGN §8)."""

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
    for each in (str(root), listen, name):
        if not each or set(each) & _MEANS_SOMETHING:
            raise Refused(Fault(each, "unfit-name", _UNFIT))
    headers = "\n".join(f'  add_header {key} "{value}" always;' for key, value in HEADERS.items())
    values = {
        "@brotli@": _BROTLI if brotli else _NO_BROTLI,
        "@root@": str(root),
        "@current@": CURRENT,
        "@assets@": ASSETS,
        "@listen@": listen,
        "@name@": name,
    }
    text = _TEMPLATE.replace("@headers@", headers)
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


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
}

server {
  listen @listen@;
  server_name @name@;
  root @root@/@current@;
  index index.html;
  charset utf-8;
  charset_types text/html text/css text/plain text/xml text/csv application/javascript application/json text/calendar;
  gzip_static on;
  @brotli@
  autoindex off;
  server_tokens off;
  absolute_redirect off;
  disable_symlinks on from=$document_root;
  error_page 403 404 /404.html;
@headers@
  add_header Cache-Control $fazhi_cache always;

  if ($request_method !~ ^(GET|HEAD)$) { return 405; }
  location ~ /\. { return 404; }
  location = /verify.html {
    types { }
    default_type application/octet-stream;
@headers@
    add_header Content-Disposition "attachment; filename=verify.html" always;
    add_header Cache-Control "no-cache" always;
  }
  location /@assets@/ { try_files $uri @kept; }
  location @kept { root @root@; }
}
"""
_UNFIT = Words(
    "路径、端口和主机名里不能有空格、引号、分号、花括号、$、# 和反斜线",
    "a path, port or host name has no spaces, quotes, semicolons, braces, $, # or backslashes",
)
