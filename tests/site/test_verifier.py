"""`verify.html` as an outsider uses it: opened from the disk in a real browser, offline, with files saved from the site."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from example_release import IDS, Small
from fazhi.nouns.built import VERIFIER
from fazhi.verbs.sign import NAMESPACE
from fazhi.verbs.verifier import verifier_file

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what somebody saved: the release's lists, its signature, pages; and the key of the office."""
    folder = tmp_path_factory.mktemp("saved")
    small = Small(folder / "made")
    page = small.site / IDS[0] / "index.html"
    path = f'<span class="fz-path">/{IDS[0]}/</span>'
    page.write_text(page.read_text(encoding="utf-8") + path, encoding="utf-8")
    key = folder / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    small.publish(key=key)
    for name in ("manifest.json", "manifest.json.sig", "salts.json"):
        shutil.copy(small.served / name, folder / name)
    good = (small.served / IDS[0] / "index.html").read_bytes()
    (folder / "good.html").write_bytes(good)
    (folder / "changed.html").write_bytes(good.replace(b"5.60", b"5.61"))
    (folder / "foreign.html").write_text("<h1>别处的网页</h1>", encoding="utf-8")
    complete = "<!-- saved from url=(0021)http://192.0.2.1/ -->"
    (folder / "complete.html").write_bytes(complete.encode() + good)
    (folder / VERIFIER).write_bytes(verifier_file()[VERIFIER])
    return folder


@pytest.fixture
def page(chromium: Browser, saved: Path) -> Iterator[Page]:
    context = chromium.new_context(offline=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("console", lambda said: pytest.fail(said.text) if said.type == "error" else None)
    page.goto((saved / VERIFIER).as_uri())
    yield page
    context.close()


@pytest.fixture
def told(page: Page, saved: Path) -> Callable[..., dict[str, tuple[str, str]]]:
    """Gives the page files; what it says of each: its state, its words."""

    def give(*names: str | Path, signers: Path | None = None) -> dict[str, tuple[str, str]]:
        if signers:
            page.locator("#signers").set_input_files(signers)
        page.locator("#files").set_input_files([saved / name for name in names])
        expect(page.locator("#results")).to_have_attribute("aria-busy", "false")
        items = page.locator("#results li").all()
        return {
            item.locator("b").inner_text().partition(" ")[2]: (
                item.get_attribute("data-state") or "",
                item.inner_text(),
            )
            for item in items
        }

    return give


LISTS = ("manifest.json", "manifest.json.sig", "salts.json")


def test_a_good_a_changed_and_a_foreign_page_are_told_apart(told, saved):
    names = (*LISTS, "good.html", "changed.html", "complete.html", "foreign.html")
    said = told(*names, signers=saved / "key.pub")
    states = {name: state for name, (state, _) in said.items()}
    assert states == {
        "manifest.json": "good",
        "manifest.json.sig": "good",
        "good.html": "good",
        "changed.html": "bad",
        "complete.html": "warn",
        "foreign.html": "bad",
    }
    assert f"{IDS[0]}/index.html" in said["good.html"][1]
    assert "与清单一致" in said["good.html"][1] and "As published" in said["good.html"][1]
    assert "它自称是" in said["changed.html"][1]
    assert "仅 HTML" in said["complete.html"][1]
    assert "No file of the manifest" in said["foreign.html"][1]


def test_without_a_key_from_elsewhere_the_fingerprint_is_shown(told, saved):
    print = subprocess.run(
        ["ssh-keygen", "-lf", saved / "key.pub"], capture_output=True, text=True, check=True
    ).stdout.split()[1]
    state, words = told(*LISTS, "good.html")["manifest.json.sig"]
    assert (state, print in words) == ("warn", True)


def _stranger(folder: Path, namespace: str, name: str = "stranger", sort: str = "ed25519") -> Path:
    """The manifest signed by another key; the new signature lies in a folder of its own."""
    folder.mkdir()
    shutil.copy(folder.parent / "manifest.json", folder)
    key = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", sort, "-N", "", "-f", key], check=True)
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace, folder / "manifest.json"],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return folder / "manifest.json.sig"


@pytest.mark.parametrize(
    ("namespace", "sort", "state", "words"),
    [
        (NAMESPACE, "ed25519", "bad", "is not among the keys given"),
        ("git", "ed25519", "bad", "for something else"),
        (NAMESPACE, "ecdsa", "warn", "ssh-keygen -Y verify"),
    ],
)
def test_another_signature_is_told(told, saved, namespace, sort, state, words):
    signature = _stranger(saved / f"{namespace}-{sort}", namespace, sort=sort)
    found = told("manifest.json", signature, "salts.json", "good.html", signers=saved / "key.pub")
    assert (found["manifest.json.sig"][0], words in found["manifest.json.sig"][1]) == (state, True)


def test_a_manifest_that_was_changed_is_told(told, saved):
    changed = saved / "changed"
    changed.mkdir()
    text = (saved / "manifest.json").read_text(encoding="utf-8")
    (changed / "manifest.json").write_text(text.replace("2027-06-30", "2027-07-01", 1), encoding="utf-8")
    found = told(changed / "manifest.json", *LISTS[1:], "good.html", signers=saved / "key.pub")
    assert found["manifest.json.sig"][0] == "bad"
    (changed / "manifest.json").write_text(text.replace('"size": ', '"size": 1', 1), encoding="utf-8")
    assert told(changed / "manifest.json", "salts.json")["manifest.json"][0] == "bad"


def test_what_is_still_missing_is_asked_for(told):
    assert list(told("good.html", "manifest.json")) == ["salts.json"]
