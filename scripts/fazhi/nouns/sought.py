"""What rules look for: a text is searched for all of it at once, and a rule none of whose signs occurs is not asked."""

from fazhi.ground.signs import Signs

SOUGHT = Signs()
