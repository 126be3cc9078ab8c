"""A list cut into spans is the list it was, in files that hold a span's part each."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from fazhi.ground.search_form import said
from fazhi.ground.spans import Spans, files_of


@some.composite
def segments(draw: some.DrawFn) -> tuple[list[int], int, int]:
    """The first passages of some entries, how many passages there are, and how many a span has."""
    sizes = draw(some.lists(some.integers(1, 30), min_size=1, max_size=40))
    firsts = [sum(sizes[:at]) for at in range(len(sizes))]
    return firsts, sum(sizes), draw(some.integers(1, 200))


@given(segments(), some.data())
def test_what_is_written_is_read(segment, data):
    firsts, passages, span = segment
    spans = Spans.of(firsts, passages, span)
    numbers = sorted(data.draw(some.sets(some.integers(0, passages - 1), min_size=1)))
    text, files = spans.write(numbers)
    assert spans.read(text, files) == numbers
    assert set(files_of(text)) == set(files)
    assert len(text) <= max(spans.longest, 9 * len(spans.entries) + 5)


@given(segments())
def test_a_span_ends_with_an_entry_and_holds_no_more_than_it_may(segment):
    firsts, passages, span = segment
    spans = Spans.of(firsts, passages, span)
    ends = [*spans.starts[1:], passages]
    assert [firsts[entry] for entry in spans.entries] == list(spans.starts)
    for entry, start, end in zip(spans.entries, spans.starts, ends, strict=True):
        one_entry = firsts[entry + 1] if entry + 1 < len(firsts) else passages
        assert end - start <= span or end == one_entry


@pytest.mark.parametrize("numbers", [[0], [5, 9], list(range(90))])
def test_where_there_is_one_span_nothing_is_cut(numbers):
    text, files = Spans.of([0, 10, 50], 90, 100).write(numbers)
    assert not files
    assert not files_of(text)


def test_a_span_that_has_none_needs_no_file():
    spans = Spans.of(list(range(90)), 90, 30)
    text, files = spans.write([*range(30), *range(60, 90)])
    assert len(files_of(text)) == 2
    assert all(said(data) for data in files.values())
    assert spans.read(text, files) == [*range(30), *range(60, 90)]
