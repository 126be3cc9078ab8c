"""What rules look for: a text is searched for all of it at once, and a rule none of whose signs occurs is not asked."""

from fazhi.ground.signs import Signs

SOUGHT = Signs()

NUMBER, MASK, PEOPLE = "\0number", "\0mask", "\0people"
"""Signs that a text has numbers of somebody's, masked ones, or tables of people; no file can hold them as text."""
