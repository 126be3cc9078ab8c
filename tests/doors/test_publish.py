"""Publishing as an administrator does it, from the command line, on a small town."""

import shutil
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from example_release import IDS, NOON, Small, Told
from example_town import AS_OF
from fazhi.flows.lay_out import lay_out
from fazhi.ground.address import address
from fazhi.verbs.nginx import has_brotli
from fazhi.verbs.search_entries import searched
from fazhi.verbs.search_files import search_files
from project import tree

DAY = ("--as-of", AS_OF.isoformat(), "--lang", "en")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    """A small town with a site that the rules about pages are not asked about."""
    monkeypatch.setattr("fazhi.doors.commands.publish.check_site", lambda *_: [])
    monkeypatch.setattr("time.time", lambda: NOON)
    small = Told(tmp_path)
    (small.town / "mkdocs.yml").write_text("", encoding="utf-8")
    for path, data in lay_out(small.register, {}).files.items():
        if not path.startswith("search/"):
            small.put(path, data.decode())
    small.list()
    return small


@pytest.fixture
def publish(small, fazhi):
    def publish(*more: object):
        return fazhi("publish", "--root", small.town, "--site", small.site, "--to", small.root, *DAY, *more)

    return publish


def test_publish_verify_and_go_back(small, publish, fazhi):
    www = small.root
    assert "nothing was written" in publish("--dry-run").err
    assert not www.exists()
    assert publish().out.endswith("2027-06-30-1\n")
    noted = fazhi("witness", "--to", www).out.strip()
    assert publish().out.endswith("2027-06-30-2\n")
    assert fazhi("verify", www, "--witness", noted, "--root", small.town).code == 0
    assert fazhi("rollback", "--to", www, "--root", small.town, *DAY).out == "2027-06-30-3\n"
    history = fazhi("history", "--to", www, "--lang", "en").out.splitlines()
    assert [line.partition(" ")[0] for line in history] == [f"2027-06-30-{n}" for n in (1, 2, 3)]
    assert history[2].endswith("served ← 2027-06-30-1")


def test_a_fault_is_told_by_name_with_exit_code_1(small, publish, fazhi):
    publish()
    page = small.served / "index.html"
    page.write_bytes(page.read_bytes().replace("首".encode(), "尾".encode(), 1))
    said = fazhi("verify", small.root, "--lang", "en", "--root", small.town)
    assert said.code == 1
    assert said.out == "index.html: its content is not what was published [file-changed]\n"


def test_a_signed_release_is_held_to_its_key(small, publish, fazhi, tmp_path):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    signers = tmp_path / "signers"
    signers.write_text(
        f'clerk namespaces="fazhi-release" {key.with_suffix(".pub").read_text()}', encoding="utf-8"
    )
    said = publish("--signers", signers)
    assert (said.code, "signature-missing" in said.out) == (1, True)
    assert not (small.root / "current").exists()
    assert publish("--signers", signers, "--key", key).code == 0
    said = fazhi("verify", small.root, "--signers", signers, "--lang", "en")
    assert (said.code, said.err) == (0, "the signature is good\n")


@pytest.mark.parametrize("where", ["town/docs/www", "town", "."])
def test_a_publish_root_never_holds_or_lies_in_the_town(small, fazhi, where):
    said = fazhi("publish", "--root", small.town, "--to", small.town.parent / where)
    assert said.code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "/nonexistent"),
        ("verify", "http://127.0.0.1:9/"),
        ("history", "--to", "/proc/self"),
        ("rollback", "--to", "/nonexistent"),
        ("witness", "--to", "/nonexistent"),
        ("verify", ".", "--witness", "x"),
        ("verify", ".", "--signers", "/nonexistent"),
    ],
    ids=str,
)
def test_wrong_use_is_told_without_a_traceback(fazhi, arguments):
    said = fazhi(*arguments)
    assert said.code in (0, 1, 2)
    assert "Traceback" not in said.err


@pytest.mark.parametrize("to", ["/etc/passwd", "/etc/passwd/x", "/proc/x", "", " ", "a\0b"])
def test_a_root_that_takes_no_files_is_told_before_anything_is_built(small, fazhi, monkeypatch, to):
    def fail(*_: object) -> None:
        raise AssertionError("checked or built in vain")

    monkeypatch.setattr("fazhi.doors.commands.publish.check_and_tell", fail)
    said = fazhi("publish", "--root", small.town, "--site", small.site, "--to", to, *DAY)
    assert (said.code, said.err.count("\n")) == (2, 1)


@pytest.mark.parametrize("listen", ["abc", "0", "65536", "127.0.0.1", "[::1]", ":80", "127.0.0.1:x"])
def test_a_port_that_is_none_is_wrong_use(fazhi, tmp_path, listen):
    said = fazhi("host", "nginx", "--to", tmp_path, "--listen", listen, "--lang", "en")
    assert (said.code, "[unfit-port]" in said.out) == (2, True)


@pytest.mark.parametrize("listen", ["80", "127.0.0.1:8080", "[::1]:8080", "localhost:80", "*:80"])
def test_a_port_or_address_and_port_is_listened_at(fazhi, tmp_path, listen):
    said = fazhi("host", "nginx", "--to", tmp_path, "--listen", listen, "--lang", "en")
    assert (said.code, f"listen {listen};" in said.out) == (0, True)


def test_the_ledger_is_told_no_day_that_is_past(small, fazhi):
    at = ("--root", small.town, "--site", small.site, "--to", small.root, "--lang", "en")
    said = fazhi("publish", *at, "--as-of", "2027-06-20")
    assert (said.code, "[backdated]" in said.out) == (1, True)
    assert not small.root.exists()


def test_the_history_of_nothing_is_wrong_use(fazhi):
    said = fazhi("history", "--to", "/nonexistent", "--lang", "en")
    assert (said.code, said.err) == (2, "nothing was published in /nonexistent\n")


@contextmanager
def answering(with_: bytes) -> Iterator[str]:
    """The address of a server that answers whoever asks with these bytes, none: closes, and resets."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    asking, _ = server.accept()
                    with asking:
                        if with_:
                            asking.recv(65536)
                            asking.sendall(with_)
                        else:
                            reset = struct.pack("ii", 1, 0)
                            asking.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"


@pytest.mark.parametrize(
    "answer", [b"", b"220 mail ready\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"]
)
def test_a_server_that_is_none_of_the_web_is_told(fazhi, answer):
    with answering(answer) as place:
        said = fazhi("verify", place, "--lang", "en")
    assert (said.code, said.err) == (2, f"{place} does not answer as a web server does\n")


@pytest.mark.parametrize(
    "place", ["http://bad host/", "http://x:99999999/", "http://[/", "ftp://x/", "file:///etc", ""]
)
def test_an_address_that_is_none_is_wrong_use(fazhi, place):
    said = fazhi("verify", place, "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_a_site_that_breaks_a_rule_is_not_published(small, fazhi, monkeypatch):
    monkeypatch.undo()
    said = fazhi("publish", "--root", small.town, "--site", small.site, "--to", small.root, *DAY)
    assert said.code == 1
    assert "[page-title]" in said.out
    assert not small.root.exists()


SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
ATTACHED = {
    "a path that climbs": ("../../../../etc/passwd", "", "value-form"),
    "a path that climbs in disguise": ("..%2f..%2fpasswd", "", "value-form"),
    "a picture with a script": ("scan.svg", "", "attachment-exists"),
    "a page": ("scan.html", "", "attachment-exists"),
    "a picture with a script under another name": ("scan.pdf", "", "attachment-type"),
    "a picture with a script in the text": ("", "![图](scan.svg)", "link-target"),
    "a climbing address in the text": ("", "[附件](../../../../../etc/passwd)", "link-target"),
}


@pytest.mark.parametrize("attack", ATTACHED)
def test_an_attachment_that_could_do_harm_is_not_published(small, publish, attack):
    publish()
    before = tree(small.root)
    name, body, code = ATTACHED[attack]
    path = small.write(
        IDS[0], {"attachments": f'[{{file: "{name}", title: 附件}}]'} if name else {}, f"文字。{body}\n"
    )
    for file in ("scan.svg", "scan.html", "scan.pdf"):
        path.with_name(file).write_bytes(SCRIPT)
    said = publish()
    assert (said.code, f"[{code}]" in said.out) == (1, True)
    assert tree(small.root) == before


def test_a_site_of_other_records_is_not_published(small, publish):
    (small.site / IDS[0] / "index.html").unlink()
    said = publish()
    assert (said.code, "[page-missing]" in said.out) == (1, True)
    assert not small.root.exists()


def test_a_site_of_what_the_records_said_before_is_not_published(small, publish):
    small.write(IDS[0], body="发放资料 21 份。\n")
    said = publish()
    assert (said.code, said.out.count("[site-other]")) == (1, 1)
    assert f"{IDS[0]}/record.md" in said.out
    assert not small.root.exists()


def test_a_site_with_a_record_that_is_gone_is_not_published(small, publish):
    (small.town / f"docs/{IDS[0]}.md").unlink()
    said = publish("--dry-run")
    assert (said.code, "[site-other]" in said.out) == (1, True)


def test_a_page_changed_by_hand_is_not_published(small, publish):
    found = searched(small.register)
    for entry in found.entries:
        small.put(f"{address(entry.id, entry.lang)}index.html", f"<h1>{entry.title}</h1>{entry.text}")
    for path, data in search_files(found):
        small.put(path, data.decode())
    small.list()
    assert publish("--dry-run").code == 0
    page = small.site / IDS[1] / "index.html"
    text = page.read_text(encoding="utf-8")
    assert "15.60" in text
    page.write_text(text.replace("15.60", "99.99"), encoding="utf-8")
    for more in ("--dry-run", "--samples"):
        said = publish(more)
        assert (said.code, "[search-differs]" in said.out, IDS[1] in said.out) == (1, True, True)
    assert not small.root.exists()


PARTS = {
    "a word of a page without search": ("index.html", lambda text: text.replace("首首", "尾首", 1), "site-changed"),
    "one of two places": (f"{IDS[1]}/index.html", lambda text: text.replace("15.60", "15.61", 1), "site-changed"),
    "a picture's description": (f"{IDS[1]}/index.html", lambda text: text.replace("<p>", '<p title="">'), "site-changed"),
    "a style": ("assets/own.css", lambda text: f"{text}p{{display:none}}", "site-changed"),
    "a page more": ("new/index.html", lambda _: "<h1>新</h1>", "site-added"),
    "a page less": ("index.html", lambda _: None, "site-missing"),
    "data": ("data/corrections.json", lambda text: f"{text} ", "site-changed"),
    "no list": ("build.json", lambda _: None, "build-unknown"),
    "a list of nothing": ("build.json", lambda _: "{}", "build-unknown"),
    "a list written by hand": ("build.json", lambda text: text.replace("\n", " "), "build-unknown"),
}  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_site_that_is_not_as_it_was_built_is_not_published(small, publish, part):
    path, edit, code = PARTS[part]
    file = small.site / path
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    text = edit(before)
    assert text != before
    if text is None:
        file.unlink()
    else:
        small.put(path, text)
    for more in ("--dry-run", "--samples"):
        said = publish(more)
        assert (said.code, f"{path}: " in said.out, f"[{code}]" in said.out) == (1, True, True)
    assert not small.root.exists()


@pytest.mark.parametrize("source", ["docs/pages/about.md", "town.yml", "mkdocs.yml", "overrides/a.html"])
def test_a_site_of_other_sources_is_not_published(small, publish, source):
    """Of pages without search too, and of templates."""
    file = small.town / source
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if file.is_file() else b"---\ntitle: x\n---\n\nx\n" * file.name.endswith(".md")
    file.write_bytes(before + b"# x\n")
    said = publish()
    assert (said.code, "build.json: " in said.out, "[build-old]" in said.out) == (1, True, True)
    assert not small.root.exists()


def test_a_site_of_an_earlier_day_is_not_published_once_that_shows(small, fazhi, publish):
    """The example's report is due on 1 April: from then on the data of coverage say otherwise."""
    late = ("--as-of", "2028-05-01", "--lang", "en", "--site", small.site, "--to", small.root)
    said = fazhi("publish", "--root", small.town, *late)
    assert (said.code, "data/coverage.json: " in said.out, "[site-other]" in said.out) == (1, True, True)
    assert publish("--dry-run").code == 0


def test_the_list_of_what_was_built_is_not_published(small, publish):
    assert publish().code == 0
    assert (small.site / "build.json").is_file()
    assert not (small.served / "build.json").exists()


def test_the_server_is_told_of_brotli_only_where_it_can(fazhi, tmp_path, monkeypatch):
    monkeypatch.setattr("fazhi.doors.commands.host.has_brotli", lambda: False)
    said = fazhi("host", "nginx", "--to", tmp_path, "--lang", "en")
    assert (said.code, "left out" in said.err) == (0, True)
    assert not any(line.strip().startswith("brotli_static") for line in said.out.splitlines())
    said = fazhi("host", "nginx", "--to", tmp_path, "--brotli", "yes")
    assert ("  brotli_static on;" in said.out, said.err) == (True, "")
    monkeypatch.undo()
    assert "  brotli_static on;" not in fazhi("host", "nginx", "--to", tmp_path, "--brotli", "no").out


def test_the_module_counts_where_nginx_loads_it(tmp_path):
    assert not has_brotli(tmp_path / "none")
    (tmp_path / "50-mod-http-gone.conf").symlink_to("/nonexistent")
    (tmp_path / "50-mod-stream.conf").write_text(
        "load_module modules/ngx_stream_module.so;\n", encoding="utf-8"
    )
    assert not has_brotli(tmp_path)
    loads = "load_module modules/ngx_http_brotli_static_module.so;\n"
    (tmp_path / "50-mod-http-brotli-static.conf").write_text(loads, encoding="utf-8")
    assert has_brotli(tmp_path)


def test_what_outsiders_noted_is_kept_and_held_against_the_ledger(small, publish, fazhi):
    www, own = small.root, ("--root", small.town, *DAY)
    publish()
    noted = fazhi("witness", "--to", www).out.strip()
    assert fazhi("witness", "--to", www, "--keep", noted, *own).code == 2, "nobody is named"
    assert fazhi("witness", "--to", www, "--keep", noted, "--by", "县司法局", *own).code == 0
    forged = f"{noted.partition(':')[0]}:{'0' * 16}"
    said = fazhi("witness", "--to", www, "--keep", forged, "--by", "县司法局", *own)
    assert (said.code, "[witness]" in said.out) == (1, True)
    assert (www / "witnesses.txt").read_text(encoding="utf-8") == f"{noted} 2027-06-30 县司法局\n"
    publish()
    assert fazhi("verify", www, "--root", small.town).code == 0
    shutil.rmtree(www / "releases")
    for path in (www / "current", www / "ledger.jsonl", www / ".head"):
        path.unlink()
    publish()
    said = fazhi("verify", www, *own[:2], "--lang", "en")
    assert (said.code, f"witnesses.txt {noted}" in said.out) == (1, True)
    (www / "witnesses.txt").write_text("x\n", encoding="utf-8")
    assert "[witness-form]" in fazhi("verify", www, *own[:2]).out
