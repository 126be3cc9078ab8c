"""Text in the two languages of the site."""

from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Words(NamedTuple):
    """One text, in Chinese and in English."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """The text in `lang`; Chinese for any language but English."""
        return self.en if lang == "en" else self.zh

    def then(self, other: "Words") -> "Words":
        """This text followed by the other, each in its own language."""
        return Words(self.zh + other.zh, self.en + other.en)

    def fill(self, **values: object) -> "Words":
        """Both texts with `{name}` replaced by the values, two-language values in their own language."""
        return Words(*(getattr(self, lang).format(**_in(values, lang)) for lang in LANGS))


def same(text: str) -> Words:
    """A text that reads the same in both languages: an id, a number, a date."""
    return Words(text, text)


def _in(values: dict[str, object], lang: str) -> dict[str, object]:
    return {key: value.in_(lang) if isinstance(value, Words) else value for key, value in values.items()}
