"""The nouns of the house: field, kind, record, register, rule, town."""
