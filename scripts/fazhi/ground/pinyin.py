"""How Chinese is read: terms by which a title is found from a Latin keyboard."""

import re
from functools import lru_cache

from pypinyin import lazy_pinyin
from pypinyin.seg.mmseg import seg

from fazhi.ground.search_terms import HAN

_HAN = re.compile(f"[{HAN}]+")


def sounds(text: str) -> set[str]:
    """The terms of a text's sound, each after `'`: syllables, two together, and three initials.

    财务收支 gives `'cai`, `'caiwu`, `'cws` and so on; so every part of it is found, typed in full or by initials.
    """
    return {term for run in _HAN.findall(text) for term in _of_run(run)}


@lru_cache(maxsize=65536)
def _of_run(run: str) -> frozenset[str]:
    syllables = [syllable for word in seg.cut(run) for syllable in _of_word(word)]
    initials = "".join(syllable[0] for syllable in syllables)
    twos = map("".join, zip(syllables, syllables[1:], strict=False))
    threes = (initials[at : at + 3] for at in range(len(initials) - 2))
    return frozenset(f"'{sound}" for sound in (*syllables, *twos, *threes))


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[str, ...]:
    """How a word of the library's own is read; kept, since titles share their words and looking one up is slow."""
    return tuple(lazy_pinyin([word], errors="ignore"))
