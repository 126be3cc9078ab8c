"""A quick answer for nearly every text: nothing in it is hidden."""


def is_plain(text: str) -> bool:
    """Whether a text holds line ends and printable characters only: no control, no break or turn of lines, no mark.

    It is asked of every text before the slow search for where such a character stands.
    """
    return text.replace("\n", "").isprintable()
