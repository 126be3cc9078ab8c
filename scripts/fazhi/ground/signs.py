"""Which of several hundred short texts occur in a long one, found in a single pass over it."""

from ahocorasick_rs import AhoCorasick, Implementation


class Signs:
    """Texts to look for. More may be added at any time; the automaton is made when it is first needed."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._automaton: AhoCorasick | None = None

    def add(self, *texts: str) -> None:
        """Look for these too."""
        self._texts = sorted({*self._texts, *texts})
        self._automaton = None

    def within(self, text: str) -> frozenset[str]:
        """Those that occur in a text."""
        if self._automaton is None:
            self._automaton = AhoCorasick(self._texts, implementation=Implementation.DFA)
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return frozenset(self._texts[number] for number, _, _ in found)
