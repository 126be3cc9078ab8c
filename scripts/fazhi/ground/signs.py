"""Which of several hundred short texts occur in a long one, found in a single pass over it."""

from ahocorasick_rs import BytesAhoCorasick, Implementation


class Signs:
    """Texts to look for. More may be added at any time; the automaton is made when it is first needed.

    Commas and their like are looked for each on its own: they stand in a table a hundred times, and the pass tells every
    place.
    """

    def __init__(self) -> None:
        self._marks: list[str] = []
        self._texts: list[str] = []
        self._automaton: BytesAhoCorasick | None = None

    def add(self, *texts: str) -> None:
        """Look for these too."""
        every = {*self._marks, *self._texts, *texts}
        if len(every) == len(self._marks) + len(self._texts):
            return
        self._marks = sorted(text for text in every if len(text) == 1 and text.isascii())
        self._texts = sorted(every.difference(self._marks))
        self._automaton = None

    def within(self, text: str) -> frozenset[str]:
        """Those that occur in a text."""
        if self._automaton is None:
            texts = [each.encode("utf-8", "surrogatepass") for each in self._texts]
            self._automaton = BytesAhoCorasick(texts, implementation=Implementation.DFA)
        written = text.encode("utf-8", "surrogatepass")
        found = self._automaton.find_matches_as_indexes(written, overlapping=True)
        numbers = {number for number, _, _ in found}
        marks = [mark for mark in self._marks if mark in text]
        return frozenset([self._texts[number] for number in numbers] + marks)
