"""Addresses: a page's id gives its address, and the way between two pages is right wherever the site lies."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fazhi.ground.address import address, between


@pytest.mark.parametrize(
    ("id", "lang", "found"),
    [
        ("index", "zh", ""),
        ("index", "en", "en/"),
        ("regulations/x", "zh", "regulations/x/"),
        ("regulations/x", "en", "en/regulations/x/"),
        ("villages/index", "zh", "villages/"),
        ("villages/demo-1/index", "en", "en/villages/demo-1/"),
        ("regulations/x@2020-01-01", "zh", "regulations/x%402020-01-01/"),
        ("pages/关于", "zh", "pages/%E5%85%B3%E4%BA%8E/"),
        ("pages/reindex", "zh", "pages/reindex/"),
    ],
)
def test_address(id, lang, found):
    assert address(id, lang) == found


PATHS = st.lists(st.sampled_from(["a", "b", "villages", "demo-1", "2026"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)
FILES = st.tuples(PATHS, st.sampled_from(["", "a.pdf", "feed.xml"])).map("".join)


@given(PATHS, FILES, st.sampled_from(["https://example.org/", "https://example.org/town/records/"]))
def test_the_way_between_two_pages_leads_there(here, there, site):
    way = between(here, there)
    assert way
    assert urljoin(site + here, way) == site + there
