"""`verify.html`: one file to download, with which anyone can verify a saved page on a computer without this program.

It is opened from the disk, never as a page of the site: its script stands in it, which the site's policy does not allow.
Its own policy allows that script and style by their hashes and nothing else, no request above all.
"""

import base64
import hashlib
import re
from pathlib import Path

from fazhi.nouns.built import VERIFIER

_FILE = Path(__file__).resolve().parents[1] / "verifier" / VERIFIER
_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


def verifier_file() -> dict[str, bytes]:
    """The file."""
    text = _FILE.read_text(encoding="utf-8")
    allowed = " ".join(f"{match[1]}-src '{_hash(match[2])}';" for match in _INLINE.finditer(text))
    return {VERIFIER: text.replace("@policy@", f"default-src 'none'; {allowed}").encode()}


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
