"""What a real nginx gives of a publish root, while releases are switched under it."""

import gzip
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from example_release import IDS, Small, nothing
from fazhi.flows.verify_root import verify_served
from fazhi.verbs.nginx import HEADERS, configuration
from fazhi.verbs.verify import Reader
from serve import HAS_BROTLI, MODULE, Server, serving

SWITCHES, REQUESTS = 100, 10_000
"""While so many releases follow each other, so many requests at least are answered."""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setattr(os, "fsync", nothing)
    small = Small(tmp_path)
    small.put("404.html", "没有这一页 No such page")
    small.publish()
    return small


@pytest.fixture
def server(small: Small, tmp_path: Path) -> Iterator[Server]:
    tmp_path.chmod(0o755)
    with serving(small.root, tmp_path / "nginx") as server:
        yield server


def test_pages_come_compressed_and_are_asked_for_again(server, small):
    plain = (small.served / "index.html").read_bytes()
    page = server.get("/", Accept_Encoding="gzip")
    assert (page.headers["content-encoding"], gzip.decompress(page.body)) == ("gzip", plain)
    assert page.headers["cache-control"] == "no-cache"
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert server.get("/", If_None_Match=page.headers["etag"]).status == 200  # of other bytes: not compressed
    assert server.get("/", If_None_Match=page.headers["etag"], Accept_Encoding="gzip").status == 304


@pytest.mark.skipif(not HAS_BROTLI, reason="needs libnginx-mod-http-brotli-static")
def test_pages_come_in_brotli_where_the_browser_takes_it(server, small):
    page = server.get("/", Accept_Encoding="gzip, br")
    assert page.headers["content-encoding"] == "br"
    assert brotli.decompress(page.body) == (small.served / "index.html").read_bytes()


def test_the_file_to_verify_with_is_handed_out_not_shown(server, small):
    """Its script stands in it, which the site's policy would not let run."""
    small.put("verify.html", "<script>void 0</script>" + "。" * 300)
    small.publish()
    got = server.get("/verify.html", Accept_Encoding="gzip")
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"] == "attachment; filename=verify.html"
    assert gzip.decompress(got.body) == (small.site / "verify.html").read_bytes()
    assert {name: got.headers.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("brotli", [True, False])
def test_nginx_takes_the_configuration_with_and_without_the_module(tmp_path, brotli):
    if brotli and not HAS_BROTLI:
        pytest.skip("needs libnginx-mod-http-brotli-static")
    text = configuration(tmp_path, "127.0.0.1:1", "_", brotli=brotli)
    module = f"load_module {MODULE};" if brotli else ""
    around = f"{module} pid {tmp_path}/pid; events {{}} http {{ access_log off; {text} }}"
    (tmp_path / "nginx.conf").write_text(around, encoding="utf-8")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    asked = [nginx, "-t", "-q", "-e", tmp_path / "log", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
    subprocess.run(asked, check=True, capture_output=True)


def test_every_answer_bears_the_security_headers(server):
    for path in ("/", "/nothing/", "/assets/own.css", "/.x"):
        headers = server.get(path).headers
        assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert headers["server"] == "nginx"


def test_hashed_assets_are_kept_for_ever_even_of_releases_before(server, small):
    old = re.search(rb'src="(assets/[^"]+)"', server.get("/").body)
    assert old
    body = server.get(f"/{old[1].decode()}").body
    small.put("assets/own.js", "void 1;" * 60)
    small.publish()
    again = server.get(f"/{old[1].decode()}")
    assert (again.status, again.body) == (200, body)
    assert again.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert re.search(rb'src="(assets/[^"]+)"', server.get("/").body) != old


@pytest.mark.parametrize("name", ["abcdefghi.js", "abcdefghij.js", "abcdefghij/12.js"])
def test_files_of_search_are_kept_for_a_day_save_the_list_of_them(server, small, name):
    small.put(f"search/{name}", "void 1;")
    small.put("search/lists.js", "void 1;")
    small.publish()
    kept = server.get(f"/search/{name}")
    assert (kept.status, kept.headers["cache-control"]) == (200, "public, max-age=86400, immutable")
    assert server.get("/search/lists.js").headers["cache-control"] == "no-cache"


def test_a_file_of_search_that_is_not_there_is_asked_for_again(server):
    answer = server.get("/search/abcdefghij.js")
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-cache")


@pytest.mark.parametrize(
    "path",
    [
        "/outreach/",
        "/../ledger.jsonl",
        "/%2e%2e/.lock",
        "/.head",
        "/x/.git/config",
        "/assets/../../.lock",
        "/link.html",
        "/nothing",
    ],
)
def test_what_is_no_page_is_answered_in_two_languages(server, small, path):
    (small.served / "link.html").symlink_to("/etc/passwd")
    answer = server.get(path)
    if answer.status != 400:  # nginx refuses a path that climbs out of the root outright
        assert (answer.status in (403, 404), answer.body.decode()) == (True, "没有这一页 No such page")


def test_nothing_but_reading(server):
    assert server.get("/", "POST").status == 405
    assert server.get("/", "DELETE").status == 405


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        (("/", "POST"), 405, ("只能查看", "can only be read")),
        (("/a.csv", "POST"), 405, ("只能查看", "can only be read")),
        ((f"/{'a' * 40_000}",), 414, ("网址太长", "too long")),
        (("nonsense",), 400, ("看不懂", "cannot read")),
    ],
)
def test_what_is_refused_is_told_in_two_languages(server, asked, status, words):
    answer = server.get(*asked)
    assert (answer.status, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert all(each in answer.body.decode() for each in words)
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS


def test_a_part_that_no_file_has_is_told_in_two_languages(server):
    answer = server.get("/", Range="bytes=99999999-")
    assert (answer.status, answer.headers["content-type"]) == (416, "text/plain; charset=utf-8")
    assert all(each in answer.body.decode() for each in ("没有这么长", "not that long"))


def test_nobody_asks_for_a_refusal(server):
    assert server.get("/fazhi-405").status == 404


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("a.csv", "text/csv"),
        ("a.ics", "text/calendar"),
        ("record.md", "text/markdown"),
        ("ledger.jsonl", "application/x-ndjson"),
        ("a.json", "application/json"),
        ("a.xml", "text/xml"),
        ("a.js", "application/javascript"),
        ("assets/own.css", "text/css"),
    ],
)
def test_every_file_has_a_type_and_chinese_in_it_is_read(server, small, name, type):
    if name != "ledger.jsonl":
        small.put(name, "甲,乙\n" * 300)
    small.publish()
    for encoding in ("identity", "gzip"):
        answer = server.get(f"/{name}", Accept_Encoding=encoding)
        assert (answer.status, answer.headers["content-type"]) == (200, f"{type}; charset=utf-8")
        assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-cache"


def test_a_folder_is_found_without_its_stroke(server):
    answer = server.get(f"/{IDS[0]}")
    assert (answer.status, answer.headers["location"]) == (301, f"/{IDS[0]}/")


def test_a_reader_from_outside_can_verify_what_is_served(server, small):
    reader = Reader(lambda path: got.body if (got := server.get(f"/{path}")).status == 200 else None, None)
    assert verify_served(reader, "", None, nothing).faults == []
    page = small.served / "index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert [each.path for each in verify_served(reader, "", None, nothing).faults] == ["index.html"]


def test_no_reader_notices_a_switch(server, small):
    """Pages, and what they load, are always there and of one release, however often that changes."""
    stop, wrong, asked = threading.Event(), [], [0, 0]

    def read(which: int) -> None:
        while not stop.is_set():
            page = server.get(f"/{IDS[which]}/")
            found = re.search(rb'href="[./]*(assets/[^"]+)"', page.body)
            asset = server.get(f"/{found[1].decode()}") if found else page
            told = re.search(rb"no(\d+)", page.body)
            if page.status != 200 or asset.status != 200 or not told or b"/*%s*/" % told[1] not in asset.body:
                wrong.append((page.status, asset.status, page.body[:80]))
            asked[which] += 2

    for number in range(2):
        _numbered(small, number)
    small.publish()
    readers = [threading.Thread(target=read, args=(which,)) for which in range(2)]
    for each in readers:
        each.start()
    number = 2
    while number < SWITCHES + 2 or sum(asked) < REQUESTS:  # both, however slow the readers are
        _numbered(small, number)
        small.publish()
        number += 1
    stop.set()
    for each in readers:
        each.join()
    assert wrong == []
    assert sum(asked) >= REQUESTS
    assert json.loads(server.get("/release.json").body)["release"] == small.served.name


def _numbered(small: Small, number: int) -> None:
    """A site whose every page and style tell of one number."""
    small.put("assets/own.css", f"/*{number}*/" + "body{color:#111}" * 30)
    for id in IDS:
        small.put(
            f"{id}/index.html",
            f'<link rel="stylesheet" href="../../../assets/own.css">no{number} ' + "。" * 300,
        )
