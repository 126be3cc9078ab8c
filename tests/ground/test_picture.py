"""Words in pictures are read wherever a format keeps some, of sound and of broken files."""

import struct
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.extract import extract_bytes
from fazhi.ground.picture import MOST_WORDS, has_position, words_in
from picture_files import directory, jpeg, picture_files, png

WORDS = "示范村 1380013800"
FILES = picture_files(WORDS)


@pytest.mark.parametrize("place", FILES)
def test_words_are_read_in_every_place(place):
    name, content = FILES[place]

    assert WORDS in "".join(piece.text for piece in extract_bytes(content, name).pieces)


def test_words_in_gbk_are_read():
    assert WORDS in words_in(jpeg(directory("<", {0x010E: (2, WORDS.encode("gbk"))})))


def test_a_picture_without_words_has_none():
    assert words_in(png((b"IHDR", bytes(13)))) == ""


def test_a_position_in_packed_xmp_is_one():
    xmp = zlib.compress(b"<x:xmpmeta><exif:GPSLatitude>35,1N</exif:GPSLatitude></x:xmpmeta>")

    assert has_position(png((b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + xmp)))


@given(st.sampled_from(sorted(FILES)), st.integers(0, 400), st.binary(max_size=4), st.integers(0, 400))
def test_a_broken_picture_is_read_as_far_as_it_goes(place, at, bytes_there, end):
    name, content = FILES[place]
    broken = (content[:at] + bytes_there + content[at + len(bytes_there) :])[: max(end, 16)]

    extract_bytes(broken, name)


def test_a_text_that_is_packed_well_is_not_unpacked_without_end():
    bomb = png((b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 9)))
    tracemalloc.start()

    found = extract_bytes(bomb, "a.png")

    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()
    assert ("too-large", "") in found.faults


def test_entries_that_all_lead_to_one_text_do_not_multiply_it():
    entries = b"".join(struct.pack(">HHII", 0x010E, 2, 60_000 - each, 8) for each in range(5_000))
    tiff = b"MM" + struct.pack(">HI", 42, 8) + struct.pack(">H", 5_000) + entries

    assert len(words_in(png((b"eXIf", tiff)))) < 3 * MOST_WORDS


def test_directories_in_a_circle_end():
    circle = b"MM" + struct.pack(">HIHHHIII", 42, 8, 1, 0x8769, 4, 1, 8, 8)

    assert words_in(jpeg(circle)) == ""
    assert not has_position(jpeg(circle))
