"""Photos that say where they were taken: coordinates in EXIF or XMP, also of pictures inside office files.

A photo taken at somebody's door gives the door away. Names of files are searched like any other text.
"""

from collections.abc import Iterator

from fazhi.ground.problem import Severity
from fazhi.ground.quote import quote
from fazhi.ground.words import Words, same
from fazhi.nouns.attachment import Attachment
from fazhi.nouns.privacy import NO_PUBLICATION, SENSITIVE
from fazhi.nouns.register import Register
from fazhi.nouns.rule import Example, Found, Rule

_EXIF = (
    b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0"
    b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0"
)
_JPEG = b"\xff\xd8\xff\xe1" + (len(_EXIF) + 2).to_bytes(2, "big") + _EXIF + b"\xff\xd9"

RULE = Rule(
    severity=Severity.ERROR,
    on="attachment",
    ref="PRIV-14",
    what=Words("照片不带拍摄位置", "a photo does not say where it was taken"),
    why=Words(
        "照片里的经纬度能找到拍摄的人家", "the coordinates in a photo lead to the house where it was taken"
    ),
    sources=(*NO_PUBLICATION, SENSITIVE),
    bad=(Example(files={"villages/demo-1/2026/a.jpg": _JPEG}),),
    good=(Example(files={"villages/demo-1/2026/a.jpg": b"\xff\xd8\xff\xe0\0\x04\0\0\xff\xd9"}),),
)


def check(attachment: Attachment, register: Register) -> Iterator[Found]:
    for fault, where in attachment.contents.faults:
        if fault == "position":
            inside = _INSIDE.fill(name=quote(where)) if where else same("")
            yield Found(0, inside.then(_POSITION))


_INSIDE = Words("其中的图片“{name}”：", "the picture '{name}' in it: ")
_POSITION = Words(
    "照片带有拍摄位置（GPS）；请去掉后再放入，例如截图另存，或在属性里“删除属性和个人信息”",
    "the photo carries its position (GPS); remove it first, by a screenshot or in the file's properties",
)
