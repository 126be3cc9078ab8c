"""The measurement of search, small: what is found and what it downloads; times are for `fazhi bench search`."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from fazhi.flows.bench_search import bench_search


@pytest.mark.browser
def test_a_small_town_is_searched_within_the_bounds():
    with ThreadPoolExecutor(1) as thread:  # another test's browser may be open in this one
        benched = thread.submit(bench_search, 1000, each=4, firsts=1, timed=2, parts=("quality",)).result()
    measured = {bound.name: bound for bound in benched.bounds}
    worst = [name for name in measured if name.startswith("first result, kB in all, worst sort")]
    untimed = [
        bound
        for name, bound in measured.items()
        if "ms" not in name.replace(",", "").split() and ", s," not in name and name not in worst
    ]
    assert len(worst) == 1
    assert len(untimed) == 7
    assert [(bound.name, bound.measured) for bound in untimed if not bound.ok] == []
    assert len(benched.seconds) == 14 + 2 + 1
