"""What rules look for: a text is searched for all of it at once, and a rule none of whose signs occurs is not asked."""

from fazhi.ground.signs import Signs

IN_TEXT = Signs()
"""Looked for in the whole of a file, as it is written and as it is read."""

IN_WORDS = Signs()
"""Looked for in what people read of a document: without code, addresses and front matter."""
